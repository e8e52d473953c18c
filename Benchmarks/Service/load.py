"""Load by wrk: one thread, 16 connections, over loopback."""

import dataclasses
import pathlib
import re
import subprocess

from Service.workplace import Failure

SCRIPTS = pathlib.Path(__file__).parent / "load"
CONNECTIONS = 16
UNITS = {"us": 1e-3, "ms": 1.0, "s": 1e3, "m": 6e4}


@dataclasses.dataclass
class Load:
    """Requests a second, latencies in milliseconds, and milliseconds of the server's processor time for a request."""

    rate: float
    p50: float
    p99: float
    processor: float = 0


def drive(address, seconds, script=None, environment=None):
    """Loads an address for some seconds.

    Raises ``Failure`` where a single answer was not of the 200s or 300s, or a connection failed.
    """
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "60s", "--latency"]
    if script:
        command += ["-s", str(SCRIPTS / script)]
    done = subprocess.run([*command, address], capture_output=True, text=True, env=environment)
    text = done.stdout
    rate = re.search(r"Requests/sec:\s+([\d.]+)", text)
    if done.returncode or not rate:
        raise Failure(f"wrk failed at {address}: {done.stderr or text}")
    if refused := re.search(r"(Non-2xx or 3xx responses: \d+|Socket errors: .*)", text):
        raise Failure(f"Under load {address} failed: {refused[0]}")
    share = {}
    for percent, number, unit in re.findall(r"(\d+)%\s+([\d.]+)(us|ms|s|m)\b", text):
        share[percent] = float(number) * UNITS[unit]
    return Load(float(rate[1]), share["50"], share["99"])
