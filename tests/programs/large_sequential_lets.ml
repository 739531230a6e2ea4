(* A function of 1200 sequential lets, one of 1000 statements, and one whose
   body is a single expression with 800 operands. *)

[@@@warning "-26"]

let lets x0 =
  let x1 = (x0 + 0) in
  let x2 = (x0 lxor 1) in
  let x3 = ((x0 * 3) land 0xFFFF) in
  let x4 = (x2 - 3) in
  let x5 = (x1 lor 5) in
  let x6 = (x5 + 5) in
  let x7 = (x4 lxor 6) in
  let x8 = ((x3 * 1) land 0xFFFF) in
  let x9 = (x7 - 8) in
  let x10 = (x6 lor 3) in
  let x11 = (x10 + 10) in
  let x12 = (x9 lxor 11) in
  let x13 = ((x8 * 6) land 0xFFFF) in
  let x14 = (x12 - 13) in
  let x15 = (x11 lor 1) in
  let x16 = (x15 + 15) in
  let x17 = (x14 lxor 16) in
  let x18 = ((x13 * 4) land 0xFFFF) in
  let x19 = (x17 - 18) in
  let x20 = (x16 lor 6) in
  let x21 = (x20 + 20) in
  let x22 = (x19 lxor 21) in
  let x23 = ((x18 * 2) land 0xFFFF) in
  let x24 = (x22 - 23) in
  let x25 = (x21 lor 4) in
  let x26 = (x25 + 25) in
  let x27 = (x24 lxor 26) in
  let x28 = ((x23 * 7) land 0xFFFF) in
  let x29 = (x27 - 28) in
  let x30 = (x26 lor 2) in
  let x31 = (x30 + 30) in
  let x32 = (x29 lxor 31) in
  let x33 = ((x28 * 5) land 0xFFFF) in
  let x34 = (x32 - 33) in
  let x35 = (x31 lor 7) in
  let x36 = (x35 + 35) in
  let x37 = (x34 lxor 36) in
  let x38 = ((x33 * 3) land 0xFFFF) in
  let x39 = (x37 - 38) in
  let x40 = (x36 lor 5) in
  let x41 = (x40 + 40) in
  let x42 = (x39 lxor 41) in
  let x43 = ((x38 * 1) land 0xFFFF) in
  let x44 = (x42 - 43) in
  let x45 = (x41 lor 3) in
  let x46 = (x45 + 45) in
  let x47 = (x44 lxor 46) in
  let x48 = ((x43 * 6) land 0xFFFF) in
  let x49 = (x47 - 48) in
  let x50 = (x46 lor 1) in
  let x51 = (x50 + 50) in
  let x52 = (x49 lxor 51) in
  let x53 = ((x48 * 4) land 0xFFFF) in
  let x54 = (x52 - 53) in
  let x55 = (x51 lor 6) in
  let x56 = (x55 + 55) in
  let x57 = (x54 lxor 56) in
  let x58 = ((x53 * 2) land 0xFFFF) in
  let x59 = (x57 - 58) in
  let x60 = (x56 lor 4) in
  let x61 = (x60 + 60) in
  let x62 = (x59 lxor 61) in
  let x63 = ((x58 * 7) land 0xFFFF) in
  let x64 = (x62 - 63) in
  let x65 = (x61 lor 2) in
  let x66 = (x65 + 65) in
  let x67 = (x64 lxor 66) in
  let x68 = ((x63 * 5) land 0xFFFF) in
  let x69 = (x67 - 68) in
  let x70 = (x66 lor 7) in
  let x71 = (x70 + 70) in
  let x72 = (x69 lxor 71) in
  let x73 = ((x68 * 3) land 0xFFFF) in
  let x74 = (x72 - 73) in
  let x75 = (x71 lor 5) in
  let x76 = (x75 + 75) in
  let x77 = (x74 lxor 76) in
  let x78 = ((x73 * 1) land 0xFFFF) in
  let x79 = (x77 - 78) in
  let x80 = (x76 lor 3) in
  let x81 = (x80 + 80) in
  let x82 = (x79 lxor 81) in
  let x83 = ((x78 * 6) land 0xFFFF) in
  let x84 = (x82 - 83) in
  let x85 = (x81 lor 1) in
  let x86 = (x85 + 85) in
  let x87 = (x84 lxor 86) in
  let x88 = ((x83 * 4) land 0xFFFF) in
  let x89 = (x87 - 88) in
  let x90 = (x86 lor 6) in
  let x91 = (x90 + 90) in
  let x92 = (x89 lxor 91) in
  let x93 = ((x88 * 2) land 0xFFFF) in
  let x94 = (x92 - 93) in
  let x95 = (x91 lor 4) in
  let x96 = (x95 + 95) in
  let x97 = (x94 lxor 96) in
  let x98 = ((x93 * 7) land 0xFFFF) in
  let x99 = (x97 - 98) in
  let x100 = (x96 lor 2) in
  let x101 = (x100 + 0) in
  let x102 = (x99 lxor 1) in
  let x103 = ((x98 * 5) land 0xFFFF) in
  let x104 = (x102 - 3) in
  let x105 = (x101 lor 7) in
  let x106 = (x105 + 5) in
  let x107 = (x104 lxor 6) in
  let x108 = ((x103 * 3) land 0xFFFF) in
  let x109 = (x107 - 8) in
  let x110 = (x106 lor 5) in
  let x111 = (x110 + 10) in
  let x112 = (x109 lxor 11) in
  let x113 = ((x108 * 1) land 0xFFFF) in
  let x114 = (x112 - 13) in
  let x115 = (x111 lor 3) in
  let x116 = (x115 + 15) in
  let x117 = (x114 lxor 16) in
  let x118 = ((x113 * 6) land 0xFFFF) in
  let x119 = (x117 - 18) in
  let x120 = (x116 lor 1) in
  let x121 = (x120 + 20) in
  let x122 = (x119 lxor 21) in
  let x123 = ((x118 * 4) land 0xFFFF) in
  let x124 = (x122 - 23) in
  let x125 = (x121 lor 6) in
  let x126 = (x125 + 25) in
  let x127 = (x124 lxor 26) in
  let x128 = ((x123 * 2) land 0xFFFF) in
  let x129 = (x127 - 28) in
  let x130 = (x126 lor 4) in
  let x131 = (x130 + 30) in
  let x132 = (x129 lxor 31) in
  let x133 = ((x128 * 7) land 0xFFFF) in
  let x134 = (x132 - 33) in
  let x135 = (x131 lor 2) in
  let x136 = (x135 + 35) in
  let x137 = (x134 lxor 36) in
  let x138 = ((x133 * 5) land 0xFFFF) in
  let x139 = (x137 - 38) in
  let x140 = (x136 lor 7) in
  let x141 = (x140 + 40) in
  let x142 = (x139 lxor 41) in
  let x143 = ((x138 * 3) land 0xFFFF) in
  let x144 = (x142 - 43) in
  let x145 = (x141 lor 5) in
  let x146 = (x145 + 45) in
  let x147 = (x144 lxor 46) in
  let x148 = ((x143 * 1) land 0xFFFF) in
  let x149 = (x147 - 48) in
  let x150 = (x146 lor 3) in
  let x151 = (x150 + 50) in
  let x152 = (x149 lxor 51) in
  let x153 = ((x148 * 6) land 0xFFFF) in
  let x154 = (x152 - 53) in
  let x155 = (x151 lor 1) in
  let x156 = (x155 + 55) in
  let x157 = (x154 lxor 56) in
  let x158 = ((x153 * 4) land 0xFFFF) in
  let x159 = (x157 - 58) in
  let x160 = (x156 lor 6) in
  let x161 = (x160 + 60) in
  let x162 = (x159 lxor 61) in
  let x163 = ((x158 * 2) land 0xFFFF) in
  let x164 = (x162 - 63) in
  let x165 = (x161 lor 4) in
  let x166 = (x165 + 65) in
  let x167 = (x164 lxor 66) in
  let x168 = ((x163 * 7) land 0xFFFF) in
  let x169 = (x167 - 68) in
  let x170 = (x166 lor 2) in
  let x171 = (x170 + 70) in
  let x172 = (x169 lxor 71) in
  let x173 = ((x168 * 5) land 0xFFFF) in
  let x174 = (x172 - 73) in
  let x175 = (x171 lor 7) in
  let x176 = (x175 + 75) in
  let x177 = (x174 lxor 76) in
  let x178 = ((x173 * 3) land 0xFFFF) in
  let x179 = (x177 - 78) in
  let x180 = (x176 lor 5) in
  let x181 = (x180 + 80) in
  let x182 = (x179 lxor 81) in
  let x183 = ((x178 * 1) land 0xFFFF) in
  let x184 = (x182 - 83) in
  let x185 = (x181 lor 3) in
  let x186 = (x185 + 85) in
  let x187 = (x184 lxor 86) in
  let x188 = ((x183 * 6) land 0xFFFF) in
  let x189 = (x187 - 88) in
  let x190 = (x186 lor 1) in
  let x191 = (x190 + 90) in
  let x192 = (x189 lxor 91) in
  let x193 = ((x188 * 4) land 0xFFFF) in
  let x194 = (x192 - 93) in
  let x195 = (x191 lor 6) in
  let x196 = (x195 + 95) in
  let x197 = (x194 lxor 96) in
  let x198 = ((x193 * 2) land 0xFFFF) in
  let x199 = (x197 - 98) in
  let x200 = (x196 lor 4) in
  let x201 = (x200 + 0) in
  let x202 = (x199 lxor 1) in
  let x203 = ((x198 * 7) land 0xFFFF) in
  let x204 = (x202 - 3) in
  let x205 = (x201 lor 2) in
  let x206 = (x205 + 5) in
  let x207 = (x204 lxor 6) in
  let x208 = ((x203 * 5) land 0xFFFF) in
  let x209 = (x207 - 8) in
  let x210 = (x206 lor 7) in
  let x211 = (x210 + 10) in
  let x212 = (x209 lxor 11) in
  let x213 = ((x208 * 3) land 0xFFFF) in
  let x214 = (x212 - 13) in
  let x215 = (x211 lor 5) in
  let x216 = (x215 + 15) in
  let x217 = (x214 lxor 16) in
  let x218 = ((x213 * 1) land 0xFFFF) in
  let x219 = (x217 - 18) in
  let x220 = (x216 lor 3) in
  let x221 = (x220 + 20) in
  let x222 = (x219 lxor 21) in
  let x223 = ((x218 * 6) land 0xFFFF) in
  let x224 = (x222 - 23) in
  let x225 = (x221 lor 1) in
  let x226 = (x225 + 25) in
  let x227 = (x224 lxor 26) in
  let x228 = ((x223 * 4) land 0xFFFF) in
  let x229 = (x227 - 28) in
  let x230 = (x226 lor 6) in
  let x231 = (x230 + 30) in
  let x232 = (x229 lxor 31) in
  let x233 = ((x228 * 2) land 0xFFFF) in
  let x234 = (x232 - 33) in
  let x235 = (x231 lor 4) in
  let x236 = (x235 + 35) in
  let x237 = (x234 lxor 36) in
  let x238 = ((x233 * 7) land 0xFFFF) in
  let x239 = (x237 - 38) in
  let x240 = (x236 lor 2) in
  let x241 = (x240 + 40) in
  let x242 = (x239 lxor 41) in
  let x243 = ((x238 * 5) land 0xFFFF) in
  let x244 = (x242 - 43) in
  let x245 = (x241 lor 7) in
  let x246 = (x245 + 45) in
  let x247 = (x244 lxor 46) in
  let x248 = ((x243 * 3) land 0xFFFF) in
  let x249 = (x247 - 48) in
  let x250 = (x246 lor 5) in
  let x251 = (x250 + 50) in
  let x252 = (x249 lxor 51) in
  let x253 = ((x248 * 1) land 0xFFFF) in
  let x254 = (x252 - 53) in
  let x255 = (x251 lor 3) in
  let x256 = (x255 + 55) in
  let x257 = (x254 lxor 56) in
  let x258 = ((x253 * 6) land 0xFFFF) in
  let x259 = (x257 - 58) in
  let x260 = (x256 lor 1) in
  let x261 = (x260 + 60) in
  let x262 = (x259 lxor 61) in
  let x263 = ((x258 * 4) land 0xFFFF) in
  let x264 = (x262 - 63) in
  let x265 = (x261 lor 6) in
  let x266 = (x265 + 65) in
  let x267 = (x264 lxor 66) in
  let x268 = ((x263 * 2) land 0xFFFF) in
  let x269 = (x267 - 68) in
  let x270 = (x266 lor 4) in
  let x271 = (x270 + 70) in
  let x272 = (x269 lxor 71) in
  let x273 = ((x268 * 7) land 0xFFFF) in
  let x274 = (x272 - 73) in
  let x275 = (x271 lor 2) in
  let x276 = (x275 + 75) in
  let x277 = (x274 lxor 76) in
  let x278 = ((x273 * 5) land 0xFFFF) in
  let x279 = (x277 - 78) in
  let x280 = (x276 lor 7) in
  let x281 = (x280 + 80) in
  let x282 = (x279 lxor 81) in
  let x283 = ((x278 * 3) land 0xFFFF) in
  let x284 = (x282 - 83) in
  let x285 = (x281 lor 5) in
  let x286 = (x285 + 85) in
  let x287 = (x284 lxor 86) in
  let x288 = ((x283 * 1) land 0xFFFF) in
  let x289 = (x287 - 88) in
  let x290 = (x286 lor 3) in
  let x291 = (x290 + 90) in
  let x292 = (x289 lxor 91) in
  let x293 = ((x288 * 6) land 0xFFFF) in
  let x294 = (x292 - 93) in
  let x295 = (x291 lor 1) in
  let x296 = (x295 + 95) in
  let x297 = (x294 lxor 96) in
  let x298 = ((x293 * 4) land 0xFFFF) in
  let x299 = (x297 - 98) in
  let x300 = (x296 lor 6) in
  let x301 = (x300 + 0) in
  let x302 = (x299 lxor 1) in
  let x303 = ((x298 * 2) land 0xFFFF) in
  let x304 = (x302 - 3) in
  let x305 = (x301 lor 4) in
  let x306 = (x305 + 5) in
  let x307 = (x304 lxor 6) in
  let x308 = ((x303 * 7) land 0xFFFF) in
  let x309 = (x307 - 8) in
  let x310 = (x306 lor 2) in
  let x311 = (x310 + 10) in
  let x312 = (x309 lxor 11) in
  let x313 = ((x308 * 5) land 0xFFFF) in
  let x314 = (x312 - 13) in
  let x315 = (x311 lor 7) in
  let x316 = (x315 + 15) in
  let x317 = (x314 lxor 16) in
  let x318 = ((x313 * 3) land 0xFFFF) in
  let x319 = (x317 - 18) in
  let x320 = (x316 lor 5) in
  let x321 = (x320 + 20) in
  let x322 = (x319 lxor 21) in
  let x323 = ((x318 * 1) land 0xFFFF) in
  let x324 = (x322 - 23) in
  let x325 = (x321 lor 3) in
  let x326 = (x325 + 25) in
  let x327 = (x324 lxor 26) in
  let x328 = ((x323 * 6) land 0xFFFF) in
  let x329 = (x327 - 28) in
  let x330 = (x326 lor 1) in
  let x331 = (x330 + 30) in
  let x332 = (x329 lxor 31) in
  let x333 = ((x328 * 4) land 0xFFFF) in
  let x334 = (x332 - 33) in
  let x335 = (x331 lor 6) in
  let x336 = (x335 + 35) in
  let x337 = (x334 lxor 36) in
  let x338 = ((x333 * 2) land 0xFFFF) in
  let x339 = (x337 - 38) in
  let x340 = (x336 lor 4) in
  let x341 = (x340 + 40) in
  let x342 = (x339 lxor 41) in
  let x343 = ((x338 * 7) land 0xFFFF) in
  let x344 = (x342 - 43) in
  let x345 = (x341 lor 2) in
  let x346 = (x345 + 45) in
  let x347 = (x344 lxor 46) in
  let x348 = ((x343 * 5) land 0xFFFF) in
  let x349 = (x347 - 48) in
  let x350 = (x346 lor 7) in
  let x351 = (x350 + 50) in
  let x352 = (x349 lxor 51) in
  let x353 = ((x348 * 3) land 0xFFFF) in
  let x354 = (x352 - 53) in
  let x355 = (x351 lor 5) in
  let x356 = (x355 + 55) in
  let x357 = (x354 lxor 56) in
  let x358 = ((x353 * 1) land 0xFFFF) in
  let x359 = (x357 - 58) in
  let x360 = (x356 lor 3) in
  let x361 = (x360 + 60) in
  let x362 = (x359 lxor 61) in
  let x363 = ((x358 * 6) land 0xFFFF) in
  let x364 = (x362 - 63) in
  let x365 = (x361 lor 1) in
  let x366 = (x365 + 65) in
  let x367 = (x364 lxor 66) in
  let x368 = ((x363 * 4) land 0xFFFF) in
  let x369 = (x367 - 68) in
  let x370 = (x366 lor 6) in
  let x371 = (x370 + 70) in
  let x372 = (x369 lxor 71) in
  let x373 = ((x368 * 2) land 0xFFFF) in
  let x374 = (x372 - 73) in
  let x375 = (x371 lor 4) in
  let x376 = (x375 + 75) in
  let x377 = (x374 lxor 76) in
  let x378 = ((x373 * 7) land 0xFFFF) in
  let x379 = (x377 - 78) in
  let x380 = (x376 lor 2) in
  let x381 = (x380 + 80) in
  let x382 = (x379 lxor 81) in
  let x383 = ((x378 * 5) land 0xFFFF) in
  let x384 = (x382 - 83) in
  let x385 = (x381 lor 7) in
  let x386 = (x385 + 85) in
  let x387 = (x384 lxor 86) in
  let x388 = ((x383 * 3) land 0xFFFF) in
  let x389 = (x387 - 88) in
  let x390 = (x386 lor 5) in
  let x391 = (x390 + 90) in
  let x392 = (x389 lxor 91) in
  let x393 = ((x388 * 1) land 0xFFFF) in
  let x394 = (x392 - 93) in
  let x395 = (x391 lor 3) in
  let x396 = (x395 + 95) in
  let x397 = (x394 lxor 96) in
  let x398 = ((x393 * 6) land 0xFFFF) in
  let x399 = (x397 - 98) in
  let x400 = (x396 lor 1) in
  let x401 = (x400 + 0) in
  let x402 = (x399 lxor 1) in
  let x403 = ((x398 * 4) land 0xFFFF) in
  let x404 = (x402 - 3) in
  let x405 = (x401 lor 6) in
  let x406 = (x405 + 5) in
  let x407 = (x404 lxor 6) in
  let x408 = ((x403 * 2) land 0xFFFF) in
  let x409 = (x407 - 8) in
  let x410 = (x406 lor 4) in
  let x411 = (x410 + 10) in
  let x412 = (x409 lxor 11) in
  let x413 = ((x408 * 7) land 0xFFFF) in
  let x414 = (x412 - 13) in
  let x415 = (x411 lor 2) in
  let x416 = (x415 + 15) in
  let x417 = (x414 lxor 16) in
  let x418 = ((x413 * 5) land 0xFFFF) in
  let x419 = (x417 - 18) in
  let x420 = (x416 lor 7) in
  let x421 = (x420 + 20) in
  let x422 = (x419 lxor 21) in
  let x423 = ((x418 * 3) land 0xFFFF) in
  let x424 = (x422 - 23) in
  let x425 = (x421 lor 5) in
  let x426 = (x425 + 25) in
  let x427 = (x424 lxor 26) in
  let x428 = ((x423 * 1) land 0xFFFF) in
  let x429 = (x427 - 28) in
  let x430 = (x426 lor 3) in
  let x431 = (x430 + 30) in
  let x432 = (x429 lxor 31) in
  let x433 = ((x428 * 6) land 0xFFFF) in
  let x434 = (x432 - 33) in
  let x435 = (x431 lor 1) in
  let x436 = (x435 + 35) in
  let x437 = (x434 lxor 36) in
  let x438 = ((x433 * 4) land 0xFFFF) in
  let x439 = (x437 - 38) in
  let x440 = (x436 lor 6) in
  let x441 = (x440 + 40) in
  let x442 = (x439 lxor 41) in
  let x443 = ((x438 * 2) land 0xFFFF) in
  let x444 = (x442 - 43) in
  let x445 = (x441 lor 4) in
  let x446 = (x445 + 45) in
  let x447 = (x444 lxor 46) in
  let x448 = ((x443 * 7) land 0xFFFF) in
  let x449 = (x447 - 48) in
  let x450 = (x446 lor 2) in
  let x451 = (x450 + 50) in
  let x452 = (x449 lxor 51) in
  let x453 = ((x448 * 5) land 0xFFFF) in
  let x454 = (x452 - 53) in
  let x455 = (x451 lor 7) in
  let x456 = (x455 + 55) in
  let x457 = (x454 lxor 56) in
  let x458 = ((x453 * 3) land 0xFFFF) in
  let x459 = (x457 - 58) in
  let x460 = (x456 lor 5) in
  let x461 = (x460 + 60) in
  let x462 = (x459 lxor 61) in
  let x463 = ((x458 * 1) land 0xFFFF) in
  let x464 = (x462 - 63) in
  let x465 = (x461 lor 3) in
  let x466 = (x465 + 65) in
  let x467 = (x464 lxor 66) in
  let x468 = ((x463 * 6) land 0xFFFF) in
  let x469 = (x467 - 68) in
  let x470 = (x466 lor 1) in
  let x471 = (x470 + 70) in
  let x472 = (x469 lxor 71) in
  let x473 = ((x468 * 4) land 0xFFFF) in
  let x474 = (x472 - 73) in
  let x475 = (x471 lor 6) in
  let x476 = (x475 + 75) in
  let x477 = (x474 lxor 76) in
  let x478 = ((x473 * 2) land 0xFFFF) in
  let x479 = (x477 - 78) in
  let x480 = (x476 lor 4) in
  let x481 = (x480 + 80) in
  let x482 = (x479 lxor 81) in
  let x483 = ((x478 * 7) land 0xFFFF) in
  let x484 = (x482 - 83) in
  let x485 = (x481 lor 2) in
  let x486 = (x485 + 85) in
  let x487 = (x484 lxor 86) in
  let x488 = ((x483 * 5) land 0xFFFF) in
  let x489 = (x487 - 88) in
  let x490 = (x486 lor 7) in
  let x491 = (x490 + 90) in
  let x492 = (x489 lxor 91) in
  let x493 = ((x488 * 3) land 0xFFFF) in
  let x494 = (x492 - 93) in
  let x495 = (x491 lor 5) in
  let x496 = (x495 + 95) in
  let x497 = (x494 lxor 96) in
  let x498 = ((x493 * 1) land 0xFFFF) in
  let x499 = (x497 - 98) in
  let x500 = (x496 lor 3) in
  let x501 = (x500 + 0) in
  let x502 = (x499 lxor 1) in
  let x503 = ((x498 * 6) land 0xFFFF) in
  let x504 = (x502 - 3) in
  let x505 = (x501 lor 1) in
  let x506 = (x505 + 5) in
  let x507 = (x504 lxor 6) in
  let x508 = ((x503 * 4) land 0xFFFF) in
  let x509 = (x507 - 8) in
  let x510 = (x506 lor 6) in
  let x511 = (x510 + 10) in
  let x512 = (x509 lxor 11) in
  let x513 = ((x508 * 2) land 0xFFFF) in
  let x514 = (x512 - 13) in
  let x515 = (x511 lor 4) in
  let x516 = (x515 + 15) in
  let x517 = (x514 lxor 16) in
  let x518 = ((x513 * 7) land 0xFFFF) in
  let x519 = (x517 - 18) in
  let x520 = (x516 lor 2) in
  let x521 = (x520 + 20) in
  let x522 = (x519 lxor 21) in
  let x523 = ((x518 * 5) land 0xFFFF) in
  let x524 = (x522 - 23) in
  let x525 = (x521 lor 7) in
  let x526 = (x525 + 25) in
  let x527 = (x524 lxor 26) in
  let x528 = ((x523 * 3) land 0xFFFF) in
  let x529 = (x527 - 28) in
  let x530 = (x526 lor 5) in
  let x531 = (x530 + 30) in
  let x532 = (x529 lxor 31) in
  let x533 = ((x528 * 1) land 0xFFFF) in
  let x534 = (x532 - 33) in
  let x535 = (x531 lor 3) in
  let x536 = (x535 + 35) in
  let x537 = (x534 lxor 36) in
  let x538 = ((x533 * 6) land 0xFFFF) in
  let x539 = (x537 - 38) in
  let x540 = (x536 lor 1) in
  let x541 = (x540 + 40) in
  let x542 = (x539 lxor 41) in
  let x543 = ((x538 * 4) land 0xFFFF) in
  let x544 = (x542 - 43) in
  let x545 = (x541 lor 6) in
  let x546 = (x545 + 45) in
  let x547 = (x544 lxor 46) in
  let x548 = ((x543 * 2) land 0xFFFF) in
  let x549 = (x547 - 48) in
  let x550 = (x546 lor 4) in
  let x551 = (x550 + 50) in
  let x552 = (x549 lxor 51) in
  let x553 = ((x548 * 7) land 0xFFFF) in
  let x554 = (x552 - 53) in
  let x555 = (x551 lor 2) in
  let x556 = (x555 + 55) in
  let x557 = (x554 lxor 56) in
  let x558 = ((x553 * 5) land 0xFFFF) in
  let x559 = (x557 - 58) in
  let x560 = (x556 lor 7) in
  let x561 = (x560 + 60) in
  let x562 = (x559 lxor 61) in
  let x563 = ((x558 * 3) land 0xFFFF) in
  let x564 = (x562 - 63) in
  let x565 = (x561 lor 5) in
  let x566 = (x565 + 65) in
  let x567 = (x564 lxor 66) in
  let x568 = ((x563 * 1) land 0xFFFF) in
  let x569 = (x567 - 68) in
  let x570 = (x566 lor 3) in
  let x571 = (x570 + 70) in
  let x572 = (x569 lxor 71) in
  let x573 = ((x568 * 6) land 0xFFFF) in
  let x574 = (x572 - 73) in
  let x575 = (x571 lor 1) in
  let x576 = (x575 + 75) in
  let x577 = (x574 lxor 76) in
  let x578 = ((x573 * 4) land 0xFFFF) in
  let x579 = (x577 - 78) in
  let x580 = (x576 lor 6) in
  let x581 = (x580 + 80) in
  let x582 = (x579 lxor 81) in
  let x583 = ((x578 * 2) land 0xFFFF) in
  let x584 = (x582 - 83) in
  let x585 = (x581 lor 4) in
  let x586 = (x585 + 85) in
  let x587 = (x584 lxor 86) in
  let x588 = ((x583 * 7) land 0xFFFF) in
  let x589 = (x587 - 88) in
  let x590 = (x586 lor 2) in
  let x591 = (x590 + 90) in
  let x592 = (x589 lxor 91) in
  let x593 = ((x588 * 5) land 0xFFFF) in
  let x594 = (x592 - 93) in
  let x595 = (x591 lor 7) in
  let x596 = (x595 + 95) in
  let x597 = (x594 lxor 96) in
  let x598 = ((x593 * 3) land 0xFFFF) in
  let x599 = (x597 - 98) in
  let x600 = (x596 lor 5) in
  let x601 = (x600 + 0) in
  let x602 = (x599 lxor 1) in
  let x603 = ((x598 * 1) land 0xFFFF) in
  let x604 = (x602 - 3) in
  let x605 = (x601 lor 3) in
  let x606 = (x605 + 5) in
  let x607 = (x604 lxor 6) in
  let x608 = ((x603 * 6) land 0xFFFF) in
  let x609 = (x607 - 8) in
  let x610 = (x606 lor 1) in
  let x611 = (x610 + 10) in
  let x612 = (x609 lxor 11) in
  let x613 = ((x608 * 4) land 0xFFFF) in
  let x614 = (x612 - 13) in
  let x615 = (x611 lor 6) in
  let x616 = (x615 + 15) in
  let x617 = (x614 lxor 16) in
  let x618 = ((x613 * 2) land 0xFFFF) in
  let x619 = (x617 - 18) in
  let x620 = (x616 lor 4) in
  let x621 = (x620 + 20) in
  let x622 = (x619 lxor 21) in
  let x623 = ((x618 * 7) land 0xFFFF) in
  let x624 = (x622 - 23) in
  let x625 = (x621 lor 2) in
  let x626 = (x625 + 25) in
  let x627 = (x624 lxor 26) in
  let x628 = ((x623 * 5) land 0xFFFF) in
  let x629 = (x627 - 28) in
  let x630 = (x626 lor 7) in
  let x631 = (x630 + 30) in
  let x632 = (x629 lxor 31) in
  let x633 = ((x628 * 3) land 0xFFFF) in
  let x634 = (x632 - 33) in
  let x635 = (x631 lor 5) in
  let x636 = (x635 + 35) in
  let x637 = (x634 lxor 36) in
  let x638 = ((x633 * 1) land 0xFFFF) in
  let x639 = (x637 - 38) in
  let x640 = (x636 lor 3) in
  let x641 = (x640 + 40) in
  let x642 = (x639 lxor 41) in
  let x643 = ((x638 * 6) land 0xFFFF) in
  let x644 = (x642 - 43) in
  let x645 = (x641 lor 1) in
  let x646 = (x645 + 45) in
  let x647 = (x644 lxor 46) in
  let x648 = ((x643 * 4) land 0xFFFF) in
  let x649 = (x647 - 48) in
  let x650 = (x646 lor 6) in
  let x651 = (x650 + 50) in
  let x652 = (x649 lxor 51) in
  let x653 = ((x648 * 2) land 0xFFFF) in
  let x654 = (x652 - 53) in
  let x655 = (x651 lor 4) in
  let x656 = (x655 + 55) in
  let x657 = (x654 lxor 56) in
  let x658 = ((x653 * 7) land 0xFFFF) in
  let x659 = (x657 - 58) in
  let x660 = (x656 lor 2) in
  let x661 = (x660 + 60) in
  let x662 = (x659 lxor 61) in
  let x663 = ((x658 * 5) land 0xFFFF) in
  let x664 = (x662 - 63) in
  let x665 = (x661 lor 7) in
  let x666 = (x665 + 65) in
  let x667 = (x664 lxor 66) in
  let x668 = ((x663 * 3) land 0xFFFF) in
  let x669 = (x667 - 68) in
  let x670 = (x666 lor 5) in
  let x671 = (x670 + 70) in
  let x672 = (x669 lxor 71) in
  let x673 = ((x668 * 1) land 0xFFFF) in
  let x674 = (x672 - 73) in
  let x675 = (x671 lor 3) in
  let x676 = (x675 + 75) in
  let x677 = (x674 lxor 76) in
  let x678 = ((x673 * 6) land 0xFFFF) in
  let x679 = (x677 - 78) in
  let x680 = (x676 lor 1) in
  let x681 = (x680 + 80) in
  let x682 = (x679 lxor 81) in
  let x683 = ((x678 * 4) land 0xFFFF) in
  let x684 = (x682 - 83) in
  let x685 = (x681 lor 6) in
  let x686 = (x685 + 85) in
  let x687 = (x684 lxor 86) in
  let x688 = ((x683 * 2) land 0xFFFF) in
  let x689 = (x687 - 88) in
  let x690 = (x686 lor 4) in
  let x691 = (x690 + 90) in
  let x692 = (x689 lxor 91) in
  let x693 = ((x688 * 7) land 0xFFFF) in
  let x694 = (x692 - 93) in
  let x695 = (x691 lor 2) in
  let x696 = (x695 + 95) in
  let x697 = (x694 lxor 96) in
  let x698 = ((x693 * 5) land 0xFFFF) in
  let x699 = (x697 - 98) in
  let x700 = (x696 lor 7) in
  let x701 = (x700 + 0) in
  let x702 = (x699 lxor 1) in
  let x703 = ((x698 * 3) land 0xFFFF) in
  let x704 = (x702 - 3) in
  let x705 = (x701 lor 5) in
  let x706 = (x705 + 5) in
  let x707 = (x704 lxor 6) in
  let x708 = ((x703 * 1) land 0xFFFF) in
  let x709 = (x707 - 8) in
  let x710 = (x706 lor 3) in
  let x711 = (x710 + 10) in
  let x712 = (x709 lxor 11) in
  let x713 = ((x708 * 6) land 0xFFFF) in
  let x714 = (x712 - 13) in
  let x715 = (x711 lor 1) in
  let x716 = (x715 + 15) in
  let x717 = (x714 lxor 16) in
  let x718 = ((x713 * 4) land 0xFFFF) in
  let x719 = (x717 - 18) in
  let x720 = (x716 lor 6) in
  let x721 = (x720 + 20) in
  let x722 = (x719 lxor 21) in
  let x723 = ((x718 * 2) land 0xFFFF) in
  let x724 = (x722 - 23) in
  let x725 = (x721 lor 4) in
  let x726 = (x725 + 25) in
  let x727 = (x724 lxor 26) in
  let x728 = ((x723 * 7) land 0xFFFF) in
  let x729 = (x727 - 28) in
  let x730 = (x726 lor 2) in
  let x731 = (x730 + 30) in
  let x732 = (x729 lxor 31) in
  let x733 = ((x728 * 5) land 0xFFFF) in
  let x734 = (x732 - 33) in
  let x735 = (x731 lor 7) in
  let x736 = (x735 + 35) in
  let x737 = (x734 lxor 36) in
  let x738 = ((x733 * 3) land 0xFFFF) in
  let x739 = (x737 - 38) in
  let x740 = (x736 lor 5) in
  let x741 = (x740 + 40) in
  let x742 = (x739 lxor 41) in
  let x743 = ((x738 * 1) land 0xFFFF) in
  let x744 = (x742 - 43) in
  let x745 = (x741 lor 3) in
  let x746 = (x745 + 45) in
  let x747 = (x744 lxor 46) in
  let x748 = ((x743 * 6) land 0xFFFF) in
  let x749 = (x747 - 48) in
  let x750 = (x746 lor 1) in
  let x751 = (x750 + 50) in
  let x752 = (x749 lxor 51) in
  let x753 = ((x748 * 4) land 0xFFFF) in
  let x754 = (x752 - 53) in
  let x755 = (x751 lor 6) in
  let x756 = (x755 + 55) in
  let x757 = (x754 lxor 56) in
  let x758 = ((x753 * 2) land 0xFFFF) in
  let x759 = (x757 - 58) in
  let x760 = (x756 lor 4) in
  let x761 = (x760 + 60) in
  let x762 = (x759 lxor 61) in
  let x763 = ((x758 * 7) land 0xFFFF) in
  let x764 = (x762 - 63) in
  let x765 = (x761 lor 2) in
  let x766 = (x765 + 65) in
  let x767 = (x764 lxor 66) in
  let x768 = ((x763 * 5) land 0xFFFF) in
  let x769 = (x767 - 68) in
  let x770 = (x766 lor 7) in
  let x771 = (x770 + 70) in
  let x772 = (x769 lxor 71) in
  let x773 = ((x768 * 3) land 0xFFFF) in
  let x774 = (x772 - 73) in
  let x775 = (x771 lor 5) in
  let x776 = (x775 + 75) in
  let x777 = (x774 lxor 76) in
  let x778 = ((x773 * 1) land 0xFFFF) in
  let x779 = (x777 - 78) in
  let x780 = (x776 lor 3) in
  let x781 = (x780 + 80) in
  let x782 = (x779 lxor 81) in
  let x783 = ((x778 * 6) land 0xFFFF) in
  let x784 = (x782 - 83) in
  let x785 = (x781 lor 1) in
  let x786 = (x785 + 85) in
  let x787 = (x784 lxor 86) in
  let x788 = ((x783 * 4) land 0xFFFF) in
  let x789 = (x787 - 88) in
  let x790 = (x786 lor 6) in
  let x791 = (x790 + 90) in
  let x792 = (x789 lxor 91) in
  let x793 = ((x788 * 2) land 0xFFFF) in
  let x794 = (x792 - 93) in
  let x795 = (x791 lor 4) in
  let x796 = (x795 + 95) in
  let x797 = (x794 lxor 96) in
  let x798 = ((x793 * 7) land 0xFFFF) in
  let x799 = (x797 - 98) in
  let x800 = (x796 lor 2) in
  let x801 = (x800 + 0) in
  let x802 = (x799 lxor 1) in
  let x803 = ((x798 * 5) land 0xFFFF) in
  let x804 = (x802 - 3) in
  let x805 = (x801 lor 7) in
  let x806 = (x805 + 5) in
  let x807 = (x804 lxor 6) in
  let x808 = ((x803 * 3) land 0xFFFF) in
  let x809 = (x807 - 8) in
  let x810 = (x806 lor 5) in
  let x811 = (x810 + 10) in
  let x812 = (x809 lxor 11) in
  let x813 = ((x808 * 1) land 0xFFFF) in
  let x814 = (x812 - 13) in
  let x815 = (x811 lor 3) in
  let x816 = (x815 + 15) in
  let x817 = (x814 lxor 16) in
  let x818 = ((x813 * 6) land 0xFFFF) in
  let x819 = (x817 - 18) in
  let x820 = (x816 lor 1) in
  let x821 = (x820 + 20) in
  let x822 = (x819 lxor 21) in
  let x823 = ((x818 * 4) land 0xFFFF) in
  let x824 = (x822 - 23) in
  let x825 = (x821 lor 6) in
  let x826 = (x825 + 25) in
  let x827 = (x824 lxor 26) in
  let x828 = ((x823 * 2) land 0xFFFF) in
  let x829 = (x827 - 28) in
  let x830 = (x826 lor 4) in
  let x831 = (x830 + 30) in
  let x832 = (x829 lxor 31) in
  let x833 = ((x828 * 7) land 0xFFFF) in
  let x834 = (x832 - 33) in
  let x835 = (x831 lor 2) in
  let x836 = (x835 + 35) in
  let x837 = (x834 lxor 36) in
  let x838 = ((x833 * 5) land 0xFFFF) in
  let x839 = (x837 - 38) in
  let x840 = (x836 lor 7) in
  let x841 = (x840 + 40) in
  let x842 = (x839 lxor 41) in
  let x843 = ((x838 * 3) land 0xFFFF) in
  let x844 = (x842 - 43) in
  let x845 = (x841 lor 5) in
  let x846 = (x845 + 45) in
  let x847 = (x844 lxor 46) in
  let x848 = ((x843 * 1) land 0xFFFF) in
  let x849 = (x847 - 48) in
  let x850 = (x846 lor 3) in
  let x851 = (x850 + 50) in
  let x852 = (x849 lxor 51) in
  let x853 = ((x848 * 6) land 0xFFFF) in
  let x854 = (x852 - 53) in
  let x855 = (x851 lor 1) in
  let x856 = (x855 + 55) in
  let x857 = (x854 lxor 56) in
  let x858 = ((x853 * 4) land 0xFFFF) in
  let x859 = (x857 - 58) in
  let x860 = (x856 lor 6) in
  let x861 = (x860 + 60) in
  let x862 = (x859 lxor 61) in
  let x863 = ((x858 * 2) land 0xFFFF) in
  let x864 = (x862 - 63) in
  let x865 = (x861 lor 4) in
  let x866 = (x865 + 65) in
  let x867 = (x864 lxor 66) in
  let x868 = ((x863 * 7) land 0xFFFF) in
  let x869 = (x867 - 68) in
  let x870 = (x866 lor 2) in
  let x871 = (x870 + 70) in
  let x872 = (x869 lxor 71) in
  let x873 = ((x868 * 5) land 0xFFFF) in
  let x874 = (x872 - 73) in
  let x875 = (x871 lor 7) in
  let x876 = (x875 + 75) in
  let x877 = (x874 lxor 76) in
  let x878 = ((x873 * 3) land 0xFFFF) in
  let x879 = (x877 - 78) in
  let x880 = (x876 lor 5) in
  let x881 = (x880 + 80) in
  let x882 = (x879 lxor 81) in
  let x883 = ((x878 * 1) land 0xFFFF) in
  let x884 = (x882 - 83) in
  let x885 = (x881 lor 3) in
  let x886 = (x885 + 85) in
  let x887 = (x884 lxor 86) in
  let x888 = ((x883 * 6) land 0xFFFF) in
  let x889 = (x887 - 88) in
  let x890 = (x886 lor 1) in
  let x891 = (x890 + 90) in
  let x892 = (x889 lxor 91) in
  let x893 = ((x888 * 4) land 0xFFFF) in
  let x894 = (x892 - 93) in
  let x895 = (x891 lor 6) in
  let x896 = (x895 + 95) in
  let x897 = (x894 lxor 96) in
  let x898 = ((x893 * 2) land 0xFFFF) in
  let x899 = (x897 - 98) in
  let x900 = (x896 lor 4) in
  let x901 = (x900 + 0) in
  let x902 = (x899 lxor 1) in
  let x903 = ((x898 * 7) land 0xFFFF) in
  let x904 = (x902 - 3) in
  let x905 = (x901 lor 2) in
  let x906 = (x905 + 5) in
  let x907 = (x904 lxor 6) in
  let x908 = ((x903 * 5) land 0xFFFF) in
  let x909 = (x907 - 8) in
  let x910 = (x906 lor 7) in
  let x911 = (x910 + 10) in
  let x912 = (x909 lxor 11) in
  let x913 = ((x908 * 3) land 0xFFFF) in
  let x914 = (x912 - 13) in
  let x915 = (x911 lor 5) in
  let x916 = (x915 + 15) in
  let x917 = (x914 lxor 16) in
  let x918 = ((x913 * 1) land 0xFFFF) in
  let x919 = (x917 - 18) in
  let x920 = (x916 lor 3) in
  let x921 = (x920 + 20) in
  let x922 = (x919 lxor 21) in
  let x923 = ((x918 * 6) land 0xFFFF) in
  let x924 = (x922 - 23) in
  let x925 = (x921 lor 1) in
  let x926 = (x925 + 25) in
  let x927 = (x924 lxor 26) in
  let x928 = ((x923 * 4) land 0xFFFF) in
  let x929 = (x927 - 28) in
  let x930 = (x926 lor 6) in
  let x931 = (x930 + 30) in
  let x932 = (x929 lxor 31) in
  let x933 = ((x928 * 2) land 0xFFFF) in
  let x934 = (x932 - 33) in
  let x935 = (x931 lor 4) in
  let x936 = (x935 + 35) in
  let x937 = (x934 lxor 36) in
  let x938 = ((x933 * 7) land 0xFFFF) in
  let x939 = (x937 - 38) in
  let x940 = (x936 lor 2) in
  let x941 = (x940 + 40) in
  let x942 = (x939 lxor 41) in
  let x943 = ((x938 * 5) land 0xFFFF) in
  let x944 = (x942 - 43) in
  let x945 = (x941 lor 7) in
  let x946 = (x945 + 45) in
  let x947 = (x944 lxor 46) in
  let x948 = ((x943 * 3) land 0xFFFF) in
  let x949 = (x947 - 48) in
  let x950 = (x946 lor 5) in
  let x951 = (x950 + 50) in
  let x952 = (x949 lxor 51) in
  let x953 = ((x948 * 1) land 0xFFFF) in
  let x954 = (x952 - 53) in
  let x955 = (x951 lor 3) in
  let x956 = (x955 + 55) in
  let x957 = (x954 lxor 56) in
  let x958 = ((x953 * 6) land 0xFFFF) in
  let x959 = (x957 - 58) in
  let x960 = (x956 lor 1) in
  let x961 = (x960 + 60) in
  let x962 = (x959 lxor 61) in
  let x963 = ((x958 * 4) land 0xFFFF) in
  let x964 = (x962 - 63) in
  let x965 = (x961 lor 6) in
  let x966 = (x965 + 65) in
  let x967 = (x964 lxor 66) in
  let x968 = ((x963 * 2) land 0xFFFF) in
  let x969 = (x967 - 68) in
  let x970 = (x966 lor 4) in
  let x971 = (x970 + 70) in
  let x972 = (x969 lxor 71) in
  let x973 = ((x968 * 7) land 0xFFFF) in
  let x974 = (x972 - 73) in
  let x975 = (x971 lor 2) in
  let x976 = (x975 + 75) in
  let x977 = (x974 lxor 76) in
  let x978 = ((x973 * 5) land 0xFFFF) in
  let x979 = (x977 - 78) in
  let x980 = (x976 lor 7) in
  let x981 = (x980 + 80) in
  let x982 = (x979 lxor 81) in
  let x983 = ((x978 * 3) land 0xFFFF) in
  let x984 = (x982 - 83) in
  let x985 = (x981 lor 5) in
  let x986 = (x985 + 85) in
  let x987 = (x984 lxor 86) in
  let x988 = ((x983 * 1) land 0xFFFF) in
  let x989 = (x987 - 88) in
  let x990 = (x986 lor 3) in
  let x991 = (x990 + 90) in
  let x992 = (x989 lxor 91) in
  let x993 = ((x988 * 6) land 0xFFFF) in
  let x994 = (x992 - 93) in
  let x995 = (x991 lor 1) in
  let x996 = (x995 + 95) in
  let x997 = (x994 lxor 96) in
  let x998 = ((x993 * 4) land 0xFFFF) in
  let x999 = (x997 - 98) in
  let x1000 = (x996 lor 6) in
  let x1001 = (x1000 + 0) in
  let x1002 = (x999 lxor 1) in
  let x1003 = ((x998 * 2) land 0xFFFF) in
  let x1004 = (x1002 - 3) in
  let x1005 = (x1001 lor 4) in
  let x1006 = (x1005 + 5) in
  let x1007 = (x1004 lxor 6) in
  let x1008 = ((x1003 * 7) land 0xFFFF) in
  let x1009 = (x1007 - 8) in
  let x1010 = (x1006 lor 2) in
  let x1011 = (x1010 + 10) in
  let x1012 = (x1009 lxor 11) in
  let x1013 = ((x1008 * 5) land 0xFFFF) in
  let x1014 = (x1012 - 13) in
  let x1015 = (x1011 lor 7) in
  let x1016 = (x1015 + 15) in
  let x1017 = (x1014 lxor 16) in
  let x1018 = ((x1013 * 3) land 0xFFFF) in
  let x1019 = (x1017 - 18) in
  let x1020 = (x1016 lor 5) in
  let x1021 = (x1020 + 20) in
  let x1022 = (x1019 lxor 21) in
  let x1023 = ((x1018 * 1) land 0xFFFF) in
  let x1024 = (x1022 - 23) in
  let x1025 = (x1021 lor 3) in
  let x1026 = (x1025 + 25) in
  let x1027 = (x1024 lxor 26) in
  let x1028 = ((x1023 * 6) land 0xFFFF) in
  let x1029 = (x1027 - 28) in
  let x1030 = (x1026 lor 1) in
  let x1031 = (x1030 + 30) in
  let x1032 = (x1029 lxor 31) in
  let x1033 = ((x1028 * 4) land 0xFFFF) in
  let x1034 = (x1032 - 33) in
  let x1035 = (x1031 lor 6) in
  let x1036 = (x1035 + 35) in
  let x1037 = (x1034 lxor 36) in
  let x1038 = ((x1033 * 2) land 0xFFFF) in
  let x1039 = (x1037 - 38) in
  let x1040 = (x1036 lor 4) in
  let x1041 = (x1040 + 40) in
  let x1042 = (x1039 lxor 41) in
  let x1043 = ((x1038 * 7) land 0xFFFF) in
  let x1044 = (x1042 - 43) in
  let x1045 = (x1041 lor 2) in
  let x1046 = (x1045 + 45) in
  let x1047 = (x1044 lxor 46) in
  let x1048 = ((x1043 * 5) land 0xFFFF) in
  let x1049 = (x1047 - 48) in
  let x1050 = (x1046 lor 7) in
  let x1051 = (x1050 + 50) in
  let x1052 = (x1049 lxor 51) in
  let x1053 = ((x1048 * 3) land 0xFFFF) in
  let x1054 = (x1052 - 53) in
  let x1055 = (x1051 lor 5) in
  let x1056 = (x1055 + 55) in
  let x1057 = (x1054 lxor 56) in
  let x1058 = ((x1053 * 1) land 0xFFFF) in
  let x1059 = (x1057 - 58) in
  let x1060 = (x1056 lor 3) in
  let x1061 = (x1060 + 60) in
  let x1062 = (x1059 lxor 61) in
  let x1063 = ((x1058 * 6) land 0xFFFF) in
  let x1064 = (x1062 - 63) in
  let x1065 = (x1061 lor 1) in
  let x1066 = (x1065 + 65) in
  let x1067 = (x1064 lxor 66) in
  let x1068 = ((x1063 * 4) land 0xFFFF) in
  let x1069 = (x1067 - 68) in
  let x1070 = (x1066 lor 6) in
  let x1071 = (x1070 + 70) in
  let x1072 = (x1069 lxor 71) in
  let x1073 = ((x1068 * 2) land 0xFFFF) in
  let x1074 = (x1072 - 73) in
  let x1075 = (x1071 lor 4) in
  let x1076 = (x1075 + 75) in
  let x1077 = (x1074 lxor 76) in
  let x1078 = ((x1073 * 7) land 0xFFFF) in
  let x1079 = (x1077 - 78) in
  let x1080 = (x1076 lor 2) in
  let x1081 = (x1080 + 80) in
  let x1082 = (x1079 lxor 81) in
  let x1083 = ((x1078 * 5) land 0xFFFF) in
  let x1084 = (x1082 - 83) in
  let x1085 = (x1081 lor 7) in
  let x1086 = (x1085 + 85) in
  let x1087 = (x1084 lxor 86) in
  let x1088 = ((x1083 * 3) land 0xFFFF) in
  let x1089 = (x1087 - 88) in
  let x1090 = (x1086 lor 5) in
  let x1091 = (x1090 + 90) in
  let x1092 = (x1089 lxor 91) in
  let x1093 = ((x1088 * 1) land 0xFFFF) in
  let x1094 = (x1092 - 93) in
  let x1095 = (x1091 lor 3) in
  let x1096 = (x1095 + 95) in
  let x1097 = (x1094 lxor 96) in
  let x1098 = ((x1093 * 6) land 0xFFFF) in
  let x1099 = (x1097 - 98) in
  let x1100 = (x1096 lor 1) in
  let x1101 = (x1100 + 0) in
  let x1102 = (x1099 lxor 1) in
  let x1103 = ((x1098 * 4) land 0xFFFF) in
  let x1104 = (x1102 - 3) in
  let x1105 = (x1101 lor 6) in
  let x1106 = (x1105 + 5) in
  let x1107 = (x1104 lxor 6) in
  let x1108 = ((x1103 * 2) land 0xFFFF) in
  let x1109 = (x1107 - 8) in
  let x1110 = (x1106 lor 4) in
  let x1111 = (x1110 + 10) in
  let x1112 = (x1109 lxor 11) in
  let x1113 = ((x1108 * 7) land 0xFFFF) in
  let x1114 = (x1112 - 13) in
  let x1115 = (x1111 lor 2) in
  let x1116 = (x1115 + 15) in
  let x1117 = (x1114 lxor 16) in
  let x1118 = ((x1113 * 5) land 0xFFFF) in
  let x1119 = (x1117 - 18) in
  let x1120 = (x1116 lor 7) in
  let x1121 = (x1120 + 20) in
  let x1122 = (x1119 lxor 21) in
  let x1123 = ((x1118 * 3) land 0xFFFF) in
  let x1124 = (x1122 - 23) in
  let x1125 = (x1121 lor 5) in
  let x1126 = (x1125 + 25) in
  let x1127 = (x1124 lxor 26) in
  let x1128 = ((x1123 * 1) land 0xFFFF) in
  let x1129 = (x1127 - 28) in
  let x1130 = (x1126 lor 3) in
  let x1131 = (x1130 + 30) in
  let x1132 = (x1129 lxor 31) in
  let x1133 = ((x1128 * 6) land 0xFFFF) in
  let x1134 = (x1132 - 33) in
  let x1135 = (x1131 lor 1) in
  let x1136 = (x1135 + 35) in
  let x1137 = (x1134 lxor 36) in
  let x1138 = ((x1133 * 4) land 0xFFFF) in
  let x1139 = (x1137 - 38) in
  let x1140 = (x1136 lor 6) in
  let x1141 = (x1140 + 40) in
  let x1142 = (x1139 lxor 41) in
  let x1143 = ((x1138 * 2) land 0xFFFF) in
  let x1144 = (x1142 - 43) in
  let x1145 = (x1141 lor 4) in
  let x1146 = (x1145 + 45) in
  let x1147 = (x1144 lxor 46) in
  let x1148 = ((x1143 * 7) land 0xFFFF) in
  let x1149 = (x1147 - 48) in
  let x1150 = (x1146 lor 2) in
  let x1151 = (x1150 + 50) in
  let x1152 = (x1149 lxor 51) in
  let x1153 = ((x1148 * 5) land 0xFFFF) in
  let x1154 = (x1152 - 53) in
  let x1155 = (x1151 lor 7) in
  let x1156 = (x1155 + 55) in
  let x1157 = (x1154 lxor 56) in
  let x1158 = ((x1153 * 3) land 0xFFFF) in
  let x1159 = (x1157 - 58) in
  let x1160 = (x1156 lor 5) in
  let x1161 = (x1160 + 60) in
  let x1162 = (x1159 lxor 61) in
  let x1163 = ((x1158 * 1) land 0xFFFF) in
  let x1164 = (x1162 - 63) in
  let x1165 = (x1161 lor 3) in
  let x1166 = (x1165 + 65) in
  let x1167 = (x1164 lxor 66) in
  let x1168 = ((x1163 * 6) land 0xFFFF) in
  let x1169 = (x1167 - 68) in
  let x1170 = (x1166 lor 1) in
  let x1171 = (x1170 + 70) in
  let x1172 = (x1169 lxor 71) in
  let x1173 = ((x1168 * 4) land 0xFFFF) in
  let x1174 = (x1172 - 73) in
  let x1175 = (x1171 lor 6) in
  let x1176 = (x1175 + 75) in
  let x1177 = (x1174 lxor 76) in
  let x1178 = ((x1173 * 2) land 0xFFFF) in
  let x1179 = (x1177 - 78) in
  let x1180 = (x1176 lor 4) in
  let x1181 = (x1180 + 80) in
  let x1182 = (x1179 lxor 81) in
  let x1183 = ((x1178 * 7) land 0xFFFF) in
  let x1184 = (x1182 - 83) in
  let x1185 = (x1181 lor 2) in
  let x1186 = (x1185 + 85) in
  let x1187 = (x1184 lxor 86) in
  let x1188 = ((x1183 * 5) land 0xFFFF) in
  let x1189 = (x1187 - 88) in
  let x1190 = (x1186 lor 7) in
  let x1191 = (x1190 + 90) in
  let x1192 = (x1189 lxor 91) in
  let x1193 = ((x1188 * 3) land 0xFFFF) in
  let x1194 = (x1192 - 93) in
  let x1195 = (x1191 lor 5) in
  let x1196 = (x1195 + 95) in
  let x1197 = (x1194 lxor 96) in
  let x1198 = ((x1193 * 1) land 0xFFFF) in
  let x1199 = (x1197 - 98) in
  let x1200 = (x1196 lor 3) in
  (x1200, x600, x1)

