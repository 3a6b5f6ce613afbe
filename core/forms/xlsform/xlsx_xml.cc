#include "core/forms/xlsform/xlsx_xml.h"

#include <string>

namespace pingshen::forms::xlsform {

Result<XmlPart> XmlPart::Parse(Bytes bytes, std::string_view part_name) {
  XmlPart part;
  part.bytes_ = std::move(bytes);
  constexpr unsigned kFlags =
      pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol | pugi::parse_ws_pcdata;
  const pugi::xml_parse_result result = part.document_->load_buffer_inplace(
      part.bytes_.data(), part.bytes_.size(), kFlags, pugi::encoding_auto);
  if (!result || !part.document_->document_element())
    return Fail(ErrorCode::ERR_XLSX_XML,
                std::string(part_name) + ", " + std::to_string(result.offset));
  return part;
}

std::string_view LocalName(const char* name) {
  const std::string_view whole = name;
  const std::size_t colon = whole.find(':');
  return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

pugi::xml_node Child(pugi::xml_node parent, std::string_view local_name) {
  for (pugi::xml_node node = parent.first_child(); node; node = node.next_sibling())
    if (node.type() == pugi::node_element && LocalName(node.name()) == local_name) return node;
  return {};
}

std::string_view Attribute(pugi::xml_node node, std::string_view local_name) {
  for (pugi::xml_attribute attribute = node.first_attribute(); attribute;
       attribute = attribute.next_attribute())
    if (LocalName(attribute.name()) == local_name) return attribute.value();
  return {};
}

}  // namespace pingshen::forms::xlsform
