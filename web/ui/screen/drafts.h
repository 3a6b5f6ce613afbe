// Texts that are being typed into answers and are not stored yet, or cannot be. Nothing typed is
// lost: what is no valid value stays visible with the reason until it is mended or emptied.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/field_path.h"
#include "core/model/value.h"
#include "web/ui/io/screen_output.h"

namespace pingshen::ui {

// Texts with one right spelling, which is offered when another one is typed.
enum class Spelling : std::uint8_t { kAny, kIdentityNumber, kCreditCode };

// What a text field writes to.
struct DraftTarget {
  model::FieldPath path;
  model::ValueKind kind = model::ValueKind::kText;
  Spelling spelling = Spelling::kAny;
  int utc_offset_minutes = 0;  // kDateTime: of the device, for what is typed as local time
};

// Why a draft is not stored.
struct DraftProblem {
  enum class Kind { kMalformed, kCorrectable, kRefused };
  Kind kind = Kind::kMalformed;
  std::string correction;  // kCorrectable: the canonical spelling on offer
  std::string
      sentence;  // kRefused: why the session did not take it, in the language of that moment
};

// The drafts of one assessment.
class Drafts {
 public:
  static constexpr double kCommitDelayMs =
      400;  // after the last keystroke outside an input method's composition

  // Fields are known from the frame in which they were first shown.
  void Know(const std::string& id, const DraftTarget& target, const model::Value& stored);
  void TakeEdits(const DomInput& dom, double now_ms);
  // Puts the text there as if it had been typed and left (a correction was accepted).
  void Replace(const std::string& id, std::string text);

  struct Shown {
    std::string_view text;  // valid until the next call that changes the draft
    const DraftProblem* problem = nullptr;
  };
  // What the field shows: the draft while it is being edited or cannot be stored, else the stored
  // text.
  Shown Show(const std::string& id, std::string_view stored, bool focused);

  // Adds a SetAnswer for each draft that is due; all of them when `leaving`. Lowers wake_after_ms
  // to the next one.
  void Collect(double now_ms, bool leaving, std::vector<session::Command>& commands,
               double& wake_after_ms);
  // Outcome of a SetAnswer. A success lets refused drafts be tried again.
  void Applied(const session::SetAnswer& command, const Status& status, Language language);

  // Ids whose text is not stored and will not be by itself.
  std::vector<std::string> Unstored() const;
  const DraftTarget* TargetOf(const std::string& id) const;

 private:
  struct Draft {
    std::string text;
    double edited_ms = 0;
    bool composing = false;
    bool dirty = false;  // differs from what was last sent
    bool committed = false;
    std::optional<DraftProblem> problem;
  };
  struct Field {
    DraftTarget target;
    model::Value stored;  // of the last frame in which the field was shown
  };
  std::map<std::string, Draft> drafts_;
  std::map<std::string, Field> fields_;
};

}  // namespace pingshen::ui
