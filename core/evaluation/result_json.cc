#include "core/evaluation/result_json.h"

#include <string_view>
#include <utility>

namespace pingshen::evaluation {
namespace {

using json::Writer;
using model::Mark;

constexpr Mark kMarks[] = {Mark::kA, Mark::kB, Mark::kC, Mark::kD, Mark::kE};
constexpr std::size_t kMostCandidates = 20;  // named beyond those that are needed

std::string NumberText(std::int64_t number) { return std::to_string(number); }

void WriteCodes(Writer& writer, std::string_view name, const std::vector<std::string>& codes) {
  writer.Key(name).BeginArray();
  for (const std::string& code : codes) writer.String(code);
  writer.EndArray();
}

void FractionAt(Writer& writer, std::string_view name, const model::Fraction& fraction) {
  writer.Key(name).BeginObject();
  writer.Member("numerator", fraction.numerator.ToString());
  writer.Member("denominator", fraction.denominator.ToString());
  writer.Member("percent", fraction.Display());
  writer.EndObject();
}

void Marks(Writer& writer, std::string_view name, const model::MarkCounts& marks) {
  writer.Key(name).BeginObject();
  for (const Mark mark : kMarks)
    writer.Member(model::MarkName(mark), NumberText(marks.Count(mark)));
  writer.Member("unanswered", NumberText(marks.unanswered));
  writer.Member("applicable", NumberText(marks.Applicable()));
  writer.Key("cumulative").BeginObject();
  for (const Mark mark : {Mark::kC, Mark::kB, Mark::kA})
    FractionAt(writer, model::MarkName(mark), marks.Share(mark));
  writer.EndObject().EndObject();
}

void Ladder(Writer& writer, const model::LadderTable& table) {
  writer.Key("ladder").BeginObject();
  Marks(writer, "all", table.all);
  Marks(writer, "core", table.core);
  writer.Key("chapters").BeginArray();
  for (const model::ChapterMarks& chapter : table.chapters) {
    writer.BeginObject().Member("section", chapter.section);
    Marks(writer, "all", chapter.all);
    Marks(writer, "core", chapter.core);
    writer.EndObject();
  }
  writer.EndArray().EndObject();
}

void Sections(Writer& writer, const std::vector<model::SectionScore>& sections) {
  writer.Key("sections").BeginArray();
  for (const model::SectionScore& section : sections) {
    writer.BeginObject();
    writer.Member("section", section.section);
    writer.Member("earned", section.earned.ToString());
    writer.Member("attainable", section.attainable.ToString());
    writer.EndObject();
  }
  writer.EndArray();
}

void Points(Writer& writer, const model::PointsVerdict& points) {
  writer.Key("points").BeginObject();
  writer.Member("earned", points.earned.ToString());
  writer.Member("attainable", points.attainable.ToString());
  writer.Member("total", points.total.ToString());
  writer.Member("bonus", points.bonus.ToString());
  writer.Member("score", points.DisplayScore());
  WriteCodes(writer, "must_pass_missed", points.failed);
  Sections(writer, points.sections);
  writer.EndObject();
}

std::string_view NameOf(model::DemandKind kind) {
  static constexpr std::string_view kNames[] = {"share_of_all", "share_of_core", "score", "part",
                                                "must_pass"};
  return kNames[static_cast<std::size_t>(kind)];
}

void Demands(Writer& writer, const std::vector<model::DemandResult>& demands) {
  writer.Key("demands").BeginArray();
  for (const model::DemandResult& demand : demands) {
    writer.BeginObject();
    writer.Member("outcome", demand.outcome);
    writer.Member("kind", NameOf(demand.kind));
    writer.Member("subject", demand.subject);
    writer.Member("numerator", demand.actual.numerator.ToString());
    writer.Member("denominator", demand.actual.denominator.ToString());
    writer.Member("minimum", demand.minimum.ToString() + (demand.percent ? "%" : ""));
    writer.Key("met").Boolean(demand.met);
    writer.Member("lacking", demand.lacking.ToString());
    writer.EndObject();
  }
  writer.EndArray();
}

void Gains(Writer& writer, std::string_view name, const std::vector<model::PointsGain>& gains) {
  writer.Key(name).BeginArray();
  for (const model::PointsGain& gain : gains) {
    writer.BeginObject();
    if (!gain.item.empty()) writer.Member("item", gain.item);
    writer.Member("section", gain.section);
    writer.Member("points", gain.points.ToString());
    writer.EndObject();
  }
  writer.EndArray();
}

void GapAt(Writer& writer, const model::Gap& gap) {
  writer.Key("gap").BeginObject();
  writer.Member("target", gap.target);
  writer.Key("reachable").Boolean(gap.reachable);
  writer.Member("items", NumberText(gap.items));
  writer.Member("steps", NumberText(gap.steps));
  writer.Member("points", gap.points.ToString());
  writer.Key("raises").BeginArray();
  for (const model::RaiseGroup& group : gap.raises) {
    writer.BeginObject();
    writer.Key("core").Boolean(group.core);
    writer.Member("from", model::MarkName(group.from));
    writer.Member("to", model::MarkName(group.to));
    writer.Member("count", NumberText(group.count));
    std::vector<std::string> named = group.candidates;
    const std::size_t most = static_cast<std::size_t>(group.count) + kMostCandidates;
    if (named.size() > most) named.resize(most);
    WriteCodes(writer, "candidates", named);
    writer.EndObject();
  }
  writer.EndArray();
  Gains(writer, "gains", gap.gains);
  Gains(writer, "by_section", gap.by_section);
  WriteCodes(writer, "vetoes", gap.vetoes);
  WriteCodes(writer, "must_pass", gap.must_pass);
  WriteCodes(writer, "unanswered", gap.unanswered);
  writer.EndObject();
}

void Parts(Writer& writer, const model::SchemeResult& result) {
  writer.Key("parts").BeginArray();
  for (const model::PartResult& part : result.parts) {
    writer.BeginObject();
    writer.Member("part", part.part);
    writer.Member("weight", part.weight.ToString());
    FractionAt(writer, "share", part.share);
    Sections(writer, part.sections);
    writer.EndObject();
  }
  writer.EndArray();
  FractionAt(writer, "composite", result.composite);
}

void Stages(Writer& writer, const model::SchemeResult& result) {
  writer.Key("stages").BeginArray();
  for (const model::StageShare& stage : result.stages) {
    writer.BeginObject().Member("stage", stage.stage);
    FractionAt(writer, "share", stage.share);
    writer.EndObject();
  }
  writer.EndArray();
  FractionAt(writer, "composite", result.composite);
}

void Ratios(Writer& writer, const model::SchemeResult& result) {
  writer.Key("ratios").BeginArray();
  for (const model::RatioResult& ratio : result.ratios) {
    writer.BeginObject().Member("item", ratio.item);
    FractionAt(writer, "share", ratio.share);
    if (ratio.met) writer.Key("met").Boolean(*ratio.met);
    writer.EndObject();
  }
  writer.EndArray();
  FractionAt(writer, "composite", result.composite);
}

void FindingObject(Writer& writer, const model::FigureFinding& finding) {
  writer.BeginObject();
  writer.Member("code", finding.code);
  writer.Member("item", finding.path.ToString());
  writer.Key("note").Boolean(finding.note);
  writer.Member("zh", finding.sentence.In(Language::kChinese));
  writer.Member("en", finding.sentence.In(Language::kEnglish));
  writer.Key("figures").BeginArray();
  for (const model::FigureFinding::Figure& figure : finding.figures)
    writer.BeginObject().Member("name", figure.name).Member("value", figure.value).EndObject();
  writer.EndArray().EndObject();
}

}  // namespace

void WriteSchemeResult(Writer& writer, const model::SchemeResult& result, std::string_view id) {
  writer.BeginObject();
  if (!id.empty()) writer.Member("id", id);
  writer.Member("scheme", result.scheme);
  writer.Member("kind", result.kind);
  writer.Member("verdict", result.outcome.value_or(""));
  WriteCodes(writer, "vetoes", result.vetoes);
  WriteCodes(writer, "missing", result.missing);
  if (result.ladder) Ladder(writer, *result.ladder);
  if (result.points) Points(writer, *result.points);
  if (!result.parts.empty()) Parts(writer, result);
  if (!result.stages.empty()) Stages(writer, result);
  if (!result.ratios.empty()) Ratios(writer, result);
  Demands(writer, result.demands);
  if (result.gap) GapAt(writer, *result.gap);
  writer.EndObject();
}

std::string GradingJson(const model::GradingResult& result) {
  Writer writer;
  writer.BeginObject().Key("schemes").BeginArray();
  for (const model::SchemeResult& scheme : result.schemes) WriteSchemeResult(writer, scheme);
  writer.EndArray().Key("findings").BeginArray();
  for (const model::FigureFinding& finding : result.findings) FindingObject(writer, finding);
  writer.EndArray().EndObject();
  return writer.Take();
}

}  // namespace pingshen::evaluation
