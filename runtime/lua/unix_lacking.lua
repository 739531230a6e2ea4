-- What no host of Lua can do for the Unix library. A program may link all of it and never ask: so these are here, and
-- raise Invalid_argument "Unix.fork not implemented", as Unix does on a system without the call.

--: caml_unix_accept, unix_accept
local caml_unix_accept = rt_unix_lacks("accept")

--: caml_unix_alarm, unix_alarm
local caml_unix_alarm = rt_unix_lacks("alarm")

--: caml_unix_bind, unix_bind
local caml_unix_bind = rt_unix_lacks("bind")

--: caml_unix_chroot, unix_chroot
local caml_unix_chroot = rt_unix_lacks("chroot")

--: caml_unix_clear_close_on_exec, unix_clear_close_on_exec
local caml_unix_clear_close_on_exec = rt_unix_lacks("clear_close_on_exec")

--: caml_unix_clear_nonblock, unix_clear_nonblock
local caml_unix_clear_nonblock = rt_unix_lacks("clear_nonblock")

--: caml_unix_connect, unix_connect
local caml_unix_connect = rt_unix_lacks("connect")

--: caml_unix_dup2, unix_dup2
local caml_unix_dup2 = rt_unix_lacks("dup2")

--: caml_unix_execv, unix_execv
local caml_unix_execv = rt_unix_lacks("execv")

--: caml_unix_execve, unix_execve
local caml_unix_execve = rt_unix_lacks("execve")

--: caml_unix_execvp, unix_execvp
local caml_unix_execvp = rt_unix_lacks("execvp")

--: caml_unix_execvpe, unix_execvpe
local caml_unix_execvpe = rt_unix_lacks("execvpe")

--: caml_unix_fchmod, unix_fchmod
local caml_unix_fchmod = rt_unix_lacks("fchmod")

--: caml_unix_fchown, unix_fchown
local caml_unix_fchown = rt_unix_lacks("fchown")

--: caml_unix_fork, unix_fork
local caml_unix_fork = rt_unix_lacks("fork")

--: caml_unix_fstat, unix_fstat
local caml_unix_fstat = rt_unix_lacks("fstat")

--: caml_unix_fstat_64, unix_fstat_64
local caml_unix_fstat_64 = rt_unix_lacks("fstat")

--: caml_unix_fsync, unix_fsync
local caml_unix_fsync = rt_unix_lacks("fsync")

--: caml_unix_ftruncate, unix_ftruncate
local caml_unix_ftruncate = rt_unix_lacks("ftruncate")

--: caml_unix_ftruncate_64, unix_ftruncate_64
local caml_unix_ftruncate_64 = rt_unix_lacks("ftruncate")

--: caml_unix_getaddrinfo, unix_getaddrinfo
local caml_unix_getaddrinfo = rt_unix_lacks("getaddrinfo")

--: caml_unix_gethostbyaddr, unix_gethostbyaddr
local caml_unix_gethostbyaddr = rt_unix_lacks("gethostbyaddr")

--: caml_unix_gethostbyname, unix_gethostbyname
local caml_unix_gethostbyname = rt_unix_lacks("gethostbyname")

--: caml_unix_getitimer, unix_getitimer
local caml_unix_getitimer = rt_unix_lacks("getitimer")

--: caml_unix_getnameinfo, unix_getnameinfo
local caml_unix_getnameinfo = rt_unix_lacks("getnameinfo")

--: caml_unix_getpeername, unix_getpeername
local caml_unix_getpeername = rt_unix_lacks("getpeername")

--: caml_unix_getprotobyname, unix_getprotobyname
local caml_unix_getprotobyname = rt_unix_lacks("getprotobyname")

--: caml_unix_getprotobynumber, unix_getprotobynumber
local caml_unix_getprotobynumber = rt_unix_lacks("getprotobynumber")

--: caml_unix_getservbyname, unix_getservbyname
local caml_unix_getservbyname = rt_unix_lacks("getservbyname")

--: caml_unix_getservbyport, unix_getservbyport
local caml_unix_getservbyport = rt_unix_lacks("getservbyport")

