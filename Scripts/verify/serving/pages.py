"""The HTML pages as axe-core judges them, in Chromium: light and wide, dark and narrow.

Each page is loaded twice, so the second time from the browser's cache with what a 304 says of it.
"""

import importlib.util
import pathlib
import shutil
import urllib.parse

from serving.served import said

# Colours do not depend on the width, nor what fits on the colours.
RENDERINGS = ((1280, "light"), (320, "dark"))
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """const done = arguments[arguments.length - 1];
axe.run(document, {runOnly: {type: 'tag', values: arguments[0]}, resultTypes: ['violations']})
    .then(done, error => done({error: String(error)}))"""


def check_pages(report, service, addresses):
    pages = sorted({one.target for one in addresses.different() if "text/html" in one.media(200)})
    if not pages:
        report.skip("pages", "no address has HTML")
        return
    pages += [f"{pages[0]}?unknown=1", "/nothing-here"]
    check_renderings(report, "pages", [(page, service.address + page) for page in pages])


def check_renderings(report, title, pages):
    """Looks at pages, pairs of a name and an address, in every rendering."""
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    axe = importlib.util.find_spec("axe_playwright_python")
    if not (chromium and driver and axe and importlib.util.find_spec("selenium")):
        report.skip(title, "needs chromium, chromium-driver, selenium and axe-playwright-python")
        return
    source = (pathlib.Path(axe.submodule_search_locations[0]) / "axe.min.js").read_text()
    problems, seen = [], 0
    browser = started(driver, chromium)
    try:
        for name, address in pages:
            for width, scheme in RENDERINGS:
                seen += 1
                problems += [f"{name} {width} px {scheme}: {one}"
                             for one in judged(browser, address, width, scheme, source)]
    finally:
        browser.quit()
    report.line(title, "axe-core", not problems, said(problems, f"{len(pages)} pages, {seen} renderings"))


def started(driver, chromium):
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for argument in ("--headless=new", "--no-sandbox", "--hide-scrollbars", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))


def judged(browser, address, width, scheme, source):
    """What is wrong with a page: what axe finds, what the browser complains of, what does not fit."""
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
        "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600})
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {
        "features": [{"name": "prefers-color-scheme", "value": scheme}]})
    browser.get(address)
    # The console reports the status of pages of problems, which is as it must be.
    path = urllib.parse.urlsplit(address).path
    for one in browser.get_log("browser"):
        if "Failed to load resource" not in one["message"] or path not in one["message"]:
            yield one["message"]
    overflow = browser.execute_script("return document.documentElement.scrollWidth - innerWidth")
    if overflow > 0:
        yield f"is {overflow} px wider than the window"
    if not browser.execute_script("return document.contentType").startswith("text/html"):
        yield "is no HTML"
        return
    # The driver puts axe into the page, so it works under a policy that allows no script.
    browser.execute_script(source)
    result = browser.execute_async_script(RUN, TAGS)
    if "error" in result:
        yield result["error"]
    for found in result.get("violations", []):
        yield f"{found['id']}: {found['help']}: {found['nodes'][0]['html'][:100]} ({len(found['nodes'])})"
