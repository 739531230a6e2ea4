-- Stacks (answers to caml_ensure_stack_capacity of runtime/stacks.c and fiber.c).

--: caml_ensure_stack_capacity
--- Recursion goes on where Lua's own stack ends: there is no capacity to ask for.
local function caml_ensure_stack_capacity(words)
  return 0
end
