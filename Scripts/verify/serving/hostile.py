"""What only a broken or hostile client sends, byte by byte; the service must refuse it, and go on."""

import concurrent.futures
import re
import socket
import time
import urllib.parse

from serving.served import PATIENCE, said

HOST = b"Host: localhost\r\n"
SMUGGLED = b"0\r\n\r\nGET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"


def get(target, version=b"1.1", fields=HOST):
    return b"GET " + target + b" HTTP/" + version + b"\r\n" + fields + b"\r\n"


def post(fields, body=b"", version=b"1.1", target=b"/conformance"):
    return b"POST " + target + b" HTTP/" + version + b"\r\n" + HOST + fields + b"\r\n" + body


def cases():
    """Triples of a name, what is sent, and the statuses that may come back, as a list for each answer."""
    fine, bad, gone = [{200}], [{400}], [{404}]
    either, refused = [{200, 400}], [{400, 404, 405, 411, 413, 414, 415, 431, 501, 505}]
    live = get(b"/health/live")
    yield "three in one packet", get(b"/conformance") * 3, fine * 3
    yield "fifty in one packet", live * 50, fine * 50
    yield "large before small", get(b"/collections/districts/items?limit=1000") + live, fine * 2
    yield "an error between", get(b"/nothing") + live + get(b"/?unknown=1") + live, gone + fine + bad + fine
    yield "HEAD before GET", b"HEAD /nothing HTTP/1.1\r\n" + HOST + b"\r\n" + live, gone + fine
    yield "HTTP/1.0", get(b"/conformance", b"1.0", b""), fine
    yield "no Host", get(b"/conformance", fields=b""), bad
    yield "two Hosts", get(b"/conformance", fields=HOST + b"Host: other\r\n"), bad
    yield "a strange Host", get(b"/conformance", fields=b"Host: a b/c@d\r\n"), either
    yield "absolute form", get(b"http://localhost/conformance"), either
    yield "absolute form of others", get(b"http://example.org/conformance"), [{200, 400, 404, 421}]
    yield "authority form", b"CONNECT localhost:80 HTTP/1.1\r\n" + HOST + b"\r\n", refused
    yield "asterisk form", b"OPTIONS * HTTP/1.1\r\n" + HOST + b"\r\n", [{200, 204, 400, 404, 405}]
    yield "asterisk for GET", get(b"*"), [{400, 404}]
    yield "TRACE", b"TRACE / HTTP/1.1\r\n" + HOST + b"\r\n", [{400, 405, 501}]
    yield "an unknown method", b"BREW / HTTP/1.1\r\n" + HOST + b"\r\n", [{400, 405, 501}]
    yield "a method in lower case", b"get / HTTP/1.1\r\n" + HOST + b"\r\n", [{400, 405, 501}]
    for name, fields in [
            ("two lengths", b"Content-Length: 5\r\nContent-Length: 6\r\n"), ("length -5", b"Content-Length: -5\r\n"),
            ("length +5", b"Content-Length: +5\r\n"), ("length 5,5", b"Content-Length: 5, 5\r\n"),
            ("length 5 6", b"Content-Length: 5 6\r\n"), ("length 0x5", b"Content-Length: 0x5\r\n"),
            ("a length that overflows", b"Content-Length: 99999999999999999999999\r\n")]:
        yield name, post(fields, b"hello"), bad
    yield "length and chunks", post(
        b"Content-Length: %d\r\nTransfer-Encoding: chunked\r\n" % len(SMUGGLED), SMUGGLED), refused
    yield "chunks and length", post(b"Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", SMUGGLED), refused
    for name, fields in [
            ("a coding that is none", b"Transfer-Encoding: xchunked\r\n"),
            ("chunks, then identity", b"Transfer-Encoding: chunked, identity\r\n"),
            ("chunks with a space", b"Transfer-Encoding : chunked\r\n"),
            ("chunks behind a tab", b"Transfer-Encoding:\tchunked\x0b\r\n"),
            ("chunks on a second line", b"Transfer-Encoding:\r\n chunked\r\n"),
            ("chunks after a bare feed", b"X: a\nTransfer-Encoding: chunked\r\n")]:
        yield name, post(fields, SMUGGLED), refused + [{400}]
    yield "chunks in HTTP/1.0", post(b"Transfer-Encoding: chunked\r\n", SMUGGLED, b"1.0"), refused + [{400}]
    for name, body in [
            ("a chunk that is none", b"zz\r\nhello\r\n0\r\n\r\n"), ("a chunk of -1", b"-1\r\nhello\r\n0\r\n\r\n"),
            ("a chunk that overflows", b"fffffffffffffffff\r\nhello\r\n0\r\n\r\n"),
            ("a chunk that is longer", b"2\r\nhello\r\n0\r\n\r\n")]:
        yield name, post(b"Transfer-Encoding: chunked\r\n", body), refused + [{400}]
    yield "a body with GET", get(b"/conformance", fields=HOST + b"Content-Length: 5\r\n") + b"hello" + live, [
        {200, 400}, {200}]
    for name, fields in [
            ("a folded field", b"X: a\r\n b\r\n"), ("a bare return", b"X: a\rb\r\n"),
            ("NUL in a field", b"X: a\0b\r\n"),
            ("a name with signs", b"X(): a\r\n"), ("no name", b": a\r\n"), ("no colon", b"hello\r\n")]:
        yield name, get(b"/conformance", fields=HOST + fields), bad
    yield "bare feeds", b"GET /conformance HTTP/1.1\nHost: localhost\n\n", either
    yield "a field of bytes", get(b"/conformance", fields=HOST + b"X: \xff\xfe\r\n"), either
    for target in (b"/a\0b", b"/%00", b"/%c0%af", b"/%e0%80%af", b"/%ed%a0%80", b"/%f4%90%80%80", b"/%zz", b"/%2",
                   b"/%", b"/\xe9", b"/ab cd", b"conformance", b"", b"/?%00=1", b"/?f=%c0%80", b"/collections?f=%ff"):
        yield f"target {target!r}", get(target), bad
    for target in ("/collections/é".encode(), b"/../../etc/passwd", b"/..%2f..%2fetc%2fpasswd", b"/%2e%2e/%2e%2e/etc",
                   b"/collections/../../etc", b"/..\\..\\etc", b"/collections%2Fdistricts", b"/./conformance",
                   b"/conformance;a=b", b"/collections/districts/items/%2e%2e%2f%2e%2e"):
        yield f"target {target!r}", get(target), [{400, 404}]
    for target in (b"//conformance", b"/conformance/", b"//", b"/conformance#x", b"/conformance?", b"/conformance?&"):
        yield f"target {target!r}", get(target), [{200, 301, 308, 400, 404}]
    for version in (b"0.9", b"1.2", b"2.0", b"9.9", b"1", b"1.1.1"):
        yield f"HTTP/{version.decode()}", get(b"/conformance", version), [{200, 400, 505}]
    yield "HTTP/2 at once", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", [{400, 405, 505}]
    upgrade = b"Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMA\r\n"
    yield "HTTP/2 by upgrade", get(b"/conformance", fields=HOST + upgrade), fine
    yield "TLS", bytes.fromhex("16030100a5010000a10303") + bytes(160), [{400, 501}]
    yield "noise", bytes(range(256)) * 4, [{400, 501}]
    for size in (4_000, 16_000, 70_000, 1_000_000):
        yield f"a query of {size}", get(b"/conformance?" + b"a" * size), refused
        yield f"a path of {size}", get(b"/" + b"a" * size), refused
    for size in (70_000, 1_000_000):
        long = b"X: " + b"a" * size + b"\r\n"
        yield f"a field of {size}", get(b"/conformance", fields=HOST + long), [{200, 400, 431}]
    for count in (200, 10_000):
        many = b"".join(b"X-%d: a\r\n" % number for number in range(count))
        yield f"{count} fields", get(b"/conformance", fields=HOST + many), [{200, 400, 431}]
    yield "a filter of 60,000", get(b"/collections/districts/items?filter=" + b"(" * 60_000), refused
    yield "a deep filter", get(b"/collections/districts/items?filter=" + b"NOT%20" * 9_000 + b"value%3E1"), refused
    yield "a wide bbox", get(b"/collections/districts/items?bbox=" + b"1," * 20_000 + b"1"), refused
    yield "many conditions", get(
        b"/conformance", fields=HOST + b"If-None-Match: " + b'"a",' * 5_000 + b'"b"\r\n'), [{200, 400, 431}]
    yield "a range", get(b"/conformance", fields=HOST + b"Range: bytes=0-,0-,0-\r\n"), [{200, 206, 416}]
    yield "an expectation", get(b"/conformance", fields=HOST + b"Expect: 200-ok\r\n"), [{200, 417}]


