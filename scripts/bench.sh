#!/usr/bin/env bash
# Builds the app and prints its figures: bytes, start, tap to durable, idle, memory. Asserts nothing.
set -euo pipefail

here=$(dirname "${BASH_SOURCE[0]}")
. "$here/setup/common.sh"
. "$here/setup/build.sh"

"$here/setup.sh" --tests
build web pingshen_site
cd "$repo_root"
PINGSHEN_WEB_DIST=$repo_root/build/web/dist node tests/browser/bench.mjs
