// What a printed row says for each type of item, against words written down by hand.
#include <gtest/gtest.h>

#include "tests/core/report/page_text.h"

namespace pingshen::report {
namespace {

using model::ItemType;
using model::Value;
using model::ValueKind;

// The row of one item with that answer.
std::string Row(const model::Item& item, const std::function<void(Entry&)>& answer,
                Language language = Language::kChinese) {
  Sample sample;
  sample.Add(item);
  sample.Begin();
  answer(sample.At(item.code));
  const std::string html = sample.Print(language);
  EXPECT_EQ(MarkupFault(html), "") << item.code;
  return RowOf(html, item.code);
}
std::string Row(const model::Item& item, const Value& value,
                Language language = Language::kChinese) {
  return Row(item, [&](Entry& entry) { entry.value = value; }, language);
}
std::string Row(ItemType type, ValueKind kind, std::string_view text) {
  return Row(MakeItem("Q", type), Make(kind, text));
}

model::Item WithOptions(ItemType type) {
  model::Item item = MakeItem("Q", type);
  item.options = {{.code = "a", .label = {"甲", "A"}},
                  {.code = "b", .label = {"乙", "B"}},
                  {.code = "c", .label = {"丙", "C"}}};
  return item;
}
model::CodedLabel Coded(std::string code, std::string zh) { return {std::move(code), {zh, zh}}; }

TEST(ItemPrint, ChoicesByTheirLabels) {
  EXPECT_EQ(Row(MakeItem("Q", ItemType::kYesNoNa), Value::Choice("no")), "问题|否");
  EXPECT_EQ(Row(MakeItem("Q", ItemType::kYesNoNa), Value::Choice("na")), "问题|不适用");
  EXPECT_EQ(Row(WithOptions(ItemType::kSingleChoice), Value::Choice("b")), "问题|乙");
  EXPECT_EQ(Row(WithOptions(ItemType::kMultipleChoice), Value::Choices({"a", "c"})), "问题|甲、丙");
  EXPECT_EQ(Row(WithOptions(ItemType::kMultipleChoice), Value::Choice("none")), "问题|以上都没有");
  EXPECT_EQ(Row(WithOptions(ItemType::kRank), Value::Ranking({"c", "a", "b"})),
            "问题|1. 丙；2. 甲；3. 乙");
  EXPECT_EQ(Row(WithOptions(ItemType::kRank), Value::Ranking({"c", "a", "b"}), Language::kEnglish),
            "question|1. C; 2. A; 3. B");
  EXPECT_EQ(Row(MakeItem("Q", ItemType::kAcknowledge), Value::Choice("OK")), "问题|已确认");
}

TEST(ItemPrint, AFurtherLanguageOfTheForm) {
  model::Item item = WithOptions(ItemType::kMultipleChoice);
  item.label.Set("ug", "سوئال");
  item.options = {{.code = "a", .label = {"甲", "A", {{"ug", "بىرىنچى"}}}},
                  {.code = "b", .label = {"乙", "B"}}};
  Sample sample;
  sample.Add(item);
  sample.Begin();
  sample.At("Q").value = Value::Choices({"a", "b"});
  const auto row = [&](Language language) {
    return RowOf(PrintHtml(sample.report, {.language = language, .form_language = "ug"}), "Q");
  };
  EXPECT_EQ(row(Language::kChinese), "سوئال|بىرىنچى、乙");
  EXPECT_EQ(row(Language::kEnglish), "سوئال|بىرىنچى, B");
}

TEST(ItemPrint, NumbersWithTheirUnit) {
  model::Item area = MakeItem("Q", ItemType::kDecimal);
  area.unit = {"㎡", "m²"};
  EXPECT_EQ(Row(area, Make(ValueKind::kDecimal, "72.5")), "问题|72.5 ㎡");
  EXPECT_EQ(Row(area, Value::Choice("na")), "问题|不适用");
  EXPECT_EQ(Row(MakeItem("Q", ItemType::kInteger), Value::Integer(-3)), "问题|-3");
}

TEST(ItemPrint, TextsDatesAndNumbersOfPeople) {
  EXPECT_EQ(Row(ItemType::kText, ValueKind::kText, "一行\n又一行"), "问题|一行|又一行");
  EXPECT_EQ(Row(ItemType::kLongText, ValueKind::kText, "很长的意见"), "问题|见下|很长的意见");
  EXPECT_EQ(Row(ItemType::kDate, ValueKind::kDate, "2026-03-01"), "问题|2026年3月1日");
  EXPECT_EQ(Row(ItemType::kTime, ValueKind::kTime, "08:30"), "问题|08:30");
  EXPECT_EQ(Row(ItemType::kDateTime, ValueKind::kDateTime, "2026-11-24T08:30:00+08:00"),
            "问题|2026年11月24日 08:30");
  EXPECT_EQ(Row(ItemType::kIdentityNumber, ValueKind::kText, "11010519491231002X"),
            "问题|110105********002X");
  EXPECT_EQ(Row(ItemType::kCreditCode, ValueKind::kText, "91350100M000100Y43"),
            "问题|91350100M000100Y43");
  EXPECT_EQ(Row(ItemType::kRegionCode, ValueKind::kText, "510722"), "问题|510722");
  EXPECT_EQ(Row(ItemType::kPhone, ValueKind::kText, "0816-5222111"), "问题|0816-5222111");
  EXPECT_EQ(Row(ItemType::kBarcode, ValueKind::kText, "6901234567892"), "问题|6901234567892");
  EXPECT_EQ(Row(ItemType::kPosition, ValueKind::kPosition, "39.9 116.4 0 5"),
            "问题|纬度 39.9°，经度 116.4°，精度 ±5 米");
  EXPECT_EQ(Row(ItemType::kTrace, ValueKind::kPosition, "1 2 0 0;3 4 0 0"),
            "问题|共 2 个点|1. 纬度 1°，经度 2°|2. 纬度 3°，经度 4°");
  EXPECT_EQ(Row(ItemType::kShape, ValueKind::kPosition, "1 2 0 0;3 4 0 0;1 2 0 0"),
            "问题|共 3 个点|1. 纬度 1°，经度 2°|2. 纬度 3°，经度 4°|3. 纬度 1°，经度 2°");
}

TEST(ItemPrint, InstitutionsAndPersonsWithTheirFields) {
  EXPECT_EQ(Row(MakeItem("Q", ItemType::kInstitution),
                [](Entry& entry) {
                  entry.value = Make(ValueKind::kText, "县人民医院");
                  entry.fields = {{"credit_code", Make(ValueKind::kText, "91350100M000100Y43")},
                                  {"region", Make(ValueKind::kText, "510722")}};
                }),
            "问题|县人民医院|统一社会信用代码：91350100M000100Y43|行政区划代码：510722");
  EXPECT_EQ(Row(MakeItem("Q", ItemType::kPerson),
                [](Entry& entry) {
                  entry.value = Make(ValueKind::kText, "王芳");
                  entry.fields = {{"id_number", Make(ValueKind::kText, "11010519491231002X")},
                                  {"phone", Make(ValueKind::kText, "13900000000")},
                                  {"title", Make(ValueKind::kText, "主治医师")}};
                }),
            "问题|王芳|身份证号：110105********002X|电话：13900000000|职务职称：主治医师");
}

TEST(ItemPrint, GradesWithSubPointsAndApproval) {
  model::Item grade = MakeItem("Q", ItemType::kGrade);
  grade.core = true;
  EXPECT_EQ(Row(grade, [](Entry& entry) { entry.mark = model::Mark::kB; }), "★ 问题|B 良好");
  grade.allows_not_applicable = true;
  EXPECT_EQ(Row(grade,
                [](Entry& entry) {
                  entry.value = Value::Choice("E");
                  entry.mark = model::Mark::kE;
                  entry.fields = {{"basis", Make(ValueKind::kText, "卫健函〔2026〕3号")}};
                }),
            "★ 问题|E 不适用|批准依据：卫健函〔2026〕3号");
  EXPECT_EQ(Row(grade, [](Entry& entry) { entry.value = Value::Choice("E"); }),
            "★ 问题|E 不适用|批准依据：未写明");
  grade.sub_points = {{"C-1", {"有制度", ""}, 'C'}, {"B-1", {"有检查", ""}, 'B'}};
  EXPECT_EQ(Row(grade,
                [](Entry& entry) {
                  entry.mark = model::Mark::kC;
                  entry.fields = {{"C-1", Value::Choice("yes")}, {"B-1", Value::Choice("no")}};
                }),
            "★ 问题|C 合格|要点|判定|C-1|有制度|达到|B-1|有检查|未达到");
  EXPECT_EQ(Row(grade,
                [](Entry& entry) {
                  entry.answered = false;
                  entry.fields = {{"C-1", Value::Choice("yes")}};
                }),
            "★ 问题|未评定|要点|判定|C-1|有制度|达到|B-1|有检查|未判定");
}

TEST(ItemPrint, DeductionsWithCountsAndPoints) {
  model::Item item = MakeItem("Q", ItemType::kDeductions);
  item.points = Decimal::FromInteger(10);
  const auto deduction = [](std::string code, std::string label, std::string_view points) {
    model::Deduction made;
    made.code = std::move(code);
    made.label = {std::move(label), ""};
    made.points = Decimal::Parse(points).value();
    return made;
  };
  model::Deduction once = deduction("no", "无协议", "2");
  model::Deduction each = deduction("gap", "登记缺项", "0.5");
  each.max_count = 3;
  each.cap = Decimal::FromInteger(1);
  model::Deduction staff = deduction("staff", "护士", "1");
  staff.kind = model::DeductionKind::kPerMissingUnit;
  staff.standard = Decimal::FromInteger(5);
  model::Deduction extra = deduction("extra", "示范点", "2");
  extra.bonus = true;
  item.deductions = {once, each, staff, extra};
  EXPECT_EQ(Row(item,
                [](Entry& entry) {
                  entry.fields = {{"no", Value::Integer(1)},
                                  {"gap", Value::Integer(3)},
                                  {"staff", Value::Integer(4)},
                                  {"extra", Value::Integer(1)}};
                  entry.taken = {{"no", Decimal::FromInteger(2)},
                                 {"gap", Decimal::FromInteger(1)},
                                 {"staff", Decimal::FromInteger(1)},
                                 {"extra", Decimal::FromInteger(2)}};
                  entry.earned = Decimal::FromInteger(6);
                  entry.bonus = Decimal::FromInteger(2);
                }),
            "问题|无协议：扣 2 分|登记缺项：3 处，扣 1 分|护士：实有 4，应有 5，扣 1 分|"
            "示范点：加 2 分|6 / 10 +2");
  EXPECT_EQ(Row(item,
                [](Entry& entry) {
                  entry.value = Value::Choice("full");
                  entry.earned = Decimal::FromInteger(10);
                }),
            "问题|无扣分|10 / 10");
  EXPECT_EQ(Row(item,
                [](Entry& entry) {
                  entry.value = Value::Choice("na");
                  entry.applicable = false;
                }),
            "问题|不适用|不计分");
  EXPECT_EQ(Row(item, [](Entry& entry) { entry.answered = false; }), "问题|未填|— / 10");
}

TEST(ItemPrint, RatiosWithTheRateThatTheirFiguresGive) {
  model::Item item = MakeItem("Q", ItemType::kRatio);
  const auto answer = [](Entry& entry) {
    entry.fields = {{"numerator", Value::Integer(83)},
                    {"denominator", Value::Integer(167)},
                    {"reported", Make(ValueKind::kFigure, "49.70")}};
  };
  EXPECT_EQ(Row(item, answer),  // 83 ÷ 167 = 0.49700…
            "问题|分子：83|分母：167|填报值：49.70%|计算值 49.70%（83 ÷ 167）");
  item.per = Decimal::FromInteger(1000);
  item.decimals = 1;
  EXPECT_EQ(Row(item,
                [](Entry& entry) {
                  entry.fields = {{"numerator", Value::Integer(1)},
                                  {"denominator", Value::Integer(3)}};
                }),
            "问题|分子：1|分母：3|计算值 333.3‰（1 ÷ 3）");
  EXPECT_EQ(Row(item,
                [](Entry& entry) {
                  entry.fields = {{"numerator", Value::Integer(1)},
                                  {"denominator", Value::Integer(0)}};
                }),
            "问题|分子：1|分母：0|分母为 0，无法计算");
}

TEST(ItemPrint, StagesWithTheirDates) {
  model::Item item = MakeItem("Q", ItemType::kStages);
  item.stages = {Coded("plan", "方案"), Coded("start", "动工")};
  EXPECT_EQ(
      Row(item,
          [](Entry& entry) { entry.fields = {{"plan", Make(ValueKind::kDate, "2026-05-09")}}; }),
      "问题|方案：2026年5月9日|动工：未达到");
}

TEST(ItemPrint, NotesCalculationsAndGroups) {
  Sample sample;
  sample.Add(MakeItem("N", ItemType::kNote, "## 说明\n请**逐条**核对\n- 一"));
  model::Item sum = MakeItem("SUM", ItemType::kCalculated, "合计");
  sum.calculation.text = "1 + 1";
  sum.unit = {"人", ""};
  sample.Add(sum);
  model::Item hidden = sum;
  hidden.code = "HIDDEN";
  hidden.label = {};
  sample.Add(hidden);
  model::Item group = MakeItem("G", ItemType::kGroup, "人员");
  group.children = {MakeItem("IN", ItemType::kInteger, "人数")};
  sample.Add(group);
  sample.Begin();
  sample.At("SUM").value = Make(ValueKind::kText, "2");
  sample.At("HIDDEN").value = Make(ValueKind::kText, "7777");
  Entry inner;
  inner.item = &sample.form.sections[0].items[3].children[0];
  inner.answered = true;
  inner.value = Value::Integer(4);
  sample.At("G").children = {inner};
  const std::string html = sample.Print();
  EXPECT_NE(html.find("<b>说明</b><br/>请<b>逐条</b>核对<br/>· 一"), std::string::npos);
  EXPECT_EQ(RowOf(html, "SUM"), "合计|2 人");
  EXPECT_EQ(html.find("7777"), std::string::npos);
  EXPECT_EQ(RowOf(html, "IN"), "人数|4");
  EXPECT_NE(html.find("<tr class=\"group\"><td colspan=\"3\">人员"), std::string::npos);
}

TEST(ItemPrint, FilesByNameSizeAndDigestWithPicturesInside) {
  const std::string photo = std::string(64, 'a') + ".jpg";
  const std::string scan = std::string(64, 'b') + ".pdf";
  Sample sample;
  for (const auto& [code, type] : {std::pair{"PHOTO", ItemType::kPhoto},
                                   {"FILE", ItemType::kFile},
                                   {"AUDIO", ItemType::kAudio},
                                   {"VIDEO", ItemType::kVideo},
                                   {"SIGN", ItemType::kSignature}})
    sample.Add(MakeItem(code, type));
  sample.Begin();
  sample.report.attachments = {{photo, {photo, "image/jpeg", "门诊\"楼\".JPG", 1'258'291, 0}},
                               {scan, {scan, "application/pdf", "制度.pdf", 2048, 0}}};
  sample.report.read_attachment = [&](const std::string& name) -> Result<Bytes> {
    EXPECT_TRUE(name == photo || name.ends_with(".png")) << "only pictures are read: " << name;
    return Bytes{'M', 'a', 'n', '!'};
  };
  sample.At("PHOTO").value = Make(ValueKind::kAttachments, photo);
  sample.At("PHOTO").fields = {{"evidence", Make(ValueKind::kAttachments, scan)}};
  sample.At("FILE").value = Make(ValueKind::kAttachments, scan);
  sample.At("AUDIO").value = Make(ValueKind::kAttachments, std::string(64, 'c') + ".m4a");
  sample.At("VIDEO").value = Make(ValueKind::kAttachments, std::string(64, 'd') + ".mp4");
  sample.At("SIGN").value = Make(ValueKind::kAttachments, std::string(64, 'e') + ".png");
  const std::string html = sample.Print();
  EXPECT_EQ(MarkupFault(html), "");
  EXPECT_EQ(RowOf(html, "PHOTO"),
            "问题|附件 1 件，见下|佐证材料 1 件，见下|附件 1 门诊\"楼\".JPG|JPG，1.2 MB|SHA-256 " +
                std::string(64, 'a') + "|佐证材料|附件 1 制度.pdf|PDF，2 KB|SHA-256 " +
                std::string(64, 'b'));
  EXPECT_EQ(RowOf(html, "FILE"),
            "问题|附件 1 件，见下|附件 1 制度.pdf|PDF，2 KB|SHA-256 " + std::string(64, 'b'));
  EXPECT_EQ(RowOf(html, "AUDIO"),
            "问题|附件 1 件，见下|附件 1|M4A|SHA-256 " + std::string(64, 'c'));
  EXPECT_EQ(RowOf(html, "VIDEO"),
            "问题|附件 1 件，见下|附件 1|MP4|SHA-256 " + std::string(64, 'd'));
  // RFC 4648: "Man" is TWFu.
  EXPECT_NE(html.find("<img src=\"data:image/jpeg;base64,TWFuIQ==\" alt=\"附件 1 "
                      "门诊&quot;楼&quot;.JPG\"/>"),
            std::string::npos);
  EXPECT_NE(
      html.find("files drawn\"><div class=\"file\"><img src=\"data:image/png;base64,TWFuIQ=="),
      std::string::npos);
}

TEST(ItemPrint, PicturesBeyondTheLimitAreNamedOnly) {
  const std::string photo = std::string(64, 'a') + ".jpg";
  Sample sample;
  sample.Add(MakeItem("PHOTO", ItemType::kPhoto));
  sample.Begin();
  sample.At("PHOTO").value = Make(ValueKind::kAttachments, photo);
  sample.report.attachments = {{photo, {photo, "image/jpeg", "", 100, 0}}};
  sample.report.read_attachment = [](const std::string&) -> Result<Bytes> {
    return Fail(ErrorCode::ERR_STORE_ATTACHMENT_DAMAGED, "x");
  };
  EXPECT_NE(RowOf(sample.Print(), "PHOTO").find("无法读取："), std::string::npos);
  PrintOptions options;
  options.max_picture_bytes = 99;
  const std::string html = PrintHtml(sample.report, options);
  EXPECT_EQ(html.find("<img"), std::string::npos);
  EXPECT_NE(RowOf(html, "PHOTO").find("图片未印出"), std::string::npos);
}

TEST(ItemPrint, TablesAsGrids) {
  model::Item table = MakeItem("T", ItemType::kTable, "配备");
  table.rows = {Coded("doctor", "医师"), Coded("nurse", "护士")};
  table.children = {MakeItem("now", ItemType::kInteger, "现有"),
                    MakeItem("since", ItemType::kDate, "日期")};
  Sample sample;
  sample.Add(table);
  sample.Begin();
  const model::Item& item = sample.form.sections[0].items[0];
  for (std::uint32_t number = 1; number <= 2; ++number) {
    Instance instance{number, {}};
    for (const model::Item& child : item.children) {
      Entry& cell = instance.entries.emplace_back();
      cell.item = &child;
      cell.answered = true;
    }
    sample.At("T").instances.push_back(instance);
  }
  sample.At("T").instances[0].entries[0].value = Value::Integer(7);
  sample.At("T").instances[1].entries[0].value = Value::Integer(9);
  sample.At("T").instances[1].entries[1].value = Make(ValueKind::kDate, "2026-01-02");
  EXPECT_EQ(RowOf(sample.Print(), "T"), "配备|见下表|现有|日期|医师|7|未填|护士|9|2026年1月2日");
}

TEST(ItemPrint, RepeatsKeepTheirNumbersAndNest) {
  model::Item rooms = MakeItem("ROOMS", ItemType::kRepeat, "病房");
  rooms.children = {MakeItem("room", ItemType::kText, "房号")};
  model::Item wards = MakeItem("W", ItemType::kRepeat, "病区");
  wards.instance_label = {"病区", "Ward"};
  wards.children = {MakeItem("name", ItemType::kText, "名称"), rooms};
  Sample sample;
  sample.Add(wards);
  sample.Begin();
  const model::Item& item = sample.form.sections[0].items[0];
  Entry name;
  name.item = &item.children[0];
  name.answered = true;
  name.value = Make(ValueKind::kText, "内科");
  Entry inner;
  inner.item = &item.children[1];
  inner.answered = true;
  Entry room;
  room.item = &item.children[1].children[0];
  room.answered = true;
  room.value = Make(ValueKind::kText, "301");
  inner.instances = {{4, {room}}};
  sample.At("W").instances = {{2, {name, inner}}};
  EXPECT_EQ(RowOf(sample.Print(), "W"),
            "病区|共 1 条，见下|病区 2|编号|评审内容|评审情况|name|名称|内科|ROOMS|病房|"
            "共 1 条，见下|序号|房号|4|301");
  sample.At("W").instances.clear();
  EXPECT_EQ(RowOf(sample.Print(), "W"), "病区|无记录");
  sample.At("W").required = true;
  EXPECT_EQ(RowOf(sample.Print(), "W"), "病区|未填（必填）");
  sample.At("W").value = Value::Choice("none");
  EXPECT_EQ(RowOf(sample.Print(), "W"), "病区|无");
}

TEST(ItemPrint, WhatIsMissingOrDoesNotApplyIsSaid) {
  Sample sample;
  sample.Add(MakeItem("A", ItemType::kText));
  sample.Add(MakeItem("B", ItemType::kText));
  sample.Add(MakeItem("C", ItemType::kInteger));
  sample.Begin();
  sample.At("A").answered = false;
  sample.At("A").required = true;
  sample.At("B").relevant = false;
  sample.At("C").answered = false;
  sample.At("C").value = Value::Integer(900);
  sample.At("C").remarks = {{"不得超过 100", ""}};
  sample.At("C").fields = {{"note", Make(ValueKind::kText, "待核")}};
  const std::string html = sample.Print();
  EXPECT_EQ(RowOf(html, "A"), "问题|未填（必填）");
  EXPECT_EQ(RowOf(html, "B"), "no row");
  EXPECT_NE(html.find("不涉及（未满足填写条件）：B<"), std::string::npos);
  EXPECT_EQ(RowOf(html, "C"), "问题|900|（未填完整）|备注：待核|※ 不得超过 100");
}

TEST(BlankPrint, HasRoomForEveryAnswer) {
  Sample sample;
  model::Item choice = WithOptions(ItemType::kSingleChoice);
  choice.allows_not_applicable = true;
  choice.method = {"查阅资料", ""};
  sample.Add(choice);
  model::Item no = MakeItem("NO", ItemType::kYesNoNa);
  no.relevant.text = "${Q} = 'b'";
  sample.Add(no);
  model::Item repeat = MakeItem("R", ItemType::kRepeat);
  repeat.max_instances = 2;
  repeat.children = {MakeItem("x", ItemType::kText, "姓名")};
  sample.Add(repeat);
  sample.Begin();
  const std::string html = PrintHtml(BlankReport(sample.form, 0), {});
  EXPECT_EQ(MarkupFault(html), "");
  EXPECT_EQ(RowOf(html, "Q"), "问题|检查方法：查阅资料|□ 甲 □ 乙 □ 丙 |□ 不适用");
  EXPECT_EQ(RowOf(html, "NO"), "问题|填写条件：Q 为“乙”|□ 是 □ 否");
  EXPECT_EQ(RowOf(html, "R"), "问题|序号|姓名|1|2|行数不够时另附页。");
  EXPECT_NE(html.find("空白表"), std::string::npos);
  EXPECT_EQ(html.find("草稿"), std::string::npos);
}

}  // namespace
}  // namespace pingshen::report
