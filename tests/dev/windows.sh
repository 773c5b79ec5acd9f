# Building for Windows and trying it under Wine, in a Debian root of its own with the compilers for Windows. Sourced by
# ./dev.

WINDOWS=$TARGET/windows
# Debian's unstable release, whose Rust brings the sources of its standard library; about 4 GB. Several checkouts may
# share it.
WINDOWS_ROOT=${TIMBANG_WINDOWS_ROOT:-$WINDOWS/root}
WINDOWS_BUILT=$WINDOWS/build/x86_64-pc-windows-gnu/release
INSTALLER=$PACKAGES/Timbang-$VERSION-setup.exe

TO_CROSS_COMPILE=(build-essential rustc cargo rust-src gcc-mingw-w64-x86-64-posix g++-mingw-w64-x86-64-posix nsis)
TO_PLAY_WINDOWS=(wine64 wine xvfb xauth xdotool)

# Command line and window, from the lock file. Rust's standard library for Windows is built from Debian's source, which
# only an unstable switch allows. The linker leaves out the time, so that two builds give the same bytes.
build_for_windows() {
    in_root "$WINDOWS_ROOT" root /timbang env \
        CARGO_HOME=/cargo CARGO_TARGET_DIR=/timbang/target/windows/build RUSTC_BOOTSTRAP=1 \
        CC_x86_64_pc_windows_gnu=x86_64-w64-mingw32-gcc CXX_x86_64_pc_windows_gnu=x86_64-w64-mingw32-g++ \
        CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER=x86_64-w64-mingw32-gcc \
        CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUSTFLAGS="-C link-arg=-Wl,--no-insert-timestamp" \
        cargo build --release --locked -p timbang-cli -p timbang-desktop \
        -Z build-std=std,panic_abort,panic_unwind --target x86_64-pc-windows-gnu
    ls -l "$WINDOWS_BUILT"/{timbang.exe,timbang-desktop.exe,WebView2Loader.dll}
}

# make_installer VERSION OUT: OUT lies under target/.
make_installer() {
    mkdir -p "$(dirname "$2")" "$WINDOWS/icons"
    cp src-tauri/icons/timbang.ico packaging/icons/*.ico "$WINDOWS/icons/"
    in_root "$WINDOWS_ROOT" root /timbang/packaging/windows env SOURCE_DATE_EPOCH="$(git log -1 --format=%ct)" makensis -V2 -WX -DVERSION="$1" \
        -DBUILT="/timbang/target/${WINDOWS_BUILT#"$TARGET"/}" -DICONS=/timbang/target/windows/icons \
        -DOUT="/timbang/target/${2#"$TARGET"/}" timbang.nsi
    ls -l "$2"
}

installers() {
    make_installer "$VERSION" "$INSTALLER"
    # For the tests of an upgrade.
    make_installer 0.0.1 "$WINDOWS/Timbang-0.0.1-setup.exe"
}

# test_program NAME: the path of the test program of that name, built for this machine.
test_program() {
    cargo test "${WHOLE[@]}" --test "$1" --no-run --message-format=json |
        sed -n 's/.*"name":"'"$1"'".*"executable":"\([^"]*\)".*/\1/p' | tail -n 1
}

build_windows_tests() {
    mkdir -p "$WINDOWS"
    test_program journeys >"$WINDOWS/journeys"
    test_program wine >"$WINDOWS/wine"
    cat "$WINDOWS/journeys" "$WINDOWS/wine"
}

# The journeys through the installed program, without those that tests/dev/not_under_wine.txt names with a reason.
play_windows() {
    in_root "$WINDOWS_ROOT" juri "$PWD" env INSTALLER="$INSTALLER" OLDER_INSTALLER="$WINDOWS/Timbang-0.0.1-setup.exe" \
        JOURNEYS="$(cat "$WINDOWS/journeys")" WINE_TESTS="$(cat "$WINDOWS/wine")" \
        xvfb-run --auto-servernum tests/dev/under_wine.sh
}

windows() {
    rm -rf "$LOGS"
    step "Rust" need_rust
    step "Debian root with the compilers for Windows" need_root "$WINDOWS_ROOT" sid "${TO_CROSS_COMPILE[@]}" "${TO_PLAY_WINDOWS[@]}"
    page
    step "Command line and window for Windows" build_for_windows
    step "Installer" installers
    step "Building the tests" build_windows_tests
    step "Under Wine" play_windows
    summary
    trap - EXIT
    printf '\n%s passed, 0 failed. Not under Wine:\n' "$(passed)"
    grep -v '^#' tests/dev/not_under_wine.txt
}
