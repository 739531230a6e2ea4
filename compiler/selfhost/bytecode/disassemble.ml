open Opcodes_table

let add_number out n =
  Buffer.add_char out ' ';
  Buffer.add_string out (string_of_int n)

let add_target out code ~base word =
  Buffer.add_string out " @";
  Buffer.add_string out (string_of_int (Opcodes.label code ~base word))

let calls_primitive = function
  | C_CALL1 | C_CALL2 | C_CALL3 | C_CALL4 | C_CALL5 | C_CALLN -> true
  | _ -> false

let add_operands out (image : Image.t) pc =
  let code = image.code in
  let op = Opcodes.op_at code pc in
  let last = pc + Opcodes.instruction_size code pc - 1 in
  match Opcodes.shape op with
  | Shape_label -> add_target out code ~base:(pc + 1) (pc + 1)
  | Shape_int1_label ->
      add_number out code.(pc + 1);
      add_target out code ~base:(pc + 2) (pc + 2)
  | Shape_switch_table ->
      add_number out code.(pc + 1);
      for word = pc + 2 to last do
        add_target out code ~base:(pc + 2) word
      done
  | Shape_closurerec ->
      add_number out code.(pc + 1);
      add_number out code.(pc + 2);
      for word = pc + 3 to last do
        add_target out code ~base:(pc + 3) word
      done
  | Shape_no_operands | Shape_int1 | Shape_int2 | Shape_int3 ->
      for word = pc + 1 to last do
        if word = last && calls_primitive op then begin
          Buffer.add_char out ' ';
          Buffer.add_string out image.primitives.(code.(word))
        end
        else add_number out code.(word)
      done

let disassemble (image : Image.t) =
  let code = image.code and units = image.units in
  let out = Buffer.create 65536 in
  let pc = ref 0 and unit = ref 0 in
  while !pc < Array.length code do
    while !unit < Array.length units && units.(!unit).start <= !pc do
      Buffer.add_string out units.(!unit).name;
      Buffer.add_string out ":\n";
      incr unit
    done;
    Buffer.add_string out "  ";
    Buffer.add_string out (string_of_int !pc);
    Buffer.add_char out ' ';
    Buffer.add_string out (Opcodes.name (Opcodes.op_at code !pc));
    add_operands out image !pc;
    Buffer.add_char out '\n';
    pc := !pc + Opcodes.instruction_size code !pc
  done;
  Buffer.contents out
