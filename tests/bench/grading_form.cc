#include "tests/bench/grading_form.h"

#include <cstdlib>

#include "core/json/json.h"

namespace pingshen::bench {
namespace {

constexpr std::array<std::string_view, 10> kPhrases = {
    "医院感染管理制度健全并落实到位", "急诊绿色通道运行有效",   "手术安全核查与风险评估执行率达标",
    "护理质量持续改进有记录可追溯",   "药事管理与合理用药监测", "医疗废物分类处置符合规范",
    "患者身份识别制度严格执行",       "危急值报告登记完整及时", "信息系统应急预案定期演练",
    "临床路径与单病种质量控制"};

std::string Phrase(std::size_t number) { return std::string(kPhrases[number % kPhrases.size()]); }
std::string Ref(const std::string& code) { return "${" + code + "}"; }

// Writes the form file as it goes.
class FormWriter {
 public:
  explicit FormWriter(const GradingSpec& spec) : spec_(spec) {}

  std::string Run() {
    out_ = R"({"format":"pingshen-form/1","id":")" + spec_.id +
           R"(","version":"1","languages":["zh"],"title":)" + Text(spec_.title) +
           R"(,"lists":{"grade":{"options":[)";
    constexpr std::array<std::string_view, 5> kLabels = {"优秀", "良好", "合格", "不合格",
                                                         "不适用"};
    for (std::size_t i = 0; i < kGrades.size(); ++i)
      out_ += std::string(i == 0 ? "" : ",") + R"({"code":")" + kGrades[i] + R"(","label":)" +
              Text(std::string(1, kGrades[i]) + " " + std::string(kLabels[i])) + "}";
    out_ += R"(]}},"sections":[)";
    for (std::size_t c = 0; c < spec_.chapters.size(); ++c) Chapter(c);
    Totals();
    return out_ + "]}";
  }

 private:
  static std::string Text(const std::string& text) { return R"({"zh":")" + text + R"("})"; }

  void OpenSection(const std::string& code, const std::string& title) {
    if (out_.back() == '}') out_ += ",";
    out_ += R"({"code":")" + code + R"(","title":)" + Text(title) + R"(,"items":[)";
  }
  void Calculated(const std::string& code, const std::string& expression) {
    if (out_.back() == '}') out_ += ",";
    out_ += R"({"code":")" + code + R"(","type":"calculated","label":)" + Text(code) +
            R"(,"calculation":")" + expression + R"("})";
  }
  std::string CountOf(const std::vector<std::size_t>& items, char grade) const {
    std::string expression;
    for (const std::size_t item : items)
      expression += std::string(expression.empty() ? "" : " + ") + "if(" +
                    Ref(spec_.items[item].code) + " = '" + grade + "', 1, 0)";
    return expression;
  }
  static std::string SumOf(const std::vector<std::string>& codes) {
    std::string expression;
    for (const std::string& code : codes)
      expression += (expression.empty() ? "" : " + ") + Ref(code);
    return expression;
  }

  void Item(const GradingItem& item) {
    if (out_.back() == '}') out_ += ",";
    out_ += R"({"code":")" + item.code + R"(","type":"single_choice","label":)" + Text(item.label) +
            R"(,"list":"grade")" + (item.core ? R"(,"core":true)" : "");
    if (item.relevant_by >= 0) {
      const std::string by = Ref(spec_.items[static_cast<std::size_t>(item.relevant_by)].code);
      out_ += R"(,"relevant":")" + by + " = 'A' or " + by + " = 'B' or " + by + R"( = 'C'")";
    }
    out_ += "}";
  }

