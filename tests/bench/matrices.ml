(* float arrays: matrix products, Gauss-Jordan inversion, a fast Fourier transform *)
let multiply a b =
  let n = Array.length a and m = Array.length b.(0) and inner = Array.length b in
  Array.init n (fun i ->
      let row = a.(i) in
      Array.init m (fun j ->
          let sum = ref 0. in
          for k = 0 to inner - 1 do sum := !sum +. (row.(k) *. b.(k).(j)) done;
          !sum))

let identity n = Array.init n (fun i -> Array.init n (fun j -> if i = j then 1. else 0.))

let invert matrix =
  let n = Array.length matrix in
  let a = Array.map Array.copy matrix and inverse = identity n in
  let swap rows i j = let row = rows.(i) in rows.(i) <- rows.(j); rows.(j) <- row in
  let scale row factor = Array.iteri (fun j x -> row.(j) <- x *. factor) row in
  let subtract row factor other = Array.iteri (fun j x -> row.(j) <- row.(j) -. (factor *. x)) other in
  for i = 0 to n - 1 do
    let pivot = ref i in
    for k = i + 1 to n - 1 do if abs_float a.(k).(i) > abs_float a.(!pivot).(i) then pivot := k done;
    swap a i !pivot;
    swap inverse i !pivot;
    let factor = 1. /. a.(i).(i) in
    scale a.(i) factor;
    scale inverse.(i) factor;
    for k = 0 to n - 1 do
      if k <> i then begin
        let factor = a.(k).(i) in
        subtract a.(k) factor a.(i);
        subtract inverse.(k) factor inverse.(i)
      end
    done
  done;
  inverse

let pi = 4. *. atan 1.

(* In place; `sign` is -1 there and 1 back, without the division. *)
let transform sign re im =
  let n = Array.length re in
  let j = ref 0 in
  for i = 0 to n - 2 do
    if i < !j then begin
      let x = re.(i) and y = im.(i) in
      re.(i) <- re.(!j); im.(i) <- im.(!j);
      re.(!j) <- x; im.(!j) <- y
    end;
    let mask = ref (n / 2) in
    while !mask > 0 && !j land !mask <> 0 do j := !j lxor !mask; mask := !mask / 2 done;
    j := !j lor !mask
  done;
  let half = ref 1 in
  while !half < n do
    let angle = sign *. pi /. float_of_int !half in
    for k = 0 to !half - 1 do
      let c = cos (angle *. float_of_int k) and s = sin (angle *. float_of_int k) in
      let i = ref k in
      while !i < n do
        let l = !i + !half in
        let x = (re.(l) *. c) -. (im.(l) *. s) and y = (re.(l) *. s) +. (im.(l) *. c) in
        re.(l) <- re.(!i) -. x;
        im.(l) <- im.(!i) -. y;
        re.(!i) <- re.(!i) +. x;
        im.(!i) <- im.(!i) +. y;
        i := l + !half
      done
    done;
    half := 2 * !half
  done

let distance a b = Array.fold_left max 0. (Array.map2 (fun x y -> abs_float (x -. y)) a b)

let () =
  let n = 110 in
  let a = Array.init n (fun i -> Array.init n (fun j -> (float_of_int ((i * 7 + j * 13) mod 17) /. 4.) +. (if i = j then 20. else 0.))) in
  let power = ref a in
  for _ = 1 to 7 do
    let p = multiply !power a in
    let largest = Array.fold_left (Array.fold_left max) 0. p in
    power := Array.map (Array.map (fun x -> x /. largest)) p
  done;
  let trace m = Array.fold_left ( +. ) 0. (Array.mapi (fun i row -> row.(i)) m) in
  let inverse = invert a in
  let error = distance (Array.concat (Array.to_list (multiply a inverse))) (Array.concat (Array.to_list (identity n))) in
  Printf.printf "%.6f %.6f %b\n" (trace !power) (trace inverse) (error < 1e-9);
  let size = 16384 in
  let signal = Array.init size (fun i -> float_of_int ((i * i mod 31) - 15)) in
  let re = Array.copy signal and im = Array.make size 0. in
  for _ = 1 to 4 do
    transform (-1.) re im;
    Printf.printf "%.4f %.4f\n" re.(1) im.(size / 3);
    transform 1. re im;
    Array.iteri (fun i x -> re.(i) <- x /. float_of_int size; im.(i) <- im.(i) /. float_of_int size) re
  done;
  Printf.printf "%b\n" (distance signal re < 1e-9)
