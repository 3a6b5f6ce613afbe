// A form definition as plain data. Made by forms::Load only, never edited.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/decimal.h"
#include "core/model/figure_check.h"
#include "core/model/item.h"
#include "core/model/lists.h"
#include "core/model/scheme.h"
#include "core/model/source.h"
#include "core/model/text.h"

namespace pingshen::model {

struct Section {
  std::string code;
  Text title;
  Expression relevant;  // of everything inside
  std::vector<Item> items;
  std::vector<Section> sections;  // any depth: 章/节/条/款
};

struct Form {
  std::string id;
  std::string version;
  std::string sha256;                  // of the exact bytes, set by whoever knows them
  std::vector<std::string> languages;  // that its texts are in, the main one first; BCP 47
  Text title;
  Text description;
  std::vector<Source> sources;
  std::vector<Text> institution_kinds;
  std::vector<Item> attributes;    // of the institution, asked first: no points, no children
  std::vector<CodedLabel> groups;  // who scores: 管理组, 医疗组 …
  std::vector<OptionList> lists;
  std::vector<DataTable> tables;
  std::vector<Section> sections;
  Scheme scheme;                       // the one scheme of the form, or std::monostate
  std::vector<SectionScheme> schemes;  // several, by section; then `scheme` is std::monostate
  std::vector<FigureCheck> checks;
};

}  // namespace pingshen::model
