type printed_function = { id : int; instructions : int; locals : int; upvalues : int }

type state = {
  program : Ir.program;
  dialect : Dialect.t;
  symbols : Symbol_table.t;
  origins : Origins.t option;  (* none unless comments are wanted *)
  context : Function_printer.context;
  atoms : bool array;  (* by primitive *)
  items_of : int array array;  (* by function: item of each value, or nothing *)
  functions_of : int Vec.t array;  (* by unit, live ones but the main code *)
  constant_texts : Constant_text.t;
  literal_done : bool array;  (* by constant *)
  table_done : Id_set.t;  (* by symbol *)
  group_done : bool array;
  mentioned : Id_set.t;  (* scratch, by symbol *)
  printed : printed_function Vec.t;
}

(* The statements of a function, and what [info] tells of it. *)
type body = { text : Marked_text.t; body_locals : int; body_size : int }

(* A unit that is being printed. *)
type t = {
  s : state;
  structure_dump : Buffer.t option;
  constants : Chunk.t Vec.t;
  functions : Chunk.t Vec.t;
}

let printed s = s.printed

(* Items whose value is a constant are written out where they are used. *)
let live_value (main : Ir.func) v =
  match (Vec.get main.nodes v).op with Integer | Function | Literal | Global | Item | Atom -> false | _ -> true

let items_of (program : Ir.program) =
  let items_of = Array.make (Vec.length program.functions) [||] in
  for i = 0 to Vec.length program.items - 1 do
    let { Ir.item_main; item_value } = Vec.get program.items i in
    let main = Vec.get program.functions item_main in
    if (not main.dead) && live_value main item_value then begin
      if Array.length items_of.(item_main) = 0 then
        items_of.(item_main) <- Array.make (Vec.length main.nodes) Ir.none;
      items_of.(item_main).(item_value) <- i
    end
  done;
  items_of

let functions_of (program : Ir.program) =
  let functions_of = Array.init (Vec.length program.units) (fun _ -> Vec.create ()) in
  for id = 0 to Vec.length program.functions - 1 do
    let f = Vec.get program.functions id in
    if (not f.dead) && f.fkind <> Unit_main then Vec.push functions_of.(f.unit_index) id
  done;
  functions_of

let wants_atoms = function
  | Primitive_table.No_access | Array_unsafe_get | Array_unsafe_set -> false
  | Array_get | Array_set | String_get | Bytes_get | Bytes_set -> true

let create (program : Ir.program) dialect symbols ~origins =
  let items_of = items_of program in
  let context = Function_printer.create_context program dialect symbols ~items_of in
  {
    program; dialect; symbols; origins; context; items_of;
    atoms = Array.map wants_atoms context.accesses;
    functions_of = functions_of program;
    constant_texts = Constant_text.create program dialect symbols;
    literal_done = Array.make (Vec.length program.constants) false;
    table_done = Id_set.create ();
    group_done = Array.make (Vec.length program.groups) false;
    mentioned = Id_set.create ();
    printed = Vec.create ();
  }

let spaces indent = String.make (2 * indent) ' '

(* Notes what [info] tells of a function: [upvalues] beside the symbols that it
   mentions. *)
let note t id { text; body_locals; body_size } ~upvalues =
  Id_set.clear t.s.mentioned;
  let distinct = ref 0 in
  for i = 0 to Array.length text.marks - 1 do
    let mark = text.marks.(i) in
    if mark >= 0 && Id_set.add t.s.mentioned mark then incr distinct
  done;
  Vec.push t.s.printed { id; instructions = body_size; locals = body_locals; upvalues = upvalues + !distinct }

let add_constant t symbol definition =
  Vec.push t.constants
    { Chunk.kind = Value; symbol; comment = ""; text = Marked_text.of_string definition; upvalues = 0 }

(* Constants that the text mentions and no section before defines. *)
let add_constants t (text : Marked_text.t) =
  for i = 0 to Array.length text.marks - 1 do
    let number = text.marks.(i) in
    if number >= 0 then begin
      let symbol = Symbol_table.get t.s.symbols number in
      match symbol.kind with
      | Literal ->
          if not t.s.literal_done.(symbol.id) then begin
            t.s.literal_done.(symbol.id) <- true;
            add_constant t number (Constant_text.text t.s.constant_texts ~symbol:number symbol.id)
          end
      | Table ->
          if Id_set.add t.s.table_done number then
            add_constant t number
              (Expression.symbol_text number ^ " = " ^ Symbol_table.name t.s.symbols symbol.id ^ "\n")
      | Body | Entry | Maker | Item | Global | Runtime -> ()
    end
  done

