// The catalogue of forms, and the way of an assessment from one version to another.
#include <algorithm>
#include <charconv>
#include <utility>

#include "core/bundle/crypto.h"
#include "core/json/json.h"
#include "core/session/session_core.h"

namespace pingshen::session {
namespace {

constexpr std::string_view kInstalledSetting = "installed_forms";
constexpr std::size_t kDigestLetters = 64;
constexpr std::size_t kMostOffers = 1000;

bool IsDigest(std::string_view text) {
  return text.size() == kDigestLetters && std::ranges::all_of(text, [](char letter) {
           return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
         });
}

std::string TextOf(const json::Value& object, std::string_view member) {
  const json::Value* value = object.Find(member);
  return value != nullptr && value->kind == json::Value::Kind::kString ? value->text
                                                                       : std::string();
}

std::int64_t NumberOf(const json::Value& object, std::string_view member) {
  const json::Value* value = object.Find(member);
  std::int64_t number = 0;
  if (value != nullptr && value->kind == json::Value::Kind::kNumber)
    std::from_chars(value->text.data(), value->text.data() + value->text.size(), number);
  return number;
}

// Versions are compared number by number: 2.10 is later than 2.9, 2026-02 later than 2025-11.
bool IsLater(std::string_view a, std::string_view b) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  while (!a.empty() && !b.empty()) {
    if (digit(a[0]) && digit(b[0])) {
      const auto number = [&](std::string_view& text) {
        std::size_t end = 0;
        while (end < text.size() && digit(text[end])) ++end;
        std::string_view taken = text.substr(0, end);
        text = text.substr(end);
        while (taken.size() > 1 && taken[0] == '0') taken.remove_prefix(1);
        return taken;
      };
      const std::string_view x = number(a), y = number(b);
      if (x.size() != y.size()) return x.size() > y.size();
      if (x != y) return x > y;
    } else {
      if (a[0] != b[0]) return a[0] > b[0];
      a.remove_prefix(1);
      b.remove_prefix(1);
    }
  }
  return b.empty() && !a.empty();
}

}  // namespace

std::string MovedSetting(std::string_view assessment_id) {
  return "moved:" + std::string(assessment_id);
}

Status SessionCore::LoadInstalled() {
  PINGSHEN_TRY(const std::string text, environment_.store->GetSetting(kInstalledSetting, "[]"));
  PINGSHEN_TRY(const json::Value list, json::Parse(text));
  for (const json::Value& row : list.items) {
    CatalogueEntry entry;
    entry.form_sha256 = TextOf(row, "sha256");
    entry.from = TextOf(row, "from");
    entry.origin = TextOf(row, "origin") == "desk" ? CatalogueEntry::Origin::kDesk
                                                   : CatalogueEntry::Origin::kFile;
    entry.installed_at_ms = NumberOf(row, "installed_at_ms");
    if (FindEntry(entry.form_sha256) != nullptr) continue;  // the program brings it by now
    const auto form = catalogue_.Find(entry.form_sha256);
    if (!form) {
      // The others can be used all the same.
      view_.last_error = form.error();
      continue;
    }
    entry.form = (*form)->form;
    view_.catalogue.push_back(std::move(entry));
  }
  return {};
}

Status SessionCore::StoreInstalled(const std::vector<CatalogueEntry>& catalogue) {
  json::Writer writer;
  writer.BeginArray();
  for (const CatalogueEntry& entry : catalogue) {
    if (entry.origin == CatalogueEntry::Origin::kBuiltIn) continue;
    writer.BeginObject();
    writer.Member("sha256", entry.form_sha256);
    writer.Member("origin", entry.origin == CatalogueEntry::Origin::kDesk ? "desk" : "file");
    writer.Member("from", entry.from);
    writer.Key("installed_at_ms").Integer(entry.installed_at_ms).EndObject();
  }
  writer.EndArray();
  return environment_.store->PutSetting(kInstalledSetting, writer.Take());
}

