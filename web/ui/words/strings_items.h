// Sentences of the answer controls.
#pragma once

#include "web/ui/words/strings.h"

namespace pingshen::ui::say {

inline constexpr Phrase kNotSetYet{"尚未填写", "Not set yet"};
inline constexpr Phrase kNotAnswered{"未填写", "Not filled in"};
inline constexpr Phrase kReadOnly{"只读", "Read only"};
inline constexpr Phrase kComputed{"自动计算", "Computed"};
inline constexpr Phrase kComputedNothing{"填写相关条目后自动得出", "Follows from other answers"};
inline constexpr Phrase kDefaultTaken{"默认值，请核对", "Default value, please check"};
inline constexpr Phrase kEvidence{"佐证材料", "Evidence"};
inline constexpr Phrase kEvidenceNeeded{"需附佐证材料", "Evidence required"};
inline constexpr Phrase kLookBack{"追溯期：近 {}{}", "Look-back period: last {} {}"};
inline constexpr Phrase kDays{"天", "days"};
inline constexpr Phrase kWeeks{"周", "weeks"};
inline constexpr Phrase kMonths{"个月", "months"};
inline constexpr Phrase kYears{"年", "years"};
inline constexpr Phrase kScoredBy{"评分：{}", "Scored by: {}"};

// Grades
inline constexpr Phrase kMarkA{"优秀", "Excellent"};
inline constexpr Phrase kMarkB{"良好", "Good"};
inline constexpr Phrase kMarkC{"合格", "Passed"};
inline constexpr Phrase kMarkD{"不合格", "Failed"};
inline constexpr Phrase kMarkE{"不适用", "N/A"};
inline constexpr Phrase kMarkName{"{} {}", "{} {}"};
inline constexpr Phrase kDerivedMark{"评定结果", "Mark"};
inline constexpr Phrase kDerivedOpen{"逐条判定后自动得出", "Follows from the points below"};
inline constexpr Phrase kLevelPoints{"{} 级要点", "Points of level {}"};
inline constexpr Phrase kLevelMet{"{} / {} 达到", "{} of {} met"};
inline constexpr Phrase kMet{"达到", "Met"};
inline constexpr Phrase kNotMet{"未达到", "Not met"};
inline constexpr Phrase kBasis{"不适用的批准依据", "Approval of not applicable"};
inline constexpr Phrase kBasisPlaceholder{"文件名称、文号或批准机关",
                                          "Document, number or authority"};
inline constexpr Phrase kMarkNotApplicableHere{"本条目不适用", "This item does not apply"};

// Ratios
inline constexpr Phrase kComputedRate{"计算值", "Computed"};
inline constexpr Phrase kComputedRateOpen{"填写分子和分母后显示",
                                          "Needs numerator and denominator"};
inline constexpr Phrase kRateAgrees{"与填报值一致", "Agrees with the reported figure"};
inline constexpr Phrase kRateDiffers{"与填报值不一致", "Differs from the reported figure"};
inline constexpr Phrase kZeroDenominator{"分母为 0，无法计算", "The denominator is 0"};
inline constexpr Phrase kPerHundred{"%", "%"};
inline constexpr Phrase kPerThousand{"‰", "‰"};
inline constexpr Phrase kPer{"每 {}", "per {}"};
inline constexpr Phrase kRatioSign{"÷", "÷"};

// Deductions
inline constexpr Phrase kPerMissing{"少 1 个扣 {} 分", "−{} for each missing"};
inline constexpr Phrase kPerMore{"多 1 个加 {} 分", "+{} for each more"};
inline constexpr Phrase kPerStep{"每低 {} 扣 {} 分", "each {} below: −{}"};
inline constexpr Phrase kDiscretionary{"酌情，0 至 {} 分", "At discretion, 0 to {}"};
inline constexpr Phrase kBonusEach{"每次加 {} 分", "+{} each"};
inline constexpr Phrase kBonusCap{"，至多加 {} 分", ", at most +{}"};
inline constexpr Phrase kStandard{"标准 {}", "Standard {}"};
inline constexpr Phrase kReached{"实有数", "Actual"};
inline constexpr Phrase kDue{"应有数", "Demanded"};
inline constexpr Phrase kAmount{"扣分", "Points off"};
inline constexpr Phrase kBonusAmount{"加分", "Points added"};
inline constexpr Phrase kNotOccurred{"未发生", "Did not occur"};
inline constexpr Phrase kNoEvidence{"无书面材料", "No written evidence"};

// Choices
inline constexpr Phrase kChoose{"请选择", "Choose"};
inline constexpr Phrase kChange{"更改", "Change"};
inline constexpr Phrase kSearch{"搜索", "Search"};
inline constexpr Phrase kSearchOptions{"输入文字筛选", "Type to filter"};
inline constexpr Phrase kNothingFound{"没有符合“{}”的选项", "Nothing matches “{}”"};
inline constexpr Phrase kNoOptions{"目前没有可选项，请先填写相关条目",
                                   "No options yet; answer the items it depends on first"};
inline constexpr Phrase kOptionCount{"{} 项", "{} options"};
inline constexpr Phrase kChosenCount{"已选 {} 项", "{} chosen"};
inline constexpr Phrase kClearChoice{"清除", "Clear"};
inline constexpr Phrase kDoneChoosing{"完成", "Done"};

// Ranking
inline constexpr Phrase kRankHint{"按重要程度从上到下排列；拖动或用箭头移动。",
                                  "Order from top to bottom; drag or use the arrows."};
inline constexpr Phrase kMoveUp{"上移", "Move up"};
inline constexpr Phrase kMoveDown{"下移", "Move down"};
inline constexpr Phrase kConfirmOrder{"按此顺序确认", "Confirm this order"};
inline constexpr Phrase kRankPlace{"第 {} 位：{}", "Place {}: {}"};

// Stages
inline constexpr Phrase kStageDate{"{} 日期", "Date of {}"};
inline constexpr Phrase kStagesDone{"已完成 {} / {}", "{} of {} done"};

// Dates and times
inline constexpr Phrase kTimePlaceholder{"选择时间", "Choose a time"};
inline constexpr Phrase kDateTimePlaceholder{"选择日期和时间", "Choose date and time"};
inline constexpr Phrase kNotATime{"“{}”不是时间", "“{}” is not a time"};
inline constexpr Phrase kPhonePlaceholder{"固定电话或手机号码", "Landline or mobile"};
inline constexpr Phrase kBarcodePlaceholder{"扫描或手动输入", "Scan or type"};
inline constexpr Phrase kScan{"扫码", "Scan"};
inline constexpr Phrase kPersonName{"姓名", "Name"};
inline constexpr Phrase kPersonPlaceholder{"与证件一致", "As on the identity card"};
inline constexpr Phrase kTitlePlaceholder{"如：主治医师", "e.g. attending physician"};

// Acknowledge
inline constexpr Phrase kAcknowledge{"我已阅读并确认", "I have read and confirm"};

// Tables
inline constexpr Phrase kTableRow{"{} / {}", "{} / {}"};

// Attachments
inline constexpr Phrase kTakePhoto{"拍照", "Take photo"};
inline constexpr Phrase kPickPhoto{"从相册选择", "Choose photos"};
inline constexpr Phrase kPickFile{"添加文件", "Add file"};
inline constexpr Phrase kRecordAudio{"录音", "Record audio"};
inline constexpr Phrase kRecordVideo{"录像", "Record video"};
inline constexpr Phrase kPickAudio{"选择音频", "Choose audio"};
inline constexpr Phrase kPickVideo{"选择视频", "Choose video"};
inline constexpr Phrase kDrawSignature{"手写签名", "Sign here"};
inline constexpr Phrase kDrawAgain{"重新签名", "Sign again"};
inline constexpr Phrase kAttachmentCount{"{} / {} 个", "{} of {}"};
inline constexpr Phrase kAttachments{"{} 个附件", "{} attachments"};
inline constexpr Phrase kAttachmentName{"附件 {}", "Attachment {}"};
inline constexpr Phrase kOpenAttachment{"打开", "Open"};
inline constexpr Phrase kRemoveAttachment{"移除", "Remove"};
inline constexpr Phrase kAttachmentFull{"已达到数量上限", "No more can be added"};
inline constexpr Phrase kRemoveAttachmentTitle{"移除“{}”？", "Remove “{}”?"};
inline constexpr Phrase kRemoveAttachmentText{
    "文件将不再是这一条目的答案。已记录的历史仍保留在本机日志中。",
    "The file is no longer part of this answer. The log on this device keeps the record."};

// Positions
inline constexpr Phrase kTakePosition{"获取当前位置", "Use current position"};
inline constexpr Phrase kTakePositionAgain{"重新定位", "Locate again"};
inline constexpr Phrase kAddPoint{"添加当前位置", "Add current position"};
inline constexpr Phrase kRemoveLastPoint{"删除末点", "Remove last point"};
inline constexpr Phrase kCloseShape{"闭合边界", "Close the boundary"};
inline constexpr Phrase kLatitude{"纬度", "Latitude"};
inline constexpr Phrase kLongitude{"经度", "Longitude"};
inline constexpr Phrase kAltitude{"海拔", "Altitude"};
inline constexpr Phrase kAccuracy{"精度", "Accuracy"};
inline constexpr Phrase kMetres{"{} 米", "{} m"};
inline constexpr Phrase kPointCount{"{} 个点", "{} points"};
inline constexpr Phrase kPlacePointsLeft{"至少还需 {} 个点", "{} more points needed"};
inline constexpr Phrase kClearAnswer{"清除", "Clear"};

// Institution
inline constexpr Phrase kAttributes{"机构情况", "About the institution"};

// Language of the form
inline constexpr Phrase kFormLanguage{"表单语言", "Language of the form"};

}  // namespace pingshen::ui::say
