#!/usr/bin/env bash
# Inside the root that ./dev windows makes, on a virtual display: installs Timbang silently under Wine and plays the tests through what was
# installed. Given: INSTALLER, OLDER_INSTALLER, INSTALLER_WITH_WEBVIEW2, JOURNEYS and WINE_TESTS.
set -euo pipefail

export WINEPREFIX=$HOME/prefix WINEDEBUG=-all WINEDLLOVERRIDES="winemenubuilder.exe=d"
export TIMBANG_RUNNER=wine64 TIMBANG_FULL_DISK=/full
export TIMBANG_INSTALLER=$INSTALLER TIMBANG_OLDER_INSTALLER=$OLDER_INSTALLER
export TIMBANG_INSTALLER_WITH_WEBVIEW2=$INSTALLER_WITH_WEBVIEW2

# A fresh Windows; its server stays until the end, so that a start of a program takes a fifth of a second.
rm -rf "$WINEPREFIX" && mkdir "$WINEPREFIX"
/usr/lib/x86_64-linux-gnu/wine/wineserver --persistent
wineboot --init 2>/dev/null
echo "$(wine64 --version), $(wine64 cmd /c ver | tr -d '\r' | tail -n 1)"

echo "Installing $(basename "$INSTALLER")"
wine64 "$INSTALLER" /S
installed="$WINEPREFIX/drive_c/users/$USER/AppData/Local/Programs/Timbang"
ls -l "$installed"
export TIMBANG_BIN=$installed/timbang.exe

skipped=()
while read -r name _; do
    [[ $name == \#* ]] || skipped+=(--skip "$name")
done <tests/dev/not_under_wine.txt

status=0
"$JOURNEYS" --test-threads=2 "${skipped[@]}" || status=1
# One after the other: they install, fill the disk and look at windows.
"$WINE_TESTS" --test-threads=1 || status=1
exit "$status"
