open Opcodes_table

type plain = { op : Opcodes.op; push : bool; implied : bool; operand : int }

let implied op ~push operand = { op; push; implied = true; operand }
let pushing op = { op; push = true; implied = false; operand = 0 }

(* One of the opcodes [first], ... that stand for [base] with an operand from [origin] on. *)
let family op first base ~push origin = implied base ~push (Opcodes.number op - Opcodes.number first + origin)

let decode op =
  match op with
  | ACC0 | ACC1 | ACC2 | ACC3 | ACC4 | ACC5 | ACC6 | ACC7 -> family op ACC0 ACC ~push:false 0
  | PUSHACC0 | PUSHACC1 | PUSHACC2 | PUSHACC3 | PUSHACC4 | PUSHACC5 | PUSHACC6 | PUSHACC7 ->
      family op PUSHACC0 ACC ~push:true 0
  | ENVACC1 | ENVACC2 | ENVACC3 | ENVACC4 -> family op ENVACC1 ENVACC ~push:false 1
  | PUSHENVACC1 | PUSHENVACC2 | PUSHENVACC3 | PUSHENVACC4 -> family op PUSHENVACC1 ENVACC ~push:true 1
  | APPLY1 | APPLY2 | APPLY3 -> family op APPLY1 APPLY1 ~push:false 1
  | APPTERM1 | APPTERM2 | APPTERM3 -> family op APPTERM1 APPTERM1 ~push:false 1
  | MAKEBLOCK1 | MAKEBLOCK2 | MAKEBLOCK3 -> family op MAKEBLOCK1 MAKEBLOCK1 ~push:false 1
  | GETFIELD0 | GETFIELD1 | GETFIELD2 | GETFIELD3 -> family op GETFIELD0 GETFIELD ~push:false 0
  | SETFIELD0 | SETFIELD1 | SETFIELD2 | SETFIELD3 -> family op SETFIELD0 SETFIELD ~push:false 0
  | CONST0 | CONST1 | CONST2 | CONST3 -> family op CONST0 CONSTINT ~push:false 0
  | PUSHCONST0 | PUSHCONST1 | PUSHCONST2 | PUSHCONST3 -> family op PUSHCONST0 CONSTINT ~push:true 0
  | C_CALL1 | C_CALL2 | C_CALL3 | C_CALL4 | C_CALL5 -> family op C_CALL1 C_CALL1 ~push:false 1
  | OFFSETCLOSUREM3 | OFFSETCLOSURE0 | OFFSETCLOSURE3 -> family op OFFSETCLOSUREM3 OFFSETCLOSURE ~push:false (-1)
  | PUSHOFFSETCLOSUREM3 | PUSHOFFSETCLOSURE0 | PUSHOFFSETCLOSURE3 ->
      family op PUSHOFFSETCLOSUREM3 OFFSETCLOSURE ~push:true (-1)
  | ATOM0 -> implied ATOM ~push:false 0
  | PUSHATOM0 -> implied ATOM ~push:true 0
  | PUSHACC -> pushing ACC
  | PUSHENVACC -> pushing ENVACC
  | PUSHOFFSETCLOSURE -> pushing OFFSETCLOSURE
  | PUSHGETGLOBAL -> pushing GETGLOBAL
  | PUSHGETGLOBALFIELD -> pushing GETGLOBALFIELD
  | PUSHATOM -> pushing ATOM
  | PUSHCONSTINT -> pushing CONSTINT
  | _ -> { op; push = false; implied = false; operand = 0 }

(* By number. *)
let plain_forms = Array.map decode ops
let plain_form op = plain_forms.(Opcodes.number op)
