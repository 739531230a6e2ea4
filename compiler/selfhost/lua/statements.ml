(* The tree of statements as text, a line at a time into [out]. *)

open Function_printer
open Straight_code

let is_declared t seq index = Array.length (Placement.declared_before t.placement seq index) > 0
let rec same (a : int array) (b : int array) i = i < 0 || (a.(i) = b.(i) && same a b (i - 1))
let equal a b = Array.length a = Array.length b && same a b (Array.length a - 1)

let leave t b indent =
  let term = (block t b).term in
  match term.kind with
  | Return when t.f.fkind = Unit_main -> if indent > 0 then line t indent "return"
  | Return ->
      let result = value_text t term.value in
      (* What a primitive might return behind its value isn't an exception. *)
      let one = t.f.returns_exceptions && t.folding.form.(term.value) = Folded && (node t term.value).op = C_call in
      line t indent (if one then "return (" ^ result ^ ")" else "return " ^ result)
  | Raise ->
      let exn = value_text t term.value in
      (* With backtraces an instruction before it has noted where this is, and [lua_error] is for primitives. *)
      let throw () = runtime t (if t.context.program.backtraces then "lua_throw" else "lua_error") in
      line t indent (if t.f.returns_exceptions then "return nil, " ^ exn else throw () ^ "(" ^ exn ^ ")")
  | Exit ->
      let number = if numbers_exits t.f then string_of_int term.exit_index ^ ", " else "" in
      line t indent ("return " ^ number ^ value_text t term.value)
  | Tail_call -> line t indent ("return " ^ (Operations.unknown_call t term.value term.targs).text)
  | Tail_known -> line t indent ("return " ^ (Operations.known_call t term.func term.value term.targs).text)
  | Unreachable | Jump | Branch | Switch | Try -> ()

(* -- what prints nothing *)

let rec is_silent_body t (body : int Vec.t) i =
  i < 0
  ||
  match t.folding.form.(body.data.(i)) with
  | Variable | Statement -> false
  | Unused | Constant | Folded -> is_silent_body t body (i - 1)

let rec is_one_variable t (edge : Ir.edge) (params : int array) i =
  i < 0
  ||
  let arg = edge.edge_args.(i) in
  (Tree.counts t.tree edge.target i
  || t.folding.form.(arg) = Folding.Variable
     && variable t arg = variable t params.(i)
     && t.items.(params.(i)) = Ir.none)
  && is_one_variable t edge params (i - 1)

(* Nothing would be printed: a block without statements, or moves between what is one variable. *)
let is_silent t (stmt : Tree.stmt) =
  match stmt with
  | Block b ->
      let body = (block t b).body in
      is_silent_body t body (body.size - 1)
  | Moves { block = b; edge } ->
      let edge = (block t b).term.edges.(edge) in
      is_one_variable t edge (block t edge.target).params (Array.length edge.edge_args - 1)
  | _ -> false

let rec is_empty_from t (seq : Tree.seq) i =
  i >= seq.stmts.size || (is_silent t seq.stmts.data.(i) && is_empty_from t seq (i + 1))

let is_empty t seq = is_empty_from t seq 0

(* The `if` that is all there is from statement i on, if so. *)
let rec only_if t (seq : Tree.seq) i =
  if i >= seq.stmts.size || is_declared t seq i then None
  else
    match seq.stmts.data.(i) with
    | If _ as stmt when i + 1 = seq.stmts.size -> Some stmt
    | stmt -> if is_silent t stmt then only_if t seq (i + 1) else None

let only_breaks (seq : Tree.seq) = seq.stmts.size = 1 && match seq.stmts.data.(0) with Break -> true | _ -> false

(* -- choices *)

(* Cases from [start] up to the next run's take the way [edge]. *)
type run = { start : int; edge : int }

let runs_of (cases : int array) =
  let runs = Vec.create () in
  for i = 0 to Array.length cases - 1 do
    if i = 0 || cases.(i) <> cases.(i - 1) then Vec.push runs { start = i; edge = cases.(i) }
  done;
  Vec.to_array runs

(* The ways that the cases take in order of their first, a run each, and the
   number of its way for each case. *)
let ways_of (cases : int array) edge_count =
  let number_of = Array.make edge_count (-1) and ways = Vec.create () in
  let number edge =
    if number_of.(edge) < 0 then begin
      number_of.(edge) <- Vec.length ways;
      Vec.push ways { start = Vec.length ways; edge }
    end;
    number_of.(edge)
  in
  let numbers = Array.map number cases in
  (Vec.to_array ways, numbers)

let count (x : int) (values : int array) =
  let n = ref 0 in
  for i = 0 to Array.length values - 1 do
    if values.(i) = x then incr n
  done;
  !n

(* A test for the cases of that edge; there is one. *)
let test_of_cases subject (cases : int array) edge =
  let test = ref "" in
  for i = 0 to Array.length cases - 1 do
    if cases.(i) = edge then
      test := (if !test = "" then "" else !test ^ " or ") ^ subject ^ " == " ^ string_of_int i
  done;
  !test

let rec sequence t (seq : Tree.seq) indent =
  let before = t.active in
  for i = 0 to seq.stmts.size - 1 do
    let declared = Placement.declared_before t.placement seq i in
    match seq.stmts.data.(i) with
    | Moves { block = b; edge }
      when Array.length declared > 0 && equal declared (moved_params t (block t b).term.edges.(edge)) ->
        (* `local a, b = x, y`: all that is declared here is assigned here. *)
        count_locals t (Array.length declared);
        moves t b edge ~local:true indent
    | Try { block = b; ways } when equal declared [| (block t b).term.result |] ->
        try_statement t b ways ~local:true indent
    | stmt ->
        declare t declared indent;
        statement t stmt indent
  done;
  t.active <- before

and statement t (stmt : Tree.stmt) indent =
  match stmt with
  | Block b -> block_body t b indent
  | Moves { block; edge } -> moves t block edge ~local:false indent
  | If { condition; yes; no; _ } -> if_statement t "if " condition yes no indent
  | Switch { block; ways } -> switch_statement t block ways indent
  | Try { block; ways } -> try_statement t block ways ~local:false indent
  | Loop { header; body } -> (
      match Tree.counted_loop t.tree header with
      | Some counted -> for_loop t counted body indent
      | None -> loop t body indent)
  | Leave b -> leave t b indent
  | Break -> line t indent "break"
  | Goto number -> line t indent ("goto L" ^ string_of_int number)
  | Label number -> line t indent ("::L" ^ string_of_int number ^ "::")
  | Scope { body; _ } ->
      line t indent "do";
      sequence t body (indent + 1);
      line t indent "end"
  | Set_state { number; _ } -> line t indent ("S = " ^ string_of_int number)
  | If_state { number; falls; named; body } ->
      let is_number = "S == " ^ string_of_int number in
      let test = if not named then "S == 0" else if falls then "S == 0 or " ^ is_number else is_number in
      line t indent ("if " ^ test ^ " then");
      if named then line t (indent + 1) "S = 0";
      sequence t body (indent + 1);
      line t indent "end"
  | Break_if_state numbers ->
      let tests = Array.map (fun number -> "S == " ^ string_of_int number) numbers in
      line t indent ("if " ^ String.concat " or " (Array.to_list tests) ^ " then break end")

(* [keyword]: "if " or "elseif ". *)
and if_statement t keyword (condition : Tree.condition) yes no indent =
  let test = Operations.condition_tree t condition in
  if is_empty t yes then begin
    if is_empty t no then line t indent (keyword ^ test.text ^ " then")
    else begin
      let inverted =
        match condition with
        | Leaf { value; negated } -> (Operations.condition t value ~negated:(not negated)).text
        | Both _ | Either _ -> "not " ^ at test Unary
      in
      line t indent (keyword ^ inverted ^ " then");
      sequence t no (indent + 1)
    end;
    line t indent "end"
  end
  else begin
    line t indent (keyword ^ test.text ^ " then");
    sequence t yes (indent + 1);
    match only_if t no 0 with
    | Some (If { condition; yes; no; _ }) -> if_statement t "elseif " condition yes no indent
    | _ ->
        if not (is_empty t no) then begin
          line t indent "else";
          sequence t no (indent + 1)
        end;
        line t indent "end"
  end

(* [local]: the variable of the result is declared here. *)
and try_statement t b ways ~local indent =
  let term = (block t b).term in
  let body = t.context.program.functions.data.(term.func) in
  (* Where variables are registers, the names of this statement end with it. *)
  let scoped = t.placement.registers > 0 and before = t.active in
  if scoped then line t indent "do";
  let inner = if scoped then indent + 1 else indent in
  let id = temporary t in
  if body.returns_exceptions then look_statement t term ways id ~local inner
  else catch_statement t term body ways id ~local inner;
  if scoped then begin
    line t indent "end";
    t.active <- before
  end

(* A call of a function that returns its exceptions. *)
and look_statement t term ways id ~local indent =
  let result = variable t term.result and exn = "e" ^ id in
  if not local then line t indent ("local " ^ exn);
  count_locals t (if local then 2 else 1);
  let call = Operations.known_call t term.func Ir.none term.targs in
  line t indent ((if local then "local " else "") ^ result ^ ", " ^ exn ^ " = " ^ call.text);
  line t indent ("if " ^ exn ^ " then");
  line t (indent + 1) (result ^ " = " ^ exn);
  (* What comes of the value follows the statement. *)
  sequence t ways.(1) (indent + 1);
  line t indent "end"

(* A protected call of the body. *)
and catch_statement t term body ways id ~local inner =
  let numbered = numbers_exits body and result = variable t term.result in
  let names = "ok" ^ id ^ if numbered then ", k" ^ id else "" in
  let local = local || result = "_" in
  if not local then line t inner ("local " ^ names);
  count_locals t (if numbered then 3 else 2);
  let function_name = symbol t Body term.func in
  let arguments = if Array.length term.targs > 0 then ", " ^ Operations.arguments t body term.targs else "" in
  let depth = if takes_depth body then ", " ^ Operations.depth t else "" in
  line t inner
    ((if local then "local " else "")
    ^ names ^ ", " ^ result ^ " = "
    ^ runtime t (if t.f.recursive then "rt_try_deep" else "rt_try")
    ^ "(" ^ function_name ^ arguments ^ depth ^ ")");
  let handler = Array.length ways - 1 in
  let caught = runtime t "caml_wrap_exception" ^ "(" ^ (if numbered then "k" ^ id else result) ^ ")" in
  if numbered then begin
    line t inner
      ("if not ok" ^ id ^ " then k" ^ id ^ ", " ^ result ^ " = " ^ string_of_int handler ^ ", " ^ caught ^ " end");
    for i = 0 to handler - 1 do
      line t inner ((if i = 0 then "if k" else "elseif k") ^ id ^ " == " ^ string_of_int i ^ " then");
      sequence t ways.(i) (inner + 1)
    done;
    line t inner (if handler = 0 then "do" else "else")
  end
  else begin
    line t inner ("if ok" ^ id ^ " then");
    sequence t ways.(0) (inner + 1);
    line t inner "else";
    line t (inner + 1) (result ^ " = " ^ caught)
  end;
  sequence t ways.(handler) (inner + 1);
  line t inner "end"

and for_loop t (counted : Tree.counted_loop) body indent =
  let limit =
    let limit = Operations.value t counted.limit and by = if counted.down then 1 else -1 in
    match node t counted.limit with
    | _ when not counted.excluded -> limit.text
    | { op = Integer; imm; _ } -> string_of_int (imm + by)
    | _ -> (Ints.plus limit by).text
  in
  (* Lua's own variable must not be assigned to, and ends with the loop. *)
  let name = variable t counted.counter in
  let own = (not t.placement.shares) && t.items.(counted.counter) = Ir.none in
  let control = if own then name else "i" ^ temporary t in
  let start = value_text t counted.start in
  line t indent ("for " ^ control ^ " = " ^ start ^ ", " ^ limit ^ (if counted.down then ", -1" else "") ^ " do");
  let before = t.active in
  count_locals t 4;
  if not own then begin
    line t (indent + 1) (name ^ " = " ^ control);
    publish t counted.counter
  end;
  sequence t body (indent + 1);
  t.active <- before;
  line t indent "end"

(* A body that begins with `if not c then break end` is `while c do`. *)
and loop t body indent =
  (match only_if t body 0 with
  | Some (If { condition; yes; no; _ }) when only_breaks no ->
      line t indent ("while " ^ (Operations.condition_tree t condition).text ^ " do");
      sequence t yes (indent + 1)
  | _ ->
      line t indent "while true do";
      sequence t body (indent + 1));
  line t indent "end"

and switch_statement t b ways indent =
  let term = (block t b).term in
  let constants = Array.sub term.cases 0 term.const_cases in
  let blocks = Array.sub term.cases term.const_cases (Array.length term.cases - term.const_cases) in
  let subject = at (Operations.value t term.value) Primary and before = t.active in
  if Array.length blocks = 0 then decide_table t ways subject constants indent
  else if Array.length constants = 0 then begin
    line t indent "do";
    decide_tag t ways subject blocks (indent + 1);
    t.active <- before;
    line t indent "end"
  end
  else begin
    let is_constant =
      if Array.length constants = 1 then subject ^ " == 0" else runtime t "lua_type" ^ "(" ^ subject ^ ") == \"number\""
    in
    let of_constant = Array.make (Array.length ways) false in
    Array.iter (fun edge -> of_constant.(edge) <- true) constants;
    if Array.exists (fun edge -> of_constant.(edge)) blocks then
      decide_together t ways subject (Array.length constants) term.cases indent
    else begin
      line t indent ("if " ^ is_constant ^ " then");
      decide_table t ways subject constants (indent + 1);
      line t indent "else";
      decide_tag t ways subject blocks (indent + 1);
      line t indent "end"
    end;
    t.active <- before
  end

(* By the tag of a block. *)
and decide_tag t ways subject cases indent =
  let tag = subject ^ "[1]" in
  if Array.length cases <= 2 then decide_table t ways tag cases indent
  else begin
    let name = "t" ^ temporary t in
    line t indent ("local " ^ name ^ " = " ^ tag);
    count_locals t 1;
    decide_table t ways name cases indent
  end

(* One number for constants and tags together, so that each way out is printed once. *)
and decide_together t ways subject constant_count cases indent =
  let name = "t" ^ temporary t in
  line t indent "do";
  line t (indent + 1) ("local " ^ name ^ " = " ^ subject);
  let is_block = if constant_count = 1 then subject ^ " ~= 0" else runtime t "lua_type" ^ "(" ^ subject ^ ") ~= \"number\"" in
  line t (indent + 1) ("if " ^ is_block ^ " then " ^ name ^ " = " ^ subject ^ "[1] + " ^ string_of_int constant_count ^ " end");
  count_locals t 1;
  decide_table t ways name cases (indent + 1);
  line t indent "end"

(* Chooses among cases 0..n-1. Each edge is printed once: where its cases do not
   lie together, the case goes through a table of edges first. *)
and decide_table t ways subject cases indent =
  let runs = runs_of cases and distinct, numbers = ways_of cases (Array.length ways) in
  if Array.length runs = Array.length distinct then decide t ways subject runs 0 (Array.length runs) indent
  else begin
    (* Of two ways, the rarer one, when it has few cases. *)
    let rare =
      if Array.length distinct <> 2 then -1
      else if 2 * count distinct.(0).edge cases <= Array.length cases then 0
      else 1
    in
    if rare >= 0 && count distinct.(rare).edge cases <= 4 then begin
      line t indent ("if " ^ test_of_cases subject cases distinct.(rare).edge ^ " then");
      sequence t ways.(distinct.(rare).edge) (indent + 1);
      line t indent "else";
      sequence t ways.(distinct.(1 - rare).edge) (indent + 1);
      line t indent "end"
    end
    else begin
      let before = t.active and name = "w" ^ temporary t in
      let text = "{" ^ String.concat "," (Array.to_list (Array.map string_of_int numbers)) ^ "}" in
      let table = Expression.symbol_text (Symbol_table.table t.context.symbols text) in
      line t indent "do";
      line t (indent + 1) ("local " ^ name ^ " = " ^ table ^ "[" ^ subject ^ " + 1]");
      count_locals t 1;
      decide t ways name distinct 0 (Array.length distinct) (indent + 1);
      t.active <- before;
      line t indent "end"
    end
  end

(* Among runs.(first) .. runs.(stop - 1): a chain of tests up to four runs, halving above that. *)
and decide t ways subject runs first stop indent =
  let count = stop - first in
  if count = 1 then sequence t ways.(runs.(first).edge) indent
  else if count > 4 then begin
    let half = first + (count / 2) in
    line t indent ("if " ^ subject ^ " < " ^ string_of_int runs.(half).start ^ " then");
    decide t ways subject runs first half (indent + 1);
    line t indent "else";
    decide t ways subject runs half stop (indent + 1);
    line t indent "end"
  end
  else begin
    for i = first to stop - 2 do
      let { start; edge } = runs.(i) and next = runs.(i + 1).start in
      let test = if next = start + 1 then " == " ^ string_of_int start else " < " ^ string_of_int next in
      line t indent ((if i = first then "if " else "elseif ") ^ subject ^ test ^ " then");
      sequence t ways.(edge) (indent + 1)
    done;
    line t indent "else";
    sequence t ways.(runs.(stop - 1).edge) (indent + 1);
    line t indent "end"
  end

(* -- the function *)

(* Values of the unit are named by symbols; the exception of a try comes in the
   variable of its result. *)
let name_values t =
  let names = t.placement.names in
  for v = 0 to Array.length t.items - 1 do
    if t.items.(v) <> Ir.none then names.(v) <- symbol t Item t.items.(v)
  done;
  for b = 0 to t.f.blocks.size - 1 do
    let term = (block t b).term in
    if term.kind = Try then begin
      if names.(term.result) = "" then names.(term.result) <- "_";
      names.(term.exn) <- names.(term.result)
    end
  done

let rec registers n = if n = 1 then "r1" else registers (n - 1) ^ ", r" ^ string_of_int n

let print t ~params ~budget ~share indent =
  let named_elsewhere = Array.map (fun item -> item <> Ir.none) t.items in
  t.placement <- Placement.place_variables t.f t.folding t.tree ~named_elsewhere ~share ~budget;
  name_values t;
  Buffer.clear t.out;
  t.active <- params;
  t.most_active <- params;
  t.temporaries <- 0;
  if t.tree.uses_state then begin
    line t indent "local S = 0";
    count_locals t 1
  end;
  if t.placement.registers > 0 then begin
    line t indent ("local " ^ registers t.placement.registers);
    count_locals t t.placement.registers
  end;
  if t.placement.spilled > 0 then begin
    line t indent "local _V = {}";
    count_locals t 1
  end;
  sequence t t.tree.root indent

let body context id folding tree ~indent =
  let t = create context id folding tree in
  let f = t.f in
  let params = (if packs_params f then 1 else Array.length f.fparams) + max_unknown_args in
  let limit = match f.fkind with Unit_main -> max_main_locals | Closure | Try_body -> max_locals in
  (* A local each; if they are too many, registers, and room for the names that statements declare. *)
  let print_with room =
    let budget = if limit > params + 40 then limit - params - room else 20 in
    print t ~params ~budget ~share:(room > 0) indent;
    t.most_active <= limit
  in
  ignore (print_with 0 || print_with 4 || print_with 20);
  { text = Buffer.contents t.out; locals = t.most_active; spilled = t.placement.spilled }
