#include "commission/desk_result.h"

#include <variant>

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

}  // namespace

std::string ResultJson(const forms::LoadedForm& form, const session::Evaluation& evaluation) {
  json::Writer writer;
  writer.BeginObject();
  if (evaluation.points) {
    WriteVerdict(writer, form, *evaluation.points);
  } else {
    writer.Member("scheme", "none");
  }
  writer.Key("answered").Integer(evaluation.answered);
  writer.Key("items").Integer(evaluation.total);
  writer.EndObject();
  return writer.Take();
}

void SetResult(const forms::LoadedForm& form, const session::Evaluation& evaluation,
               Reception& reception) {
  reception.form_title = form.form.title;
  reception.result_json = ResultJson(form, evaluation);
  if (!evaluation.points) return;
  const model::PointsVerdict& verdict = *evaluation.points;
  reception.score = verdict.DisplayScore();
  reception.total = verdict.total.ToString();
  reception.band = verdict.band.value_or("");
  if (const model::Band* band = FindBand(form, reception.band); band != nullptr) {
    reception.band_label = band->label;
    reception.tone = ToneName(band->tone);
  }
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
