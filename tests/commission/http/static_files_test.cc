#include "commission/http/static_files.h"

#include <gtest/gtest.h>

#include <chrono>
#include <map>

#include "commission/system/os_files.h"
#include "tests/commission/system/temporary_folder.h"

namespace pingshen::commission {
namespace {

class StaticFilesTest : public testing::Test {
 protected:
  void Write(const std::string& name, std::string_view text) {
    const auto path = folder.path() / name;
    ASSERT_TRUE(EnsureFolder(path.parent_path(), Readers::kEverybody));
    ASSERT_TRUE(WriteFileDurably(path, AsBytes(text), IfExists::kReplace, Readers::kEverybody));
  }
  HttpResponse Ask(const std::string& path, std::map<std::string, std::string> headers = {}) {
    HttpRequest request;
    request.method = "GET";
    request.path = path;
    request.header = [headers](const std::string& name) {
      const auto found = headers.find(name);
      return found == headers.end() ? std::string() : found->second;
    };
    return StaticFiles(folder.path()).Answer(request);
  }
  static std::string Header(const HttpResponse& response, std::string_view name) {
    for (const auto& [each, value] : response.headers) {
      if (each == name) return value;
    }
    return "";
  }
  TemporaryFolder folder;
};

TEST_F(StaticFilesTest, MediaTypes) {
  Write("index.html", "x");
  Write("sub/app.wasm", "x");
  Write("app.webmanifest", "x");
  EXPECT_EQ(Ask("/").content_type, "text/html; charset=utf-8");
  EXPECT_EQ(Ask("/sub/app.wasm").content_type, "application/wasm");
  EXPECT_EQ(Ask("/app.webmanifest").content_type, "application/manifest+json; charset=utf-8");
}

TEST_F(StaticFilesTest, OnlyHashedNamesAreImmutable) {
  for (const char* name : {"app.3f9c21ab.js", "app-3f9c21ab44.wasm", "index.html", "sw.js",
                           "feedface.js", "app.3f9c21.js", "data-20261122.json"}) {
    Write(name, "x");
  }
  const auto immutable = [&](const char* path) {
    return Header(Ask(path), "Cache-Control").find("immutable") != std::string::npos;
  };
  EXPECT_TRUE(immutable("/app.3f9c21ab.js"));
  EXPECT_TRUE(immutable("/app-3f9c21ab44.wasm"));
  EXPECT_FALSE(immutable("/index.html"));
  EXPECT_FALSE(immutable("/sw.js"));
  EXPECT_FALSE(immutable("/feedface.js"));
  EXPECT_FALSE(immutable("/app.3f9c21.js"));
  EXPECT_FALSE(immutable("/data-20261122.json"));
  EXPECT_EQ(Header(Ask("/sw.js"), "Cache-Control"), "no-cache");
}

TEST_F(StaticFilesTest, EntityTagsFollowTheContent) {
  Write("index.html", "one");
  const std::string tag = Header(Ask("/"), "ETag");
  EXPECT_FALSE(tag.empty());
  const HttpResponse same = Ask("/", {{"If-None-Match", tag}});
  EXPECT_EQ(same.status, 304);
  EXPECT_FALSE(same.file);
  Write("index.html", "three");
  EXPECT_EQ(Ask("/", {{"If-None-Match", tag}}).status, 200);
}

TEST_F(StaticFilesTest, SendsAPrecompressedFileOnlyToWhoTakesItAndWhileItIsFresh) {
  Write("app.js", "plain");
  Write("app.js.gz", "gz");
  Write("app.js.br", "br");
  EXPECT_EQ(Ask("/app.js").file->filename(), "app.js");
  EXPECT_EQ(Ask("/app.js", {{"Accept-Encoding", "gzip, deflate, br"}}).file->filename(),
            "app.js.br");
  const HttpResponse gzip = Ask("/app.js", {{"Accept-Encoding", "gzip, br;q=0"}});
  EXPECT_EQ(gzip.file->filename(), "app.js.gz");
  EXPECT_EQ(Header(gzip, "Content-Encoding"), "gzip");
  EXPECT_EQ(gzip.content_type, "text/javascript; charset=utf-8");
  EXPECT_NE(Header(gzip, "ETag"), Header(Ask("/app.js"), "ETag"));
  const auto now = std::filesystem::last_write_time(folder.path() / "app.js");
  std::filesystem::last_write_time(folder.path() / "app.js.gz", now - std::chrono::hours(1));
  EXPECT_EQ(Ask("/app.js", {{"Accept-Encoding", "gzip"}}).file->filename(), "app.js")
      << "older than its source";
}

TEST_F(StaticFilesTest, NothingOutsideAndNothingHidden) {
  Write("index.html", "x");
  Write(".secret", "x");
  Write(".git/config", "x");
  for (const std::string path :
       {"/.secret", "/.git/config", "/../etc/passwd", "/a/../../etc/passwd", "//etc/passwd",
        "/..\\x", "/missing", "/index.html/", "relative", "", "/./index.html"}) {
    EXPECT_EQ(Ask(path).status, 404) << path;
  }
  EXPECT_EQ(Ask(std::string("/index.html\0.js", 15)).status, 404);
  EXPECT_EQ(Ask("/index.html").status, 200);
}

}  // namespace
}  // namespace pingshen::commission
