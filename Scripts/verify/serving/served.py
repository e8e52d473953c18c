"""The program as a service: it is started on a free port, asked, and ended."""

import contextlib
import http.client
import json
import pathlib
import re
import socket
import subprocess
import time
import urllib.parse
from typing import NamedTuple

from inference import Refusal

# How long the program may take until it answers, and for any one answer, in seconds.
START = 30
PATIENCE = 60


class Answer(NamedTuple):
    """What came back for one request."""

    status: int
    fields: list  # pairs of a name in lower case and a value
    body: bytes

    def field(self, name):
        """The values of a field, joined as RFC 9110 has it; None where there is none."""
        values = [value for key, value in self.fields if key == name]
        return ", ".join(values) if values else None

    @property
    def media(self):
        """The media type without its parameters."""
        return (self.field("content-type") or "").split(";")[0].strip().lower()

    @property
    def document(self):
        return json.loads(self.body)

    def tokens(self, name):
        """The members of a field that is a list, in lower case."""
        return {part.strip().lower() for part in (self.field(name) or "").split(",") if part.strip()}


class Service:
    """A program that serves a store, from `with` to its end."""

    def __init__(self, program, store, log):
        self.program, self.store, self.log = program, store, pathlib.Path(log)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.host, self.port = free.getsockname()
        self.address = f"http://{self.host}:{self.port}"

    def __enter__(self):
        command = [str(self.program), "serve", "--port", str(self.port), "--store", str(self.store)]
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        started = time.monotonic()
        while time.monotonic() < started + START:
            if self.process.poll() is not None:
                break
            try:
                if self.ask("/health/ready").status == 200:
                    return self
            except OSError:
                pass
            time.sleep(0.05)
        self.__exit__()
        said = self.log.read_text(errors="replace").strip() or "nothing"
        raise Refusal(f"the service did not begin within {START} s; it said: {said[-200:]}")

    def __exit__(self, *_):
        """Ends the service as an operator would. Remembers whether it obeyed."""
        if self.process.poll() is None:
            self.process.terminate()
        try:
            self.ended = self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.ended = self.process.wait()

    def ask(self, target, method="GET", body=None, **fields):
        """Asks for a path, or for an address of the service; underscores in names of fields are hyphens."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=PATIENCE)
        try:
            named = {name.replace("_", "-"): value for name, value in fields.items()}
            connection.request(method, self.local(target), body=body, headers=named)
            response = connection.getresponse()
            pairs = [(name.lower(), value) for name, value in response.getheaders()]
            return Answer(response.status, pairs, response.read())
        except http.client.HTTPException as error:
            raise Refusal(f"{method} {target}: no HTTP came back: {error!r}") from error
        finally:
            connection.close()

    def get(self, target, **fields):
        """The JSON document at a path.

        Raises Refusal where the answer is none.
        """
        answer = self.ask(target, **fields)
        if answer.status != 200:
            raise Refusal(f"{target} is answered with {answer.status}: {answer.body[:200]!r}")
        return answer.document

    def local(self, target):
        """The path and query of an address of the service; other texts stay as they are."""
        return target[len(self.address):] or "/" if self.owns(target) else target

    def owns(self, target):
        return target == self.address or target.startswith((self.address + "/", self.address + "?"))

    @property
    def memory(self):
        """Resident memory in megabytes; None where the system does not say."""
        try:
            said = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        except OSError:
            return None
        return int(re.search(r"VmRSS:\s+(\d+)", said)[1]) / 1024


def asked(path, **parameters):
    """A path with parameters; underscores in names are hyphens where no parameter has an underscore itself."""
    pairs = [(name, str(value)) for name, value in parameters.items() if value is not None]
    text = urllib.parse.urlencode(pairs, quote_via=urllib.parse.quote, safe=",:/")
    return f"{path}?{text}" if text else path


def short(text, length=110):
    """A text for one line."""
    text = " ".join(str(text).split())
    return text if len(text) <= length else f"{text[:length - 21]} … {text[-18:]}"


def said(problems, otherwise):
    """The first problems as one text, and how many more there are; something else where there are none."""
    if not problems:
        return otherwise
    more = f" (and {len(problems) - 3} more)" if len(problems) > 3 else ""
    return "; ".join(short(one, 220) for one in problems[:3]) + more


@contextlib.contextmanager
def guarded(report, title):
    """Reports whatever a client of another hand raises as a check that failed, and goes on."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 (clients raise what they like)
        what = str(error) if isinstance(error, Refusal) else f"{type(error).__name__}: {error}"
        report.line(title, "answer", False, short(what, 400))
