(* uses unix: files, directories, descriptors and times, as far as Lua reaches *)
open Unix

let show fmt = Printf.printf (fmt ^^ "\n")

let attempt name f =
  match f () with
  | () -> show "%s: done" name
  | exception Unix_error (code, f, arg) -> show "%s: %s (%s %s)" name (error_message code) f (Filename.basename arg |> fun name -> if String.length name > 4 && String.sub name 0 4 = "unix" then "unix" else name)

let () =
  let dir = Filename.temp_file "unix" "" in
  Sys.remove dir;
  mkdir dir 0o755;
  attempt "mkdir again" (fun () -> mkdir dir 0o755);
  let file = Filename.concat dir "file" in
  let fd = openfile file [ O_RDWR; O_CREAT; O_TRUNC ] 0o644 in
  show "%d" (write_substring fd "hello, unix" 0 11);
  show "%d" (lseek fd 7 SEEK_SET);
  let buffer = Bytes.make 10 '.' in
  let n = read fd buffer 2 8 in
  show "%d %s" n (Bytes.to_string buffer);
  show "%d" (read fd buffer 0 5);
  close fd;
  attempt "close again" (fun () -> close fd);
  let s = stat file in
  show "%b %d %o" (s.st_kind = S_REG) s.st_size s.st_perm;
  show "%b" ((stat dir).st_kind = S_DIR);
  attempt "stat" (fun () -> ignore (stat (file ^ "x")));
  attempt "access" (fun () -> access file [ F_OK; R_OK ]);
  attempt "access of nothing" (fun () -> access (file ^ "x") [ F_OK ]);
  rename file (file ^ "2");
  let handle = opendir dir in
  let rec names acc = match readdir handle with name -> names (name :: acc) | exception End_of_file -> List.sort compare acc in
  show "%s" (String.concat " " (names []));
  closedir handle;
  attempt "rmdir" (fun () -> rmdir dir);
  let out = out_channel_of_descr (openfile (file ^ "2") [ O_WRONLY; O_APPEND ] 0) in
  output_string out "!\n";
  close_out out;
  let input = in_channel_of_descr (openfile (file ^ "2") [ O_RDONLY ] 0) in
  show "%s" (input_line input);
  close_in input;
  let here = getcwd () in
  chdir dir;
  show "%b" (Sys.file_exists "file2");
  chdir here;
  unlink (file ^ "2");
  attempt "unlink again" (fun () -> unlink (file ^ "2"));
  rmdir dir;
  show "%b %b" (getpid () > 1) (gettimeofday () -. time () < 2.);
  let tm = gmtime 86400. in
  show "%d-%02d-%02d %d" (tm.tm_year + 1900) (tm.tm_mon + 1) tm.tm_mday tm.tm_wday;
  let t, tm = mktime { tm with tm_mday = 33; tm_hour = 12 } in
  show "%b %d %d" (t > 86400.) tm.tm_mon tm.tm_mday;
  sleepf 0.01;
  show "%b" (Array.exists (fun entry -> String.length entry > 5 && String.sub entry 0 5 = "PATH=") (environment ()));
  for code = 0 to 67 do show "%s" (error_message (Obj.magic code : error)) done;
  show "%s" (error_message (EUNKNOWNERR 12345));
  attempt "opendir" (fun () -> ignore (opendir "/nowhere/at/all"));
  show "%b" (isatty (openfile "/dev/null" [ O_RDONLY ] 0))
