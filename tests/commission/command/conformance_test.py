#!/usr/bin/env python3
"""The expression cases of ../shared/conformance through `pingshen expr`: python3 conformance_test.py PINGSHEN SHARED [--tables]

Tiers A and B by the folder's own scorer. What fails must be exactly what conformance_known.tsv explains: one that fails besides is
a fault, one that passes again must leave the list. --tables prints pass counts by family (docs/conformance.md). Exit 77: no such folder."""

import pathlib
import re
import subprocess
import sys

SKIPPED = 77
FILES = ['xpath_dev.json', 'xpath_context_dev.json']


def main(pingshen, shared, tables):
    folder = pathlib.Path(shared) / 'conformance' if shared else None
    if folder is None or not (folder / 'score.py').is_file():
        print('skipped: there are no conformance cases beside this checkout')
        return SKIPPED
    lines = (pathlib.Path(__file__).parent / 'conformance_known.tsv').read_text(encoding='utf-8').splitlines()
    known = dict(line.split('\t', 1) for line in lines)
    failing = {}
    scored = 0
    for name in FILES:
        for tier in 'AB':
            run = subprocess.run([sys.executable, '-B', folder / 'score.py', '--tiers', tier, '--show', '1000', folder / name,
                                  '--', pingshen, 'expr'], capture_output=True, text=True, encoding='utf-8')
            total = re.search(r'^TOTAL (\d+)/(\d+) \(.*skipped (\d+), engine exit 0$', run.stdout, re.M)
            if total is None:
                print(run.stdout, run.stderr)
                return 1
            scored += int(total[2])
            print(f'{name} tier {tier}: passed {total[1]} of {total[2]}, not attempted {total[3]}')
            if tables:
                print(run.stdout)
            failing |= {line.split()[1]: line for line in run.stdout.splitlines() if line.startswith('FAIL ')}
    new = sorted(set(failing) - set(known))
    mended = sorted(set(known) - set(failing))
    for each in new:
        print('not explained:', failing[each])
    for each in mended:
        print('passes now, please take it off the list:', each)
    if tables:
        for each in sorted(set(failing) & set(known)):
            print('explained:', each, known[each])
    if scored < 1000:
        print('too few cases were scored:', scored)
    return 1 if new or mended or scored < 1000 else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else '', '--tables' in sys.argv))
