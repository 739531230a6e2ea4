open Opcodes_table

type block = {
  first : int;
  mutable last : int;
  mutable stop : int;
  mutable successors : int array;
  mutable predecessors : int;
  mutable body : region option;
}

and region = { entry : int; blocks : block array; exits : int array }

(* By pc: [stamp] is the number of the last exploration that came there, [leader] of
   the last one for which a block starts there, [index] that block. *)
type exploration = {
  code : int array;
  stamp : int array;
  leader : int array;
  index : int array;
  mutable next_stamp : int;
  mutable budget : int;
}

let exploration (image : Image.t) =
  let code = image.code in
  let n = Array.length code in
  {
    code;
    stamp = Array.make n 0;
    leader = Array.make n 0;
    index = Array.make n 0;
    next_stamp = 1;
    budget = (4 * n) + 1000;
  }

let max_try_nesting = 180
let malformed pc message = Diagnostic.fail_at Input ~file:"" ~section:"CODE" ~offset:(pc * 4) message

(* Where an instruction leads. *)
type flow =
  | On  (* to the next one *)
  | Away  (* out of the function *)
  | Jump
  | Branch of int  (* to a label, in the word at that distance, or on *)
  | Cases
  | Open_try
  | Close_try

let flow_of op =
  match op with
  | STOP | RETURN | APPTERM | APPTERM1 | APPTERM2 | APPTERM3 | RAISE | RERAISE | RAISE_NOTRACE | RESUMETERM
  | REPERFORMTERM ->
      Away
  | BRANCH -> Jump
  | SWITCH -> Cases
  | PUSHTRAP -> Open_try
  | POPTRAP -> Close_try
  | PUSH_RETADDR | CLOSURE -> On (* these only name a label *)
  | _ -> (
      match Opcodes.shape op with
      | Shape_label -> Branch 1
      | Shape_int1_label -> Branch 2
      | Shape_no_operands | Shape_int1 | Shape_int2 | Shape_int3 | Shape_switch_table | Shape_closurerec -> On)

(* By number. *)
let flows = Array.map flow_of ops

(* Instructions that follow each other, met by one walk. *)
type run = { run_first : int; run_last : int }

