#include "commission/xforms/xml_environment.h"

#include <array>
#include <cstdio>

#include "commission/xforms/zone_file.h"
#include "core/bundle/crypto.h"

namespace pingshen::commission {

using expression::Node;

Result<XmlEnvironment> XmlEnvironment::Make(const XmlTree& tree, std::string language,
                                            std::string_view zone, ports::Random& random,
                                            ports::Clock& clock) {
  XmlEnvironment environment(tree, std::move(language), random);
  environment.now_ms_ = clock.NowUtcMs();
  environment.zone_ = expression::FindTimeZone(zone.empty() ? "UTC" : zone);
  if (environment.zone_ == nullptr) {
    environment.own_zone_ = LoadZone(zone);
    environment.zone_ = environment.own_zone_.get();
  }
  if (environment.zone_ == nullptr) return Fail(ErrorCode::ERR_USAGE, std::string(zone));
  return environment;
}

double XmlEnvironment::Random() {
  std::array<std::uint8_t, 8> bytes{};
  // Without randomness the order of a list is the least of the troubles; zeros are a valid draw.
  if (!random_->Fill(bytes)) return 0;
  std::uint64_t bits = 0;
  for (const std::uint8_t byte : bytes) bits = bits << 8 | byte;
  constexpr int kMantissaBits = 53;
  return static_cast<double>(bits >> (64 - kMantissaBits)) /
         static_cast<double>(std::uint64_t{1} << kMantissaBits);
}

std::string XmlEnvironment::Uuid() {
  std::array<std::uint8_t, 16> bytes{};
  if (!random_->Fill(bytes)) return {};
  bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0F) | 0x40);
  bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3F) | 0x80);
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) out += '-';
    std::array<char, 3> digits;
    std::snprintf(digits.data(), digits.size(), "%02x", static_cast<unsigned>(bytes[i]));
    out += digits.data();
  }
  return out;
}

std::optional<std::string> XmlEnvironment::Digest(std::string_view algorithm,
                                                  std::string_view bytes) {
  const auto digest = bundle::Digest(algorithm, AsBytes(bytes));
  if (!digest) return std::nullopt;
  return std::string(digest->begin(), digest->end());
}

Node XmlEnvironment::Instance(std::string_view id) const {
  return tree_->FindElement("instance", "id", id);
}

std::optional<expression::Translation> XmlEnvironment::Itext(std::string_view id) const {
  const Node translation = tree_->FindTranslation(language_);
  if (!translation) return std::nullopt;
  for (Node text = tree_->FirstChild(translation); text; text = tree_->NextSibling(text)) {
    if (tree_->Kind(text) != expression::NodeKind::kElement || tree_->Attribute(text, "id") != id)
      continue;
    for (Node value = tree_->FirstChild(text); value; value = tree_->NextSibling(value)) {
      if (tree_->LocalName(value) != "value" || tree_->Attribute(value, "form")) continue;
      std::string scratch;
      return expression::Translation{std::string(tree_->StringValue(value, scratch)), value};
    }
  }
  return std::nullopt;
}

}  // namespace pingshen::commission
