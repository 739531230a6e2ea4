(* The SYMB section: see the interface. *)

open Marshal_reader

let predefined_exceptions =
  [|
    "Out_of_memory"; "Sys_error"; "Failure"; "Invalid_argument"; "End_of_file"; "Division_by_zero"; "Not_found";
    "Match_failure"; "Stack_overflow"; "Sys_blocked_io"; "Assert_failure"; "Undefined_recursive_module";
  |]

let unknown_form section = Byte_reader.fail section "the table of globals has an unknown form"

(* A key is an Ident.t up to 5.1: Global name (tag 2) or Predef {name; stamp} (tag
   3); from 5.2 on Glob_compunit name (tag 0) or Glob_predef name (tag 1). *)
let key_name section ~plain key =
  match key with
  | Object (_, Block (tag, [| Object (_, String name) |])) when if plain then tag = 0 || tag = 1 else tag = 2 -> name
  | Object (_, Block (3, [| Object (_, String name); _ |])) when not plain -> name
  | _ -> unknown_form section

let wild_slot section name slot slots =
  Byte_reader.fail section ("global `" ^ name ^ "` has slot " ^ slot ^ " of " ^ string_of_int slots)

let read section ~version ~slots =
  let data = Marshal_reader.read section in
  let plain = version >= Image.magic_5_2 in
  let names = Array.make slots "" in
  (* A map is a tree: more nodes than objects means that it was tampered with. *)
  let rec visit nodes pending =
    match pending with
    | [] -> ()
    | Int 0 :: rest -> visit nodes rest
    | Object (_, Block (0, [| left; key; slot; right; _ |])) :: rest when nodes < data.object_count -> begin
        let name = key_name section ~plain key in
        match slot with
        | Int slot ->
            if slot < 0 || slot >= slots then wild_slot section name (string_of_int slot) slots;
            names.(slot) <- name;
            visit (nodes + 1) (right :: left :: rest)
        | Wide slot -> wild_slot section name (Int64.to_string slot) slots
        | Atom _ | Object _ -> unknown_form section
      end
    | _ -> unknown_form section
  in
  (* {cnt; tbl}, a Map: Empty = 0, Node {l; v; d; r; h}. *)
  begin match data.root with
  | Object (_, Block (0, [| _; map |])) -> visit 0 [ map ]
  | _ -> unknown_form section
  end;
  names
