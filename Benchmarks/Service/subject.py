"""What is measured: a server that answers the five questions."""

import statistics

from Service import workplace
from Service.questions import NotThere, WrongAnswer


class Subject:
    """A server. Subclasses say how it is started and where its answers are."""

    #: As it is called in the results.
    name = ""

    def __init__(self, data):
        """Makes ready what is needed to start; ``data`` is what all subjects serve."""
        self.data = data
        self.port = workplace.free_port()
        self.process = None
        self.folder = workplace.folder()

    @property
    def setup(self):
        """Versions and settings, for the reader."""
        raise NotImplementedError

    def launch(self):
        """Starts the server and returns its process."""
        raise NotImplementedError

    def helpers(self):
        """Processes beside the server that its answers need, running already when it starts."""
        return []

    def path(self, question):
        """The path that answers a question.

        Raises ``NotThere`` where it has none.
        """
        raise NotImplementedError

    def unique(self, question):
        """How no request comes twice: the path, the script of wrk, and paths to check; ``None`` where it is not."""
        return None

    def questions(self):
        """The questions that it answers."""
        return ["one", "worst", "box", "all", "point"]

    def address(self, path):
        return f"http://127.0.0.1:{self.port}{path}"

    def start(self):
        """Starts it and waits for its first answer; returns the seconds."""
        self.process = self.launch()
        return workplace.wait_for(self.process, self.address(self.path("one")))

    def stop(self):
        if self.process:
            workplace.end(self.process)
            self.process = None

    def cold_start(self, times):
        """Median seconds from the start of the process to its first answer with 200."""
        seconds = []
        for _ in range(times):
            seconds.append(self.start())
            self.stop()
        return statistics.median(seconds)

    def memory(self):
        """Resident MiB, and with shared pages counted once, of the server and what it needs beside it."""
        sizes = [workplace.memory(process) for process in (self.process, *self.helpers())]
        return tuple(map(sum, zip(*sizes)))

    def processor(self):
        """Seconds of processor time that the server and what it needs beside it have used."""
        return sum(sum(workplace.family(process).values()) for process in (self.process, *self.helpers()))

    def check(self, question, path=None):
        """Asks once and makes sure that the answer is right; returns its content type and text."""
        path = path or self.path(question)
        status, headers, body = workplace.get(self.address(path))
        if status == 404 and question == "point":
            raise NotThere(f"{self.name} has nothing at {path}")
        if status != 200:
            raise WrongAnswer(f"{self.name} answers {path} with {status}: {body[:300]}")
        try:
            self.data.expected.check(question, body)
        except (WrongAnswer, ValueError, KeyError, TypeError) as fault:
            raise WrongAnswer(f"{self.name} answers {path} wrongly: {fault}") from fault
        return headers.get("Content-Type"), body
