open Opcodes_table

(* Counts and indices stay far from overflow in whatever later phases compute. *)
let max_count = (1 lsl 24) - 1
let max_code = 16 * max_count

type validator = {
  image : Image.t;
  file : string;
  starts : bool array;  (* by word: whether an instruction starts there *)
  set : bool array;  (* by slot: whether a SETGLOBAL for it was met *)
}

let fail s pc message = Diagnostic.fail_at Input ~file:s.file ~section:"CODE" ~offset:(pc * 4) message

let check_words s pc words =
  if Array.length s.image.code - pc - 1 < words then fail s pc "instruction cut short"

(* The instruction at [pc] is a known one and whole. *)
let check_shape s pc =
  let code = s.image.code in
  let known = if s.image.version >= Image.magic_5_0 then Opcodes.known else Opcodes.number PERFORM in
  if code.(pc) < 0 || code.(pc) >= known then fail s pc "unknown opcode";
  match Opcodes.shape (Opcodes.op_at code pc) with
  | Shape_no_operands -> ()
  | Shape_int1 | Shape_label -> check_words s pc 1
  | Shape_int2 | Shape_int1_label -> check_words s pc 2
  | Shape_int3 -> check_words s pc 3
  | Shape_switch_table ->
      check_words s pc 1;
      let cases = Opcodes.switch_cases code.(pc + 1) in
      if cases = 0 then fail s pc "switch without a case";
      check_words s pc (1 + cases)
  | Shape_closurerec ->
      check_words s pc 2;
      let functions = code.(pc + 1) and variables = code.(pc + 2) in
      if functions < 1 || variables < 0 || variables > max_count then fail s pc "operand out of range";
      (* Their number may be near the largest int: nothing is added to it. *)
      if Array.length code - pc - 3 < functions then fail s pc "instruction cut short"

(* The operand in the [index]-th word is [low] at least and [high] at most. *)
let check_range s pc index low high =
  let n = s.image.code.(pc + index) in
  if n < low || n > high then fail s pc "operand out of range"

let check_count s pc index low = check_range s pc index low max_count

let check_global s pc =
  let slot = s.image.code.(pc + 1) in
  if slot < 0 || slot >= Array.length s.image.globals then fail s pc "global out of range"

let check_primitive s pc index =
  let n = s.image.code.(pc + index) in
  if n < 0 || n >= Array.length s.image.primitives then fail s pc "primitive out of range"

let follows_restart s pc =
  pc > 0 && s.starts.(pc - 1) && match Opcodes.op_at s.image.code (pc - 1) with RESTART -> true | _ -> false

(* The operands of the instruction at [pc], but for its labels. *)
let check_operands s pc =
  match Opcodes.op_at s.image.code pc with
  | ACC | PUSHACC | POP | ASSIGN | RETURN | APPTERM1 | APPTERM2 | APPTERM3 | CLOSURE | GETFIELD | GETFLOATFIELD
  | SETFIELD | SETFLOATFIELD | RESUMETERM | REPERFORMTERM ->
      check_count s pc 1 0
  | ENVACC | PUSHENVACC | APPLY | MAKEFLOATBLOCK -> check_count s pc 1 1
  | GRAB ->
      if not (follows_restart s pc) then fail s pc "GRAB without its RESTART";
      check_count s pc 1 1
  | OFFSETCLOSURE | PUSHOFFSETCLOSURE -> check_count s pc 1 (-max_count)
  | APPTERM ->
      check_count s pc 1 1;
      check_count s pc 2 1
  | ATOM | PUSHATOM | MAKEBLOCK1 | MAKEBLOCK2 | MAKEBLOCK3 -> check_range s pc 1 0 255
  | MAKEBLOCK ->
      check_count s pc 1 1;
      check_range s pc 2 0 255
  | GETGLOBAL | PUSHGETGLOBAL -> check_global s pc
  | GETGLOBALFIELD | PUSHGETGLOBALFIELD ->
      check_global s pc;
      check_count s pc 2 0
  | SETGLOBAL ->
      check_global s pc;
      let slot = s.image.code.(pc + 1) in
      if s.set.(slot) then fail s pc "global set twice";
      s.set.(slot) <- true
  | C_CALL1 | C_CALL2 | C_CALL3 | C_CALL4 | C_CALL5 -> check_primitive s pc 1
  | C_CALLN ->
      check_count s pc 1 1;
      check_primitive s pc 2
  | EVENT | BREAK -> fail s pc "instruction of the debugger"
  | STOP -> if pc + 1 < Array.length s.image.code then fail s pc "STOP before the end of the code"
  | _ -> ()

let check_instructions s =
  let code = s.image.code in
  let pc = ref 0 and last = ref 0 in
  while !pc < Array.length code do
    check_shape s !pc;
    check_operands s !pc;
    s.starts.(!pc) <- true;
    last := !pc;
    pc := !pc + Opcodes.instruction_size code !pc
  done;
  let stops = Array.length code > 0 && match Opcodes.op_at code !last with STOP -> true | _ -> false in
  if not stops then fail s !last "the code does not end in STOP"

(* The label in [word], relative to [base], leads to an instruction of the unit. It
   may be any int, so [base] is not added before it is in range. *)
let check_target s (unit : Image.code_unit) pc base word =
  let offset = s.image.code.(word) in
  if offset < unit.start - base || offset >= unit.stop - base || not s.starts.(base + offset) then
    fail s pc "label does not point at an instruction of the unit"

let check_targets s unit pc =
  let code = s.image.code in
  match Opcodes.shape (Opcodes.op_at code pc) with
  | Shape_label -> check_target s unit pc (pc + 1) (pc + 1)
  | Shape_int1_label -> check_target s unit pc (pc + 2) (pc + 2)
  | Shape_switch_table ->
      for word = pc + 2 to pc + Opcodes.instruction_size code pc - 1 do
        check_target s unit pc (pc + 2) word
      done
  | Shape_closurerec ->
      for word = pc + 3 to pc + Opcodes.instruction_size code pc - 1 do
        check_target s unit pc (pc + 3) word
      done
  | Shape_no_operands | Shape_int1 | Shape_int2 | Shape_int3 -> ()

let check_unit s (unit : Image.code_unit) =
  let pc = ref unit.start in
  while !pc < unit.stop do
    check_targets s unit !pc;
    pc := !pc + Opcodes.instruction_size s.image.code !pc
  done

let cut_and_validate (image : Image.t) ~file =
  let size = Array.length image.code in
  if size > max_code then
    Diagnostic.fail_at Input ~file ~section:"CODE" ~offset:(-1) "the code is longer than 1 GB";
  let s = { image; file; starts = Array.make size false; set = Array.make (Array.length image.globals) false } in
  check_instructions s;
  image.units <- Units.cut_units image.code image.global_names;
  Array.iter (check_unit s) image.units;
  Stack_check.check_stack image ~file
