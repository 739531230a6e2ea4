let build image primitives ~allocations =
  let builder = Build.create image primitives ~allocations in
  Build.build_mains builder;
  let program = Build.program builder in
  for u = 0 to Vec.length program.units - 1 do
    Simplify.simplify (Vec.get program.functions (Vec.get program.units u).main) Simplify.no_names
  done;
  let statics = Statics.create program in
  let prepare id =
    Build.build_closure builder id;
    let f = Vec.get program.functions id in
    if f.fkind <> Unit_main then begin
      Simplify.simplify f Simplify.no_names;
      Compact.compact f
    end;
    Statics.visit statics id
  in
  Reach.remove_unreachable program ~prepare;
  program

let build_program image primitives =
  let program = build image primitives ~allocations:false in
  (* Once more, and nothing of what it allocates is left out. *)
  if program.asks_for_allocations then build image primitives ~allocations:true else program