(* Where a function is from, as a line that goes before it; or nothing. *)
let comment t id =
  match t.s.origins with
  | Some origins -> Origins.comment origins (Vec.get t.s.program.functions id)
  | None -> ""

let add_function t symbol ~comment text ~upvalues =
  add_constants t text;
  Vec.push t.functions { Chunk.kind = Function; symbol; comment; text; upvalues }

(* Functions before those that mention them, where there is no cycle. *)
let order t =
  let count = t.functions.size in
  let chunk_of = Hashtbl.create (2 * count) in
  for c = 0 to count - 1 do
    Hashtbl.replace chunk_of t.functions.data.(c).symbol c
  done;
  let sorted = Vec.create () in
  let seen = Array.make count false in
  (* The chunks on the way, and the next mark of each. *)
  let path = Vec.create () and next = Vec.create () in
  let enter c =
    if not seen.(c) then begin
      seen.(c) <- true;
      Vec.push path c;
      Vec.push next 0
    end
  in
  for c = 0 to count - 1 do
    enter c;
    while path.size > 0 do
      let chunk = t.functions.data.(Vec.last path) and at = Vec.last next in
      if at < Array.length chunk.text.marks then begin
        Vec.set next (next.size - 1) (at + 1);
        match Hashtbl.find_opt chunk_of chunk.text.marks.(at) with Some needed -> enter needed | None -> ()
      end
      else begin
        Vec.push sorted chunk;
        ignore (Vec.pop path);
        ignore (Vec.pop next)
      end
    done
  done;
  Vec.to_array sorted

(* Counts the frame; goes on with a fresh stack when this one is nearly full. *)
let count_depth t (f : Ir.func) indent ~self ~locals =
  if not f.recursive then ""
  else begin
    let space = spaces indent in
    let weight = string_of_int (locals + 8) in
    let count = space ^ (if Function_printer.takes_depth f then "d = d + " else "local d = D + ") ^ weight ^ "\n" in
    let test =
      if not f.checks_depth then ""
      else begin
        let packed = Function_printer.packs_params f in
        let args = Buffer.create 32 in
        Buffer.add_string args self;
        if packed then Buffer.add_string args ", A"
        else
          for i = 0 to Array.length f.fparams - 1 do
            Buffer.add_string args (", " ^ Function_printer.param_name f i)
          done;
        let grow = if Function_printer.takes_depth f then "rt_grow_known" else "rt_grow" in
        space ^ "if d > " ^ Dialect.stack_limit t.s.dialect ^ " then return "
        ^ Expression.symbol_text (Symbol_table.runtime t.s.symbols grow)
        ^ "(" ^ Buffer.contents args ^ ") end\n"
      end
    in
    count ^ test ^ if f.shows_depth then space ^ "D = d\n" else ""
  end

(* [check]: to stand before the statements; [self]: how the function names itself. *)
let body t id indent ~check ~self =
  let f = Vec.get t.s.program.functions id in
  let items = t.s.items_of.(id) in
  let pinned = Array.make (Vec.length f.nodes) false in
  for v = 0 to Array.length items - 1 do
    if items.(v) >= 0 then pinned.(v) <- true
  done;
  let folding = Folding.fold_values t.s.program f ~atoms:t.s.atoms ~pinned in
  let tree = Structure.structure f folding ~has_goto:t.s.dialect.has_goto in
  (match t.structure_dump with
  | None -> ()
  | Some dump ->
      Buffer.add_string dump ("f" ^ string_of_int id ^ "\n");
      Buffer.add_string dump (Print_structure.print_tree f tree));
  let printed = Statements.body t.s.context id folding tree ~indent in
  let prologue = check ^ count_depth t f indent ~self ~locals:printed.locals in
  let text = Marked_text.of_string printed.text in
  let text = if prologue = "" then text else Marked_text.concat [ Marked_text.of_string prologue; text ] in
  let body_size = Ir.size f in
  (* Other functions look into main code, for constants, and into bodies of [try], for their exits. *)
  if f.fkind = Closure then Ir.forget_code f;
  { text; body_locals = printed.locals; body_size }

