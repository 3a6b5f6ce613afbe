#!/usr/bin/env python3
"""Writes what the fuzz targets begin with: python3 make_seeds.py FOLDER → FOLDER/{expression,form_loader,xlsx}/…

Taken from this repository: expressions.txt, the forms under forms/ and in the tests, spreadsheets made here. Where
../shared/conformance is beside the checkout, its expressions and workbooks besides."""

import hashlib
import importlib.util
import json
import pathlib
import re
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / 'shared' / 'conformance'

spec = importlib.util.spec_from_file_location('xlsform_sample', ROOT / 'tests/browser/xlsform_sample.py')
xlsform_sample = importlib.util.module_from_spec(spec)
sys.dont_write_bytecode = True
spec.loader.exec_module(xlsform_sample)

EVERY_TYPE = [
    ['type', 'name', 'label', 'hint', 'relevant', 'required', 'constraint', 'calculation', 'default', 'appearance', 'parameters',
     'choice_filter', 'repeat_count', 'read_only', 'trigger', 'pingshen::type'],
    ['start', 'start'], ['today', 'today'], ['deviceid', 'device'],
    ['text', 'a', 'A', 'hint', '', 'yes', "regex(., '^[a-z]+$')", '', 'x', 'multiline'],
    ['integer', 'b', 'B', '', "${a} != ''", '', '. > 0', '', '1'],
    ['decimal', 'c', 'C', '', '', '', '', '${b} * 2', '', '', '', '', '', 'yes'],
    ['range', 'd', 'D', '', '', '', '', '', '', '', 'start=1 end=9 step=2'],
    ['select_one l', 'e', 'E', '', '', '', '', '', '', 'minimal', '', 'k = ${b}'],
    ['select_multiple l or_other', 'f', 'F'], ['rank l', 'g', 'G'],
    ['select_one_from_file t.csv', 'h', 'H'],
    ['begin group', 'i', 'I'], ['date', 'j', 'J', '', '', '', '', '', 'today()'], ['time', 'k', 'K'], ['dateTime', 'l', 'L'],
    ['end group'],
    ['begin repeat', 'm', 'M', '', '', '', '', '', '', '', '', '', '${b}'], ['geopoint', 'n', 'N'], ['geotrace', 'o', 'O'],
    ['geoshape', 'p', 'P'], ['end repeat'],
    ['image', 'q', 'Q', '', '', '', '', '', '', 'signature', 'max-pixels=640'], ['audio', 'r', 'R'], ['video', 's', 'S'],
    ['file', 't', 'T'], ['barcode', 'u', 'U'], ['acknowledge', 'v', 'V'], ['note', 'w', 'W ${a}'],
    ['calculate', 'x', '', '', '', '', '', "pulldata('t', 'a', 'b', ${a})", '', '', '', '', '', '', '${b}'], ['hidden', 'y'],
    ['begin loop over l', 'z', 'Z'], ['text', 'aa', 'AA'], ['end loop'],
    ['text', 'bb', 'BB', '', '', '', '', '', '', '', '', '', '', '', '', 'identity_number'],
    ['audit', 'audit'],
]
EVERY_LIST = [['list_name', 'name', 'label', 'k'], ['l', '1', 'one', '1'], ['l', '2', 'two', '2'], ['l', 'e f', 'three', '2']]


def keep(folder, data):
    (folder / hashlib.sha256(data).hexdigest()[:24]).write_bytes(data)


def expressions_in(value):
    members = {'calculation', 'choice_filter', 'constraint', 'count', 'default', 'not_applicable_when', 'optional_when', 'relevant', 'when'}
    if isinstance(value, dict):
        for name, member in value.items():
            if name in members and isinstance(member, str):
                yield member
            yield from expressions_in(member)
    elif isinstance(value, list):
        for member in value:
            yield from expressions_in(member)


def form_files():
    yield from (path.read_text(encoding='utf-8') for path in (ROOT / 'forms').glob('*.json') if 'schema' not in path.name)
    for path in sorted((ROOT / 'tests').rglob('*')):
        if path.suffix in ('.h', '.cc'):
            yield from (text for text in re.findall(r'R"json\((.*?)\)json"', path.read_text(encoding='utf-8'), re.S)
                        if 'pingshen-form/1' in text)


def workbook(folder, *arguments):
    with tempfile.NamedTemporaryFile(suffix='.xlsx') as file:
        xlsform_sample.main(file.name, *arguments)
        keep(folder, pathlib.Path(file.name).read_bytes())


def main(out):
    expression, form_loader, xlsx = (out / name for name in ('expression', 'form_loader', 'xlsx'))
    for folder in (expression, form_loader, xlsx):
        folder.mkdir(parents=True, exist_ok=True)
    for line in (ROOT / 'tests/fuzz/expressions.txt').read_text(encoding='utf-8').splitlines():
        keep(expression, line.encode())
    for text in form_files():
        keep(form_loader, text.encode())
        try:
            for each in expressions_in(json.loads(text)):
                keep(expression, each.encode())
        except ValueError:
            pass  # a damaged one
    workbook(xlsx, False)
    workbook(xlsx, True)
    xlsform_sample.SURVEY, xlsform_sample.CHOICES = EVERY_TYPE, EVERY_LIST
    workbook(xlsx, False)
    if SHARED.is_dir():
        corpus = json.loads((SHARED / 'expressions_corpus_dev.json').read_text(encoding='utf-8'))
        for each in corpus['expressions']:
            keep(expression, each['expr'].encode())
        for path in SHARED.glob('xpath*_dev.json'):
            for each in json.loads(path.read_text(encoding='utf-8'))['cases']:
                keep(expression, each['expr'].encode())
        for path in (SHARED / 'xlsx').glob('*.xlsx'):
            keep(xlsx, path.read_bytes())
    for folder in (expression, form_loader, xlsx):
        print(f'seeds: {folder.name}: {len(list(folder.iterdir()))}')


if __name__ == '__main__':
    main(pathlib.Path(sys.argv[1]))
