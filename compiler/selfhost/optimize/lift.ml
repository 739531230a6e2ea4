open Ir

(* More parameters than this cost more than the closure does. *)
let max_free = 24

let max_params = 60

(* A group that has more names than this is not looked at. *)
let max_names = 1000

(* A name under which a function knows a closure. *)
type name = { func : int; value : int }

(* A place that hands a value on under another name: capture [index] of a closure
   node, or argument [index] of the Try that ends block [block]. *)
type transfer = { closure : int;  (* none: the Try of [block] *) block : int; index : int }

type uses = {
  as_value : bool array;  (* by node: used in any way but a known call or a transfer *)
  mutable transfers : transfer list array;  (* by node, last first; empty when there are none *)
  captures : int Vec.t;
  siblings : int Vec.t;
  members : int Vec.t;
}

type state = {
  functions : func array;
  groups : int array array;
  uses : uses array;  (* by function *)
  made : name array;  (* by group: the maker and its closure node *)
  count : int array;  (* by group: closure nodes *)
  lifted : (int, int array) Hashtbl.t option array;  (* by function: name -> free variables *)
}

(* -- uses *)

let use u v = if v <> none then u.as_value.(v) <- true

let use_from u (values : int array) first =
  for i = first to Array.length values - 1 do
    use u values.(i)
  done

let add_transfer u v transfer =
  if Array.length u.transfers = 0 then u.transfers <- Array.make (Array.length u.as_value) [];
  u.transfers.(v) <- transfer :: u.transfers.(v)

let transfers_of u v = if v < Array.length u.transfers then List.rev u.transfers.(v) else []
let is_used_as_value u v = v < Array.length u.as_value && u.as_value.(v)

let gather_node s id u block v =
  let node = s.functions.(id).nodes.data.(v) in
  let args = node.args in
  match node.op with
  | Capture -> Vec.push u.captures v
  | Sibling -> Vec.push u.siblings v
  | Member -> Vec.push u.members v
  | Closure ->
    s.made.(node.imm) <- { func = id; value = v };
    s.count.(node.imm) <- s.count.(node.imm) + 1;
    for index = 0 to Array.length args - 1 do
      add_transfer u args.(index) { closure = v; block; index }
    done
  | Call_known -> use_from u args 1
  | _ -> use_from u args 0

let gather s id =
  let f = s.functions.(id) and u = s.uses.(id) in
  for b = 0 to f.blocks.size - 1 do
    let { body; term; _ } = f.blocks.data.(b) in
    for i = 0 to body.size - 1 do
      gather_node s id u b body.data.(i)
    done;
    if term.kind <> Tail_known then use u term.value;
    if term.kind = Try then
      for index = 0 to Array.length term.targs - 1 do
        add_transfer u term.targs.(index) { closure = none; block = b; index }
      done
    else use_from u term.targs 0;
    for e = 0 to Array.length term.edges - 1 do
      use_from u term.edges.(e).edge_args 0
    done
  done

(* -- names *)

(* Adds the names under which receivers know what [transfer] hands on; false when
   they are not known. *)
let add_receivers s from transfer found =
  let f = s.functions.(from) in
  if transfer.closure = none then begin
    let body = f.blocks.data.(transfer.block).term.func in
    Vec.push found { func = body; value = s.functions.(body).fparams.(transfer.index) };
    true
  end
  else begin
    let group = f.nodes.data.(transfer.closure).imm in
    let known = s.count.(group) = 1 in
    if known then
      Array.iter
        (fun member ->
          let captures = s.uses.(member).captures in
          for i = 0 to captures.size - 1 do
            let c = captures.data.(i) in
            if s.functions.(member).nodes.data.(c).imm = transfer.index then Vec.push found { func = member; value = c }
          done)
        s.groups.(group);
    known
  end

let rec add_all_receivers s from transfers found =
  match transfers with
  | [] -> true
  | transfer :: rest -> add_receivers s from transfer found && add_all_receivers s from rest found

