// Answer sheets in one line a piece.
#pragma once

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "core/evaluation/answer_sheet.h"

namespace pingshen::evaluation {

inline model::FieldPath Path(std::string_view text) {
  return model::FieldPath::Parse(text).value();
}
inline model::Value Choice(std::string code) { return model::Value::Choice(std::move(code)); }
inline model::Value Text(std::string_view text) {
  return model::Value::Make(model::ValueKind::kText, text).value();
}
inline model::Value Number(std::string_view text) {
  return model::Value::Make(model::ValueKind::kDecimal, text).value();
}
inline model::Value Date(std::string_view text) {
  return model::Value::Make(model::ValueKind::kDate, text).value();
}
inline model::Value Count(std::int64_t number) { return model::Value::Integer(number); }

class SheetBuilder {
 public:
  SheetBuilder& Set(std::string_view path, model::Value value) {
    log_.push_back({log_.size() + 1, Path(path), std::move(value), "王评审", 1795348800000});
    sheet_.Apply(log_.back());
    return *this;
  }
  SheetBuilder& Add(std::string_view instance) {
    return Set(instance, model::Value::Presence(true));
  }
  SheetBuilder& Remove(std::string_view instance) {
    return Set(instance, model::Value::Presence(false));
  }
  SheetBuilder& Clear(std::string_view path) { return Set(path, {}); }

  const AnswerSheet& sheet() const { return sheet_; }
  const std::vector<model::AnswerRecord>& log() const { return log_; }

 private:
  AnswerSheet sheet_;
  std::vector<model::AnswerRecord> log_;
};

// Everything of the test form answered, full marks.
inline SheetBuilder FullMarks() {
  SheetBuilder answers;
  answers.Set("open", Choice("yes"))
      .Set("area", Number("80"))
      .Set("multi", model::Value::Choices({"a", "b"}));
  answers.Set("ded", Choice("full"))
      .Set("pop", Count(2000))
      .Set("staff", Count(2))
      .Set("day", Date("2026-11-01"));
  answers.Add("people#1").Set("people#1/name", Text("张三")).Set("people#1/reg", Choice("yes"));
  return answers;
}

}  // namespace pingshen::evaluation
