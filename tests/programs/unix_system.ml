(* uses unix: links, permissions, users, processes, addresses, as far as Lua reaches *)
open Unix

let show fmt = Printf.printf (fmt ^^ "\n")

let attempt name f =
  match f () with
  | () -> show "%s: done" name
  | exception Unix_error (code, f, arg) -> show "%s: %s (%s %s)" name (error_message code) f (Filename.basename arg)
  | exception Not_found -> show "%s: Not_found" name

let () =
  let dir = Filename.temp_file "unix" "" in
  Sys.remove dir;
  mkdir dir 0o755;
  let path name = Filename.concat dir name in
  let out = open_out (path "file") in
  output_string out "some text";
  close_out out;
  chmod (path "file") 0o640;
  show "%o" (stat (path "file")).st_perm;
  truncate (path "file") 4;
  show "%d %Ld" (stat (path "file")).st_size (LargeFile.stat (path "file")).LargeFile.st_size;
  attempt "truncate nothing" (fun () -> truncate (path "none") 4);
  show "%b" (Sys.file_exists (path "none"));
  attempt "chmod nothing" (fun () -> chmod (path "none") 0o600);
  link (path "file") (path "hard");
  show "%d" (stat (path "file")).st_nlink;
  attempt "link again" (fun () -> link (path "file") (path "hard"));
  symlink "file" (path "soft");
  show "%s %b %b" (readlink (path "soft")) (has_symlink ())
    ((lstat (path "soft")).st_kind = S_LNK && (stat (path "soft")).st_kind = S_REG);
  attempt "readlink of a file" (fun () -> ignore (readlink (path "file")));
  attempt "readlink of nothing" (fun () -> ignore (readlink (path "none")));
  attempt "symlink again" (fun () -> symlink "file" (path "soft"));
  utimes (path "file") 1000000. 2000000.;
  show "%.0f %.0f" (stat (path "file")).st_atime (stat (path "file")).st_mtime;
  attempt "utimes of nothing" (fun () -> utimes (path "none") 1. 2.);
  chown (path "file") (-1) (getgid ());
  mkfifo (path "fifo") 0o600;
  show "%b" ((stat (path "fifo")).st_kind = S_FIFO);
  List.iter (fun name -> unlink (path name)) [ "file"; "hard"; "soft"; "fifo" ];
  rmdir dir;
  show "%b %b" (getuid () = geteuid ()) (getgid () = getegid ());
  show "%s" (String.concat " " (List.map string_of_int (Array.to_list (getgroups ()))));
  show "%b" (getppid () > 0);
  let root = getpwuid 0 in
  show "%s %d %s %s" root.pw_name root.pw_gid root.pw_dir (getpwnam "root").pw_shell;
  show "%s %d" (getgrgid 0).gr_name (getgrnam "root").gr_gid;
  attempt "getpwnam" (fun () -> ignore (getpwnam "nobody-has-this-name"));
  attempt "getgrgid" (fun () -> ignore (getgrgid 987654));
  show "%b" (String.length (gethostname ()) > 0);
  attempt "kill" (fun () -> kill 999999999 0);
  kill (getpid ()) 0;
  attempt "putenv" (fun () -> putenv "A" "B\000");
  show "%b" ((times ()).tms_utime >= 0.);
  show "%b" (select [] [] [] 0.01 = ([], [], []));
  List.iter
    (fun text ->
      match inet_addr_of_string text with
      | address -> show "%s = %s, %b" text (string_of_inet_addr address) (is_inet6_addr address)
      | exception Failure message -> show "%s: %s" text message)
    [ "127.0.0.1"; "::"; "::1"; "1::"; "fe80:0:0:0:1:0:0:2"; "1:2:3:4:5:6:7:8"; "::ffff:10.0.0.1"; "::10.0.0.1"; "::1:2";
      "1:0:0:2:0:0:0:3"; "1:2:3:4:5:6:7::"; "ABCD::00ef"; "1:2"; "1::2::3"; "::a1.2.3.4"; ":1.2.3.4"; "1:2:3:4:5:6:1.2.3.4"; "1.2.3.4::"; "1:::2"; ":1"; "12345::"; "x"; "1:2:3:4:5:6:7:8:9" ];
  show "%s %s" (string_of_inet_addr inet_addr_any) (string_of_inet_addr inet6_addr_loopback)
