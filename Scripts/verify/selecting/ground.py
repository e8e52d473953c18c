"""England's districts as GeoData's CSV files have them: people, places, what they lie in, and initiatives."""

import numpy as np
from geographiclib.geodesic import Geodesic
from pyproj import Geod

from estimates import posterior, table

# Options of questions where only the sites and their objective matter.
PLAIN = ["--no-alternatives", "--comparators", "0"]
REGION, BOARD, COUNTRY = "E12", "E54", "E92"


class Ground:
    """What a selection rests on; every array has one place a district, in the order of the codes."""

    def __init__(self, geodata):
        edition = posterior(geodata, 1)
        order = np.argsort(edition.codes)
        self.codes = [edition.codes[place] for place in order]
        self.place = {code: place for place, code in enumerate(self.codes)}
        self.residents = edition.people[order]
        self.people = np.round(edition.values[order] / 100 * self.residents)
        names = {row["area_code"]: row["area_name"] for row in table(geodata / "areas.csv")}
        self.names = [names[code] for code in self.codes]
        centroids = {
            row["area_code"]: (float(row["longitude"]), float(row["latitude"]))
            for row in table(geodata / "population-centroids.csv")
        }
        self.points = np.array([centroids[code] for code in self.codes])
        self.distances = distances(self.points, self.points)
        self.parents = {code: {} for code in self.codes}  # of each district: parent code to whether it is its best fit
        for row in table(geodata / "memberships.csv"):
            if row["child_code"] in self.parents:
                self.parents[row["child_code"]][row["parent_code"]] = row["is_best_fit"] == "true"
        self.region = self.groups(REGION, names)
        self.board = self.groups(BOARD, names)
        self.initiatives = table(geodata / "initiatives.csv")
        rows = {row["area_code"]: row for row in table(geodata / "covariates.csv")}
        self.covariates = [rows[code] for code in self.codes]
        self.similar = {
            row["area_code"]: row["similar_codes"].split(";") for row in table(geodata / "similar-areas.csv")
        }

    def groups(self, prefix, names):
        """The name of what each district lies in, by best fit."""
        return [
            next(names[parent] for parent, is_best in self.parents[code].items() if is_best and parent[:3] == prefix)
            for code in self.codes
        ]

    def label(self, place):
        return f"{self.names[place]} ({self.codes[place]})"

    def column(self, name):
        return np.array([float(row[name]) for row in self.covariates])

    def places(self, codes):
        return np.array([self.place[code] for code in codes], int)

    def touched(self, day=None):
        """Whether an initiative works or worked in each district, as a whole or in part; with a day, those active then.

        One of a wider area touches all its districts where it covers it whole. One for all of England, and one of a
        single institution, touch none."""
        touched = np.zeros(len(self.codes), bool)
        for row in self.initiatives:
            areas = set(row["area_codes"].split(";"))
            if any(code[:3] == COUNTRY for code in areas) or row["coverage"] == "site":
                continue
            if day and not is_active(row["start"], row["end"], day):
                continue
            for place, code in enumerate(self.codes):
                above = row["coverage"] == "whole" and areas & set(self.parents[code])
                touched[place] |= bool(code in areas or above)
        return touched


def distances(starts, ends):
    """Metres on the ellipsoid of WGS84, by PROJ's geodesics."""
    first, second = np.repeat(starts, len(ends), axis=0), np.tile(ends, (len(starts), 1))
    metres = Geod(ellps="WGS84").inv(*first.T, *second.T)[2]
    return metres.reshape(len(starts), len(ends))


def days(words, is_end):
    """The first or last day, as text, that partial words such as "2022 spring" or "2016+" allow; None for any."""
    if not words or is_end and words.endswith("+"):
        return None
    year, _, rest = words.rstrip("+").replace("-", " ", 1).partition(" ")
    seasons = {"spring": ("03-01", "05-31"), "early": ("01-01", "06-30")}
    month = (f"{rest}-01", f"{rest}-31") if rest.isdigit() else seasons.get(rest, ("01-01", "12-31"))
    return f"{year}-{month[is_end]}"


def is_active(start, end, day):
    first, last = days(start, False), days(end, True)
    return bool(start or end) and (first or day) <= day <= (last or day)


def check_ground(report, program, ground):
    answer = program.answer("select", "--model", "p-center", "--sites", "5", *PLAIN)
    rows = answer["catchments"]
    report.same("ground", "districts", [row["id"] for row in rows], ground.codes)
    report.points("ground", "people", ground.codes, [row["weight"] for row in rows], ground.people, 0)
    metres = ground.distances[:, ground.places(site["id"] for site in answer["sites"])].min(axis=1)
    report.points("ground", "nearest site, metres", ground.codes, [row["distance"] for row in rows], metres, 1e-3)

    # PROJ has its geodesics from the author of geographiclib; a sample makes sure that both are used well.
    pairs = np.random.default_rng(2021).integers(len(ground.codes), size=(500, 2))
    exact = [Geodesic.WGS84.Inverse(*ground.points[a][::-1], *ground.points[b][::-1])["s12"] for a, b in pairs]
    names = [f"{ground.codes[a]} to {ground.codes[b]}" for a, b in pairs]
    report.points("ground", "geographiclib", names, ground.distances[tuple(pairs.T)], np.array(exact), 1e-6)
