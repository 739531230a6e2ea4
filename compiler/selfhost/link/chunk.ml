(* The output before names are chosen: sections (the runtime, then a unit each)
   of chunks of text, in which symbols are numbers. *)

type kind =
  | Function  (* "function SYMBOL(...) ... end": defines a function *)
  | Value  (* "SYMBOL = ...": defines a value, perhaps by several statements *)
  | Code  (* statements; the unit's values that they define are declared by the section *)

type t = {
  kind : kind;
  symbol : int;  (* what it defines, or none *)
  comment : string;  (* a line that goes before the definition, or "" *)
  text : Marked_text.t;
  upvalues : int;  (* free variables of the innermost functions, beside symbols *)
}

type section = {
  name : string;
  comment : string;  (* a line that goes before the section, or "" *)
  chunks : t array;  (* in the order in which they must run, but for functions that call each other *)
  values : int array;  (* symbols that [Code] assigns *)
}