def check_hostile(report, service):
    with concurrent.futures.ThreadPoolExecutor(6) as pool:
        everything = list(cases())
        answers = pool.map(lambda case: exchange(service, case[1], len(case[2])), everything)
        problems = []
        for (name, sent, allowed), (statuses, is_closed) in zip(everything, answers):
            wrong = len(statuses) > len(allowed) or any(
                status not in expected for status, expected in zip(statuses, allowed))
            wrong = wrong or not statuses and 200 in allowed[0]
            # Where a request is refused as a whole, those behind it may go unanswered, but only by closing.
            if wrong or len(statuses) < len(allowed) and not is_closed:
                problems.append(f"{name}: {statuses}{' and closed' if is_closed else ''}")
            elif b" HTTP/1.0\r\n" in sent[:200] and not is_closed:
                problems.append(f"{name}: the connection stays open")
    report.line("hostile", "requests", not problems, said(problems, f"{len(everything)} kinds"))
    report.line("hostile", "still there", service.ask("/health/ready").status == 200, "ready")


def check_crowd(report, service):
    """Clients that ask for much at once are answered or told to wait; the others hardly notice.

    Some go away before they are answered, which must free what they took.
    """
    around = "POLYGON((-7 49,3 49,3 56,-7 56,-7 49))"
    costly = urllib.parse.quote(" AND ".join([f"NOT S_TOUCHES(geometry,{around})"] * 60))
    targets = [f"/collections/districts/items?limit={number}&filter={costly}" for number in range(1, 25)]
    problems, waits = [], []
    with concurrent.futures.ThreadPoolExecutor(len(targets)) as pool:
        begun = [pool.submit(service.ask, one) for one in targets]
        leaving = [socket.create_connection((service.host, service.port), timeout=PATIENCE) for _ in range(12)]
        for one, target in zip(leaving, reversed(targets)):
            one.sendall(get(target.encode()))
        time.sleep(0.3)
        for one in leaving:
            one.close()
        for light in ("/health/live", "/health/ready", "/collections/districts/items/E09000025", "/conformance"):
            started = time.monotonic()
            answer = service.ask(light)
            waits.append(time.monotonic() - started)
            if answer.status != 200 or waits[-1] > 5:
                problems.append(f"{light} is {answer.status} after {waits[-1]:.1f} s")
        answers = [one.result() for one in begun]
    busy = [one for one in answers if one.status != 200]
    problems += [f"{one.status}, Retry-After {one.field('retry-after')}" for one in busy
                 if one.status != 503 or not one.field("retry-after")]
    text = f"{len(busy)} of {len(answers)} told to wait, others waited {max(waits):.1f} s at most"
    report.line("hostile", "a crowd", not problems, said(problems, text))


