(* Nested matches: or-patterns under constructors, guards that fall through to
   later rows, tuples of variants, aliases, matches inside matches. *)

type shape =
  | Point
  | Circle of int
  | Rect of int * int
  | Group of shape list
  | Named of { name : string; shape : shape }

type colour = Red | Green | Blue | Rgb of int * int * int

let rec area = function
  | Point | Group [] | Circle 0 | Rect (0, _) | Rect (_, 0) -> 0
  | Circle r when r < 0 -> -1
  | Circle r -> 3 * r * r
  | Rect (w, h) when w = h -> w * w
  | Rect (w, h) -> w * h
  | Group [one] -> area one
  | Group (first :: rest) -> area first + area (Group rest)
  | Named { name = "ghost"; _ } -> 0
  | Named { shape; _ } -> area shape

let mix a b =
  match a, b with
  | Red, Red | Green, Green | Blue, Blue -> "same"
  | (Red, Green | Green, Red) -> "yellow"
  | (Red, Blue | Blue, Red) -> "magenta"
  | (Green, Blue | Blue, Green) -> "cyan"
  | Rgb (r, g, b), _ when r = g && g = b -> Printf.sprintf "grey %d" r
  | _, Rgb (r, g, b) when r = g && g = b -> Printf.sprintf "grey %d (right)" r
  | Rgb (x, _, _), (Red as c) | (Red as c), Rgb (x, _, _) ->
    Printf.sprintf "red %d %b" x (c = Red)
  | Rgb (_, x, _), Green | Green, Rgb (_, x, _) -> Printf.sprintf "green %d" x
  | Rgb (_, _, x), Blue | Blue, Rgb (_, _, x) -> Printf.sprintf "blue %d" x
  | Rgb (a, b, c), Rgb (d, e, f) -> Printf.sprintf "sum %d" (a + b + c + d + e + f)

let fall_through x y z =
  match x, y, z with
  | true, _, 0 -> "A"
  | _, true, 1 -> "B"
  | true, false, n when n > 5 -> "C"
  | false, false, _ -> "D"
  | true, true, _ -> "E"
  | _, _, n when n < 0 -> "F"
  | _ -> "G"

let rec merge a b =
  match a, b with
  | [], l | l, [] -> l
  | (x :: xs as all), (y :: ys as other) ->
    (match compare x y with
     | 0 -> x :: merge xs ys
     | c when c < 0 -> x :: merge xs other
     | _ -> y :: merge all ys)

let inner_match o =
  let n =
    match o with
    | Some (Some (Some x)) -> (match x with 1 -> 10 | 2 -> 20 | _ -> 30)
    | Some (Some None) -> 2
    | Some None -> 1
    | None -> 0
  in
  match n with 0 -> "none" | 1 | 2 -> "partial" | n -> "deep " ^ string_of_int n

let array_patterns = function
  | [||] -> "empty"
  | [|x|] -> Printf.sprintf "one %d" x
  | [|1; y|] -> Printf.sprintf "one and %d" y
  | [|x; _|] -> Printf.sprintf "two from %d" x
  | a -> Printf.sprintf "%d items" (Array.length a)

let () =
  let shapes =
    [Point; Circle 0; Circle (-3); Circle 2; Rect (3, 3); Rect (2, 5); Rect (0, 9); Rect (9, 0);
     Group []; Group [Circle 1]; Group [Circle 1; Rect (2, 2); Group [Point; Rect (1, 4)]];
     Named { name = "ghost"; shape = Circle 5 }; Named { name = "c"; shape = Circle 5 }] in
  List.iter (fun s -> Printf.printf "%d " (area s)) shapes;
  print_newline ();
  let colours = [Red; Green; Blue; Rgb (1, 2, 3); Rgb (7, 7, 7)] in
  List.iter (fun a -> List.iter (fun b -> Printf.printf "%s; " (mix a b)) colours; print_newline ())
    colours;
  List.iter
    (fun x -> List.iter
        (fun y -> List.iter (fun z -> print_string (fall_through x y z)) [-1; 0; 1; 6])
        [true; false])
    [true; false];
  print_newline ();
  List.iter (Printf.printf "%d ") (merge [1; 3; 5; 7; 9] [2; 3; 4; 9; 12; 13]);
  print_newline ();
  List.iter (fun o -> print_endline (inner_match o))
    [None; Some None; Some (Some None); Some (Some (Some 1)); Some (Some (Some 3))];
  List.iter (fun a -> print_endline (array_patterns a)) [[||]; [|5|]; [|1; 2|]; [|2; 1|]; [|1; 2; 3|]]
