"""Random programs about calls: functions that raise and are called in a `try` and outside, functions that get or give
functions, partial applications, local recursion, tail calls. What they do on the way is written down."""
from tree import Random

FUNCTIONS = 14

HEAD = """exception E of int
exception Spent
let log = Buffer.create 1000
let note n = if Buffer.length log < 300 then (Buffer.add_char log ' '; Buffer.add_string log (string_of_int n)); n
let fuel = ref 0
let tick () = decr fuel; if !fuel < 0 then raise Spent
let cell = ref 0
let clip n = n land 0xFFFF
let apply f x = f x
let twice f x = f (f x)
let compose f g x = f (g x)
let rec times n f x = if n <= 0 then x else times (n - 1) f (f x)
let rec find p l = match l with [] -> raise Not_found | x :: rest -> if p x then x else find p rest
let check x = if x land 7 = 5 then raise (E x) else x
"""

MAIN = """
let run i f =
  Buffer.clear log;
  fuel := 400;
  cell := i;
  let result =
    try string_of_int (f i (i + 1)) with
    | E n -> "E " ^ string_of_int n
    | Not_found -> "Not_found"
    | Failure m -> "Failure " ^ m
    | Spent -> "spent"
  in
  Printf.printf "%d: %s %d%s\\n" i result !cell (Buffer.contents log)

let () = List.iteri run all; List.iteri (fun i f -> run (i + 100) f) all
"""


class Generator:
    def __init__(self, seed):
        self.random = Random(seed)
        self.number = 0
        self.fresh = 0

    def choose(self, items):
        return items[self.random.below(len(items))]

    def name(self):
        self.fresh += 1
        return f"v{self.fresh}"

    def callee(self):
        """A function of this program: an earlier one, or itself or the next, which belong together."""
        group = self.number - self.number % 2
        return f"f{self.random.below(group + 2)}"

    def function(self, names, depth):
        """A function of one int."""
        kind = self.random.below(9)
        x = self.name()
        body = self.expression(names + [x], depth - 1)
        if kind < 4:
            return f"(fun {x} -> {body})"
        if kind == 4:
            return f"({self.callee()} ({self.expression(names, depth - 1)}))"
        if kind == 5:
            return f"(compose (fun {x} -> {body}) check)"
        if kind == 6:
            return f"(let k = {self.expression(names, depth - 1)} in fun {x} -> k + ({body}))"
        if kind == 7:
            return f"(if {self.expression(names, depth - 1)} land 1 = 0 then check else fun {x} -> {body})"
        return self.choose(["check", "note", "clip"])

    def caught(self, names, depth):
        """Cases of a handler."""
        n = self.name()
        cases = [f"E {n} -> {self.expression(names + [n], depth - 1)}", f"Not_found -> {self.expression(names, depth - 1)}",
                 f"Failure _ -> {self.expression(names, depth - 1)}"]
        first = self.random.below(3)
        return cases[first:first + 1 + self.random.below(2)]

    def expression(self, names, depth):
        kind = self.random.below(100)
        if depth <= 0 or kind < 14:
            return self.choose(names + [str(self.random.below(20)), "!cell"])

        def part(*more):
            return self.expression(names + list(more), depth - 1)

        x, y = self.name(), self.name()
        if kind < 28:
            return f"({self.callee()} ({part()}) ({part()}))"
        if kind < 33:
            return f"(clip ({part()} + {part()} * 3))"
        if kind < 37:
            return f"(note ({part()}))"
        if kind < 42:
            raised = self.choose([f"raise (E ({part()}))", "raise Not_found", 'failwith "f"', f"check ({part()})"])
            return f"(if {part()} land 3 = {self.random.below(4)} then {raised} else {part()})"
        if kind < 54:
            return f"(try {part()} with {' | '.join(self.caught(names, depth))})"
        if kind < 58:
            cases = " | ".join("exception " + case for case in self.caught(names, depth))
            return f"(match {part()} with {x} -> {part(x)} | {cases})"
        if kind < 64:
            return f"(let {x} = {part()} in {part(x)} + {part(x)})"
        if kind < 70:
            of = self.choose(["apply", "twice", f"times ({part()} land 3)"])
            return f"({of} {self.function(names, depth)} ({part()}))"
        if kind < 74:
            return f"(let {x} = {self.function(names, depth)} in {x} ({part()}) + {x} ({part()}))"
        if kind < 80:
            items = "; ".join(part() for _ in range(1 + self.random.below(3)))
            return self.choose([
                f"(List.fold_left (fun {x} {y} -> {part(x, y)}) ({part()}) [ {items} ])",
                f"(List.length (List.map {self.function(names, depth)} [ {items} ]))",
                f"(find (fun {x} -> {part(x)} land 1 = 0) [ {items} ])",
                f"(List.iter (fun {x} -> cell := clip (!cell + {part(x)})) [ {items} ]; !cell)",
                f"(List.assoc ({part()}) [ (1, {part()}); (2, {part()}) ])",
            ])
        if kind < 85:
            return f"(let rec {x} i acc = if i <= 0 then acc else {x} (i - 1) ({part('i', 'acc')}) in {x} ({part()} land 3) ({part()}))"
        if kind < 88:
            return f"(let rec {x} i = if i <= 0 then {part()} else {part('i')} + {x} (i - 1) in {x} ({part()} land 3))"
        if kind < 92:
            return f"(cell := clip ({part()}); {part()})"
        if kind < 95:
            return f"(Fun.protect ~finally:(fun () -> incr cell) (fun () -> {part()}))"
        return f"(if {part()} > {part()} then {part()} else {part()})"

    def text(self):
        functions = []
        for self.number in range(FUNCTIONS):
            word = "let rec" if self.number % 2 == 0 else "and"
            body = self.expression(["x", "y"], 2 + self.random.below(4))
            tail = f"if x land 15 = {self.random.below(16)} then {self.callee()} (clip (x + 1)) y else " if self.random.below(3) == 0 else ""
            functions.append(f"{word} f{self.number} x y = tick (); let x = clip x and y = clip y in {tail}clip ({body})\n")
        # Some are only called, others are values, too.
        values = "; ".join(f"f{n}" if self.random.below(4) == 0 else f"(fun x y -> f{n} x y)" for n in range(FUNCTIONS))
        return f"{HEAD}{''.join(functions)}let all = [ {values} ]\n{MAIN}"


def generate(seed):
    return Generator(seed)
