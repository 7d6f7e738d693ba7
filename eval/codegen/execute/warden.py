"""Runs candidates one after the other, each in a process of its own under limits.

Reads JSON lines: first the settings, then one candidate a line; answers a JSON line to each. The
libraries are loaded once, before the first candidate, and every candidate starts as a copy of that state.
"""
import gc
import importlib
import importlib.metadata
import json
import os
import platform
import resource
import secrets
import select
import shutil
import signal
import sys
import tempfile
import time
import warnings

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import candidate  # noqa: E402
import confine  # noqa: E402

sys.path.pop(0)

GRACE = 10
"""Seconds beyond its time limit after which a candidate is given up with whoever watches it."""


def main():
    confine.prctl(confine.PDEATHSIG, signal.SIGKILL)
    settings = json.loads(sys.stdin.readline())
    tasks = tasks_of(os.getuid())
    isolation = confine.enter(settings["folder"], [sys.prefix, sys.base_prefix])
    if isolation["files"] == "allow-list":
        os.environ.update(HOME=confine.FOLDER, TMPDIR=confine.FOLDER, MPLCONFIGDIR=confine.FOLDER)
    started = time.monotonic()
    loaded = preload(settings["preload"])
    gc.freeze()
    reply({
        "isolation": {k: v for k, v in isolation.items() if k != "user"},
        "python": platform.python_version(),
        "packages": packages(),
        "loaded": loaded,
        "loadSeconds": round(time.monotonic() - started, 2),
    })
    limits = settings["limits"]
    if isolation["user"] is None:
        limits["processes"] += tasks
    warden = {"isolation": isolation, "limits": limits, "folder": settings["folder"]}
    for line in sys.stdin:
        reply(watched(json.loads(line), warden))


def reply(value):
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


def preload(names):
    loaded = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in names:
            try:
                importlib.import_module(name)
                loaded.append(name)
            except ImportError:
                pass
    return loaded


def packages():
    return dict(sorted((d.metadata["Name"], d.version) for d in importlib.metadata.distributions() if d.metadata["Name"]))


def tasks_of(uid):
    """How many threads the user has: a limit on them counts all of a user's, not one program's."""
    total = 0
    for name in os.listdir("/proc") if os.path.isdir("/proc") else []:
        try:
            if name.isdigit() and os.stat(f"/proc/{name}").st_uid == uid:
                total += len(os.listdir(f"/proc/{name}/task"))
        except OSError:
            pass
    return total


def watched(job, warden):
    """Has a candidate watched by a process of its own, so that nothing it does reaches this one."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        confine.prctl(confine.PDEATHSIG, signal.SIGKILL)
        own_numbers(lambda: supervise(job, warden, theirs), warden)
    os.close(theirs)
    answer = read_all(ours, warden["limits"]["seconds"] + GRACE)
    try:
        os.kill(child, signal.SIGKILL)
    except ProcessLookupError:
        pass
    os.waitpid(child, 0)
    try:
        return json.loads(answer)
    except ValueError:
        return {"verdict": "killed", "type": "Lost", "line": "the process that watched the candidate was lost"}


def read_all(file, seconds):
    until, parts = time.monotonic() + seconds, []
    while time.monotonic() < until and select.select([file], [], [], max(0, until - time.monotonic()))[0]:
        part = os.read(file, 65536)
        if not part:
            break
        parts.append(part)
    os.close(file)
    return b"".join(parts)


def own_numbers(work, warden):
    """Runs the work as the first process of a name space of its own: when it ends, the kernel ends all others in there."""
    if warden["isolation"]["processes"] != "namespace" or not confine.unshare(confine.NEWPID):
        run_and_leave(work)
    child = os.fork()
    if child == 0:
        run_and_leave(work)
    os.waitpid(child, 0)
    os._exit(0)


def run_and_leave(work):
    try:
        work()
    finally:
        os._exit(0)


def supervise(job, warden, out):
    limits, isolation = warden["limits"], warden["isolation"]
    confine.prctl(confine.PDEATHSIG, signal.SIGKILL)
    confine.prctl(confine.CHILD_SUBREAPER, 1)
    leave_the_conversation()
    folder = new_folder(warden)
    token = secrets.token_hex(16)
    (said, say), (heard, speak) = os.pipe(), os.pipe()
    started = time.monotonic()
    pid = os.fork()
    if pid == 0:
        begin(job, warden, {"folder": folder, "verdict": say, "output": speak, "token": token, "close": [said, say, heard, speak, out]})
    os.close(say)
    os.close(speak)
    watch = Watch(pid, said, heard, limits)
    ended = watch.until_end(started)
    left = end_all(watch, isolation)
    if isolation["files"] != "allow-list":
        shutil.rmtree(folder, ignore_errors=True)
    result = verdict_of(watch, ended, token)
    result.update(seconds=round(time.monotonic() - started, 3), peakMb=round(watch.peak / 1024), output=watch.shown(), left=left)
    write_whole(out, json.dumps(result).encode())


def write_whole(file, data):
    while data:
        data = data[os.write(file, data):]


def leave_the_conversation():
    """What this process was asked through and answers through is not the candidate's."""
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.close(nothing)


