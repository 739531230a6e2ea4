open Opcodes_table

(* What an instruction that neither branches nor opens a frame takes from the top
   of the stack and puts there; (-1, 0) for the others. *)
let effect_of op =
  match op with
  | PUSH | PUSHGETGLOBAL | PUSHGETGLOBALFIELD | PUSHATOM0 | PUSHATOM | PUSHCONST0 | PUSHCONST1 | PUSHCONST2
  | PUSHCONST3 | PUSHCONSTINT ->
      (0, 1)
  | GETPUBMET -> (0, 1) (* leaves the object behind *)
  | GETGLOBAL | GETGLOBALFIELD | ATOM0 | ATOM | MAKEBLOCK1 | GETFIELD0 | GETFIELD1 | GETFIELD2 | GETFIELD3 | GETFIELD
  | GETFLOATFIELD | VECTLENGTH | BOOLNOT | CHECK_SIGNALS | C_CALL1 | CONST0 | CONST1 | CONST2 | CONST3 | CONSTINT
  | NEGINT | OFFSETINT | OFFSETREF | ISINT | PERFORM ->
      (0, 0)
  | MAKEBLOCK2 | SETFIELD0 | SETFIELD1 | SETFIELD2 | SETFIELD3 | SETFIELD | SETFLOATFIELD | GETVECTITEM | GETBYTESCHAR
  | GETSTRINGCHAR | APPLY1 | C_CALL2 | ADDINT | SUBINT | MULINT | DIVINT | MODINT | ANDINT | ORINT | XORINT | LSLINT
  | LSRINT | ASRINT | EQ | NEQ | LTINT | LEINT | GTINT | GEINT | ULTINT | UGEINT ->
      (1, 0)
  | MAKEBLOCK3 | SETVECTITEM | SETBYTESCHAR | APPLY2 | C_CALL3 -> (2, 0)
  | APPLY3 | C_CALL4 -> (3, 0)
  | C_CALL5 -> (4, 0)
  | GETMETHOD | GETDYNMET -> (1, 1) (* read the object, leave it *)
  | _ -> (-1, 0)

(* The operand that an opcode stands for: n of ACCn. *)
let implied op =
  let from first = Opcodes.number op - Opcodes.number first in
  match op with
  | ACC0 | ACC1 | ACC2 | ACC3 | ACC4 | ACC5 | ACC6 | ACC7 -> from ACC0
  | PUSHACC0 | PUSHACC1 | PUSHACC2 | PUSHACC3 | PUSHACC4 | PUSHACC5 | PUSHACC6 | PUSHACC7 -> from PUSHACC0
  | ENVACC1 | ENVACC2 | ENVACC3 | ENVACC4 -> from ENVACC1 + 1
  | PUSHENVACC1 | PUSHENVACC2 | PUSHENVACC3 | PUSHENVACC4 -> from PUSHENVACC1 + 1
  | OFFSETCLOSUREM3 | OFFSETCLOSURE0 | OFFSETCLOSURE3 -> from OFFSETCLOSURE0
  | PUSHOFFSETCLOSUREM3 | PUSHOFFSETCLOSURE0 | PUSHOFFSETCLOSURE3 -> from PUSHOFFSETCLOSURE0
  | _ -> 0

(* By number. *)
let pops = Array.map (fun op -> fst (effect_of op)) ops
let pushes = Array.map (fun op -> snd (effect_of op)) ops
let implied_operands = Array.map implied ops

(* A function, or the main code of a unit (the first of them all, in order). *)
type func = {
  entry : int;
  main : bool;
  env_begin : int;  (* ENVACC n: env_begin <= n < env_end *)
  env_end : int;
  sibling_begin : int;  (* OFFSETCLOSURE n: multiples of the step in this range *)
  sibling_end : int;
}

let same_function a b =
  a.entry = b.entry && a.main == b.main && a.env_begin = b.env_begin && a.env_end = b.env_end
  && a.sibling_begin = b.sibling_begin
  && a.sibling_end = b.sibling_end

