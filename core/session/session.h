// The one mutable object: commands in, a const view out.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/evaluation/evaluation.h"
#include "core/evaluation/form_instance.h"
#include "core/evaluation/version_move.h"
#include "core/forms/loader.h"
#include "core/model/attachment.h"
#include "core/ports/clock.h"
#include "core/ports/file_saver.h"
#include "core/ports/random.h"
#include "core/session/commands.h"
#include "core/session/form_import.h"
#include "core/store/store.h"

namespace pingshen::session {

struct CatalogueEntry {
  enum class Origin : std::uint8_t { kBuiltIn, kFile, kDesk };
  std::string form_sha256;
  std::shared_ptr<const forms::LoadedForm> form;
  Origin origin = Origin::kBuiltIn;
  std::string from;  // the file's name, the desk's address
  std::int64_t installed_at_ms = 0;
  bool newest = true;  // no later version of the same form in the catalogue
};

// A form that a desk has.
struct FormOffer {
  std::string form_sha256;
  std::string id;
  std::string version;
  model::Text title;
  std::uint64_t size_bytes = 0;
  bool installed = false;
};
struct DeskOffers {
  std::string desk;
  std::vector<FormOffer> forms;
};

// A move of the open assessment that is planned, not done.
struct MoveView {
  std::string form_sha256;
  model::Text form_title;
  std::string from_version;
  std::string to_version;
  evaluation::VersionMove plan;
};

struct AssessmentSummary {
  model::Assessment assessment;
  model::Text form_title;
  std::uint32_t answered = 0;
  std::uint32_t total = 0;
  std::string score;  // display text, "" when there is none yet
  std::int64_t changed_at_ms = 0;
  std::optional<std::int64_t> exported_at_ms;
  bool changed_since_export = false;
  std::string form_sha256_newer;  // of a later version in the catalogue, "" = none
  bool moved = false;             // goes on as another assessment, under a newer version
};

enum class SaveState : std::uint8_t { kNothingYet, kSaved, kFailed };

struct OpenView {
  model::Assessment assessment;
  const forms::LoadedForm* form = nullptr;
  const evaluation::AnswerSheet* answers = nullptr;
  const evaluation::Evaluation* evaluation = nullptr;
  const evaluation::FormInstance* instance =
      nullptr;  // the live form: calculated values, filtered choices
  // What is known of every attachment that was ever kept for this assessment, by name. One that an
  // answer names and that is missing here is damaged.
  const std::map<std::string, model::Attachment>* attachments = nullptr;
  std::uint64_t attached_bytes = 0;  // of those that current answers name; see kMaxTotalBytes
  SaveState save_state = SaveState::kNothingYet;
  std::int64_t saved_at_ms = 0;  // of the last durable answer
  std::uint64_t last_sequence = 0;
};

struct KeyView {
  std::string key_id;
  std::string holder;
  std::string organisation;
};

struct ExportOutcome {
  std::string file_name;
  std::uint64_t size_bytes = 0;
  std::string manifest_sha256;
  std::string key_id;
};

struct SessionView {
  Language language = Language::kChinese;
  std::string form_language;  // of a form's texts where it has it; "" = `language`
  std::vector<CatalogueEntry> catalogue;
  std::vector<AssessmentSummary> assessments;  // last changed first
  std::optional<ExaminedForm> examined;        // a form that could be installed
  std::optional<DeskOffers> offers;
  std::optional<MoveView> move;  // of the open assessment
  std::optional<OpenView> open;
  std::optional<KeyView> key;                // this device's signing key
  std::optional<ExportOutcome> last_export;  // of the open assessment, since it was opened
  std::optional<Error> last_error;           // of the last Apply; cleared by the next success
  bool storage_stopped = false;              // no further write is possible; offer RescueExport
  std::uint64_t revision = 0;                // grows with every change of this view
};

class Session {
 public:
  struct Environment {  // all must remain live while the session is; used from one thread
    store::Store* store = nullptr;
    ports::Clock* clock = nullptr;
    ports::Random* random = nullptr;
    ports::FileSaver* saver = nullptr;
    std::string app_version;
    std::string device_id;
  };
  // Loads settings, keys and the list. `built_in_forms`: exact bytes of form files; each must load
  // (ERR_FORM_… names it).
  static Result<std::unique_ptr<Session>> Start(const Environment& environment,
                                                const std::vector<Bytes>& built_in_forms);
  virtual ~Session() = default;

  // Durable before visible: when this returns success, the change is flushed and the view shows it;
  // on failure the view's answers are unchanged and last_error is set.
  virtual Status Apply(const Command& command) = 0;
  // The bytes of an attachment of the open assessment. ERR_SESSION_NOT_OPEN, ERR_STORE_MISSING,
  // ERR_STORE_ATTACHMENT_….
  virtual Result<Bytes> ReadAttachment(std::string_view name) = 0;
  // Valid until the next Apply.
  virtual const SessionView& View() const = 0;
};

}  // namespace pingshen::session
