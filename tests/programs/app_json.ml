(* A JSON parser and printers (compact and indented), with error positions,
   unicode escapes, path queries and a round trip. *)

type json = Null | Bool of bool | Num of float | Str of string | Arr of json list | Obj of (string * json) list

exception Error of int * string

let parse s =
  let n = String.length s and pos = ref 0 in
  let error m = raise (Error (!pos, m)) in
  let peek () = if !pos < n then s.[!pos] else '\000' in
  let advance () = incr pos in
  let rec skip () = match peek () with ' ' | '\n' | '\t' | '\r' -> advance (); skip () | _ -> () in
  let expect c = if peek () = c then advance () else error (Printf.sprintf "expected %C" c) in
  let literal w v =
    let k = String.length w in
    if !pos + k <= n && String.sub s !pos k = w then (pos := !pos + k; v) else error ("expected " ^ w)
  in
  let string () =
    expect '"';
    let b = Buffer.create 16 in
    let rec go () =
      if !pos >= n then error "unterminated string";
      match s.[!pos] with
      | '"' -> advance ()
      | '\\' ->
        advance ();
        let c = peek () in
        advance ();
        (match c with
         | 'n' -> Buffer.add_char b '\n' | 't' -> Buffer.add_char b '\t' | 'r' -> Buffer.add_char b '\r'
         | '"' | '\\' | '/' -> Buffer.add_char b c
         | 'u' ->
           if !pos + 4 > n then error "short escape";
           (match int_of_string_opt ("0x" ^ String.sub s !pos 4) with
            | Some u -> pos := !pos + 4; Buffer.add_utf_8_uchar b (Uchar.of_int u)
            | None -> error "bad escape")
         | c -> decr pos; error (Printf.sprintf "bad escape %C" c));
        go ()
      | c when c < ' ' -> error "control character"
      | c -> Buffer.add_char b c; advance (); go ()
    in
    go ();
    Buffer.contents b
  in
  let number () =
    let start = !pos in
    let is_num = function '0' .. '9' | '-' | '+' | '.' | 'e' | 'E' -> true | _ -> false in
    while is_num (peek ()) do advance () done;
    match float_of_string_opt (String.sub s start (!pos - start)) with Some f -> f | None -> pos := start; error "bad number"
  in
  let rec value () =
    skip ();
    let v = match peek () with
      | '{' -> advance (); Obj (sequence '}' (fun () -> skip (); let k = string () in skip (); expect ':'; let v = value () in (k, v)))
      | '[' -> advance (); Arr (sequence ']' value)
      | '"' -> Str (string ())
      | 't' -> literal "true" (Bool true) | 'f' -> literal "false" (Bool false) | 'n' -> literal "null" Null
      | '-' | '0' .. '9' -> Num (number ())
      | c -> error (if c = '\000' then "unexpected end" else Printf.sprintf "unexpected %C" c)
    in
    skip (); v
  and sequence : 'a. char -> (unit -> 'a) -> 'a list = fun close item ->
    skip ();
    if peek () = close then (advance (); [])
    else
      let rec go acc =
        let acc = item () :: acc in
        skip ();
        if peek () = ',' then (advance (); go acc) else (expect close; List.rev acc)
      in
      go []
  in
  let v = value () in
  if !pos < n then error "trailing text";
  v

let escape s =
  let b = Buffer.create 16 in
  String.iter (function '"' -> Buffer.add_string b "\\\"" | '\\' -> Buffer.add_string b "\\\\" | '\n' -> Buffer.add_string b "\\n"
                      | c when c < ' ' -> Printf.bprintf b "\\u%04x" (Char.code c) | c -> Buffer.add_char b c) s;
  "\"" ^ Buffer.contents b ^ "\""

let num f = if Float.is_integer f && Float.abs f < 1e15 then Printf.sprintf "%.0f" f else Printf.sprintf "%.12g" f
let rec compact = function
  | Null -> "null" | Bool b -> string_of_bool b | Num f -> num f | Str s -> escape s
  | Arr l -> "[" ^ String.concat "," (List.map compact l) ^ "]"
  | Obj l -> "{" ^ String.concat "," (List.map (fun (k, v) -> escape k ^ ":" ^ compact v) l) ^ "}"

let rec pretty ind v =
  let pad = String.make (ind + 2) ' ' in
  let block o c items = o ^ "\n" ^ String.concat ",\n" (List.map (fun s -> pad ^ s) items) ^ "\n" ^ String.make ind ' ' ^ c in
  match v with
  | Arr (_ :: _ as l) -> block "[" "]" (List.map (pretty (ind + 2)) l)
  | Obj (_ :: _ as l) -> block "{" "}" (List.map (fun (k, v) -> escape k ^ ": " ^ pretty (ind + 2) v) l)
  | v -> compact v

let rec get path v = match path, v with
  | [], v -> Some v
  | k :: p, Obj l -> Option.bind (List.assoc_opt k l) (get p)
  | k :: p, Arr l -> Option.bind (Option.bind (int_of_string_opt k) (List.nth_opt l)) (get p)
  | _ -> None

let doc = {|{ "name": "box \"big\"", "dims": [1, 2.5, -3e2], "tags": [], "ok": true, "none": null,
  "nested": {"list": [{"id": 1}, {"id": 2, "u": "\u00e9\u20ac\n"}], "empty": {}} }|}

let () =
  let v = parse doc in
  print_endline (compact v);
  print_endline (pretty 0 v);
  Printf.printf "%B %B\n" (parse (compact v) = v) (parse (pretty 0 v) = v);
  List.iter (fun p -> Printf.printf "%s: %s\n" p (match get (String.split_on_char '.' p) v with Some v -> compact v | None -> "missing"))
    ["name"; "dims.1"; "nested.list.1.u"; "nested.list.5"; "ok.x"];
  List.iter (fun s -> match parse s with v -> Printf.printf "%s => %s\n" s (compact v) | exception Error (p, m) -> Printf.printf "%s => %d: %s\n" s p m)
    ["[1,2"; "{\"a\" 1}"; "tru"; "[1,]"; "\"abc"; "1 2"; ""; "-"; "\"\\x\""; "[[[[]]]]"; "{\"a\":{\"b\":[0.5]}}"; "1e3"]
