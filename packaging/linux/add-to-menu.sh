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
sed "s|^Exec=.*|Exec=\"$here/KeepProof\"|" "$here/org.keepproof.KeepProof.desktop" > "$entry"
echo "KeepProof · 留证 -> $entry"
