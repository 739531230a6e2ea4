open Function_builder

let code b = b.state.image.code

(* The second and the third operand of the current instruction. *)
let operand2 b = (code b).(b.pc + 2)
let in_try_body b = b.func.fkind == Try_body

(* Words from a closure to the next in a group. *)
let closure_step b = if b.state.image.version >= Image.magic_4_12 then 3 else 2
let resume_operands b = if b.state.image.version >= Image.magic_5_2 then 3 else 2

let primitive_named b name =
  let primitives = b.state.program.primitives in
  let i = ref 0 in
  while !i < primitives.size && primitives.data.(!i).prim_name <> name do
    incr i
  done;
  if !i = primitives.size then
    Vec.push primitives
      { prim_name = name; prim_effects = Effect; prim_result = Ir.kind_any; store = false; prim_arity = 0; asks = false; makes = false };
  !i

(* Closures. *)

let same_group b (members : int array) entries captures =
  let same = ref (Array.length members = Array.length entries) and i = ref 0 in
  while !same && !i < Array.length members do
    let f = Vec.get b.state.program.functions members.(!i) in
    same := f.fpc = (entries.(!i) : int) && f.captures = captures;
    incr i
  done;
  !same

let new_group b entries captures =
  let { program = { functions; groups; made_once; _ }; group_at; makers; _ } = b.state in
  let group = groups.size in
  let members =
    Array.mapi
      (fun member pc ->
        Vec.push functions (new_function Closure ~unit_index:b.func.unit_index ~pc ~captures ~group ~member);
        functions.size - 1)
      entries
  in
  Vec.push groups members;
  Hashtbl.replace group_at entries.(0) group;
  Vec.push made_once (makers.(entries.(0)) = 1);
  group

let group_for b entries captures =
  match Hashtbl.find_opt b.state.group_at entries.(0) with
  | None -> new_group b entries captures
  | Some group ->
      Vec.set b.state.program.made_once group false;
      if not (same_group b (Vec.get b.state.program.groups group) entries captures) then
        fail b "one piece of code serves different closures";
      group

let free_variables b count = if count > 0 then accu_and b (count - 1) else Ir.no_args

let translate_closure b =
  let captures = (code b).(b.pc + 1) in
  let entry = Opcodes.label (code b) ~base:(b.pc + 2) (b.pc + 2) in
  let values = free_variables b captures in
  let group = group_for b [| entry |] captures in
  b.accu <- emit b Closure group values

let translate_closurerec b =
  let functions = (code b).(b.pc + 1) and captures = operand2 b in
  let first = b.pc + 3 in
  let values = free_variables b captures in
  let entries = Array.init functions (fun i -> Opcodes.label (code b) ~base:first (first + i)) in
  let group = group_for b entries captures in
  let closure = emit b Closure group values in
  b.accu <- closure;
  for i = 0 to functions - 1 do
    let member = if functions = 1 then closure else emit b Member i [| closure |] in
    if i = 0 then b.accu <- member;
    push b member
  done

(* A free variable: behind the closures of the group in the environment. *)
let translate_envacc b operand =
  let group = b.func.group in
  let members = if group = Ir.none then 1 else Array.length (Vec.get b.state.program.groups group) in
  let step = closure_step b in
  let index = operand - ((step * members) - 1) + (step * b.func.member) in
  if group = Ir.none || index < 0 || index >= b.func.captures then
    fail b "a free variable that the closure does not have";
  b.accu <- capture b index

(* Calls. *)

let apply b count = b.accu <- emit b Call 0 (accu_and b count)
let return_address = 3

let apply_framed b count =
  let values = accu_and b count in
  for k = 1 to return_address do
    if b.stack.size < k || b.stack.data.(b.stack.size - k) <> Ir.none then fail b "`APPLY` without `PUSH_RETADDR`"
  done;
  pop b return_address;
  b.accu <- emit b Call 0 values

let tail_apply b count =
  let args = take b count in
  leave b Tail_call b.accu;
  (term b).targs <- args

