"""Temporary folders, processes and ports, all of which are gone at the end, however that comes."""

import atexit
import glob
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

running = []
folders = []


class Failure(Exception):
    """Something without which the benchmark, or a subject, cannot go on; the message says what to do."""


def prepare():
    """Has everything cleaned up at the end, also after Ctrl-C or SIGTERM."""
    atexit.register(clean_up)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda number, _: sys.exit(128 + number))


def folder(owner=None):
    """A new temporary folder, readable for servers that run as somebody else."""
    path = pathlib.Path(tempfile.mkdtemp(prefix="hlgeo-service-"))
    folders.append(path)
    path.chmod(0o755)
    if owner is not None:
        shutil.chown(path, owner)
    return path


def start(command, log, user=None, environment=None, stop=signal.SIGTERM):
    """Starts a server in a group of its own, so that its workers can be ended with it."""
    with open(log, "ab") as file:
        process = subprocess.Popen(
            [str(word) for word in command], stdout=file, stderr=file, stdin=subprocess.DEVNULL, user=user,
            env={**os.environ, **(environment or {})}, start_new_session=True, cwd="/")
    process.stop, process.log = stop, log
    running.append(process)
    return process


def end(process):
    """Ends a server and its workers, gently first."""
    if process in running:
        running.remove(process)
    for number, seconds in ((process.stop, 8), (signal.SIGKILL, 8)):
        try:
            # The first word goes to the server alone, which ends its workers; the last to whoever is left.
            (os.killpg if number == signal.SIGKILL else os.kill)(process.pid, number)
        except ProcessLookupError:
            pass
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            continue
        if number != signal.SIGKILL:
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except (ProcessLookupError, PermissionError):
                pass
        return


def clean_up():
    for process in list(running)[::-1]:
        end(process)
    for path in folders:
        shutil.rmtree(path, ignore_errors=True)


def run(*command, user=None, environment=None):
    """Runs a command to its end and returns what it printed."""
    words = [str(word) for word in command]
    done = subprocess.run(
        words, capture_output=True, text=True, user=user, env={**os.environ, **(environment or {})}, cwd="/")
    if done.returncode:
        raise Failure(f"{' '.join(words)[:200]} ended with {done.returncode}: {done.stderr.strip()[-500:]}")
    return done.stdout + done.stderr


def program(name, package, places=()):
    """The path of a program; where it is missing, says which Debian package has it."""
    for place in (shutil.which(name), *(path for pattern in places for path in sorted(glob.glob(pattern))[::-1])):
        if place and os.access(place, os.X_OK):
            return place
    raise Failure(f"{name} is missing; Debian has it in {package}: apt-get install --no-install-recommends {package}")


def free_port():
    """A port that nobody listens on now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def get(address, timeout=60):
    """Status, headers and text of an answer."""
    try:
        with urllib.request.urlopen(address, timeout=timeout) as answer:
            return answer.status, answer.headers, answer.read().decode()
    except urllib.error.HTTPError as refusal:
        return refusal.code, refusal.headers, refusal.read().decode(errors="replace")


def wait_for(process, address, seconds=30):
    """Seconds until a server first answers an address with 200, counted from now."""
    begun = time.perf_counter()
    while time.perf_counter() - begun < seconds:
        if process.poll() is not None:
            break
        try:
            if get(address)[0] == 200:
                return time.perf_counter() - begun
        except OSError:
            pass
        time.sleep(0.002)
    last = pathlib.Path(process.log).read_text(errors="replace")[-600:]
    raise Failure(f"{process.args[0]} does not answer at {address}: {last}")


def family(process):
    """A server and its descendants, by their numbers; beside each the seconds of processor time it has used."""
    parents, seconds = {}, {}
    for path in glob.glob("/proc/[0-9]*/stat"):
        try:
            fields = pathlib.Path(path).read_text().rpartition(")")[2].split()
        except OSError:
            continue
        number = int(path.split("/")[2])
        parents[number] = int(fields[1])
        # Its own in user and system mode, and that of its children that have ended.
        seconds[number] = sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
    members = {process.pid}
    while grown := {child for child, parent in parents.items() if parent in members} - members:
        members |= grown
    return {number: seconds.get(number, 0) for number in members}


def memory(process):
    """Resident MiB of a server and its descendants: the sum, and the sum with shared pages counted once."""
    resident = shared_once = 0
    for number in family(process):
        try:
            lines = pathlib.Path(f"/proc/{number}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        sizes = {line.split(":")[0]: int(line.split()[1]) for line in lines[1:] if line.endswith("kB")}
        resident += sizes.get("Rss", 0)
        shared_once += sizes.get("Pss", 0)
    return resident / 1024, shared_once / 1024
