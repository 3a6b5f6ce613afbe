# The Emscripten compiler: the one on PATH when it is recent, else Debian's, unpacked privately.
# Sourced by setup.sh. Leaves its folder (the one with emcc in it) in `emscripten_root`.

emcc_least=3.1.60

emscripten_packages=(
  emscripten binaryen clang-19 libclang-cpp19 libclang-common-19-dev lld-19 llvm-19
  llvm-19-linker-tools libllvm19 libc6 libstdc++6 libgcc-s1 zlib1g libxml2 libicu76 liblzma5
  libedit2 libbsd0 libmd0 libtinfo6 libffi8 libz3-4 libzstd1 node-acorn
)

# emcc is a Python program of half a second: its version is asked only when the file is a new one.
emcc_version() {
  local remembered=$cache_root/emcc-version key
  key="$1 $(stat -L -c '%Y %s' "$1")"
  if ! grep -qsxF "$key" "$remembered"; then
    local version
    version=$("$1" -dumpversion 2>/dev/null | grep -oE '^[0-9]+\.[0-9]+\.[0-9]+' || true)
    printf '%s\n%s\n' "$key" "${version:-0}" >"$remembered"
  fi
  tail -n 1 "$remembered"
}

provide_emscripten() {
  local own
  own=$(command -v emcc || true)
  if [ -n "$own" ] && version_at_least "$(emcc_version "$own")" "$emcc_least"; then
    emscripten_root=$(dirname "$(realpath "$own")")
    return 0
  fi
  local key
  key=$(recipe "${emscripten_packages[@]}" unpack-3)
  own=$(newest_match "$cache_root/emscripten-*-$key")
  if [ -z "$own" ]; then
    unpack_emscripten "$key"
  fi
  emscripten_root=$(realpath "$own")/usr/share/emscripten
}

# Sets `own` of the caller.
unpack_emscripten() {
  local key=$1 downloads=$apt_root/cache/emscripten-$1 version part started=$SECONDS
  prepare_private_apt
  say "no emcc of $emcc_least or newer on PATH: fetching Debian's (about 300 MB)"
  debian_binaries "$downloads" "${emscripten_packages[@]}"
  version=$(dpkg-deb -f "$downloads"/emscripten_*.deb Version | sed 's/[~+-].*//')
  own=$cache_root/emscripten-$version-$key
  part=$own.part
  rm -rf "$part"
  mkdir -p "$part"
  say "  $(folder_size "$downloads") fetched in $((SECONDS - started)) s, unpacking (2 GB)"
  local package
  for package in "$downloads"/*.deb; do
    dpkg-deb -x "$package" "$part"
  done
  tie_together "$part" "$own"
  publish "$part" "$own"
  rm -rf "$downloads"
  say "  Emscripten $version is in $own ($((SECONDS - started)) s)"
}

# tie_together FOLDER FINAL: makes the programs in FOLDER run with the libraries beside them and no
# others, once FOLDER has become FINAL.
tie_together() {
  local folder=$1 final=$2 triple loader program
  triple=$(gcc -print-multiarch)
  loader=$(compgen -G "$folder/usr/lib/$triple/ld-linux-*.so.*" | head -n 1)
  [ -n "$loader" ] || die "no dynamic loader for $triple among the unpacked packages"
  loader=$final/${loader#"$folder"/}
  # The two libraries carry a run path of their own, which would hide the one of the programs.
  for program in "$folder"/usr/lib/llvm-19/bin/{clang,lld,llvm-ar,llvm-nm,llvm-objcopy,llvm-size,llvm-cxxfilt} \
    "$folder"/usr/bin/wasm-* "$folder/usr/lib/$triple"/{libLLVM.so.19.1,libclang-cpp.so.19.1}; do
    program=$(realpath "$program")
    # Only real programs: scripts and links to the same file are skipped.
    [ "$(head -c 4 "$program" | tail -c 3)" = ELF ] || continue
    case "$program" in
      *.so.*) ;;
      *) patchelf --set-interpreter "$loader" "$program" ;;
    esac
    patchelf --force-rpath --set-rpath "$final/usr/lib/$triple:$final/usr/lib/llvm-19/lib" "$program"
  done
  mkdir -p "$folder/usr/share/emscripten/node_modules"
  ln -sfn ../../nodejs/acorn "$folder/usr/share/emscripten/node_modules/acorn"
  # Found by emcc by itself because it lies beside it.
  cat >"$folder/usr/share/emscripten/.emscripten" <<CONFIG
LLVM_ROOT = '$final/usr/lib/llvm-19/bin'
BINARYEN_ROOT = '$final/usr'
NODE_JS = 'node'
CACHE = '$final/usr/share/emscripten/cache'
FROZEN_CACHE = True
CONFIG
}
