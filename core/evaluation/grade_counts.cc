#include "core/evaluation/grade_counts.h"

#include <optional>
#include <vector>

#include "core/evaluation/result_json.h"
#include "core/grading/composite.h"
#include "core/grading/ladder.h"
#include "core/grading/points.h"
#include "core/grading/prove.h"
#include "core/grading/shares.h"
#include "core/json/json.h"

namespace pingshen::evaluation {
namespace {

using Kind = json::Value::Kind;

// Members of a case; the first problem counts.
class Case {
 public:
  explicit Case(const json::Value& value) : value_(value) {}

  const json::Value* Find(std::string_view name) const { return value_.Find(name); }

  std::optional<Decimal> FindNumber(std::string_view name) { return Number(Find(name), name); }
  Decimal RequireNumber(std::string_view name) {
    const auto number = FindNumber(name);
    if (!number) Refuse(name);
    return number.value_or(Decimal());
  }
  std::int64_t Count(const json::Value* value, std::string_view name) {
    const auto number = Number(value, name);
    const auto whole = number ? number->ToInteger() : std::nullopt;
    if (value != nullptr && (!whole || *whole < 0)) Refuse(name);
    return whole.value_or(0);
  }
  std::vector<std::string> Codes(std::string_view name) {
    std::vector<std::string> codes;
    const json::Value* list = Find(name);
    if (list == nullptr) return codes;
    if (list->kind != Kind::kArray) Refuse(name);
    for (const json::Value& code : list->items) codes.push_back(code.text);
    return codes;
  }
  std::optional<Decimal> Number(const json::Value* value, std::string_view name) {
    if (value == nullptr) return std::nullopt;
    const auto number = Decimal::Parse(value->text);
    if (!number || (value->kind != Kind::kNumber && value->kind != Kind::kString)) {
      Refuse(name);
      return std::nullopt;
    }
    return *number;
  }
  void Refuse(std::string_view name) {
    if (!problem_) problem_ = Error{ErrorCode::ERR_VALUE, std::string(name)};
  }
  Status status() const { return problem_ ? Status(std::unexpected(*problem_)) : Status(); }

 private:
  const json::Value& value_;
  std::optional<Error> problem_;
};

struct CaseGrader {
  Case& given;

  model::SchemeResult operator()(const std::monostate&) const { return {}; }

  model::SchemeResult operator()(const model::PointsScheme& scheme) const {
    // "score" on the full mark, or "earned" of "attainable".
    const Decimal attainable =
        given.FindNumber("attainable").value_or(given.FindNumber("total").value_or(scheme.total));
    Decimal earned;
    if (given.Find("earned") == nullptr)
      earned = given.RequireNumber("score");
    else
      earned = given.RequireNumber("earned");
    if (earned.IsNegative() || attainable <= Decimal() || earned > attainable)
      given.Refuse("score");
    const Decimal bonus = given.FindNumber("bonus").value_or(Decimal());
    bool must_pass = true;
    for (const char* name : {"must_pass", "must"})
      if (const json::Value* must = given.Find(name)) must_pass = must->boolean;
    return grading::GradeScore(scheme, earned, attainable, bonus, given.Codes("vetoes"), must_pass);
  }

  model::MarkCounts Marks(const json::Value* value, std::string_view name) const {
    model::MarkCounts counts;
    if (value == nullptr || value->kind != Kind::kObject) {
      given.Refuse(name);
      return counts;
    }
    for (const json::Value::Member& member : value->members) {
      const std::int64_t count = given.Count(&member.value, member.name);
      if (member.name == "unanswered")
        counts.unanswered = count;
      else if (const auto mark = model::MarkOf(member.name))
        counts.Add(mark, count);
      else
        given.Refuse(member.name);
    }
    return counts;
  }

  model::SchemeResult operator()(const model::LadderScheme& scheme) const {
    const json::Value* all = given.Find("all") != nullptr ? given.Find("all") : given.Find("base");
    const model::MarkCounts all_marks = Marks(all, "all");
    model::MarkCounts core_marks;
    if (given.Find("core") != nullptr) core_marks = Marks(given.Find("core"), "core");
    for (std::size_t i = 0; i < core_marks.of.size(); ++i)
      if (core_marks.of[i] > all_marks.of[i]) given.Refuse("core");
    return grading::GradeCounts(scheme, all_marks, core_marks, given.Codes("vetoes"));
  }

