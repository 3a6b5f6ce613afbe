// The live instance of a form: the answers of one assessment and everything that follows from them.
// One change recomputes only what depends on it, in topological order, and stops where a result did
// not change. One thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/expression/expression.h"
#include "core/forms/engine_environment.h"
#include "core/forms/plan.h"
#include "core/model/field_path.h"
#include "core/model/value.h"

namespace pingshen::forms {

// Tasks are marked by bits of 64-bit words.
inline constexpr std::size_t kWordBits = 64;

class EngineTree;

// A node in one frame. Frame 0 is the form outside repeats; the other numbers are the engine's own
// and stay with their instance.
struct CellId {
  std::uint32_t node = kNone;
  std::uint32_t frame = 0;
  friend auto operator<=>(const CellId&, const CellId&) = default;
};

struct CellState {
  expression::Cell seen;  // what expressions read: `answer`, or empty while it is not relevant
  std::string answer;     // stored or calculated; stays while it is not relevant
  double number = std::numeric_limits<double>::quiet_NaN();  // of `answer`

  // Results of the expressions; true where the form has none, `required` and `read_only` and
  // `optional` as the form says without one.
  bool own_relevant = true;  // by its own expression
  bool relevant = true;      // … and all around it, too
  bool constraint_holds = true;
  bool choice_offered = true;  // the answer is among the choices that the filter leaves
  bool required = false;
  bool optional = false;
  bool read_only = false;
  bool may_be_not_applicable = false;

  std::uint8_t changed = 0;  // Change bits since the last Recalculate
};

enum Change : std::uint8_t {
  kChangedValue = 1,      // `seen` or `answer`
  kChangedRelevance = 2,  // `relevant`
  kChangedRules = 4,      // any of the other results
  kChangedInstances = 8,  // of a repeat
};

struct CellChange {
  CellId cell;
  std::uint8_t what = 0;  // Change bits
};

class Engine {
 public:
  // `plan` and `form` belong together; `world` must remain live while this is.
  Engine(std::shared_ptr<const Plan> plan, const model::Form& form, World& world);
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  // --- changes: nothing is recomputed before Recalculate

  // An answer, a field or the presence of an instance as the log has it. A path that the form does
  // not have, and an answer to an item with a calculation that is not recorded, are ignored.
  void Apply(const model::FieldPath& path, const model::Value& value);
  // The answer itself (field "").
  void Set(CellId cell, std::string_view text);

  // Recomputes what depends on the changes. The cells that are different now, in no order; valid
  // until the next change.
  std::span<const CellChange> Recalculate();
  // Recomputes everything. Recorded values stay as they are: this is for answers that were read
  // from a log.
  std::span<const CellChange> RecalculateAll();

  // Values that must be written to the log, because they would be different another time: volatile
  // calculations and defaults. Each is given out once.
  std::vector<std::pair<model::FieldPath, model::Value>> TakeRecords();
  // The defaults of everything that is not answered yet become answers and records. For a new
  // assessment; later instances get theirs by themselves once this was called or `live` was set.
  void FillDefaults();
  void SetLive() { live_ = true; }

  // --- reading

  std::optional<CellId> Find(
      const model::FieldPath& path) const;  // of existing instances; no field
  model::FieldPath PathOf(CellId cell) const;
  const CellState& At(CellId cell) const {
    return frames_[cell.frame]->cells[plan_->nodes[cell.node].slot];
  }
  // Frames of the existing instances, by ascending number. `repeat`: of type kRepeat or kTable.
  std::span<const std::uint32_t> InstancesOf(CellId repeat) const;
  std::uint32_t NumberOf(std::uint32_t frame) const { return frames_[frame]->number; }
  std::uint32_t ParentOf(std::uint32_t frame) const { return frames_[frame]->parent; }
  std::uint32_t KindOf(std::uint32_t frame) const { return frames_[frame]->kind; }
  // Whether the instance and all around it exist.
  bool IsAlive(std::uint32_t frame) const;
  // The frame of kind `kind` that `frame` is or stands in. REQUIRES: there is one.
  std::uint32_t FrameAround(std::uint32_t frame, std::uint32_t kind) const;
  bool VetoHolds(std::size_t veto) const { return vetoes_[veto]; }
  // Options of a choice that the filter leaves, by their place in item.options; all without filter.
  std::vector<std::uint32_t> ChoicesOf(CellId cell);
  // Why an expression of that node could not be evaluated; nullptr when all could.
  const Error* ErrorAt(CellId cell) const;
  // All of them.
  std::vector<std::pair<CellId, Error>> Errors() const;

