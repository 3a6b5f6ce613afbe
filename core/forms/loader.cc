#include "core/forms/loader.h"

#include <string>
#include <utility>

#include "core/base/utf8.h"
#include "core/forms/form_checks.h"
#include "core/forms/form_reader.h"
#include "core/forms/item_index.h"
#include "core/json/json.h"

namespace pingshen::forms {
namespace {

// The JSON parser cites what it read last up to the byte at fault, which may be the first of a
// longer character.
std::string WithoutCutCharacters(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) AppendUtf8(out, NextCodePoint(text, at));
  return out;
}

}  // namespace

struct LoadedForm::Index {
  explicit Index(const model::Form& form) : items(form) {}
  ItemIndex items;
};

const model::Item* LoadedForm::FindItem(std::string_view code) const {
  const ItemIndex::Entry* entry = index_->items.Find(code);
  return entry == nullptr ? nullptr : entry->item;
}

const model::Item* LoadedForm::RepeatOf(std::string_view code) const {
  const ItemIndex::Entry* entry = index_->items.Find(code);
  return entry == nullptr ? nullptr : entry->repeat;
}

std::vector<std::string> LoadedForm::FramesAround(std::string_view code) const {
  std::vector<std::string> codes;
  if (const ItemIndex::Entry* entry = index_->items.Find(code))
    for (const ItemIndex::Frame& frame : index_->items.FramesAround(*entry))
      codes.push_back(*frame.code);
  return codes;
}

class Loader {
 public:
  static Result<std::shared_ptr<const LoadedForm>> Load(std::string_view json_text,
                                                        std::string sha256) {
    const auto file = json::Parse(json_text);
    if (!file) return Fail(ErrorCode::ERR_FORM_JSON, WithoutCutCharacters(file.error().context));
    Problems problems;
    Draft draft(problems);
    ReadForm(*file, draft);
    if (problems.any()) return std::unexpected(problems.Take());

    auto loaded = std::make_shared<LoadedForm>();
    loaded->form = std::move(draft.form);
    loaded->form.sha256 = std::move(sha256);
    auto index = std::make_shared<const LoadedForm::Index>(loaded->form);
    loaded->program = CompileProgram(draft, index->items, json_text);
    CheckDenominators(draft, index->items);
    CheckReferences(draft, index->items);
    if (!problems.any()) CheckCycles(draft, index->items, loaded->program);
    if (problems.any()) return std::unexpected(problems.Take());
    loaded->index_ = std::move(index);
    return std::shared_ptr<const LoadedForm>(std::move(loaded));
  }
};

Result<std::shared_ptr<const LoadedForm>> Load(std::string_view json_text, std::string sha256) {
  return Loader::Load(json_text, std::move(sha256));
}

}  // namespace pingshen::forms
