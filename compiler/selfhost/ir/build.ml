open Function_builder

(* Takes back what a function's builder added to the program. *)
let take_back state (func : Ir.func) ~functions ~groups ~pending =
  for g = groups to state.groups.size - 1 do
    let first = (Vec.get state.groups g).(0) in
    Hashtbl.remove state.group_at (Vec.get state.functions first).fpc
  done;
  Vec.truncate state.functions functions;
  Vec.truncate state.groups groups;
  Vec.truncate state.pending pending;
  Vec.clear func.nodes;
  Vec.clear func.blocks;
  func.fparams <- Ir.no_args

(* A function is built again when slots turn out to need cells. *)
let build_function state (func : Ir.func) ~stop =
  let region = Region.explore state.exploration func.fpc ~stop in
  let cells = { slots = [||]; grown = false } in
  let functions = state.functions.size and groups = state.groups.size and pending = state.pending.size in
  build (create state func region cells) ~translate:Translate.translate;
  while cells.grown do
    take_back state func ~functions ~groups ~pending;
    cells.grown <- false;
    build (create state func region cells) ~translate:Translate.translate
  done

let build_closure state id =
  let func = Vec.get state.functions id in
  let code = state.image.code in
  func.arity <- (match Opcodes.op_at code func.fpc with GRAB -> 1 + code.(func.fpc + 1) | _ -> 1);
  build_function state func ~stop:Ir.none

(* The unit's main code, then the closures that each function makes. *)
let build_unit state unit_index (unit : Image.code_unit) : Ir.unit_info =
  let func = new_function Unit_main ~unit_index ~pc:unit.start ~captures:0 ~group:Ir.none ~member:0 in
  let main = state.functions.size in
  Vec.push state.functions func;
  build_function state func ~stop:unit.stop;
  while state.pending.size > 0 do
    let members = Vec.get state.groups (Vec.pop state.pending) in
    for i = 0 to Array.length members - 1 do
      build_closure state members.(i)
    done
  done;
  { unit_name = unit.name; main }

let build_program (image : Image.t) : Ir.program =
  let state =
    {
      image;
      functions = Vec.create ();
      groups = Vec.create ();
      primitives = Vec.create ();
      exploration = Region.exploration image;
      pending = Vec.create ();
      group_at = Hashtbl.create 64;
    }
  in
  Array.iter
    (fun prim_name ->
      Vec.push state.primitives { prim_name; prim_effects = Effect; prim_result = Ir.kind_any; store = false })
    image.primitives;
  let units = Vec.create () in
  Array.iteri (fun i unit -> Vec.push units (build_unit state i unit)) image.units;
  {
    version = image.version;
    units;
    functions = state.functions;
    groups = state.groups;
    primitives = Vec.to_array state.primitives;
    items = Vec.create ();
    constants = Vec.of_array (Vec.to_array image.constants);
    globals = image.globals;
    global_names = image.global_names;
  }
