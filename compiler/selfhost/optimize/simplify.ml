open Ir

(* -- substitution *)

(* The end of the chain of aliases that starts at [v]. *)
let rec resolve (alias : int array) v =
  if v = none then v
  else
    let next = alias.(v) in
    if next = none then v
    else begin
      if alias.(next) <> none then alias.(v) <- alias.(next);
      resolve alias alias.(v)
    end

let resolve_all alias (values : int array) =
  for i = 0 to Array.length values - 1 do
    let v = values.(i) in
    if v <> none && alias.(v) <> none then values.(i) <- resolve alias v
  done

let substitute f alias =
  let nodes = f.nodes.data and blocks = f.blocks.data in
  for b = 0 to f.blocks.size - 1 do
    let { body; term; _ } = blocks.(b) in
    for i = 0 to body.size - 1 do
      resolve_all alias nodes.(body.data.(i)).args
    done;
    term.value <- resolve alias term.value;
    resolve_all alias term.targs;
    for e = 0 to Array.length term.edges - 1 do
      resolve_all alias term.edges.(e).edge_args
    done
  done

(* [values] at the places where [keep], indexed by the elements of [by], holds;
   [values] itself when that is everywhere. *)
let filter_by (keep : bool array) (by : int array) (values : int array) =
  let kept = ref 0 in
  for i = 0 to Array.length by - 1 do
    if keep.(by.(i)) then incr kept
  done;
  if !kept = Array.length values then values
  else if !kept = 0 then no_args
  else begin
    let rest = Array.make !kept none and next = ref 0 in
    for i = 0 to Array.length by - 1 do
      if keep.(by.(i)) then begin
        rest.(!next) <- values.(i);
        incr next
      end
    done;
    rest
  end

let no_names : bool array = [||]

(* Of the values that other functions name. *)
let is_named (named : bool array) v = v < Array.length named && named.(v)

(* -- parameters of blocks *)

(* The one value that all edges bring for parameter [i] of their target, which is
   [param]; none when there are several. *)
let single_value blocks alias (edges : Cfg.edge_ref array) i param =
  let single = ref none and several = ref false and e = ref 0 in
  while (not !several) && !e < Array.length edges do
    let { Cfg.from; edge } = edges.(!e) in
    let arg = resolve alias blocks.(from).term.edges.(edge).edge_args.(i) in
    if arg <> param && arg <> !single then if !single = none then single := arg else several := true;
    incr e
  done;
  if !several then none else !single

(* Removes the parameters that have an alias, and their arguments. *)
let remove_params f (preds : Cfg.edge_ref array array) (alias : int array) =
  let blocks = f.blocks.data in
  let stays = Array.make f.nodes.size true in
  for v = 0 to f.nodes.size - 1 do
    if alias.(v) <> none then stays.(v) <- false
  done;
  for b = 0 to f.blocks.size - 1 do
    let block = blocks.(b) in
    let params = block.params in
    let rest = filter_by stays params params in
    if Array.length rest < Array.length params then begin
      for e = 0 to Array.length preds.(b) - 1 do
        let { Cfg.from; edge } = preds.(b).(e) in
        let edge = blocks.(from).term.edges.(edge) in
        edge.edge_args <- filter_by stays params edge.edge_args
      done;
      block.params <- rest
    end
  done

let rec has_params_from f b =
  b < f.blocks.size && (Array.length f.blocks.data.(b).params > 0 || has_params_from f (b + 1))

let has_params f = has_params_from f 0

(* A block parameter whose arguments are all one value (or itself) is that value.
   There are some. *)
let remove_trivial_params f named =
  let preds = Cfg.predecessors f (Cfg.reverse_postorder f) in
  let blocks = f.blocks.data in
  let alias = Array.make f.nodes.size none in
  let any = ref false and changed = ref true in
  while !changed do
    changed := false;
    for b = 0 to f.blocks.size - 1 do
      let params = blocks.(b).params and edges = preds.(b) in
      if Array.length edges > 0 then
        for i = 0 to Array.length params - 1 do
          let param = params.(i) in
          if alias.(param) = none && not (is_named named param) then begin
            let single = single_value blocks alias edges i param in
            if single <> none then begin
              alias.(param) <- single;
              changed := true;
              any := true
            end
          end
        done
    done
  done;
  if !any then begin
    remove_params f preds alias;
    substitute f alias
  end;
  !any

