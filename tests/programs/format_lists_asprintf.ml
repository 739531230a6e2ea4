(* Format: asprintf, pp_print_list and friends, sprintf, kasprintf, formatters
   of buffers and of functions, symbolic output, text with newlines. *)

let pp_int = Format.pp_print_int
let comma ppf () = Format.fprintf ppf ",@ "
let pp_list pp ppf l = Format.fprintf ppf "@[<hov 1>[%a]@]" (Format.pp_print_list ~pp_sep:comma pp) l

type json = Null | Bool of bool | Num of int | Str of string | Arr of json list | Obj of (string * json) list

let rec pp_json ppf = function
  | Null -> Format.pp_print_string ppf "null"
  | Bool b -> Format.pp_print_bool ppf b
  | Num n -> pp_int ppf n
  | Str s -> Format.fprintf ppf "%S" s
  | Arr l -> Format.fprintf ppf "@[<hv 2>[@,%a@;<0 -2>]@]" (Format.pp_print_list ~pp_sep:(fun ppf () -> Format.fprintf ppf ",@ ") pp_json) l
  | Obj l ->
    let field ppf (k, v) = Format.fprintf ppf "@[<hov 2>%S:@ %a@]" k pp_json v in
    Format.fprintf ppf "@[<hv 2>{@,%a@;<0 -2>}@]" (Format.pp_print_list ~pp_sep:(fun ppf () -> Format.fprintf ppf ",@ ") field) l

let () =
  print_endline (Format.asprintf "%a" (pp_list pp_int) [1; 2; 3]);
  print_endline (Format.asprintf "%a" (pp_list pp_int) (List.init 60 (fun i -> i * i)));
  print_endline (Format.asprintf "%a|%a" (pp_list pp_int) [] (Format.pp_print_list pp_int) [1]);
  print_endline (Format.asprintf "@[<v>%a@]" (Format.pp_print_list Format.pp_print_string) ["one"; "two"; "three"]);
  print_endline (Format.asprintf "%a %a" (Format.pp_print_option pp_int) (Some 5) (Format.pp_print_option ~none:(fun ppf () -> Format.fprintf ppf "nothing") pp_int) None);
  print_endline
    (Format.asprintf "%a %a"
       (Format.pp_print_result ~ok:pp_int ~error:Format.pp_print_string) (Ok 1)
       (Format.pp_print_result ~ok:pp_int ~error:Format.pp_print_string) (Error "bad"));
  print_endline (Format.asprintf "%a" (Format.pp_print_seq ~pp_sep:comma pp_int) (List.to_seq [7; 8; 9]));
  print_endline (Format.asprintf "%a" (Format.pp_print_either ~left:pp_int ~right:Format.pp_print_string) (Either.Right "r"));
  print_endline (Format.sprintf "%d-%s-%5.2f-%c-%b" 1 "two" 3.25 '4' true);
  print_endline (Format.asprintf "%5d|%-5d|%05d|%x|%S|%C" 42 42 42 255 "q\"" '\n');
  let doc = Obj [("name", Str "box"); ("sizes", Arr [Num 1; Num 22; Num 333]); ("empty", Arr []);
                 ("nested", Obj [("deep", Arr [Null; Bool true; Obj [("k", Str "a rather long string value here")]]); ("n", Num (-1))])] in
  print_endline (Format.asprintf "%a" pp_json doc);
  let wide = Buffer.create 100 in
  let ppf = Format.formatter_of_buffer wide in
  Format.pp_set_margin ppf 200;
  Format.fprintf ppf "%a@." pp_json doc;
  print_string (Buffer.contents wide);
  Buffer.clear wide;
  Format.pp_set_margin ppf 30;
  Format.fprintf ppf "%a@." pp_json doc;
  print_string (Buffer.contents wide);
  Format.kasprintf (fun s -> Printf.printf "kasprintf <%s>\n" s) "%d@ %d" 1 2;
  Format.kfprintf (fun ppf -> Format.fprintf ppf " done@.") Format.std_formatter "%s" "kfprintf";
  let written = ref [] in
  let fn = Format.make_formatter (fun s p n -> written := String.sub s p n :: !written) (fun () -> written := "FLUSH" :: !written) in
  Format.fprintf fn "@[<v>a@,b@]@?";
  Format.fprintf fn "c@.";
  print_endline (String.concat "" (List.rev_map (Printf.sprintf "%S;") !written));
  Format.printf "%a@." Format.pp_print_text "text with spaces\nand newlines that is long enough to be broken at the right margin of the page";
  Format.printf "@[<v>%a@]@." (fun ppf -> List.iter (fun (k, v) -> Format.fprintf ppf "%-6s = %4d@," k v)) [("a", 1); ("bb", 22)];
  let depth = ref 0 in
  let rec nest ppf n = incr depth; if n > 0 then Format.fprintf ppf "(@[%a@])" nest (n - 1) else Format.fprintf ppf "core" in
  Format.printf "%a %d@." nest 5 !depth;
  Format.printf "%t %t@." (fun ppf -> Format.fprintf ppf "t1") (fun ppf -> pp_int ppf 2);
  let ppf = Format.formatter_of_out_channel stdout in
  Format.fprintf ppf "@[<hv>%s@;%s@]@." "channel" "formatter"
