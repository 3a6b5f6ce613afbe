#include "tests/web/ui/app/everything_form.h"

#include <gtest/gtest.h>

namespace pingshen::ui {
namespace {

constexpr std::string_view kJson = R"json({
 "format": "pingshen-form/1",
 "id": "everything",
 "version": "1",
 "title": {"zh": "全条目样表", "en": "Form with everything"},
 "description": {"zh": "每种条目各一。", "en": "One item of each type."},
 "documents": [
  {
   "code": "rule",
   "title": {"zh": "样例规定（2026年第1号）", "en": "Sample rule"}
  }
 ],
 "sources": [
  {
   "document": "rule",
   "confidence": "one_source"
  }
 ],
 "groups": [
  {"code": "gl", "label": {"zh": "管理组", "en": "Management"}},
  {"code": "yl", "label": {"zh": "医疗组", "en": "Medicine"}}
 ],
 "lists": {
  "counties": {
   "options": [
    {"code": "a", "label": {"zh": "甲县", "en": "County A"}},
    {"code": "b", "label": {"zh": "乙县", "en": "County B"}}
   ]
  },
  "towns": {
   "options": [
    {
     "code": "t00",
     "label": {"zh": "东风镇", "en": "Town 1"},
     "columns": {
      "county": "a"
     }
    },
    {
     "code": "t01",
     "label": {"zh": "双河乡", "en": "Town 2"},
     "columns": {
      "county": "b"
     }
    },
    {
     "code": "t02",
     "label": {"zh": "太平镇", "en": "Town 3"},
     "columns": {
      "county": "a"
     }
    },
    {
     "code": "t03",
     "label": {"zh": "青山街道", "en": "Town 4"},
     "columns": {
      "county": "b"
     }
    },
    {
     "code": "t04",
     "label": {"zh": "石桥镇", "en": "Town 5"},
     "columns": {
      "county": "a"
     }
    },
    {
     "code": "t05",
     "label": {"zh": "柳林乡", "en": "Town 6"},
     "columns": {
      "county": "b"
     }
    },
    {
     "code": "t06",
     "label": {"zh": "永安乡", "en": "Town 7"},
     "columns": {
      "county": "a"
     }
    },
    {
     "code": "t07",
     "label": {"zh": "新民镇", "en": "Town 8"},
     "columns": {
      "county": "b"
     }
    },
    {
     "code": "t08",
     "label": {"zh": "白云街道", "en": "Town 9"},
     "columns": {
      "county": "a"
     }
    },
    {
     "code": "t09",
     "label": {"zh": "清泉镇", "en": "Town 10"},
     "columns": {
      "county": "b"
     }
    },
    {
     "code": "t10",
     "label": {"zh": "红旗乡", "en": "Town 11"},
     "columns": {
      "county": "a"
     }
    },
    {
     "code": "t11",
     "label": {"zh": "龙泉镇", "en": "Town 12"},
     "columns": {
      "county": "b"
     }
    },
    {
     "code": "t12",
     "label": {"zh": "和平街道", "en": "Town 13"},
     "columns": {
      "county": "a"
     }
    },
    {
     "code": "t13",
     "label": {"zh": "长安镇", "en": "Town 14"},
     "columns": {
      "county": "b"
     }
    },
    {
     "code": "t14",
     "label": {"zh": "南湖街道", "en": "Town 15"},
     "columns": {
      "county": "a"
     }
    },
    {
     "code": "t15",
     "label": {"zh": "北山乡", "en": "Town 16"},
     "columns": {
      "county": "b"
     }
    },
    {
     "code": "t16",
     "label": {"zh": "中心镇", "en": "Town 17"},
     "columns": {
      "county": "a"
     }
    },
    {
     "code": "t17",
     "label": {"zh": "金沙镇", "en": "Town 18"},
     "columns": {
      "county": "b"
     }
    },
    {
     "code": "t18",
     "label": {"zh": "银川路街道", "en": "Town 19"},
     "columns": {
      "county": "a"
     }
    },
    {
     "code": "t19",
     "label": {"zh": "万寿镇", "en": "Town 20"},
     "columns": {
      "county": "b"
     }
    },
    {
     "code": "t20",
     "label": {"zh": "福田镇", "en": "Town 21"},
     "columns": {
      "county": "a"
     }
    },
    {
     "code": "t21",
     "label": {"zh": "安居镇", "en": "Town 22"},
     "columns": {
      "county": "b"
     }
    },
    {
     "code": "t22",
     "label": {"zh": "宝塔街道", "en": "Town 23"},
     "columns": {
      "county": "a"
     }
    },
    {
     "code": "t23",
     "label": {"zh": "凤凰镇", "en": "Town 24"},
     "columns": {
      "county": "b"
     }
    },
    {
     "code": "t24",
     "label": {"zh": "仙桥乡", "en": "Town 25"},
     "columns": {
      "county": "a"
     }
    },
    {
     "code": "t25",
     "label": {"zh": "临江镇", "en": "Town 26"},
     "columns": {
      "county": "b"
     }
    }
   ]
  }
 },
 "attributes": [
  {
   "code": "A-01",
   "type": "yes_no",
   "label": {"zh": "是否设有住院床位？", "en": "With beds?"},
   "required": true
  },
  {
   "code": "A-02",
   "type": "integer",
   "label": {"zh": "编制床位数", "en": "Beds"},
   "relevant": "${A-01} = 'yes'"
  }
 ],
 "sections": [
  {
   "code": "G",
   "title": {"zh": "等级与指标", "en": "Grades and rates"},
   "items": [
    {
     "code": "E-01",
     "type": "grade",
     "label": {"zh": "依法取得医疗机构执业许可证，按照核准登记的诊疗科目开展诊疗活动", "en": "Licensed, and works within the registered subjects"},
     "core": true,
     "required": true,
     "not_applicable": {"zh": "须有核发许可证的卫生健康行政部门书面批准", "en": "With the written approval of the licensing authority"},
     "method": {"zh": "查阅资料、现场核查", "en": "Documents, on site"},
     "look_back": "P12M", "scored_by": ["gl", "yl"],
     "sources": [
      {
       "document": "rule",
       "clause": "第一章第一条",
       "confidence": "two_sources"
      }
     ]
    },
    {
     "code": "E-02",
     "type": "grade",
     "label": {"zh": "急诊服务体系", "en": "Emergency service"},
     "required": true,
     "evidence_required": true,
     "not_applicable": {"zh": "未设急诊科且经批准", "en": "No emergency department, by approval"},
     "sub_points": {
      "C": [
       {"code": "C-1", "label": {"zh": "有急诊服务的工作制度与流程，相关人员知晓并执行", "en": "Rules and procedures for emergencies exist and are known"}},
       {"code": "C-2", "label": {"zh": "急诊设施、设备与药品满足急诊工作需要", "en": "Facilities, devices and drugs suffice"}}
      ],
      "B": [
       {"code": "B-1", "label": {"zh": "职能部门对急诊工作进行监督检查，对存在的问题与缺陷有改进措施，并有记录", "en": "The department in charge inspects, and there are records of improvements"}}
      ],
      "A": [
       {"code": "A-1", "label": {"zh": "持续改进有成效，数据可追溯", "en": "Improvement shows in traceable data"}}
      ]
     }
    },
    {
     "code": "R-01",
     "type": "ratio",
     "label": {"zh": "65 岁及以上老年人健康管理率", "en": "Health management rate, 65 and older"},
     "required": true,
     "decimals": 2,
     "hint": {"zh": "分子：年内接受健康管理的 65 岁及以上常住居民数；分母：年内 65 岁及以上常住居民总数。", "en": "Numerator: residents of 65 and older under management within the year; denominator: all of them."}
    },
    {
     "code": "M-01",
     "type": "stages",
     "label": {"zh": "慢阻肺项目推进情况", "en": "COPD programme milestones"},
     "stages": [
      {"code": "plan", "label": {"zh": "制定实施方案", "en": "Plan adopted"}},
      {"code": "train", "label": {"zh": "完成人员培训并通过考核", "en": "Staff trained and examined"}},
      {"code": "start", "label": {"zh": "开展首例筛查", "en": "First screening"}},
      {"code": "report", "label": {"zh": "提交年度总结报告", "en": "Annual report handed in"}}
     ]
    },
    {
     "code": "D-01",
     "type": "deductions",
     "label": {"zh": "医疗废物管理", "en": "Medical waste"},
     "required": true,
     "points": 10,
     "not_occurred": true,
     "no_evidence": true,
     "sources": [
      {
       "document": "rule",
       "confidence": "one_source"
      }
     ],
     "deductions": [
      {
       "code": "contract",
       "label": {"zh": "无处置协议", "en": "No contract"},
       "points": 2
      },
      {
       "code": "register",
       "label": {"zh": "交接登记缺项（每处）", "en": "Gaps in the register (each)"},
       "points": 0.5,
       "max_count": 3,
       "cap": 1
      }
     ]
    }
   ]
  },
  {
   "code": "C",
   "title": {"zh": "选择与排序", "en": "Choices"},
   "items": [
    {
     "code": "C-01",
     "type": "single_choice",
     "label": {"zh": "所在县", "en": "County"},
     "list": "counties",
     "required": true
    },
    {
     "code": "C-02",
     "type": "single_choice",
     "label": {"zh": "所在乡镇（街道）", "en": "Town"},
     "list": "towns",
     "choice_filter": "county = ${C-01}",
     "appearance": "autocomplete"
    },
    {
     "code": "C-03",
     "type": "multiple_choice",
     "label": {"zh": "辖区内开展业务的乡镇", "en": "Towns served"},
     "list": "towns"
    },
    {
     "code": "C-04",
     "type": "single_choice",
     "label": {"zh": "对本次评审工作的满意程度", "en": "Satisfaction with this assessment"},
     "appearance": "likert",
     "options": [
      {"code": "1", "label": {"zh": "很不满意", "en": "Very unsatisfied"}},
      {"code": "2", "label": {"zh": "不满意", "en": "Unsatisfied"}},
      {"code": "3", "label": {"zh": "一般", "en": "Neutral"}},
      {"code": "4", "label": {"zh": "满意", "en": "Satisfied"}},
      {"code": "5", "label": {"zh": "非常满意", "en": "Very satisfied"}}
     ]
    },
    {
     "code": "C-05",
     "type": "single_choice",
     "label": {"zh": "机构类别", "en": "Kind of institution"},
     "appearance": "minimal",
     "options": [
      {"code": "v", "label": {"zh": "村卫生室", "en": "Village clinic"}},
      {"code": "t", "label": {"zh": "乡镇卫生院", "en": "Township hospital"}},
      {"code": "c", "label": {"zh": "社区卫生服务中心", "en": "Community health centre"}}
     ]
    },
    {
     "code": "C-06",
     "type": "multiple_choice",
     "label": {"zh": "工作日", "en": "Working days"},
     "appearance": "columns-4",
     "options": [
      {"code": "mon", "label": {"zh": "周一", "en": "Mon"}},
      {"code": "tue", "label": {"zh": "周二", "en": "Tue"}},
      {"code": "wed", "label": {"zh": "周三", "en": "Wed"}},
      {"code": "thu", "label": {"zh": "周四", "en": "Thu"}},
      {"code": "fri", "label": {"zh": "周五", "en": "Fri"}},
      {"code": "sat", "label": {"zh": "周六", "en": "Sat"}},
      {"code": "sun", "label": {"zh": "周日", "en": "Sun"}}
     ]
    },
    {
     "code": "C-07",
     "type": "rank",
     "label": {"zh": "请按紧迫程度排列以下问题", "en": "Order these problems by urgency"},
     "options": [
      {"code": "staff", "label": {"zh": "人员不足", "en": "Too few staff"}},
      {"code": "room", "label": {"zh": "业务用房面积不达标，且短期内没有改扩建计划", "en": "Premises too small and no plan to extend them soon"}},
      {"code": "device", "label": {"zh": "设备老化", "en": "Old devices"}},
      {"code": "money", "label": {"zh": "经费不到位", "en": "Missing funds"}}
     ]
    },
    {
     "code": "C-08",
     "type": "integer",
     "label": {"zh": "设备完好率估计", "en": "Devices in order, estimated"},
     "minimum": 0,
     "maximum": 100,
     "step": 5,
     "unit": {"zh": "%", "en": "%"}
    },
    {
     "code": "C-09",
     "type": "acknowledge",
     "label": {"zh": "本人已核对以上内容", "en": "I have checked the above"},
     "required": true
    },
    {
     "code": "C-10",
     "type": "yes_no",
     "label": {"zh": "是否为首次评审？", "en": "First assessment?"},
     "required": true,
     "default": "'yes'"
    }
   ]
  },
  {
   "code": "T",
   "title": {"zh": "文字与日期", "en": "Texts and dates"},
   "items": [
    {
     "code": "T-01",
     "type": "time",
     "label": {"zh": "开诊时间", "en": "Opening time"}
    },
    {
     "code": "T-02",
     "type": "datetime",
     "label": {"zh": "现场评审开始时间", "en": "Start of the visit"},
     "required": true
    },
    {
     "code": "T-03",
     "type": "region_code",
     "label": {"zh": "行政区划代码", "en": "Region code"}
    },
    {
     "code": "T-04",
     "type": "phone",
     "label": {"zh": "值班电话", "en": "Telephone on duty"}
    },
    {
     "code": "T-05",
     "type": "barcode",
     "label": {"zh": "设备条码", "en": "Bar code of the device"}
    },
    {
     "code": "T-06",
     "type": "institution",
     "label": {"zh": "对口支援机构", "en": "Supporting institution"}
    },
    {
     "code": "T-07",
     "type": "person",
     "label": {"zh": "机构负责人", "en": "Head of the institution"},
     "required": true
    },
    {
     "code": "T-08",
     "type": "text",
     "label": {"zh": "备注说明", "en": "Remarks"},
     "appearance": "multiline"
    },
    {
     "code": "T-09",
     "type": "text",
     "label": {"zh": "表单编号", "en": "Form number"},
     "read_only": true
    },
    {
     "code": "T-10",
     "type": "calculated",
     "label": {"zh": "得分合计", "en": "Total"},
     "calculation": "${C-08} + 1"
    },
    {
     "code": "T-11",
     "type": "date",
     "label": {"zh": "许可证有效期至", "en": "Licence valid until"},
     "constraint": ". > '2026-01-01'",
     "constraint_message": {"zh": "许可证已过期", "en": "The licence has expired"}
    },
    {
     "code": "T-12",
     "type": "identity_number",
     "label": {"zh": "负责人身份证号", "en": "Identity number"}
    },
    {
     "code": "T-13",
     "type": "credit_code",
     "label": {"zh": "统一社会信用代码", "en": "Credit code"}
    },
    {
     "code": "T-14",
     "type": "decimal",
     "label": {"zh": "业务用房面积", "en": "Floor area"},
     "unit": {"zh": "㎡", "en": "m²"},
     "not_applicable": {"zh": "租用场所", "en": "Rented premises"}
    }
   ]
  },
  {
   "code": "F",
   "title": {"zh": "附件与位置", "en": "Files and places"},
   "items": [
    {
     "code": "F-01",
     "type": "photo",
     "label": {"zh": "机构外观照片", "en": "Photos of the building"},
     "max_count": 6,
     "required": true
    },
    {
     "code": "F-02",
     "type": "file",
     "label": {"zh": "制度汇编", "en": "Rules in force"},
     "max_count": 3
    },
    {
     "code": "F-03",
     "type": "audio",
     "label": {"zh": "访谈录音", "en": "Interview"}
    },
    {
     "code": "F-04",
     "type": "video",
     "label": {"zh": "操作视频", "en": "Video of the procedure"}
    },
    {
     "code": "F-05",
     "type": "signature",
     "label": {"zh": "被评审机构负责人签名", "en": "Signature of the head"},
     "required": true
    },
    {
     "code": "F-06",
     "type": "position",
     "label": {"zh": "机构位置", "en": "Position"},
     "required": true
    },
    {
     "code": "F-07",
     "type": "trace",
     "label": {"zh": "巡诊路线", "en": "Route of the rounds"}
    },
    {
     "code": "F-08",
     "type": "shape",
     "label": {"zh": "服务范围", "en": "Area served"}
    }
   ]
  },
  {
   "code": "S",
   "title": {"zh": "表格与重复", "en": "Tables and repeats"},
   "items": [
    {
     "code": "S-G",
     "type": "group",
     "label": {"zh": "人员与培训", "en": "Staff and training"},
     "hint": {"zh": "以下各项按上年度末在岗人员填写。", "en": "As of the end of last year."},
     "children": [
      {
       "code": "S-01",
       "type": "integer",
       "label": {"zh": "在岗人数", "en": "Staff on duty"},
       "required": true
      },
      {
       "code": "S-G2",
       "type": "group",
       "label": {"zh": "培训", "en": "Training"},
       "children": [
        {
         "code": "S-02",
         "type": "integer",
         "label": {"zh": "接受培训人次", "en": "Trainings"}
        },
        {
         "code": "S-03",
         "type": "yes_no",
         "label": {"zh": "培训是否有考核？", "en": "With an examination?"}
        }
       ]
      }
     ]
    },
    {
     "code": "S-04",
     "type": "table",
     "label": {"zh": "季度业务量", "en": "Work by quarter"},
     "rows": [
      {"code": "q1", "label": {"zh": "第一季度", "en": "First quarter"}},
      {"code": "q2", "label": {"zh": "第二季度", "en": "Second quarter"}},
      {"code": "q3", "label": {"zh": "第三季度", "en": "Third quarter"}},
      {"code": "q4", "label": {"zh": "第四季度", "en": "Fourth quarter"}}
     ],
     "columns": [
      {
       "code": "visits",
       "type": "integer",
       "label": {"zh": "门诊人次", "en": "Visits"},
       "required": true
      },
      {
       "code": "home",
       "type": "integer",
       "label": {"zh": "出诊人次", "en": "Home visits"}
      },
      {
       "code": "day",
       "type": "date",
       "label": {"zh": "填报日期", "en": "Date"}
      }
     ]
    },
    {
     "code": "S-05",
     "type": "repeat",
     "label": {"zh": "抽查病历", "en": "Records sampled"},
     "instance_label": {"zh": "病历", "en": "Record"},
     "max_instances": 5,
     "children": [
      {
       "code": "rec-no",
       "type": "text",
       "label": {"zh": "病历号", "en": "Number"},
       "required": true
      },
      {
       "code": "rec-ok",
       "type": "yes_no",
       "label": {"zh": "书写是否合格？", "en": "In order?"},
       "required": true
      },
      {
       "code": "rec-faults",
       "type": "repeat",
       "label": {"zh": "存在的问题", "en": "Faults"},
       "instance_label": {"zh": "问题", "en": "Fault"},
       "children": [
        {
         "code": "fault-text",
         "type": "long_text",
         "label": {"zh": "问题描述", "en": "Description"}
        },
        {
         "code": "fault-photo",
         "type": "photo",
         "label": {"zh": "照片", "en": "Photo"}
        }
       ]
      },
      {
       "code": "rec-g",
       "type": "group",
       "label": {"zh": "书写者", "en": "Writer"},
       "children": [
        {
         "code": "rec-writer",
         "type": "person",
         "label": {"zh": "书写者", "en": "Writer"}
        }
       ]
      }
     ]
    }
   ]
  },
  {
   "code": "N",
   "title": {"zh": "说明", "en": "Notes"},
   "items": [
    {
     "code": "N-01",
     "type": "note",
     "label": {"zh": "## 填表说明\n请**逐条**核对原始资料，_不得_凭记忆填写。\n- 查阅近 12 个月的登记\n- 现场核对 **至少三份** 病历\n详见[评审办法](https://example.org)。", "en": "## How to fill in\nCheck the **original documents** one by one.\n- Registers of the last 12 months\n- **At least three** records on site"}
    },
    {
     "code": "N-02",
     "type": "long_text",
     "label": {"zh": "主要问题及整改建议（请写明问题所在科室、涉及的条款、责任人以及完成整改的期限，便于后续复评时逐项核对落实情况）", "en": "Main problems and advice (name the department, the clause, who is responsible and by when it must be mended, so that the re-review can check each point)"}
    }
   ]
  }
 ],
 "scheme": {
  "kind": "points",
  "total": 10,
  "bands": [
   {
    "code": "pass",
    "label": {"zh": "达标", "en": "Passed"},
    "at_least": 6,
    "tone": "good",
    "sources": [
     {
      "document": "rule",
      "confidence": "one_source"
     }
    ]
   },
   {
    "code": "fail",
    "label": {"zh": "不达标", "en": "Failed"},
    "below": 6,
    "tone": "bad",
    "sources": [
     {
      "document": "rule",
      "confidence": "one_source"
     }
    ]
   }
  ]
 }
})json";

}  // namespace

std::shared_ptr<const forms::LoadedForm> EverythingForm() {
  static const std::shared_ptr<const forms::LoadedForm> form = [] {
    Result<std::shared_ptr<const forms::LoadedForm>> loaded = forms::Load(kJson);
    EXPECT_TRUE(loaded) << (loaded ? std::string() : Sentence(loaded.error(), Language::kEnglish));
    return loaded ? *loaded : nullptr;
  }();
  return form;
}

}  // namespace pingshen::ui