(* -- constants *)

let is_integer (nodes : node array) v = v <> none && nodes.(v).op = Integer

let is_compare (op : opcode) =
  match op with
  | Eq | Ne | Lt | Le | Gt | Ge | Ult | Uge -> true
  | _ -> false

(* Unsigned comparisons of ints of different sign are left to the target's width. *)
let can_fold (op : opcode) (a : int) (b : int) =
  match op with
  | Eq | Ne | Lt | Le | Gt | Ge -> true
  | Ult | Uge -> (a < 0) = (b < 0)
  | _ -> false

let truth (op : opcode) (a : int) (b : int) =
  match op with
  | Eq -> a = b
  | Ne -> a <> b
  | Lt | Ult -> a < b
  | Le -> a <= b
  | Gt -> a > b
  | _ -> a >= b

let is_small n = n >= -0x40000000 && n < 0x40000000

let become_integer node value =
  node.op <- Integer;
  node.effects <- Pure;
  node.imm <- value;
  node.args <- no_args

(* True when the node changed. *)
let fold_node nodes node =
  let args = node.args in
  match node.op with
  | Not_ ->
    let arg = nodes.(args.(0)) in
    if arg.op = Integer then begin
      become_integer node (if arg.imm = 0 then 1 else 0);
      true
    end
    else if is_compare arg.op then begin
      node.op <- negated arg.op;
      node.args <- Array.copy arg.args;
      true
    end
    else false
  | Add when is_integer nodes args.(0) && is_integer nodes args.(1) ->
    let a = nodes.(args.(0)).imm and b = nodes.(args.(1)).imm in
    (* Without overflow where ints have 32 bits. *)
    let fits = ((a < 0) <> (b < 0) || (is_small a && is_small b)) && is_small (a + b) in
    if fits then become_integer node (a + b);
    fits
  | (Eq | Ne | Lt | Le | Gt | Ge | Ult | Uge) when is_integer nodes args.(0) && is_integer nodes args.(1) ->
    let a = nodes.(args.(0)).imm and b = nodes.(args.(1)).imm in
    let folds = can_fold node.op a b in
    if folds then become_integer node (if truth node.op a b then 1 else 0);
    folds
  | _ -> false

let rec same_from (a : int array) (b : int array) i =
  i >= Array.length a || (a.(i) = b.(i) && same_from a b (i + 1))

let same_edges (a : edge) (b : edge) =
  a.target = b.target && Array.length a.edge_args = Array.length b.edge_args && same_from a.edge_args b.edge_args 0

let become_jump term edge =
  term.edges <- [| edge |];
  term.cases <- no_args;
  term.kind <- Jump;
  term.value <- none

(* True when the terminator changed. *)
let fold_terminator (nodes : node array) term =
  match term.kind with
  | Branch ->
    let value = nodes.(term.value) and yes = term.edges.(0) and no = term.edges.(1) in
    if value.op = Integer then begin
      become_jump term (if value.imm <> 0 then yes else no);
      true
    end
    else if value.op = Not_ then begin
      term.value <- value.args.(0);
      term.edges <- [| no; yes |];
      true
    end
    else if same_edges yes no then begin
      become_jump term yes;
      true
    end
    else false
  | Switch when is_integer nodes term.value ->
    let index = nodes.(term.value).imm in
    let known = index >= 0 && index < term.const_cases in
    if known then become_jump term term.edges.(term.cases.(index));
    known
  | _ -> false

let fold_constants f named =
  let nodes = f.nodes.data and blocks = f.blocks.data in
  let any = ref false in
  for b = 0 to f.blocks.size - 1 do
    let { body; term; _ } = blocks.(b) in
    for i = 0 to body.size - 1 do
      let v = body.data.(i) in
      if (not (is_named named v)) && fold_node nodes nodes.(v) then any := true
    done;
    if fold_terminator nodes term then any := true
  done;
  !any

(* -- chains of blocks *)

(* Appends block [next], the target of [block]'s jump, to [block]. *)
let append f (alias : int array) b next =
  let nodes = f.nodes.data in
  let block = f.blocks.data.(b) and other = f.blocks.data.(next) in
  let args = block.term.edges.(0).edge_args in
  for i = 0 to Array.length other.params - 1 do
    alias.(other.params.(i)) <- args.(i)
  done;
  for i = 0 to other.body.size - 1 do
    let v = other.body.data.(i) in
    nodes.(v).block <- b;
    Vec.push block.body v
  done;
  let term = other.term in
  if term.result <> none then begin
    nodes.(term.result).block <- b;
    nodes.(term.exn).block <- b
  end;
  block.term <- term;
  f.blocks.data.(next) <- new_block ()

let rec names_any named (params : int array) i =
  i < Array.length params && (is_named named params.(i) || names_any named params (i + 1))

let rec has_jump f b = b < f.blocks.size && (f.blocks.data.(b).term.kind = Jump || has_jump f (b + 1))

(* B: jump C, C has no other predecessor: one block. *)
let merge_chains f named =
  let order = Cfg.reverse_postorder f in
  let preds = Cfg.predecessors f order in
  let alias = Array.make f.nodes.size none in
  let any = ref false in
  for i = 0 to Array.length order - 1 do
    let b = order.(i) in
    let block = f.blocks.data.(b) and chain = ref true in
    while !chain do
      chain := false;
      if block.term.kind = Jump then begin
        let next = block.term.edges.(0).target in
        if next <> b && next <> 0 && Array.length preds.(next) = 1 && not (names_any named f.blocks.data.(next).params 0)
        then begin
          append f alias b next;
          any := true;
          chain := true
        end
      end
    done
  done;
  if !any then substitute f alias;
  !any

(* -- jumps *)

let note_use (nodes : node array) (escapes : bool array) b v =
  if v <> none && nodes.(v).op = Block_param && nodes.(v).block <> b then escapes.(v) <- true

let note_uses nodes escapes b (values : int array) =
  for i = 0 to Array.length values - 1 do
    note_use nodes escapes b values.(i)
  done

(* By node: a parameter of a block that other blocks, or other functions, use. *)
let escaping_params f named =
  let nodes = f.nodes.data and blocks = f.blocks.data in
  let escapes = Array.make f.nodes.size false in
  Array.blit named 0 escapes 0 (Array.length named);
  for b = 0 to f.blocks.size - 1 do
    let { body; term; _ } = blocks.(b) in
    for i = 0 to body.size - 1 do
      note_uses nodes escapes b nodes.(body.data.(i)).args
    done;
    note_use nodes escapes b term.value;
    note_uses nodes escapes b term.targs;
    for e = 0 to Array.length term.edges - 1 do
      note_uses nodes escapes b term.edges.(e).edge_args
    done
  done;
  escapes

(* By block: whether an edge leads back to it. *)
let loop_headers f =
  let blocks = f.blocks.data in
  let header = Array.make f.blocks.size false in
  let place = Array.make f.blocks.size none in
  let order = Cfg.reverse_postorder f in
  for i = 0 to Array.length order - 1 do
    place.(order.(i)) <- i
  done;
  for i = 0 to Array.length order - 1 do
    let edges = blocks.(order.(i)).term.edges in
    for e = 0 to Array.length edges - 1 do
      let target = edges.(e).target in
      if place.(target) <= i then header.(target) <- true
    done
  done;
  header

(* Some block does nothing but go on elsewhere. *)
let rec has_passage f b =
  b < f.blocks.size
  &&
  let { body; term; _ } = f.blocks.data.(b) in
  (body.size = 0 && (term.kind = Jump || term.kind = Branch)) || has_passage f (b + 1)

let rec none_escapes (escapes : bool array) (params : int array) i =
  i >= Array.length params || ((not escapes.(params.(i))) && none_escapes escapes params (i + 1))

let is_passable blocks escapes b =
  b <> 0 && blocks.(b).body.size = 0 && none_escapes escapes blocks.(b).params 0

let rec position (params : int array) v i =
  if i >= Array.length params then none else if params.(i) = v then i else position params v (i + 1)

(* The edge by which control that comes by [edge], side [side] of the terminator
   [source], leaves the block [via] that does nothing; [edge] when that is open. *)
let way_on nodes (header : bool array) via source side edge =
  let term = via.term in
  match term.kind with
  | Jump -> term.edges.(0)
  | Branch when not header.(edge.target) ->
    let i = position via.params term.value 0 in
    if i = none then edge
    else begin
      let arg = edge.edge_args.(i) in
      (* What was just tested is known on both ways. *)
      if source.kind = Branch && arg = source.value then term.edges.(side)
      else if is_integer nodes arg then term.edges.(if nodes.(arg).imm <> 0 then 0 else 1)
      else edge
    end
  | _ -> edge

let pass_by via edge way =
  let through = edge.edge_args in
  let args = Array.copy way.edge_args in
  for i = 0 to Array.length args - 1 do
    let p = position via.params args.(i) 0 in
    if p <> none then args.(i) <- through.(p)
  done;
  edge.edge_args <- args;
  edge.target <- way.target

(* A block that does nothing but jump or branch, and whose parameters nobody
   else uses, can be passed by: by every edge when it jumps, by edges that bring
   the constant it tests, or a value just tested, when it branches. Branches in
   loop headers stay: passing some of them by would give the loop two entries. *)
let thread_jumps f named =
  let nodes = f.nodes.data and blocks = f.blocks.data in
  let escapes = escaping_params f named and header = loop_headers f in
  let any = ref false in
  for from = 0 to f.blocks.size - 1 do
    let source = blocks.(from).term in
    for side = 0 to Array.length source.edges - 1 do
      let edge = source.edges.(side) in
      let steps = ref 0 in
      while !steps < 8 do
        let b = edge.target in
        let via = blocks.(b) in
        incr steps;
        if b = from || not (is_passable blocks escapes b) then steps := 8
        else begin
          let way = way_on nodes header via source side edge in
          if way == edge || way.target = b then steps := 8
          else begin
            pass_by via edge way;
            any := true
          end
        end
      done
    done
  done;
  !any

(* -- dead values *)

let mark (live : bool array) work v =
  if v <> none && not live.(v) then begin
    live.(v) <- true;
    Vec.push work v
  end

let mark_all live work (values : int array) =
  for i = 0 to Array.length values - 1 do
    mark live work values.(i)
  done

let remove_dead_values f named =
  let nodes = f.nodes.data and blocks = f.blocks.data in
  let order = Cfg.reverse_postorder f in
  let preds = if has_params f then Cfg.predecessors f order else [||] in
  let live = Array.make f.nodes.size false and work = Vec.create () in
  (* Of a parameter in its block. *)
  let place = Array.make f.nodes.size none in
  let reachable = Array.make f.blocks.size false in
  for k = 0 to Array.length order - 1 do
    let b = order.(k) in
    let { params; body; term } = blocks.(b) in
    reachable.(b) <- true;
    for i = 0 to Array.length params - 1 do
      place.(params.(i)) <- i;
      if is_named named params.(i) then mark live work params.(i)
    done;
    for i = 0 to body.size - 1 do
      let v = body.data.(i) in
      if nodes.(v).effects = Effect || is_named named v then mark live work v
    done;
    mark live work term.value;
    mark_all live work term.targs
  done;
  while work.size > 0 do
    let v = Vec.pop work in
    let node = nodes.(v) in
    mark_all live work node.args;
    if node.op = Block_param then begin
      let edges = preds.(node.block) and i = place.(v) in
      for e = 0 to Array.length edges - 1 do
        let { Cfg.from; edge } = edges.(e) in
        mark live work blocks.(from).term.edges.(edge).edge_args.(i)
      done
    end
  done;
  let is_live v = live.(v) in
  for b = 0 to f.blocks.size - 1 do
    if not reachable.(b) then blocks.(b) <- new_block ()
    else begin
      let { body; term; _ } = blocks.(b) in
      Vec.filter is_live body;
      for e = 0 to Array.length term.edges - 1 do
        let edge = term.edges.(e) in
        edge.edge_args <- filter_by live blocks.(edge.target).params edge.edge_args
      done
    end
  done;
  for b = 0 to f.blocks.size - 1 do
    let block = blocks.(b) in
    block.params <- filter_by live block.params block.params
  done

let simplify f named =
  let rec round n dirty =
    if n > 0 then begin
      let trivial = has_params f && remove_trivial_params f named in
      let folded = fold_constants f named in
      let merged = has_jump f 0 && merge_chains f named in
      let changed = trivial || folded || merged in
      if changed || dirty then remove_dead_values f named;
      let threaded = has_passage f 1 && thread_jumps f named in
      if changed || threaded then round (n - 1) threaded
    end
    else remove_dead_values f named
  in
  (* What the caller left is to be removed, too. *)
  round 8 true
