#include "core/evaluation/recompute.h"

#include <gtest/gtest.h>

#include <functional>

#include "core/evaluation/declaration.h"
#include "core/evaluation/proven_form.h"
#include "core/ports/memory_random.h"
#include "tests/core/evaluation/sheet_builder.h"
#include "tests/core/evaluation/test_form.h"

namespace pingshen::evaluation {
namespace {

// Signs whatever it is given: a sender who has a valid key and lies.
class RecomputeTest : public ::testing::Test {
 protected:
  static bundle::Draft Honest(const SheetBuilder& answers = FullMarks()) {
    bundle::Draft draft;
    draft.manifest.bundle_id = "0199f0e0-0000-7000-8000-000000000001";
    draft.manifest.assessment.id = "0199f0e0-0000-7000-8000-000000000002";
    draft.manifest.assessment.form_id = "test";
    draft.manifest.assessment.form_version = "1";
    draft.manifest.assessment.institution.name = "某卫生室";
    draft.manifest.created_at_ms = 1795348800000;
    SetForm(draft, TestFormJson());
    draft.records = answers.log();
    SetClaim(Evaluate(TestForm(), answers.sheet(), "2026-11-22"), draft.manifest);
    return draft;
  }
  static void SetForm(bundle::Draft& draft, const std::string& json) {
    draft.form_json.assign(json.begin(), json.end());
    draft.manifest.assessment.form_sha256 = bundle::Sha256Hex(draft.form_json);
  }
  static Result<Recomputed> Receive(bundle::Draft draft) {
    ports::SeededRandom random(1);
    PINGSHEN_TRY(const auto key, bundle::PrivateKey::Generate(bundle::Algorithm::kEd25519, random));
    PINGSHEN_TRY(const auto written,
                 bundle::Write(std::move(draft), key,
                               {"assessor", "张三", "", "声明", 1795348800000}, random));
    PINGSHEN_TRY(const auto payload, bundle::Verify(written.file, {}));
    return Recompute(payload);
  }
  static std::string Problem(bundle::Draft draft) {
    const auto result = Receive(std::move(draft));
    return result ? "" : std::string(CodeName(result.error().code)) + " " + result.error().context;
  }
  static std::string Lying(const std::function<void(bundle::ClaimedPoints&)>& lie) {
    bundle::Draft draft = Honest();
    lie(*draft.manifest.claimed);
    return Problem(std::move(draft));
  }
};

TEST_F(RecomputeTest, HonestBundles) {
  const auto result = Receive(Honest());
  ASSERT_TRUE(result.has_value()) << CodeName(result.error().code) << " " << result.error().context;
  EXPECT_EQ(result->evaluation.points->earned.ToString(), "100");
  EXPECT_EQ(result->evaluation.points->band, "good");
  EXPECT_EQ(result->answers.At(Path("area")), Number("80"));
  EXPECT_EQ(result->form->form.id, "test");
  EXPECT_EQ(result->evaluation.sections[0].section, &result->form->form.sections[0]);
}

TEST_F(RecomputeTest, EveryClaimedFigureIsHeldAgainstTheAnswers) {
  EXPECT_EQ(Lying([](auto& c) { c.earned = "99.5"; }), "ERR_RESULT_MISMATCH earned: 99.5 ≠ 100");
  EXPECT_EQ(Lying([](auto& c) { c.attainable = "90"; }),
            "ERR_RESULT_MISMATCH attainable: 90 ≠ 100");
  EXPECT_EQ(Lying([](auto& c) { c.total = "99"; }), "ERR_RESULT_MISMATCH total: 99 ≠ 100");
  EXPECT_EQ(Lying([](auto& c) { c.score = "99.99"; }), "ERR_RESULT_MISMATCH score: 99.99 ≠ 100");
  EXPECT_EQ(Lying([](auto& c) { c.score = "100.0"; }), "ERR_RESULT_MISMATCH score: 100.0 ≠ 100")
      << "one spelling";
  EXPECT_EQ(Lying([](auto& c) { c.band = "pass"; }), "ERR_RESULT_MISMATCH band: pass ≠ good");
  EXPECT_EQ(Lying([](auto& c) { c.vetoes = {"tiny"}; }), "ERR_RESULT_MISMATCH vetoes: [tiny] ≠ []");
  bundle::Draft none = Honest();
  none.manifest.scheme = "none";
  none.manifest.claimed.reset();
  EXPECT_EQ(Problem(none), "ERR_RESULT_MISMATCH scheme: none ≠ points");
}

// A form whose result is more than a score: the whole of it is claimed and compared.
TEST_F(RecomputeTest, TheWholeResultOfOtherSchemesIsHeldAgainstTheAnswers) {
  std::string json = TestFormJson();
  const std::string total = R"("kind":"points","total":100,)";
  json.replace(json.find(total), total.size(),
               total + R"("must_pass":{"items":["area"],"percent":50,"band":"fail"},)");
  const auto form = LoadProvenForm(AsBytes(json));
  ASSERT_TRUE(form.has_value()) << Sentence(form.error(), Language::kEnglish);
  bundle::Draft draft = Honest();
  SetForm(draft, json);
  SetClaim(Evaluate(**form, FullMarks().sheet(), "2026-11-22"), draft.manifest);
  EXPECT_EQ(draft.manifest.scheme, "graded");
  EXPECT_EQ(Problem(draft), "");
  const auto lying = [&](std::string_view from, std::string_view to) {
    bundle::Draft lie = draft;
    const std::size_t at = lie.manifest.claimed_result.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    lie.manifest.claimed_result.replace(at, from.size(), to);
    return Problem(std::move(lie));
  };
  EXPECT_EQ(lying(R"("verdict":"good")", R"("verdict":"pass")"),
            "ERR_RESULT_MISMATCH schemes/0/verdict: pass ≠ good");
  EXPECT_EQ(lying(R"("earned":"100")", R"("earned":"100.0")"),
            "ERR_RESULT_MISMATCH schemes/0/points/earned: 100.0 ≠ 100");
  EXPECT_EQ(lying(R"("met":true)", R"("met":false)"),
            "ERR_RESULT_MISMATCH schemes/0/demands/0/met: false ≠ true");
  EXPECT_EQ(lying(R"("findings":[])", R"("findings":["x"])"), "ERR_RESULT_MISMATCH findings/…");
  bundle::Draft none = draft;
  none.manifest.scheme = "none";
  none.manifest.claimed_result.clear();
  EXPECT_EQ(Problem(none), "ERR_RESULT_MISMATCH scheme: none ≠ graded");
}

TEST_F(RecomputeTest, AVetoCannotBeKeptBack) {
  bundle::Draft draft = Honest(FullMarks().Set("people#1/reg", Choice("no")));
  draft.manifest.claimed->vetoes.clear();
  draft.manifest.claimed->band = "pass";
  EXPECT_EQ(Problem(draft), "ERR_RESULT_MISMATCH vetoes: [] ≠ [unregistered]");
}

TEST_F(RecomputeTest, AnEasierFormIsNotTheOneNamed) {
  bundle::Draft draft = Honest();
  std::string easier = TestFormJson();
  easier.replace(easier.find(R"("version":"1")"), 13, R"("version":"9")");
  SetForm(draft, easier);
  EXPECT_EQ(Problem(draft), "ERR_RESULT_FORM test 1 ≠ test 9");
  draft.manifest.assessment.form_id = "other";
  EXPECT_EQ(Problem(draft).substr(0, 15), "ERR_RESULT_FORM");
}

TEST_F(RecomputeTest, UnusableFormsAreRefused) {
  bundle::Draft draft = Honest();
  SetForm(draft, "{}");
  EXPECT_EQ(Problem(draft).substr(0, 25), "ERR_RESULT_FORM ERR_FORM_");
  std::string gap = TestFormJson();
  gap.replace(gap.find(R"("at_least":70,"below":90)"), 24, R"("at_least":70,"below":89)");
  SetForm(draft, gap);
  EXPECT_EQ(Problem(draft).substr(0, 36), "ERR_RESULT_FORM ERR_GRADING_GAP 89.5");
}

TEST_F(RecomputeTest, RecordsThatTheAppCannotWriteAreRefused) {
  const auto with = [](std::string_view path, model::Value value) {
    bundle::Draft draft = Honest();
    draft.records.push_back({draft.records.size() + 1, Path(path), std::move(value), "x", 0});
    return Problem(std::move(draft));
  };
  EXPECT_EQ(with("unknown", Choice("yes")), "ERR_RESULT_RECORD #11 unknown");
  EXPECT_EQ(with("area", Choice("yes")), "ERR_RESULT_RECORD #11 area");
  EXPECT_EQ(with("open", Choice("maybe")), "ERR_RESULT_RECORD #11 open");
  EXPECT_EQ(with("people#2/name", Text("x")), "ERR_RESULT_RECORD #11 people#2/name");
  EXPECT_EQ(with("people#1", model::Value::Presence(true)), "ERR_RESULT_RECORD #11 people#1");
  EXPECT_EQ(with("multi", model::Value::Choices({"b", "a"})), "ERR_RESULT_RECORD #11 multi");
  bundle::Draft jump = Honest();
  jump.records.back().sequence += 1;
  EXPECT_NE(Problem(jump), "");
}

TEST_F(RecomputeTest, AttachmentsAndAnswersSpeakOfTheSame) {
  const Bytes one{0xFF, 0xD8, 0xFF, 1};
  const Bytes two{0xFF, 0xD8, 0xFF, 2};
  const auto name_of = [](const Bytes& bytes) { return bundle::Sha256Hex(bytes) + ".jpg"; };
  const auto naming = [&](const std::vector<Bytes>& all) {
    std::string text;
    for (const Bytes& each : all) text += (text.empty() ? "" : " ") + name_of(each);
    return model::Value::Make(model::ValueKind::kAttachments, text).value();
  };
  const auto problem = [&](const SheetBuilder& answers, const std::vector<Bytes>& attachments) {
    bundle::Draft draft = Honest(answers);
    for (const Bytes& each : attachments) draft.attachments.push_back({"jpg", each});
    return Problem(std::move(draft));
  };
  const SheetBuilder both = FullMarks().Set("area:evidence", naming({one, two}));
  EXPECT_EQ(problem(both, {one, two}), "");
  EXPECT_EQ(problem(both, {one}), "ERR_RESULT_ATTACHMENT_MISSING " + name_of(two));
  EXPECT_EQ(problem(FullMarks(), {one}), "ERR_RESULT_ATTACHMENT_UNNAMED " + name_of(one));
  // Taken out: it may be there, it must not.
  SheetBuilder less = both;
  less.Set("area:evidence", naming({two}));
  EXPECT_EQ(problem(less, {two}), "");
  EXPECT_EQ(problem(less, {one, two}), "");
  // In an instance that was removed afterwards.
  SheetBuilder removed = FullMarks();
  removed.Add("people#2").Set("people#2/name:evidence", naming({one})).Remove("people#2");
  EXPECT_EQ(problem(removed, {}), "");
  // A name of a type that the place does not take.
  bundle::Draft page =
      Honest(FullMarks().Set("area:evidence", model::Value::Make(model::ValueKind::kAttachments,
                                                                 bundle::Sha256Hex(one) + ".html")
                                                  .value()));
  page.attachments.push_back({"html", one});
  EXPECT_EQ(Problem(page), "ERR_RESULT_RECORD #11 area:evidence");
}

TEST_F(RecomputeTest, UnfinishedAssessmentsAreRefused) {
  EXPECT_EQ(Problem(Honest(FullMarks().Clear("area"))), "ERR_RESULT_INCOMPLETE area");
  EXPECT_EQ(Problem(Honest(FullMarks().Set("area", Number("13")))), "ERR_RESULT_INCOMPLETE area");
  EXPECT_EQ(Problem(Honest(SheetBuilder())).substr(0, 27), "ERR_RESULT_INCOMPLETE open,");
}

TEST_F(RecomputeTest, TodayIsTheDateOfTheBundleInChina) {
  // 2026-11-22T16:00Z is the 23rd in China.
  bundle::Draft draft = Honest(FullMarks().Set("day", Date("2026-11-23")));
  SetClaim(Evaluate(TestForm(), FullMarks().sheet(), "2026-11-23"), draft.manifest);
  EXPECT_EQ(Problem(draft), "ERR_RESULT_INCOMPLETE day");
  draft.manifest.created_at_ms += 4 * 3600 * 1000;
  EXPECT_EQ(Problem(draft), "");
}

}  // namespace
}  // namespace pingshen::evaluation
