// Codes for the form's items, lists and options from the author's names.
#pragma once

#include <map>
#include <set>
#include <string>

#include "core/forms/xlsform/draft.h"

namespace pingshen::forms::xlsform {

// A name in the shape of a code: what is not allowed becomes "_", "" becomes `otherwise`.
std::string CodeOf(std::string_view name, std::string_view otherwise);

class FormCodes {
 public:
  // Gives each node its code: its name, or the pingshen::code of its row, or for a name that stands
  // in several groups one with the group's name in front, which is reported
  // (ERR_XLSFORM_RENAMED).
  FormCodes(const Draft& draft, Messages& messages);

  const std::string& Of(const Node& node) const { return codes_.at(&node); }
  // Every node that got a code, by it.
  std::map<std::string, const Node*, std::less<>> NodesByCode() const;
  // A code that nobody has yet, made from the wish.
  std::string Claim(const std::string& wish);
  // `${name}` becomes `${code}`, and so does `/data/group/name` outside repeats.
  std::string Rewritten(std::string_view text) const;

 private:
  std::string WithoutPaths(std::string_view text) const;
  void Assign(const Node& node, const std::string& around, Messages& messages);
  const Draft& draft_;
  std::map<const Node*, std::string> codes_;
  std::set<std::string> taken_;
};

}  // namespace pingshen::forms::xlsform
