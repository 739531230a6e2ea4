(* A plugin: a key, an autocommand, a command; it can be stopped. *)
let pressed = ref 0
let insert line = Vim.Buf.set_lines (Vim.Buf.current ()) 0 0 [ line ]

let () =
  let group = Vim.Autocmd.group "test_plugin" in
  Vim.Keymap.set ~mode:"n" "<F5>" (fun () ->
      incr pressed;
      insert (Printf.sprintf "pressed %d" !pressed));
  ignore
    (Vim.Autocmd.create ~group ~pattern:"*.txt" [ "BufNewFile" ] (fun event ->
         Vim.Buf.set_lines event.buffer 0 (-1) [ "new: " ^ Filename.basename event.file ]));
  Vim.Command.create ~nargs:"*" "Shout" (fun given -> insert (String.uppercase_ascii given.args));
  Vim.Command.create "Fail" (fun _ -> failwith "from a command");
  Vim.Command.create "Spin" (fun _ -> while true do () done);
  Lua.export "pressed" Lua.(make (unit @-> returning int) (fun () -> !pressed));
  Lua.export "stop"
    Lua.(
      make (unit @-> returning unit) (fun () ->
          Vim.Keymap.del ~mode:"n" "<F5>";
          Vim.Command.del "Shout"))
