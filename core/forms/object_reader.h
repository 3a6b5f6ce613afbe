// Reads the members of one JSON object strictly: unknown ones, missing ones and wrong types are
// reported.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/decimal.h"
#include "core/forms/problems.h"
#include "core/json/json.h"
#include "core/model/text.h"

namespace pingshen::forms {

inline constexpr std::size_t kMaxFormTextBytes = 8u << 10;  // of one text in one language

class ObjectReader {
 public:
  using Kind = json::Value::Kind;

  // Reports when it is no object or has a member that `allowed` does not name. All must remain live
  // while this is used.
  ObjectReader(const json::Value& value, std::span<const std::string_view> allowed,
               Problems& problems);

  // Without a look at its members' names: the caller checks them.
  ObjectReader(const json::Value& value, Problems& problems);

  // nullptr when it is absent.
  const json::Value* FindAny(std::string_view name) const { return value_.Find(name); }
  // nullptr when it is absent or, reported, of another kind. Require reports its absence, too.
  const json::Value* Find(std::string_view name, Kind kind) const;
  const json::Value* Require(std::string_view name, Kind kind) const;
  bool Has(std::string_view name) const { return value_.Find(name) != nullptr; }

  // {"zh": "…", "en": "…"}: one or more of the form's languages; no control character but the line
  // feed.
  model::Text RequireText(std::string_view name) const;
  model::Text FindText(std::string_view name) const;
  // "" after a report.
  std::string RequireCode(std::string_view name) const;
  // A short string of its own, like a clause number; "" when absent.
  std::string FindPlain(std::string_view name, std::size_t max_bytes) const;
  bool FindBoolean(std::string_view name) const;  // false when absent
  // Exact numbers, within [least, most].
  std::optional<Decimal> FindDecimal(std::string_view name, std::int64_t least,
                                     std::int64_t most) const;
  std::optional<Decimal> RequireDecimal(std::string_view name, std::int64_t least,
                                        std::int64_t most) const;
  std::optional<std::int64_t> FindInteger(std::string_view name, std::int64_t least,
                                          std::int64_t most) const;
  // Elements of an array; none when absent. More than `most`, or fewer than `least`, are reported.
  std::span<const json::Value> FindList(std::string_view name, std::size_t least,
                                        std::size_t most) const;
  std::span<const json::Value> RequireList(std::string_view name, std::size_t least,
                                           std::size_t most) const;

  // Of the member's value; of the object when there is none.
  json::Place PlaceOf(std::string_view name) const;
  // Of the member's name.
  json::Place NamePlaceOf(std::string_view name) const;
  json::Place place() const { return value_.place; }
  Problems& problems() const { return problems_; }

 private:
  std::optional<Decimal> ReadDecimal(const json::Value& value, std::int64_t least,
                                     std::int64_t most) const;

  const json::Value& value_;
  Problems& problems_;
};

model::Text ReadText(const json::Value& value, Problems& problems);
// "" after a report.
std::string ReadCode(const json::Value& value, Problems& problems);
// Reports blank texts and control characters; `text` as it is.
std::string ReadPlain(const json::Value& value, std::size_t max_bytes, Problems& problems);

}  // namespace pingshen::forms
