// XLSForm import: a spreadsheet in, a form of ours and what there is to say about it out. Reads no
// files and knows no clock.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/forms/xlsform/form_builder.h"
#include "core/forms/xlsform/message.h"
#include "core/forms/xlsform/summary.h"

namespace pingshen::forms::xlsform {

struct ImportResult {
  // The form as a form file (pingshen-form/1), which loads; "" when there is an error among the
  // messages.
  std::string form_json;
  Summary summary;  // what the survey holds; empty when it could not be read at all
  std::vector<Message> messages;
  std::size_t messages_left_out = 0;
  bool ok() const { return !form_json.empty(); }
};

// `file_name` ("2026 检查表.xlsx") names the form when the settings sheet does not. `attachments`:
// the files that lay beside the workbook, by name; .csv files are taken into the form.
ImportResult ImportXlsx(ByteView file, std::string_view file_name,
                        const Attachments& attachments = {});

// The same for a workbook that is read already. kNone: the exporter's, which compares trees of JSON
// before they are complete.
enum class Proof : std::uint8_t { kLoads, kNone };
ImportResult ImportWorkbook(const Workbook& workbook, std::string_view file_name,
                            const Attachments& attachments = {}, Proof proof = Proof::kLoads);

}  // namespace pingshen::forms::xlsform
