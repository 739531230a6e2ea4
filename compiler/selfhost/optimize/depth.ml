open Ir

(* A call as an edge of the graph: twice the callee, one more for a tail call. *)
let call callee = 2 * callee
let tail_call callee = (2 * callee) + 1
let callee edge = edge lsr 1
let is_tail edge = edge land 1 = 1

(* Strongly connected parts of the call graph. *)
type components = {
  component : int array;  (* by function *)
  mutable count : int;
  entered : bool array;  (* targets of edges back to a function under way *)
}

let gather f unknown calls =
  for b = 0 to f.blocks.size - 1 do
    let { body; term; _ } = f.blocks.data.(b) in
    for i = 0 to body.size - 1 do
      let node = f.nodes.data.(body.data.(i)) in
      match node.op with
      | Call -> Vec.push calls (call unknown)
      | Call_known -> Vec.push calls (call node.imm)
      | _ -> ()
    done;
    match term.kind with
    | Tail_call -> Vec.push calls (tail_call unknown)
    | Tail_known -> Vec.push calls (tail_call term.func)
    | Try -> Vec.push calls (call term.func)
    | Unreachable | Jump | Branch | Switch | Return | Raise | Exit -> ()
  done

let lower (low : int array) at value = if value < low.(at) then low.(at) <- value

(* Tarjan's algorithm with an explicit stack. *)
let components (calls : int Vec.t array) =
  let n = Array.length calls in
  let c = { component = Array.make n none; count = 0; entered = Array.make n false } in
  let index = Array.make n none and low = Array.make n 0 and next = Array.make n 0 in
  let path = Vec.create () and stack = Vec.create () in
  let under_way = Array.make n false in
  let counter = ref 0 in
  for root = 0 to n - 1 do
    if index.(root) = none then Vec.push path root;
    while path.size > 0 do
      let at = Vec.last path in
      if index.(at) = none then begin
        index.(at) <- !counter;
        low.(at) <- !counter;
        incr counter;
        Vec.push stack at;
        under_way.(at) <- true
      end;
      if next.(at) < calls.(at).size then begin
        let target = callee calls.(at).data.(next.(at)) in
        next.(at) <- next.(at) + 1;
        if index.(target) = none then Vec.push path target
        else begin
          if c.component.(target) = none then lower low at index.(target);
          if under_way.(target) then c.entered.(target) <- true
        end
      end
      else begin
        path.size <- path.size - 1;
        under_way.(at) <- false;
        if path.size > 0 then lower low (Vec.last path) low.(at);
        if low.(at) = index.(at) then begin
          let member = ref none in
          while !member <> at do
            member := Vec.pop stack;
            c.component.(!member) <- c.count
          done;
          c.count <- c.count + 1
        end
      end
    done
  done;
  c

(* Functions that are called through their closure take no depth as an argument. *)
let is_by_value f = f.fkind = Closure && f.captures > 0

let analyse_depth program =
  let functions = program.functions.data and unknown = program.functions.size in
  let calls = Array.init (unknown + 1) (fun _ -> Vec.create ()) in
  for id = 0 to unknown - 1 do
    let f = functions.(id) in
    if not f.dead then begin
      gather f unknown calls.(id);
      if f.escapes && f.fkind = Closure then Vec.push calls.(unknown) (call id)
    end
  done;
  let { component; count; entered } = components calls in
  let recursive = Array.make count false in
  for from = 0 to unknown do
    for i = 0 to calls.(from).size - 1 do
      let edge = calls.(from).data.(i) in
      if (not (is_tail edge)) && component.(from) = component.(callee edge) then recursive.(component.(from)) <- true
    done
  done;
  for id = 0 to unknown - 1 do
    let f = functions.(id) in
    if (not f.dead) && f.fkind <> Unit_main then begin
      f.recursive <- recursive.(component.(id));
      if f.recursive then begin
        (* A test on each cycle: where the search found its way back, and where
           calls come from anywhere. *)
        f.checks_depth <- entered.(id) || (f.escapes && component.(id) = component.(unknown));
        for i = 0 to calls.(id).size - 1 do
          let target = callee calls.(id).data.(i) in
          if component.(target) = component.(id) && (target = unknown || is_by_value functions.(target)) then
            f.shows_depth <- true
        done
      end
    end
  done
