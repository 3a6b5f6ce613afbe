// What is said about a finished assessment: the claimed result, the sentence that is signed, the
// name of the file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/bundle/manifest.h"
#include "core/evaluation/evaluation.h"
#include "core/model/assessment.h"
#include "core/model/form.h"

namespace pingshen::evaluation {

// Manifest::scheme.
inline constexpr std::string_view kSchemePoints = "points";
inline constexpr std::string_view kSchemeGraded = "graded";
inline constexpr std::string_view kSchemeNone = "none";

bundle::ClaimedPoints ClaimedOf(const model::PointsVerdict& verdict);

// Scheme and claimed of the manifest, from the evaluation.
void SetClaim(const Evaluation& evaluation, bundle::Manifest& manifest);

// What the signer declares, in Chinese: who, about whom, by which form, with which result.
std::string MeaningOf(const model::Assessment& assessment, const model::Form& form,
                      const Evaluation& evaluation, std::string_view signer,
                      std::string_view organisation);

// "村卫生室标准化建设检查_江永县上江圩村卫生室_2026-11-22_0a1b2c3d.psbundle": form title,
// institution, date, digest. Characters that a file system may refuse become "_"; at most 200
// bytes.
std::string BundleFileName(const model::Form& form, const model::Assessment& assessment,
                           std::string_view date, std::string_view manifest_sha256);
std::string FileNamePart(std::string_view text, std::size_t max_bytes);

}  // namespace pingshen::evaluation
