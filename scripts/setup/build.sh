# Configuring and building a preset; sourced by run.sh, test.sh and bench.sh after common.sh.

# build PRESET [TARGET…]: into build/PRESET; the whole output goes to build/log/PRESET.log.
build() {
  local preset=$1 folder=$repo_root/build/$1 log=$repo_root/build/log/$1.log stamp started=$SECONDS
  shift
  # Configured anew when the set-up gave other folders or a CMakeLists.txt came or went; other
  # changes are seen by ninja itself.
  stamp=$(cd "$repo_root" && {
    cat build/third_party.cmake CMakePresets.json
    find . -path ./build -prune -o -name CMakeLists.txt -print | sort
  } | sha256sum)
  if [ "$stamp" != "$(cat "$folder/.configured" 2>/dev/null || true)" ]; then
    (cd "$repo_root" && quietly "$log" cmake --fresh --preset "$preset")
    printf '%s\n' "$stamp" >"$folder/.configured"
  fi
  if ninja -C "$folder" -n "$@" | grep -q 'no work to do'; then
    return 0
  fi
  printf 'build: %s (log: build/log/%s.log)\n' "$preset" "$preset"
  quietly "$log" ninja -C "$folder" "$@"
  printf 'build: %s ready (%s s)\n' "$preset" $((SECONDS - started))
}
