(* 90 `try` one after the other in a function of 150 variables: what each needs
   for itself must not add up to more than 200 locals. *)

exception Stop of int

let step x y =
  if (x + y) mod 7 = 3 then raise (Stop y);
  if (x + y) mod 5 = 2 then raise Not_found;
  ((x * 3) + y) land 0xFFFF

let all seed =
  let x0 = (seed * 0) land 255 in
  let x1 = (seed * 1) land 255 in
  let x2 = (seed * 2) land 255 in
  let x3 = (seed * 3) land 255 in
  let x4 = (seed * 4) land 255 in
  let x5 = (seed * 5) land 255 in
  let x6 = (seed * 6) land 255 in
  let x7 = (seed * 7) land 255 in
  let x8 = (seed * 8) land 255 in
  let x9 = (seed * 9) land 255 in
  let x10 = (seed * 10) land 255 in
  let x11 = (seed * 11) land 255 in
  let x12 = (seed * 12) land 255 in
  let x13 = (seed * 13) land 255 in
  let x14 = (seed * 14) land 255 in
  let x15 = (seed * 15) land 255 in
  let x16 = (seed * 16) land 255 in
  let x17 = (seed * 17) land 255 in
  let x18 = (seed * 18) land 255 in
  let x19 = (seed * 19) land 255 in
  let x20 = (seed * 20) land 255 in
  let x21 = (seed * 21) land 255 in
  let x22 = (seed * 22) land 255 in
  let x23 = (seed * 23) land 255 in
  let x24 = (seed * 24) land 255 in
  let x25 = (seed * 25) land 255 in
  let x26 = (seed * 26) land 255 in
  let x27 = (seed * 27) land 255 in
  let x28 = (seed * 28) land 255 in
  let x29 = (seed * 29) land 255 in
  let x30 = (seed * 30) land 255 in
  let x31 = (seed * 31) land 255 in
  let x32 = (seed * 32) land 255 in
  let x33 = (seed * 33) land 255 in
  let x34 = (seed * 34) land 255 in
  let x35 = (seed * 35) land 255 in
  let x36 = (seed * 36) land 255 in
  let x37 = (seed * 37) land 255 in
  let x38 = (seed * 38) land 255 in
  let x39 = (seed * 39) land 255 in
  let x40 = (seed * 40) land 255 in
  let x41 = (seed * 41) land 255 in
  let x42 = (seed * 42) land 255 in
  let x43 = (seed * 43) land 255 in
  let x44 = (seed * 44) land 255 in
  let x45 = (seed * 45) land 255 in
  let x46 = (seed * 46) land 255 in
  let x47 = (seed * 47) land 255 in
  let x48 = (seed * 48) land 255 in
  let x49 = (seed * 49) land 255 in
  let x50 = (seed * 50) land 255 in
  let x51 = (seed * 51) land 255 in
  let x52 = (seed * 52) land 255 in
  let x53 = (seed * 53) land 255 in
  let x54 = (seed * 54) land 255 in
  let x55 = (seed * 55) land 255 in
  let x56 = (seed * 56) land 255 in
  let x57 = (seed * 57) land 255 in
  let x58 = (seed * 58) land 255 in
  let x59 = (seed * 59) land 255 in
  let t0 = try step x0 1 with Stop n -> n + x0 | Not_found -> 0 in
  let t1 = try step x1 t0 with Stop n -> n + x0 | Not_found -> 1 in
  let t2 = try step x2 t1 with Stop n -> n + x1 | Not_found -> 2 in
  let t3 = try step x3 t2 with Stop n -> n + x1 | Not_found -> 3 in
  let t4 = try step x4 t3 with Stop n -> n + x2 | Not_found -> 4 in
  let t5 = try step x5 t4 with Stop n -> n + x2 | Not_found -> 5 in
  let t6 = try step x6 t5 with Stop n -> n + x3 | Not_found -> 6 in
  let t7 = try step x7 t6 with Stop n -> n + x3 | Not_found -> 7 in
  let t8 = try step x8 t7 with Stop n -> n + x4 | Not_found -> 8 in
  let t9 = try step x9 t8 with Stop n -> n + x4 | Not_found -> 9 in
  let t10 = try step x10 t9 with Stop n -> n + x5 | Not_found -> 10 in
  let t11 = try step x11 t10 with Stop n -> n + x5 | Not_found -> 11 in
  let t12 = try step x12 t11 with Stop n -> n + x6 | Not_found -> 12 in
  let t13 = try step x13 t12 with Stop n -> n + x6 | Not_found -> 13 in
  let t14 = try step x14 t13 with Stop n -> n + x7 | Not_found -> 14 in
  let t15 = try step x15 t14 with Stop n -> n + x7 | Not_found -> 15 in
  let t16 = try step x16 t15 with Stop n -> n + x8 | Not_found -> 16 in
  let t17 = try step x17 t16 with Stop n -> n + x8 | Not_found -> 17 in
  let t18 = try step x18 t17 with Stop n -> n + x9 | Not_found -> 18 in
  let t19 = try step x19 t18 with Stop n -> n + x9 | Not_found -> 19 in
  let t20 = try step x20 t19 with Stop n -> n + x10 | Not_found -> 20 in
  let t21 = try step x21 t20 with Stop n -> n + x10 | Not_found -> 21 in
  let t22 = try step x22 t21 with Stop n -> n + x11 | Not_found -> 22 in
  let t23 = try step x23 t22 with Stop n -> n + x11 | Not_found -> 23 in
  let t24 = try step x24 t23 with Stop n -> n + x12 | Not_found -> 24 in
  let t25 = try step x25 t24 with Stop n -> n + x12 | Not_found -> 25 in
  let t26 = try step x26 t25 with Stop n -> n + x13 | Not_found -> 26 in
  let t27 = try step x27 t26 with Stop n -> n + x13 | Not_found -> 27 in
  let t28 = try step x28 t27 with Stop n -> n + x14 | Not_found -> 28 in
  let t29 = try step x29 t28 with Stop n -> n + x14 | Not_found -> 29 in
  let t30 = try step x30 t29 with Stop n -> n + x15 | Not_found -> 30 in
  let t31 = try step x31 t30 with Stop n -> n + x15 | Not_found -> 31 in
  let t32 = try step x32 t31 with Stop n -> n + x16 | Not_found -> 32 in
  let t33 = try step x33 t32 with Stop n -> n + x16 | Not_found -> 33 in
  let t34 = try step x34 t33 with Stop n -> n + x17 | Not_found -> 34 in
  let t35 = try step x35 t34 with Stop n -> n + x17 | Not_found -> 35 in
  let t36 = try step x36 t35 with Stop n -> n + x18 | Not_found -> 36 in
  let t37 = try step x37 t36 with Stop n -> n + x18 | Not_found -> 37 in
  let t38 = try step x38 t37 with Stop n -> n + x19 | Not_found -> 38 in
  let t39 = try step x39 t38 with Stop n -> n + x19 | Not_found -> 39 in
  let t40 = try step x40 t39 with Stop n -> n + x20 | Not_found -> 40 in
  let t41 = try step x41 t40 with Stop n -> n + x20 | Not_found -> 41 in
  let t42 = try step x42 t41 with Stop n -> n + x21 | Not_found -> 42 in
  let t43 = try step x43 t42 with Stop n -> n + x21 | Not_found -> 43 in
  let t44 = try step x44 t43 with Stop n -> n + x22 | Not_found -> 44 in
  let t45 = try step x45 t44 with Stop n -> n + x22 | Not_found -> 45 in
  let t46 = try step x46 t45 with Stop n -> n + x23 | Not_found -> 46 in
  let t47 = try step x47 t46 with Stop n -> n + x23 | Not_found -> 47 in
  let t48 = try step x48 t47 with Stop n -> n + x24 | Not_found -> 48 in
  let t49 = try step x49 t48 with Stop n -> n + x24 | Not_found -> 49 in
  let t50 = try step x50 t49 with Stop n -> n + x25 | Not_found -> 50 in
  let t51 = try step x51 t50 with Stop n -> n + x25 | Not_found -> 51 in
  let t52 = try step x52 t51 with Stop n -> n + x26 | Not_found -> 52 in
  let t53 = try step x53 t52 with Stop n -> n + x26 | Not_found -> 53 in
  let t54 = try step x54 t53 with Stop n -> n + x27 | Not_found -> 54 in
  let t55 = try step x55 t54 with Stop n -> n + x27 | Not_found -> 55 in
  let t56 = try step x56 t55 with Stop n -> n + x28 | Not_found -> 56 in
  let t57 = try step x57 t56 with Stop n -> n + x28 | Not_found -> 57 in
  let t58 = try step x58 t57 with Stop n -> n + x29 | Not_found -> 58 in
  let t59 = try step x59 t58 with Stop n -> n + x29 | Not_found -> 59 in
  let t60 = try step x0 t59 with Stop n -> n + x30 | Not_found -> 60 in
  let t61 = try step x1 t60 with Stop n -> n + x30 | Not_found -> 61 in
  let t62 = try step x2 t61 with Stop n -> n + x31 | Not_found -> 62 in
  let t63 = try step x3 t62 with Stop n -> n + x31 | Not_found -> 63 in
  let t64 = try step x4 t63 with Stop n -> n + x32 | Not_found -> 64 in
  let t65 = try step x5 t64 with Stop n -> n + x32 | Not_found -> 65 in
  let t66 = try step x6 t65 with Stop n -> n + x33 | Not_found -> 66 in
  let t67 = try step x7 t66 with Stop n -> n + x33 | Not_found -> 67 in
  let t68 = try step x8 t67 with Stop n -> n + x34 | Not_found -> 68 in
  let t69 = try step x9 t68 with Stop n -> n + x34 | Not_found -> 69 in
  let t70 = try step x10 t69 with Stop n -> n + x35 | Not_found -> 70 in
  let t71 = try step x11 t70 with Stop n -> n + x35 | Not_found -> 71 in
  let t72 = try step x12 t71 with Stop n -> n + x36 | Not_found -> 72 in
  let t73 = try step x13 t72 with Stop n -> n + x36 | Not_found -> 73 in
  let t74 = try step x14 t73 with Stop n -> n + x37 | Not_found -> 74 in
  let t75 = try step x15 t74 with Stop n -> n + x37 | Not_found -> 75 in
  let t76 = try step x16 t75 with Stop n -> n + x38 | Not_found -> 76 in
  let t77 = try step x17 t76 with Stop n -> n + x38 | Not_found -> 77 in
  let t78 = try step x18 t77 with Stop n -> n + x39 | Not_found -> 78 in
  let t79 = try step x19 t78 with Stop n -> n + x39 | Not_found -> 79 in
  let t80 = try step x20 t79 with Stop n -> n + x40 | Not_found -> 80 in
  let t81 = try step x21 t80 with Stop n -> n + x40 | Not_found -> 81 in
  let t82 = try step x22 t81 with Stop n -> n + x41 | Not_found -> 82 in
  let t83 = try step x23 t82 with Stop n -> n + x41 | Not_found -> 83 in
  let t84 = try step x24 t83 with Stop n -> n + x42 | Not_found -> 84 in
  let t85 = try step x25 t84 with Stop n -> n + x42 | Not_found -> 85 in
  let t86 = try step x26 t85 with Stop n -> n + x43 | Not_found -> 86 in
  let t87 = try step x27 t86 with Stop n -> n + x43 | Not_found -> 87 in
  let t88 = try step x28 t87 with Stop n -> n + x44 | Not_found -> 88 in
  let t89 = try step x29 t88 with Stop n -> n + x44 | Not_found -> 89 in
  x0 + x1 + x2 + x3 + x4 + x5 + x6 + x7 + x8 + x9 + x10 + x11 + x12 + x13 + x14
  + x15 + x16 + x17 + x18 + x19 + x20 + x21 + x22 + x23 + x24 + x25 + x26 + x27 + x28 + x29
  + x30 + x31 + x32 + x33 + x34 + x35 + x36 + x37 + x38 + x39 + x40 + x41 + x42 + x43 + x44
  + x45 + x46 + x47 + x48 + x49 + x50 + x51 + x52 + x53 + x54 + x55 + x56 + x57 + x58 + x59
  + t0 + t1 + t2 + t3 + t4 + t5 + t6 + t7 + t8 + t9 + t10 + t11 + t12 + t13 + t14
  + t15 + t16 + t17 + t18 + t19 + t20 + t21 + t22 + t23 + t24 + t25 + t26 + t27 + t28 + t29
  + t30 + t31 + t32 + t33 + t34 + t35 + t36 + t37 + t38 + t39 + t40 + t41 + t42 + t43 + t44
  + t45 + t46 + t47 + t48 + t49 + t50 + t51 + t52 + t53 + t54 + t55 + t56 + t57 + t58 + t59
  + t60 + t61 + t62 + t63 + t64 + t65 + t66 + t67 + t68 + t69 + t70 + t71 + t72 + t73 + t74
  + t75 + t76 + t77 + t78 + t79 + t80 + t81 + t82 + t83 + t84 + t85 + t86 + t87 + t88 + t89

let () =
  for seed = 1 to 5 do
    print_int (all seed);
    print_newline ()
  done
