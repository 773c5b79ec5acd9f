# What people install, beside its sums and its bills of materials. Sourced by ./dev.

DEB=$PACKAGES/timbang_${VERSION}_amd64.deb
CYCLONEDX=0.5.9

# What lies where on a Linux system, in $1.
stage_linux() {
    local at=$1 size kind
    rm -rf "$at"
    install -D -m 755 -t "$at/usr/bin" "$TARGET/release/timbang" "$TARGET/release/timbang-desktop"
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
    epoch=$(git log -1 --format=%ct)
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

# On a fresh copy of a Debian without anything: installed, used, opened by its files, removed.
try_deb() {
    local clean=$TARGET/deb/root tried=$TARGET/deb/tried suite
    suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
    need_root "$clean" "$suite" xvfb xauth xdotool dbus procps libglib2.0-bin desktop-file-utils shared-mime-info
    as_root rm -rf "$tried"
    as_root cp -a "$clean" "$tried"
    in_root "$tried" root "$PWD" packaging/linux/try_deb.sh "/timbang/target/${DEB#"$TARGET"/}"
    as_root rm -rf "$tried"
}

# The bills of materials, in CycloneDX: of the crates in the two programs, and of the page.
bills_of_materials() {
    local tools=$TARGET/tools
    "$tools/bin/cargo-cyclonedx" --version >/dev/null 2>&1 ||
        CARGO_TARGET_DIR=$tools/build cargo install cargo-cyclonedx --version "$CYCLONEDX" --locked --root "$tools"
    PATH=$tools/bin:$PATH cargo cyclonedx --format json --override-filename bill --quiet
    mv crates/cli/bill.json "$PACKAGES/timbang-$VERSION.cdx.json"
    mv src-tauri/bill.json "$PACKAGES/timbang-desktop-$VERSION.cdx.json"
    find crates tests -name bill.json -delete
    npm --prefix ui sbom --sbom-format cyclonedx >"$PACKAGES/timbang-page-$VERSION.cdx.json"
}

sums() {
    (cd "$PACKAGES" && rm -f SHA256SUMS && sha256sum -- * | tee SHA256SUMS)
    (cd "$PACKAGES" && du -b -- *)
}

package() {
    step "Rust" need_rust
    step "System packages" need_packages "${TO_COMPILE[@]}" "${TO_SHOW[@]}" dpkg-dev
    page
    step "Command line and window for Linux" cargo build --locked --release -p timbang-cli -p timbang-desktop
    step "Debian package" build_deb
    step "Debian package, installed, used and removed" try_deb
    step "Debian root with the compilers for Windows" need_root "$WINDOWS_ROOT" sid "${TO_CROSS_COMPILE[@]}" "${TO_PLAY_WINDOWS[@]}"
    step "Command line and window for Windows" build_for_windows
    step "Installer for Windows" make_installer "$VERSION" "$INSTALLER"
    step "Bills of materials" bills_of_materials
    step "Sums and sizes" sums
}
