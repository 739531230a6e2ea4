if vim.g.loaded_hello then return end
vim.g.loaded_hello = true
require("hello")
