(* Graphs: Dijkstra with a set as the queue, topological sort with cycle report,
   strongly connected components, union-find and a minimum spanning tree. *)

module SM = Map.Make (String)
module PQ = Set.Make (struct type t = int * string let compare = compare end)

let graph_of edges =
  List.fold_left
    (fun g (a, b, w) ->
      SM.update a (fun l -> Some ((b, w) :: Option.value ~default:[] l)) (SM.update b (function None -> Some [] | l -> l) g))
    SM.empty edges

let dijkstra g source =
  let rec go queue dist prev =
    match PQ.min_elt_opt queue with
    | None -> (dist, prev)
    | Some ((d, u) as top) ->
      let queue = PQ.remove top queue in
      if d > SM.find u dist then go queue dist prev
      else
        let relax (queue, dist, prev) (v, w) =
          let nd = d + w in
          match SM.find_opt v dist with
          | Some old when old <= nd -> (queue, dist, prev)
          | _ -> (PQ.add (nd, v) queue, SM.add v nd dist, SM.add v u prev)
        in
        let queue, dist, prev = List.fold_left relax (queue, dist, prev) (SM.find u g) in
        go queue dist prev
  in
  go (PQ.singleton (0, source)) (SM.singleton source 0) SM.empty

let rec path prev v = match SM.find_opt v prev with None -> v | Some u -> path prev u ^ ">" ^ v

exception Cycle of string list

let topological g =
  let state = Hashtbl.create 16 and order = ref [] in
  let rec visit trail v =
    match Hashtbl.find_opt state v with
    | Some `Done -> ()
    | Some `Active ->
      let rec cut acc = function [] -> acc | x :: rest -> if x = v then x :: acc else cut (x :: acc) rest in
      raise (Cycle (cut [v] trail))
    | None ->
      Hashtbl.replace state v `Active;
      List.iter (fun (u, _) -> visit (v :: trail) u) (List.sort compare (SM.find v g));
      Hashtbl.replace state v `Done;
      order := v :: !order
  in
  SM.iter (fun v _ -> visit [] v) g;
  !order

(* Tarjan. *)
let components g =
  let index = Hashtbl.create 16 and low = Hashtbl.create 16 and on = Hashtbl.create 16 in
  let stack = Stack.create () and next = ref 0 and out = ref [] in
  let rec connect v =
    Hashtbl.replace index v !next; Hashtbl.replace low v !next; incr next;
    Stack.push v stack; Hashtbl.replace on v ();
    List.iter
      (fun (w, _) ->
        if not (Hashtbl.mem index w) then (connect w; Hashtbl.replace low v (min (Hashtbl.find low v) (Hashtbl.find low w)))
        else if Hashtbl.mem on w then Hashtbl.replace low v (min (Hashtbl.find low v) (Hashtbl.find index w)))
      (SM.find v g);
    if Hashtbl.find low v = Hashtbl.find index v then begin
      let rec pop acc = let w = Stack.pop stack in Hashtbl.remove on w; if w = v then w :: acc else pop (w :: acc) in
      out := List.sort compare (pop []) :: !out
    end
  in
  SM.iter (fun v _ -> if not (Hashtbl.mem index v) then connect v) g;
  List.sort compare !out

let kruskal n edges =
  let parent = Array.init n Fun.id in
  let rec find i = if parent.(i) = i then i else (parent.(i) <- find parent.(i); parent.(i)) in
  List.fold_left
    (fun (total, used) (w, a, b) ->
      let ra = find a and rb = find b in
      if ra = rb then (total, used) else (parent.(ra) <- rb; (total + w, (a, b) :: used)))
    (0, []) (List.sort compare edges)

let () =
  let g = graph_of [("a", "b", 7); ("a", "c", 9); ("a", "f", 14); ("b", "c", 10); ("b", "d", 15); ("c", "d", 11); ("c", "f", 2); ("d", "e", 6); ("f", "e", 9); ("x", "a", 1)] in
  let dist, prev = dijkstra g "a" in
  SM.iter (fun v d -> Printf.printf "%s: %d by %s\n" v d (path prev v)) dist;
  Printf.printf "x reached: %B\n" (SM.mem "x" dist);
  print_endline (String.concat " " (topological g));
  let deps = graph_of [("shoes", "socks", 0); ("shoes", "trousers", 0); ("belt", "trousers", 0); ("jacket", "tie", 0); ("tie", "shirt", 0); ("jacket", "belt", 0)] in
  print_endline (String.concat " " (List.rev (topological deps)));
  let cyclic = graph_of [("a", "b", 0); ("b", "c", 0); ("c", "d", 0); ("d", "b", 0); ("d", "e", 0); ("e", "f", 0); ("f", "e", 0); ("g", "g", 0)] in
  (try print_endline (String.concat " " (topological cyclic)) with Cycle l -> print_endline ("cycle " ^ String.concat ">" l));
  List.iter (fun c -> Printf.printf "{%s}" (String.concat " " c)) (components cyclic);
  print_newline ();
  let edges = List.concat (List.init 12 (fun i -> List.init 12 (fun j -> if i < j then [(((i * 17) + (j * 31)) mod 47, i, j)] else []) |> List.concat)) in
  let total, used = kruskal 12 edges in
  Printf.printf "mst %d with %d edges:" total (List.length used);
  List.iter (fun (a, b) -> Printf.printf " %d-%d" a b) (List.rev used);
  print_newline ();
  let grid = graph_of (List.concat (List.init 20 (fun i -> List.concat (List.init 20 (fun j ->
      let n a b = Printf.sprintf "%02d%02d" a b in
      let cost a b = ((a * 7) + (b * 13)) mod 10 + 1 in
      (if i < 19 then [(n i j, n (i + 1) j, cost (i + 1) j)] else []) @ (if j < 19 then [(n i j, n i (j + 1), cost i (j + 1))] else [])))))) in
  Printf.printf "grid %d\n" (SM.find "1919" (fst (dijkstra grid "0000")))
