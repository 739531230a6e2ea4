(* A sudoku solver with candidate bit masks, most constrained cell first. *)

let easy = "530070000600195000098000060800060003400803001700020006060000280000419005000080079"
let harder = "000000907000420180000705026100904000050000040000507009920108000034059000507000000"
let impossible = "550070000600195000098000060800060003400803001700020006060000280000419005000080079"

exception Contradiction
exception Solved of int array

let all = 0x1FF
let bits = Array.init 512 (fun m -> let rec go m = if m = 0 then 0 else 1 + go (m land (m - 1)) in go m)
let box i = (i / 27 * 3) + (i mod 9 / 3)

type state = { cells : int array; rows : int array; cols : int array; boxes : int array }

let place st i d =
  let bit = 1 lsl d in
  let r = i / 9 and c = i mod 9 and b = box i in
  if (st.rows.(r) lor st.cols.(c) lor st.boxes.(b)) land bit <> 0 then raise Contradiction;
  st.cells.(i) <- d + 1;
  st.rows.(r) <- st.rows.(r) lor bit;
  st.cols.(c) <- st.cols.(c) lor bit;
  st.boxes.(b) <- st.boxes.(b) lor bit

let remove st i =
  let bit = lnot (1 lsl (st.cells.(i) - 1)) in
  let r = i / 9 and c = i mod 9 and b = box i in
  st.cells.(i) <- 0;
  st.rows.(r) <- st.rows.(r) land bit;
  st.cols.(c) <- st.cols.(c) land bit;
  st.boxes.(b) <- st.boxes.(b) land bit

let candidates st i = all land lnot (st.rows.(i / 9) lor st.cols.(i mod 9) lor st.boxes.(box i))

let nodes = ref 0

let rec search st =
  incr nodes;
  let best = ref (-1) and best_count = ref 10 in
  for i = 0 to 80 do
    if st.cells.(i) = 0 then begin
      let n = bits.(candidates st i) in
      if n < !best_count then (best := i; best_count := n)
    end
  done;
  if !best < 0 then raise (Solved (Array.copy st.cells));
  let mask = candidates st !best in
  for d = 0 to 8 do
    if mask land (1 lsl d) <> 0 then begin
      place st !best d;
      search st;
      remove st !best
    end
  done

let solve text =
  nodes := 0;
  let st = { cells = Array.make 81 0; rows = Array.make 9 0; cols = Array.make 9 0; boxes = Array.make 9 0 } in
  match
    String.iteri (fun i c -> if c <> '0' then place st i (Char.code c - 49)) text;
    search st
  with
  | () -> None
  | exception Contradiction -> None
  | exception Solved cells -> Some cells

let print cells =
  Array.iteri
    (fun i d ->
      print_int d;
      if i mod 9 = 8 then print_newline () else if i mod 3 = 2 then print_char '|' else print_char ' ';
      if i = 26 || i = 53 then print_endline "-----+-----+-----")
    cells

let valid cells =
  let unit f = List.for_all (fun u -> List.sort compare (List.init 9 (fun k -> cells.(f u k))) = List.init 9 succ) (List.init 9 Fun.id) in
  unit (fun r k -> (r * 9) + k) && unit (fun c k -> (k * 9) + c) && unit (fun b k -> (b / 3 * 27) + (b mod 3 * 3) + (k / 3 * 9) + (k mod 3))

let () =
  List.iter
    (fun (name, text) ->
      match solve text with
      | Some cells -> Printf.printf "%s: valid %B, %d nodes\n" name (valid cells) !nodes; print cells
      | None -> Printf.printf "%s: no solution after %d nodes\n" name !nodes)
    [("easy", easy); ("harder", harder); ("impossible", impossible)]
