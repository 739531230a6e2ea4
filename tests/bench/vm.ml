(* a stack machine and the compiler for it: dispatch on variants in an array, mutable records, closures for the jumps *)
type expression =
  | Const of int
  | Local of int
  | Add of expression * expression
  | Sub of expression * expression
  | Mul of expression * expression
  | Mod of expression * expression
  | Less of expression * expression
  | Equal of expression * expression
  | Call of string * expression list
  | Get of expression

type statement =
  | Set of int * expression
  | Put of expression * expression
  | If of expression * statement list * statement list
  | While of expression * statement list
  | Return of expression

type instruction =
  | Push of int
  | Load of int
  | Store of int
  | Binary of operator
  | Jump of int
  | Jump_if_zero of int
  | Invoke of int * int
  | Leave
  | Fetch
  | Keep

and operator = Plus | Minus | Times | Remainder | Is_less | Is_equal

type code = { mutable items : instruction array; mutable length : int }

let emit code instruction =
  if code.length = Array.length code.items then begin
    let larger = Array.make (2 * code.length) Leave in
    Array.blit code.items 0 larger 0 code.length;
    code.items <- larger
  end;
  code.items.(code.length) <- instruction;
  code.length <- code.length + 1

let hole code = emit code Leave; code.length - 1

let rec expression code functions = function
  | Const n -> emit code (Push n)
  | Local i -> emit code (Load i)
  | Add (a, b) -> binary code functions Plus a b
  | Sub (a, b) -> binary code functions Minus a b
  | Mul (a, b) -> binary code functions Times a b
  | Mod (a, b) -> binary code functions Remainder a b
  | Less (a, b) -> binary code functions Is_less a b
  | Equal (a, b) -> binary code functions Is_equal a b
  | Get address -> expression code functions address; emit code Fetch
  | Call (name, arguments) ->
    List.iter (expression code functions) arguments;
    emit code (Invoke (Hashtbl.find functions name, List.length arguments))

and binary code functions operator a b =
  expression code functions a;
  expression code functions b;
  emit code (Binary operator)

let rec statement code functions = function
  | Set (i, e) -> expression code functions e; emit code (Store i)
  | Put (address, e) -> expression code functions address; expression code functions e; emit code Keep
  | Return e -> expression code functions e; emit code Leave
  | If (condition, yes, no) ->
    expression code functions condition;
    let to_no = hole code in
    List.iter (statement code functions) yes;
    let to_end = hole code in
    code.items.(to_no) <- Jump_if_zero code.length;
    List.iter (statement code functions) no;
    code.items.(to_end) <- Jump code.length
  | While (condition, body) ->
    let start = code.length in
    expression code functions condition;
    let to_end = hole code in
    List.iter (statement code functions) body;
    emit code (Jump start);
    code.items.(to_end) <- Jump_if_zero code.length

type machine = {
  memory : int array;
  stack : int array;
  mutable top : int;
  mutable frame : int;
  mutable returns : (int * int) list;
  mutable steps : int;
}

exception Halted of int

let locals = 8

let apply operator a b =
  match operator with
  | Plus -> a + b
  | Minus -> a - b
  | Times -> a * b
  | Remainder -> a mod b
  | Is_less -> if a < b then 1 else 0
  | Is_equal -> if a = b then 1 else 0

let push machine value =
  machine.stack.(machine.top) <- value;
  machine.top <- machine.top + 1

let pop machine =
  machine.top <- machine.top - 1;
  machine.stack.(machine.top)

