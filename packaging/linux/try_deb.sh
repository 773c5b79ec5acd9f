#!/usr/bin/env bash
# Inside a clean Debian root: installs the package $1, plays the demo, shows the window, opens a file by its kind, and
# removes the package again.
set -euo pipefail

export DEBIAN_FRONTEND=noninteractive
apt-get update -q
apt-get install -q -y --no-install-recommends "$1"
timbang --version

as_juri() { su juri --shell /bin/bash --command "cd ~ && $1"; }
as_juri "timbang demo --out contoh | tail -n 3"

kind=$(as_juri "gio info --attributes=standard::content-type contoh/kukar-2023.timbang" | sed -n 's/.*content-type: //p')
[[ $kind == application/x-timbang ]] || { echo "A competition is taken for “$kind”"; exit 1; }
opens=$(as_juri "gio mime $kind")
[[ $opens == *timbang.desktop* ]] || { echo "A competition is opened so: $opens"; exit 1; }

# Opened as a file manager does; the window must come up with that file.
as_juri "NO_AT_BRIDGE=1 xvfb-run --auto-servernum dbus-run-session -- bash -euc '
    gio open contoh/kukar-2023.timbang
    timeout 60 bash -c \"until xdotool search --onlyvisible --name ^Timbang; do sleep 0.5; done\"
    pgrep --list-full timbang-desktop | grep --fixed-strings kukar-2023.timbang
    pkill timbang-desktop
'"
echo "The window came up with the file that was opened"

apt-get remove -q -y timbang
if command -v timbang; then exit 1; fi
[[ ! -e /usr/share/applications/timbang.desktop ]]
[[ -s /home/juri/contoh/kukar-2023.timbang ]]
echo "Removed; the competition is still there"
