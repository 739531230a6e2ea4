---@meta lua_of_ocaml

---@class lua_of_ocaml
---@field version string MAJOR.MINOR.PATCH
---@field targets string[]
local M = {}

---@class lua_of_ocaml.Library
---@field name string
---@field bytes string

---@class lua_of_ocaml.CompileOptions
---@field target? "portable"|"lua5.1"|"lua5.2"|"lua5.3"|"lua5.4"|"luajit"
---@field int_width? 32|63
---@field level? 0|1|2
---@field allow_missing? boolean
---@field debug_info? boolean
---@field file? string
---@field libraries? lua_of_ocaml.Library[]
---@field unit? boolean units by themselves, for link
---@field only? string[] with unit: the names of those to compile

---@class lua_of_ocaml.Unit
---@field name string
---@field text string

---@class lua_of_ocaml.UnitInfo
---@field name string
---@field needs string[] names of other units
---@field library boolean linked only when something needs it,
---@field always boolean but for this

---@class lua_of_ocaml.LoadOptions: lua_of_ocaml.CompileOptions
---@field arguments? string[]
---@field stdout? fun(text: string)
---@field stderr? fun(text: string)

---@class lua_of_ocaml.Diagnostic
---@field kind "usage"|"input"|"missing_primitive"|"limit"|"output"|"internal"|"exception"|"exit"
---@field message string
---@field text string the message with its place, in one line
---@field file? string
---@field section? string of the file
---@field offset? integer in bytes, from the section's start
---@field status? integer of "exit"

--- Bytecode to Lua.
---@param bytecode string
---@param options? lua_of_ocaml.CompileOptions
---@return string? lua
---@return lua_of_ocaml.Diagnostic[]? diagnostics
function M.compile(bytecode, options) end

--- A program of units that were compiled by themselves.
---@param units lua_of_ocaml.Unit[] in the order of linking
---@param options? {allow_missing?: boolean, runtime?: boolean} runtime: alone, for a host that loads units one by one
---@return string? lua
---@return lua_of_ocaml.Diagnostic[]? diagnostics
function M.link(units, options) end

--- What an object file or a library holds.
---@param bytes string
---@param options? {file?: string}
---@return lua_of_ocaml.UnitInfo[]? units
---@return lua_of_ocaml.Diagnostic[]? diagnostics
function M.units(bytes, options) end

--- Compiles bytecode and runs it.
---@param bytecode string
---@param options? lua_of_ocaml.LoadOptions
---@return table? exports
---@return lua_of_ocaml.Diagnostic[]? diagnostics
function M.load(bytecode, options) end

return M
