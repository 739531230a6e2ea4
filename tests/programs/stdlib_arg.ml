(* Arg.parse_argv: every kind of spec, anonymous arguments, help and errors,
   usage text and alignment, Rest, Expand-free dynamic specs. *)

let verbose = ref false
let quiet = ref true
let level = ref 0
let name = ref "none"
let ratio = ref 1.5
let mode = ref "fast"
let anonymous = ref []
let rest = ref []
let pairs = ref []
let seen = Buffer.create 16
let note fmt = Printf.ksprintf (fun s -> Buffer.add_string seen (s ^ ";")) fmt
let pair_first = ref 0

let spec =
  [ ("-v", Arg.Set verbose, " be verbose");
    ("-q", Arg.Clear quiet, " not quiet");
    ("--level", Arg.Set_int level, "N set the level");
    ("-n", Arg.Set_string name, "NAME set the name");
    ("-r", Arg.Set_float ratio, "X set the ratio");
    ("-u", Arg.Unit (fun () -> note "unit"), " a unit");
    ("-b", Arg.Bool (fun b -> note "bool %b" b), "BOOL a bool");
    ("-s", Arg.String (fun s -> note "string %s" s), "S a string");
    ("-i", Arg.Int (fun n -> note "int %d" n), "N an int");
    ("-f", Arg.Float (fun x -> note "float %g" x), "X a float");
    ("-m", Arg.Symbol (["fast"; "slow"; "exact"], fun s -> mode := s), " the mode");
    ("-p", Arg.Tuple [Arg.Set_int pair_first; Arg.String (fun s -> pairs := (!pair_first, s) :: !pairs)], "N S a pair");
    ("--", Arg.Rest (fun s -> rest := s :: !rest), " the rest") ]

let run args =
  Arg.current := 0;
  verbose := false; quiet := true; level := 0; name := "none"; ratio := 1.5; mode := "fast";
  anonymous := []; rest := []; pairs := []; Buffer.clear seen;
  Printf.printf "$ %s\n" (String.concat " " args);
  match Arg.parse_argv (Array.of_list ("prog" :: args)) spec (fun s -> anonymous := s :: !anonymous) "usage: prog [options]" with
  | () ->
    Printf.printf "v=%B q=%B level=%d name=%s ratio=%g mode=%s anon=[%s] rest=[%s] pairs=[%s] seen=%s\n" !verbose !quiet !level !name
      !ratio !mode (String.concat "," (List.rev !anonymous)) (String.concat "," (List.rev !rest))
      (String.concat "," (List.rev_map (fun (n, s) -> Printf.sprintf "%d/%s" n s) !pairs)) (Buffer.contents seen)
  | exception Arg.Bad m -> Printf.printf "bad: %s" (List.hd (String.split_on_char '\n' m) ^ "\n")
  | exception Arg.Help m -> Printf.printf "help:\n%s" m

let () =
  run [];
  run ["-v"; "file1"; "-q"; "file2"];
  run ["--level"; "5"; "-n"; "a b"; "-r"; "2.25"];
  run ["-u"; "-b"; "true"; "-s"; "text"; "-i"; "-42"; "-f"; "1e3"];
  run ["-m"; "slow"; "-p"; "7"; "seven"; "-p"; "8"; "eight"];
  run ["x"; "--"; "-v"; "y"; "--"];
  run ["-i"; "0x10"; "-i"; "12"];
  run ["-n=joined"; "--level=9"];
  run ["-unknown"];
  run ["-i"; "notanint"];
  run ["-b"; "maybe"];
  run ["-m"; "medium"];
  run ["-n"];
  run ["-v=1"];
  run ["-help"];
  run ["--help"];
  print_string (Arg.usage_string (Arg.align spec) "aligned:");
  let sub = ref [] in
  let dynamic = ref [("-a", Arg.Unit (fun () -> note "a"), " top a")] in
  Arg.current := 0;
  Buffer.clear seen;
  Arg.parse_argv_dynamic [| "prog"; "-a"; "sub"; "-a"; "-b" |] dynamic
    (fun s -> sub := s :: !sub; dynamic := [("-a", Arg.Unit (fun () -> note "sub a"), ""); ("-b", Arg.Unit (fun () -> note "sub b"), "")])
    "usage";
  Printf.printf "%s %s\n" (String.concat "," !sub) (Buffer.contents seen);
  Arg.current := 0;
  (try Arg.parse_argv [| "p"; "x" |] [] (fun s -> raise (Arg.Bad ("unexpected " ^ s))) "u" with Arg.Bad m -> print_string m)
