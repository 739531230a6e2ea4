"""Random programs about the order of effects: functions that aren't known (a functor's parameter), mutable fields,
references and arrays meet in expressions and lets. Each unknown function writes down that it was called."""
from tree import Random

FUNCTIONS = 25

SIGNATURE = """module type S = sig
  type m = { mutable f : int }
  val a : int -> int
  val b : int -> int -> int
  val s : int -> string
  val id : ('a -> 'b) -> 'a -> 'b
  val r0 : int ref
  val r1 : int ref
  val t : int array
  val m : m
end

module F (X : S) = struct
"""

MAIN = """
let log = Buffer.create 100
let note c n = Buffer.add_char log c; Buffer.add_string log (string_of_int (n land 63))

module A = struct
  type m = { mutable f : int }
  let r0 = ref 1
  let r1 = ref 2
  let t = [| 3; 4; 5 |]
  let m = { f = 6 }
  let a n = note 'a' n; incr r0; ((n * 3) + !r1) land 0xFFF
  let b n k = note 'b' n; t.(n land 1) <- (t.(1) + 1) land 0xFF; m.f <- (m.f + 1) land 0xFF; (n + (7 * k)) land 0xFFF
  let s n = note 's' n; r1 := (!r1 + 1) land 0xFF; String.make (n land 7) 'x'
  let id f x = note 'i' 0; f x
end

module B = struct
  include A
  let a n = note 'A' n; r1 := !r1 lxor 5; (n + 1) land 0xFFF
  let b n k = note 'B' k; r0 := (!r0 + n) land 0xFFF; n lxor k
  let id f x = note 'I' 1; m.f <- 0; f x
end

module FA = F (A)
module FB = F (B)

let () =
  List.iteri
    (fun i (f, g) ->
      Buffer.clear log;
      let x = f i 3 in
      let y = g i 4 in
      Printf.printf "%d %d %d %s\\n" i x y (Buffer.contents log))
    (List.combine FA.all FB.all)
"""


class Generator:
    def __init__(self, seed):
        self.random = Random(seed)

    def choose(self, items):
        return items[self.random.below(len(items))]

    def leaf(self, names):
        kind = self.random.below(6)
        if kind == 0:
            return str(self.random.below(10))
        if kind <= 2:
            return self.choose(names)
        if kind == 3:
            return f"!X.r{self.random.below(2)}"
        return f"X.t.({self.random.below(3)})" if kind == 4 else "X.m.X.f"

    def expression(self, names, depth):
        """An int, of what the names and the functor's parameter give."""
        kind = self.random.below(100)
        if depth <= 0 or kind < 22:
            return self.leaf(names)

        def part():
            return self.expression(names, depth - 1)

        if kind < 42:
            return f"(X.a ({part()}))"
        if kind < 56:
            return f"(X.b ({part()}) ({part()}))"
        if kind < 66:
            return f"({part()} + {part()})"
        if kind < 72:
            return f"(if {part()} > {part()} then {part()} else {part()})"
        if kind < 78:
            return f"(let p = ({part()}, {part()}) in fst p + snd p)"
        if kind < 83:
            return f"(match {part()} land 3 with 0 -> {part()} | 1 -> {part()} | _ -> {part()})"
        if kind < 88:
            return f"(try if X.a ({part()}) land 1 = 0 then raise Exit; {part()} with Exit -> {part()})"
        if kind < 92:
            return f"(X.id (fun x -> x + {part()}) ({part()}))"
        if kind < 96:
            return f"(String.length (X.s ({part()}) ^ X.s ({part()})))"
        return f"(List.fold_left ( + ) 0 [ {part()}; {part()}; {part()} ])"

    def statement(self, names, depth):
        value = self.expression(names, depth)
        kind = self.random.below(10)
        if kind < 3:
            return f"X.r{self.random.below(2)} := {value};"
        if kind < 5:
            return f"X.t.({self.random.below(3)}) <- {value};"
        if kind < 6:
            return f"X.m.X.f <- {value};"
        if kind < 8:
            return f"ignore ({value});"
        return f"for i = 0 to {self.random.below(3)} do ignore ({self.expression(names + ['i'], depth)}) done;"

    def function(self, number):
        names, lines = ["x", "y"], []
        for i in range(1 + self.random.below(9)):
            if self.random.below(10) < 7:
                lines.append(f"let v{i} = {self.expression(names, self.random.below(4))} in")
                names.append(f"v{i}")
                if self.random.below(2) == 0:
                    names = names[-3:]
            else:
                lines.append(self.statement(names, self.random.below(3)))
        results = " + ".join(self.choose(names) for _ in range(1 + self.random.below(4)))
        kind = self.random.below(10)
        if kind < 4:
            lines.append(results)
        elif kind < 7:
            lines.append(f"X.b ({self.expression(names, 2)}) ({results})")
        else:
            triple = ", ".join(self.expression(names, 1) for _ in range(3))
            lines.append(f"let p, q, r = ({triple}) in p + (2 * q) + (3 * r)")
        return f"  let f{number} x y =\n    " + "\n    ".join(lines) + "\n"

    def text(self):
        functions = "\n".join(self.function(number) for number in range(FUNCTIONS))
        all_of_them = "; ".join(f"f{number}" for number in range(FUNCTIONS))
        return f"{SIGNATURE}{functions}\n  let all = [ {all_of_them} ]\nend\n{MAIN}"


def generate(seed):
    return Generator(seed)
