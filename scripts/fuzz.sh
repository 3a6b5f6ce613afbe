#!/usr/bin/env bash
# Builds the fuzz targets and runs each, two at a time: random input under the address and undefined
# behaviour sanitizers. What makes one fail is kept in build/fuzz/findings and named.
#   scripts/fuzz.sh [SECONDS [TARGET…]]    60 seconds each; expression form_loader xlsx
#   build/fuzz/tests/fuzz/xlsx_fuzz FILE   runs one input again
# What they learnt stays in build/fuzz/corpus for the next run.
set -euo pipefail

here=$(dirname "${BASH_SOURCE[0]}")
. "$here/setup/common.sh"
. "$here/setup/build.sh"

seconds=${1:-60}
[[ "$seconds" =~ ^[1-9][0-9]*$ ]] || die "not a number of seconds: $seconds"
targets=("${@:2}")
[ ${#targets[@]} -gt 0 ] || targets=(expression form_loader xlsx)
# A clock on the wall, and a busy machine may stop for half a minute: hence 120 s for one input.
# Longer inputs only make the fuzzer slow: an expression, a small form, a small workbook.
declare -A longest=([expression]=512 [form_loader]=16384 [xlsx]=32768)
for target in "${targets[@]}"; do
  [ -n "${longest[$target]:-}" ] || die "no fuzz target $target (there are: ${!longest[*]})"
done

fuzz=$repo_root/build/fuzz
build fuzz "${targets[@]/%/_fuzz}"
python3 "$repo_root/tests/fuzz/make_seeds.py" "$fuzz/seeds" >"$repo_root/build/log/fuzz-seeds.log"
mkdir -p "$fuzz/findings"

# One line: the target, how many inputs, and the finding.
fuzz_one() {
  local target=$1 status=0
  local log=$repo_root/build/log/fuzz-$target.log corpus=$fuzz/corpus/$target
  local dictionary=$repo_root/tests/fuzz/$target.dict
  [ "$target" != form_loader ] || dictionary=$repo_root/tests/fuzz/form.dict
  mkdir -p "$corpus"
  "$fuzz/tests/fuzz/${target}_fuzz" -max_total_time="$seconds" -max_len="${longest[$target]}" \
    -timeout=120 -rss_limit_mb=2048 -dict="$dictionary" -print_final_stats=1 \
    -artifact_prefix="$fuzz/findings/$target-" "$corpus" "$fuzz/seeds/$target" >"$log" 2>&1 || status=$?
  local runs
  runs=$(sed -n 's/^stat::number_of_executed_units: //p' "$log")
  if [ "$status" -eq 0 ] && [ "${runs:-0}" -gt 0 ]; then
    printf 'fuzz: %s: %s inputs in %s s, no finding\n' "$target" "$runs" "$seconds"
    return 0
  fi
  tail -n 60 "$log" | cut -c 1-300
  printf 'fuzz: %s FAILED after %s inputs: %s (log: build/log/fuzz-%s.log)\n' "$target" "${runs:-0}" \
    "$(sed -n 's/.*Test unit written to //p' "$log" | tail -n 1)" "$target"
  return 1
}

failed=0
for ((i = 0; i < ${#targets[@]}; i += 2)); do
  pids=()
  for target in "${targets[@]:i:2}"; do
    fuzz_one "$target" &
    pids+=($!)
  done
  for pid in "${pids[@]}"; do
    wait "$pid" || failed=$((failed + 1))
  done
done
[ "$failed" -eq 0 ]
