"""TiPg: OGC API – Features over PostGIS."""

import os

from Service import workplace
from Service.data import python_version, tool
from Service.questions import BOX, DISTRICT, POINT
from Service.subject import Subject

ITEMS = "/collections/public.districts/items"


class TiPg(Subject):
    name = "TiPg"

    def __init__(self, data, python, database):
        super().__init__(data)
        self.python, self.database = python, database
        self.uvicorn = tool(python, "uvicorn")

    @property
    def setup(self):
        return (
            f"{python_version(self.python, 'tipg')}, uvicorn {python_version(self.python, 'uvicorn')} with uvloop and "
            f"httptools, {os.cpu_count()} workers, PostgreSQL {self.database.version} (indexes on code, value, region "
            "and place; running already at the cold start)")

    def launch(self):
        return workplace.start(
            [self.uvicorn, "tipg.main:app", "--workers", os.cpu_count(), "--no-access-log", "--log-level", "warning",
             "--host", "127.0.0.1", "--port", self.port],
            self.folder / "log", environment={"DATABASE_URL": self.database.address})

    def helpers(self):
        return [self.database.process]

    def path(self, question):
        box = ",".join(map(str, BOX))
        return {
            "one": f"{ITEMS}/{DISTRICT}?f=geojson",
            "worst": f"{ITEMS}?f=geojson&limit=20&sortby=-value&geom-column=none",
            "box": f"{ITEMS}?f=geojson&limit=100&bbox={box}&region_name=London",
            "all": f"{ITEMS}?f=geojson&limit=1000",
            # It takes no box without an inside, and no box where the geometry is left out.
            "point": f"{ITEMS}?f=geojson&geom-column=none&filter=S_INTERSECTS(geom,POINT({POINT[0]}%20{POINT[1]}))",
        }[question]
