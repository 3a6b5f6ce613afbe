#!/usr/bin/env bash
# Whether every C++ file is formatted as .clang-format says; prints the names of those that are not.
#   scripts/check_format.sh         exit code 0: all are, 1: some are not
#   scripts/check_format.sh --fix   formats them
# Wants clang-format 19: another major version breaks lines elsewhere. .inc files are tables, not formatted.
set -euo pipefail

here=$(dirname "${BASH_SOURCE[0]}")
. "$here/setup/common.sh"

fix=
case "${1:-}" in
  '') ;;
  --fix) fix=yes ;;
  *) die "unknown option $1 (there is only --fix)" ;;
esac

tool=$(command -v clang-format-19 || command -v clang-format) ||
  die "clang-format 19 is missing (Debian package clang-format-19)"
version=$("$tool" --version)
[[ $version == *'version 19.'* ]] || die "clang-format 19 is needed, not: $version"

cd "$repo_root"
# names_of FILE…: those that are not formatted. A line of the tool:
#   FILE:LINE:COLUMN: warning: code should be clang-formatted [-Wclang-format-violations]
# Each batch is read by itself: lines of two tools at once would be mixed.
names_of() {
  "$tool" --style=file --dry-run "$@" 2>&1 |
    sed -n 's/^\([^ :]*\):[0-9]*:[0-9]*: warning: code should be clang-formatted .*/\1/p' | sort -u
}
export tool
export -f names_of

# differing < FILES, each ended by a zero byte: sets names to those that are not formatted.
differing() {
  names=$(xargs -0 -r -n 25 -P "$(nproc)" bash -o pipefail -c 'names_of "$@"' names_of | sort -u) ||
    die "clang-format failed"
}

differing < <(find core web commission forms tests -type f \( -name '*.h' -o -name '*.cc' \) -print0)
[ -n "$names" ] || exit 0
printf '%s\n' "$names"
[ -n "$fix" ] || exit 1
# A second run may still move a line that the first has broken.
for _ in 1 2 3; do
  xargs -n 25 -P "$(nproc)" "$tool" --style=file -i <<<"$names"
  differing < <(tr '\n' '\0' <<<"$names")
  [ -n "$names" ] || exit 0
done
die "clang-format finds no rest in: $names"
