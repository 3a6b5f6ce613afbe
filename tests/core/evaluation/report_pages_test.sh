#!/usr/bin/env bash
# Printed pages of every type of item, read by parsers that share no code with us.
#   report_pages_test.sh WRITE_REPORT_SAMPLES
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$1" "$work"
python3 "$here/../report/check_pages.py" "$work"/draft_{zh,en}.html "$work"/blank_{zh,en}.html
