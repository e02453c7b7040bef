#!/usr/bin/env bash
# Measures `codegen` (release, static standard library) against a C program that only scans the same files with
# libyaml: instructions, wall time, peak memory, and what a second run writes when nothing has changed.
#
# Usage: Benchmarks/generator/run.sh [--gate] [--rounds N] [REGISTRY]
#   --gate      end with 1 where a limit below is passed
#   --rounds N  how often each command runs (default 21); commands run in turn, so that a load weighs on all alike
#   REGISTRY    a folder (default: the OpenTelemetry registry 1.44 beside this package)
#
# Instructions are counted by valgrind (`apt-get install valgrind`); without it that row is left out, and --gate fails.
# They repeat to a tenth of a percent whatever the machine does; wall time needs a quiet machine.
source "$(dirname "${BASH_SOURCE[0]}")/../../scripts/common.sh"

# The limits, as multiples of the scan and in MiB.
instruction_limit=1.5
wall_limit=1.6
memory_limit=24

gate=false
rounds=21
registry="$shared_registries/otel-semconv/v1.44.0/model"
while [ $# -gt 0 ]; do
    case "$1" in
    --gate) gate=true ;;
    --rounds)
        [ $# -gt 1 ] || fatal "--rounds needs a number"
        rounds=$2
        shift
        ;;
    -*) fatal "unknown option $1" ;;
    *) registry=$1 ;;
    esac
    shift
done
[ -d "$registry" ] || fatal "no registry at $registry; name one as argument"

work="$root/.build-bench"
mkdir -p "$work"

log "building codegen and the scan"
build=(swift build --configuration release --product codegen --static-swift-stdlib)
"${build[@]}" >&2
codegen=$("${build[@]}" --show-bin-path)/codegen
# What pkg-config says is empty on most machines, and more than one word on some.
# shellcheck disable=SC2046
cc -O2 -o "$work/scan" Benchmarks/scan/scan.c $(pkg-config --cflags --libs yaml-0.1 2>/dev/null || echo -lyaml)
cc -O2 -o "$work/measure" Benchmarks/generator/measure.c

output="$work/output"
scan=("$work/scan" "$registry")
generate=("$codegen" generate --quiet --registry "$registry" --output "$output" --stability all)

# --- What a run writes.

rm -rf "$output"
"${generate[@]}"
files=$(find "$output" -type f | wc -l | tr -d ' ')
size=$(find "$output" -type f -exec cat {} + | wc -c | tr -d ' ')
# Times of files can be as coarse as a second.
sleep 1.1
touch "$work/stamp"
sleep 1.1
inodes() { find "$output" -type f -exec ls -i {} + | LC_ALL=C sort; }
before=$(inodes)
"${generate[@]}"
rewritten=$(find "$output" -type f -newer "$work/stamp" | wc -l | tr -d ' ')
[ "$before" = "$(inodes)" ] || rewritten=$((rewritten > 0 ? rewritten : 1))

# --- Wall time, processor time and peak memory.

log "running each command $rounds times in turn"
"$work/measure" "$rounds" "${scan[@]}" -- @rm -rf "$output" -- "${generate[@]}" -- "${generate[@]}" >"$work/runs"

# --- Instructions.

# Prints the instructions of a command, or nothing without valgrind.
instructions() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 >/dev/null |
        awk '/Collected :/ { print $4 }'
}
scan_instructions="" first_instructions="" second_instructions=""
if command -v valgrind >/dev/null 2>&1; then
    log "counting instructions"
    scan_instructions=$(instructions "${scan[@]}")
    rm -rf "$output"
    first_instructions=$(instructions "${generate[@]}")
    second_instructions=$(instructions "${generate[@]}")
else
    log "valgrind is missing, so no instructions are counted; install it with: apt-get install valgrind"
fi

# --- The table.

printf 'Registry: %s\n' "$("${scan[@]}")"
printf 'Output: %s files, %s bytes; a second run wrote %s of them\n' "$files" "$size" "$rewritten"
printf 'Machine: %s, load %s\n' "$(uname -sm), $(getconf _NPROCESSORS_ONLN) cores" \
    "$(cut -d ' ' -f 1-3 /proc/loadavg 2>/dev/null || echo unknown)"

awk -v gate="$gate" -v rounds="$rounds" -v rewritten="$rewritten" \
    -v instructionLimit="$instruction_limit" -v wallLimit="$wall_limit" -v memoryLimit="$memory_limit" \
    -v ir1="$scan_instructions" -v ir2="$first_instructions" -v ir3="$second_instructions" '
    # Sorts values[1...count]; a few dozen of them, so the simplest way will do.
    function sortValues(values, count,    i, j, value) {
        for (i = 2; i <= count; i++) {
            value = values[i]
            for (j = i - 1; j > 0 && values[j] > value; j--) values[j + 1] = values[j]
            values[j + 1] = value
        }
    }
    function median(values, count) {
        sortValues(values, count)
        return count % 2 ? values[(count + 1) / 2] : (values[count / 2] + values[count / 2 + 1]) / 2
    }
    function summarise(index_,    round, values) {
        for (round = 1; round <= rounds; round++) values[round] = wall[round, index_]
        middle[index_] = median(values, rounds)
        least[index_] = values[1]
        for (round = 1; round <= rounds; round++) values[round] = cpu[round, index_]
        processor[index_] = median(values, rounds)
        for (round = 1; round <= rounds; round++) values[round] = wall[round, index_] / wall[round, 1]
        ratio[index_] = median(values, rounds)
    }
    function row(name, index_, instructions) {
        printf "%-24s %9.1f %9.1f %9.2f %9.2f %9.1f %10.1f", name, least[index_] / 1000, middle[index_] / 1000, \
            least[index_] / least[1], ratio[index_], processor[index_] / 1000, memory[index_] / 1024
        if (ir1 == "") printf "%11s %7s\n", "-", "-"
        else printf "%11.1f %7.3f\n", instructions / 1e6, instructions / ir1
    }
    function limit(name, value, most) {
        verdict = value <= most ? "ok" : "OVER"
        printf "%-52s %8.3f, limit %6.2f: %s\n", name, value, most, verdict
        if (value > most) failures++
    }
    { wall[$1, $2] = $3; cpu[$1, $2] = $4; if ($5 > memory[$2]) memory[$2] = $5 }
    END {
        for (i = 1; i <= 3; i++) summarise(i)
        print ""
        printf "%-24s %9s %9s %9s %9s %9s %10s %10s %7s\n", "", "wall min", "median", "ratio", "ratio", \
            "cpu", "peak", "million", "ratio"
        printf "%-24s %9s %9s %9s %9s %9s %10s %10s\n", rounds " rounds in turn", "ms", "ms", "of min", "in pairs", \
            "ms", "MiB", "instr."
        row("scan", 1, ir1)
        row("codegen, new output", 2, ir2)
        row("codegen, same output", 3, ir3)
        print ""
        failures = 0
        if (ir1 != "") {
            limit("instructions, new output, of the scan", ir2 / ir1, instructionLimit)
            limit("instructions, same output, of the scan", ir3 / ir1, instructionLimit)
        }
        else if (gate == "true") { print "instructions were not counted"; failures++ }
        limit("wall time, new output, median of pairs, of the scan", ratio[2], wallLimit)
        limit("wall time, same output, median of pairs, of the scan", ratio[3], wallLimit)
        limit("peak memory, MiB", (memory[2] > memory[3] ? memory[2] : memory[3]) / 1024, memoryLimit)
        limit("files written by a run with nothing changed", rewritten, 0)
        exit gate == "true" && failures > 0
    }
' "$work/runs"
