// What a user can ask of the session. Plain data; screens make them, Session::Apply carries them
// out.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "core/base/language.h"
#include "core/model/assessment.h"
#include "core/model/field_path.h"
#include "core/model/value.h"

namespace pingshen::session {

struct CreateAssessment {
  std::string form_sha256;  // of the catalogue
  model::AssessmentKind kind = model::AssessmentKind::kSelf;
  model::Institution institution;  // credit code checked when not ""
  std::string period;
  std::string assessor;
};
struct OpenAssessment {
  std::string id;
};
struct CloseAssessment {};
struct SetAnswer {
  model::FieldPath path;
  model::Value value;  // kEmpty clears
};
struct AddInstance {
  model::FieldPath repeat;
};  // path of the repeat item
struct RemoveInstance {
  model::FieldPath instance;
};  // "VC-09#2"
struct CreateKey {
  std::string holder;
  std::string organisation;
  std::string passphrase;  // at least 8 characters, else ERR_KEY_PASSPHRASE_SHORT
};
// Signs the open, complete assessment with the device's key and hands the file to the FileSaver.
// ERR_SESSION_INCOMPLETE when answers are missing.
struct SignAndExport {
  std::string passphrase;
};
// Saves the unsigned answer log of the open assessment as JSON: for damaged or full devices.
struct RescueExport {};
// Saves this device's public key (JSON, to be registered at the commission).
struct ExportPublicKey {};
struct SetLanguage {
  Language language = Language::kChinese;
};

using Command = std::variant<CreateAssessment, OpenAssessment, CloseAssessment, SetAnswer,
                             AddInstance, RemoveInstance, CreateKey, SignAndExport, RescueExport,
                             ExportPublicKey, SetLanguage>;

}  // namespace pingshen::session