def new_folder(warden):
    if warden["isolation"]["files"] == "allow-list":
        confine.fresh_folders(warden["limits"]["folderMb"])
        confine.own_processes_only(warden["isolation"]["processes"] == "namespace")
        return confine.FOLDER
    folder = os.path.join(warden["folder"], secrets.token_hex(8))
    os.mkdir(folder, 0o700)
    if warden["isolation"]["user"] is not None:
        os.chmod(warden["folder"], 0o711)
        os.chown(folder, warden["isolation"]["user"], warden["isolation"]["user"])
    return folder


def begin(job, warden, own):
    """Becomes the candidate."""
    os.setsid()
    os.dup2(own["output"], 1)
    os.dup2(own["output"], 2)
    verdict = os.dup2(own["verdict"], 200, inheritable=False)
    # Only ours: libraries may keep files open that they opened while they were loaded.
    for file in own["close"]:
        os.close(file)
    os.chdir(own["folder"])
    limit(warden["limits"])
    confine.give_up_rights(warden["isolation"]["user"])
    home = own["folder"]
    os.environ.clear()
    os.environ.update(candidate_environment(home))
    tempfile.tempdir = None
    sys.stdin, sys.argv = open(os.devnull), [""]
    say = candidate.teller(verdict, own["token"])
    candidate.judge(job["test"], job["code"], say)


