"""Programs that ocamlc refuses or warns about: what it is told, the files, a part of what it says, its exit status.
Two are right: one has wide ints, one is linked.
"""
import collections

Case = collections.namedtuple("Case", "arguments files says status")


def of(text, says, *arguments, status=2, **files):
    """x.ml alone, or further files named by keyword: `a_mli` is a.mli."""
    files = {name.replace("_", "."): content for name, content in files.items()}
    return Case([*arguments, "-c", *files, "x.ml"], {"x.ml": text, **files}, says, status)


WRONG = {
    "wrong_syntax": of("let f x =\n  (match x with\n   | 1 -> 2\n\nlet g = f 1\n", "Syntax error"),
    "wrong_name": of("let length = List.lenght\nlet f strings = string\n", "Unbound value"),
    "wrong_type": of('''let total = List.fold_left (fun sum (name, n) -> sum + n + String.length name) 0
let () = Printf.printf "%d %s\\n" (total ["a", 1; "b", 2.5]) 3
''', "type"),
    "wrong_file": Case(["-c", "absent.ml"], {}, "absent.ml", 2),
    "wrong_match": of('''type shape = Circle of float | Square of float | Polygon of (float * float) list
let f = function Circle r, Some (Square _) -> r | Polygon ((x, _) :: _ :: _), None -> x | Square s, _ -> s
''', "not exhaustive", status=0),
    "wrong_unused": of('''open List
let f x = let y = x + 1 and rec_ = 3 in let rec loop n = loop (n - 1) in x
let _unused (a, b) = match a with 0 -> b | 1 -> b | 0 -> a | _ -> a
''', "unused", "-w", "+a", status=0),
    "wrong_arity": of("type t = Node of t * int * t | Leaf\nlet rec depth = function Node (l, r) -> 1 + max (depth l) (depth r) "
                      "| Leaf -> 0\n", "expects 3 argument(s)"),
    "wrong_module": of("open Printf\nmodule M = Mising.Inner\nlet () = printf \"%d\" M.x\n", "Unbound module"),
    "wrong_signature": of('''module type S = sig type t val make : int -> t val show : t -> string end
module M : S = struct type t = int list let make n = [n] let show t = t let extra = 1 end
''', "Signature mismatch"),
    "wrong_option": Case(["-no-such-option", "x.ml"], {"x.ml": ""}, "unknown option", 2),
    "wrong_interface": of("let f x = x + 1\n", "x.ml", "-strict-formats", x_mli="val f : float -> float\nval g : int\n"),
    "wrong_literal": of("let a = 99999999999999999999\n", "exceeds the range"),
    # Right where an int has 63 bits.
    "wide_literal": of("let a = 0x1_0000_0000\nlet f = function 4611686018427387903 -> min_int | _ -> -1073741825\n", "", status=0),
    "right_program": Case(["-g", "-o", "x.byte", "a.mli", "a.ml", "x.ml"], {
        "a.mli": "type t\nval empty : t\nval add : string -> t -> t\nval show : t -> string\n",
        "a.ml": "module M = Map.Make (String)\ntype t = int64 M.t\nlet empty = M.empty\nlet add k m = M.add k 7_000_000_000L m\n"
                'let show m = String.concat ";" (List.map (fun (k, n) -> Printf.sprintf "%s=%Ld" k n) (M.bindings m))\n',
        "x.ml": 'let () = Printexc.record_backtrace true; print_endline A.(show (add "one" (add "two" empty)))\n'
                "let rec f n = if n = 0 then failwith (Printf.sprintf \"%h\" 0.1) else 1 + f (n - 1)\n"
                "let () = try ignore (f 2) with Failure s -> print_string (s ^ Printexc.get_backtrace ())\n"}, "", 0),
    "wrong_error": of("let f x = let y = 1 in x\nlet g = function Some 1 -> () | None -> ()\n",
                      "Error (warning", "-w", "+a-70", "-warn-error", "+a"),
    "wrong_classes": of('''class virtual base = object (self) method virtual size : int method twice = 2 * self#size end
class leaf = object inherit base method size = "large" end
let l : < size : int; .. > = new leaf
''', "method size"),
    "wrong_gadt": of('''type _ t = Int : int -> int t | Pair : 'a t * 'b t -> ('a * 'b) t | Same : 'a t * 'a t -> bool t
let rec eval : type a. a t -> a = function Int n -> n | Pair (a, b) -> eval a, eval b | Same (a, b) -> eval a
''', "type"),
}
