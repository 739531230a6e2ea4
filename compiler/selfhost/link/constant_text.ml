(* Deeper values are built by several statements. *)
let max_depth = 30

type visit = Not_seen | On_the_way | Done

(* The arrays are by constant; entries are as new where no definition is being
   written. *)
type t = {
  program : Ir.program;
  dialect : Dialect.t;
  symbols : Symbol_table.t;
  state : visit array;
  own : bool array;  (* needs a statement of its own *)
  height : int array;  (* above its lowest parts; [no_height] before it is known *)
  name : string array;  (* the part of a table that holds it, or "" *)
  cyclic : (int, int list) Hashtbl.t;  (* fields that lead back to an ancestor, last first *)
  order : int Vec.t;  (* children first *)
}

let no_height = -1

let create (program : Ir.program) dialect symbols =
  let count = Vec.length program.constants in
  {
    program; dialect; symbols;
    state = Array.make count Not_seen;
    own = Array.make count false;
    height = Array.make count no_height;
    name = Array.make count "";
    cyclic = Hashtbl.create 8;
    order = Vec.create ();
  }

(* The least integer has no literal. *)
let wide value = if Int64.equal value Int64.min_int then "-9223372036854775807 - 1" else Int64.to_string value

(* What the target's int can't hold wraps, as its arithmetic does. *)
let integer t value =
  if Dialect.wide t.dialect then wide value else Int32.to_string (Int64.to_int32 value)

let floating t value =
  match Expression.number_name value with
  | "" -> Expression.float_text value
  | "lua_neghuge" -> "-" ^ Expression.symbol_text (Symbol_table.runtime t.symbols "lua_huge")
  | special -> Expression.symbol_text (Symbol_table.runtime t.symbols special)

let int64 t value =
  if t.dialect.has_integers then wide value
  else
    Int64.to_string (Int64.shift_right value 32) ^ ", " ^ Int64.to_string (Int64.logand value 0xffffffffL)

let is_cyclic t = Hashtbl.length t.cyclic > 0
let cyclic_fields t id = if is_cyclic t then Option.value (Hashtbl.find_opt t.cyclic id) ~default:[] else []

(* Appends the constant as an expression. [define]: as part of a definition,
   which leaves out the fields that are stored afterwards. *)
let rec add_node t buffer id ~define =
  if t.name.(id) <> "" then Buffer.add_string buffer t.name.(id)
  else
    match Vec.get t.program.constants id with
    | Integer n -> Buffer.add_string buffer (integer t n)
    | Floating x -> Buffer.add_string buffer (floating t x)
    | String s -> Buffer.add_string buffer (Expression.quote s)
    | Int32 n -> add_custom buffer "_i" (integer t n)
    | Nativeint n -> add_custom buffer "_n" (integer t n)
    | Int64 n -> add_custom buffer "_j" (int64 t n)
    | Float_array floats ->
        Buffer.add_string buffer "{254";
        for i = 0 to Array.length floats - 1 do
          Buffer.add_string buffer ", ";
          Buffer.add_string buffer (floating t floats.(i))
        done;
        Buffer.add_char buffer '}'
    | Block (0, [||]) -> Buffer.add_string buffer (Expression.symbol_text (Symbol_table.runtime t.symbols "rt_atom"))
    | Block (tag, fields) ->
        Buffer.add_char buffer '{';
        Buffer.add_string buffer (string_of_int tag);
        let later = if define then cyclic_fields t id else [] in
        for i = 0 to Array.length fields - 1 do
          Buffer.add_string buffer ", ";
          if later <> [] && List.mem i later then Buffer.add_char buffer '0'
          else add_node t buffer fields.(i) ~define
        done;
        Buffer.add_char buffer '}'

and add_custom buffer identifier value =
  Buffer.add_string buffer "{255, \"";
  Buffer.add_string buffer identifier;
  Buffer.add_string buffer "\", ";
  Buffer.add_string buffer value;
  Buffer.add_char buffer '}'

let fields t id = match Vec.get t.program.constants id with Block (_, fields) -> fields | _ -> [||]

let set_height t id =
  let height = ref 0 in
  let children = fields t id in
  for i = 0 to Array.length children - 1 do
    let child = children.(i) in
    if (not t.own.(child)) && t.height.(child) > !height then height := t.height.(child)
  done;
  incr height;
  if !height >= max_depth then begin
    t.own.(id) <- true;
    height := 0
  end;
  t.height.(id) <- !height

(* Marks the nodes that need a statement of their own: shared ones, and every
   max_depth-th on the way down. Iterative: constants nest as deep as the input
   likes. *)
let survey t root =
  let path = Vec.create () and next = Vec.create () in
  let enter id =
    t.state.(id) <- On_the_way;
    Vec.push path id;
    Vec.push next 0
  in
  enter root;
  while path.size > 0 do
    let id = Vec.last path in
    let children = fields t id and field = Vec.last next in
    if field < Array.length children then begin
      Vec.set next (next.size - 1) (field + 1);
      let child = children.(field) in
      if Array.length (fields t child) > 0 then
        match t.state.(child) with
        | Not_seen -> enter child
        | Done -> t.own.(child) <- true
        | On_the_way ->
            t.own.(child) <- true;
            t.own.(id) <- true;
            Hashtbl.replace t.cyclic id (field :: cyclic_fields t id)
    end
    else begin
      set_height t id;
      t.state.(id) <- Done;
      Vec.push t.order id;
      ignore (Vec.pop path);
      ignore (Vec.pop next)
    end
  done;
  t.own.(root) <- is_cyclic t

(* The statements that define the parts of [k], then those that close its cycles. *)
let add_parts t buffer =
  let parts = ref 0 in
  for i = 0 to t.order.size - 1 do
    let id = t.order.data.(i) in
    if t.own.(id) then begin
      incr parts;
      let name = "k[" ^ string_of_int !parts ^ "]" in
      Buffer.add_string buffer name;
      Buffer.add_string buffer " = ";
      add_node t buffer id ~define:true;
      Buffer.add_char buffer '\n';
      t.name.(id) <- name
    end
  done;
  if is_cyclic t then
    for i = 0 to t.order.size - 1 do
      let id = t.order.data.(i) in
      let children = fields t id in
      List.iter
        (fun field ->
          add_node t buffer id ~define:false;
          Buffer.add_string buffer ("[" ^ string_of_int (field + 2) ^ "] = ");
          add_node t buffer children.(field) ~define:false;
          Buffer.add_char buffer '\n')
        (List.rev (cyclic_fields t id))
    done

let reset t =
  for i = 0 to t.order.size - 1 do
    let id = t.order.data.(i) in
    t.state.(id) <- Not_seen;
    t.own.(id) <- false;
    t.height.(id) <- no_height;
    t.name.(id) <- ""
  done;
  if is_cyclic t then Hashtbl.reset t.cyclic;
  Vec.clear t.order

let text t ~symbol root =
  survey t root;
  let parts = Buffer.create 64 in
  add_parts t parts;
  let out = Buffer.create (Buffer.length parts + 64) in
  Buffer.add_string out (Expression.symbol_text symbol);
  Buffer.add_string out " = ";
  if Buffer.length parts = 0 then add_node t out root ~define:true
  else begin
    (* The parts live in a table: there may be any number of them. *)
    Buffer.add_string out "(function()\nlocal k = {}\n";
    Buffer.add_buffer out parts;
    Buffer.add_string out "return ";
    add_node t out root ~define:true;
    Buffer.add_string out "\nend)()"
  end;
  Buffer.add_char out '\n';
  reset t;
  Buffer.contents out
