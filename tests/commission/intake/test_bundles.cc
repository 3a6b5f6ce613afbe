#include "tests/commission/intake/test_bundles.h"

#include <cstdio>
#include <cstdlib>

#include "core/evaluation/declaration.h"
#include "core/evaluation/proven_form.h"
#include "forms/built_in.h"

namespace pingshen::commission {
namespace {

using model::ValueKind;

struct Answer {
  const char* path;
  ValueKind kind;
  const char* text;
};
constexpr Answer kAnswers[] = {
    {"VC-01", ValueKind::kChoice, "displayed"},
    {"VC-01a", ValueKind::kText, "PDY123456"},
    {"VC-02", ValueKind::kChoice, "yes"},
    {"VC-03", ValueKind::kDecimal, "72.5"},
    {"VC-04", ValueKind::kChoices, "consulting treatment public_health pharmacy"},
    {"VC-05", ValueKind::kChoice, "approved"},
    {"VC-05a", ValueKind::kDate, "2026-03-01"},
    {"VC-05b", ValueKind::kChoices, "observation rescue preparation staff antibacterials"},
    {"VC-06", ValueKind::kChoice, "full"},
    {"VC-07", ValueKind::kChoice, "yes"},
    {"VC-08a", ValueKind::kInteger, "900"},
    {"VC-08", ValueKind::kInteger, "1"},
    {"VC-09#1", ValueKind::kPresence, "1"},
    {"VC-09#1/VC-09-name", ValueKind::kText, "王芳"},
    {"VC-09#1/VC-09-id", ValueKind::kText, "11010519491231002X"},
    {"VC-09#1/VC-09-category", ValueKind::kChoice, "village_doctor"},
    {"VC-09#1/VC-09-registration", ValueKind::kChoice, "registered"},
    {"VC-10", ValueKind::kChoice, "yes"},
    {"VC-11", ValueKind::kChoices,
     "bed stethoscope thermometer sphygmomanometer scale vaccination_kit visit_bag syringes "
     "cabinet tray jar autoclave "
     "waste_bin file_cabinet"},
    {"VC-12", ValueKind::kInteger, "60"},
    {"VC-13", ValueKind::kChoices, "oxygen kit in_date"},
    {"VC-14", ValueKind::kChoice, "full"},
    {"VC-15", ValueKind::kChoice, "full"},
    {"VC-16", ValueKind::kChoice, "full"},
    {"VC-17a", ValueKind::kChoice, "yes"},
    {"VC-17b", ValueKind::kInteger, "20"},
    {"VC-17", ValueKind::kInteger, "19"},
    {"VC-18", ValueKind::kChoices, "signs no_smoking prices"},
    {"VC-19", ValueKind::kChoice, "regular"},
    {"VC-19a", ValueKind::kChoice, "no"},
    {"VC-20", ValueKind::kChoice, "na"},
    {"VC-20:note", ValueKind::kText, "<b>不在</b>任务内 & \"其他\""},
};

template <typename T>
T Must(Result<T> result, const char* what) {
  if (!result) {
    std::fprintf(stderr, "%s: %s %s\n", what, std::string(CodeName(result.error().code)).c_str(),
                 result.error().context.c_str());
    std::abort();
  }
  return *std::move(result);
}

std::vector<model::AnswerRecord> MakeRecords(const TestBundle& options) {
  std::vector<model::AnswerRecord> records;
  for (const Answer& answer : kAnswers) {
    const auto other = options.answers.find(answer.path);
    model::AnswerRecord record;
    record.sequence = records.size() + 1;
    record.path = Must(model::FieldPath::Parse(answer.path), answer.path);
    record.value =
        Must(model::Value::Make(answer.kind,
                                other == options.answers.end() ? answer.text : other->second),
             answer.path);
    record.author = "张三";
    record.recorded_at_ms = options.created_at_ms - 1000;
    records.push_back(std::move(record));
  }
  return records;
}

}  // namespace

PublicKeyFile TestSigner::PublicKey() const {
  PublicKeyFile file;
  file.public_key = key.PublicKeyInfo();
  file.key_id = bundle::KeyId(file.public_key);
  file.holder = name;
  file.organisation = organisation;
  return file;
}

TestSigner MakeSigner(std::string name, ports::Random& random) {
  return {.key = Must(bundle::PrivateKey::Generate(bundle::Algorithm::kEd25519, random), "key"),
          .name = std::move(name),
          .organisation = "县评审组"};
}

bundle::Written MakeBundle(const TestSigner& signer, const TestBundle& options,
                           ports::Random& random) {
  std::string form_json(AsText(forms::BuiltInForms().at(0)));
  if (options.change_form) options.change_form(form_json);
  const auto form = Must(evaluation::LoadProvenForm(AsBytes(form_json)), "form");

  bundle::Draft draft;
  draft.records = MakeRecords(options);
  draft.attachments = options.evidence;
  if (!options.evidence.empty()) {
    std::string names;
    for (const bundle::Attachment& each : options.evidence)
      names += (names.empty() ? "" : " ") + bundle::Sha256Hex(each.bytes) + "." + each.extension;
    model::AnswerRecord record = draft.records.back();
    ++record.sequence;
    record.path = Must(model::FieldPath::Parse("VC-03:evidence"), "path");
    record.value = Must(model::Value::Make(model::ValueKind::kAttachments, names), "names");
    draft.records.push_back(std::move(record));
  }
  draft.form_json.assign(form_json.begin(), form_json.end());
  bundle::Manifest& manifest = draft.manifest;
  manifest.bundle_id = Must(bundle::MakeUuid7(options.created_at_ms, random), "uuid");
  manifest.assessment.id = Must(bundle::MakeUuid7(options.created_at_ms, random), "uuid");
  manifest.assessment.form_id = form->form.id;
  manifest.assessment.form_version = form->form.version;
  manifest.assessment.form_sha256 = bundle::Sha256Hex(draft.form_json);
  manifest.assessment.institution = {
      .name = options.institution, .credit_code = "", .region_code = "510722"};
  manifest.assessment.period = "2026";
  manifest.assessment.assessor = signer.name;
  manifest.assessment.created_at_ms = options.created_at_ms - 2000;
  manifest.assessment.previous = options.previous;
  manifest.created_at_ms = options.created_at_ms;
  manifest.device_id = "test";
  manifest.app_version = "1";

  evaluation::AnswerSheet answers;
  for (const model::AnswerRecord& record : draft.records) answers.Apply(record);
  evaluation::SetClaim(
      evaluation::Evaluate(*form, answers, evaluation::AssessmentDate(options.created_at_ms)),
      manifest);
  if (options.change_manifest) options.change_manifest(manifest);

  const bundle::Signer statement{.role = "assessor",
                                 .name = signer.name,
                                 .organisation = signer.organisation,
                                 .meaning = "所评属实",
                                 .signed_at_ms = options.created_at_ms};
  return Must(bundle::Write(std::move(draft), signer.key, statement, random), "bundle");
}

bundle::Written CountersignBundle(ByteView file, const TestSigner& signer, ports::Random& random) {
  const bundle::Signer statement{.role = "team_leader",
                                 .name = signer.name,
                                 .organisation = signer.organisation,
                                 .meaning = "同意",
                                 .signed_at_ms = kSignedAtMs + 1000};
  return Must(bundle::Countersign(file, signer.key, statement, random), "countersign");
}

}  // namespace pingshen::commission