  model::SchemeResult operator()(const model::CompositeScheme& scheme) const {
    std::vector<model::PartResult> parts;
    const json::Value* listed = given.Find("parts");
    if (listed == nullptr) given.Refuse("parts");
    for (const model::CompositePart& part : scheme.parts) {
      model::PartResult& result = parts.emplace_back();
      result.part = part.code;
      result.weight = part.weight;
      const json::Value* value = listed == nullptr ? nullptr : listed->Find(part.code);
      if (value == nullptr) {
        given.Refuse(part.code);
        continue;
      }
      // {"earned": …, "attainable": …}, or a plain number of points out of the weight.
      const bool plain = value->kind != Kind::kObject;
      const auto earned = given.Number(plain ? value : value->Find("earned"), part.code);
      const auto attainable =
          plain ? std::nullopt : given.Number(value->Find("attainable"), part.code);
      if (!earned) given.Refuse(part.code);
      result.share = {earned.value_or(Decimal()), attainable.value_or(part.weight)};
    }
    return grading::GradeShares(scheme, std::move(parts), {}, given.Codes("broken"));
  }

  model::SchemeResult operator()(const model::StagesScheme& scheme) const {
    std::vector<grading::StageCount> counts;
    const json::Value* reached = given.Find("reached");
    if (reached == nullptr) given.Refuse("reached");
    for (const model::StageWeight& stage : scheme.stages)
      counts.push_back(
          {stage.code,
           given.Count(reached == nullptr ? nullptr : reached->Find(stage.code), stage.code)});
    return grading::GradeStages(scheme, given.Count(given.Find("objects"), "objects"), counts, {});
  }

  model::SchemeResult operator()(const model::RatioScheme& scheme) const {
    std::vector<grading::RatioFigures> figures;
    const json::Value* listed = given.Find("figures");
    if (listed == nullptr) given.Refuse("figures");
    for (const model::RatioTarget& target : scheme.targets) {
      const json::Value* value = listed == nullptr ? nullptr : listed->Find(target.item);
      if (value == nullptr) continue;
      grading::RatioFigures& figure = figures.emplace_back();
      figure.item = target.item;
      figure.numerator = given.Number(value->Find("numerator"), target.item);
      figure.denominator = given.Number(value->Find("denominator"), target.item);
      if (const auto per = given.Number(value->Find("per"), target.item)) figure.per = *per;
    }
    return grading::GradeRatios(scheme, figures, {});
  }
};

Status GradeOne(const forms::SchemeFile& scheme, const json::Value& value, json::Writer& writer) {
  if (value.kind != Kind::kObject) return Fail(ErrorCode::ERR_JSON, "{…}");
  Case given(value);
  const model::SchemeResult result = std::visit(CaseGrader{given}, scheme.scheme);
  PINGSHEN_CHECK(given.status());
  const json::Value* id = given.Find("id");
  WriteSchemeResult(writer, result, id == nullptr ? "" : id->text);
  return {};
}

}  // namespace

Result<forms::SchemeFile> LoadProvenScheme(std::string_view json_text) {
  PINGSHEN_TRY(forms::SchemeFile file, forms::LoadScheme(json_text));
  model::Form form;  // without items: proven for any
  form.scheme = file.scheme;
  if (const auto* points = std::get_if<model::PointsScheme>(&file.scheme))
    PINGSHEN_CHECK(grading::ProvePoints(*points, {}));
  else if (const auto* composite = std::get_if<model::CompositeScheme>(&file.scheme))
    PINGSHEN_CHECK(grading::ProveComposite(*composite));
  else if (!std::holds_alternative<model::RatioScheme>(file.scheme))
    PINGSHEN_CHECK(grading::ProveForm(form));
  return file;
}

Result<std::string> GradeCountsJson(const forms::SchemeFile& scheme, std::string_view counts_json) {
  PINGSHEN_TRY(const json::Value counts, json::Parse(counts_json));
  json::Writer writer;
  if (counts.kind != Kind::kArray) {
    PINGSHEN_CHECK(GradeOne(scheme, counts, writer));
    return writer.Take();
  }
  writer.BeginArray();
  for (const json::Value& value : counts.items) PINGSHEN_CHECK(GradeOne(scheme, value, writer));
  writer.EndArray();
  return writer.Take();
}

}  // namespace pingshen::evaluation
