#include "commission/embed_json.h"

#include <cassert>
#include <charconv>

namespace pingshen::commission {
namespace {

void Copy(json::Writer& writer, const json::Value& value) {
  switch (value.kind) {
    case json::Value::Kind::kNull:
      writer.Null();
      break;
    case json::Value::Kind::kBoolean:
      writer.Boolean(value.boolean);
      break;
    case json::Value::Kind::kNumber: {
      std::int64_t number = 0;
      std::from_chars(value.text.data(), value.text.data() + value.text.size(), number);
      writer.Integer(number);
      break;
    }
    case json::Value::Kind::kString:
      writer.String(value.text);
      break;
    case json::Value::Kind::kArray:
      writer.BeginArray();
      for (const json::Value& item : value.items) Copy(writer, item);
      writer.EndArray();
      break;
    case json::Value::Kind::kObject:
      writer.BeginObject();
      for (const json::Value::Member& member : value.members) {
        writer.Key(member.name);
        Copy(writer, member.value);
      }
      writer.EndObject();
      break;
  }
}

}  // namespace

void EmbedJson(json::Writer& writer, std::string_view text) {
  const auto parsed = json::Parse(text);
  assert(parsed);
  if (parsed) {
    Copy(writer, *parsed);
  } else {
    writer.Null();
  }
}

}  // namespace pingshen::commission
