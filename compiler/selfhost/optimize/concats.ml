open Ir

(* In a function of one block: bytes that are made, filled by two copies, taken for a string, and nothing else. *)
type joined = { mutable made : int; mutable first : int; mutable second : int; mutable result : int }

let node f v = f.nodes.data.(v)

let calls (program : program) f v primitive =
  let { op; imm; _ } = node f v in
  op = C_call && (Vec.get program.primitives imm).prim_name = primitive

let is_zero f v =
  let { op; imm; _ } = node f v in
  op = Integer && imm = 0

let find program f =
  let { body; term; _ } = f.blocks.data.(0) in
  let found = { made = none; first = none; second = none; result = none } in
  let uses v = found.made <> none && Array.mem found.made (node f v).args in
  (* Whether v may stay: it has nothing to do with the bytes, or is one of what is looked for. *)
  let take v =
    if found.made = none && calls program f v "caml_create_bytes" then begin
      found.made <- v;
      true
    end
    else if not (uses v) then true
    else if found.result <> none then false
    else if calls program f v "caml_blit_string" then
      if found.first = none then begin
        found.first <- v;
        true
      end
      else begin
        let free = found.second = none in
        found.second <- v;
        free
      end
    else if calls program f v "caml_string_of_bytes" then begin
      found.result <- v;
      true
    end
    else false
  in
  let rec all i = i >= body.size || (take body.data.(i) && all (i + 1)) in
  let complete = all 0 && found.result <> none && found.second <> none in
  if complete && term.value <> found.made && not (Array.mem found.made term.targs) then Some found else None

(* The two strings, in their order, if they fill the bytes. *)
let joined_strings program f { made; first; second; _ } =
  let sum = node f (node f made).args.(0) in
  let copies_all copy count =
    let { args; _ } = node f copy in
    (* string, offset, bytes, offset, count *)
    args.(4) = count
    && is_zero f args.(1)
    && args.(2) = made
    && calls program f count "caml_ml_string_length"
    && (node f count).args.(0) = args.(0)
  in
  if
    sum.op = Add
    && copies_all first sum.args.(0)
    && is_zero f (node f first).args.(3)
    && copies_all second sum.args.(1)
    && (node f second).args.(3) = sum.args.(0)
  then Some [| (node f first).args.(0); (node f second).args.(0) |]
  else None

let concat (program : program) =
  let count = Vec.length program.primitives in
  let rec find i = if i < count && (Vec.get program.primitives i).prim_name <> "rt_concat" then find (i + 1) else i in
  let found = find 0 in
  if found = count then
    Vec.push program.primitives
      {
        prim_name = "rt_concat"; prim_effects = Pure; prim_result = kind_string; store = false; prim_arity = 2;
        asks = false; makes = false;
      };
  found

let clear f v =
  let node = node f v in
  node.op <- Integer;
  node.effects <- Pure;
  node.imm <- 0;
  node.args <- no_args

let join_strings (program : program) f =
  if (not program.allocations) && f.blocks.data.(0).term.edges = [||] then
    match find program f with
    | None -> ()
    | Some found -> (
        match joined_strings program f found with
        | None -> ()
        | Some strings ->
            let result = node f found.result in
            result.args <- strings;
            result.imm <- concat program;
            result.effects <- Pure;
            clear f found.made;
            clear f found.first;
            clear f found.second)
