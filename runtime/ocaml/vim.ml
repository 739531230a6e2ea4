let vim = Lua.global "vim"
let lua name = Lua.get vim name
let api_table = lua "api"
let fn_table = lua "fn"
let api name arguments = Lua.call (Lua.get api_table ("nvim_" ^ name)) arguments
let fn name arguments = Lua.call (Lua.get fn_table name) arguments
let str = Lua.of_string
let num = Lua.of_int
let flag = Lua.of_bool
let ignore_lua (_ : Lua.t) = ()
let cmd text = ignore_lua (Lua.call (lua "cmd") [ str text ])

let echo text =
  ignore_lua (api "echo" [ Lua.array [| Lua.array [| str text |] |]; flag false; Lua.table [] ])

type level = Debug | Info | Warn | Error

let notify ?(level = Info) text =
  let number = match level with Debug -> 1 | Info -> 2 | Warn -> 3 | Error -> 4 in
  ignore_lua (Lua.call (lua "notify") [ str text; num number ])

let callback f = Lua.func (fun _ -> f (); Lua.nil)
let schedule f = ignore_lua (Lua.call (lua "schedule") [ callback f ])
let defer ms f = ignore_lua (Lua.call (lua "defer_fn") [ callback f; num ms ])
let inspect v = Lua.to_string (Lua.call (lua "inspect") [ v ])

(* Fields that have a value. *)
let fields list = Lua.table (List.concat_map (function _, None -> [] | name, Some v -> [ (name, v) ]) list)
let opt f = function None -> None | Some x -> Some (f x)
let strings list = Lua.to_lua (Lua.list Lua.string) list

module Buf = struct
  type t = int

  let ty = Lua.int
  let current () = Lua.to_int (api "get_current_buf" [])
  let create ?(listed = false) ?(scratch = true) () = Lua.to_int (api "create_buf" [ flag listed; flag scratch ])
  let delete ?(force = true) b = ignore_lua (api "buf_delete" [ num b; Lua.table [ ("force", flag force) ] ])
  let is_valid b = Lua.to_bool (api "buf_is_valid" [ num b ])
  let line_count b = Lua.to_int (api "buf_line_count" [ num b ])

  let get_lines b from until =
    Lua.of_lua (Lua.list Lua.string) (api "buf_get_lines" [ num b; num from; num until; flag false ])

  let set_lines b from until lines =
    ignore_lua (api "buf_set_lines" [ num b; num from; num until; flag false; strings lines ])

  let lines b = get_lines b 0 (-1)
  let get_name b = Lua.to_string (api "buf_get_name" [ num b ])
  let set_name b name = ignore_lua (api "buf_set_name" [ num b; str name ])
  let get_option b name = api "buf_get_option" [ num b; str name ]
  let set_option b name v = ignore_lua (api "buf_set_option" [ num b; str name; v ])
end

module Win = struct
  type t = int

  let ty = Lua.int
  let current () = Lua.to_int (api "get_current_win" [])
  let set_current w = ignore_lua (api "set_current_win" [ num w ])
  let is_valid w = Lua.to_bool (api "win_is_valid" [ num w ])
  let close ?(force = true) w = ignore_lua (api "win_close" [ num w; flag force ])
  let get_buf w = Lua.to_int (api "win_get_buf" [ num w ])
  let set_buf w b = ignore_lua (api "win_set_buf" [ num w; num b ])

  let get_cursor w =
    let place = api "win_get_cursor" [ num w ] in
    (Lua.to_int (Lua.get_int place 1), Lua.to_int (Lua.get_int place 2))

  let set_cursor w (line, col) = ignore_lua (api "win_set_cursor" [ num w; Lua.array [| num line; num col |] ])
  let get_width w = Lua.to_int (api "win_get_width" [ num w ])
  let get_height w = Lua.to_int (api "win_get_height" [ num w ])
  let set_option w name v = ignore_lua (api "win_set_option" [ num w; str name; v ])

  let open_float ?(enter = true) ?(border = "rounded") b ~row ~col ~width ~height =
    let config =
      Lua.table
        [
          ("relative", str "editor"); ("row", num row); ("col", num col); ("width", num width);
          ("height", num height); ("style", str "minimal"); ("border", str border);
        ]
    in
    Lua.to_int (api "open_win" [ num b; flag enter; config ])
end

module Opt = struct
  let get name = api "get_option" [ str name ]
  let set name v = ignore_lua (api "set_option" [ str name; v ])
  let columns () = Lua.to_int (get "columns")
  let lines () = Lua.to_int (get "lines")
