"""Clients that are slow: the service lets go of them, so that a few cannot hold all that it has."""

import socket
import threading
import time

from serving.hostile import HOST, get, post
from serving.served import said


class Sluggish:
    """Heads, bodies and readings that do not end, all at the same time in the background."""

    # How long a client may take for a head or body, or be idle, in seconds.
    ALLOWED = 65

    def __init__(self, service):
        self.service, self.lines, self.begun = service, {}, time.monotonic()
        self.threads = [threading.Thread(target=one, daemon=True) for one in (
            self.heads, self.trickle, self.body, self.idle, self.endless, self.deaf)]
        for one in self.threads:
            one.start()

    def connect(self):
        return socket.create_connection((self.service.host, self.service.port), timeout=self.ALLOWED)

    def heads(self):
        sockets = [self.connect() for _ in range(20)]
        for one in sockets:
            one.sendall(b"GET / HTTP/1.1\r\n" + HOST + b"X: ")
        self.lines["half a head"] = sum(self.ends(one) for one in sockets) == len(sockets)

    def trickle(self):
        self.lines["a head byte by byte"] = self.drip(b"GET / HTTP/1.1\r\n" + HOST + b"X: ")

    def body(self):
        self.lines["a body byte by byte"] = self.drip(post(b"Content-Length: 100000\r\n"))

    def drip(self, first):
        with self.connect() as one:
            try:
                one.sendall(first)
                while time.monotonic() < self.begun + self.ALLOWED:
                    one.sendall(b"a")
                    one.settimeout(1)
                    try:
                        while one.recv(65536):
                            pass
                        return True
                    except TimeoutError:
                        pass
            except OSError:
                return True
        return False

    def idle(self):
        with self.connect() as one:
            one.sendall(get(b"/health/live"))
            one.recv(65536)
            self.lines["no further request"] = self.ends(one)

    def ends(self, one, at_least=0.1):
        """Whether the connection is closed in time; what had been sent before is read first."""
        try:
            one.settimeout(max(at_least, self.begun + self.ALLOWED - time.monotonic()))
            while one.recv(1 << 20):
                pass
            return True
        except TimeoutError:
            return False
        except OSError:
            return True

    def endless(self):
        """A body without end is not taken for long: at most 64 MB."""
        taken = 0
        with self.connect() as one:
            try:
                one.sendall(post(b"Content-Length: 99999999999\r\n"))
                while taken < 64_000_000:
                    taken += one.send(b"a" * 65536)
            except OSError:
                pass
        self.lines["a body without end"] = taken < 64_000_000

    def deaf(self):
        """A client that asks for much and reads nothing is let go of."""
        with self.connect() as one:
            one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            one.sendall(get(b"/collections/districts/items?limit=1000&geometry=full") * 4)
            time.sleep(max(0, self.begun + self.ALLOWED - time.monotonic()))
            self.lines["a client that does not read"] = self.ends(one, 5)

    def report(self, report):
        for one in self.threads:
            one.join(max(0.1, self.begun + self.ALLOWED + 15 - time.monotonic()))
        problems = [f"{name}: still connected after {self.ALLOWED} s"
                    for name, ended in self.lines.items() if not ended]
        problems += ["some have not ended"] if any(one.is_alive() for one in self.threads) else []
        report.line("hostile", "slow clients", not problems, said(problems, f"{len(self.lines)} kinds are let go of"))
