"""What happens while the service runs: the data change under it, and it is told to end."""

import concurrent.futures
import csv
import html
import socket
import threading
import time
import urllib.parse

from inference import Refusal
from serving.served import guarded, said

LIST = "/collections/initiatives/items?limit=1000"
ADDED = 20
# How often the data change and change back: what is mixed up is only now and then.
TURNS = 4
# A name that must come back as it is in JSON and CSV, and as text in HTML.
NAME = """<script>alert(1)</script> & "quoted" 'Ωmega' </title>{{name}}"""


def check_changes(report, service, addresses, program, folder):
    with guarded(report, "changes"):
        before, path = state(service.ask(LIST)), folder / "hostile names.csv"
        with open(path, "w", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(["name", "area_codes", "start", "end", "longitude", "latitude", "summary"])
            rows.writerows([f"{NAME} {number}", "E09000025", "2024-01-01", "2024-12-31", 0.03, 51.53, NAME]
                           for number in range(ADDED))
        for turn in range(TURNS):
            problems, seen = changed(report, service, addresses, program, path, before, turn == 0)
            before = state(service.ask(LIST))
            if problems:
                break
        report.line("changes", "imports show at once", not problems, said(problems, f"{seen} answers in between"))


def changed(report, service, addresses, program, path, before, is_first):
    """Imports and removes once while others ask. Returns what is wrong, and how many answers were seen."""
    seen, stop = [], threading.Event()
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        watchers = [pool.submit(watch, service, seen, stop) for _ in range(4)]
        try:
            program.run("import", "initiatives", str(path), "--source", "hostile")
            at_once = state(service.ask(LIST))
            source = next(one["properties"]["source_id"] for one in service.get(
                LIST + "&properties=name,source_id")["features"] if NAME in one["properties"]["name"])
            if is_first:
                check_names(report, service, addresses)
            # The instant of a state is in whole seconds.
            time.sleep(1)
            program.run("remove", "source", source)
            after = state(service.ask(LIST))
        finally:
            stop.set()
        problems = [one for watcher in watchers for one in watcher.result()]
    if at_once[0] != before[0] + ADDED or after[0] != before[0]:
        problems.append(f"{before[0]}, then {at_once[0]}, then {after[0]} initiatives")
    if len({before[1], at_once[1], after[1]}) != 3:
        problems.append("the ETag is the same after a change")
    strange = {one for one in seen if one not in (before, at_once, after)}
    problems += [f"{one} was seen, not only {before}, {at_once}, {after}" for one in strange]
    return problems, len(seen)


def state(answer):
    """How many there are, by what they are recognised, and when that was made; all of one answer."""
    document = answer.document
    if answer.status != 200 or len(document["features"]) != document["numberMatched"]:
        raise Refusal(f"{answer.status}, {document.get('numberMatched')} matched")
    return document["numberMatched"], answer.field("etag"), document["timeStamp"]


def watch(service, seen, stop):
    problems, tag = [], None
    while not stop.is_set():
        try:
            answer = service.ask(LIST, **({"If_None_Match": tag} if tag else {}))
            if answer.status == 304:
                tag = None
                continue
            seen.append(state(answer))
            tag = answer.field("etag")
        except (Refusal, OSError, ValueError, KeyError) as error:
            problems.append(f"while it changed: {error}")
    return problems


def check_names(report, service, addresses):
    """Whatever a name holds, it is only text."""
    problems, pages = [], 0
    first = service.get(f"{LIST}&datetime=2024-06-01")["features"]
    names = [one["properties"]["name"] for one in first if NAME in one["properties"]["name"]]
    if len(names) != ADDED:
        problems.append(f"{len(names)} of {ADDED} have their names in GeoJSON")
    rows = csv.DictReader(service.ask(f"{LIST}&f=csv").body.decode().splitlines())
    if sum(NAME in row["name"] for row in rows) != ADDED:
        problems.append("the names are others in CSV")
    identifier = urllib.parse.quote(next(one["id"] for one in first if NAME in one["properties"]["name"]), safe="")
    own = service.get(f"/collections/initiatives/items/{identifier}")
    problems += [f"the link {one['rel']} to {one['href']} is not encoded" for one in own["links"]
                 if not one["href"].isascii() or set(one["href"]) & set(" <>\"{}")]
    targets = [LIST, f"/collections/initiatives/items/{identifier}", "/collections/districts/items/E09000025",
               *(one.target for one in addresses.gets() if "text/html" in one.media(200))]
    shown = 0
    for target in targets:
        answer = service.ask(target, Accept="text/html")
        if answer.media == "text/html":
            pages += 1
            shown += html.escape(NAME[:8], quote=False) in answer.body.decode()
            if NAME[:25].encode() in answer.body or b"</title>{{" in answer.body:
                problems.append(f"{target} has a name as markup")
    if pages and not shown:
        problems.append("no page shows the name")
    report.line("changes", "names are text", not problems, said(problems, f"{ADDED} names, {pages} pages"))


def check_ending(report, service):
    """What was begun when the service is told to end is finished, and clients that wait do not hold it up."""
    with guarded(report, "ending"):
        waiting = [socket.create_connection((service.host, service.port), timeout=30) for _ in range(5)]
        waiting[0].sendall(b"GET / HTTP/1.1\r\nHost: a\r\n")
        waiting[1].sendall(b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n")
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            target = "/collections/districts/items?limit=1000&geometry=full&unused="
            begun = [pool.submit(service.ask, target.replace("&unused=", f"&within=England&sortby={one}"))
                     for one in ("value", "-value", "people", "-people")]
            time.sleep(0.2)
            started = time.monotonic()
            service.process.terminate()
            answers = [one.exception() or one.result() for one in begun]
        problems = [f"an answer that was begun: {one if isinstance(one, Exception) else one.status}"
                    for one in answers if isinstance(one, Exception) or one.status not in (200, 503)]
        service.__exit__()
        took = time.monotonic() - started
        if service.ended:
            problems.append(f"ended with {service.ended} after {took:.0f} s")
        report.line("service", "ends when told", not problems, said(problems, f"after {took:.1f} s"))
        for one in waiting:
            one.close()
