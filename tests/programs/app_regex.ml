(* A regular expression matcher three ways: backtracking with continuations,
   derivatives, and a compiled set-of-states automaton; they must agree. *)

type re = Empty | Eps | Chr of char | Any | Set of bool * (char * char) list | Seq of re * re | Alt of re * re | Star of re

exception Syntax of string

let parse s =
  let n = String.length s and i = ref 0 in
  let peek () = if !i < n then Some s.[!i] else None in
  let rec alt () = let l = seq () in if peek () = Some '|' then (incr i; Alt (l, alt ())) else l
  and seq () = match peek () with None | Some ('|' | ')') -> Eps | Some _ -> let a = post () in (match seq () with Eps -> a | b -> Seq (a, b))
  and post () =
    let rec go r = match peek () with
      | Some '*' -> incr i; go (Star r)
      | Some '+' -> incr i; go (Seq (r, Star r))
      | Some '?' -> incr i; go (Alt (r, Eps))
      | _ -> r in
    go (atom ())
  and atom () = match peek () with
    | Some '(' -> incr i; let r = alt () in if peek () <> Some ')' then raise (Syntax "missing )"); incr i; r
    | Some '[' -> incr i; set ()
    | Some '.' -> incr i; Any
    | Some '\\' -> incr i; (match peek () with Some c -> incr i; Chr c | None -> raise (Syntax "trailing backslash"))
    | Some ('*' | '+' | '?') -> raise (Syntax (Printf.sprintf "nothing to repeat at %d" !i))
    | Some c -> incr i; Chr c
    | None -> raise (Syntax "unexpected end")
  and set () =
    let negated = peek () = Some '^' in
    if negated then incr i;
    let rec go acc = match peek () with
      | None -> raise (Syntax "missing ]")
      | Some ']' when acc <> [] -> incr i; Set (negated, List.rev acc)
      | Some c ->
        incr i;
        if !i + 1 < n && s.[!i] = '-' && s.[!i + 1] <> ']' then (let hi = s.[!i + 1] in i := !i + 2; go ((c, hi) :: acc)) else go ((c, c) :: acc) in
    go []
  in
  let r = alt () in
  if !i < n then raise (Syntax "unbalanced )");
  r

let accepts c = function
  | Chr d -> c = d | Any -> true | Set (neg, l) -> List.exists (fun (a, b) -> a <= c && c <= b) l <> neg | _ -> false

let rec back r s i k = match r with
  | Empty -> false
  | Eps -> k i
  | Chr _ | Any | Set _ -> i < String.length s && accepts s.[i] r && k (i + 1)
  | Seq (a, b) -> back a s i (fun j -> back b s j k)
  | Alt (a, b) -> back a s i k || back b s i k
  | Star a -> back a s i (fun j -> j > i && back r s j k) || k i

let rec nullable = function Eps | Star _ -> true | Seq (a, b) -> nullable a && nullable b | Alt (a, b) -> nullable a || nullable b | _ -> false
let seq a b = match a, b with Empty, _ | _, Empty -> Empty | Eps, r | r, Eps -> r | _ -> Seq (a, b)
let alt a b = match a, b with Empty, r | r, Empty -> r | _ -> if a = b then a else Alt (a, b)
let rec deriv c r = match r with
  | Empty | Eps -> Empty
  | Chr _ | Any | Set _ -> if accepts c r then Eps else Empty
  | Seq (a, b) -> let d = seq (deriv c a) b in if nullable a then alt d (deriv c b) else d
  | Alt (a, b) -> alt (deriv c a) (deriv c b)
  | Star a -> seq (deriv c a) r

(* Thompson's construction, simulated on sets of states. *)
type state = Accept | Step of re * int | Split of int * int
let compile r =
  let code = ref [] and n = ref 0 in
  let emit s = code := (!n, s) :: !code; incr n; !n - 1 in
  let patch at s = code := (at, s) :: List.remove_assoc at !code in
  let rec go r next = match r with
    | Eps -> next
    | Empty | Chr _ | Any | Set _ -> emit (Step (r, next))
    | Seq (a, b) -> go a (go b next)
    | Alt (a, b) -> let x = go a next in let y = go b next in emit (Split (x, y))
    | Star a -> let at = emit Accept in patch at (Split (go a at, next)); at in
  let accept = emit Accept in
  let start = go r accept in
  (Array.init !n (fun i -> List.assoc i !code), start)

let run (code, start) s =
  let add set i =
    let rec go i = if not (Hashtbl.mem set i) then (Hashtbl.replace set i (); match code.(i) with Split (a, b) -> go a; go b | _ -> ()) in
    go i in
  let initial = Hashtbl.create 8 in
  add initial start;
  let final = String.fold_left (fun set c ->
      let next = Hashtbl.create 8 in
      Hashtbl.iter (fun i () -> match code.(i) with Step (r, n) when accepts c r -> add next n | _ -> ()) set;
      next) initial s in
  Hashtbl.fold (fun i () ok -> ok || code.(i) = Accept) final false

let () =
  List.iter
    (fun (p, inputs) ->
      match parse p with
      | exception Syntax m -> Printf.printf "%s: syntax error, %s\n" p m
      | r ->
        let auto = compile r in
        Printf.printf "%s:" p;
        List.iter
          (fun s ->
            let a = back r s 0 (fun i -> i = String.length s) and b = nullable (String.fold_left (fun r c -> deriv c r) r s) and c = run auto s in
            Printf.printf " %S %s" s (if a = b && b = c then string_of_bool a else Printf.sprintf "DISAGREE %B %B %B" a b c))
          inputs;
        print_newline ())
    [ ("abc", ["abc"; "ab"; "abcd"; ""]); ("a*b", ["b"; "aaab"; "aaa"; "ba"]); ("(a|b)*abb", ["abb"; "aababb"; "ab"; "babba"]);
      ("[a-c]+[^a-c]?", ["abcx"; "x"; "cab"; "abxx"]); ("a.c", ["abc"; "a.c"; "ac"]); ("(ab?)*", [""; "abaab"; "abb"]); ("\\*+", ["***"; "a"]);
      ("(a*)*b", ["aaaab"; "aaaaaaa"]); ("x(yz|)w", ["xw"; "xyzw"; "xyw"]); ("[0-9]+(\\.[0-9]+)?(e-?[0-9]+)?", ["12"; "1.5"; "1.5e-10"; ".5"; "1e"]);
      ("(a", []); ("a)", []); ("*a", []); ("[abc", []); ("a|b|", ["a"; ""; "c"]) ]
