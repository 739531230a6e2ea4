type t = { section : Chunk.section; used : string list; missing : string list; missing_symbols : int array }

let runtime_name symbols symbol = Symbol_table.name symbols (Symbol_table.get symbols symbol).id

(* A fragment that is being placed: behind those that it mentions. *)
type visit = { chunk : Chunk.t; mutable next : int }

(* What the program needs of the runtime. *)
type needs = {
  symbols : Symbol_table.t;
  library : Runtime_library.t;
  wanted : Id_set.t;  (* symbols that the program mentions itself *)
  seen : Id_set.t;
  path : visit Vec.t;
  missing : int Vec.t;  (* symbols of primitives without a fragment *)
  mutable missing_names : string list;
  mutable used_names : string list;
}

let traced_prefix = "rt_traced_"

let starts_with prefix name =
  let length = String.length prefix in
  String.length name >= length && String.sub name 0 length = prefix

let without prefix name =
  let length = String.length prefix in
  String.sub name length (String.length name - length)

(* PREFIX_NAME is what FUNCTION makes of the primitive NAME. *)
let wrappers = [ (traced_prefix, "rt_trace"); (Safe_points.polled_prefix, "rt_poll") ]

let wrapper_of name = List.find_opt (fun (prefix, _) -> starts_with prefix name) wrappers

(* Without the prefix, if it has one. *)
let primitive_of name = match wrapper_of name with Some (prefix, _) -> without prefix name | None -> name

(* Whether this primitive calls functions of the host, of the library Lua. *)
let calls_host name =
  match primitive_of name with "caml_lua_call" | "caml_lua_call_all" | "caml_lua_method" -> true | _ -> false

let enter needs symbol =
  if Id_set.add needs.seen symbol then begin
    let name = runtime_name needs.symbols symbol in
    let fragment = Runtime_library.find needs.library name in
    if Id_set.mem needs.wanted symbol && starts_with "caml_" name then needs.used_names <- name :: needs.used_names;
    let wrapper = wrapper_of name in
    let primitive = primitive_of name in
    let kind, text =
      match (fragment, wrapper) with
      | Some fragment, _ -> Runtime_library.render needs.library fragment needs.symbols
      | None, Some (_, f) when Runtime_library.find needs.library primitive <> None ->
          let f = Symbol_table.runtime needs.symbols f in
          let wrapped = Symbol_table.runtime needs.symbols primitive in
          ( Chunk.Value,
            Marked_text.of_string
              (Expression.symbol_text symbol ^ " = " ^ Expression.symbol_text f ^ "(" ^ Expression.symbol_text wrapped
             ^ ", " ^ Expression.quote primitive ^ ")\n") )
      | None, _ ->
          Vec.push needs.missing symbol;
          needs.missing_names <- primitive :: needs.missing_names;
          let fail = Symbol_table.runtime needs.symbols "caml_failwith" in
          ( Chunk.Function,
            Marked_text.of_string
              ("function " ^ Expression.symbol_text symbol ^ "()\n" ^ Expression.symbol_text fail ^ "("
              ^ Expression.quote (primitive ^ ": primitive is not available")
              ^ ")\nend\n") )
    in
    Vec.push needs.path { chunk = { kind; symbol; comment = ""; text; upvalues = 0 }; next = 0 }
  end

let create symbols (dialect : Dialect.t) =
  let wanted = Vec.create () and mentioned = Id_set.create () in
  for symbol = 0 to Symbol_table.size symbols - 1 do
    if (Symbol_table.get symbols symbol).kind = Runtime then begin
      Vec.push wanted symbol;
      ignore (Id_set.add mentioned symbol)
    end
  done;
  let wanted = Vec.to_array wanted in
  let yields = Array.exists (fun symbol -> calls_host (runtime_name symbols symbol)) wanted in
  let dialect = { dialect with yields } in
  let by_name a b = String.compare (runtime_name symbols a) (runtime_name symbols b) in
  Array.sort by_name wanted;
  let needs =
    {
      symbols; library = Runtime_library.create dialect; wanted = mentioned; seen = Id_set.create ();
      path = Vec.create (); missing = Vec.create (); missing_names = []; used_names = [];
    }
  in
  let chunks = Vec.create () in
  for i = 0 to Array.length wanted - 1 do
    enter needs wanted.(i);
    while needs.path.size > 0 do
      let visit = Vec.last needs.path in
      let marks = visit.chunk.text.marks in
      if visit.next < Array.length marks then begin
        let needed = marks.(visit.next) in
        visit.next <- visit.next + 1;
        enter needs needed
      end
      else begin
        Vec.push chunks visit.chunk;
        ignore (Vec.pop needs.path)
      end
    done
  done;
  let sorted names = List.sort String.compare names in
  {
    section = { Chunk.name = "runtime"; comment = ""; chunks = Vec.to_array chunks; values = [||] };
    used = sorted needs.used_names;
    missing = sorted needs.missing_names;
    missing_symbols = Vec.to_array needs.missing;
  }

let nothing =
  {
    section = { Chunk.name = "runtime"; comment = ""; chunks = [||]; values = [||] };
    used = []; missing = []; missing_symbols = [||];
  }

let names symbols =
  let all = ref [] in
  for symbol = 0 to Symbol_table.size symbols - 1 do
    if (Symbol_table.get symbols symbol).kind = Runtime then all := runtime_name symbols symbol :: !all
  done;
  List.sort String.compare !all
