#include "commission/intake/desk_result.h"

#include <variant>

#include "core/evaluation/result_json.h"
#include "core/json/embed_json.h"
#include "core/json/json.h"

namespace pingshen::commission {
namespace {

void WriteVerdict(json::Writer& writer, const forms::LoadedForm& form,
                  const model::PointsVerdict& verdict) {
  writer.Member("scheme", "points");
  writer.Member("earned", verdict.earned.ToString());
  writer.Member("attainable", verdict.attainable.ToString());
  writer.Member("total", verdict.total.ToString());
  writer.Member("score", verdict.DisplayScore());
  writer.Member("band", verdict.band.value_or(""));
  const model::Band* band = FindBand(form, verdict.band.value_or(""));
  writer.Key("band_label").BeginObject();
  writer.Member("zh", band != nullptr ? band->label.In(Language::kChinese) : "");
  writer.Member("en", band != nullptr ? band->label.In(Language::kEnglish) : "");
  writer.EndObject();
  writer.Key("vetoes").BeginArray();
  for (const std::string& veto : verdict.vetoes) writer.String(veto);
  writer.EndArray();
  writer.Key("sections").BeginArray();
  for (const model::SectionScore& section : verdict.sections) {
    writer.BeginObject();
    writer.Member("code", section.section);
    writer.Member("earned", section.earned.ToString());
    writer.Member("attainable", section.attainable.ToString());
    writer.EndObject();
  }
  writer.EndArray();
}

// Of a form with another scheme than points, or with several: the first one stands in the register.
void WriteFirst(json::Writer& writer, const forms::LoadedForm& form,
                const model::SchemeResult& result) {
  writer.Member("scheme", result.kind);
  writer.Member("band", result.outcome.value_or(""));
  const model::Outcome* outcome = FindOutcomeOf(form, result.outcome.value_or(""));
  writer.Key("band_label").BeginObject();
  writer.Member("zh", outcome != nullptr ? outcome->label.In(Language::kChinese) : "");
  writer.Member("en", outcome != nullptr ? outcome->label.In(Language::kEnglish) : "");
  writer.EndObject();
}

}  // namespace

std::string ResultJson(const forms::LoadedForm& form, const evaluation::Evaluation& evaluation) {
  json::Writer writer;
  writer.BeginObject();
  if (evaluation.points) {
    WriteVerdict(writer, form, *evaluation.points);
  } else if (!evaluation.grading.schemes.empty()) {
    WriteFirst(writer, form, evaluation.grading.schemes.front());
  } else {
    writer.Member("scheme", "none");
  }
  if (!evaluation.grading.points_say_all &&
      !(evaluation.grading.schemes.empty() && evaluation.grading.findings.empty())) {
    writer.Key("grading");
    json::EmbedJson(writer, evaluation::GradingJson(evaluation.grading));
  }
  writer.Key("answered").Integer(evaluation.answered);
  writer.Key("items").Integer(evaluation.total);
  writer.EndObject();
  return writer.Take();
}

void SetResult(const forms::LoadedForm& form, const evaluation::Evaluation& evaluation,
               Reception& reception) {
  reception.form_title = form.form.title;
  reception.result_json = ResultJson(form, evaluation);
  if (evaluation.grading.schemes.empty()) return;
  if (evaluation.points) {
    reception.score = evaluation.points->DisplayScore();
    reception.total = evaluation.points->total.ToString();
  }
  reception.band = evaluation.grading.schemes.front().outcome.value_or("");
  if (const model::Outcome* outcome = FindOutcomeOf(form, reception.band); outcome != nullptr) {
    reception.band_label = outcome->label;
    reception.tone = ToneName(outcome->tone);
  }
}

const model::Outcome* FindOutcomeOf(const forms::LoadedForm& form, const std::string& code) {
  const bool several = !form.form.schemes.empty();
  return model::FindOutcome(several ? form.form.schemes.front().scheme : form.form.scheme, code);
}

const model::Band* FindBand(const forms::LoadedForm& form, const std::string& code) {
  const auto* scheme = std::get_if<model::PointsScheme>(&form.form.scheme);
  if (scheme == nullptr) return nullptr;
  for (const model::Band& band : scheme->bands) {
    if (band.code == code) return &band;
  }
  return nullptr;
}

std::string ToneName(model::Tone tone) {
  switch (tone) {
    case model::Tone::kGood:
      return "good";
    case model::Tone::kMiddle:
      return "middle";
    case model::Tone::kBad:
      return "bad";
  }
  return "";
}

}  // namespace pingshen::commission
