#!/usr/bin/env bash
# The command line as a person uses it: exit codes, sentences, files.
#   cli_test.sh PINGSHEN MAKE_TEST_BUNDLES
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
pingshen=$1
make_test_bundles=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
unset PINGSHEN_PASSPHRASE PINGSHEN_LANG

failures=0
fail() {
  printf 'FAILED: %s\n' "$*" >&2
  failures=$((failures + 1))
}
# expect CODE TEXT COMMAND…: the exit code, and a text that must be part of the output.
expect() {
  local want=$1 text=$2 code=0
  shift 2
  setsid -w "$@" >out 2>&1 </dev/null || code=$?  # setsid: no terminal to ask for a passphrase
  [ "$code" = "$want" ] || { fail "exit code $code instead of $want: $*"; cat out >&2; }
  grep -qF -- "$text" out || { fail "no \"$text\" in the output of: $*"; cat out >&2; }
}

"$make_test_bundles" "$work" 2
printf 'correct horse battery\n' >pass
printf 'wrong\n' >wrong_pass

# Usage.
expect 0 '退出码' "$pingshen" --help
expect 0 'Exit codes' "$pingshen" --help --lang en
expect 0 'pingshen ' "$pingshen" --version
expect 2 ERR_USAGE "$pingshen"
expect 2 ERR_USAGE "$pingshen" nonsense
expect 2 ERR_USAGE "$pingshen" verify
expect 2 ERR_USAGE "$pingshen" verify --nonsense 1.psbundle
expect 2 ERR_USAGE "$pingshen" verify --trust x 1.psbundle
expect 2 ERR_USAGE "$pingshen" serve --data x
expect 2 ERR_USAGE "$pingshen" serve --data x --web . --port 99999
expect 2 ERR_FILE_READ "$pingshen" serve --data x --web missing

# Root key.
expect 2 ERR_PASSPHRASE_MISSING "$pingshen" keygen --out desk
expect 1 ERR_PASSPHRASE_SHORT "$pingshen" keygen --out desk --passphrase-file wrong_pass
expect 0 '密钥编号' "$pingshen" keygen --out desk --holder 县评审委员会 --passphrase-file pass
expect 2 ERR_FILE_EXISTS "$pingshen" keygen --out desk --passphrase-file pass
[ "$(stat -c %a desk/root.key)" = 600 ] || fail 'the private key is readable by others'
openssl pkey -pubin -in desk/root.pub.pem -noout || fail 'openssl does not read the PEM'
key_id=$(openssl pkey -pubin -in desk/root.pub.pem -outform DER | sha256sum | cut -c1-16)
grep -qF "$key_id" desk/root.pub.json || fail 'the key id is not what openssl and sha256sum give'
grep -aq 'PRIVATE' desk/root.key && fail 'the private key lies open'

# Without a trust list.
expect 0 '未对照信任名单' "$pingshen" verify 1.psbundle
expect 0 'not compared with a trust list' "$pingshen" verify --lang en 1.psbundle 2.psbundle
expect 0 '97 / 100' "$pingshen" verify 1.psbundle
expect 0 '不是本程序自带的已发布表单' "$pingshen" verify easier_form.psbundle
expect 1 ERR_RESULT_MISMATCH "$pingshen" verify wrong_claim.psbundle
expect 1 'earned: 98' "$pingshen" verify wrong_claim.psbundle
expect 2 ERR_FILE_READ "$pingshen" verify missing.psbundle
expect 2 ERR_FILE_READ "$pingshen" verify 1.psbundle missing.psbundle
expect 1 ERR_ "$pingshen" verify pass

# With one.
expect 1 ERR_TRUST_NO_ROOT "$pingshen" trust list --data elsewhere
expect 3 '不在名单' "$pingshen" verify --data desk 1.psbundle
expect 1 ERR_KEY_PASSPHRASE "$pingshen" trust add --data desk assessor.pub.json --passphrase-file wrong_pass
expect 1 ERR_TRUST_ROLE "$pingshen" trust add --data desk assessor.pub.json --roles king --passphrase-file pass
expect 1 ERR_PUBLIC_KEY_FILE "$pingshen" trust add --data desk pass --passphrase-file pass
expect 2 ERR_USAGE "$pingshen" trust add --data desk assessor.pub.json --valid-to tomorrow --passphrase-file pass
expect 0 '序号：1' "$pingshen" trust add --data desk assessor.pub.json --passphrase-file pass
expect 1 ERR_TRUST_KEY_EXISTS "$pingshen" trust add --data desk assessor.pub.json --passphrase-file pass
expect 0 '张三' "$pingshen" trust list --data desk
expect 0 '已登记' "$pingshen" verify --data desk 1.psbundle
expect 3 '不在信任名单' "$pingshen" print --data desk countersigned.psbundle
expect 0 '已登记' "$pingshen" print --data desk 1.psbundle
expect 0 'trust list: known' "$pingshen" verify --lang en --trust desk/trust.json --root desk/root.pub.pem 1.psbundle
expect 0 '"verdict":"good"' "$pingshen" verify --json --trust desk/trust.json --root desk/root.pub.json 1.psbundle
expect 3 '不在名单' "$pingshen" verify --data desk countersigned.psbundle
expect 3 '"verdict":"unknown_signer"' "$pingshen" verify --json --data desk 1.psbundle countersigned.psbundle
expect 1 '"verdict":"refused"' "$pingshen" verify --json --data desk countersigned.psbundle wrong_claim.psbundle
expect 1 ERR_TRUST_SIGNATURE "$pingshen" verify --trust desk/trust.json --root assessor.pub.json 1.psbundle
"$pingshen" verify --json --data desk 1.psbundle 2.psbundle >json_out
python3 -c 'import json; r = json.load(open("json_out")); assert len(r) == 2 and r[0]["recomputed"]["score"] == "97", r' ||
  fail 'the JSON is not what it should be'

