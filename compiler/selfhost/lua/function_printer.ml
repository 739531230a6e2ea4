(* Conventions of calls, and the state of the printer of one function. *)

let max_unknown_args = 4
let max_locals = 180
let max_main_locals = 80
let max_section_locals = 100

type text = { text : string; locals : int; spilled : int }

type context = {
  program : Ir.program;
  dialect : Dialect.t;
  symbols : Symbol_table.t;
  items_of : int array array;
  accesses : Primitive_table.access array;
  templates : Primitives.t option array;
}

let template (use : Ir.primitive_use) =
  match Primitive_table.find_primitive use.prim_name with
  | Some { form = Value | Truth; _ } as found -> found
  | Some { form = Call; _ } | None -> None

let create_context (program : Ir.program) dialect symbols ~items_of =
  let access (use : Ir.primitive_use) = Primitive_table.access_of use.prim_name in
  {
    program;
    dialect;
    symbols;
    items_of;
    accesses = Array.map access (Vec.to_array program.primitives);
    templates = Array.map template (Vec.to_array program.primitives);
  }

let packs_params (f : Ir.func) =
  Array.length f.fparams > 45 && match f.fkind with Try_body -> true | Unit_main | Closure -> not f.escapes

let packs_captures (f : Ir.func) = f.captures > 30
let packs_members (group : int array) = Array.length group > 20

let member_name group member =
  let number = string_of_int (member + 1) in
  if packs_members group then "g[" ^ number ^ "]" else "g" ^ number

let closure_words (program : Ir.program) group =
  let members = program.groups.data.(group) in
  let step = if program.version >= Image.magic_4_12 then 3 else 2 in
  (step * Array.length members) - 1 + program.functions.data.(members.(0)).captures

let numbers_exits (body : Ir.func) =
  let numbered = ref (body.exits = 1) (* only the handler: never left normally *) in
  for b = 0 to body.blocks.size - 1 do
    let term = body.blocks.data.(b).term in
    match term.kind with Exit -> if term.exit_index <> 0 then numbered := true | _ -> ()
  done;
  !numbered

let takes_depth (f : Ir.func) =
  f.recursive
  && match f.fkind with Try_body -> true | Unit_main | Closure -> f.captures = 0 && ((not f.escapes) || f.known_calls)

let needs_check (f : Ir.func) = f.escapes && (f.arity > 1 || f.result_kinds land Ir.kind_function <> 0)

let param_name f i = if packs_params f then "A[" ^ string_of_int (i + 1) ^ "]" else "a" ^ string_of_int (i + 1)

let entry_symbol symbols (program : Ir.program) id =
  let f = program.functions.data.(id) in
  let wrapped = f.known_calls && (needs_check f || (f.escapes && takes_depth f)) in
  Symbol_table.intern symbols (if wrapped then Entry else Body) id

type t = {
  context : context;
  f : Ir.func;
  folding : Folding.t;
  tree : Tree.t;
  facts : Ranges.t;
  items : int array;
  allocations : Allocations.t;
  mutable placement : Placement.t;
  out : Buffer.t;
  mutable active : int;
  mutable most_active : int;
  mutable temporaries : int;
  mutable place : int;  (* pc of the node whose lines are marked, or none: see Expression.place_mark *)
}

let create context id folding tree =
  let f = context.program.functions.data.(id) in
  let items = Array.make f.nodes.size Ir.none in
  let own = context.items_of.(id) in
  Array.blit own 0 items 0 (Array.length own);
  {
    context;
    f;
    folding;
    tree;
    facts = Ranges.find context.program context.accesses f folding tree;
    items;
    allocations = Allocations.find context.program f folding ~items;
    placement = Placement.none;
    out = Buffer.create 1000;
    active = 0;
    most_active = 0;
    temporaries = 0;
    place = Ir.none;
  }

let variable t v = t.placement.names.(v)

let line t indent text =
  for _ = 1 to indent do
    Buffer.add_string t.out "  "
  done;
  if t.place <> Ir.none then Buffer.add_string t.out (Expression.place_mark t.place);
  Buffer.add_string t.out text;
  Buffer.add_char t.out '\n'

let count_locals t n =
  t.active <- t.active + n;
  if t.active > t.most_active then t.most_active <- t.active

let temporary t =
  t.temporaries <- t.temporaries + 1;
  string_of_int t.temporaries

let runtime t name = Expression.symbol_text (Symbol_table.runtime t.context.symbols name)
let symbol t kind id = Expression.symbol_text (Symbol_table.intern t.context.symbols kind id)
