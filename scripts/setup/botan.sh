# Botan as one source file, compiled once natively and once to wasm. Sourced by setup.sh.
# Leaves the folders (botan_all.h, libbotan.a) in `botan_native` and `botan_web`.

botan_modules=(
  aead aes argon2 base64 chacha20poly1305 ctr ed25519 gcm hex hkdf hmac hmac_drbg md5
  pcurves_secp256r1 pcurves_sm2p256v1 pem pubkey sha1 sha2_32 sha2_64 sm2 sm3 sm4 x25519
)
# The browser's randomness comes through our own port, so only the native build asks the system.
botan_modules_native=(auto_rng system_rng)
botan_modules_x86=(aes_ni ghash_cpu sha2_32_bmi2 sha2_32_x86)
botan_flags=(-std=c++20 -O2 -DNDEBUG -w)

comma() { local IFS=,; echo "$*"; }

# build_botan TARGET_FOLDER SOURCE COMPILER ARCHIVER CONFIGURE_OPTIONS… -- COMPILER_OPTIONS…
build_botan() {
  local target=$1 source=$2 compiler=$3 archiver=$4 part=$1.part options=() started=$SECONDS log
  shift 4
  while [ "$1" != -- ]; do
    options+=("$1")
    shift
  done
  shift
  log=$cache_root/log/$(basename "$target").log
  rm -rf "$part"
  mkdir -p "$part/build"
  (
    cd "$part/build"
    quietly "$log" python3 "$source/configure.py" --amalgamation --minimized-build \
      --disable-shared-library --with-build-dir="$part/build" --without-documentation \
      "${options[@]}"
    quietly "$log" "$compiler" "${botan_flags[@]}" "$@" -c botan_all.cpp -o botan_all.o
    quietly "$log" "$archiver" rcs ../libbotan.a botan_all.o
    cp botan_all.h ..
  )
  rm -rf "$part/build"
  publish "$part" "$target"
  say "Botan compiled into $target ($((SECONDS - started)) s)"
}

provide_botan() {
  local source=${PINGSHEN_BOTAN_SOURCE_DIR:-} native=("${botan_modules[@]}" "${botan_modules_native[@]}")
  if [ -z "$source" ]; then
    debian_source botan3 trixie configure.py
    source=$source_folder
  fi
  [ "$(uname -m)" != x86_64 ] || native+=("${botan_modules_x86[@]}")
  local web_flags=(-fwasm-exceptions) stem
  stem=$(basename "$source" | tr -c 'A-Za-z0-9.\n' - | sed 's/^source-/built-/')
  botan_native=$cache_root/$stem-native-$(recipe "$source" "${native[@]}" "${botan_flags[@]}" "$(g++ -dumpfullversion)")
  botan_web=$cache_root/$stem-web-$(recipe "$source" "${botan_modules[@]}" "${botan_flags[@]}" "${web_flags[@]}" "$emscripten_root")
  # Side by side: each is one long compilation on one processor.
  local running=()
  if [ ! -d "$botan_native" ]; then
    build_botan "$botan_native" "$source" g++ ar --cc=gcc \
      --enable-modules="$(comma "${native[@]}")" -- -fPIC -pthread &
    running+=($!)
  fi
  if [ ! -d "$botan_web" ]; then
    build_botan "$botan_web" "$source" "$emscripten_root/em++" "$emscripten_root/emar" \
      --os=emscripten --cpu=wasm --cc=emcc \
      --enable-modules="$(comma "${botan_modules[@]}")" -- "${web_flags[@]}" &
    running+=($!)
  fi
  local job
  for job in "${running[@]}"; do
    wait "$job"
  done
}
