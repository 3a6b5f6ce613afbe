#include "commission/command/help_text.h"

#include <ostream>
#include <string_view>

namespace pingshen::commission {
namespace {

constexpr std::string_view kChinese = R"(评审通受理台 pingshen

用法：
  pingshen serve  --data 目录 --web 目录 [--host 127.0.0.1] [--port 8080] [--max-bundle-mib 256]
                  [--access-file 文件] [--receipt-key 文件.key [--passphrase-file 文件]]
      启动评审应用与受理服务。受理页面 /desk 默认只在本机开放；--access-file 第一行为访问口令，
      给出后远程也可凭口令访问。--receipt-key 给出后为每份评审包签发回执。--port 0 取任一空闲端口。
  pingshen verify [--trust 名单 --root 公钥 | --data 目录] [--json] 文件…
      查验评审包：签名人、哈希、复算结果与声明是否一致。未给名单时只查验签名本身，并注明“未对照信任名单”。
  pingshen print  [--trust 名单 --root 公钥 | --data 目录] [--out 文件.html] [--language 语言]
                  [--whole-identity-numbers] 文件.psbundle
  pingshen print  --form 表单.json [--out 文件.html] [--language 语言]
      把评审包（先按 verify 查验，不合格的不打印）或空白表单排成一个可打印的 HTML 文件（A4，照片内嵌，无脚本）。
      身份证号默认部分遮盖。见 docs/print.md。
  pingshen keygen --out 目录|文件.key [--holder 名称] [--organisation 单位] [--passphrase-file 文件]
      生成委员会根密钥：root.key（口令加密）、root.pub.json、root.pub.pem。不会覆盖已有密钥。
  pingshen trust add    --data 目录 公钥.json [--roles assessor,team_leader] [--region 区划]
                        [--valid-from 2026-01-01] [--valid-to 2028-12-31] [--holder 姓名] [--organisation 单位]
  pingshen trust revoke --data 目录 密钥编号 --why 原因
  pingshen trust list   --data 目录
      维护由根密钥签名的信任名单。角色：assessor team_leader institution reviewer commission，默认 assessor。
      默认有效期：登记前 30 天（涵盖此前已签的评审包）至登记后三年。
  pingshen form import 表格.xlsx [-o 表单.json] [--json]
      把 XLSForm 工作簿（Excel、WPS、LibreOffice）转成表单文件；逐条指出工作表、行、列。见 docs/xlsform.md。
  pingshen form export 表单.json -o 表格.xlsx
      把任何表单写成 XLSForm 工作簿；再导入时与原表单相同。
  pingshen expr
      从标准输入逐行读取 JSON（id、expr、type，以及可选的 doc、context、root、namespaces、tz、language），
      计算表达式，逐行输出 {"id":…,"value":…} 或 {"id":…,"error":…}。
  pingshen grade 表单.json 答案.json [--date 2026-01-01]
  pingshen grade --scheme 方案.json 计数.json
      按表单评分，或对一组现成的计数评分，输出完整结果（JSON）：等次、各章分布、达标与未达标的门槛、
      数据核查发现、距上一等次的差距。见 docs/grading.md。
  pingshen form check 表单.json
      检查表单文件，每行一条：文件:行:列: 代码: 说明。表单不能使用时退出码为 1；只有提醒（ERR_LINT_…）时为 0。

口令取自 --passphrase-file（第一行）、环境变量 PINGSHEN_PASSPHRASE，或在终端输入；从不取自命令行参数。
各命令均可用 --lang zh|en（或环境变量 PINGSHEN_LANG）选择语言。

退出码：
  0  全部正常（verify：内容完整、签名有效、结果一致；给了名单时签名人均在名单中）
  1  拒绝（输出错误代码与说明）
  2  用法错误，或文件、目录无法读写
  3  verify：其余均正常，但有签名人不在给定的信任名单中
)";

constexpr std::string_view kEnglish = R"(pingshen, the desk of Pingshen

Usage:
  pingshen serve  --data FOLDER --web FOLDER [--host 127.0.0.1] [--port 8080] [--max-bundle-mib 256]
                  [--access-file FILE] [--receipt-key FILE.key [--passphrase-file FILE]]
      Serves the app and takes bundles in. The pages below /desk are open on this machine only, unless
      --access-file names a file whose first line is a password. With --receipt-key every bundle gets a
      signed receipt. --port 0 takes any free port.
  pingshen verify [--trust LIST --root PUBKEY | --data FOLDER] [--json] FILE…
      Says who signed a bundle, whether its hashes are right, and whether its result is what its answers
      give. Without a list only the signatures themselves are checked, and the output says so.
  pingshen print  [--trust LIST --root PUBKEY | --data FOLDER] [--out FILE.html] [--language TAG]
                  [--whole-identity-numbers] FILE.psbundle
  pingshen print  --form FORM.json [--out FILE.html] [--language TAG]
      Lays a bundle (verified first, as verify does; a refused one is not printed) or an empty form out as
      one printable HTML file (A4, pictures inside, no script). Identity numbers are masked unless asked
      for. See docs/print.md.
  pingshen keygen --out FOLDER|FILE.key [--holder NAME] [--organisation NAME] [--passphrase-file FILE]
      Makes the commission's root key: root.key (sealed with a passphrase), root.pub.json, root.pub.pem.
      Never overwrites a key.
  pingshen trust add    --data FOLDER PUBKEY.json [--roles assessor,team_leader] [--region CODE]
                        [--valid-from 2026-01-01] [--valid-to 2028-12-31] [--holder NAME] [--organisation NAME]
  pingshen trust revoke --data FOLDER KEY_ID --why TEXT
  pingshen trust list   --data FOLDER
      Maintains the trust list, signed with the root key. Roles: assessor team_leader institution reviewer
      commission; assessor unless given. Valid from 30 days before the registration, so that bundles
      signed before it are covered, for three years, unless given.
  pingshen form import BOOK.xlsx [-o FORM.json] [--json]
      Makes a form file of an XLSForm workbook (Excel, WPS, LibreOffice); says sheet, row and column of
      everything that is wrong. See docs/xlsform.md.
  pingshen form export FORM.json -o BOOK.xlsx
      Writes any form as an XLSForm workbook; imported again it is the same form.
  pingshen expr
      Reads one JSON object a line (id, expr, type, and as needed doc, context, root, namespaces, tz,
      language), evaluates the expression, writes {"id":…,"value":…} or {"id":…,"error":…} a line.
  pingshen grade FORM.json ANSWERS.json [--date 2026-01-01]
  pingshen grade --scheme SCHEME.json COUNTS.json
      Grades answers by a form, or bare counts by a scheme, and prints the whole result as JSON: verdict,
      distribution by chapter, demands met and missed, findings in figures, the gap to the next grade.
      See docs/grading.md.
  pingshen form check FORM.json
      Checks a form file; one line each: file:line:column: code: sentence. Exit code 1 when the form cannot
      be used; 0 when there are warnings (ERR_LINT_…) at most.

The passphrase comes from --passphrase-file (first line), the variable PINGSHEN_PASSPHRASE or the terminal,
never from an argument. Every command takes --lang zh|en (or the variable PINGSHEN_LANG).

Exit codes:
  0  all good (verify: intact, validly signed, result equal; with a list, every signer is in it)
  1  refused (prints the error's code and a sentence)
  2  wrong usage, or a file or folder cannot be read or written
  3  verify: all else good, but a signer is not in the given trust list
)";

}  // namespace

int RunHelp(std::span<const std::string> words, Streams streams) {
  const std::string word = words.empty() ? "" : words.front();
  if (word == "--version") {
    streams.out << "pingshen " PINGSHEN_VERSION "\n";
    return kExitGood;
  }
  const bool asked = word == "--help" || word == "-h" || word == "help";
  const auto arguments = Arguments::Parse(asked ? words.subspan(1) : words.first(0), {{"--lang"}});
  if (!arguments) return Report(arguments.error(), Language::kChinese, streams.err);
  const auto language = LanguageOf(*arguments);
  if (!language) return Report(language.error(), Language::kChinese, streams.err);
  if (!asked) return Report({ErrorCode::ERR_USAGE, word}, *language, streams.err);
  streams.out << (*language == Language::kChinese ? kChinese : kEnglish);
  return kExitGood;
}

}  // namespace pingshen::commission
