let shout text = String.uppercase_ascii text ^ "!"
let () = Lua.export "shout" Lua.(make (string @-> returning string) shout)
