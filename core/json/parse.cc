#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "core/base/utf8.h"
#include "core/json/json.h"

namespace pingshen::json {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Line and column of growing offsets; each byte is looked at once.
class PlaceFinder {
 public:
  explicit PlaceFinder(std::string_view text) : text_(text) {}

  // REQUIRES: offset is not less than that of the call before.
  Place At(std::size_t offset) {
    offset = std::min(offset, text_.size());
    for (; offset_ < offset; ++offset_) {
      const auto byte = static_cast<unsigned char>(text_[offset_]);
      if (byte == '\n') {
        ++place_.line;
        place_.column = 1;
      } else if ((byte & 0xC0u) != 0x80u) {
        ++place_.column;
      }
    }
    return place_;
  }

 private:
  std::string_view text_;
  std::size_t offset_ = 0;
  Place place_;
};

std::unexpected<Error> FailAt(Place place, std::string_view what) {
  return Fail(ErrorCode::ERR_JSON, "line " + std::to_string(place.line) + ", column " +
                                       std::to_string(place.column) + ": " + std::string(what));
}

// Bytes before the first malformed sequence.
std::size_t ValidPrefix(std::string_view text) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    std::size_t next = offset;
    const bool replaced = NextCodePoint(text, next) == 0xFFFD;
    if (replaced && next == offset + 1) break;
    offset = next;
  }
  return offset;
}

// Builds the tree from nlohmann's events. The events carry no places, so this walks the text beside
// the parser: each event is one token, and between two tokens stand only blanks, commas and colons.
class TreeBuilder {
 public:
  TreeBuilder(std::string_view text, const Limits& limits)
      : text_(text), limits_(limits), places_(text) {}

  bool null() { return Scalar(Value::Kind::kNull, {}); }
  bool boolean(bool value) { return Scalar(Value::Kind::kBoolean, {}, value); }
  bool number_integer(std::int64_t) { return Number(); }
  bool number_unsigned(std::uint64_t) { return Number(); }
  bool number_float(double, const std::string&) { return Number(); }
  bool string(std::string& text) {
    SkipToToken();
    return Scalar(Value::Kind::kString, std::move(text));
  }
  bool binary(nlohmann::json::binary_t&) { return Refuse("binary data"); }
  bool start_object(std::size_t) { return Open(Value::Kind::kObject); }
  bool start_array(std::size_t) { return Open(Value::Kind::kArray); }
  bool end_object() { return Close(); }
  bool end_array() { return Close(); }

  bool key(std::string& name) {
    SkipToToken();
    const Place place = places_.At(cursor_);
    if (!open_.back().names.insert(name).second)
      return Refuse("duplicate member \"" + Excerpt(name) + "\"");
    open_.back().value.members.push_back({std::move(name), place, {}});
    PassToken();
    return true;
  }

  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::json::exception& exception) {
    // "[json.exception.parse_error.101] parse error at line 1, column 2: what"; its columns count
    // bytes.
    std::string_view what = exception.what();
    const std::size_t prefix = what.find("] ");
    if (prefix != std::string_view::npos) what.remove_prefix(prefix + 2);
    const std::size_t colon = what.find(": ");
    if (what.starts_with("parse error at") && colon != std::string_view::npos)
      what.remove_prefix(colon + 2);
    error_place_ = PlaceFinder(text_).At(position == 0 ? 0 : position - 1);
    error_ = std::string(what);
    return false;
  }

  Value TakeRoot() { return std::move(root_); }
  std::unexpected<Error> Failure() const { return FailAt(error_place_, error_); }

 private:
  struct Container {
    Value value;
    std::set<std::string> names;
  };

  static std::string Excerpt(const std::string& name) {
    constexpr std::size_t kMaxBytes = 64;
    return name.size() <= kMaxBytes ? name : "…";
  }

  bool Refuse(std::string what) {
    error_place_ = places_.At(cursor_);
    error_ = std::move(what);
    return false;
  }

  void SkipToToken() {
    while (cursor_ < text_.size() &&
           std::string_view(" \t\r\n,:").find(text_[cursor_]) != std::string_view::npos)
      ++cursor_;
  }

  std::string_view Token() const {
    const std::string_view rest = text_.substr(cursor_);
    if (rest.empty()) return rest;
    if (rest.front() == '"') {
      std::size_t end = 1;
      while (end < rest.size() && rest[end] != '"') end += rest[end] == '\\' ? 2 : 1;
      return rest.substr(0, end + 1);
    }
    if (std::string_view("{}[]").find(rest.front()) != std::string_view::npos)
      return rest.substr(0, 1);
    return rest.substr(0, rest.find_first_of(" \t\r\n,:{}[]\""));
  }

  void PassToken() { cursor_ += Token().size(); }

  bool Number() {
    SkipToToken();
    return Scalar(Value::Kind::kNumber, std::string(Token()));
  }

  bool Scalar(Value::Kind kind, std::string text, bool boolean = false) {
    SkipToToken();
    Value value;
    value.kind = kind;
    value.place = places_.At(cursor_);
    value.boolean = boolean;
    value.text = std::move(text);
    if (!Count()) return false;
    PassToken();
    Attach(std::move(value));
    return true;
  }

  bool Open(Value::Kind kind) {
    SkipToToken();
    if (open_.size() >= limits_.max_depth) return Refuse("nested too deeply");
    if (!Count()) return false;
    Container container;
    container.value.kind = kind;
    container.value.place = places_.At(cursor_);
    PassToken();
    open_.push_back(std::move(container));
    return true;
  }

  bool Close() {
    SkipToToken();
    PassToken();
    Value value = std::move(open_.back().value);
    open_.pop_back();
    Attach(std::move(value));
    return true;
  }

  bool Count() { return ++count_ <= limits_.max_values || Refuse("too many values"); }

  void Attach(Value value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (Value& parent = open_.back().value; parent.kind == Value::Kind::kArray) {
      parent.items.push_back(std::move(value));
    } else {
      parent.members.back().value = std::move(value);
    }
  }

  std::string_view text_;
  Limits limits_;
  PlaceFinder places_;
  std::size_t cursor_ = 0;
  std::size_t count_ = 0;
  std::vector<Container> open_;
  Value root_;
  Place error_place_;
  std::string error_;
};

}  // namespace

const Value* Value::Find(std::string_view name) const {
  const auto found =
      std::find_if(members.begin(), members.end(), [&](const Member& m) { return m.name == name; });
  return found == members.end() ? nullptr : &found->value;
}

Result<Value> Parse(std::string_view text, const Limits& limits) {
  if (text.size() > limits.max_bytes)
    return FailAt({}, "more than " + std::to_string(limits.max_bytes) + " bytes");
  if (text.starts_with(kByteOrderMark)) return FailAt({}, "byte order mark");
  if (!CheckUtf8(text)) return FailAt(PlaceFinder(text).At(ValidPrefix(text)), "invalid UTF-8");
  TreeBuilder builder(text, limits);
  if (!nlohmann::json::sax_parse(text.data(), text.data() + text.size(), &builder))
    return builder.Failure();
  return builder.TakeRoot();
}

}  // namespace pingshen::json
