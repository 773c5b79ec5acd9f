#!/usr/bin/env bash
# The programs built here for this system ($1: Windows or macOS), in one archive under target/archive with its sum.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

version=$(sed -n '/^\[workspace.package\]/,/^\[/s/^version = "\(.*\)"/\1/p' Cargo.toml)
archive=timbang-$version-$1.tar.gz
built=target/release
mkdir -p target/archive
cd "$built"
programs=()
for program in timbang timbang-desktop timbang.exe timbang-desktop.exe WebView2Loader.dll; do
    [[ -f $program ]] && programs+=("$program")
done
cd - >/dev/null
tar -czf "target/archive/$archive" -C "$built" "${programs[@]}"
cd target/archive
if command -v sha256sum >/dev/null; then sha256sum "$archive"; else shasum -a 256 "$archive"; fi >"$archive.sha256"
