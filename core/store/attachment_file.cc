#include "core/store/attachment_file.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "core/store/digest.h"
#include "core/store/schema.h"

namespace pingshen::store {
namespace {

// "PSHA".
constexpr std::int64_t kAttachmentsApplicationId = 0x50534841;
// Large values are read and written fastest in pages of 8 or 16 KiB:
// https://www.sqlite.org/intern-v-extern-blob.html
constexpr const char* kPageSize = "PRAGMA page_size = 16384";

constexpr const char* kAttachmentVersion1 = R"sql(
CREATE TABLE content(
  number INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  digest INTEGER NOT NULL
) STRICT;
CREATE INDEX content_sha256 ON content(sha256);

CREATE TABLE chunk(
  content INTEGER NOT NULL REFERENCES content(number),
  number INTEGER NOT NULL,
  digest INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  UNIQUE(content, number)
) STRICT;

CREATE TRIGGER content_keeps BEFORE UPDATE ON content
BEGIN SELECT RAISE(ABORT, 'content: append only'); END;
CREATE TRIGGER content_forgets_nothing BEFORE DELETE ON content
BEGIN SELECT RAISE(ABORT, 'content: append only'); END;
CREATE TRIGGER chunk_keeps BEFORE UPDATE ON chunk
BEGIN SELECT RAISE(ABORT, 'chunk: append only'); END;
CREATE TRIGGER chunk_forgets_nothing BEFORE DELETE ON chunk
BEGIN SELECT RAISE(ABORT, 'chunk: append only'); END;
)sql";
constexpr std::array<const char*, 1> kAttachmentMigrations = {kAttachmentVersion1};

std::uint64_t DigestOfContent(std::string_view sha256, std::uint64_t size_bytes) {
  return Digest("content").Add(sha256).Add(size_bytes).Value();
}

std::uint64_t DigestOfChunk(std::int64_t content, std::int64_t number, ByteView bytes) {
  return Digest("chunk")
      .Add(static_cast<std::uint64_t>(content))
      .Add(static_cast<std::uint64_t>(number))
      .Add(bytes)
      .Value();
}

bool IsDamage(ErrorCode code) {
  return code == ErrorCode::ERR_STORE_DAMAGED || code == ErrorCode::ERR_STORE_NOT_A_DATABASE;
}

// Damage here is not damage of the answers: other words, other consequences.
Error Narrowed(Error error, ErrorCode damage, std::string_view context) {
  if (!IsDamage(error.code)) return error;
  return {damage, context.empty() ? std::move(error.context) : std::string(context)};
}

Status PrepareFile(Connection& connection) {
  PINGSHEN_TRY(const DatabaseAge age,
               Recognise(connection, kAttachmentMigrations, kAttachmentsApplicationId));
  if (age == DatabaseAge::kEmpty) PINGSHEN_CHECK(connection.Execute(kPageSize));
  PINGSHEN_CHECK(connection.EnterWalMode());
  PINGSHEN_CHECK(Migrate(connection, kAttachmentMigrations, kAttachmentsApplicationId));
  PINGSHEN_CHECK(CheckSchema(connection, kAttachmentMigrations));
  // As in Store::Open: what is read from now on has to be durable.
  const Status flushed = connection.Checkpoint(SQLITE_CHECKPOINT_TRUNCATE);
  if (!flushed && flushed.error().code != ErrorCode::ERR_DEVICE_FULL) return flushed;
  return {};
}

}  // namespace

Store::Options AttachmentFile::OptionsBeside(const Store::Options& answers) {
  if (answers.path == ":memory:") return answers;
  return {.path = answers.path + ".attachments", .vfs_name = answers.vfs_name};
}

Result<std::unique_ptr<AttachmentFile>> AttachmentFile::Open(const Store::Options& answers) {
  const Store::Options options = OptionsBeside(answers);
  const auto narrowed = [&](const Error& error) {
    return std::unexpected(Narrowed(error, ErrorCode::ERR_STORE_ATTACHMENTS, ""));
  };
  auto connection = Connection::Open(options);
  if (!connection) return narrowed(connection.error());
  if (const Status prepared = PrepareFile(**connection); !prepared)
    return narrowed(prepared.error());
  std::unique_ptr<AttachmentFile> file(new AttachmentFile(std::move(*connection)));
  if (const Status prepared = file->Prepare(); !prepared) return narrowed(prepared.error());
  return file;
}

