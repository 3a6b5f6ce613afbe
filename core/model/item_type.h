// What an item asks for, and the fixed codes of answers and fields.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace pingshen::model {

// In the comments: the answer, that is the field "" of the item, and its further fields by code.
// Every type with an answer may also be kChoice "na" where the item allows it (kGrade: "E"), and
// has the fields kNoteField and kEvidenceField.
enum class ItemType : std::uint8_t {
  kNote,            // text only, no answer
  kYesNoNa,         // kChoice of "yes" | "no"
  kSingleChoice,    // kChoice
  kMultipleChoice,  // kChoices; kChoice "none" (assessed: none of the options)
  kInteger,         // kInteger
  kDecimal,         // kDecimal
  kDeductions,  // points with deductions: <deduction code> and its DueField, see DeductionKind; ""
                // = kChoice "full" (nothing to deduct), "not_occurred" or "no_evidence"
  kDate,        // kDate
  kText,        // kText, one line
  kLongText,    // kText
  kIdentityNumber,  // kText, valid 居民身份证 number
  kCreditCode,      // kText, valid 统一社会信用代码
  kRepeat,  // children, instances numbered from 1; "" may be kChoice "none" (assessed: no instance
            // exists)
  kGrade,   // kChoice "A" … "D", "E" (not applicable: kBasisField = kText, its approval).
            // With sub_points: <sub-point code> = kChoice "yes" | "no", and "" may be "E" only
  kRatio,   // kNumeratorField, kDenominatorField = kInteger or kDecimal, kReportedField = kFigure;
            // no ""
  kStages,  // <stage code> = kDate; no ""
  kTime,    // kTime
  kDateTime,     // kDateTime
  kRegionCode,   // kText, six digits of GB/T 2260
  kPhone,        // kText, a telephone number
  kBarcode,      // kText, what the code says
  kInstitution,  // kText, its name; kCreditCodeField, kRegionField = kText
  kPerson,       // kText, the name; kIdNumberField, kPhoneField, kTitleField = kText
  kPhoto,        // kAttachments
  kFile,         // kAttachments
  kAudio,        // kAttachments
  kVideo,        // kAttachments
  kSignature,    // kAttachments, a drawing
  kPosition,     // kPosition, one point
  kTrace,        // kPosition, a line of two points or more
  kShape,        // kPosition, a closed line: the last point is the first
  kRank,         // kRanking, all options
  kAcknowledge,  // kChoice "OK"
  kCalculated,   // derived, no control; kText in the log where its calculation is volatile
  kGroup,        // children shown together; no answer, no step in a FieldPath
  kTable,  // children (the columns) for each of `rows`: a repeat whose instances 1 … n always exist
};
inline constexpr ItemType kLastItemType = ItemType::kTable;

// As in form files: "yes_no", "single_choice", "datetime" …
std::string_view CodeOf(ItemType type);
std::optional<ItemType> ItemTypeOf(std::string_view code);

// kRepeat and kTable: children stand inside instances, which are steps of a FieldPath.
constexpr bool HasInstances(ItemType type) {
  return type == ItemType::kRepeat || type == ItemType::kTable;
}
// Types with options.
constexpr bool IsChoice(ItemType type) {
  return type == ItemType::kYesNoNa || type == ItemType::kSingleChoice ||
         type == ItemType::kMultipleChoice || type == ItemType::kRank;
}
constexpr bool TakesAttachments(ItemType type) {
  return type >= ItemType::kPhoto && type <= ItemType::kSignature;
}
// Something that a person answers: not a text, a frame, or a calculation.
constexpr bool IsAsked(ItemType type) {
  return type != ItemType::kNote && type != ItemType::kCalculated && type != ItemType::kGroup &&
         type != ItemType::kTable;
}

// Codes of answers.
inline constexpr std::string_view kYes = "yes";
inline constexpr std::string_view kNo = "no";
inline constexpr std::string_view kNotApplicable = "na";
inline constexpr std::string_view kFullMarks = "full";
inline constexpr std::string_view kNotOccurred =
    "not_occurred";  // kDeductions: it did not occur, nothing is deducted
inline constexpr std::string_view kNoEvidence =
    "no_evidence";  // kDeductions: no written evidence, 0 points
inline constexpr std::string_view kNoInstance = "none";
inline constexpr std::string_view kNoneOfThese = "none";
inline constexpr std::string_view kAcknowledged = "OK";
inline constexpr std::string_view kGradeNotApplicable = "E";

// Codes of fields.
inline constexpr std::string_view kNoteField = "note";          // the assessor's remark, any item
inline constexpr std::string_view kEvidenceField = "evidence";  // kAttachments, any item
inline constexpr std::string_view kBasisField = "basis";
inline constexpr std::string_view kNumeratorField = "numerator";
inline constexpr std::string_view kDenominatorField = "denominator";
inline constexpr std::string_view kReportedField = "reported";
inline constexpr std::string_view kCreditCodeField = "credit_code";
inline constexpr std::string_view kRegionField = "region";
inline constexpr std::string_view kIdNumberField = "id_number";
inline constexpr std::string_view kPhoneField = "phone";
inline constexpr std::string_view kTitleField = "title";

}  // namespace pingshen::model
