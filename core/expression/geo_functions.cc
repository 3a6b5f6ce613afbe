// Areas, distances and fences on a sphere, as ODK computes them.
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>
#include <vector>

#include "core/expression/evaluator.h"
#include "core/expression/functions.h"
#include "core/expression/number.h"

namespace pingshen::expression {
namespace {

using program::Code;

constexpr double kEarthRadius_m = 6'378'100;  // of the ODK XForms specification

struct Point {
  double latitude = 0;  // degrees
  double longitude = 0;
  friend bool operator==(const Point&, const Point&) = default;
};

double Radians(double degrees) { return degrees * std::numbers::pi / 180; }

// "lat lon [altitude [accuracy]]".
std::optional<Point> PointOf(std::string_view text) {
  std::array<double, 4> figures{};
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && !IsBlank(text[end])) ++end;
    if (end > at) {
      if (count == figures.size()) return std::nullopt;
      figures[count] = NumberWithExponentOf(text.substr(at, end - at));
      if (std::isnan(figures[count++])) return std::nullopt;
    }
    at = end + 1;
  }
  const bool valid = count >= 2 && std::fabs(figures[0]) <= 90 && std::fabs(figures[1]) <= 180;
  return valid ? std::optional(Point{figures[0], figures[1]}) : std::nullopt;
}

using Trace = std::vector<Point>;

// Appends the points of a trace, "point;point;…" with or without a last semicolon; false:
// malformed.
bool AppendTrace(std::string_view text, Trace& trace) {
  text = Trimmed(text);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(';'), text.size());
    const auto point = PointOf(text.substr(0, end));
    if (!point) return false;
    trace.push_back(*point);
    text = Trimmed(text.substr(std::min(end + 1, text.size())));
  }
  return true;
}

// All points of the arguments from `first` on. std::nullopt: malformed.
std::optional<Trace> TraceOf(Evaluator& evaluator, const Code& code, std::size_t first) {
  Trace trace;
  for (std::size_t i = first; i < code.count; ++i) {
    const Value value = evaluator.ArgumentValue(code, i);
    if (value.kind != Value::Kind::kNodes) {
      const std::string_view text = evaluator.ToText(value);
      if (!evaluator.Spend(text.size()) || !AppendTrace(text, trace)) return std::nullopt;
      continue;
    }
    for (std::size_t k = 0; k < value.nodes.size(); ++k) {
      const std::string_view text = evaluator.TextAt(value.nodes, k);
      if (!evaluator.Spend(text.size()) || !AppendTrace(text, trace)) return std::nullopt;
    }
  }
  return trace;
}

double Hundredths(double number) { return std::floor(number * 100 + 0.5) / 100; }

double DistanceBetween(const Point& from, const Point& to) {
  const double latitude = Radians(to.latitude - from.latitude) / 2;
  const double longitude = Radians(to.longitude - from.longitude) / 2;
  const double a = std::sin(latitude) * std::sin(latitude) +
                   std::cos(Radians(from.latitude)) * std::cos(Radians(to.latitude)) *
                       std::sin(longitude) * std::sin(longitude);
  return 2 * kEarthRadius_m * std::asin(std::sqrt(std::fmin(1, a)));
}

Value Distance(Evaluator& evaluator, const Code& code) {
  const auto trace = TraceOf(evaluator, code, 0);
  if (!trace || trace->empty()) return Value::Of(kNaN);
  double distance = 0;
  for (std::size_t i = 1; i < trace->size(); ++i)
    distance += DistanceBetween((*trace)[i - 1], (*trace)[i]);
  return Value::Of(Hundredths(distance));
}

Value Area(Evaluator& evaluator, const Code& code) {
  auto trace = TraceOf(evaluator, code, 0);
  if (!trace || trace->empty()) return Value::Of(kNaN);
  if (trace->front() != trace->back()) trace->push_back(trace->front());
  double area = 0;
  for (std::size_t i = 1; i < trace->size(); ++i) {
    const Point& from = (*trace)[i - 1];
    const Point& to = (*trace)[i];
    area += Radians(to.longitude - from.longitude) *
            (2 + std::sin(Radians(from.latitude)) + std::sin(Radians(to.latitude)));
  }
  return Value::Of(Hundredths(std::fabs(area * kEarthRadius_m * kEarthRadius_m / 2)));
}

// Whether the point lies inside the polygon: a ray to the east crosses its edges an odd number of
// times.
Value Geofence(Evaluator& evaluator, const Code& code) {
  const auto point = PointOf(evaluator.ArgumentText(code, 0));
  auto polygon = TraceOf(evaluator, code, 1);
  if (!point || !polygon || polygon->size() < 3) return Value::Of(false);
  if (polygon->front() != polygon->back()) polygon->push_back(polygon->front());
  bool inside = false;
  for (std::size_t i = 1; i < polygon->size(); ++i) {
    const Point& a = (*polygon)[i - 1];
    const Point& b = (*polygon)[i];
    const bool crosses = (a.latitude > point->latitude) != (b.latitude > point->latitude);
    if (crosses && point->longitude < (b.longitude - a.longitude) * (point->latitude - a.latitude) /
                                              (b.latitude - a.latitude) +
                                          a.longitude)
      inside = !inside;
  }
  return Value::Of(inside);
}

constexpr std::array kGeoFunctions = {
    FunctionInfo{"area", 1, 1, Type::kNumber, Area},
    FunctionInfo{"enclosed-area", 1, 1, Type::kNumber, Area},
    FunctionInfo{"distance", 1, kAnyNumber, Type::kNumber, Distance},
    FunctionInfo{"geofence", 2, 2, Type::kBoolean, Geofence},
};

}  // namespace

std::span<const FunctionInfo> GeoFunctions() { return kGeoFunctions; }

}  // namespace pingshen::expression
