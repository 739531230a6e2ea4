(* Recursive modules: functions across modules, values delayed by lazy and
   functions, a functor argument that refers to its result, and an undefined
   recursive use. *)

module rec Even : sig val test : int -> bool val name : string end = struct
  let name = "even"
  let test n = n = 0 || Odd.test (n - 1)
end
and Odd : sig val test : int -> bool val partner : unit -> string end = struct
  let test n = n <> 0 && Even.test (n - 1)
  let partner () = Even.name
end

(* A tree whose nodes hold sets of trees: the set is made from the tree. *)
module rec Tree : sig
  type t = Leaf of string | Node of Trees.t
  val compare : t -> t -> int
  val show : t -> string
end = struct
  type t = Leaf of string | Node of Trees.t
  let compare a b =
    match a, b with
    | Leaf x, Leaf y -> String.compare x y
    | Leaf _, Node _ -> -1
    | Node _, Leaf _ -> 1
    | Node x, Node y -> Trees.compare x y
  let show = function
    | Leaf s -> s
    | Node s -> "{" ^ String.concat " " (List.map Tree.show (Trees.elements s)) ^ "}"
end
and Trees : Set.S with type elt = Tree.t = Set.Make (Tree)

module rec Expr : sig
  type t = Num of int | Add of t * t | Call of Def.t * t | Arg
  val eval : int -> t -> int
end = struct
  type t = Num of int | Add of t * t | Call of Def.t * t | Arg
  let rec eval arg = function
    | Num n -> n
    | Arg -> arg
    | Add (a, b) -> eval arg a + eval arg b
    | Call (d, e) -> Def.apply d (eval arg e)
end
and Def : sig
  type t = { name : string; body : Expr.t }
  val apply : t -> int -> int
  val trace : string list ref
end = struct
  type t = { name : string; body : Expr.t }
  let trace = ref []
  let apply d x =
    trace := d.name :: !trace;
    Expr.eval x d.body
end

(* Classes in recursive modules. *)
module rec Node : sig
  class node : string -> object method label : string method graph : Graph.graph option method join : Graph.graph -> unit end
end = struct
  class node label = object (self)
    val mutable owner : Graph.graph option = None
    method label = label
    method graph = owner
    method join g = owner <- Some g; g#register (self :> Node.node)
  end
end
and Graph : sig
  class graph : object method register : Node.node -> unit method labels : string list end
end = struct
  class graph = object
    val mutable nodes : Node.node list = []
    method register n = nodes <- n :: nodes
    method labels = List.map (fun n -> n#label) nodes
  end
end

(* Using an undefined function too early raises. *)
let undefined () =
  let module M = struct
    module rec A : sig val f : int -> int end = struct let x = B.g 1 let f n = n + x end
    and B : sig val g : int -> int end = struct let g n = A.f n end
  end in
  M.A.f 1

let () =
  Printf.printf "%B %B %s\n" (Even.test 1000) (Odd.test 1000) (Odd.partner ());
  let leaf s = Tree.Leaf s in
  let node l = Tree.Node (Trees.of_list l) in
  let t = node [leaf "b"; node [leaf "x"; leaf "w"]; leaf "a"; leaf "b"; node [leaf "w"; leaf "x"]; node []] in
  print_endline (Tree.show t);
  let inc = { Def.name = "inc"; body = Expr.(Add (Arg, Num 1)) } in
  let twice = { Def.name = "twice"; body = Expr.(Call (inc, Call (inc, Add (Arg, Arg)))) } in
  Printf.printf "%d %s\n" (Expr.eval 0 (Expr.Call (twice, Num 20))) (String.concat "," !Def.trace);
  let g = new Graph.graph in
  let n1 = new Node.node "n1" and n2 = new Node.node "n2" in
  n1#join g; n2#join g;
  print_endline (String.concat "," g#labels);
  print_endline (match n1#graph with Some g -> String.concat "+" g#labels | None -> "none");
  match undefined () with
  | n -> Printf.printf "%d\n" n
  | exception Undefined_recursive_module (file, line, _) ->
    Printf.printf "undefined in %s line %B\n" (Filename.basename file) (line > 80)
