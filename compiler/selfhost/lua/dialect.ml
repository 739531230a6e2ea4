type t = {
  name : string;
  has_goto : bool;
  has_integers : bool;
  is_luajit : bool;
  ocaml51 : bool;
  ocaml52 : bool;
  allocations : bool;
  backtraces : bool;
  is_open : bool;
  yields : bool;
  int_width : int;
  max_upvalues : int;
}

let wide d = d.int_width = 63

let with_version d version =
  { d with ocaml51 = version >= Image.magic_5_1; ocaml52 = version >= Image.magic_5_2 }

let stack_limit d =
  if d.name = "portable" then "L"
  else if d.is_luajit then "40000" (* of 65,500 slots *)
  else if d.name = "lua5.1" then "110000" (* of 20,000 frames, at 8 slots and more *)
  else "600000" (* of 1,000,000 slots *)

let feature d = function
  | "int63" -> wide d
  | "ints" | "int64native" -> d.has_integers
  | "luajit" -> d.is_luajit
  | "ocaml51" -> d.ocaml51
  | "ocaml52" -> d.ocaml52
  | "allocations" -> d.allocations
  | "backtraces" -> d.backtraces
  | "open" -> d.is_open
  | "yields" -> d.yields
  | _ -> false

let names = [| "portable"; "lua5.1"; "lua5.2"; "lua5.3"; "lua5.4"; "luajit" |]

let of_name name =
  let least =
    {
      name; has_goto = false; has_integers = false; is_luajit = false; ocaml51 = false; ocaml52 = false;
      allocations = false; backtraces = false; is_open = false; yields = false; int_width = 32; max_upvalues = 55;
    }
  in
  match name with
  | "portable" | "lua5.1" -> least
  | "lua5.2" -> { least with has_goto = true; max_upvalues = 200 }
  | "lua5.3" | "lua5.4" -> { least with has_goto = true; has_integers = true; max_upvalues = 200; int_width = 63 }
  | "luajit" -> { least with has_goto = true; is_luajit = true }
  | _ -> Diagnostic.fail Usage ("unknown target `" ^ name ^ "`")

let make name ~int_width =
  let d = of_name name in
  if int_width = 0 then d
  else if int_width <> 32 && int_width <> 63 then
    Diagnostic.fail Usage ("an int has 32 or 63 bits, not " ^ string_of_int int_width)
  else if int_width = 63 && not d.has_integers then
    Diagnostic.fail Usage "63-bit ints need the target lua5.3 or lua5.4"
  else { d with int_width }
