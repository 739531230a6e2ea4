(* Sudoku by candidates in bit sets and the cell with the fewest: arrays, bits, backtracking by exception *)
let size = 81
let all = 0x1FF

let rec bits n = if n = 0 then 0 else 1 + bits (n land (n - 1))
let bit_counts = Array.init (all + 1) bits
let rec index n = if n land 1 = 1 then 0 else 1 + index (n lsr 1)

let peers =
  Array.init size (fun cell ->
      let row = cell / 9 and column = cell mod 9 in
      List.filter
        (fun other ->
          let r = other / 9 and c = other mod 9 in
          other <> cell && (r = row || c = column || (r / 3 = row / 3 && c / 3 = column / 3)))
        (List.init size Fun.id)
      |> Array.of_list)

exception Contradiction
exception Solved of int array

let guesses = ref 0

(* Takes `bit` from the cell and follows what that decides. *)
let rec remove grid cell bit =
  let before = grid.(cell) in
  if before land bit <> 0 then begin
    let after = before lxor bit in
    grid.(cell) <- after;
    match bit_counts.(after) with
    | 0 -> raise_notrace Contradiction
    | 1 -> Array.iter (fun peer -> remove grid peer after) peers.(cell)
    | _ -> ()
  end

let decide grid cell bit =
  let others = grid.(cell) land lnot bit in
  for i = 0 to 8 do
    if others land (1 lsl i) <> 0 then remove grid cell (1 lsl i)
  done;
  if others = 0 then Array.iter (fun peer -> remove grid peer bit) peers.(cell)

let fewest grid =
  let best = ref (-1) and least = ref 10 in
  Array.iteri
    (fun cell candidates ->
      let n = bit_counts.(candidates) in
      if n > 1 && n < !least then begin
        best := cell;
        least := n
      end)
    grid;
  !best

let rec search grid =
  match fewest grid with
  | -1 -> raise_notrace (Solved grid)
  | cell ->
    for i = 0 to 8 do
      let bit = 1 lsl i in
      if grid.(cell) land bit <> 0 then begin
        incr guesses;
        let copy = Array.copy grid in
        match decide copy cell bit; search copy with () -> () | exception Contradiction -> ()
      end
    done

let solve puzzle =
  let grid = Array.make size all in
  match
    String.iteri (fun cell c -> if c <> '.' then decide grid cell (1 lsl (Char.code c - 49))) puzzle;
    search grid
  with
  | () | (exception Contradiction) -> None
  | exception Solved grid -> Some (String.init size (fun cell -> Char.chr (49 + index grid.(cell))))

let puzzles =
  [ "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";
    "8..........36......7..9.2...5...7.......457.....1...3...1....68..85...1..9....4..";
    "4.....8.5.3..........7......2.....6.....8.4......1.......6.3.7.5..2.....1.4......";
    "..............3.85..1.2.......5.7.....4...1...9.......5......73..2.1........4...9";
    "1....7.9..3..2...8..96..5....53..9...1..8...26....4...3......1..4......7..7...3..";
    "11.......6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79" ]

let () =
  for round = 1 to 6 do
    List.iter
      (fun puzzle ->
        guesses := 0;
        let text = match solve puzzle with Some solution -> solution | None -> "no solution" in
        if round = 6 then Printf.printf "%s %d\n" text !guesses)
      puzzles
  done
