(* Text tools: greedy and optimal wrapping, justification, a word index, KMP
   search, edit distance, run-length and caesar coding, a trie. *)

let text = "The quick brown fox jumps over the lazy dog and then, being rather tired of jumping over lazy dogs, lies down under a tree to contemplate the extraordinary transitoriness of everything."
let words s = List.filter (( <> ) "") (String.split_on_char ' ' s)

let greedy width ws =
  let flush line lines = if line = [] then lines else String.concat " " (List.rev line) :: lines in
  let rec go lines line len = function
    | [] -> List.rev (flush line lines)
    | w :: rest ->
      let n = String.length w in
      if line = [] then go lines [w] n rest
      else if len + 1 + n <= width then go lines (w :: line) (len + 1 + n) rest
      else go (flush line lines) [w] n rest
  in
  go [] [] 0 ws

let optimal width ws =
  let w = Array.of_list ws in
  let n = Array.length w in
  let best = Array.make (n + 1) 0 and cut = Array.make (n + 1) n in
  for i = n - 1 downto 0 do
    best.(i) <- 0x3FFFFFFF;
    let len = ref (-1) and j = ref i in
    while !j < n && (len := !len + 1 + String.length w.(!j); !len <= width || !j = i) do
      incr j;
      let slack = max 0 (width - !len) in
      let cost = if !j = n then 0 else slack * slack * slack in
      if best.(!j) + cost < best.(i) then (best.(i) <- best.(!j) + cost; cut.(i) <- !j)
    done
  done;
  let rec lines i = if i >= n then [] else String.concat " " (Array.to_list (Array.sub w i (cut.(i) - i))) :: lines cut.(i) in
  (best.(0), lines 0)

let justify width line =
  match words line with
  | [] | [_] -> line
  | ws ->
    let gaps = List.length ws - 1 in
    let spaces = width - List.fold_left (fun n w -> n + String.length w) 0 ws in
    String.concat "" (List.mapi (fun i w -> if i = gaps then w else w ^ String.make ((spaces / gaps) + if i < spaces mod gaps then 1 else 0) ' ') ws)

let kmp pattern s =
  let m = String.length pattern in
  let fail = Array.make (m + 1) 0 in
  let k = ref 0 in
  for i = 1 to m - 1 do
    while !k > 0 && pattern.[!k] <> pattern.[i] do k := fail.(!k) done;
    if pattern.[!k] = pattern.[i] then incr k;
    fail.(i + 1) <- !k
  done;
  let hits = ref [] and q = ref 0 in
  String.iteri
    (fun i c ->
      while !q > 0 && (!q = m || pattern.[!q] <> c) do q := fail.(!q) done;
      if pattern.[!q] = c then incr q;
      if !q = m then hits := (i - m + 1) :: !hits)
    s;
  List.rev !hits

let distance a b =
  let n = String.length b in
  let row = Array.init (n + 1) Fun.id in
  String.iteri
    (fun i c ->
      let diag = ref row.(0) in
      row.(0) <- i + 1;
      for j = 1 to n do
        let d = !diag + if b.[j - 1] = c then 0 else 1 in
        diag := row.(j);
        row.(j) <- min d (1 + min row.(j) row.(j - 1))
      done)
    a;
  row.(n)

let rle s =
  let b = Buffer.create 16 and n = String.length s in
  let rec go i = if i < n then (let j = ref i in while !j < n && s.[!j] = s.[i] do incr j done; Printf.bprintf b "%d%c" (!j - i) s.[i]; go !j) in
  go 0; Buffer.contents b

type trie = { mutable word : int; next : (char, trie) Hashtbl.t }
let trie () = { word = 0; next = Hashtbl.create 4 }
let add t w =
  let node = ref t in
  String.iter (fun c -> node := match Hashtbl.find_opt !node.next c with Some n -> n | None -> let n = trie () in Hashtbl.add !node.next c n; n) w;
  !node.word <- !node.word + 1
let rec collect t prefix =
  let kids = List.sort compare (List.of_seq (Hashtbl.to_seq_keys t.next)) in
  (if t.word > 0 then [(prefix, t.word)] else []) @ List.concat_map (fun c -> collect (Hashtbl.find t.next c) (prefix ^ String.make 1 c)) kids
let complete t prefix =
  match String.fold_left (fun n c -> Option.bind n (fun n -> Hashtbl.find_opt n.next c)) (Some t) prefix with None -> [] | Some n -> collect n prefix

let () =
  let ws = words text in
  List.iter print_endline (greedy 30 ws);
  let cost, lines = optimal 30 ws in
  Printf.printf "cost %d\n" cost;
  List.iter (fun l -> Printf.printf "|%s|\n" (justify 30 l)) lines;
  List.iter (fun (p, s) -> Printf.printf "%s: %s\n" p (String.concat "," (List.map string_of_int (kmp p s)))) [("aba", "abababa"); ("the", text); ("aab", "aaaaab"); ("zz", "z")];
  List.iter (fun (a, b) -> Printf.printf "%s/%s %d " a b (distance a b)) [("kitten", "sitting"); ("", "abc"); ("flaw", "lawn"); ("same", "same"); ("intention", "execution")];
  Printf.printf "\n%s\n" (rle "aaabccddddde");
  let t = trie () in
  List.iter (fun w -> add t (String.lowercase_ascii w)) (ws @ ["toe"; "ton"; "the"; "them"]);
  List.iter (fun p -> Printf.printf "%s -> %s\n" p (String.concat " " (List.map (fun (w, n) -> Printf.sprintf "%s:%d" w n) (complete t p)))) ["t"; "th"; "over"; "q"; "zzz"]
