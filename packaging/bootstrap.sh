#!/bin/sh
# Prepare this checkout: a virtual environment, Qt's system libraries and a font with Chinese characters.
# Usage: packaging/bootstrap.sh run|test. What may not be installed here is printed as the exact line to type.
set -eu
purpose=${1:-run}
cd "$(dirname "$0")/.."

qt="libegl1 libgl1 libopengl0 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libglib2.0-0 libxcb-cursor0 libxcb-icccm4
 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 libxcb-xkb1 fonts-noto-cjk"
tests="xvfb openbox pcmanfm xdotool xclip x11-utils desktop-file-utils appstream"

say() { printf '%s\n' "$*" >&2; }

missing_packages() {
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || printf '%s ' "$package"
    done
}

install_packages() {
    command -v apt-get >/dev/null 2>&1 || return 0
    # Ubuntu 24.04 renamed this one
    apt-cache show libglib2.0-0t64 >/dev/null 2>&1 && qt=$(printf '%s' "$qt" | sed 's/libglib2.0-0 /libglib2.0-0t64 /')
    wanted=$qt
    [ "$purpose" = test ] && wanted="$wanted $tests"
    # shellcheck disable=SC2086
    needed=$(missing_packages $wanted)
    [ -z "$needed" ] && return 0
    if [ "$(id -u)" = 0 ]; then as=''; elif sudo -n true 2>/dev/null; then as='sudo'; else
        say "These system packages are missing: $needed"
        say "Please type:  sudo apt-get install -y $needed"
        return 0
    fi
    say "Installing system packages: $needed"
    log=$(mktemp)
    # shellcheck disable=SC2086
    if ! { $as apt-get update && $as env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $needed; } >"$log" 2>&1; then
        tail -n 5 "$log" >&2
        say "Some packages could not be installed. Please type:  sudo apt-get install -y $needed"
    fi
    rm -f "$log"
}

find_python() {
    for name in "${PYTHON:-}" python3 python3.14 python3.13 python3.12 python3.11; do
        [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 || continue
        "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' && { command -v "$name"; return 0; }
    done
    return 1
}

make_environment() {
    python=$(find_python) || { say "Python 3.11 or newer is needed. Please type:  sudo apt-get install -y python3 python3-venv"; exit 1; }
    extra='[ocr]'
    [ "$purpose" = test ] && extra='[ocr,dev]'
    stamp=.venv/.ready-$purpose-$(cat pyproject.toml packaging/constraints.txt | cksum | tr ' ' -)
    if [ -e "$stamp" ]; then return 0; fi
    if [ ! -x .venv/bin/python ] || ! .venv/bin/python -c 'import pip' 2>/dev/null; then
        say "Creating the environment in .venv"
        rm -rf .venv
        "$python" -m venv .venv || {
            if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
                apt-get install -y python3-venv >/dev/null 2>&1 || true
            fi
            rm -rf .venv
            "$python" -m venv .venv || { say "Please type:  sudo apt-get install -y python3-venv"; exit 1; }
        }
    fi
    say "Installing the program's libraries (the first time this takes a minute or two)"
    pip="env PIP_DISABLE_PIP_VERSION_CHECK=1 .venv/bin/python -m pip install -q -c packaging/constraints.txt"
    # Building with what is installed anyway saves a second download of Qt.
    $pip hatchling editables 'PySide6-Essentials>=6.8,<6.12'
    $pip --no-build-isolation -e ".$extra"
    touch "$stamp"
}

install_packages
make_environment
.venv/bin/python packaging/translations.py release