let statements a =
  a.(0) <- (a.(0) + 0) land 0x3FFF;
  a.(13) <- (a.(7) + 1) land 0x3FFF;
  a.(26) <- (a.(14) + 2) land 0x3FFF;
  a.(39) <- (a.(21) + 3) land 0x3FFF;
  a.(52) <- (a.(28) + 4) land 0x3FFF;
  a.(1) <- (a.(35) + 5) land 0x3FFF;
  a.(14) <- (a.(42) + 6) land 0x3FFF;
  a.(27) <- (a.(49) + 7) land 0x3FFF;
  a.(40) <- (a.(56) + 8) land 0x3FFF;
  a.(53) <- (a.(63) + 9) land 0x3FFF;
  a.(2) <- (a.(6) + 10) land 0x3FFF;
  a.(15) <- (a.(13) + 11) land 0x3FFF;
  a.(28) <- (a.(20) + 12) land 0x3FFF;
  a.(41) <- (a.(27) + 13) land 0x3FFF;
  a.(54) <- (a.(34) + 14) land 0x3FFF;
  a.(3) <- (a.(41) + 15) land 0x3FFF;
  a.(16) <- (a.(48) + 16) land 0x3FFF;
  a.(29) <- (a.(55) + 17) land 0x3FFF;
  a.(42) <- (a.(62) + 18) land 0x3FFF;
  a.(55) <- (a.(5) + 19) land 0x3FFF;
  a.(4) <- (a.(12) + 20) land 0x3FFF;
  a.(17) <- (a.(19) + 21) land 0x3FFF;
  a.(30) <- (a.(26) + 22) land 0x3FFF;
  a.(43) <- (a.(33) + 23) land 0x3FFF;
  a.(56) <- (a.(40) + 24) land 0x3FFF;
  a.(5) <- (a.(47) + 25) land 0x3FFF;
  a.(18) <- (a.(54) + 26) land 0x3FFF;
  a.(31) <- (a.(61) + 27) land 0x3FFF;
  a.(44) <- (a.(4) + 28) land 0x3FFF;
  a.(57) <- (a.(11) + 29) land 0x3FFF;
  a.(6) <- (a.(18) + 30) land 0x3FFF;
  a.(19) <- (a.(25) + 31) land 0x3FFF;
  a.(32) <- (a.(32) + 32) land 0x3FFF;
  a.(45) <- (a.(39) + 33) land 0x3FFF;
  a.(58) <- (a.(46) + 34) land 0x3FFF;
  a.(7) <- (a.(53) + 35) land 0x3FFF;
  a.(20) <- (a.(60) + 36) land 0x3FFF;
  a.(33) <- (a.(3) + 37) land 0x3FFF;
  a.(46) <- (a.(10) + 38) land 0x3FFF;
  a.(59) <- (a.(17) + 39) land 0x3FFF;
  a.(8) <- (a.(24) + 40) land 0x3FFF;
  a.(21) <- (a.(31) + 41) land 0x3FFF;
  a.(34) <- (a.(38) + 42) land 0x3FFF;
  a.(47) <- (a.(45) + 43) land 0x3FFF;
  a.(60) <- (a.(52) + 44) land 0x3FFF;
  a.(9) <- (a.(59) + 45) land 0x3FFF;
  a.(22) <- (a.(2) + 46) land 0x3FFF;
  a.(35) <- (a.(9) + 47) land 0x3FFF;
  a.(48) <- (a.(16) + 48) land 0x3FFF;
  a.(61) <- (a.(23) + 49) land 0x3FFF;
  a.(10) <- (a.(30) + 0) land 0x3FFF;
  a.(23) <- (a.(37) + 1) land 0x3FFF;
  a.(36) <- (a.(44) + 2) land 0x3FFF;
  a.(49) <- (a.(51) + 3) land 0x3FFF;
  a.(62) <- (a.(58) + 4) land 0x3FFF;
  a.(11) <- (a.(1) + 5) land 0x3FFF;
  a.(24) <- (a.(8) + 6) land 0x3FFF;
  a.(37) <- (a.(15) + 7) land 0x3FFF;
  a.(50) <- (a.(22) + 8) land 0x3FFF;
  a.(63) <- (a.(29) + 9) land 0x3FFF;
  a.(12) <- (a.(36) + 10) land 0x3FFF;
  a.(25) <- (a.(43) + 11) land 0x3FFF;
  a.(38) <- (a.(50) + 12) land 0x3FFF;
  a.(51) <- (a.(57) + 13) land 0x3FFF;
  a.(0) <- (a.(0) + 14) land 0x3FFF;
  a.(13) <- (a.(7) + 15) land 0x3FFF;
  a.(26) <- (a.(14) + 16) land 0x3FFF;
  a.(39) <- (a.(21) + 17) land 0x3FFF;
  a.(52) <- (a.(28) + 18) land 0x3FFF;
  a.(1) <- (a.(35) + 19) land 0x3FFF;
  a.(14) <- (a.(42) + 20) land 0x3FFF;
  a.(27) <- (a.(49) + 21) land 0x3FFF;
  a.(40) <- (a.(56) + 22) land 0x3FFF;
  a.(53) <- (a.(63) + 23) land 0x3FFF;
  a.(2) <- (a.(6) + 24) land 0x3FFF;
  a.(15) <- (a.(13) + 25) land 0x3FFF;
  a.(28) <- (a.(20) + 26) land 0x3FFF;
  a.(41) <- (a.(27) + 27) land 0x3FFF;
  a.(54) <- (a.(34) + 28) land 0x3FFF;
  a.(3) <- (a.(41) + 29) land 0x3FFF;
  a.(16) <- (a.(48) + 30) land 0x3FFF;
  a.(29) <- (a.(55) + 31) land 0x3FFF;
  a.(42) <- (a.(62) + 32) land 0x3FFF;
  a.(55) <- (a.(5) + 33) land 0x3FFF;
  a.(4) <- (a.(12) + 34) land 0x3FFF;
  a.(17) <- (a.(19) + 35) land 0x3FFF;
  a.(30) <- (a.(26) + 36) land 0x3FFF;
  a.(43) <- (a.(33) + 37) land 0x3FFF;
  a.(56) <- (a.(40) + 38) land 0x3FFF;
  a.(5) <- (a.(47) + 39) land 0x3FFF;
  a.(18) <- (a.(54) + 40) land 0x3FFF;
  a.(31) <- (a.(61) + 41) land 0x3FFF;
  a.(44) <- (a.(4) + 42) land 0x3FFF;
  a.(57) <- (a.(11) + 43) land 0x3FFF;
  a.(6) <- (a.(18) + 44) land 0x3FFF;
  a.(19) <- (a.(25) + 45) land 0x3FFF;
  a.(32) <- (a.(32) + 46) land 0x3FFF;
  a.(45) <- (a.(39) + 47) land 0x3FFF;
  a.(58) <- (a.(46) + 48) land 0x3FFF;
  a.(7) <- (a.(53) + 49) land 0x3FFF;
  a.(20) <- (a.(60) + 0) land 0x3FFF;
  a.(33) <- (a.(3) + 1) land 0x3FFF;
  a.(46) <- (a.(10) + 2) land 0x3FFF;
  a.(59) <- (a.(17) + 3) land 0x3FFF;
  a.(8) <- (a.(24) + 4) land 0x3FFF;
  a.(21) <- (a.(31) + 5) land 0x3FFF;
  a.(34) <- (a.(38) + 6) land 0x3FFF;
  a.(47) <- (a.(45) + 7) land 0x3FFF;
  a.(60) <- (a.(52) + 8) land 0x3FFF;
  a.(9) <- (a.(59) + 9) land 0x3FFF;
  a.(22) <- (a.(2) + 10) land 0x3FFF;
  a.(35) <- (a.(9) + 11) land 0x3FFF;
  a.(48) <- (a.(16) + 12) land 0x3FFF;
  a.(61) <- (a.(23) + 13) land 0x3FFF;
  a.(10) <- (a.(30) + 14) land 0x3FFF;
  a.(23) <- (a.(37) + 15) land 0x3FFF;
  a.(36) <- (a.(44) + 16) land 0x3FFF;
  a.(49) <- (a.(51) + 17) land 0x3FFF;
  a.(62) <- (a.(58) + 18) land 0x3FFF;
  a.(11) <- (a.(1) + 19) land 0x3FFF;
  a.(24) <- (a.(8) + 20) land 0x3FFF;
  a.(37) <- (a.(15) + 21) land 0x3FFF;
  a.(50) <- (a.(22) + 22) land 0x3FFF;
  a.(63) <- (a.(29) + 23) land 0x3FFF;
  a.(12) <- (a.(36) + 24) land 0x3FFF;
  a.(25) <- (a.(43) + 25) land 0x3FFF;
  a.(38) <- (a.(50) + 26) land 0x3FFF;
  a.(51) <- (a.(57) + 27) land 0x3FFF;
  a.(0) <- (a.(0) + 28) land 0x3FFF;
  a.(13) <- (a.(7) + 29) land 0x3FFF;
  a.(26) <- (a.(14) + 30) land 0x3FFF;
  a.(39) <- (a.(21) + 31) land 0x3FFF;
  a.(52) <- (a.(28) + 32) land 0x3FFF;
  a.(1) <- (a.(35) + 33) land 0x3FFF;
  a.(14) <- (a.(42) + 34) land 0x3FFF;
  a.(27) <- (a.(49) + 35) land 0x3FFF;
  a.(40) <- (a.(56) + 36) land 0x3FFF;
  a.(53) <- (a.(63) + 37) land 0x3FFF;
  a.(2) <- (a.(6) + 38) land 0x3FFF;
  a.(15) <- (a.(13) + 39) land 0x3FFF;
  a.(28) <- (a.(20) + 40) land 0x3FFF;
  a.(41) <- (a.(27) + 41) land 0x3FFF;
  a.(54) <- (a.(34) + 42) land 0x3FFF;
  a.(3) <- (a.(41) + 43) land 0x3FFF;
  a.(16) <- (a.(48) + 44) land 0x3FFF;
  a.(29) <- (a.(55) + 45) land 0x3FFF;
  a.(42) <- (a.(62) + 46) land 0x3FFF;
  a.(55) <- (a.(5) + 47) land 0x3FFF;
  a.(4) <- (a.(12) + 48) land 0x3FFF;
  a.(17) <- (a.(19) + 49) land 0x3FFF;
  a.(30) <- (a.(26) + 0) land 0x3FFF;
  a.(43) <- (a.(33) + 1) land 0x3FFF;
  a.(56) <- (a.(40) + 2) land 0x3FFF;
  a.(5) <- (a.(47) + 3) land 0x3FFF;
  a.(18) <- (a.(54) + 4) land 0x3FFF;
  a.(31) <- (a.(61) + 5) land 0x3FFF;
  a.(44) <- (a.(4) + 6) land 0x3FFF;
  a.(57) <- (a.(11) + 7) land 0x3FFF;
  a.(6) <- (a.(18) + 8) land 0x3FFF;
  a.(19) <- (a.(25) + 9) land 0x3FFF;
  a.(32) <- (a.(32) + 10) land 0x3FFF;
  a.(45) <- (a.(39) + 11) land 0x3FFF;
  a.(58) <- (a.(46) + 12) land 0x3FFF;
  a.(7) <- (a.(53) + 13) land 0x3FFF;
  a.(20) <- (a.(60) + 14) land 0x3FFF;
  a.(33) <- (a.(3) + 15) land 0x3FFF;
  a.(46) <- (a.(10) + 16) land 0x3FFF;
  a.(59) <- (a.(17) + 17) land 0x3FFF;
  a.(8) <- (a.(24) + 18) land 0x3FFF;
  a.(21) <- (a.(31) + 19) land 0x3FFF;
  a.(34) <- (a.(38) + 20) land 0x3FFF;
  a.(47) <- (a.(45) + 21) land 0x3FFF;
  a.(60) <- (a.(52) + 22) land 0x3FFF;
  a.(9) <- (a.(59) + 23) land 0x3FFF;
  a.(22) <- (a.(2) + 24) land 0x3FFF;
  a.(35) <- (a.(9) + 25) land 0x3FFF;
  a.(48) <- (a.(16) + 26) land 0x3FFF;
  a.(61) <- (a.(23) + 27) land 0x3FFF;
  a.(10) <- (a.(30) + 28) land 0x3FFF;
  a.(23) <- (a.(37) + 29) land 0x3FFF;
  a.(36) <- (a.(44) + 30) land 0x3FFF;
  a.(49) <- (a.(51) + 31) land 0x3FFF;
  a.(62) <- (a.(58) + 32) land 0x3FFF;
  a.(11) <- (a.(1) + 33) land 0x3FFF;
  a.(24) <- (a.(8) + 34) land 0x3FFF;
  a.(37) <- (a.(15) + 35) land 0x3FFF;
  a.(50) <- (a.(22) + 36) land 0x3FFF;
  a.(63) <- (a.(29) + 37) land 0x3FFF;
  a.(12) <- (a.(36) + 38) land 0x3FFF;
  a.(25) <- (a.(43) + 39) land 0x3FFF;
  a.(38) <- (a.(50) + 40) land 0x3FFF;
  a.(51) <- (a.(57) + 41) land 0x3FFF;
  a.(0) <- (a.(0) + 42) land 0x3FFF;
  a.(13) <- (a.(7) + 43) land 0x3FFF;
  a.(26) <- (a.(14) + 44) land 0x3FFF;
  a.(39) <- (a.(21) + 45) land 0x3FFF;
  a.(52) <- (a.(28) + 46) land 0x3FFF;
  a.(1) <- (a.(35) + 47) land 0x3FFF;
  a.(14) <- (a.(42) + 48) land 0x3FFF;
  a.(27) <- (a.(49) + 49) land 0x3FFF;
  a.(40) <- (a.(56) + 0) land 0x3FFF;
  a.(53) <- (a.(63) + 1) land 0x3FFF;
  a.(2) <- (a.(6) + 2) land 0x3FFF;
  a.(15) <- (a.(13) + 3) land 0x3FFF;
  a.(28) <- (a.(20) + 4) land 0x3FFF;
  a.(41) <- (a.(27) + 5) land 0x3FFF;
  a.(54) <- (a.(34) + 6) land 0x3FFF;
  a.(3) <- (a.(41) + 7) land 0x3FFF;
  a.(16) <- (a.(48) + 8) land 0x3FFF;
  a.(29) <- (a.(55) + 9) land 0x3FFF;
  a.(42) <- (a.(62) + 10) land 0x3FFF;
  a.(55) <- (a.(5) + 11) land 0x3FFF;
  a.(4) <- (a.(12) + 12) land 0x3FFF;
  a.(17) <- (a.(19) + 13) land 0x3FFF;
  a.(30) <- (a.(26) + 14) land 0x3FFF;
  a.(43) <- (a.(33) + 15) land 0x3FFF;
  a.(56) <- (a.(40) + 16) land 0x3FFF;
  a.(5) <- (a.(47) + 17) land 0x3FFF;
  a.(18) <- (a.(54) + 18) land 0x3FFF;
  a.(31) <- (a.(61) + 19) land 0x3FFF;
  a.(44) <- (a.(4) + 20) land 0x3FFF;
  a.(57) <- (a.(11) + 21) land 0x3FFF;
  a.(6) <- (a.(18) + 22) land 0x3FFF;
  a.(19) <- (a.(25) + 23) land 0x3FFF;
  a.(32) <- (a.(32) + 24) land 0x3FFF;
  a.(45) <- (a.(39) + 25) land 0x3FFF;
  a.(58) <- (a.(46) + 26) land 0x3FFF;
  a.(7) <- (a.(53) + 27) land 0x3FFF;
  a.(20) <- (a.(60) + 28) land 0x3FFF;
  a.(33) <- (a.(3) + 29) land 0x3FFF;
  a.(46) <- (a.(10) + 30) land 0x3FFF;
  a.(59) <- (a.(17) + 31) land 0x3FFF;
  a.(8) <- (a.(24) + 32) land 0x3FFF;
  a.(21) <- (a.(31) + 33) land 0x3FFF;
  a.(34) <- (a.(38) + 34) land 0x3FFF;
  a.(47) <- (a.(45) + 35) land 0x3FFF;
  a.(60) <- (a.(52) + 36) land 0x3FFF;
  a.(9) <- (a.(59) + 37) land 0x3FFF;
  a.(22) <- (a.(2) + 38) land 0x3FFF;
  a.(35) <- (a.(9) + 39) land 0x3FFF;
  a.(48) <- (a.(16) + 40) land 0x3FFF;
  a.(61) <- (a.(23) + 41) land 0x3FFF;
  a.(10) <- (a.(30) + 42) land 0x3FFF;
  a.(23) <- (a.(37) + 43) land 0x3FFF;
  a.(36) <- (a.(44) + 44) land 0x3FFF;
  a.(49) <- (a.(51) + 45) land 0x3FFF;
  a.(62) <- (a.(58) + 46) land 0x3FFF;
  a.(11) <- (a.(1) + 47) land 0x3FFF;
  a.(24) <- (a.(8) + 48) land 0x3FFF;
  a.(37) <- (a.(15) + 49) land 0x3FFF;
  a.(50) <- (a.(22) + 0) land 0x3FFF;
  a.(63) <- (a.(29) + 1) land 0x3FFF;
  a.(12) <- (a.(36) + 2) land 0x3FFF;
  a.(25) <- (a.(43) + 3) land 0x3FFF;
  a.(38) <- (a.(50) + 4) land 0x3FFF;
  a.(51) <- (a.(57) + 5) land 0x3FFF;
  a.(0) <- (a.(0) + 6) land 0x3FFF;
  a.(13) <- (a.(7) + 7) land 0x3FFF;
  a.(26) <- (a.(14) + 8) land 0x3FFF;
  a.(39) <- (a.(21) + 9) land 0x3FFF;
  a.(52) <- (a.(28) + 10) land 0x3FFF;
  a.(1) <- (a.(35) + 11) land 0x3FFF;
  a.(14) <- (a.(42) + 12) land 0x3FFF;
  a.(27) <- (a.(49) + 13) land 0x3FFF;
  a.(40) <- (a.(56) + 14) land 0x3FFF;
  a.(53) <- (a.(63) + 15) land 0x3FFF;
  a.(2) <- (a.(6) + 16) land 0x3FFF;
  a.(15) <- (a.(13) + 17) land 0x3FFF;
  a.(28) <- (a.(20) + 18) land 0x3FFF;
  a.(41) <- (a.(27) + 19) land 0x3FFF;
  a.(54) <- (a.(34) + 20) land 0x3FFF;
  a.(3) <- (a.(41) + 21) land 0x3FFF;
  a.(16) <- (a.(48) + 22) land 0x3FFF;
  a.(29) <- (a.(55) + 23) land 0x3FFF;
  a.(42) <- (a.(62) + 24) land 0x3FFF;
  a.(55) <- (a.(5) + 25) land 0x3FFF;
  a.(4) <- (a.(12) + 26) land 0x3FFF;
  a.(17) <- (a.(19) + 27) land 0x3FFF;
  a.(30) <- (a.(26) + 28) land 0x3FFF;
  a.(43) <- (a.(33) + 29) land 0x3FFF;
  a.(56) <- (a.(40) + 30) land 0x3FFF;
  a.(5) <- (a.(47) + 31) land 0x3FFF;
  a.(18) <- (a.(54) + 32) land 0x3FFF;
  a.(31) <- (a.(61) + 33) land 0x3FFF;
  a.(44) <- (a.(4) + 34) land 0x3FFF;
  a.(57) <- (a.(11) + 35) land 0x3FFF;
  a.(6) <- (a.(18) + 36) land 0x3FFF;
  a.(19) <- (a.(25) + 37) land 0x3FFF;
  a.(32) <- (a.(32) + 38) land 0x3FFF;
  a.(45) <- (a.(39) + 39) land 0x3FFF;
  a.(58) <- (a.(46) + 40) land 0x3FFF;
  a.(7) <- (a.(53) + 41) land 0x3FFF;
  a.(20) <- (a.(60) + 42) land 0x3FFF;
  a.(33) <- (a.(3) + 43) land 0x3FFF;
  a.(46) <- (a.(10) + 44) land 0x3FFF;
  a.(59) <- (a.(17) + 45) land 0x3FFF;
  a.(8) <- (a.(24) + 46) land 0x3FFF;
  a.(21) <- (a.(31) + 47) land 0x3FFF;
  a.(34) <- (a.(38) + 48) land 0x3FFF;
  a.(47) <- (a.(45) + 49) land 0x3FFF;
  a.(60) <- (a.(52) + 0) land 0x3FFF;
  a.(9) <- (a.(59) + 1) land 0x3FFF;
  a.(22) <- (a.(2) + 2) land 0x3FFF;
  a.(35) <- (a.(9) + 3) land 0x3FFF;
  a.(48) <- (a.(16) + 4) land 0x3FFF;
  a.(61) <- (a.(23) + 5) land 0x3FFF;
  a.(10) <- (a.(30) + 6) land 0x3FFF;
  a.(23) <- (a.(37) + 7) land 0x3FFF;
  a.(36) <- (a.(44) + 8) land 0x3FFF;
  a.(49) <- (a.(51) + 9) land 0x3FFF;
  a.(62) <- (a.(58) + 10) land 0x3FFF;
  a.(11) <- (a.(1) + 11) land 0x3FFF;
  a.(24) <- (a.(8) + 12) land 0x3FFF;
  a.(37) <- (a.(15) + 13) land 0x3FFF;
  a.(50) <- (a.(22) + 14) land 0x3FFF;
  a.(63) <- (a.(29) + 15) land 0x3FFF;
  a.(12) <- (a.(36) + 16) land 0x3FFF;
  a.(25) <- (a.(43) + 17) land 0x3FFF;
  a.(38) <- (a.(50) + 18) land 0x3FFF;
  a.(51) <- (a.(57) + 19) land 0x3FFF;
  a.(0) <- (a.(0) + 20) land 0x3FFF;
  a.(13) <- (a.(7) + 21) land 0x3FFF;
  a.(26) <- (a.(14) + 22) land 0x3FFF;
  a.(39) <- (a.(21) + 23) land 0x3FFF;
  a.(52) <- (a.(28) + 24) land 0x3FFF;
  a.(1) <- (a.(35) + 25) land 0x3FFF;
  a.(14) <- (a.(42) + 26) land 0x3FFF;
  a.(27) <- (a.(49) + 27) land 0x3FFF;
  a.(40) <- (a.(56) + 28) land 0x3FFF;
  a.(53) <- (a.(63) + 29) land 0x3FFF;
  a.(2) <- (a.(6) + 30) land 0x3FFF;
  a.(15) <- (a.(13) + 31) land 0x3FFF;
  a.(28) <- (a.(20) + 32) land 0x3FFF;
  a.(41) <- (a.(27) + 33) land 0x3FFF;
  a.(54) <- (a.(34) + 34) land 0x3FFF;
  a.(3) <- (a.(41) + 35) land 0x3FFF;
  a.(16) <- (a.(48) + 36) land 0x3FFF;
  a.(29) <- (a.(55) + 37) land 0x3FFF;
  a.(42) <- (a.(62) + 38) land 0x3FFF;
  a.(55) <- (a.(5) + 39) land 0x3FFF;
  a.(4) <- (a.(12) + 40) land 0x3FFF;
  a.(17) <- (a.(19) + 41) land 0x3FFF;
  a.(30) <- (a.(26) + 42) land 0x3FFF;
  a.(43) <- (a.(33) + 43) land 0x3FFF;
  a.(56) <- (a.(40) + 44) land 0x3FFF;
  a.(5) <- (a.(47) + 45) land 0x3FFF;
  a.(18) <- (a.(54) + 46) land 0x3FFF;
  a.(31) <- (a.(61) + 47) land 0x3FFF;
  a.(44) <- (a.(4) + 48) land 0x3FFF;
  a.(57) <- (a.(11) + 49) land 0x3FFF;
  a.(6) <- (a.(18) + 0) land 0x3FFF;
  a.(19) <- (a.(25) + 1) land 0x3FFF;
  a.(32) <- (a.(32) + 2) land 0x3FFF;
  a.(45) <- (a.(39) + 3) land 0x3FFF;
  a.(58) <- (a.(46) + 4) land 0x3FFF;
  a.(7) <- (a.(53) + 5) land 0x3FFF;
  a.(20) <- (a.(60) + 6) land 0x3FFF;
  a.(33) <- (a.(3) + 7) land 0x3FFF;
  a.(46) <- (a.(10) + 8) land 0x3FFF;
  a.(59) <- (a.(17) + 9) land 0x3FFF;
  a.(8) <- (a.(24) + 10) land 0x3FFF;
  a.(21) <- (a.(31) + 11) land 0x3FFF;
  a.(34) <- (a.(38) + 12) land 0x3FFF;
  a.(47) <- (a.(45) + 13) land 0x3FFF;
  a.(60) <- (a.(52) + 14) land 0x3FFF;
  a.(9) <- (a.(59) + 15) land 0x3FFF;
  a.(22) <- (a.(2) + 16) land 0x3FFF;
  a.(35) <- (a.(9) + 17) land 0x3FFF;
  a.(48) <- (a.(16) + 18) land 0x3FFF;
  a.(61) <- (a.(23) + 19) land 0x3FFF;
  a.(10) <- (a.(30) + 20) land 0x3FFF;
  a.(23) <- (a.(37) + 21) land 0x3FFF;
  a.(36) <- (a.(44) + 22) land 0x3FFF;
  a.(49) <- (a.(51) + 23) land 0x3FFF;
  a.(62) <- (a.(58) + 24) land 0x3FFF;
  a.(11) <- (a.(1) + 25) land 0x3FFF;
  a.(24) <- (a.(8) + 26) land 0x3FFF;
  a.(37) <- (a.(15) + 27) land 0x3FFF;
  a.(50) <- (a.(22) + 28) land 0x3FFF;
  a.(63) <- (a.(29) + 29) land 0x3FFF;
  a.(12) <- (a.(36) + 30) land 0x3FFF;
  a.(25) <- (a.(43) + 31) land 0x3FFF;
  a.(38) <- (a.(50) + 32) land 0x3FFF;
  a.(51) <- (a.(57) + 33) land 0x3FFF;
  a.(0) <- (a.(0) + 34) land 0x3FFF;
  a.(13) <- (a.(7) + 35) land 0x3FFF;
  a.(26) <- (a.(14) + 36) land 0x3FFF;
  a.(39) <- (a.(21) + 37) land 0x3FFF;
  a.(52) <- (a.(28) + 38) land 0x3FFF;
  a.(1) <- (a.(35) + 39) land 0x3FFF;
  a.(14) <- (a.(42) + 40) land 0x3FFF;
  a.(27) <- (a.(49) + 41) land 0x3FFF;
  a.(40) <- (a.(56) + 42) land 0x3FFF;
  a.(53) <- (a.(63) + 43) land 0x3FFF;
  a.(2) <- (a.(6) + 44) land 0x3FFF;
  a.(15) <- (a.(13) + 45) land 0x3FFF;
  a.(28) <- (a.(20) + 46) land 0x3FFF;
  a.(41) <- (a.(27) + 47) land 0x3FFF;
  a.(54) <- (a.(34) + 48) land 0x3FFF;
  a.(3) <- (a.(41) + 49) land 0x3FFF;
  a.(16) <- (a.(48) + 0) land 0x3FFF;
  a.(29) <- (a.(55) + 1) land 0x3FFF;
  a.(42) <- (a.(62) + 2) land 0x3FFF;
  a.(55) <- (a.(5) + 3) land 0x3FFF;
  a.(4) <- (a.(12) + 4) land 0x3FFF;
  a.(17) <- (a.(19) + 5) land 0x3FFF;
  a.(30) <- (a.(26) + 6) land 0x3FFF;
  a.(43) <- (a.(33) + 7) land 0x3FFF;
  a.(56) <- (a.(40) + 8) land 0x3FFF;
  a.(5) <- (a.(47) + 9) land 0x3FFF;
  a.(18) <- (a.(54) + 10) land 0x3FFF;
  a.(31) <- (a.(61) + 11) land 0x3FFF;
  a.(44) <- (a.(4) + 12) land 0x3FFF;
  a.(57) <- (a.(11) + 13) land 0x3FFF;
  a.(6) <- (a.(18) + 14) land 0x3FFF;
  a.(19) <- (a.(25) + 15) land 0x3FFF;
  a.(32) <- (a.(32) + 16) land 0x3FFF;
  a.(45) <- (a.(39) + 17) land 0x3FFF;
  a.(58) <- (a.(46) + 18) land 0x3FFF;
  a.(7) <- (a.(53) + 19) land 0x3FFF;
  a.(20) <- (a.(60) + 20) land 0x3FFF;
  a.(33) <- (a.(3) + 21) land 0x3FFF;
  a.(46) <- (a.(10) + 22) land 0x3FFF;
  a.(59) <- (a.(17) + 23) land 0x3FFF;
  a.(8) <- (a.(24) + 24) land 0x3FFF;
  a.(21) <- (a.(31) + 25) land 0x3FFF;
  a.(34) <- (a.(38) + 26) land 0x3FFF;
  a.(47) <- (a.(45) + 27) land 0x3FFF;
  a.(60) <- (a.(52) + 28) land 0x3FFF;
  a.(9) <- (a.(59) + 29) land 0x3FFF;
  a.(22) <- (a.(2) + 30) land 0x3FFF;
  a.(35) <- (a.(9) + 31) land 0x3FFF;
  a.(48) <- (a.(16) + 32) land 0x3FFF;
  a.(61) <- (a.(23) + 33) land 0x3FFF;
  a.(10) <- (a.(30) + 34) land 0x3FFF;
  a.(23) <- (a.(37) + 35) land 0x3FFF;
  a.(36) <- (a.(44) + 36) land 0x3FFF;
  a.(49) <- (a.(51) + 37) land 0x3FFF;
  a.(62) <- (a.(58) + 38) land 0x3FFF;
  a.(11) <- (a.(1) + 39) land 0x3FFF;
  a.(24) <- (a.(8) + 40) land 0x3FFF;
  a.(37) <- (a.(15) + 41) land 0x3FFF;
  a.(50) <- (a.(22) + 42) land 0x3FFF;
  a.(63) <- (a.(29) + 43) land 0x3FFF;
  a.(12) <- (a.(36) + 44) land 0x3FFF;
  a.(25) <- (a.(43) + 45) land 0x3FFF;
  a.(38) <- (a.(50) + 46) land 0x3FFF;
  a.(51) <- (a.(57) + 47) land 0x3FFF;
  a.(0) <- (a.(0) + 48) land 0x3FFF;
  a.(13) <- (a.(7) + 49) land 0x3FFF;
  a.(26) <- (a.(14) + 0) land 0x3FFF;
  a.(39) <- (a.(21) + 1) land 0x3FFF;
  a.(52) <- (a.(28) + 2) land 0x3FFF;
  a.(1) <- (a.(35) + 3) land 0x3FFF;
  a.(14) <- (a.(42) + 4) land 0x3FFF;
  a.(27) <- (a.(49) + 5) land 0x3FFF;
  a.(40) <- (a.(56) + 6) land 0x3FFF;
  a.(53) <- (a.(63) + 7) land 0x3FFF;
  a.(2) <- (a.(6) + 8) land 0x3FFF;
  a.(15) <- (a.(13) + 9) land 0x3FFF;
  a.(28) <- (a.(20) + 10) land 0x3FFF;
  a.(41) <- (a.(27) + 11) land 0x3FFF;
  a.(54) <- (a.(34) + 12) land 0x3FFF;
  a.(3) <- (a.(41) + 13) land 0x3FFF;
  a.(16) <- (a.(48) + 14) land 0x3FFF;
  a.(29) <- (a.(55) + 15) land 0x3FFF;
  a.(42) <- (a.(62) + 16) land 0x3FFF;
  a.(55) <- (a.(5) + 17) land 0x3FFF;
  a.(4) <- (a.(12) + 18) land 0x3FFF;
  a.(17) <- (a.(19) + 19) land 0x3FFF;
  a.(30) <- (a.(26) + 20) land 0x3FFF;
  a.(43) <- (a.(33) + 21) land 0x3FFF;
  a.(56) <- (a.(40) + 22) land 0x3FFF;
  a.(5) <- (a.(47) + 23) land 0x3FFF;
  a.(18) <- (a.(54) + 24) land 0x3FFF;
  a.(31) <- (a.(61) + 25) land 0x3FFF;
  a.(44) <- (a.(4) + 26) land 0x3FFF;
  a.(57) <- (a.(11) + 27) land 0x3FFF;
  a.(6) <- (a.(18) + 28) land 0x3FFF;
  a.(19) <- (a.(25) + 29) land 0x3FFF;
  a.(32) <- (a.(32) + 30) land 0x3FFF;
  a.(45) <- (a.(39) + 31) land 0x3FFF;
  a.(58) <- (a.(46) + 32) land 0x3FFF;
  a.(7) <- (a.(53) + 33) land 0x3FFF;
  a.(20) <- (a.(60) + 34) land 0x3FFF;
  a.(33) <- (a.(3) + 35) land 0x3FFF;
  a.(46) <- (a.(10) + 36) land 0x3FFF;
  a.(59) <- (a.(17) + 37) land 0x3FFF;
  a.(8) <- (a.(24) + 38) land 0x3FFF;
  a.(21) <- (a.(31) + 39) land 0x3FFF;
  a.(34) <- (a.(38) + 40) land 0x3FFF;
  a.(47) <- (a.(45) + 41) land 0x3FFF;
  a.(60) <- (a.(52) + 42) land 0x3FFF;
  a.(9) <- (a.(59) + 43) land 0x3FFF;
  a.(22) <- (a.(2) + 44) land 0x3FFF;
  a.(35) <- (a.(9) + 45) land 0x3FFF;
  a.(48) <- (a.(16) + 46) land 0x3FFF;
  a.(61) <- (a.(23) + 47) land 0x3FFF;
  a.(10) <- (a.(30) + 48) land 0x3FFF;
  a.(23) <- (a.(37) + 49) land 0x3FFF;
  a.(36) <- (a.(44) + 0) land 0x3FFF;
  a.(49) <- (a.(51) + 1) land 0x3FFF;
  a.(62) <- (a.(58) + 2) land 0x3FFF;
  a.(11) <- (a.(1) + 3) land 0x3FFF;
  a.(24) <- (a.(8) + 4) land 0x3FFF;
  a.(37) <- (a.(15) + 5) land 0x3FFF;
  a.(50) <- (a.(22) + 6) land 0x3FFF;
  a.(63) <- (a.(29) + 7) land 0x3FFF;
  a.(12) <- (a.(36) + 8) land 0x3FFF;
  a.(25) <- (a.(43) + 9) land 0x3FFF;
  a.(38) <- (a.(50) + 10) land 0x3FFF;
  a.(51) <- (a.(57) + 11) land 0x3FFF;
  a.(0) <- (a.(0) + 12) land 0x3FFF;
  a.(13) <- (a.(7) + 13) land 0x3FFF;
  a.(26) <- (a.(14) + 14) land 0x3FFF;
  a.(39) <- (a.(21) + 15) land 0x3FFF;
  a.(52) <- (a.(28) + 16) land 0x3FFF;
  a.(1) <- (a.(35) + 17) land 0x3FFF;
  a.(14) <- (a.(42) + 18) land 0x3FFF;
  a.(27) <- (a.(49) + 19) land 0x3FFF;
  a.(40) <- (a.(56) + 20) land 0x3FFF;
  a.(53) <- (a.(63) + 21) land 0x3FFF;
  a.(2) <- (a.(6) + 22) land 0x3FFF;
  a.(15) <- (a.(13) + 23) land 0x3FFF;
  a.(28) <- (a.(20) + 24) land 0x3FFF;
  a.(41) <- (a.(27) + 25) land 0x3FFF;
  a.(54) <- (a.(34) + 26) land 0x3FFF;
  a.(3) <- (a.(41) + 27) land 0x3FFF;
  a.(16) <- (a.(48) + 28) land 0x3FFF;
  a.(29) <- (a.(55) + 29) land 0x3FFF;
  a.(42) <- (a.(62) + 30) land 0x3FFF;
  a.(55) <- (a.(5) + 31) land 0x3FFF;
  a.(4) <- (a.(12) + 32) land 0x3FFF;
  a.(17) <- (a.(19) + 33) land 0x3FFF;
  a.(30) <- (a.(26) + 34) land 0x3FFF;
  a.(43) <- (a.(33) + 35) land 0x3FFF;
  a.(56) <- (a.(40) + 36) land 0x3FFF;
  a.(5) <- (a.(47) + 37) land 0x3FFF;
  a.(18) <- (a.(54) + 38) land 0x3FFF;
  a.(31) <- (a.(61) + 39) land 0x3FFF;
  a.(44) <- (a.(4) + 40) land 0x3FFF;
  a.(57) <- (a.(11) + 41) land 0x3FFF;
  a.(6) <- (a.(18) + 42) land 0x3FFF;
  a.(19) <- (a.(25) + 43) land 0x3FFF;
  a.(32) <- (a.(32) + 44) land 0x3FFF;
  a.(45) <- (a.(39) + 45) land 0x3FFF;
  a.(58) <- (a.(46) + 46) land 0x3FFF;
  a.(7) <- (a.(53) + 47) land 0x3FFF;
  a.(20) <- (a.(60) + 48) land 0x3FFF;
  a.(33) <- (a.(3) + 49) land 0x3FFF;
  a.(46) <- (a.(10) + 0) land 0x3FFF;
  a.(59) <- (a.(17) + 1) land 0x3FFF;
  a.(8) <- (a.(24) + 2) land 0x3FFF;
  a.(21) <- (a.(31) + 3) land 0x3FFF;
  a.(34) <- (a.(38) + 4) land 0x3FFF;
  a.(47) <- (a.(45) + 5) land 0x3FFF;
  a.(60) <- (a.(52) + 6) land 0x3FFF;
  a.(9) <- (a.(59) + 7) land 0x3FFF;
  a.(22) <- (a.(2) + 8) land 0x3FFF;
  a.(35) <- (a.(9) + 9) land 0x3FFF;
  a.(48) <- (a.(16) + 10) land 0x3FFF;
  a.(61) <- (a.(23) + 11) land 0x3FFF;
  a.(10) <- (a.(30) + 12) land 0x3FFF;
  a.(23) <- (a.(37) + 13) land 0x3FFF;
  a.(36) <- (a.(44) + 14) land 0x3FFF;
  a.(49) <- (a.(51) + 15) land 0x3FFF;
  a.(62) <- (a.(58) + 16) land 0x3FFF;
  a.(11) <- (a.(1) + 17) land 0x3FFF;
  a.(24) <- (a.(8) + 18) land 0x3FFF;
  a.(37) <- (a.(15) + 19) land 0x3FFF;
  a.(50) <- (a.(22) + 20) land 0x3FFF;
  a.(63) <- (a.(29) + 21) land 0x3FFF;
  a.(12) <- (a.(36) + 22) land 0x3FFF;
  a.(25) <- (a.(43) + 23) land 0x3FFF;
  a.(38) <- (a.(50) + 24) land 0x3FFF;
  a.(51) <- (a.(57) + 25) land 0x3FFF;
  a.(0) <- (a.(0) + 26) land 0x3FFF;
  a.(13) <- (a.(7) + 27) land 0x3FFF;
  a.(26) <- (a.(14) + 28) land 0x3FFF;
  a.(39) <- (a.(21) + 29) land 0x3FFF;
  a.(52) <- (a.(28) + 30) land 0x3FFF;
  a.(1) <- (a.(35) + 31) land 0x3FFF;
  a.(14) <- (a.(42) + 32) land 0x3FFF;
  a.(27) <- (a.(49) + 33) land 0x3FFF;
  a.(40) <- (a.(56) + 34) land 0x3FFF;
  a.(53) <- (a.(63) + 35) land 0x3FFF;
  a.(2) <- (a.(6) + 36) land 0x3FFF;
  a.(15) <- (a.(13) + 37) land 0x3FFF;
  a.(28) <- (a.(20) + 38) land 0x3FFF;
  a.(41) <- (a.(27) + 39) land 0x3FFF;
  a.(54) <- (a.(34) + 40) land 0x3FFF;
  a.(3) <- (a.(41) + 41) land 0x3FFF;
  a.(16) <- (a.(48) + 42) land 0x3FFF;
  a.(29) <- (a.(55) + 43) land 0x3FFF;
  a.(42) <- (a.(62) + 44) land 0x3FFF;
  a.(55) <- (a.(5) + 45) land 0x3FFF;
  a.(4) <- (a.(12) + 46) land 0x3FFF;
  a.(17) <- (a.(19) + 47) land 0x3FFF;
  a.(30) <- (a.(26) + 48) land 0x3FFF;
  a.(43) <- (a.(33) + 49) land 0x3FFF;
  a.(56) <- (a.(40) + 0) land 0x3FFF;
  a.(5) <- (a.(47) + 1) land 0x3FFF;
  a.(18) <- (a.(54) + 2) land 0x3FFF;
  a.(31) <- (a.(61) + 3) land 0x3FFF;
  a.(44) <- (a.(4) + 4) land 0x3FFF;
  a.(57) <- (a.(11) + 5) land 0x3FFF;
  a.(6) <- (a.(18) + 6) land 0x3FFF;
  a.(19) <- (a.(25) + 7) land 0x3FFF;
  a.(32) <- (a.(32) + 8) land 0x3FFF;
  a.(45) <- (a.(39) + 9) land 0x3FFF;
  a.(58) <- (a.(46) + 10) land 0x3FFF;
  a.(7) <- (a.(53) + 11) land 0x3FFF;
  a.(20) <- (a.(60) + 12) land 0x3FFF;
  a.(33) <- (a.(3) + 13) land 0x3FFF;
  a.(46) <- (a.(10) + 14) land 0x3FFF;
  a.(59) <- (a.(17) + 15) land 0x3FFF;
  a.(8) <- (a.(24) + 16) land 0x3FFF;
  a.(21) <- (a.(31) + 17) land 0x3FFF;
  a.(34) <- (a.(38) + 18) land 0x3FFF;
  a.(47) <- (a.(45) + 19) land 0x3FFF;
  a.(60) <- (a.(52) + 20) land 0x3FFF;
  a.(9) <- (a.(59) + 21) land 0x3FFF;
  a.(22) <- (a.(2) + 22) land 0x3FFF;
  a.(35) <- (a.(9) + 23) land 0x3FFF;
  a.(48) <- (a.(16) + 24) land 0x3FFF;
  a.(61) <- (a.(23) + 25) land 0x3FFF;
  a.(10) <- (a.(30) + 26) land 0x3FFF;
  a.(23) <- (a.(37) + 27) land 0x3FFF;
  a.(36) <- (a.(44) + 28) land 0x3FFF;
  a.(49) <- (a.(51) + 29) land 0x3FFF;
  a.(62) <- (a.(58) + 30) land 0x3FFF;
  a.(11) <- (a.(1) + 31) land 0x3FFF;
  a.(24) <- (a.(8) + 32) land 0x3FFF;
  a.(37) <- (a.(15) + 33) land 0x3FFF;
  a.(50) <- (a.(22) + 34) land 0x3FFF;
  a.(63) <- (a.(29) + 35) land 0x3FFF;
  a.(12) <- (a.(36) + 36) land 0x3FFF;
  a.(25) <- (a.(43) + 37) land 0x3FFF;
  a.(38) <- (a.(50) + 38) land 0x3FFF;
  a.(51) <- (a.(57) + 39) land 0x3FFF;
  a.(0) <- (a.(0) + 40) land 0x3FFF;
  a.(13) <- (a.(7) + 41) land 0x3FFF;
  a.(26) <- (a.(14) + 42) land 0x3FFF;
  a.(39) <- (a.(21) + 43) land 0x3FFF;
  a.(52) <- (a.(28) + 44) land 0x3FFF;
  a.(1) <- (a.(35) + 45) land 0x3FFF;
  a.(14) <- (a.(42) + 46) land 0x3FFF;
  a.(27) <- (a.(49) + 47) land 0x3FFF;
  a.(40) <- (a.(56) + 48) land 0x3FFF;
  a.(53) <- (a.(63) + 49) land 0x3FFF;
  a.(2) <- (a.(6) + 0) land 0x3FFF;
  a.(15) <- (a.(13) + 1) land 0x3FFF;
  a.(28) <- (a.(20) + 2) land 0x3FFF;
  a.(41) <- (a.(27) + 3) land 0x3FFF;
  a.(54) <- (a.(34) + 4) land 0x3FFF;
  a.(3) <- (a.(41) + 5) land 0x3FFF;
  a.(16) <- (a.(48) + 6) land 0x3FFF;
  a.(29) <- (a.(55) + 7) land 0x3FFF;
  a.(42) <- (a.(62) + 8) land 0x3FFF;
  a.(55) <- (a.(5) + 9) land 0x3FFF;
  a.(4) <- (a.(12) + 10) land 0x3FFF;
  a.(17) <- (a.(19) + 11) land 0x3FFF;
  a.(30) <- (a.(26) + 12) land 0x3FFF;
  a.(43) <- (a.(33) + 13) land 0x3FFF;
  a.(56) <- (a.(40) + 14) land 0x3FFF;
  a.(5) <- (a.(47) + 15) land 0x3FFF;
  a.(18) <- (a.(54) + 16) land 0x3FFF;
  a.(31) <- (a.(61) + 17) land 0x3FFF;
  a.(44) <- (a.(4) + 18) land 0x3FFF;
  a.(57) <- (a.(11) + 19) land 0x3FFF;
  a.(6) <- (a.(18) + 20) land 0x3FFF;
  a.(19) <- (a.(25) + 21) land 0x3FFF;
  a.(32) <- (a.(32) + 22) land 0x3FFF;
  a.(45) <- (a.(39) + 23) land 0x3FFF;
  a.(58) <- (a.(46) + 24) land 0x3FFF;
  a.(7) <- (a.(53) + 25) land 0x3FFF;
  a.(20) <- (a.(60) + 26) land 0x3FFF;
  a.(33) <- (a.(3) + 27) land 0x3FFF;
  a.(46) <- (a.(10) + 28) land 0x3FFF;
  a.(59) <- (a.(17) + 29) land 0x3FFF;
  a.(8) <- (a.(24) + 30) land 0x3FFF;
  a.(21) <- (a.(31) + 31) land 0x3FFF;
  a.(34) <- (a.(38) + 32) land 0x3FFF;
  a.(47) <- (a.(45) + 33) land 0x3FFF;
  a.(60) <- (a.(52) + 34) land 0x3FFF;
  a.(9) <- (a.(59) + 35) land 0x3FFF;
  a.(22) <- (a.(2) + 36) land 0x3FFF;
  a.(35) <- (a.(9) + 37) land 0x3FFF;
  a.(48) <- (a.(16) + 38) land 0x3FFF;
  a.(61) <- (a.(23) + 39) land 0x3FFF;
  a.(10) <- (a.(30) + 40) land 0x3FFF;
  a.(23) <- (a.(37) + 41) land 0x3FFF;
  a.(36) <- (a.(44) + 42) land 0x3FFF;
  a.(49) <- (a.(51) + 43) land 0x3FFF;
  a.(62) <- (a.(58) + 44) land 0x3FFF;
  a.(11) <- (a.(1) + 45) land 0x3FFF;
  a.(24) <- (a.(8) + 46) land 0x3FFF;
  a.(37) <- (a.(15) + 47) land 0x3FFF;
  a.(50) <- (a.(22) + 48) land 0x3FFF;
  a.(63) <- (a.(29) + 49) land 0x3FFF;
  a.(12) <- (a.(36) + 0) land 0x3FFF;
  a.(25) <- (a.(43) + 1) land 0x3FFF;
  a.(38) <- (a.(50) + 2) land 0x3FFF;
  a.(51) <- (a.(57) + 3) land 0x3FFF;
  a.(0) <- (a.(0) + 4) land 0x3FFF;
  a.(13) <- (a.(7) + 5) land 0x3FFF;
  a.(26) <- (a.(14) + 6) land 0x3FFF;
  a.(39) <- (a.(21) + 7) land 0x3FFF;
  a.(52) <- (a.(28) + 8) land 0x3FFF;
  a.(1) <- (a.(35) + 9) land 0x3FFF;
  a.(14) <- (a.(42) + 10) land 0x3FFF;
  a.(27) <- (a.(49) + 11) land 0x3FFF;
  a.(40) <- (a.(56) + 12) land 0x3FFF;
  a.(53) <- (a.(63) + 13) land 0x3FFF;
  a.(2) <- (a.(6) + 14) land 0x3FFF;
  a.(15) <- (a.(13) + 15) land 0x3FFF;
  a.(28) <- (a.(20) + 16) land 0x3FFF;
  a.(41) <- (a.(27) + 17) land 0x3FFF;
  a.(54) <- (a.(34) + 18) land 0x3FFF;
  a.(3) <- (a.(41) + 19) land 0x3FFF;
  a.(16) <- (a.(48) + 20) land 0x3FFF;
  a.(29) <- (a.(55) + 21) land 0x3FFF;
  a.(42) <- (a.(62) + 22) land 0x3FFF;
  a.(55) <- (a.(5) + 23) land 0x3FFF;
  a.(4) <- (a.(12) + 24) land 0x3FFF;
  a.(17) <- (a.(19) + 25) land 0x3FFF;
  a.(30) <- (a.(26) + 26) land 0x3FFF;
  a.(43) <- (a.(33) + 27) land 0x3FFF;
  a.(56) <- (a.(40) + 28) land 0x3FFF;
  a.(5) <- (a.(47) + 29) land 0x3FFF;
  a.(18) <- (a.(54) + 30) land 0x3FFF;
  a.(31) <- (a.(61) + 31) land 0x3FFF;
  a.(44) <- (a.(4) + 32) land 0x3FFF;
  a.(57) <- (a.(11) + 33) land 0x3FFF;
  a.(6) <- (a.(18) + 34) land 0x3FFF;
  a.(19) <- (a.(25) + 35) land 0x3FFF;
  a.(32) <- (a.(32) + 36) land 0x3FFF;
  a.(45) <- (a.(39) + 37) land 0x3FFF;
  a.(58) <- (a.(46) + 38) land 0x3FFF;
  a.(7) <- (a.(53) + 39) land 0x3FFF;
  a.(20) <- (a.(60) + 40) land 0x3FFF;
  a.(33) <- (a.(3) + 41) land 0x3FFF;
  a.(46) <- (a.(10) + 42) land 0x3FFF;
  a.(59) <- (a.(17) + 43) land 0x3FFF;
  a.(8) <- (a.(24) + 44) land 0x3FFF;
  a.(21) <- (a.(31) + 45) land 0x3FFF;
  a.(34) <- (a.(38) + 46) land 0x3FFF;
  a.(47) <- (a.(45) + 47) land 0x3FFF;
  a.(60) <- (a.(52) + 48) land 0x3FFF;
  a.(9) <- (a.(59) + 49) land 0x3FFF;
  a.(22) <- (a.(2) + 0) land 0x3FFF;
  a.(35) <- (a.(9) + 1) land 0x3FFF;
  a.(48) <- (a.(16) + 2) land 0x3FFF;
  a.(61) <- (a.(23) + 3) land 0x3FFF;
  a.(10) <- (a.(30) + 4) land 0x3FFF;
  a.(23) <- (a.(37) + 5) land 0x3FFF;
  a.(36) <- (a.(44) + 6) land 0x3FFF;
  a.(49) <- (a.(51) + 7) land 0x3FFF;
  a.(62) <- (a.(58) + 8) land 0x3FFF;
  a.(11) <- (a.(1) + 9) land 0x3FFF;
  a.(24) <- (a.(8) + 10) land 0x3FFF;
  a.(37) <- (a.(15) + 11) land 0x3FFF;
  a.(50) <- (a.(22) + 12) land 0x3FFF;
  a.(63) <- (a.(29) + 13) land 0x3FFF;
  a.(12) <- (a.(36) + 14) land 0x3FFF;
  a.(25) <- (a.(43) + 15) land 0x3FFF;
  a.(38) <- (a.(50) + 16) land 0x3FFF;
  a.(51) <- (a.(57) + 17) land 0x3FFF;
  a.(0) <- (a.(0) + 18) land 0x3FFF;
  a.(13) <- (a.(7) + 19) land 0x3FFF;
  a.(26) <- (a.(14) + 20) land 0x3FFF;
  a.(39) <- (a.(21) + 21) land 0x3FFF;
  a.(52) <- (a.(28) + 22) land 0x3FFF;
  a.(1) <- (a.(35) + 23) land 0x3FFF;
  a.(14) <- (a.(42) + 24) land 0x3FFF;
  a.(27) <- (a.(49) + 25) land 0x3FFF;
  a.(40) <- (a.(56) + 26) land 0x3FFF;
  a.(53) <- (a.(63) + 27) land 0x3FFF;
  a.(2) <- (a.(6) + 28) land 0x3FFF;
  a.(15) <- (a.(13) + 29) land 0x3FFF;
  a.(28) <- (a.(20) + 30) land 0x3FFF;
  a.(41) <- (a.(27) + 31) land 0x3FFF;
  a.(54) <- (a.(34) + 32) land 0x3FFF;
  a.(3) <- (a.(41) + 33) land 0x3FFF;
  a.(16) <- (a.(48) + 34) land 0x3FFF;
  a.(29) <- (a.(55) + 35) land 0x3FFF;
  a.(42) <- (a.(62) + 36) land 0x3FFF;
  a.(55) <- (a.(5) + 37) land 0x3FFF;
  a.(4) <- (a.(12) + 38) land 0x3FFF;
  a.(17) <- (a.(19) + 39) land 0x3FFF;
  a.(30) <- (a.(26) + 40) land 0x3FFF;
  a.(43) <- (a.(33) + 41) land 0x3FFF;
  a.(56) <- (a.(40) + 42) land 0x3FFF;
  a.(5) <- (a.(47) + 43) land 0x3FFF;
  a.(18) <- (a.(54) + 44) land 0x3FFF;
  a.(31) <- (a.(61) + 45) land 0x3FFF;
  a.(44) <- (a.(4) + 46) land 0x3FFF;
  a.(57) <- (a.(11) + 47) land 0x3FFF;
  a.(6) <- (a.(18) + 48) land 0x3FFF;
  a.(19) <- (a.(25) + 49) land 0x3FFF;
  a.(32) <- (a.(32) + 0) land 0x3FFF;
  a.(45) <- (a.(39) + 1) land 0x3FFF;
  a.(58) <- (a.(46) + 2) land 0x3FFF;
  a.(7) <- (a.(53) + 3) land 0x3FFF;
  a.(20) <- (a.(60) + 4) land 0x3FFF;
  a.(33) <- (a.(3) + 5) land 0x3FFF;
  a.(46) <- (a.(10) + 6) land 0x3FFF;
  a.(59) <- (a.(17) + 7) land 0x3FFF;
  a.(8) <- (a.(24) + 8) land 0x3FFF;
  a.(21) <- (a.(31) + 9) land 0x3FFF;
  a.(34) <- (a.(38) + 10) land 0x3FFF;
  a.(47) <- (a.(45) + 11) land 0x3FFF;
  a.(60) <- (a.(52) + 12) land 0x3FFF;
  a.(9) <- (a.(59) + 13) land 0x3FFF;
  a.(22) <- (a.(2) + 14) land 0x3FFF;
  a.(35) <- (a.(9) + 15) land 0x3FFF;
  a.(48) <- (a.(16) + 16) land 0x3FFF;
  a.(61) <- (a.(23) + 17) land 0x3FFF;
  a.(10) <- (a.(30) + 18) land 0x3FFF;
  a.(23) <- (a.(37) + 19) land 0x3FFF;
  a.(36) <- (a.(44) + 20) land 0x3FFF;
  a.(49) <- (a.(51) + 21) land 0x3FFF;
  a.(62) <- (a.(58) + 22) land 0x3FFF;
  a.(11) <- (a.(1) + 23) land 0x3FFF;
  a.(24) <- (a.(8) + 24) land 0x3FFF;
  a.(37) <- (a.(15) + 25) land 0x3FFF;
  a.(50) <- (a.(22) + 26) land 0x3FFF;
  a.(63) <- (a.(29) + 27) land 0x3FFF;
  a.(12) <- (a.(36) + 28) land 0x3FFF;
  a.(25) <- (a.(43) + 29) land 0x3FFF;
  a.(38) <- (a.(50) + 30) land 0x3FFF;
  a.(51) <- (a.(57) + 31) land 0x3FFF;
  a.(0) <- (a.(0) + 32) land 0x3FFF;
  a.(13) <- (a.(7) + 33) land 0x3FFF;
  a.(26) <- (a.(14) + 34) land 0x3FFF;
  a.(39) <- (a.(21) + 35) land 0x3FFF;
  a.(52) <- (a.(28) + 36) land 0x3FFF;
  a.(1) <- (a.(35) + 37) land 0x3FFF;
  a.(14) <- (a.(42) + 38) land 0x3FFF;
  a.(27) <- (a.(49) + 39) land 0x3FFF;
  a.(40) <- (a.(56) + 40) land 0x3FFF;
  a.(53) <- (a.(63) + 41) land 0x3FFF;
  a.(2) <- (a.(6) + 42) land 0x3FFF;
  a.(15) <- (a.(13) + 43) land 0x3FFF;
  a.(28) <- (a.(20) + 44) land 0x3FFF;
  a.(41) <- (a.(27) + 45) land 0x3FFF;
  a.(54) <- (a.(34) + 46) land 0x3FFF;
  a.(3) <- (a.(41) + 47) land 0x3FFF;
  a.(16) <- (a.(48) + 48) land 0x3FFF;
  a.(29) <- (a.(55) + 49) land 0x3FFF;
  a.(42) <- (a.(62) + 0) land 0x3FFF;
  a.(55) <- (a.(5) + 1) land 0x3FFF;
  a.(4) <- (a.(12) + 2) land 0x3FFF;
  a.(17) <- (a.(19) + 3) land 0x3FFF;
  a.(30) <- (a.(26) + 4) land 0x3FFF;
  a.(43) <- (a.(33) + 5) land 0x3FFF;
  a.(56) <- (a.(40) + 6) land 0x3FFF;
  a.(5) <- (a.(47) + 7) land 0x3FFF;
  a.(18) <- (a.(54) + 8) land 0x3FFF;
  a.(31) <- (a.(61) + 9) land 0x3FFF;
  a.(44) <- (a.(4) + 10) land 0x3FFF;
  a.(57) <- (a.(11) + 11) land 0x3FFF;
  a.(6) <- (a.(18) + 12) land 0x3FFF;
  a.(19) <- (a.(25) + 13) land 0x3FFF;
  a.(32) <- (a.(32) + 14) land 0x3FFF;
  a.(45) <- (a.(39) + 15) land 0x3FFF;
  a.(58) <- (a.(46) + 16) land 0x3FFF;
  a.(7) <- (a.(53) + 17) land 0x3FFF;
  a.(20) <- (a.(60) + 18) land 0x3FFF;
  a.(33) <- (a.(3) + 19) land 0x3FFF;
  a.(46) <- (a.(10) + 20) land 0x3FFF;
  a.(59) <- (a.(17) + 21) land 0x3FFF;
  a.(8) <- (a.(24) + 22) land 0x3FFF;
  a.(21) <- (a.(31) + 23) land 0x3FFF;
  a.(34) <- (a.(38) + 24) land 0x3FFF;
  a.(47) <- (a.(45) + 25) land 0x3FFF;
  a.(60) <- (a.(52) + 26) land 0x3FFF;
  a.(9) <- (a.(59) + 27) land 0x3FFF;
  a.(22) <- (a.(2) + 28) land 0x3FFF;
  a.(35) <- (a.(9) + 29) land 0x3FFF;
  a.(48) <- (a.(16) + 30) land 0x3FFF;
  a.(61) <- (a.(23) + 31) land 0x3FFF;
  a.(10) <- (a.(30) + 32) land 0x3FFF;
  a.(23) <- (a.(37) + 33) land 0x3FFF;
  a.(36) <- (a.(44) + 34) land 0x3FFF;
  a.(49) <- (a.(51) + 35) land 0x3FFF;
  a.(62) <- (a.(58) + 36) land 0x3FFF;
  a.(11) <- (a.(1) + 37) land 0x3FFF;
  a.(24) <- (a.(8) + 38) land 0x3FFF;
  a.(37) <- (a.(15) + 39) land 0x3FFF;
  a.(50) <- (a.(22) + 40) land 0x3FFF;
  a.(63) <- (a.(29) + 41) land 0x3FFF;
  a.(12) <- (a.(36) + 42) land 0x3FFF;
  a.(25) <- (a.(43) + 43) land 0x3FFF;
  a.(38) <- (a.(50) + 44) land 0x3FFF;
  a.(51) <- (a.(57) + 45) land 0x3FFF;
  a.(0) <- (a.(0) + 46) land 0x3FFF;
  a.(13) <- (a.(7) + 47) land 0x3FFF;
  a.(26) <- (a.(14) + 48) land 0x3FFF;
  a.(39) <- (a.(21) + 49) land 0x3FFF;
  a.(52) <- (a.(28) + 0) land 0x3FFF;
  a.(1) <- (a.(35) + 1) land 0x3FFF;
  a.(14) <- (a.(42) + 2) land 0x3FFF;
  a.(27) <- (a.(49) + 3) land 0x3FFF;
  a.(40) <- (a.(56) + 4) land 0x3FFF;
  a.(53) <- (a.(63) + 5) land 0x3FFF;
  a.(2) <- (a.(6) + 6) land 0x3FFF;
  a.(15) <- (a.(13) + 7) land 0x3FFF;
  a.(28) <- (a.(20) + 8) land 0x3FFF;
  a.(41) <- (a.(27) + 9) land 0x3FFF;
  a.(54) <- (a.(34) + 10) land 0x3FFF;
  a.(3) <- (a.(41) + 11) land 0x3FFF;
  a.(16) <- (a.(48) + 12) land 0x3FFF;
  a.(29) <- (a.(55) + 13) land 0x3FFF;
  a.(42) <- (a.(62) + 14) land 0x3FFF;
  a.(55) <- (a.(5) + 15) land 0x3FFF;
  a.(4) <- (a.(12) + 16) land 0x3FFF;
  a.(17) <- (a.(19) + 17) land 0x3FFF;
  a.(30) <- (a.(26) + 18) land 0x3FFF;
  a.(43) <- (a.(33) + 19) land 0x3FFF;
  a.(56) <- (a.(40) + 20) land 0x3FFF;
  a.(5) <- (a.(47) + 21) land 0x3FFF;
  a.(18) <- (a.(54) + 22) land 0x3FFF;
  a.(31) <- (a.(61) + 23) land 0x3FFF;
  a.(44) <- (a.(4) + 24) land 0x3FFF;
  a.(57) <- (a.(11) + 25) land 0x3FFF;
  a.(6) <- (a.(18) + 26) land 0x3FFF;
  a.(19) <- (a.(25) + 27) land 0x3FFF;
  a.(32) <- (a.(32) + 28) land 0x3FFF;
  a.(45) <- (a.(39) + 29) land 0x3FFF;
  a.(58) <- (a.(46) + 30) land 0x3FFF;
  a.(7) <- (a.(53) + 31) land 0x3FFF;
  a.(20) <- (a.(60) + 32) land 0x3FFF;
  a.(33) <- (a.(3) + 33) land 0x3FFF;
  a.(46) <- (a.(10) + 34) land 0x3FFF;
  a.(59) <- (a.(17) + 35) land 0x3FFF;
  a.(8) <- (a.(24) + 36) land 0x3FFF;
  a.(21) <- (a.(31) + 37) land 0x3FFF;
  a.(34) <- (a.(38) + 38) land 0x3FFF;
  a.(47) <- (a.(45) + 39) land 0x3FFF;
  a.(60) <- (a.(52) + 40) land 0x3FFF;
  a.(9) <- (a.(59) + 41) land 0x3FFF;
  a.(22) <- (a.(2) + 42) land 0x3FFF;
  a.(35) <- (a.(9) + 43) land 0x3FFF;
  a.(48) <- (a.(16) + 44) land 0x3FFF;
  a.(61) <- (a.(23) + 45) land 0x3FFF;
  a.(10) <- (a.(30) + 46) land 0x3FFF;
  a.(23) <- (a.(37) + 47) land 0x3FFF;
  a.(36) <- (a.(44) + 48) land 0x3FFF;
  a.(49) <- (a.(51) + 49) land 0x3FFF;
  a.(62) <- (a.(58) + 0) land 0x3FFF;
  a.(11) <- (a.(1) + 1) land 0x3FFF;
  a.(24) <- (a.(8) + 2) land 0x3FFF;
  a.(37) <- (a.(15) + 3) land 0x3FFF;
  a.(50) <- (a.(22) + 4) land 0x3FFF;
  a.(63) <- (a.(29) + 5) land 0x3FFF;
  a.(12) <- (a.(36) + 6) land 0x3FFF;
  a.(25) <- (a.(43) + 7) land 0x3FFF;
  a.(38) <- (a.(50) + 8) land 0x3FFF;
  a.(51) <- (a.(57) + 9) land 0x3FFF;
  a.(0) <- (a.(0) + 10) land 0x3FFF;
  a.(13) <- (a.(7) + 11) land 0x3FFF;
  a.(26) <- (a.(14) + 12) land 0x3FFF;
  a.(39) <- (a.(21) + 13) land 0x3FFF;
  a.(52) <- (a.(28) + 14) land 0x3FFF;
  a.(1) <- (a.(35) + 15) land 0x3FFF;
  a.(14) <- (a.(42) + 16) land 0x3FFF;
  a.(27) <- (a.(49) + 17) land 0x3FFF;
  a.(40) <- (a.(56) + 18) land 0x3FFF;
  a.(53) <- (a.(63) + 19) land 0x3FFF;
  a.(2) <- (a.(6) + 20) land 0x3FFF;
  a.(15) <- (a.(13) + 21) land 0x3FFF;
  a.(28) <- (a.(20) + 22) land 0x3FFF;
  a.(41) <- (a.(27) + 23) land 0x3FFF;
  a.(54) <- (a.(34) + 24) land 0x3FFF;
  a.(3) <- (a.(41) + 25) land 0x3FFF;
  a.(16) <- (a.(48) + 26) land 0x3FFF;
  a.(29) <- (a.(55) + 27) land 0x3FFF;
  a.(42) <- (a.(62) + 28) land 0x3FFF;
  a.(55) <- (a.(5) + 29) land 0x3FFF;
  a.(4) <- (a.(12) + 30) land 0x3FFF;
  a.(17) <- (a.(19) + 31) land 0x3FFF;
  a.(30) <- (a.(26) + 32) land 0x3FFF;
  a.(43) <- (a.(33) + 33) land 0x3FFF;
  a.(56) <- (a.(40) + 34) land 0x3FFF;
  a.(5) <- (a.(47) + 35) land 0x3FFF;
  a.(18) <- (a.(54) + 36) land 0x3FFF;
  a.(31) <- (a.(61) + 37) land 0x3FFF;
  a.(44) <- (a.(4) + 38) land 0x3FFF;
  a.(57) <- (a.(11) + 39) land 0x3FFF;
  a.(6) <- (a.(18) + 40) land 0x3FFF;
  a.(19) <- (a.(25) + 41) land 0x3FFF;
  a.(32) <- (a.(32) + 42) land 0x3FFF;
  a.(45) <- (a.(39) + 43) land 0x3FFF;
  a.(58) <- (a.(46) + 44) land 0x3FFF;
  a.(7) <- (a.(53) + 45) land 0x3FFF;
  a.(20) <- (a.(60) + 46) land 0x3FFF;
  a.(33) <- (a.(3) + 47) land 0x3FFF;
  a.(46) <- (a.(10) + 48) land 0x3FFF;
  a.(59) <- (a.(17) + 49) land 0x3FFF;
  a

