(* Format: every kind of box, breaks, indentation, margins, tabulation, forced
   newlines, semantic tags off and on, ellipsis at max boxes. *)

open Format

let words n = List.init n (fun i -> String.make ((i * 7 mod 5) + 1) (Char.chr (97 + (i mod 26))))

let rec spaced ppf = function
  | [] -> ()
  | [w] -> pp_print_string ppf w
  | w :: rest -> fprintf ppf "%s@ %a" w spaced rest

type tree = Tree of string * tree list
let rec pp_tree ppf (Tree (n, kids)) =
  match kids with
  | [] -> fprintf ppf "%s" n
  | _ -> fprintf ppf "@[<hv 2>%s(%a)@]" n (pp_print_list ~pp_sep:(fun ppf () -> fprintf ppf ",@ ") pp_tree) kids

type expr = Int of int | Var of string | Let of string * expr * expr | If of expr * expr * expr | App of expr * expr list
let rec pp ppf = function
  | Int n -> pp_print_int ppf n
  | Var x -> pp_print_string ppf x
  | Let (x, e, b) -> fprintf ppf "@[<v>@[<2>let %s =@ %a@]@ in@ %a@]" x pp e pp b
  | If (c, t, e) -> fprintf ppf "@[<hv>if %a@;<1 2>then %a@;<1 2>else %a@]" pp c pp t pp e
  | App (f, args) -> fprintf ppf "@[<hov 2>%a(%a)@]" pp f (pp_print_list ~pp_sep:(fun ppf () -> fprintf ppf ",@ ") pp) args

let () =
  List.iter
    (fun margin ->
      set_margin margin;
      printf "margin %d@." margin;
      printf "@[%a@]@." spaced (words 20);
      printf "@[<h>%a@]@." spaced (words 12);
      printf "@[<v 2>%a@]@." spaced (words 4);
      printf "@[<hv 3>%a@]@." spaced (words 9);
      printf "@[<hov 3>%a@]@." spaced (words 15);
      printf "@[<b 3>%a@]@." spaced (words 15))
    [20; 40];
  set_margin 30;
  let leaf s = Tree (s, []) in
  let t = Tree ("root", [Tree ("left", [leaf "alpha"; leaf "beta"]); leaf "middle"; Tree ("right", [leaf "gamma"; Tree ("delta", [leaf "x"; leaf "y"]); leaf "epsilon"])]) in
  printf "%a@." pp_tree t;
  set_margin 60;
  printf "%a@." pp_tree t;
  set_margin 24;
  let e = Let ("x", App (Var "function", [Int 1; Int 22; Int 333; Var "argument"]), If (App (Var "test", [Var "x"]), Let ("y", Int 5, Var "y"), App (Var "g", [Var "x"; App (Var "h", [Int 7; Int 8])]))) in
  printf "%a@." pp e;
  set_margin 78;
  printf "@[<v>%a@]@." pp e;
  printf "@[<v 4>a@,b@;<0 2>c@;<1 -2>d@]@.";
  printf "@[<hov 2>one@ two@\nforced@ three@]@.";
  printf "before@[<v>x@,y@]after@.";
  printf "@[<2>@[a@ b@]@,@[c@]@]%s@?" "!";
  print_newline ();
  open_box 2; print_string "open"; print_space (); print_int 5; print_cut (); print_char 'c'; print_break 3 1; print_float 1.5; close_box ();
  print_newline ();
  open_hvbox 1; print_bool true; print_break 1 0; print_string "hv"; close_box (); print_flush ();
  force_newline (); print_if_newline (); print_string "x"; print_newline ();
  open_tbox (); set_tab (); print_string "col1  "; set_tab (); print_string "col2  "; set_tab (); print_string "col3";
  print_tab (); print_string "a"; print_tab (); print_string "b"; print_tab (); print_string "c"; close_tbox (); print_newline ();
  set_max_boxes 4;
  printf "@[1@[2@[3@[4@[5@]@]@]@]@]@.";
  set_max_boxes 1000;
  set_mark_tags true;
  printf "@{<bold>tagged@} plain@.";
  set_mark_tags false;
  printf "@{<bold>tagged@} off@.";
  set_margin 20;
  set_max_indent 6;
  printf "@[<v 4>a@ @[<v 4>b@ @[<v 4>c@ d@]@]@]@.";
  printf "%s %d@\n%a@." "end" 1 (pp_print_option pp_print_int) (Some 3)
