(* Inline records in constructors, with mutable fields, in extensible types and
   exceptions; ordinary records with punning, update and nesting. *)

type shape =
  | Circle of { x : int; y : int; mutable radius : int }
  | Line of { from : int * int; into : int * int }
  | Empty
  | Text of string * int

exception Bad_shape of { shape : shape; reason : string }

type person = { name : string; age : int; address : address; mutable tags : string list }
and address = { street : string; number : int; city : city }
and city = { city_name : string; zip : int }

let grow = function
  | Circle c when c.radius > 100 -> raise (Bad_shape { shape = Circle { c with radius = 100 }; reason = "too big" })
  | Circle c -> c.radius <- c.radius * 2
  | Line _ | Empty | Text _ -> ()

let moved dx = function
  | Circle c -> Circle { c with x = c.x + dx }
  | Line { from = (a, b); into = (c, d) } -> Line { from = (a + dx, b); into = (c + dx, d) }
  | Empty -> Empty
  | Text (s, n) -> Text (s ^ "'", n + dx)

let show = function
  | Circle { x; y; radius } -> Printf.sprintf "circle %d,%d r%d" x y radius
  | Line { from = (a, b); into = (c, d) } -> Printf.sprintf "line %d,%d-%d,%d" a b c d
  | Empty -> "empty"
  | Text (s, n) -> Printf.sprintf "text %s@%d" s n

let home = { city_name = "Springfield"; zip = 12345 }
let ann = { name = "Ann"; age = 30; address = { street = "Main"; number = 7; city = home }; tags = [] }

let describe { name; age; address = { street; number; city = { city_name; _ } }; tags } =
  Printf.sprintf "%s(%d) %s %d, %s [%s]" name age street number city_name (String.concat "," tags)

let older p = { p with age = p.age + 1 }
let move_out p number = { p with address = { p.address with number; city = { p.address.city with zip = number * 100 } } }

type counter = { mutable hits : int; mutable misses : int; limit : int }

let bump c hit =
  if hit then c.hits <- c.hits + 1 else c.misses <- c.misses + 1;
  if c.hits + c.misses > c.limit then begin
    c.hits <- 0;
    c.misses <- 0
  end

type 'a linked = Nil | Cell of { value : 'a; mutable next : 'a linked }
let rec to_list = function Nil -> [] | Cell { value; next } -> value :: to_list next
let append_in_place l v =
  match l with
  | Nil -> ()
  | Cell c ->
    let rec last (n : 'a linked) = match n with Cell { next = Cell _ as n; _ } -> last n | n -> n in
    (match last (Cell c) with
     | Cell { next = Cell _; _ } | Nil -> assert false
     | Cell c -> c.next <- Cell { value = v; next = Nil })

let () =
  let c = Circle { x = 1; y = 2; radius = 30 } in
  grow c;
  print_endline (show c);
  grow c;
  (try grow c with Bad_shape { shape; reason } -> Printf.printf "%s: %s\n" reason (show shape));
  print_endline (show c);
  List.iter (fun s -> print_endline (show (moved 10 s)))
    [c; Line { from = (0, 1); into = (2, 3) }; Empty; Text ("t", 1)];
  print_endline (describe ann);
  let bob = { (older ann) with name = "Bob"; tags = ["x"] } in
  let bob2 = move_out bob 99 in
  bob2.tags <- "new" :: bob2.tags;
  print_endline (describe bob);
  print_endline (describe bob2);
  Printf.printf "%d %d %B\n" bob.address.city.zip bob2.address.city.zip (ann.address == bob.address);
  let k = { hits = 0; misses = 0; limit = 5 } in
  List.iter (fun h -> bump k h; Printf.printf "%d/%d " k.hits k.misses) [true; true; false; true; false; true; false];
  print_newline ();
  let l = Cell { value = 1; next = Cell { value = 2; next = Nil } } in
  append_in_place l 3;
  append_in_place l 4;
  List.iter (Printf.printf "%d ") (to_list l);
  Printf.printf "%B\n" (compare { ann with age = 31 } (older ann) = 0)
