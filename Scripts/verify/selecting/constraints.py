"""Constraints: each is counted on the sites that the program answers, and HiGHS must prove the same objective under it."""

import re
from typing import NamedTuple

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from inference import Refusal, refusals
from selecting.ground import PLAIN

DAY = "2023-05-01"


class Rule(NamedTuple):
    """Something that was asked for, with one row of coefficients over the candidates for each thing that it says."""

    text: str  # as the program names it in a clash
    rows: np.ndarray
    lower: float
    upper: float

    def broken(self, chosen):
        sums = self.rows[:, chosen].sum(axis=1)
        return not ((sums >= self.lower - 1e-9) & (sums <= self.upper + 1e-9)).all()


class Rules:
    """Writes rules and the options that ask for them."""

    def __init__(self, ground):
        self.ground = ground
        self.size = len(ground.codes)

    def row(self, members):
        row = np.zeros((1, self.size))
        row[0, members] = 1
        return row

    def sites(self, count):
        return ["--sites", str(count)], [Rule(f"exactly {plural(count)}", np.ones((1, self.size)), count, count)]

    def groups(self, kind, names, least=None, most=None):
        rules = []
        for name in sorted(set(names)):
            row = self.row([place for place, own in enumerate(names) if own == name])
            if least:
                rules.append(Rule(f"at least {plural(least)} in {kind} {name}", row, least, np.inf))
            if most is not None and most < row.sum():
                rules.append(Rule(f"at most {plural(most)} in {kind} {name}", row, -np.inf, most))
        options = ["--min-per", f"{kind}={least}"] if least else []
        return options + (["--max-per", f"{kind}={most}"] if most is not None else []), rules

    def budget(self, amount, column):
        rule = Rule(f"a budget of {amount}", self.ground.column(column)[None], -np.inf, amount)
        return ["--budget", str(amount), "--cost", column], [rule]

    def apart(self, metres):
        first, second = np.nonzero(np.triu(self.ground.distances < metres, 1))
        rows = np.zeros((len(first), self.size))
        rows[np.arange(len(first)), first] = rows[np.arange(len(first)), second] = 1
        return ["--min-separation", f"{metres}m"], [Rule(f"sites at least {metres / 1000:g} km apart", rows, -np.inf, 1)]

    def include(self, *names):
        places = [self.ground.names.index(name) for name in names]
        rules = [Rule(f"{self.ground.label(place)} as a site", self.row([place]), 1, 1) for place in places]
        return [word for name in names for word in ("--include", name)], rules

    def exclude(self, *names):
        places = [self.ground.names.index(name) for name in names]
        options = [word for name in names for word in ("--exclude", name)]
        return options, [Rule(f"no site at {self.who(place)} because of your exclusion", self.row([place]), 0, 0)
                         for place in places]

    def without_initiatives(self, day=None):
        places = np.flatnonzero(self.ground.touched(day))
        why = "an active initiative" if day else "an initiative, past or present"
        rule = Rule(f"no site at {self.who(*places)} because of {why}", self.row(places), -np.inf, 0)
        return (["--exclude-active-initiatives", "--as-of", day] if day else ["--exclude-any-initiative"]), [rule]

    def who(self, *places):
        return self.ground.label(places[0]) if len(places) == 1 else f"{len(places)} candidates"


def plural(count):
    return "1 site" if count == 1 else f"{count} sites"


def best(people, covering, rules):
    """The most people that sites can cover under rules, by HiGHS; None where nothing meets them.

    `covering` says for each demand point which candidates reach it."""
    points, candidates = covering.shape
    weights = np.concatenate([np.zeros(candidates), -people])
    constraints = [LinearConstraint(np.hstack([-covering.astype(float), np.eye(points)]), -np.inf, 0)]
    for rule in rules:
        padded = np.hstack([rule.rows, np.zeros((len(rule.rows), points))])
        constraints.append(LinearConstraint(padded, rule.lower, rule.upper))
    integrality = np.concatenate([np.ones(candidates), np.zeros(points)])
    found = milp(weights, constraints=constraints, bounds=Bounds(0, 1), integrality=integrality,
                 options={"mip_rel_gap": 0})
    if found.status == 2:
        return None
    if found.status != 0:
        raise ValueError(f"HiGHS says {found.message}")
    return -found.fun


def asked(parts):
    return [word for options, _ in parts for word in options], [rule for _, rules in parts for rule in rules]


