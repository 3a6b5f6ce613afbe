// What an expression asks of the world besides the answers. Whoever evaluates provides it; a
// question that it cannot answer fails the evaluation with a sentence, never with a blank.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/error.h"
#include "core/expression/time_zone.h"
#include "core/expression/tree.h"

namespace pingshen::expression {

// A translated text, and where the tree holds it (0 when it holds none).
struct Translation {
  std::string text;
  Node node;
};

// std::nullopt means "there is no such thing"; the language then gives what ODK says, mostly an
// error.
class Environment {
 public:
  virtual ~Environment() = default;

  // now(), today(). Milliseconds since 1970-01-01T00:00:00Z; the same during one evaluation of a
  // form.
  virtual std::int64_t NowUtcMs() const = 0;
  // How dates without a zone are read and printed. Must remain live while expressions are
  // evaluated.
  virtual const TimeZone& Zone() const = 0;

  // random() and unseeded randomize(): 0 <= value < 1.
  virtual double Random() = 0;
  // uuid(): RFC 4122, version 4, in lower case.
  virtual std::string Uuid() = 0;
  // digest(): the raw bytes. `algorithm` is MD5, SHA-1, SHA-256, SHA-384 or SHA-512. std::nullopt:
  // not provided here.
  virtual std::optional<std::string> Digest(std::string_view algorithm, std::string_view bytes) = 0;

  // instance('id'): the element that the paths behind it start from (its child is <root>).
  virtual Node Instance(std::string_view) const { return {}; }
  // pulldata('table', 'wanted column', 'key column', 'key'). Inner std::nullopt-like "": no such
  // row. std::nullopt: no such table or column.
  virtual std::optional<std::string> PullData(std::string_view, std::string_view, std::string_view,
                                              std::string_view) const {
    return std::nullopt;
  }
  // ${last-saved#name}.
  virtual std::optional<std::string> LastSaved(std::string_view) const { return std::nullopt; }

  // jr:itext('id') in the active language.
  virtual std::optional<Translation> Itext(std::string_view) const { return std::nullopt; }
  // jr:choice-name(value, 'question'): the label of an option in the active language. `question` is
  // as written: a path or ${name} in quotes. "" when it has no such option; std::nullopt: no such
  // question.
  virtual std::optional<std::string> ChoiceName(std::string_view /*value*/,
                                                std::string_view /*question*/) const {
    return std::nullopt;
  }
  // The value of a preload property or device attribute: property('deviceid').
  virtual std::optional<std::string> Property(std::string_view) const { return std::nullopt; }
};

}  // namespace pingshen::expression
