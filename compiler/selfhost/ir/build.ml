open Function_builder

type t = state

(* How often CLOSURE and CLOSUREREC name the code at each pc as their first
   function's. *)
let count_makers code =
  let makers = Array.make (Array.length code) 0 and pc = ref 0 in
  let count label =
    let entry = Opcodes.label code ~base:label label in
    makers.(entry) <- makers.(entry) + 1
  in
  while !pc < Array.length code do
    (match Opcodes.op_at code !pc with
    | CLOSURE -> count (!pc + 2)
    | CLOSUREREC -> count (!pc + 3)
    | _ -> ());
    pc := !pc + Opcodes.instruction_size code !pc
  done;
  makers

let create (image : Image.t) primitives ~allocations =
  let program =
    {
      Ir.version = image.version;
      units = Vec.create ();
      functions = Vec.create ();
      groups = Vec.create ();
      made_once = Vec.create ();
      primitives = Vec.of_array primitives;
      items = Vec.create ();
      constants = Vec.of_array (Vec.to_array image.constants);
      globals = image.globals;
      global_names = image.global_names;
      imported = image.imported;
      asks_for_allocations = false;
      allocations;
      backtraces = Array.length image.events > 0;
    }
  in
  {
    image;
    program;
    exploration = Region.exploration image;
    makers = count_makers image.code;
    group_at = Hashtbl.create 64;
  }

let program state = state.program

(* Takes back what a function's builder added to the program. *)
let take_back state (func : Ir.func) ~functions ~groups =
  let program = state.program in
  for g = groups to program.groups.size - 1 do
    let first = (Vec.get program.groups g).(0) in
    Hashtbl.remove state.group_at (Vec.get program.functions first).fpc
  done;
  Vec.truncate program.functions functions;
  Vec.truncate program.groups groups;
  Vec.truncate program.made_once groups;
  Vec.clear func.nodes;
  Vec.clear func.blocks;
  func.fparams <- Ir.no_args

(* A function is built again when slots turn out to need cells. *)
let build_function state (func : Ir.func) ~stop =
  let region = Region.explore state.exploration func.fpc ~stop in
  let cells = { slots = [||]; grown = false } in
  let functions = state.program.functions.size and groups = state.program.groups.size in
  build (Function_builder.create state func region cells) ~translate:Translate.translate;
  while cells.grown do
    take_back state func ~functions ~groups;
    cells.grown <- false;
    build (Function_builder.create state func region cells) ~translate:Translate.translate
  done

let build_mains state =
  Array.iteri
    (fun unit_index (unit : Image.code_unit) ->
      let func = new_function Unit_main ~unit_index ~pc:unit.start ~captures:0 ~group:Ir.none ~member:0 in
      Vec.push state.program.units { unit_name = unit.name; main = state.program.functions.size };
      Vec.push state.program.functions func;
      build_function state func ~stop:unit.stop)
    state.image.units

let build_closure state id =
  let func = Vec.get state.program.functions id in
  if func.fkind = Closure && func.blocks.size = 0 then begin
    let code = state.image.code in
    func.arity <- (match Opcodes.op_at code func.fpc with GRAB -> 1 + code.(func.fpc + 1) | _ -> 1);
    build_function state func ~stop:Ir.none
  end