def check_departure(report, service):
    """A client that hangs up on a long selection must not keep the next one waiting."""
    long = b'{"model": "p-center", "sites": 20, "curve_from": 1, "curve_to": 30, "comparators": 0}'
    fields = b"Content-Type: application/json\r\nContent-Length: %d\r\n"
    with socket.create_connection((service.host, service.port), timeout=PATIENCE) as client:
        client.sendall(post(fields % len(long), long, target=b"/selections"))
        time.sleep(0.7)
    short = b'{"sites": 3, "comparators": 0, "alternatives": false}'
    begun = time.monotonic()
    answers, _ = exchange(service, post(fields % len(short), short, target=b"/selections"), 1, patience=60)
    taken = time.monotonic() - begun
    # Without that the next one waits for all of the time that a request may take.
    good = answers == [200] and taken < 15
    report.line("hostile", "a client that leaves", good, f"the next selection after {taken:.1f} s")


def exchange(service, sent, count, patience=10):
    """Sends bytes. Returns the statuses that come back, and whether the connection was closed then."""
    received, is_closed = b"", False
    try:
        with socket.create_connection((service.host, service.port), timeout=patience) as connection:
            try:
                connection.sendall(sent)
            except OSError:
                pass  # it was closed before it had read all, which is its right
            while True:
                block = connection.recv(65536)
                if not block:
                    is_closed = True
                    break
                received += block
                if len(statuses(received)) >= count:
                    # Whatever more comes, comes soon.
                    connection.settimeout(0.4)
    except TimeoutError:
        pass
    except OSError:
        is_closed = True
    return statuses(received), is_closed


def statuses(received):
    """The statuses of all answers in what was received, but 100 (Continue)."""
    found = re.findall(rb"HTTP/1\.[01] (\d{3})[^\r\n]*\r\n", received)
    return [int(status) for status in found if status != b"100"]
