#include "commission/http/query.h"

#include <charconv>

namespace pingshen::commission {

Result<std::int64_t> QueryNumber(const HttpRequest& request, const std::string& name,
                                 std::int64_t fallback, std::int64_t smallest,
                                 std::int64_t largest) {
  const auto found = request.query.find(name);
  if (found == request.query.end()) return fallback;
  const std::string& text = found->second;
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < smallest ||
      number > largest) {
    return Fail(ErrorCode::ERR_USAGE, name);
  }
  return number;
}

}  // namespace pingshen::commission
