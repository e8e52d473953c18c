"""nginx with hlgeo's own bytes as files: how fast answers can leave this machine at all."""

import os

from Service import workplace
from Service.questions import NotThere
from Service.subject import Subject


class Nginx(Subject):
    name = "nginx"

    def __init__(self, data, answers):
        """``answers`` has the content type and the text of each of hlgeo's answers."""
        super().__init__(data)
        self.program = workplace.program("nginx", "nginx-light", ["/usr/sbin/nginx"])
        self.answers = answers
        files = self.folder / "files"
        files.mkdir()
        places = []
        for question, (kind, body) in answers.items():
            (files / question).write_text(body)
            places.append(f'location = /{question} {{ types {{}} default_type "{kind}"; }}')
        user = "user root;" if os.geteuid() == 0 else ""
        temporary = "".join(
            f"{name}_temp_path {self.folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        (self.folder / "nginx.conf").write_text(f"""
            {user} daemon off; worker_processes auto; pid {self.folder}/pid; error_log {self.folder}/errors;
            events {{ worker_connections 1024; }}
            http {{
                access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000; {temporary}
                open_file_cache max=100; open_file_cache_valid 60s; etag on;
                server {{ listen 127.0.0.1:{self.port}; root {files}; {' '.join(places)} }}
            }}""")

    @property
    def setup(self):
        version = workplace.run(self.program, "-v").strip().removeprefix("nginx version: ")
        return f"{version}, a worker for each core, sendfile, open_file_cache, no access log, hlgeo's bytes as files"

    def launch(self):
        return workplace.start(
            [self.program, "-p", self.folder, "-e", self.folder / "errors", "-c", self.folder / "nginx.conf"],
            self.folder / "log")

    def path(self, question):
        if question not in self.answers:
            raise NotThere(f"hlgeo has no answer to '{question}' that could be a file")
        return f"/{question}"
