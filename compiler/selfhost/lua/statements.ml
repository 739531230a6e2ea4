let body (_ : Function_printer.context) (_ : int) (_ : Folding.t) (_ : Tree.t) ~indent:(_ : int) :
    Function_printer.text =
  failwith "body"
