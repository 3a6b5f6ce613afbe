// The proof of a form's schemes over its own items.
#include <algorithm>
#include <set>
#include <string>

#include "core/grading/prove.h"

namespace pingshen::grading {
namespace {

class FormItems {
 public:
  // The items below these sections; all when there are none.
  FormItems(const model::Form& form, const std::vector<std::string>& sections)
      : sections_(sections) {
    for (const model::Section& section : form.sections)
      Walk(section, section.code, sections.empty(), false);
  }

  const std::vector<const model::Item*>& items() const { return items_; }
  const std::vector<ItemValues>& scored() const { return scored_; }
  bool Has(const std::string& code) const {
    return std::ranges::any_of(items_, [&](const model::Item* item) { return item->code == code; });
  }
  // A section that was asked for and does not exist; "" when all do.
  std::string UnknownSection() const {
    for (const std::string& section : sections_)
      if (!found_.contains(section)) return section;
    return {};
  }

 private:
  void Walk(const model::Section& section, const std::string& top, bool in, bool may_be_absent) {
    may_be_absent = may_be_absent || !section.relevant.empty();
    if (std::ranges::find(sections_, section.code) != sections_.end()) {
      found_.insert(section.code);
      in = true;
    }
    if (in)
      for (const model::Item& item : section.items) Add(item, top, may_be_absent);
    for (const model::Section& inner : section.sections) Walk(inner, top, in, may_be_absent);
  }
  void Add(const model::Item& item, const std::string& top, bool may_be_absent) {
    items_.push_back(&item);
    for (const model::Item& child : item.children)
      if (item.type == model::ItemType::kGroup)
        Add(child, top, may_be_absent || !item.relevant.empty());
    if (!item.points) return;
    scored_.push_back(ValuesOf(item, top));
    scored_.back().may_be_absent = scored_.back().may_be_absent || may_be_absent;
  }

  const std::vector<std::string>& sections_;
  std::set<std::string> found_;
  std::vector<const model::Item*> items_;
  std::vector<ItemValues> scored_;
};

struct Proof {
  const model::Form& form;
  const FormItems& items;

  Status operator()(const std::monostate&) const { return {}; }
  Status operator()(const model::PointsScheme& scheme) const {
    return ProvePoints(scheme, items.scored());
  }
  Status operator()(const model::LadderScheme& scheme) const { return ProveLadder(scheme, 0, 0); }
  Status operator()(const model::CompositeScheme& scheme) const {
    PINGSHEN_CHECK(ProveComposite(scheme));
    for (const model::CompositePart& part : scheme.parts) {
      const FormItems own(form, part.sections);
      if (const std::string unknown = own.UnknownSection(); !unknown.empty())
        return Fail(ErrorCode::ERR_GRADING_REFERENCE, part.code + ": " + unknown);
      if (!part.mark && own.scored().empty())
        return Fail(ErrorCode::ERR_GRADING_REFERENCE, part.code);
    }
    return {};
  }
  Status operator()(const model::StagesScheme& scheme) const {
    Decimal weight;
    for (const model::StageWeight& stage : scheme.stages) {
      if (stage.weight.IsNegative()) return Fail(ErrorCode::ERR_GRADING_BANDS, stage.code);
      weight += stage.weight;
    }
    if (weight.IsZero()) return Fail(ErrorCode::ERR_GRADING_BANDS, "0");
    return scheme.bands.empty() ? Status() : ProveBands(scheme.bands);
  }
  Status operator()(const model::RatioScheme& scheme) const {
    for (const model::RatioTarget& target : scheme.targets)
      if (!items.Has(target.item)) return Fail(ErrorCode::ERR_GRADING_REFERENCE, target.item);
    return scheme.bands.empty() ? Status() : ProveBands(scheme.bands);
  }
};

}  // namespace

Status ProveForm(const model::Form& form) {
  static const std::vector<std::string> kAll;
  const FormItems all(form, kAll);
  PINGSHEN_CHECK(std::visit(Proof{form, all}, form.scheme));
  std::set<std::string> codes;
  for (const model::SectionScheme& scheme : form.schemes) {
    if (scheme.code.empty() || !codes.insert(scheme.code).second)
      return Fail(ErrorCode::ERR_GRADING_BANDS, scheme.code);
    const FormItems own(form, scheme.sections);
    if (const std::string unknown = own.UnknownSection(); !unknown.empty())
      return Fail(ErrorCode::ERR_GRADING_REFERENCE, scheme.code + ": " + unknown);
    PINGSHEN_CHECK(std::visit(Proof{form, own}, scheme.scheme));
  }
  return {};
}

}  // namespace pingshen::grading
