#!/usr/bin/env bash
# The recipe of docs/bundle_format.md on fresh bundles: valid ones are accepted, tampered ones refused.
#   verify_bundle_recipe_test.sh CHECKOUT PROGRAM_write_sample_bundles
set -euo pipefail
checkout=$1 write_sample_bundles=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/valid" "$work/refused"
"$write_sample_bundles" "$work"

failures=0
expect() { # expect CODE FILE
  local code=0
  "$checkout/scripts/verify_bundle.sh" "$2" >"$work/out" 2>&1 || code=$?
  if [ "$code" -ne "$1" ] || { [ "$1" -eq 1 ] && ! grep -q '^REFUSED: ' "$work/out"; }; then
    echo "FAILED: ${2#"$work"/}: exit code $code, expected $1"
    cat "$work/out"
    failures=$((failures + 1))
  else
    echo "${2#"$work"/}: $(tail -n 1 "$work/out" | sed "s|$work/||")"
  fi
}

for file in "$work"/valid/*.psbundle; do
  expect 0 "$file"
done
for file in "$work"/refused/*.psbundle; do
  expect 1 "$file"
done
valid=("$work"/valid/*) refused=("$work"/refused/*)
if [ ${#valid[@]} -lt 5 ] || [ ${#refused[@]} -lt 30 ]; then
  echo "FAILED: only ${#valid[@]} valid and ${#refused[@]} refused bundles"
  failures=$((failures + 1))
fi

# ZIPs that an ordinary program makes of the same contents: deflated is refused.
if command -v zip >/dev/null; then
  mkdir "$work/contents"
  (cd "$work/contents" && unzip -q "$work/valid/ed25519.psbundle" && unzip -Z1 "$work/valid/ed25519.psbundle" |
    zip -q -X "$work/deflated.psbundle" -@)
  expect 1 "$work/deflated.psbundle"
fi

# The commands as the document prints them.
sed -n '/^```sh$/,/^```$/p' "$checkout/docs/bundle_format.md" | grep -v '^```' >"$work/printed.sh"
printed() { # printed FILE: output and exit code of the printed commands
  rm -rf "$work/printed" && mkdir "$work/printed"
  (cd "$work/printed" && FILE=$1 bash -e "$work/printed.sh" 2>&1)
}
if ! printed "$work/valid/ed25519.psbundle" >"$work/out" ||
  ! grep -q '^Signature Verified Successfully$' "$work/out" || ! grep -q '^06e3fd8fda29bb60$' "$work/out" ||
  ! grep -q "^$(unzip -p "$work/valid/ed25519.psbundle" manifest.json | sha256sum | cut -c 1-64)  manifest.json$" "$work/out" ||
  printed "$work/refused/signature-changed.psbundle" >/dev/null; then
  echo "FAILED: the commands of docs/bundle_format.md"
  cat "$work/out"
  failures=$((failures + 1))
fi

# OpenSSL reads our keys by itself, without our checks around it.
for kind in ed25519 sm2; do
  unzip -p "$work/valid/$kind.psbundle" signatures/1.json | sed -E 's/^.*"payload":"([^"]*)".*$/\1/' | base64 -d |
    sed -E 's/^.*"public_key":"([^"]*)".*$/\1/' | base64 -d >"$work/key.der"
  openssl pkey -pubin -inform DER -in "$work/key.der" -text -noout >"$work/key.txt"
  case $kind in
    ed25519) grep -q 'ED25519 Public-Key' "$work/key.txt" ;;
    sm2) grep -q 'ASN1 OID: SM2' "$work/key.txt" ;;
  esac || { echo "FAILED: openssl does not see the $kind key"; cat "$work/key.txt"; failures=$((failures + 1)); }
done

"$checkout/scripts/verify_bundle.sh" 2>/dev/null && failures=$((failures + 1))
"$checkout/scripts/verify_bundle.sh" "$work/absent" 2>/dev/null && failures=$((failures + 1))
[ "$failures" -eq 0 ] || { echo "$failures failures"; exit 1; }
