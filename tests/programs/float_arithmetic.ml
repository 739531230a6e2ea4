(* Float arithmetic: rounding functions, modf, frexp, ldexp, fma-free formulas,
   elementary functions at exact points, numeric methods. *)

let p = Printf.printf
let values = [0.; -0.; 0.5; -0.5; 1.5; 2.5; -2.5; 3.7; -3.7; 1e15; 123456.789; -1e-10]

let newton f df x0 =
  let rec go x n = if n = 0 then x else go (x -. (f x /. df x)) (n - 1) in
  go x0 30

let simpson f a b n =
  let h = (b -. a) /. float n in
  let s = ref (f a +. f b) in
  for i = 1 to n - 1 do s := !s +. (f (a +. (float i *. h)) *. if i land 1 = 1 then 4. else 2.) done;
  !s *. h /. 3.

let kahan l =
  let sum = ref 0. and c = ref 0. in
  List.iter (fun x -> let y = x -. !c in let t = !sum +. y in c := t -. !sum -. y; sum := t) l;
  !sum

let mandelbrot cx cy =
  let rec go x y n = if n = 50 || (x *. x) +. (y *. y) > 4. then n else go ((x *. x) -. (y *. y) +. cx) ((2. *. x *. y) +. cy) (n + 1) in
  go 0. 0. 0

let () =
  List.iter
    (fun x ->
      let fr, ip = modf x in
      let m, e = frexp x in
      p "%h: %h %h %h %h %h | %h %h | %h %d\n" x (floor x) (ceil x) (Float.round x) (Float.trunc x) (Float.abs x) fr ip m e)
    values;
  List.iter (fun (m, e) -> p "%h " (ldexp m e)) [(0.5, 3); (1., -1074); (1., 1023); (0.75, 0); (-1., 10); (3., -2)];
  p "\n%h %h %h %h\n" (7.5 /. 2.) (7.5 *. 2.5) (1. /. 3.) (0.1 +. 0.2);
  p "%h %h %h %h\n" (mod_float 7.5 2.) (mod_float (-7.5) 2.) (mod_float 7.5 (-2.)) (Float.rem 1e10 3.);
  p "%h %h %h\n" (2. ** 10.) (2. ** -1.) (2. ** 0.5);
  p "%h %h %.12g\n" (sqrt 2.) (sqrt 16.) (Float.cbrt 27.);
  p "%.12g %.12g %.12g %.12g\n" (exp 1.) (log 10.) (log10 1000.) (log1p 1e-10);
  p "%.12g %.12g %.12g %.12g\n" (sin 1.) (cos 1.) (tan 1.) (atan2 1. (-1.));
  p "%.12g %.12g %.12g %.12g\n" (asin 0.5) (acos 0.5) (atan 2.) (hypot 3. 4.);
  p "%.12g %.12g %.12g %.12g\n" (sinh 1.) (cosh 1.) (tanh 1.) (expm1 1e-10);
  p "%h %h %h\n" (copysign 3. (-0.)) (Float.neg 2.) (Float.succ 1.);
  p "%h %h %h\n" (Float.pred 1.) (Float.succ 0.) (Float.pred infinity);
  p "%h %h %h %h\n" (Float.min 1. 2.) (Float.max 1. nan) (Float.min_num 1. nan) (Float.max_num nan 2.);
  p "%d %d %d %d\n" (truncate 3.99) (truncate (-3.99)) (int_of_float 1e9) (Float.to_int (-0.5));
  p "%g %g %g\n" (float 7) (float_of_int (-3)) (Float.of_int 0);
  p "%.10f %.10f\n" (newton (fun x -> (x *. x) -. 2.) (fun x -> 2. *. x) 1.) (newton (fun x -> (x ** 3.) -. x -. 2.) (fun x -> (3. *. x *. x) -. 1.) 1.5);
  p "%.10f %.10f\n" (simpson sin 0. Float.pi 100) (simpson (fun x -> x *. x) 0. 3. 10);
  let tenths = List.init 1000 (fun _ -> 0.1) in
  p "%.17g %.17g\n" (List.fold_left ( +. ) 0. tenths) (kahan tenths);
  for y = 0 to 8 do
    for x = 0 to 30 do
      let n = mandelbrot ((float x /. 12.) -. 2.) ((float y /. 4.) -. 1.) in
      print_char " .:-=+*#%@".[n * 9 / 50]
    done;
    print_newline ()
  done;
  let r = ref 0.5 in
  for _ = 1 to 50 do r := 3.9 *. !r *. (1. -. !r) done;
  p "%.15g\n" !r;
  let fact = Array.make 171 1. in
  for i = 1 to 170 do fact.(i) <- fact.(i - 1) *. float i done;
  p "%h %h\n" fact.(20) fact.(170);
  p "%B %B %B %B\n" (1. < 2.) (2. <= 2.) (1. = 1.) (1. <> 1.);
  p "%h\n" (Float.fma 2. 3. 4.)
