#include "core/forms/xlsform/entities.h"

#include <algorithm>
#include <functional>

#include "core/forms/xlsform/references.h"
#include "core/forms/xlsform/text.h"

namespace pingshen::forms::xlsform {
namespace {

constexpr std::string_view kSaveTo = "bind::entities:saveto";
using Path = std::vector<const Node*>;  // containers from the outermost to the innermost

struct SaveTo {
  const Node* question;
  Path path;
};
struct Entity {
  const TableRow* row;
  std::string list;
  std::vector<SaveTo> saves;
  std::vector<Path> variables;
  Path scope;  // its innermost repeat with everything around it
};

Path ContainersOf(const Node& node) {
  Path path;
  for (const Node* at = node.parent; at != nullptr; at = at->parent) path.insert(path.begin(), at);
  return path;
}
// Up to the innermost repeat; the form itself when there is none.
Path ScopeOf(Path path) {
  while (path.size() > 1 && path.back()->kind != NodeKind::kRepeat) path.pop_back();
  return path;
}
std::size_t Repeats(const Path& path) {
  return static_cast<std::size_t>(std::count_if(
      path.begin(), path.end(), [](const Node* node) { return node->kind == NodeKind::kRepeat; }));
}
bool Begins(const Path& path, const Path& front) {
  return front.size() <= path.size() && std::equal(front.begin(), front.end(), path.begin());
}
// Whether one scope lies around the other, groups apart.
bool Around(const Path& outer, const Path& inner) {
  return outer.size() == 1 || Begins(inner, outer);
}

class EntityChecker {
 public:
  EntityChecker(const Draft& draft, Messages& messages)
      : draft_(draft), table_(draft.entities), messages_(messages) {}

  void Check() {
    if (!table_.rows.empty()) ReadDeclarations();
    ForEachNode(draft_.root, [&](const Node& node) { ReadSaveTo(node); });
    bool good = true;
    for (Entity& entity : entities_) good = FindScope(entity) && good;
    if (good) Allocate();
  }

 private:
  const std::string& Get(const TableRow& row, std::string_view key) { return table_.Get(row, key); }
  void Refuse(const TableRow& row, std::string_view key, std::string detail) {
    messages_.Error(ErrorCode::ERR_XLSFORM_ENTITY, table_.Place(row, key), std::move(detail));
  }
  void RefuseSaveTo(const Node& node, std::string detail) {
    messages_.Error(ErrorCode::ERR_XLSFORM_SAVE_TO, draft_.survey.Place(*node.row, kSaveTo),
                    std::move(detail));
  }
  void ReadDeclarations();
  void ReadDeclaration(const TableRow& row);
  void ReadSaveTo(const Node& node);
  bool FindScope(Entity& entity);
  void Allocate();