# Printing: only what verifies, and nothing at all otherwise.
expect 0 '<!DOCTYPE html>' "$pingshen" print 1.psbundle
expect 0 '评审结果' "$pingshen" print 1.psbundle
expect 0 'Points by section' "$pingshen" print --language en 1.psbundle
expect 2 '(zh|en)' "$pingshen" print --language ug 1.psbundle
expect 0 '110105********002X' "$pingshen" print 1.psbundle
expect 0 '11010519491231002X' "$pingshen" print --whole-identity-numbers 1.psbundle
expect 0 '不是本程序自带的已发布表单' "$pingshen" print easier_form.psbundle
expect 0 '空白表' "$pingshen" print --form "$here/../../../forms/village_clinic_2026.json"
expect 1 ERR_RESULT_MISMATCH "$pingshen" print --out refused.html wrong_claim.psbundle
[ ! -e refused.html ] || fail 'a refused bundle was printed'
"$pingshen" print wrong_claim.psbundle 2>/dev/null | grep -q . && fail 'a refused bundle was printed'
expect 2 ERR_USAGE "$pingshen" print
expect 2 ERR_USAGE "$pingshen" print 1.psbundle 2.psbundle
expect 2 ERR_USAGE "$pingshen" print --language fr 1.psbundle
expect 2 ERR_FILE_READ "$pingshen" print missing.psbundle
expect 1 ERR_ "$pingshen" print --form pass
for language in zh en; do
  "$pingshen" print --language $language --out $language.html countersigned.psbundle || fail 'print'
  "$pingshen" print --language $language --out blank_$language.html --form "$here/../../../forms/village_clinic_2026.json" || fail 'print --form'
done
python3 "$here/../../core/report/check_pages.py" zh.html en.html blank_zh.html blank_en.html || fail 'a printed page is not well-formed'

# Grading: the examples of docs/grading.md.
forms=$here/../../../forms
printf '%s' '{"all":{"A":117,"B":233,"C":175,"D":58,"E":0},"core":{"A":7,"B":17,"C":9,"D":0}}' >counts.json
expect 0 '"verdict":"甲等"' "$pingshen" grade --scheme "$forms/schemes/secondary_hospital_2012.json" counts.json
printf '%s' '[{"id":"one short","all":{"A":117,"B":232,"C":176,"D":58},"core":{"A":7,"B":17,"C":9,"D":0}}]' >counts.json
expect 0 '"id":"one short","scheme":"","kind":"ladder","verdict":"乙等"' "$pingshen" grade --scheme "$forms/schemes/secondary_hospital_2012.json" counts.json
expect 0 '"from":"C","to":"B","count":"1"' "$pingshen" grade --scheme "$forms/schemes/secondary_hospital_2012.json" counts.json
printf '%s' '{"VC-03":85.5}' >answers.json
expect 0 '"kind":"points","verdict":""' "$pingshen" grade "$forms/village_clinic_2026.json" answers.json
printf '%s' '{"VC-99":1}' >answers.json
expect 1 ERR_SESSION_PATH "$pingshen" grade "$forms/village_clinic_2026.json" answers.json
expect 1 ERR_VALUE "$pingshen" grade --scheme "$forms/schemes/secondary_hospital_2012.json" answers.json
expect 2 ERR_USAGE "$pingshen" grade counts.json
expect 2 ERR_FILE_READ "$pingshen" grade --scheme missing.json counts.json

# The passphrase may come from the environment, never from an argument.
expect 0 '序号：2' env PINGSHEN_PASSPHRASE='correct horse battery' "$pingshen" trust add --data desk stranger.pub.json --roles team_leader,reviewer
expect 2 ERR_USAGE "$pingshen" trust revoke --data desk 0000000000000000 --passphrase 'correct horse battery'
expect 0 '已登记' "$pingshen" verify --data desk countersigned.psbundle
assessor_id=$(sed 's/.*"key_id":"\([0-9a-f]*\)".*/\1/' assessor.pub.json)
expect 1 ERR_TRUST_KEY_UNKNOWN "$pingshen" trust revoke --data desk 0000000000000000 --why x --passphrase-file pass
expect 0 '序号：3' "$pingshen" trust revoke --data desk "$assessor_id" --why 遗失 --passphrase-file pass
expect 0 '遗失' "$pingshen" trust list --data desk

# Changed bytes, here and there; all positions are the business of the bundle's own tests.
size=$(stat -c %s 1.psbundle)
for at in 0 14 30 60 200 $((size / 2)) $((size - 200)) $((size - 20)) $((size - 1)); do
  cp 1.psbundle changed.psbundle
  byte=$(od -An -tu1 -j "$at" -N 1 1.psbundle)
  printf "$(printf '\\x%02x' $((byte ^ 1)))" | dd of=changed.psbundle bs=1 seek="$at" conv=notrunc status=none
  expect 1 '不予接受：ERR_' "$pingshen" verify changed.psbundle
done

[ "$failures" = 0 ] || exit 1
echo 'the command line does what it says'
