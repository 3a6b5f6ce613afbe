// Schemes that several tests use.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/model/form.h"

namespace pingshen::grading {

inline Decimal D(std::string_view text) { return Decimal::Parse(text).value(); }

inline model::Band MakeBand(std::string code, std::optional<Decimal> at_least,
                            std::optional<Decimal> below) {
  model::Band band;
  band.code = std::move(code);
  band.at_least = at_least;
  band.below = below;
  return band;
}

// 甲级 ≥90, 乙级 70 … below the given bound, 不达标 <70; any veto: 不达标. The rule's text says
// 70–89.
inline model::PointsScheme SichuanScheme(std::string_view second_below = "90") {
  model::PointsScheme scheme;
  scheme.total = D("100");
  for (const char* code :
       {"area", "licence", "non_medical", "unregistered", "no_public_health", "fraud"}) {
    model::Veto veto;
    veto.code = code;
    scheme.vetoes.push_back(veto);
  }
  scheme.veto_band = "fail";
  scheme.bands = {MakeBand("jia", D("90"), std::nullopt), MakeBand("yi", D("70"), D(second_below)),
                  MakeBand("fail", std::nullopt, D("70"))};
  return scheme;
}

}  // namespace pingshen::grading
