#include "commission/command/form_command.h"

#include "commission/command/form_check_command.h"
#include "commission/command/form_xlsx_command.h"

namespace pingshen::commission {

int RunForm(std::span<const std::string> words, Streams streams) {
  const std::string verb = words.empty() ? "" : words.front();
  const auto rest = words.subspan(words.empty() ? 0 : 1);
  if (verb == "import") return RunFormImport(rest, streams);
  if (verb == "export") return RunFormExport(rest, streams);
  if (verb == "check") return RunFormCheck(rest, streams);
  return Report({ErrorCode::ERR_USAGE, verb.empty() ? "form" : "form " + verb}, Language::kChinese,
                streams.err);
}

}  // namespace pingshen::commission
