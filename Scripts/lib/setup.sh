# What the scripts share: finding the checkout, and installing what a build needs. Sourced, not run.
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
GEODATA="$ROOT/GeoData"

say() { printf '%s\n' "$*" >&2; }
fail() { say "error: $*"; exit 69; }

# Runs a command as the administrator: directly, or through sudo.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"
    elif command -v sudo >/dev/null; then sudo "$@"
    else fail "not root and no sudo here; run yourself: $*"; fi
}

# install_packages NAME...: installs the Debian packages that are missing.
install_packages() {
    local missing=() name
    for name in "$@"; do
        dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q '^install ok installed' || missing+=("$name")
    done
    [ "${#missing[@]}" -eq 0 ] && return
    say "Installing: ${missing[*]}"
    as_root apt-get update -qq >&2 || say "The package lists could not be brought up to date; going on with the old ones."
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2 \
        || fail "these packages could not be installed: ${missing[*]}"
}

# The system libraries that the package links, and Swift itself.
require_build_tools() {
    command -v swift >/dev/null || fail "Swift 6.2 or newer is needed: see https://www.swift.org/install"
    if command -v apt-get >/dev/null; then
        install_packages libsqlite3-dev libspatialite-dev zlib1g-dev coinor-libcbc-dev pkg-config
    elif command -v brew >/dev/null; then
        brew list libspatialite >/dev/null 2>&1 || brew install libspatialite >&2
        brew list cbc >/dev/null 2>&1 || brew install cbc >&2
        brew list pkgconf >/dev/null 2>&1 || brew install pkgconf >&2
    else
        pkg-config --exists spatialite cbc || fail "install SpatiaLite 5, SQLite, zlib, CBC 2.10 and pkg-config, with headers"
    fi
}

# build_release PRODUCT: builds in release mode. On Linux the Swift libraries go into the program, which then starts faster.
build_release() {
    local flags=()
    [ "$(uname)" = Linux ] && flags+=(--static-swift-stdlib)
    swift build --package-path "$ROOT" -c release --product "$1" ${flags[@]+"${flags[@]}"} >&2
}