def check_constraints(report, program, ground):
    rules = Rules(ground)
    cases = {
        "min-per region": [rules.sites(12), rules.groups("region", ground.region, least=1)],
        "max-per icb": [rules.sites(12), rules.groups("icb", ground.board, most=1)],
        "budget": [rules.budget(1_000_000, "pop_16_64")],
        "budget and sites": [rules.sites(8), rules.budget(1_000_000, "pop_16_64")],
        "min-separation": [rules.sites(12), rules.apart(60_000)],
        "include and exclude": [
            rules.sites(8), rules.include("Cornwall", "Isle of Wight"), rules.exclude("Birmingham", "Leeds", "Newham")],
        "active initiatives": [rules.sites(10), rules.without_initiatives(DAY)],
        "any initiative": [rules.sites(10), rules.without_initiatives()],
        "several": [
            rules.sites(14), rules.groups("region", ground.region, least=1, most=3),
            rules.groups("icb", ground.board, most=1), rules.apart(40_000), rules.include("Hastings"),
            rules.exclude("Manchester"), rules.budget(3_000_000, "pop_16_64")],
    }
    for what, parts in cases.items():
        for reach in (0, 25_000):
            with refusals(report, "constraints"):
                options, wanted = asked(parts)
                answer = program.answer("select", "--distance", f"{reach}m", *options, *PLAIN)
                chosen = ground.places(site["id"] for site in answer["sites"])
                result = answer["result"]
                problems = [f"not met: {rule.text}" for rule in wanted if rule.broken(chosen)]
                covering = ground.distances <= reach
                worth = ground.people[covering[:, chosen].any(axis=1)].sum()
                if worth != result["objective"]:
                    problems.append(f"the sites are worth {worth:.0f}")
                proven = best(ground.people, covering, wanted)
                if proven is None or abs(proven - result["objective"]) > 0.5:
                    problems.append(f"HiGHS proves {proven}")
                if not result["proven_optimal"]:
                    problems.append("it is not proven")
                said = "; ".join(problems) or f"{len(wanted)} rules met, HiGHS proves the same"
                report.line("constraints", f"{what}, {reach // 1000} km", not problems,
                            f"{result['objective']:.0f} with {len(chosen)}: {said}")


def members(said, rules):
    """The rules that a refusal names, and what else it says."""
    rest = said.removeprefix("the program ended with 64: hlgeo: ").partition("No set of sites can have ")[2]
    rest = rest.partition(". At least one of them")[0].partition(". Relax it")[0].removesuffix(" at once")
    named = []
    for rule in sorted(rules, key=lambda rule: -len(rule.text)):
        if rule.text in rest:
            named.append(rule)
            rest = rest.replace(rule.text, "", 1)
    return named, re.sub(r"\band\b|[ ,]", "", rest)


def check_clashes(report, program, ground):
    """What the program calls a smallest clash is one, and is none without any one of its members."""
    rules = Rules(ground)
    cases = {
        "sites and regions": [rules.sites(8), rules.groups("region", ground.region, least=1)],
        "sites, regions, budget": [
            rules.sites(20), rules.groups("region", ground.region, least=2), rules.budget(400_000, "pop_16_64")],
        "separation and include": [
            rules.sites(10), rules.apart(50_000), rules.include("Camden", "Islington"),
            rules.groups("region", ground.region, least=1)],
        "boards and sites": [rules.sites(43), rules.groups("icb", ground.board, most=1)],
        "initiatives and include": [
            rules.sites(3), rules.include("Hastings"), rules.groups("region", ground.region, most=1),
            rules.apart(800_000)],
    }
    nobody = np.zeros(1), np.zeros((1, len(ground.codes)), bool)
    for what, parts in cases.items():
        options, wanted = asked(parts)
        try:
            program.run("select", *options, *PLAIN)
            report.line("clash", what, False, "the program finds sites")
            continue
        except Refusal as refusal:
            said = str(refusal)
        named, rest = members(said, wanted)
        problems = [] if named and not rest else [f"cannot be read: {said}"]
        if named and best(*nobody, named) is not None:
            problems.append("they can be met at once")
        for left in named:
            if best(*nobody, [rule for rule in named if rule is not left]) is None:
                problems.append(f"they clash without {left.text}")
        report.line("clash", what, not problems, "; ".join(problems) or ", ".join(rule.text for rule in named))
