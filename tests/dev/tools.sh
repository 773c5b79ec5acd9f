# What has to be on the machine, and how to get it. Sourced by ./dev.

TO_COMPILE=(build-essential pkg-config)
TO_SHOW=(libwebkit2gtk-4.1-dev libgtk-3-dev librsvg2-dev)
TO_TEST_WINDOW=(webkit2gtk-driver xvfb xauth dbus procps)
TAURI_DRIVER=2.0.6

# need_packages NAME…: installs those that are missing, and says which.
need_packages() {
    local missing=() name
    if ! command -v apt-get >/dev/null; then
        echo "No apt-get here: what the distribution calls these must be there already: $*"
        return
    fi
    for name in "$@"; do
        dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
    done
    ((${#missing[@]})) || { echo "System packages: all there"; return; }
    echo "System packages missing, installing: ${missing[*]}"
    as_root apt-get update -q </dev/null
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}" </dev/null
}

# as_root COMMAND…: through sudo where this is not root already.
as_root() {
    ((EUID != 0)) || { "$@"; return; }
    command -v sudo >/dev/null || { echo "Root is needed for: $*"; return 1; }
    sudo "$@"
}

# at_least HAVE WANT: whether one dotted version reaches another.
at_least() { [[ $(printf '%s\n' "$2" "$1" | sort -V | head -n 1) == "$2" ]]; }

need_rust() {
    local want have
    want=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
    command -v cargo >/dev/null || { echo "Rust is missing: install $want or newer from https://rustup.rs"; return 1; }
    have=$(rustc --version | cut -d ' ' -f 2)
    at_least "$have" "$want" || { echo "Rust $have is too old: $want or newer is needed (rustup update)"; return 1; }
    echo "Rust $have"
}

# need_component fmt rustfmt: a part of the toolchain that rustup can add.
need_component() {
    cargo "$1" --version >/dev/null 2>&1 || rustup component add "$2"
}

need_node() {
    local have
    command -v npm >/dev/null || { echo "Node is missing: install Node 20.19 or newer with npm"; return 1; }
    have=$(node --version)
    at_least "${have#v}" 20.19 || { echo "Node $have is too old: 20.19 or newer is needed"; return 1; }
    echo "Node $have"
}

# The libraries of the page, as the lock file names them; nothing to do when that has not changed.
need_page_libraries() {
    [[ ui/node_modules/.package-lock.json -nt ui/package-lock.json ]] && { echo "Already there"; return; }
    npm --prefix ui ci --no-audit --no-fund
}

# need_python VENV REQUIREMENTS: a virtual environment of its own with the packages of that file.
need_python() {
    local venv=$1 requirements=$2 python=python3
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        need_packages python3 python3-venv
        python=/usr/bin/python3
    fi
    [[ -x $venv/bin/python ]] || "$python" -m venv "$venv"
    cmp -s "$requirements" "$venv/requirements.txt" && { echo "Already there"; return; }
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check -r "$requirements"
    cp "$requirements" "$venv/requirements.txt"
}

# The bridge between WebDriver and a Tauri window, kept under target/.
need_tauri_driver() {
    local root=$TARGET/tools
    "$root/bin/tauri-driver" --help >/dev/null 2>&1 && { echo "Already there"; return; }
    CARGO_TARGET_DIR=$root/build cargo install tauri-driver --version "$TAURI_DRIVER" --locked --root "$root"
}
