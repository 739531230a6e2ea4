let unused = 1

let risky n =
  1 + if n > 2 then failwith "too much" else n

let () = print_int (1 + risky 3)
