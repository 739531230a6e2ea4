type t = { header : int array; outer : int array; is_header : bool array; mutable reducible : bool }

let contains nest h b =
  let l = ref nest.header.(b) in
  while !l <> Ir.none && !l <> h do
    l := nest.outer.(!l)
  done;
  !l <> Ir.none

let outermost nest h =
  let top = ref h in
  while nest.outer.(!top) <> Ir.none do
    top := nest.outer.(!top)
  done;
  !top

(* The blocks of h's loop, backwards from the ends of its back edges in [work]. *)
let collect nest (preds : Cfg.edge_ref array array) (dom : Cfg.dominators) h (work : int Vec.t) =
  nest.is_header.(h) <- true;
  nest.header.(h) <- h;
  while work.size > 0 do
    let b = Vec.pop work in
    if b = h then ()
    else if nest.header.(b) = Ir.none then begin
      nest.header.(b) <- h;
      let incoming = preds.(b) in
      for e = 0 to Array.length incoming - 1 do
        Vec.push work incoming.(e).from
      done
    end
    else begin
      let top = outermost nest nest.header.(b) in
      if top <> h then begin
        nest.outer.(top) <- h;
        let incoming = preds.(top) in
        for e = 0 to Array.length incoming - 1 do
          let from = incoming.(e).from in
          if dom.position.(from) < dom.position.(top) then Vec.push work from
        done
      end
    end
  done

let loop_nest (f : Ir.func) (preds : Cfg.edge_ref array array) (dom : Cfg.dominators) =
  let n = f.blocks.size in
  let nest =
    {
      header = Array.make n Ir.none; outer = Array.make n Ir.none; is_header = Array.make n false; reducible = true;
    }
  in
  let work = Vec.create () in
  let i = ref (Array.length dom.order - 1) in
  (* Inner headers first. *)
  while nest.reducible && !i >= 0 do
    let h = dom.order.(!i) in
    let incoming = preds.(h) in
    for e = 0 to Array.length incoming - 1 do
      let from = incoming.(e).from in
      if dom.position.(from) >= dom.position.(h) then begin
        if not (Cfg.dominates dom h from) then nest.reducible <- false;
        Vec.push work from
      end
    done;
    if nest.reducible && work.size > 0 then collect nest preds dom h work;
    decr i
  done;
  nest
