(* Parts of a file and a cursor over them: see the interface. *)

type section = { file : string; name : string; bytes : string; start : int; size : int }

let whole ~file bytes = { file; name = ""; bytes; start = 0; size = String.length bytes }
let part section ~offset ~size = { section with start = section.start + offset; size }

let fail section message =
  Diagnostic.fail_at Diagnostic.Input ~file:section.file ~section:section.name ~offset:(-1) message

let fail_at section offset message =
  Diagnostic.fail_at Diagnostic.Input ~file:section.file ~section:section.name ~offset message

let huge = 0x7fff_ffff

type t = { bytes : string; mutable offset : int; stop : int }

let at (section : section) offset =
  { bytes = section.bytes; offset = section.start + offset; stop = section.start + section.size }

let create section = at section 0
let remaining r = r.stop - r.offset
let has r count = count <= r.stop - r.offset
let skip r count = r.offset <- r.offset + count
let byte bytes i = Char.code (String.unsafe_get bytes i)

(* Sums, not [lor]: Lua 5.1 has no bit operations. The sign is the top bit of the first byte. *)
let signed_byte b = if b >= 128 then b - 256 else b

let u8 r =
  let i = r.offset in
  r.offset <- i + 1;
  byte r.bytes i

let s8 r = signed_byte (u8 r)

let u16 r =
  let high = u8 r in
  (high lsl 8) + u8 r

let s16 r =
  let high = s8 r in
  (high lsl 8) + u8 r

let u24 r =
  let high = u16 r in
  (high lsl 8) + u8 r

let u32 r =
  let top = u8 r in
  let rest = u24 r in
  if top >= 128 then huge else (top lsl 24) + rest

let s32 r =
  let top = s8 r in
  (top lsl 24) + u24 r

let u64 r =
  let high = u32 r in
  let low = u32 r in
  if high > 0 then huge else low

let s64 r =
  let value = ref 0L in
  for _ = 1 to 8 do
    value := Int64.logor (Int64.shift_left !value 8) (Int64.of_int (u8 r))
  done;
  !value

let s64_le r =
  let value = ref 0L in
  for i = 0 to 7 do
    value := Int64.logor !value (Int64.shift_left (Int64.of_int (u8 r)) (8 * i))
  done;
  !value

let code_words (section : section) code at =
  let bytes = section.bytes in
  for word = 0 to (section.size / 4) - 1 do
    let i = section.start + (word * 4) in
    let low = byte bytes i + (byte bytes (i + 1) lsl 8) + (byte bytes (i + 2) lsl 16) in
    code.(at + word) <- (signed_byte (byte bytes (i + 3)) lsl 24) + low
  done
