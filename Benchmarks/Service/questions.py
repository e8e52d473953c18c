"""The five requests that every subject is measured with, and whether an answer to them is right."""

import dataclasses
import json
import re

DISTRICT = "E09000025"
BOX = (-0.51, 51.28, 0.33, 51.69)
POINT = (0.03, 51.525)
TITLES = {
    "one": "one district by its id, with geometry",
    "worst": "the 20 worst districts, without geometry",
    "box": "the 33 London boroughs by a box, with geometry",
    "all": "all 296 districts, with geometry",
    "point": "the district at a point, without geometry",
}


class WrongAnswer(Exception):
    """An answer that is not what was asked for."""


class NotThere(Exception):
    """A request that the subject does not have."""


@dataclasses.dataclass
class Expected:
    """What right answers hold, from the file that every subject serves."""

    properties: list
    ids: dict  # question -> the districts' codes; in order where the question has one
    sizes: dict  # code -> vertices and area in square degrees

    @staticmethod
    def read(path):
        collection = json.loads(path.read_text())
        features = collection["features"]
        values = {feature["id"]: feature["properties"]["value"] for feature in features}
        worst = sorted(values, key=lambda code: -values[code])[:20]
        london = [feature["id"] for feature in features if feature["properties"]["region_name"] == "London"]
        if (len(values), len(london)) != (296, 33):
            raise WrongAnswer(f"The export has {len(values)} districts, {len(london)} in London, not 296 and 33.")
        return Expected(
            properties=list(features[0]["properties"]),
            ids={"one": [DISTRICT], "worst": worst, "box": london, "all": list(values), "point": [DISTRICT]},
            sizes={feature["id"]: size(feature["geometry"]) for feature in features})

    def check(self, question, body):
        """Raises ``WrongAnswer`` unless the body answers the question: the districts, their order, their boundaries."""
        if question == "point":
            # Every subject has its own form for this answer, but names the district and no other.
            found = sorted(set(re.findall(r"\bE0[6-9]\d{6}\b", body)))
            if found != self.ids["point"]:
                raise WrongAnswer(f"point: found {found}, not {self.ids['point']}")
            return
        features = list(read(body))
        codes = [code for code, _ in features]
        wanted = self.ids[question]
        if question != "worst":
            codes, wanted = sorted(codes), sorted(wanted)
        if codes != wanted:
            raise WrongAnswer(
                f"{question}: {len(codes)} districts, {codes[:3]} …, not {len(wanted)}, {wanted[:3]} …")
        for code, geometry in features:
            if question == "worst":
                if geometry is not None:
                    raise WrongAnswer(f"worst: {code} has a geometry, and none was asked for")
                continue
            vertices, area = size(geometry) if geometry else (0, 0)
            if vertices != self.sizes[code][0] or abs(area - self.sizes[code][1]) > 1e-9:
                raise WrongAnswer(
                    f"{question}: {code} has {vertices} vertices and {area} square degrees, not "
                    f"{self.sizes[code][0]} and {self.sizes[code][1]}")


def read(body):
    """The features of GeoJSON, or of an array of rows whose geometry is text: code and geometry of each."""
    document = json.loads(body)
    if isinstance(document, list):
        for row in document:
            geometry = row.get("geometry")
            yield row["area_code"], json.loads(geometry) if geometry else None
        return
    for feature in document.get("features", [document]):
        yield feature["id"], feature.get("geometry")


def size(geometry):
    """The number of vertices of a geometry and its area in square degrees."""
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    vertices, area = 0, 0.0
    for polygon in polygons:
        for place, ring in enumerate(polygon):
            vertices += len(ring)
            turned = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:])) / 2
            area += -abs(turned) if place else abs(turned)
    return vertices, area
