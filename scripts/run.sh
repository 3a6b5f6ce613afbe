#!/usr/bin/env bash
# Builds the app and the commission's desk and serves both on this machine.
#   scripts/run.sh                 http://127.0.0.1:8080/ or the next free port
#   scripts/run.sh --port 9000     that port and no other
#   scripts/run.sh --data FOLDER   the desk's data (default: ~/.local/share/pingshen)
# What stands after -- goes to `pingshen serve` as it is. Ctrl-C stops it.
set -euo pipefail

here=$(dirname "${BASH_SOURCE[0]}")
. "$here/setup/common.sh"
. "$here/setup/build.sh"

port=
data=${XDG_DATA_HOME:-$HOME/.local/share}/pingshen
while [ $# -gt 0 ]; do
  case "$1" in
    --port) port=${2:?--port wants a number} && shift 2 ;;
    --data) data=${2:?--data wants a folder} && shift 2 ;;
    --) shift && break ;;
    -h | --help) sed -n '2,6s/^# \{0,1\}//p' "$0" && exit ;;
    *) die "unknown option $1 (see scripts/run.sh --help)" ;;
  esac
done

"$here/setup.sh"
build web pingshen_site
build native pingshen

# Something listens where a connection succeeds.
port_is_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

if [ -z "$port" ]; then
  port=8080
  while port_is_taken "$port"; do
    port=$((port + 1))
  done
elif port_is_taken "$port"; then
  die "port $port is taken"
fi

mkdir -p "$data"
printf '\n  评审通  http://127.0.0.1:%s/\n  data: %s\n\n' "$port" "$data"
exec "$repo_root/build/native/commission/pingshen" serve \
  --data "$data" --web "$repo_root/build/web/dist" --port "$port" "$@"
