// What names and paths of an expression stand for, seen from its place in the form.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/expression/expression.h"
#include "core/forms/plan.h"

namespace pingshen::forms {

class PlanResolver final : public expression::Resolver {
 public:
  // `place`: the node that has the expression; kNone: the form itself. With `over_options` the
  // expression is asked of an option, and a plain name is one of its columns. `plan` must have its
  // nodes, frame kinds and codes, and remain live.
  PlanResolver(const Plan& plan, std::uint32_t place, bool over_options)
      : plan_(plan), place_(place), over_options_(over_options) {}

  std::optional<expression::Target> Name(std::string_view name) const override;
  std::optional<expression::Target> Path(const expression::StaticPath& path) const override;
  // The code of the last ${…} that was not found.
  const std::string& unknown() const { return unknown_; }
  // The last name of a path to something that the form does not have; such a path would silently
  // stay empty.
  const std::string& lost() const { return lost_; }

 private:
  std::nullopt_t Lost(std::string_view name) const;
  std::optional<expression::Target> TargetOf(std::uint32_t node) const;

  const Plan& plan_;
  std::uint32_t place_;
  bool over_options_;
  mutable std::string unknown_;
  mutable std::string lost_;
};

}  // namespace pingshen::forms