let primitive b number operands =
  let use = Vec.get b.state.program.primitives number and count = Array.length operands in
  if use.prim_arity <> 0 && use.prim_arity <> count then
    fail b
      ("`" ^ use.prim_name ^ "` is called with " ^ string_of_int count ^ " arguments instead of "
     ^ string_of_int use.prim_arity);
  (* Of units by themselves nobody knows whether they are asked. *)
  if use.asks && not (Ir.is_open b.state.program) then b.state.program.asks_for_allocations <- true;
  let v = emit b C_call number operands in
  (Vec.get b.func.nodes v).effects <- use.prim_effects;
  v

(* What a unit's main code makes once may go, as ever: a unit's own block holds all that
   others may use. *)
let allocate b op imm operands =
  let v = emit b op imm operands in
  if b.state.program.allocations && (b.func.fkind <> Unit_main || b.in_loop.(b.block)) then
    (Vec.get b.func.nodes v).effects <- Effect;
  v

(* Instructions that only define values; true when it was one. *)

let unary b op = b.accu <- emit b op 0 [| b.accu |]

let binary b op = b.accu <- emit b op 0 (accu_and b 1)

(* Writes: their result is the unit value. *)
let store b op imm values =
  ignore (emit b op imm values);
  b.accu <- integer b 0

let translate_simple b (plain : Decode.plain) operand =
  match plain.op with
  | ACC -> b.accu <- peek b operand; true
  | PUSH -> push b b.accu; true
  | POP -> pop b operand; true
  | ASSIGN -> assign b operand b.accu; b.accu <- integer b 0; true
  | ENVACC -> translate_envacc b operand; true
  | OFFSETCLOSURE -> b.accu <- sibling b (if plain.implied then operand else operand / closure_step b); true
  | PUSH_RETADDR ->
      for _ = 1 to return_address do
        Vec.push b.stack Ir.none
      done;
      true
  | APPLY -> apply_framed b operand; true
  | APPLY1 -> apply b operand; true
  | RESTART | GRAB | CHECK_SIGNALS | EVENT -> true
  | CLOSURE -> translate_closure b; true
  | CLOSUREREC -> translate_closurerec b; true
  | GETGLOBAL -> b.accu <- emit b Global operand Ir.no_args; true
  | GETGLOBALFIELD ->
      let global = emit b Global operand Ir.no_args in
      b.accu <- emit b Field (operand2 b) [| global |];
      true
  | SETGLOBAL -> store b Set_global operand [| b.accu |]; true
  | ATOM -> b.accu <- emit b Atom operand Ir.no_args; true
  | MAKEBLOCK -> b.accu <- allocate b Make_block (operand2 b) (accu_and b (operand - 1)); true
  | MAKEBLOCK1 -> b.accu <- allocate b Make_block (code b).(b.pc + 1) (accu_and b (operand - 1)); true
  | MAKEFLOATBLOCK -> b.accu <- allocate b Make_floats 0 (accu_and b (operand - 1)); true
  | GETFIELD -> b.accu <- emit b Field operand [| b.accu |]; true
  | GETFLOATFIELD -> b.accu <- emit b Float_field operand [| b.accu |]; true
  | SETFIELD -> store b Set_field operand (accu_and b 1); true
  | SETFLOATFIELD -> store b Set_float_field operand (accu_and b 1); true
  | OFFSETREF -> store b Offset_ref operand [| b.accu |]; true
  | VECTLENGTH -> unary b Length; true
  | GETVECTITEM -> binary b Get_item; true
  | GETBYTESCHAR -> binary b Get_byte; true
  | GETSTRINGCHAR -> binary b Get_char; true
  | SETVECTITEM -> store b Set_item 0 (accu_and b 2); true
  | SETBYTESCHAR -> store b Set_byte 0 (accu_and b 2); true
  | BOOLNOT -> unary b Not_; true
  | ISINT -> unary b Is_int; true
  | CONSTINT -> b.accu <- integer b operand; true
  | NEGINT -> unary b Neg; true
  | ADDINT -> binary b Add; true
  | SUBINT -> binary b Sub; true
  | MULINT -> binary b Mul; true
  | DIVINT -> binary b Div; true
  | MODINT -> binary b Mod; true
  | ANDINT -> binary b And_; true
  | ORINT -> binary b Or_; true
  | XORINT -> binary b Xor_; true
  | LSLINT -> binary b Shl; true
  | LSRINT -> binary b Shr; true
  | ASRINT -> binary b Sar; true
  | EQ -> binary b Eq; true
  | NEQ -> binary b Ne; true
  | LTINT -> binary b Lt; true
  | LEINT -> binary b Le; true
  | GTINT -> binary b Gt; true
  | GEINT -> binary b Ge; true
  | ULTINT -> binary b Ult; true
  | UGEINT -> binary b Uge; true
  | OFFSETINT ->
      let n = integer b operand in
      b.accu <- emit b Add 0 [| b.accu; n |];
      true
  | C_CALL1 -> b.accu <- primitive b (code b).(b.pc + 1) (accu_and b (operand - 1)); true
  | C_CALLN -> b.accu <- primitive b (operand2 b) (accu_and b (operand - 1)); true
  | GETMETHOD -> b.accu <- emit b Get_method 0 [| peek b 0; b.accu |]; true
  | GETPUBMET ->
      let tag = integer b operand in
      let receiver = b.accu in
      push b receiver;
      b.accu <- emit b Get_public_method 0 [| receiver; tag |];
      true
  | GETDYNMET -> b.accu <- emit b Get_public_method 0 [| peek b 0; b.accu |]; true
  | PERFORM -> b.accu <- emit b C_call (primitive_named b "%perform") [| b.accu |]; true
  | RESUME ->
      let values = accu_and b (resume_operands b) in
      b.accu <- emit b C_call (primitive_named b "%resume") values;
      true
  | _ -> false

