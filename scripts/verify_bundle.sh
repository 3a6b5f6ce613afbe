#!/usr/bin/env bash
# Checks a signed bundle (.psbundle) with nothing but unzip, sha256sum, openssl and the standard tools:
# that it holds exactly the entries its manifest lists, each with that size and digest, and that every
# signature is a valid one over that manifest. Whose key it is, only a trust list can say.
#
#   scripts/verify_bundle.sh FILE.psbundle        exit code 0: valid, 1: refused
#
# docs/bundle_format.md explains each step.
set -euo pipefail
export LC_ALL=C

refuse() {
  printf 'REFUSED: %s\n' "$*" >&2
  exit 1
}
ok() { printf 'ok   %s\n' "$*"; }

if [ $# -ne 1 ] || [ ! -f "$1" ] || [ ! -r "$1" ]; then refuse "usage: ${0##*/} FILE.psbundle"; fi
file=$1
for tool in unzip sha256sum openssl base64 od; do
  command -v "$tool" >/dev/null || refuse "$tool is missing on this machine"
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

digest_of() { sha256sum "$1" | cut -d ' ' -f 1; }
size_of() { wc -c <"$1" | tr -d ' '; }
# one_line_of FILE PATTERN: the whole file is one line without a line end that matches the extended regular expression.
one_line_of() { [ "$(wc -l <"$1")" -eq 0 ] && grep -aEqx -- "$2" "$1"; }

# The pieces of our JSON: no blanks, members in a fixed order.
text=$'"([^"\\\\\x01-\x1f]|\\\\["\\\\bfnrt]|\\\\u00[01][0-9a-f])*"'
hex64='[0-9a-f]{64}'
instant='"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z"'
uuid='"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"'
decimal='"-?[0-9]+(\.[0-9]+)?"'

# 1. The container: whole, and of the entries that a bundle may have, in their order.
unzip -tqq "$file" >"$work/unzip" 2>&1 || refuse "the ZIP container is damaged: $(head -n 1 "$work/unzip")"
unzip -Z1 "$file" >"$work/names" 2>"$work/unzip" || refuse "the ZIP container is damaged: $(head -n 1 "$work/unzip")"
unzip -v "$file" | awk 'NR > 3 && NF >= 8 && $2 != "Stored" { exit 1 }' || refuse "an entry is compressed"
[ -z "$(sort "$work/names" | uniq -d)" ] || refuse "two entries of the same name"
attachment="attachments/$hex64\\.[a-z0-9]{1,8}"
signature='signatures/[1-9][0-9]*\.json'
if odd=$(grep -avEx "mimetype|manifest\.json|assessment\.cereal|form\.json|$attachment|$signature" "$work/names"); then
  refuse "an entry that does not belong there: $(printf '%s' "$odd" | head -n 1 | tr -cd '[:print:]')"
fi
for name in mimetype manifest.json assessment.cereal form.json; do
  grep -qx -- "${name//./\\.}" "$work/names" || refuse "$name is missing"
done
signatures=$(grep -cEx "$signature" "$work/names" || true)
[ "$signatures" -gt 0 ] || refuse "the bundle is not signed"
{
  printf '%s\n' mimetype manifest.json assessment.cereal form.json
  grep -E '^attachments/' "$work/names" | sort || true
  seq -f 'signatures/%.0f.json' 1 "$signatures"
} | cmp -s - "$work/names" || refuse "the entries are not in their order"

entry() { unzip -p "$file" "$1" || refuse "$1 cannot be taken out of the container"; }
[ "$(entry mimetype | od -An -v -tx1)" = "$(printf 'application/vnd.pingshen.bundle+zip' | od -An -v -tx1)" ] ||
  refuse "mimetype is not application/vnd.pingshen.bundle+zip"
ok "container: $(wc -l <"$work/names") entries, $signatures of them signatures"

# 2. The manifest: its bytes as they stand are what was signed.
entry manifest.json >"$work/manifest"
manifest_sha256=$(digest_of "$work/manifest")
points="points\",\"earned\":$decimal,\"attainable\":$decimal,\"total\":$decimal,\"score\":$decimal,\"band\":$text,\"vetoes\":\\[($text(,$text)*)?\\]"
listed="\\{\"name\":\"[a-z0-9./]+\",\"size\":(0|[1-9][0-9]*),\"sha256\":\"$hex64\"\\}"
one_line_of "$work/manifest" "\\{\"format_version\":1,\"bundle_id\":$uuid,\"assessment_id\":$uuid,\"kind\":\"(self|onsite|rereview|spotcheck)\",\"form\":\\{\"id\":$text,\"version\":$text,\"sha256\":\"$hex64\"\\},\"institution\":\\{\"name\":$text,\"credit_code\":$text,\"region_code\":$text\\},\"period\":$text,\"assessor\":$text,\"assessment_created_at\":$instant,\"created_at\":$instant,\"device_id\":$text,\"app_version\":$text,\"previous\":\"($hex64)?\",\"claimed\":\\{\"scheme\":\"(none\"|$points)\\},\"entries\":\\[$listed(,$listed)*\\]\\}" ||
  refuse "manifest.json is not as the format says"
# Inside a JSON text every quotation mark has a backslash before it, so these marks are found at their one place only.
form_sha256=$(sed -E 's/^.*,"sha256":"([0-9a-f]{64})"\},"institution":\{"name":.*$/\1/' "$work/manifest")

# 3. Every entry is listed, every listed entry is there, with its size and digest.
# (The manifest has no line end: without the echo, `read` would pass over the last entry.)
{
  sed -E 's/^.*,"entries":\[(.*)\]\}$/\1/; s/\},\{/}\n{/g' "$work/manifest"
  echo
} | sed -E 's/^\{"name":"([^"]*)","size":([0-9]+),"sha256":"([0-9a-f]*)"\}$/\1 \2 \3/' >"$work/listed"
cut -d ' ' -f 1 "$work/listed" >"$work/listed_names"
grep -Evx "mimetype|manifest\.json|$signature" "$work/names" | cmp -s - "$work/listed_names" ||
  refuse "the entries are not exactly those that the manifest lists"
checked=0
while read -r name size sha256; do
  checked=$((checked + 1))
  entry "$name" >"$work/entry"
  [ "$(size_of "$work/entry")" = "$size" ] || refuse "$name has another size than the manifest says"
  [ "$(digest_of "$work/entry")" = "$sha256" ] || refuse "$name has another SHA-256 than the manifest says"
  case $name in
    attachments/*) [ "${name:12:64}" = "$sha256" ] || refuse "$name is not named by its SHA-256" ;;
    form.json) [ "$form_sha256" = "$sha256" ] || refuse "form.json is not the form that the manifest names" ;;
  esac
  ok "$name: $size bytes, SHA-256 $sha256"
done <"$work/listed"
[ $((checked + signatures + 2)) -eq "$(wc -l <"$work/names")" ] || refuse "not every entry was checked"

# 4. Every signature: a DSSE envelope around a statement about exactly this manifest.
base64_text='[A-Za-z0-9+/]*={0,2}'
ed25519_key='MCowBQYDK2VwAyEA[A-Za-z0-9+/]{43}='
sm2_key='MFkwEwYHKoZIzj0CAQYIKoEcz1UBgi0DQgAE[A-Za-z0-9+/]{86}=='
payload_type=application/vnd.pingshen.statement+json
decode() {
  base64 -d <"$1" >"$2" 2>/dev/null && [ "$(base64 -w 0 <"$2")" = "$(cat "$1")" ]
}
number=0
while [ "$number" -lt "$signatures" ]; do
  number=$((number + 1))
  where=signatures/$number.json
  entry "$where" >"$work/envelope"
  one_line_of "$work/envelope" "\\{\"payloadType\":\"${payload_type//+/\\+}\",\"payload\":\"$base64_text\",\"signatures\":\\[\\{\"keyid\":\"[0-9a-f]{16}\",\"sig\":\"$base64_text\"\\}\\]\\}" ||
    refuse "$where is not an envelope of a statement"
  sed -E 's/^.*"payload":"([^"]*)".*$/\1/' "$work/envelope" | tr -d '\n' >"$work/payload.b64"
  sed -E 's/^.*"sig":"([^"]*)".*$/\1/' "$work/envelope" | tr -d '\n' >"$work/signature.b64"
  keyid=$(sed -E 's/^.*"keyid":"([^"]*)".*$/\1/' "$work/envelope")
  decode "$work/payload.b64" "$work/payload" || refuse "$where: the payload is not canonical base64"
  decode "$work/signature.b64" "$work/signature" || refuse "$where: the signature is not canonical base64"

  one_line_of "$work/payload" "\\{\"manifest_sha256\":\"$hex64\",\"role\":\"(assessor|team_leader|institution|reviewer|commission)\",\"signer\":\\{\"name\":$text,\"organisation\":$text\\},\"key_id\":\"[0-9a-f]{16}\",\"algorithm\":\"(ed25519\",\"public_key\":\"$ed25519_key|sm2-sm3\",\"public_key\":\"$sm2_key)\",\"signed_at\":$instant,\"(meaning|refusal)\":$text\\}" ||
    refuse "$where: the statement is not as the format says"
  read -r stated_sha256 role key_id algorithm public_key signed_at <<<"$(sed -E \
    's/^\{"manifest_sha256":"([^"]*)","role":"([^"]*)","signer":.*"\},"key_id":"([^"]*)","algorithm":"([^"]*)","public_key":"([^"]*)","signed_at":"([^"]*)",.*$/\1 \2 \3 \4 \5 \6/' \
    "$work/payload")"
  [ "$stated_sha256" = "$manifest_sha256" ] || refuse "$where was made for another manifest"
  printf '%s' "$public_key" >"$work/key.b64"
  decode "$work/key.b64" "$work/key.der" || refuse "$where: the public key is not canonical base64"
  [ "$(digest_of "$work/key.der" | cut -c 1-16)" = "$key_id" ] || refuse "$where: the key has another key id"
  [ "$keyid" = "$key_id" ] || refuse "$where: the envelope names another key than the statement"
  openssl pkey -pubin -inform DER -in "$work/key.der" -noout 2>/dev/null || refuse "$where: the public key cannot be read"

  # DSSE's pre-authentication encoding, the bytes that are signed.
  {
    printf 'DSSEv1 %d %s %d ' "${#payload_type}" "$payload_type" "$(size_of "$work/payload")"
    cat "$work/payload"
  } >"$work/signed"
  digest=()
  [ "$algorithm" = ed25519 ] || digest=(-digest sm3 -pkeyopt distid:1234567812345678)
  openssl pkeyutl -verify -pubin -keyform DER -inkey "$work/key.der" -rawin "${digest[@]}" \
    -in "$work/signed" -sigfile "$work/signature" >/dev/null 2>&1 ||
    refuse "$where: the signature by key $key_id is not valid"
  signer=$(sed -E 's/^.*,"signer":\{"name":(.*)\},"key_id":".*$/\1/; s/","organisation":"/", "/' "$work/payload")
  ok "$where: $algorithm key $key_id, $role $signer, $signed_at"
done

ok "manifest.json: SHA-256 $manifest_sha256"
printf 'VALID: %s\n' "$file"
