(** The command line as a value. {!parse} decides nothing beyond syntax: whether
    a file exists is asked by whoever uses it. Options and messages are those of
    the native compiler; there is no [run] and no [--time]. *)

type subcommand = Help | Version | Compile | Link | Info | Check_runtime | Targets

type arguments = {
  subcommand : subcommand;
  topic : subcommand;  (** of [Help]: the command it is about *)
  inputs : string list;
  include_folders : string list;  (** -I, for ocamlc *)
  embedded : string list;  (** of [Compile]: --file, PATH or PATH:NAME *)
  output : string;  (** empty: beside the input; "-": standard output *)
  unit : bool;  (** of [Compile]: units by themselves *)
  only : string list;  (** of [Compile]: of these those of these names *)
  runtime : bool;  (** of [Link]: the runtime alone *)
  options : Compiler.options;
}

val parse : string list -> arguments
(** The arguments without the program's name.
    @raise Diagnostic.Error of kind [Usage], with the option in the message. *)

val help_text : subcommand -> string
(** The text of --help; of [Help]: the overview. *)

val version_text : string
