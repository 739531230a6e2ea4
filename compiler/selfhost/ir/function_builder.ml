type state = {
  image : Image.t;
  program : Ir.program;
  exploration : Region.exploration;
  makers : int array;
  group_at : (int, int) Hashtbl.t;
}

type cells = { mutable slots : bool array; mutable grown : bool }

type inherited = Sibling of int | Capture of int

type entry = {
  mutable reached : bool;
  mutable stack_in : int array;
  mutable accu_in : int;
  mutable merged_slots : int array;
}

type t = {
  state : state;
  func : Ir.func;
  region : Region.region;
  cells : cells;
  entries : entry array;
  params : int Vec.t;
  mutable base_depth : int;
  mutable block : int;
  in_loop : bool array;  (* by block, of a unit's main code whose allocations count *)
  mutable pc : int;
  mutable stack : int Vec.t;
  mutable accu : int;
  captures : int Vec.t;
  siblings : int Vec.t;
  inherited : inherited Vec.t;
}

let new_function fkind ~unit_index ~pc ~captures ~group ~member : Ir.func =
  {
    fkind;
    unit_index;
    fpc = pc;
    arity = 0;
    captures;
    group;
    member;
    exits = 0;
    dead = false;
    escapes = true;
    known_calls = false;
    result_kinds = Ir.kind_any;
    recursive = false;
    checks_depth = false;
    shows_depth = false;
    returns_exceptions = false;
    fparams = Ir.no_args;
    nodes = Vec.create ();
    blocks = Vec.create ();
  }

let blocks_in_loops (region : Region.region) =
  let in_loop = Array.make (Array.length region.blocks + 1) false in
  Array.iteri
    (fun from (block : Region.block) ->
      Array.iter
        (fun target ->
          for b = target to from do
            in_loop.(b + 1) <- true
          done)
        block.successors)
    region.blocks;
  in_loop

let create state (func : Ir.func) (region : Region.region) cells =
  let n = Array.length region.blocks in
  for _ = 0 to n do
    Vec.push func.blocks (Ir.new_block ()) (* block 0 is the entry *)
  done;
  {
    state;
    func;
    region;
    cells;
    entries =
      Array.init n (fun _ ->
          { reached = false; stack_in = Ir.no_args; accu_in = Ir.none; merged_slots = Ir.no_args });
    params = Vec.create ();
    base_depth = 0;
    block = 0;
    in_loop = (if state.program.allocations && func.fkind = Unit_main then blocks_in_loops region else [||]);
    pc = func.fpc;
    stack = Vec.create ();
    accu = Ir.none;
    captures = Vec.create ();
    siblings = Vec.create ();
    inherited = Vec.create ();
  }

let fail b message = Diagnostic.fail_at Input ~file:"" ~section:"CODE" ~offset:(b.pc * 4) message

let emit b op imm args =
  let v = Ir.add b.func b.block op imm args b.pc in
  Vec.push b.func.blocks.data.(b.block).body v;
  v

let integer b value = emit b Integer value Ir.no_args
let term b = b.func.blocks.data.(b.block).term

(* The stack. *)

let has_cell cells position = position < Array.length cells.slots && cells.slots.(position)

let add_cell cells position =
  let n = Array.length cells.slots in
  if n <= position then cells.slots <- Array.append cells.slots (Array.make (position + 1 - n) false);
  if not cells.slots.(position) then cells.grown <- true;
  cells.slots.(position) <- true

let make_cell b v =
  let cell = emit b Make_block 0 [| v |] in
  b.func.nodes.data.(cell).pc <- Ir.none;
  cell

let push b v =
  Vec.push b.stack (if v <> Ir.none && has_cell b.cells b.stack.size then make_cell b v else v)

let peek b k =
  let position = b.stack.size - 1 - k in
  let v = if position < 0 then Ir.none else b.stack.data.(position) in
  if v = Ir.none then fail b "the stack holds no value there";
  if has_cell b.cells position then emit b Field 0 [| v |] else v

let pop b n =
  let left = b.stack.size - n in
  if left < b.base_depth then fail b "stack underflow";
  Vec.truncate b.stack left

(* Puts the values on top into [values], from [first] on. *)
let take_into b values first n =
  for k = 0 to n - 1 do
    values.(first + k) <- peek b k
  done;
  pop b n

let check_height b n = if n > b.stack.size then fail b "stack underflow"

let take b n =
  check_height b n;
  let values = Array.make n Ir.none in
  take_into b values 0 n;
  values

let accu_and b n =
  check_height b n;
  let values = Array.make (n + 1) b.accu in
  take_into b values 1 n;
  values

let assign b k v =
  let position = b.stack.size - 1 - k in
  if position < 0 then fail b "stack underflow";
  let old = b.stack.data.(position) in
  if old = Ir.none then fail b "assignment to a slot that holds no value";
  if position < b.base_depth && not (has_cell b.cells position) then add_cell b.cells position;
  if has_cell b.cells position then ignore (emit b Set_field 0 [| old; v |]) else b.stack.data.(position) <- v

(* Free variables. *)

let inherit_value b wanted =
  Vec.push b.inherited wanted;
  let v = Ir.add b.func 0 Param b.params.size Ir.no_args b.func.fpc in
  Vec.push b.params v;
  v

(* The entry block may get them at any time: its terminator stands by itself. *)
let add_to_entry b op imm =
  let v = Ir.add b.func 0 op imm Ir.no_args b.func.fpc in
  Vec.push b.func.blocks.data.(0).body v;
  v

let fill_up_to (values : int Vec.t) index =
  while values.size <= index do
    Vec.push values Ir.none
  done

let capture b index =
  fill_up_to b.captures index;
  let captures = b.captures.data in
  if captures.(index) = Ir.none then
    captures.(index) <-
      (match b.func.fkind with
      | Try_body -> inherit_value b (Capture index)
      | Unit_main | Closure -> add_to_entry b Capture index);
  captures.(index)

let sibling b offset =
  (* Try bodies have the group and member of the function around them. *)
  if b.func.group = Ir.none then fail b "a closure is used outside of a function";
  let member = b.func.member + offset in
  if member < 0 || member >= Array.length (Vec.get b.state.program.groups b.func.group) then
    fail b "a closure outside of its group is used";
  fill_up_to b.siblings member;
  let siblings = b.siblings.data in
  if siblings.(member) = Ir.none then
    siblings.(member) <-
      (match b.func.fkind with
      | Try_body -> inherit_value b (Sibling member)
      | Unit_main | Closure -> add_to_entry b Sibling member);
  siblings.(member)

(* Blocks. *)

(* The first path to a block where paths meet: a parameter for each slot that holds
   a value, and for the accumulator. *)
let merge b successor entry =
  let depth = b.stack.size and stack = b.stack.data in
  let block = successor + 1 and pc = b.region.blocks.(successor).first in
  let live = ref 1 in
  for slot = 0 to depth - 1 do
    if stack.(slot) <> Ir.none then incr live
  done;
  let params = Array.make !live Ir.none and slots = Array.make !live depth in
  let stack_in = Array.make depth Ir.none in
  let i = ref 0 in
  for slot = 0 to depth - 1 do
    if stack.(slot) <> Ir.none then begin
      let param = Ir.add b.func block Block_param 0 Ir.no_args pc in
      params.(!i) <- param;
      slots.(!i) <- slot;
      stack_in.(slot) <- param;
      incr i
    end
  done;
  let param = Ir.add b.func block Block_param 0 Ir.no_args pc in
  params.(!i) <- param;
  b.func.blocks.data.(block).params <- params;
  entry.reached <- true;
  entry.stack_in <- stack_in;
  entry.accu_in <- param;
  entry.merged_slots <- slots

let flow b successor accu : Ir.edge =
  let entry = b.entries.(successor) in
  let paths = b.region.blocks.(successor).predecessors + if successor = 0 then 1 else 0 in
  if paths <= 1 then begin
    entry.reached <- true;
    entry.stack_in <- Vec.to_array b.stack;
    entry.accu_in <- accu;
    { target = successor + 1; edge_args = Ir.no_args }
  end
  else begin
    if not entry.reached then merge b successor entry;
    let depth = b.stack.size in
    if Array.length entry.stack_in <> depth then fail b "paths of different stack depth meet";
    let slots = entry.merged_slots in
    let args = Array.make (Array.length slots) accu in
    for i = 0 to Array.length slots - 1 do
      let slot = slots.(i) in
      if slot < depth then args.(i) <- b.stack.data.(slot);
      if args.(i) = Ir.none then fail b "paths with different stacks meet"
    done;
    { target = successor + 1; edge_args = args }
  end

let leave b kind value =
  let term = term b in
  term.kind <- kind;
  term.value <- value;
  term.term_pc <- b.pc

let connect_fallthrough b (block : Region.block) =
  if Array.length block.successors = 0 then leave b Return (integer b 0) (* the unit's end *)
  else begin
    let edge = flow b block.successors.(0) b.accu in
    let term = term b in
    term.kind <- Jump;
    term.edges <- [| edge |]
  end

let run_blocks b ~translate =
  let blocks = b.region.blocks in
  if Array.length blocks = 0 then leave b Return (integer b 0) (* a unit without code *)
  else begin
    (* Alone, or as one of several paths when the code jumps back to its start. *)
    let edge = flow b 0 b.accu in
    let jump = term b in
    jump.kind <- Jump;
    jump.edges <- [| edge |];
    for i = 0 to Array.length blocks - 1 do
      let entry = b.entries.(i) in
      b.block <- i + 1;
      (* Later paths only ask how deep the stack was: it needs no copy. *)
      b.stack <- { data = entry.stack_in; size = Array.length entry.stack_in };
      b.accu <- entry.accu_in;
      translate b blocks.(i)
    done
  end;
  b.func.fparams <- Vec.to_array b.params

let build b ~translate =
  for i = 0 to b.func.arity - 1 do
    Vec.push b.params (Ir.add b.func 0 Param i Ir.no_args b.pc)
  done;
  for i = b.func.arity - 1 downto 0 do
    push b b.params.data.(i) (* the first argument is on top *)
  done;
  b.accu <- integer b 0;
  run_blocks b ~translate

let trap_size = 4

let build_try_body b (stack : int Vec.t) ~translate =
  for slot = 0 to stack.size - 1 do
    if stack.data.(slot) = Ir.none then Vec.push b.stack Ir.none
    else begin
      let param = Ir.add b.func 0 Param b.params.size Ir.no_args b.pc in
      Vec.push b.params param;
      Vec.push b.stack param
    end
  done;
  for _ = 1 to trap_size do
    Vec.push b.stack Ir.none
  done;
  b.base_depth <- b.stack.size;
  b.accu <- integer b 0;
  run_blocks b ~translate
