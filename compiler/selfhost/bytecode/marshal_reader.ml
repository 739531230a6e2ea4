(* OCaml's marshalled values: see the interface. Codes as in runtime/caml/intext.h. *)

module In = Byte_reader

type value = Int of int | Wide of int64 | Atom of int | Object of int * contents

and contents =
  | Block of int * value array
  | String of string
  | Floating of float
  | Float_array of float array
  | Int32 of int64
  | Int64 of int64
  | Nativeint of int64

type t = { root : value; object_count : int; size : int }

(* A block whose fields from [next] on are still to come. *)
type open_block = { fields : value array; mutable next : int }

type reader = {
  section : In.section;
  input : In.t;
  objects : value Vec.t;  (* by number *)
  mutable open_blocks : open_block list;  (* the innermost first *)
  mutable pending : int;  (* fields of open_blocks to come *)
  mutable start : int;  (* of the value being read, in the file *)
}

let fail r message = In.fail_at r.section (r.start - r.section.start) message
let cut_short = "the marshalled value is cut short"
let need r count = if not (In.has r.input count) then fail r cut_short

let add r contents =
  let value = Object (Vec.length r.objects, contents) in
  Vec.push r.objects value;
  value

(* An OCaml integer has 63 bits; few of them need more than 32. *)
let wide_integer n =
  let n = Int64.shift_right (Int64.shift_left n 1) 1 in
  if Int64.compare n (-0x8000_0000L) >= 0 && Int64.compare n 0x7fff_ffffL <= 0 then Int (Int64.to_int n) else Wide n

let shared r distance =
  let count = Vec.length r.objects in
  if distance = 0 || distance > count then fail r "shared value that was never met"
  else Vec.get r.objects (count - distance)

let block r size tag =
  if size = 0 then Atom tag
  else begin
    (* Each field takes a byte at least: refuse sizes that can't be true before
       any memory is taken for them. *)
    let left = In.remaining r.input in
    if size > left || size + r.pending > left then fail r "block longer than the input";
    let fields = Array.make size (Int 0) in
    r.open_blocks <- { fields; next = 0 } :: r.open_blocks;
    r.pending <- r.pending + size;
    add r (Block (tag, fields))
  end

(* The header of the runtime: size, two bits of colour, tag. *)
let block32 r =
  need r 4;
  let high = In.u16 r.input in
  let low = In.u16 r.input in
  block r ((high lsl 6) + (low lsr 10)) (low land 255)

let block64 r =
  need r 8;
  let top = In.u32 r.input in
  let high = In.u16 r.input in
  let low = In.u16 r.input in
  let size = if top > 255 then In.huge else (top lsl 22) + (high lsl 6) + (low lsr 10) in
  block r size (low land 255)

let string r size =
  need r size;
  let offset = r.input.In.offset in
  In.skip r.input size;
  add r (String (String.sub r.input.In.bytes offset size))

let float ~little r = Int64.float_of_bits (if little then In.s64_le r.input else In.s64 r.input)

let floating ~little r =
  need r 8;
  add r (Floating (float ~little r))

let float_array ~little r count =
  if count > In.remaining r.input / 8 then fail r cut_short;
  let floats = Array.make count 0. in
  for i = 0 to count - 1 do
    floats.(i) <- float ~little r
  done;
  add r (Float_array floats)

let boxed32 r =
  need r 4;
  Int64.of_int (In.s32 r.input)

let boxed64 r =
  need r 8;
  In.s64 r.input

(* Only the boxed integers can be constants: _i, _j and _n. *)
let custom ~with_length r =
  need r 3;
  let underscore = Char.chr (In.u8 r.input) in
  let letter = Char.chr (In.u8 r.input) in
  let nul = In.u8 r.input in
  match (underscore, letter, nul) with
  | '_', (('i' | 'j' | 'n') as letter), 0 -> begin
      if with_length then begin
        need r 12;
        In.skip r.input 12
      end;
      match letter with
      | 'i' -> add r (Int32 (boxed32 r))
      | 'j' -> add r (Int64 (boxed64 r))
      | _ -> begin
          need r 1;
          match In.u8 r.input with
          | 1 -> add r (Nativeint (boxed32 r))
          | 2 -> add r (Nativeint (boxed64 r))
          | _ -> fail r "ill-formed native integer"
        end
    end
  | _ -> fail r "custom block of a kind that can't be a constant"

(* The counts that precede what they count. *)
let count8 r =
  need r 1;
  In.u8 r.input

let count16 r =
  need r 2;
  In.u16 r.input

let count32 r =
  need r 4;
  In.u32 r.input

let count64 r =
  need r 8;
  In.u64 r.input

let special r code =
  match code with
  | 0x00 (* INT8 *) ->
      need r 1;
      Int (In.s8 r.input)
  | 0x01 (* INT16 *) ->
      need r 2;
      Int (In.s16 r.input)
  | 0x02 (* INT32 *) ->
      need r 4;
      Int (In.s32 r.input)
  | 0x03 (* INT64 *) ->
      need r 8;
      wide_integer (In.s64 r.input)
  | 0x04 (* SHARED8 *) -> shared r (count8 r)
  | 0x05 (* SHARED16 *) -> shared r (count16 r)
  | 0x06 (* SHARED32 *) -> shared r (count32 r)
  | 0x14 (* SHARED64 *) -> shared r (count64 r)
  | 0x08 (* BLOCK32 *) -> block32 r
  | 0x13 (* BLOCK64 *) -> block64 r
  | 0x09 (* STRING8 *) -> string r (count8 r)
  | 0x0A (* STRING32 *) -> string r (count32 r)
  | 0x15 (* STRING64 *) -> string r (count64 r)
  | 0x0B (* DOUBLE_BIG *) -> floating ~little:false r
  | 0x0C (* DOUBLE_LITTLE *) -> floating ~little:true r
  | 0x0D (* DOUBLE_ARRAY8_BIG *) -> float_array ~little:false r (count8 r)
  | 0x0E (* DOUBLE_ARRAY8_LITTLE *) -> float_array ~little:true r (count8 r)
  | 0x0F (* DOUBLE_ARRAY32_BIG *) -> float_array ~little:false r (count32 r)
  | 0x07 (* DOUBLE_ARRAY32_LITTLE *) -> float_array ~little:true r (count32 r)
  | 0x16 (* DOUBLE_ARRAY64_BIG *) -> float_array ~little:false r (count64 r)
  | 0x17 (* DOUBLE_ARRAY64_LITTLE *) -> float_array ~little:true r (count64 r)
  | 0x18 (* CUSTOM_LEN *) -> custom ~with_length:true r
  | 0x19 (* CUSTOM_FIXED *) -> custom ~with_length:false r
  | 0x12 (* CUSTOM *) -> fail r "custom block of an OCaml before 4.08"
  | 0x10 (* CODEPOINTER *) | 0x11 (* INFIXPOINTER *) -> fail r "closures can't be read"
  | _ -> fail r "unknown code in the marshalled value"

let value r =
  r.start <- r.input.In.offset;
  need r 1;
  let code = In.u8 r.input in
  if code >= 0x80 then block r ((code lsr 4) land 7) (code land 15)
  else if code >= 0x40 then Int (code land 63)
  else if code >= 0x20 then string r (code land 31)
  else special r code

(* As intern_rec goes: a block's fields in order, those of a field that is a block
   before the next field. A block is closed before its last field is read, so that
   long lists don't pile up. *)
let rec fill r =
  match r.open_blocks with
  | [] -> ()
  | top :: rest ->
      let field = top.next in
      top.next <- field + 1;
      r.pending <- r.pending - 1;
      if top.next = Array.length top.fields then r.open_blocks <- rest;
      top.fields.(field) <- value r;
      fill r

(* Bytes of the header, bytes that follow it. *)
type header = Absent | Compressed of int * int | Plain of int * int

(* 1xxxxxxx 1yyyyyyy 0zzzzzzz; saturates. *)
let vlq input =
  let rec from value =
    if not (In.has input 1) then value
    else
      let byte = In.u8 input in
      let value = if value >= 0x100_0000 then In.huge else (value lsl 7) + (byte land 127) in
      if byte < 128 then value else from value
  in
  from 0

let read_header section =
  let input = In.create section in
  let magic = if In.has input 4 then String.sub section.In.bytes section.In.start 4 else "" in
  In.skip input 4;
  match magic with
  | "\x84\x95\xA6\xBE" when In.has input 16 -> Plain (20, In.u32 input)
  | "\x84\x95\xA6\xBF" when In.has input 28 ->
      In.skip input 4;
      Plain (32, In.u64 input)
  | "\x84\x95\xA6\xBD" when In.has input 1 ->
      let size = In.u8 input land 0x3F in
      Compressed (size, vlq input)
  | _ -> Absent

let length section =
  match read_header section with
  | Absent | Compressed (0, _) -> 0
  | Compressed (header, data) | Plain (header, data) ->
      if data > section.In.size - header then 0 else header + data

let is_compressed section =
  match read_header section with
  | Compressed _ -> true
  | Absent | Plain _ -> false

let read section =
  match read_header section with
  | Absent | Compressed (0, _) -> In.fail_at section 0 "no marshalled value here"
  | Compressed _ -> In.fail_at section 0 "the marshalled value is compressed"
  | Plain (header, data) ->
      if data > section.In.size - header then In.fail_at section 0 cut_short;
      let size = header + data in
      if size >= 1 lsl 30 then In.fail_at section 0 "the marshalled value is longer than 1 GB";
      let input = In.create (In.part section ~offset:0 ~size) in
      In.skip input header;
      let r = { section; input; objects = Vec.create (); open_blocks = []; pending = 0; start = 0 } in
      let root = value r in
      fill r;
      if In.remaining input <> 0 then
        In.fail_at section (input.In.offset - section.In.start) "bytes follow the marshalled value";
      { root; object_count = Vec.length r.objects; size }
