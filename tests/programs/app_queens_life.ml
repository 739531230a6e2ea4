(* N queens by lists and by bit masks; Conway's game of life on a torus with
   known patterns (blinker, glider, block, pulsar). *)

let rec safe q d = function [] -> true | q' :: rest -> q <> q' && abs (q - q') <> d && safe q (d + 1) rest

let queens_list n =
  let rec go k placed = if k = 0 then [placed] else
      List.concat_map (fun q -> if safe q 1 placed then go (k - 1) (q :: placed) else []) (List.init n succ) in
  go n []

let queens_bits n =
  let all = (1 lsl n) - 1 in
  let rec go cols left right =
    if cols = all then 1
    else begin
      let free = ref (all land lnot (cols lor left lor right)) and count = ref 0 in
      while !free <> 0 do
        let bit = !free land - !free in
        free := !free lxor bit;
        count := !count + go (cols lor bit) ((left lor bit) lsl 1) ((right lor bit) lsr 1)
      done;
      !count
    end
  in
  go 0 0 0

let board n = List.iter (fun q -> print_endline (String.init n (fun i -> if i = q - 1 then 'Q' else '.')))

let parse rows = Array.of_list (List.map (fun r -> Array.init (String.length r) (fun i -> r.[i] = '#')) rows)

let life grid =
  let h = Array.length grid and w = Array.length grid.(0) in
  let neighbours y x =
    let n = ref 0 in
    for dy = -1 to 1 do
      for dx = -1 to 1 do
        if (dy, dx) <> (0, 0) && grid.((y + dy + h) mod h).((x + dx + w) mod w) then incr n
      done
    done;
    !n
  in
  Array.mapi (fun y row -> Array.mapi (fun x alive -> match neighbours y x with 3 -> true | 2 -> alive | _ -> false) row) grid

let rec generations n g = if n = 0 then g else generations (n - 1) (life g)
let population = Array.fold_left (Array.fold_left (fun n c -> if c then n + 1 else n)) 0
let show = Array.iter (fun row -> print_endline (String.concat "" (Array.to_list (Array.map (fun c -> if c then "#" else ".") row))))

let () =
  for n = 1 to 6 do Printf.printf "%d: %d %d\n" n (List.length (queens_list n)) (queens_bits n) done;
  Printf.printf "7: %d\n8: %d\n" (queens_bits 7) (queens_bits 8);
  board 6 (List.hd (queens_list 6));
  let blinker = parse ["....."; "..#.."; "..#.."; "..#.."; "....."] in
  show (life blinker);
  Printf.printf "blinker period 2: %B\n" (generations 2 blinker = blinker);
  let block = parse ["...."; ".##."; ".##."; "...."] in
  Printf.printf "block still: %B\n" (life block = block);
  let glider = parse [".#......"; "..#....."; "###....."; "........"; "........"; "........"; "........"; "........"] in
  show (generations 4 glider);
  Printf.printf "glider comes home after 32: %B\n" (generations 32 glider = glider);
  let acorn = parse (List.init 16 (fun i -> match i with 6 -> ".....#.........." | 7 -> ".......#........" | 8 -> "....##..###....." | _ -> String.make 16 '.')) in
  let rec history n g = if n = 0 then [] else population g :: history (n - 1) (life g) in
  List.iter (Printf.printf "%d ") (history 20 acorn);
  print_newline ()
