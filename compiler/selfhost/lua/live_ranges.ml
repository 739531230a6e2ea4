type segment = { first : int; last : int }
type segments = segment array

(* The first segment of [a] from index [low] on that ends at [position] or later. *)
let rec first_ending (a : segments) position low high =
  if low >= high then low
  else begin
    let middle = (low + high) / 2 in
    if a.(middle).last < position then first_ending a position (middle + 1) high
    else first_ending a position low middle
  end

let rec meet (a : segments) i (b : segments) j =
  i < Array.length a && j < Array.length b
  && if b.(j).last < a.(i).first then meet a i b (j + 1) else b.(j).first <= a.(i).last || meet a (i + 1) b j

let rec intersect a b =
  if Array.length a > Array.length b then intersect b a
  else Array.length a > 0 && meet a 0 b (first_ending b a.(0).first 0 (Array.length b))

let united (a : segments) (b : segments) =
  let length = Array.length a + Array.length b in
  if Array.length a = 0 then b
  else begin
    let all = Array.make length a.(0) in
    let i = ref 0 and j = ref 0 in
    for k = 0 to length - 1 do
      if !j >= Array.length b || (!i < Array.length a && a.(!i).first <= b.(!j).first) then begin
        all.(k) <- a.(!i);
        incr i
      end
      else begin
        all.(k) <- b.(!j);
        incr j
      end
    done;
    all
  end

let without (all : segments) part =
  let rest = Vec.create () in
  Array.iter
    (fun s ->
      if s.first < part.first then
        Vec.push rest { first = s.first; last = (if s.last < part.first then s.last else part.first - 1) };
      if s.last > part.last then
        Vec.push rest { first = (if s.first > part.last then s.first else part.last + 1); last = s.last })
    all;
  Vec.to_array rest

(* By place: the last variable for which something was found out. *)
type finder = {
  all : Occurrences.t;
  preds : Cfg.edge_ref array array;
  assigned_by : int array;
  assigned_at : int array;
  starts_with : int array;
  ends_with : int array;
  work : int Vec.t;
  found : segment Vec.t;
}

let live_at_start t v place =
  if t.starts_with.(place) <> v then begin
    t.starts_with.(place) <- v;
    Vec.push t.work place
  end

let live_at_end t v place =
  if t.ends_with.(place) <> v then begin
    t.ends_with.(place) <- v;
    let at = t.all.places.data.(place) in
    if t.assigned_by.(place) = v then Vec.push t.found { first = t.assigned_at.(place); last = at.last }
    else begin
      if at.first <> Ir.none then Vec.push t.found { first = at.first; last = at.last };
      live_at_start t v place
    end
  end

let occurrence t v (at : Occurrences.occurrence) =
  let place = at.place in
  if at.assigned then begin
    t.assigned_by.(place) <- v;
    t.assigned_at.(place) <- at.position;
    Vec.push t.found { first = at.position; last = at.position }
  end
  else if t.assigned_by.(place) = v then Vec.push t.found { first = t.assigned_at.(place); last = at.position }
  else begin
    Vec.push t.found { first = t.all.places.data.(place).first; last = at.position };
    live_at_start t v place
  end

let propagate t v =
  let blocks = Array.length t.preds in
  while t.work.size > 0 do
    let place = Vec.pop t.work in
    if place >= blocks then
      let { Occurrences.block; edge; _ } = t.all.places.data.(place) in
      live_at_end t v (Occurrences.source t.all block edge)
    else begin
      let preds = t.preds.(place) in
      for i = 0 to Array.length preds - 1 do
        let { Cfg.from; edge } = preds.(i) in
        let moves = t.all.edge_places.(from).(edge) in
        live_at_end t v (if moves = Ir.none then Occurrences.source t.all from edge else moves)
      done
    end
  done

let by_first (a : segment) (b : segment) = a.first - b.first

(* What was found, in order, and what touches in one. *)
let tidy t =
  let sorted = Vec.to_array t.found in
  if Array.length sorted > 1 then Array.stable_sort by_first sorted;
  Vec.clear t.found;
  for i = 0 to Array.length sorted - 1 do
    let next = sorted.(i) in
    if t.found.size = 0 then Vec.push t.found next
    else begin
      let before = Vec.last t.found in
      if next.first > before.last + 1 then Vec.push t.found next
      else if next.last > before.last then
        Vec.set t.found (t.found.size - 1) { first = before.first; last = next.last }
    end
  done;
  Vec.to_array t.found

let live_ranges (f : Ir.func) (all : Occurrences.t) ~wanted =
  let n = f.nodes.size and count = all.places.size in
  let ranges = Array.make n [||] in
  (* The occurrences of each value, one value's behind the other's. *)
  let start = Array.make (n + 1) 0 and own = Array.make all.list.size 0 in
  for i = 0 to all.list.size - 1 do
    let v = all.list.data.(i).value in
    start.(v) <- start.(v) + 1
  done;
  let total = ref 0 in
  for v = 0 to n do
    total := !total + start.(v);
    start.(v) <- !total
  done;
  for i = all.list.size - 1 downto 0 do
    let v = all.list.data.(i).value in
    start.(v) <- start.(v) - 1;
    own.(start.(v)) <- i
  done;
  let t =
    {
      all; preds = Cfg.predecessors f (Cfg.reverse_postorder f);
      assigned_by = Array.make count Ir.none; assigned_at = Array.make count 0;
      starts_with = Array.make count Ir.none; ends_with = Array.make count Ir.none;
      work = Vec.create (); found = Vec.create ();
    }
  in
  for v = 0 to n - 1 do
    if wanted.(v) && start.(v) < start.(v + 1) then begin
      Vec.clear t.found;
      for i = start.(v) to start.(v + 1) - 1 do
        occurrence t v all.list.data.(own.(i))
      done;
      propagate t v;
      ranges.(v) <- tidy t
    end
  done;
  ranges
