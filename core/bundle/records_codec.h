// The answer records as bytes (assessment.cereal): cereal portable binary, little endian,
// fixed-width integers.
#pragma once

#include <vector>

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/model/answer_record.h"

namespace pingshen::bundle {

// Layout: u8 1 (cereal's mark for little endian), u32 1 (version of this layout), u64 count, then
// for each record
//   u64 sequence, text path, u8 value kind, text value, text author, i64 recorded_at_ms;   text =
//   u64 bytes, UTF-8.
Bytes EncodeRecords(const std::vector<model::AnswerRecord>& records);

// ERR_BUNDLE_RECORDS for anything that EncodeRecords would not write of sequences 1, 2, 3 …, with
// the record's number as context. Never reserves more than a small multiple of bytes.size().
Result<std::vector<model::AnswerRecord>> DecodeRecords(ByteView bytes);

}  // namespace pingshen::bundle
