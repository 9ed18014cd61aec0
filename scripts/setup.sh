#!/bin/sh
# Sets up what Guanxi needs: `scripts/setup.sh` to run it, `scripts/setup.sh --dev` to test and develop it too.
# Safe to repeat; when nothing is missing it takes milliseconds. PYTHON names another interpreter to use.
set -eu
cd "$(dirname "$0")/.."
dev=no
[ "${1:-}" = "--dev" ] && dev=yes
venv=.venv
stamps=$venv/.guanxi

say() { printf 'setup: %s\n' "$*"; }
fail() { printf 'setup: %s\n' "$*" >&2; exit 1; }
is_root() { [ "$(id -u)" = 0 ]; }
may_apt() { is_root && command -v apt-get >/dev/null 2>&1; }
is_debian() { grep -q '^ID=debian' /etc/os-release 2>/dev/null; }

apt_install() {
    export DEBIAN_FRONTEND=noninteractive
    set -- -y -qq --no-install-recommends -o DPkg::Lock::Timeout=300 "$@"
    apt-get install "$@" >/dev/null 2>&1 </dev/null && return
    apt-get update -qq </dev/null >/dev/null || say "the package lists could not be renewed"
    apt-get install "$@" </dev/null >/dev/null
}

suitable() {
    command -v "$1" >/dev/null 2>&1 && "$1" -c \
        'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' >/dev/null 2>&1
}

find_python() {
    for python in ${PYTHON:-} python3 python3.13 python3.12 python3.11 python3.14; do
        suitable "$python" && return
    done
    return 1
}

install_python() {
    say "installing Python 3.11 or newer"
    if may_apt; then
        apt_install python3 python3-venv && find_python && return
        apt_install python3.11 python3.11-venv && find_python && return
    elif command -v brew >/dev/null 2>&1; then
        brew install --quiet python@3.13 && find_python && return
    fi
    fail "Python 3.11 or newer with venv is needed: apt-get install python3-venv, or brew install python@3.13"
}

make_venv() {
    [ -x $venv/bin/python ] && $venv/bin/python -c '' 2>/dev/null && return
    find_python || install_python
    say "making a virtual environment with $("$python" --version)"
    "$python" -m venv --clear $venv
}

# installed FILE: whether this very file was installed.
installed() { cmp -s "$1" "$stamps/$1"; }

# pip_install FILE [OPTION...]
pip_install() {
    file=$1
    shift
    $venv/bin/python -m pip install -qq --no-input --disable-pip-version-check --require-hashes \
        "$@" -r "$file" </dev/null || fail "the Python packages of $file could not be installed (see above)"
    mkdir -p $stamps
    cp "$file" "$stamps/$file"
}

install_packages() {
    if [ $dev = no ]; then
        installed requirements.lock && return
        say "installing Python packages (about a minute the first time)"
        pip_install requirements.lock
        return
    fi
    if ! installed requirements-dev.lock; then
        say "installing Python packages for development (about a minute the first time)"
        pip_install requirements-dev.lock
        cp requirements.lock $stamps/  # all of it is in the development lock as well
    fi
    installed requirements-data.lock || pip_install requirements-data.lock --no-deps
}

missing_libraries() {
    $venv/bin/python - <<'PYTHON'
import ctypes, ctypes.util, os, sys

darwin = sys.platform == "darwin"
for name in ("pango-1.0", "pangoft2-1.0", "harfbuzz-subset"):
    brewed = [f"{folder}/lib{name}.0.dylib" for folder in ("/opt/homebrew/lib", "/usr/local/lib")]
    candidates = [*brewed, ctypes.util.find_library(name)] if darwin else [f"lib{name}.so.0"]
    for candidate in candidates:
        try:
            ctypes.CDLL(candidate or "")
            break
        except OSError:
            continue
    else:
        print(f"lib{name}")
PYTHON
}

missing_fonts() {
    if [ "$(uname)" = Darwin ]; then return; fi # macOS brings Chinese fonts
    if ! command -v fc-list >/dev/null 2>&1 || [ -z "$(fc-list :lang=zh family 2>/dev/null)" ]; then
        echo "a Chinese font"
    fi
}

# What is missing, on one line.
missing_system() { { missing_libraries; missing_fonts; } | paste -s -d, - | sed 's/,/, /g'; }

install_system() {
    [ -e $stamps/system ] && return
    missing=$(missing_system)
    if [ -n "$missing" ]; then
        packages="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig fonts-noto-cjk"
        say "documents need $missing"
        if may_apt; then
            say "installing system libraries and fonts"
            # shellcheck disable=SC2086  # a list of packages
            apt_install $packages || true
        elif command -v brew >/dev/null 2>&1; then
            brew install --quiet pango || true
        fi
        missing=$(missing_system)
    fi
    if [ -n "$missing" ]; then
        say "PDF documents will not work yet. Please run: sudo apt-get install ${packages}" \
            "(elsewhere: pango, harfbuzz and Noto CJK)"
        return
    fi
    mkdir -p $stamps
    : > $stamps/system
}

install_browser() {
    for browser in chromium chromium-browser google-chrome; do
        command -v $browser >/dev/null 2>&1 && return
    done
    if may_apt && is_debian && [ "${CI:-}" = true -o "${GUANXI_BROWSER:-}" = 1 ]; then
        say "installing Chromium for the browser tests"
        apt_install chromium || say "Chromium could not be installed; the browser tests will be skipped"
    else
        say "no Chromium: the browser tests will be skipped (GUANXI_BROWSER=1 installs it on Debian as root)"
    fi
}

install_poppler() {
    command -v pdffonts >/dev/null 2>&1 && return
    if may_apt; then
        say "installing pdffonts, with which the tests look into documents"
        apt_install poppler-utils && return
    fi
    say "no pdffonts (poppler): the test that looks at the fonts of documents with it will be skipped"
}

make_venv
install_packages
install_system
if [ $dev = yes ]; then
    install_browser
    install_poppler
fi
