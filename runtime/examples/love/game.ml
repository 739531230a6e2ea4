(* A ball in a box. The arrow keys push it, Escape ends the game. *)
type ball = { x : float; y : float; vx : float; vy : float }

let width = 800. and height = 600. and radius = 20.
let ball = ref { x = 400.; y = 300.; vx = 160.; vy = 120. }

(* One coordinate after [dt] seconds: it bounces between the walls. *)
let step x v limit dt =
  let x = x +. (v *. dt) in
  if x < radius then ((2. *. radius) -. x, -.v)
  else if x > limit -. radius then ((2. *. (limit -. radius)) -. x, -.v)
  else (x, v)

let update dt =
  let b = !ball in
  let x, vx = step b.x b.vx width dt and y, vy = step b.y b.vy height dt in
  ball := { x; y; vx; vy }

let draw graphics =
  let call name arguments = ignore (Lua.call (Lua.get graphics name) arguments) in
  let f = Lua.of_float in
  call "print" [ Lua.of_string (Printf.sprintf "%.0f, %.0f" !ball.x !ball.y); f 10.; f 10. ];
  call "circle" [ Lua.of_string "fill"; f !ball.x; f !ball.y; f radius ]

let push dx dy = ball := { !ball with vx = !ball.vx +. dx; vy = !ball.vy +. dy }

(* Whether the game is over. *)
let keypressed = function
  | "escape" -> true
  | "left" -> push (-50.) 0.; false
  | "right" -> push 50. 0.; false
  | "up" -> push 0. (-50.); false
  | "down" -> push 0. 50.; false
  | _ -> false

let () =
  Lua.export "update" Lua.(make (float @-> returning unit) update);
  Lua.export "draw" Lua.(make (value @-> returning unit) draw);
  Lua.export "keypressed" Lua.(make (string @-> returning bool) keypressed)
