// A scripted life of a store, step by step, and what must be in it after each step.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/ports/slot_device.h"
#include "core/store/store.h"

namespace pingshen::store {

// All that can be read through the store's front door.
struct State {
  struct Log {
    model::Assessment assessment;
    std::vector<model::AnswerRecord> records;
    std::uint32_t answered = 0;
    std::string score;
    std::string last_manifest;
    bool operator==(const Log&) const = default;
  };
  std::map<std::string, Bytes> forms;
  std::map<std::string, Bytes> keys;  // sealed private key by key id
  std::map<std::string, Log> logs;
  std::map<std::string, Bytes> attachments;  // by assessment and name
  std::string setting;
  bool operator==(const State&) const = default;
};

struct Step {
  std::function<Status(Store&)> act;
  std::function<void(State&)> effect;
};

class Workload {
 public:
  // A large form, a key, two assessments, `appends` appends (every seventh of several records,
  // every ninth with a text of many pages), attachments that the next append names, settings and
  // exports between them.
  explicit Workload(int appends);

  const std::vector<Step>& steps() const { return steps_; }
  // After the first `count` steps.
  const State& After(std::size_t count) const { return states_[count]; }
  std::size_t appends() const { return appends_; }

 private:
  void Add(std::function<Status(Store&)> act, std::function<void(State&)> effect);

  std::vector<Step> steps_;
  std::vector<State> states_{State{}};
  std::size_t appends_ = 0;
};

// Of every form, key and log that After() could name.
Result<State> ReadState(Store& store);

// Opens a store on the device, does the steps until one fails, closes. The number of steps that
// were acknowledged.
struct Run {
  bool opened = false;
  std::size_t acknowledged = 0;
};
Run RunOn(ports::SlotDevice& device, const Workload& workload);

}  // namespace pingshen::store
