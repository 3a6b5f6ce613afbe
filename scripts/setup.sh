#!/usr/bin/env bash
# Makes this machine able to build the project; does nothing where nothing is missing.
#   scripts/setup.sh           what the app and the desk need
#   scripts/setup.sh --tests   and what the tests need besides (a browser, fonts, command-line tools)
#
# Changes the system only by installing Debian packages. Everything else goes to
# ${XDG_CACHE_HOME:-~/.cache}/pingshen (PINGSHEN_CACHE_DIR names another place) and to build/.
#
# Own copies instead of downloads, by environment variable:
#   emcc on PATH (3.1.60 or newer), PINGSHEN_IMGUI_DIR (1.92.x), PINGSHEN_BOTAN_SOURCE_DIR (3.7 or
#   newer), PINGSHEN_UNIBREAK_DIR, PINGSHEN_ZLIB_DIR, PINGSHEN_PUGIXML_DIR, PINGSHEN_RE2_DIR (before
#   2023-06, when it began to need abseil)
set -euo pipefail
umask 022

here=$(dirname "${BASH_SOURCE[0]}")
. "$here/setup/common.sh"
. "$here/setup/debian_packages.sh"
. "$here/setup/private_apt.sh"
. "$here/setup/emscripten.sh"
. "$here/setup/botan.sh"
. "$here/setup/re2.sh"
. "$here/setup/npm.sh"

with_tests=
case "${1:-}" in
  '') ;;
  --tests) with_tests=yes ;;
  *) die "unknown option $1 (there is only --tests)" ;;
esac

mkdir -p "$cache_root" "$repo_root/build"
exec 9>"$cache_root/lock"
if ! flock -n 9; then
  say "another set-up is running; waiting for it"
  flock 9
fi

install_debian_packages "${build_packages[@]}" ${with_tests:+"${test_packages[@]}"}
provide_emscripten

imgui=${PINGSHEN_IMGUI_DIR:-}
if [ -z "$imgui" ]; then
  debian_source imgui forky imgui.h
  imgui=$source_folder
fi
imgui_number=$(sed -n 's/^#define IMGUI_VERSION_NUM *\([0-9]*\).*/\1/p' "$imgui/imgui.h")
[ "${imgui_number:-0}" -ge 19200 ] && [ "$imgui_number" -lt 19300 ] ||
  die "$imgui holds Dear ImGui ${imgui_number:-of unknown version}; 1.92.x is needed (PINGSHEN_IMGUI_DIR names a folder)"

unibreak=${PINGSHEN_UNIBREAK_DIR:-}
if [ -z "$unibreak" ]; then
  debian_source libunibreak trixie src/linebreak.h
  unibreak=$source_folder
fi

# Spreadsheets (.xlsx): ZIP with deflate, and XML.
zlib=${PINGSHEN_ZLIB_DIR:-}
if [ -z "$zlib" ]; then
  debian_source zlib trixie contrib/minizip/unzip.h
  zlib=$source_folder
fi
pugixml=${PINGSHEN_PUGIXML_DIR:-}
if [ -z "$pugixml" ]; then
  debian_source pugixml trixie src/pugixml.hpp
  pugixml=$source_folder
fi

provide_re2
provide_botan
provide_node_modules

# What CMake reads; rewritten only when it changes, so that nothing is built again for nothing.
wanted=$(
  cat <<CMAKE
set(PINGSHEN_EMSCRIPTEN_ROOT "$emscripten_root")
set(PINGSHEN_IMGUI_DIR "$imgui")
set(PINGSHEN_UNIBREAK_DIR "$unibreak")
set(PINGSHEN_ZLIB_DIR "$zlib")
set(PINGSHEN_PUGIXML_DIR "$pugixml")
set(PINGSHEN_RE2_DIR "$re2")
set(PINGSHEN_BOTAN_NATIVE_DIR "$botan_native")
set(PINGSHEN_BOTAN_WEB_DIR "$botan_web")
set(PINGSHEN_NODE_MODULES "$node_modules")
set(PINGSHEN_CCACHE_DIR "$cache_root/ccache")
CMAKE
)
if [ "$wanted" != "$(cat "$third_party_file" 2>/dev/null || true)" ]; then
  printf '%s\n' "$wanted" >"$third_party_file.part"
  mv "$third_party_file.part" "$third_party_file"
fi
say "everything is there"
