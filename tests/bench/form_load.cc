// How long a large form takes to parse and to load. Not a test: prints, asserts nothing.
//   form_load [items = 5000] [rounds = 20]
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "core/forms/loader.h"
#include "core/json/json.h"

namespace {

using pingshen::forms::Load;

std::string Text(const std::string& what, int number) {
  const std::string n = std::to_string(number);
  return R"({"zh": ")" + what + "第" + n + R"(项，应当符合规定", "en": ")" + "Requirement number " +
         n + R"( is met"})";
}

// Chapters of 100 items of the kinds that forms have, every third with a condition.
std::string LargeForm(int items) {
  std::string out = R"({"format": "pingshen-form/1", "id": "large", "version": "1", "title": )" +
                    Text("表", 0) + R"(, "lists": {"answers": {"options": [)";
  for (int i = 0; i < 5; ++i)
    out += (i ? "," : "") + (R"({"code": "o)" + std::to_string(i) + R"(", "label": )") +
           Text("选项", i) + "}";
  out += "]}}, \"sections\": [";
  for (int i = 0; i < items; ++i) {
    const std::string code = "I-" + std::to_string(i);
    if (i % 100 == 0) {
      if (i > 0) out += "]},";
      out += R"({"code": "S-)" + std::to_string(i / 100) + R"(", "title": )" + Text("章", i) +
             R"(, "items": [)";
    } else {
      out += ",\n";
    }
    out += R"({"code": ")" + code + R"(", "label": )" + Text("检查", i) + R"(, "hint": )" +
           Text("提示", i) + R"(, "required": true)";
    if (i % 3 == 2 && i % 100 > 2)
      out += R"(, "relevant": "${I-)" + std::to_string(i - 1) + R"(} != '' or ${I-)" +
             std::to_string(i - 2) + R"(} = 1")";
    switch (i % 4) {
      case 0:
        out += R"(, "type": "integer", "minimum": 0, "maximum": 1000)";
        break;
      case 1:
        out += R"(, "type": "single_choice", "list": "answers")";
        break;
      case 2:
        out += R"(, "type": "yes_no", "core": true)";
        break;
      default:
        out +=
            R"(, "type": "text", "constraint": "string-length(.) < 100", "constraint_message": )" +
            Text("长", i);
    }
    out += "}";
  }
  return out + "]}]}";
}

template <typename Do>
void Time(const char* what, int rounds, Do run) {
  std::vector<double> times_ms;
  for (int i = 0; i < rounds; ++i) {
    const auto start = std::chrono::steady_clock::now();
    run();
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    times_ms.push_back(took.count());
  }
  std::ranges::sort(times_ms);
  std::cout << what << ": median " << times_ms[times_ms.size() / 2] << " ms, least "
            << times_ms.front() << " ms, most " << times_ms.back() << " ms\n";
}

}  // namespace

int main(int count, char** words) {
  const int items = count > 1 ? std::atoi(words[1]) : 5000;
  const int rounds = count > 2 ? std::atoi(words[2]) : 20;
  const std::string form = LargeForm(items);
  std::cout << items << " items, " << form.size() << " bytes\n";
  const auto loaded = Load(form);
  if (!loaded) {
    std::cerr << loaded.error().context << '\n';
    return 1;
  }
  Time("json::Parse", rounds, [&] { return pingshen::json::Parse(form).has_value(); });
  Time("forms::Load", rounds, [&] { return Load(form).has_value(); });
}
