#include "core/forms/score_reader.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "core/forms/member_readers.h"

namespace pingshen::forms {
namespace {

using model::ItemType;
using Kind = json::Value::Kind;

constexpr std::size_t kMaxSteps = 100;
constexpr std::int64_t kMaxThreshold = 999'999'999'999;

void CheckOptionPoints(const ObjectReader& members, const model::Item& item, Problems& problems) {
  Decimal sum;
  Decimal most;
  bool some = false;
  for (const model::Option& option : item.options) {
    if (!option.points) continue;
    some = true;
    sum += *option.points;
    most = std::max(most, *option.points);
  }
  if (!item.points) {
    if (some)
      problems.Report(ErrorCode::ERR_FORM_POINTS, members.PlaceOf("options"), Named(item.code));
    return;
  }
  if (!some && item.type == ItemType::kYesNoNa) return;
  const Decimal& reachable = item.type == ItemType::kMultipleChoice ? sum : most;
  if (reachable != *item.points)
    problems.Report(
        ErrorCode::ERR_FORM_POINTS, members.PlaceOf("points"),
        Named(item.code) + ": " + reachable.ToString() + " ≠ " + item.points->ToString());
}

model::ScoreBySteps ReadSteps(const ObjectReader& item_members, const json::Value& value,
                              const model::Item& item, Draft& draft) {
  static constexpr std::array<std::string_view, 4> kMembers = {"by", "denominator", "per", "steps"};
  static constexpr std::array<std::string_view, 3> kStepMembers = {"at_least", "more_than",
                                                                   "points"};
  Problems& problems = draft.problems;
  const ObjectReader members(value, kMembers, problems);
  model::ScoreBySteps score;
  if (members.Has("denominator")) {
    score.denominator_item = members.RequireCode("denominator");
    draft.denominators.push_back(
        {item.code, score.denominator_item, members.PlaceOf("denominator")});
    score.per = members.FindDecimal("per", 1, kMaxThreshold).value_or(Decimal::FromInteger(1));
  } else if (members.Has("per")) {
    problems.Report(ErrorCode::ERR_FORM_MEMBER_MISSING, value.place, "\"denominator\"");
  }
  Decimal most;
  for (const json::Value& step_value : members.RequireList("steps", 1, kMaxSteps)) {
    const ObjectReader step_members(step_value, kStepMembers, problems);
    model::ScoreBySteps::Step step;
    step.exclusive = step_members.Has("more_than");
    const std::string_view bound = step.exclusive ? "more_than" : "at_least";
    if (step.exclusive && step_members.Has("at_least"))
      problems.Report(ErrorCode::ERR_FORM_STEPS, step_members.NamePlaceOf("at_least"),
                      "\"at_least\", \"more_than\"");
    step.at_least =
        step_members.RequireDecimal(bound, -kMaxThreshold, kMaxThreshold).value_or(Decimal());
    step.points = step_members.RequireDecimal("points", 0, kMaxPoints).value_or(Decimal());
    if (!score.steps.empty()) {
      // A step that the one before it always answers for can never be reached.
      const auto& before = score.steps.back();
      const bool below = step.at_least < before.at_least ||
                         (step.at_least == before.at_least && before.exclusive && !step.exclusive);
      if (!below)
        problems.Report(ErrorCode::ERR_FORM_STEPS, step_members.PlaceOf(bound),
                        step.at_least.ToString() + " ≥ " + before.at_least.ToString());
    }
    most = std::max(most, step.points);
    score.steps.push_back(step);
  }
  if (item.points && most != *item.points)
    problems.Report(ErrorCode::ERR_FORM_POINTS, item_members.PlaceOf("points"),
                    Named(item.code) + ": " + most.ToString() + " ≠ " + item.points->ToString());
  return score;
}

bool IsAnswerOf(const model::Item& choice, std::string_view code) {
  if (choice.type == ItemType::kYesNoNa && (code == model::kYes || code == model::kNo)) return true;
  if (code == model::kNotApplicable) return choice.allows_not_applicable;
  return std::ranges::find(choice.options, code, &model::Option::code) != choice.options.end();
}

model::ScoreByInstances ReadInstances(const json::Value& value, const model::Item& item,
                                      Draft& draft) {
  static constexpr std::array<std::string_view, 5> kMembers = {"by", "child", "codes", "points_off",
                                                               "min_instances"};
  constexpr std::size_t kMaxCodes = 500;
  Problems& problems = draft.problems;
  const ObjectReader members(value, kMembers, problems);
  model::ScoreByInstances score;
  score.child = members.RequireCode("child");
  const auto child = std::ranges::find(item.children, score.child, &model::Item::code);
  const bool is_choice = child != item.children.end() && (child->type == ItemType::kYesNoNa ||
                                                          child->type == ItemType::kSingleChoice ||
                                                          child->type == ItemType::kMultipleChoice);
  if (!is_choice)
    problems.Report(ErrorCode::ERR_FORM_INSTANCES, members.PlaceOf("child"), Named(score.child));
  for (const json::Value& code_value : members.RequireList("codes", 1, kMaxCodes)) {
    const std::string code = ReadCode(code_value, problems);
    if (is_choice && !IsAnswerOf(*child, code))
      problems.Report(ErrorCode::ERR_FORM_CODE_UNKNOWN, code_value.place, Named(code));
    if (std::ranges::find(score.codes, code) != score.codes.end())
      problems.Report(ErrorCode::ERR_FORM_CODE_DUPLICATE, code_value.place, Named(code));
    score.codes.push_back(code);
  }
  score.points_off = members.RequireDecimal("points_off", 0, kMaxPoints).value_or(Decimal());
  if (score.points_off.IsZero() || (item.points && score.points_off > *item.points))
    problems.Report(ErrorCode::ERR_FORM_INSTANCES, members.PlaceOf("points_off"),
                    score.points_off.ToString());
  score.min_instances = members.FindInteger("min_instances", 0, 999).value_or(0);
  if (item.max_instances != 0 && score.min_instances > item.max_instances)
    problems.Report(
        ErrorCode::ERR_FORM_INSTANCES, members.PlaceOf("min_instances"),
        std::to_string(score.min_instances) + " > " + std::to_string(item.max_instances));
  return score;
}

}  // namespace

void ReadScore(const ObjectReader& members, model::Item& item, Draft& draft) {
  Problems& problems = draft.problems;
  item.points = members.FindDecimal("points", 0, kMaxPoints);
  if (item.points && item.points->IsZero())
    problems.Report(ErrorCode::ERR_FORM_POINTS, members.PlaceOf("points"), "0");
  if (item.points) {
    draft.points += *item.points;
    if (item.sources.empty())
      problems.Report(ErrorCode::ERR_FORM_SOURCE_MISSING, members.place(), Named(item.code));
  }
  const json::Value* score = members.Find("score", Kind::kObject);
  if (score != nullptr && !item.points)
    problems.Report(ErrorCode::ERR_FORM_MEMBER_MISSING, members.place(), "\"points\"");

  switch (item.type) {
    case ItemType::kYesNoNa:
    case ItemType::kSingleChoice:
    case ItemType::kMultipleChoice:
      CheckOptionPoints(members, item, problems);
      if (item.points) item.score = model::ScoreByOptions{};
      return;
    case ItemType::kDeductions:
      members.Require("points", Kind::kNumber);
      for (const model::Deduction& deduction : item.deductions)
        if (item.points && !deduction.bonus && deduction.points > *item.points)
          problems.Report(ErrorCode::ERR_FORM_DEDUCTION, members.PlaceOf("deductions"),
                          Named(deduction.code) + ": " + deduction.points.ToString() + " > " +
                              item.points->ToString());
      item.score = model::ScoreByDeductions{};
      return;
    case ItemType::kInteger:
    case ItemType::kDecimal:
    case ItemType::kRepeat:
      break;
    default:
      return;
  }
  if (!item.points) return;
  if (score == nullptr) {
    members.Require("score", Kind::kObject);
    return;
  }
  static constexpr std::array<std::string_view, 1> kBySteps = {"steps"};
  static constexpr std::array<std::string_view, 1> kByInstances = {"instances"};
  static constexpr std::array<std::string_view, 8> kMembers = {
      "by", "denominator", "per", "steps", "child", "codes", "points_off", "min_instances"};
  const bool repeat = item.type == ItemType::kRepeat;
  RequireOneOf(ObjectReader(*score, kMembers, problems), "by", repeat ? kByInstances : kBySteps);
  if (problems.any()) return;
  if (repeat)
    item.score = ReadInstances(*score, item, draft);
  else
    item.score = ReadSteps(members, *score, item, draft);
}

}  // namespace pingshen::forms
