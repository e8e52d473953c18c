"""Datasette with SpatiaLite: a query with a name for each question, the fastest way that it has.

It is no OGC API; geometries are GeoJSON text in rows. It runs in one process.
"""

import json
import sqlite3

from Service import workplace
from Service.data import python_version, tool
from Service.questions import BOX, DISTRICT, POINT
from Service.subject import Subject

PLACE = (
    "rowid IN (SELECT rowid FROM SpatialIndex WHERE f_table_name = 'districts' AND search_frame = {0}) "
    "AND ST_Intersects(geometry, {0})")
AT_BOX = PLACE.format("BuildMbr(CAST(:w AS REAL), CAST(:s AS REAL), CAST(:e AS REAL), CAST(:n AS REAL), 4326)")
AT_POINT = PLACE.format("MakePoint(CAST(:lon AS REAL), CAST(:lat AS REAL), 4326)")


class Datasette(Subject):
    name = "Datasette"

    def __init__(self, data, python):
        super().__init__(data)
        self.python, self.program = python, tool(python, "datasette")
        workplace.run(
            python, "-c", "import sqlite3; sqlite3.connect(':memory:').enable_load_extension(True)")
        self.file = self.folder / "england.db"
        data.convert(
            "SQLite", self.file, "-dsco", "SPATIALITE=YES", "-lco", "GEOMETRY_NAME=geometry", "-lco", "FID=fid")
        with sqlite3.connect(self.file) as database:
            database.executescript(
                "CREATE UNIQUE INDEX district_code ON districts(area_code);"
                "CREATE INDEX district_value ON districts(value);"
                "CREATE INDEX district_region ON districts(region_name); ANALYZE;")
        database.close()
        names = ", ".join(data.expected.properties)
        queries = {
            "one": f"SELECT {names}, AsGeoJSON(geometry) AS geometry FROM districts WHERE area_code = :id",
            "worst": f"SELECT {names} FROM districts ORDER BY value DESC LIMIT 20",
            "box": f"SELECT {names}, AsGeoJSON(geometry) AS geometry FROM districts "
                   f"WHERE region_name = :region AND {AT_BOX}",
            "all": f"SELECT {names}, AsGeoJSON(geometry) AS geometry FROM districts",
            "point": f"SELECT {names} FROM districts WHERE {AT_POINT}",
        }
        (self.folder / "metadata.json").write_text(json.dumps(
            {"databases": {"england": {"queries": {name: {"sql": text} for name, text in queries.items()}}}}))

    @property
    def setup(self):
        return (
            f"{python_version(self.python, 'datasette')}, one process (it has no workers), SpatiaLite file immutable "
            "and indexed, a canned query for each question")

    def launch(self):
        return workplace.start(
            [self.program, "serve", "-i", self.file, "--load-extension", "spatialite", "-m",
             self.folder / "metadata.json", "-h", "127.0.0.1", "-p", self.port,
             "--setting", "sql_time_limit_ms", "60000"],
            self.folder / "log")

    def path(self, question):
        west, south, east, north = BOX
        return "/england/" + {
            "one": f"one.json?_shape=array&id={DISTRICT}",
            "worst": "worst.json?_shape=array",
            "box": f"box.json?_shape=array&region=London&w={west}&s={south}&e={east}&n={north}",
            "all": "all.json?_shape=array",
            "point": f"point.json?_shape=array&lon={POINT[0]}&lat={POINT[1]}",
        }[question]
