(* Standard input by characters: a tokenizer with one character of look-ahead
   over stdin, then the rest in blocks. *)

type token = Num of int | Ident of string | Str of string | Sym of char | Eof

let look = ref None
let peek () = match !look with
  | Some c -> c
  | None -> let c = (try Some (input_char stdin) with End_of_file -> None) in look := Some c; c
let next () = let c = peek () in look := None; c
let line = ref 1

let rec token () =
  match next () with
  | None -> Eof
  | Some '\n' -> incr line; token ()
  | Some (' ' | '\t' | '\r') -> token ()
  | Some '#' -> comment (); token ()
  | Some ('0' .. '9' as c) -> number (Char.code c - 48)
  | Some ('a' .. 'z' | 'A' .. 'Z' | '_' as c) -> ident (String.make 1 c)
  | Some '"' -> string (Buffer.create 8)
  | Some c -> Sym c
and comment () = match peek () with None | Some '\n' -> () | Some _ -> ignore (next ()); comment ()
and number n = match peek () with Some ('0' .. '9' as c) -> ignore (next ()); number ((n * 10) + Char.code c - 48) | _ -> Num n
and ident s = match peek () with
  | Some ('a' .. 'z' | 'A' .. 'Z' | '_' | '0' .. '9' as c) -> ignore (next ()); ident (s ^ String.make 1 c)
  | _ -> Ident s
and string b = match next () with
  | None -> failwith "unterminated string"
  | Some '"' -> Str (Buffer.contents b)
  | Some '\\' -> (match next () with Some 'n' -> Buffer.add_char b '\n' | Some c -> Buffer.add_char b c | None -> ()); string b
  | Some c -> Buffer.add_char b c; string b

let show = function
  | Num n -> Printf.sprintf "num %d" n | Ident s -> "ident " ^ s | Str s -> Printf.sprintf "str %S" s
  | Sym c -> Printf.sprintf "sym %C" c | Eof -> "eof"

let () =
  let rec go n = match token () with
    | Eof -> Printf.printf "eof before the marker\n"; n
    | Ident "__data__" -> n + 1
    | t -> Printf.printf "%d: %s\n" !line (show t); go (n + 1)
  in
  Printf.printf "%d tokens\n" (go 0);
  ignore (next ());
  let block = Bytes.create 16 and total = ref 0 and sum = ref 0 in
  let rec blocks () =
    match input stdin block 0 16 with
    | 0 -> ()
    | n -> total := !total + n; for i = 0 to n - 1 do sum := (!sum + Char.code (Bytes.get block i)) land 0xFFFF done; blocks ()
  in
  blocks ();
  Printf.printf "%d bytes, sum %d\n" !total !sum;
  (try ignore (input_char stdin) with End_of_file -> print_endline "end");
  print_endline (show (token ()))
