#include "core/expression/tree.h"

#include "core/expression/number.h"

namespace pingshen::expression {

double Tree::NumberValue(Node node, const TimeZone& zone) const {
  std::string scratch;
  return NumberOfAnswer(StringValue(node, scratch), zone);
}

}  // namespace pingshen::expression