(* All names of the group's members, makers first; None when one of them is used
   as a value. *)
let names s group =
  let found = Vec.create () in
  let { func = maker; value = node } = s.made.(group) in
  Vec.push found { func = maker; value = node };
  let members = s.uses.(maker).members in
  for i = 0 to members.size - 1 do
    let m = members.data.(i) in
    if s.functions.(maker).nodes.data.(m).args.(0) = node then Vec.push found { func = maker; value = m }
  done;
  let only_called = ref true in
  Array.iter
    (fun member ->
      if s.functions.(member).escapes then only_called := false;
      let siblings = s.uses.(member).siblings in
      for i = 0 to siblings.size - 1 do
        Vec.push found { func = member; value = siblings.data.(i) }
      done)
    s.groups.(group);
  let next = ref 0 in
  while !only_called && !next < found.size do
    let { func; value } = found.data.(!next) in
    let u = s.uses.(func) in
    if is_used_as_value u value || found.size > max_names then only_called := false
    else only_called := add_all_receivers s func (transfers_of u value) found;
    incr next
  done;
  if !only_called then Some found else None

(* -- lifting *)

(* Appends a parameter: node [v] turned into one, or a new node when it is none. *)
let add_param f v =
  let position = Array.length f.fparams in
  let param = if v = none then add f 0 Param position no_args f.fpc else v in
  let node = f.nodes.data.(param) in
  node.op <- Param;
  node.imm <- position;
  f.fparams <- Array.append f.fparams [| param |];
  param

let captures_to_params s member count =
  let f = s.functions.(member) and captures = s.uses.(member).captures in
  let values = Array.make count none in
  for i = 0 to captures.size - 1 do
    let c = captures.data.(i) in
    values.(f.nodes.data.(c).imm) <- c
  done;
  Vec.filter (fun v -> f.nodes.data.(v).op <> Capture) f.blocks.data.(0).body;
  Vec.clear captures;
  for i = 0 to count - 1 do
    values.(i) <- add_param f values.(i)
  done;
  values

(* [mine] in the place of [values.(index)]: its first element there, the others
   behind the last. *)
let spread values index mine =
  let result = Array.append values (Array.sub mine 1 (Array.length mine - 1)) in
  result.(index) <- mine.(0);
  result

let hand_to_try s (term : terminator) index mine passed =
  let body = s.functions.(term.func) in
  term.targs <- spread term.targs index mine;
  let theirs = Array.make (Array.length mine) body.fparams.(index) in
  for k = 1 to Array.length mine - 1 do
    theirs.(k) <- add_param body none
  done;
  if not (Hashtbl.mem passed term.func) then Hashtbl.replace passed term.func theirs

let rec find_capture f (captures : int Vec.t) index i =
  if i >= captures.size then none
  else
    let c = captures.data.(i) in
    if f.nodes.data.(c).imm = index then c else find_capture f captures index (i + 1)

(* [base]: how many captures the closure had before. *)
let hand_to_member s member index mine base passed =
  let f = s.functions.(member) and captures = s.uses.(member).captures in
  let own = find_capture f captures index 0 in
  if own <> none then begin
    let theirs = Array.make (Array.length mine) own in
    for k = 1 to Array.length mine - 1 do
      let c = add f 0 Capture (base + k - 1) no_args f.fpc in
      theirs.(k) <- c;
      Vec.insert f.blocks.data.(0).body 0 c;
      Vec.push captures c
    done;
    Hashtbl.replace passed member theirs
  end

(* The transfer passes the first free variable in the closure's place and the
   others behind what is passed already. Free variables that are closures are
   of groups made before, and so not lifted: no transfers to record for them. *)
