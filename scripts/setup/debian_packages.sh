# Debian packages of the machine itself; sourced by setup.sh.

build_packages=(
  ca-certificates ccache cmake dpkg-dev g++ make ninja-build patchelf perl python3 unicode-data xz-utils
  googletest libcereal-dev libcpp-httplib-dev nlohmann-json3-dev
)
# clang 19 with its runtime of sanitizers and libFuzzer, and its formatter: the newest in Debian 12, also in Debian 13.
test_packages=(clang-19 clang-format-19 libclang-rt-19-dev
  brotli chromium fonts-noto-cjk libreoffice-calc-nogui openssl sqlite3 tzdata unzip zip)

installed() { dpkg-query -W -f '${db:Status-Abbrev}\n' "$1" 2>/dev/null | grep -q '^ii'; }

# Node and npm may come from anywhere; Debian's are the fallback.
missing_node_packages() {
  local major
  major=$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0)
  if [ "$major" -lt 18 ]; then
    echo nodejs npm
  elif ! command -v npm >/dev/null; then
    echo npm
  fi
}

install_debian_packages() {
  local package missing=()
  if ! command -v dpkg-query >/dev/null; then
    say "this is not a Debian system: please see to it that these are there: $*"
    return
  fi
  # One question for all of them is much quicker than one for each.
  if [ "$(dpkg-query -W -f '${db:Status-Abbrev}\n' "$@" 2>/dev/null | grep -c '^ii')" -ne $# ]; then
    for package in "$@"; do
      installed "$package" || missing+=("$package")
    done
  fi
  # shellcheck disable=SC2207
  missing+=($(missing_node_packages))
  [ ${#missing[@]} -gt 0 ] || return 0

  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! sudo -n true 2>/dev/null; then
      die "these Debian packages are missing: ${missing[*]}
setup: please run, as root:  apt-get update && apt-get install --no-install-recommends ${missing[*]}"
    fi
    as_root=(sudo -n)
  fi
  as_root+=(env DEBIAN_FRONTEND=noninteractive)
  say "installing Debian packages: ${missing[*]}"
  local log=$cache_root/log/debian-packages.log
  quietly "$log" "${as_root[@]}" apt-get update
  quietly "$log" "${as_root[@]}" apt-get install -y --no-install-recommends \
    -o Dpkg::Options::=--force-confold "${missing[@]}"
  grep -E '^(Need to get|Fetched|After this)' "$log" | sed 's/^/setup:   /' || true
}