(* Words on the stack that are no values: a return address (3 words) or a trap (4). *)
type frame = {
  base : int;
  size : int;
  below : int;  (* the frame under it, or -1 *)
  return_point : int;  (* of a return address *)
}

type checker = {
  image : Image.t;
  code : int array;
  file : string;
  closure_step : int;  (* words from a closure to the next in a CLOSUREREC *)
  heights : int array;  (* by word: the stack's height there, -1 when it was not met yet *)
  open_frames : int array;  (* by word: the innermost frame there, or -1 *)
  owners : int array;  (* by word: the function that it belongs to, -1 unknown *)
  functions : func Vec.t;
  frames : frame Vec.t;
  pending : int Vec.t;  (* pcs of the function being walked *)
  mutable index : int;  (* that function *)
  mutable current : func;
  mutable pc : int;
}

let fail c message = Diagnostic.fail_at Input ~file:c.file ~section:"CODE" ~offset:(c.pc * 4) message
let underflow c = fail c "the stack is not as deep"
let operand c i = c.code.(c.pc + i)

(* The pc that a label means which is relative to its own word. *)
let target c word = Opcodes.label c.code ~base:word word

let add_function c func =
  let owner = c.owners.(func.entry) in
  if owner < 0 then begin
    c.owners.(func.entry) <- c.functions.size;
    Vec.push c.functions func
  end
  else if not (same_function (Vec.get c.functions owner) func) then fail c "code of two functions"

(* Control goes from the instruction at [c.pc] to [target]. *)
let flow c target height frame =
  (match Opcodes.op_at c.code target with
  | GRAB | RESTART -> fail c "the code runs into a function's entry"
  | _ -> ());
  let owner = c.owners.(target) in
  if owner >= 0 && owner <> c.index then fail c "code of two functions";
  c.owners.(target) <- c.index;
  if c.heights.(target) < 0 then begin
    c.heights.(target) <- height;
    c.open_frames.(target) <- frame;
    Vec.push c.pending target
  end
  else if c.heights.(target) <> height || c.open_frames.(target) <> frame then
    fail c "paths meet with different stacks"

let next c height frame = flow c (c.pc + Opcodes.instruction_size c.code c.pc) height frame

(* The lowest height to which the stack may be popped. *)
let lowest c frame =
  if frame < 0 then 0
  else
    let frame = Vec.get c.frames frame in
    frame.base + frame.size

let pop_push c height frame ~pops ~pushes =
  if height - pops < lowest c frame then underflow c;
  next c (height - pops + pushes) frame

(* The slot [depth] under the top of a stack of that height is a value. *)
let check_slot c height frame depth =
  let slot = height - 1 - depth in
  if slot < 0 then underflow c;
  let i = ref frame in
  while !i >= 0 do
    let frame = Vec.get c.frames !i in
    if slot >= frame.base + frame.size then i := -1
    else if slot >= frame.base then fail c "access to a trap or a return address on the stack"
    else i := frame.below
  done

let access c height frame depth ~pushed =
  let height = height + pushed in
  check_slot c height frame depth;
  next c height frame

let environment c height frame n ~pushed =
  if n < c.current.env_begin || n >= c.current.env_end then fail c "access beyond the environment";
  next c (height + pushed) frame

let sibling c height frame n ~pushed =
  if n mod c.closure_step <> 0 || n < c.current.sibling_begin || n >= c.current.sibling_end then
    fail c "access to a function that is not in the closure";
  next c (height + pushed) frame

(* Leaving the function with [n] words on its stack. *)
let leave c height frame n arguments =
  if c.current.main then fail c "the main code returns";
  if frame >= 0 then fail c "the function leaves within a trap";
  if n <> height || arguments > n then fail c "the function leaves with another stack height"

(* The first free variable is in the accumulator. *)
let pop_variables c height frame variables ~pushes =
  pop_push c height frame ~pops:(if variables > 0 then variables - 1 else 0) ~pushes

let closure c height frame =
  let variables = operand c 1 in
  let first = c.closure_step - 1 in
  add_function c
    {
      entry = target c (c.pc + 2);
      main = false;
      env_begin = first;
      env_end = first + variables;
      sibling_begin = 0;
      sibling_end = 1;
    };
  pop_variables c height frame variables ~pushes:0

let recursive_closures c height frame =
  let functions = operand c 1 and variables = operand c 2 in
  for i = 0 to functions - 1 do
    let first = (c.closure_step * (functions - i)) - 1 in
    add_function c
      {
        entry = Opcodes.label c.code ~base:(c.pc + 3) (c.pc + 3 + i);
        main = false;
        env_begin = first;
        env_end = first + variables;
        sibling_begin = -c.closure_step * i;
        sibling_end = (c.closure_step * (functions - 1 - i)) + 1;
      }
  done;
  pop_variables c height frame variables ~pushes:functions

let open_frame c height frame size =
  let return_point = target c (c.pc + 1) in
  flow c return_point height frame;
  let opened = c.frames.size in
  Vec.push c.frames { base = height; size; below = frame; return_point };
  next c (height + size) opened

let apply c height frame arguments =
  if frame < 0 then fail c "APPLY without a return address";
  let frame = Vec.get c.frames frame in
  if frame.size <> 3 || frame.base + 3 + arguments <> height then fail c "APPLY without a return address";
  (* ocamlc lets the call return to the target of a BRANCH behind it: the same as
     to the BRANCH itself. *)
  let behind = c.pc + 2 in
  let returns_behind =
    frame.return_point = behind
    || match Opcodes.op_at c.code behind with BRANCH -> frame.return_point = target c (behind + 1) | _ -> false
  in
  if not returns_behind then fail c "APPLY does not return behind itself";
  next c frame.base frame.below

let pop_trap c height frame =
  if frame < 0 then fail c "POPTRAP without a trap";
  let frame = Vec.get c.frames frame in
  if frame.size <> 4 || frame.base + 4 <> height then fail c "POPTRAP without a trap";
  next c frame.base frame.below

let set_global c height frame =
  if not c.current.main then fail c "a function sets a global";
  if height <> 0 then fail c "a unit ends with values on the stack";
  (* Behind it: the next unit, or the STOP. *)
  match Opcodes.op_at c.code (c.pc + 2) with STOP -> next c height frame | _ -> ()

let switch_cases c height frame =
  let first = c.pc + 2 in
  for word = first to c.pc + Opcodes.instruction_size c.code c.pc - 1 do
    flow c (Opcodes.label c.code ~base:first word) height frame
  done

let branch c height frame label =
  flow c (target c (c.pc + label)) height frame;
  next c height frame

let step c =
  let height = c.heights.(c.pc) and frame = c.open_frames.(c.pc) in
  let number = c.code.(c.pc) in
  let implied = implied_operands.(number) in
  if pops.(number) >= 0 then pop_push c height frame ~pops:pops.(number) ~pushes:pushes.(number)
  else
    match Opcodes.op_at c.code c.pc with
    | ACC0 | ACC1 | ACC2 | ACC3 | ACC4 | ACC5 | ACC6 | ACC7 -> access c height frame implied ~pushed:0
    | ACC | ASSIGN -> access c height frame (operand c 1) ~pushed:0
    | PUSHACC0 | PUSHACC1 | PUSHACC2 | PUSHACC3 | PUSHACC4 | PUSHACC5 | PUSHACC6 | PUSHACC7 ->
        access c height frame implied ~pushed:1
    | PUSHACC -> access c height frame (operand c 1) ~pushed:1
    | POP -> pop_push c height frame ~pops:(operand c 1) ~pushes:0
    | ENVACC1 | ENVACC2 | ENVACC3 | ENVACC4 -> environment c height frame implied ~pushed:0
    | ENVACC -> environment c height frame (operand c 1) ~pushed:0
    | PUSHENVACC1 | PUSHENVACC2 | PUSHENVACC3 | PUSHENVACC4 ->
        environment c height frame implied ~pushed:1
    | PUSHENVACC -> environment c height frame (operand c 1) ~pushed:1
    | OFFSETCLOSUREM3 | OFFSETCLOSURE0 | OFFSETCLOSURE3 ->
        sibling c height frame (implied * c.closure_step) ~pushed:0
    | OFFSETCLOSURE -> sibling c height frame (operand c 1) ~pushed:0
    | PUSHOFFSETCLOSUREM3 | PUSHOFFSETCLOSURE0 | PUSHOFFSETCLOSURE3 ->
        sibling c height frame (implied * c.closure_step) ~pushed:1
    | PUSHOFFSETCLOSURE -> sibling c height frame (operand c 1) ~pushed:1
    | PUSH_RETADDR -> open_frame c height frame 3
    | PUSHTRAP -> open_frame c height frame 4
    | POPTRAP -> pop_trap c height frame
    | APPLY -> apply c height frame (operand c 1)
    | APPTERM -> leave c height frame (operand c 2) (operand c 1)
    | APPTERM1 -> leave c height frame (operand c 1) 1
    | APPTERM2 -> leave c height frame (operand c 1) 2
    | APPTERM3 -> leave c height frame (operand c 1) 3
    | RETURN -> leave c height frame (operand c 1) 0
    | RESUMETERM -> leave c height frame (operand c 1) (if c.image.version >= Image.magic_5_2 then 3 else 2)
    | REPERFORMTERM -> leave c height frame (operand c 1) 2
    | RESUME -> pop_push c height frame ~pops:(if c.image.version >= Image.magic_5_2 then 3 else 2) ~pushes:0
    | GRAB ->
        (* A walk starts at one; [flow] never leads to one. *)
        if c.current.main then fail c "the main code runs into a function's entry";
        pop_push c height frame ~pops:0 ~pushes:(operand c 1)
    | RESTART -> fail c "a closure starts at RESTART"
    | CLOSURE -> closure c height frame
    | CLOSUREREC -> recursive_closures c height frame
    | SETGLOBAL -> set_global c height frame
    | MAKEBLOCK | MAKEFLOATBLOCK | C_CALLN -> pop_push c height frame ~pops:(operand c 1 - 1) ~pushes:0
    | BRANCH -> flow c (target c (c.pc + 1)) height frame
    | BRANCHIF | BRANCHIFNOT -> branch c height frame 1
    | BEQ | BNEQ | BLTINT | BLEINT | BGTINT | BGEINT | BULTINT | BUGEINT -> branch c height frame 2
    | SWITCH -> switch_cases c height frame
    | RAISE | RERAISE | RAISE_NOTRACE -> ()
    | STOP -> if not c.current.main then fail c "a function stops the program"
    | _ -> fail c "unknown opcode"

let walk c index =
  let func = Vec.get c.functions index in
  c.index <- index;
  c.current <- func;
  c.pc <- func.entry;
  if c.heights.(func.entry) >= 0 then fail c "code of two functions";
  c.heights.(func.entry) <- (if func.main then 0 else 1);
  Vec.push c.pending func.entry;
  while c.pending.size > 0 do
    c.pc <- Vec.pop c.pending;
    step c
  done

let main_code entry = { entry; main = true; env_begin = 0; env_end = 0; sibling_begin = 0; sibling_end = 0 }

let check_stack (image : Image.t) ~file =
  let size = Array.length image.code in
  let c =
    {
      image;
      code = image.code;
      file;
      closure_step = (if image.version >= Image.magic_4_12 then 3 else 2);
      heights = Array.make size (-1);
      open_frames = Array.make size (-1);
      owners = Array.make size (-1);
      functions = Vec.create ();
      frames = Vec.create ();
      pending = Vec.create ();
      index = 0;
      current = main_code 0;
      pc = 0;
    }
  in
  Array.iter (fun (unit : Image.code_unit) -> add_function c (main_code unit.start)) image.units;
  let index = ref 0 in
  while !index < c.functions.size do
    walk c !index;
    incr index
  done
