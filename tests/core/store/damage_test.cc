// Bytes of the stored files are changed at random. The store never crashes, never shows an answer
// that was not given, and what is still whole is salvaged.
#include <gtest/gtest.h>

#include <iostream>
#include <map>

#include "core/ports/memory_random.h"
#include "core/ports/memory_slot_device.h"
#include "core/store/salvage.h"
#include "core/store/slot_header.h"
#include "tests/core/store/samples.h"

namespace pingshen::store {
namespace {

constexpr std::uint64_t kRecords = 400;
// A row is at most so long, before and after the start of its value's text.
constexpr std::size_t kBeforeValue = 90;
constexpr std::size_t kAfterValue = 70;

// As long for every sequence, and found nowhere else.
std::string ValueText(const std::string& id, std::uint64_t sequence) {
  std::string number = std::to_string(sequence);
  return "[" + id + std::string(6 - number.size(), '0') + number + "答案]";
}

model::AnswerRecord Record(const std::string& id, std::uint64_t sequence) {
  return SampleRecord(sequence, "VC-" + std::to_string(sequence % 20), ValueText(id, sequence));
}

class DamageTest : public testing::Test {
 protected:
  // `closed`: everything is in the database file; otherwise the last answers are in the log only.
  void Fill(bool closed) {
    ports::MemorySlotDevice device(kSlots);
    {
      const auto vfs = MakeVfs(device);
      auto store = Store::Open(OptionsOf(*vfs));
      for (const char* id : {"a", "b"}) {
        ASSERT_EQ(CodeOf((*store)->CreateAssessment(SampleAssessment(id))), "ok");
        ids_.push_back(id);
      }
      for (std::uint64_t i = 1; i <= kRecords; ++i) {
        for (const std::string& id : ids_) {
          const auto record = Record(id, i);
          ASSERT_EQ(CodeOf((*store)->Append(id, {&record, 1}, {})), "ok");
        }
      }
      if (!closed) device_ = device;
    }
    if (closed) device_ = device;
    for (std::uint32_t slot = 0; slot < kSlots; ++slot) {
      Bytes& file = files_.emplace_back(static_cast<std::size_t>(*device_.Size(slot)));
      ASSERT_TRUE(device_.Read(slot, 0, file));
    }
  }
  void Replace(std::uint32_t slot, const Bytes& file) {
    ASSERT_TRUE(device_.Truncate(slot, 0));
    ASSERT_TRUE(device_.Write(slot, 0, file));
    ASSERT_TRUE(device_.Flush(slot));
  }
  // Whether the damage missed the row: every place of the file that holds its value (the row
  // itself, and remains of earlier copies that page splits left behind) is as it was.
  bool RowIsWhole(std::uint32_t slot, const Bytes& damaged, const std::string& value) const {
    const std::string_view before = AsText(files_[slot]);
    const std::string_view after = AsText(damaged);
    for (std::size_t at = before.find(value); at != std::string_view::npos;
         at = before.find(value, at + 1)) {
      const std::size_t start = at - std::min(at, kBeforeValue);
      const std::size_t length = kBeforeValue + value.size() + kAfterValue;
      if (start >= after.size() || before.substr(start, length) != after.substr(start, length))
        return false;
    }
    return true;
  }

