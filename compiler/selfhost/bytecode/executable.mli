(** Linked programs, whatever their launcher ([-custom] included). *)

val read : string -> file:string -> debug_events:bool -> Image.t
(** Reads an executable from its bytes; [file] is its name for messages. [debug_events]:
    the section DBUG too.

    @raise Diagnostic.Error of kind [Input], with section and offset. *)