let rec run machine code pc =
  machine.steps <- machine.steps + 1;
  match code.(pc) with
  | Push n -> push machine n; run machine code (pc + 1)
  | Load i -> push machine machine.stack.(machine.frame + i); run machine code (pc + 1)
  | Store i -> machine.stack.(machine.frame + i) <- pop machine; run machine code (pc + 1)
  | Binary operator ->
    let b = pop machine in
    let a = pop machine in
    push machine (apply operator a b);
    run machine code (pc + 1)
  | Jump target -> run machine code target
  | Jump_if_zero target -> run machine code (if pop machine = 0 then target else pc + 1)
  | Fetch -> push machine machine.memory.(pop machine); run machine code (pc + 1)
  | Keep ->
    let value = pop machine in
    machine.memory.(pop machine) <- value;
    run machine code (pc + 1)
  | Invoke (target, arity) ->
    machine.returns <- (pc + 1, machine.frame) :: machine.returns;
    machine.frame <- machine.top - arity;
    machine.top <- machine.frame + locals;
    run machine code target
  | Leave ->
    let value = pop machine in
    machine.top <- machine.frame;
    (match machine.returns with
     | [] -> raise (Halted value)
     | (pc, frame) :: rest ->
       machine.returns <- rest;
       machine.frame <- frame;
       push machine value;
       run machine code pc)

let program =
  let l i = Local i and c n = Const n in
  [ ("fib", [ If (Less (l 0, c 2), [ Return (l 0) ], []);
              Return (Add (Call ("fib", [ Sub (l 0, c 1) ]), Call ("fib", [ Sub (l 0, c 2) ]))) ]);
    ("primes", [ Set (1, c 2); Set (3, c 0);
                 While (Less (l 1, l 0),
                        [ If (Equal (Get (l 1), c 0),
                              [ Set (3, Add (l 3, c 1)); Set (2, Mul (l 1, l 1));
                                While (Less (l 2, l 0), [ Put (l 2, c 1); Set (2, Add (l 2, l 1)) ]) ], []);
                          Set (1, Add (l 1, c 1)) ]);
                 Return (l 3) ]);
    ("collatz", [ Set (1, c 0);
                  While (Less (c 1, l 0),
                         [ If (Equal (Mod (l 0, c 2), c 0), [ Set (2, c 0); Set (0, Call ("half", [ l 0 ])) ],
                               [ Set (0, Add (Mul (l 0, c 3), c 1)) ]);
                           Set (1, Add (l 1, c 1)) ]);
                  Return (l 1) ]);
    ("half", [ Set (1, c 0); Set (2, c 8192);
               While (Less (c 0, l 2),
                      [ If (Less (l 0, Mul (c 2, Add (l 1, l 2))), [], [ Set (1, Add (l 1, l 2)) ]);
                        If (Equal (l 2, c 1), [ Set (2, c 0) ], [ Set (2, Call ("shift", [ l 2 ])) ]) ]);
               Return (l 1) ]);
    ("shift", [ Set (1, c 1); While (Less (Mul (l 1, c 2), l 0), [ Set (1, Mul (l 1, c 2)) ]); Return (l 1) ]) ]

let compile program =
  let functions = Hashtbl.create 8 and code = { items = Array.make 16 Leave; length = 0 } in
  (* Twice: the first time with addresses that aren't known yet. *)
  List.iter (fun (name, _) -> Hashtbl.replace functions name 0) program;
  for _ = 1 to 2 do
    code.length <- 0;
    List.iter
      (fun (name, body) -> Hashtbl.replace functions name code.length; List.iter (statement code functions) body)
      program
  done;
  (functions, Array.sub code.items 0 code.length)

let call (functions, code) name argument =
  let machine =
    { memory = Array.make 30_000 0; stack = Array.make 10_000 0; top = locals; frame = 0; returns = []; steps = 0 }
  in
  machine.stack.(0) <- argument;
  match run machine code (Hashtbl.find functions name) with
  | () -> ()
  | exception Halted value -> Printf.printf "%s %d = %d in %d steps\n" name argument value machine.steps

let () =
  let compiled = compile program in
  Printf.printf "%d instructions\n" (Array.length (snd compiled));
  call compiled "fib" 22;
  call compiled "primes" 30_000;
  call compiled "collatz" 27;
  call compiled "fib" 26;
  call compiled "primes" 29_999
