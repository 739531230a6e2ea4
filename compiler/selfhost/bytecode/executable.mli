(** Linked programs, whatever their launcher ([-custom] included). *)

val read : string -> file:string -> Image.t
(** Reads an executable from its bytes; [file] is its name for messages.

    @raise Diagnostic.Error of kind [Input], with section and offset. *)
