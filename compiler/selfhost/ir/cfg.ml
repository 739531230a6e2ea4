type edge_ref = { from : int; edge : int }

let reverse_postorder (f : Ir.func) =
  let n = f.blocks.size and blocks = f.blocks.data in
  let next = Array.make n 0 and seen = Array.make n false in
  let stack = Array.make n 0 and top = ref 0 in
  let order = Array.make n 0 and first = ref n in
  seen.(0) <- true;
  while !top >= 0 do
    let b = stack.(!top) in
    let edges = blocks.(b).Ir.term.edges in
    let left = Array.length edges - next.(b) in
    if left > 0 then begin
      next.(b) <- next.(b) + 1;
      let target = edges.(left - 1).target in
      if not seen.(target) then begin
        seen.(target) <- true;
        incr top;
        stack.(!top) <- target
      end
    end
    else begin
      decr first;
      order.(!first) <- b;
      decr top
    end
  done;
  if !first = 0 then order else Array.sub order !first (n - !first)

let predecessors (f : Ir.func) order =
  let n = f.blocks.size and blocks = f.blocks.data in
  let reachable = Array.make n false and count = Array.make n 0 in
  for i = 0 to Array.length order - 1 do
    let b = order.(i) in
    reachable.(b) <- true;
    let edges = blocks.(b).Ir.term.edges in
    for e = 0 to Array.length edges - 1 do
      let target = edges.(e).target in
      count.(target) <- count.(target) + 1
    done
  done;
  let preds = Array.make n [||] in
  let filled = Array.make n 0 in
  for b = 0 to n - 1 do
    if reachable.(b) then begin
      let edges = blocks.(b).Ir.term.edges in
      for e = 0 to Array.length edges - 1 do
        let target = edges.(e).target in
        let edge = { from = b; edge = e } in
        if filled.(target) = 0 then preds.(target) <- Array.make count.(target) edge
        else preds.(target).(filled.(target)) <- edge;
        filled.(target) <- filled.(target) + 1
      done
    end
  done;
  preds

type dominators = { order : int array; position : int array; parent : int array; depth : int array }

let dominates d a b =
  let depth = d.depth.(a) in
  let b = ref b in
  while d.depth.(!b) > depth do
    b := d.parent.(!b)
  done;
  a = !b

(* The nearest block that dominates both. *)
let meet (position : int array) (parent : int array) a b =
  let a = ref a and b = ref b in
  while !a <> !b do
    while position.(!a) > position.(!b) do
      a := parent.(!a)
    done;
    while position.(!b) > position.(!a) do
      b := parent.(!b)
    done
  done;
  !a

let dominators (f : Ir.func) preds order =
  let n = f.blocks.size in
  let position = Array.make n Ir.none and parent = Array.make n Ir.none and depth = Array.make n 0 in
  for i = 0 to Array.length order - 1 do
    position.(order.(i)) <- i
  done;
  parent.(0) <- 0;
  let changed = ref true in
  while !changed do
    changed := false;
    for i = 1 to Array.length order - 1 do
      let b = order.(i) in
      let nearest = ref Ir.none in
      let incoming = preds.(b) in
      for e = 0 to Array.length incoming - 1 do
        let from = incoming.(e).from in
        if parent.(from) <> Ir.none then
          nearest := if !nearest = Ir.none then from else meet position parent !nearest from
      done;
      if parent.(b) <> !nearest then begin
        parent.(b) <- !nearest;
        changed := true
      end
    done
  done;
  for i = 1 to Array.length order - 1 do
    let b = order.(i) in
    depth.(b) <- depth.(parent.(b)) + 1
  done;
  { order; position; parent; depth }

(* Tarjan's strongly connected components, with an explicit stack. *)
let blocks_in_loops (f : Ir.func) =
  let n = f.blocks.size and blocks = f.blocks.data in
  let in_loop = Array.make n false and on_stack = Array.make n false in
  let index = Array.make n Ir.none and low = Array.make n 0 and next = Array.make n 0 in
  let path = Array.make n 0 and top = ref 0 in
  let component : int Vec.t = Vec.create () in
  let counter = ref 0 in
  while !top >= 0 do
    let b = path.(!top) in
    if index.(b) = Ir.none then begin
      index.(b) <- !counter;
      low.(b) <- !counter;
      incr counter;
      Vec.push component b;
      on_stack.(b) <- true
    end;
    let edges = blocks.(b).Ir.term.edges in
    if next.(b) < Array.length edges then begin
      let target = edges.(next.(b)).target in
      next.(b) <- next.(b) + 1;
      if target = b then in_loop.(b) <- true;
      if index.(target) = Ir.none then begin
        incr top;
        path.(!top) <- target
      end
      else if on_stack.(target) && index.(target) < low.(b) then low.(b) <- index.(target)
    end
    else begin
      decr top;
      if !top >= 0 then begin
        let parent = path.(!top) in
        if low.(b) < low.(parent) then low.(parent) <- low.(b)
      end;
      if low.(b) = index.(b) then begin
        let several = Vec.last component <> b in
        let member = ref Ir.none in
        while !member <> b do
          member := Vec.pop component;
          on_stack.(!member) <- false;
          if several then in_loop.(!member) <- true
        done
      end
    end
  done;
  in_loop
