(* Closures that know each other, in large groups: over what a Lua function may
   hold as locals or upvalues; with free variables, in functions and functors, as
   values of the unit and not. *)

module F (X : sig val x : int end) = struct
  let rec f1 y = f2 (y + 1)
  and f2 y = f3 (y + 1)
  and f3 y = f4 (y + 1)
  and f4 y = f5 (y + 1)
  and f5 y = f6 (y + 1)
  and f6 y = f7 (y + 1)
  and f7 y = f8 (y + 1)
  and f8 y = f9 (y + 1)
  and f9 y = f10 (y + 1)
  and f10 y = f11 (y + 1)
  and f11 y = f12 (y + 1)
  and f12 y = f13 (y + 1)
  and f13 y = f14 (y + 1)
  and f14 y = f15 (y + 1)
  and f15 y = f16 (y + 1)
  and f16 y = f17 (y + 1)
  and f17 y = f18 (y + 1)
  and f18 y = f19 (y + 1)
  and f19 y = f20 (y + 1)
  and f20 y = f21 (y + 1)
  and f21 y = f22 (y + 1)
  and f22 y = f23 (y + 1)
  and f23 y = f24 (y + 1)
  and f24 y = f25 (y + 1)
  and f25 y = f26 (y + 1)
  and f26 y = f27 (y + 1)
  and f27 y = f28 (y + 1)
  and f28 y = f29 (y + 1)
  and f29 y = f30 (y + 1)
  and f30 y = f31 (y + 1)
  and f31 y = f32 (y + 1)
  and f32 y = f33 (y + 1)
  and f33 y = f34 (y + 1)
  and f34 y = f35 (y + 1)
  and f35 y = f36 (y + 1)
  and f36 y = f37 (y + 1)
  and f37 y = f38 (y + 1)
  and f38 y = f39 (y + 1)
  and f39 y = f40 (y + 1)
  and f40 y = f41 (y + 1)
  and f41 y = f42 (y + 1)
  and f42 y = f43 (y + 1)
  and f43 y = f44 (y + 1)
  and f44 y = f45 (y + 1)
  and f45 y = f46 (y + 1)
  and f46 y = f47 (y + 1)
  and f47 y = f48 (y + 1)
  and f48 y = f49 (y + 1)
  and f49 y = f50 (y + 1)
  and f50 y = f51 (y + 1)
  and f51 y = f52 (y + 1)
  and f52 y = f53 (y + 1)
  and f53 y = f54 (y + 1)
  and f54 y = f55 (y + 1)
  and f55 y = f56 (y + 1)
  and f56 y = f57 (y + 1)
  and f57 y = f58 (y + 1)
  and f58 y = f59 (y + 1)
  and f59 y = f60 (y + 1)
  and f60 y = f61 (y + 1)
  and f61 y = f62 (y + 1)
  and f62 y = f63 (y + 1)
  and f63 y = f64 (y + 1)
  and f64 y = f65 (y + 1)
  and f65 y = f66 (y + 1)
  and f66 y = f67 (y + 1)
  and f67 y = f68 (y + 1)
  and f68 y = f69 (y + 1)
  and f69 y = f70 (y + 1)
  and f70 y = if y > 500 then y - X.x else f1 (y + X.x)
end

module A = F (struct let x = 3 end)
module B = F (struct let x = 1000 end)

let local limit =
  let calls = ref 0 in
  let rec even n = incr calls; if n = 0 then true else odd (n - 1)
  and odd n = incr calls; if n >= limit then false else if n = 0 then false else even (n - 1) in
  (even, odd, fun () -> !calls)

(* Values of the unit that another part of it calls later. *)
let ping, pong =
  let count = ref 0 in
  let rec ping n = incr count; if n = 0 then !count else pong (n - 1)
  and pong n = incr count; if n = 0 then - !count else ping (n - 1) in
  (ping, pong)

module Later = struct
  let run n = (ping n, pong n)
end

let () =
  Printf.printf "%d %d %d\n" (A.f1 0) (A.f25 1) (B.f1 0);
  let even, odd, calls = local 50 in
  Printf.printf "%b %b %b %d\n" (even 10) (odd 7) (odd 99) (calls ());
  let a, b = Later.run 5 in
  Printf.printf "%d %d\n" a b
