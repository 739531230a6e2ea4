(* Functional objects: {< >} copies with and without changes, methods that
   return self, Oo.copy, and sharing between the copies. *)

class account owner = object (self)
  val owner = owner
  val balance = 0
  val history : string list = []
  method balance = balance
  method deposit n = {< balance = balance + n; history = Printf.sprintf "+%d" n :: history >}
  method withdraw n =
    if n > balance then self else {< balance = balance - n; history = Printf.sprintf "-%d" n :: history >}
  method rename owner = {< owner >}
  method same = {< >}
  method show = Printf.sprintf "%s=%d[%s]" owner balance (String.concat "" (List.rev history))
end

class savings owner rate = object
  inherit account owner as super
  val rate = rate
  method interest = super#deposit (balance * rate / 100)
  method show = Printf.sprintf "%s@%d%%" super#show rate
  method with_rate rate = {< rate = rate >}
end

class ['a] fstack = object (_ : 'self)
  val items : 'a list = []
  method push x : 'self = {< items = x :: items >}
  method pop : ('a * 'self) option =
    match items with [] -> None | x :: rest -> Some (x, {< items = rest >})
  method map f : 'self = {< items = List.map f items >}
  method to_list = items
end

(* A builder: chained methods on copies. *)
class builder = object
  val parts = []
  val sep = " "
  method add s = {< parts = s :: parts >}
  method separated_by sep = {< sep >}
  method build = String.concat sep (List.rev parts)
end

(* Mutable state in copies: the ref is shared, the mutable field is not. *)
class mixed = object
  val shared = ref 0
  val mutable own = 0
  method bump = incr shared; own <- own + 1
  method show = Printf.sprintf "%d/%d" !shared own
  method fork = {< own = own * 10 >}
end

let () =
  let a = new account "ann" in
  let b = a#deposit 100 in
  let c = (b#withdraw 30)#withdraw 500 in
  let d = c#rename "dan" in
  List.iter (fun o -> print_endline o#show) [a; b; c; d; d#same];
  Printf.printf "%B %B %B\n" (c#withdraw 1000 == c) (c#same == c) (d#same = d);
  let s = new savings "sue" 5 in
  let s = s#deposit 1000 in
  let s2 = s#interest in
  let s3 = (s2#with_rate 10)#interest in
  List.iter (fun o -> print_endline o#show) [s; s2; s3];
  let st = (((new fstack)#push 1)#push 2)#push 3 in
  let rec drain o = match o#pop with None -> "." | Some (x, o) -> string_of_int x ^ drain o in
  print_endline (drain st);
  print_endline (drain (st#map (fun x -> x * 11)));
  Printf.printf "%d\n" (List.length st#to_list);
  let base = (new builder)#add "one" in
  let left = base#add "two" and right = (base#add "three")#separated_by "-" in
  Printf.printf "%s|%s|%s\n" base#build left#build (right#add "four")#build;
  let m = new mixed in
  m#bump;
  m#bump;
  let f = m#fork in
  f#bump;
  let o = Oo.copy f in
  o#bump;
  m#bump;
  List.iter (fun x -> print_endline x#show) [m; f; o];
  let ids = List.map Oo.id [m; f; o] in
  Printf.printf "%B\n" (List.length (List.sort_uniq compare ids) = 3)
