type t = { joined : bool array; cleared : int list array }

(* Words of a block of OCaml's minor heap; a larger one is allocated by itself. *)
let max_young = 256
let has_effect (node : Ir.node) = match node.effects with Effect -> true | Pure | Read -> false

let allocates (program : Ir.program) (node : Ir.node) =
  let count = Array.length node.args in
  if (not (has_effect node)) || count = 0 || count > max_young then false
  else
    match node.op with
    | Closure -> Array.length program.groups.data.(node.imm) = 1
    | Make_block | Make_floats -> node.pc <> Ir.none
    | _ -> false

let is_making (program : Ir.program) (node : Ir.node) =
  match node.op with C_call -> program.primitives.data.(node.imm).makes | _ -> false

let join program (f : Ir.func) joined (body : int Vec.t) =
  let follows = ref false in
  for i = body.size - 1 downto 0 do
    let node = f.nodes.data.(body.data.(i)) in
    if allocates program node then begin
      joined.(body.data.(i)) <- !follows;
      follows := true
    end
    else if has_effect node || is_making program node then follows := false
  done

let is_own (f : Ir.func) (folding : Folding.t) items v b =
  let node = f.nodes.data.(v) in
  items.(v) = Ir.none && node.block = (b : int)
  && (match folding.form.(v) with Variable -> true | Unused | Constant | Folded | Statement -> false)
  && match node.op with Block_param -> false | _ -> true

(* Where what follows finds no value alive. *)
let end_of (f : Ir.func) (block : Ir.block) =
  let last = ref block.body.size in
  if Array.length block.term.edges = 0 then begin
    decr last;
    while !last > 0 && not (has_effect f.nodes.data.(block.body.data.(!last))) do
      decr last
    done
  end;
  !last

(* [left], by node: uses that are still to come. *)
let clear (f : Ir.func) (folding : Folding.t) items left cleared b =
  let block = f.blocks.data.(b) in
  (* The operands of v, which the statement of [user] evaluates. *)
  let rec use v user =
    let args = f.nodes.data.(v).args in
    for i = 0 to Array.length args - 1 do
      let a = args.(i) in
      if a <> Ir.none then
        match folding.form.(a) with
        | Folded -> use a user
        | Unused | Constant | Variable | Statement ->
            if is_own f folding items a b then begin
              left.(a) <- left.(a) - 1;
              if left.(a) = 0 then cleared.(user) <- a :: cleared.(user)
            end
    done
  in
  for i = 0 to end_of f block - 1 do
    let v = block.body.data.(i) in
    match folding.form.(v) with Variable | Statement -> use v v | Unused | Constant | Folded -> ()
  done

let find (program : Ir.program) (f : Ir.func) (folding : Folding.t) ~items =
  if not program.allocations then { joined = [||]; cleared = [||] }
  else begin
    let joined = Array.make f.nodes.size false and cleared = Array.make f.nodes.size [] in
    let left = Array.copy folding.uses in
    Array.iter
      (fun b ->
        join program f joined f.blocks.data.(b).body;
        clear f folding items left cleared b)
      (Cfg.reverse_postorder f);
    { joined; cleared = Array.map List.rev cleared }
  end
