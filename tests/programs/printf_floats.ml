(* Printf: %f %e %E %g %G %h %H %F with flags, widths and precisions, special
   values, and string_of_float. *)

let values = [0.; 1.; -1.5; 3.14159265358979; 0.1; 100.; 1e10; 1.5e-7; 123456.789; 1e15; 1e16; 1e21; 1e100; 2.5; -0.; 0.5; 1e-5; 0.0001; 99999.95]
let specials = [infinity; neg_infinity; nan; max_float; min_float; epsilon_float; 4.9e-324]

let () =
  List.iter (fun x -> Printf.printf "%f|%.0f|%.1f|%.3f|%10.2f|%-10.2f|%010.2f|%+.1f|% .1f\n" x x x x x x x x x)
    (List.filter (fun x -> Float.abs x < 1e22) values);
  List.iter (fun x -> Printf.printf "%e|%.0e|%.3E|%14.4e|%-14.4e|%+e\n" x x x x x x) values;
  List.iter (fun x -> Printf.printf "%g|%.3g|%.10g|%G|%12g|%-12g|%012g|%+g|%.17g\n" x x x x x x x x x) values;
  List.iter (fun x -> Printf.printf "%F|%h|%H|%.2h\n" x x x x) values;
  List.iter (fun x -> Printf.printf "%s " (string_of_float x)) values;
  print_newline ();
  List.iter (fun x -> Printf.printf "%e|%g|%F|%h|%s\n" x x x x (string_of_float x)) specials;
  List.iter (fun x -> Printf.printf "%f|%10f|%-10f|%+f|%.2f\n" x x x x x) [infinity; neg_infinity; nan];
  Printf.printf "%*.*f|%-*.*f|%.*e\n" 9 3 2.71828 9 1 2.71828 2 31415.9;
  Printf.printf "%.20f\n%.15g\n%.30g\n" 0.1 0.1 0.1;
  List.iter (fun x -> Printf.printf "%.0f %.1f; " x x) [0.5; 1.5; 2.5; 0.05; 0.25; 0.75; -0.5; 1e9 +. 0.5];
  print_newline ();
  print_float 1.25;
  print_char ' ';
  print_float 7.;
  print_newline ();
  List.iter (fun x -> Printf.printf "%#F %s " x (Float.to_string x)) [1.; 0.1; 1e22; 12345678.9];
  print_newline ();
  let table = [("pi", 3.14159); ("e", 2.71828); ("big", 123456.5)] in
  List.iter (fun (n, x) -> Printf.printf "%-5s %10.3f %8.1e\n" n x x) table;
  Printf.printf "%d %.2f %s %c %g\n" 1 2.5 "three" '4' 5e-3
