// Any bytes as a spreadsheet: refused, or imported; what is imported is a form that loads. The
// mutator works on the parts inside the ZIP, which chance would hardly get past its checksums.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <utility>
#include <vector>

#include "core/archive/zip_reader.h"
#include "core/archive/zip_writer.h"
#include "core/forms/loader.h"
#include "core/forms/xlsform/importer.h"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

namespace {

using namespace pingshen;

constexpr std::uint64_t kLargestPackage_bytes = 1u << 20;

std::vector<archive::Entry> PartsOf(ByteView file) {
  std::vector<archive::Entry> parts;
  const auto zip = archive::ZipReader::Open(file, {.max_inflated_bytes = kLargestPackage_bytes});
  if (!zip) return parts;
  for (std::size_t i = 0; i < zip->entries().size(); ++i)
    if (auto bytes = zip->Read(i)) parts.push_back({zip->entries()[i].name, *std::move(bytes)});
  return parts;
}

// Pieces of text between tags: the cells of a sheet, above all.
std::vector<std::pair<std::size_t, std::size_t>> TextsOf(std::string_view xml) {
  std::vector<std::pair<std::size_t, std::size_t>> texts;
  for (std::size_t at = xml.find('>'); at != std::string_view::npos; at = xml.find('>', at + 1)) {
    const std::size_t end = xml.find('<', at);
    if (end == std::string_view::npos) break;
    if (end > at + 1) texts.emplace_back(at + 1, end - at - 1);
  }
  return texts;
}

// Puts one cell's text into another, or the text of a cell through the fuzzer's own mutations.
void MutateCell(Bytes& part, unsigned dice) {
  const std::string_view xml = AsText(part);
  const auto texts = TextsOf(xml);
  if (texts.empty()) return;
  const auto [to, old_size] = texts[dice / 2 % texts.size()];
  const auto [from, size] = texts[dice / 512 % texts.size()];
  Bytes text(part.begin() + static_cast<std::ptrdiff_t>(from),
             part.begin() + static_cast<std::ptrdiff_t>(from + size));
  if (dice % 2 == 0) {
    text.resize(size + 32);
    text.resize(LLVMFuzzerMutate(text.data(), size, text.size()));
  }
  const auto begin = part.begin() + static_cast<std::ptrdiff_t>(to);
  part.erase(begin, begin + static_cast<std::ptrdiff_t>(old_size));
  part.insert(part.begin() + static_cast<std::ptrdiff_t>(to), text.begin(), text.end());
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t max_size, unsigned seed) {
  std::vector<archive::Entry> parts = PartsOf({data, size});
  if (parts.empty() || seed % 16 == 0) return LLVMFuzzerMutate(data, size, max_size);
  const unsigned dice = seed / 16;
  Bytes& part = parts[dice % parts.size()].bytes;
  if (seed % 4 != 0) {
    MutateCell(part, dice / static_cast<unsigned>(parts.size()));
  } else {
    const std::size_t old_size = part.size();
    part.resize(old_size + 64);
    part.resize(LLVMFuzzerMutate(part.data(), old_size, part.size()));
  }
  const auto file = archive::WriteDeflatedZip(parts);
  if (!file || file->size() > max_size) return LLVMFuzzerMutate(data, size, max_size);
  std::copy(file->begin(), file->end(), data);
  return file->size();
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto result = forms::xlsform::ImportXlsx({data, size}, "form.xlsx");
  if (!result.ok()) {
    if (result.messages.empty() && result.messages_left_out == 0) {
      std::fprintf(stderr, "refused without a word\n");
      std::abort();
    }
    return 0;
  }
  if (const auto form = forms::Load(result.form_json); !form) {
    std::fprintf(stderr, "does not load: %s\n%s\n", form.error().context.c_str(),
                 result.form_json.c_str());
    std::abort();
  }
  return 0;
}
