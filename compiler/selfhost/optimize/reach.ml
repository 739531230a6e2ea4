open Ir

(* What is known of a live function. *)
type marks = {
  live : bool array;  (* by node *)
  place : int array;  (* by node: of a block parameter in its block *)
  preds : Cfg.edge_ref array array;
  reached : bool array;  (* blocks that control reaches *)
}

(* The store of a unit's block. *)
type store = { main : int; value : int }

type state = {
  program : program;
  functions : func array;
  marks : marks option array;  (* by function; None: not live *)
  slot_live : bool array;
  stores : store list array;  (* by slot *)
  (* Live nodes to be followed. *)
  work_functions : int Vec.t;
  work_values : int Vec.t;
}

let find_stores s id =
  let f = s.functions.(id) in
  for b = 0 to f.blocks.size - 1 do
    let body = f.blocks.data.(b).body in
    for i = 0 to body.size - 1 do
      let v = body.data.(i) in
      let node = f.nodes.data.(v) in
      if node.op = Set_global then s.stores.(node.imm) <- { main = id; value = v } :: s.stores.(node.imm)
    done
  done

let mark s id (live : bool array) v =
  if v <> none && not live.(v) then begin
    live.(v) <- true;
    Vec.push s.work_functions id;
    Vec.push s.work_values v
  end

let mark_all s id live (values : int array) =
  for i = 0 to Array.length values - 1 do
    mark s id live values.(i)
  done

(* The marks of function [id], which is live from now on. *)
let rec enter s id =
  match s.marks.(id) with
  | Some marks -> marks
  | None ->
    let f = s.functions.(id) in
    let marks =
      {
        live = Array.make f.nodes.size false;
        place = Array.make f.nodes.size none;
        preds = Cfg.predecessors f;
        reached = Array.make f.blocks.size false;
      }
    in
    s.marks.(id) <- Some marks;
    let order = Cfg.reverse_postorder f in
    for k = 0 to Array.length order - 1 do
      let { params; body; term } = f.blocks.data.(order.(k)) in
      marks.reached.(order.(k)) <- true;
      for i = 0 to Array.length params - 1 do
        marks.place.(params.(i)) <- i
      done;
      for i = 0 to body.size - 1 do
        let v = body.data.(i) in
        let node = f.nodes.data.(v) in
        if node.effects = Effect && (node.op <> Set_global || s.slot_live.(node.imm)) then mark s id marks.live v
      done;
      mark s id marks.live term.value;
      mark_all s id marks.live term.targs;
      match term.kind with
      | Try | Tail_known -> ignore (enter s term.func)
      | Unreachable | Jump | Branch | Switch | Return | Raise | Tail_call | Exit -> ()
    done;
    marks

let read_global s slot =
  if not s.slot_live.(slot) then begin
    s.slot_live.(slot) <- true;
    List.iter
      (fun { main; value } ->
        match s.marks.(main) with
        | Some { live; _ } -> mark s main live value
        | None -> ())
      s.stores.(slot)
  end

let follow s id v =
  let f = s.functions.(id) and { live; place; preds; _ } = enter s id in
  let node = f.nodes.data.(v) in
  mark_all s id live node.args;
  match node.op with
  | Block_param ->
    let edges = preds.(node.block) and i = place.(v) in
    for e = 0 to Array.length edges - 1 do
      let { Cfg.from; edge } = edges.(e) in
      mark s id live f.blocks.data.(from).term.edges.(edge).edge_args.(i)
    done
  | Function | Call_known -> ignore (enter s node.imm)
  | Closure ->
    let members = s.program.groups.data.(node.imm) in
    for i = 0 to Array.length members - 1 do
      ignore (enter s members.(i))
    done
  | Item ->
    let { item_main; item_value } = s.program.items.data.(node.imm) in
    mark s item_main (enter s item_main).live item_value
  | Global -> read_global s node.imm
  | _ -> ()

let sweep f { live; reached; _ } =
  let blocks = f.blocks.data in
  let is_live v = live.(v) in
  for b = 0 to f.blocks.size - 1 do
    if not reached.(b) then blocks.(b) <- new_block ()
    else begin
      let { body; term; _ } = blocks.(b) in
      Vec.filter is_live body;
      for e = 0 to Array.length term.edges - 1 do
        let edge = term.edges.(e) in
        edge.edge_args <- Simplify.filter_by live blocks.(edge.target).params edge.edge_args
      done
    end
  done;
  for b = 0 to f.blocks.size - 1 do
    let block = blocks.(b) in
    block.params <- Simplify.filter_by live block.params block.params
  done

let remove_unreachable (program : program) =
  let count = program.functions.size and slots = Array.length program.globals in
  let s =
    {
      program;
      functions = program.functions.data;
      marks = Array.make count None;
      slot_live = Array.make slots false;
      stores = Array.make slots [];
      work_functions = Vec.create ();
      work_values = Vec.create ();
    }
  in
  for id = 0 to count - 1 do
    if s.functions.(id).fkind = Unit_main then find_stores s id
  done;
  for u = 0 to program.units.size - 1 do
    ignore (enter s program.units.data.(u).main)
  done;
  while s.work_values.size > 0 do
    let id = Vec.pop s.work_functions in
    follow s id (Vec.pop s.work_values)
  done;
  for id = 0 to count - 1 do
    let f = s.functions.(id) in
    match s.marks.(id) with
    | Some marks -> sweep f marks
    | None ->
      f.dead <- true;
      Vec.clear f.blocks;
      Vec.clear f.nodes
  done
