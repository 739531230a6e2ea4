open Ir

(* Values of a unit's main code are named by items: that code stays as it is. *)
let is_subject f = (not f.dead) && f.fkind <> Unit_main

let loop_and_simplify_functions program ~traces =
  for id = 0 to program.functions.size - 1 do
    let f = program.functions.data.(id) in
    if is_subject f then begin
      Tail_loops.loop_self_tail_calls f id ~traces ~modulo_cons:(not program.backtraces);
      Concats.join_strings program f;
      Simplify.simplify f Simplify.no_names
    end
  done

let rec remove_params program rounds =
  let changed = if rounds = 0 then Vec.create () else Params.remove_unused_params program in
  if changed.size > 0 then begin
    for i = 0 to changed.size - 1 do
      let f = program.functions.data.(changed.data.(i)) in
      if f.fkind <> Unit_main then Simplify.remove_dead_values f Simplify.no_names
    done;
    remove_params program (rounds - 1)
  end

let optimize program level ~traces =
  if level >= 2 then begin
    Flow.analyse_flow program;
    Lift.lift_closures program
  end;
  Reach.remove_unreachable program;
  if level >= 1 then loop_and_simplify_functions program ~traces;
  if level >= 2 && not program.backtraces then begin
    Inline.inline_calls program ~traces;
    Lift.lift_closures program
  end;
  (* At every level: try bodies take the whole stack as parameters, and would run
     out of Lua's registers. *)
  remove_params program 4;
  Reach.remove_unreachable program;
  if level >= 2 && not program.backtraces then Raises.return_exceptions program;
  Depth.analyse_depth program