(* The names of the first [count] parameters, or of those that would follow. *)
let add_params buffer (f : Ir.func) count =
  for i = 0 to count - 1 do
    if i > 0 then Buffer.add_string buffer ", ";
    Buffer.add_string buffer (Function_printer.param_name f i)
  done

let parameters (f : Ir.func) ~checked =
  let takes_depth = Function_printer.takes_depth f in
  if Function_printer.packs_params f then if takes_depth then "A, d" else "A"
  else begin
    let count = Array.length f.fparams in
    let spare = checked && f.result_kinds land Ir.kind_function <> 0 in
    let most = Function_printer.max_unknown_args in
    let count = if spare && count < most then most else count in
    let buffer = Buffer.create 32 in
    add_params buffer f count;
    if (not checked) && takes_depth then Buffer.add_string buffer (if count = 0 then "d" else ", d");
    Buffer.contents buffer
  end

(* What the entry passes on to the body. *)
let arguments (f : Ir.func) =
  let buffer = Buffer.create 32 in
  add_params buffer f (Array.length f.fparams);
  if Function_printer.takes_depth f then Buffer.add_string buffer ", D";
  Buffer.contents buffer

(* Calls with too few or too many arguments go through the runtime. *)
let check t (f : Ir.func) indent ~self =
  let most = Function_printer.max_unknown_args in
  let spare = f.result_kinds land Ir.kind_function <> 0 && f.arity < most in
  let test =
    (if f.arity > 1 then Function_printer.param_name f (f.arity - 1) ^ " == nil" else "")
    ^ (if f.arity > 1 && spare then " or " else "")
    ^ if spare then Function_printer.param_name f f.arity ^ " ~= nil" else ""
  in
  if (not (Function_printer.needs_check f)) || test = "" then ""
  else begin
    let passed = if spare || f.arity > most then most else f.arity in
    let args = Buffer.create 32 in
    for i = 0 to passed - 1 do
      Buffer.add_string args (", " ^ Function_printer.param_name f i)
    done;
    spaces indent ^ "if " ^ test ^ " then return "
    ^ Expression.symbol_text (Symbol_table.runtime t.s.symbols "rt_adjust")
    ^ "(" ^ self ^ ", " ^ string_of_int f.arity ^ Buffer.contents args ^ ") end\n"
  end

let print_function t id =
  let symbols = t.s.symbols in
  let f = Vec.get t.s.program.functions id in
  let own = Symbol_table.intern symbols Body id in
  let entry = if f.fkind = Closure then Function_printer.entry_symbol symbols t.s.program id else own in
  let own_text = Expression.symbol_text own in
  let checked = entry = own && f.fkind = Closure && Function_printer.needs_check f in
  let own_check = if checked then check t f 1 ~self:own_text else "" in
  let body = body t id 1 ~check:own_check ~self:own_text in
  note t id body ~upvalues:0;
  let head = Marked_text.of_string ("function " ^ own_text ^ "(" ^ parameters f ~checked ^ ")\n") in
  add_function t own ~comment:(comment t id) ~upvalues:0
    (Marked_text.concat [ head; body.text; Marked_text.of_string "end\n" ]);
  if entry <> own then begin
    let entry_text = Expression.symbol_text entry in
    let entry_check = check t f 1 ~self:entry_text in
    add_function t entry ~comment:(comment t id) ~upvalues:0
      (Marked_text.of_string
         ("function " ^ entry_text ^ "(" ^ parameters f ~checked:true ^ ")\n" ^ entry_check ^ "  return " ^ own_text
        ^ "(" ^ arguments f ^ ")\nend\n"))
  end

(* [letter1, letter2, ...] *)
let numbered letter count =
  let buffer = Buffer.create 32 in
  for i = 1 to count do
    if i > 1 then Buffer.add_string buffer ", ";
    Buffer.add_string buffer (letter ^ string_of_int i)
  done;
  Buffer.contents buffer

let has_sibling (f : Ir.func) =
  let rec from v = v < Vec.length f.nodes && ((Vec.get f.nodes v).op = Sibling || from (v + 1)) in
  from 0

