(* A vector that grows at its end. The places behind [size] hold leftovers. *)

type 'a t = { mutable data : 'a array; mutable size : int }

let create () = { data = [||]; size = 0 }
let length v = v.size

let get v i = if i >= v.size then invalid_arg "Vec.get" else v.data.(i)
let set v i x = if i >= v.size then invalid_arg "Vec.set" else v.data.(i) <- x

let push v x =
  let capacity = Array.length v.data in
  if v.size >= capacity then begin
    let grown = Array.make (if capacity = 0 then 4 else 2 * capacity) x in
    Array.blit v.data 0 grown 0 v.size;
    v.data <- grown
  end;
  v.data.(v.size) <- x;
  v.size <- v.size + 1

(* Element [i] becomes [x]; those from [i] on move up. *)
let insert v i x =
  push v x;
  Array.blit v.data i v.data (i + 1) (v.size - 1 - i);
  v.data.(i) <- x

let last v = get v (v.size - 1)

(* Removes the last element and returns it. *)
let pop v =
  let x = last v in
  v.size <- v.size - 1;
  x

let truncate v size = if size < v.size then v.size <- size
let clear v = v.size <- 0

let reset v =
  v.data <- [||];
  v.size <- 0

(* A vector of a copy of [a]; its elements must not be floats. *)
let of_array a = { data = Array.copy a; size = Array.length a }
let to_array v = Array.sub v.data 0 v.size

(* Keeps the elements that satisfy [keep], in their order. *)
let filter keep v =
  let n = ref 0 in
  for i = 0 to v.size - 1 do
    let x = v.data.(i) in
    if keep x then begin
      v.data.(!n) <- x;
      incr n
    end
  done;
  v.size <- !n
