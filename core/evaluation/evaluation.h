// Answers + form → what holds: relevance, points, findings, verdict. The app and the desk run this
// same code.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/evaluation/answer_sheet.h"
#include "core/forms/loader.h"
#include "core/model/finding.h"
#include "core/model/grading_result.h"

namespace pingshen::evaluation {

struct ItemState {
  const model::Item* item = nullptr;  // lives as long as the form
  model::FieldPath path;
  bool relevant = true;
  bool required = false;            // by the form and its expressions
  bool read_only = false;           // the same
  bool answered = false;            // has a complete, valid answer
  bool applicable = true;           // false after "na"
  std::optional<Decimal> earned;    // scored items only; set once answered, not after "na"
  std::optional<model::Mark> mark;  // graded items only; set once there is a mark
  Decimal bonus = {};               // on top of it
  std::vector<model::Finding> findings;
  struct Instance;
  std::vector<Instance> instances;  // kRepeat, kTable
  std::vector<ItemState> children;  // kGroup
};
struct ItemState::Instance {
  std::uint32_t number = 0;
  std::vector<ItemState> children;
};

struct SectionState {
  const model::Section* section = nullptr;
  std::vector<ItemState> items;
  std::vector<SectionState> sections;
  // Of the answerable, relevant items below this section: notes do not count, a repeat counts as
  // one.
  std::uint32_t answered = 0;
  std::uint32_t total = 0;
  Decimal earned;
  Decimal attainable;
};

struct Evaluation {
  std::vector<ItemState> attributes;  // of the institution, Form::attributes
  std::vector<SectionState> sections;
  std::uint32_t answered = 0;
  std::uint32_t total = 0;
  std::vector<model::Finding> vetoes;          // those that hold
  std::optional<model::PointsVerdict> points;  // when the form has one scheme and it is of points
  model::GradingResult grading;                // of every scheme, and of the figure checks
  bool complete = false;                       // nothing blocks Finish

  // All of the items in form order, then the vetoes. Valid until this changes.
  std::vector<const model::Finding*> Findings() const;
};

// An item that is not relevant is no part of the assessment: not counted, not missing, its points
// not attainable; the same after "na". Invalid answers (ItemState::findings) count as unanswered.
// `today`: what today() gives, "2026-11-22".
Evaluation Evaluate(const forms::LoadedForm& form, const AnswerSheet& answers,
                    const std::string& today);

// The `today` of an assessment at that instant: the date in China (UTC+8), whatever the device's
// own zone, so that the commission, which knows the manifest's created_at only, computes the same.
std::string AssessmentDate(std::int64_t utc_ms);

}  // namespace pingshen::evaluation
