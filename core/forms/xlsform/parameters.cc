#include "core/forms/xlsform/parameters.h"

#include <algorithm>
#include <charconv>

#include "core/forms/xlsform/range_check.h"
#include "core/forms/xlsform/references.h"
#include "core/forms/xlsform/text.h"

namespace pingshen::forms::xlsform {
namespace {

using Names = std::initializer_list<std::string_view>;

class Checker {
 public:
  Checker(const Parameters& parameters, Cell cell, Messages& messages)
      : parameters_(parameters), cell_(std::move(cell)), messages_(messages) {}

  void Allow(Names names) {
    for (const auto& [key, value] : parameters_)
      if (std::find(names.begin(), names.end(), key) == names.end())
        messages_.Error(ErrorCode::ERR_XLSFORM_PARAMETER_UNKNOWN, cell_, key);
  }
  const std::string* Find(std::string_view key) const {
    const auto found = parameters_.find(key);
    return found == parameters_.end() ? nullptr : &found->second;
  }
  void OneOf(std::string_view key, Names values) {
    const std::string* value = Find(key);
    if (value != nullptr && std::find(values.begin(), values.end(), *value) == values.end())
      Refuse(key);
  }
  void Integer(std::string_view key) {
    const std::string* value = Find(key);
    if (value != nullptr && !IsInteger(*value)) Refuse(key);
  }
  void Number(std::string_view key) {
    const std::string* value = Find(key);
    if (value != nullptr && !IsNumber(*value)) Refuse(key);
  }
  void Refuse(std::string_view key) {
    const std::string* value = Find(key);
    messages_.Error(ErrorCode::ERR_XLSFORM_PARAMETER, cell_,
                    std::string(key) + (value ? "=" + *value : std::string()));
  }
  static bool IsInteger(std::string_view text) {
    long long number = 0;
    if (text.starts_with('+')) text.remove_prefix(1);
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
    return parsed.ec == std::errc() && parsed.ptr == text.data() + text.size();
  }
  static bool IsNumber(std::string_view text) { return NumberOf(text).has_value(); }

 private:
  const Parameters& parameters_;
  Cell cell_;
  Messages& messages_;
};

void CheckAudit(Checker& check) {
  check.Allow({"location-priority", "location-min-interval", "location-max-age", "track-changes",
               "identify-user", "track-changes-reasons"});
  check.OneOf("track-changes", {"true", "false"});
  check.OneOf("identify-user", {"true", "false"});
  check.OneOf("track-changes-reasons", {"on-form-edit"});
  check.OneOf("location-priority", {"no-power", "low-power", "balanced", "high-accuracy"});
  const std::string* priority = check.Find("location-priority");
  const std::string* interval = check.Find("location-min-interval");
  const std::string* age = check.Find("location-max-age");
  if (priority == nullptr && interval == nullptr && age == nullptr) return;
  if (priority == nullptr) check.Refuse("location-priority");
  for (const auto& [key, value] :
       {std::pair{"location-min-interval", interval}, {"location-max-age", age}})
    if (value == nullptr || !Checker::IsInteger(*value) || value->starts_with('-'))
      check.Refuse(key);
  if (interval != nullptr && age != nullptr && Checker::IsInteger(*interval) &&
      Checker::IsInteger(*age) && std::stoll(*age) < std::stoll(*interval))
    check.Refuse("location-max-age");
}

void CheckSelect(Checker& check, bool from_file) {
  if (from_file)
    check.Allow({"randomize", "seed", "value", "label"});
  else
    check.Allow({"randomize", "seed"});
  check.OneOf("randomize", {"true", "false"});
  if (const std::string* seed = check.Find("seed")) {
    if (check.Find("randomize") == nullptr) check.Refuse("seed");
    if (!Checker::IsNumber(*seed) && !IsReference(*seed)) check.Refuse("seed");
  }
  if (!from_file) return;
  for (const std::string_view key : {"value", "label"})
    if (const std::string* name = check.Find(key); name != nullptr && !IsName(*name))
      check.Refuse(key);
}

// com.example.app: at least two parts of letters, digits and "_", each beginning with a letter.
bool IsPackageName(std::string_view name) {
  const std::vector<std::string> parts = Split(name, ".");
  return parts.size() >= 2 && std::all_of(parts.begin(), parts.end(), [](const std::string& part) {
           return !part.empty() &&
                  ((part[0] >= 'a' && part[0] <= 'z') || (part[0] >= 'A' && part[0] <= 'Z')) &&
                  part.find_first_not_of(
                      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") ==
                      std::string::npos;
         });
}

}  // namespace

Parameters ReadParameters(std::string_view text, const Cell& cell, Messages& messages) {
  Parameters parameters;
  std::vector<std::string> parts = Split(text, ";");
  if (parts.size() == 1) parts = Split(text, ",");
  if (parts.size() == 1) parts = SplitBlank(text);
  for (const std::string& part : parts) {
    const std::vector<std::string> sides = Split(part, "=");
    const std::string key = Lower(Trimmed(sides[0]));
    if (sides.size() != 2 || key.empty() || Trimmed(sides[1]).empty() ||
        key.find_first_of(" \t") != std::string::npos) {
      messages.Error(ErrorCode::ERR_XLSFORM_PARAMETERS, cell, std::string(text));
      return parameters;
    }
    const bool keeps_case = key == "value" || key == "label" ||
                            sides[1].find("${") != std::string::npos ||
                            key == "reference-geometry" || key == "tick_labelset";
    parameters[key] = keeps_case ? std::string(Trimmed(sides[1])) : Lower(Trimmed(sides[1]));
  }
  return parameters;
}

void CheckParameters(const Draft& draft, const Node& node, bool from_file, const Cell& cell,
                     Messages& messages) {
  Checker check(node.parameters, cell, messages);
  const std::string& type = node.type;
  if (type == "audit") {
    CheckAudit(check);
  } else if (node.control == Control::kSelect1 || node.control == Control::kSelect ||
             node.control == Control::kRank || node.external) {
    CheckSelect(check, from_file);
  } else if (type == "range") {
    CheckRange(draft, node, cell, messages);
  } else if (type == "text") {
    check.Allow({"rows"});
    check.Integer("rows");
  } else if (type == "image") {
    check.Allow({"max-pixels", "app"});
    check.Integer("max-pixels");
    const std::string* app = check.Find("app");
    if (app != nullptr && (node.appearance.empty() || node.appearance == "annotate") &&
        !IsPackageName(*app))
      check.Refuse("app");
  } else if (type == "audio") {
    check.Allow({"quality"});
    check.OneOf("quality", {"voice-only", "low", "normal", "external"});
  } else if (type == "background-audio") {
    check.Allow({"quality"});
    check.OneOf("quality", {"voice-only", "low", "normal"});
  } else if (type == "geopoint") {
    check.Allow(
        {"allow-mock-accuracy", "capture-accuracy", "warning-accuracy", "reference-geometry"});
    check.OneOf("allow-mock-accuracy", {"true", "false"});
    check.Number("capture-accuracy");
    check.Number("warning-accuracy");
  } else if (type == "geoshape" || type == "geotrace") {
    check.Allow({"allow-mock-accuracy", "incremental", "reference-geometry"});
    check.OneOf("allow-mock-accuracy", {"true", "false"});
    if (const std::string* value = check.Find("incremental"); value && YesNo(*value) != true)
      check.Refuse("incremental");
  }
}

}  // namespace pingshen::forms::xlsform
