// The bytes of attachments, in a database file of their own beside that of the answers.
#pragma once

#include <memory>
#include <string_view>

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/store/connection.h"
#include "core/store/transactions.h"

namespace pingshen::store {

// Why a file of their own: an assessment may bring 150 MB of photos and not 1 MB of answers. The
// answers' file stays small, so that it is checked whole at every start and read whole by salvage
// (salvage.h), and no damage among the photos can reach a page of the answers. Writing the bytes
// first and the answer that names them afterwards, each durably, needs no transaction over both
// files: what a cut leaves behind is at most bytes that nobody names.
//
// Contents are addressed by SHA-256 and cut into chunks of kChunkBytes, each under its own digest;
// one is found by an index and read by itself, whatever else is stored. Nothing is ever changed or
// deleted (triggers refuse it). A content that was damaged is simply stored once more when it is
// put again; reading takes the newest copy that is intact.
class AttachmentFile {
 public:
  static constexpr std::size_t kChunkBytes = 256u << 10;

  // Opens or creates the file beside that of `answers`. ERR_STORE_ATTACHMENTS (not ours or damaged
  // as a whole), ERR_STORE_NEWER, ERR_STORE_BUSY, ERR_STORE_OPEN, ERR_STORE_SLOTS, ERR_DEVICE_….
  static Result<std::unique_ptr<AttachmentFile>> Open(const Store::Options& answers);
  // "pingshen.db" → "pingshen.db.attachments"; ":memory:" stays.
  static Store::Options OptionsBeside(const Store::Options& answers);

  // Durable on success, and read back. Nothing is written when an intact copy is there already.
  // ERR_DEVICE_FULL: nothing was kept, later calls may succeed. ERR_STORE_ATTACHMENTS: the file is
  // damaged where it would be written. ERR_STORE_FLUSH, ERR_DEVICE_IO: no later call succeeds.
  Status Put(std::string_view sha256, ByteView bytes);
  // ERR_STORE_MISSING; ERR_STORE_ATTACHMENT_DAMAGED when there is no intact copy; ERR_DEVICE_….
  Result<Bytes> Read(std::string_view sha256);

 private:
  explicit AttachmentFile(std::unique_ptr<Connection> connection)
      : connection_(std::move(connection)) {}
  Status Prepare();
  Result<Bytes> ReadCopy(std::int64_t number, std::uint64_t size_bytes);

  std::unique_ptr<Connection> connection_;
  std::unique_ptr<Transactions> transactions_;
  Statement find_, next_number_, put_content_, put_chunk_, read_chunks_;
};

}  // namespace pingshen::store
