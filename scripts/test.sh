#!/usr/bin/env bash
# Builds everything and runs every test: natively under sanitizers, as WebAssembly under Node, in a real
# browser against the optimised desk, and each fuzz target for a minute. The last line counts; the exit code is not 0 when anything failed.
#   scripts/test.sh            everything
#   scripts/test.sh --quick    the native tests only, without sanitizers
set -euo pipefail

here=$(dirname "${BASH_SOURCE[0]}")
. "$here/setup/common.sh"
. "$here/setup/build.sh"

presets=(sanitize web)
browser=yes
quick=
case "${1:-}" in
  '') ;;
  --quick) presets=(dev) browser= quick=yes ;;
  *) die "unknown option $1 (there is only --quick)" ;;
esac

"$here/setup.sh" --tests

passed=0
failed=0
count() {
  passed=$((passed + $1))
  failed=$((failed + $2))
  printf 'test: %s: %s passed, %s failed (%s s)\n' "$3" "$1" "$2" "$4"
}

# Cases in a ctest log: GoogleTest says how many passed and failed; any other program is one case,
# and so is a program that died before it could say.
count_cases() {
  awk '
    /^\[  PASSED  \] [0-9]+ test/ { passed += $4; told = 1 }
    /^\[  FAILED  \] .* \([0-9]+ ms\)$/ { failed++; bad = 1 }
    /^Test Passed\.$/ { if (!told) passed++; told = bad = 0 }
    /^Test (Failed|not run|time-out)/ || /^Test timeout/ || /^Unable to find executable/ {
      if (!bad) failed++
      told = bad = 0
    }
    END { print passed + 0, failed + 0 }' "$1"
}

for preset in "${presets[@]}"; do
  build "$preset"
  started=$SECONDS
  folder=$repo_root/build/$preset
  status=0
  ctest --test-dir "$folder" --no-tests=error --output-on-failure -j "$(nproc)" \
    >"$repo_root/build/log/ctest-$preset.log" 2>&1 || status=$?
  read -r good bad < <(count_cases "$folder/Testing/Temporary/LastTest.log")
  if [ "$status" -ne 0 ]; then
    cat "$repo_root/build/log/ctest-$preset.log"
    [ "$bad" -gt 0 ] || bad=1
  fi
  count "$good" "$bad" "$preset" $((SECONDS - started))
done

if [ -n "$browser" ]; then
  # The program as it is used: optimised.
  build native pingshen flip_every_byte
  started=$SECONDS
  log=$repo_root/build/log/browser.log
  status=0
  (cd "$repo_root" && PINGSHEN_WEB_DIST=$repo_root/build/web/dist \
    PINGSHEN_DESK=$repo_root/build/native/commission/pingshen \
    node tests/browser/run.mjs) 2>&1 | tee "$log" || status=$?
  # Node's test runner closes each file with "ℹ pass N" and "ℹ fail N".
  read -r good bad < <(awk '
    $2 == "pass" && NF == 3 { passed += $3 }
    ($2 == "fail" || $2 == "cancelled") && NF == 3 { failed += $3 }
    END { print passed + 0, failed + 0 }' "$log")
  if [ "$status" -eq 0 ] && [ "$good" -eq 0 ]; then
    echo "test: no browser test ran"
    bad=1
  fi
  if [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then
    bad=1
  fi
  count "$good" "$bad" browser $((SECONDS - started))
fi

if [ -z "$quick" ]; then
  started=$SECONDS
  log=$repo_root/build/log/fuzz.log
  status=0
  "$here/fuzz.sh" 60 2>&1 | tee "$log" || status=$?
  good=$(grep -c '^fuzz: .* no finding$' "$log" || true)
  bad=$(grep -c '^fuzz: .* FAILED ' "$log" || true)
  if [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then
    bad=1
  fi
  count "$good" "$bad" fuzz $((SECONDS - started))
fi

printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
