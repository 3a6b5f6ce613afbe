# Shared by the set-up scripts; sourced, never run.

repo_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cache_root=${PINGSHEN_CACHE_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/pingshen}
third_party_file=$repo_root/build/third_party.cmake

# Each call of emcc starts Python, which behind a version manager's shim costs 0.7 s more.
if [ -z "${EMSDK_PYTHON:-}" ] && [ -x /usr/bin/python3 ]; then
  export EMSDK_PYTHON=/usr/bin/python3
fi

say() { printf 'setup: %s\n' "$*"; }

die() {
  printf 'setup: %s\n' "$*" >&2
  exit 1
}

# version_at_least HAVE WANT: true when dotted number HAVE is WANT or newer.
version_at_least() {
  [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]
}

# recipe WORDS…: eight hexadecimal digits that change whenever the words do.
recipe() { printf '%s\n' "$@" | sha256sum | cut -c 1-8; }

# newest_match PATTERN: the existing folder that sorts last, or nothing.
newest_match() { compgen -G "$1" | grep -v '\.part$' | sort -V | tail -n 1 || true; }

folder_size() { du -sh --apparent-size "$1" | cut -f 1; }

# publish PART TARGET: makes a finished folder visible in one step.
publish() {
  sync -f "$1" 2>/dev/null || true
  rm -rf "$2"
  mv -T "$1" "$2"
}

# quietly LOG COMMAND…: output goes to LOG, which is shown when the command fails.
quietly() {
  local log=$1
  shift
  mkdir -p "$(dirname "$log")"
  if ! "$@" >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    die "this failed: $* (whole output: $log)"
  fi
}
