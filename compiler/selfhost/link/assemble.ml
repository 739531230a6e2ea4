type plan = {
  imports : int array;  (* symbols of earlier sections, read at the start; ascending *)
  locals : int array;  (* own symbols that are locals; ascending *)
  cold : int array array;  (* by chunk: locals that it reads from [G] all the same *)
}

type t = {
  names : string array;
  dialect : Dialect.t;
  image : Image.t option;  (* of the marks of places; none where there are none *)
  home : int array;  (* by symbol: the section that defines it, or none *)
  shared : bool array;  (* by symbol: lives in [G] too *)
  count : int array;  (* scratch, by symbol; zeros between uses *)
  local_in : Id_set.t;  (* the locals of the section at hand *)
  ahead : Id_set.t;  (* those of the section at hand that are declared at its start *)
  declared : Id_set.t;  (* scratch *)
  cold_in : Id_set.t;  (* the cold symbols of the chunk at hand *)
  is_open : bool;  (* symbols without a home are imported *)
}

let by_number (a : int) (b : int) = compare a b

(* Most mentioned first. *)
let by_count t a b =
  let count_a = t.count.(a) and count_b = t.count.(b) in
  if count_a <> count_b then by_number count_b count_a else by_number a b

let add_all set symbols =
  Id_set.clear set;
  for i = 0 to Array.length symbols - 1 do
    ignore (Id_set.add set symbols.(i))
  done

