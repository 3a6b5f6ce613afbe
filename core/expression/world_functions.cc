// What the environment answers: chance, digests, other documents, translations.
#include <array>
#include <cmath>

#include "core/base/utf8.h"
#include "core/expression/base64.h"
#include "core/expression/evaluator.h"
#include "core/expression/functions.h"

namespace pingshen::expression {
namespace {

using program::Code;

Value Random(Evaluator& evaluator, const Code&) {
  return Value::Of(evaluator.environment().Random());
}

// uuid(n): n random letters and digits.
Value Uuid(Evaluator& evaluator, const Code& code) {
  if (code.count == 0) return Value::Of(evaluator.Keep(evaluator.environment().Uuid()));
  constexpr std::string_view kAlphabet =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  constexpr double kMost = 1024;
  const double length = evaluator.ArgumentNumber(code, 0);
  if (!(length >= 0 && length <= kMost)) return evaluator.Fail(code, "uuid() cannot be that long");
  std::string out;
  for (int i = 0; i < static_cast<int>(length); ++i) {
    const double random = evaluator.environment().Random() * static_cast<double>(kAlphabet.size());
    out += kAlphabet[static_cast<std::size_t>(random) % kAlphabet.size()];
  }
  return Value::Of(evaluator.Keep(out));
}

Value Digest(Evaluator& evaluator, const Code& code) {
  const std::string_view data = evaluator.ArgumentText(code, 0);
  const std::string_view algorithm = evaluator.ArgumentText(code, 1);
  const std::string_view encoding = code.count == 3 ? evaluator.ArgumentText(code, 2) : "base64";
  if (encoding != "base64" && encoding != "hex")
    return evaluator.Fail(code, "digest() knows no encoding \"" + std::string(encoding) + "\"");
  if (!evaluator.Spend(data.size())) return {};
  const auto bytes = evaluator.environment().Digest(algorithm, data);
  if (!bytes)
    return evaluator.Fail(code, "digest() has no \"" + std::string(algorithm) + "\" here");
  return Value::Of(evaluator.Keep(encoding == "hex" ? HexOf(*bytes) : Base64Of(*bytes)));
}

Value Base64Decode(Evaluator& evaluator, const Code& code) {
  const auto bytes = BytesOfBase64(evaluator.ArgumentText(code, 0));
  if (!bytes || !CheckUtf8(*bytes))
    return evaluator.Fail(code, "base64-decode() was not given the base64 of a text");
  return Value::Of(evaluator.Keep(*bytes));
}

Value Instance(Evaluator& evaluator, const Code& code) {
  const std::string_view id = evaluator.ArgumentText(code, 0);
  std::pmr::vector<Node> nodes(evaluator.memory());
  const Node node = evaluator.environment().Instance(id);
  if (!node) return evaluator.Fail(code, "there is no instance \"" + std::string(id) + "\"");
  nodes.push_back(node);
  return Value::Of(evaluator.Kept(std::move(nodes)));
}

Value PullData(Evaluator& evaluator, const Code& code) {
  const std::string_view table = evaluator.ArgumentText(code, 0);
  const std::string_view column = evaluator.ArgumentText(code, 1);
  const std::string_view key_column = evaluator.ArgumentText(code, 2);
  const std::string_view key = evaluator.ArgumentText(code, 3);
  const auto text = evaluator.environment().PullData(table, column, key_column, key);
  if (!text)
    return evaluator.Fail(
        code, "pulldata() finds no table \"" + std::string(table) + "\" with these columns");
  return Value::Of(evaluator.Keep(*text));
}

Value Itext(Evaluator& evaluator, const Code& code) {
  const std::string_view id = evaluator.ArgumentText(code, 0);
  const auto translation = evaluator.environment().Itext(id);
  if (!translation) return evaluator.Fail(code, "there is no text \"" + std::string(id) + "\"");
  if (!translation->node) return Value::Of(evaluator.Keep(translation->text));
  std::pmr::vector<Node> nodes(evaluator.memory());
  nodes.push_back(translation->node);
  return Value::Of(evaluator.Kept(std::move(nodes)));
}

Value Property(Evaluator& evaluator, const Code& code) {
  const auto text = evaluator.environment().Property(evaluator.ArgumentText(code, 0));
  return Value::Of(text ? evaluator.Keep(*text) : std::string_view());
}

constexpr bool kVolatile = true;

constexpr std::array kWorldFunctions = {
    FunctionInfo{"random", 0, 0, Type::kNumber, Random, 0, kVolatile},
    FunctionInfo{"uuid", 0, 1, Type::kString, Uuid, 0, kVolatile},
    FunctionInfo{"digest", 2, 3, Type::kString, Digest},
    FunctionInfo{"base64-decode", 1, 1, Type::kString, Base64Decode},
    FunctionInfo{"instance", 1, 1, Type::kNodes, Instance},
    FunctionInfo{"pulldata", 4, 4, Type::kString, PullData},
    FunctionInfo{"jr:itext", 1, 1, Type::kAny, Itext},
    FunctionInfo{"property", 1, 1, Type::kString, Property},
};

}  // namespace

std::span<const FunctionInfo> WorldFunctions() { return kWorldFunctions; }

}  // namespace pingshen::expression