  void Chapter(std::size_t number) {
    const GradingChapter& chapter = spec_.chapters[number];
    OpenSection(chapter.code, chapter.label);
    for (const GradingSection& section : chapter.sections)
      for (const char grade : kGrades)
        Calculated("n_" + section.code + "_" + grade, CountOf(section.items, grade));
    for (const char grade : kGrades) {
      std::vector<std::string> parts;
      for (const GradingSection& section : chapter.sections)
        parts.push_back("n_" + section.code + "_" + grade);
      Calculated("n_" + chapter.code + "_" + grade, SumOf(parts));
    }
    std::vector<std::size_t> core;
    for (const GradingSection& section : chapter.sections)
      for (const std::size_t item : section.items)
        if (spec_.items[item].core) core.push_back(item);
    for (const char grade : kGrades.substr(0, 4))
      Calculated("n_" + chapter.code + "_k" + grade, CountOf(core, grade));
    out_ += R"(],"sections":[)";
    for (const GradingSection& section : chapter.sections) {
      OpenSection(section.code, section.label);
      for (const std::size_t item : section.items) Item(spec_.items[item]);
      out_ += "]}";
    }
    out_ += "]}";
  }

  void Share(const std::string& code, const std::vector<std::string>& of, const std::string& by) {
    Calculated(code, "if(" + Ref(by) + " = 0, 0, (" + SumOf(of) + ") div " + Ref(by) + ")");
  }

  void Totals() {
    OpenSection("totals", "合计");
    for (const std::string& kind :
         {std::string("A"), std::string("B"), std::string("C"), std::string("D"), std::string("E"),
          std::string("kA"), std::string("kB"), std::string("kC"), std::string("kD")}) {
      std::vector<std::string> parts;
      for (const GradingChapter& chapter : spec_.chapters)
        parts.push_back("n_" + chapter.code + "_" + kind);
      Calculated("t_" + kind, SumOf(parts));
    }
    Calculated("app", SumOf({"t_A", "t_B", "t_C", "t_D"}));
    Calculated("kapp", SumOf({"t_kA", "t_kB", "t_kC", "t_kD"}));
    Share("pC", {"t_A", "t_B", "t_C"}, "app");
    Share("pB", {"t_A", "t_B"}, "app");
    Share("pA", {"t_A"}, "app");
    Share("kC", {"t_kA", "t_kB", "t_kC"}, "kapp");
    Share("kB", {"t_kA", "t_kB"}, "kapp");
    Share("kA", {"t_kA"}, "kapp");
    Calculated("verdict",
               "if(${app} = 0, '未评', if(${pC} >= 0.9 and ${pB} >= 0.6 and ${pA} >= 0.2 and "
               "${kC} >= 1, '三级甲等', if(${pC} >= 0.8 and ${pB} >= 0.5 and ${pA} >= 0.1 and "
               "${kC} >= 0.9, '三级乙等', if(${pC} >= 0.7 and ${kC} >= 0.7, '基本合格', "
               "'不合格'))))");
    out_ += "]}";
  }

  const GradingSpec& spec_;
  std::string out_;
};

}  // namespace

GradingSpec MakeSpec(std::size_t count) {
  struct Size {
    std::size_t chapters, sections, items;
  };
  const Size size = count == 60 ? Size{3, 4, 5} : count == 600 ? Size{6, 10, 10} : Size{10, 20, 25};
  GradingSpec spec;
  spec.id = "grade" + std::to_string(count);
  spec.title = "医院等级评审自评表（" + std::to_string(count) + " 条）";
  for (std::size_t c = 0; c < size.chapters; ++c) {
    const std::string chapter_number = std::to_string(c + 1);
    GradingChapter& chapter = spec.chapters.emplace_back();
    chapter.code = "c" + chapter_number;
    chapter.label = "第" + chapter_number + "章 " + Phrase(c);
    for (std::size_t s = 0; s < size.sections; ++s) {
      const std::string section_number = chapter_number + "." + std::to_string(s + 1);
      GradingSection& section = chapter.sections.emplace_back();
      section.code = chapter.code + "s" + std::to_string(s + 1);
      section.label = section_number + " " + Phrase(c + s);
      for (std::size_t i = 0; i < size.items; ++i) {
        GradingItem& item = spec.items.emplace_back();
        const std::size_t index = spec.items.size() - 1;
        item.code =
            "q" + chapter_number + "_" + std::to_string(s + 1) + "_" + std::to_string(i + 1);
        item.core = i % 10 == 0;
        item.chapter = c;
        item.label = std::string(item.core ? "★" : "") + section_number + "." +
                     std::to_string(i + 1) + " " + Phrase(c * 7 + s * 3 + i) + "，" +
                     Phrase(c + s * 5 + i * 3 + 1) + "。";
        if (i % 5 == 4) item.relevant_by = static_cast<std::ptrdiff_t>(index) - 1;
        section.items.push_back(index);
      }
    }
  }
  return spec;
}

