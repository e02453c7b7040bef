#!/usr/bin/env bash
# Measures what generated code costs those who compile it: processor time in debug and release, the size of the
# objects, and the size of a program that uses one key.
#
# Usage: Benchmarks/CompileCost/run.sh [--gate] [--rounds N] [--use EXPRESSION] [FOLDER]
#   --gate            end with 1 where a limit below is passed
#   --rounds N        how often each compilation runs (default 3); the least time counts
#   --use EXPRESSION  what the program prints (default: Attributes.HTTP.Request.method.name)
#   FOLDER            generated sources (default: made of the OpenTelemetry registry 1.44 beside this package, with
#                     everything that is not stable)
#
# Two sets are compiled: `core`, which is attributes, enumerations and metrics, and `all`. Time is that of the user,
# over all processes of one `swiftc` with SwiftPM's flags, after TelemetryAPI is there. A machine that is busy with
# other work shows more of it, up to half as much again.
source "$(dirname "${BASH_SOURCE[0]}")/../../scripts/common.sh"

# The limits of the set `core`, in seconds.
debug_limit=8
release_limit=11

gate=false
rounds=3
use=Attributes.HTTP.Request.method.name
sources=""
while [ $# -gt 0 ]; do
    case "$1" in
    --gate) gate=true ;;
    --rounds | --use)
        [ $# -gt 1 ] || fatal "$1 needs a value"
        if [ "$1" = --use ]; then use=$2; else rounds=$2; fi
        shift
        ;;
    -*) fatal "unknown option $1" ;;
    *) sources=$(cd "$1" && pwd) || fatal "no folder $1" ;;
    esac
    shift
done

work="$root/.build-bench/compile-cost"
rm -rf "$work"
mkdir -p "$work"

if [ -z "$sources" ]; then
    registry="$shared_registries/otel-semconv/v1.44.0/model"
    [ -d "$registry" ] || fatal "no registry at $registry; name a folder of generated sources"
    sources="$work/sources"
    "$(built_codegen)" generate --quiet --registry "$registry" --output "$sources" --stability all
fi

# Prints the seconds of the user that a command takes, the least of all rounds.
seconds() {
    local round
    local TIMEFORMAT=%U
    : >"$work/times"
    for ((round = 0; round < rounds; round++)); do
        if ! { time "$@" >"$work/log" 2>&1; } 2>>"$work/times"; then
            cat "$work/log" >&2
            fatal "the sources do not compile"
        fi
    done
    LC_ALL=C sort -n "$work/times" | head -n 1
}

# What SwiftPM passes on the command line.
flags() {
    if [ "$1" = debug ]; then
        printf '%s\n' -Onone -g -enable-batch-mode -enable-testing
    else
        printf '%s\n' -O -g -whole-module-optimization
    fi
}

# Compiles the files of a set, with objects and module in a folder of their own.
compile() {
    local configuration=$1 folder=$2
    shift 2
    # shellcheck disable=SC2046
    (cd "$folder" && swiftc $(flags "$configuration") -swift-version 6 -parse-as-library -I "$work/$configuration" \
        -module-name SemanticConventions -emit-module -emit-module-path SemanticConventions.swiftmodule \
        -output-file-map files.json -c "$@")
}

# Says where each object goes, as SwiftPM does: a file called like the module would clash with the module's own object.
file_map() {
    local configuration=$1 file separator="{"
    shift
    if [ "$configuration" = release ]; then
        printf '{"": {"object": "all.o"}'
        separator=","
    fi
    for file in "$@"; do
        printf '%s\n"%s": {"object": "%s.o"}' "$separator" "$file" "$(basename "$file")"
        separator=","
    done
    printf '}\n'
}

# The files of a set. The file of the whole module names view presets, which `core` goes without.
files_of() {
    if [ "$1" = all ]; then
        find "$sources" -name '*.swift'
    else
        awk '/^extension ViewPresets/ { exit } { print }' "$sources/SemanticConventions.swift" \
            >"$work/SemanticConventions.swift"
        printf '%s\n' "$work/SemanticConventions.swift"
        find "$sources" -name '*Attributes*.swift' -o -name '*EnumValues*.swift' -o -name '*Metrics*.swift'
    fi | LC_ALL=C sort
}

kilobytes() { cat "$@" | wc -c | awk '{ printf "%d", $1 / 1000 }'; }

# The size of a program that links all objects and uses one key, without symbols.
program_size() {
    local configuration=$1 folder=$2
    printf 'import SemanticConventions\nimport TelemetryAPI\nprint(%s)\n' "$use" >"$work/main.swift"
    {
        # shellcheck disable=SC2046
        swiftc $(flags "$configuration") -swift-version 6 -I "$work/$configuration" -I "$folder" \
            -module-name Program -c "$work/main.swift" -o "$work/main.o" &&
            swiftc "$work/main.o" "$folder"/*.o "$work/$configuration"/*.o -o "$work/program" &&
            "$work/program"
    } >"$work/log" 2>&1 || {
        cat "$work/log" >&2
        fatal "the program that uses $use does not build and run"
    }
    strip "$work/program"
    kilobytes "$work/program"
}

failures=0
printf 'Sources: %s files, %s KB\n' "$(files_of all | wc -l | tr -d ' ')" \
    "$(files_of all | tr '\n' '\0' | xargs -0 cat | wc -c | awk '{ printf "%d", $1 / 1000 }')"
printf 'Machine: %s, load %s\n\n' "$(uname -sm), $(getconf _NPROCESSORS_ONLN) cores" \
    "$(cut -d ' ' -f 1-3 /proc/loadavg 2>/dev/null || echo unknown)"
printf '%-16s %7s %8s %12s %12s\n' "" "files" "user s" "objects KB" "program KB"
for configuration in debug release; do
    mkdir -p "$work/$configuration"
    # shellcheck disable=SC2046
    (cd "$work/$configuration" && swiftc $(flags "$configuration") -swift-version 6 -parse-as-library \
        -module-name TelemetryAPI -emit-module -emit-module-path TelemetryAPI.swiftmodule \
        -c "$root"/Sources/TelemetryAPI/*.swift)
    for set in core all; do
        folder="$work/$configuration-$set"
        mkdir -p "$folder"
        files=()
        while IFS= read -r file; do files+=("$file"); done < <(files_of "$set")
        file_map "$configuration" "${files[@]}" >"$folder/files.json"
        time=$(seconds compile "$configuration" "$folder" "${files[@]}")
        size=$(program_size "$configuration" "$folder")
        printf '%-16s %7d %8s %12s %12s\n' "$configuration, $set" "${#files[@]}" "$time" \
            "$(kilobytes "$folder"/*.o)" "$size"
        limit=$debug_limit
        if [ "$configuration" = release ]; then limit=$release_limit; fi
        if [ "$set" = core ] && awk -v time="$time" -v limit="$limit" 'BEGIN { exit !(time > limit) }'; then
            log "$configuration takes $time s, and may take $limit s"
            failures=$((failures + 1))
        fi
    done
done

if $gate && [ "$failures" -gt 0 ]; then fatal "$failures limits are passed"; fi
