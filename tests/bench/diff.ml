(* Myers' line diff: arrays indexed from a middle, a trace of them, a patch that is printed and applied *)
type 'a edit = Keep of 'a | Delete of 'a | Insert of 'a

(* The furthest x on each diagonal after 0, 1, 2, ... edits, the last first, and how many edits it took. *)
let trace a b =
  let n = Array.length a and m = Array.length b in
  let middle = n + m + 1 in
  let furthest = Array.make ((2 * middle) + 1) 0 in
  let rec rounds d history =
    let history = Array.sub furthest (middle - d - 1) ((2 * d) + 3) :: history in
    let rec diagonals k =
      if k > d then false
      else begin
        let down = k = -d || (k <> d && furthest.(middle + k - 1) < furthest.(middle + k + 1)) in
        let x = ref (if down then furthest.(middle + k + 1) else furthest.(middle + k - 1) + 1) in
        while !x < n && !x - k < m && String.equal a.(!x) b.(!x - k) do incr x done;
        furthest.(middle + k) <- !x;
        (!x >= n && !x - k >= m) || diagonals (k + 2)
      end
    in
    if diagonals (-d) then (d, history) else rounds (d + 1) history
  in
  rounds 0 []

let diff a b =
  let d, history = trace a b in
  let rec back x y d history edits =
    match history with
    | [] -> edits
    | row :: older ->
      let at k = row.(k + d + 1) in
      let k = x - y in
      let down = k = -d || (k <> d && at (k - 1) < at (k + 1)) in
      let from_k = if down then k + 1 else k - 1 in
      let from_x = if d = 0 then 0 else at from_k in
      let from_y = if d = 0 then 0 else from_x - from_k in
      let rec keep x y edits =
        if x > from_x && y > from_y then keep (x - 1) (y - 1) (Keep a.(x - 1) :: edits) else (x, y, edits)
      in
      let x, y, edits = keep x y edits in
      if d = 0 then edits
      else if down then back from_x from_y (d - 1) older (Insert b.(y - 1) :: edits)
      else back from_x from_y (d - 1) older (Delete a.(x - 1) :: edits)
  in
  (d, back (Array.length a) (Array.length b) d history [])

let patched edits = List.filter_map (function Keep line | Insert line -> Some line | Delete _ -> None) edits

(* Runs of edits with their line numbers, as `diff` prints them. *)
let hunks edits =
  let buffer = Buffer.create 1024 in
  let flush i j deleted inserted =
    if deleted <> [] || inserted <> [] then begin
      let letter = match (deleted, inserted) with [], _ -> 'a' | _, [] -> 'd' | _ -> 'c' in
      Printf.bprintf buffer "%d%c%d\n" (i - List.length deleted) letter (j - List.length inserted);
      List.iter (fun line -> Printf.bprintf buffer "< %s\n" line) (List.rev deleted);
      List.iter (fun line -> Printf.bprintf buffer "> %s\n" line) (List.rev inserted)
    end
  in
  let rec loop i j deleted inserted = function
    | [] -> flush i j deleted inserted
    | Keep _ :: rest -> flush i j deleted inserted; loop (i + 1) (j + 1) [] [] rest
    | Delete line :: rest -> loop (i + 1) j (line :: deleted) inserted rest
    | Insert line :: rest -> loop i (j + 1) deleted (line :: inserted) rest
  in
  loop 1 1 [] [] edits;
  Buffer.contents buffer

let seed = ref 1
let random n = seed := ((!seed * 25173) + 13849) land 0xFFFF; (!seed lsr 4) mod n

let change lines =
  List.concat_map
    (fun line ->
      match random 24 with
      | 0 -> []
      | 1 -> [ line; "a new line " ^ string_of_int (random 100) ]
      | 2 -> [ String.uppercase_ascii line ]
      | _ -> [ line ])
    lines

let checksum text = String.fold_left (fun h c -> ((h * 31) + Char.code c) land 0xFFFFFF) 7 text

let () =
  let lines = ref (List.init 1500 (fun i -> Printf.sprintf "line %d of the text" (i * i mod 97))) in
  for round = 1 to 160 do
    let before = Array.of_list !lines and changed = change !lines in
    let d, edits = diff before (Array.of_list changed) in
    assert (patched edits = changed);
    let text = hunks edits in
    if round mod 40 = 0 then Printf.printf "%d %d %d\n" d (String.length text) (checksum text);
    lines := changed
  done;
  let words text = Array.of_list (String.split_on_char ' ' text) in
  print_string (hunks (snd (diff (words "a b c a b b a") (words "c b a b a c"))))
