(* Printf: integer conversions with flags, widths and precisions, for int,
   int32 and int64 (values that fit 31 bits where they are ints). *)

let values = [0; 1; -1; 7; -7; 42; 255; -256; 65535; 123456789; -123456789]

let () =
  List.iter (fun n -> Printf.printf "%d|%i|%5d|%-5d|%05d|%+d|% d|%+6d|%-+6d|\n" n n n n n n n n n) values;
  List.iter (fun n -> if n >= 0 then Printf.printf "%u|%x|%X|%o|%#x|%#X|%#o|%8x|%-8X|%08o|%08x|\n" n n n n n n n n n n n) values;
  List.iter (fun n -> Printf.printf "%*d|%-*d|%0*d|\n" 8 n 8 n 8 n) [5; -5; 123456789];
  List.iter (fun n -> Printf.printf "%.3d|%8.3d|%-8.3d|%.*d|\n" n n n 5 n) [0; 7; -7; 12345];
  List.iter (fun n -> Printf.printf "%#d %#i %#d\n" n (-n) (n * 10)) [0; 999; 1000; 1234567];
  List.iter
    (fun n -> Printf.printf "%ld|%li|%10ld|%-10ld|%010ld|%+ld|% ld|%lu|%lx|%lX|%lo|%#lx|\n" n n n n n n n n n n n n)
    [0l; 1l; -1l; 2147483647l; -2147483648l; 123456l];
  List.iter
    (fun n -> Printf.printf "%Ld|%Li|%22Ld|%-22Ld|%022Ld|%+Ld|%Lu|%Lx|%LX|%Lo|%#Lx|\n" n n n n n n n n n n n)
    [0L; 1L; -1L; 9223372036854775807L; -9223372036854775808L; 1234567890123L; -1234567890123L];
  List.iter (fun n -> Printf.printf "%nd|%ni|%8nd|%-8nd|%08nd|%+nd|\n" n n n n n n) [0n; 5n; -5n; 1000000n];
  List.iter (fun n -> Printf.printf "%nu|%nx|%nX|%no|%#nx|\n" n n n n n) [0n; 5n; 255n; 1000000n];
  Printf.printf "%d%%|%5d%%|%c|%C|\n" 50 50 'x' '\n';
  Printf.printf "%b|%B|%7B|%-7B|\n" true false true false;
  Printf.printf "%l|%n|%N|\n" 1 2 3;
  Printf.printf "%d %s %d\n" 1 (Printf.sprintf "%03d" 7) 3;
  Printf.printf "%s|%s|%s|%s\n" (string_of_int (-0)) (string_of_int 0x1F) (string_of_int 0b101) (string_of_int 0o17);
  Printf.printf "%d %d %d\n" 1_000_000 0x3fff_ffff (-0x4000);
  List.iter
    (fun s -> match int_of_string_opt s with
       | Some n -> Printf.printf "%S=%d " s n
       | None -> Printf.printf "%S=none " s)
    ["12"; "-12"; "+12"; "0x1f"; "0X1F"; "-0x10"; "0b101"; "0o17"; "0u12"; "1_000"; "_1"; "1__0"; " 1"; "1 "; ""; "-"; "+"; "0x"; "0b2"; "08"; "1e3"; "--1"; "0x1_F"];
  print_newline ();
  let table = [("apples", 3, 120); ("pears", 12, 95); ("a very long name", 100, 7)] in
  List.iter (fun (n, q, c) -> Printf.printf "%-12s|%5d|%6d|%+8d\n" n q c (q * c)) table;
  print_endline (String.concat "," (List.init 17 (fun i -> Printf.sprintf "%x" (i * i))));
  Printf.printf "%5s|%-5s|%05d|%.0d|%.0d|\n" (string_of_int 42) (string_of_int 42) 42 0 5
