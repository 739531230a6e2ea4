(* Option, Result, Either, Fun, Bool, Int, Unit: every function of 4.13. *)

let so = function Some n -> "Some " ^ string_of_int n | None -> "None"
let sr = function Ok n -> "Ok " ^ string_of_int n | Error e -> "Error " ^ e
let se = function Either.Left n -> "Left " ^ string_of_int n | Either.Right s -> "Right " ^ s
let half n = if n land 1 = 0 then Some (n / 2) else None
let safe_div a b = if b = 0 then Error "zero" else Ok (a / b)
let ( let* ) = Option.bind
let ( let+ ) x f = Result.map f x
let ( and+ ) a b = match a, b with Ok a, Ok b -> Ok (a, b) | Error e, _ | _, Error e -> Error e

let quarter n = let* h = half n in let* q = half h in Some q
let both a b = let+ x = safe_div 100 a and+ y = safe_div 100 b in x + y

let () =
  let open Option in
  Printf.printf "%s %s %d %d\n" (so none) (so (some 1)) (value (Some 1) ~default:9) (value None ~default:9);
  Printf.printf "%d %s\n" (get (Some 5)) (try string_of_int (get None) with Invalid_argument m -> m);
  Printf.printf "%s %s %s\n" (so (bind (Some 8) half)) (so (bind (Some 7) half)) (so (join (Some (Some 3))));
  Printf.printf "%s %s %d\n" (so (map succ (Some 1))) (so (map succ None)) (fold ~none:0 ~some:(( * ) 2) (Some 21));
  iter (Printf.printf "iter %d\n") (Some 4);
  iter (Printf.printf "never %d\n") None;
  Printf.printf "%B %B %B %d\n" (is_none None) (is_some None) (equal ( = ) (Some 1) (Some 1)) (compare Int.compare None (Some 0));
  Printf.printf "%s %s\n" (sr (to_result ~none:"none" None)) (sr (to_result ~none:"none" (Some 1)));
  Printf.printf "%d %d\n" (List.length (to_list (Some 1))) (List.length (to_list None));
  Printf.printf "%s %s %s\n" (so (quarter 12)) (so (quarter 6)) (so (quarter 5))

let () =
  let open Result in
  Printf.printf "%s %s %d %d\n" (sr (ok 1)) (sr (error "e")) (value (Ok 1) ~default:0) (value (Error "x") ~default:0);
  Printf.printf "%d %s\n" (get_ok (Ok 3)) (get_error (Error "err"));
  Printf.printf "%s\n" (try string_of_int (get_ok (Error 1)) with Invalid_argument m -> m);
  Printf.printf "%s %s\n" (sr (bind (Ok 10) (safe_div 100))) (sr (bind (Ok 0) (safe_div 100)));
  Printf.printf "%s %s\n" (sr (join (Ok (Ok 1)))) (sr (join (Ok (Error "inner"))));
  Printf.printf "%s %s\n" (sr (map succ (Ok 1))) (sr (map_error String.uppercase_ascii (Error "up")));
  Printf.printf "%d %d\n" (fold ~ok:succ ~error:String.length (Ok 1)) (fold ~ok:succ ~error:String.length (Error "four"));
  iter (Printf.printf "ok %d\n") (Ok 1);
  iter_error (Printf.printf "error %s\n") (Error "e");
  Printf.printf "%B %B %B\n" (is_ok (Ok 1)) (is_error (Ok 1)) (equal ~ok:( = ) ~error:( = ) (Ok 1) (Error ""));
  Printf.printf "%d %d\n" (compare ~ok:Int.compare ~error:String.compare (Ok 1) (Error "")) (compare ~ok:Int.compare ~error:String.compare (Error "a") (Error "b"));
  Printf.printf "%s %d\n" (so (to_option (Ok 2))) (List.length (to_list (Error "x")));
  Printf.printf "%s %s %s\n" (sr (both 5 10)) (sr (both 0 10)) (sr (both 5 0))

let () =
  let l : (int, string) Either.t = Either.left 1 and r : (int, string) Either.t = Either.right "r" in
  Printf.printf "%s %s %B %B\n" (se l) (se r) (Either.is_left l) (Either.is_right l);
  Printf.printf "%s %s\n" (so (Either.find_left l)) (Option.value ~default:"none" (Either.find_right l));
  Printf.printf "%s %s\n" (se (Either.map_left succ l)) (se (Either.map_right String.uppercase_ascii r));
  Printf.printf "%s\n" (se (Either.map ~left:pred ~right:Fun.id l));
  Printf.printf "%d %d\n" (Either.fold ~left:Fun.id ~right:String.length r) (Either.fold ~left:Fun.id ~right:String.length l);
  Either.iter ~left:(Printf.printf "left %d\n") ~right:print_endline r;
  Printf.printf "%B %B\n" (Either.for_all ~left:(fun n -> n > 0) ~right:(fun s -> s = "") r) (Either.equal ~left:( = ) ~right:( = ) l l);
  Printf.printf "%d\n" (Either.compare ~left:Int.compare ~right:String.compare l r);
  Printf.printf "%d %d %d %B\n" (Fun.id 7) (Fun.const 1 2) (Fun.flip ( - ) 1 10) (Fun.negate (( = ) 1) 2);
  Printf.printf "%B %B %d %s %g %d\n" (Bool.not true) (Bool.equal true false) (Bool.to_int true) (Bool.to_string false) (Bool.to_float true) (Bool.compare false true);
  Printf.printf "%d %d %d %d %B %s\n" (Int.abs (-5)) (Int.neg 3) (Int.succ 1) (Int.min 3 4 + Int.max 3 4) (Int.equal 1 1) (Int.to_string 99);
  Printf.printf "%d %d %g %d\n" (Int.shift_left 1 10) (Int.logxor 5 3) (Int.to_float 7) (Int.of_float 7.9);
  Printf.printf "%B %d %s\n" (Unit.equal () ()) (Unit.compare () ()) (Unit.to_string ())
