open Ir

(* A constant of the program: a node without operands. *)
type static = { op : opcode; imm : int }

(* The block that main code stores as its unit's global. *)
type unit_block = { mutable main : int; mutable block : int; mutable stores : int }

type state = {
  program : program;
  functions : func array;
  groups : int array array;
  unit_blocks : unit_block array;  (* by slot *)
  created : int array;  (* by group: closure nodes *)
  static_captures : static array option array;  (* by group *)
  items : int array array;  (* by function, then node: its item; empty when it has none *)
}

(* Exceptions: their slots hold a block that the runtime shares. *)
let predefined_count = Array.length Symbols.predefined_exceptions

let scan s id =
  let f = s.functions.(id) in
  for b = 0 to f.blocks.size - 1 do
    let body = f.blocks.data.(b).body in
    for i = 0 to body.size - 1 do
      let node = f.nodes.data.(body.data.(i)) in
      match node.op with
      | Closure -> s.created.(node.imm) <- s.created.(node.imm) + 1
      | Set_global ->
        let unit_block = s.unit_blocks.(node.imm) in
        unit_block.stores <- unit_block.stores + 1;
        unit_block.main <- (if f.fkind = Unit_main then id else none);
        unit_block.block <- node.args.(0)
      | _ -> ()
    done
  done

let items_of s main =
  if Array.length s.items.(main) = 0 then s.items.(main) <- Array.make s.functions.(main).nodes.size none;
  s.items.(main)

(* Those of the last time keep their numbers. *)
let known_items s =
  for i = 0 to s.program.items.size - 1 do
    let { item_main; item_value } = s.program.items.data.(i) in
    let items = items_of s item_main in
    if items.(item_value) = none then items.(item_value) <- i
  done

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
  let f = s.functions.(id) in
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
  if s.unit_blocks.(slot).stores = 0 && slot >= predefined_count then begin
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
    if stores = 1 && main <> none then begin
      let main_function = s.functions.(main) in
      let made = main_function.nodes.data.(block) in
      if made.op = Make_block && node.imm >= 0 && node.imm < Array.length made.args then begin
        let never = Array.make main_function.blocks.size false in
        match static_value s main never made.args.(node.imm) with
        | Some known when main_function != f -> become_static node known
        | Some _ | None -> ()
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
  if s.created.(group) = 1 || Array.length node.args = 0 then
    match all_static s id in_loop node.args with
    | None -> ()
    | values ->
      let members = s.groups.(group) in
      s.static_captures.(group) <- values;
      for i = 0 to Array.length members - 1 do
        s.functions.(members.(i)).captures <- 0
      done;
      node.args <- no_args;
      if Array.length members = 1 then become node Function members.(0)

(* Parameters of a try body that always get one constant. *)
let try_params s id in_loop term =
  let body = s.functions.(term.func) in
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
  | Sibling -> if Option.is_some captures then become node Function s.groups.(f.group).(node.imm)
  | Global -> literal_global s node
  | Field -> unit_field s f node
  | Closure -> closure s id in_loop node
  | Member ->
    let made = f.nodes.data.(node.args.(0)) in
    if made.op = Closure && Option.is_some s.static_captures.(made.imm) then
      become node Function s.groups.(made.imm).(node.imm)
  | _ -> ()

let visit s id =
  let f = s.functions.(id) in
  let in_loop = if f.fkind = Unit_main then Cfg.blocks_in_loops f else [||] in
  let captures = if f.group = none then None else s.static_captures.(f.group) in
  for b = 0 to f.blocks.size - 1 do
    let { body; term; _ } = f.blocks.data.(b) in
    for i = 0 to body.size - 1 do
      visit_node s id f in_loop captures f.nodes.data.(body.data.(i))
    done;
    if term.kind = Try then try_params s id in_loop term
  done

let resolve_statics (program : program) =
  let groups = Vec.to_array program.groups and count = program.functions.size in
  let s =
    {
      program;
      functions = program.functions.data;
      groups;
      unit_blocks = Array.init (Array.length program.globals) (fun _ -> { main = none; block = none; stores = 0 });
      created = Array.make (Array.length groups) 0;
      static_captures = Array.make (Array.length groups) None;
      items = Array.make count [||];
    }
  in
  known_items s;
  for id = 0 to count - 1 do
    scan s id
  done;
  for id = 0 to count - 1 do
    visit s id
  done
