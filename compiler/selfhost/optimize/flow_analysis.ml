open Ir
module Value = Abstract_value

type function_flow = {
  mutable values : Value.t array;
  mutable result : Value.t;
  mutable reached : bool;
  mutable escapes : bool;
}

(* What is evaluated is a step: a node, or the terminator of block [b] as the
   number of nodes plus [b]. *)
type reader = { reader : int;  (* a function *) step : int }

(* What the analysis keeps of a function beside its result. *)
type work = {
  mutable exits : Value.t array;  (* try bodies *)
  mutable first_user : int array;  (* by node: start in [users], one more at the end *)
  mutable users : int array;  (* steps that read a node *)
  mutable state : int array;  (* by step: seen, waits, subscribed *)
  pending : int Vec.t;  (* steps *)
  mutable sites : int array;  (* by node: its allocation; empty when it has none *)
  mutable items : int array;  (* by node: its item; empty when it has none *)
  mutable unit_block : int;  (* what a unit's main code sets its global to *)
  readers : reader Vec.t;  (* of the result or the exits *)
  mutable visited : bool;
  mutable queued : bool;
}

let seen = 1
let waits = 2
let subscribed = 4

type site = {
  unit_site : bool;  (* the block of a unit: never stored into *)
  mutable escaped : bool;
  plain : bool;  (* tag 0 *)
  fields : Value.t array;
  site_readers : reader Vec.t;
}

(* A place that holds a value and tells its readers. *)
type cell = { mutable value : Value.t; cell_readers : reader Vec.t }

type state = {
  program : program;
  functions : func array;
  groups : int array array;
  flow : function_flow array;
  work : work array;
  captures : cell array array;  (* by group *)
  sites : site Vec.t;
  slots : cell array;
  item_readers : reader Vec.t array;
  stored : int Vec.t;  (* by field: kinds that were stored into blocks that are not known *)
  queue : int Vec.t;
}

(* Exceptions: the runtime makes their blocks. *)
let predefined_count = Array.length Symbols.predefined_exceptions

(* -- the worklist *)

let enqueue s id =
  let work = s.work.(id) in
  if not work.queued then begin
    work.queued <- true;
    Vec.push s.queue id
  end

let reach s id =
  let flow = s.flow.(id) in
  if not flow.reached then begin
    let f = s.functions.(id) in
    flow.reached <- true;
    flow.values <- Array.make f.nodes.size Value.bottom;
    s.work.(id).exits <- Array.make f.exits Value.bottom;
    enqueue s id
  end

(* Steps that the first pass has yet to come to need no second visit. *)
let wake s id step =
  let work = s.work.(id) in
  if work.visited then begin
    let state = work.state.(step) in
    if state land (seen lor waits) = seen then begin
      work.state.(step) <- state lor waits;
      Vec.push work.pending step;
      enqueue s id
    end
  end

let wake_readers s (readers : reader Vec.t) =
  for i = 0 to readers.size - 1 do
    let { reader; step } = readers.data.(i) in
    wake s reader step
  done

(* A step reads at most one thing from outside in its life: what it reads can
   only change to unknown. *)
let subscribe s readers id step =
  let state = s.work.(id).state in
  if state.(step) land subscribed = 0 then begin
    state.(step) <- state.(step) lor subscribed;
    Vec.push readers { reader = id; step }
  end

(* -- the lattice *)

(* The value of a place became [next] from [before] by joining [value] to it:
   what is unknown from now on escapes. The place must hold [next] already, as
   this may come back there. *)
let rec escape_lost s (before : Value.t) (value : Value.t) (next : Value.t) =
  if next.func = Value.unknown_target then begin
    escape_function s before.func;
    escape_function s value.func
  end;
  if next.site = Value.unknown_target then begin
    escape_site s before.site;
    escape_site s value.site
  end

and escape s (value : Value.t) =
  escape_function s value.func;
  escape_site s value.site

and escape_function s id =
  if id >= 0 && not s.flow.(id).escapes then begin
    s.flow.(id).escapes <- true;
    reach s id;
    let params = s.functions.(id).fparams in
    for i = 0 to Array.length params - 1 do
      update s id params.(i) Value.any
    done;
    escape s s.flow.(id).result
  end

and escape_site s id =
  if id >= 0 then begin
    let site = s.sites.data.(id) in
    if not site.escaped then begin
      site.escaped <- true;
      for i = 0 to Array.length site.fields - 1 do
        escape s site.fields.(i)
      done;
      wake_readers s site.site_readers
    end
  end

(* Joins [value] into [places.(i)]; true when that changed it. *)
and join_at s (places : Value.t array) i value =
  let before = places.(i) in
  let next = Value.join before value in
  places.(i) <- next;
  escape_lost s before value next;
  next != before

(* Joins into the value of a reached function's node. *)
and update s id v value =
  if join_at s s.flow.(id).values v value then begin
    let work = s.work.(id) in
    if work.visited then
      for i = work.first_user.(v) to work.first_user.(v + 1) - 1 do
        wake s id work.users.(i)
      done;
    if Array.length work.items > 0 && work.items.(v) <> none then wake_readers s s.item_readers.(work.items.(v))
  end

let fill s cell value =
  let before = cell.value in
  let next = Value.join before value in
  cell.value <- next;
  escape_lost s before value next;
  if next != before then wake_readers s cell.cell_readers

let returns s id value =
  let flow = s.flow.(id) in
  let before = flow.result in
  let next = Value.join before value in
  flow.result <- next;
  escape_lost s before value next;
  if next != before then begin
    if flow.escapes then escape s flow.result;
    wake_readers s s.work.(id).readers
  end

(* -- blocks *)

let join_field s (site : site) i stored =
  if join_at s site.fields i stored then begin
    if site.escaped then escape s site.fields.(i);
    wake_readers s site.site_readers
  end

let make_block s id v (node : node) (values : Value.t array) =
  let work = s.work.(id) in
  if Array.length work.sites = 0 then work.sites <- Array.make (Array.length values) none;
  if work.sites.(v) = none then begin
    work.sites.(v) <- s.sites.size;
    Vec.push s.sites
      {
        unit_site = work.unit_block = v;
        escaped = false;
        plain = node.imm = 0;
        fields = Array.make (Array.length node.args) Value.bottom;
        site_readers = Vec.create ();
      }
  end;
  let site = s.sites.data.(work.sites.(v)) in
  for i = 0 to Array.length node.args - 1 do
    join_field s site i values.(node.args.(i))
  done;
  Value.of_site work.sites.(v)

let has_field s (base : Value.t) i = Value.is_site base && i < Array.length s.sites.data.(base.site).fields
let is_function_stored s i = i < s.stored.size && s.stored.data.(i) land kind_function <> 0

let field s id step (base : Value.t) i =
  if Value.is_bottom base then Value.bottom
  else if not (has_field s base i) then Value.any
  else begin
    let site = s.sites.data.(base.site) in
    subscribe s site.site_readers id step;
    let value = site.fields.(i) in
    (* Someone unknown may have stored into an escaped block; no one stores
       functions into the field of a module (lazy values and objects are
       changed by primitives, too). *)
    if (not site.escaped) || site.unit_site then value
    else if site.plain && Value.is_function value && not (is_function_stored s i) then value
    else Value.any
  end

let set_field s (base : Value.t) i (stored : Value.t) =
  if not (Value.is_bottom base) then
    if has_field s base i then join_field s s.sites.data.(base.site) i stored
    else begin
      escape s stored;
      while s.stored.size <= i do
        Vec.push s.stored 0
      done;
      let before = s.stored.data.(i) in
      let next = before lor stored.kinds in
      if next <> before then begin
        s.stored.data.(i) <- next;
        for k = 0 to s.sites.size - 1 do
          wake_readers s s.sites.data.(k).site_readers
        done
      end
    end

(* -- functions *)

let closure s (node : node) (values : Value.t array) =
  let cells = s.captures.(node.imm) and members = s.groups.(node.imm) in
  for i = 0 to Array.length node.args - 1 do
    fill s cells.(i) values.(node.args.(i))
  done;
  (* A group of several is never used as a value. *)
  if Array.length members > 1 then Value.of_kinds kind_int else Value.of_function members.(0)

let escape_from s (values : Value.t array) (args : int array) first =
  for i = first to Array.length args - 1 do
    escape s values.(args.(i))
  done

(* What the call of [callee] with [args] from [first] on returns. *)
let call s id step (callee : Value.t) (args : int array) first =
  let values = s.flow.(id).values in
  let count = Array.length args - first in
  if Value.is_bottom callee then Value.bottom
  else if not (Value.calls_function callee) then begin
    escape s callee;
    escape_from s values args first;
    Value.any
  end
  else begin
    let target = callee.func in
    let arity = s.functions.(target).arity in
    if count < arity then begin
      (* A partial application. *)
      escape s callee;
      escape_from s values args first;
      Value.of_kinds kind_function
    end
    else begin
      reach s target;
      subscribe s s.work.(target).readers id step;
      let flow = s.flow.(target) and params = s.functions.(target).fparams in
      for i = 0 to arity - 1 do
        let value = values.(args.(first + i)) in
        if flow.escapes then escape s value else update s target params.(i) value
      done;
      let result = flow.result in
      if count = arity then result
      else begin
        escape s result;
        escape_from s values args (first + arity);
        if Value.is_bottom result then Value.bottom else Value.any
      end
    end
  end

let try_body s id step term =
  let body = term.func and values = s.flow.(id).values in
  reach s body;
  subscribe s s.work.(body).readers id step;
  let params = s.functions.(body).fparams in
  for i = 0 to Array.length term.targs - 1 do
    update s body params.(i) values.(term.targs.(i))
  done;
  let exits = s.work.(body).exits in
  let last = Array.length exits - 1 in
  for i = 0 to last - 1 do
    update s id term.result exits.(i)
  done;
  update s id term.exn Value.any;
  if last >= 0 then escape s exits.(last)

(* -- steps *)

let of_constant (constant : Image.constant) =
  match constant with
  | Integer _ -> Value.of_kinds kind_int
  | Floating _ -> Value.of_kinds kind_float
  | String _ -> Value.of_kinds kind_string
  | Block _ | Float_array _ | Int32 _ | Int64 _ | Nativeint _ -> Value.of_kinds kind_block

let transfer s id v =
  let f = s.functions.(id) and values = s.flow.(id).values in
  let node = f.nodes.data.(v) in
  let args = node.args in
  match node.op with
  | Literal -> of_constant s.program.constants.data.(node.imm)
  | Global when is_imported s.program node.imm -> Value.of_kinds kind_any
  | Global ->
    let slot = s.slots.(node.imm) in
    subscribe s slot.cell_readers id v;
    if Value.is_bottom slot.value && node.imm < predefined_count then Value.of_kinds kind_block else slot.value
  | Item ->
    let { item_main; item_value } = s.program.items.data.(node.imm) in
    subscribe s s.item_readers.(node.imm) id v;
    reach s item_main;
    s.flow.(item_main).values.(item_value)
  | Function -> Value.of_function node.imm
  | Capture ->
    let cell = s.captures.(f.group).(node.imm) in
    subscribe s cell.cell_readers id v;
    cell.value
  | Sibling -> Value.of_function s.groups.(f.group).(node.imm)
  | Closure -> closure s node values
  | Member ->
    let made = f.nodes.data.(args.(0)) in
    if made.op = Closure then Value.of_function s.groups.(made.imm).(node.imm) else Value.any
  | Make_block -> make_block s id v node values
  | Field -> field s id v values.(args.(0)) node.imm
  | Set_field ->
    set_field s values.(args.(0)) node.imm values.(args.(1));
    Value.of_kinds kind_int
  | Set_item ->
    escape s values.(args.(2));
    escape s values.(args.(0));
    Value.of_kinds kind_int
  | Set_global ->
    fill s s.slots.(node.imm) values.(args.(0));
    if is_open s.program then escape s values.(args.(0));
    Value.of_kinds kind_int
  | Call -> call s id v values.(args.(0)) args 1
  | C_call ->
    escape_from s values args 0;
    Value.of_kinds s.program.primitives.data.(node.imm).prim_result
  | Get_item ->
    escape s values.(args.(0));
    Value.any
  | Make_floats | Get_method | Get_public_method ->
    escape_from s values args 0;
    Value.of_kinds (Ir_ops.result node.op)
  | _ -> Value.of_kinds (Ir_ops.result node.op)

let terminator s id b =
  let f = s.functions.(id) and values = s.flow.(id).values in
  let term = f.blocks.data.(b).term in
  let step = f.nodes.size + b in
  (match term.kind with
  | Return -> returns s id values.(term.value)
  | Raise -> escape s values.(term.value)
  | Tail_call -> returns s id (call s id step values.(term.value) term.targs 0)
  | Exit ->
    if join_at s s.work.(id).exits term.exit_index values.(term.value) then wake_readers s s.work.(id).readers
  | Try -> try_body s id step term
  | Unreachable | Jump | Branch | Switch | Tail_known -> ());
  for e = 0 to Array.length term.edges - 1 do
    let { target; edge_args } = term.edges.(e) in
    let params = f.blocks.data.(target).params in
    for i = 0 to Array.length edge_args - 1 do
      update s id params.(i) values.(edge_args.(i))
    done
  done

let evaluate s id step =
  let nodes = s.functions.(id).nodes.size in
  if step < nodes then update s id step (transfer s id step) else terminator s id (step - nodes)

(* -- the users of nodes *)

(* Counts uses in [first_user], or with [filling] takes places in [users] from the
   end of each node's part. *)
let note_use work filling v step =
  let n = work.first_user.(v) in
  if filling then begin
    work.first_user.(v) <- n - 1;
    work.users.(n - 1) <- step
  end
  else work.first_user.(v) <- n + 1

let note_all_uses work filling (values : int array) step =
  for i = 0 to Array.length values - 1 do
    note_use work filling values.(i) step
  done

let note_uses f work (order : int array) filling =
  for k = 0 to Array.length order - 1 do
    let b = order.(k) in
    let { body; term; _ } = f.blocks.data.(b) in
    for i = 0 to body.size - 1 do
      let v = body.data.(i) in
      note_all_uses work filling f.nodes.data.(v).args v
    done;
    let step = f.nodes.size + b in
    if term.value <> none then note_use work filling term.value step;
    note_all_uses work filling term.targs step;
    for e = 0 to Array.length term.edges - 1 do
      note_all_uses work filling term.edges.(e).edge_args step
    done
  done

let find_users f work order =
  work.first_user <- Array.make (f.nodes.size + 1) 0;
  note_uses f work order false;
  (* Ends of the parts; filling makes them starts. *)
  let total = ref 0 in
  for v = 0 to f.nodes.size do
    total := !total + work.first_user.(v);
    work.first_user.(v) <- !total
  done;
  work.users <- Array.make !total none;
  note_uses f work order true

(* -- visits *)

let first_pass s id =
  let f = s.functions.(id) and work = s.work.(id) in
  let order = Cfg.reverse_postorder f in
  work.state <- Array.make (f.nodes.size + f.blocks.size) 0;
  find_users f work order;
  for k = 0 to Array.length order - 1 do
    let b = order.(k) in
    let body = f.blocks.data.(b).body in
    for i = 0 to body.size - 1 do
      let v = body.data.(i) in
      work.state.(v) <- work.state.(v) lor seen;
      update s id v (transfer s id v)
    done;
    let step = f.nodes.size + b in
    work.state.(step) <- work.state.(step) lor seen;
    terminator s id b
  done

let visit s id =
  let work = s.work.(id) in
  if not work.visited then begin
    work.visited <- true;
    first_pass s id
  end;
  while work.pending.size > 0 do
    let step = Vec.pop work.pending in
    work.state.(step) <- work.state.(step) land lnot waits;
    evaluate s id step
  done;
  work.queued <- false

(* -- the program *)

let new_cell _ = { value = Value.bottom; cell_readers = Vec.create () }
let new_flow _ = { values = [||]; result = Value.bottom; reached = false; escapes = false }

let new_work _ =
  {
    exits = [||];
    first_user = no_args;
    users = no_args;
    state = no_args;
    pending = Vec.create ();
    sites = no_args;
    items = no_args;
    unit_block = none;
    readers = Vec.create ();
    visited = false;
    queued = false;
  }

let find_items s =
  let items = s.program.items in
  for i = 0 to items.size - 1 do
    let { item_main; item_value } = items.data.(i) in
    let work = s.work.(item_main) in
    if Array.length work.items = 0 then work.items <- Array.make s.functions.(item_main).nodes.size none;
    work.items.(item_value) <- i
  done

let find_unit_block s main =
  let f = s.functions.(main) in
  for b = 0 to f.blocks.size - 1 do
    let body = f.blocks.data.(b).body in
    for i = 0 to body.size - 1 do
      let node = f.nodes.data.(body.data.(i)) in
      if node.op = Set_global then s.work.(main).unit_block <- node.args.(0)
    done
  done

let new_state (program : program) =
  let functions = program.functions.data and count = program.functions.size in
  let groups = Vec.to_array program.groups in
  {
    program;
    functions;
    groups;
    flow = Array.init count new_flow;
    work = Array.init count new_work;
    captures = Array.map (fun group -> Array.init functions.(group.(0)).captures new_cell) groups;
    sites = Vec.create ();
    slots = Array.init (Array.length program.globals) new_cell;
    item_readers = Array.init program.items.size (fun _ -> Vec.create ());
    stored = Vec.create ();
    queue = Vec.create ();
  }

let analyse_values (program : program) =
  let s = new_state program in
  let units = program.units in
  find_items s;
  for u = 0 to units.size - 1 do
    find_unit_block s units.data.(u).main
  done;
  for u = 0 to units.size - 1 do
    reach s units.data.(u).main
  done;
  (* First in, first out: values settle before they are read again. *)
  let next = ref 0 in
  while !next < s.queue.size do
    visit s s.queue.data.(!next);
    incr next
  done;
  s.flow
