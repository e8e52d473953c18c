"""pygeoapi: OGC API – Features over PostGIS.

Not over the GeoPackage: that provider of version 0.21 does not sort, and answers with 500 under load.
"""

import json
import os

from Service import workplace
from Service.data import python_version, tool
from Service.questions import BOX, DISTRICT, POINT
from Service.subject import Subject

ITEMS = "/collections/districts/items"


class Pygeoapi(Subject):
    name = "pygeoapi"

    def __init__(self, data, python, database):
        super().__init__(data)
        self.python, self.database = python, database
        self.gunicorn = tool(python, "gunicorn")
        self.settings, self.openapi = self.folder / "config.yml", self.folder / "openapi.json"
        self.settings.write_text(json.dumps(self.configuration()))
        environment = {"PYGEOAPI_CONFIG": str(self.settings), "PYGEOAPI_OPENAPI": str(self.openapi)}
        self.environment = environment
        database.start()
        try:
            workplace.run(
                tool(python, "pygeoapi"), "openapi", "generate", self.settings, "--output-file", self.openapi,
                "-f", "json", environment=environment)
        finally:
            database.stop()

    @property
    def setup(self):
        return (
            f"{python_version(self.python, 'pygeoapi')}, gunicorn {python_version(self.python, 'gunicorn')} with "
            f"{os.cpu_count()} gevent workers as in its own container image, its PostgreSQL provider over the same "
            "database")

    def launch(self):
        return workplace.start(
            [self.gunicorn, "--workers", os.cpu_count(), "--worker-class", "gevent", "--log-level", "warning",
             "--bind", f"127.0.0.1:{self.port}", "pygeoapi.flask_app:APP"],
            self.folder / "log", environment=self.environment)

    def helpers(self):
        return [self.database.process]

    def path(self, question):
        box = ",".join(map(str, BOX))
        return {
            "one": f"{ITEMS}/{DISTRICT}?f=json",
            "worst": f"{ITEMS}?f=json&limit=20&sortby=-value&skipGeometry=true",
            "box": f"{ITEMS}?f=json&limit=100&bbox={box}&region_name=London",
            "all": f"{ITEMS}?f=json&limit=1000",
            # Four times as fast here as a box around the point.
            "point": f"{ITEMS}?f=json&skipGeometry=true&filter=INTERSECTS(geom,POINT({POINT[0]}%20{POINT[1]}))",
        }[question]

    def configuration(self):
        """YAML is a superset of JSON, so this is written as JSON."""
        here = f"http://127.0.0.1:{self.port}"
        return {
            "server": {
                "bind": {"host": "127.0.0.1", "port": self.port}, "url": here, "encoding": "utf-8",
                "mimetype": "application/json; charset=UTF-8", "languages": ["en-GB"], "pretty_print": False,
                "gzip": False, "cors": False, "limits": {"default_items": 10, "max_items": 10000},
                "map": {"url": f"{here}/none", "attribution": "none"},
            },
            "logging": {"level": "ERROR"},
            "metadata": {
                "identification": {
                    "title": "Districts", "description": "Districts", "keywords": ["districts"],
                    "keywords_type": "theme", "terms_of_service": "none", "url": here,
                },
                "license": {"name": "none", "url": here}, "provider": {"name": "none", "url": here},
                "contact": {"name": "none"},
            },
            "resources": {
                "districts": {
                    "type": "collection", "title": "Districts", "description": "Districts", "keywords": ["districts"],
                    "links": [],
                    "extents": {
                        "spatial": {
                            "bbox": [-7, 49, 2, 56], "crs": "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
                        },
                    },
                    "providers": [{
                        "type": "feature", "name": "PostgreSQL", "id_field": "area_code", "table": "districts",
                        "geom_field": "geom",
                        "data": {
                            "host": "127.0.0.1", "port": self.database.port, "dbname": "england",
                            "user": self.database.user, "password": "none", "search_path": ["public"],
                        },
                    }],
                },
            },
        }
