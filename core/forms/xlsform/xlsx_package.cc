#include "core/forms/xlsform/xlsx_package.h"

#include <algorithm>

#include "core/forms/xlsform/text.h"

namespace pingshen::forms::xlsform {

std::string ResolvePart(std::string_view source_part, std::string_view target) {
  std::vector<std::string> steps;
  std::string replaced(target);
  std::replace(replaced.begin(), replaced.end(), '\\', '/');
  if (!replaced.starts_with("/") && source_part.find('/') != std::string_view::npos)
    steps = Split(source_part.substr(0, source_part.rfind('/')), "/");
  for (std::string& step : Split(replaced, "/")) {
    if (step.empty() || step == ".") continue;
    if (step != "..") {
      steps.push_back(std::move(step));
    } else if (!steps.empty()) {
      steps.pop_back();
    }
  }
  return Joined(steps, "/");
}

Result<XlsxPackage> XlsxPackage::Open(ByteView file, std::uint64_t max_inflated_bytes) {
  constexpr std::string_view kCompoundFile = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  if (AsText(file).starts_with(kCompoundFile)) return Fail(ErrorCode::ERR_XLSX_OLD);
  PINGSHEN_TRY(archive::ZipReader zip,
               archive::ZipReader::Open(file, {.max_inflated_bytes = max_inflated_bytes}));
  return XlsxPackage(std::move(zip));
}

bool XlsxPackage::Has(std::string_view part) const {
  return zip_.Find(part) != archive::ZipReader::npos;
}

Result<XmlPart> XlsxPackage::Parse(std::string_view part) const {
  const std::size_t index = zip_.Find(part);
  if (index == archive::ZipReader::npos) return Fail(ErrorCode::ERR_XLSX_PART, std::string(part));
  PINGSHEN_TRY(Bytes bytes, zip_.Read(index));
  return XmlPart::Parse(std::move(bytes), part);
}

Result<std::map<std::string, Relation, std::less<>>> XlsxPackage::RelationsOf(
    std::string_view part) const {
  const std::size_t slash = part.rfind('/');
  const std::string folder =
      slash == std::string_view::npos ? "" : std::string(part.substr(0, slash + 1));
  const std::string name =
      folder + "_rels/" +
      std::string(part.substr(slash == std::string_view::npos ? 0 : slash + 1)) + ".rels";
  std::map<std::string, Relation, std::less<>> relations;
  if (!Has(name)) return relations;
  PINGSHEN_TRY(const XmlPart xml, Parse(name));
  ForEachChild(xml.root(), "Relationship", [&](pugi::xml_node node) {
    if (Attribute(node, "TargetMode") == "External") return;
    const std::string_view type = Attribute(node, "Type");
    const std::size_t last = type.rfind('/');
    relations.emplace(
        std::string(Attribute(node, "Id")),
        Relation{std::string(last == std::string_view::npos ? type : type.substr(last + 1)),
                 ResolvePart(part, Attribute(node, "Target"))});
  });
  return relations;
}

}  // namespace pingshen::forms::xlsform
