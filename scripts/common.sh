# shellcheck shell=bash
# What every script here shares: strict mode, `log`, `fatal`, and the root of the package as the working directory.
# Use: source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
#
# Everything in this folder runs with the bash 3.2 of macOS too: no `mapfile`, no associative arrays.

set -euo pipefail

# The package's root, whatever folder the caller stood in.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

# Tells what goes on. Standard error, so that a script's standard output stays its result.
log() { printf '** %s\n' "$*" >&2; }

# Says why the script cannot go on or what it found wrong, and ends it.
fatal() {
    printf '** ERROR: %s\n' "$*" >&2
    exit 1
}

# Real registries for tests and measurements. They are not part of the package; what needs them says that it skips.
shared_registries="$root/../shared/registries"

# The files that belong to the package: what git has, or would have after `git add`.
package_files() {
    git ls-files --cached --others --exclude-standard
}

# The Swift files that people write. What is generated, golden files too, has the layout of the templates, with lines as
# long as the texts of the model need them.
written_swift() {
    package_files | grep -E '\.swift$' | grep -vE '^Generated/|/Fixtures/' | while IFS= read -r file; do
        if [ -f "$file" ]; then printf '%s\n' "$file"; fi
    done
}

# Where the debug build of `codegen` lies, after building it.
built_codegen() {
    # Bash drops `set -e` inside `$(...)`, where this is called.
    swift build --product codegen >&2 || exit 1
    printf '%s/codegen\n' "$(swift build --product codegen --show-bin-path)"
}
