#include "core/forms/compiler.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/base/utf8.h"

namespace pingshen::forms {

std::expected<CompiledExpression, ParseError> Compiler::Compile(std::string_view text,
                                                                const Resolver& resolve) {
  auto tree = Parse(text, resolve);
  if (!tree) return std::unexpected(std::move(tree).error());
  CompiledExpression compiled;
  compiled.dependencies_ = tree->codes;
  std::ranges::sort(compiled.dependencies_);
  compiled.tree_ = std::make_shared<const ast::Tree>(*std::move(tree));
  return compiled;
}

Result<CompiledExpression> Compile(std::string_view text, std::uint32_t line,
                                   std::uint32_t column) {
  PINGSHEN_CHECK(CheckUtf8(text));
  auto compiled = Compiler::Compile(text);
  if (compiled) return *std::move(compiled);
  const ParseError& error = compiled.error();
  for (std::size_t offset = 0; offset < error.offset;) {
    if (NextCodePoint(text, offset) == U'\n') {
      ++line;
      column = 1;
    } else {
      ++column;
    }
  }
  return Fail(ErrorCode::ERR_EXPRESSION, "line " + std::to_string(line) + ", column " +
                                             std::to_string(column) + ": " + error.what);
}

}  // namespace pingshen::forms
