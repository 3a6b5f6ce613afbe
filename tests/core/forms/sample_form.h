// A small form with everything that the format has, for tests that read it, and for tests that
// damage it.
#pragma once

#include <string_view>

namespace pingshen::forms {

inline constexpr std::string_view kSampleForm = R"json({
  "$schema": "form.schema.json",
  "format": "pingshen-form/1",
  "id": "sample", "version": "1.0",
  "title": {"zh": "样表", "en": "Sample"},
  "description": {"zh": "说明", "en": "Description"},
  "institution_kinds": [{"zh": "村卫生室", "en": "Village clinic"}],
  "documents": [{"code": "rule", "title": {"zh": "办法", "en": "Rule"}}],
  "sources": [{"document": "rule", "clause": "第十二条", "confidence": "two_sources", "note": {"zh": "注", "en": "Note"}}],
  "sections": [
    {"code": "S1", "title": {"zh": "第一章", "en": "Chapter one"}, "items": [
      {"code": "intro", "type": "note", "label": {"zh": "请注意", "en": "Please note"}},
      {"code": "licence", "type": "single_choice", "label": {"zh": "许可证", "en": "Licence"}, "hint": {"zh": "看原件", "en": "See the original"},
       "method": {"zh": "查阅资料", "en": "Document review"}, "required": true, "core": true, "points": 10,
       "options": [{"code": "valid", "label": {"zh": "有效", "en": "Valid"}, "points": 10}, {"code": "none", "label": {"zh": "无", "en": "None"}, "points": 0}],
       "sources": [{"document": "rule", "confidence": "one_source"}]},
      {"code": "since", "type": "date", "label": {"zh": "日期", "en": "Date"}, "relevant": "${licence} = 'valid'",
       "constraint": ". <= today()", "constraint_message": {"zh": "不能晚于今天", "en": "Not later than today"}},
      {"code": "area", "type": "decimal", "label": {"zh": "面积", "en": "Area"}, "unit": {"zh": "平方米", "en": "m²"}, "minimum": 0.5, "maximum": 2000, "points": 20,
       "score": {"by": "steps", "steps": [{"at_least": 60, "points": 20}, {"more_than": 40, "points": 7.5}]},
       "sources": [{"document": "rule", "confidence": "to_be_confirmed"}]},
      {"code": "named", "type": "yes_no", "label": {"zh": "名称", "en": "Name"}, "not_applicable": {"zh": "经同意", "en": "By consent"}, "points": 5,
       "sources": [{"document": "rule", "confidence": "our_reading"}]}
    ], "sections": [
      {"code": "S1.1", "title": {"zh": "第一节", "en": "Section one"}, "items": [
        {"code": "rooms", "type": "multiple_choice", "label": {"zh": "房间", "en": "Rooms"}, "points": 5,
         "options": [{"code": "a", "label": {"zh": "甲", "en": "A"}, "points": 2.5}, {"code": "b", "label": {"zh": "乙", "en": "B"}, "points": 2.5}],
         "sources": [{"document": "rule", "confidence": "one_source"}]}
      ]}
    ]},
    {"code": "S2", "title": {"zh": "第二章", "en": "Chapter two"}, "items": [
      {"code": "population", "type": "integer", "label": {"zh": "人口", "en": "Population"}, "minimum": 1},
      {"code": "staff", "type": "integer", "label": {"zh": "人员数", "en": "Staff"}, "constraint": ". >= count(${name})", "constraint_message": {"zh": "太少", "en": "Too few"}, "points": 20,
       "score": {"by": "steps", "denominator": "population", "per": 1000, "steps": [{"at_least": 1, "points": 20}]},
       "sources": [{"document": "rule", "confidence": "one_source"}]},
      {"code": "people", "type": "repeat", "label": {"zh": "名册", "en": "List"}, "instance_label": {"zh": "人员", "en": "Person"}, "max_instances": 50, "points": 20,
       "score": {"by": "instances", "child": "registered", "codes": ["no"], "points_off": 10, "min_instances": 1},
       "sources": [{"document": "rule", "confidence": "one_source"}],
       "children": [
         {"code": "name", "type": "text", "label": {"zh": "姓名", "en": "Name"}, "required": true},
         {"code": "id", "type": "identity_number", "label": {"zh": "身份证号", "en": "Identity number"}},
         {"code": "registered", "type": "yes_no", "label": {"zh": "已注册", "en": "Registered"}, "relevant": "${name} != ''"}
       ]},
      {"code": "waste", "type": "deductions", "label": {"zh": "医疗废物", "en": "Waste"}, "points": 20,
       "deductions": [{"code": "contract", "label": {"zh": "无协议", "en": "No contract"}, "points": 10},
                      {"code": "gaps", "label": {"zh": "缺项", "en": "Gaps"}, "points": 0.5, "max_count": 20, "cap": 5}],
       "sources": [{"document": "rule", "confidence": "one_source"}]},
      {"code": "uscc", "type": "credit_code", "label": {"zh": "代码", "en": "Code"}},
      {"code": "remarks", "type": "long_text", "label": {"zh": "备注", "en": "Remarks"}}
    ]}
  ],
  "scheme": {"kind": "points", "total": 100,
    "vetoes": [
      {"code": "V1", "label": {"zh": "面积", "en": "Area"}, "when": "${area} <= 40", "sources": [{"document": "rule", "confidence": "one_source"}]},
      {"code": "V2", "label": {"zh": "未注册", "en": "Unregistered"}, "when": "${registered} = 'no'", "sources": [{"document": "rule", "confidence": "one_source"}]}
    ],
    "veto_band": "fail",
    "bands": [
      {"code": "good", "label": {"zh": "甲级", "en": "A"}, "at_least": 90, "tone": "good", "sources": [{"document": "rule", "confidence": "one_source"}]},
      {"code": "pass", "label": {"zh": "乙级", "en": "B"}, "at_least": 70, "below": 90, "tone": "middle", "sources": [{"document": "rule", "confidence": "one_source"}]},
      {"code": "fail", "label": {"zh": "不达标", "en": "Failed"}, "below": 70, "tone": "bad", "consequence": {"zh": "六个月后可重新申请", "en": "Again after six months"}, "sources": [{"document": "rule", "confidence": "one_source"}]}
    ]}
}
)json";

}  // namespace pingshen::forms
