#include "tests/core/store/workload.h"

#include <memory>
#include <utility>

#include "tests/core/store/samples.h"

namespace pingshen::store {
namespace {

const std::vector<std::string> kFormNames = {"form-1", "form-2"};
constexpr const char* kSetting = "language";

// Texts that differ from place to place, so that a page in the wrong place is seen.
std::string LongText(int seed, std::size_t size_bytes) {
  std::string text;
  while (text.size() < size_bytes)
    text += std::to_string(seed) + ":" + std::to_string(text.size()) + " ";
  text.resize(size_bytes);
  return text;
}

}  // namespace

void Workload::Add(std::function<Status(Store&)> act, std::function<void(State&)> effect) {
  State next = states_.back();
  effect(next);
  states_.push_back(std::move(next));
  steps_.push_back({std::move(act), std::move(effect)});
}

Workload::Workload(int appends) {
  const auto put_form = [&](const std::string& name, std::size_t size_bytes) {
    const std::string text = LongText(static_cast<int>(size_bytes), size_bytes);
    const Bytes bytes(text.begin(), text.end());
    Add([=](Store& store) { return store.PutForm(name, "village-clinic", "1.0", bytes); },
        [=](State& state) { state.forms[name] = bytes; });
  };
  const auto create = [&](const std::string& id) {
    const model::Assessment assessment = SampleAssessment(id);
    Add([=](Store& store) { return store.CreateAssessment(assessment); },
        [=](State& state) { state.logs[id].assessment = assessment; });
  };
  const auto append = [&](const std::string& id, int number) {
    const std::uint64_t next = states_.back().logs.at(id).records.size() + 1;
    const std::uint64_t count = number % 7 == 3 ? 5 : 1;
    std::vector<model::AnswerRecord> records;
    for (std::uint64_t i = 0; i < count; ++i) {
      const std::size_t size_bytes = number % 9 == 4 ? 20'000 : 12;
      records.push_back(SampleRecord(next + i, "VC-" + std::to_string(number % 20),
                                     LongText(number * 10 + static_cast<int>(i), size_bytes)));
    }
    const Progress progress{static_cast<std::uint32_t>(number), 100, std::to_string(number)};
    Add([=](Store& store) { return store.Append(id, records, progress); },
        [=](State& state) {
          State::Log& log = state.logs[id];
          log.records.insert(log.records.end(), records.begin(), records.end());
          log.answered = progress.answered;
          log.score = progress.score;
        });
    ++appends_;
  };
  const auto put_key = [&](const std::string& key_id, std::uint8_t fill) {
    KeyRow key = SampleKey(key_id);
    key.sealed_private_key = Bytes(180, fill);
    Add([=](Store& store) { return store.PutKey(key); },
        [=](State& state) { state.keys[key_id] = key.sealed_private_key; });
  };
  // Kept in one step, named in the next.
  const auto attach = [&](const std::string& id, int seed, std::size_t size_bytes) {
    const model::Attachment attachment = SampleAttachment(seed, size_bytes);
    const Bytes bytes = SampleBytes(seed, size_bytes);
    Add([=](Store& store) { return store.PutAttachment(id, attachment, bytes); },
        [=](State& state) { state.attachments[id + "/" + attachment.name] = bytes; });
    const std::uint64_t next = states_.back().logs.at(id).records.size() + 1;
    const model::AnswerRecord record = NamingRecord(next, "VC-21", {attachment.name});
    Add([=](Store& store) { return store.Append(id, {&record, 1}, {}); },
        [=](State& state) {
          State::Log& log = state.logs[id];
          log.records.push_back(record);
          log.answered = 0;
          log.score = "";
        });
    ++appends_;
  };
  const auto put_setting = [&](const std::string& value) {
    Add([=](Store& store) { return store.PutSetting(kSetting, value); },
        [=](State& state) { state.setting = value; });
  };
  const auto record_export = [&](const std::string& id, const std::string& manifest) {
    Add([=](Store& store) { return store.RecordExport({id, manifest, "x", 1, 1}); },
        [=](State& state) { state.logs[id].last_manifest = manifest; });
  };

  put_form(kFormNames[0], 60'000);
  put_key("0123456789abcdef", 1);
  create("a");
  for (int i = 1; i <= appends; ++i) {
    append(i % 3 == 0 && i > appends / 2 ? "b" : "a", i);
    if (i == appends / 4) put_setting("en");
    if (i % 10 == 5) attach("a", i, i == 5 ? 60'000 : 3'000);
    if (i == appends / 2) {
      put_key("0123456789abcdef", 2);
      create("b");
      record_export("a", "m1");
    }
  }
  put_form(kFormNames[1], 30'000);
  put_setting("zh");
  record_export("a", "m2");
}

Result<State> ReadState(Store& store) {
  State state;
  for (const std::string& name : kFormNames) {
    auto form = store.GetForm(name);
    if (form)
      state.forms[name] = std::move(*form);
    else if (form.error().code != ErrorCode::ERR_STORE_MISSING)
      return std::unexpected(form.error());
  }
  PINGSHEN_TRY(const auto keys, store.ListKeys());
  for (const KeyRow& key : keys) state.keys[key.key_id] = key.sealed_private_key;
  PINGSHEN_TRY(state.setting, store.GetSetting(kSetting, ""));
  PINGSHEN_TRY(const auto rows, store.ListAssessments());
  for (const AssessmentRow& row : rows) {
    State::Log& log = state.logs[row.assessment.id];
    log.assessment = row.assessment;
    log.answered = row.answered;
    log.score = row.score;
    if (row.last_export) log.last_manifest = row.last_export->manifest_sha256;
    PINGSHEN_TRY(log.records, store.LoadRecords(row.assessment.id));
    PINGSHEN_TRY(const auto attachments, store.ListAttachments(row.assessment.id));
    for (const model::Attachment& each : attachments) {
      PINGSHEN_TRY(state.attachments[row.assessment.id + "/" + each.name],
                   store.ReadAttachment(each.name));
    }
    if (row.last_sequence != log.records.size())
      return Fail(ErrorCode::ERR_INTERNAL, "last_sequence");
  }
  return state;
}

Run RunOn(ports::SlotDevice& device, const Workload& workload) {
  Run run;
  const auto vfs = SlotVfs::Register(device, "slots-under-test");
  if (!vfs) return run;
  const auto store = Store::Open(OptionsOf(**vfs));
  if (!store) return run;
  run.opened = true;
  for (const Step& step : workload.steps()) {
    if (!step.act(**store)) break;
    ++run.acknowledged;
  }
  return run;
}

}  // namespace pingshen::store
