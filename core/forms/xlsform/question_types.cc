#include "core/forms/xlsform/question_types.h"

#include <algorithm>
#include <array>

#include "core/forms/xlsform/text.h"

namespace pingshen::forms::xlsform {
namespace {

struct TypeRow {
  std::string_view alias;
  QuestionType type;
};

constexpr auto kQuestionTypes = std::to_array<TypeRow>({
    {"acknowledge", {"acknowledge", Control::kTrigger}},
    {"add acknowledge prompt", {"acknowledge", Control::kTrigger}},
    {"add audio prompt", {"audio", Control::kUpload}},
    {"add barcode prompt", {"barcode", Control::kInput}},
    {"add calculate prompt", {"calculate"}},
    {"add date prompt", {"date", Control::kInput}},
    {"add date time prompt", {"dateTime", Control::kInput}},
    {"add datetime prompt", {"dateTime", Control::kInput}},
    {"add decimal prompt", {"decimal", Control::kInput}},
    {"add file prompt", {"file", Control::kUpload}},
    {"add image prompt", {"image", Control::kUpload}},
    {"add integer prompt", {"integer", Control::kInput}},
    {"add location prompt", {"geopoint", Control::kInput}},
    {"add note prompt", {"note", Control::kInput}},
    {"add photo prompt", {"image", Control::kUpload}},
    {"add text prompt", {"text", Control::kInput}},
    {"add video prompt", {"video", Control::kUpload}},
    {"audio", {"audio", Control::kUpload}},
    {"background audio", {"background-audio"}},
    {"background geopoint", {"background-geopoint"}},
    {"barcode", {"barcode", Control::kInput}},
    {"calculate", {"calculate"}},
    {"csv external", {"csv-external"}},
    {"date", {"date", Control::kInput}},
    {"date time", {"dateTime", Control::kInput}},
    {"datetime", {"dateTime", Control::kInput}},
    {"decimal", {"decimal", Control::kInput}},
    {"device id", {"deviceid"}},
    {"deviceid", {"deviceid"}},
    {"email", {"email"}},
    {"end", {"end"}},
    {"end time", {"end"}},
    {"file", {"file", Control::kUpload}},
    {"geopoint", {"geopoint", Control::kInput}},
    {"geoshape", {"geoshape", Control::kInput}},
    {"geotrace", {"geotrace", Control::kInput}},
    {"get device id", {"deviceid"}},
    {"get end time", {"end"}},
    {"get phone number", {"phonenumber"}},
    {"get sim id", {"simserial"}},
    {"get start time", {"start"}},
    {"get subscriber id", {"subscriberid"}},
    {"get today", {"today"}},
    {"gps", {"geopoint", Control::kInput}},
    {"hidden", {"hidden"}},
    {"image", {"image", Control::kUpload}},
    {"imei", {"deviceid"}},
    {"int", {"integer", Control::kInput}},
    {"integer", {"integer", Control::kInput}},
    {"location", {"geopoint", Control::kInput}},
    {"note", {"note", Control::kInput}},
    {"number of days in last month", {"integer", Control::kInput, "0 <= . and . <= 31"}},
    {"number of days in last six months", {"integer", Control::kInput, "0 <= . and . <= 183"}},
    {"number of days in last year", {"integer", Control::kInput, "0 <= . and . <= 365"}},
    {"osm", {"osm", Control::kUpload}},
    {"percentage", {"integer", Control::kInput, "0 <= . and . <= 100"}},
    {"phone number", {"text", Control::kInput, "regex(., '^\\d*$')"}},
    {"phonenumber", {"phonenumber"}},
    {"photo", {"image", Control::kUpload}},
    {"q acknowledge", {"acknowledge", Control::kTrigger}},
    {"q audio", {"audio", Control::kUpload}},
    {"q barcode", {"barcode", Control::kInput}},
    {"q calculate", {"calculate"}},
    {"q date", {"date", Control::kInput}},
    {"q date time", {"dateTime", Control::kInput}},
    {"q datetime", {"dateTime", Control::kInput}},
    {"q decimal", {"decimal", Control::kInput}},
    {"q geopoint", {"geopoint", Control::kInput}},
    {"q image", {"image", Control::kUpload}},
    {"q int", {"integer", Control::kInput}},
    {"q location", {"geopoint", Control::kInput}},
    {"q note", {"note", Control::kInput}},
    {"q picture", {"image", Control::kUpload}},
    {"q string", {"text", Control::kInput}},
    {"q video", {"video", Control::kUpload}},
    {"range", {"range", Control::kRange}},
    {"signature", {"signature", Control::kUpload}},
    {"sim id", {"simserial"}},
    {"simserial", {"simserial"}},
    {"start", {"start"}},
    {"start geopoint", {"start-geopoint"}},
    {"start time", {"start"}},
    {"string", {"text", Control::kInput}},
    {"subscriber id", {"subscriberid"}},
    {"subscriberid", {"subscriberid"}},
    {"text", {"text", Control::kInput}},
    {"time", {"time", Control::kInput}},
    {"today", {"today"}},
    {"trigger", {"acknowledge", Control::kTrigger}},
    {"uri:deviceid", {"deviceid"}},
    {"uri:email", {"email"}},
    {"uri:phonenumber", {"phonenumber"}},
    {"uri:simserial", {"simserial"}},
    {"uri:subscriberid", {"subscriberid"}},
    {"uri:username", {"username"}},
    {"username", {"username"}},
    {"video", {"video", Control::kUpload}},
    {"xml external", {"xml-external"}},
});

struct SelectRow {
  std::string_view alias;
  std::string_view name;
  Control control;
  bool from_file = false;
};
// Longer names first: "select one from file x" also begins with "select one from".
constexpr auto kSelects = std::to_array<SelectRow>({
    {"add select multiple prompt using", "select_multiple", Control::kSelect},
    {"add select one prompt using", "select_one", Control::kSelect1},
    {"select multiple from file", "select_multiple", Control::kSelect, true},
    {"select all that apply from", "select_multiple", Control::kSelect},
    {"select multiple from", "select_multiple", Control::kSelect},
    {"select multiple using", "select_multiple", Control::kSelect},
    {"select one external", "select_one_external", Control::kInput},
    {"select one from file", "select_one", Control::kSelect1, true},
    {"select all that apply", "select_multiple", Control::kSelect},
    {"select one from", "select_one", Control::kSelect1},
    {"select one using", "select_one", Control::kSelect1},
    {"select multiple", "select_multiple", Control::kSelect},
    {"select one", "select_one", Control::kSelect1},
    {"select1", "select_one", Control::kSelect1},
    {"rank", "rank", Control::kRank},
});

// Lower case, "_" and "-" and runs of blanks as one blank: "Select_One" is "select one".
std::string Plain(std::string_view type) {
  std::string text = Lower(type);
  std::replace(text.begin(), text.end(), '_', ' ');
  std::replace(text.begin(), text.end(), '-', ' ');
  return Squeezed(text);
}

}  // namespace

std::optional<QuestionType> FindQuestionType(std::string_view type) {
  const std::string plain = Plain(type);
  const auto found = std::find_if(kQuestionTypes.begin(), kQuestionTypes.end(),
                                  [&](const TypeRow& row) { return row.alias == plain; });
  if (found == kQuestionTypes.end()) return std::nullopt;
  return found->type;
}

std::optional<SelectType> ParseSelect(std::string_view type) {
  const std::vector<std::string> words = SplitBlank(type);
  if (words.size() < 2 || Lower(words[0]).find_first_of("sar") != 0) return std::nullopt;
  for (const SelectRow& row : kSelects) {
    // The command may take several words; the list's name is the next one, with its own letters.
    std::string command;
    for (std::size_t taken = 0; taken < words.size(); ++taken) {
      command = Plain(command + " " + words[taken]);
      if (command.size() > row.alias.size()) break;
      if (command != row.alias) continue;
      if (taken + 1 >= words.size()) break;
      SelectType select{row.name, row.control, row.from_file, words[taken + 1], false};
      std::string rest;
      for (std::size_t i = taken + 2; i < words.size(); ++i) rest = Plain(rest + " " + words[i]);
      if (rest == "or other" || rest == "or specify other") {
        select.or_other = true;
      } else if (!rest.empty()) {
        break;
      }
      return select;
    }
  }
  return std::nullopt;
}

std::optional<Frame> ParseFrame(std::string_view type) {
  std::vector<std::string> words = SplitBlank(type);
  if (words.empty()) return std::nullopt;
  if (words.size() == 1 || words[0].find('_') != std::string::npos) {
    const std::string first = words[0];
    const std::size_t at = first.find('_');
    if (at == std::string::npos) return std::nullopt;
    words[0] = first.substr(0, at);
    words.insert(words.begin() + 1, first.substr(at + 1));
  }
  const std::string verb = Lower(words[0]);
  if ((verb != "begin" && verb != "end") || words.size() < 2) return std::nullopt;
  Frame frame{verb == "begin", {}, {}};
  std::string kind = Lower(words[1]);
  std::size_t next = 2;
  if (kind == "looped" && words.size() > 2 && Lower(words[2]) == "group") {
    kind = "repeat";
    next = 3;
  }
  if (kind == "group") frame.kind = "group";
  if (kind == "repeat" || kind == "lgroup") frame.kind = "repeat";
  if (kind == "loop") frame.kind = "loop";
  if (frame.kind.empty()) return std::nullopt;
  if (next < words.size() && words[next] == "over") ++next;
  if (next < words.size()) frame.list = words[next++];
  if (next < words.size() || (!frame.begin && !frame.list.empty())) return std::nullopt;
  return frame;
}

bool IsMetadata(std::string_view name) {
  constexpr auto kNames = std::to_array<std::string_view>(
      {"deviceid", "email", "end", "phonenumber", "simserial", "start", "start-geopoint",
       "subscriberid", "today", "username"});
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

}  // namespace pingshen::forms::xlsform
