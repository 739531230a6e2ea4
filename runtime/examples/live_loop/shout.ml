let shout words = String.concat " " (List.map String.uppercase_ascii words) ^ "!"
let () = Lua.export "shout" Lua.(make (list string @-> returning string) shout)
