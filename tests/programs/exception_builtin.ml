(* Exceptions that the runtime and the stdlib raise by themselves, with their
   messages as Printexc.to_string shows them. *)

[@@@warning "-8-20-21"]

let case name f =
  match f () with
  | () -> Printf.printf "%-22s no exception\n" name
  | exception Assert_failure (file, line, col) ->
    Printf.printf "%-22s Assert_failure %s %B %d\n" name (Filename.basename file) (line > 0) col
  | exception Match_failure (file, line, col) ->
    Printf.printf "%-22s Match_failure %s %B %d\n" name (Filename.basename file) (line > 0) col
  | exception e -> Printf.printf "%-22s %s\n" name (Printexc.to_string e)

let zero = int_of_string "0"
let arr = [| 1; 2; 3 |]
let floats = [| 1.5; 2.5 |]
let str = "hello"
let bytes = Bytes.of_string "hello"

exception Pair of int * string
exception Nested of exn * (int * int)
exception Plain
exception Float_arg of float
exception String_arg of string
exception List_arg of int list

let () =
  case "div" (fun () -> ignore (1 / zero));
  case "mod" (fun () -> ignore (1 mod zero));
  case "int32 div" (fun () -> ignore (Int32.div 1l (Int32.of_int zero)));
  case "int64 rem" (fun () -> ignore (Int64.rem 1L (Int64.of_int zero)));
  case "array get" (fun () -> ignore arr.(3));
  case "array get negative" (fun () -> ignore arr.(zero - 1));
  case "array set" (fun () -> arr.(3) <- 0);
  case "empty array" (fun () -> ignore [||].(0));
  case "float array get" (fun () -> ignore floats.(2));
  case "float array set" (fun () -> floats.(-1 + zero) <- 1.5);
  case "string get" (fun () -> ignore str.[5]);
  case "bytes get" (fun () -> ignore (Bytes.get bytes 5));
  case "bytes set" (fun () -> Bytes.set bytes (-1) 'x');
  case "string sub" (fun () -> ignore (String.sub str 3 3));
  case "bytes blit" (fun () -> Bytes.blit bytes 0 bytes 3 3);
  case "array sub" (fun () -> ignore (Array.sub arr 2 2));
  case "array make" (fun () -> ignore (Array.make (-1) 0));
  case "array blit" (fun () -> Array.blit arr 0 arr 2 2);
  case "bytes create" (fun () -> ignore (Bytes.create (-1)));
  case "char chr" (fun () -> ignore (Char.chr 256));
  case "list hd" (fun () -> ignore (List.hd []));
  case "list tl" (fun () -> ignore (List.tl []));
  case "list nth" (fun () -> ignore (List.nth [1] 1));
  case "list nth negative" (fun () -> ignore (List.nth [1] (-1)));
  case "list find" (fun () -> ignore (List.find (fun _ -> false) [1]));
  case "list assoc" (fun () -> ignore (List.assoc 1 []));
  case "list combine" (fun () -> ignore (List.combine [1] []));
  case "list iter2" (fun () -> List.iter2 (fun _ _ -> ()) [1] []);
  case "int_of_string" (fun () -> ignore (int_of_string "12a"));
  case "int_of_string empty" (fun () -> ignore (int_of_string ""));
  case "float_of_string" (fun () -> ignore (float_of_string "1.5.2"));
  case "bool_of_string" (fun () -> ignore (bool_of_string "yes"));
  case "int32 of_string" (fun () -> ignore (Int32.of_string "4294967296"));
  case "hashtbl find" (fun () -> ignore (Hashtbl.find (Hashtbl.create 1) 1));
  case "queue" (fun () -> ignore (Queue.pop (Queue.create ())));
  case "stack" (fun () -> ignore (Stack.pop (Stack.create ())));
  case "option get" (fun () -> ignore (Option.get None));
  case "buffer sub" (fun () -> ignore (Buffer.sub (Buffer.create 1) 0 1));
  case "assert" (fun () -> assert (zero = 1));
  case "assert false" (fun () -> if zero = 0 then assert false);
  case "match" (fun () -> match zero with 1 -> () | 2 -> ());
  case "fun match" (fun () -> (function Some () -> ()) None);
  case "let pattern" (fun () -> let [x] = [zero; 1] in ignore x);
  case "failwith" (fun () -> failwith "message\nwith \"quotes\"");
  case "invalid_arg" (fun () -> invalid_arg "");
  case "exit exception" (fun () -> raise Exit);
  case "end of file" (fun () -> raise End_of_file);
  case "out of memory" (fun () -> raise Out_of_memory);
  case "sys error" (fun () -> raise (Sys_error "made up"));
  case "pair" (fun () -> raise (Pair (-1, "a\"b\t")));
  case "nested" (fun () -> raise (Nested (Plain, (1, 2))));
  case "plain" (fun () -> raise Plain);
  case "float" (fun () -> raise (Float_arg 1.5));
  case "string" (fun () -> raise (String_arg "s"));
  case "list" (fun () -> raise (List_arg [1]));
  case "compare functions" (fun () -> ignore (compare succ pred));
  case "equal functions" (fun () -> ignore ((fun x -> x + zero) = pred));
  case "open missing" (fun () -> ignore (open_in "no/such/file.txt"));
  case "remove missing" (fun () -> Sys.remove "no_such_file.txt")
