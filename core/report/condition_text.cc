#include "core/report/condition_text.h"

#include <optional>

#include "core/report/pen.h"

namespace pingshen::report {
namespace {

struct Comparison {
  std::string_view code;
  std::string_view value;
  const words::Phrase* phrase;
};

constexpr words::Phrase kEquals{"{} 为“{}”", "{} is “{}”"};
constexpr words::Phrase kDiffers{"{} 不是“{}”", "{} is not “{}”"};
constexpr words::Phrase kSelected{"{} 选了“{}”", "{}: “{}” is chosen"};

std::string_view Trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

// What stands between the two marks when the whole text does; nullopt otherwise.
std::optional<std::string_view> Between(std::string_view text, std::string_view open,
                                        std::string_view close) {
  text = Trimmed(text);
  if (text.size() < open.size() + close.size()) return std::nullopt;
  if (!text.starts_with(open) || !text.ends_with(close)) return std::nullopt;
  text.remove_prefix(open.size());
  text.remove_suffix(close.size());
  if (text.find_first_of("'${}") != std::string_view::npos) return std::nullopt;
  return text;
}

std::optional<Comparison> Split(std::string_view text, std::string_view sign,
                                const words::Phrase& phrase) {
  const std::size_t at = text.find(sign);
  if (at == std::string_view::npos) return std::nullopt;
  const auto code = Between(text.substr(0, at), "${", "}");
  const auto value = Between(text.substr(at + sign.size()), "'", "'");
  if (!code || !value) return std::nullopt;
  return Comparison{*code, *value, &phrase};
}

std::optional<Comparison> ComparisonOf(std::string_view text) {
  text = Trimmed(text);
  if (text.starts_with("selected(") && text.ends_with(")"))
    return Split(text.substr(9, text.size() - 10), ",", kSelected);
  if (const auto differs = Split(text, "!=", kDiffers)) return differs;
  return Split(text, "=", kEquals);
}

}  // namespace

std::string ConditionText(const Pen& pen, std::string_view expression) {
  if (const auto comparison = ComparisonOf(expression)) {
    const std::string code(comparison->code);
    const model::Item* item = pen.FindItem(code);
    return pen.Say(
        *comparison->phrase,
        {code, item == nullptr ? std::string(comparison->value)
                               : words::ChoiceText(*item, comparison->value, pen.reader())});
  }
  std::string out;
  for (std::size_t at = 0; at < expression.size(); ++at) {
    if (expression.substr(at).starts_with("${")) {
      ++at;
    } else if (expression[at] != '}') {
      out += expression[at];
    }
  }
  return out;
}

}  // namespace pingshen::report
