let () = print_endline "it starts"
let () = try while true do () done with _ -> ()
let rec f n = f (n + 1)
let () = f 0
