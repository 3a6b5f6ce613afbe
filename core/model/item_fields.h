// Which fields an item has, and which kind of value each keeps.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/item.h"
#include "core/model/value.h"

namespace pingshen::model {

// The kind of the answer itself (field ""); nullopt: the type has none. "na", "none", "full" and
// the like are kChoice besides.
std::optional<ValueKind> AnswerKind(ItemType type);

// Codes of the item's own fields in the order of the screen: not "", kNoteField nor kEvidenceField.
std::vector<std::string> OwnFields(const Item& item);
bool HasOwnField(const Item& item, std::string_view field);

// The kind under any field, also "", kNoteField and kEvidenceField; nullopt: the item has no such
// field. kDecimal under a field: a whole number is kept as kInteger there.
std::optional<ValueKind> FieldKind(const Item& item, std::string_view field);

// A field that is part of the answer: what "na", "full" or "E" stands instead of.
bool IsAnswerPart(const Item& item, std::string_view field);

// Words for an own field; the form's own where it gives some.
Text FieldLabel(const Item& item, std::string_view field);

}  // namespace pingshen::model
