#include "commission/intake/form_shelf.h"

#include <algorithm>
#include <utility>

#include "commission/system/file_limits.h"
#include "commission/system/os_files.h"
#include "core/bundle/crypto.h"
#include "core/forms/loader.h"
#include "core/json/json.h"

namespace pingshen::commission {
Result<FormShelf> FormShelf::Load(const std::vector<Bytes>& built_in,
                                  const std::filesystem::path& folder) {
  FormShelf shelf;
  for (std::size_t i = 0; i < built_in.size(); ++i) {
    PINGSHEN_CHECK(shelf.Add(built_in[i], "#" + std::to_string(i + 1)));
  }
  std::error_code missing;
  for (std::filesystem::directory_iterator entry(folder, missing), end; entry != end;
       entry.increment(missing)) {
    if (entry->path().extension() != ".json") continue;
    PINGSHEN_TRY(Bytes bytes, ReadWholeFile(entry->path(), kLargestForm_bytes));
    PINGSHEN_CHECK(shelf.Add(std::move(bytes), entry->path().filename().string()));
  }
  return shelf;
}

Status FormShelf::Add(Bytes bytes, const std::string& name) {
  const auto loaded = forms::Load(AsText(bytes));
  if (!loaded) return Fail(loaded.error().code, name + ": " + loaded.error().context);
  const model::Form& facts = (*loaded)->form;
  Form form{bundle::Sha256Hex(bytes), facts.id, facts.version, facts.title, std::move(bytes)};
  if (Find(form.sha256) != nullptr) return {};
  const auto place = std::ranges::upper_bound(forms_, form.id, {}, &Form::id);
  forms_.insert(place, std::move(form));
  return {};
}

const FormShelf::Form* FormShelf::Find(std::string_view form_sha256) const {
  const auto found = std::ranges::find(forms_, form_sha256, &Form::sha256);
  return found == forms_.end() ? nullptr : &*found;
}

std::string FormShelf::ListJson() const {
  json::Writer out;
  out.BeginObject().Key("forms").BeginArray();
  for (const Form& form : forms_) {
    out.BeginObject().Member("sha256", form.sha256).Member("id", form.id);
    out.Member("version", form.version).Key("title").BeginObject();
    out.Member("zh", form.title.In(Language::kChinese));
    out.Member("en", form.title.In(Language::kEnglish)).EndObject();
    out.Key("size").Integer(static_cast<std::int64_t>(form.bytes.size())).EndObject();
  }
  out.EndArray().EndObject();
  return out.Take();
}

Status FormShelf::Check(std::string_view form_sha256, const std::string& name) const {
  if (Find(form_sha256) != nullptr) return {};
  return Fail(ErrorCode::ERR_DESK_FORM_UNKNOWN, name);
}

}  // namespace pingshen::commission
