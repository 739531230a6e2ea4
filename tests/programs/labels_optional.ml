(* Labelled and optional arguments in every shape: order, punning, defaults
   that refer to earlier ones, passing options, partial application, erasure,
   higher-order use. *)

[@@@warning "-6"]

let area ~width ~height = width * height
let greet ?(greeting = "Hello") ?punct name = greeting ^ " " ^ name ^ (match punct with None -> "." | Some p -> p)
let range ?(from = 0) ?(step = 1) upto =
  let rec go i = if i >= upto then [] else i :: go (i + step) in
  go from
let chained ?(a = 1) ?(b = a + 1) ?(c = a * b) () = (a, b, c)
let mixed x ?(y = 10) ~z w = (x * 1000) + (y * 100) + (z * 10) + w
let last_optional x ?(y = 5) () = x + y
let show = function None -> "none" | Some n -> string_of_int n
let forward ?x () = "forward " ^ show x
let wrapper ?x ?y () = forward ?x () ^ " " ^ forward ?x:y ()
let apply ~f ~init l = List.fold_left f init l
let with_callback ?(on_done = fun (_ : int) -> ()) n = on_done (n * 2); n
let rec count ?(acc = 0) = function [] -> acc | _ :: l -> count ~acc:(acc + 1) l
let curry ~a = fun ~b -> fun ?(c = 100) d -> a + b + c + d
let returns_labelled flag = if flag then (fun ~x ~y -> x - y) else (fun ~x ~y -> y - x)
let effects ?(a = (print_string "[a]"; 1)) ?(b = (print_string "[b]"; 2)) () = a + b

type config = { verbose : bool; level : int; name : string option }
let make ?(verbose = false) ?(level = 3) ?name () = { verbose; level; name }

class widget ?(size = 10) ~title () = object
  method describe = Printf.sprintf "%s(%d)" title size
  method resize ?(by = 1) ~(dir : [ `Up | `Down ]) () = if dir = `Up then size + by else size - by
end

let () =
  let width = 3 and height = 4 in
  Printf.printf "%d %d %d %d\n" (area ~width ~height) (area ~height:5 ~width:6) (area 7 8) ((area ~height:10) ~width:2);
  print_endline (greet "Ann");
  print_endline (greet ~greeting:"Bye" "Bob");
  print_endline (greet ~punct:"!" ~greeting:"Hey" "Cyd");
  print_endline (greet ?greeting:None ?punct:(Some "?") "Dan");
  let ints l = String.concat "," (List.map string_of_int l) in
  Printf.printf "%s|%s|%s|%s\n" (ints (range 5)) (ints (range ~from:2 5)) (ints (range ~step:3 10)) (ints (range ~step:2 ~from:1 8));
  let triple (a, b, c) = Printf.printf "(%d,%d,%d)" a b c in
  triple (chained ()); triple (chained ~a:5 ()); triple (chained ~b:5 ()); triple (chained ~c:0 ~a:2 ());
  print_newline ();
  Printf.printf "%d %d %d\n" (mixed 1 ~z:3 4) (mixed 1 ~y:2 ~z:3 4) (mixed ~z:3 ~y:2 1 4);
  let p = mixed 1 in
  let q = p ~z:7 in
  Printf.printf "%d %d %d\n" (p ~z:0 0) (q 9) (p ~y:1 ~z:1 1);
  Printf.printf "%d %d\n" (last_optional 1 ()) (last_optional 1 ~y:2 ());
  print_endline (wrapper ());
  print_endline (wrapper ~x:1 ());
  print_endline (wrapper ?x:None ~y:2 ());
  Printf.printf "%d %d\n" (apply ~f:( + ) ~init:0 [1; 2; 3]) (apply [1; 2; 3] ~init:1 ~f:( * ));
  let seen = ref 0 in
  Printf.printf "%d %d %d\n" (with_callback 1) (with_callback ~on_done:(fun n -> seen := n) 21) !seen;
  Printf.printf "%d\n" !seen;
  Printf.printf "%d\n" (count [1; 2; 3; 4]);
  Printf.printf "%d %d %d\n" (curry ~a:1 ~b:2 3) (curry ~a:1 ~b:2 ~c:0 3) (curry ~b:1 ~a:2 4);
  Printf.printf "%d %d\n" (returns_labelled true ~x:10 ~y:3) (returns_labelled false ~y:3 ~x:10);
  Printf.printf "%d " (effects ());
  Printf.printf "%d " (effects ~a:10 ());
  Printf.printf "%d\n" (effects ~b:20 ~a:10 ());
  List.iter print_endline (List.map greet ["x"; "y"]);
  List.iter print_endline (List.map (greet ~greeting:"Yo") ["x"; "y"]);
  let c = make ~level:9 ~name:"n" () and d = make ~verbose:true () in
  Printf.printf "%B %d %s %B %d %B\n" c.verbose c.level (Option.get c.name) d.verbose d.level (d.name = None);
  let w = new widget ~title:"w" () and v = new widget ~size:5 ~title:"v" () in
  Printf.printf "%s %s %d %d %d\n" w#describe v#describe (w#resize ~dir:`Up ()) (w#resize ~by:4 ~dir:`Down ()) (v#resize ~dir:`Down ~by:2 ());
  let eta : int -> int = fun x -> last_optional x () in
  Printf.printf "%s\n" (ints (List.map eta [1; 2]));
  let f = ListLabels.fold_left ~init:10 ~f:(fun acc x -> acc + x) in
  Printf.printf "%d %s\n" (f [1; 2]) (String.concat "" (ListLabels.map ~f:string_of_int [1; 2; 3]));
  Printf.printf "%s\n" (StringLabels.concat ~sep:"-" (StringLabels.split_on_char ~sep:',' "a,b,c"))
