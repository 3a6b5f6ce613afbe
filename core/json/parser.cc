#include "core/json/parser.h"

#include <cstddef>
#include <cstring>
#include <iterator>
#include <utility>

#include "core/base/utf8.h"

namespace pingshen::json {
namespace {

// Objects up to this size are compared name by name, which is faster than a set.
constexpr std::size_t kFewMembers = 24;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsSurrogate(char32_t unit) { return unit >= 0xD800 && unit <= 0xDFFF; }

// How many bytes a string may take over as they are and that are characters of their own, in whole
// words of eight from the start of `text`.
std::size_t PlainBlocks(std::string_view text) {
  constexpr std::uint64_t kEach = 0x0101'0101'0101'0101;
  constexpr std::uint64_t kHighBits = kEach * 0x80;
  // The high bit of each byte below `limit`; exact for the first such byte.
  const auto below = [](std::uint64_t block, unsigned limit) {
    return (block - kEach * limit) & ~block;
  };
  std::size_t length = 0;
  for (std::uint64_t block = 0; text.size() - length >= sizeof block; length += sizeof block) {
    std::memcpy(&block, text.data() + length, sizeof block);
    const std::uint64_t special =
        block | below(block, 0x20) | below(block ^ kEach * '"', 1) | below(block ^ kEach * '\\', 1);
    if ((special & kHighBits) != 0) break;
  }
  return length;
}

// Moves what `open` has from `first` on.
template <typename T>
void TakeFrom(std::vector<T>& open, std::size_t first, std::vector<T>& out) {
  const auto from = open.begin() + static_cast<std::ptrdiff_t>(first);
  out.assign(std::move_iterator(from), std::move_iterator(open.end()));
  open.erase(from, open.end());
}

std::string Excerpt(const std::string& name) {
  constexpr std::size_t kMaxBytes = 64;
  return name.size() <= kMaxBytes ? name : "…";
}

}  // namespace

Result<Value> Parser::Run() {
  Value root;
  bool good = ReadValue(root, 0);
  if (good) {
    SkipBlanks();
    good = at_ == text_.size() || Refuse("text behind the value");
  }
  if (good) return root;
  return Fail(ErrorCode::ERR_JSON, "line " + std::to_string(error_place_.line) + ", column " +
                                       std::to_string(error_place_.column) + ": " + error_);
}

Place Parser::Here() const {
  return {line_, static_cast<std::uint32_t>(at_ - line_start_ - continuations_ + 1)};
}

bool Parser::RefuseAt(Place place, std::string_view what) {
  error_place_ = place;
  error_ = what;
  return false;
}

bool Parser::Refuse(std::string_view what) {
  std::string sentence(what);
  if (at_ == text_.size()) {
    sentence += "; the text ends here";
  } else if (const auto byte = static_cast<unsigned char>(text_[at_]); byte >= 0x20) {
    std::size_t end = at_;
    NextCodePoint(text_, end);
    sentence += ", not '" + std::string(text_.substr(at_, end - at_)) + "'";
  }
  return RefuseAt(Here(), sentence);
}

void Parser::SkipBlanks() {
  for (; at_ < text_.size(); ++at_) {
    const char c = text_[at_];
    if (c == '\n') {
      ++line_;
      line_start_ = at_ + 1;
      continuations_ = 0;
    } else if (c != ' ' && c != '\t' && c != '\r') {
      return;
    }
  }
}

bool Parser::Expect(char c) {
  if (at_ < text_.size() && text_[at_] == c) {
    ++at_;
    return true;
  }
  return Refuse(std::string("expected '") + c + "'");
}

bool Parser::ReadValue(Value& out, std::size_t depth) {
  SkipBlanks();
  out.place = Here();
  const char c = Peek();
  const bool container = c == '{' || c == '[';
  if (container && depth >= limits_.max_depth) return RefuseAt(out.place, "nested too deeply");
  if (++count_ > limits_.max_values) return RefuseAt(out.place, "too many values");
  switch (c) {
    case '{':
      out.kind = Value::Kind::kObject;
      return ReadObject(out, depth + 1);
    case '[':
      out.kind = Value::Kind::kArray;
      return ReadArray(out, depth + 1);
    case '"':
      out.kind = Value::Kind::kString;
      return ReadString(out.text);
    case 't':
      out.kind = Value::Kind::kBoolean;
      out.boolean = true;
      return ReadWord("true");
    case 'f':
      out.kind = Value::Kind::kBoolean;
      return ReadWord("false");
    case 'n':
      return ReadWord("null");
    default:
      out.kind = Value::Kind::kNumber;
      return c == '-' || IsDigit(c) ? ReadNumber(out.text) : Refuse("expected a value");
  }
}

bool Parser::ReadObject(Value& out, std::size_t depth) {
  ++at_;
  SkipBlanks();
  if (Peek() == '}') {
    ++at_;
    return true;
  }
  const std::size_t first = members_.size();
  std::unordered_set<std::string> names;  // once they are many
  while (true) {
    SkipBlanks();
    if (Peek() != '"') return Refuse("expected the name of a member");
    Value::Member member;
    member.name_place = Here();
    if (!ReadString(member.name) || !CheckUnique(member, first, names)) return false;
    SkipBlanks();
    if (!Expect(':') || !ReadValue(member.value, depth)) return false;
    members_.push_back(std::move(member));
    SkipBlanks();
    if (Peek() == '}') {
      ++at_;
      TakeFrom(members_, first, out.members);
      return true;
    }
    if (Peek() != ',') return Refuse("expected ',' or '}'");
    ++at_;
  }
}

bool Parser::ReadArray(Value& out, std::size_t depth) {
  ++at_;
  SkipBlanks();
  if (Peek() == ']') {
    ++at_;
    return true;
  }
  const std::size_t first = items_.size();
  while (true) {
    Value item;
    if (!ReadValue(item, depth)) return false;
    items_.push_back(std::move(item));
    SkipBlanks();
    if (Peek() == ']') {
      ++at_;
      TakeFrom(items_, first, out.items);
      return true;
    }
    if (Peek() != ',') return Refuse("expected ',' or ']'");
    ++at_;
  }
}

bool Parser::CheckUnique(const Value::Member& last, std::size_t first,
                         std::unordered_set<std::string>& names) {
  const auto duplicate = [&] {
    return RefuseAt(last.name_place, "duplicate member \"" + Excerpt(last.name) + "\"");
  };
  if (members_.size() - first < kFewMembers) {
    for (std::size_t i = first; i < members_.size(); ++i)
      if (members_[i].name == last.name) return duplicate();
    return true;
  }
  if (names.empty())
    for (std::size_t i = first; i < members_.size(); ++i) names.insert(members_[i].name);
  return names.insert(last.name).second || duplicate();
}

bool Parser::ReadString(std::string& out) {
  ++at_;
  std::size_t from = at_;
  while (true) {
    // The longest piece without anything special.
    std::size_t continuations = 0;
    while (at_ < text_.size()) {
      const auto byte = static_cast<unsigned char>(text_[at_]);
      if (byte == '"' || byte == '\\' || byte < 0x20) break;
      if (byte < 0x80)
        if (const std::size_t plain = PlainBlocks(text_.substr(at_)); plain > 0) {
          at_ += plain;
          continue;
        }
      continuations += (byte & 0xC0u) == 0x80u ? 1 : 0;
      ++at_;
    }
    continuations_ += continuations;
    if (at_ == text_.size()) return Refuse("expected the closing '\"'");
    if (text_[at_] == '"') {
      if (out.empty())
        out.assign(text_.data() + from, at_ - from);
      else
        out.append(text_.data() + from, at_ - from);
      ++at_;
      return true;
    }
    if (text_[at_] != '\\') return RefuseAt(Here(), "control character in a string");
    out.append(text_.data() + from, at_ - from);
    if (!ReadEscape(out)) return false;
    from = at_;
  }
}

bool Parser::ReadEscape(std::string& out) {
  constexpr std::string_view kLetters = "\"\\/bfnrt";
  constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
  ++at_;
  const char letter = Peek();
  if (const std::size_t found = kLetters.find(letter); found != std::string_view::npos) {
    out += kMeanings[found];
    ++at_;
    return true;
  }
  if (letter != 'u') return Refuse("expected an escape");
  ++at_;
  char32_t unit = 0;
  if (!ReadHex(unit)) return false;
  if (!IsSurrogate(unit)) {
    AppendUtf8(out, unit);
    return true;
  }
  constexpr char32_t kFirstLow = 0xDC00;
  if (unit >= kFirstLow || !text_.substr(at_).starts_with("\\u"))
    return Refuse("expected the other half of a surrogate pair");
  at_ += 2;
  char32_t low = 0;
  if (!ReadHex(low)) return false;
  if (!IsSurrogate(low) || low < kFirstLow)
    return Refuse("expected the other half of a surrogate pair");
  AppendUtf8(out, 0x10000 + ((unit - 0xD800) << 10) + (low - kFirstLow));
  return true;
}

bool Parser::ReadHex(char32_t& unit) {
  for (int i = 0; i < 4; ++i, ++at_) {
    const char c = Peek();
    unit *= 16;
    if (IsDigit(c))
      unit += static_cast<char32_t>(c - '0');
    else if ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'))
      unit += static_cast<char32_t>((c | 0x20) - 'a' + 10);
    else
      return Refuse("expected four hexadecimal digits");
  }
  return true;
}

bool Parser::ReadDigits() {
  if (!IsDigit(Peek())) return Refuse("expected a digit");
  while (IsDigit(Peek())) ++at_;
  return true;
}

bool Parser::ReadNumber(std::string& out) {
  const std::size_t from = at_;
  if (Peek() == '-') ++at_;
  if (Peek() == '0')
    ++at_;
  else if (!ReadDigits())
    return false;
  if (Peek() == '.') {
    ++at_;
    if (!ReadDigits()) return false;
  }
  if (Peek() == 'e' || Peek() == 'E') {
    ++at_;
    if (Peek() == '+' || Peek() == '-') ++at_;
    if (!ReadDigits()) return false;
  }
  out.assign(text_.data() + from, at_ - from);
  return true;
}

bool Parser::ReadWord(std::string_view word) {
  for (const char c : word) {
    if (Peek() != c) return Refuse("expected " + std::string(word));
    ++at_;
  }
  return true;
}

}  // namespace pingshen::json