let expression x y =
  (x * 0) + y + 2 + (x * 3) + y + 5 + (x * 6) + y + 8 + (x * 9) + y + 11 + (x * 2) + y + 14 + (x * 5) + y +
  17 + (x * 8) + y + 20 + (x * 1) + y + 23 + (x * 4) + y + 26 + (x * 7) + y + 29 + (x * 0) + y + 32 +
  (x * 3) + y + 35 + (x * 6) + y + 38 + (x * 9) + y + 41 + (x * 2) + y + 44 + (x * 5) + y + 47 + (x * 8) +
  y + 50 + (x * 1) + y + 53 + (x * 4) + y + 56 + (x * 7) + y + 59 + (x * 0) + y + 62 + (x * 3) + y + 65 +
  (x * 6) + y + 68 + (x * 9) + y + 71 + (x * 2) + y + 74 + (x * 5) + y + 77 + (x * 8) + y + 80 + (x * 1) +
  y + 83 + (x * 4) + y + 86 + (x * 7) + y + 89 + (x * 0) + y + 92 + (x * 3) + y + 95 + (x * 6) + y + 98 +
  (x * 9) + y + 101 + (x * 2) + y + 104 + (x * 5) + y + 107 + (x * 8) + y + 110 + (x * 1) + y + 113 +
  (x * 4) + y + 116 + (x * 7) + y + 119 + (x * 0) + y + 122 + (x * 3) + y + 125 + (x * 6) + y + 128 +
  (x * 9) + y + 131 + (x * 2) + y + 134 + (x * 5) + y + 137 + (x * 8) + y + 140 + (x * 1) + y + 143 +
  (x * 4) + y + 146 + (x * 7) + y + 149 + (x * 0) + y + 152 + (x * 3) + y + 155 + (x * 6) + y + 158 +
  (x * 9) + y + 161 + (x * 2) + y + 164 + (x * 5) + y + 167 + (x * 8) + y + 170 + (x * 1) + y + 173 +
  (x * 4) + y + 176 + (x * 7) + y + 179 + (x * 0) + y + 182 + (x * 3) + y + 185 + (x * 6) + y + 188 +
  (x * 9) + y + 191 + (x * 2) + y + 194 + (x * 5) + y + 197 + (x * 8) + y + 200 + (x * 1) + y + 203 +
  (x * 4) + y + 206 + (x * 7) + y + 209 + (x * 0) + y + 212 + (x * 3) + y + 215 + (x * 6) + y + 218 +
  (x * 9) + y + 221 + (x * 2) + y + 224 + (x * 5) + y + 227 + (x * 8) + y + 230 + (x * 1) + y + 233 +
  (x * 4) + y + 236 + (x * 7) + y + 239 + (x * 0) + y + 242 + (x * 3) + y + 245 + (x * 6) + y + 248 +
  (x * 9) + y + 251 + (x * 2) + y + 254 + (x * 5) + y + 257 + (x * 8) + y + 260 + (x * 1) + y + 263 +
  (x * 4) + y + 266 + (x * 7) + y + 269 + (x * 0) + y + 272 + (x * 3) + y + 275 + (x * 6) + y + 278 +
  (x * 9) + y + 281 + (x * 2) + y + 284 + (x * 5) + y + 287 + (x * 8) + y + 290 + (x * 1) + y + 293 +
  (x * 4) + y + 296 + (x * 7) + y + 299 + (x * 0) + y + 302 + (x * 3) + y + 305 + (x * 6) + y + 308 +
  (x * 9) + y + 311 + (x * 2) + y + 314 + (x * 5) + y + 317 + (x * 8) + y + 320 + (x * 1) + y + 323 +
  (x * 4) + y + 326 + (x * 7) + y + 329 + (x * 0) + y + 332 + (x * 3) + y + 335 + (x * 6) + y + 338 +
  (x * 9) + y + 341 + (x * 2) + y + 344 + (x * 5) + y + 347 + (x * 8) + y + 350 + (x * 1) + y + 353 +
  (x * 4) + y + 356 + (x * 7) + y + 359 + (x * 0) + y + 362 + (x * 3) + y + 365 + (x * 6) + y + 368 +
  (x * 9) + y + 371 + (x * 2) + y + 374 + (x * 5) + y + 377 + (x * 8) + y + 380 + (x * 1) + y + 383 +
  (x * 4) + y + 386 + (x * 7) + y + 389 + (x * 0) + y + 392 + (x * 3) + y + 395 + (x * 6) + y + 398 +
  (x * 9) + y + 401 + (x * 2) + y + 404 + (x * 5) + y + 407 + (x * 8) + y + 410 + (x * 1) + y + 413 +
  (x * 4) + y + 416 + (x * 7) + y + 419 + (x * 0) + y + 422 + (x * 3) + y + 425 + (x * 6) + y + 428 +
  (x * 9) + y + 431 + (x * 2) + y + 434 + (x * 5) + y + 437 + (x * 8) + y + 440 + (x * 1) + y + 443 +
  (x * 4) + y + 446 + (x * 7) + y + 449 + (x * 0) + y + 452 + (x * 3) + y + 455 + (x * 6) + y + 458 +
  (x * 9) + y + 461 + (x * 2) + y + 464 + (x * 5) + y + 467 + (x * 8) + y + 470 + (x * 1) + y + 473 +
  (x * 4) + y + 476 + (x * 7) + y + 479 + (x * 0) + y + 482 + (x * 3) + y + 485 + (x * 6) + y + 488 +
  (x * 9) + y + 491 + (x * 2) + y + 494 + (x * 5) + y + 497 + (x * 8) + y + 500 + (x * 1) + y + 503 +
  (x * 4) + y + 506 + (x * 7) + y + 509 + (x * 0) + y + 512 + (x * 3) + y + 515 + (x * 6) + y + 518 +
  (x * 9) + y + 521 + (x * 2) + y + 524 + (x * 5) + y + 527 + (x * 8) + y + 530 + (x * 1) + y + 533 +
  (x * 4) + y + 536 + (x * 7) + y + 539 + (x * 0) + y + 542 + (x * 3) + y + 545 + (x * 6) + y + 548 +
  (x * 9) + y + 551 + (x * 2) + y + 554 + (x * 5) + y + 557 + (x * 8) + y + 560 + (x * 1) + y + 563 +
  (x * 4) + y + 566 + (x * 7) + y + 569 + (x * 0) + y + 572 + (x * 3) + y + 575 + (x * 6) + y + 578 +
  (x * 9) + y + 581 + (x * 2) + y + 584 + (x * 5) + y + 587 + (x * 8) + y + 590 + (x * 1) + y + 593 +
  (x * 4) + y + 596 + (x * 7) + y + 599 + (x * 0) + y + 602 + (x * 3) + y + 605 + (x * 6) + y + 608 +
  (x * 9) + y + 611 + (x * 2) + y + 614 + (x * 5) + y + 617 + (x * 8) + y + 620 + (x * 1) + y + 623 +
  (x * 4) + y + 626 + (x * 7) + y + 629 + (x * 0) + y + 632 + (x * 3) + y + 635 + (x * 6) + y + 638 +
  (x * 9) + y + 641 + (x * 2) + y + 644 + (x * 5) + y + 647 + (x * 8) + y + 650 + (x * 1) + y + 653 +
  (x * 4) + y + 656 + (x * 7) + y + 659 + (x * 0) + y + 662 + (x * 3) + y + 665 + (x * 6) + y + 668 +
  (x * 9) + y + 671 + (x * 2) + y + 674 + (x * 5) + y + 677 + (x * 8) + y + 680 + (x * 1) + y + 683 +
  (x * 4) + y + 686 + (x * 7) + y + 689 + (x * 0) + y + 692 + (x * 3) + y + 695 + (x * 6) + y + 698 +
  (x * 9) + y + 701 + (x * 2) + y + 704 + (x * 5) + y + 707 + (x * 8) + y + 710 + (x * 1) + y + 713 +
  (x * 4) + y + 716 + (x * 7) + y + 719 + (x * 0) + y + 722 + (x * 3) + y + 725 + (x * 6) + y + 728 +
  (x * 9) + y + 731 + (x * 2) + y + 734 + (x * 5) + y + 737 + (x * 8) + y + 740 + (x * 1) + y + 743 +
  (x * 4) + y + 746 + (x * 7) + y + 749 + (x * 0) + y + 752 + (x * 3) + y + 755 + (x * 6) + y + 758 +
  (x * 9) + y + 761 + (x * 2) + y + 764 + (x * 5) + y + 767 + (x * 8) + y + 770 + (x * 1) + y + 773 +
  (x * 4) + y + 776 + (x * 7) + y + 779 + (x * 0) + y + 782 + (x * 3) + y + 785 + (x * 6) + y + 788 +
  (x * 9) + y + 791 + (x * 2) + y + 794 + (x * 5) + y + 797 + (x * 8) + y +
  0

let () =
  List.iter (fun n -> let a, b, c = lets n in Printf.printf "%d %d %d\n" a b c) [0; 1; 100; 65535];
  let a = statements (Array.init 64 (fun i -> i)) in
  Printf.printf "%d %d %d\n" a.(0) a.(63) (Array.fold_left ( + ) 0 a);
  Printf.printf "%d %d\n" (expression 1 2) (expression (-5) 100);
  Printf.printf "%B\n" (lets 5 = lets 5)
