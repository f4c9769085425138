#!/bin/sh
# multi-gitter runs this in the clone of each repository. It commits and opens a pull request where this ends with 0 and has changed something.
set -eu

reports=${TLS_REPORTS:-${TMPDIR:-/tmp}/tls-codemod-reports}
report="$reports/$(printf '%s' "${REPOSITORY:-$(basename "$PWD")}" | tr '/' '_').md"
mkdir -p "$reports"

# 3: some files could not be read or parsed; the report names them, and the others are done
npx --yes tls-codemod@0.0.0 fix --no-interactive --quiet --fail-on none -o "md:$report" || {
  code=$?
  [ "$code" -eq 3 ] || exit "$code"
}