end

module Var = struct
  let get name = Lua.get (lua "g") name
  let set name v = Lua.set (lua "g") name v
end

module Keymap = struct
  let keymap name = Lua.get (lua "keymap") name

  let set ?buffer ?desc ~mode keys f =
    ignore_lua
      (Lua.call (keymap "set")
         [ str mode; str keys; callback f; fields [ ("buffer", opt num buffer); ("desc", opt str desc) ] ])

  let del ?buffer ~mode keys =
    ignore_lua (Lua.call (keymap "del") [ str mode; str keys; fields [ ("buffer", opt num buffer) ] ])
end

module Autocmd = struct
  type t = int
  type event = { buffer : Buf.t; file : string; matched : string; event : string }

  let create ?pattern ?buffer ?group ?once events f =
    let text given name = match Lua.get given name with v when Lua.is_nil v -> "" | v -> Lua.to_string v in
    let called = function
      | given :: _ ->
          let buffer = Lua.to_int (Lua.get given "buf") in
          f { buffer; file = text given "file"; matched = text given "match"; event = text given "event" };
          Lua.nil (* true would remove it *)
      | [] -> Lua.nil
    in
    let options =
      fields
        [
          ("pattern", opt str pattern); ("buffer", opt num buffer); ("group", opt str group); ("once", opt flag once);
          ("callback", Some (Lua.func called));
        ]
    in
    Lua.to_int (api "create_autocmd" [ strings events; options ])

  let del id = ignore_lua (api "del_autocmd" [ num id ])

  let group ?(clear = true) name =
    ignore_lua (api "create_augroup" [ str name; Lua.table [ ("clear", flag clear) ] ]);
    name
end

module Command = struct
  type arguments = { args : string; fargs : string list; bang : bool; line1 : int; line2 : int }

  let create ?(nargs = "0") ?(range = false) ?(bang = false) ?desc name f =
    let called = function
      | given :: _ ->
          let get = Lua.get given in
          f
            {
              args = Lua.to_string (get "args"); fargs = Lua.of_lua (Lua.list Lua.string) (get "fargs");
              bang = Lua.to_bool (get "bang"); line1 = Lua.to_int (get "line1"); line2 = Lua.to_int (get "line2");
            };
          Lua.nil
      | [] -> Lua.nil
    in
    let number = match nargs with "0" -> num 0 | "1" -> num 1 | _ -> str nargs in
    let options =
      fields [ ("nargs", Some number); ("range", Some (flag range)); ("bang", Some (flag bang)); ("desc", opt str desc) ]
    in
    ignore_lua (api "create_user_command" [ str name; Lua.func called; options ])

  let del name = ignore_lua (api "del_user_command" [ str name ])
end

module Ui = struct
  let chosen f = Lua.func (function v :: _ -> f (Lua.of_lua (Lua.option Lua.string) v); Lua.nil | [] -> f None; Lua.nil)

  let select ?prompt items f =
    ignore_lua (Lua.call (Lua.get (lua "ui") "select") [ strings items; fields [ ("prompt", opt str prompt) ]; chosen f ])

  let input ?prompt ?default f =
    let options = fields [ ("prompt", opt str prompt); ("default", opt str default) ] in
    ignore_lua (Lua.call (Lua.get (lua "ui") "input") [ options; chosen f ])
end

module Extmark = struct
  let namespace name = Lua.to_int (api "create_namespace" [ str name ])

  let set b ~ns ~line ~col options =
    Lua.to_int (api "buf_set_extmark" [ num b; num ns; num line; num col; Lua.table options ])

  let clear ?(from = 0) ?(until = -1) b ~ns = ignore_lua (api "buf_clear_namespace" [ num b; num ns; num from; num until ])

  let highlight b ~ns ~group ~line from until =
    ignore_lua (api "buf_add_highlight" [ num b; num ns; str group; num line; num from; num until ])
end

module Diagnostic = struct
  type t = { line : int; col : int; message : string; severity : level }

  let set b ~ns list =
    let one d =
      let severity = match d.severity with Error -> 1 | Warn -> 2 | Info -> 3 | Debug -> 4 in
      Lua.table [ ("lnum", num d.line); ("col", num d.col); ("message", str d.message); ("severity", num severity) ]
    in
    ignore_lua
      (Lua.call (Lua.get (lua "diagnostic") "set") [ num ns; num b; Lua.array (Array.of_list (List.map one list)) ])
end
