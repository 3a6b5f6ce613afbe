#include "core/model/field_path.h"

#include <charconv>
#include <utility>

#include "core/base/utf8.h"
#include "core/model/code.h"

namespace pingshen::model {
namespace {

constexpr std::size_t kMaxRepeats = 4;

std::unexpected<Error> MalformedPath(std::string_view text) {
  constexpr std::size_t kShownBytes = 160;
  const bool showable = text.size() <= kShownBytes && CheckUtf8(text).has_value();
  return Fail(ErrorCode::ERR_PATH, showable ? std::string(text) : "…");
}

// 0 when malformed.
std::uint32_t InstanceNumber(std::string_view text) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && !text.starts_with('0') ? number : 0;
}

}  // namespace

Result<FieldPath> FieldPath::Parse(std::string_view text) {
  FieldPath path;
  std::string_view rest = text;
  while (true) {
    const std::size_t slash = rest.find('/');
    const std::string_view part = rest.substr(0, slash);
    const bool last = slash == std::string_view::npos;
    if (const std::size_t hash = part.find('#'); hash != std::string_view::npos) {
      Step step{std::string(part.substr(0, hash)), InstanceNumber(part.substr(hash + 1))};
      if (!IsCode(step.repeat) || step.instance == 0 || path.repeats.size() == kMaxRepeats)
        return MalformedPath(text);
      path.repeats.push_back(std::move(step));
      if (last) return path;
    } else {
      if (!last) return MalformedPath(text);
      const std::size_t colon = part.find(':');
      path.item = part.substr(0, colon);
      if (!IsCode(path.item)) return MalformedPath(text);
      if (colon != std::string_view::npos) {
        path.field = part.substr(colon + 1);
        if (!IsCode(path.field)) return MalformedPath(text);
      }
      return path;
    }
    rest.remove_prefix(slash + 1);
  }
}

FieldPath FieldPath::Of(std::string item_code, std::string field) {
  FieldPath path;
  path.item = std::move(item_code);
  path.field = std::move(field);
  return path;
}

std::string FieldPath::ToString() const {
  std::string out;
  for (const Step& step : repeats) {
    if (!out.empty()) out += '/';
    out += step.repeat + '#' + std::to_string(step.instance);
  }
  if (!item.empty()) {
    if (!out.empty()) out += '/';
    out += item;
    if (!field.empty()) out += ':' + field;
  }
  return out;
}

}  // namespace pingshen::model
