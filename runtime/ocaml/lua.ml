type t
type kind = Nil | Boolean | Number | String | Table | Function | Userdata | Thread | Other

(* The runtime's own exception: errors of Lua are raised as it, with or without this library. *)
module type Exception = sig
  exception Error of string
end

external error_module : unit -> (module Exception) = "caml_lua_error_module"

include (val error_module ())

external nil_value : unit -> t = "caml_lua_nil"
external type_name : t -> string = "caml_lua_type"
external equal : t -> t -> bool = "caml_lua_equal"
external show : t -> string = "caml_lua_show"
external of_bool : bool -> t = "caml_lua_of_bool"
external of_int : int -> t = "%identity"
external of_float : float -> t = "%identity"
external of_string : string -> t = "%identity"
external to_bool : t -> bool = "caml_lua_to_bool"
external to_int : t -> int = "caml_lua_to_int"
external to_float : t -> float = "caml_lua_to_float"
external to_string : t -> string = "caml_lua_to_string"
external new_table : unit -> t = "caml_lua_table"
external get_value : t -> t -> t = "caml_lua_get"
external set_value : t -> t -> t -> unit = "caml_lua_set"
external length : t -> int = "caml_lua_length"
external to_array : t -> t array = "caml_lua_elements"
external keys_and_values : t -> t array = "caml_lua_pairs"
external call_array : t -> t array -> t = "caml_lua_call"
external call_array_all : t -> t array -> t array = "caml_lua_call_all"
external method_array : t -> string -> t array -> t = "caml_lua_method"
external func_array : (t array -> t) -> t = "caml_lua_function"
external func_array_all : (t array -> t array) -> t = "caml_lua_function_all"
external global : string -> t = "caml_lua_global"
external export : string -> t -> unit = "caml_lua_export"
external error : t -> 'a = "caml_lua_raise"

let nil = nil_value ()
let is_nil v = equal v nil

let kind v =
  match type_name v with
  | "nil" -> Nil
  | "boolean" -> Boolean
  | "number" -> Number
  | "string" -> String
  | "table" -> Table
  | "function" -> Function
  | "userdata" -> Userdata
  | "thread" -> Thread
  | _ -> Other

let get t name = get_value t (of_string name)
let set t name v = set_value t (of_string name) v
let get_int t i = get_value t (of_int i)
let set_int t i v = set_value t (of_int i) v

let table fields =
  let t = new_table () in
  List.iter (fun (name, v) -> set t name v) fields;
  t

let array elements =
  let t = new_table () in
  Array.iteri (fun i v -> set_int t (i + 1) v) elements;
  t

let pairs t =
  let all = keys_and_values t in
  List.init (Array.length all / 2) (fun i -> (all.(2 * i), all.((2 * i) + 1)))

let call f arguments = call_array f (Array.of_list arguments)
let call_all f arguments = Array.to_list (call_array_all f (Array.of_list arguments))
let meth t name arguments = method_array t name (Array.of_list arguments)
let func f = func_array (fun arguments -> f (Array.to_list arguments))
let func_all f = func_array_all (fun arguments -> Array.of_list (f (Array.to_list arguments)))
let require name = call (global "require") [ of_string name ]

type 'a ty =
  | Unit : unit ty  (* no parameter at all *)
  | Value : { of_lua : t -> 'a; to_lua : 'a -> t } -> 'a ty

let of_lua (type a) (ty : a ty) v : a = match ty with Unit -> () | Value { of_lua; _ } -> of_lua v
let to_lua (type a) (ty : a ty) (x : a) = match ty with Unit -> nil | Value { to_lua; _ } -> to_lua x
let unit = Unit
let int = Value { of_lua = to_int; to_lua = of_int }
let float = Value { of_lua = to_float; to_lua = of_float }
let bool = Value { of_lua = to_bool; to_lua = of_bool }
let string = Value { of_lua = to_string; to_lua = of_string }
let value = Value { of_lua = (fun v -> v); to_lua = (fun v -> v) }
let map of_a to_a ty = Value { of_lua = (fun v -> of_a (of_lua ty v)); to_lua = (fun x -> to_lua ty (to_a x)) }

let option ty =
  Value
    {
      of_lua = (fun v -> if is_nil v then None else Some (of_lua ty v));
      to_lua = (function None -> nil | Some x -> to_lua ty x);
    }

let list ty =
  Value
    {
      of_lua = (fun v -> List.map (of_lua ty) (Array.to_list (to_array v)));
      to_lua = (fun l -> array (Array.of_list (List.map (to_lua ty) l)));
    }

type 'a signature = Returning : 'a ty -> 'a signature | Taking : 'a ty * 'b signature -> ('a -> 'b) signature

let returning ty = Returning ty
let ( @-> ) ty rest = Taking (ty, rest)

let rec import_with : type a. t -> t list -> a signature -> a =
 fun f arguments -> function
  | Returning ty -> of_lua ty (call f (List.rev arguments))
  | Taking (Unit, rest) -> fun () -> import_with f arguments rest
  | Taking (ty, rest) -> fun x -> import_with f (to_lua ty x :: arguments) rest

let import f signature = import_with f [] signature

(* Arguments that the caller left out are nil, those beyond are ignored: Lua's rule. *)
let rec apply : type a. a signature -> a -> t list -> t =
 fun signature f arguments ->
  match (signature, arguments) with
  | Returning ty, _ -> to_lua ty f
  | Taking (Unit, rest), _ -> apply rest (f ()) arguments
  | Taking (ty, rest), [] -> apply rest (f (of_lua ty nil)) []
  | Taking (ty, rest), v :: arguments -> apply rest (f (of_lua ty v)) arguments

let make signature f = func (apply signature f)
let fn signature = Value { of_lua = (fun f -> import f signature); to_lua = make signature }
