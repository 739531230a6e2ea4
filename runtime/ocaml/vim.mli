(** Neovim from OCaml, for programs that lua_of_ocaml has translated. Functions are
    named as Neovim's own: [nvim_buf_set_lines] is {!Buf.set_lines}, and Neovim's
    manual describes them. What is missing here is reached by {!api}, {!fn} and
    {!val-lua}. Lines and columns count as in Neovim's API: from 0, and the end is
    excluded, where nothing else is said. Errors are {!Lua.Error}. *)

val lua : string -> Lua.t
(** A field of the table [vim]. *)

val api : string -> Lua.t list -> Lua.t
(** [api "buf_line_count" [ b ]] calls [vim.api.nvim_buf_line_count]. *)

val fn : string -> Lua.t list -> Lua.t
(** A function of Vim script. *)

val cmd : string -> unit
(** Runs commands as typed behind [:]. *)

val echo : string -> unit

type level = Debug | Info | Warn | Error

val notify : ?level:level -> string -> unit

val schedule : (unit -> unit) -> unit
(** Calls a function as soon as the editor is idle. *)

val defer : int -> (unit -> unit) -> unit
(** The same after some milliseconds. *)

val inspect : Lua.t -> string

module Buf : sig
  type t

  val current : unit -> t
  val ty : t Lua.ty
  val create : ?listed:bool -> ?scratch:bool -> unit -> t
  val delete : ?force:bool -> t -> unit
  val is_valid : t -> bool
  val line_count : t -> int
  val get_lines : t -> int -> int -> string list
  val set_lines : t -> int -> int -> string list -> unit

  val lines : t -> string list
  (** All of them. *)

  val get_name : t -> string
  val set_name : t -> string -> unit
  val get_option : t -> string -> Lua.t
  val set_option : t -> string -> Lua.t -> unit
end

module Win : sig
  type t

  val current : unit -> t
  val ty : t Lua.ty
  val set_current : t -> unit
  val is_valid : t -> bool
  val close : ?force:bool -> t -> unit
  val get_buf : t -> Buf.t
  val set_buf : t -> Buf.t -> unit

  val get_cursor : t -> int * int
  (** Line, from 1, and column, from 0. *)

  val set_cursor : t -> int * int -> unit
  val get_width : t -> int
  val get_height : t -> int
  val set_option : t -> string -> Lua.t -> unit

  val open_float :
    ?enter:bool -> ?border:string -> Buf.t -> row:int -> col:int -> width:int -> height:int -> t
  (** A floating window, placed in the editor's grid. *)
end

module Opt : sig
  val get : string -> Lua.t
  val set : string -> Lua.t -> unit
  val columns : unit -> int
  val lines : unit -> int
end

module Var : sig
  val get : string -> Lua.t
  (** A global variable of Vim script, [g:name]. *)

  val set : string -> Lua.t -> unit
end

module Keymap : sig
  val set : ?buffer:Buf.t -> ?desc:string -> mode:string -> string -> (unit -> unit) -> unit
  (** [set ~mode:"n" "<leader>x" f] *)

  val del : ?buffer:Buf.t -> mode:string -> string -> unit
end

module Autocmd : sig
  type t
  type event = { buffer : Buf.t; file : string; matched : string; event : string }

  val create : ?pattern:string -> ?buffer:Buf.t -> ?group:string -> ?once:bool -> string list -> (event -> unit) -> t
  val del : t -> unit

  val group : ?clear:bool -> string -> string
  (** Makes a group (without what it had, unless [clear] is false) and returns its name. *)
end

module Command : sig
  type arguments = { args : string; fargs : string list; bang : bool; line1 : int; line2 : int  (** from 1 *) }

  val create : ?nargs:string -> ?range:bool -> ?bang:bool -> ?desc:string -> string -> (arguments -> unit) -> unit
  (** A command of the user's: [create "Hello" (fun _ -> ...)]. [nargs] as Neovim has it: ["0"], ["1"], ["*"], ["?"], ["+"]. *)

  val del : string -> unit
end

module Ui : sig
  val select : ?prompt:string -> string list -> (string option -> unit) -> unit
  val input : ?prompt:string -> ?default:string -> (string option -> unit) -> unit
end

module Extmark : sig
  val namespace : string -> int
  val set : Buf.t -> ns:int -> line:int -> col:int -> (string * Lua.t) list -> int
  val clear : ?from:int -> ?until:int -> Buf.t -> ns:int -> unit

  val highlight : Buf.t -> ns:int -> group:string -> line:int -> int -> int -> unit
  (** From one column to another. *)
end

module Diagnostic : sig
  type t = { line : int; col : int; message : string; severity : level }

  val set : Buf.t -> ns:int -> t list -> unit
  (** All diagnostics of this namespace in the buffer. *)
end
