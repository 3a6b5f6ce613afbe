#include "tests/core/session/test_device.h"

#include <limits>

#include "tests/core/evaluation/test_form.h"

namespace pingshen::session {
namespace {

std::vector<Bytes> BytesOf(const std::vector<std::string>& texts) {
  std::vector<Bytes> out;
  for (const std::string& text : texts) out.emplace_back(text.begin(), text.end());
  return out;
}

}  // namespace

TestDevice::TestDevice(std::vector<std::string> forms)
    : forms_(BytesOf(forms.empty() ? std::vector<std::string>{TestFormJson()} : std::move(forms))) {
}

void TestDevice::Stop() {
  session_.reset();
  store_.reset();
  vfs_.reset();
  faulty_.reset();
}

Status TestDevice::Start() {
  Stop();
  faulty_ = std::make_unique<ports::FaultySlotDevice>(memory_);
  PINGSHEN_TRY(vfs_, store::SlotVfs::Register(*faulty_, "session-test"));
  PINGSHEN_TRY(store_, store::Store::Open({"pingshen.db", vfs_->name()}));
  Session::Environment environment;
  environment.store = store_.get();
  environment.clock = &clock_;
  environment.random = &random_;
  environment.saver = &saver_;
  environment.app_version = "0.1.0-test";
  environment.device_id = "test-device";
  PINGSHEN_TRY(session_, Session::Start(environment, forms_));
  return {};
}

Status TestDevice::KillAndStart(std::uint64_t seed) {
  if (faulty_) faulty_->CutAt(faulty_->operations());  // closing the database writes nothing more
  Stop();
  memory_.PowerCut(seed);
  return Start();
}

Status TestDevice::StartWithForms(std::vector<std::string> forms) {
  forms_ = BytesOf(forms);
  return Start();
}

std::string TestDevice::Apply(const Command& command) {
  const std::uint64_t revision = view().revision;
  const Status status = session_->Apply(command);
  EXPECT_GT(view().revision, revision);
  EXPECT_EQ(view().last_error.has_value(), !status.has_value());
  return status ? "" : std::string(CodeName(status.error().code));
}

std::string TestDevice::Create(std::string institution) {
  CreateAssessment command;
  command.form_sha256 = view().catalogue.at(0).form_sha256;
  command.institution.name = std::move(institution);
  command.institution.credit_code = "12431125MB0000000X";
  command.institution.region_code = "431125";
  command.period = "2026";
  command.assessor = "王评审";
  return Apply(command);
}

void TestDevice::AnswerAll() {
  EXPECT_EQ(Set("open", Choice("yes")), "");
  EXPECT_EQ(Set("area", Number("80")), "");
  EXPECT_EQ(Set("multi", model::Value::Choices({"a", "b"})), "");
  EXPECT_EQ(Set("ded", Choice("full")), "");
  EXPECT_EQ(Set("pop", Count(2000)), "");
  EXPECT_EQ(Set("staff", Count(2)), "");
  EXPECT_EQ(Apply(AddInstance{Path("people")}), "");
  EXPECT_EQ(Set("people#1/name", Text("张三")), "");
  EXPECT_EQ(Set("people#1/id", Text("11010519491231002X")), "");
  EXPECT_EQ(Set("people#1/reg", Choice("yes")), "");
  EXPECT_EQ(Set("day", Date("2026-11-01")), "");
  EXPECT_TRUE(open().evaluation->complete);
}

}  // namespace pingshen::session
