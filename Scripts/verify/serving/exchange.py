"""HTTP itself, at every address of the OpenAPI document: HEAD, conditions, formats, compression, refusals."""

import concurrent.futures
import gzip
import http.client
import json

from serving.served import PATIENCE, guarded, said

# Fields that tell one exchange from another, whatever the answer.
PASSING = {"date", "connection", "x-request-id", "keep-alive"}
GZIP = {"Accept-Encoding": "gzip"}


def check_exchange(report, service, addresses):
    gets = addresses.different()
    for title, what, check in [
            ("http", "HEAD as GET", head), ("http", "If-None-Match", conditions), ("http", "the same twice", twice),
            ("http", "one connection", connected),
            ("http", "unknown parameters", unknown), ("http", "wrong methods", methods), ("http", "OPTIONS", options),
            ("http", "Accept and Vary", accept), ("http", "gzip", compressed), ("http", "safe fields", fields),
            ("http", "what is not there", absent)]:
        with guarded(report, f"{title}, {what}"):
            with concurrent.futures.ThreadPoolExecutor(4) as pool:
                found = pool.map(lambda one: [f"{one.template} {problem}" for problem in check(service, one)], gets)
                problems = sum(found, [])
            report.line(title, what, not problems, said(problems, f"{len(gets)} addresses"))
    with guarded(report, "bodies"):
        posts = [one for one in addresses.all[0] if one.method == "POST"]
        problems = [f"{one.name} {problem}" for one in posts for problem in bodies(service, one)]
        report.line("http", "POST", not problems, said(problems, f"{len(posts)} addresses"))


def lasting(answer):
    return sorted(one for one in answer.fields if one[0] not in PASSING)


def head(service, one):
    for asked in ({}, GZIP):
        get, only = service.ask(one.target, **asked), service.ask(one.target, "HEAD", **asked)
        if only.body:
            yield "has a body for HEAD"
        differing = set(lasting(only)) ^ set(lasting(get))
        if not one.is_kept:
            differing = {field for field in differing if field[0] != "content-length"}
        if only.status != get.status or differing:
            yield f"says {only.status}, {differing} {'compressed' if asked else ''}"


def conditions(service, one):
    first = service.ask(one.target)
    tag = first.field("etag")
    if not one.is_kept:
        if tag:
            yield "has an ETag though it is of the moment"
        return
    if not tag or tag.startswith("W/"):
        yield f"has the ETag {tag}"
        return
    for sent in (tag, f"W/{tag}", f'"other", {tag}', f'"a,b",{tag}', "*"):
        again = service.ask(one.target, If_None_Match=sent)
        if again.status != 304 or again.body:
            yield f"is {again.status} with {len(again.body)} bytes for If-None-Match: {sent}"
            continue
        yield from differing(first, again)
    for media in one.media(200):
        first = service.ask(one.target, Accept=media)
        again = service.ask(one.target, Accept=media, If_None_Match=first.field("etag") or "")
        if again.status != 304:
            yield f"is {again.status} again as {media}"
        yield from differing(first, again)
    if service.ask(one.target, "HEAD", If_None_Match=tag).status != 304:
        yield "is not 304 for HEAD"
    for sent in ('"other"', tag.strip('"'), f'"{tag}"', ""):
        if service.ask(one.target, If_None_Match=sent).status != 200:
            yield f"is not 200 for If-None-Match: {sent}"


def connected(service, one):
    """Many requests go over one connection, whatever is asked, and whether or not the answer was made before."""
    connection = http.client.HTTPConnection(service.host, service.port, timeout=PATIENCE)
    try:
        tag = service.ask(one.target).field("etag") or '"none"'
        for method, sent in [("GET", {}), ("GET", {}), ("HEAD", {}), ("GET", {"If-None-Match": tag}), ("GET", GZIP),
                             ("DELETE", {}), ("GET", {})]:
            named = {name.replace("_", "-"): value for name, value in sent.items()}
            connection.request(method, one.target, headers=named)
            answer = connection.getresponse()
            answer.read()
            if answer.will_close:
                yield f"closes the connection after {method} {sent or ''}, {answer.status}"
    finally:
        connection.close()


