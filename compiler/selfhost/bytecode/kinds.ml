(* What a file is by its magic numbers: see the interface. *)

type kind = Executable | Cmo | Cma | Cmi | Elf | Other

let magic_prefix = "Caml1999"
let magic_size = 12
let trailer_size = 16
let newest_magic = 36 (* 5.4 *)

(* Whether [text] is at [offset], or would be if the bytes did not end before. *)
let rec matches bytes offset text i =
  i >= String.length text
  || offset + i < String.length bytes
     && Char.equal (String.get bytes (offset + i)) (String.get text i)
     && matches bytes offset text (i + 1)

let starts_with bytes text = matches bytes 0 text 0

let rec contains bytes text ~stop offset =
  offset + String.length text <= stop && (matches bytes offset text 0 || contains bytes text ~stop (offset + 1))

let magic_number bytes offset letter =
  if
    offset > String.length bytes - magic_size
    || (not (matches bytes offset magic_prefix 0))
    || not (Char.equal (String.get bytes (offset + 8)) letter)
  then -1
  else begin
    let number = ref 0 in
    for i = offset + 9 to offset + magic_size - 1 do
      match String.get bytes i with
      | '0' .. '9' as digit -> if !number >= 0 then number := (!number * 10) + Char.code digit - Char.code '0'
      | _ -> number := -1
    done;
    !number
  end

let trailer_magic bytes =
  let size = String.length bytes in
  if size < trailer_size then -1 else magic_number bytes (size - magic_size) 'X'

let file_kind bytes =
  if trailer_magic bytes >= 0 then Executable
  else if magic_number bytes 0 'O' >= 0 then Cmo
  else if magic_number bytes 0 'A' >= 0 then Cma
  else if magic_number bytes 0 'I' >= 0 then Cmi
  else if starts_with bytes "\x7fELF" then Elf
  else Other

(* Why bytes without a trailer are no executable. *)
let what_it_is bytes =
  match file_kind bytes with
  | Cmo -> "this is an object file (.cmo), not a linked program"
  | Cma -> "this is a library (.cma), not a linked program"
  | Cmi -> "this is a compiled interface (.cmi), there is no code in it"
  | Elf ->
      "this is a native program without OCaml bytecode at its end (ocamlopt, -output-complete-exe or -output-obj was \
       used?); link it with plain ocamlc"
  | Executable | Other ->
      let size = String.length bytes in
      if size = 0 then "the file is empty"
      else if starts_with bytes magic_prefix then "this is a file of OCaml, but not bytecode"
      else if starts_with bytes "#!" && contains bytes "ocamlrun" ~stop:(if size < 300 then size else 300) 0 then
        "the bytecode is cut short: its trailer is missing"
      else "this is not OCaml bytecode: there is no trailer at its end"

let fail ~file message = Diagnostic.fail_at Diagnostic.Input ~file ~section:"" ~offset:(-1) message

let version_of_magic magic ~file =
  if magic >= Image.magic_4_08 && magic <= newest_magic then magic
  else begin
    let digits = string_of_int magic in
    let digits = String.make (3 - String.length digits) '0' ^ digits in
    let age = if magic < Image.magic_4_08 then "too old" else "too new" in
    fail ~file ("this bytecode is " ^ age ^ " (magic number " ^ digits ^ "): OCaml 4.08 to 5.4 are supported")
  end

let executable_version bytes ~file =
  let magic = trailer_magic bytes in
  if magic < 0 then fail ~file (what_it_is bytes) else version_of_magic magic ~file

let version_name version =
  if version >= Image.magic_5_0 then "5." ^ string_of_int (version - Image.magic_5_0)
  else begin
    let minor = version - Image.magic_4_08 + 8 in
    (if minor < 10 then "4.0" else "4.") ^ string_of_int minor
  end
