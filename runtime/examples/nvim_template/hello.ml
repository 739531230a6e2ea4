(* :Hello NAME greets; <leader>h greets the word under the cursor. *)

let greet name = Vim.notify (Printf.sprintf "Hello %s!" name)
let key = "<leader>h"

let () =
  Vim.Command.create ~nargs:"1" ~desc:"Greet somebody" "Hello" (fun given -> greet given.args);
  Vim.Keymap.set ~mode:"n" ~desc:"Greet the word under the cursor" key (fun () ->
      greet (Lua.to_string (Vim.fn "expand" [ Lua.of_string "<cword>" ])))

let stop () =
  Vim.Command.del "Hello";
  Vim.Keymap.del ~mode:"n" key

let () = Lua.export "stop" Lua.(make (unit @-> returning unit) stop)
