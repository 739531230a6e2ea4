open Ir

let add_value out v =
  if v = none then Buffer.add_char out '-'
  else begin
    Buffer.add_char out '%';
    Buffer.add_string out (string_of_int v)
  end

let add_values out list =
  Buffer.add_char out '(';
  for i = 0 to Array.length list - 1 do
    if i > 0 then Buffer.add_string out ", ";
    add_value out list.(i)
  done;
  Buffer.add_char out ')'

(* A word and a number behind it. *)
let add_number out word n =
  Buffer.add_string out word;
  Buffer.add_string out (string_of_int n)

let term_name = function
  | Unreachable -> "unreachable"
  | Jump -> "jump"
  | Branch -> "branch"
  | Switch -> "switch"
  | Return -> "return"
  | Raise -> "raise"
  | Tail_call -> "tail_call"
  | Tail_known -> "tail_known"
  | Try -> "try"
  | Exit -> "exit"

let kind_name = function Unit_main -> "main" | Closure -> "function" | Try_body -> "try_body"

let add_node out program v node =
  Buffer.add_string out "  ";
  add_value out v;
  Buffer.add_string out " = ";
  Buffer.add_string out (Ir_ops.name node.op);
  (match node.op with
  | C_call ->
      Buffer.add_char out ' ';
      Buffer.add_string out program.primitives.data.(node.imm).prim_name
  | _ -> add_number out " " node.imm);
  Buffer.add_char out ' ';
  add_values out node.args;
  Buffer.add_char out '\n'

let add_terminator out term =
  Buffer.add_string out "  ";
  Buffer.add_string out (term_name term.kind);
  if term.value <> none then begin
    Buffer.add_char out ' ';
    add_value out term.value
  end;
  if term.func <> none then add_number out " f" term.func;
  (match term.kind with Exit -> add_number out " exit " term.exit_index | _ -> ());
  if Array.length term.targs > 0 then begin
    Buffer.add_char out ' ';
    add_values out term.targs
  end;
  for i = 0 to Array.length term.edges - 1 do
    let edge = term.edges.(i) in
    add_number out " b" edge.target;
    add_values out edge.edge_args
  done;
  if Array.length term.cases > 0 then begin
    Buffer.add_string out " cases";
    for i = 0 to Array.length term.cases - 1 do
      add_number out " " term.cases.(i)
    done
  end;
  Buffer.add_char out '\n'

let add_function out program id f =
  Buffer.add_string out (kind_name f.fkind);
  add_number out " f" id;
  Buffer.add_string out " of ";
  Buffer.add_string out (Vec.get program.units f.unit_index).unit_name;
  add_number out " pc " f.fpc;
  add_number out " arity " f.arity;
  add_number out " captures " f.captures;
  if f.escapes then Buffer.add_string out " escapes";
  Buffer.add_char out ' ';
  add_values out f.fparams;
  Buffer.add_char out '\n';
  let order = Cfg.reverse_postorder f in
  for i = 0 to Array.length order - 1 do
    let block = f.blocks.data.(order.(i)) in
    add_number out "b" order.(i);
    add_values out block.params;
    Buffer.add_string out ":\n";
    for k = 0 to block.body.size - 1 do
      let v = block.body.data.(k) in
      add_node out program v f.nodes.data.(v)
    done;
    add_terminator out block.term
  done

let print_ir program =
  let out = Buffer.create 65536 in
  for id = 0 to program.functions.size - 1 do
    let f = program.functions.data.(id) in
    if not f.dead then add_function out program id f
  done;
  Buffer.contents out
