// Sentences of the form catalogue, of importing a form, and of moving to another version.
#pragma once

#include "web/ui/words/strings.h"

namespace pingshen::ui::say {

// Catalogue
inline constexpr Phrase kForms{"表单目录", "Forms"};
inline constexpr Phrase kFormsShort{"表单", "Forms"};
inline constexpr Phrase kFormsLead{"本机可以使用的表单。安装后离线也能使用。",
                                   "The forms on this device; installed ones work offline, too."};
inline constexpr Phrase kBuiltIn{"内置", "Built in"};
inline constexpr Phrase kFromFile{"文件安装", "From a file"};
inline constexpr Phrase kFromDesk{"评审机构", "From the desk"};
inline constexpr Phrase kOlder{"旧版本", "Older version"};
inline constexpr Phrase kQuestions{"{} 题", "{} items"};
inline constexpr Phrase kInstalledAt{"{} 安装", "Installed {}"};
inline constexpr Phrase kDigestShort{"校验值 {}…", "SHA-256 {}…"};
inline constexpr Phrase kStartWith{"用它开始评审", "Start with it"};
inline constexpr Phrase kInstall{"安装表单", "Install a form"};
inline constexpr Phrase kInstallLead{
    "选择 XLSForm 工作簿（.xlsx，Excel、WPS、LibreOffice "
    "均可）或表单文件（.json），也可以直接拖到本页。"
    "安装前先预览。",
    "Choose an XLSForm workbook (.xlsx from Excel, WPS or LibreOffice) or a form file (.json), or "
    "drop "
    "it on this page. You see what is in it first."};
inline constexpr Phrase kPickForm{"选择文件", "Choose a file"};
inline constexpr Phrase kDesk{"从评审机构获取", "Fetch from the commission"};
inline constexpr Phrase kDeskAddress{"评审机构网址", "Address of the desk"};
inline constexpr Phrase kDeskPlaceholder{"https://", "https://"};
inline constexpr Phrase kFetchList{"查看表单", "List its forms"};
inline constexpr Phrase kFetching{"正在获取…", "Fetching…"};
inline constexpr Phrase kDeskEmpty{"该机构目前没有发布表单。", "This desk offers no forms."};
inline constexpr Phrase kFetchForm{"获取", "Fetch"};
inline constexpr Phrase kInstalled{"已安装", "Installed"};

// Preview of an import
inline constexpr Phrase kImportTitle{"预览表单", "Preview"};
inline constexpr Phrase kImportReady{"可以安装", "Ready to install"};
inline constexpr Phrase kImportRefused{"不能安装", "Cannot be installed"};
inline constexpr Phrase kImportRefusedText{"请按下面的提示修改后重新选择文件。",
                                           "Mend what is listed below and choose the file again."};
inline constexpr Phrase kAlreadyInstalled{"这个表单已经安装。", "This form is installed already."};
inline constexpr Phrase kErrorsCount{"{} 处错误", "{} error(s)"};
inline constexpr Phrase kWarningsCount{"{} 条提醒", "{} warning(s)"};
inline constexpr Phrase kUnsupportedCount{"{} 项未导入", "{} not imported"};
inline constexpr Phrase kErrors{"错误", "Errors"};
inline constexpr Phrase kWarnings{"提醒", "Warnings"};
inline constexpr Phrase kUnsupported{"未导入的内容", "Not imported"};
inline constexpr Phrase kMoreMessages{"另有 {} 条未列出。", "{} more are not listed."};
inline constexpr Phrase kMoreQuestions{"另有 {} 题。", "{} more items."};
inline constexpr Phrase kContents{"表单内容", "What the form asks"};
inline constexpr Phrase kLanguages{"语言：{}", "Languages: {}"};
inline constexpr Phrase kInstallNow{"安装", "Install"};
inline constexpr Phrase kDiscard{"放弃", "Discard"};
inline constexpr Phrase kShownWhen{"显示条件 {}", "Shown when {}"};
inline constexpr Phrase kMustHold{"约束 {}", "Constraint {}"};
inline constexpr Phrase kFormInstalled{"表单已安装", "The form is installed"};

// Kinds of items, in the order of model::ItemType
inline constexpr Phrase kItemTypes[] = {
    {"说明", "Note"},
    {"是／否", "Yes or no"},
    {"单选", "Single choice"},
    {"多选", "Multiple choice"},
    {"整数", "Whole number"},
    {"小数", "Decimal"},
    {"扣分", "Deductions"},
    {"日期", "Date"},
    {"文本", "Text"},
    {"长文本", "Long text"},
    {"身份证号", "Identity number"},
    {"信用代码", "Credit code"},
    {"可重复组", "Repeat"},
    {"等次 A–E", "Grade A–E"},
    {"比率", "Ratio"},
    {"阶段", "Stages"},
    {"时间", "Time"},
    {"日期时间", "Date and time"},
    {"区划代码", "Region code"},
    {"电话", "Phone"},
    {"条码", "Barcode"},
    {"机构", "Institution"},
    {"人员", "Person"},
    {"照片", "Photo"},
    {"文件", "File"},
    {"录音", "Audio"},
    {"视频", "Video"},
    {"手写签名", "Signature"},
    {"位置", "Position"},
    {"轨迹", "Trace"},
    {"区域", "Area"},
    {"排序", "Ranking"},
    {"确认", "Acknowledgement"},
    {"计算", "Calculated"},
    {"分组", "Group"},
    {"表格", "Table"},
};

// Moving to a newer version
inline constexpr Phrase kNewerTitle{"表单有新版本", "There is a newer version"};
inline constexpr Phrase kNewerText{
    "这份评审使用版本 {}，本机已有版本 {}。",
    "This assessment uses version {}; version {} is on this device."};
inline constexpr Phrase kSeeChanges{"查看变化", "See what changes"};
inline constexpr Phrase kMoveTitle{"转到新版本", "Move to the newer version"};
inline constexpr Phrase kMoveFromTo{"版本 {} → 版本 {}", "Version {} → version {}"};
inline constexpr Phrase kMoveKept{"{} 个答案保留", "{} answers are kept"};
inline constexpr Phrase kMoveAside{"{} 个答案搁置", "{} answers are set aside"};
inline constexpr Phrase kMoveSafe{
    "将按新版本另建一份评审，并带入适用的答案。原来的一份保持不变，仍可打开、签名和导出。",
    "A new assessment is made under the newer version with every answer that fits. The present one "
    "stays as it is and can still be opened, signed and exported."};
inline constexpr Phrase kAdded{"新增条目", "Added"};
inline constexpr Phrase kRemoved{"取消条目", "Removed"};
inline constexpr Phrase kChanged{"修改条目", "Changed"};
inline constexpr Phrase kChangedRules{"评分或填写规则有变", "Rules of answering or scoring differ"};
inline constexpr Phrase kChangedWords{"仅文字有变", "Words only"};
inline constexpr Phrase kAside{"搁置的答案", "Answers set aside"};
inline constexpr Phrase kNoChanges{"两个版本的条目相同。",
                                   "The items of both versions are the same."};
inline constexpr Phrase kMoveNow{"转到新版本", "Move"};
inline constexpr Phrase kMovedBadge{"已转新版本", "Moved on"};

}  // namespace pingshen::ui::say
