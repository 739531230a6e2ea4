(* 5.x only *)
(* Blocks are in the minor heap until it is collected. *)
external is_shared : 'a -> bool = "caml_obj_is_shared"

type cell = { mutable value : int list; mutable later : int list Lazy.t }

let show name x = Printf.printf "%s: %b\n" name (is_shared x)
let[@inline never] numbers n = List.init n (fun i -> i)
let keep = ref []

let () =
  let cell = { value = numbers 2; later = lazy (numbers 3) } in
  show "new" cell;
  show "its list" cell.value;
  Gc.minor ();
  show "old" cell;
  show "its list" cell.value;
  cell.value <- numbers 4;
  show "a new list" cell.value;
  show "the rest of it" (List.tl cell.value);
  cell.later <- lazy (numbers 5);
  show "not forced" cell.later;
  ignore (Lazy.force cell.later);
  show "forced" (Sys.opaque_identity cell.later);
  Gc.full_major ();
  show "old and forced" (Sys.opaque_identity cell.later);
  cell.value <- [ List.length cell.value ];
  show "a cell" cell.value;
  for i = 1 to 200_000 do keep := i :: !keep done;
  show "after many others" cell.value;
  show "an int" 1;
  show "an array" (Sys.opaque_identity (Array.make 3 1));
  show "a large array" (Sys.opaque_identity (Array.make 300 1))
