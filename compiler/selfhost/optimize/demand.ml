let build_program image primitives =
  let builder = Build.create image primitives in
  Build.build_mains builder;
  let program = Build.program builder in
  for u = 0 to Vec.length program.units - 1 do
    Simplify.simplify (Vec.get program.functions (Vec.get program.units u).main) Simplify.no_names
  done;
  let statics = Statics.create program in
  let prepare id =
    Build.build_closure builder id;
    let f = Vec.get program.functions id in
    if f.fkind <> Unit_main then Simplify.simplify f Simplify.no_names;
    Statics.visit statics id
  in
  Reach.remove_unreachable program ~prepare;
  program
