(* How expressions are put together. *)

open Expression

let name text = { text; precedence = Primary; truth = false }
let plain text = { text; precedence = Literal; truth = false }
let binary a op b precedence = at a precedence ^ op ^ at b (tighter precedence)
let infix a op b precedence = { text = binary a op b precedence; precedence; truth = false }
let number_text text = { text; precedence = (if text.[0] = '-' then Unary else Literal); truth = false }
let number n = number_text (string_of_int n)
