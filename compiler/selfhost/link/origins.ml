type t = {
  image : Image.t;
  starts : int array;  (* of all closures and main code, ascending *)
}

let longest_name = 200

let printable name =
  let name = if String.length name > longest_name then String.sub name 0 longest_name else name in
  String.map (fun c -> match c with ' ' .. '~' -> c | _ -> '?') name

(* Where the main code of a unit that begins at [pc] goes on, behind the functions. *)
let main_start code pc =
  match Opcodes.op_at code pc with
  | BRANCH -> Opcodes.label code ~base:(pc + 1) (pc + 1)
  | _ -> pc

let create (image : Image.t) =
  let code = image.code in
  let starts = Id_set.create () in
  let mark ~base at = ignore (Id_set.add starts (Opcodes.label code ~base at)) in
  let pc = ref 0 in
  while !pc < Array.length code do
    (match Opcodes.op_at code !pc with
    | CLOSURE -> mark ~base:(!pc + 2) (!pc + 2)
    | CLOSUREREC ->
        for i = 0 to code.(!pc + 1) - 1 do
          mark ~base:(!pc + 3) (!pc + 3 + i)
        done
    | _ -> ());
    pc := !pc + Opcodes.instruction_size code !pc
  done;
  Array.iter (fun { Image.start; _ } -> ignore (Id_set.add starts (main_start code start))) image.units;
  let ascending = Vec.create () in
  for pc = 0 to Array.length code - 1 do
    if Id_set.mem starts pc then Vec.push ascending pc
  done;
  { image; starts = Vec.to_array ascending }

(* The first index from [low] on, below [high], whose [pc_of] is at least [pc]; or [high]. *)
let rec search pc_of (pc : int) low high =
  if low >= high then low
  else
    let middle = (low + high) / 2 in
    if pc_of middle < pc then search pc_of pc (middle + 1) high else search pc_of pc low middle

let event_of t (f : Ir.func) =
  let image = t.image in
  let start = if f.fkind = Unit_main then main_start image.code f.fpc else f.fpc in
  let next = search (fun i -> t.starts.(i)) (start + 1) 0 (Array.length t.starts) in
  let unit_stop = image.units.(f.unit_index).stop in
  let stop = if next < Array.length t.starts && t.starts.(next) < unit_stop then t.starts.(next) else unit_stop in
  let at = search (fun i -> image.events.(i).pc) start 0 (Array.length image.events) in
  if at = Array.length image.events then None
  else
    let event = image.events.(at) in
    if event.pc >= stop || event.line = 0 then None else Some event

let comment t (f : Ir.func) =
  let pc = ", pc " ^ string_of_int f.fpc ^ "\n" in
  match event_of t f with
  | Some { file; line; definition; _ } ->
      let definition = if definition = "" then "" else " " ^ printable definition in
      "-- " ^ printable file ^ ":" ^ string_of_int line ^ definition ^ pc
  | None ->
      let name = t.image.units.(f.unit_index).name in
      "-- " ^ (if name = "" then "?" else printable name) ^ pc
