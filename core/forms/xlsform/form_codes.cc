#include "core/forms/xlsform/form_codes.h"

#include <algorithm>

#include "core/forms/xlsform/references.h"
#include "core/forms/xlsform/text.h"
#include "core/model/code.h"

namespace pingshen::forms::xlsform {

std::string CodeOf(std::string_view name, std::string_view otherwise) {
  std::string code;
  for (const char letter : Trimmed(name)) {
    const bool bad = static_cast<unsigned char>(letter) <= ' ' || letter == '/' || letter == '#' ||
                     letter == ':' || letter == 0x7f;
    code += bad ? '_' : letter;
  }
  if (model::IsCode(code)) return code;
  std::string plain;  // whatever the model thinks of other letters, these are allowed
  for (const char letter : code)
    plain += (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                     (letter >= '0' && letter <= '9') || letter == '-' || letter == '.'
                 ? letter
                 : '_';
  while (!plain.empty() && (plain[0] == '_' || plain[0] == '.' || plain[0] == '-'))
    plain.erase(0, 1);
  plain = plain.substr(0, 60);
  return model::IsCode(plain) ? plain : std::string(otherwise);
}

namespace {

bool IsNameByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

FormCodes::FormCodes(const Draft& draft, Messages& messages) : draft_(draft) {
  // Names that stand once keep their name, whatever comes before them.
  ForEachNode(draft.root, [&](const Node& node) {
    if (node.presentation_only) return;
    if (draft.by_name.count(node.name) > 1) return;
    const std::string own = node.generated ? "" : draft.survey.Get(*node.row, "pingshen::code");
    const std::string code = own.empty() ? CodeOf(node.name, "item") : own;
    if (taken_.insert(code).second) codes_[&node] = code;
  });
  Assign(draft.root, "", messages);
}

void FormCodes::Assign(const Node& node, const std::string& around, Messages& messages) {
  for (const auto& child : node.children) {
    if (child->presentation_only) continue;
    auto& code = codes_[child.get()];
    if (code.empty()) {
      const std::string plain = CodeOf(child->name, "item");
      code = !taken_.contains(plain) || around.empty() ? Claim(plain) : Claim(around + "." + plain);
      if (code != child->name)
        messages.Warning(ErrorCode::ERR_XLSFORM_RENAMED, draft_.survey.Place(*child->row, "name"),
                         child->name + " → " + code);
    }
    Assign(*child, code, messages);
  }
}

std::map<std::string, const Node*, std::less<>> FormCodes::NodesByCode() const {
  std::map<std::string, const Node*, std::less<>> nodes;
  for (const auto& [node, code] : codes_) nodes.emplace(code, node);
  return nodes;
}

std::string FormCodes::Claim(const std::string& wish) {
  std::string code = wish;
  for (std::size_t n = 2; !taken_.insert(code).second; ++n) code = wish + "-" + std::to_string(n);
  return code;
}

// The root element bears the form's name there, "data" when it has none.
std::string FormCodes::WithoutPaths(std::string_view text) const {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const Node* node = nullptr;
    if (text[at] == '/' && (at == 0 || std::string_view(" (,=<>+-*|").contains(text[at - 1]))) {
      node = &draft_.root;
      for (bool first = true; node != nullptr && at < text.size() && text[at] == '/';
           first = false) {
        std::size_t end = at + 1;
        while (end < text.size() && IsNameByte(text[end])) ++end;
        const std::string_view step = text.substr(at + 1, end - at - 1);
        at = end;
        if (first && (step == draft_.settings.root_name || step == "data")) continue;
        const auto child = std::ranges::find_if(
            node->children, [&](const auto& each) { return !first && each->name == step; });
        node = child == node->children.end() ? nullptr : child->get();
      }
    }
    const auto code = node == nullptr ? codes_.end() : codes_.find(node);
    if (code != codes_.end() && node->kind == NodeKind::kQuestion && !node->in_repeat() &&
        (at == text.size() || text[at] != '[')) {
      out += "${" + code->second + "}";
      continue;
    }
    at = std::max(at, begin + 1);
    out += text.substr(begin, at - begin);
  }
  return out;
}

std::string FormCodes::Rewritten(std::string_view cell) const {
  const std::string text = WithoutPaths(cell);
  return ReplaceReferences(text, [&](const Reference& reference) {
    if (reference.last_saved) return std::string("''");
    const auto found = draft_.by_name.find(reference.name);
    if (found == draft_.by_name.end() || !codes_.contains(found->second))
      return "${" + reference.name + "}";
    return "${" + codes_.at(found->second) + "}";
  });
}

}  // namespace pingshen::forms::xlsform
