#include "core/report/wide_part.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/expression/base64.h"
#include "core/model/item_fields.h"
#include "core/report/answer_part.h"
#include "core/report/instances_part.h"
#include "core/report/pen.h"

namespace pingshen::report {
namespace {

using model::ItemType;
using model::Value;

constexpr words::Phrase kPoint{"要点", "Point"};
constexpr words::Phrase kJudged{"判定", "Judged"};
constexpr words::Phrase kNotJudged{"未判定", "Open"};
constexpr words::Phrase kUnread{"无法读取：{}", "Cannot be read: {}"};
constexpr words::Phrase kNotEmbedded{"图片未印出（总量超限），见原文件",
                                     "Not printed (too many pictures), see the file itself"};
constexpr words::Phrase kMadeHere{"附件 {}", "File {}"};
constexpr words::Phrase kFacts{"{}，{}", "{}, {}"};

// Types that every browser draws and that cannot carry a script.
constexpr auto kPictureTypes =
    std::to_array<std::pair<std::string_view, std::string_view>>({{"jpg", "image/jpeg"},
                                                                  {"jpeg", "image/jpeg"},
                                                                  {"png", "image/png"},
                                                                  {"webp", "image/webp"},
                                                                  {"gif", "image/gif"}});

std::string_view ExtensionOf(std::string_view name) {
  return name.substr(std::min(name.size(), name.rfind('.') + 1));
}

std::string_view PictureType(std::string_view name) {
  for (const auto& [extension, type] : kPictureTypes)
    if (extension == ExtensionOf(name)) return type;
  return {};
}

void DrawPicture(Pen& pen, const std::string& name, std::string_view words) {
  const std::string_view type = PictureType(name);
  if (type.empty() || !pen.report().read_attachment) return;
  const auto known = pen.report().attachments.find(name);
  const std::uint64_t size = known == pen.report().attachments.end() ? 0 : known->second.size_bytes;
  if (pen.picture_bytes + size > pen.options().max_picture_bytes) {
    pen.Answer(pen.Say(kNotEmbedded), "open");
    return;
  }
  const auto bytes = pen.report().read_attachment(name);
  if (!bytes) {
    pen.Answer(pen.Say(kUnread, {Sentence(bytes.error(), pen.language())}), "open");
    return;
  }
  pen.picture_bytes += bytes->size();
  pen.html.Raw("<img src=\"data:").Raw(type).Raw(";base64,");
  pen.html.Raw(expression::Base64Of(AsText(*bytes))).Raw("\" alt=\"");
  pen.html.Text(words).Raw("\"/>");
}

void DrawFiles(Pen& pen, const Value& value, bool signature) {
  std::size_t number = 0;
  pen.html.Open("div", {{"class", signature ? "files drawn" : "files"}});
  for (const std::string& name : value.Attachments()) {
    const auto known = pen.report().attachments.find(name);
    const bool has_facts = known != pen.report().attachments.end();
    std::string words = pen.Say(kMadeHere, {std::to_string(++number)});
    if (has_facts && !known->second.original_name.empty())
      words += " " + known->second.original_name;
    std::string extension(ExtensionOf(name));
    std::ranges::transform(extension, extension.begin(), [](char c) {
      return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    pen.html.Open("div", {{"class", PictureType(name).empty() ? "file plain" : "file"}});
    DrawPicture(pen, name, words);
    pen.html.Open("div", {{"class", "caption"}});
    pen.Answer(words);
    pen.Answer(has_facts ? pen.Say(kFacts, {extension, words::SizeText(known->second.size_bytes)})
                         : extension);
    pen.Answer("SHA-256 " + name.substr(0, name.find('.')), "digest");
    pen.html.Close("div").Close("div");
  }
  pen.html.Close("div");
}

void DrawSubPoints(Pen& pen, const Entry& entry) {
  pen.html.Open("table", {{"class", "inner"}});
  pen.html.Open("colgroup")
      .Void("col", {{"class", "code"}})
      .Void("col")
      .Void("col", {{"class", "judged"}});
  pen.html.Close("colgroup").Open("thead").Open("tr");
  pen.html.Element("th", "").Element("th", pen.Say(kPoint)).Element("th", pen.Say(kJudged));
  pen.html.Close("tr").Close("thead").Open("tbody");
  for (const model::SubPoint& point : entry.item->sub_points) {
    const Value& value = FieldOf(entry, point.code);
    pen.html.Open("tr").Element("td", point.code).Open("td");
    pen.Rich(point.label);
    pen.html.Close("td").Open("td");
    if (pen.blank()) {
      for (const words::Phrase& box :
           {words::Phrase{"□ 达到", "□ met"}, words::Phrase{"□ 未达到", "□ not met"}})
        pen.html.Element("span", pen.Say(box), {{"class", "box"}}).Text(" ");
    } else if (value.empty()) {
      pen.Answer(pen.Say(kNotJudged), "open");
    } else {
      pen.Answer(words::FieldText(*entry.item, point.code, value, pen.reader()));
    }
    pen.html.Close("td").Close("tr");
  }
  pen.html.Close("tbody").Close("table");
}

bool ShowsSubPoints(const Pen& pen, const Entry& entry) {
  if (entry.item->sub_points.empty()) return false;
  return pen.blank() || std::ranges::any_of(entry.fields, [&](const auto& field) {
           return model::IsAnswerPart(*entry.item, field.first);
         });
}

bool IsLongText(const Entry& entry) {
  return entry.item->type == ItemType::kLongText && entry.value.kind() == model::ValueKind::kText;
}

}  // namespace

bool HasWide(const Pen& pen, const Entry& entry) {
  return ShowsSubPoints(pen, entry) || IsLongText(entry) ||
         (pen.blank() && entry.item->type == ItemType::kLongText) ||
         entry.value.kind() == model::ValueKind::kAttachments ||
         !FieldOf(entry, model::kEvidenceField).empty() || !entry.instances.empty();
}

void DrawWide(Pen& pen, const Entry& entry) {
  if (ShowsSubPoints(pen, entry)) DrawSubPoints(pen, entry);
  if (IsLongText(entry)) pen.Answer(entry.value.text(), "answer long");
  if (pen.blank() && entry.item->type == ItemType::kLongText) {
    constexpr int kLines = 5;
    for (int i = 0; i < kLines; ++i) pen.html.Element("div", "", {{"class", "line"}});
  }
  if (entry.value.kind() == model::ValueKind::kAttachments)
    DrawFiles(pen, entry.value, entry.item->type == ItemType::kSignature);
  if (const Value& evidence = FieldOf(entry, model::kEvidenceField); !evidence.empty()) {
    pen.Answer(pen.Say(words::Phrase{"佐证材料", "Evidence"}), "caption-head");
    DrawFiles(pen, evidence, false);
  }
  if (!entry.instances.empty()) DrawInstances(pen, entry);
}

}  // namespace pingshen::report