  const Draft& draft_;
  const Table& table_;
  Messages& messages_;
  std::vector<Entity> entities_;
  std::map<std::string, const Node*> properties_;  // "list#property" → where it is saved
};

void EntityChecker::ReadDeclarations() {
  for (const Column& column : table_.columns)
    if (!column.known)
      messages_.Error(ErrorCode::ERR_XLSFORM_ENTITY,
                      {table_.sheet, 1, column.number, column.header}, column.header);
  for (const TableRow& row : table_.rows) ReadDeclaration(row);
}

void EntityChecker::ReadDeclaration(const TableRow& row) {
  const std::string& list = Get(row, "list_name");
  if (list.empty() || list.starts_with("__") || list.find('.') != std::string::npos ||
      !IsName(list))
    Refuse(row, "list_name", list);
  const bool id = !Get(row, "entity_id").empty();
  const bool create = !Get(row, "create_if").empty();
  const bool update = !Get(row, "update_if").empty();
  const bool label = !Get(row, "label").empty();
  if (update && !id) Refuse(row, "entity_id", list);
  if (id && create && !update) Refuse(row, "update_if", list);
  if (!label && !update && (!id || create)) Refuse(row, "label", list);
  Entity entity{&row, list, {}, {}, {}};
  for (const std::string& cell : row.cells)
    for (const Reference& reference : FindReferences(cell))
      if (draft_.by_name.count(reference.name) == 1)
        entity.variables.push_back(ContainersOf(*draft_.by_name.find(reference.name)->second));
  entities_.push_back(std::move(entity));
}

void EntityChecker::ReadSaveTo(const Node& node) {
  if (node.generated) return;
  const std::string& text = draft_.survey.Get(*node.row, kSaveTo);
  if (text.empty()) return;
  if (entities_.empty() || node.kind != NodeKind::kQuestion ||
      std::count(text.begin(), text.end(), '#') > 1)
    return RefuseSaveTo(node, text);
  const std::size_t mark = text.find('#');
  const std::string property(Trimmed(mark == std::string::npos ? text : text.substr(mark + 1)));
  const std::string list(mark == std::string::npos ? "" : Trimmed(text.substr(0, mark)));
  if (Lower(property) == "name" || Lower(property) == "label" || property.starts_with("__") ||
      !IsName(property) || (mark == std::string::npos && entities_.size() > 1))
    return RefuseSaveTo(node, text);
  const auto entity = mark == std::string::npos
                          ? entities_.begin()
                          : std::find_if(entities_.begin(), entities_.end(),
                                         [&](const Entity& each) { return each.list == list; });
  if (entity == entities_.end() ||
      !properties_.emplace(entity->list + "#" + property, &node).second)
    return RefuseSaveTo(node, text);
  entity->saves.push_back({&node, ContainersOf(node)});
}

bool EntityChecker::FindScope(Entity& entity) {
  entity.scope = {&draft_.root};
  bool found = false;
  const auto consider = [&](const Path& path) {
    const Path scope = ScopeOf(path);
    if (!found || Repeats(scope) > Repeats(entity.scope)) entity.scope = scope;
    found = true;
  };
  for (const SaveTo& save : entity.saves) consider(save.path);
  for (const Path& variable : entity.variables) consider(variable);
  bool good = true;
  for (const SaveTo& save : entity.saves)
    if (ScopeOf(save.path) != entity.scope) {
      RefuseSaveTo(*save.question, draft_.survey.Get(*save.question->row, kSaveTo));
      good = false;
    }
  for (const Path& variable : entity.variables)
    if (good && !Around(ScopeOf(variable), entity.scope)) {
      Refuse(*entity.row, "label", entity.list);
      good = false;
    }
  return good;
}

// Each container (the form, a group, a repeat) takes one entity; a question saves to the entity of
// the nearest container that has one.
void EntityChecker::Allocate() {
  std::vector<const Node*> placed;
  std::size_t steps = 0;
  constexpr std::size_t kMostSteps = 100000;
  const auto nearest = [&](const Path& path) -> std::size_t {
    for (auto at = path.rbegin(); at != path.rend(); ++at)
      if (const auto found = std::find(placed.begin(), placed.end(), *at); found != placed.end())
        return static_cast<std::size_t>(found - placed.begin());
    return placed.size();
  };
  const std::function<bool(std::size_t)> place = [&](std::size_t count) {
    if (++steps > kMostSteps) return false;
    const std::size_t index = placed.size();
    if (index == count) {
      for (std::size_t i = 0; i < count; ++i)
        for (const SaveTo& save : entities_[i].saves)
          if (nearest(save.path) != i) return false;
      return true;
    }
    const Entity& entity = entities_[index];
    std::vector<Path> paths;
    for (const SaveTo& save : entity.saves) paths.push_back(save.path);
    // Around everything that it saves; without that, anywhere from its deepest variable outward.
    Path common = paths.empty() ? entity.scope : paths[0];
    for (const Path& path : paths)
      while (!Begins(path, common)) common.pop_back();
    if (paths.empty())
      for (const Path& path : entity.variables)
        if (path.size() > common.size() && ScopeOf(path) == entity.scope) common = path;
    for (; common.size() >= entity.scope.size(); common.pop_back()) {
      if (std::find(placed.begin(), placed.end(), common.back()) != placed.end()) continue;
      placed.push_back(common.back());
      if (place(count)) return true;
      placed.pop_back();
    }
    return false;
  };
  for (std::size_t count = 1; count <= entities_.size(); ++count) {
    placed.clear();
    if (place(count)) continue;
    Refuse(*entities_[count - 1].row, "list_name", entities_[count - 1].list);
    return;
  }
}

}  // namespace

void CheckEntities(const Draft& draft, Messages& messages) {
  EntityChecker(draft, messages).Check();
  if (!draft.entities.rows.empty())
    messages.Unsupported(ErrorCode::ERR_XLSFORM_SHEET_UNSUPPORTED, {draft.entities.sheet, 0, 0, {}},
                         draft.entities.sheet);
}

}  // namespace pingshen::forms::xlsform
