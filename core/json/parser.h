// One pass over JSON text (RFC 8259, strictly) that builds the tree as it goes. Parse() of json.h
// is the front door.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/json/json.h"

namespace pingshen::json {

class Parser {
 public:
  // `text` must remain live while this is. REQUIRES: valid UTF-8.
  Parser(std::string_view text, const Limits& limits) : text_(text), limits_(limits) {}

  Result<Value> Run();

 private:
  // Each returns false after Refuse. `depth`: containers around the value.
  bool ReadValue(Value& out, std::size_t depth);
  bool ReadObject(Value& out, std::size_t depth);
  bool ReadArray(Value& out, std::size_t depth);
  bool ReadString(std::string& out);
  bool ReadEscape(std::string& out);
  bool ReadHex(char32_t& unit);
  bool ReadNumber(std::string& out);
  bool ReadDigits();
  bool ReadWord(std::string_view word);
  // The last name against those of members_ from `first` on.
  bool CheckUnique(const Value::Member& last, std::size_t first,
                   std::unordered_set<std::string>& names);
  bool Expect(char c);
  void SkipBlanks();

  char Peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  // What was expected and is not there, at at_.
  bool Refuse(std::string_view what);
  bool RefuseAt(Place place, std::string_view what);
  Place Here() const;

  std::string_view text_;
  Limits limits_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  std::size_t line_start_ = 0;  // byte offset of the line's first character
  std::size_t continuations_ =
      0;  // bytes of this line so far that are not the first of a character
  std::size_t count_ = 0;
  // Of the containers that are not complete, the innermost last.
  std::vector<Value> items_;
  std::vector<Value::Member> members_;
  Place error_place_;
  std::string error_;
};

}  // namespace pingshen::json
