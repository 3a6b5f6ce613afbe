#include "tests/web/ui/app/sample_form.h"

#include <gtest/gtest.h>

namespace pingshen::ui {
namespace {

constexpr std::string_view kJson = R"json({
  "format": "pingshen-form/1", "id": "sample", "version": "1.0",
  "title": {"zh": "界面样表", "en": "Sample form for the screens"},
  "description": {"zh": "每种条目各一。", "en": "One item of each type."},
  "documents": [{"code": "rule", "title": {"zh": "样例规定（2026年第1号）", "en": "Sample rule"}}],
  "sources": [{"document": "rule", "confidence": "one_source"}],
  "sections": [
    {"code": "A", "title": {"zh": "机构与房屋", "en": "Institution and premises"}, "items": [
      {"code": "S-01", "type": "yes_no", "label": {"zh": "许可证是否有效？", "en": "Licence valid?"}, "points": 5, "core": true, "required": true,
       "hint": {"zh": "看证照原件，核对名称、地址和负责人。", "en": "See the original."}, "method": {"zh": "查阅资料", "en": "Documents"},
       "not_applicable": {"zh": "经批准免予持证的。", "en": "Exempt by approval."},
       "sources": [{"document": "rule", "clause": "第一条", "confidence": "two_sources"}]},
      {"code": "S-02", "type": "decimal", "label": {"zh": "业务用房面积", "en": "Floor area"}, "unit": {"zh": "㎡", "en": "m²"}, "points": 5, "required": true,
       "minimum": 1, "maximum": 2000, "sources": [{"document": "rule", "confidence": "one_source"}],
       "score": {"by": "steps", "steps": [{"at_least": 60, "points": 5}, {"at_least": 40, "points": 2}]}},
      {"code": "S-03", "type": "single_choice", "label": {"zh": "输液的批准情况", "en": "Infusion approval"}, "points": 5, "required": true,
       "sources": [{"document": "rule", "confidence": "one_source"}],
       "options": [{"code": "approved", "label": {"zh": "经县级批准", "en": "Approved by the county"}, "points": 5},
                   {"code": "none", "label": {"zh": "未经批准即已开展，且没有按照规定设置独立的观察室和观察床", "en": "Carried out without approval and without an observation room of its own"}, "points": 0}]},
      {"code": "S-04", "type": "multiple_choice", "label": {"zh": "功能室", "en": "Rooms"}, "points": 5, "required": true,
       "sources": [{"document": "rule", "confidence": "one_source"}],
       "options": [{"code": "a", "label": {"zh": "诊室", "en": "Consulting"}, "points": 1}, {"code": "b", "label": {"zh": "治疗室", "en": "Treatment"}, "points": 1},
                   {"code": "c", "label": {"zh": "公共卫生室", "en": "Public health"}, "points": 1}, {"code": "d", "label": {"zh": "药房", "en": "Pharmacy"}, "points": 1},
                   {"code": "e", "label": {"zh": "观察室", "en": "Observation"}, "points": 1}]},
      {"code": "S-05", "type": "text", "label": {"zh": "牌匾名称", "en": "Name on the sign"}, "relevant": "${S-01} = 'no'"}
    ]},
    {"code": "B", "title": {"zh": "人员", "en": "Staff"}, "items": [
      {"code": "S-06", "type": "integer", "label": {"zh": "在岗人数", "en": "Staff"}, "required": true},
      {"code": "S-07", "type": "date", "label": {"zh": "注册日期", "en": "Date of registration"}},
      {"code": "S-08", "type": "identity_number", "label": {"zh": "负责人身份证号", "en": "Identity number"}},
      {"code": "S-09", "type": "credit_code", "label": {"zh": "信用代码", "en": "Credit code"}},
      {"code": "S-10", "type": "repeat", "label": {"zh": "执业人员名册", "en": "Practitioners"}, "points": 10, "required": true,
       "instance_label": {"zh": "人员", "en": "Person"}, "sources": [{"document": "rule", "confidence": "one_source"}],
       "score": {"by": "instances", "child": "registered", "codes": ["no"], "points_off": 5},
       "children": [{"code": "person", "type": "text", "label": {"zh": "姓名", "en": "Name"}, "required": true},
                    {"code": "registered", "type": "yes_no", "label": {"zh": "是否注册", "en": "Registered?"}, "required": true}]}
    ]},
    {"code": "C", "title": {"zh": "管理", "en": "Management"}, "items": [
      {"code": "S-11", "type": "note", "label": {"zh": "以下条目现场核查。", "en": "Checked on site."}},
      {"code": "S-12", "type": "deductions", "label": {"zh": "医疗废物管理", "en": "Medical waste"}, "points": 10, "required": true,
       "sources": [{"document": "rule", "confidence": "one_source"}],
       "deductions": [{"code": "contract", "label": {"zh": "无处置协议", "en": "No contract"}, "points": 2},
                      {"code": "register", "label": {"zh": "交接登记缺项（每处）", "en": "Gaps in the register (each)"}, "points": 0.5, "max_count": 3, "cap": 1}]},
      {"code": "S-13", "type": "long_text", "label": {"zh": "主要问题", "en": "Problems"}}
    ], "sections": [
      {"code": "C1", "title": {"zh": "资金", "en": "Funds"}, "items": [
        {"code": "S-14", "type": "yes_no", "label": {"zh": "是否套取资金？", "en": "Fraud?"}, "required": true}]}
    ]}
  ],
  "scheme": {"kind": "points", "total": 40, "veto_band": "fail",
    "vetoes": [{"code": "V1", "label": {"zh": "套取医保资金", "en": "Insurance fraud"}, "when": "${S-14} = 'yes'",
                "sources": [{"document": "rule", "clause": "第九条", "confidence": "one_source"}]}],
    "bands": [{"code": "good", "label": {"zh": "甲级", "en": "Class A"}, "at_least": 36, "tone": "good", "sources": [{"document": "rule", "confidence": "one_source"}]},
              {"code": "pass", "label": {"zh": "乙级", "en": "Class B"}, "at_least": 28, "below": 36, "tone": "middle",
               "sources": [{"document": "rule", "confidence": "our_reading", "note": {"zh": "原文未规定的分数按乙级计。", "en": "What the source leaves open counts as B."}}]},
              {"code": "fail", "label": {"zh": "不达标", "en": "Not qualified"}, "below": 28, "tone": "bad",
               "consequence": {"zh": "六个月后可重新申请。", "en": "Apply again after six months."}, "sources": [{"document": "rule", "confidence": "one_source"}]}]}
})json";

}  // namespace

std::string_view SampleFormJson() { return kJson; }

std::shared_ptr<const forms::LoadedForm> SampleForm() {
  static const std::shared_ptr<const forms::LoadedForm> form = [] {
    Result<std::shared_ptr<const forms::LoadedForm>> loaded = forms::Load(kJson);
    EXPECT_TRUE(loaded) << (loaded ? std::string() : Sentence(loaded.error(), Language::kEnglish));
    return loaded ? *loaded : nullptr;
  }();
  return form;
}

}  // namespace pingshen::ui
