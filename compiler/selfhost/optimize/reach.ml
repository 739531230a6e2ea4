open Ir

(* What is known of a live function whose code was looked at. *)
type marks = {
  live : bool array;  (* by node *)
  place : int array;  (* by node: of a block parameter in its block *)
  preds : Cfg.edge_ref array array;  (* empty when no block has parameters *)
  reached : bool array;  (* blocks that control reaches *)
}

let no_marks = { live = [||]; place = [||]; preds = [||]; reached = [||] }

(* The store of a unit's block. *)
type store = { main : int; value : int }

type state = {
  program : program;
  prepare : int -> unit;
  is_live : bool Vec.t;  (* by function *)
  marks : marks Vec.t;  (* by function *)
  live_functions : int Vec.t;  (* in the order in which they were met *)
  mutable next : int;  (* of them, to be looked at *)
  slot_live : bool array;
  stores : store list array;  (* by slot, last first *)
  (* Live nodes to be followed. *)
  work_functions : int Vec.t;
  work_values : int Vec.t;
}

let func s id = s.program.functions.data.(id)

let find_stores s id =
  let f = func s id in
  for b = 0 to f.blocks.size - 1 do
    let body = f.blocks.data.(b).body in
    for i = 0 to body.size - 1 do
      let v = body.data.(i) in
      let node = f.nodes.data.(v) in
      if node.op = Set_global then begin
        s.stores.(node.imm) <- { main = id; value = v } :: s.stores.(node.imm);
        if is_open s.program then s.slot_live.(node.imm) <- true
      end
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

(* Function [id] is live from now on. *)
let meet s id =
  while s.is_live.size < s.program.functions.size do
    Vec.push s.is_live false;
    Vec.push s.marks no_marks
  done;
  if not s.is_live.data.(id) then begin
    s.is_live.data.(id) <- true;
    Vec.push s.live_functions id
  end

(* Looks at a live function's code. *)
let enter s id =
  s.prepare id;
  let f = func s id in
  let live = Array.make f.nodes.size false and place = Array.make f.nodes.size none in
  let reached = Array.make f.blocks.size false in
  let order = Cfg.reverse_postorder f in
  let preds = if Simplify.has_params f then Cfg.predecessors f order else [||] in
  s.marks.data.(id) <- { live; place; preds; reached };
  for k = 0 to Array.length order - 1 do
    let { params; body; term } = f.blocks.data.(order.(k)) in
    reached.(order.(k)) <- true;
    for i = 0 to Array.length params - 1 do
      place.(params.(i)) <- i
    done;
    for i = 0 to body.size - 1 do
      let v = body.data.(i) in
      let node = f.nodes.data.(v) in
      if node.effects = Effect && (node.op <> Set_global || s.slot_live.(node.imm)) then mark s id live v
    done;
    mark s id live term.value;
    mark_all s id live term.targs;
    match term.kind with
    | Try | Tail_known -> meet s term.func
    | Unreachable | Jump | Branch | Switch | Return | Raise | Tail_call | Exit -> ()
  done

let enter_next s =
  s.next <- s.next + 1;
  enter s s.live_functions.data.(s.next - 1)

let read_global s slot =
  if not s.slot_live.(slot) then begin
    s.slot_live.(slot) <- true;
    List.iter (fun { main; value } -> mark s main s.marks.data.(main).live value) (List.rev s.stores.(slot))
  end

let follow s id v =
  let f = func s id and { live; place; preds; _ } = s.marks.data.(id) in
  let node = f.nodes.data.(v) in
  mark_all s id live node.args;
  match node.op with
  | Block_param ->
    let edges = preds.(node.block) and i = place.(v) in
    for e = 0 to Array.length edges - 1 do
      let { Cfg.from; edge } = edges.(e) in
      mark s id live f.blocks.data.(from).term.edges.(edge).edge_args.(i)
    done
  | Function | Call_known -> meet s node.imm
  | Closure ->
    let members = s.program.groups.data.(node.imm) in
    for i = 0 to Array.length members - 1 do
      meet s members.(i)
    done
  | Item ->
    let { item_main; item_value } = s.program.items.data.(node.imm) in
    mark s item_main s.marks.data.(item_main).live item_value
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

let remove_unreachable ?(prepare = ignore) (program : program) =
  let slots = Array.length program.globals in
  let s =
    {
      program;
      prepare;
      is_live = Vec.create ();
      marks = Vec.create ();
      live_functions = Vec.create ();
      next = 0;
      slot_live = Array.make slots false;
      stores = Array.make slots [];
      work_functions = Vec.create ();
      work_values = Vec.create ();
    }
  in
  (* All units' code first: functions mention its values. *)
  for u = 0 to program.units.size - 1 do
    let main = program.units.data.(u).main in
    find_stores s main;
    meet s main
  done;
  while s.next < s.live_functions.size do
    enter_next s
  done;
  while s.next < s.live_functions.size || s.work_values.size > 0 do
    if s.work_values.size = 0 then enter_next s
    else begin
      let id = Vec.pop s.work_functions in
      follow s id (Vec.pop s.work_values)
    end
  done;
  for id = 0 to program.functions.size - 1 do
    let f = func s id in
    if id < s.is_live.size && s.is_live.data.(id) then sweep f s.marks.data.(id)
    else begin
      f.dead <- true;
      Vec.clear f.blocks;
      Vec.clear f.nodes
    end
  done
