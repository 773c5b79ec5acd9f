# Debian roots under target/, in which something is built or tried apart from this machine. Sourced by ./dev.

# need_root ROOT SUITE PACKAGE…: a minimal Debian of that release with these packages, and a user juri.
need_root() {
    local root=$1 suite=$2 wanted="${*:2}" made=$1/timbang.packages name
    shift 2
    [[ $(cat "$made" 2>/dev/null) == "$wanted" ]] && { echo "Already there: $root"; return; }
    echo "Making a Debian root ($suite) in $root; debootstrap and chroot need root."
    # The keys of Debian, of which other distributions know nothing.
    need_packages debootstrap debian-archive-keyring
    as_root mkdir -p "$root"
    [[ -x $root/usr/bin/apt-get ]] || as_root debootstrap --variant=minbase --components="$(components "$suite")" "$suite" "$root"
    as_root cp /etc/resolv.conf "$root/etc/resolv.conf"
    # A mirror may lag behind: its signature counts, not its date.
    in_root "$root" root / apt-get update -q -o Acquire::Check-Valid-Until=false </dev/null
    in_root "$root" root / env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends ca-certificates locales "$@" </dev/null
    in_root "$root" root / apt-get clean
    # What this machine trusts, so that the registry answers behind a proxy of the house too.
    as_root cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"
    for name in id_ID en_US; do in_root "$root" root / localedef -i "$name" -f UTF-8 "$name.UTF-8"; done
    # Programs are used by somebody who is not root: root may write everywhere.
    in_root "$root" root / id juri >/dev/null 2>&1 || in_root "$root" root / useradd --create-home juri
    as_root tee "$made" <<<"$wanted" >/dev/null
}

# components SUITE: the parts of a distribution that hold what is needed: Ubuntu keeps some of it outside of its main part.
components() {
    local here
    here=$(. /etc/os-release && echo "$ID")
    if [[ $here == ubuntu && $1 != sid ]]; then echo main,universe; else echo main; fi
}

# in_root ROOT USER FOLDER COMMAND…: the command in the root, as that user. The checkout lies at /timbang there, so that no
# path of this machine gets into what is built, and at its own path, where the tests look for fixtures; /full is a disk of
# 4 MB. Everything mounted and started ends with the command.
in_root() {
    mkdir -p target
    as_root unshare --mount --pid --fork --kill-child bash -euc '
        checkout=$1 target=$2 root=$3 user=$4 folder=$5
        shift 5
        mkdir -p "$root/timbang" "$root/full" "$root$checkout"
        mount -t proc proc "$root/proc"
        mount --rbind /dev "$root/dev"
        mount -t tmpfs -o mode=1777 tmp "$root/tmp"
        mount -t tmpfs -o mode=1777,size=4m full "$root/full"
        for place in /timbang "$checkout"; do
            mount --bind "$checkout" "$root$place"
            mount --bind "$target" "$root$place/target"
        done
        home=/root
        [[ $user == root ]] || home=/home/$user
        # This shell stays the first process there: xvfb-run would wait forever as the first.
        chroot --userspec="$user" "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 HOME="$home" USER="$user" \
            bash -c "cd \"\$0\" && exec \"\$@\"" "$folder" "$@" || exit $?
        exit 0
    ' in_root "$PWD" "$TARGET" "$@"
}
