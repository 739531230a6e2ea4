local game = require("game")
function love.update(dt) game.update(dt) end
function love.draw() game.draw(love.graphics) end
function love.keypressed(key) if game.keypressed(key) then love.event.quit() end end