Status AttachmentFile::Prepare() {
  PINGSHEN_TRY(transactions_, Transactions::Make(*connection_));
  const std::pair<Statement*, const char*> statements[] = {
      {&find_,
       "SELECT number, size_bytes, digest FROM content WHERE sha256 = ? ORDER BY number DESC"},
      {&next_number_, "SELECT coalesce(max(number), 0) + 1 FROM content"},
      {&put_content_, "INSERT INTO content(number, sha256, size_bytes, digest) VALUES(?,?,?,?)"},
      {&put_chunk_, "INSERT INTO chunk(content, number, digest, bytes) VALUES(?,?,?,?)"},
      {&read_chunks_, "SELECT number, digest, bytes FROM chunk WHERE content = ? ORDER BY number"},
  };
  for (const auto& [statement, sql] : statements) {
    PINGSHEN_TRY(*statement, connection_->Prepare(sql));
  }
  return {};
}

Status AttachmentFile::Put(std::string_view sha256, ByteView bytes) {
  const auto kept = Read(sha256);
  if (kept && kept->size() == bytes.size()) return {};
  if (const auto& reason = transactions_->stop_reason()) {
    if (IsOfTheDevice(reason->code)) return std::unexpected(*reason);
    return Fail(ErrorCode::ERR_STORE_ATTACHMENTS, reason->context);
  }
  const Status status = transactions_->Write([&]() -> Status {
    std::int64_t content = 0;
    {
      Query query(next_number_);
      PINGSHEN_TRY([[maybe_unused]] const bool row, query.Next());
      content = query.Integer(0);
    }
    PINGSHEN_CHECK(Query(put_content_, content, sha256, std::uint64_t{bytes.size()},
                         DigestOfContent(sha256, bytes.size()))
                       .Run());
    std::int64_t number = 0;
    for (std::size_t at = 0; at < bytes.size(); at += kChunkBytes) {
      const ByteView chunk = bytes.subspan(at, std::min(kChunkBytes, bytes.size() - at));
      PINGSHEN_CHECK(
          Query(put_chunk_, content, number, DigestOfChunk(content, number, chunk), chunk).Run());
      ++number;
    }
    return {};
  });
  if (!status) {
    const ErrorCode code = status.error().code;
    if (code == ErrorCode::ERR_DEVICE_FULL || IsOfTheDevice(code)) return status;
    return Fail(ErrorCode::ERR_STORE_ATTACHMENTS, status.error().context);
  }
  // In a file that is damaged elsewhere it may lie where nobody finds it. What cannot be read back
  // must not be acknowledged.
  const auto again = Read(sha256);
  if (again && again->size() == bytes.size()) return {};
  return Fail(ErrorCode::ERR_STORE_ATTACHMENTS, std::string(sha256));
}

Result<Bytes> AttachmentFile::Read(std::string_view sha256) {
  struct Copy {
    std::int64_t number;
    std::uint64_t size_bytes;
  };
  std::vector<Copy> copies;
  bool damaged = false;
  {
    Query query(find_, sha256);
    while (true) {
      const auto more = query.Next();
      if (!more)
        return std::unexpected(
            Narrowed(more.error(), ErrorCode::ERR_STORE_ATTACHMENT_DAMAGED, sha256));
      if (!*more) break;
      const Copy copy{query.Integer(0), static_cast<std::uint64_t>(query.Integer(1))};
      if (static_cast<std::uint64_t>(query.Integer(2)) == DigestOfContent(sha256, copy.size_bytes))
        copies.push_back(copy);
      else
        damaged = true;
    }
  }
  for (const Copy& copy : copies) {
    auto bytes = ReadCopy(copy.number, copy.size_bytes);
    if (bytes) return bytes;
    if (!IsDamage(bytes.error().code)) return std::unexpected(bytes.error());
    damaged = true;
  }
  return damaged ? Fail(ErrorCode::ERR_STORE_ATTACHMENT_DAMAGED, std::string(sha256))
                 : Fail(ErrorCode::ERR_STORE_MISSING, std::string(sha256));
}

Result<Bytes> AttachmentFile::ReadCopy(std::int64_t content, std::uint64_t size_bytes) {
  Bytes bytes;
  bytes.reserve(static_cast<std::size_t>(size_bytes));
  Query query(read_chunks_, content);
  for (std::int64_t number = 0; true; ++number) {
    PINGSHEN_TRY(const bool more, query.Next());
    if (!more) break;
    const ByteView chunk = query.BlobView(2);
    if (query.Integer(0) != number || chunk.size() > size_bytes - bytes.size() ||
        static_cast<std::uint64_t>(query.Integer(1)) != DigestOfChunk(content, number, chunk))
      return Fail(ErrorCode::ERR_STORE_DAMAGED, "chunk");
    bytes.insert(bytes.end(), chunk.begin(), chunk.end());
  }
  if (bytes.size() != size_bytes) return Fail(ErrorCode::ERR_STORE_DAMAGED, "content");
  return bytes;
}

}  // namespace pingshen::store
