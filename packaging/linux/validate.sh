#!/bin/sh
# Check the desktop entry and the metainfo file with the desktop's own tools.
set -eu
cd "$(dirname "$0")"
if command -v desktop-file-validate >/dev/null 2>&1; then
    desktop-file-validate org.keepproof.KeepProof.desktop
else
    echo "desktop-file-validate is not installed (package desktop-file-utils)" >&2
fi
if command -v appstreamcli >/dev/null 2>&1; then
    appstreamcli validate --no-net --explain org.keepproof.KeepProof.metainfo.xml
else
    echo "appstreamcli is not installed (package appstream)" >&2
fi
