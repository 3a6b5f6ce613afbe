#include "commission/command/expr_command.h"

#include <cmath>
#include <istream>
#include <optional>
#include <ostream>

#include "commission/system/os_ports.h"
#include "commission/xforms/xml_environment.h"
#include "commission/xforms/xml_tree.h"
#include "core/base/utf8.h"
#include "core/expression/expression.h"
#include "core/expression/number.h"
#include "core/json/json.h"

namespace pingshen::commission {
namespace {

using expression::Node;

std::string TextMember(const json::Value& request, std::string_view name) {
  const json::Value* member = request.Find(name);
  return member != nullptr && member->kind == json::Value::Kind::kString ? member->text
                                                                         : std::string();
}

// The node of {"index_path":[0,1],"attr":"id"}; 0 when it is not there.
Node NodeMember(const json::Value& request, std::string_view name, const XmlTree& tree) {
  const json::Value* place = request.Find(name);
  if (place == nullptr) return {};
  std::vector<std::uint32_t> path;
  if (const json::Value* list = place->Find("index_path"))
    for (const json::Value& index : list->items)
      path.push_back(static_cast<std::uint32_t>(expression::NumberOf(index.text)));
  return tree.At(path, TextMember(*place, "attr"));
}

std::string JsonText(std::string_view text) {
  json::Writer writer;
  return writer.String(text).Take();
}

std::string JsonNumber(double number) {
  const std::string text = expression::TextOf(number);
  return std::isfinite(number) ? text : JsonText(text);
}

std::string JsonNodes(const expression::Nodes& nodes, const XmlTree& tree) {
  std::string out = "[";
  for (const Node node : nodes) {
    if (out.size() > 1) out += ',';
    out += "{\"index_path\":[";
    bool first = true;
    for (const std::uint32_t index : tree.IndexPathOf(node)) {
      if (!first) out += ',';
      first = false;
      out += std::to_string(index);
    }
    out += ']';
    const std::string attribute = tree.AttributeNameOf(node);
    if (!attribute.empty()) out += ",\"attr\":" + JsonText(attribute);
    out += '}';
  }
  return out + "]";
}

// The prefixes of the request, and those of the document's element; a form has no items here.
class PrefixResolver final : public expression::Resolver {
 public:
  PrefixResolver(const json::Value* namespaces, const XmlTree& tree)
      : namespaces_(namespaces), tree_(tree) {}
  std::optional<expression::Target> Name(std::string_view) const override { return std::nullopt; }
  std::optional<std::string> Namespace(std::string_view prefix) const override {
    const json::Value* given = namespaces_ != nullptr ? namespaces_->Find(prefix) : nullptr;
    if (given == nullptr) return tree_.NamespaceOfPrefix(prefix);
    return given->kind == json::Value::Kind::kString ? std::optional(given->text) : std::nullopt;
  }

 private:
  const json::Value* namespaces_;
  const XmlTree& tree_;
};

Result<std::string> ValueOf(const expression::Expression& expression, std::string_view type,
                            const expression::Context& context, const XmlTree& tree) {
  if (type == "number") {
    PINGSHEN_TRY(const double number, expression.EvaluateNumber(context));
    return JsonNumber(number);
  }
  if (type == "boolean") {
    PINGSHEN_TRY(const bool boolean, expression.EvaluateBoolean(context));
    return boolean ? "true" : "false";
  }
  if (type == "string" || type == "string-matches" || type == "string-length") {
    PINGSHEN_TRY(const std::string text, expression.EvaluateString(context));
    if (type == "string-length") return std::to_string(CodePointCount(text));
    return JsonText(text);
  }
  if (type.starts_with("nodeset")) {
    PINGSHEN_TRY(expression::Nodes nodes, expression.EvaluateNodes(context));
    if (type == "nodeset-count") return std::to_string(nodes.size());
    if (type == "nodeset-first" && nodes.size() > 1) nodes.resize(1);
    if (type != "nodeset-text") return JsonNodes(nodes, tree);
    std::string text;
    std::string scratch;
    for (const Node node : nodes) text += tree.StringValue(node, scratch);
    return JsonText(text);
  }
  PINGSHEN_TRY(const expression::Any any, expression.Evaluate(context));
  if (const auto* boolean = std::get_if<bool>(&any)) return *boolean ? "true" : "false";
  if (const auto* number = std::get_if<double>(&any)) return JsonNumber(*number);
  if (const auto* text = std::get_if<std::string>(&any)) return JsonText(*text);
  return JsonNodes(std::get<expression::Nodes>(any), tree);
}

Result<std::string> Answer(const json::Value& request, ports::Random& random, ports::Clock& clock) {
  const std::string xml = TextMember(request, "doc");
  PINGSHEN_TRY(const std::unique_ptr<XmlTree> tree, XmlTree::Parse(xml));
  const Node root = NodeMember(request, "root", *tree);
  const Node context_node = NodeMember(request, "context", *tree);
  if (root) tree->SetRoot(root);
  PINGSHEN_TRY(XmlEnvironment environment,
               XmlEnvironment::Make(*tree, TextMember(request, "language"),
                                    TextMember(request, "tz"), random, clock));
  const PrefixResolver resolver(request.Find("namespaces"), *tree);
  PINGSHEN_TRY(
      const expression::Expression expression,
      expression::Compile(TextMember(request, "expr"), resolver, {.late_function_errors = true}));
  const expression::NoReferences references;
  const expression::Context context{.references = references,
                                    .environment = environment,
                                    .tree = tree.get(),
                                    .place = context_node ? context_node : tree->Root({})};
  return ValueOf(expression, TextMember(request, "type"), context, *tree);
}

}  // namespace

int RunExpr(std::span<const std::string> words, std::istream& in, Streams streams) {
  const auto arguments = Arguments::Parse(words, {{"--lang"}});
  if (!arguments) return Report(arguments.error(), Language::kChinese, streams.err);
  const auto language = LanguageOf(*arguments);
  if (!language) return Report(language.error(), Language::kChinese, streams.err);
  if (!arguments->positional().empty())
    return Report({ErrorCode::ERR_USAGE, arguments->positional().front()}, *language, streams.err);
  OsRandom random;
  OsClock clock;
  std::string line;
  while (std::getline(in, line)) {
    if (expression::Trimmed(line).empty()) continue;
    const auto request = json::Parse(line);
    if (!request) return Report(request.error(), *language, streams.err);
    streams.out << "{\"id\":" << JsonText(TextMember(*request, "id"));
    const auto answer = Answer(*request, random, clock);
    if (answer)
      streams.out << ",\"value\":" << *answer << "}\n";
    else
      streams.out << ",\"error\":"
                  << JsonText(std::string(CodeName(answer.error().code)) + ": " +
                              Sentence(answer.error(), *language))
                  << "}\n";
  }
  return kExitGood;
}

}  // namespace pingshen::commission
