open Ir

let all_used : bool array = [||]

(* [args] from [first] on, where [used] holds; those before stay. *)
let keep (args : int array) (used : bool array) first =
  let kept = Vec.create () in
  for i = 0 to Array.length args - 1 do
    if i < first || used.(i - first) then Vec.push kept args.(i)
  done;
  Vec.to_array kept

let use (live : bool array) v = if v <> none then live.(v) <- true

let use_all live (values : int array) =
  for i = 0 to Array.length values - 1 do
    use live values.(i)
  done

let live_values f =
  let live = Array.make f.nodes.size false in
  for b = 0 to f.blocks.size - 1 do
    let { body; term; _ } = f.blocks.data.(b) in
    for i = 0 to body.size - 1 do
      use_all live f.nodes.data.(body.data.(i)).args
    done;
    use live term.value;
    use_all live term.targs;
    for e = 0 to Array.length term.edges - 1 do
      use_all live term.edges.(e).edge_args
    done
  done;
  live

let has_known_callers f =
  match f.fkind with
  | Try_body -> true
  | Closure -> (not f.escapes) && f.captures = 0
  | Unit_main -> false

(* Removes the parameters of [f] that it does not use. Returns which of them it
   uses, or [all_used]. *)
let remove_from f =
  let live = live_values f in
  let params = f.fparams in
  let used = Array.make (Array.length params) false in
  let all = ref true in
  for i = 0 to Array.length params - 1 do
    used.(i) <- live.(params.(i));
    if not used.(i) then all := false
  done;
  if !all then all_used
  else begin
    f.fparams <- keep params used 0;
    for i = 0 to Array.length f.fparams - 1 do
      f.nodes.data.(f.fparams.(i)).imm <- i
    done;
    used
  end

(* Removes the arguments for the parameters that are gone; true when there were any. *)
let remove_arguments f (used : bool array array) =
  let any = ref false in
  for b = 0 to f.blocks.size - 1 do
    let { body; term; _ } = f.blocks.data.(b) in
    for i = 0 to body.size - 1 do
      let node = f.nodes.data.(body.data.(i)) in
      if node.op = Call_known && used.(node.imm) != all_used then begin
        node.args <- keep node.args used.(node.imm) 1;
        any := true
      end
    done;
    if (term.kind = Tail_known || term.kind = Try) && used.(term.func) != all_used then begin
      term.targs <- keep term.targs used.(term.func) 0;
      any := true
    end
  done;
  !any

let remove_unused_params program =
  let functions = program.functions.data and count = program.functions.size in
  (* By function; [all_used] also when callers are not known. *)
  let used = Array.make count all_used in
  let any = ref false in
  for id = 0 to count - 1 do
    let f = functions.(id) in
    if (not f.dead) && Array.length f.fparams > 0 && has_known_callers f then begin
      used.(id) <- remove_from f;
      if used.(id) != all_used then any := true
    end
  done;
  let changed = Vec.create () in
  if !any then
    for id = 0 to count - 1 do
      let fewer_arguments = remove_arguments functions.(id) used in
      if fewer_arguments || used.(id) != all_used then Vec.push changed id
    done;
  changed
