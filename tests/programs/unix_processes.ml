(* uses unix: processes, as far as Lua reaches *)
open Unix

let show fmt = Printf.printf (fmt ^^ "\n%!")

let status = function
  | WEXITED n -> "exit " ^ string_of_int n
  | WSIGNALED n -> "signal " ^ string_of_int n
  | WSTOPPED n -> "stop " ^ string_of_int n

let read_all channel =
  let rec go lines = match input_line channel with line -> go (line :: lines) | exception End_of_file -> List.rev lines in
  String.concat "|" (go [])

let () =
  show "%s" (status (system "true"));
  show "%s" (status (system "echo from a process; exit 3"));
  show "%s" (status (system "kill -TERM $$"));
  let channel = open_process_in "echo one; echo \"it's two\"; exit 4" in
  show "%s" (read_all channel);
  show "%s" (status (close_process_in channel));
  let channel = open_process_args_in "printf" [| "printf"; "%s-%s\\n"; "a b"; "$HOME" |] in
  show "%s" (read_all channel);
  show "%s" (status (close_process_in channel));
  let channel = open_process_out "tr a-z A-Z; exit 5" in
  output_string channel "written to a process\n";
  show "%s" (status (close_process_out channel));
  let pid = create_process "sh" [| "sh"; "-c"; "echo $1 >&2; echo $2"; "x"; "error"; "output" |] stdin stdout stdout in
  show "%s" (status (snd (waitpid [] pid)));
  let pid = create_process_env "/bin/sh" [| "sh"; "-c"; "echo $A $B" |] [| "A=1"; "B=two words" |] stdin stdout stderr in
  show "%b" (fst (waitpid [] pid) = pid);
  (match waitpid [] pid with
  | _ -> show "again"
  | exception Unix_error (code, name, _) -> show "%s: %s" name (error_message code));
  let input, output = pipe () in
  let pid = create_process "echo" [| "echo"; "kept" |] stdin output stderr in
  close output;
  show "%s" (status (snd (waitpid [] pid)));
  show "%s" (read_all (in_channel_of_descr input));
  match create_process "no such program" [| "x" |] stdin stdout stdout with
  | _ -> show "made"
  | exception Unix_error (code, name, program) -> show "%s %s: %s" name program (error_message code)