type explorer = {
  s : exploration;
  stop_at : int;
  is_try : bool;
  nesting : int;
  mine : int;  (* its stamp *)
  work : int Vec.t;
  runs : run Vec.t;
  closed : int Vec.t;  (* pcs behind the POPTRAPs *)
  mutable tries : (int * region) list;  (* by the PUSHTRAP's pc *)
}

let reach e pc =
  if pc <> e.stop_at then begin
    e.s.leader.(pc) <- e.mine;
    if e.s.stamp.(pc) <> e.mine then begin
      e.s.stamp.(pc) <- e.mine;
      Vec.push e.work pc
    end
  end

(* Reverse postorder by an explicit stack; there are no unreachable blocks. *)
let order (blocks : block Vec.t) entry =
  let n = blocks.size in
  let next = Array.make n 0 and seen = Array.make n false in
  let stack = Array.make n 0 and top = ref 0 in
  let post = Array.make n 0 and count = ref 0 in
  stack.(0) <- entry;
  seen.(entry) <- true;
  while !top >= 0 do
    let b = stack.(!top) in
    let successors = blocks.data.(b).successors in
    (* Last successor first, so that the first one comes earlier in the order. *)
    let left = Array.length successors - next.(b) in
    if left > 0 then begin
      next.(b) <- next.(b) + 1;
      let target = successors.(left - 1) in
      if not seen.(target) then begin
        seen.(target) <- true;
        incr top;
        stack.(!top) <- target
      end
    end
    else begin
      post.(!count) <- b;
      incr count;
      decr top
    end
  done;
  let position = Array.make n Ir.none in
  for i = 0 to !count - 1 do
    position.(post.(i)) <- !count - 1 - i
  done;
  let ordered = Array.init !count (fun i -> blocks.data.(post.(!count - 1 - i))) in
  for i = 0 to !count - 1 do
    let successors = ordered.(i).successors in
    for k = 0 to Array.length successors - 1 do
      let target = position.(successors.(k)) in
      successors.(k) <- target;
      ordered.(target).predecessors <- ordered.(target).predecessors + 1
    done
  done;
  ordered

(* The blocks in the order of the code. *)
let cut_blocks e =
  let s = e.s in
  let code = s.code in
  let runs = Vec.to_array e.runs in
  Array.stable_sort (fun a b -> compare (a.run_first : int) b.run_first) runs;
  let blocks = Vec.create () in
  for i = 0 to Array.length runs - 1 do
    let pc = ref runs.(i).run_first and last = runs.(i).run_last in
    while !pc <= last do
      let next = !pc + Opcodes.instruction_size code !pc in
      let joined =
        blocks.Vec.size > 0
        && s.leader.(!pc) <> e.mine
        &&
        let block = Vec.last blocks in
        block.stop = !pc && flows.(code.(block.last)) == On
      in
      if joined then begin
        let block = Vec.last blocks in
        block.last <- !pc;
        block.stop <- next
      end
      else
        Vec.push blocks
          { first = !pc; last = !pc; stop = next; successors = [||]; predecessors = 0; body = None };
      s.index.(!pc) <- blocks.size - 1;
      pc := next
    done
  done;
  blocks

let form_blocks e entry =
  let code = e.s.code in
  let blocks = cut_blocks e in
  let tries = ref (List.sort (fun (a, _) (b, _) -> compare (a : int) b) e.tries) in
  let successors = Vec.create () in
  let add pc = if pc <> e.stop_at && pc < Array.length code then Vec.push successors e.s.index.(pc) in
  for i = 0 to blocks.size - 1 do
    let block = blocks.data.(i) in
    let pc = block.last in
    Vec.clear successors;
    (match flows.(code.(pc)) with
    | On -> add block.stop
    | Away | Close_try -> ()
    | Jump -> add (Opcodes.label code ~base:(pc + 1) (pc + 1))
    | Branch at ->
        add (Opcodes.label code ~base:(pc + at) (pc + at));
        add block.stop
    | Cases ->
        for word = pc + 2 to block.stop - 1 do
          add (Opcodes.label code ~base:(pc + 2) word)
        done
    | Open_try -> (
        match !tries with
        | [] -> ()
        | (_, body) :: rest ->
            tries := rest;
            block.body <- Some body;
            Array.iter add body.exits;
            add (Opcodes.label code ~base:(pc + 1) (pc + 1))));
    block.successors <- Vec.to_array successors
  done;
  if blocks.size = 0 then [||] else order blocks e.s.index.(entry)

let rec run s entry ~stop ~is_try ~nesting =
  let mine = s.next_stamp in
  s.next_stamp <- mine + 1;
  let e =
    {
      s;
      stop_at = stop;
      is_try;
      nesting;
      mine;
      work = Vec.create ();
      runs = Vec.create ();
      closed = Vec.create ();
      tries = [];
    }
  in
  reach e entry;
  while e.work.size > 0 do
    walk e (Vec.pop e.work)
  done;
  let exits = Array.of_list (List.sort_uniq (compare : int -> int -> int) (Array.to_list (Vec.to_array e.closed))) in
  { entry; blocks = form_blocks e entry; exits }

(* Visits straight-line code from a pc, queueing what it branches to. *)
and walk e first =
  let s = e.s in
  let code = s.code in
  let pc = ref first and walking = ref true in
  while !walking do
    if s.budget = 0 then malformed !pc "control flow is malformed: code is shared between handlers";
    s.budget <- s.budget - 1;
    let next = !pc + Opcodes.instruction_size code !pc in
    match flows.(code.(!pc)) with
    | On ->
        if next = e.stop_at || next >= Array.length code then walking := false
        else if s.stamp.(next) = e.mine then begin
          s.leader.(next) <- e.mine;
          walking := false
        end
        else begin
          s.stamp.(next) <- e.mine;
          pc := next
        end
    | Away -> walking := false
    | Jump ->
        reach e (Opcodes.label code ~base:(!pc + 1) (!pc + 1));
        walking := false
    | Branch at ->
        reach e (Opcodes.label code ~base:(!pc + at) (!pc + at));
        reach e next;
        walking := false
    | Cases ->
        for word = !pc + 2 to next - 1 do
          reach e (Opcodes.label code ~base:(!pc + 2) word)
        done;
        walking := false
    | Open_try ->
        if e.nesting >= max_try_nesting then malformed !pc "exception handlers are nested too deep";
        let body = run s next ~stop:e.stop_at ~is_try:true ~nesting:(e.nesting + 1) in
        Array.iter (reach e) body.exits;
        reach e (Opcodes.label code ~base:(!pc + 1) (!pc + 1));
        e.tries <- (!pc, body) :: e.tries;
        walking := false
    | Close_try ->
        if not e.is_try then malformed !pc "`POPTRAP` without `PUSHTRAP`";
        Vec.push e.closed next;
        walking := false
  done;
  Vec.push e.runs { run_first = first; run_last = !pc }

let explore s entry ~stop = run s entry ~stop ~is_try:false ~nesting:0
