#!/usr/bin/env bash
# Scores the expression language against the cases in ../shared/conformance and prints pass counts by
# family of functions (docs/conformance.md). After scripts/setup.sh.
#   scripts/conformance.sh [FOLDER]    the folder that holds conformance/; ../shared
set -euo pipefail

here=$(dirname "${BASH_SOURCE[0]}")
. "$here/setup/common.sh"
. "$here/setup/build.sh"

shared=$(realpath "${1:-$repo_root/../shared}")
build native pingshen
python3 "$repo_root/tests/commission/conformance_test.py" \
  "$repo_root/build/native/commission/pingshen" "$shared" --tables
