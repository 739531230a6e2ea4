(* No function (or allocation), and several of them. *)
let no_target = -2
let unknown_target = -1

type t = { kinds : int; func : int; site : int }

let make kinds =
  {
    kinds;
    func = (if kinds land Ir.kind_function <> 0 then unknown_target else no_target);
    site = (if kinds land Ir.kind_block <> 0 then unknown_target else no_target);
  }

let by_kinds = Array.init (Ir.kind_any + 1) make
let of_kinds kinds = by_kinds.(kinds)
let bottom = of_kinds 0
let any = of_kinds Ir.kind_any
let of_function func = { kinds = Ir.kind_function; func; site = no_target }
let of_site site = { kinds = Ir.kind_block; func = no_target; site }
let is_bottom a = a.kinds = 0
let is_function a = a.kinds = Ir.kind_function && a.func >= 0
let calls_function a = a.kinds lor Ir.kind_int = Ir.kind_function lor Ir.kind_int && a.func >= 0
let is_site a = a.kinds land Ir.kind_block <> 0 && a.site >= 0

let join_target (a : int) (b : int) =
  if a = no_target then b else if b = no_target || a = b then a else unknown_target

let join a b =
  if a == b || is_bottom b then a
  else if is_bottom a then b
  else begin
    let kinds = a.kinds lor b.kinds and func = join_target a.func b.func and site = join_target a.site b.site in
    if kinds = a.kinds && func = a.func && site = a.site then a else { kinds; func; site }
  end
