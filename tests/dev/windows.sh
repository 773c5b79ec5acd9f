# Building for Windows and trying it under Wine, in a Debian root of its own with the compilers for Windows. Sourced by
# ./dev.

WINDOWS=$TARGET/windows
# Debian's unstable release, whose Rust brings the sources of its standard library; about 4 GB. Several checkouts may
# share it.
WINDOWS_ROOT=${TIMBANG_WINDOWS_ROOT:-$WINDOWS/root}
WINDOWS_BUILT=$WINDOWS/build/x86_64-pc-windows-gnu/release
INSTALLER=$PACKAGES/Timbang-$VERSION-setup.exe
WITH_WEBVIEW2=$WINDOWS/Timbang-with-WebView2-setup.exe
OLDER=$WINDOWS/Timbang-0.0.1-setup.exe

TO_CROSS_COMPILE=(build-essential rustc cargo rust-src gcc-mingw-w64-x86-64-posix g++-mingw-w64-x86-64-posix nsis)
TO_PLAY_WINDOWS=(wine64 wine xvfb xauth xdotool)

need_windows_root() { need_root "$WINDOWS_ROOT" sid "${TO_CROSS_COMPILE[@]}" "${TO_PLAY_WINDOWS[@]}"; }

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

# in_checkout FILE: a file under target/, as the root knows it at /timbang.
in_checkout() { echo "/timbang/target/${1#"$TARGET"/}"; }

# compile_installer FOLDER SCRIPT WORD…: makensis in that folder of the checkout; nothing it writes holds the time of today.
compile_installer() {
    local folder=$1 script=$2
    shift 2
    in_root "$WINDOWS_ROOT" root "/timbang/$folder" env SOURCE_DATE_EPOCH="$(git log -1 --format=%ct)" \
        makensis -V2 -WX "$@" "$script"
}

# made_before FILE WHAT…: whether the file is there and was made of exactly this; what it is made of is noted beside it.
made_before() {
    local file=$1 of
    shift
    of=$(git log -1 --format=%ct; printf '%s\n' "$@"; find packaging src-tauri/icons tests/wine "$WINDOWS_BUILT"/{timbang.exe,timbang-desktop.exe,WebView2Loader.dll} -type f -print0 | sort -z | xargs -0 sha256sum)
    mkdir -p "$WINDOWS/made"
    [[ -f $file && $of == "$(cat "$WINDOWS/made/$(basename "$file")" 2>/dev/null)" ]] && { echo "Already made: $file"; return; }
    rm -f "$file"
    printf '%s\n' "$of" >"$WINDOWS/made/$(basename "$file")"
    return 1
}

# make_installer VERSION OUT WORD…: OUT lies under target/.
make_installer() {
    local version=$1 out=$2
    made_before "$out" "$@" && return
    shift 2
    mkdir -p "$(dirname "$out")" "$WINDOWS/icons"
    cp src-tauri/icons/timbang.ico packaging/icons/*.ico "$WINDOWS/icons/"
    compile_installer packaging/windows timbang.nsi -DVERSION="$version" -DBUILT="$(in_checkout "$WINDOWS_BUILT")" \
        -DICONS="$(in_checkout "$WINDOWS/icons")" -DOUT="$(in_checkout "$out")" "$@"
    ls -l "$out"
}

# The installer that people get, and two for the tests: one of an older version, to upgrade from, and one that brings WebView2
# along, in whose place stands a program that only leaves word.
installers() {
    local webview2=$WINDOWS/webview2.exe
    make_installer "$VERSION" "$INSTALLER"
    make_installer 0.0.1 "$OLDER"
    compile_installer tests/wine webview2.nsi -DOUT="$(in_checkout "$webview2")"
    make_installer "$VERSION" "$WITH_WEBVIEW2" -DWEBVIEW2_INSTALLER="$(in_checkout "$webview2")"
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

# Everything that the run under Wine depends on, hashed.
played() {
    {
        git ls-files -z fixtures tests crates/exchange/templates | xargs -0 sha256sum
        sha256sum "$INSTALLER" "$OLDER" "$WITH_WEBVIEW2" "$(cat "$WINDOWS/journeys")" "$(cat "$WINDOWS/wine")" "$WINDOWS_ROOT/timbang.packages"
    } | sha256sum
}

# Where nothing has changed since a run that passed, its lines are shown again, and say when it was.
play_windows() {
    local passed=$WINDOWS/passed now
    now=$(played)
    if [[ $now == "$(cat "$passed" 2>/dev/null)" ]]; then
        printf 'Nothing has changed since the run of %s, whose lines follow. (To play again: rm %s)\n\n' "$(date -r "$passed" '+%F %R')" "$passed"
        cat "$passed.log"
        return
    fi
    rm -f "$passed"
    play_under_wine | tee "$passed.log"
    echo "$now" >"$passed"
}

# The journeys through the installed program, without those that tests/dev/not_under_wine.txt names with a reason.
play_under_wine() {
    in_root "$WINDOWS_ROOT" juri "$PWD" env INSTALLER="$INSTALLER" OLDER_INSTALLER="$OLDER" INSTALLER_WITH_WEBVIEW2="$WITH_WEBVIEW2" \
        JOURNEYS="$(cat "$WINDOWS/journeys")" WINE_TESTS="$(cat "$WINDOWS/wine")" \
        xvfb-run --auto-servernum tests/dev/under_wine.sh
}

windows() {
    rm -rf "$LOGS"
    step "Rust" need_rust
    step "Debian root with the compilers for Windows" need_windows_root
    page
    step "Command line and window for Windows" build_for_windows
    step "Installers" installers
    step "Building the tests" build_windows_tests
    step "Under Wine" play_windows
    summary
    trap - EXIT
    note_windows "$(passed)"
    printf '\n%s passed, 0 failed. Not under Wine:\n' "$(passed)"
    grep -v '^#' tests/dev/not_under_wine.txt
}

# note_windows PASSED: puts the run into docs/benchmarks.md.
note_windows() {
    put_section "Windows" <<RUN
\`./dev windows\` on $(date +%F), commit $(git rev-parse --short HEAD): $1 tests passed through the installed program under Wine. The steps took:

$(printf '    %s\n' "${STEPS[@]}" "$(duration $SECONDS)  in all")
RUN
}
