#include "core/words/code_words.h"

#include <cassert>

namespace pingshen::words {
namespace {

struct Word {
  std::string_view code;
  Phrase phrase;
};

constexpr Word kFixedAnswers[] = {
    {model::kYes, kYes},
    {model::kNo, kNo},
    {model::kNotApplicable, kNotApplicable},
    {model::kFullMarks, kNothingToDeduct},
    {model::kNotOccurred, kNotOccurred},
    {model::kNoEvidence, kNoEvidence},
    {model::kNoInstance, kNoInstance},
    {model::kAcknowledged, kAcknowledged},
};
constexpr Word kKinds[] = {
    {"self", {"自评", "Self-assessment"}},
    {"onsite", {"现场评审", "On-site"}},
    {"rereview", {"复评", "Re-review"}},
    {"spotcheck", {"抽查", "Spot check"}},
};
constexpr Word kRoles[] = {
    {"assessor", {"评审员", "Assessor"}},         {"team_leader", {"组长", "Team leader"}},
    {"institution", {"被评机构", "Institution"}}, {"reviewer", {"复核人", "Reviewer"}},
    {"commission", {"委员会", "Commission"}},
};
constexpr Word kMarks[] = {
    {"A", {"优秀", "Excellent"}}, {"B", {"良好", "Good"}}, {"C", {"合格", "Pass"}},
    {"D", {"不合格", "Fail"}},    {"E", kNotApplicable},
};

template <std::size_t N>
const Phrase* Find(const Word (&words)[N], std::string_view code) {
  for (const Word& word : words)
    if (word.code == code) return &word.phrase;
  return nullptr;
}

// REQUIRES: the table has the code (tests/core/words/code_words_test.cc looks them all up).
template <std::size_t N>
const Phrase& Must(const Word (&words)[N], std::string_view code) {
  const Phrase* phrase = Find(words, code);
  assert(phrase != nullptr);
  return *phrase;
}

}  // namespace

const Phrase* FixedPhrase(model::ItemType type, std::string_view code) {
  if (type == model::ItemType::kMultipleChoice && code == model::kNoneOfThese) return &kNoneOfThese;
  return Find(kFixedAnswers, code);
}

const Phrase& PhraseOf(model::Mark mark) { return Must(kMarks, model::MarkName(mark)); }

const Phrase& PhraseOf(model::AssessmentKind kind) { return Must(kKinds, model::CodeOf(kind)); }

std::string_view MarkWord(model::Mark mark, Language language) {
  return PhraseOf(mark).In(language);
}

std::string_view KindText(model::AssessmentKind kind, Language language) {
  return PhraseOf(kind).In(language);
}

std::string RoleText(std::string_view role, Language language) {
  const Phrase* phrase = Find(kRoles, role);
  return std::string(phrase == nullptr ? role : phrase->In(language));
}

}  // namespace pingshen::words
