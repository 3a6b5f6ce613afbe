// XML parts of an .xlsx as a tree. Namespace prefixes are passed over ("x:row" is a row).
#pragma once

#include <memory>
#include <pugixml.hpp>
#include <string_view>

#include "core/base/bytes.h"
#include "core/base/error.h"

namespace pingshen::forms::xlsform {

// A document type and entities other than XML's own five are not read, so nothing can expand.
class XmlPart {
 public:
  // ERR_XLSX_XML with the part's name and the byte offset. Any encoding that XML declares or marks.
  static Result<XmlPart> Parse(Bytes bytes, std::string_view part_name);
  XmlPart(XmlPart&&) noexcept = default;
  XmlPart& operator=(XmlPart&&) noexcept = default;

  pugi::xml_node root() const { return document_->document_element(); }

 private:
  XmlPart() = default;
  Bytes bytes_;  // the tree points into them
  std::unique_ptr<pugi::xml_document> document_ = std::make_unique<pugi::xml_document>();
};

std::string_view LocalName(const char* name);
pugi::xml_node Child(pugi::xml_node parent, std::string_view local_name);
// Calls visit(node) for each child element of that local name.
template <typename Visit>
void ForEachChild(pugi::xml_node parent, std::string_view local_name, Visit visit) {
  for (pugi::xml_node node = parent.first_child(); node; node = node.next_sibling())
    if (node.type() == pugi::node_element && LocalName(node.name()) == local_name) visit(node);
}
// "" when absent. Prefixes are passed over.
std::string_view Attribute(pugi::xml_node node, std::string_view local_name);

}  // namespace pingshen::forms::xlsform