(* Counts the uses in a text; a symbol's first goes to [found]. *)
let count_mentions t (text : Marked_text.t) ~only_locals found =
  for i = 0 to Array.length text.marks - 1 do
    let symbol = text.marks.(i) in
    if symbol >= 0 && ((not only_locals) || Id_set.mem t.local_in symbol) then begin
      if t.count.(symbol) = 0 then Vec.push found symbol;
      t.count.(symbol) <- t.count.(symbol) + 1
    end
  done

let forget_counts t symbols =
  for i = 0 to Array.length symbols - 1 do
    t.count.(symbols.(i)) <- 0
  done

(* Functions that would have too many upvalues read the least mentioned from [G]. *)
let cold_of t (chunk : Chunk.t) =
  if chunk.kind = Code then [||]
  else begin
    let used = Vec.create () in
    count_mentions t chunk.text ~only_locals:true used;
    let used = Vec.to_array used in
    let own = chunk.upvalues + 3 in
    let limit = t.dialect.max_upvalues - if own < 50 then own else 50 in
    let cold =
      if Array.length used <= limit then [||]
      else begin
        Array.stable_sort (by_count t) used;
        Array.sub used limit (Array.length used - limit)
      end
    in
    forget_counts t used;
    for i = 0 to Array.length cold - 1 do
      t.shared.(cold.(i)) <- true
    done;
    cold
  end

(* Which of the symbols that the section mentions are locals in it. *)
let plan t s (section : Chunk.section) =
  let mentioned = Vec.create () in
  Array.iter (fun (chunk : Chunk.t) -> count_mentions t chunk.text ~only_locals:false mentioned) section.chunks;
  let mentioned = Vec.to_array mentioned in
  Array.stable_sort (by_count t) mentioned;
  let imports = Vec.create () and locals = Vec.create () in
  for i = 0 to Array.length mentioned - 1 do
    let symbol = mentioned.(i) in
    let home = t.home.(symbol) in
    if home <> s then t.shared.(symbol) <- true;
    if imports.size + locals.size >= Function_printer.max_section_locals then t.shared.(symbol) <- true
    else if home = s then Vec.push locals symbol
    else if t.is_open || (home >= 0 && home < s) then Vec.push imports symbol
    (* What a later section defines is not there yet when this one starts. *)
  done;
  forget_counts t mentioned;
  let sorted symbols =
    let symbols = Vec.to_array symbols in
    Array.stable_sort by_number symbols;
    symbols
  in
  let imports = sorted imports and locals = sorted locals in
  add_all t.local_in (Array.append imports locals);
  { imports; locals; cold = Array.map (cold_of t) section.chunks }

(* G.x = x, where x is a local that others need. *)
let publish t out symbol =
  if t.shared.(symbol) && Id_set.mem t.local_in symbol then begin
    Vec.push out "G.";
    Vec.push out t.names.(symbol);
    Vec.push out " = ";
    Vec.push out t.names.(symbol);
    Vec.push out "\n"
  end

let write_text t out (text : Marked_text.t) =
  Vec.push out text.pieces.(0);
  for i = 0 to Array.length text.marks - 1 do
    let mark = text.marks.(i) in
    if mark >= 0 then begin
      if not (Id_set.mem t.local_in mark && not (Id_set.mem t.cold_in mark)) then Vec.push out "G.";
      Vec.push out t.names.(mark)
    end
    else publish t out (-1 - mark);
    Vec.push out text.pieces.(i + 1)
  done

(* [local a, b = PREFIXa, PREFIXb], 20 at a time; without a prefix, no values. *)
let write_locals t out symbols ~prefix =
  let size = Array.length symbols in
  let write_names first last prefix =
    for i = first to last do
      if i > first then Vec.push out ", ";
      Vec.push out prefix;
      Vec.push out t.names.(symbols.(i))
    done
  in
  let first = ref 0 in
  while !first < size do
    let last = (if !first + 20 < size then !first + 20 else size) - 1 in
    Vec.push out "local ";
    write_names !first last "";
    if prefix <> "" then begin
      Vec.push out " = ";
      write_names !first last prefix
    end;
    Vec.push out "\n";
    first := last + 1
  done

(* Finds what to declare ahead: values that code assigns, and functions used
   before their text. *)
let declare_ahead t s (section : Chunk.section) =
  add_all t.ahead section.values;
  Id_set.clear t.declared;
  Array.iter
    (fun (chunk : Chunk.t) ->
      let marks = chunk.text.marks in
      for i = 0 to Array.length marks - 1 do
        let symbol = marks.(i) in
        if symbol >= 0 && symbol <> chunk.symbol && t.home.(symbol) = s && not (Id_set.mem t.declared symbol) then
          ignore (Id_set.add t.ahead symbol)
      done;
      if chunk.symbol >= 0 then ignore (Id_set.add t.declared chunk.symbol))
    section.chunks

let write_section t out s (section : Chunk.section) plan =
  let name = "unit_" ^ section.name in
  Vec.push out (section.comment ^ "do local function " ^ name ^ "()\n");
  add_all t.local_in (Array.append plan.imports plan.locals);
  write_locals t out plan.imports ~prefix:"G.";
  declare_ahead t s section;
  let early = Vec.of_array plan.locals in
  Vec.filter (Id_set.mem t.ahead) early;
  write_locals t out (Vec.to_array early) ~prefix:"";
  Array.iteri
    (fun c (chunk : Chunk.t) ->
      let symbol = chunk.symbol in
      if chunk.comment <> "" then Vec.push out chunk.comment;
      if symbol >= 0 && Id_set.mem t.local_in symbol && not (Id_set.mem t.ahead symbol) then
        Vec.push out "local ";
      (* The definition's own name is never cold. *)
      add_all t.cold_in plan.cold.(c);
      if symbol >= 0 then Id_set.remove t.cold_in symbol;
      write_text t out chunk.text;
      if symbol >= 0 then publish t out symbol)
    section.chunks;
  Vec.push out ("end " ^ name ^ "() end\n")

let write t out s section plan =
  match t.image with
  | None -> write_section t out s section plan
  | Some image ->
      let own = Vec.create () in
      write_section t own s section plan;
      Vec.push out (Locations.settle image (String.concat "" (Array.to_list (Vec.to_array own))))

(* What the sections define is at home there; [exports] live in [G] in any case. *)
let create (sections : Chunk.section array) ~names dialect ~image ~exports ~is_open =
  let count = Array.length names in
  let t =
    {
      names; dialect; image;
      home = Array.make count Ir.none;
      shared = Array.make count false;
      count = Array.make count 0;
      local_in = Id_set.create ();
      ahead = Id_set.create ();
      declared = Id_set.create ();
      cold_in = Id_set.create ();
      is_open;
    }
  in
  Array.iteri
    (fun s (section : Chunk.section) ->
      Array.iter (fun (chunk : Chunk.t) -> if chunk.symbol >= 0 then t.home.(chunk.symbol) <- s) section.chunks;
      Array.iter (fun value -> t.home.(value) <- s) section.values)
    sections;
  List.iter (fun symbol -> t.shared.(symbol) <- true) exports;
  t

(* Up to the end of the runtime, the first section; and the plans of all. *)
let write_head t (sections : Chunk.section array) =
  let plans = Array.mapi (plan t) sections in
  (* G: shared values. For the runtime's stack.lua: D, the depth of the stack where
     it is not passed along; P, pcalls under way; L, the depth's limit. *)
  let out = Vec.create () in
  Vec.push out "local G, D, P = {}, 0, 0\n";
  if t.dialect.name = "portable" then
    Vec.push out "local L = _VERSION ~= \"Lua 5.1\" and 600000 or rawget(_G, \"jit\") and 40000 or 110000\n";
  write t out 0 sections.(0) plans.(0);
  (out, plans)

(* A program: behind the runtime, [write_units] writes what it runs. *)
let write_program t sections ~entry write_units =
  let out, plans = write_head t sections in
  Vec.push out "local function program()\n";
  write_units out plans;
  Vec.push out ("end\nreturn G." ^ t.names.(entry) ^ "(program)\n");
  Vec.to_array out

let assemble sections ~names dialect ~image ~entry =
  let t = create sections ~names dialect ~image ~exports:[ entry ] ~is_open:false in
  write_program t sections ~entry (fun out plans ->
      for s = 1 to Array.length sections - 1 do
        write t out s sections.(s) plans.(s)
      done)

let assemble_unit section ~names dialect ~image ~exports =
  let t = create [| section |] ~names dialect ~image ~exports ~is_open:true in
  let out = Vec.create () in
  write t out 0 section (plan t 0 section);
  Vec.to_array out

let assemble_linked runtime ~names dialect ~entry ~wanted units =
  let t = create [| runtime |] ~names dialect ~image:None ~exports:wanted ~is_open:false in
  write_program t [| runtime |] ~entry (fun out _ -> List.iter (Vec.push out) units)

let assemble_runtime runtime ~names dialect ~symbols =
  let t = create [| runtime |] ~names dialect ~image:None ~exports:symbols ~is_open:false in
  let out, _ = write_head t [| runtime |] in
  Vec.push out "return G\n";
  Vec.to_array out