(* A maker: takes the free variables, returns the closures. *)
let print_group t group =
  let members = Vec.get t.s.program.groups group in
  let count = Array.length members in
  let maker = Symbol_table.intern t.s.symbols Maker group in
  let first = Vec.get t.s.program.functions members.(0) in
  let one_capture = Function_printer.packs_captures first and packed = Function_printer.packs_members members in
  let captures = if one_capture then "C" else numbered "c" first.captures in
  let upvalues = (if one_capture then 1 else first.captures) + if count = 1 then 0 else if packed then 1 else count in
  let maker_text = Expression.symbol_text maker in
  let parts = ref [ Marked_text.of_string ("function " ^ maker_text ^ "(" ^ captures ^ ")\n") ] in
  let add text = parts := text :: !parts in
  (* A closure whose text is [opening], its parameters, its body and [end]. *)
  let add_member id ~opening ~self =
    let f = Vec.get t.s.program.functions id in
    let own_check = check t f 2 ~self in
    let body = body t id 2 ~check:own_check ~self in
    note t id body ~upvalues;
    let checked = Function_printer.needs_check f in
    let comment = if t.s.origins = None then "" else "  " ^ comment t id in
    add (Marked_text.of_string (comment ^ opening ^ "(" ^ parameters f ~checked ^ ")\n"));
    add body.text;
    add (Marked_text.of_string "  end\n")
  in
  if count = 1 then
    if has_sibling first then begin
      add_member members.(0) ~opening:"  local function g1" ~self:"g1";
      add (Marked_text.of_string "  return g1\n")
    end
    else
      (* The check makes the closure anew instead of keeping it in a free variable. *)
      add_member members.(0) ~opening:"  return function " ~self:(maker_text ^ "(" ^ captures ^ ")")
  else begin
    let names = if packed then "g" else numbered "g" count in
    add (Marked_text.of_string ("  local " ^ names ^ if packed then " = {}\n" else "\n"));
    for i = 0 to count - 1 do
      let name = Function_printer.member_name members i in
      let opening = if packed then "  " ^ name ^ " = function" else "  function " ^ name in
      if not (Vec.get t.s.program.functions members.(i)).dead then add_member members.(i) ~opening ~self:name
    done;
    add (Marked_text.of_string ("  return " ^ names ^ "\n"))
  end;
  add (Marked_text.of_string "end\n");
  add_function t maker ~comment:"" (Marked_text.concat (List.rev !parts)) ~upvalues

(* Symbols of the values that the main code defines. *)
let main_values t id =
  let symbols = t.s.symbols in
  let f = Vec.get t.s.program.functions id in
  let items = t.s.items_of.(id) in
  let values = Vec.create () in
  for v = 0 to Array.length items - 1 do
    if items.(v) >= 0 then Vec.push values (Symbol_table.intern symbols Item items.(v))
  done;
  for b = 0 to Vec.length f.blocks - 1 do
    let body = (Vec.get f.blocks b).body in
    for i = 0 to Vec.length body - 1 do
      let node = Vec.get f.nodes (Vec.get body i) in
      if node.op = Set_global then Vec.push values (Symbol_table.intern symbols Global node.imm)
    done
  done;
  Vec.to_array values

let print_unit s index ~name ~structure_dump =
  let t = { s; structure_dump; constants = Vec.create (); functions = Vec.create () } in
  let ids = s.functions_of.(index) in
  for i = 0 to Vec.length ids - 1 do
    let id = Vec.get ids i in
    let f = Vec.get s.program.functions id in
    if f.fkind = Closure && f.captures > 0 then begin
      if not s.group_done.(f.group) then begin
        s.group_done.(f.group) <- true;
        print_group t f.group
      end
    end
    else print_function t id
  done;
  let main = (Vec.get s.program.units index).main in
  let body = body t main 0 ~check:"" ~self:"" in
  note t main body ~upvalues:0;
  add_constants t body.text;
  let functions = order t in
  let code = { Chunk.kind = Code; symbol = Ir.none; comment = ""; text = body.text; upvalues = 0 } in
  let values = main_values t main in
  let chunks = Array.concat [ Vec.to_array t.constants; functions; [| code |] ] in
  let chunks =
    if s.program.backtraces && Array.exists (fun { Chunk.text; _ } -> Locations.is_marked text) chunks then begin
      let located = Expression.symbol_text (Symbol_table.runtime s.symbols "rt_located") in
      let text = Marked_text.of_string (located ^ "(" ^ Locations.table_mark ^ ")\n") in
      Array.append [| { code with text } |] chunks
    end
    else chunks
  in
  { Chunk.name; comment = comment t main; chunks; values }
