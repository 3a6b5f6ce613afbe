// The session of the app in one wasm module, for measuring pages: the form is made from the
// measuring harness's description, answers go through Session::Apply into a SQLite database in
// memory, results are read from the view. Called from bench_page.mjs; one instance, one thread.
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "core/json/json.h"
#include "core/ports/memory_clock.h"
#include "core/ports/memory_file_saver.h"
#include "core/ports/memory_random.h"
#include "core/ports/memory_slot_device.h"
#include "core/session/session.h"
#include "core/store/slot_vfs.h"
#include "tests/bench/grading_form.h"

namespace pingshen::bench {
namespace {

constexpr std::uint32_t kSlots = 8;
constexpr std::int64_t kNowUtcMs = 1'795'348'800'000;  // 2026-11-22T12:00:00Z

struct Page {
  ports::MemorySlotDevice slots{kSlots};
  ports::ManualClock clock{kNowUtcMs};
  ports::SeededRandom random{2026};
  ports::MemoryFileSaver saver;
  std::unique_ptr<store::SlotVfs> vfs;
  std::unique_ptr<store::Store> store;
  std::unique_ptr<session::Session> session;
  GradingSpec spec;
  std::string answer;  // what the last function returned

  const session::OpenView& open() const { return *session->View().open; }
};
std::unique_ptr<Page> page;

Status Start(const std::string& spec_json) {
  page = std::make_unique<Page>();
  page->spec = SpecOf(spec_json);
  const std::string form = FormJson(page->spec);
  PINGSHEN_TRY(page->vfs, store::SlotVfs::Register(page->slots, "bench"));
  PINGSHEN_TRY(page->store, store::Store::Open({"pingshen.db", page->vfs->name()}));
  session::Session::Environment environment;
  environment.store = page->store.get();
  environment.clock = &page->clock;
  environment.random = &page->random;
  environment.saver = &page->saver;
  environment.app_version = "bench";
  environment.device_id = "bench";
  PINGSHEN_TRY(page->session,
               session::Session::Start(environment, {Bytes(form.begin(), form.end())}));
  session::CreateAssessment create;
  create.form_sha256 = page->session->View().catalogue.front().form_sha256;
  create.institution.name = "测试医院";
  create.assessor = "测试";
  return page->session->Apply(create);
}

// `grades`: one character for each item, '.' unanswered. The log is written, then opened.
Status OpenDraft(const std::string& grades, const json::Value& notes) {
  const std::string id = page->open().assessment.id;
  PINGSHEN_CHECK(page->session->Apply(session::CloseAssessment{}));
  std::vector<model::AnswerRecord> records;
  const auto add = [&](model::FieldPath path, model::Value value) {
    records.push_back({records.size() + 1, std::move(path), std::move(value), "测试", kNowUtcMs});
  };
  for (std::size_t i = 0; i < page->spec.items.size() && i < grades.size(); ++i) {
    const std::string& code = page->spec.items[i].code;
    if (grades[i] != '.') add(model::FieldPath::Of(code), model::Value::Choice({grades[i]}));
    if (i < notes.items.size() && !notes.items[i].text.empty()) {
      PINGSHEN_TRY(const model::Value note,
                   model::Value::Make(model::ValueKind::kText, notes.items[i].text));
      add(model::FieldPath::Of(code, std::string(model::kNoteField)), note);
    }
  }
  PINGSHEN_CHECK(page->store->Append(id, records, {}));
  return page->session->Apply(session::OpenAssessment{id});
}

const char* Answer(std::string text) {
  page->answer = std::move(text);
  return page->answer.c_str();
}
std::string Described(const Status& status) {
  return status ? "" : std::string(CodeName(status.error().code)) + " " + status.error().context;
}
std::string Seen(const std::string& code) {
  const forms::Engine& engine = page->open().instance->engine();
  return std::string(engine.At({engine.plan().Find(code), 0}).seen.text);
}

}  // namespace
}  // namespace pingshen::bench

using namespace pingshen;
using pingshen::bench::page;

extern "C" {

// All of them return "" or an error where they return a text and nothing else is said.
const char* bench_start(const char* spec_json) {
  const Status status = bench::Start(spec_json);
  return bench::Answer(bench::Described(status));
}

const char* bench_draft(const char* grades, const char* notes_json) {
  const auto notes = json::Parse(notes_json);
  if (!notes) return bench::Answer(notes.error().context);
  return bench::Answer(bench::Described(bench::OpenDraft(grades, *notes)));
}

const char* bench_set(int item, int grade) {
  const std::string& code = page->spec.items[static_cast<std::size_t>(item)].code;
  session::SetAnswer command{model::FieldPath::Of(code),
                             model::Value::Choice({static_cast<char>(grade)})};
  return bench::Answer(bench::Described(page->session->Apply(command)));
}

// "A,B,C,D,E,share of C or better,B,A,core share,verdict" of the live form.
const char* bench_result() {
  std::string text;
  for (const char* code : {"t_A", "t_B", "t_C", "t_D", "t_E", "pC", "pB", "pA", "kC", "verdict"})
    text += (text.empty() ? "" : ",") + bench::Seen(code);
  return bench::Answer(std::move(text));
}

// For each item of a section, from the view: "-" not relevant, "." unanswered, or its grade.
const char* bench_section(int chapter, int section) {
  const evaluation::SectionState& state =
      page->open()
          .evaluation->sections[static_cast<std::size_t>(chapter)]
          .sections[static_cast<std::size_t>(section)];
  std::string text;
  for (const evaluation::ItemState& item : state.items) {
    const model::Value& value = page->open().answers->At(item.path);
    text += !item.relevant ? '-' : value.empty() ? '.' : value.text().front();
  }
  return bench::Answer(std::move(text));
}

// {"answers":{"q1_1_1":"A",…},"notes":{…}} of everything that is relevant.
const char* bench_serialise() {
  const auto& open = page->open();
  json::Writer answers;
  json::Writer notes;
  answers.BeginObject();
  notes.BeginObject();
  for (const bench::GradingItem& item : page->spec.items) {
    const model::Value& value = open.answers->At(model::FieldPath::Of(item.code));
    if (!value.empty()) answers.Member(item.code, value.text());
    const model::Value& note =
        open.answers->At(model::FieldPath::Of(item.code, std::string(model::kNoteField)));
    if (!note.empty()) notes.Member(item.code, note.text());
  }
  answers.EndObject();
  notes.EndObject();
  return bench::Answer(R"({"answers":)" + answers.Take() + R"(,"notes":)" + notes.Take() + "}");
}

}  // extern "C"
