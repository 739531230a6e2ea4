(* Arrays of arrays, records with mutable fields in arrays, rows shared by
   mistake, in-place algorithms, and matrices of closures. *)

type cell = { mutable value : int; mutable marks : string list }

let matrix rows cols f = Array.init rows (fun i -> Array.init cols (fun j -> f i j))
let show m = Array.iter (fun row -> print_endline (String.concat " " (Array.to_list (Array.map string_of_int row)))) m

let transpose m =
  let r = Array.length m and c = Array.length m.(0) in
  matrix c r (fun i j -> m.(j).(i))

let rotate_in_place m =
  let n = Array.length m in
  for i = 0 to (n / 2) - 1 do
    for j = i to n - 2 - i do
      let t = m.(i).(j) in
      m.(i).(j) <- m.(n - 1 - j).(i);
      m.(n - 1 - j).(i) <- m.(n - 1 - i).(n - 1 - j);
      m.(n - 1 - i).(n - 1 - j) <- m.(j).(n - 1 - i);
      m.(j).(n - 1 - i) <- t
    done
  done

let quicksort a =
  let swap i j = let t = a.(i) in a.(i) <- a.(j); a.(j) <- t in
  let rec sort lo hi =
    if lo < hi then begin
      swap ((lo + hi) / 2) hi;
      let pivot = a.(hi) and store = ref lo in
      for i = lo to hi - 1 do
        if a.(i) < pivot then (swap i !store; incr store)
      done;
      swap !store hi;
      sort lo (!store - 1);
      sort (!store + 1) hi
    end
  in
  sort 0 (Array.length a - 1)

let heap_sort a =
  let n = Array.length a in
  let rec sift i n =
    let l = (2 * i) + 1 in
    if l < n then begin
      let c = if l + 1 < n && a.(l + 1) > a.(l) then l + 1 else l in
      if a.(c) > a.(i) then begin
        let t = a.(c) in a.(c) <- a.(i); a.(i) <- t;
        sift c n
      end
    end
  in
  for i = (n / 2) - 1 downto 0 do sift i n done;
  for last = n - 1 downto 1 do
    let t = a.(0) in a.(0) <- a.(last); a.(last) <- t;
    sift 0 last
  done

let pascal n =
  let rows = Array.make n [||] in
  for i = 0 to n - 1 do
    rows.(i) <- Array.make (i + 1) 1;
    for j = 1 to i - 1 do rows.(i).(j) <- rows.(i - 1).(j - 1) + rows.(i - 1).(j) done
  done;
  rows

let () =
  let m = matrix 3 4 (fun i j -> (i * 10) + j) in
  show m;
  show (transpose m);
  let sq = matrix 4 4 (fun i j -> (i * 4) + j) in
  rotate_in_place sq;
  show sq;
  let shared = Array.make 3 (Array.make 2 0) in
  shared.(0).(1) <- 7;
  show shared;
  let own = Array.make_matrix 3 2 0 in
  own.(0).(1) <- 7;
  show own;
  let a = Array.init 30 (fun i -> (i * 37) mod 101) in
  let b = Array.copy a in
  quicksort a;
  heap_sort b;
  Printf.printf "%B %d %d\n" (a = b) a.(0) a.(29);
  show (pascal 7);
  let cells = Array.init 5 (fun i -> { value = i; marks = [] }) in
  cells.(4) <- cells.(0);
  Array.iteri (fun i c -> c.value <- c.value + 10; c.marks <- string_of_int i :: c.marks) cells;
  Array.iter (fun c -> Printf.printf "%d[%s] " c.value (String.concat "," c.marks)) cells;
  print_newline ();
  let fs = matrix 2 3 (fun i j x -> (x * i) + j) in
  Array.iter (Array.iter (fun f -> Printf.printf "%d " (f 100))) fs;
  print_newline ();
  let jagged = [| [||]; [| 1 |]; [| 1; 2; 3 |] |] in
  jagged.(0) <- jagged.(2);
  jagged.(2).(0) <- 9;
  Printf.printf "%d %d\n" jagged.(0).(0) (Array.fold_left (fun n r -> n + Array.length r) 0 jagged);
  let cube = Array.init 3 (fun i -> Array.init 3 (fun j -> Array.init 3 (fun k -> ref (i + j + k)))) in
  Array.iter (Array.iter (Array.iter (fun r -> r := !r * !r))) cube;
  Printf.printf "%d\n" !(cube.(2).(1).(2))
