#!/usr/bin/env python3
"""Measures 'hlgeo serve' beside TiPg, Datasette, pygeoapi and nginx: requests a second, latencies, memory, start.

Five requests (Service/questions.py) by wrk with one thread and 16 connections, over loopback. All subjects serve the
same districts with the same vertices; first the answers of each are checked, and a wrong one ends the run. Then, in
each round, one subject after another is started, warmed up, loaded and ended: nothing else runs meanwhile.

Printed are medians over the rounds, and ratios: of requests that never come twice ("unique") to the best peer, of
those that come again and again ("warm") to nginx, which has hlgeo's own bytes as files. The peers get the same request
again and again; that helps them where they keep prepared statements, and they keep no answers. "processor" is the time
that the server, with its database, spends on a request: it tells most where the machine is busy with other things.

Scripts/bench service starts this, with a Python that has the peers' packages; what is missing is said and left out.

usage: service.py [--program HLGEO] [--rounds 3] [--seconds 5] [--starts 5] [--only NAME,NAME]
"""

import argparse
import os
import platform
import statistics
import sys

from Service import workplace
from Service.data import Data
from Service.datasette import Datasette
from Service.hlgeo import HLGeo
from Service.load import drive
from Service.nginx import Nginx
from Service.postgis import PostGIS
from Service.pygeoapi import Pygeoapi
from Service.questions import BOX, TITLES, NotThere, WrongAnswer
from Service.tipg import TiPg

PEERS = ("TiPg", "Datasette", "pygeoapi")


class Results:
    """What was measured, by question, subject and kind of request ("warm" or "unique")."""

    def __init__(self):
        self.loads = {}
        self.memory = {}
        self.starts = {}

    def add(self, question, subject, kind, load):
        self.loads.setdefault((question, subject, kind), []).append(load)

    def median(self, question, subject, kind, figure="rate"):
        """The median of a figure over the rounds; ``None`` where it was not measured."""
        loads = self.loads.get((question, subject, kind))
        return statistics.median(getattr(load, figure) for load in loads) if loads else None

    def ratio(self, question, ours, theirs):
        """The median of the ratios of the rounds; ``None`` where one side is missing."""
        pairs = zip(self.loads.get((question, *ours), []), self.loads.get((question, *theirs), []))
        ratios = [a.rate / b.rate for a, b in pairs]
        return statistics.median(ratios) if ratios else None


def main():
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--program", default=os.environ.get("HLGEO_PROGRAM"), help="the release build of hlgeo")
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--seconds", type=int, default=5, help="of each load; one more before it warms up")
    arguments.add_argument("--starts", type=int, default=5, help="how often each is started for the cold start")
    arguments.add_argument("--only", default="", help="such as hlgeo,nginx")
    asked = arguments.parse_args()
    if not asked.program or not os.access(asked.program, os.X_OK):
        sys.exit("Name the program with --program or HLGEO_PROGRAM, or run Scripts/bench service, which builds it.")
    asked.program = os.path.abspath(asked.program)
    workplace.prepare()
    try:
        workplace.program("wrk", "wrk")
        run(asked)
    except (workplace.Failure, WrongAnswer) as failure:
        sys.exit(f"error: {failure}")


def run(asked):
    print(f"{os.cpu_count()} cores, {platform.system()} {platform.release()}, load {os.getloadavg()[0]:.2f}, "
          f"median of {asked.rounds} rounds of {asked.seconds} s; wrk -t1 -c16", flush=True)
    if os.getloadavg()[0] > 0.5:
        print("This machine is busy with other things: take the figures with care.", flush=True)
    data = Data(asked.program)
    subjects, database = make_subjects(data, {name.lower() for name in asked.only.split(",") if name})
    for subject in subjects:
        print(f"{subject.name}: {subject.setup}", flush=True)
    answered = {subject.name: verify(subject, database) for subject in subjects}
    results = Results()
    for subject in subjects:
        def cold():
            results.starts[subject.name] = subject.cold_start(asked.starts)
        with_database(subject, database, cold)
    begin = 0
    for number in range(asked.rounds):
        for subject in subjects:
            def measure():
                nonlocal begin
                subject.start()
                for question in answered[subject.name]:
                    begin = load(subject, question, asked.seconds, results, begin)
                results.memory.setdefault(subject.name, []).append(subject.memory())
                subject.stop()
            with_database(subject, database, measure)
        print(f"round {number + 1} of {asked.rounds} done, load {os.getloadavg()[0]:.2f}", flush=True)
    report(results, [subject.name for subject in subjects], asked)


