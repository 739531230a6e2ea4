(* Markdown to HTML: splitting text into lines and blocks, recursive descent through spans, Buffer *)
type span =
  | Text of string
  | Code of string
  | Emphasis of span list
  | Strong of span list
  | Link of span list * string

type block =
  | Heading of int * span list
  | Paragraph of span list
  | Quote of block list
  | Items of bool * block list list
  | Listing of string * string list
  | Rule

let starts_with prefix line =
  let n = String.length prefix in
  String.length line >= n && String.sub line 0 n = prefix

let drop n line = if n >= String.length line then "" else String.sub line n (String.length line - n)
let is_blank line = String.trim line = ""

(* Where `mark` comes next in `text`, from `at`. *)
let find mark text at =
  let n = String.length mark in
  let rec loop i =
    if i + n > String.length text then None else if String.sub text i n = mark then Some i else loop (i + 1)
  in
  loop at

let rec spans text =
  let plain = Buffer.create 32 in
  let flush done_ = if Buffer.length plain = 0 then done_ else begin
    let s = Buffer.contents plain in
    Buffer.clear plain;
    Text s :: done_
  end in
  let rec loop i done_ =
    if i >= String.length text then List.rev (flush done_)
    else
      match text.[i] with
      | '\\' when i + 1 < String.length text -> Buffer.add_char plain text.[i + 1]; loop (i + 2) done_
      | '`' -> between i "`" (fun inner -> Code inner) done_
      | '*' when i + 1 < String.length text && text.[i + 1] = '*' -> between i "**" (fun inner -> Strong (spans inner)) done_
      | '*' | '_' as c -> between i (String.make 1 c) (fun inner -> Emphasis (spans inner)) done_
      | '[' -> link i done_
      | c -> Buffer.add_char plain c; loop (i + 1) done_
  and between i mark make done_ =
    let n = String.length mark in
    match find mark text (i + n) with
    | Some j when j > i + n ->
      let done_ = flush done_ in
      loop (j + n) (make (String.sub text (i + n) (j - i - n)) :: done_)
    | _ -> Buffer.add_string plain mark; loop (i + n) done_
  and link i done_ =
    match find "](" text i with
    | None -> Buffer.add_char plain '['; loop (i + 1) done_
    | Some j ->
      (match String.index_from_opt text j ')' with
       | None -> Buffer.add_char plain '['; loop (i + 1) done_
       | Some k ->
         let done_ = flush done_ in
         loop (k + 1) (Link (spans (String.sub text (i + 1) (j - i - 1)), String.sub text (j + 2) (k - j - 2)) :: done_))
  in
  loop 0 []

let heading line =
  let rec level n = if n < String.length line && line.[n] = '#' then level (n + 1) else n in
  let n = level 0 in
  if n >= 1 && n <= 6 && n < String.length line && line.[n] = ' ' then Some (n, String.trim (drop n line)) else None

(* How many characters mark an item, and whether the list has numbers. *)
let item line =
  if starts_with "- " line || starts_with "* " line then Some (2, false)
  else
    match String.index_opt line '.' with
    | Some i when i > 0 && i < 3 && starts_with ". " (drop i line) && int_of_string_opt (String.sub line 0 i) <> None ->
      Some (i + 2, true)
    | _ -> None

let rec take_while f taken = function line :: rest when f line -> take_while f (line :: taken) rest | rest -> (List.rev taken, rest)

let rec blocks lines =
  match lines with
  | [] -> []
  | line :: rest when is_blank line -> blocks rest
  | ("---" | "***") :: rest -> Rule :: blocks rest
  | line :: rest when starts_with "```" line ->
    let code, rest = take_while (fun line -> not (starts_with "```" line)) [] rest in
    Listing (drop 3 line, code) :: blocks (match rest with [] -> [] | _ :: rest -> rest)
  | line :: _ when starts_with ">" line ->
    let quoted, rest = take_while (starts_with ">") [] lines in
    Quote (blocks (List.map (fun line -> drop (if starts_with "> " line then 2 else 1) line) quoted)) :: blocks rest
  | line :: rest ->
    (match (heading line, item line) with
     | Some (level, text), _ -> Heading (level, spans text) :: blocks rest
     | None, Some (_, numbered) ->
       let items, rest = list_items numbered [] lines in
       Items (numbered, items) :: blocks rest
     | None, None ->
       let is_text line =
         not (is_blank line || starts_with ">" line || starts_with "```" line) && heading line = None && item line = None in
       let more, rest = take_while is_text [] rest in
       Paragraph (spans (String.concat "\n" (List.map String.trim (line :: more)))) :: blocks rest)

