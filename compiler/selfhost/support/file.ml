(* Whole files in and out: see the interface. *)

let limit = 1 lsl 30
let fail kind path message = Diagnostic.fail_at kind ~file:path ~section:"" ~offset:(-1) message

(* "PATH: REASON" or "REASON" of a Sys_error, without the path. *)
let reason message path =
  let prefix = path ^ ": " in
  let length = String.length prefix in
  if String.length message > length && String.equal (String.sub message 0 length) prefix then
    String.sub message length (String.length message - length)
  else message

let fail_input path what message =
  match reason message path with
  | "No such file or directory" -> fail Diagnostic.Input path "no such file"
  | "Is a directory" -> fail Diagnostic.Input path "is a directory"
  | reason -> fail Diagnostic.Input path (what ^ ": " ^ reason)

let too_long path = fail Diagnostic.Input path ("the file is longer than " ^ string_of_int limit ^ " bytes")

(* What tells its size is read at once; pipes and the like, and what has grown, in chunks. *)
let read_channel path channel =
  let expected = try LargeFile.in_channel_length channel with Sys_error _ -> 0L in
  if Int64.compare expected (Int64.of_int limit) > 0 then
    if Sys.file_exists path && Sys.is_directory path then fail Diagnostic.Input path "is a directory" else too_long path
  else begin
    let chunk = Bytes.create 65536 in
    let rest = Buffer.create 16 in
    let rec read_rest before =
      let count = input channel chunk 0 (Bytes.length chunk) in
      if count > 0 then begin
        Buffer.add_subbytes rest chunk 0 count;
        if before + Buffer.length rest > limit then too_long path;
        read_rest before
      end
    in
    let size = Int64.to_int expected - if String.equal path "-" then pos_in channel else 0 in
    match really_input_string channel size with
    | start ->
        read_rest size;
        if Buffer.length rest = 0 then start else start ^ Buffer.contents rest
    | exception End_of_file -> fail Diagnostic.Input path "cannot read: it became shorter"
  end

let read path =
  if String.equal path "-" then begin
    set_binary_mode_in stdin true;
    try read_channel path stdin with Sys_error message -> fail_input path "cannot read" message
  end
  else
    match open_in_bin path with
    | exception Sys_error message -> fail_input path "cannot open" message
    | channel -> begin
        match read_channel path channel with
        | content ->
            close_in_noerr channel;
            content
        | exception Sys_error message ->
            close_in_noerr channel;
            fail_input path "cannot read" message
        | exception (Diagnostic.Error _ as error) ->
            close_in_noerr channel;
            raise error
      end

let fail_output path what message = fail Diagnostic.Output path (what ^ ": " ^ message)

let output_pieces channel pieces = Array.iter (output_string channel) pieces

let write_standard_output pieces =
  set_binary_mode_out stdout true;
  try
    output_pieces stdout pieces;
    flush stdout
  with Sys_error message -> fail_output "standard output" "cannot write" message

let write_in_place path pieces =
  match open_out_gen [ Open_wronly; Open_binary ] 0 path with
  | exception Sys_error message -> fail_output path "cannot open" (reason message path)
  | channel -> begin
      try
        output_pieces channel pieces;
        close_out channel
      with Sys_error message ->
        close_out_noerr channel;
        fail_output path "cannot write" (reason message path)
    end

(* A new file beside [path], and its name: the first that is free. *)
let rec create_temporary path mode number =
  let name = path ^ "." ^ string_of_int number ^ ".tmp" in
  match open_out_gen [ Open_wronly; Open_creat; Open_excl; Open_binary ] mode name with
  | channel -> (name, channel)
  | exception Sys_error message -> begin
      match reason message name with
      | "File exists" when number < 1000 -> create_temporary path mode (number + 1)
      | reason -> fail_output path "cannot create" reason
    end

let write_and_rename path mode pieces =
  let name, channel = create_temporary path mode 0 in
  try
    output_pieces channel pieces;
    close_out channel;
    Sys.rename name path
  with Sys_error message ->
    close_out_noerr channel;
    (try Sys.remove name with Sys_error _ -> ());
    fail_output path "cannot write" (reason message name)

let write ?(executable = false) path pieces =
  if String.equal path "-" then write_standard_output pieces
  else if String.length path >= 5 && String.equal (String.sub path 0 5) "/dev/" then write_in_place path pieces
  else if Sys.file_exists path && Sys.is_directory path then fail Diagnostic.Output path "is a directory"
  else write_and_rename path (if executable then 0o777 else 0o666) pieces
