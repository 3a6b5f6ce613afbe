// What a user can ask of the session. Plain data; screens make them, Session::Apply carries them
// out.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "core/base/bytes.h"
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
// Keeps a file and adds its name to the answer. Nothing is kept when the file or the answer is
// refused (attachment_rules.h), ERR_ATTACHMENT_…; when the file is kept and its answer cannot be
// written, its bytes stay unnamed and the answer is as before. A drawn signature takes the place of
// the one before it.
struct Attach {
  model::FieldPath path;      // an item that takes attachments, or kEvidenceField of any
  std::string original_name;  // "IMG_0042.jpg"; "" = made in the app
  Bytes bytes;
};
// Takes the name out of the answer, by a new record. The bytes stay on the device, as every record
// before this one still names them; a bundle carries only what current answers name.
struct Detach {
  model::FieldPath path;
  std::string name;
};
// Hands one attachment to the FileSaver under its original name.
struct SaveAttachment {
  std::string name;
};
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
// Saves the open assessment as one printable HTML file, in the language of the view; pictures
// inside. It is a draft and says so, whether a bundle was made of it or not.
struct PrintDraft {};
// Saves this device's public key (JSON, to be registered at the commission).
struct ExportPublicKey {};
// Reads a form file that was chosen, dropped or fetched; SessionView::examined then says what is in
// it. Nothing is kept. Succeeds for a file that is no form, too: its messages say why.
// ERR_SESSION_FORM_HASH when the bytes are not those of `expected_sha256` ("" = any).
struct ExamineForm {
  std::string file_name;
  Bytes file;
  std::string expected_sha256;
  std::string origin;  // address of the desk that it comes from; "" = a file
};
// Keeps the examined form for good; then it stands in the catalogue. ERR_SESSION_IMPORT.
struct InstallForm {};
struct DismissForm {};
// What a desk offers: its answer to GET /api/forms. SessionView::offers then lists it.
// ERR_SESSION_FORM_LIST.
struct OfferForms {
  std::string desk;  // its address
  std::string json;
};
// Plans to go on with the open assessment under another version of its form;
// SessionView::move then says what changes. ERR_SESSION_FORM_UNKNOWN, ERR_SESSION_MOVE.
struct PlanMove {
  std::string form_sha256;
};
struct DismissMove {};
// Does what was planned: a new assessment with every answer that fits is made and opened; the old
// one stays as it is, with everything in it. ERR_SESSION_MOVE when nothing is planned.
struct MoveToVersion {};
// The language of the screens, and the one that a form's texts are read in where it has it: a tag
// of BCP 47, "" = the same as the screens. Kept on the device.
struct SetLanguage {
  Language language = Language::kChinese;
  std::string form_language = {};
};

using Command =
    std::variant<CreateAssessment, OpenAssessment, CloseAssessment, SetAnswer, AddInstance,
                 RemoveInstance, Attach, Detach, SaveAttachment, CreateKey, SignAndExport,
                 RescueExport, PrintDraft, ExportPublicKey, ExamineForm, InstallForm, DismissForm,
                 OfferForms, PlanMove, DismissMove, MoveToVersion, SetLanguage>;

}  // namespace pingshen::session
