"""hlgeo itself: warm, where the same request comes again and again, and unique, where none comes twice."""

from Service import workplace
from Service.questions import BOX, DISTRICT, POINT
from Service.subject import Subject

ITEMS = "/collections/districts/items"
STEPS = 0.0001  # how far box.lua moves each side at most


class HLGeo(Subject):
    name = "hlgeo"

    @property
    def setup(self):
        version = workplace.run(self.data.program, "--version").strip()
        return f"{version}, {self.data.program}, 'hlgeo serve' with default settings"

    def launch(self):
        return workplace.start(
            [self.data.program, "serve", "--store", self.data.store, "--port", self.port], self.folder / "log")

    def path(self, question):
        box = ",".join(map(str, BOX))
        return {
            "one": f"{ITEMS}/{DISTRICT}",
            "worst": f"{ITEMS}?limit=20&sortby=-value&skipGeometry=true",
            "box": f"{ITEMS}?limit=100&bbox={box}&region_name=London",
            "all": f"{ITEMS}?limit=1000",
            "point": f"/locate?lon={POINT[0]}&lat={POINT[1]}",
        }[question]

    def unique(self, question):
        plain = self.path(question)
        if question == "one":
            names = ",".join(self.data.expected.properties[4:])
            return ITEMS, "district.lua", [f"{plain}?properties={names}"]
        if question == "box":
            def box(step):
                sides = (BOX[0] - step, BOX[1] - step, BOX[2] + step, BOX[3] + step)
                return f"{ITEMS}?limit=100&bbox={','.join(f'{side:.6f}' for side in sides)}&region_name=London"
            return f"{ITEMS}?limit=100&bbox=BBOX&region_name=London", "box.lua", [box(0), box(STEPS)]
        if question == "point":
            return "/locate?lon=LON&lat=LAT", "point.lua", []
        return plain, "filter.lua", [f"{plain}&filter=people%3E0.00000001", f"{plain}&filter=people%3E0.99999999"]