def candidate_environment(home):
    threads = {f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL", "NUMEXPR", "VECLIB_MAXIMUM")}
    return {
        "HOME": home, "TMPDIR": home, "MPLCONFIGDIR": home, "MPLBACKEND": "Agg", "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8", "USER": "candidate", "LOGNAME": "candidate", "TZ": "UTC", "PYTHONHASHSEED": "0",
        "TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "", **threads,
    }


def limit(limits):
    megabytes = 1024 * 1024
    for name, value in (
        ("RLIMIT_CORE", 0), ("RLIMIT_CPU", limits["cpuSeconds"]), ("RLIMIT_AS", limits["memoryMb"] * megabytes),
        ("RLIMIT_FSIZE", limits["folderMb"] * megabytes), ("RLIMIT_NOFILE", 256), ("RLIMIT_NPROC", limits["processes"]),
    ):
        try:
            resource.setrlimit(getattr(resource, name), (value, value))
        except (AttributeError, ValueError, OSError):
            pass


class Watch:
    """Follows one candidate: what it says, how long it takes, what it holds."""

    def __init__(self, pid, said, heard, limits):
        self.pid, self.said, self.heard, self.limits = pid, said, heard, limits
        self.head, self.tail, self.bytes = b"", b"", 0
        self.verdict, self.status, self.peak, self.cpu, self.held_at = b"", None, 0, 0.0, 0.0

    def until_end(self, started):
        """Why it ended: 'itself', 'timeout', 'output' or 'memory'."""
        files = [self.said, self.heard]
        while True:
            if time.monotonic() - started > self.limits["seconds"]:
                return "timeout"
            for file in select.select(files, [], [], 0.02)[0] if files else [time.sleep(0.005)]:
                if file is not None and not self.take(file):
                    files.remove(file)
            if self.bytes > self.limits["outputKb"] * 1024:
                return "output"
            if self.holds_too_much():
                return "memory"
            if self.over() or self.verdict.endswith(b"\n"):
                self.drain(files)
                self.wait_a_second()
                return "itself"

    def take(self, file):
        part = os.read(file, 65536)
        if file == self.said:
            self.verdict = (self.verdict + part)[:65536]
        else:
            self.bytes += len(part)
            kept = self.limits["keptKb"] * 1024
            room = kept - len(self.head)
            self.head += part[:room]
            self.tail = (self.tail + part[max(0, room):])[-kept:]
        return part != b""

    def drain(self, files):
        for _ in range(16):
            for file in select.select(files, [], [], 0)[0] if files else []:
                if not self.take(file):
                    files.remove(file)

    def over(self):
        if self.status is None:
            pid, status, usage = os.wait4(self.pid, os.WNOHANG)
            if pid == self.pid:
                self.status, self.peak = status, max(self.peak, usage.ru_maxrss)
                self.cpu = usage.ru_utime + usage.ru_stime
        return self.status is not None

    def wait_a_second(self):
        """A candidate that has given its verdict ends at once; one that has not is ended with the rest."""
        until = time.monotonic() + 1
        while not self.over() and time.monotonic() < until:
            time.sleep(0.001)

    def cpu_used_up(self):
        return self.cpu >= self.limits["cpuSeconds"]

    def holds_too_much(self):
        """Each process has a limit of its own; this is about all of them together."""
        if time.monotonic() - self.held_at < 0.2:
            return False
        self.held_at = time.monotonic()
        held = sum(resident(pid) for pid in family(self.pid))
        self.peak = max(self.peak, held)
        return held > self.limits["memoryMb"] * 1024

    def shown(self):
        cut = self.bytes - len(self.head) - len(self.tail)
        gap = f"\n[{cut} bytes left out]\n".encode() if cut > 0 else b""
        return (self.head + gap + self.tail).decode(errors="replace")


def family(root):
    """The process with all its descendants, from /proc; the process alone where there is none."""
    children = {}
    for name in os.listdir("/proc") if os.path.isdir("/proc") else []:
        if name.isdigit():
            try:
                with open(f"/proc/{name}/stat") as file:
                    parent = int(file.read().rsplit(")", 1)[1].split()[1])
                children.setdefault(parent, []).append(int(name))
            except (OSError, IndexError, ValueError):
                pass
    found, queue = [], [root, *(c for c in children.get(os.getpid(), []) if c != root)]
    while queue:
        pid = queue.pop()
        found.append(pid)
        queue += children.get(pid, [])
    return found


def resident(pid):
    """Kibibytes that a process holds, without the pages of files."""
    try:
        with open(f"/proc/{pid}/statm") as file:
            _, pages, shared = file.read().split()[:3]
        return (int(pages) - int(shared)) * resource.getpagesize() // 1024
    except (OSError, ValueError):
        return 0


def end_all(watch, isolation):
    """Ends the candidate and all it started; answers how many it had left behind."""
    pid = watch.pid
    left = [one for one in family(pid) if one != pid]
    quietly(os.killpg, pid, signal.SIGKILL)
    if watch.status is None:
        quietly(os.kill, pid, signal.SIGKILL)
    if isolation["processes"] == "namespace":
        return len(left)
    for _ in range(100):
        if isolation["user"] is not None:
            end_user(isolation["user"])
        others = [one for one in family(pid) if one != pid]
        for one in others:
            quietly(os.kill, one, signal.SIGKILL)
        reap()
        if not others:
            break
        time.sleep(0.01)
    return len(left)


def end_user(user):
    """Ends every process of the candidates' user at once: as that user, all that it may signal."""
    child = os.fork()
    if child == 0:
        os.setresuid(user, user, user)
        quietly(os.kill, -1, signal.SIGKILL)
        os._exit(0)
    quietly(os.waitpid, child, 0)


def reap():
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


def quietly(act, *arguments):
    try:
        act(*arguments)
    except OSError:
        pass


def verdict_of(watch, ended, token):
    for_time = {"verdict": "timeout", "type": "Timeout", "line": f"still running after {watch.limits['seconds']} seconds"}
    if ended == "timeout":
        return for_time
    if ended == "output":
        return {"verdict": "output", "type": "Output", "line": f"printed more than {watch.limits['outputKb']} KiB"}
    if ended == "memory":
        return {"verdict": "memory", "type": "Memory", "line": f"held more than {watch.limits['memoryMb']} MiB"}
    try:
        said = json.loads(watch.verdict.split(b"\n")[0])
        if said.pop("token") == token:
            return said
    except (ValueError, KeyError, AttributeError):
        pass
    status = watch.status or 0
    if os.WIFSIGNALED(status):
        name = signal.Signals(os.WTERMSIG(status)).name
        used_up = name == "SIGXCPU" or (name == "SIGKILL" and watch.cpu_used_up())
        return for_time if used_up else {"verdict": "killed", "type": name, "line": f"ended by {name}"}
    code = os.waitstatus_to_exitcode(status)
    return {"verdict": "error", "type": "Exit", "line": f"the program ended itself with code {code} before the tests were through"}


main()