GradingSpec SpecOf(std::string_view text) {
  GradingSpec spec;
  const auto file = json::Parse(text);
  if (!file) return spec;
  const auto string = [](const json::Value& object, std::string_view name) {
    const json::Value* value = object.Find(name);
    return value == nullptr ? std::string() : value->text;
  };
  const auto number = [](const json::Value* value) {
    return value == nullptr ? 0L : std::strtol(value->text.c_str(), nullptr, 10);
  };
  spec.id = string(*file, "id");
  spec.title = string(*file, "title");
  const json::Value* chapters = file->Find("chapters");
  const json::Value* items = file->Find("items");
  if (chapters == nullptr || items == nullptr) return {};
  for (const json::Value& each : items->items) {
    GradingItem& item = spec.items.emplace_back();
    item.code = string(each, "id");
    item.label = string(each, "label");
    item.chapter = static_cast<std::size_t>(number(each.Find("c")));
    item.core = each.Find("core") != nullptr && each.Find("core")->boolean;
    item.relevant_by = number(each.Find("rel"));
  }
  for (const json::Value& each : chapters->items) {
    GradingChapter& chapter = spec.chapters.emplace_back();
    chapter.code = string(each, "id");
    chapter.label = string(each, "label");
    const json::Value* sections = each.Find("sections");
    if (sections == nullptr) continue;
    for (const json::Value& inner : sections->items) {
      GradingSection& section = chapter.sections.emplace_back();
      section.code = string(inner, "id");
      section.label = string(inner, "label");
      if (const json::Value* own = inner.Find("items"))
        for (const json::Value& item : own->items)
          section.items.push_back(static_cast<std::size_t>(number(&item)));
    }
  }
  return spec;
}

std::string FormJson(const GradingSpec& spec) { return FormWriter(spec).Run(); }

bool IsRelevant(const GradingSpec& spec, const std::vector<char>& answers, std::size_t item) {
  const std::ptrdiff_t by = spec.items[item].relevant_by;
  if (by < 0) return true;
  const char answer = answers[static_cast<std::size_t>(by)];
  return answer >= 'A' && answer <= 'C';
}

GradingResult Oracle(const GradingSpec& spec, const std::vector<char>& answers) {
  GradingResult result;
  std::array<int, 5> core{};
  for (std::size_t i = 0; i < spec.items.size(); ++i) {
    // A relevance that itself hangs on an item that is not relevant does not occur in this form.
    if (answers[i] == 0 || !IsRelevant(spec, answers, i)) continue;
    const auto grade = static_cast<std::size_t>(answers[i] - 'A');
    ++result.counts[grade];
    if (spec.items[i].core) ++core[grade];
  }
  const auto share = [](int part, int of) { return of == 0 ? 0.0 : double(part) / of; };
  const auto& n = result.counts;
  const int applicable = n[0] + n[1] + n[2] + n[3];
  result.shares = {share(n[0] + n[1] + n[2], applicable), share(n[0] + n[1], applicable),
                   share(n[0], applicable)};
  result.core_share = share(core[0] + core[1] + core[2], core[0] + core[1] + core[2] + core[3]);
  const auto [c, b, a] = result.shares;
  const double k = result.core_share;
  result.verdict = applicable == 0                                ? "未评"
                   : c >= 0.9 && b >= 0.6 && a >= 0.2 && k >= 1   ? "三级甲等"
                   : c >= 0.8 && b >= 0.5 && a >= 0.1 && k >= 0.9 ? "三级乙等"
                   : c >= 0.7 && k >= 0.7                         ? "基本合格"
                                                                  : "不合格";
  return result;
}

}  // namespace pingshen::bench
