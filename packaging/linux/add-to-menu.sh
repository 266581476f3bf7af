#!/bin/sh
# Put the program that stands beside this file into the menu of this user; "remove" takes it out again.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$data/applications/org.keepproof.KeepProof.desktop
icon=$data/icons/hicolor/scalable/apps/org.keepproof.KeepProof.svg

if [ "${1:-}" = remove ]; then
    rm -f "$entry" "$icon"
    exit 0
fi
mkdir -p "$(dirname "$entry")" "$(dirname "$icon")"
cp "$here/org.keepproof.KeepProof.svg" "$icon"
# a percent sign begins a field there
program=$(printf '%s' "$here/KeepProof" | sed 's/%/%%/g')
export program
awk '/^Exec=/ { print "Exec=\"" ENVIRON["program"] "\""; next } { print }' \
    "$here/org.keepproof.KeepProof.desktop" > "$entry"
echo "KeepProof · 留证 -> $entry"
