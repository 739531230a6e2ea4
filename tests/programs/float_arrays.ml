(* Float arrays and records of floats: mutable fields, polymorphic functions on
   both kinds of arrays, Float.Array, matrices, copies, generic fill. *)

type vec = { mutable x : float; mutable y : float; z : float }
type mixed = { label : string; weight : float; mutable count : int }

let norm v = sqrt ((v.x *. v.x) +. (v.y *. v.y) +. (v.z *. v.z))
let scale k v = v.x <- v.x *. k; v.y <- v.y *. k
let show v = Printf.sprintf "(%g, %g, %g)" v.x v.y v.z

(* Polymorphic code that meets float arrays and others. *)
let swap a i j = let t = a.(i) in a.(i) <- a.(j); a.(j) <- t
let reverse a = let n = Array.length a in for i = 0 to (n / 2) - 1 do swap a i (n - 1 - i) done
let generic_make n x = Array.init n (fun _ -> x)
let first_last a = (a.(0), a.(Array.length a - 1))

let mat_mul a b =
  let n = Array.length a and m = Array.length b.(0) and k = Array.length b in
  Array.init n (fun i ->
      Array.init m (fun j ->
          let s = ref 0. in
          for l = 0 to k - 1 do s := !s +. (a.(i).(l) *. b.(l).(j)) done;
          !s))

let solve a b =
  let n = Array.length b in
  for c = 0 to n - 1 do
    let pivot = ref c in
    for r = c + 1 to n - 1 do if Float.abs a.(r).(c) > Float.abs a.(!pivot).(c) then pivot := r done;
    swap a c !pivot;
    swap b c !pivot;
    for r = c + 1 to n - 1 do
      let f = a.(r).(c) /. a.(c).(c) in
      for k = c to n - 1 do a.(r).(k) <- a.(r).(k) -. (f *. a.(c).(k)) done;
      b.(r) <- b.(r) -. (f *. b.(c))
    done
  done;
  let x = Array.make n 0. in
  for r = n - 1 downto 0 do
    let s = ref b.(r) in
    for k = r + 1 to n - 1 do s := !s -. (a.(r).(k) *. x.(k)) done;
    x.(r) <- !s /. a.(r).(r)
  done;
  x

let floats a = String.concat " " (Array.to_list (Array.map (Printf.sprintf "%g") a))

let () =
  let v = { x = 3.; y = 4.; z = 12. } in
  Printf.printf "%g %s\n" (norm v) (show v);
  let w = { v with y = 0.5 } in
  scale 2. v;
  Printf.printf "%s %s %B\n" (show v) (show w) (v = { x = 6.; y = 8.; z = 12. });
  let m = { label = "m"; weight = 1.5; count = 1 } in
  m.count <- m.count + int_of_float m.weight;
  Printf.printf "%s %g %d\n" m.label m.weight m.count;
  let a = [| 1.5; 2.5; 3.5; 4.5 |] in
  reverse a;
  print_endline (floats a);
  let i = [| 1; 2; 3 |] in
  reverse i;
  Printf.printf "%d %d\n" i.(0) i.(2);
  let s = [| "a"; "b"; "c" |] in
  reverse s;
  print_endline (String.concat "" (Array.to_list s));
  let g = generic_make 3 0.25 in
  g.(1) <- 7.75;
  let f, l = first_last g in
  Printf.printf "%s | %g %g | %d\n" (floats g) f l (Array.length (generic_make 0 1.5));
  print_endline (floats (Array.append a (Array.sub a 1 2)));
  print_endline (floats (Array.concat [a; [||]; g]));
  print_endline (floats (Array.map sqrt [| 4.; 9.; 2.25 |]));
  let c = Array.copy a in
  Array.fill c 0 2 9.5;
  Array.blit c 0 c 1 3;
  Printf.printf "%s | %s\n" (floats c) (floats a);
  Array.sort compare c;
  Printf.printf "%s %g\n" (floats c) (Array.fold_left ( +. ) 0. c);
  Array.iter (fun row -> print_endline (floats row)) (mat_mul [| [| 1.; 2. |]; [| 3.; 4. |] |] [| [| 0.5; 1. |]; [| 1.5; -1. |] |]);
  let x = solve [| [| 2.; 1.; -1. |]; [| -3.; -1.; 2. |]; [| -2.; 1.; 2. |] |] [| 8.; -11.; -3. |] in
  print_endline (String.concat " " (Array.to_list (Array.map (Printf.sprintf "%.6f") x)));
  let open Float in
  let fa = Array.init 5 (fun i -> of_int i *. 1.5) in
  Array.set fa 2 (-1.);
  Printf.printf "%d %g %g\n" (Array.length fa) (Array.get fa 4) (Array.fold_left ( +. ) 0. fa);
  Array.iter (Printf.printf "%g ") (Array.map (fun x -> x +. 0.5) fa);
  print_newline ();
  List.iter (Printf.printf "%g ") (Array.to_list (Array.append fa (Array.make 2 3.25)));
  print_newline ();
  (try ignore (Array.get fa 5) with Invalid_argument e -> print_endline e);
  let empty : float array = [||] in
  Printf.printf "%d %B\n" (Stdlib.Array.length empty) (empty = [||])
