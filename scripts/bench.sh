#!/usr/bin/env bash
# Builds what measures and prints its figures; asserts nothing.
#   scripts/bench.sh            everything
#   scripts/bench.sh engine     the form engine, natively and as WebAssembly under Node
#   scripts/bench.sh app        the app in a browser: bytes, start, tap to durable, idle, memory
#   scripts/bench.sh page FOLDER [PORT]   serves the measuring page with the forms of FOLDER until stopped
# Figures of one call are of the same machine at about the same time: compare those.
set -euo pipefail

here=$(dirname "${BASH_SOURCE[0]}")
. "$here/setup/common.sh"
. "$here/setup/build.sh"

measure_engine() {
  local native=build/native/tests/bench/engine_bench web=build/web/tests/bench/engine_bench.js rows
  build native engine_bench form_load
  build web engine_bench form_load
  rows=$(mktemp -d)
  echo "form engine, natively"
  "$native" | tee "$rows/native"
  echo "form engine, WebAssembly under Node $(node --version)"
  node "$web" | tee "$rows/web"
  # Columns of engine_bench: 4 load, 5 its least, 8 and 9 answer p50 and p95.
  awk 'FNR == 1 { next }
       NR == FNR { for (i = 1; i <= NF; ++i) native[$1, i] = $i; next }
       { printf "%5d items, WebAssembly / native: load %.2f (least %.2f), answer p50 %.2f, p95 %.2f\n",
                $1, $4 / native[$1, 4], $5 / native[$1, 5], $8 / native[$1, 8], $9 / native[$1, 9] }' \
    "$rows/native" "$rows/web"
  rm -r "$rows"
  echo "reading a large form of mixed items, natively and as WebAssembly"
  build/native/tests/bench/form_load
  node build/web/tests/bench/form_load.js
}

measure_app() {
  build web pingshen_site
  PINGSHEN_WEB_DIST=$repo_root/build/web/dist node tests/browser/bench.mjs
}

serve_page() {
  [ $# -gt 0 ] || die "bench.sh page: which folder has the forms?"
  build web bench_page
  exec node tests/bench/page/serve.mjs "$@"
}

"$here/setup.sh" --tests
if [ "${1:-}" = page ]; then
  shift
  [ $# -eq 0 ] || set -- "$(realpath "$1")" "${@:2}"
  cd "$repo_root"
  serve_page "$@"
fi
cd "$repo_root"
[ $# -gt 0 ] || set -- engine app
for part in "$@"; do
  case $part in
    engine | app) "measure_$part" ;;
    *) die "bench.sh: there is no part \"$part\"; there are: engine, app, page" ;;
  esac
done
