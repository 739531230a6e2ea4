"""What generator.py builds programs of: random numbers of its own and trees of text."""


class Random:
    """xorshift64*, so that no Python version changes a seed's program."""

    def __init__(self, seed):
        self.state = (seed * 0x9E3779B97F4A7C15 + 0x1234567) & (2**64 - 1) or 1
        for _ in range(8):
            self.below(2)

    def below(self, n):
        x = self.state
        x ^= x >> 12
        x = (x ^ (x << 25)) & (2**64 - 1)
        x ^= x >> 27
        self.state = x
        return ((x * 0x2545F4914F6CDD1D & (2**64 - 1)) >> 33) % n

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def pick(self, items):
        return items[self.below(len(items))]

    def chance(self, percent):
        return self.below(100) < percent


class Node:
    """An expression: its type and its text, in which other nodes stand."""

    def __init__(self, type, *parts):
        self.type, self.parts = type, list(parts)

    def text(self):
        return "".join(part if isinstance(part, str) else part.text() for part in self.parts)

    def children(self):
        return [part for part in self.parts if isinstance(part, Node)]
