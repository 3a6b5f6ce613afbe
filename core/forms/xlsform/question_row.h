// One question of the survey sheet.
#pragma once

#include <memory>
#include <vector>

#include "core/forms/xlsform/draft.h"

namespace pingshen::forms::xlsform {

// What the row makes: the question, for or_other also the text behind it, nothing when its type is
// unknown (which is reported). REQUIRES: the node's row, name, type, appearance and parameters are
// set.
std::vector<std::unique_ptr<Node>> ReadQuestion(Draft& draft, const TableRow& row,
                                                std::unique_ptr<Node> node, Messages& messages);

// A default that is computed: it has a reference, a function, an operator or a path.
bool IsDynamicDefault(std::string_view text, std::string_view type);

}  // namespace pingshen::forms::xlsform
