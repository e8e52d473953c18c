# A Python with the packages that checks and benchmarks use. Sourced after setup.sh, not run.
PYTHON_PACKAGES=(
    numpy scipy esda libpysal geopandas shapely pandas pyproj cql2
    geographiclib pulp spopt
    pyogrio openapi_spec_validator jsonschema geojson_pydantic owslib schemathesis selenium
)
# Of this one only axe-core is used, which it carries; not the browsers that it would install.
PYTHON_PACKAGE_ALONE=axe_playwright_python
PYTHON_ENVIRONMENT="$ROOT/.build/verify"

# has_packages PYTHON: whether this Python has all of them.
has_packages() {
    command -v "$1" >/dev/null && "$1" -c '
import importlib.util, sys
sys.exit(not all(importlib.util.find_spec(name) for name in sys.argv[1:]))
' "${PYTHON_PACKAGES[@]}" "$PYTHON_PACKAGE_ALONE" 2>/dev/null
}

# python_with_packages: prints the path of the one that has them, python3 or that of the environment, which is made
# where need be. Fails, and says why, where there is no Python, or no package index within reach.
python_with_packages() {
    local python="$PYTHON_ENVIRONMENT/bin/python3"
    command -v python3 >/dev/null || { say "There is no python3."; return 1; }
    if has_packages python3; then
        python=python3
    elif ! has_packages "$python"; then
        say "Installing into $PYTHON_ENVIRONMENT: ${PYTHON_PACKAGES[*]} $PYTHON_PACKAGE_ALONE"
        python3 -m venv --clear "$PYTHON_ENVIRONMENT" >/dev/null 2>&1 || {
            say "python3 cannot make a virtual environment (Debian has it in python3-venv)."
            return 1
        }
        local install=("$python" -m pip install --quiet --disable-pip-version-check --retries 2 --timeout 20)
        { "${install[@]}" "${PYTHON_PACKAGES[@]}" && "${install[@]}" --no-deps "$PYTHON_PACKAGE_ALONE"; } >&2 || {
            say "pip could not install the packages; is a package index within reach?"
            return 1
        }
    fi
    printf '%s\n' "$python"
}

# python_with_peers: prints the path of a Python that has what Benchmarks/Service/requirements.txt names, in an
# environment of its own that is made anew where those have changed. Its SQLite can load SpatiaLite, for Datasette.
python_with_peers() {
    local environment="$ROOT/.build/peers" wanted="$ROOT/Benchmarks/Service/requirements.txt" base
    if ! cmp -s "$wanted" "$environment/requirements.txt"; then
        base=python3
        python3 -c 'import sqlite3; sqlite3.connect(":memory:").enable_load_extension(True)' 2>/dev/null \
            || base=/usr/bin/python3
        say "Installing into $environment: TiPg, Datasette, pygeoapi and what they need"
        "$base" -m venv --clear "$environment" >/dev/null 2>&1 \
            || fail "$base cannot make a virtual environment (Debian has it in python3-venv)"
        "$environment/bin/python3" -m pip install --quiet --disable-pip-version-check --retries 2 --timeout 20 \
            -r "$wanted" >&2 || fail "pip could not install the peers; is a package index within reach?"
        cp "$wanted" "$environment/requirements.txt"
    fi
    printf '%s\n' "$environment/bin/python3"
}
