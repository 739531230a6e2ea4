open Ir

(* A constant of the program: a node without operands. *)
type static = { op : opcode; imm : int }

(* The block that main code stores as its unit's global. *)
type unit_block = { mutable main : int; mutable block : int; mutable stores : int }

type t = {
  program : program;
  unit_blocks : unit_block array;  (* by slot *)
  static_captures : static array option Vec.t;  (* by group *)
  items : int array array;  (* by unit, then node of its main code: its item; empty when it has none *)
}

(* Exceptions: their slots hold a block that the runtime shares. *)
let predefined_count = Array.length Symbols.predefined_exceptions

let func s id = s.program.functions.data.(id)

let find_unit_block s main =
  let f = func s main in
  for b = 0 to f.blocks.size - 1 do
    let body = f.blocks.data.(b).body in
    for i = 0 to body.size - 1 do
      let node = f.nodes.data.(body.data.(i)) in
      if node.op = Set_global then begin
        let unit_block = s.unit_blocks.(node.imm) in
        unit_block.stores <- unit_block.stores + 1;
        unit_block.main <- main;
        unit_block.block <- node.args.(0)
      end
    done
  done

(* The items of a main code's nodes. *)
let items_of s main =
  let f = func s main in
  if Array.length s.items.(f.unit_index) = 0 then s.items.(f.unit_index) <- Array.make f.nodes.size none;
  s.items.(f.unit_index)

let item s main value =
  let items = items_of s main in
  if items.(value) = none then begin
    items.(value) <- s.program.items.size;
    Vec.push s.program.items { item_main = main; item_value = value }
  end;
  items.(value)

(* The value of node [v] of function [id] as a constant of the program, if it is
   one; [in_loop] tells of each block of main code whether it may run repeatedly. *)
let static_value s id (in_loop : bool array) v =
  let f = func s id in
  let node = f.nodes.data.(v) in
  match node.op with
  | Integer | Literal | Function | Item | Atom | Global -> Some { op = node.op; imm = node.imm }
  | _ ->
    if f.fkind <> Unit_main || in_loop.(node.block) then None else Some { op = Item; imm = item s id v }

let become (node : node) (op : opcode) imm =
  node.op <- op;
  node.imm <- imm;
  node.args <- no_args;
  node.effects <- Pure

let become_static node (static : static) = become node static.op static.imm

let fits_integer n = Int64.compare n (-0x40000000L) >= 0 && Int64.compare n 0x40000000L < 0

(* A slot that no code sets holds a constant of the DATA section. *)
let literal_global s (node : node) =
  let slot = node.imm in
  if s.unit_blocks.(slot).stores = 0 && slot >= predefined_count && not (is_imported s.program slot) then begin
    let constant = s.program.globals.(slot) in
    match s.program.constants.data.(constant) with
    | Image.Integer n when fits_integer n -> become node Integer (Int64.to_int n)
    | _ -> become node Literal constant
  end

(* A field of a unit's block, which is made once, and so are its fields. *)
let unit_field s f (node : node) =
  let base = f.nodes.data.(node.args.(0)) in
  if base.op = Global then begin
    let { main; block; stores } = s.unit_blocks.(base.imm) in
    let main_function = if stores = 1 then func s main else f in
    if main_function != f then begin
      let made = main_function.nodes.data.(block) in
      if made.op = Make_block && node.imm >= 0 && node.imm < Array.length made.args then begin
        let never = Array.make main_function.blocks.size false in
        match static_value s main never made.args.(node.imm) with
        | Some known -> become_static node known
        | None -> ()
      end
    end
  end

(* The constants that [args] are, if all of them are. *)
let all_static s id in_loop args =
  let count = Array.length args in
  let values = Array.make count { op = Integer; imm = 0 } in
  let rec fill i =
    i >= count
    ||
    match static_value s id in_loop args.(i) with
    | Some value ->
      values.(i) <- value;
      fill (i + 1)
    | None -> false
  in
  if fill 0 then Some values else None

let closure s id in_loop (node : node) =
  let group = node.imm in
  if s.program.made_once.data.(group) || Array.length node.args = 0 then
    match all_static s id in_loop node.args with
    | None -> ()
    | values ->
      let members = s.program.groups.data.(group) in
      Vec.set s.static_captures group values;
      node.args <- no_args;
      if Array.length members = 1 then become node Function members.(0)

(* Parameters of a try body that always get one constant. *)
let try_params s id in_loop term =
  let body = func s term.func in
  let params = Vec.create () and args = Vec.create () in
  for i = 0 to Array.length term.targs - 1 do
    let param = body.fparams.(i) in
    let node = body.nodes.data.(param) in
    match static_value s id in_loop term.targs.(i) with
    | Some value ->
      become_static node value;
      Vec.insert body.blocks.data.(0).body 0 param
    | None ->
      node.imm <- params.size;
      Vec.push params param;
      Vec.push args term.targs.(i)
  done;
  body.fparams <- Vec.to_array params;
  term.targs <- Vec.to_array args

let visit_node s id f in_loop (captures : static array option) (node : node) =
  match node.op with
  | Capture -> (
    match captures with
    | Some values -> become_static node values.(node.imm)
    | None -> ())
  | Sibling -> if Option.is_some captures then become node Function s.program.groups.data.(f.group).(node.imm)
  | Global -> literal_global s node
  | Field -> unit_field s f node
  | Closure -> closure s id in_loop node
  | Member ->
    let made = f.nodes.data.(node.args.(0)) in
    if made.op = Closure && Option.is_some (Vec.get s.static_captures made.imm) then
      become node Function s.program.groups.data.(made.imm).(node.imm)
  | _ -> ()

let visit s id =
  let f = func s id in
  while s.static_captures.size < s.program.groups.size do
    Vec.push s.static_captures None
  done;
  let in_loop = if f.fkind = Unit_main then Cfg.blocks_in_loops f else [||] in
  let captures = if f.group = none then None else Vec.get s.static_captures f.group in
  for b = 0 to f.blocks.size - 1 do
    let { body; term; _ } = f.blocks.data.(b) in
    for i = 0 to body.size - 1 do
      visit_node s id f in_loop captures f.nodes.data.(body.data.(i))
    done;
    if term.kind = Try then try_params s id in_loop term
  done;
  if Option.is_some captures then f.captures <- 0

let create (program : program) =
  let s =
    {
      program;
      unit_blocks = Array.init (Array.length program.globals) (fun _ -> { main = none; block = none; stores = 0 });
      static_captures = Vec.create ();
      items = Array.make program.units.size [||];
    }
  in
  for i = 0 to program.items.size - 1 do
    let { item_main; item_value } = program.items.data.(i) in
    (items_of s item_main).(item_value) <- i
  done;
  for u = 0 to program.units.size - 1 do
    find_unit_block s program.units.data.(u).main
  done;
  s
