(* nan, infinities, signed zeros: comparison in every form, classification,
   arithmetic, min and max, sorting, printing, as map keys. *)

let p = Printf.printf
let specials = [nan; infinity; neg_infinity; 0.; -0.; 1.5; -1.5; max_float; min_float; epsilon_float; 4.94e-324]
let name x = Printf.sprintf "%h" x
(* The sign of a nan that an operation makes is the machine's choice. *)
let n x = if x <> x then nan else x

let class_name x = match classify_float x with
  | FP_normal -> "normal" | FP_subnormal -> "subnormal" | FP_zero -> "zero" | FP_infinite -> "infinite" | FP_nan -> "nan"

let matcher = function
  | 0. -> "zero" | 1.5 -> "one and a half" | x when x <> x -> "nan" | x when x > 1e300 -> "huge" | _ -> "other"

let () =
  List.iter
    (fun a ->
      p "%s %s:" (name a) (class_name a);
      List.iter
        (fun b ->
          let bit c x = if x then c else '.' in
          p " %c%c%c%c%c%c%d" (bit '<' (a < b)) (bit 'l' (a <= b)) (bit '>' (a > b)) (bit 'g' (a >= b)) (bit '=' (a = b)) (bit '!' (a <> b)) (compare a b))
        specials;
      print_newline ())
    specials;
  List.iter
    (fun a ->
      p "%s: %h %h %h %h %h %s %B %B %B %B\n" (name a) (n (a +. 1.)) (n (a *. 0.)) (1. /. a) (n (a -. a)) (n (sqrt a)) (matcher a)
        (Float.is_nan a) (Float.is_finite a) (Float.is_integer a) (Float.sign_bit a))
    specials;
  p "%h %h %h %h\n" (n (infinity -. infinity)) (0. /. 0. |> Float.abs) (infinity *. -1.) (1. /. -0.);
  p "%h %h %h %h\n" (Float.abs (-0.)) (-0. +. 0.) (0. *. -1.) (Float.neg 0.);
  p "%B %B %B\n" (nan = nan) (nan == nan && false) (compare nan nan = 0);
  p "%B %B %d\n" (0. = -0.) (compare 0. (-0.) = 0) (Float.compare (-0.) 0.);
  (* Polymorphic equality and comparison of structures that hold floats. *)
  p "%B %B %B\n" ([nan] = [nan]) (compare [nan] [nan] = 0) ((1, 2.5) = (1, 2.5));
  p "%d %d %d\n" (compare [| 1.5; nan |] [| 1.5; 2.5 |]) (compare (Some 1.5) (Some 0.5)) (compare [1.5; 2.5] [1.5]);
  p "%h %h %h %h\n" (min 1. nan) (min nan 1.) (max 1. nan) (max nan 1.);
  p "%h %h %h %h\n" (Float.min 1. nan) (Float.min nan 1.) (Float.min 0. (-0.)) (Float.max (-0.) 0.);
  List.iter (fun x -> p "%s " (name x)) (List.sort compare specials);
  print_newline ();
  List.iter (fun x -> p "%s " (name x)) (List.sort (fun a b -> Float.compare b a) specials);
  print_newline ();
  let module M = Map.Make (Float) in
  let m = List.fold_left (fun m x -> M.add x (name x) m) M.empty specials in
  p "%d %s %s\n" (M.cardinal m) (M.find nan m) (M.find 0. m);
  p "%h %h %h\n" (max_float *. 2.) (min_float /. 2.) (4.94e-324 /. 2.);
  p "%h %h\n" (max_float +. 1.) (1. +. epsilon_float -. 1.);
  p "%s %s %s %s\n" (string_of_float nan) (string_of_float infinity) (string_of_float (-0.)) (string_of_float 1e300);
  p "%.3f %e %g %F\n" infinity neg_infinity nan nan;
  p "%h %h %h\n" (Float.succ max_float) (Float.pred 0.) (Float.succ (-0.));
  p "%h %h %h %h\n" (floor infinity) (Float.round nan) (n (mod_float infinity 2.)) (mod_float 5. infinity);
  let fr, ip = modf infinity in
  p "%h %h %h\n" fr ip (fst (frexp infinity));
  p "%h %h %h %h\n" (exp neg_infinity) (log 0.) (log (-1.) |> Float.abs) (0. ** 0.);
  p "%h %h %h %h\n" (atan2 0. (-0.)) (atan infinity) (2. ** 1e4) (infinity ** 0.);
  let count = ref 0 in
  List.iter (fun a -> List.iter (fun b -> if not (a < b) && not (b < a) && not (a = b) then incr count) specials) specials;
  p "unordered pairs %d\n" !count;
  let x = ref nan in
  p "%B %B %B\n" (!x > 0.) (not (!x > 0.)) (!x <= 0. || !x > 0.);
  p "%s\n" (if !x < 1. then "less" else if !x >= 1. then "greater" else "neither")