  ports::MemorySlotDevice device_{kSlots};
  std::vector<Bytes> files_;
  std::vector<std::string> ids_;
};

std::size_t Below(ports::SeededRandom& chance, std::size_t bound) {
  return static_cast<std::size_t>(chance.Below(bound));
}

struct Tally {
  std::map<std::string, int> codes;
  std::uint64_t rows_salvaged = 0;
  std::uint64_t rows_of_damaged = 0;
  std::uint64_t rows_missed_by_damage = 0;
};

void ExpectGenuine(const std::string& id, const std::vector<model::AnswerRecord>& records,
                   const std::string& where) {
  std::uint64_t previous = 0;
  for (const auto& record : records) {
    EXPECT_GT(record.sequence, previous) << where;
    EXPECT_EQ(record, Record(id, record.sequence)) << where;
    previous = record.sequence;
  }
}

TEST_F(DamageTest, OfTheDatabaseIsNoticedAndTheRestIsSalvaged) {
  Fill(true);
  std::uint32_t slot = 0;
  for (std::uint32_t i = 1; i < kSlots; ++i)
    if (files_[i].size() > files_[slot].size()) slot = i;
  Tally tally;
  constexpr std::uint64_t kDamageRounds = 300;
  for (std::uint64_t seed = 1; seed <= kDamageRounds; ++seed) {
    const std::string where = "seed " + std::to_string(seed);
    ports::SeededRandom chance(seed);
    Bytes damaged = files_[slot];
    // One byte, some bytes, one whole page, or the end of the file.
    switch (seed % 4) {
      case 0:
        damaged[Below(chance, damaged.size())] ^= static_cast<std::uint8_t>(1 + Below(chance, 255));
        break;
      case 1:
        for (int i = 0; i < 40; ++i)
          damaged[Below(chance, damaged.size())] = static_cast<std::uint8_t>(Below(chance, 256));
        break;
      case 2: {
        const std::size_t page = Below(chance, damaged.size() / 4096) * 4096;
        for (std::size_t i = 0; i < 4096; ++i)
          damaged[page + i] = seed % 8 == 2 ? 0 : static_cast<std::uint8_t>(Below(chance, 256));
        break;
      }
      default:
        damaged.resize(kSlotHeaderBytes + Below(chance, damaged.size() - kSlotHeaderBytes));
        break;
    }
    Replace(slot, damaged);
    const ports::MemorySlotDevice evidence = device_;
    const auto vfs = MakeVfs(device_);
    std::string code;
    {
      auto store = Store::Open(OptionsOf(*vfs));
      code = CodeOf(store);
      if (store) {
        // Opened: then every answer is right and there, or reading says that it is not.
        for (const std::string& id : ids_) {
          const auto records = (*store)->LoadRecords(id);
          if (!records) {
            code = "load " + CodeOf(records);
            EXPECT_EQ(CodeOf(records), "ERR_STORE_DAMAGED") << where;
            continue;
          }
          EXPECT_EQ(records->size(), kRecords) << where;
          ExpectGenuine(id, *records, where);
        }
        if (!(*store)->ListAssessments()) code = "list damaged";
      }
    }
    ++tally.codes[code];
    if (code == "ok") continue;
    // The evidence may have changed where the store did open; salvage what was found.
    device_ = evidence;
    const auto fresh = SlotVfs::Register(device_, "fresh");
    const auto salvage = SalvageRecords({kDatabase, "fresh"});
    ASSERT_EQ(CodeOf(salvage), "ok") << where;
    EXPECT_TRUE(salvage->damaged) << where;
    for (const std::string& id : ids_) {
      std::map<std::uint64_t, model::AnswerRecord> found;
      for (const SalvagedAssessment& one : salvage->assessments) {
        if (one.id != id) continue;
        ExpectGenuine(id, one.records, where);
        if (one.assessment) {
          EXPECT_EQ(*one.assessment, SampleAssessment(id)) << where;
        }
        for (const auto& record : one.records) found.emplace(record.sequence, record);
      }
      for (std::uint64_t i = 1; i <= kRecords; ++i) {
        ++tally.rows_of_damaged;
        tally.rows_salvaged += found.count(i);
        if (RowIsWhole(slot, damaged, ValueText(id, i))) {
          ++tally.rows_missed_by_damage;
          EXPECT_EQ(found.count(i), 1u) << where << ": " << id << " " << i;
        }
      }
    }
  }
  std::cout << "damaged databases:";
  for (const auto& [code, count] : tally.codes) std::cout << " " << code << " " << count;
  std::cout << "; salvaged " << tally.rows_salvaged << " of " << tally.rows_of_damaged
            << " answers, of which " << tally.rows_missed_by_damage << " were not touched"
            << std::endl;
  for (const auto& [code, count] : tally.codes)
    EXPECT_TRUE(code == "ok" || code == "ERR_STORE_DAMAGED" || code == "ERR_STORE_NOT_A_DATABASE" ||
                code == "ERR_STORE_NEWER" || code == "load ERR_STORE_DAMAGED" ||
                code == "list damaged")
        << code;
  EXPECT_GT(tally.rows_salvaged, tally.rows_of_damaged / 2);
}

// A damaged log is cut off where its checksums end: what is shown is genuine and without gaps,
// never half a transaction.
TEST_F(DamageTest, OfTheWriteAheadLogNeverShowsAWrongAnswer) {
  Fill(false);
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    const std::string where = "seed " + std::to_string(seed);
    ports::SeededRandom chance(seed);
    for (std::uint32_t slot = 0; slot < kSlots; ++slot) {
      Bytes damaged = files_[slot];
      const auto header = DecodeSlotHeader(damaged).header;
      if (header && header->name == std::string(kDatabase) + "-wal")
        for (std::uint64_t i = 0; i <= seed % 5; ++i)
          damaged[Below(chance, damaged.size())] ^=
              static_cast<std::uint8_t>(1 + Below(chance, 255));
      Replace(slot, damaged);
    }
    {
      const auto vfs = MakeVfs(device_);
      auto store = Store::Open(OptionsOf(*vfs));
      ASSERT_EQ(CodeOf(store), "ok") << where;
      for (const std::string& id : ids_) {
        const auto records = (*store)->LoadRecords(id);
        if (!records) continue;  // ERR_STORE_MISSING: cut off before the assessment
        ExpectGenuine(id, *records, where);
      }
    }
  }
}

TEST(NotADatabase, IsRefusedAndLeftAsItIs) {
  ports::MemorySlotDevice device(kSlots);
  const auto vfs = MakeVfs(device);
  std::uint32_t slot = kSlots;
  {
    RawConnection create(OptionsOf(*vfs));
    for (std::uint32_t i = 0; i < kSlots; ++i)
      if (*device.Size(i) > 0) slot = i;
  }
  ASSERT_LT(slot, kSlots);
  const Bytes text(10'000, 'x');
  ASSERT_TRUE(device.Write(slot, kSlotHeaderBytes, text));
  EXPECT_EQ(CodeOf(Store::Open(OptionsOf(*vfs))), "ERR_STORE_NOT_A_DATABASE");
  Bytes after(text.size());
  ASSERT_TRUE(device.Read(slot, kSlotHeaderBytes, after));
  EXPECT_EQ(after, text);
  EXPECT_EQ(*device.Size(slot), kSlotHeaderBytes + text.size());
}

}  // namespace
}  // namespace pingshen::store