(* Instructions that end a block. *)

(* [taken]: whether the first successor is where a true condition leads. *)
let translate_branch b (block : Region.block) condition ~taken =
  let first = flow b block.successors.(0) b.accu in
  let second = flow b block.successors.(1) b.accu in
  leave b Branch condition;
  (term b).edges <- (if taken then [| first; second |] else [| second; first |])

let check_branch b (block : Region.block) =
  if Array.length block.successors < 2 then fail b "a branch out of the unit"

let translate_test b block ~taken =
  check_branch b block;
  translate_branch b block b.accu ~taken

(* BLTINT n: taken when n < accu; the constant is the left operand. *)
let translate_compare b block op operand =
  check_branch b block;
  let n = integer b operand in
  translate_branch b block (emit b op 0 [| n; b.accu |]) ~taken:true

let translate_switch b (block : Region.block) =
  let sizes = (code b).(b.pc + 1) in
  let successors = block.successors in
  let count = Array.length successors in
  if count <> Opcodes.switch_cases sizes then fail b "a branch out of the unit";
  let edges = Vec.create () and cases = Array.make count 0 in
  let edge_of = Array.make (Array.length b.region.blocks) Ir.none in
  for i = 0 to count - 1 do
    let successor = successors.(i) in
    if edge_of.(successor) = Ir.none then begin
      edge_of.(successor) <- edges.Vec.size;
      Vec.push edges (flow b successor b.accu)
    end;
    cases.(i) <- edge_of.(successor)
  done;
  leave b Switch b.accu;
  let term = term b in
  term.const_cases <- sizes land 0xffff;
  term.edges <- Vec.to_array edges;
  term.cases <- cases

(* The values on a stack, then what the body takes besides. *)
let try_arguments b inherited =
  let args = Vec.create () in
  for slot = 0 to b.stack.size - 1 do
    let v = b.stack.data.(slot) in
    if v <> Ir.none then Vec.push args v
  done;
  for i = 0 to inherited.Vec.size - 1 do
    Vec.push args
      (match inherited.Vec.data.(i) with
      | Sibling member -> sibling b (member - b.func.member)
      | Capture index -> capture b index)
  done;
  Vec.to_array args

