(* Stands in for the compiler in tests of the bootstrap's machinery: its translation of the file IN for the target T is
   the text of the file IN.T, which stage0 made before. So it translates itself as stage0 does, at once, on any Lua.
   `--dump PHASE` gives the phase's name. *)

let read name =
  let channel = open_in_bin name in
  let text = really_input_string channel (in_channel_length channel) in
  close_in channel;
  text

let write name text =
  let channel = open_out_bin name in
  output_string channel text;
  close_out channel

let rec value option = function
  | name :: value :: _ when name = option -> Some value
  | _ :: rest -> value option rest
  | [] -> None

let () =
  match List.tl (Array.to_list Sys.argv) with
  | "compile" :: input :: options -> (
      match (value "--dump" options, value "-o" options, value "--target" options) with
      | Some phase, _, _ -> print_string ("the dump of " ^ phase ^ "\n")
      | None, Some output, Some target -> write output (read (input ^ "." ^ target))
      | _ -> exit 1)
  | _ -> exit 1
