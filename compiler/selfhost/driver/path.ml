let name path =
  match String.rindex_opt path '/' with
  | None -> path
  | Some at -> String.sub path (at + 1) (String.length path - at - 1)

(* Of ".profile", ".." and "main" there is none. *)
let extension path =
  let name = name path in
  match String.rindex_opt name '.' with
  | Some at when at > 0 && name <> ".." -> String.sub name at (String.length name - at)
  | Some _ | None -> ""

let with_extension extension_wanted path =
  String.sub path 0 (String.length path - String.length (extension path)) ^ extension_wanted

let is_absolute path = path <> "" && path.[0] = '/'
let join folder path = if folder = "" || is_absolute path then path else folder ^ "/" ^ path
let absolute path = if is_absolute path then path else join (Sys.getcwd ()) path
let quote word = "'" ^ String.concat "'\\''" (String.split_on_char '\'' word) ^ "'"
