(* Natural numbers of any size in base 10,000 as int lists and arrays: all four
   operations, powers, factorials, square roots, conversions. *)

let base = 10_000

(* Little endian, no leading zeros, zero is []. *)
let norm l = List.fold_right (fun d acc -> if d = 0 && acc = [] then [] else d :: acc) l []
let rec of_int n = if n = 0 then [] else (n mod base) :: of_int (n / base)
let to_string = function
  | [] -> "0"
  | l -> match List.rev l with top :: rest -> string_of_int top ^ String.concat "" (List.map (Printf.sprintf "%04d") rest) | [] -> assert false
let of_string s =
  let rec go n = if n <= 0 then [] else let lo = max 0 (n - 4) in int_of_string ("0u" ^ String.sub s lo (n - lo)) :: go lo in
  norm (go (String.length s))

let rec add ?(carry = 0) a b = match a, b with
  | [], [] -> if carry = 0 then [] else [carry]
  | [], l | l, [] when carry = 0 -> l
  | [], l | l, [] -> add ~carry l [0]
  | x :: a, y :: b -> let s = x + y + carry in (s mod base) :: add ~carry:(s / base) a b

let compare_nat a b = match compare (List.length a) (List.length b) with 0 -> compare (List.rev a) (List.rev b) | c -> c

let sub a b =
  if compare_nat a b < 0 then invalid_arg "sub";
  let rec go borrow a b = match a, b with
    | [], _ -> []
    | x :: a, b ->
      let y, b = match b with [] -> (0, []) | y :: b -> (y, b) in
      let d = x - y - borrow in
      if d < 0 then (d + base) :: go 1 a b else d :: go 0 a b in
  norm (go 0 a b)

let mul a b =
  let a = Array.of_list a and b = Array.of_list b in
  let r = Array.make (Array.length a + Array.length b) 0 in
  Array.iteri
    (fun i x ->
      let carry = ref 0 in
      Array.iteri
        (fun j y ->
          let t = r.(i + j) + (x * y) + !carry in
          r.(i + j) <- t mod base;
          carry := t / base)
        b;
      if !carry > 0 then r.(i + Array.length b) <- r.(i + Array.length b) + !carry)
    a;
  norm (Array.to_list r)

let mul_small k l = mul (of_int k) l
let divmod_small l k =
  let q, r = List.fold_right (fun d (q, r) -> let t = (r * base) + d in ((t / k) :: q, t mod k)) l ([], 0) in
  (norm q, r)

(* Long division: each digit of the quotient by bisection. *)
let divmod a b =
  if b = [] then raise Division_by_zero;
  List.fold_right
    (fun d (q, r) ->
      let r = norm (d :: r) in
      let rec find lo hi = if hi - lo = 1 then lo else let m = (lo + hi) / 2 in if compare_nat (mul_small m b) r <= 0 then find m hi else find lo m in
      let digit = find 0 base in
      (norm (digit :: q), sub r (mul_small digit b)))
    a ([], [])

let rec pow b n = if n = 0 then [1] else let h = pow b (n / 2) in let h2 = mul h h in if n land 1 = 1 then mul h2 b else h2
let rec fact n = if n = 0 then [1] else mul_small n (fact (n - 1))
let rec gcd a b = if b = [] then a else gcd b (snd (divmod a b))
let fib n = let rec go a b n = if n = 0 then a else go b (add a b) (n - 1) in go [] [1] n
let isqrt n =
  let rec go x = let y, _ = divmod_small (add x (fst (divmod n x))) 2 in if compare_nat y x >= 0 then x else go y in
  if n = [] then [] else go (pow [10] ((String.length (to_string n) / 2) + 1))

let () =
  let p x = print_endline (to_string x) in
  p (of_int 0); p (of_int 123456789); p (of_string "00012345678901234567890");
  p (add (of_string "99999999999999999999") (of_int 1));
  p (sub (of_string "100000000000000000000") (of_int 1));
  p (mul (of_string "123456789012345678901234567890") (of_string "987654321098765432109876543210"));
  p (fact 50);
  p (pow [2] 200);
  p (fib 300);
  let a = of_string "123456789012345678901234567890" and b = of_string "987654321987" in
  let q, r = divmod a b in
  p q; p r;
  Printf.printf "%B\n" (add (mul q b) r = a);
  let q, r = divmod_small (fact 30) 9973 in
  Printf.printf "%s %d\n" (to_string q) r;
  p (gcd (fact 20) (pow [6] 30));
  p (isqrt (mul [2] (pow [10] 40)));
  Printf.printf "%d digits\n" (String.length (to_string (pow [3] 500)));
  let digits = String.fold_left (fun s c -> s + Char.code c - 48) 0 (to_string (fact 100)) in
  Printf.printf "%d\n" digits;
  (try ignore (sub (of_int 1) (of_int 2)) with Invalid_argument m -> print_endline m);
  (try ignore (divmod a []) with Division_by_zero -> print_endline "division by zero");
  Printf.printf "%d %d\n" (compare_nat (of_int 5) (of_int 50000)) (compare_nat a a)