  const Plan& plan() const { return *plan_; }
  const EngineTree& tree() const { return *tree_; }
  std::uint64_t evaluations() const { return evaluations_; }  // since it was made

 private:
  friend class EngineReferences;

  struct Frame {
    std::uint32_t kind = 0;
    std::uint32_t parent = 0;
    std::uint32_t number = 0;    // of the instance
    std::uint32_t position = 1;  // among the existing ones, from 1
    bool alive = true;
    bool fresh = true;                                  // its defaults were not asked for
    std::unique_ptr<CellState[]> cells;                 // by slot
    std::vector<std::vector<std::uint32_t>> instances;  // by repeat number: existing ones
    std::vector<std::vector<std::uint32_t>> absent;     // those that were there before
    std::vector<const expression::Cell*> one;           // by Task::first_reference + reference
    std::vector<std::uint64_t> dirty;                   // bits by Task::local
  };

  CellState& CellAt(CellId cell) {
    return frames_[cell.frame]->cells[plan_->nodes[cell.node].slot];
  }
  // engine_frames.cc
  std::uint32_t MakeFrame(std::uint32_t kind, std::uint32_t parent, std::uint32_t number);
  void Bind(Frame& frame, std::uint32_t number);
  std::uint32_t FindInstance(CellId repeat, std::uint32_t number, bool also_absent) const;
  void SetPresence(CellId repeat, std::uint32_t number, bool exists);
  void Wake(std::uint32_t frame);
  void Sleep(std::uint32_t frame);
  void SetCount(CellId repeat, double count);
  void Renumber(CellId repeat);
  void ApplyField(CellId cell, const std::string& field, const model::Value& value);
  void FillDefaultsOf(std::uint32_t frame);
  template <typename Visit>
  void VisitFrames(std::uint32_t from, std::uint32_t kind, const Visit& visit) const;

  // engine_recalculation.cc
  void Publish(CellId cell, CellState& state);
  void InheritRelevance(std::uint32_t node, std::uint32_t frame);
  void Note(CellId cell, CellState& state, std::uint8_t change);
  void MarkReaders(CellId cell, bool results_only = false);
  void MarkTask(std::uint32_t task, std::uint32_t frame);
  void MarkTasksOf(std::uint32_t frame);
  void MarkWholeForm();
  void Run();
  void Evaluate(std::uint32_t task, std::uint32_t frame);
  void StoreBoolean(const Task& task, CellId cell, bool value);
  Status EvaluateCalculation(const Task& task, CellId cell, const expression::Context& context);
  Result<bool> IsOffered(const Task& task, CellId cell, expression::Context& context);
  void Assign(CellId cell, CellState& state, std::string_view text, double number);

  std::shared_ptr<const Plan> plan_;
  const model::Form& form_;
  std::unique_ptr<EngineTree> tree_;
  EngineEnvironment environment_;
  std::vector<std::unique_ptr<Frame>> frames_;
  std::unordered_map<std::uint64_t, std::map<std::string, model::Value>> fields_;

  std::vector<std::uint64_t> dirty_tasks_;                // bits by task
  std::vector<std::vector<std::uint32_t>> dirty_frames_;  // by task; unused for kind 0
  std::uint32_t running_ = kNone;                         // the task under evaluation
  std::vector<CellChange> changed_;
  std::vector<CellChange> reported_;  // what the last Recalculate returned
  std::vector<bool> vetoes_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, Error> errors_;  // by task and frame
  std::vector<CellId> records_;
  std::vector<std::uint32_t> fresh_;  // instances whose defaults are to be asked for
  bool live_ = false;
  bool reading_log_ = false;
  std::string scratch_;
  std::vector<std::vector<const expression::Cell*>> all_cells_;  // by reference of the running task
  std::vector<std::vector<std::uint64_t>> all_nodes_;
  std::uint64_t evaluations_ = 0;
};

}  // namespace pingshen::forms
