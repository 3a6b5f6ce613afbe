// A form with every type of item and every member that the sample form lacks.
#pragma once

#include <string_view>

namespace pingshen::forms {

inline constexpr std::string_view kAllTypesForm = R"json({
  "format": "pingshen-form/1", "id": "all-types", "version": "1",
  "languages": ["zh", "en", "bo"],
  "title": {"zh": "全部类型", "en": "All types", "bo": "རིགས་ཡོངས།"},
  "documents": [{"code": "rule", "title": {"zh": "办法"}}],
  "attributes": [
    {"code": "beds", "type": "integer", "label": {"zh": "床位数"}, "minimum": 0},
    {"code": "icu", "type": "yes_no", "label": {"zh": "有重症医学科"}, "required": true}
  ],
  "groups": [{"code": "management", "label": {"zh": "管理组"}}, {"code": "nursing", "label": {"zh": "护理组"}}],
  "lists": {
    "towns": {"options": [
      {"code": "A/1", "label": {"zh": "甲镇"}, "columns": {"county": "c1", "people": 1200}},
      {"code": "none", "label": {"zh": "无"}, "columns": {"county": "c2"}},
      {"code": "乙", "label": {"bo": "ཁ"}}
    ]}
  },
  "tables": {"prices": {"columns": ["code", "price"], "rows": [["a", "1.50"], ["b", 2]]}},
  "sections": [
    {"code": "S1", "title": {"zh": "一"}, "relevant": "${beds} > 0", "items": [
      {"code": "grade", "type": "grade", "label": {"zh": "评分等级"}, "core": true, "scored_by": ["management", "nursing"],
       "not_applicable": {"zh": "经批准"}, "not_applicable_when": "${icu} = 'no'", "look_back": "P12M", "evidence_required": true,
       "sub_points": {"C": [{"code": "C-1", "label": {"zh": "有制度"}}, {"code": "C-2", "label": {"zh": "有培训"}}],
                      "B": [{"code": "B-1", "label": {"zh": "有检查"}}], "A": [{"code": "A-1", "label": {"zh": "有改进"}}]}},
      {"code": "plain-grade", "type": "grade", "label": {"zh": "等级"}},
      {"code": "rate", "type": "ratio", "label": {"zh": "比率"}, "per": 1000, "decimals": 2, "unit": {"zh": "‰"}},
      {"code": "steps", "type": "stages", "label": {"zh": "进度"}, "stages": [{"code": "start", "label": {"zh": "开工"}}, {"code": "end", "label": {"zh": "竣工"}}]},
      {"code": "at", "type": "time", "label": {"zh": "时间"}, "default": "'08:30:00'"},
      {"code": "moment", "type": "datetime", "label": {"zh": "时刻"}, "default": "now()"},
      {"code": "region", "type": "region_code", "label": {"zh": "区划"}},
      {"code": "call", "type": "phone", "label": {"zh": "电话"}},
      {"code": "scan", "type": "barcode", "label": {"zh": "条码"}},
      {"code": "clinic", "type": "institution", "label": {"zh": "机构"}},
      {"code": "director", "type": "person", "label": {"zh": "负责人"}},
      {"code": "photo", "type": "photo", "label": {"zh": "照片"}, "max_count": 6, "hint": {"zh": "正面"}},
      {"code": "file", "type": "file", "label": {"zh": "文件"}},
      {"code": "audio", "type": "audio", "label": {"zh": "录音"}},
      {"code": "video", "type": "video", "label": {"zh": "录像"}},
      {"code": "sign", "type": "signature", "label": {"zh": "签名"}, "required": "${beds} > 20", "required_message": {"zh": "请签名"}},
      {"code": "here", "type": "position", "label": {"zh": "位置"}},
      {"code": "road", "type": "trace", "label": {"zh": "线路"}},
      {"code": "yard", "type": "shape", "label": {"zh": "范围"}},
      {"code": "order", "type": "rank", "label": {"zh": "排序"}, "list": "towns"},
      {"code": "town", "type": "single_choice", "label": {"zh": "乡镇"}, "list": "towns", "choice_filter": "county = 'c1'", "appearance": "minimal autocomplete"},
      {"code": "seen", "type": "multiple_choice", "label": {"zh": "走访"}, "list": "towns", "optional_when": "${icu} = 'no'"},
      {"code": "agree", "type": "acknowledge", "label": {"zh": "已知悉"}},
      {"code": "slide", "type": "decimal", "label": {"zh": "滑块"}, "minimum": 0, "maximum": 1, "step": 0.25},
      {"code": "sum", "type": "calculated", "label": {"zh": "合计"}, "calculation": "${beds} + 1", "triggers": ["beds"]},
      {"code": "double", "type": "integer", "label": {"zh": "两倍"}, "calculation": "${beds} * 2", "read_only": true},
      {"code": "half", "type": "integer", "label": {"zh": "一半"}, "read_only": "${beds} > 3"},
      {"code": "frame", "type": "group", "label": {"zh": "分组"}, "relevant": "${icu} = 'yes'", "children": [
        {"code": "inner", "type": "group", "label": {"zh": "内层"}, "children": [
          {"code": "deep", "type": "text", "label": {"zh": "深处"}}
        ]},
        {"code": "wards", "type": "repeat", "label": {"zh": "病区"}, "count": "${beds}", "children": [
          {"code": "ward-group", "type": "group", "label": {"zh": "病区情况"}, "relevant": "${ward-open} = 'yes'", "children": [
            {"code": "ward-name", "type": "text", "label": {"zh": "名称"}},
            {"code": "ward-rooms", "type": "repeat", "label": {"zh": "病房"}, "children": [
              {"code": "room", "type": "text", "label": {"zh": "房号"}}
            ]}
          ]},
          {"code": "ward-open", "type": "yes_no", "label": {"zh": "开放"}}
        ]}
      ]},
      {"code": "grid", "type": "table", "label": {"zh": "人员配备"}, "rows": [{"code": "doctors", "label": {"zh": "医师"}}, {"code": "nurses", "label": {"zh": "护士"}}],
       "columns": [{"code": "grid-now", "type": "integer", "label": {"zh": "现有"}}, {"code": "grid-due", "type": "integer", "label": {"zh": "应有"}}]}
    ]}
  ]
}
)json";

}  // namespace pingshen::forms
