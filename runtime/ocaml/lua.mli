(** Lua's values from OCaml, in programs that lua_of_ocaml has translated (ocamlrun
    lacks the primitives). A value crosses the border as it is, without a copy: an
    int is a number of Lua, a string a string, a table stays the table that it is.

    What goes wrong on Lua's side is {!Error}; an OCaml exception that Lua code lets
    pass arrives as the exception that it was.

    OCaml code that a coroutine of Lua calls may call functions that yield: what they
    yield is that coroutine's, which resumes them. Where Lua has no way for a yield
    (outside a coroutine, through [table.sort] and the like, on PUC Lua 5.1 through
    [pcall]), the error is Lua's, "attempt to yield ...", and ends what the coroutine has
    called. *)

type t
(** Any value of Lua. Polymorphic comparison and hashing don't know them: use
    {!equal}. *)

exception Error of string
(** An error of Lua, with its message, or a value of another type than expected. *)

type kind = Nil | Boolean | Number | String | Table | Function | Userdata | Thread | Other

val kind : t -> kind
val equal : t -> t -> bool

val show : t -> string
(** What Lua's [tostring] gives. *)

(** {1 Plain values} *)

val nil : t
val is_nil : t -> bool
val of_bool : bool -> t
external of_int : int -> t = "%identity"
external of_float : float -> t = "%identity"
external of_string : string -> t = "%identity"

val to_bool : t -> bool
(** As Lua's [if] sees it: [false] for nil and false. *)

val to_int : t -> int
(** @raise Error for what is no number, has a fraction or is too wide. *)

val to_float : t -> float
(** @raise Error for what is no number. *)

val to_string : t -> string
(** @raise Error for what is no string. *)

(** {1 Tables} *)

val table : (string * t) list -> t
(** A new table with these fields. *)

val array : t array -> t
(** A new table with these elements, from 1 on. *)

val get : t -> string -> t
val set : t -> string -> t -> unit

val get_int : t -> int -> t
(** Counted from 1, as Lua does. *)

val set_int : t -> int -> t -> unit
val get_value : t -> t -> t
val set_value : t -> t -> t -> unit

val length : t -> int
(** Lua's [#]: of a table or a string. *)

val to_array : t -> t array
(** The elements from 1 to [length]. *)

val pairs : t -> (t * t) list
(** All keys and values, in no certain order. *)

(** {1 Functions} *)

val call : t -> t list -> t
(** The first result; {!nil} when there is none. *)

val call_all : t -> t list -> t list
(** All results. *)

val meth : t -> string -> t list -> t
(** [meth object name arguments] is Lua's [object:name(arguments)]. *)

val func : (t list -> t) -> t
(** A Lua function, which gets the list of all its arguments. Lua may call it at any
    time later. *)

val func_all : (t list -> t list) -> t
(** The same with several results. *)

(** {1 Types}

    A description of a type converts both ways, so that functions of either side can
    be used as if they were the other's:
    {[
      let char_at = Lua.import (Lua.(get (global "string") "sub")) Lua.(string @-> int @-> int @-> returning string)
      let () = Lua.export "greet" (Lua.make Lua.(string @-> returning string) (fun name -> "Hello " ^ name))
    ]} *)

type 'a ty

val int : int ty
val float : float ty
val bool : bool ty
val string : string ty
val value : t ty

val unit : unit ty
(** As a parameter: none. As a result: whatever comes is ignored, nil is given. *)

val option : 'a ty -> 'a option ty
(** [None] is nil. *)

val list : 'a ty -> 'a list ty
(** A table of the elements, from 1 on: a copy. *)

val map : ('a -> 'b) -> ('b -> 'a) -> 'a ty -> 'b ty
(** [map of_a to_a ty]: a type of one's own. *)

val of_lua : 'a ty -> t -> 'a
(** @raise Error when it is of another type. *)

val to_lua : 'a ty -> 'a -> t

type 'a signature

val returning : 'a ty -> 'a signature
val ( @-> ) : 'a ty -> 'b signature -> ('a -> 'b) signature
val import : t -> ('a -> 'b) signature -> 'a -> 'b
val make : ('a -> 'b) signature -> ('a -> 'b) -> t
val fn : ('a -> 'b) signature -> ('a -> 'b) ty

(** {1 The host} *)

val global : string -> t
(** A global variable, nil where there is none. It can't be set: no program
    writes globals. *)

val require : string -> t
(** The module of that name.
    @raise Error when Lua doesn't find it. *)

val export : string -> t -> unit
(** A field of the table that the translated program gives to the Lua that loads it:
    what [require] or [dofile] returns. *)

val error : t -> 'a
(** Lua's [error]: raises the value itself. *)
