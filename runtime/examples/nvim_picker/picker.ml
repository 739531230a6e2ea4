(* How well the letters of [pattern] match those of [text], in order: None if they
   don't. A letter behind another that matches, or at the start of a word, counts more;
   a long text counts less. Both in lower case. *)
let score pattern text =
  let n = String.length text and m = String.length pattern in
  let start i = i = 0 || match text.[i - 1] with '/' | '_' | '-' | '.' | ' ' -> true | _ -> false in
  let rec go i j last sum =
    if j = m then Some (sum - (n / 8))
    else
      match String.index_from_opt text i pattern.[j] with
      | None -> None
      | Some k ->
          (* A start of a word further on is better than a letter in the middle of one. *)
          let rec better k' =
            if k' >= n then k else if text.[k'] = pattern.[j] && start k' then k' else better (k' + 1)
          in
          let k = if k = last + 1 || start k then k else better k in
          let gain = if k = last + 1 then 8 else if start k then 6 else 1 in
          go (k + 1) (j + 1) k (sum + gain)
  in
  go 0 0 (-2) 0

(* The best matches first, equally good ones in their order. *)
let filter pattern items =
  let pattern = String.lowercase_ascii pattern in
  if pattern = "" then items
  else
    List.filter_map (fun (lower, item) -> Option.map (fun s -> (s, (lower, item))) (score pattern lower)) items
    |> List.stable_sort (fun (a, _) (b, _) -> Int.compare b a)
    |> List.map snd

type picker = {
  all : (string * string) list;  (* in lower case, and as it is *)
  prompt : Vim.Buf.t;
  results : Vim.Buf.t;
  windows : Vim.Win.t list;
  before : Vim.Win.t;
  mutable pattern : string option;  (* that [found] is for *)
  mutable found : string list;
  mutable at : int;
}

let ns = Vim.Extmark.namespace "ocaml_picker"
let most = 200

let rec take n = function x :: rest when n > 0 -> x :: take (n - 1) rest | _ -> []

let highlight p =
  Vim.Extmark.clear p.results ~ns;
  if p.found <> [] then Vim.Extmark.highlight p.results ~ns ~group:"PmenuSel" ~line:p.at 0 (-1)

let update p =
  let pattern = match Vim.Buf.lines p.prompt with line :: _ -> line | [] -> "" in
  if p.pattern <> Some pattern then begin
    p.pattern <- Some pattern;
    p.found <- take most (List.map snd (filter pattern p.all));
    p.at <- 0;
    Vim.Buf.set_lines p.results 0 (-1) p.found;
    highlight p
  end

let close p =
  Vim.cmd "stopinsert";
  List.iter (fun w -> if Vim.Win.is_valid w then Vim.Win.close w) p.windows;
  List.iter (fun b -> if Vim.Buf.is_valid b then Vim.Buf.delete b) [ p.prompt; p.results ];
  if Vim.Win.is_valid p.before then Vim.Win.set_current p.before

let move p by =
  let count = List.length p.found in
  if count > 0 then begin
    p.at <- (p.at + by + count) mod count;
    Vim.Win.set_cursor (List.nth p.windows 1) (p.at + 1, 0);
    highlight p
  end

let accept p choose =
  update p; (* keys that come at once change the text without an event *)
  match List.nth_opt p.found p.at with
  | None -> ()
  | Some item ->
      close p;
      choose item

let open_picker items choose =
  let before = Vim.Win.current () in
  let prompt = Vim.Buf.create () and results = Vim.Buf.create () in
  let width = min 80 (Vim.Opt.columns () - 4) and height = min 15 (Vim.Opt.lines () - 8) in
  let col = (Vim.Opt.columns () - width) / 2 in
  let below = Vim.Win.open_float ~enter:false results ~row:5 ~col ~width ~height in
  let above = Vim.Win.open_float prompt ~row:2 ~col ~width ~height:1 in
  let all = List.map (fun item -> (String.lowercase_ascii item, item)) items in
  let p = { all; prompt; results; windows = [ above; below ]; before; pattern = None; found = []; at = 0 } in
  let on keys f = List.iter (fun mode -> List.iter (fun key -> Vim.Keymap.set ~buffer:prompt ~mode key f) keys) [ "i"; "n" ] in
  on [ "<Esc>"; "<C-c>" ] (fun () -> close p);
  on [ "<C-n>"; "<Down>" ] (fun () -> move p 1);
  on [ "<C-p>"; "<Up>" ] (fun () -> move p (-1));
  on [ "<CR>" ] (fun () -> accept p choose);
  ignore (Vim.Autocmd.create ~buffer:prompt [ "TextChanged"; "TextChangedI" ] (fun _ -> update p));
  update p;
  Vim.cmd "startinsert"

let edit path = Vim.cmd ("edit " ^ Lua.to_string (Vim.fn "fnameescape" [ Lua.of_string path ]))
let texts v = Lua.of_lua (Lua.list Lua.string) v

let files () =
  texts (Vim.fn "glob" [ Lua.of_string "**/*"; Lua.of_bool false; Lua.of_bool true ])
  |> List.filter (fun path -> not (Sys.is_directory path))

let buffers () =
  texts (Vim.fn "getcompletion" [ Lua.of_string ""; Lua.of_string "buffer" ])

let () =
  Vim.Command.create ~nargs:"?" ~desc:"Pick a file or a buffer" "Pick" (fun given ->
      open_picker (if given.args = "buffers" then buffers () else files ()) edit)

let () =
  Lua.export "score" Lua.(make (string @-> string @-> returning (option int)) score);
  Lua.export "stop" Lua.(make (unit @-> returning unit) (fun () -> Vim.Command.del "Pick"))
