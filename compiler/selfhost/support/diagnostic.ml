type kind = Usage | Input | Missing_primitive | Limit | Output | Internal

type t = { kind : kind; file : string; section : string; offset : int; message : string }

exception Error of t

let fail_at kind ~file ~section ~offset message = raise (Error { kind; file; section; offset; message })
let fail kind message = fail_at kind ~file:"" ~section:"" ~offset:(-1) message

let exit_code = function
  | Usage -> 1
  | Input -> 2
  | Missing_primitive -> 3
  | Limit -> 4
  | Output -> 5
  | Internal -> 70

(* Names found in files reach messages: one line on the terminal, whatever they hold. *)
let add_printable buffer text =
  let hex = "0123456789abcdef" in
  String.iter
    (fun c ->
      let byte = Char.code c in
      if byte >= 0x20 && byte <> 0x7f then Buffer.add_char buffer c
      else begin
        Buffer.add_string buffer "\\x";
        Buffer.add_char buffer hex.[byte lsr 4];
        Buffer.add_char buffer hex.[byte land 15]
      end)
    text

let to_string d =
  let buffer = Buffer.create 80 in
  if d.file <> "" then begin
    add_printable buffer d.file;
    Buffer.add_string buffer ": "
  end;
  add_printable buffer d.message;
  if d.section <> "" || d.offset >= 0 then begin
    Buffer.add_string buffer " (";
    add_printable buffer d.section;
    if d.offset >= 0 then begin
      if d.section <> "" then Buffer.add_string buffer ", ";
      Buffer.add_string buffer "offset ";
      Buffer.add_string buffer (string_of_int d.offset)
    end;
    Buffer.add_char buffer ')'
  end;
  Buffer.contents buffer
