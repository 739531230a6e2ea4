open Ir

(* A closure that is not a constant must be called through itself: a call of the
   same code with other free variables is not a loop. *)
let is_self f (id : int) term =
  term.kind = Tail_known && term.func = id
  && (term.value = none
      ||
      let callee = f.nodes.data.(term.value) in
      callee.op = Sibling && callee.imm = f.member)

let jump target edge_args =
  let term = new_term Jump in
  term.edges <- [| { target; edge_args } |];
  term

(* Moves the entry's code to a new block, the header; captures stay in the entry. *)
let split_entry f =
  let nodes = f.nodes.data in
  let header = f.blocks.size in
  let loop = new_block () and entry = f.blocks.data.(0) in
  Vec.push f.blocks loop;
  let kept = Vec.create () in
  for i = 0 to entry.body.size - 1 do
    let v = entry.body.data.(i) in
    let node = nodes.(v) in
    match node.op with
    | Capture | Sibling -> Vec.push kept v
    | _ ->
      Vec.push loop.body v;
      node.block <- header
  done;
  entry.body <- kept;
  loop.term <- entry.term;
  if loop.term.result <> none then begin
    nodes.(loop.term.result).block <- header;
    nodes.(loop.term.exn).block <- header
  end;
  entry.term <- new_term Unreachable;
  header

(* The last thing that a block does before it returns: it calls its own function, and
   puts the result into one field of a new block, [cell]. *)
type site = { block : int; call : int; cell : int; hole : int (* index of the field *) }

let no_site = { block = none; call = none; cell = none; hole = 0 }

(* A list without an end is to raise Stack_overflow, as its recursion would, before it
   takes all memory: this many rounds make half a gigabyte of Lua. *)
let max_rounds = 5_000_000
let stack_overflow_slot = 8 (* of Symbols.predefined_exceptions *)

(* What the function returns behind block [b], where nothing else is done: at once, or
   in a block that does just that. *)
let returned_value f b =
  let term = f.blocks.data.(b).term in
  match term.kind with
  | Return -> term.value
  | Jump ->
      let { target; edge_args } = term.edges.(0) in
      let { params; body; term } = f.blocks.data.(target) in
      if body.size > 0 || term.kind <> Return then none
      else begin
        let rec argument i =
          if i = Array.length params then term.value
          else if params.(i) = term.value then edge_args.(i)
          else argument (i + 1)
        in
        argument 0
      end
  | _ -> none

(* Whether that is how block [b] ends; or [no_site]. *)
let find_site f (id : int) b =
  let nodes = f.nodes.data and body = f.blocks.data.(b).body in
  let returned = returned_value f b in
  if returned = none then no_site
  else begin
    (* Behind the call, only what could as well come before it. *)
    let at = ref body.size in
    while !at > 0 && nodes.(body.data.(!at - 1)).effects = Pure do
      decr at
    done;
    let call = if !at = 0 then none else body.data.(!at - 1) in
    if call = none || nodes.(call).op <> Call_known || nodes.(call).imm <> id || returned = call then no_site
    else begin
      let callee = nodes.(nodes.(call).args.(0)) in
      if not (callee.op = Integer || (callee.op = Sibling && callee.imm = f.member)) then no_site
      else begin
        let uses = ref 0 and found = ref no_site and plain = ref true in
        for k = !at to body.size - 1 do
          let cell = body.data.(k) in
          let { op; args; _ } = nodes.(cell) in
          for hole = 0 to Array.length args - 1 do
            if args.(hole) = call then begin
              if op <> Make_block then plain := false;
              incr uses;
              found := { block = b; call; cell; hole }
            end
          done
        done;
        if !plain && !uses = 1 then !found else no_site
      end
    end
  end

(* All such blocks that leave the same field open. *)
let find_sites f id =
  let sites = Vec.create () in
  if f.fkind = Closure then
    for b = 0 to f.blocks.size - 1 do
      let site = find_site f id b in
      if site.block <> none && (sites.size = 0 || site.hole = sites.data.(0).hole) then Vec.push sites site
    done;
  sites

let leaves_by_call f id term =
  match term.kind with Tail_call -> true | Tail_known -> not (is_self f id term) | _ -> false

let any_term f holds =
  let rec from b = b < f.blocks.size && (holds f.blocks.data.(b).term || from (b + 1)) in
  from 0

(* [value] goes where block [b]'s caller waits for it. *)
let fill f b ~field ~hole value =
  let set = add f b Set_field field [| hole; value |] f.nodes.data.(value).pc in
  Vec.push f.blocks.data.(b).body set

(* A block that raises Stack_overflow. *)
let add_exhausted f =
  let exhausted = f.blocks.size in
  let block = new_block () in
  Vec.push f.blocks block;
  let overflow = add f exhausted Global stack_overflow_slot no_args f.fpc in
  Vec.push block.body overflow;
  block.term <- new_term Raise;
  block.term.value <- overflow;
  exhausted

(* The calls of [sites] go on with the loop. The parameters of the loop that they need:
   the block whose field waits for what would be returned, and how often one did.
   [first] is the function's own, to read the whole result from in the end. *)
let loop_sites f (sites : site Vec.t) header first =
  let field = sites.data.(0).hole in
  let hole = add f header Block_param 0 no_args f.fpc in
  let rounds = add f header Block_param 0 no_args f.fpc in
  let loop = f.blocks.data.(header) in
  loop.params <- Array.append loop.params [| hole; rounds |];
  let exhausted = add_exhausted f in
  for i = 0 to sites.size - 1 do
    let site = sites.data.(i) in
    (* The entry's code is the loop's now. *)
    let b = if site.block = 0 then header else site.block in
    let call = f.nodes.data.(site.call) in
    let arguments = Array.sub call.args 1 (Array.length call.args - 1) in
    call.op <- Integer;
    call.effects <- Pure;
    call.imm <- 0;
    call.args <- no_args;
    fill f b ~field ~hole (returned_value f b);
    let limit = add f b Integer max_rounds no_args f.fpc in
    let count = add f b Count_up 0 [| rounds |] f.fpc in
    let test = add f b Gt 0 [| count; limit |] f.fpc in
    let block = f.blocks.data.(b) in
    Vec.push block.body limit;
    Vec.push block.body count;
    Vec.push block.body test;
    let term = new_term Branch in
    term.value <- test;
    term.edges <-
      [|
        { target = exhausted; edge_args = no_args };
        { target = header; edge_args = Array.append arguments [| site.cell; count |] };
      |];
    block.term <- term
  done;
  for b = 0 to f.blocks.size - 1 do
    let { body; term; _ } = f.blocks.data.(b) in
    if term.kind = Return then begin
      fill f b ~field ~hole term.value;
      let result = add f b Field field [| first |] f.fpc in
      Vec.push body result;
      term.value <- result
    end
  done;
  [| hole; rounds |]

(* Calls of itself that are not the last thing that the function does. *)
let self_calls f (id : int) =
  let nodes = f.nodes.data and count = ref 0 in
  for b = 0 to f.blocks.size - 1 do
    let body = f.blocks.data.(b).body in
    for i = 0 to body.size - 1 do
      let { op; imm; _ } = nodes.(body.data.(i)) in
      if op = Call_known && imm = id then incr count
    done
  done;
  !count

let loop_self_tail_calls f id ~traces ~modulo_cons =
  let sites = if modulo_cons then find_sites f id else Vec.create () in
  let recurs = self_calls f id > sites.size in
  (* Where the function ends in other calls, these would no longer be the last thing that it does. *)
  if sites.size > 0 && (recurs || any_term f (leaves_by_call f id)) then Vec.clear sites;
  let loops = (not (recurs && traces)) && any_term f (is_self f id) in
  if sites.size > 0 || loops then begin
    let header = split_entry f in
    let count = Array.length f.fparams in
    let alias = Array.make (f.nodes.size + count) none in
    let params = Array.make count none in
    for i = 0 to count - 1 do
      let param = add f header Block_param 0 no_args f.fpc in
      params.(i) <- param;
      alias.(f.fparams.(i)) <- param
    done;
    f.blocks.data.(header).params <- params;
    Simplify.substitute f alias;
    let more, start =
      if sites.size = 0 then ([||], Array.copy f.fparams)
      else begin
        let zero = add f 0 Integer 0 no_args f.fpc in
        let first = add f 0 Make_block 0 (Array.make (sites.data.(0).hole + 1) zero) f.fpc in
        Vec.push f.blocks.data.(0).body zero;
        Vec.push f.blocks.data.(0).body first;
        (loop_sites f sites header first, Array.append f.fparams [| first; zero |])
      end
    in
    for b = 0 to f.blocks.size - 1 do
      let block = f.blocks.data.(b) in
      if is_self f id block.term then block.term <- jump header (Array.append block.term.targs more)
    done;
    f.blocks.data.(0).term <- jump header start
  end