and list_items numbered items lines =
  match lines with
  | line :: rest ->
    (match item line with
     | Some (width, its_kind) when its_kind = numbered ->
       let more, rest = take_while (starts_with "  ") [] rest in
       list_items numbered (blocks (drop width line :: List.map (drop 2) more) :: items) rest
     | _ -> (List.rev items, lines))
  | [] -> (List.rev items, [])

let escape buffer text =
  String.iter
    (function
      | '<' -> Buffer.add_string buffer "&lt;"
      | '>' -> Buffer.add_string buffer "&gt;"
      | '&' -> Buffer.add_string buffer "&amp;"
      | '"' -> Buffer.add_string buffer "&quot;"
      | c -> Buffer.add_char buffer c)
    text

let tag buffer name inside =
  Printf.bprintf buffer "<%s>" name;
  inside ();
  Printf.bprintf buffer "</%s>" name

let rec span_to buffer = function
  | Text text -> escape buffer text
  | Code text -> tag buffer "code" (fun () -> escape buffer text)
  | Emphasis inner -> tag buffer "em" (fun () -> List.iter (span_to buffer) inner)
  | Strong inner -> tag buffer "strong" (fun () -> List.iter (span_to buffer) inner)
  | Link (inner, target) ->
    Buffer.add_string buffer "<a href=\"";
    escape buffer target;
    Buffer.add_string buffer "\">";
    List.iter (span_to buffer) inner;
    Buffer.add_string buffer "</a>"

let rec block_to buffer block =
  (match block with
   | Heading (level, inner) -> tag buffer ("h" ^ string_of_int level) (fun () -> List.iter (span_to buffer) inner)
   | Paragraph inner -> tag buffer "p" (fun () -> List.iter (span_to buffer) inner)
   | Quote inner -> tag buffer "blockquote" (fun () -> List.iter (block_to buffer) inner)
   | Items (numbered, items) ->
     tag buffer (if numbered then "ol" else "ul") (fun () ->
         List.iter (fun inner -> tag buffer "li" (fun () -> item_to buffer inner)) items)
   | Listing (language, lines) ->
     Printf.bprintf buffer "<pre class=\"%s\">" language;
     List.iter (fun line -> escape buffer line; Buffer.add_char buffer '\n') lines;
     Buffer.add_string buffer "</pre>"
   | Rule -> Buffer.add_string buffer "<hr>");
  Buffer.add_char buffer '\n'

and item_to buffer = function
  | [ Paragraph inner ] -> List.iter (span_to buffer) inner
  | blocks -> List.iter (block_to buffer) blocks

let render text =
  let buffer = Buffer.create 4096 in
  List.iter (block_to buffer) (blocks (String.split_on_char '\n' text));
  Buffer.contents buffer

let page =
  "# A page of *text* & more\n\nSome **strong words with _emphasis_ inside**, `code < here`, and\n\
   a [link to *it*](https://example.org/?a=1&b=2).\n\
   Not \\*emphasis\\*, nor a lonely * star.\n\n> Quoted text\n> - with a list\n>   of two lines\n> - and more\n\n\
   1. first\n2. second\n   > quoted in it\n3. third `item`\n\n\
   ```ocaml\nlet rec f x = if x < 0 then \"&\" else f (x - 1)\n```\n---\n## The end\n"

let checksum text = String.fold_left (fun h c -> ((h * 31) + Char.code c) land 0xFFFFFF) 7 text

let () =
  print_string (render page);
  let book = String.concat "\n" (List.init 60 (fun i -> Printf.sprintf "# Chapter %d\n\n%s" i page)) in
  for round = 1 to 80 do
    let html = render book in
    if round mod 40 = 0 then Printf.printf "%d %d\n" (String.length html) (checksum html)
  done
