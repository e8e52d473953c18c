# A Python with the packages that checks and benchmarks use. Sourced after setup.sh, not run.
PYTHON_PACKAGES=(numpy scipy esda libpysal geopandas shapely pandas pyproj cql2)
PYTHON_ENVIRONMENT="$ROOT/.build/verify"

# has_packages PYTHON: whether this Python has all of them.
has_packages() {
    command -v "$1" >/dev/null \
        && "$1" -c 'import importlib, sys; [importlib.import_module(name) for name in sys.argv[1:]]' \
            "${PYTHON_PACKAGES[@]}" 2>/dev/null
}

# python_with_packages: prints the path of the one that has them, python3 or that of the environment, which is made
# where need be. Fails, and says why, where there is no Python, or no package index within reach.
python_with_packages() {
    local python="$PYTHON_ENVIRONMENT/bin/python3"
    command -v python3 >/dev/null || { say "There is no python3."; return 1; }
    if has_packages python3; then
        python=python3
    elif ! has_packages "$python"; then
        say "Installing into $PYTHON_ENVIRONMENT: ${PYTHON_PACKAGES[*]}"
        python3 -m venv --clear "$PYTHON_ENVIRONMENT" >/dev/null 2>&1 || {
            say "python3 cannot make a virtual environment (Debian has it in python3-venv)."
            return 1
        }
        "$python" -m pip install --quiet --disable-pip-version-check --retries 2 --timeout 20 \
            "${PYTHON_PACKAGES[@]}" >&2 || {
            say "pip could not install the packages; is a package index within reach?"
            return 1
        }
    fi
    printf '%s\n' "$python"
}
