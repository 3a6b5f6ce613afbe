#!/usr/bin/env bash
# LibreOffice opens what we write, and we read what it writes.
#   libreoffice_test.sh PINGSHEN SOURCE_FOLDER
# Exit code 77 (skipped) when there is no LibreOffice.
set -euo pipefail
pingshen=$(realpath "$1")
source=$(realpath "$2")
if ! command -v soffice >/dev/null; then
  echo "skipped: no LibreOffice on this machine (package libreoffice-calc-nogui)"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
office() {
  timeout 300 soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to xlsx \
    --outdir "$2" "$1" >office.log 2>&1 || { cat office.log >&2; exit 1; }
}

# Ours, opened and saved by LibreOffice: the same form.
"$pingshen" form export "$source/forms/village_clinic_2026.json" -o ours.xlsx
office ours.xlsx saved
"$pingshen" form import saved/ours.xlsx -o again.json >/dev/null
python3 - "$source/forms/village_clinic_2026.json" again.json <<'PY'
import json, sys
first, again = (json.load(open(name, encoding="utf-8")) for name in sys.argv[1:])
assert first == again, "the form differs after LibreOffice saved it"
PY

# One that LibreOffice makes from scratch, with a date, a number and a formula.
cat >scratch.fods <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>
<table:table table:name="survey">
<table:table-row><table:table-cell office:value-type="string"><text:p>type</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>name</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>label::中文 (zh)</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>label::English (en)</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>default</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell office:value-type="string"><text:p>select_one yn</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>ok</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>合格吗？</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Good?</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell office:value-type="string"><text:p>integer</text:p></table:table-cell><table:table-cell table:formula="of:=CONCATENATE(&quot;be&quot;;&quot;ds&quot;)" office:value-type="string" office:string-value="beds"><text:p>beds</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>床位</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Beds</text:p></table:table-cell></table:table-row>
</table:table>
<table:table table:name="choices">
<table:table-row><table:table-cell office:value-type="string"><text:p>list_name</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>name</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>label::中文 (zh)</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell office:value-type="string"><text:p>yn</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>是</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell office:value-type="string"><text:p>yn</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="0"><text:p>0</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>否</text:p></table:table-cell></table:table-row>
</table:table></office:spreadsheet></office:body></office:document>
XML
office scratch.fods made
"$pingshen" form import made/scratch.xlsx -o scratch.json >import.log 2>&1 || { cat import.log >&2; exit 1; }
python3 - scratch.json <<'PY'
import json, sys
form = json.load(open(sys.argv[1], encoding="utf-8"))
items = form["sections"][0]["items"]
assert [item["code"] for item in items] == ["ok", "beds"], items
assert items[0]["label"] == {"zh": "合格吗？", "en": "Good?"}, items
assert [option["code"] for option in form["lists"]["yn"]["options"]] == ["1", "0"], form["lists"]
PY
echo "LibreOffice reads ours and we read LibreOffice's"
