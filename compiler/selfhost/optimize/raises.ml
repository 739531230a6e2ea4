open Ir

type caller = { id : int; tail : bool }

type state = {
  functions : func array;
  can : bool array;  (* return exceptions *)
  callers : caller list array;  (* known ones *)
}

(* The known calls in the code of [f]. *)
let each_call f visit =
  if not f.dead then
    for b = 0 to f.blocks.size - 1 do
      let { body; term; _ } = f.blocks.data.(b) in
      for i = 0 to body.size - 1 do
        let { op; imm; _ } = f.nodes.data.(body.data.(i)) in
        if op = Call_known then visit imm ~tail:false
      done;
      if term.kind = Tail_known then visit term.func ~tail:true
    done

let gather s =
  for id = 0 to Array.length s.functions - 1 do
    let f = s.functions.(id) in
    s.can.(id) <- (not f.dead) && f.fkind = Closure && (not f.escapes) && f.captures = 0;
    each_call f (fun callee ~tail -> s.callers.(callee) <- { id; tail } :: s.callers.(callee))
  done

(* A tail call hands on both results, so its function must be one that returns them. *)
let exclude_tail_called s =
  let work = Vec.create () in
  let exclude id =
    s.can.(id) <- false;
    Vec.push work id
  in
  for id = 0 to Array.length s.functions - 1 do
    if s.can.(id) && List.exists (fun caller -> caller.tail && not s.can.(caller.id)) s.callers.(id) then exclude id
  done;
  while work.size > 0 do
    each_call s.functions.(Vec.pop work) (fun callee ~tail -> if tail && s.can.(callee) then exclude callee)
  done

(* What code in a [try] calls, and what that calls, and what shares a tail with it. *)
let called_in_try s =
  let wanted = Array.make (Array.length s.functions) false and work = Vec.create () in
  let want id =
    if s.can.(id) && not wanted.(id) then begin
      wanted.(id) <- true;
      Vec.push work id
    end
  in
  let want_callees f = each_call f (fun callee ~tail:_ -> want callee) in
  Array.iter (fun f -> if f.fkind = Try_body then want_callees f) s.functions;
  while work.size > 0 do
    let id = Vec.pop work in
    want_callees s.functions.(id);
    List.iter (fun caller -> if caller.tail then want caller.id) s.callers.(id)
  done;
  wanted

let rec raises_from f b = b < f.blocks.Vec.size && (f.blocks.data.(b).term.kind = Raise || raises_from f (b + 1))

(* Marks the function, and those wanted ones that call it. *)
let rec mark s (wanted : bool array) id =
  let f = s.functions.(id) in
  if not f.returns_exceptions then begin
    f.returns_exceptions <- true;
    List.iter (fun caller -> if wanted.(caller.id) then mark s wanted caller.id) s.callers.(id)
  end

(* Ends block [b] with the call that is its instruction [at]. *)
let look_at_result f b at =
  let { imm = func; args; pc; _ } = f.nodes.data.(f.blocks.data.(b).body.data.(at)) in
  let rest = split f b at in
  let handler = rest + 1 in
  let out = new_block () in
  Vec.push f.blocks out;
  let result = add f b Try_value 0 no_args pc in
  let exn = add f b Try_value 1 no_args pc in
  f.blocks.data.(b).term <-
    {
      (new_term Try) with
      func; term_pc = pc; result; exn;
      targs = Array.sub args 1 (Array.length args - 1);
      edges = [| { target = rest; edge_args = [| result |] }; { target = handler; edge_args = no_args } |];
    };
  out.term <- raising f exn pc

(* Each call of a function that returns exceptions ends its block; the last one first, so
   that what follows moves once. *)
let rewrite s f =
  for b = 0 to f.blocks.size - 1 do
    let body = f.blocks.data.(b).body in
    for at = body.size - 1 downto 0 do
      let { op; imm; _ } = f.nodes.data.(body.data.(at)) in
      if op = Call_known && s.functions.(imm).returns_exceptions then look_at_result f b at
    done
  done

let return_exceptions (program : program) =
  let functions = Vec.to_array program.functions in
  let count = Array.length functions in
  let s = { functions; can = Array.make count false; callers = Array.make count [] } in
  gather s;
  exclude_tail_called s;
  let wanted = called_in_try s in
  for id = 0 to count - 1 do
    if wanted.(id) && raises_from functions.(id) 0 then mark s wanted id
  done;
  Array.iter (fun f -> if not f.dead then rewrite s f) functions
