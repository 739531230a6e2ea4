(* Cuts linked code into its compilation units: see the interface. *)

let cut_units code global_names =
  let size = Array.length code in
  let units = Vec.create () in
  let start = ref 0 in
  let pc = ref 0 in
  while !pc < size do
    let next = !pc + Opcodes.instruction_size code !pc in
    begin match Opcodes.op_at code !pc with
    | Opcodes_table.SETGLOBAL ->
        Vec.push units { Image.name = global_names.(code.(!pc + 1)); start = !start; stop = next };
        start := next
    | _ -> ()
    end;
    pc := next
  done;
  (* What is left is the STOP of the linker; more than that is the code of a unit
     that ends in a raise and so never sets its global. *)
  let count = Vec.length units in
  if size - !start = 1 && count > 0 then Vec.set units (count - 1) { (Vec.last units) with Image.stop = size }
  else if !start < size then Vec.push units { Image.name = ""; start = !start; stop = size };
  Vec.to_array units
