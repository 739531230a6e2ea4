-- Hand-written Lua twin of matrices.ml: tables from 1, the counting of the transform from 0.
local abs, floor, cos, sin = math.abs, math.floor, math.cos, math.sin

local function multiply(a, b)
  local n, m, inner = #a, #b[1], #b
  local c = {}
  for i = 1, n do
    local row, out = a[i], {}
    for j = 1, m do
      local sum = 0
      for k = 1, inner do sum = sum + row[k] * b[k][j] end
      out[j] = sum
    end
    c[i] = out
  end
  return c
end

local function map(matrix, f)
  local out = {}
  for i = 1, #matrix do
    local row = {}
    for j = 1, #matrix[i] do row[j] = f(matrix[i][j], i, j) end
    out[i] = row
  end
  return out
end

local function identity(matrix)
  return map(matrix, function(_, i, j) return i == j and 1 or 0 end)
end

local function scale(row, factor)
  for j = 1, #row do row[j] = row[j] * factor end
end

local function subtract(row, factor, other)
  for j = 1, #row do row[j] = row[j] - factor * other[j] end
end

local function invert(matrix)
  local n = #matrix
  local a, inverse = map(matrix, function(x) return x end), identity(matrix)
  for i = 1, n do
    local pivot = i
    for k = i + 1, n do
      if abs(a[k][i]) > abs(a[pivot][i]) then pivot = k end
    end
    a[i], a[pivot] = a[pivot], a[i]
    inverse[i], inverse[pivot] = inverse[pivot], inverse[i]
    local factor = 1 / a[i][i]
    scale(a[i], factor)
    scale(inverse[i], factor)
    for k = 1, n do
      if k ~= i then
        factor = a[k][i]
        subtract(a[k], factor, a[i])
        subtract(inverse[k], factor, inverse[i])
      end
    end
  end
  return inverse
end

local pi = 4 * math.atan(1)

-- In place; `sign` is -1 there and 1 back, without the division.
local function transform(sign, re, im)
  local n = #re
  local j = 0
  for i = 0, n - 2 do
    if i < j then
      re[i + 1], re[j + 1] = re[j + 1], re[i + 1]
      im[i + 1], im[j + 1] = im[j + 1], im[i + 1]
    end
    local mask = floor(n / 2)
    while mask > 0 and j >= mask do -- the highest bits that are set
      j = j - mask
      mask = floor(mask / 2)
    end
    j = j + mask
  end
  local half = 1
  while half < n do
    local angle = sign * pi / half
    for k = 0, half - 1 do
      local c, s = cos(angle * k), sin(angle * k)
      for i = k + 1, n, 2 * half do
        local l = i + half
        local x = re[l] * c - im[l] * s
        local y = re[l] * s + im[l] * c
        re[l], im[l] = re[i] - x, im[i] - y
        re[i], im[i] = re[i] + x, im[i] + y
      end
    end
    half = 2 * half
  end
end

local n = 110
local a = {}
for i = 0, n - 1 do
  a[i + 1] = {}
  for j = 0, n - 1 do a[i + 1][j + 1] = (i * 7 + j * 13) % 17 / 4 + (i == j and 20 or 0) end
end
local power = a
for _ = 1, 7 do
  local p = multiply(power, a)
  local largest = 0
  for i = 1, n do
    for j = 1, n do largest = math.max(largest, p[i][j]) end
  end
  power = map(p, function(x) return x / largest end)
end

local function trace(m)
  local sum = 0
  for i = 1, #m do sum = sum + m[i][i] end
  return sum
end

local inverse = invert(a)
local product, worst = multiply(a, inverse), 0
for i = 1, n do
  for j = 1, n do worst = math.max(worst, abs(product[i][j] - (i == j and 1 or 0))) end
end
print(string.format("%.6f %.6f %s", trace(power), trace(inverse), tostring(worst < 1e-9)))

local size = 16384
local signal, re, im = {}, {}, {}
for i = 0, size - 1 do
  signal[i + 1] = i * i % 31 - 15
  re[i + 1], im[i + 1] = signal[i + 1], 0
end
for _ = 1, 4 do
  transform(-1, re, im)
  print(string.format("%.4f %.4f", re[2], im[floor(size / 3) + 1]))
  transform(1, re, im)
  for i = 1, size do re[i], im[i] = re[i] / size, im[i] / size end
end
worst = 0
for i = 1, size do worst = math.max(worst, abs(signal[i] - re[i])) end
print(tostring(worst < 1e-9))