let hand_on s name transfer passed =
  let f = s.functions.(name.func) and mine = Hashtbl.find passed name.func in
  if transfer.closure = none then hand_to_try s f.blocks.data.(transfer.block).term transfer.index mine passed
  else begin
    let node = f.nodes.data.(transfer.closure) in
    let base = Array.length node.args in
    node.args <- spread node.args transfer.index mine;
    let count = Array.length node.args in
    Array.iter
      (fun member ->
        s.functions.(member).captures <- count;
        if not (Hashtbl.mem passed member) then hand_to_member s member transfer.index mine base passed)
      s.groups.(node.imm)
  end

let add_lifted s { func; value } free =
  let table =
    match s.lifted.(func) with
    | Some table -> table
    | None ->
      let table = Hashtbl.create 8 in
      s.lifted.(func) <- Some table;
      table
  in
  Hashtbl.replace table value free

let lift_members s group free found =
  let maker = s.made.(group).func and members = s.groups.(group) in
  (* By function: the free variables, as it names them. *)
  let passed = Hashtbl.create 8 in
  Hashtbl.replace passed maker free;
  Array.iter
    (fun member -> Hashtbl.replace passed member (captures_to_params s member (Array.length free)))
    members;
  for i = 0 to found.Vec.size - 1 do
    let name = found.data.(i) in
    let u = s.uses.(name.func) in
    List.iter (fun transfer -> hand_on s name transfer passed) (transfers_of u name.value);
    if name.value < Array.length u.transfers then u.transfers.(name.value) <- []
  done;
  for i = 0 to found.size - 1 do
    let name = found.data.(i) in
    add_lifted s name (Hashtbl.find passed name.func)
  done;
  Array.iter (fun member -> s.functions.(member).captures <- 0) members

let lift s group =
  let { func = maker; value = node } = s.made.(group) in
  let free = s.functions.(maker).nodes.data.(node).args in
  let count = Array.length free in
  let has_room member = Array.length s.functions.(member).fparams + count <= max_params in
  if count > 0 && count <= max_free && Array.for_all has_room s.groups.(group) then
    match names s group with
    | Some found -> lift_members s group free found
    | None -> ()

(* -- calls *)

let rewrite_call lifted zero (node : node) =
  match Hashtbl.find_opt lifted node.args.(0) with
  | None -> ()
  | Some free ->
    node.args <- Array.append node.args free;
    node.args.(0) <- zero

let rewrite_calls f lifted =
  let zero = add f 0 Integer 0 no_args f.fpc in
  Vec.insert f.blocks.data.(0).body 0 zero;
  for b = 0 to f.blocks.size - 1 do
    let { body; term; _ } = f.blocks.data.(b) in
    for i = 0 to body.size - 1 do
      let node = f.nodes.data.(body.data.(i)) in
      if node.op = Call_known then rewrite_call lifted zero node
    done;
    if term.kind = Tail_known && term.value <> none then
      match Hashtbl.find_opt lifted term.value with
      | None -> ()
      | Some free ->
        term.targs <- Array.append term.targs free;
        term.value <- none
  done

let new_uses f =
  {
    as_value = Array.make f.nodes.size false;
    transfers = [||];
    captures = Vec.create ();
    siblings = Vec.create ();
    members = Vec.create ();
  }

let lift_closures (program : program) =
  let functions = program.functions.data and function_count = program.functions.size in
  let groups = Vec.to_array program.groups in
  let group_count = Array.length groups in
  let s =
    {
      functions;
      groups;
      uses = Array.init function_count (fun id -> new_uses functions.(id));
      made = Array.make group_count { func = none; value = none };
      count = Array.make group_count 0;
      lifted = Array.make function_count None;
    }
  in
  for id = 0 to function_count - 1 do
    gather s id
  done;
  for group = 0 to group_count - 1 do
    if s.count.(group) = 1 then lift s group
  done;
  for id = 0 to function_count - 1 do
    match s.lifted.(id) with
    | Some lifted -> rewrite_calls functions.(id) lifted
    | None -> ()
  done