def differing(first, again):
    """What 304 says otherwise than 200. A browser takes over what it says, policies too (RFC 9111 §3.2)."""
    said_again = {name for name, _ in again.fields} - PASSING - {"content-length"}
    for name in sorted(said_again | {"etag", "cache-control", "vary"}):
        if again.field(name) != first.field(name):
            yield f"has {name} {again.field(name)} with 304, else {first.field(name)}"


def twice(service, one):
    if one.is_kept and service.ask(one.target).body != service.ask(one.target).body:
        yield "is not the same again"


def problem(answer, status):
    """What is not as RFC 9457 and the service have it."""
    if answer.status != status:
        yield f"is {answer.status}, not {status}"
    elif answer.media != "application/problem+json":
        yield f"is {answer.status} as {answer.media or 'nothing'}"
    else:
        document = answer.document
        missing = {"type", "title", "status", "detail", "code", "remedy"} - set(document)
        if missing or document["status"] != status:
            yield f"is a problem without {sorted(missing)}, of status {document.get('status')}"
        if len(answer.body) > 4096:
            yield f"is a problem of {len(answer.body)} bytes"


def unknown(service, one):
    separator = "&" if "?" in one.target else "?"
    for stranger in ("unknown=1", "Limit=1", "f=unheard-of", f"{'a' * 3000}=1", "=1", "%00=1", "a%FF=1"):
        for what in problem(service.ask(f"{one.target}{separator}{stranger}"), 400):
            yield f"with {stranger[:20]} {what}"
    for name in one.parameters:
        if one.parameters[name]["in"] == "query" and name not in ("f",):
            for what in problem(service.ask(f"{one.target}{separator}{name}=1&{name}=1"), 400):
                yield f"with {name} twice {what}"
            break


def methods(service, one):
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        if method in one.methods:
            continue
        answer = service.ask(one.target, method, body=b"{}" if method != "DELETE" else None)
        for what in problem(answer, 405):
            yield f"for {method} {what}"
        missing = {"get", "head", *map(str.lower, one.methods)} - answer.tokens("allow")
        if missing:
            yield f"for {method} does not allow {sorted(missing)}"


def options(service, one):
    answer = service.ask(one.target, "OPTIONS")
    if answer.status not in (200, 204, 405) or "get" not in answer.tokens("allow"):
        yield f"is {answer.status}, allowing {answer.field('allow')}"


def accept(service, one):
    plain, types = service.ask(one.target), one.media(200)
    if plain.status != 200 or plain.media not in (types or {""}):
        yield f"is {plain.status} {plain.media}, of {sorted(types)}"
    seen = set()
    for wanted in ("*/*", "application/json", "text/html", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8",
                   "image/png", "application/json;q=0", "text/*;q=0.1, application/*", ";;,q=,/", "a" * 500):
        answer = service.ask(one.target, Accept=wanted)
        if answer.status not in (200, 406):
            yield f"is {answer.status} for Accept: {wanted[:40]}"
        elif answer.status == 200:
            seen.add(answer.media)
            if answer.media not in (types or {""}):
                yield f"is {answer.media or 'nothing'}, which is not documented, for Accept: {wanted[:40]}"
        else:
            yield from problem(answer, 406)
    if len(seen) > 1:
        if "accept" not in plain.tokens("vary"):
            yield f"is {sorted(seen)}, but does not vary by Accept"
        if one.is_kept and len({service.ask(one.target, Accept=media).field("etag") for media in seen}) < len(seen):
            yield f"has one ETag for {sorted(seen)}"


