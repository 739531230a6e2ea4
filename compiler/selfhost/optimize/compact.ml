open Ir

let keep (numbers : int array) i = if i <> none then numbers.(i) <- 0

(* Marks what is left, in [value] and [block]. *)
let mark f value (block : int array) =
  let order = Cfg.reverse_postorder f in
  for k = 0 to Array.length order - 1 do
    let b = order.(k) in
    let { params; body; term } = f.blocks.data.(b) in
    block.(b) <- 0;
    Array.iter (keep value) params;
    for i = 0 to body.size - 1 do
      keep value body.data.(i)
    done;
    keep value term.result;
    keep value term.exn
  done;
  Array.iter (keep value) f.fparams

(* Gives what is marked its numbers. How many. *)
let number (numbers : int array) =
  let count = ref 0 in
  for i = 0 to Array.length numbers - 1 do
    if numbers.(i) <> none then begin
      numbers.(i) <- !count;
      incr count
    end
  done;
  !count

let rename (value : int array) v = if v = none then none else value.(v)

let rename_all value (values : int array) =
  for i = 0 to Array.length values - 1 do
    values.(i) <- rename value values.(i)
  done

let rename_block value (block : int array) { params; body; term } =
  rename_all value params;
  for i = 0 to body.size - 1 do
    body.data.(i) <- rename value body.data.(i)
  done;
  term.value <- rename value term.value;
  term.result <- rename value term.result;
  term.exn <- rename value term.exn;
  rename_all value term.targs;
  for e = 0 to Array.length term.edges - 1 do
    let edge = term.edges.(e) in
    edge.target <- block.(edge.target);
    rename_all value edge.edge_args
  done

(* Keeps the elements that have a number, in an array of their own. *)
let move (v : 'a Vec.t) (numbers : int array) count =
  let kept = Array.make count v.data.(0) in
  for i = 0 to v.size - 1 do
    if numbers.(i) <> none then kept.(numbers.(i)) <- v.data.(i)
  done;
  v.data <- kept;
  v.size <- count

let compact f =
  let value = Array.make f.nodes.size none and block = Array.make f.blocks.size none in
  mark f value block;
  let values = number value and blocks = number block in
  if blocks <= f.blocks.size / 4 * 3 || values <= f.nodes.size / 4 * 3 then begin
    for b = 0 to f.blocks.size - 1 do
      if block.(b) <> none then rename_block value block f.blocks.data.(b)
    done;
    rename_all value f.fparams;
    for v = 0 to f.nodes.size - 1 do
      if value.(v) <> none then begin
        let node = f.nodes.data.(v) in
        rename_all value node.args;
        if node.block <> none then node.block <- block.(node.block)
      end
    done;
    move f.nodes value values;
    move f.blocks block blocks
  end
