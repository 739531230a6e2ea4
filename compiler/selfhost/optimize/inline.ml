open Ir

(* What is copied, in instructions and ends of blocks: a function as small as a call of
   it; one that calls what it's given, when that is known; the only call of a function;
   one in itself. *)
let max_small = 7

let max_applied = 60
let max_once = 300
let max_unrolled = 20

(* What one caller may grow by, in each round: by copies, by all that comes in. *)
let max_copied = 600

let max_growth = 2000

let max_rounds = 3

type shape = {
  mutable size : int;
  mutable copies : bool;  (* not with a closure or a try body: these are made in one place *)
  mutable movable : bool;
  mutable applies : bool array;  (* by parameter: it's called *)
}

type state = {
  functions : func array;
  groups : int array array;
  primitives : primitive_use Vec.t;
  shapes : shape array;
  ready : bool array;  (* by function: in the last form, and to be copied *)
  on_cycle : bool array;
  mentions : int array;  (* by function; of the code before and after, without what is dead *)
  named : bool array array;  (* of units' main code: values that other functions name *)
  uses : int Vec.t;  (* of the caller's values *)
  mutable grown : int;
}

(* -- who mentions whom *)

(* A known call that needs no closure. *)
let is_by_name f v =
  let { op; args; _ } = f.nodes.data.(v) in
  op = Call_known && f.nodes.data.(args.(0)).op = Integer

(* Functions that the code of [f] calls by name or makes a value of, once for each place. *)
let each_mention (groups : int array array) f visit =
  if not f.dead then
    for b = 0 to f.blocks.size - 1 do
      let { body; term; _ } = f.blocks.data.(b) in
      for i = 0 to body.size - 1 do
        let v = body.data.(i) in
        let { op; imm; _ } = f.nodes.data.(v) in
        match op with
        | Function -> visit imm
        | Call_known -> if is_by_name f v then visit imm
        | Sibling -> visit groups.(f.group).(imm)
        | Closure -> Array.iter visit groups.(imm)
        | _ -> ()
      done;
      if term.kind = Try || (term.kind = Tail_known && term.value = none) then visit term.func
    done

type progress = Fresh | Open | Done

(* Postorder of what mentions what. A function that a search from it finds again is [on_cycle]. *)
let callees_first s =
  let count = Array.length s.functions in
  let progress = Array.make count Fresh and next = Array.make count [] in
  let order = Vec.create () and path = Vec.create () in
  let enter id =
    match progress.(id) with
    | Open -> s.on_cycle.(id) <- true
    | Done -> ()
    | Fresh ->
      progress.(id) <- Open;
      let callees = ref [] in
      each_mention s.groups s.functions.(id) (fun callee -> callees := callee :: !callees);
      next.(id) <- List.rev !callees;
      Vec.push path id
  in
  for root = 0 to count - 1 do
    if not s.functions.(root).dead then begin
      enter root;
      while path.size > 0 do
        let id = Vec.last path in
        match next.(id) with
        | callee :: rest ->
          next.(id) <- rest;
          enter callee
        | [] ->
          progress.(id) <- Done;
          Vec.push order id;
          Vec.truncate path (path.size - 1)
      done
    end
  done;
  order

(* -- what is worth it *)

(* Fills in the shape of a function that is in its last form. *)
let look s id =
  let f = s.functions.(id) and shape = s.shapes.(id) in
  if f.fkind = Closure then begin
    let nodes = f.nodes.data in
    shape.applies <- Array.make (Array.length f.fparams) false;
    let called callee =
      let { op; imm; _ } = nodes.(callee) in
      if op = Param then shape.applies.(imm) <- true
    in
    for b = 0 to f.blocks.size - 1 do
      let { body; term; _ } = f.blocks.data.(b) in
      shape.size <- shape.size + body.size + 1;
      for i = 0 to body.size - 1 do
        let { op; args; imm; _ } = nodes.(body.data.(i)) in
        match op with
        | Call -> called args.(0)
        (* Its variables go when it returns: in its caller they would keep what is to be finalised. *)
        | C_call when registers_finaliser (Vec.get s.primitives imm) -> shape.movable <- false
        | Closure -> shape.copies <- false
        | Sibling -> shape.movable <- false
        | _ -> ()
      done;
      if term.kind = Tail_call then called term.value;
      if term.kind = Try then shape.copies <- false
    done;
    s.ready.(id) <- not s.on_cycle.(id)
  end

(* The function whose code a call of [callee] with [count] arguments runs, where that is
   seen from here, or none. *)
let target_of s f callee count =
  let { op; imm; _ } = f.nodes.data.(callee) in
  let target =
    match op with
    | Function -> imm
    | Closure when Array.length s.groups.(imm) = 1 -> s.groups.(imm).(0)
    | _ -> none
  in
  if target <> none && s.functions.(target).arity = count && Array.length s.functions.(target).fparams = count then target
  else none

(* Whether [callee] is seen to be another function than the one that is known to be called.
   What is known holds where control gets, and code that it never gets to is copied, too. *)
let differs s f callee (known : int) =
  let { op; imm; _ } = f.nodes.data.(callee) in
  match op with
  | Function -> imm <> known
  | Closure -> s.groups.(imm).(0) <> known
  | _ -> false

let rec applies_known nodes shape (args : int array) i =
  i < Array.length args
  && ((shape.applies.(i) && match nodes.(args.(i)).op with Function | Closure -> true | _ -> false)
     || applies_known nodes shape args (i + 1))

type verdict =
  | Stays
  | Copies
  | Moves  (* the function's code is needed nowhere else *)

(* What is to be done with the call of [target] through [callee] (none: by name). *)
let verdict s f target callee (args : int array) =
  if (not s.ready.(target)) || Array.length args <> Array.length s.functions.(target).fparams then Stays
  else begin
    let shape = s.shapes.(target) in
    let lacks_captures = s.functions.(target).captures > 0 && (callee = none || f.nodes.data.(callee).op <> Closure) in
    if (not shape.movable) || lacks_captures || s.grown + shape.size > max_growth then Stays
    else if s.mentions.(target) = 1 && (callee = none || s.uses.data.(callee) = 1) && shape.size <= max_once then Moves
    else if shape.copies
            && s.grown + shape.size <= max_copied
            && (shape.size <= max_small || (shape.size <= max_applied && applies_known f.nodes.data shape args 0))
    then Copies
    else Stays
  end

(* -- uses *)

let note_use s v = if v <> none then s.uses.data.(v) <- s.uses.data.(v) + 1
let note_uses s (values : int array) = Array.iter (note_use s) values

(* Being named is a use. *)
let count_uses s f named =
  Vec.clear s.uses;
  for v = 0 to f.nodes.size - 1 do
    Vec.push s.uses (if Simplify.is_named named v then 1 else 0)
  done;
  for b = 0 to f.blocks.size - 1 do
    let { body; term; _ } = f.blocks.data.(b) in
    for i = 0 to body.size - 1 do
      note_uses s f.nodes.data.(body.data.(i)).args
    done;
    note_use s term.value;
    note_uses s term.targs;
    for e = 0 to Array.length term.edges - 1 do
      note_uses s term.edges.(e).edge_args
    done
  done

let drop_use s f v =
  let left = s.uses.data.(v) - 1 in
  s.uses.data.(v) <- left;
  let { op; imm; _ } = f.nodes.data.(v) in
  if left = 0 && op = Function then s.mentions.(imm) <- s.mentions.(imm) - 1

(* -- calls that become known *)

let arguments (args : int array) = Array.sub args 1 (Array.length args - 1)

(* A call of what another call, with too few arguments for its callee, has just made: one call. *)
let join_calls s f v =
  let node = f.nodes.data.(v) in
  let callee = node.args.(0) in
  let made = f.nodes.data.(callee) in
  if made.op = Call && s.uses.data.(callee) = 1 then begin
    let args = Array.append made.args (arguments node.args) in
    if target_of s f args.(0) (Array.length args - 1) <> none then begin
      node.args <- args;
      made.op <- Integer;
      made.effects <- Pure;
      made.imm <- 0;
      made.args <- no_args
    end
  end

(* The call [v], number [at] in its block, becomes a known one where its callee is seen.
   The number that it has then. *)
let name_call s f v at =
  join_calls s f v;
  let node = f.nodes.data.(v) in
  let callee = node.args.(0) in
  let target = target_of s f callee (Array.length node.args - 1) in
  if target = none then at
  else begin
    node.op <- Call_known;
    node.imm <- target;
    s.functions.(target).known_calls <- true;
    if s.functions.(target).captures > 0 then at
    else begin
      s.mentions.(target) <- s.mentions.(target) + 1;
      drop_use s f callee;
      let b = node.block in
      let zero = add f b Integer 0 no_args node.pc in
      Vec.push s.uses 1;
      node.args <- Array.append [| zero |] (arguments node.args);
      Vec.insert f.blocks.data.(b).body at zero;
      at + 1
    end
  end

let name_tail_call s f term =
  if term.kind = Tail_call then begin
    let target = target_of s f term.value (Array.length term.targs) in
    if target <> none then begin
      term.kind <- Tail_known;
      term.func <- target;
      s.functions.(target).known_calls <- true;
      if s.functions.(target).captures = 0 then begin
        s.mentions.(target) <- s.mentions.(target) + 1;
        drop_use s f term.value;
        term.value <- none
      end
    end
  end

let forget_wrong s f v =
  let node = f.nodes.data.(v) in
  if node.op = Call_known && differs s f node.args.(0) node.imm then node.op <- Call

(* -- code that comes in *)

(* What a block that ends with the call [term] returns, as an instruction. *)
let call_instead s f b term =
  let push v =
    Vec.push f.blocks.data.(b).body v;
    Vec.push s.uses 1;
    v
  in
  let known = term.kind = Tail_known in
  let callee = if known && term.value = none then push (add f b Integer 0 no_args term.term_pc) else term.value in
  push
    (add f b
       (if known then Call_known else Call)
       (if known then term.func else 0)
       (Array.append [| callee |] term.targs)
       term.term_pc)

(* Ends block [b] as a callee ended, in its caller. *)
let leave s f b term rest =
  let term = if term.kind = Raise then raising f term.value term.term_pc else term in
  let go_on value =
    let jump = new_term Jump in
    jump.edges <- [| { target = rest; edge_args = [| value |] } |];
    jump
  in
  f.blocks.data.(b).term <-
    (if rest = none then term
     else
       match term.kind with
       | Return -> go_on term.value
       | Tail_call | Tail_known -> go_on (call_instead s f b term)
       | _ -> term)

(* Puts the code of [target], which is [g], behind block [b], which has no end yet. What it
   returns goes to the parameter of [rest], or is returned (none). *)
let place s f b target g callee (args : int array) rest ~moves =
  let first = f.blocks.size in
  let block_of theirs = if theirs = 0 then b else first + theirs - 1 in
  for _ = 2 to g.blocks.size do
    Vec.push f.blocks (new_block ())
  done;
  let mine = Array.make g.nodes.size none in
  for i = 0 to Array.length args - 1 do
    mine.(g.fparams.(i)) <- args.(i)
  done;
  let define block v =
    mine.(v) <- f.nodes.size;
    Vec.push f.nodes { (g.nodes.data.(v)) with block };
    Vec.push s.uses 0;
    mine.(v)
  in
  for from = 0 to g.blocks.size - 1 do
    let { params; body; term } = g.blocks.data.(from) in
    let b = block_of from in
    let block = f.blocks.data.(b) in
    if from > 0 then block.params <- Array.map (define b) params;
    for i = 0 to body.size - 1 do
      let v = body.data.(i) in
      let { op; imm; _ } = g.nodes.data.(v) in
      if op = Capture then mine.(v) <- f.nodes.data.(callee).args.(imm) else Vec.push block.body (define b v)
    done;
    if term.result <> none then begin
      ignore (define b term.result);
      ignore (define b term.exn)
    end
  done;
  let use v =
    if v = none then none
    else begin
      note_use s mine.(v);
      mine.(v)
    end
  in
  let mention id = if not moves then s.mentions.(id) <- s.mentions.(id) + 1 in
  for from = 0 to g.blocks.size - 1 do
    let { body; term; _ } = g.blocks.data.(from) in
    for i = 0 to body.size - 1 do
      let v = body.data.(i) in
      let { op; imm; args; _ } = g.nodes.data.(v) in
      if op <> Capture then begin
        f.nodes.data.(mine.(v)).args <- Array.map use args;
        if op = Function || is_by_name g v then mention imm
      end
    done;
    if term.kind = Tail_known && term.value = none then mention term.func;
    let own v = if v = none then none else mine.(v) in
    let value = use term.value in
    let targs = Array.map use term.targs in
    let edges =
      Array.map (fun { target; edge_args } -> { target = block_of target; edge_args = Array.map use edge_args }) term.edges
    in
    leave s f (block_of from) { term with value; targs; edges; result = own term.result; exn = own term.exn } rest
  done;
  s.grown <- s.grown + s.shapes.(target).size;
  if moves then s.mentions.(target) <- 0

(* -- callers *)

(* Replaces the calls in block [b] from instruction [at] on, those in code that comes in,
   too. Whether there were any. *)
let rec expand_from s f b at any =
  let body = f.blocks.data.(b).body in
  if at >= body.size then expand_end s f b any
  else begin
    let v = body.data.(at) in
    forget_wrong s f v;
    let at = if f.nodes.data.(v).op = Call then name_call s f v at else at in
    let { op; imm = target; args; _ } = f.nodes.data.(v) in
    if op <> Call_known then expand_from s f b (at + 1) any
    else begin
      let callee = if f.nodes.data.(args.(0)).op = Integer then none else args.(0) in
      let given = arguments args in
      match verdict s f target callee given with
      | Stays -> expand_from s f b (at + 1) any
      | (Copies | Moves) as verdict ->
        Array.iter (drop_use s f) args;
        let rest = split f b at in
        place s f b target s.functions.(target) callee given rest ~moves:(verdict = Moves);
        expand_from s f b at true
    end
  end

and expand_end s f b any =
  let block = f.blocks.data.(b) in
  let term = block.term in
  if term.kind = Tail_known && term.value <> none && differs s f term.value term.func then term.kind <- Tail_call;
  name_tail_call s f term;
  if term.kind <> Tail_known then any
  else begin
    let { func; value; targs; _ } = term in
    match verdict s f func value targs with
    | Stays -> any
    | (Copies | Moves) as verdict ->
      let at = block.body.size in
      block.term <- new_term Unreachable;
      if value <> none then drop_use s f value;
      Array.iter (drop_use s f) targs;
      place s f b func s.functions.(func) value targs none ~moves:(verdict = Moves);
      expand_from s f b at true
  end

let expand s f named =
  count_uses s f named;
  s.grown <- 0;
  let any = ref false and b = ref 0 in
  while !b < f.blocks.size do
    any := expand_from s f !b 0 !any;
    incr b
  done;
  !any

(* What [f] is now, to be copied while it changes. *)
let snapshot f =
  let map copy v = Vec.of_array (Array.map copy (Vec.to_array v)) in
  let block { params; body; term } = { params; body = Vec.of_array (Vec.to_array body); term } in
  { f with blocks = map block f.blocks; nodes = map (fun node -> { node with op = node.op }) f.nodes }

(* Puts a small function's own code in place of its calls of itself, once: half of the
   calls, and of the looks at the depth, are left. Whether there were any. *)
let unroll s id =
  let f = s.functions.(id) and shape = s.shapes.(id) in
  if (not s.on_cycle.(id)) || f.captures > 0 || (not shape.copies) || (not shape.movable) || shape.size > max_unrolled then
    false
  else begin
    count_uses s f s.named.(id);
    let once = snapshot f in
    let calls v =
      let { op; imm; args; _ } = f.nodes.data.(v) in
      v < once.nodes.size && op = Call_known && imm = id && Array.length args = Array.length f.fparams + 1
    in
    let rec find body at = if at < body.Vec.size && not (calls body.data.(at)) then find body (at + 1) else at in
    let any = ref false and b = ref 0 in
    while !b < f.blocks.size do
      let { body; _ } = f.blocks.data.(!b) in
      let at = find body 0 in
      if at < body.size then begin
        let { args; _ } = f.nodes.data.(body.data.(at)) in
        Array.iter (drop_use s f) args;
        let rest = split f !b at in
        place s f !b id once none (arguments args) rest ~moves:false;
        any := true
      end;
      incr b
    done;
    !any
  end

(* -- what escapes no more *)

(* Marks the functions that value [v] of [f] may be. *)
let mark_functions s (value : bool array) f v =
  if v <> none then begin
    let { op; imm; args; _ } = f.nodes.data.(v) in
    match op with
    | Function -> value.(imm) <- true
    | Sibling -> value.(s.groups.(f.group).(imm)) <- true
    | Member -> value.(s.groups.(f.nodes.data.(args.(0)).imm).(imm)) <- true
    | Closure -> if Array.length s.groups.(imm) = 1 then value.(s.groups.(imm).(0)) <- true
    | _ -> ()
  end

let mark_values s value f =
  let mark = mark_functions s value f in
  for b = 0 to f.blocks.size - 1 do
    let { body; term; _ } = f.blocks.data.(b) in
    for i = 0 to body.size - 1 do
      let { op; args; _ } = f.nodes.data.(body.data.(i)) in
      for a = if op = Call_known then 1 else 0 to Array.length args - 1 do
        mark args.(a)
      done
    done;
    if term.kind <> Tail_known then mark term.value;
    Array.iter mark term.targs;
    for e = 0 to Array.length term.edges - 1 do
      Array.iter mark term.edges.(e).edge_args
    done
  done

let mark_item s (value : bool array) { item_main; item_value } =
  let nodes = s.functions.(item_main).nodes in
  if item_value < nodes.size then begin
    let { op; imm; args; _ } = nodes.data.(item_value) in
    let mark_group group = Array.iter (fun member -> value.(member) <- true) s.groups.(group) in
    match op with
    | Closure -> mark_group imm
    | Member -> mark_group nodes.data.(args.(0)).imm
    | _ -> ()
  end

(* Functions that are only called, and from known places, don't escape (any more). *)
let forget_escapes s (items : item Vec.t) =
  let value = Array.make (Array.length s.functions) false in
  Array.iter (fun f -> if not f.dead then mark_values s value f) s.functions;
  for i = 0 to items.size - 1 do
    mark_item s value items.data.(i)
  done;
  for id = 0 to Array.length s.functions - 1 do
    let f = s.functions.(id) in
    if (not value.(id)) && f.fkind = Closure then f.escapes <- false
  done

let values_named functions (items : item Vec.t) =
  let named = Array.make (Array.length functions) Simplify.no_names in
  for i = 0 to items.size - 1 do
    let { item_main; item_value } = items.data.(i) in
    if Array.length named.(item_main) = 0 then named.(item_main) <- Array.make functions.(item_main).nodes.Vec.size false;
    if item_value < Array.length named.(item_main) then named.(item_main).(item_value) <- true
  done;
  named

let rec expand_and_simplify s f named rounds =
  if rounds > 0 && expand s f named then begin
    Simplify.simplify f named;
    (* What came in may return a function that is called here: that is seen now. *)
    expand_and_simplify s f named (rounds - 1)
  end

let inline_calls (program : program) ~traces =
  let functions = Vec.to_array program.functions in
  let count = Array.length functions in
  let s =
    {
      functions;
      groups = Vec.to_array program.groups;
      primitives = program.primitives;
      shapes = Array.init count (fun _ -> { size = 0; copies = true; movable = true; applies = [||] });
      ready = Array.make count false;
      on_cycle = Array.make count false;
      mentions = Array.make count 0;
      named = values_named functions program.items;
      uses = Vec.create ();
      grown = 0;
    }
  in
  Array.iter (fun f -> each_mention s.groups f (fun id -> s.mentions.(id) <- s.mentions.(id) + 1)) functions;
  let order = callees_first s in
  for i = 0 to order.size - 1 do
    let id = order.data.(i) in
    expand_and_simplify s functions.(id) s.named.(id) max_rounds;
    look s id;
    if (not traces) && unroll s id then Simplify.simplify functions.(id) s.named.(id);
    if functions.(id).fkind <> Unit_main then Compact.compact functions.(id)
  done;
  forget_escapes s program.items
