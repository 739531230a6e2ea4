(* with backtraces *)
(* Backtraces of all kinds of calls and raises, as ocamlrun gives them to a program with -g. *)

let show title = Printf.printf "-- %s\n%s" title (Printexc.get_backtrace ())

let attempt title f x =
  (try ignore (Sys.opaque_identity (f x)) with
   | Stack_overflow -> print_endline "overflow"
   | e -> Printf.printf "%s\n" (Printexc.to_string e));
  show title

exception Local of int

let rec deep n = if n = 0 then raise (Local 1) else 1 + deep (n - 1)
let rec even n = if n = 0 then raise Not_found else odd (n - 1)
and odd n = if n = 0 then raise Exit else not (even (n - 1))

let inline_operands a b = deep a + deep b * 2
let in_condition n = if deep n > 3 && deep 2 < 1 then 1 else 2
let in_block n = [deep n; n]
let over_applied f = f 1 2 3 4 5 6
let six a b c = if a + b + c > 0 then fun d e f -> failwith (string_of_int (d + e + f)) else fun _ _ _ -> 0
let partial n = List.iter (Printf.ksprintf (fun s -> raise (Failure s)) "%d %d" n) [1; 2]

let primitives = [
  "division", (fun n -> 1 / n);
  "remainder", (fun n -> 1 + 7 mod n);
  "array", (fun n -> [|1; 2|].(n + 5));
  "array store", (fun n -> let a = [|1; 2|] in a.(n + 5) <- 1; a.(0));
  "string", (fun n -> Char.code "abc".[n + 5]);
  "bytes", (fun n -> Bytes.set (Bytes.create 2) (n - 1) 'x'; 0);
  "int_of_string", (fun n -> int_of_string (string_of_int n ^ "x"));
  "array make", (fun n -> Array.length (Array.make (n - 1) 0));
  "compare", (fun n -> compare (fun x -> x + n) (fun x -> x - n));
  "find", (fun n -> List.assoc n [1, 2]);
  "Hashtbl", (fun n -> Hashtbl.find (Hashtbl.create 1) n);
  "match", (fun n -> (function [@warning "-8"] 1 -> 2) n);
  "assertion", (fun n -> assert (n > 0); 1);
  "input", (fun n -> input (open_in "/nonexistent/file") (Bytes.create 1) n 1);
]

class counter = object (self)
  val mutable n = 0
  method step = if n > 1 then raise (Local n); n <- n + 1; self#step
  method start : int = 1 + self#step
end

module Make (X : sig val limit : int end) = struct
  let check n = if n > X.limit then invalid_arg "check" else n
  let twice n = check n + check (n + 10)
end
module Five = Make (struct let limit = 5 end)

let handlers n =
  try
    try deep n with
    | Local 1 as e -> (try raise e with Not_found -> 0)
  with Local k as e -> if k = 1 then raise e else 0

let again n =
  try deep n with e ->
    (try ignore (deep 1) with _ -> ());
    raise e

let kept n =
  try deep n with e ->
    let bt = Printexc.get_raw_backtrace () in
    (try ignore (even 4) with _ -> ());
    Printexc.raise_with_backtrace e bt

let notrace n = try raise_notrace (Local n) with Local k -> deep k
let local_exit () = try raise Exit with Exit -> show "handler in the function"
let tail n = if n > 100 then deep 2 else (fun x -> x) (n + 1) |> deep
let rec loop n = if n = 0 then 1 + deep 1 else loop (n - 1)
let finally () = Fun.protect ~finally:(fun () -> print_string "finally ") (fun () -> deep 1)
let lazily () = Lazy.force (lazy (deep 1))
let sorted () = List.sort (fun a b -> if a = 2 then raise Exit else compare a b) [3; 1; 2; 5]
let sequence () = Seq.fold_left (fun a b -> a / b) 1 (List.to_seq [1; 0])
let folded () = List.fold_right (fun x acc -> if x = 3 then raise (Local x) else x :: acc) [1; 2; 3] []
let mapped () = List.map (fun x -> 10 / (x - 3)) [1; 2; 3]

