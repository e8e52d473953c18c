"""A PostgreSQL of its own with the districts, for TiPg and pygeoapi."""

import getpass
import os
import pathlib
import signal
import time

from Service import workplace

SETTLING = """
ALTER TABLE districts DROP COLUMN ogc_fid, DROP COLUMN id, ADD PRIMARY KEY (area_code);
CREATE INDEX ON districts (value DESC);
CREATE INDEX ON districts (region_name);
ANALYZE districts;
"""


class PostGIS:
    """A cluster in a temporary folder, with PostgreSQL's own default settings."""

    def __init__(self, data):
        # PostgreSQL refuses to be run by root; Debian's package brings this user.
        self.owner = "postgres" if os.geteuid() == 0 else None
        self.user = self.owner or getpass.getuser()
        server = workplace.program("postgres", "postgresql", ["/usr/lib/postgresql/*/bin/postgres"])
        self.bin = pathlib.Path(server).resolve().parent
        self.folder = workplace.folder(self.owner)
        self.port = workplace.free_port()
        self.process = None
        workplace.run(
            self.bin / "initdb", "-D", self.folder / "data", "-A", "trust", "-U", self.user, "-E", "UTF8",
            "--locale=C.UTF-8", user=self.owner)
        self.start()
        try:
            self.psql("postgres", "CREATE DATABASE england")
            try:
                self.psql("england", "CREATE EXTENSION postgis")
            except workplace.Failure:
                raise workplace.Failure(
                    "PostgreSQL has no PostGIS here; Debian has it in postgresql-postgis: "
                    "apt-get install --no-install-recommends postgresql-postgis") from None
            data.convert("PostgreSQL", f"PG:{self.settings}", "-lco", "GEOMETRY_NAME=geom")
            self.psql("england", SETTLING)
            self.version = self.psql(
                "england", "SELECT current_setting('server_version') || ', PostGIS ' || postgis_lib_version()").strip()
        finally:
            self.stop()

    @property
    def settings(self):
        return f"host=127.0.0.1 port={self.port} user={self.user} dbname=england"

    @property
    def address(self):
        return f"postgresql://{self.user}@127.0.0.1:{self.port}/england"

    def psql(self, database, text):
        return workplace.run(
            workplace.program("psql", "postgresql"), "-h", "127.0.0.1", "-p", self.port, "-U", self.user,
            "-d", database, "-v", "ON_ERROR_STOP=1", "-Atq", "-c", text)

    def start(self):
        self.process = workplace.start(
            [self.bin / "postgres", "-D", self.folder / "data", "-p", self.port, "-c", "listen_addresses=127.0.0.1",
             "-c", f"unix_socket_directories={self.folder}"],
            self.folder / "log", user=self.owner, stop=signal.SIGINT)
        until = time.monotonic() + 30
        while True:
            try:
                self.psql("postgres", "SELECT 1")
                return
            except workplace.Failure:
                if self.process.poll() is not None or time.monotonic() > until:
                    raise
                time.sleep(0.05)

    def stop(self):
        if self.process:
            workplace.end(self.process)
            self.process = None
