#include <iostream>
#include <span>
#include <string>
#include <vector>

#include "commission/command/command_line.h"
#include "commission/command/expr_command.h"
#include "commission/command/form_command.h"
#include "commission/command/grade_command.h"
#include "commission/command/help_text.h"
#include "commission/command/keygen_command.h"
#include "commission/command/print_command.h"
#include "commission/command/serve_command.h"
#include "commission/command/trust_command.h"
#include "commission/command/verify_command.h"

using namespace pingshen;

int main(int count, char** values) {
  const std::vector<std::string> words(values + 1, values + count);
  const commission::Streams streams{std::cout, std::cerr};
  const std::string command = words.empty() ? "" : words.front();
  const auto rest = std::span(words).subspan(words.empty() ? 0 : 1);
  if (command == "grade") return commission::RunGrade(rest, streams);
  if (command == "serve") return commission::RunServe(rest, streams);
  if (command == "verify") return commission::RunVerify(rest, streams);
  if (command == "print") return commission::RunPrint(rest, streams);
  if (command == "keygen") return commission::RunKeygen(rest, streams);
  if (command == "form") return commission::RunForm(rest, streams);
  if (command == "trust") return commission::RunTrust(rest, streams);
  if (command == "expr") return commission::RunExpr(rest, std::cin, streams);
  return commission::RunHelp(words, streams);
}
