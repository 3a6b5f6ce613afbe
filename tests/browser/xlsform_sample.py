#!/usr/bin/env python3
"""Writes the XLSForm of the browser test, as a spreadsheet program would: python3 xlsform_sample.py FILE.xlsx [--broken]

Chinese, English and Uyghur, a group, a repeat, a constraint, a choice filter. With --broken the town's list does not exist. Standard library only."""

import sys
import zipfile
from xml.sax.saxutils import escape

SURVEY = [
    ['type', 'name', 'label::中文 (zh)', 'label::English (en)', 'required', 'constraint',
     'constraint_message::中文 (zh)', 'constraint_message::English (en)', 'choice_filter', 'relevant', 'label::维吾尔文 (ug)'],
    ['begin_group', 'place', '所在地', 'Place'],
    ['select_one county', 'county', '县区', 'County', 'yes', '', '', '', '', '', 'ناھىيە'],
    ['select_one town', 'town', '乡镇', 'Town', 'yes', '', '', '', 'county = ${county}'],
    ['end_group'],
    ['integer', 'beds', '床位数', 'Beds', 'yes', '. >= 1 and . <= 99', '床位数应在 1 至 99 之间', 'Between 1 and 99 beds'],
    ['begin_repeat', 'staff', '人员', 'Staff'],
    ['text', 'staff_name', '姓名', 'Name', 'yes'],
    ['end_repeat'],
    ['text', 'remark', '备注', 'Remark', '', '', '', '', '', '${beds} > 20'],
]
CHOICES = [
    ['list_name', 'name', 'label::中文 (zh)', 'label::English (en)', 'county'],
    ['county', 'jiangyong', '江永县', 'Jiangyong'],
    ['county', 'daoxian', '道县', 'Daoxian'],
    ['town', 'shangjiangxu', '上江圩镇', 'Shangjiangxu', 'jiangyong'],
    ['town', 'xiaopu', '潇浦镇', 'Xiaopu', 'jiangyong'],
    ['town', 'meihua', '梅花镇', 'Meihua', 'daoxian'],
]
SETTINGS = [
    ['form_title', 'form_id', 'version', 'default_language'],
    ['村卫生室基本情况', 'clinic_facts', '2026.1', '中文 (zh)'],
]

MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006'


def sheet(rows):
    lines = []
    for number, row in enumerate(rows, 1):
        cells = ''.join(
            f'<c r="{chr(65 + column)}{number}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
            for column, text in enumerate(row) if text)
        lines.append(f'<row r="{number}">{cells}</row>')
    return f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'


def main(path, broken):
    survey = [list(row) for row in SURVEY]
    if broken:
        survey[3][0] = 'select_one village'
    sheets = {'survey': survey, 'choices': CHOICES, 'settings': SETTINGS}
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as book:
        part = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
        overrides = ''.join(
            f'<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{part}.worksheet+xml"/>'
            for i in range(1, len(sheets) + 1))
        book.writestr('[Content_Types].xml',
                      f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
                      'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                      f'<Override PartName="/xl/workbook.xml" ContentType="{part}.sheet.main+xml"/>{overrides}</Types>')
        book.writestr('_rels/.rels',
                      f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
                      f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        names = ''.join(f'<sheet name="{name}" sheetId="{i}" r:id="rId{i}"/>' for i, name in enumerate(sheets, 1))
        book.writestr('xl/workbook.xml',
                      f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{names}</sheets></workbook>')
        targets = ''.join(
            f'<Relationship Id="rId{i}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{i}.xml"/>'
            for i in range(1, len(sheets) + 1))
        book.writestr('xl/_rels/workbook.xml.rels',
                      f'<Relationships xmlns="{PACKAGE}/relationships">{targets}</Relationships>')
        for i, rows in enumerate(sheets.values(), 1):
            book.writestr(f'xl/worksheets/sheet{i}.xml', sheet(rows))


if __name__ == '__main__':
    main(sys.argv[1], '--broken' in sys.argv[2:])