let rec translate_try b (block : Region.block) (body : Region.region) =
  let { Ir.functions; _ } = b.state.program and { unit_index; captures; group; member; _ } : Ir.func = b.func in
  let func = new_function Try_body ~unit_index ~pc:body.entry ~captures ~group ~member in
  func.exits <- Array.length body.exits + 1;
  let id = functions.size in
  Vec.push functions func;
  let inner = create b.state func body b.cells in
  build_try_body inner b.stack ~translate;
  let args = try_arguments b inner.inherited in
  let result = Ir.add b.func b.block Try_value 0 Ir.no_args b.pc in
  let exn = Ir.add b.func b.block Try_value 1 Ir.no_args b.pc in
  let count = Array.length block.successors in
  let edges = Array.make count { Ir.target = Ir.none; edge_args = Ir.no_args } in
  for i = 0 to count - 1 do
    edges.(i) <- flow b block.successors.(i) (if i = count - 1 then exn else result)
  done;
  if count <> Array.length body.exits + 1 then fail b "a handler out of the unit";
  leave b Try Ir.none;
  let term = term b in
  term.func <- id;
  term.result <- result;
  term.exn <- exn;
  term.targs <- args;
  term.edges <- edges

and translate_terminator b (block : Region.block) (plain : Decode.plain) operand =
  match plain.op with
  | BRANCH -> connect_fallthrough b block
  | BRANCHIF -> translate_test b block ~taken:true
  | BRANCHIFNOT -> translate_test b block ~taken:false
  | BEQ -> translate_compare b block Eq operand
  | BNEQ -> translate_compare b block Ne operand
  | BLTINT -> translate_compare b block Lt operand
  | BLEINT -> translate_compare b block Le operand
  | BGTINT -> translate_compare b block Gt operand
  | BGEINT -> translate_compare b block Ge operand
  | BULTINT -> translate_compare b block Ult operand
  | BUGEINT -> translate_compare b block Uge operand
  | SWITCH -> translate_switch b block
  | PUSHTRAP -> (
      match block.body with Some body -> translate_try b block body | None -> fail b "a handler out of the unit")
  | STOP -> leave b Return b.accu
  | RETURN ->
      if in_try_body b then fail b "`RETURN` inside of an exception handler";
      leave b Return b.accu
  | APPTERM | APPTERM1 ->
      if in_try_body b then fail b "tail call inside of an exception handler";
      tail_apply b operand
  | RAISE | RERAISE | RAISE_NOTRACE ->
      if b.state.program.backtraces && plain.op <> RAISE_NOTRACE then begin
        let stash = primitive_named b (if plain.op = RAISE then "%stash" else "%restash") in
        ignore (emit b C_call stash [| b.accu |])
      end;
      if in_try_body b then translate_exit b (Array.length b.region.exits) else leave b Raise b.accu
  | POPTRAP ->
      if b.stack.size <> b.base_depth then fail b "`POPTRAP` at another depth than its `PUSHTRAP`";
      let index = ref 0 in
      while b.region.exits.(!index) <> b.pc + 1 do
        incr index
      done;
      translate_exit b !index
  | RESUMETERM ->
      let values = accu_and b (resume_operands b) in
      leave b Return (emit b C_call (primitive_named b "%resume") values)
  | REPERFORMTERM ->
      let values = accu_and b 2 in
      leave b Return (emit b C_call (primitive_named b "%reperform") values)
  | _ -> fail b "an instruction that no compiler emits here"

and translate_exit b index =
  leave b Exit b.accu;
  (term b).exit_index <- index

and translate b (block : Region.block) =
  let code = code b in
  b.pc <- block.first;
  let going = ref true in
  while !going do
    let plain = Decode.plain_form (Opcodes.op_at code b.pc) in
    let size = Opcodes.instruction_size code b.pc in
    let operand = if plain.implied then plain.operand else if size > 1 then code.(b.pc + 1) else 0 in
    if plain.push then push b b.accu;
    if not (translate_simple b plain operand) then begin
      translate_terminator b block plain operand;
      going := false
    end
    else if b.pc = block.last then begin
      connect_fallthrough b block;
      going := false
    end
    else b.pc <- b.pc + size
  done