const CatalogueEntry* SessionCore::FindEntry(std::string_view form_sha256) const {
  const auto found = std::ranges::find(view_.catalogue, form_sha256, &CatalogueEntry::form_sha256);
  return found == view_.catalogue.end() ? nullptr : &*found;
}

void SessionCore::RefreshCatalogue() {
  const auto latest = [&](const std::string& id) {
    const CatalogueEntry* best = nullptr;
    for (const CatalogueEntry& entry : view_.catalogue) {
      if (entry.form->form.id != id) continue;
      if (best == nullptr || IsLater(entry.form->form.version, best->form->form.version))
        best = &entry;
    }
    return best;
  };
  for (CatalogueEntry& entry : view_.catalogue) {
    const std::string& newest = latest(entry.form->form.id)->form->form.version;
    entry.newest = !IsLater(newest, entry.form->form.version);
  }
  for (AssessmentSummary& summary : view_.assessments) {
    const CatalogueEntry* newest = latest(summary.assessment.form_id);
    const bool later =
        newest != nullptr && IsLater(newest->form->form.version, summary.assessment.form_version);
    summary.form_sha256_newer = later ? newest->form_sha256 : std::string();
  }
  if (!view_.offers) return;
  for (FormOffer& offer : view_.offers->forms)
    offer.installed = FindEntry(offer.form_sha256) != nullptr;
}

Status SessionCore::Do(const ExamineForm& command) {
  view_.examined.reset();
  if (!command.expected_sha256.empty() &&
      bundle::Sha256Hex(command.file) != command.expected_sha256)
    return Fail(ErrorCode::ERR_SESSION_FORM_HASH, command.expected_sha256.substr(0, 8));
  view_.examined = ExamineFormFile(command.file_name, command.file);
  view_.examined->origin = command.origin;
  return {};
}

Status SessionCore::Do(const session::InstallForm&) {
  if (!view_.examined || !view_.examined->ok()) return Fail(ErrorCode::ERR_SESSION_IMPORT);
  const ExaminedForm& examined = *view_.examined;
  if (FindEntry(examined.sha256) == nullptr) {
    const model::Form& form = examined.form->form;
    PINGSHEN_CHECK(
        environment_.store->PutForm(examined.sha256, form.id, form.version, examined.bytes));
    const bool from_desk = !examined.origin.empty();
    CatalogueEntry entry;
    entry.form_sha256 = examined.sha256;
    entry.form = examined.form;
    entry.origin = from_desk ? CatalogueEntry::Origin::kDesk : CatalogueEntry::Origin::kFile;
    entry.from = from_desk ? examined.origin : examined.file_name;
    entry.installed_at_ms = Now();
    std::vector<CatalogueEntry> catalogue = view_.catalogue;
    catalogue.push_back(std::move(entry));
    PINGSHEN_CHECK(StoreInstalled(catalogue));
    view_.catalogue = std::move(catalogue);
  }
  view_.examined.reset();
  RefreshCatalogue();
  return {};
}

Status SessionCore::Do(const DismissForm&) {
  view_.examined.reset();
  return {};
}

Status SessionCore::Do(const OfferForms& command) {
  const auto malformed = [](std::string what) {
    return Fail(ErrorCode::ERR_SESSION_FORM_LIST, std::move(what));
  };
  const auto parsed = json::Parse(command.json);
  if (!parsed) return malformed(parsed.error().context);
  const json::Value* list = parsed->Find("forms");
  if (list == nullptr || list->kind != json::Value::Kind::kArray) return malformed("forms");
  if (list->items.size() > kMostOffers) return malformed(std::to_string(list->items.size()));
  DeskOffers offers{command.desk, {}};
  for (const json::Value& row : list->items) {
    FormOffer offer;
    offer.form_sha256 = TextOf(row, "sha256");
    offer.id = TextOf(row, "id");
    offer.version = TextOf(row, "version");
    if (const json::Value* title = row.Find("title"))
      offer.title = {.zh = TextOf(*title, "zh"), .en = TextOf(*title, "en")};
    offer.size_bytes = static_cast<std::uint64_t>(std::max<std::int64_t>(0, NumberOf(row, "size")));
    if (!IsDigest(offer.form_sha256) || offer.id.empty()) return malformed("sha256, id");
    if (offer.title.empty()) offer.title = {.zh = offer.id, .en = offer.id};
    offers.forms.push_back(std::move(offer));
  }
  view_.offers = std::move(offers);
  RefreshCatalogue();
  return {};
}

