#include "core/bundle/records_codec.h"

#include <algorithm>
#include <cereal/archives/portable_binary.hpp>
#include <cstdint>
#include <istream>
#include <ostream>
#include <streambuf>
#include <string>

#include "core/base/utf8.h"
#include "core/model/field_path.h"
#include "core/model/value.h"

namespace pingshen::bundle {
namespace {

constexpr std::uint32_t kLayout = 1;
// sequence, kind, time and the lengths of three texts.
constexpr std::size_t kLeastRecordBytes = 8 + 1 + 8 + 3 * 8;

// Reads from memory and knows how much is left.
class ViewBuffer final : public std::streambuf {
 public:
  explicit ViewBuffer(ByteView bytes) {
    // std::streambuf wants char*; nothing here writes through it.
    char* begin = const_cast<char*>(reinterpret_cast<const char*>(bytes.data()));
    setg(begin, begin, begin + bytes.size());
  }
  std::size_t remaining() const { return static_cast<std::size_t>(egptr() - gptr()); }
};

class BytesBuffer final : public std::streambuf {
 public:
  explicit BytesBuffer(Bytes& out) : out_(out) {}

 private:
  std::streamsize xsputn(const char* text, std::streamsize count) override {
    out_.insert(out_.end(), text, text + count);
    return count;
  }
  int_type overflow(int_type c) override {
    out_.push_back(static_cast<std::uint8_t>(c));
    return c;
  }

  Bytes& out_;
};

// cereal's own loading of strings and vectors allocates what the input says, before it reads; so
// the lengths are read here and held against what is left.
class BoundedInput {
 public:
  explicit BoundedInput(ByteView bytes)
      : buffer_(bytes),
        stream_(&buffer_),
        archive_(stream_, cereal::PortableBinaryInputArchive::Options::LittleEndian()) {}

  template <typename Integer>
  Integer Number() {
    Integer number{};
    archive_(number);
    return number;
  }

  std::uint64_t Count(std::size_t least_bytes_each) {
    const auto count = Number<std::uint64_t>();
    if (count > buffer_.remaining() / least_bytes_each) throw cereal::Exception("length");
    return count;
  }

  std::string Text() {
    std::string text(static_cast<std::size_t>(Count(1)), '\0');
    archive_(cereal::binary_data(text.data(), text.size()));
    return text;
  }

  std::size_t remaining() const { return buffer_.remaining(); }

 private:
  ViewBuffer buffer_;
  std::istream stream_;
  cereal::PortableBinaryInputArchive archive_;
};

std::unexpected<Error> Refuse(std::uint64_t number) {
  return Fail(ErrorCode::ERR_BUNDLE_RECORDS, "#" + std::to_string(number));
}

Result<model::AnswerRecord> DecodeRecord(BoundedInput& input, std::uint64_t number) {
  model::AnswerRecord record;
  record.sequence = input.Number<std::uint64_t>();
  if (record.sequence != number) return Refuse(number);
  auto path = model::FieldPath::Parse(input.Text());
  if (!path) return Refuse(number);
  record.path = *std::move(path);
  const auto kind = input.Number<std::uint8_t>();
  if (kind > static_cast<std::uint8_t>(model::kLastValueKind)) return Refuse(number);
  auto value = model::Value::Make(static_cast<model::ValueKind>(kind), input.Text());
  if (!value) return Refuse(number);
  record.value = *std::move(value);
  record.author = input.Text();
  if (!CheckUtf8(record.author)) return Refuse(number);
  record.recorded_at_ms = input.Number<std::int64_t>();
  return record;
}

Result<std::vector<model::AnswerRecord>> DecodeAll(ByteView bytes) {
  BoundedInput input(bytes);
  if (input.Number<std::uint32_t>() != kLayout)
    return Fail(ErrorCode::ERR_BUNDLE_RECORDS, "layout");
  const std::uint64_t count = input.Count(kLeastRecordBytes);
  std::vector<model::AnswerRecord> records;
  records.reserve(static_cast<std::size_t>(count));
  for (std::uint64_t number = 1; number <= count; ++number) {
    PINGSHEN_TRY(model::AnswerRecord record, DecodeRecord(input, number));
    records.push_back(std::move(record));
  }
  if (input.remaining() != 0) return Fail(ErrorCode::ERR_BUNDLE_RECORDS, "trailing bytes");
  return records;
}

void SaveText(cereal::PortableBinaryOutputArchive& archive, const std::string& text) {
  archive(static_cast<std::uint64_t>(text.size()));
  archive(cereal::binary_data(text.data(), text.size()));
}

}  // namespace

Bytes EncodeRecords(const std::vector<model::AnswerRecord>& records) {
  Bytes out;
  BytesBuffer buffer(out);
  std::ostream stream(&buffer);
  cereal::PortableBinaryOutputArchive archive(
      stream, cereal::PortableBinaryOutputArchive::Options::LittleEndian());
  archive(kLayout);
  archive(static_cast<std::uint64_t>(records.size()));
  for (const model::AnswerRecord& record : records) {
    archive(record.sequence);
    SaveText(archive, record.path.ToString());
    archive(static_cast<std::uint8_t>(record.value.kind()));
    SaveText(archive, record.value.text());
    SaveText(archive, record.author);
    archive(record.recorded_at_ms);
  }
  return out;
}

Result<std::vector<model::AnswerRecord>> DecodeRecords(ByteView bytes) {
  try {
    PINGSHEN_TRY(auto records, DecodeAll(bytes));
    // One spelling only: what is canonicalised on reading (numbers, dates, paths) was not written
    // by us.
    const Bytes again = EncodeRecords(records);
    if (!std::equal(again.begin(), again.end(), bytes.begin(), bytes.end())) {
      return Fail(ErrorCode::ERR_BUNDLE_RECORDS, "spelling");
    }
    return records;
  } catch (const cereal::Exception&) {
    return Fail(ErrorCode::ERR_BUNDLE_RECORDS, "cut off");
  }
}

}  // namespace pingshen::bundle
