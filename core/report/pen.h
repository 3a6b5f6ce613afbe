// What the parts of a printed report share: the writer, the words, and who is who in the form.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "core/report/html.h"
#include "core/report/print.h"
#include "core/report/report.h"
#include "core/words/answer_words.h"
#include "core/words/phrase.h"

namespace pingshen::report {

class Pen {
 public:
  // Both must remain live while this is.
  Pen(const Report& report, const PrintOptions& options);

  const Report& report() const { return report_; }
  const PrintOptions& options() const { return options_; }
  Language language() const { return options_.language; }
  model::Reader reader() const { return options_.reader(); }
  bool blank() const { return report_.purpose == Purpose::kBlank; }

  HtmlWriter html;
  std::uint64_t picture_bytes = 0;  // embedded so far

  std::string_view Say(const words::Phrase& phrase) const { return phrase.In(language()); }
  const std::string& Say(const model::Text& text) const { return reader().Read(text); }
  std::string Say(const words::Phrase& phrase,
                  std::initializer_list<std::string_view> values) const {
    return words::Fill(Say(phrase), values);
  }

  // A text of the form, with its headings, bullets and bold words, into the open element.
  void Rich(const model::Text& text);
  // Plain text that keeps its line breaks, in an element of its own, apart from the direction of
  // the text around it.
  void Answer(std::string_view text, std::string_view css_class = {});
  // A row of a table of facts.
  void Fact(std::string_view name, std::string_view value);

  // nullptr when the form has no such item.
  const model::Item* FindItem(std::string_view code) const;
  // "VC-03 房屋面积"; the code alone when the form has no such item.
  std::string ItemName(const std::string& code) const;
  std::string SectionTitle(const std::string& code) const;
  // What the list of sources numbers: 1, 2, 3 … by document, in the order of the form.
  std::size_t SourceNumber(const model::Source& source) const;
  const std::vector<const model::Source*>& sources() const { return sources_; }

 private:
  void Index(const std::vector<model::Item>& items);
  void Index(const model::Section& section);
  void IndexSources(const std::vector<model::Source>& sources);

  const Report& report_;
  const PrintOptions& options_;
  std::map<std::string, const model::Item*, std::less<>> items_;
  std::map<std::string, const model::Section*, std::less<>> sections_;
  std::vector<const model::Source*> sources_;  // one of each document
};

}  // namespace pingshen::report
