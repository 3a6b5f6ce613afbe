// The desk's first page: what was received, newest first.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "commission/http/http_server.h"
#include "commission/register/desk_store.h"

namespace pingshen::commission {

struct ListedReception {
  Reception reception;
  std::vector<ReceivedSignature> signatures;  // of its fullest file
};

struct ListPage {
  std::vector<ListedReception> rows;
  std::optional<std::int64_t> next_before;  // older ones follow
  bool has_root = true;  // false: the commission has no key yet, nothing can be accepted
  std::size_t trusted_keys = 0;
  std::int64_t trust_serial = 0;
  std::string trust_problem;  // sentence when the trust list cannot be used, else ""
};

HttpResponse DrawListPage(const ListPage& page);

}  // namespace pingshen::commission
