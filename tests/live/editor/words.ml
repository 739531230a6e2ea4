let name = "OCaml"
