// What expressions may ask when they stand in an XForms document: its secondary instances and
// texts, this computer's clock and randomness.
#pragma once

#include <memory>
#include <string>

#include "commission/xforms/xml_tree.h"
#include "core/expression/environment.h"
#include "core/ports/clock.h"
#include "core/ports/random.h"

namespace pingshen::commission {

class XmlEnvironment final : public expression::Environment {
 public:
  // `tree`, `random` and `clock` must remain live. `language`: of <translation lang="…">, "" for
  // the default one. `zone`: an IANA name, "" for UTC. ERR_USAGE: unknown zone.
  static Result<XmlEnvironment> Make(const XmlTree& tree, std::string language,
                                     std::string_view zone, ports::Random& random,
                                     ports::Clock& clock);

  std::int64_t NowUtcMs() const override { return now_ms_; }
  const expression::TimeZone& Zone() const override { return *zone_; }
  double Random() override;
  std::string Uuid() override;
  std::optional<std::string> Digest(std::string_view algorithm, std::string_view bytes) override;
  expression::Node Instance(std::string_view id) const override;
  std::optional<expression::Translation> Itext(std::string_view id) const override;

 private:
  XmlEnvironment(const XmlTree& tree, std::string language, ports::Random& random)
      : tree_(&tree), language_(std::move(language)), random_(&random) {}

  const XmlTree* tree_;
  std::string language_;
  ports::Random* random_;
  std::int64_t now_ms_ = 0;
  const expression::TimeZone* zone_ = nullptr;
  std::unique_ptr<expression::TimeZone> own_zone_;
};

}  // namespace pingshen::commission