def with_database(subject, database, work):
    """Does work while the database runs, where the subject needs it."""
    needs = isinstance(subject, (TiPg, Pygeoapi))
    if needs:
        database.start()
    try:
        work()
    finally:
        subject.stop()
        if needs:
            database.stop()


def make_subjects(data, only):
    """The subjects that can be had here, hlgeo first, and PostgreSQL; says which others cannot, and why."""
    wanted = lambda name: not only or name.lower() in only  # noqa: E731
    subjects, database = [], None

    def take(name, make):
        if not wanted(name):
            return
        try:
            subjects.append(make())
        except workplace.Failure as failure:
            print(f"left out: {name} ({failure})", flush=True)

    ours = HLGeo(data)
    subjects.append(ours)
    take("nginx", lambda: Nginx(data, answers(ours)))
    if wanted("TiPg") or wanted("pygeoapi"):
        try:
            database = PostGIS(data)
        except workplace.Failure as failure:
            print(f"left out: TiPg and pygeoapi ({failure})", flush=True)
    if database:
        take("TiPg", lambda: TiPg(data, sys.executable, database))
    take("Datasette", lambda: Datasette(data, sys.executable))
    if database:
        take("pygeoapi", lambda: Pygeoapi(data, sys.executable, database))
    return subjects, database


def answers(subject):
    """What hlgeo answers to each question that it has an answer to."""
    found = {}
    subject.start()
    try:
        for question in subject.questions():
            try:
                found[question] = subject.check(question)
            except NotThere:
                pass
    finally:
        subject.stop()
    return found


def verify(subject, database):
    """Checks the answers of a subject, and returns the questions that it has answers to."""
    there = []

    def check():
        subject.start()
        for question in subject.questions():
            try:
                _, body = subject.check(question)
                for path in (subject.unique(question) or ("", "", []))[2]:
                    subject.check(question, path)
            except NotThere as reason:
                print(f"left out: {subject.name}, {TITLES[question]} ({reason})", flush=True)
                continue
            there.append(question)
            print(f"checked: {subject.name}, {TITLES[question]}: {len(body.encode())} bytes", flush=True)

    with_database(subject, database, check)
    return there


def load(subject, question, seconds, results, begin):
    """Loads a subject with a question, warm and where it can be unique; returns where the next begins to count."""
    def measured(address, *script):
        before = subject.processor()
        done = drive(address, seconds, *script)
        if not done.rate:
            raise workplace.Failure(
                f"{subject.name} ended no answer to '{question}' in {seconds} s: give it more with --seconds.")
        done.processor = (subject.processor() - before) * 1000 / (done.rate * seconds)
        return done

    plain = subject.address(subject.path(question))
    drive(plain, 1)
    results.add(question, subject.name, "warm", measured(plain))
    if (unique := subject.unique(question)) is None:
        return begin
    path, script, _ = unique
    rate = drive(subject.address(path), 1, script, subject.data.environment(BOX, begin)).rate
    begin += int(rate * 1.5) + 1_000
    done = measured(subject.address(path), script, subject.data.environment(BOX, begin))
    results.add(question, subject.name, "unique", done)
    return begin + int(done.rate * seconds * 1.5) + 1_000


def report(results, names, asked):
    for question, title in TITLES.items():
        print(f"\n{title}")
        peers = {name: results.median(question, name, "warm") for name in names if name in PEERS}
        best = max((name for name in peers if peers[name]), key=lambda name: peers[name], default=None)
        for name in names:
            for kind in ("unique", "warm"):
                rate = results.median(question, name, kind)
                if rate is None:
                    continue
                p50, p99, processor = (
                    results.median(question, name, kind, figure) for figure in ("p50", "p99", "processor"))
                label = f"{name}, {kind}" if name == "hlgeo" else name
                line = (
                    f"  {label:<14} {rate:9.0f}/s   processor {processor:8.3f} ms   p50 {p50:7.2f} ms   "
                    f"p99 {p99:7.2f} ms")
                if name == "hlgeo":
                    line += f" ({p99 / p50:.1f} × p50)"
                    other = best if kind == "unique" else "nginx"
                    times = results.ratio(question, (name, kind), (other, "warm"))
                    if times is not None:
                        line += f"   {times:.2f} × {other}"
                print(line)
    print("\nmemory after the load, resident in MiB (with shared pages counted once), and cold start")
    for name in names:
        resident, once = (statistics.median(sizes) for sizes in zip(*results.memory[name]))
        print(f"  {name:<14} {resident:6.0f} ({once:.0f})   {results.starts[name] * 1000:6.0f} ms "
              f"to the first answer, median of {asked.starts}")


if __name__ == "__main__":
    main()