let rec stack n = if n = 0 then Printexc.get_callstack 100 else let bt = stack (n - 1) in ignore (Sys.opaque_identity n); bt
let callstack () =
  print_string "-- callstack\n";
  let bt = try let bt = stack 3 in ignore (Sys.opaque_identity 1); bt with Exit -> assert false in
  print_string (Printexc.raw_backtrace_to_string bt);
  Printf.printf "%d %d %d\n" (Printexc.raw_backtrace_length (Printexc.get_callstack 0))
    (Printexc.raw_backtrace_length (Printexc.get_callstack 2)) (Printexc.raw_backtrace_length bt)

let slots () =
  (try ignore (deep 2) with _ -> ());
  match Printexc.backtrace_slots (Printexc.get_raw_backtrace ()) with
  | None -> print_endline "none"
  | Some slots ->
    Array.iter (fun slot ->
        let name = match Printexc.Slot.name slot with Some name -> name | None -> "?" in
        match Printexc.Slot.location slot with
        | None -> print_endline "no location"
        | Some { filename; line_number; start_char; end_char; _ } ->
          Printf.printf "%b %b %s %s %d %d %d\n" (Printexc.Slot.is_raise slot) (Printexc.Slot.is_inline slot)
            name filename line_number start_char end_char) slots

let switched () =
  Printexc.record_backtrace false;
  (try ignore (deep 2) with _ -> ());
  show "off";
  Printexc.record_backtrace true;
  show "on again";
  Printf.printf "%b\n" (Printexc.backtrace_status ())

let () =
  Printexc.record_backtrace true;
  attempt "self" deep 3;
  attempt "mutual" even 5;
  attempt "mutual" even 4;
  attempt "operands" (inline_operands 1) 2;
  attempt "condition" in_condition 1;
  attempt "block" in_block 1;
  attempt "over-application" over_applied six;
  attempt "partial application" partial 1;
  List.iter (fun (name, f) -> attempt name f 0) primitives;
  attempt "method" (fun c -> c#start) (new counter);
  attempt "functor" Five.twice 1;
  attempt "handlers" handlers 2;
  attempt "raised again" again 2;
  attempt "kept" kept 2;
  attempt "raise_notrace" notrace 2;
  local_exit ();
  attempt "tail" tail 3;
  attempt "tail" tail 300;
  attempt "loop" loop 100000;
  attempt "finally" finally ();
  attempt "lazy" lazily ();
  attempt "sort" sorted ();
  attempt "sequence" sequence ();
  attempt "fold_right" folded ();
  attempt "map" mapped ();
  attempt "multi-line" (fun n ->
      deep
        n) 0;
  callstack ();
  slots ();
  switched ()

let () =
  let bt = try deep 1500 with _ -> Printexc.raw_backtrace_length (Printexc.get_raw_backtrace ()) in
  Printf.printf "%d\n" bt

let rec very_deep n = if n = 0 then raise Exit else 1 + very_deep (n - 1)
let catches n = try very_deep n with Not_found -> 0
let () =
  (try ignore (catches 100000) with Exit -> ());
  let bt = Printexc.get_raw_backtrace () in
  Printf.printf "%d\n" (Printexc.raw_backtrace_length bt);
  List.iteri (fun i line -> if i < 3 then print_endline line)
    (String.split_on_char '\n' (Printexc.raw_backtrace_to_string bt))

let rec tries n = try if n = 0 then deep 2 else 1 + tries (n - 1) with Not_found -> 0
let () =
  attempt "nested handlers" tries 3;
  (try ignore (tries 1000) with _ -> ());
  Printf.printf "%d\n" (Printexc.raw_backtrace_length (Printexc.get_raw_backtrace ()))

let () = at_exit (fun () -> try ignore (deep 1) with _ -> print_endline "at exit")
let () = ignore (1 + handlers 1)
