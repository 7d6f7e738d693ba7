"""What keeps a candidate from the rest of the machine, as far as the system allows it.

Linux only knows the parts used here; each is tried, and what worked is reported, never assumed.
"""
import ctypes
import os
import platform

NEWNS, NEWUTS, NEWIPC = 0x00020000, 0x04000000, 0x08000000
NEWUSER, NEWPID, NEWNET = 0x10000000, 0x20000000, 0x40000000
RDONLY, NOSUID, NODEV, REMOUNT, BIND, REC, PRIVATE = 1, 2, 4, 32, 4096, 16384, 1 << 18
DETACH = 2
PDEATHSIG, DUMPABLE, CAPBSET_DROP, CHILD_SUBREAPER, NO_NEW_PRIVS = 1, 4, 24, 36, 38
PIVOT_ROOT = {"x86_64": 155, "aarch64": 41}

SYSTEM = ["/usr", "/bin", "/sbin", "/lib", "/lib64", "/lib32"]
SYSTEM_FILES = ["/etc/ld.so.cache", "/etc/localtime", "/etc/fonts", "/etc/mime.types"]
DEVICES = ["null", "zero", "full", "random", "urandom"]
FOLDER = "/candidate"
"""Where a candidate works: its current folder and its home, gone afterwards."""
libc = ctypes.CDLL(None, use_errno=True)
linux = platform.system() == "Linux"


def prctl(option, value):
    return linux and libc.prctl(option, value, 0, 0, 0) == 0


def unshare(flags):
    return linux and libc.unshare(flags) == 0


def mount(source, target, kind, flags, data=None):
    text = [None if part is None else os.fsencode(part) for part in (source, target, kind, data)]
    if libc.mount(text[0], text[1], text[2], ctypes.c_ulong(flags), text[3]) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), target)


def enter(root, readable):
    """Shuts this process in. Answers what is in force: files, network, processes, and the uid of candidates."""
    dedicated = os.getuid() == 0
    uid, gid = os.getuid(), os.getgid()
    privileged = dedicated or (unshare(NEWUSER) and same_user(uid, gid))
    network = privileged and unshare(NEWNET)
    if privileged:
        unshare(NEWIPC)
    files = privileged and unshare(NEWNS) and only(root, readable)
    pids = privileged and can_number_anew()
    return {
        "files": "allow-list" if files else "other-user" if dedicated else "open",
        "network": "none" if network else "open",
        "processes": "namespace" if pids else "other-user" if dedicated else "descendants",
        "user": 1_000_000_000 + os.getpid() if dedicated else None,
    }


def same_user(uid, gid):
    try:
        for name, text in (("setgroups", "deny"), ("uid_map", f"{uid} {uid} 1"), ("gid_map", f"{gid} {gid} 1")):
            with open(f"/proc/self/{name}", "w") as file:
                file.write(text)
        return True
    except OSError:
        return False


def can_number_anew():
    """Whether a child may have process numbers of its own; tried in a child, since it cannot be undone."""
    child = os.fork()
    if child == 0:
        os._exit(0 if unshare(NEWPID) else 1)
    return os.waitpid(child, 0)[1] == 0


def only(root, readable):
    """Makes a root of nothing but what Python needs, read-only, and moves there."""
    try:
        mount(None, "/", None, REC | PRIVATE)
        mount("tmpfs", root, "tmpfs", NOSUID | NODEV, "size=64m,mode=755")
        for path in SYSTEM:
            if os.path.islink(path):
                os.symlink(os.readlink(path), root + path)
            elif os.path.isdir(path):
                show(root, path)
        for path in [*SYSTEM_FILES, *readable]:
            if os.path.exists(path) and not inside_system(path):
                show(root, path)
        for name in DEVICES:
            show(root, f"/dev/{name}", NOSUID)
        # A user of their own name space is shown a fresh /proc only where one was shown before; the candidate gets the fresh one.
        os.makedirs(f"{root}/proc", exist_ok=True)
        mount("/proc", f"{root}/proc", None, BIND | REC)
        for name, to in (("fd", "/proc/self/fd"), ("stdin", "fd/0"), ("stdout", "fd/1"), ("stderr", "fd/2")):
            os.symlink(to, f"{root}/dev/{name}")
        for name in ("tmp", "dev/shm", FOLDER[1:]):
            os.makedirs(f"{root}/{name}", exist_ok=True)
        with open(f"{root}/etc/passwd", "w") as file:
            file.write(f"candidate:x:{os.getuid()}:{os.getgid()}::{FOLDER}:/bin/sh\n")
        os.chdir(root)
        if libc.syscall(PIVOT_ROOT[platform.machine()], b".", b".") != 0 or libc.umount2(b".", DETACH) != 0:
            return False
        os.chdir("/")
        # Libraries note down where temporary files go while they are loaded: what they note stays true for candidates.
        mount("tmpfs", FOLDER, "tmpfs", NOSUID | NODEV, "size=64m,mode=700")
        mount(None, "/", None, REMOUNT | BIND | RDONLY | NOSUID | NODEV)
        return True
    except (OSError, KeyError):
        return False


def inside_system(path):
    return any(os.path.realpath(path) == one or os.path.realpath(path).startswith(one + "/") for one in SYSTEM)


def show(root, path, flags=RDONLY | NOSUID | NODEV):
    target = root + path
    if os.path.isdir(path):
        os.makedirs(target, exist_ok=True)
    else:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        open(target, "a").close()
    mount(path, target, None, BIND | REC)
    mount(None, target, None, REMOUNT | BIND | flags | kept_flags(target))


def kept_flags(path):
    """Flags that a mount of the machine has may not be taken off by a user of their own name space."""
    have = os.statvfs(path).f_flag
    return have & (RDONLY | NOSUID | os.ST_NOEXEC | os.ST_NOATIME | os.ST_RELATIME if linux else 0)


def fresh_folders(megabytes):
    """Empty folders of this candidate's own; they are memory and end with their name space."""
    if not unshare(NEWNS | NEWIPC):
        raise OSError("a mount name space was refused")
    size = f"size={megabytes}m,mode=1777"
    for path in (FOLDER, "/dev/shm", *([] if os.listdir("/tmp") else ["/tmp"])):
        mount("tmpfs", path, "tmpfs", NOSUID | NODEV, size)


def own_processes_only(numbered):
    """Shows the processes of this name space alone; where it has none of its own or the system refuses, none."""
    try:
        if not numbered:
            raise OSError("no name space of its own")
        mount("proc", "/proc", "proc", NOSUID | NODEV)
    except OSError:
        mount("tmpfs", "/proc", "tmpfs", RDONLY | NOSUID | NODEV)


def give_up_rights(user):
    """No way back: another user where there is one, no capabilities, none to be had by running a program."""
    if user is not None:
        os.setgroups([])
        os.setresgid(user, user, user)
        os.setresuid(user, user, user)
    if not linux:
        return
    for capability in range(64):
        libc.prctl(CAPBSET_DROP, capability, 0, 0, 0)
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    libc.capset(header, (ctypes.c_uint32 * 6)())
    prctl(NO_NEW_PRIVS, 1)
    prctl(DUMPABLE, 1)
