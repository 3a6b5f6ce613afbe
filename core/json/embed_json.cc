#include "core/json/embed_json.h"

#include <cassert>
#include <charconv>

namespace pingshen::json {
namespace {

void Copy(Writer& writer, const Value& value) {
  switch (value.kind) {
    case Value::Kind::kNull:
      writer.Null();
      break;
    case Value::Kind::kBoolean:
      writer.Boolean(value.boolean);
      break;
    case Value::Kind::kNumber: {
      std::int64_t number = 0;
      std::from_chars(value.text.data(), value.text.data() + value.text.size(), number);
      writer.Integer(number);
      break;
    }
    case Value::Kind::kString:
      writer.String(value.text);
      break;
    case Value::Kind::kArray:
      writer.BeginArray();
      for (const Value& item : value.items) Copy(writer, item);
      writer.EndArray();
      break;
    case Value::Kind::kObject:
      writer.BeginObject();
      for (const Value::Member& member : value.members) {
        writer.Key(member.name);
        Copy(writer, member.value);
      }
      writer.EndObject();
      break;
  }
}

}  // namespace

void EmbedJson(Writer& writer, std::string_view text) {
  const auto parsed = Parse(text);
  assert(parsed);
  if (parsed) {
    Copy(writer, *parsed);
  } else {
    writer.Null();
  }
}

}  // namespace pingshen::json
