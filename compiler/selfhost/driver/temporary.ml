(* The system refuses to make a folder that is there already, so that the first
   free number is ours. Such a folder may be gone a moment later. *)
let is_taken folder reason = Sys.file_exists folder || String.ends_with ~suffix:"File exists" reason

let rec make base number =
  let folder = Path.join base ("lua_of_ocaml." ^ string_of_int number) in
  match Sys.mkdir folder 0o700 with
  | () -> folder
  | exception Sys_error reason when number < 1000 && is_taken folder reason -> make base (number + 1)
  | exception Sys_error reason ->
      Diagnostic.fail_at Output ~file:folder ~section:"" ~offset:(-1) ("cannot create: " ^ reason)

let remove folder =
  try
    Array.iter (fun name -> Sys.remove (Path.join folder name)) (Sys.readdir folder);
    Sys.rmdir folder
  with Sys_error _ -> ()

let with_folder f =
  let base = match Sys.getenv_opt "TMPDIR" with Some folder when folder <> "" -> folder | Some _ | None -> "/tmp" in
  let folder = make base 1 in
  match f folder with
  | result ->
      remove folder;
      result
  | exception error ->
      remove folder;
      raise error
