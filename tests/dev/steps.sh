# Steps with a name, their output as it comes, their time, and a table at the end. Sourced by ./dev.

LOGS=${CARGO_TARGET_DIR:-target}/dev
STEPS=()

# step NAME COMMAND…: runs it, and stops everything when it fails.
#
# The output goes to a file and is shown from there. Through a pipe, a program that the step leaves running, as services
# of a desktop may be, would hold up whoever reads our output for as long as it lives.
step() {
    local name=$1 status began=$SECONDS running shown
    shift
    local log="$LOGS/${#STEPS[@]}.log"
    mkdir -p "$LOGS"
    printf '\n── %s\n' "$name"
    : >"$log"
    sleep infinity >/dev/null &
    running=$!
    tail -n +1 -f --pid=$running --sleep-interval=0.2 "$log" &
    shown=$!
    # Not inside an `if`: there `set -e` would be off within the step.
    set +e
    (set -e; "$@") >>"$log" 2>&1
    status=$?
    kill $running
    wait $running $shown 2>/dev/null
    set -e
    local took=$((SECONDS - began))
    if ((status == 0)); then
        STEPS+=("$(duration $took)  $name")
    else
        STEPS+=("$(duration $took)  $name: FAILED")
        printf '\nFAILED: %s (exit %d)\n' "$name" "$status"
        exit 1
    fi
}

duration() { printf '%3d min %02d s' $(($1 / 60)) $(($1 % 60)); }

# The table of times; also when a step failed.
summary() {
    ((${#STEPS[@]} > 1)) || return 0
    printf '\n'
    printf '%s\n' "${STEPS[@]}"
    printf '%s  in all\n' "$(duration $SECONDS)"
}

# How many tests the steps' runners say have passed: nextest, cargo test, vitest, unittest.
passed() {
    sed -E 's/\x1b\[[0-9;]*m//g' "$LOGS"/*.log | awk '
        /Summary \[.*tests? run:/        { sub(/.*run: /, ""); n += $1 }
        /^test result: ok\./             { n += $4 }
        /^ *Tests +[0-9]+ passed/        { n += $2 }
        /^Ran [0-9]+ tests? in/          { n += $2 }
        END                              { print n + 0 }'
}

# put_section HEADING: puts standard input under that heading of docs/benchmarks.md, in place of what stood there.
put_section() {
    local page=docs/benchmarks.md
    {
        awk -v heading="## $1" '/^## / { skip = $0 == heading } !skip' "$page"
        printf '\n## %s\n\n' "$1"
        cat
    } | cat -s >"$page.new"
    mv "$page.new" "$page"
}