--: caml_unix_getsockname, unix_getsockname
local caml_unix_getsockname = rt_unix_lacks("getsockname")

--: caml_unix_getsockopt, unix_getsockopt
local caml_unix_getsockopt = rt_unix_lacks("getsockopt")

--: caml_unix_initgroups, unix_initgroups
local caml_unix_initgroups = rt_unix_lacks("initgroups")

--: caml_unix_listen, unix_listen
local caml_unix_listen = rt_unix_lacks("listen")

--: caml_unix_lockf, unix_lockf
local caml_unix_lockf = rt_unix_lacks("lockf")

--: caml_unix_nice, unix_nice
local caml_unix_nice = rt_unix_lacks("nice")

--: caml_unix_read_bigarray
local caml_unix_read_bigarray = rt_unix_lacks("read_bigarray")

--: caml_unix_recv, unix_recv
local caml_unix_recv = rt_unix_lacks("recv")

--: caml_unix_recvfrom, unix_recvfrom
local caml_unix_recvfrom = rt_unix_lacks("recvfrom")

--: caml_unix_send, unix_send
local caml_unix_send = rt_unix_lacks("send")

--: caml_unix_sendto, unix_sendto
local caml_unix_sendto = rt_unix_lacks("sendto")

--: caml_unix_set_close_on_exec, unix_set_close_on_exec
local caml_unix_set_close_on_exec = rt_unix_lacks("set_close_on_exec")

--: caml_unix_set_nonblock, unix_set_nonblock
local caml_unix_set_nonblock = rt_unix_lacks("set_nonblock")

--: caml_unix_setgid, unix_setgid
local caml_unix_setgid = rt_unix_lacks("setgid")

--: caml_unix_setgroups, unix_setgroups
local caml_unix_setgroups = rt_unix_lacks("setgroups")

--: caml_unix_setitimer, unix_setitimer
local caml_unix_setitimer = rt_unix_lacks("setitimer")

--: caml_unix_setsid, unix_setsid
local caml_unix_setsid = rt_unix_lacks("setsid")

--: caml_unix_setsockopt, unix_setsockopt
local caml_unix_setsockopt = rt_unix_lacks("setsockopt")

--: caml_unix_setuid, unix_setuid
local caml_unix_setuid = rt_unix_lacks("setuid")

--: caml_unix_shutdown, unix_shutdown
local caml_unix_shutdown = rt_unix_lacks("shutdown")

--: caml_unix_sigpending, unix_sigpending
local caml_unix_sigpending = rt_unix_lacks("sigpending")

--: caml_unix_sigprocmask, unix_sigprocmask
local caml_unix_sigprocmask = rt_unix_lacks("sigprocmask")

--: caml_unix_sigsuspend, unix_sigsuspend
local caml_unix_sigsuspend = rt_unix_lacks("sigsuspend")

--: caml_unix_socket, unix_socket
local caml_unix_socket = rt_unix_lacks("socket")

--: caml_unix_socketpair, unix_socketpair
local caml_unix_socketpair = rt_unix_lacks("socketpair")

--: caml_unix_tcdrain, unix_tcdrain
local caml_unix_tcdrain = rt_unix_lacks("tcdrain")

--: caml_unix_tcflow, unix_tcflow
local caml_unix_tcflow = rt_unix_lacks("tcflow")

--: caml_unix_tcflush, unix_tcflush
local caml_unix_tcflush = rt_unix_lacks("tcflush")

--: caml_unix_tcgetattr, unix_tcgetattr
local caml_unix_tcgetattr = rt_unix_lacks("tcgetattr")

--: caml_unix_tcsendbreak, unix_tcsendbreak
local caml_unix_tcsendbreak = rt_unix_lacks("tcsendbreak")

--: caml_unix_tcsetattr, unix_tcsetattr
local caml_unix_tcsetattr = rt_unix_lacks("tcsetattr")

--: caml_unix_wait, unix_wait
local caml_unix_wait = rt_unix_lacks("wait")

--: caml_unix_write_bigarray
local caml_unix_write_bigarray = rt_unix_lacks("write_bigarray")

--: caml_unix_map_file_bytecode
local caml_unix_map_file_bytecode = rt_unix_lacks("map_file")
