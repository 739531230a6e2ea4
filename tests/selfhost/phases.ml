(* Step 4: modules of the compiler. Random control-flow graphs, of which some are
   irreducible, become nested statements for a Lua with and without goto. *)

(* No product is beyond 2^31. *)
let state = ref 1

let below n =
  state := ((!state * 75) + 74) mod 65537;
  !state mod n

let edge target = { Ir.target; edge_args = Ir.no_args }

(* A branch on `parameter < integer`, which is made in block [b]. *)
let branch (f : Ir.func) b edges =
  let body = (Vec.get f.blocks b).body in
  let integer = Ir.add f b Integer (below 100) Ir.no_args 0 in
  let test = Ir.add f b Lt 0 [| 0; integer |] 0 in
  Vec.push body integer;
  Vec.push body test;
  { (Ir.new_term Branch) with value = test; edges }

let terminator (f : Ir.func) b =
  let count = Vec.length f.blocks in
  let target () = if below 8 = 0 && b > 0 then 1 + below b else b + 1 + below (min 4 (count - b - 1)) in
  if b = count - 1 || (b > 0 && below 12 = 0) then { (Ir.new_term Return) with value = 0 }
  else if below 3 = 0 then { (Ir.new_term Jump) with edges = [| edge (target ()) |] }
  else
    let left = edge (target ()) in
    branch f b [| left; edge (target ()) |]

let graph count =
  let f : Ir.func =
    {
      fkind = Closure; unit_index = 0; fpc = 0; arity = 1; captures = 0; group = Ir.none; member = 0; exits = 0;
      dead = false; escapes = true; known_calls = false; result_kinds = Ir.kind_any; recursive = false;
      checks_depth = false; shows_depth = false; returns_exceptions = false; fparams = [| 0 |]; nodes = Vec.create (); blocks = Vec.create ();
    }
  in
  ignore (Ir.add f 0 Param 0 Ir.no_args 0);
  for _ = 1 to count do
    Vec.push f.blocks (Ir.new_block ())
  done;
  for b = 0 to count - 1 do
    (Vec.get f.blocks b).term <- terminator f b
  done;
  f

let program () : Ir.program =
  {
    version = Image.magic_5_1; units = Vec.create (); functions = Vec.create (); groups = Vec.create ();
    made_once = Vec.create (); primitives = Vec.create (); items = Vec.create (); constants = Vec.create ();
    globals = [||]; global_names = [||]; imported = [||]; asks_for_allocations = false; allocations = false; backtraces = false;
  }

let structured f ~has_goto =
  match Structure.structure f (Folding.fold_values (program ()) f ~atoms:[||] ~pinned:[||]) ~has_goto with
  | tree -> Print_structure.print_tree f tree
  | exception Diagnostic.Error error -> "  " ^ Diagnostic.to_string error ^ "\n"

let show_graph number =
  let count = 3 + below 20 in
  let start = !state in
  let fresh () =
    state := start;
    graph count
  in
  print_string ("graph " ^ string_of_int number ^ "\n");
  Array.iter
    (fun b -> print_string (" " ^ string_of_int b))
    (let f = fresh () in
     let order = Cfg.reverse_postorder f in
     (Cfg.dominators f (Cfg.predecessors f order) order).parent);
  print_string ("\n" ^ structured (fresh ()) ~has_goto:false);
  print_string (" with goto\n" ^ structured (fresh ()) ~has_goto:true)

let show_dialect name =
  let dialect = Dialect.make name ~int_width:0 in
  print_string (name ^ ": " ^ string_of_int dialect.int_width ^ " bits, " ^ Dialect.stack_limit dialect ^ "\n")

let show_vec () =
  let v = Vec.create () in
  for i = 1 to 100 do
    Vec.insert v (below i) i
  done;
  Vec.filter (fun x -> x mod 3 > 0) v;
  Array.iter (fun x -> print_string (string_of_int x ^ " ")) (Vec.to_array v);
  print_newline ();
  try ignore (Vec.get v (Vec.length v)) with Invalid_argument message -> print_endline message

let () =
  show_vec ();
  Array.iter show_dialect Dialect.names;
  for i = 1 to 40 do
    show_graph i
  done
