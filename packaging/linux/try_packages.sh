#!/usr/bin/env bash
# Inside a clean Debian root: installs the .deb $1, plays the demo, shows the window, opens a file by its kind, and removes the
# package again; then the same with the .rpm $2, whose files a Debian takes too.
set -euo pipefail

export DEBIAN_FRONTEND=noninteractive

as_juri() { su juri --shell /bin/bash --command "cd ~ && $1"; }

# Used as a person does who has just installed it. The first time the demo makes the competition, which stays.
use() {
    local kind opens
    timbang --version
    [[ -e /home/juri/contoh ]] || as_juri "timbang demo --out contoh | tail -n 3"

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
}

# Nothing of the package is left, and what belongs to the user is.
gone() {
    [[ ! -e /usr/bin/timbang && ! -e /usr/bin/timbang-desktop ]]
    [[ ! -e /usr/share/applications/timbang.desktop ]]
    [[ -s /home/juri/contoh/kukar-2023.timbang ]]
    as_juri "timeout 10 gio mime application/x-timbang" | { ! grep --fixed-strings timbang.desktop; }
    echo "Removed; the competition is still there"
}

apt-get update -q
apt-get install -q -y --no-install-recommends "$1"
use
apt-get remove -q -y timbang
gone

# The libraries are those that the .deb brought along: rpm does not know of them here. What a system with rpm does by itself
# when files come and go, Debian does only for its own packages.
tell_desktop() { update-mime-database /usr/share/mime && update-desktop-database /usr/share/applications; }
rpm --install --nodeps "$2"
tell_desktop
use
rpm --erase --nodeps timbang
tell_desktop
gone
