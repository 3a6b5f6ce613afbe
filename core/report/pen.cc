#include "core/report/pen.h"

#include <algorithm>

#include "core/model/rich_text.h"

namespace pingshen::report {
namespace {

void Runs(HtmlWriter& html, const std::vector<model::RichRun>& runs) {
  for (const model::RichRun& run : runs) {
    if (run.bold) {
      html.Element("b", run.text);
    } else {
      html.Text(run.text);
    }
  }
}

}  // namespace

Pen::Pen(const Report& report, const PrintOptions& options) : report_(report), options_(options) {
  const model::Form& form = *report.form;
  IndexSources(form.sources);
  Index(form.attributes);
  for (const model::Section& section : form.sections) Index(section);
}

void Pen::Index(const std::vector<model::Item>& items) {
  for (const model::Item& item : items) {
    items_.emplace(item.code, &item);
    IndexSources(item.sources);
    Index(item.children);
  }
}

void Pen::Index(const model::Section& section) {
  sections_.emplace(section.code, &section);
  Index(section.items);
  for (const model::Section& inner : section.sections) Index(inner);
}

void Pen::IndexSources(const std::vector<model::Source>& sources) {
  for (const model::Source& source : sources)
    if (SourceNumber(source) == 0) sources_.push_back(&source);
}

std::size_t Pen::SourceNumber(const model::Source& source) const {
  const auto found = std::ranges::find_if(
      sources_, [&](const model::Source* each) { return each->document == source.document; });
  return found == sources_.end() ? 0 : static_cast<std::size_t>(found - sources_.begin()) + 1;
}

void Pen::Rich(const model::Text& text) {
  const std::string& words = Say(text);
  if (model::IsPlainText(words)) {
    html.Text(words);
    return;
  }
  bool first = true;
  for (const model::RichBlock& block : model::ParseRichText(words)) {
    const bool heading = block.kind == model::RichBlock::Kind::kHeading;
    const bool bullet = block.kind == model::RichBlock::Kind::kBullet;
    if (!first) html.Void("br");
    first = false;
    if (bullet) html.Text("· ");
    if (heading) html.Open("b");
    Runs(html, block.runs);
    if (heading) html.Close("b");
  }
}

void Pen::Answer(std::string_view text, std::string_view css_class) {
  html.Element("div", text, {{"class", css_class.empty() ? "answer" : css_class}});
}

void Pen::Fact(std::string_view name, std::string_view value) {
  html.Open("tr").Element("th", name).Open("td");
  Answer(value);
  html.Close("td").Close("tr");
}

const model::Item* Pen::FindItem(std::string_view code) const {
  const auto found = items_.find(code);
  return found == items_.end() ? nullptr : found->second;
}

std::string Pen::ItemName(const std::string& code) const {
  const model::Item* item = FindItem(code);
  return item == nullptr ? code : code + " " + model::PlainText(Say(item->label));
}

std::string Pen::SectionTitle(const std::string& code) const {
  const auto found = sections_.find(code);
  return found == sections_.end() ? code : model::PlainText(Say(found->second->title));
}

}  // namespace pingshen::report
