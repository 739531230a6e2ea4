(* regular expressions: a parser, a backtracking matcher in continuations, derivatives with a cache, Thompson's sets *)
type regex =
  | Empty
  | Nothing
  | Chars of (char * char) list * bool
  | Sequence of regex * regex
  | Choice of regex * regex
  | Star of regex

exception Syntax of string

let parse pattern =
  let at = ref 0 in
  let peek () = if !at < String.length pattern then Some pattern.[!at] else None in
  let next () = match peek () with Some c -> incr at; c | None -> raise (Syntax "unexpected end") in
  let rec choice () =
    let left = sequence () in
    if peek () = Some '|' then (incr at; Choice (left, choice ())) else left
  and sequence () =
    match peek () with
    | None | Some ('|' | ')') -> Empty
    | Some _ -> let first = repeated (atom ()) in (match sequence () with Empty -> first | rest -> Sequence (first, rest))
  and repeated r =
    match peek () with
    | Some '*' -> incr at; repeated (Star r)
    | Some '+' -> incr at; repeated (Sequence (r, Star r))
    | Some '?' -> incr at; repeated (Choice (r, Empty))
    | _ -> r
  and atom () =
    match next () with
    | '(' ->
      let r = choice () in
      if peek () <> Some ')' then raise (Syntax "missing )");
      incr at;
      r
    | '.' -> Chars ([], true)
    | '[' -> set ()
    | '\\' ->
      (match next () with
       | 'd' -> Chars ([ ('0', '9') ], false)
       | 'w' -> Chars ([ ('a', 'z'); ('A', 'Z'); ('_', '_') ], false)
       | c -> Chars ([ (c, c) ], false))
    | '*' | '+' | '?' -> raise (Syntax "nothing to repeat")
    | c -> Chars ([ (c, c) ], false)
  and set () =
    let negated = peek () = Some '^' in
    if negated then incr at;
    let rec ranges found =
      match next () with
      | ']' -> Chars (found, negated)
      | c when peek () = Some '-' -> incr at; ranges ((c, next ()) :: found)
      | c -> ranges ((c, c) :: found)
    in
    ranges []
  in
  let r = choice () in
  if !at < String.length pattern then raise (Syntax "unexpected )");
  r

let holds ranges negated c = List.exists (fun (low, high) -> low <= c && c <= high) ranges <> negated

(* The first end, in order of preference, of a match that starts at i. *)
let backtrack regex text start =
  let rec go r i continue =
    match r with
    | Empty -> continue i
    | Nothing -> None
    | Chars (ranges, negated) -> if i < String.length text && holds ranges negated text.[i] then continue (i + 1) else None
    | Sequence (a, b) -> go a i (fun j -> go b j continue)
    | Choice (a, b) -> (match go a i continue with None -> go b i continue | found -> found)
    | Star a -> (match go a i (fun j -> if j = i then None else go r j continue) with None -> continue i | found -> found)
  in
  go regex start Option.some

let rec nullable = function
  | Empty | Star _ -> true
  | Nothing | Chars _ -> false
  | Sequence (a, b) -> nullable a && nullable b
  | Choice (a, b) -> nullable a || nullable b

let sequence a b = match (a, b) with Nothing, _ | _, Nothing -> Nothing | Empty, r | r, Empty -> r | _ -> Sequence (a, b)

let rec choice a b =
  match (a, b) with
  | Nothing, r | r, Nothing -> r
  | Choice (x, y), _ -> choice x (choice y b)
  | _, Choice (x, y) -> if a = x then b else if compare a x < 0 then Choice (a, b) else choice x (choice a y)
  | _ -> if a = b then a else if compare a b < 0 then Choice (a, b) else Choice (b, a)

let rec derive c = function
  | Empty | Nothing -> Nothing
  | Chars (ranges, negated) -> if holds ranges negated c then Empty else Nothing
  | Sequence (a, b) ->
    let first = sequence (derive c a) b in
    if nullable a then choice first (derive c b) else first
  | Choice (a, b) -> choice (derive c a) (derive c b)
  | Star a as star -> sequence (derive c a) star

type state = { regex : regex; accepts : bool; next : state option array }

let automaton () =
  let states = Hashtbl.create 64 in
  let state regex =
    match Hashtbl.find_opt states regex with
    | Some state -> state
    | None ->
      let state = { regex; accepts = nullable regex; next = Array.make 256 None } in
      Hashtbl.add states regex state;
      state
  in
  let step from c =
    match from.next.(Char.code c) with
    | Some state -> state
    | None ->
      let target = state (derive c from.regex) in
      from.next.(Char.code c) <- Some target;
      target
  in
  (states, state, step)

(* The end of the longest match that starts at i. *)
let longest (state, step) regex text start =
  let rec loop s i best =
    let best = if s.accepts then Some i else best in
    if i >= String.length text || s.regex = Nothing then best else loop (step s text.[i]) (i + 1) best
  in
  loop (state regex) start None

let count matcher text =
  let rec loop i matches total =
    if i >= String.length text then (matches, total)
    else
      match matcher text i with
      | Some j when j > i -> loop j (matches + 1) (total + (i * (j - i) land 0xFFF))
      | _ -> loop (i + 1) matches total
  in
  loop 0 0 0

let text =
  String.concat " "
    (List.init 900 (fun i ->
         Printf.sprintf "%s%d@mail%d.example.org 20%02d-%02d-%02d \"a \\\"quoted\\\" %d\" 0x%x abcabcab%s"
           (String.make (1 + (i mod 4)) 'u')
           i (i mod 7) (i mod 30) (1 + (i mod 12)) (1 + (i mod 28)) (i * i) (i * 77) (if i mod 3 = 0 then "c" else "d")))

let patterns =
  [ "\\w+\\d*@(\\w|\\d|\\.)+"; "\\d\\d\\d\\d-\\d\\d?-\\d\\d?"; "\"([^\\\\\"]|\\\\.)*\""; "0x[0-9a-f]+";
    "(abc)+d|(abc)+c"; "(a|b|ab)*c"; "[^ ]*9 " ]

let () =
  List.iter
    (fun pattern ->
      let regex = parse pattern in
      let states, state, step = automaton () in
      let first, sum = count (backtrack regex) text in
      let most, total = count (longest (state, step) regex) text in
      Printf.printf "%s: %d %d, %d %d, %d states\n" pattern first sum most total (Hashtbl.length states))
    patterns;
  List.iter
    (fun pattern -> match parse pattern with _ -> () | exception Syntax message -> Printf.printf "%s: %s\n" pattern message)
    [ "(a"; "*a"; "a)"; "[a" ]
