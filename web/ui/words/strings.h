// Every sentence of the screens, Chinese and English side by side. Texts of forms and errors live
// with them.
// "{}" is replaced through Fill().
#pragma once

#include <string>
#include <string_view>

namespace pingshen::ui {

struct Phrase {
  std::string_view zh;
  std::string_view en;
};

// Replaces each "{}" in turn.
template <typename... Parts>
std::string Fill(std::string_view pattern, const Parts&... parts) {
  std::string out;
  const std::string_view values[] = {std::string_view(parts)...};
  std::size_t next = 0;
  for (std::size_t at = 0;;) {
    const std::size_t hole = pattern.find("{}", at);
    out += pattern.substr(at, hole == std::string_view::npos ? hole : hole - at);
    if (hole == std::string_view::npos) return out;
    if (next < sizeof...(parts)) out += values[next++];
    at = hole + 2;
  }
}

namespace say {

inline constexpr Phrase kProduct{"评审通", "Pingshen"};
inline constexpr Phrase kLanguageButton{"EN", "中文"};  // the other language, in that language
inline constexpr Phrase kLanguageName{"Switch to English", "切换为中文"};
inline constexpr Phrase kLanguagesButton{"语言", "Language"};
inline constexpr Phrase kLanguagesName{"选择语言", "Choose the language"};
inline constexpr Phrase kFormTextsOnly{"仅表单内容", "form only"};
inline constexpr Phrase kBack{"返回", "Back"};
inline constexpr Phrase kCancel{"取消", "Cancel"};
inline constexpr Phrase kClose{"关闭", "Close"};
inline constexpr Phrase kPoints{"分", "pts"};
inline constexpr Phrase kRequired{"必填", "Required"};
inline constexpr Phrase kOptional{"选填", "Optional"};
inline constexpr Phrase kOf{"{} / {}", "{} / {}"};

// Kinds of assessment
inline constexpr Phrase kSelf{"自评", "Self-assessment"};
inline constexpr Phrase kOnsite{"现场评审", "On-site"};
inline constexpr Phrase kRereview{"复评", "Re-review"};
inline constexpr Phrase kSpotcheck{"抽查", "Spot check"};

// My assessments
inline constexpr Phrase kMyAssessments{"我的评审", "My assessments"};
inline constexpr Phrase kListLead{"所有答案只保存在本机，签名导出后提交。",
                                  "All answers stay on this device until you sign and export."};
inline constexpr Phrase kNewAssessment{"新建评审", "New assessment"};
inline constexpr Phrase kDraft{"草稿", "Draft"};
inline constexpr Phrase kExported{"已导出", "Exported"};
inline constexpr Phrase kChangedSinceExport{"导出后有修改", "Changed since export"};
inline constexpr Phrase kAnsweredCount{"已答 {} / {}", "{} of {} answered"};
inline constexpr Phrase kAllAnswered{"全部 {} 项已答", "All {} answered"};
inline constexpr Phrase kScore{"得分", "Score"};
inline constexpr Phrase kChangedAt{"{} 更新", "Changed {}"};
inline constexpr Phrase kEmptyTitle{"还没有评审", "No assessments yet"};
inline constexpr Phrase kEmptyText{
    "选择表单，填写机构信息，即可开始。全程无需网络，每一次作答都会立即保存在本机。",
    "Choose a form, name the institution and start. No network is needed; every answer is saved on "
    "this device at once."};
inline constexpr Phrase kNoForms{"本机没有可用的表单。", "There is no form on this device."};

// New assessment
inline constexpr Phrase kChooseForm{"选择表单", "Form"};
inline constexpr Phrase kVersion{"版本 {}", "Version {}"};
inline constexpr Phrase kFullScore{"满分 {}", "Full score {}"};
inline constexpr Phrase kKind{"评审类型", "Kind of assessment"};
inline constexpr Phrase kInstitution{"被评机构", "Institution"};
inline constexpr Phrase kInstitutionName{"机构名称", "Name of the institution"};
inline constexpr Phrase kInstitutionNamePlaceholder{"如：太平镇双河村卫生室",
                                                    "e.g. Shuanghe Village Clinic"};
inline constexpr Phrase kCreditCode{"统一社会信用代码", "Unified social credit code"};
inline constexpr Phrase kCreditCodePlaceholder{"18 位，没有可不填",
                                               "18 characters, may be left empty"};
inline constexpr Phrase kRegionCode{"行政区划代码", "Region code"};
inline constexpr Phrase kRegionCodePlaceholder{"6 位数字", "6 digits"};
inline constexpr Phrase kPeriod{"评审周期", "Period"};
inline constexpr Phrase kPeriodPlaceholder{"如：2026 或 2026-Q3", "e.g. 2026 or 2026-Q3"};
inline constexpr Phrase kAssessor{"评审员", "Assessor"};
inline constexpr Phrase kAssessorPlaceholder{"填写人姓名", "Name of the person who fills in"};
inline constexpr Phrase kStart{"开始评审", "Start"};
inline constexpr Phrase kNameMissing{"请填写机构名称。", "Enter the institution's name."};
inline constexpr Phrase kAssessorMissing{"请填写评审员姓名。", "Enter the assessor's name."};
inline constexpr Phrase kPeriodMissing{"请填写评审周期。", "Enter the period."};
inline constexpr Phrase kRegionWrong{"应为六位行政区划代码。", "Must be a six-digit region code."};

// Identifier problems
inline constexpr Phrase kLengthWrong{"应为 18 位，现在是 {} 位。",
                                     "Must have 18 characters, has {}."};
inline constexpr Phrase kFifteenDigits{
    "15 位旧号码不再有效，请填写 18 位号码。",
    "15-digit numbers are no longer valid; enter the 18-digit one."};
inline constexpr Phrase kCharacterWrong{"含有不允许的字符。",
                                        "Contains a character that is not allowed."};
inline constexpr Phrase kDateWrong{"其中的出生日期不存在。",
                                   "The date of birth in it does not exist."};
inline constexpr Phrase kCheckDigitWrong{
    "校验位不符，请核对有无输错。", "The check digit does not match; look for a typing error."};
inline constexpr Phrase kNotCanonical{"有空格、全角或小写字符，应改为规范写法。",
                                      "Contains blanks, wide or lower-case characters."};
inline constexpr Phrase kCorrectTo{"改为 {}", "Change to {}"};
inline constexpr Phrase kIdentifierRight{"校验通过", "Check passed"};

// Filling in
inline constexpr Phrase kYes{"是", "Yes"};
inline constexpr Phrase kNo{"否", "No"};
inline constexpr Phrase kNotApplicable{"不适用", "Not applicable"};
inline constexpr Phrase kNothingToDeduct{"无扣分", "Nothing to deduct"};
inline constexpr Phrase kPerTime{"每次扣{}分", "−{} each"};
inline constexpr Phrase kOnce{"扣 {} 分", "−{}"};
inline constexpr Phrase kCap{"，至多{}分", ", at most −{}"};
inline constexpr Phrase kMore{"增加", "More"};
inline constexpr Phrase kLess{"减少", "Less"};
inline constexpr Phrase kTimes{"{} 次", "{} times"};
inline constexpr Phrase kMethod{"核查方式：{}", "How to check: {}"};
inline constexpr Phrase kSources{"依据", "Sources"};
inline constexpr Phrase kNote{"备注", "Note"};
inline constexpr Phrase kNotePlaceholder{"说明情况、证据或问题",
                                         "Circumstances, evidence or problems"};
inline constexpr Phrase kCore{"核心", "Core"};
inline constexpr Phrase kItemPoints{"{} 分", "{} pts"};
inline constexpr Phrase kEarnedOf{"{} / {} 分", "{} / {} pts"};
inline constexpr Phrase kNumberPlaceholder{"请输入数字", "Enter a number"};
inline constexpr Phrase kTextPlaceholder{"请输入", "Enter text"};
inline constexpr Phrase kDatePlaceholder{"选择日期", "Choose a date"};
inline constexpr Phrase kIdentityPlaceholder{"18 位身份证号码", "18-digit identity number"};
inline constexpr Phrase kNoneOfThese{"以上都没有", "None of these"};
inline constexpr Phrase kChooseAny{"可多选", "Choose all that apply"};
inline constexpr Phrase kNotStored{"未保存：{}", "Not saved: {}"};
inline constexpr Phrase kNotANumber{"“{}”不是数字", "“{}” is not a number"};
inline constexpr Phrase kNotAnInteger{"“{}”不是整数", "“{}” is not a whole number"};
inline constexpr Phrase kNoControl{"这一类条目在本版程序中不能填写",
                                   "Items of this kind cannot be filled in with this version"};
inline constexpr Phrase kNotADate{"“{}”不是日期", "“{}” is not a date"};
inline constexpr Phrase kAdd{"添加{}", "Add {}"};
inline constexpr Phrase kRemove{"删除{}", "Remove {}"};
inline constexpr Phrase kNoneExist{"没有{}", "No {}"};
inline constexpr Phrase kInstance{"{} {}", "{} {}"};
inline constexpr Phrase kInstanceFallback{"记录", "Entry"};
inline constexpr Phrase kRemoveTitle{"删除“{}”？", "Remove “{}”?"};
inline constexpr Phrase kRemoveText{
    "其中已填写的内容将一并删除。答题记录仍保留在本机日志中。",
    "Everything filled in there is removed with it. The log on this device keeps the records."};
inline constexpr Phrase kRemoveConfirm{"删除", "Remove"};
inline constexpr Phrase kSections{"章节", "Sections"};
inline constexpr Phrase kSaved{"已保存 {}", "Saved {}"};
inline constexpr Phrase kSavedNothingYet{"作答后自动保存", "Saves by itself"};
inline constexpr Phrase kSaveFailed{"保存失败", "Not saved"};
inline constexpr Phrase kScoreSoFar{"目前得分", "Score so far"};
inline constexpr Phrase kFinalScore{"得分", "Score"};
inline constexpr Phrase kVetoes{"一票否决 {} 项", "{} veto(es)"};
inline constexpr Phrase kNoVetoes{"无一票否决", "No veto"};
inline constexpr Phrase kProvisional{"暂定结果", "Provisional"};
inline constexpr Phrase kCheckAndFinish{"检查并完成", "Check and finish"};
inline constexpr Phrase kCheckShort{"检查", "Check"};
inline constexpr Phrase kNextSection{"下一节", "Next"};
inline constexpr Phrase kPreviousSection{"上一节", "Previous"};
inline constexpr Phrase kToFill{"待填写", "Not answered yet"};
inline constexpr Phrase kNothingRelevant{"本节没有需要填写的条目。",
                                         "Nothing in this section needs an answer."};
inline constexpr Phrase kProgress{"进度", "Progress"};

// Sources
inline constexpr Phrase kConfidence0{"待确认", "To be confirmed"};
inline constexpr Phrase kConfidence1{"单一来源", "One source"};
inline constexpr Phrase kConfidence2{"两个来源", "Two sources"};
inline constexpr Phrase kConfidence3{"我方解读", "Our reading"};

// Check and finish
inline constexpr Phrase kCheckTitle{"检查与结果", "Check and result"};
inline constexpr Phrase kResult{"结果", "Result"};
inline constexpr Phrase kNotComplete{"尚未完成", "Not complete yet"};
inline constexpr Phrase kNotCompleteText{
    "还有 {} 处需要处理。全部处理后才能得出结果并签名。",
    "{} things are still to be done before there is a result to sign."};
inline constexpr Phrase kCompleteText{"全部条目已完成，可以签名并导出。",
                                      "Everything is complete; you can sign and export."};
inline constexpr Phrase kEarned{"得分", "Earned"};
inline constexpr Phrase kAttainable{"应得分", "Attainable"};
inline constexpr Phrase kTotal{"满分", "Full score"};
inline constexpr Phrase kScaled{"折算得分 {}（得分 × 满分 ÷ 应得分）",
                                "Scaled score {} (earned × full ÷ attainable)"};
inline constexpr Phrase kToDo{"需要处理", "To be done"};
inline constexpr Phrase kGoThere{"去填写", "Go there"};
inline constexpr Phrase kMissingAnswer{"未作答", "Not answered"};
inline constexpr Phrase kUnsavedInput{"有未能保存的输入", "An entry could not be saved"};
inline constexpr Phrase kBySection{"分章节得分", "By section"};
inline constexpr Phrase kVetoTitle{"一票否决", "Vetoes"};
inline constexpr Phrase kVetoHolds{"触发", "Applies"};
inline constexpr Phrase kVetoNone{"没有触发一票否决条款。", "No veto clause applies."};
inline constexpr Phrase kHints{"提示", "Remarks"};
inline constexpr Phrase kOurReadingTitle{"关于等级界线的说明", "About the limits of the grades"};
inline constexpr Phrase kBands{"等级", "Grades"};
inline constexpr Phrase kAtLeast{"{} 分及以上", "{} and above"};
inline constexpr Phrase kBelow{"低于 {} 分", "Below {}"};
inline constexpr Phrase kBetween{"{} 至不足 {} 分", "{} to below {}"};
inline constexpr Phrase kSignAndExport{"签名并导出", "Sign and export"};
inline constexpr Phrase kBackToFill{"返回填写", "Back to the form"};

// Sign and export
inline constexpr Phrase kSignTitle{"签名与导出", "Sign and export"};
inline constexpr Phrase kMakeKeyTitle{"创建签名密钥", "Create your signing key"};
inline constexpr Phrase kMakeKeyText{
    "签名密钥只保存在本机，由您的口令加密。每次签名都要输入口令，请勿告诉他人。口令遗失后无法找回"
    "。",
    "The key stays on this device, encrypted with your passphrase. You enter it for each "
    "signature; tell nobody. A lost passphrase cannot be recovered."};
inline constexpr Phrase kHolder{"签名人姓名", "Name of the signer"};
inline constexpr Phrase kHolderPlaceholder{"与证件一致", "As on your identity card"};
inline constexpr Phrase kOrganisation{"所在单位", "Organisation"};
inline constexpr Phrase kOrganisationPlaceholder{"如：某县卫生健康局", "e.g. County Health Bureau"};
inline constexpr Phrase kPassphrase{"签名口令", "Passphrase"};
inline constexpr Phrase kPassphrasePlaceholder{"输入签名口令", "Enter your passphrase"};
inline constexpr Phrase kPassphraseAgain{"再次输入口令", "Passphrase again"};
inline constexpr Phrase kRuleLength{"至少 8 个字符", "At least 8 characters"};
inline constexpr Phrase kRuleSame{"两次输入一致", "Both are the same"};
inline constexpr Phrase kMakeKey{"创建密钥", "Create key"};
inline constexpr Phrase kWorking{"正在处理，请稍候…", "Working, please wait…"};
inline constexpr Phrase kYouDeclare{"您将声明", "You declare"};
inline constexpr Phrase kDeclaration{
    "本人 {}（{}）声明：对“{}”{}的全部答案由本人据实填写并核对，结果为{}。",
    "I, {} ({}), declare that I filled in and checked all answers on “{}” ({}) truthfully. Result: "
    "{}."};
inline constexpr Phrase kScoreInWords{"{} 分，{}", "{} points, {}"};
inline constexpr Phrase kSigner{"签名人", "Signer"};
inline constexpr Phrase kKeyId{"密钥编号", "Key id"};
inline constexpr Phrase kSignNow{"签名并导出", "Sign and export"};
inline constexpr Phrase kPrint{"打印版", "Printable version"};
inline constexpr Phrase kPrintText{
    "把目前填写的内容排成可打印的文件，照片在内，不用联网。文件是草稿，不能代替签名的评审包。",
    "Lays out what is filled in so far as a file for printing, pictures inside, offline. It is a draft "
    "and no substitute for the signed bundle."};
inline constexpr Phrase kExportKey{"导出公钥", "Export public key"};
inline constexpr Phrase kExportKeyText{
    "首次使用前，请将公钥文件交评审机构登记，否则无法验证您的签名。",
    "Before first use, have the public key file registered with the commission; otherwise your "
    "signature cannot be verified."};
inline constexpr Phrase kDone{"已签名并导出", "Signed and exported"};
inline constexpr Phrase kFile{"文件", "File"};
inline constexpr Phrase kSize{"大小", "Size"};
inline constexpr Phrase kDigest{"清单摘要（SHA-256）", "Manifest digest (SHA-256)"};
inline constexpr Phrase kNextSteps{"接下来", "Next"};
inline constexpr Phrase kNextSteps1{
    "将该文件交给评审机构（上传、U 盘或邮件均可），不要改名或编辑其内容。",
    "Hand the file to the commission (upload, USB stick or mail). Do not edit it."};
inline constexpr Phrase kNextSteps2{
    "对方收件后会核对签名、重新计算得分，并出具带签名的回执。",
    "They check the signature, recompute the score and return a signed receipt."};
inline constexpr Phrase kNextSteps3{"之后如再修改答案，需要重新签名导出。",
                                    "If you change answers later, sign and export again."};
inline constexpr Phrase kSignAgain{"再次签名导出", "Sign and export again"};
inline constexpr Phrase kToList{"回到我的评审", "Back to my assessments"};
inline constexpr Phrase kCannotSignYet{"还有条目未完成，暂时不能签名。",
                                       "Some items are not complete; signing is not possible yet."};
inline constexpr Phrase kNoVerdict{"无等级", "no grade"};

// Errors
inline constexpr Phrase kErrorCode{"错误代码 {}", "Error code {}"};
inline constexpr Phrase kDismiss{"知道了", "Dismiss"};
inline constexpr Phrase kRescue{"导出救援文件", "Export a rescue file"};
inline constexpr Phrase kRescueText{
    "本机存储已停止写入，后面的作答不会被保存。",
    "Local storage has stopped; further answers will not be saved."};
inline constexpr Phrase kFatalTitle{"评审通无法启动", "Pingshen cannot start"};
inline constexpr Phrase kFatalAdvice{
    "已保存在本机的数据没有被改动。请先重新打开本页；如仍不能启动，请把错误代码告诉管理员，不要清除"
    "浏览器数据。",
    "The data on this device was not changed. Open the page again; if that does not help, tell the "
    "administrator the error code and do not clear the browser's data."};

}  // namespace say
}  // namespace pingshen::ui