def compressed(service, one):
    plain = service.ask(one.target, Accept_Encoding="identity")
    if plain.field("content-encoding"):
        yield "is encoded for those that want it plain"
    for wanted in (
            "gzip", "gzip;q=0.5, identity;q=0.1", "*", "br, GZIP", "gzip;q=0", "identity;q=0", "*;q=0", "gzip;q=x"):
        answer = service.ask(one.target, Accept_Encoding=wanted)
        encoding = answer.field("content-encoding")
        if answer.status not in (200, 406):
            yield f"is {answer.status} for Accept-Encoding: {wanted}"
        elif encoding not in (None, "gzip") or encoding and wanted in ("gzip;q=0", "*;q=0"):
            yield f"is encoded as {encoding} for Accept-Encoding: {wanted}"
        elif encoding:
            if one.is_kept and gzip.decompress(answer.body) != plain.body:
                yield "is something else when compressed"
            if answer.field("etag") and answer.field("etag") == plain.field("etag"):
                yield "has the same strong ETag when compressed"
            if "accept-encoding" not in plain.tokens("vary") & answer.tokens("vary"):
                yield f"does not vary by Accept-Encoding ({plain.field('vary')})"
            tag = answer.field("etag")
            if tag and service.ask(one.target, If_None_Match=tag, Accept_Encoding=wanted).status != 304:
                yield "is sent again though its compressed form is known"


def fields(service, one):
    answer = service.ask(one.target)
    if (answer.field("x-content-type-options") or "").lower() != "nosniff":
        yield "has no X-Content-Type-Options"
    if one.is_kept and not answer.field("cache-control"):
        yield "has no Cache-Control"
    if answer.field("content-length") != str(len(answer.body)):
        yield f"has the Content-Length {answer.field('content-length')} for {len(answer.body)} bytes"
    if "text/html" in one.media(200):
        policy = service.ask(one.target, Accept="text/html").field("content-security-policy") or ""
        if "default-src" not in policy or "unsafe" in policy:
            yield f"has the policy {policy or 'none'} for its HTML"


def absent(service, one):
    """What is beside an address is not there, and nothing is said of files."""
    path = one.target.split("?")[0].rstrip("/") or "/nothing"
    for beside in (f"{path}/nothing-here/at-all/..", f"{path}%00", f"{path}%2F..%2F..%2Fetc%2Fpasswd", f"{path}/%ff"):
        answer = service.ask(beside)
        if answer.status not in (400, 404):
            yield f"is {answer.status} at {beside}"
        else:
            yield from problem(answer, answer.status)
        if b"root:" in answer.body or b"sqlite" in answer.body.lower():
            yield f"speaks of files at {beside}"


def bodies(service, one):
    """What is posted in each documented form, and in others."""
    content = (one.described.get("requestBody") or {}).get("content", {})
    for media, described in content.items():
        example = described.get("example") or next(iter(described.get("examples", {}).values()), {}).get("value")
        if example is None:
            yield f"has no example of {media}"
            continue
        text = example if isinstance(example, str) else json.dumps(example)
        answer = service.ask(one.target, "POST", text.encode(), Content_Type=media)
        if answer.status not in (200, 201) or answer.media not in one.media(answer.status):
            yield f"is {answer.status} {answer.media} for its own example of {media}"
        for wrong, name in (
                (b"", "nothing"), (b"\xff\xfe\x00", "no text"), (b"{" * 5000, "depth"), (b'"' * 5000, "quotes")):
            answer = service.ask(one.target, "POST", wrong, Content_Type=media)
            for what in problem(answer, 400):
                yield f"for {name} as {media} {what}"
        answer = service.ask(one.target, "POST", b"x" * 40_000_000, Content_Type=media)
        if answer.status not in (400, 413):
            yield f"is {answer.status} for 40 MB as {media}"
        answer = service.ask(one.target, "POST", text.encode(), Content_Type=media, Content_Encoding="gzip")
        if answer.status not in (400, 415):
            yield f"is {answer.status} for a wrong Content-Encoding"
    for what in problem(service.ask(one.target, "POST", b"x", Content_Type="image/png"), 415):
        yield f"for image/png {what}"
