(* What the reader hands to the compiler: one linked program, whatever the kind
   of file it came from. See stage0's bytecode/image.h for the invariants that
   hold after a successful read: no later phase checks them again. *)

(* A constant of the DATA section. Shared (physical equality matters) and, for
   [let rec] of constants, cyclic: fields are indices into [constants]. *)
type constant =
  | Integer of int64
  | Floating of float
  | String of string
  | Block of int * int array  (* tag, fields *)
  | Float_array of float array
  | Int32 of int64
  | Int64 of int64
  | Nativeint of int64

(* A contiguous part of the code that belongs to one compilation unit, in words. *)
type code_unit = {
  name : string;  (* "Stdlib__List"; "" when unknown *)
  start : int;
  stop : int;
}

(* One event of the debug information. Locations may be empty ("" and 0). *)
type event = {
  pc : int;  (* in words from the start of the code *)
  file : string;
  line : int;  (* from 1 *)
  column : int;  (* from 0, in bytes; -1 for a dummy position, here and below *)
  definition : string;  (* the enclosing definition (4.11+), or "" *)
  end_line : int;
  end_column : int;
  end_offset : int;  (* of the end, from the start of [line] *)
}

(* The number of the magic: 30 for OCaml 4.13. *)
type version = int

let magic_4_08 = 25
let magic_4_12 = 29
let magic_4_13 = 30
let magic_5_0 = 32
let magic_5_1 = 33
let magic_5_2 = 34

type t = {
  version : version;
  code : int array;  (* opcodes and operands, signed 32 bits; branch offsets relative as in the file *)
  primitives : string array;  (* by number of C_CALL *)
  constants : constant Vec.t;
  globals : int array;  (* initial value by slot: a constant *)
  global_names : string array;  (* by slot: unit or predefined exception, or "" *)
  mutable units : code_unit array;  (* in order of code *)
  mutable events : event array;  (* by pc; empty unless asked for *)
  imported : bool array;
      (* of a unit by itself: by slot, whether it is that of a unit from elsewhere. Else empty. *)
}
