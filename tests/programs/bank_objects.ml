(* A small bank with objects: accounts, transfers that roll back, interest,
   an audit log by observers, and reports with aligned columns. *)

exception Insufficient of { account : string; missing : int }
exception Frozen of string

class virtual account (id : string) = object (self)
  val mutable balance = 0
  val mutable frozen = false
  val mutable observers : (string -> int -> unit) list = []
  method id = id
  method balance = balance
  method virtual kind : string
  method virtual limit : int
  method observe f = observers <- f :: observers
  method private notify what amount = List.iter (fun f -> f (id ^ ":" ^ what) amount) (List.rev observers)
  method freeze = frozen <- true
  method thaw = frozen <- false
  method deposit n =
    if frozen then raise (Frozen id);
    if n <= 0 then invalid_arg "deposit";
    balance <- balance + n;
    self#notify "deposit" n
  method withdraw n =
    if frozen then raise (Frozen id);
    if balance - n < self#limit then raise (Insufficient { account = id; missing = n - balance + self#limit });
    balance <- balance - n;
    self#notify "withdraw" n
  method month_end = ()
end

class checking id overdraft = object
  inherit account id
  method kind = "checking"
  method limit = -overdraft
  method! month_end = if balance < 0 then balance <- balance - (1 + (-balance / 10))
end

class savings id rate = object (self)
  inherit account id as super
  val mutable withdrawals = 0
  method kind = "savings"
  method limit = 0
  method! withdraw n =
    if withdrawals >= 2 then failwith (id ^ ": too many withdrawals");
    super#withdraw n;
    withdrawals <- withdrawals + 1
  method! month_end =
    withdrawals <- 0;
    let interest = balance * rate / 100 in
    if interest > 0 then self#deposit interest
end

class bank = object (self)
  val accounts : (string, account) Hashtbl.t = Hashtbl.create 8
  val mutable audit = []
  method open_account (a : account) =
    a#observe (fun what n -> audit <- Printf.sprintf "%s %d" what n :: audit);
    Hashtbl.add accounts a#id a
  method find id = try Hashtbl.find accounts id with Not_found -> failwith ("no account " ^ id)
  method transfer from into n =
    let a = self#find from and b = self#find into in
    a#withdraw n;
    try b#deposit n with e -> a#deposit n; raise e
  method month_end = self#each (fun a -> a#month_end)
  method each f =
    Hashtbl.fold (fun id _ l -> id :: l) accounts [] |> List.sort compare
    |> List.iter (fun id -> f (self#find id))
  method report =
    self#each (fun a -> Printf.printf "%-6s %-10s %8d\n" a#id a#kind a#balance);
    Printf.printf "%s\n" (String.make 26 '-');
    let total = Hashtbl.fold (fun _ a t -> t + a#balance) accounts 0 in
    Printf.printf "%-17s %8d\n" "total" total
  method audit = List.rev audit
end

let attempt what f =
  match f () with
  | () -> Printf.printf "%s: ok\n" what
  | exception Insufficient { account; missing } -> Printf.printf "%s: %s lacks %d\n" what account missing
  | exception Frozen id -> Printf.printf "%s: %s is frozen\n" what id
  | exception (Failure m | Invalid_argument m) -> Printf.printf "%s: %s\n" what m

let () =
  let b = new bank in
  b#open_account (new checking "ann" 100);
  b#open_account (new savings "bob" 7);
  b#open_account (new checking "cyd" 0 :> account);
  (b#find "ann")#deposit 500;
  (b#find "bob")#deposit 1000;
  attempt "ann to cyd 550" (fun () -> b#transfer "ann" "cyd" 550);
  attempt "ann to cyd 60" (fun () -> b#transfer "ann" "cyd" 60);
  attempt "bob to ann 10" (fun () -> b#transfer "bob" "ann" 10);
  (b#find "cyd")#freeze;
  attempt "bob to cyd 20" (fun () -> b#transfer "bob" "cyd" 20);
  attempt "bob to dan 1" (fun () -> b#transfer "bob" "dan" 1);
  (b#find "cyd")#thaw;
  attempt "bob to cyd 5" (fun () -> b#transfer "bob" "cyd" 5);
  attempt "negative" (fun () -> (b#find "ann")#deposit (-5));
  b#report;
  b#month_end;
  attempt "bob to cyd 5" (fun () -> b#transfer "bob" "cyd" 5);
  b#report;
  List.iter print_endline b#audit