Status SessionCore::Do(const PlanMove& command) {
  if (!open_) return Fail(ErrorCode::ERR_SESSION_NOT_OPEN);
  view_.move.reset();
  const CatalogueEntry* entry = FindEntry(command.form_sha256);
  if (entry == nullptr)
    return Fail(ErrorCode::ERR_SESSION_FORM_UNKNOWN, command.form_sha256.substr(0, 8));
  const model::Form& to = entry->form->form;
  const model::Form& from = open_->form().form->form;
  if (to.id != from.id || command.form_sha256 == open_->assessment().form_sha256)
    return Fail(ErrorCode::ERR_SESSION_MOVE, to.id + " " + to.version);
  view_.move =
      MoveView{command.form_sha256, to.title, from.version, to.version,
               evaluation::PlanVersionMove(*open_->form().form, *entry->form, open_->records())};
  return {};
}

Status SessionCore::Do(const DismissMove&) {
  view_.move.reset();
  return {};
}

Result<std::string> SessionCore::MakeMoved(const MoveView& move) {
  PINGSHEN_TRY(const FormCatalogue::Entry* form, catalogue_.Find(move.form_sha256));
  model::Assessment assessment = open_->assessment();
  assessment.created_at_ms = Now();
  PINGSHEN_TRY(assessment.id, bundle::MakeUuid7(assessment.created_at_ms, *environment_.random));
  assessment.form_version = form->form->form.version;
  assessment.form_sha256 = move.form_sha256;
  PINGSHEN_CHECK(environment_.store->PutForm(assessment.form_sha256, assessment.form_id,
                                             assessment.form_version, form->bytes));
  PINGSHEN_CHECK(environment_.store->CreateAssessment(assessment));
  evaluation::AnswerSheet answers;
  for (const model::AnswerRecord& record : move.plan.records) answers.Apply(record);
  const evaluation::Evaluation evaluation = evaluation::Evaluate(
      *form->form, answers, evaluation::AssessmentDate(assessment.created_at_ms));
  if (!move.plan.records.empty()) {
    PINGSHEN_CHECK(environment_.store->Append(assessment.id, move.plan.records,
                                              {evaluation.answered, evaluation.total, ""}));
  }
  store::AssessmentRow row;
  row.assessment = assessment;
  row.last_sequence = move.plan.records.size();
  row.changed_at_ms = assessment.created_at_ms;
  row.answered = evaluation.answered;
  row.total = evaluation.total;
  view_.assessments.insert(view_.assessments.begin(), SummaryOf(row));
  return assessment.id;
}

Status SessionCore::Do(const MoveToVersion&) {
  if (!open_) return Fail(ErrorCode::ERR_SESSION_NOT_OPEN);
  if (!view_.move) return Fail(ErrorCode::ERR_SESSION_MOVE, "—");
  const std::string old_id = open_->assessment().id;
  // As planned now: an answer may have come since the plan was shown.
  PINGSHEN_CHECK(Do(PlanMove{std::string(view_.move->form_sha256)}));
  PINGSHEN_TRY(const std::string id, MakeMoved(*view_.move));
  PINGSHEN_CHECK(environment_.store->PutSetting(MovedSetting(old_id), id));
  if (const auto summary = FindSummary(old_id)) (*summary)->moved = true;
  RefreshCatalogue();
  return Do(session::OpenAssessment{id});
}

}  // namespace pingshen::session
