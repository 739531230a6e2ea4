(* What interop.lua looks at from the other side. *)
exception Mine of int

let upper = Lua.(import (get (global "string") "upper") (string @-> returning string))
let rec deep n = if n = 0 then 0 else 1 + deep (n - 1)

(* Through table.sort, which no yield crosses. *)
let sorted list =
  let greater a b = if a = 13 || b = 13 then raise (Mine 13) else a > b in
  let t = Lua.to_lua (Lua.list Lua.int) list in
  ignore (Lua.call (Lua.get (Lua.global "table") "sort") [ t; Lua.make Lua.(int @-> int @-> returning bool) greater ]);
  Lua.of_lua (Lua.list Lua.int) t

let caught f =
  match Lua.call f [] with
  | v -> "value " ^ Lua.show v
  | exception Lua.Error why -> "Error " ^ why
  | exception Mine n -> "Mine " ^ string_of_int n
  | exception Failure why -> "Failure " ^ why

let kinds t =
  let name : Lua.kind -> string = function
    | Nil -> "nil" | Boolean -> "boolean" | Number -> "number" | String -> "string" | Table -> "table"
    | Function -> "function" | Userdata -> "userdata" | Thread -> "thread" | Other -> "other"
  in
  String.concat " " (List.map (fun v -> name (Lua.kind v)) (Array.to_list (Lua.to_array t)))

type point = { x : float; y : float }

let point =
  let of_t t = { x = Lua.to_float (Lua.get t "x"); y = Lua.to_float (Lua.get t "y") } in
  Lua.map of_t (fun p -> Lua.table [ ("x", Lua.of_float p.x); ("y", Lua.of_float p.y) ]) Lua.value

let () =
  let open Lua in
  (* What the host's functions yield goes through these. *)
  let say f text = to_string (call f [ of_string text ]) in
  let rec below f n = if n = 0 then say f "below" else let s = below f (n - 1) in if n = 50000 then s ^ "!" else s in
  let rec nested f n = if n = 0 then say f "nested" else to_string (call (func (fun _ -> of_string (nested f (n - 1)))) []) in
  let text name f = export name (make (value @-> returning string) f) in
  text "asks" (fun f -> let a = say f "a" in let b = say f "b" in a ^ b);
  text "asks_below" (fun f -> below f 100000);
  text "asks_nested" (fun f -> nested f 3);
  text "asks_method" (fun o -> to_string (meth o "ask" []) ^ String.concat "," (List.map show (call_all (get o "ask") [])));
  text "asks_all" (fun f -> String.concat "," (List.map (fun i -> say f (string_of_int i)) [ 1; 2; 3 ]));
  text "asks_in_sort" (fun f ->
      let less = func (fun _ -> of_bool (say f "less" = "")) in
      match call (get (global "table") "sort") [ array [| of_int 2; of_int 1 |]; less ] with
      | _ -> "sorted"
      | exception Error why -> why);
  text "tries" (fun f -> match say f "try" with s -> s | exception Error why -> why);
  export "shout" (make (string @-> returning string) (fun s -> upper s ^ "!"));
  export "add" (make (int @-> int @-> returning int) ( + ));
  export "half" (make (float @-> returning float) (fun x -> x /. 2.));
  export "negate" (make (bool @-> returning bool) not);
  export "mirror" (make (point @-> returning point) (fun p -> { x = p.y; y = p.x }));
  export "default" (make (option int @-> returning int) (function None -> -1 | Some n -> n));
  export "maybe" (make (int @-> returning (option int)) (fun n -> if n > 0 then Some n else None));
  export "twice" (make (fn (int @-> returning int) @-> int @-> returning int) (fun f n -> f (f n)));
  export "adder" (make (int @-> returning (fn (int @-> returning int))) ( + ));
  export "thunk" (make (unit @-> returning string) (fun () -> "thunk"));
  export "reverse" (func_all List.rev);
  export "count" (func (fun l -> of_int (List.length l)));
  export "deep" (make (int @-> returning int) deep);
  export "sorted" (make (list int @-> returning (list int)) sorted);
  export "caught" (make (value @-> returning string) caught);
  export "fail" (make (unit @-> returning unit) (fun () -> failwith "bad"));
  export "mine" (make (int @-> returning unit) (fun n -> raise (Mine n)));
  export "throw" (make (value @-> returning unit) error);
  export "kinds" (make (value @-> returning string) kinds);
  export "all" (make (value @-> returning int) (fun t -> List.length (pairs t)));
  export "method_" (make (value @-> returning value) (fun o -> meth o "name" [ of_int 1; nil; of_bool false ]));
  export "same" (make (value @-> value @-> returning bool) equal);
  export "number" (of_int 42);
  export "no" (of_bool false);
  export "text" (of_string "a\000b\255");
  export "exit" (make (int @-> returning unit) exit)
