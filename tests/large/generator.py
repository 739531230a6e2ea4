"""Random large OCaml programs that print checksums.

The same seed gives the same program everywhere. Programs are well typed and bounded:
a cost is kept along for each function, ints stay below 2**30 so that 32-bit targets
agree with ocamlrun. A program is a tree of `Node`s, which `run --shrink` cuts down.
"""

import pathlib

from tree import Node, Random

PRELUDE = (pathlib.Path(__file__).parent / "prelude.ml").read_text()

# Every constructor, with its arguments' types and a weight of none.
CONSTRUCTORS = [("A", []), ("B", []), ("C", []), ("D", []), ("E", ["int"]), ("F", ["int", "int"]), ("G", ["str", "int"]),
                ("H", ["var", "int"]), ("I", ["ref"]), ("J", ["int", "int", "int"])]
STRINGS = ["", "a", "b", "ab", "abc", "\\000", "\\255\\n", "key", "keys", "value", "a longer string than that", "\\\\\\\""]
CAP = 100000


class Generator:
    def __init__(self, seed):
        self.random = Random(seed)
        self.names = 0
        self.env = {}          # by type: names in scope, innermost last
        self.cost = self.mult = 0
        self.bound = {}        # by name: longest a string may be; cost of a call
        self.indent = 1

    # -- names

    def fresh(self, letter):
        self.names += 1
        return f"{letter}{self.names}"

    def bind(self, type, name, bound=0):
        self.env.setdefault(type, []).append(name)
        self.bound[name] = bound

    def mark(self):
        return {type: len(names) for type, names in self.env.items()}

    def back_to(self, mark):
        for type, names in self.env.items():
            del names[mark.get(type, 0):]

    def some(self, type):
        names = self.env.get(type)
        if not names:
            return None
        if self.random.chance(40):
            return names[-1 - self.random.below(min(len(names), 6))]
        return self.random.pick(names)

    def line(self):
        return "\n" + " " * min(self.indent, 60)

    # -- ints; (node, bound of its magnitude)

    def capped(self, made):
        node, bound = made
        if bound <= CAP:
            return node
        return Node("int", "(", node, self.random.pick([" mod 9973)", " land 0x7fff)", " mod 1021)"]))

    def int(self, size):
        return self.capped(self.raw_int(size))

    def raw_int(self, size):
        r = self.random
        self.cost += self.mult
        if size <= 1:
            return self.int_leaf()
        kind = r.below(30)
        if kind < 9:
            return self.arithmetic(size)
        if kind < 12:
            return Node("int", "(if ", self.bool(size // 3), self.line(), " then ", self.nested("int", size // 3), self.line(), " else ",
                        self.nested("int", size // 3), ")"), CAP
        if kind < 17:
            return self.let("int", size), CAP
        if kind < 19:
            return self.match("int", size), CAP
        if kind < 21:
            return self.attempt("int", size), CAP
        if kind < 24:
            return Node("int", "(", self.unit(size // 2), ";", self.line(), self.nested("int", size // 2), ")"), CAP
        if kind < 27:
            return self.call(size), CAP
        if kind == 27:
            return Node("int", "(String.length ", self.str(size - 1, 400)[0], ")"), 400
        if kind == 28:
            return Node("int", "(weigh ", self.var(size - 1), ")"), CAP
        return Node("int", "(int_of_float ", self.float(size - 1), ")"), 2**29

    def int_leaf(self):
        r = self.random
        kind = r.below(10)
        if kind < 5 and self.some("int"):
            return Node("int", self.some("int")), CAP
        if kind < 7 and self.some("ref"):
            return Node("int", "!" + self.some("ref")), CAP
        if kind == 7 and self.some("reader"):
            return Node("int", "!" + self.some("reader")), CAP
        if kind == 8:
            return Node("int", f"mem.({r.below(8)})"), CAP
        value = r.pick([0, 1, 2, 3, -1, 5, 7, 10, 63, 64, 255, 256, 1000, -100, 12345])
        return Node("int", str(value) if value >= 0 else f"({value})"), abs(value)

    def arithmetic(self, size):
        r = self.random
        op = r.pick(["+", "+", "+", "-", "-", "*", "land", "lor", "lxor", "lsl", "asr", "lsr", "/", "mod", "~-", "abs", "compare", "max",
                     "index", "bool", "succ"])
        if op == "index":
            mask = r.pick([" land 7", " land 7", " mod 11"])
            return Node("int", "mem.(", self.int(size - 1), mask, ")"), CAP
        if op == "bool":
            return Node("int", "(Bool.to_int ", self.bool(size - 1), ")"), 1
        if op in ("~-", "abs", "succ"):
            inner, bound = self.raw_int(size - 1)
            return (Node("int", f"({op} (", inner, "))"), bound + 1) if bound < 2**28 else (inner, bound)
        a, x = self.raw_int(size // 2)
        b, y = self.raw_int(size - size // 2 - 1)
        if op in ("+", "-") and x + y < 2**29:
            return Node("int", "(", a, f" {op} ", b, ")"), x + y
        if op == "*" and x * y < 2**29:
            return Node("int", "(", a, " * ", b, ")"), x * y
        if op in ("land", "lor", "lxor") and max(x, y) < 2**28:
            return Node("int", "(", a, f" {op} ", b, ")"), 2 * max(x, y) + 1
        if op == "lsl" and x < 2**20:
            return Node("int", "(", a, f" lsl {r.below(8)})"), x * 128
        if op == "asr":
            return Node("int", "(", a, f" asr {r.below(31)})"), x
        if op == "lsr":
            return Node("int", "((", a, f" land 0xffff) lsr {r.below(20)})"), 0xffff
        if op in ("/", "mod") and r.chance(70):
            return Node("int", "(", a, f" {op} {r.pick(['3', '7', '(-5)', '16', '100'])})"), x
        if op in ("/", "mod"):
            return Node("int", "(", a, f" {op} ", b, ")"), max(x, y)
        if op == "compare":
            return Node("int", "(compare ", self.capped((a, x)), " ", self.capped((b, y)), ")"), 1
        return Node("int", "(max ", a, " ", b, ")"), max(x, y)

    # -- the other types

    def bool(self, size):
        r = self.random
        self.cost += self.mult
        kind = r.below(12) if size > 1 else r.below(3)
        if kind < 1 and self.some("bool"):
            return Node("bool", self.some("bool"))
        if kind < 6:
            a, b = self.raw_int(size // 2)[0], self.raw_int(size // 2)[0]
            return Node("bool", "(", a, r.pick([" < ", " <= ", " > ", " >= ", " = ", " <> ", " == "]), b, ")")
        if kind < 9:
            return Node("bool", "(", self.bool(size // 2), r.pick([" && ", " || "]), self.bool(size // 2), ")")
        if kind == 9:
            return Node("bool", "(not ", self.bool(size - 1), ")")
        if kind == 10:
            return Node("bool", "(", self.str(size // 2, 200)[0], r.pick([" = ", " < ", " <> ", " >= "]), self.str(size // 2, 200)[0], ")")
        if r.chance(50):
            return Node("bool", "(", self.float(size // 2), r.pick([" < ", " >= ", " = "]), self.float(size // 2), ")")
        return Node("bool", "(match ", self.var(size - 1), " with A | E _ | G _ -> true | _ -> false)")

    def float(self, size):
        r = self.random
        self.cost += self.mult
        kind = r.below(8)
        if size <= 1 or kind < 2:
            if self.some("float") and r.chance(60):
                return Node("float", self.some("float"))
            return Node("float", r.pick(["0.0", "1.0", "0.5", "(-2.25)", "1e3", "3.0"]))
        if kind < 5:
            return Node("float", "(float_of_int ", self.int(size - 1), ")")
        if kind == 5:
            return Node("float", "(0.5 *. (", self.float(size // 2), r.pick([" +. ", " -. "]), self.float(size // 2), "))")
        if kind == 6:
            return Node("float", "(Float.abs ", self.float(size - 1), ")")
        return Node("float", "(if ", self.bool(size // 2), " then ", self.float(size // 2), " else ", self.float(size // 2), ")")

    def str(self, size, longest):
        """(node, its greatest length), below `longest`."""
        r = self.random
        self.cost += self.mult
        kind = r.below(8)
        name = self.some("str")
        if name and self.bound[name] <= longest and kind < 3:
            return Node("str", name), self.bound[name]
        if size > 1 and kind == 4 and longest > 100:
            a, x = self.str(size // 2, longest // 2)
            b, y = self.str(size // 2, longest // 2)
            return Node("str", "(", a, " ^ ", b, ")"), x + y
        if size > 1 and kind == 5 and longest > 100:
            return Node("str", "(string_of_int ", self.int(size - 1), ")"), 7
        if size > 1 and kind == 6 and longest > 100:
            return Node("str", "(if ", self.bool(size // 2), " then \"yes\" else ", self.str(size // 2, 100)[0], ")"), 100
        return Node("str", f"\"{r.pick(STRINGS)}\""), 30

    def var(self, size):
        r = self.random
        self.cost += self.mult
        if self.some("var") and (size <= 1 or r.chance(40)):
            return Node("var", self.some("var"))
        name, types = r.pick(CONSTRUCTORS if size > 3 else CONSTRUCTORS[:4])
        if name == "H" and self.mult > 1:
            name, types = "E", ["int"]
        parts = []
        for i, type in enumerate(types):
            parts += [", " if i else "", self.of(type, size // 3)]
        return Node("var", f"({name}", *((" (", *parts, ")") if types else ()), ")")

    def of(self, type, size):
        if type == "ref":
            name = self.some("ref")
            return Node("ref", name) if name else Node("ref", "(ref ", self.int(size), ")")
        if type == "str":
            return self.str(size, 100)[0]
        return getattr(self, type)(size)

    def nested(self, type, size):
        """An expression whose own bindings end with it."""
        mark = self.mark()
        self.indent += 1
        node = self.of(type, size)
        self.indent -= 1
        self.back_to(mark)
        return node

    # -- forms of any type

    def let(self, type, size):
        r = self.random
        mark = self.mark()
        kind = r.below(14)
        first = max(1, size // 3)
        if kind < 4:
            name = self.fresh("x")
            head = ["(let ", name, " = ", self.nested("int", first), " in"]
            self.bind("int", name)
        elif kind < 7:
            name = self.fresh("r")
            head = ["(let ", name, " = ref ", self.nested("int", first), " in"]
            self.bind("ref", name)
        elif kind == 7:
            a, b = self.fresh("x"), self.fresh("x")
            head = [f"(let ({a}, {b}) = ", self.pair(first), " in"]
            self.bind("int", a)
            self.bind("int", b)
        elif kind == 8:
            name = self.fresh("s")
            value, length = self.str(first, 150)
            head = ["(let ", name, " = ", value, " in"]
            self.bind("str", name, length)
        elif kind == 9:
            name = self.fresh("v")
            head = ["(let ", name, " = ", self.var(first), " in"]
            self.bind("var", name)
        elif kind == 10:
            name, other = self.fresh("f"), self.fresh("b")
            head = [f"(let {other} = ", self.bool(first), f" in let {name} = ", self.float(first), " in"]
            self.bind("bool", other)
            self.bind("float", name)
        else:
            head = self.closure(first)
        rest = self.of(type, size - first)
        self.back_to(mark)
        return Node(type, *head, self.line(), rest, ")")

    def pair(self, size):
        r = self.random
        a, b = self.int(size // 2), self.int(size // 2)
        if r.chance(50):
            return Node("pair", "(", a, ", ", b, ")")
        return Node("pair", "(if ", self.bool(size // 3), " then (", a, ", ", b, ") else (", self.int(size // 3), ", 1))")

    def body(self, type, size, parameters):
        """A function's body, and what a call of it costs."""
        mark, before, mult = self.mark(), self.cost, self.mult
        self.cost, self.mult = 0, 1
        for name in parameters:
            self.bind("int", name)
        node = self.nested(type, size)
        cost = self.cost + 1
        self.cost, self.mult = before, mult
        self.back_to(mark)
        return node, cost

    def closure(self, size):
        """`(let f x = ... in`; the name stays bound."""
        r = self.random
        kind = r.below(5)
        name = self.fresh("g")
        if kind < 2:
            x = self.fresh("p")
            body, cost = self.body("int", size, [x])
            self.bind("fun1", name, cost)
            return [f"(let {name} {x} = ", body, " in"]
        if kind == 2:
            xs = [self.fresh("p") for _ in range(r.between(2, 3))]
            body, cost = self.body("int", size, xs)
            self.bind(f"fun{len(xs)}", name, cost)
            return [f"(let {name} {' '.join(xs)} = ", body, " in"]
        if kind == 3:
            n, acc = self.fresh("p"), self.fresh("p")
            step, cost = self.body("int", size // 2, [n, acc])
            base, _ = self.body("int", size // 4, [n, acc])
            self.bind("loop", name, cost * 8)
            tail = [f"{name} ({n} - 1) ", step] if r.chance(50) else ["1 + (", step, f") mod 1000 + {name} ({n} - 1) {acc}"]
            return [f"(let rec {name} {n} {acc} = if {n} <= 0 then ", base, " else ", *tail, " in"]
        other, n, m = self.fresh("g"), self.fresh("p"), self.fresh("p")
        one, cost = self.body("int", size // 2, [n])
        two, more = self.body("int", size // 2, [m])
        self.bind("even", name, (cost + more) * 8)
        return [f"(let rec {name} {n} = if {n} <= 0 then 3 else {other} ({n} - 1) + (", one, f") mod 100{self.line()}and {other} {m} = if {m} <= 0 then 5 else ",
                f"{name} ({m} - 1) - (", two, ") mod 100 in"]

    def call(self, size):
        r = self.random
        type = r.pick(["fun1", "fun1", "fun2", "fun3", "loop", "even", "top", "top"])
        name = self.some(type)
        if not name or self.cost + self.bound[name] * self.mult > 3000:
            return self.int(size // 2)
        self.cost += self.bound[name] * self.mult
        if type == "fun1":
            form = r.below(4)
            if form == 0:
                return Node("int", f"(List.fold_left (fun a h -> a + h ", self.int(size - 1), f") 0 [{name}])")
            return Node("int", f"({name} ", self.int(size - 1), ")")
        if type == "fun2":
            a, b = self.int(size // 2), self.int(size // 2)
            if r.chance(25):
                h = self.fresh("h")
                return Node("int", f"(let {h} = {name} ", a, f" in {h} ", b, ")")
            return Node("int", f"({name} ", a, " ", b, ")")
        if type == "fun3":
            return Node("int", f"({name} ", self.int(size // 3), " ", self.int(size // 3), " ", self.int(size // 3), ")")
        if type == "loop":
            return Node("int", f"({name} (", self.int(size // 2), " land 7) ", self.int(size // 2), ")")
        if type == "even":
            return Node("int", f"({name} (", self.int(size - 1), " land 7))")
        return Node("int", f"({name} ", self.int(size // 2), " ", self.int(size // 2), ")")

    def attempt(self, type, size):
        r = self.random
        body = self.risky(type, size // 2)
        handlers = []
        for pattern, bound in [("Stop {0}", 1), ("Quit", 0), ("Pair ({0}, _)", 1), ("Not_found", 0), ("Failure _", 0), ("Division_by_zero", 0),
                               ("Invalid_argument _", 0), ("_", 0)]:
            if not r.chance(30):
                continue
            mark = self.mark()
            name = self.fresh("x")
            if bound:
                self.bind("int", name)
            handlers += [self.line(), " | " + pattern.format(name) + " -> ", self.nested(type, size // 8)]
            self.back_to(mark)
        if not handlers:
            handlers = [" Quit -> ", self.nested(type, size // 8)]
        return Node(type, "(try ", body, self.line(), " with", *handlers, ")")

    def risky(self, type, size):
        raises = self.random.pick([("raise (Stop ", "int", ")"), ("raise Quit", None, ""), ("raise Not_found", None, ""), ("raise (Pair (", "int", ", \"p\"))"),
                                   ("failwith ", "str", ""), ("raise_notrace Quit", None, ""), ("invalid_arg ", "str", "")])
        first = [self.of(raises[1], max(1, size // 6))] if raises[1] else []
        thrown = Node("thrown", raises[0], *first, raises[2])
        if self.random.chance(50):
            return Node(type, "(if ", self.bool(size // 4), " then ", thrown, ";", self.line(), self.nested(type, size // 2), ")")
        return Node(type, "(if ", self.bool(size // 4), " then ", self.nested(type, size // 2), " else ", thrown, ")")

    def match(self, type, size):
        r = self.random
        kind = r.below(3)
        arms = []
        if kind == 0:
            count = r.between(2, 12)
            arm = max(1, size // count - 1)
            subject = Node("int", "(", self.int(size // 4), f" land {r.pick([3, 7, 15, 31])})")
            for value in sorted({r.below(24) - 1 for _ in range(count)}):
                pattern = f"{value}" if r.chance(80) else f"{value} | {value + 30}"
                guard = [" when ", self.bool(arm // 2)] if r.chance(15) else []
                arms += [self.line(), f"| {pattern}", *guard, " -> ", self.nested(type, arm)]
        elif kind == 1:
            subject = self.str(size // 4, 100)[0]
            for value in STRINGS[:r.between(1, len(STRINGS))]:
                arms += [self.line(), f"| \"{value}\" -> ", self.nested(type, max(1, size // 12))]
        else:
            subject = self.var(size // 4)
            for name, types in CONSTRUCTORS:
                if r.chance(30):
                    continue
                mark = self.mark()
                names = []
                for one in types:
                    if r.chance(75):
                        names.append(self.fresh("m"))
                        self.bind("reader" if one == "ref" else one, names[-1], 400)
                    else:
                        names.append("3" if one == "int" and r.chance(30) else "A" if one == "var" and r.chance(50) else "_")
                guard = [" when ", self.bool(3)] if r.chance(15) else []
                arms += [self.line(), f"| {name}" + (f" ({', '.join(names)})" if names else ""), *guard, " -> ", self.nested(type, max(1, size // 8))]
                self.back_to(mark)
        return Node(type, "(match ", subject, " with", *arms, self.line(), "| _ -> ", self.nested(type, max(1, size // 8)), ")")

    # -- statements

    def unit(self, size):
        r = self.random
        self.cost += self.mult
        if size <= 1:
            return Node("unit", "put ", self.int(1))
        kind = r.below(24)
        ref = self.some("ref")
        if kind < 4 and ref:
            return Node("unit", f"{ref} := ", self.int(size - 1))
        if kind == 4 and ref:
            # A ref holds at most CAP, also when a loop goes round.
            return Node("unit", f"(if !{ref} < {CAP} then incr {ref})")
        if kind == 5:
            return Node("unit", "mem.(", self.int(size // 2), " land 7) <- ", self.int(size // 2))
        if kind < 8:
            return Node("unit", "put ", self.int(size - 1))
        if kind < 10:
            other = [" else ", self.nested("unit", size // 3)] if r.chance(60) else []
            return Node("unit", "(if ", self.bool(size // 3), " then ", self.nested("unit", size // 3), *other, ")")
        if kind < 13:
            return Node("unit", "(", self.nested("unit", size // 2), ";", self.line(), self.nested("unit", size // 2), ")")
        if kind < 17 and self.mult < 60:
            return self.loop(size)
        if kind == 17:
            return self.attempt("unit", size)
        if kind == 18:
            return self.match("unit", size)
        if kind == 19 and r.chance(30):
            return self.risky("unit", size)
        return self.let("unit", size)

    def loop(self, size):
        r = self.random
        mark, mult = self.mark(), self.mult
        count = r.between(1, 5)
        self.mult *= count
        i = self.fresh("i")
        if r.chance(50):
            self.bind("int", i)
            low = r.below(3)
            way = f"{low} to {low + count - 1}" if r.chance(70) else f"{low + count - 1} downto {low}"
            node = Node("unit", f"(for {i} = {way} do ", self.line(), self.nested("unit", size - 1), " done)")
        else:
            self.bind("reader", i)
            test = [f"!{i} < {count}"]
            if r.chance(40):
                test += [r.pick([" && ", " && not "]), self.bool(size // 4)]
            node = Node("unit", f"(let {i} = ref 0 in while ", *test, f" do incr {i};", self.line(), self.nested("unit", size - 1), " done)")
        self.mult = mult
        self.back_to(mark)
        return node

    # -- functions

    def function(self, name):
        r = self.random
        mark = self.mark()
        self.cost, self.mult = 0, 1
        a, b = self.fresh("a"), self.fresh("a")
        self.bind("int", a)
        self.bind("int", b)
        shape = r.below(8)
        if shape < 2:
            body = self.wide(r.pick([20, 60, 100, 170, 190, 250, 400]))
        elif shape == 2:
            body = self.deep(r.pick([10, 40, 90, 160]))
        elif shape == 3:
            body = self.captures(r.pick([5, 25, 35, 70, 120]))
        elif shape == 4:
            body = Node("int", self.unit(r.between(40, 300)), ";\n ", self.int(20))
        elif shape == 5:
            body = self.large_match(r.pick([10, 50, 200]))
        else:
            body = self.int(r.between(40, 400))
        cost = self.cost
        self.back_to(mark)
        self.bind("top", name, cost)
        return Node("function", f"let {name} {a} {b} =\n  ", body, "\n")

    def wide(self, count):
        """Variables that live at once, with other code between them."""
        r = self.random
        parts, names = [], []
        refs = r.pick([0, 0, 10, 50])
        for _ in range(count):
            if r.chance(refs):
                name = self.fresh("r")
                parts += [f"let {name} = ref ", self.nested("int", r.between(1, 4)), " in\n  "]
                self.bind("ref", name)
                names.append("!" + name)
            else:
                name = self.fresh("x")
                parts += [f"let {name} = ", self.nested("int", r.between(1, 6)), " in\n  "]
                self.bind("int", name)
                names.append(name)
            if r.chance(6):
                parts += [self.nested("unit", r.between(5, 40)), ";\n  "]
        parts += [self.unit(30), ";\n  "]
        if r.chance(30):
            names = [name for name in names if r.chance(60)] or names
        total = []
        for i, name in enumerate(names):
            total += [" + " if i % 10 != 9 else " mod 97 + ", Node("int", name), ""]
        return Node("int", *parts, Node("int", "(", Node("int", "0"), "", *total, ") mod 9973"))

    def deep(self, depth):
        """ifs, matches and tries one inside the other."""
        r = self.random
        if depth == 0:
            return self.nested("int", 10)
        kind = r.below(12)
        if kind < 5:
            inner = self.deep(depth - 1)
            one, other = (inner, self.int(2)) if r.chance(50) else (self.int(2), inner)
            return Node("int", "(if ", self.bool(3), " then ", one, self.line(), " else ", other, ")")
        if kind < 8:
            arms = []
            at = r.below(4)
            for i in range(4):
                arms += [self.line(), f"| {i} -> ", self.deep(depth - 1) if i == at else self.int(2)]
            return Node("int", "(match ", self.int(2), " land 7 with ", *arms, " | _ -> ", self.int(1), ")")
        if kind == 8:
            return Node("int", "(try ", self.deep(depth - 1), " with Stop x -> x)") if depth % 3 == 0 else self.deep(depth - 1)
        if kind == 9:
            name = self.fresh("x")
            value = self.int(4)
            mark = self.mark()
            self.bind("int", name)
            inner = self.deep(depth - 1)
            self.back_to(mark)
            return Node("int", f"(let {name} = ", value, " in ", inner, ")")
        if kind == 10 and self.some("ref"):
            return Node("int", "(", self.unit(4), ";", self.line(), self.deep(depth - 1), f" + !{self.some('ref')})")
        if kind == 10:
            name = self.fresh("r")
            self.bind("ref", name)
            inner = self.deep(depth - 1)
            self.env["ref"].remove(name)
            return Node("int", f"(let {name} = ref 1 in", inner, ")")
        return Node("int", "(1 + (", self.deep(depth - 1), ") mod 1000)")

    def captures(self, count):
        """Closures over many variables, called and passed on."""
        r = self.random
        parts, names = [], []
        for _ in range(count):
            name = self.fresh("x")
            parts += [f"let {name} = ", self.nested("int", 2), " in\n  "]
            self.bind("int", name)
            names.append(name)
        f, p, q = self.fresh("g"), self.fresh("p"), self.fresh("q")
        used = [part for name in names if r.chance(80) for part in (" + ", Node("int", name), "")]
        parts += [f"let {f} {p} = ", Node("int", f"{p} + (", Node("int", "0"), "", *used, ") mod 1000"), " in\n  "]
        self.bind("fun1", f, count)
        inner, cost = self.body("int", 40, [q])
        parts += [f"let h{q} {q} = ", inner, f" in\n  put (List.length (List.map {f} [1; 2])); put (List.fold_left (+) 0 (List.map h{q} [1; 5]));\n  "]
        self.cost += 2 * cost
        return Node("int", *parts, f"({f} 3 + h{q} 4) mod 9973")

    def large_match(self, count):
        r = self.random
        arms = []
        for i in range(count):
            arms += [f"\n  | {i * r.pick([1, 1, 1, 2]) if r.chance(95) else -i} -> ", self.nested("int", r.between(1, 4))]
        return Node("int", "(match ", self.int(6), f" mod {count} with", *arms, "\n  | _ -> ", self.int(10), ")")

    def program(self):
        r = self.random
        functions = [self.function(f"top{i + 1}") for i in range(r.between(2, 6))]
        calls = []
        for i in range(len(functions)):
            for a, b in [(0, 1), (3, -7), (100, 12)]:
                calls.append(Node("show", f"show {a * 10 + i} (fun () -> top{i + 1} ({a}) ({b}));\n"))
        return Node("program", PRELUDE, *functions, "let () =\n", *calls, "()\n")


def generate(seed):
    return Generator(seed).program()
