(* Coercions to fewer methods, structural subtyping, call sites that see many
   classes (method caches), many methods, binary methods, object types. *)

class type animal = object method name : string method noise : string end

class dog = object method name = "dog" method noise = "woof" method fetch = "stick" end
class cat = object method noise = "meow" method purr = 3 method name = "cat" end
class robot n = object method id : int = n method name = "robot" ^ string_of_int n method noise = "beep" end

let immediate name : animal = object method name = name method noise = String.uppercase_ascii name end

(* One call site, classes whose tables place the methods differently. *)
let speak (a : animal) = a#name ^ " says " ^ a#noise

class many = object
  method m0 = 0 method m1 = 1 method m2 = 4 method m3 = 9 method m4 = 16 method m5 = 25
  method m6 = 36 method m7 = 49 method m8 = 64 method m9 = 81 method alpha = 100
  method beta = 121 method gamma = 144 method delta = 169 method epsilon = 196
  method zeta = 225 method eta = 256 method theta = 289 method iota = 324 method kappa = 361
end

class more = object
  inherit many
  method! m5 = -25
  method! kappa = -361
  method lambda = 400
  method mu = 441
end

let total o = o#m0 + o#m3 + o#m5 + o#m9 + o#alpha + o#epsilon + o#kappa

(* Row polymorphism: any object with a name. *)
let greet o = "hello " ^ o#name

class virtual comparable = object (_ : 'a) method virtual leq : 'a -> bool end
class money n = object
  inherit comparable
  method value : int = n
  method leq o = n <= o#value
end
let minimum a b = if a#leq b then a else b

let sink : < write : string -> unit; .. > -> string list -> unit = fun o l -> List.iter o#write l

class buffer_sink = object
  val b = Buffer.create 10
  method write s = Buffer.add_string b s
  method contents = Buffer.contents b
end
class counting_sink = object
  inherit buffer_sink as super
  val mutable n = 0
  method! write s = n <- n + String.length s; super#write s
  method count = n
end

type expr = < eval : int; show : string >
let num n : expr = object method eval = n method show = string_of_int n end
let op sym f (a : expr) (b : expr) : expr = object
  method eval = f a#eval b#eval
  method show = "(" ^ a#show ^ sym ^ b#show ^ ")"
end

let () =
  let zoo = [ (new dog :> animal); (new cat :> animal); (new robot 7 :> animal); immediate "cow" ] in
  for _ = 1 to 2 do List.iter (fun a -> print_endline (speak a)) zoo done;
  let hits = ref 0 in
  let arr = Array.of_list zoo in
  for i = 0 to 999 do hits := !hits + String.length arr.((i * 7) land 3)#noise done;
  Printf.printf "hits %d\n" !hits;
  Printf.printf "%d %d %d\n" (total (new many)) (total (new more)) (total (new more :> many));
  let m = (new more :> < m5 : int; kappa : int >) in
  Printf.printf "%d %d\n" m#m5 m#kappa;
  print_endline (greet (new dog) ^ ", " ^ greet (new robot 1) ^ ", " ^ greet (immediate "x"));
  Printf.printf "%d\n" (minimum (new money 30) (minimum (new money 20) (new money 25)))#value;
  let c = new counting_sink in
  sink c ["abc"; "de"; ""; "f"];
  sink (c :> buffer_sink) ["gh"];
  Printf.printf "%s %d\n" c#contents c#count;
  let e = op "+" ( + ) (num 1) (op "*" ( * ) (num 2) (num 3)) in
  Printf.printf "%s = %d\n" e#show e#eval;
  let getters = List.map (fun (o : animal) () -> o#name) zoo in
  print_endline (String.concat "," (List.map (fun f -> f ()) getters))
