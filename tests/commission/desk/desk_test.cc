// The desk over HTTP, as a browser or a device meets it.
#include "commission/desk/desk.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

#include "commission/system/os_files.h"
#include "core/json/json.h"
#include "tests/commission/desk/desk_fixture.h"
#include "tests/commission/http/http_client.h"

namespace pingshen::commission {
namespace {

class DeskTest : public DeskFixture {
 protected:
  DeskTest() { Serve(std::nullopt); }

  void Serve(std::optional<std::string> password) {
    server.reset();
    access.emplace(std::move(password));
    const auto web = folder.path() / "web";
    EXPECT_TRUE(EnsureFolder(web, Readers::kEverybody));
    EXPECT_TRUE(WriteFileDurably(web / "index.html", AsBytes("<p>app"), IfExists::kReplace,
                                 Readers::kEverybody));
    files.emplace(web);
    bundles.emplace(*store, *intake, [](std::string_view) {});
    pages.emplace(*store, *trust);
    desk.emplace(Desk::Parts{
        .access = *access, .files = *files, .bundles = *bundles, .pages = *pages, .forms = shelf});
    server = HttpServer::Start({.max_body_bytes = 1u << 20, .threads = 4},
                               [this](const HttpRequest& request) { return desk->Answer(request); })
                 .value();
  }
  HttpAnswer Upload(const bundle::Written& written) {
    return Post(server->port(), "/api/bundles", AsText(written.file));
  }
  HttpAnswer Page(std::string_view path, std::string_view headers = "") {
    return Get(server->port(), path, headers);
  }

  std::optional<Access> access;
  std::optional<StaticFiles> files;
  std::optional<BundlesApi> bundles;
  std::optional<DeskPages> pages;
  std::optional<Desk> desk;
  std::unique_ptr<HttpServer> server;
};

TEST_F(DeskTest, PublishedFormsCanBeReadByAnyPage) {
  const HttpAnswer list = Page("/api/forms");
  ASSERT_EQ(list.status, 200) << list.body;
  EXPECT_EQ(list.headers.at("access-control-allow-origin"), "*");
  const auto json = json::Parse(list.body).value();
  ASSERT_FALSE(json.Find("forms")->items.empty());
  const json::Value& first = json.Find("forms")->items[0];
  const std::string digest = first.Find("sha256")->text;
  const HttpAnswer form = Page("/api/forms/" + digest);
  ASSERT_EQ(form.status, 200);
  EXPECT_EQ(bundle::Sha256Hex(AsBytes(form.body)), digest);
  EXPECT_EQ(std::to_string(form.body.size()), first.Find("size")->text);
  EXPECT_FALSE(first.Find("title")->Find("zh")->text.empty());
  EXPECT_EQ(Page("/api/forms/" + std::string(64, '0')).status, 404);
  EXPECT_EQ(Page("/api/forms/x").status, 404);
}

TEST_F(DeskTest, ReceivesOnceAndAnswersTheSameAgain) {
  const bundle::Written written = Make();
  const HttpAnswer first = Upload(written);
  ASSERT_EQ(first.status, 201) << first.body;
  EXPECT_EQ(first.headers.at("content-type"), "application/json; charset=utf-8");
  const auto json = json::Parse(first.body).value();
  EXPECT_EQ(json.Find("intake_number")->text, "1");
  EXPECT_EQ(json.Find("manifest_sha256")->text, written.manifest_sha256);
  EXPECT_EQ(json.Find("result")->Find("score")->text, "97");
  EXPECT_EQ(json.Find("result")->Find("band")->text, "class-a");
  EXPECT_TRUE(json.Find("warnings")->items.empty());
  const HttpAnswer again = Upload(written);
  EXPECT_EQ(again.status, 200);
  EXPECT_EQ(again.body, first.body);
  EXPECT_EQ(Received(), 1u);
}

TEST_F(DeskTest, RefusalsCarryStatusCodeAndSentences) {
  const auto expect = [&](const HttpAnswer& answer, int status, std::string_view code) {
    EXPECT_EQ(answer.status, status) << answer.body;
    const auto json = json::Parse(answer.body);
    ASSERT_TRUE(json) << answer.body;
    EXPECT_EQ(json->Find("code")->text, code);
    EXPECT_FALSE(json->Find("sentence_zh")->text.empty());
    EXPECT_FALSE(json->Find("sentence_en")->text.empty());
    EXPECT_NE(json->Find("context"), nullptr);
  };
  expect(Upload(MakeBundle(MakeSigner("李四", random), {}, random)), 403,
         "ERR_BUNDLE_SIGNER_UNKNOWN");
  expect(Upload(Make({.change_manifest =
                          [](bundle::Manifest& manifest) { manifest.claimed->earned = "100"; }})),
         422, "ERR_RESULT_MISMATCH");
  bundle::Written damaged = Make();
  damaged.file[damaged.file.size() / 2] ^= 1;
  EXPECT_EQ(Upload(damaged).status, 422);
  EXPECT_EQ(Post(server->port(), "/api/bundles", "not a bundle").status, 422);
  expect(Post(server->port(), "/api/bundles", std::string((1u << 20) + 1, 'x')), 413,
         "ERR_DESK_TOO_LARGE");
  expect(Get(server->port(), "/api/bundles", "", "DELETE"), 405, "ERR_DESK_METHOD");
  expect(Post(server->port(), "/elsewhere", "x"), 405, "ERR_DESK_METHOD");
  expect(Page("/api/bundles/" + std::string(64, '0')), 404, "ERR_DESK_NOT_FOUND");
  expect(Page("/api/bundles/..%2fdesk.sqlite"), 404, "ERR_DESK_NOT_FOUND");
  expect(Page("/api/bundles?limit=0"), 400, "ERR_USAGE");
  EXPECT_EQ(Received(), 0u);
}

TEST_F(DeskTest, ListsAndGivesTheFileBack) {
  const bundle::Written one = Make({.institution = "下坝村卫生室"});
  const bundle::Written two = Make();
  Upload(one);
  Upload(two);
  const auto list = json::Parse(Page("/api/bundles").body).value();
  ASSERT_EQ(list.Find("bundles")->items.size(), 2u);
  EXPECT_EQ(list.Find("bundles")->items[0].Find("manifest_sha256")->text, two.manifest_sha256);
  EXPECT_EQ(list.Find("bundles")->items[1].Find("institution")->Find("name")->text, "下坝村卫生室");
  EXPECT_EQ(list.Find("bundles")->items[0].Find("signatures")->items[0].Find("name")->text, "张三");
  const auto paged = json::Parse(Page("/api/bundles?limit=1").body).value();
  EXPECT_EQ(paged.Find("next_before")->text, "2");
  const auto rest = json::Parse(Page("/api/bundles?limit=1&before=2").body).value();
  EXPECT_EQ(rest.Find("bundles")->items[0].Find("intake_number")->text, "1");
  EXPECT_EQ(rest.Find("next_before")->kind, json::Value::Kind::kNull);

  const HttpAnswer file = Page("/api/bundles/" + one.manifest_sha256 + ".psbundle");
  EXPECT_EQ(file.status, 200);
  EXPECT_EQ(file.headers.at("content-type"), bundle::kMediaType);
  EXPECT_EQ(file.body, AsText(one.file));

  const std::string path = "/api/bundles/" + one.manifest_sha256;
  const HttpAnswer part = Page(path, "Range: bytes=0-3\r\n");
  EXPECT_EQ(part.status, 206);
  EXPECT_EQ(part.body, "PK\x03\x04");
  EXPECT_EQ(Page(path, "Range: bytes=0-3,0-3\r\n").status, 416);
}

TEST_F(DeskTest, PagesShowTheRegisterEscaped) {
  const bundle::Written written = Make({.institution = "<script>alert(1)</script>&\"'"});
  Upload(written);
  const HttpAnswer list = Page("/desk");
  ASSERT_EQ(list.status, 200);
  EXPECT_EQ(list.body.find("<script"), std::string::npos);
  EXPECT_NE(list.body.find("&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;&#39;"),
            std::string::npos);
  EXPECT_NE(list.body.find("<td class=\"number\">97</td>"), std::string::npos);
  EXPECT_NE(list.body.find("甲级"), std::string::npos);
  EXPECT_NE(list.body.find("张三"), std::string::npos);
  EXPECT_NE(list.headers.at("content-security-policy").find("default-src 'none'"),
            std::string::npos);

  const HttpAnswer detail = Page("/desk/bundles/" + written.manifest_sha256);
  ASSERT_EQ(detail.status, 200) << detail.body;
  EXPECT_EQ(detail.body.find("<script"), std::string::npos);
  EXPECT_EQ(detail.body.find("<b>不在"), std::string::npos) << "a remark is text";
  EXPECT_NE(detail.body.find("&lt;b&gt;不在&lt;/b&gt;任务内 &amp; &quot;其他&quot;"),
            std::string::npos);
  EXPECT_NE(detail.body.find("72.5 平方米"), std::string::npos);
  EXPECT_NE(detail.body.find("2 / 5"), std::string::npos) << "points of the drugs item";
  EXPECT_NE(detail.body.find("乡村医生"), std::string::npos);
  EXPECT_EQ(detail.body.find("11010519491231002X"), std::string::npos)
      << "identity numbers are masked";
  EXPECT_NE(detail.body.find("110105********002X"), std::string::npos);
  EXPECT_NE(detail.body.find("已登记"), std::string::npos);
  EXPECT_NE(detail.body.find(assessor.PublicKey().key_id), std::string::npos);
  EXPECT_EQ(Page("/desk/desk.css").headers.at("content-type"), "text/css; charset=utf-8");
  EXPECT_EQ(Page("/desk/bundles/" + std::string(64, '0')).status, 404);
}

TEST_F(DeskTest, AttachmentsAreShownAndNothingInThemRuns) {
  const Bytes photo{0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3};
  const Bytes paper{'%', 'P', 'D', 'F', '-', '1'};
  const bundle::Written written =
      MakeBundle(assessor, {.evidence = {{"jpg", photo}, {"pdf", paper}}}, random);
  ASSERT_EQ(Upload(written).status, 201);
  const std::string page = "/desk/bundles/" + written.manifest_sha256;
  const auto path_of = [&](const Bytes& bytes, const std::string& extension) {
    return page + "/attachments/" + bundle::Sha256Hex(bytes) + "." + extension;
  };
  const std::string detail = Page(page).body;
  EXPECT_NE(detail.find("<img src=\"" + path_of(photo, "jpg") + "\""), std::string::npos);
  EXPECT_NE(detail.find("<a href=\"" + path_of(paper, "pdf") + "\">附件 2（pdf）"),
            std::string::npos);

  const HttpAnswer picture = Page(path_of(photo, "jpg"));
  EXPECT_EQ(picture.status, 200);
  EXPECT_EQ(picture.body, AsText(photo));
  EXPECT_EQ(picture.headers.at("content-type"), "image/jpeg");
  EXPECT_EQ(picture.headers.at("x-content-type-options"), "nosniff");
  EXPECT_EQ(picture.headers.at("content-security-policy"), "default-src 'none'; sandbox");
  EXPECT_TRUE(picture.headers.at("content-disposition").starts_with("inline"));
  const HttpAnswer document = Page(path_of(paper, "pdf"));
  EXPECT_EQ(document.body, AsText(paper));
  EXPECT_TRUE(document.headers.at("content-disposition").starts_with("attachment"));

  EXPECT_EQ(Page(path_of(photo, "html")).status, 404);
  EXPECT_EQ(Page(path_of(photo, "png")).status, 404);
  EXPECT_EQ(Page(path_of(Bytes{1}, "jpg")).status, 404);
  EXPECT_EQ(Page(page + "/attachments/../manifest.json").status, 404);
  EXPECT_EQ(Page("/desk/bundles/" + std::string(64, '0') + "/attachments/x").status, 404);

  // A byte of the stored file is changed: the attachment is not given any more.
  const auto stored = store->PathOf(store->FilesOf(1).value()[0].file_sha256);
  Bytes bytes = written.file;
  const auto at = std::search(bytes.begin(), bytes.end(), photo.begin(), photo.end());
  ASSERT_NE(at, bytes.end());
  *(at + 5) ^= 1;
  ASSERT_TRUE(WriteFileDurably(stored, bytes, IfExists::kReplace, Readers::kOwnerOnly));
  EXPECT_EQ(Page(path_of(photo, "jpg")).status, 500);
  EXPECT_EQ(Page(path_of(paper, "pdf")).status, 200);
}

TEST_F(DeskTest, AStoredFileThatWasChangedIsShownAsSuch) {
  const bundle::Written written = Make();
  Upload(written);
  const auto path = store->PathOf(store->FilesOf(1).value()[0].file_sha256);
  ASSERT_TRUE(WriteFileDurably(path, AsBytes("tampered"), IfExists::kReplace, Readers::kOwnerOnly));
  const HttpAnswer detail = Page("/desk/bundles/" + written.manifest_sha256);
  EXPECT_EQ(detail.status, 200);
  EXPECT_NE(detail.body.find("ERR_DESK_STORED_FILE"), std::string::npos);
  std::filesystem::remove(path);
  EXPECT_EQ(Page("/api/bundles/" + written.manifest_sha256).status, 500);
  // The sender has the good copy; sending it again mends the store.
  EXPECT_EQ(Upload(written).status, 200);
  EXPECT_EQ(Page("/api/bundles/" + written.manifest_sha256).body, AsText(written.file));
}

TEST_F(DeskTest, TheAppAndHealthAreOpenTheRegisterIsNot) {
  Serve("sesam");
  EXPECT_EQ(Page("/healthz").status, 200);
  EXPECT_EQ(Page("/").body, "<p>app");
  for (const std::string path :
       {"/desk", "/desk/", "/desk/bundles/x", "/api/bundles", "/api/bundles/x"}) {
    const HttpAnswer answer = Page(path);
    EXPECT_EQ(answer.status, 401) << path;
    EXPECT_EQ(answer.headers.count("www-authenticate"), 1u);
  }
  EXPECT_EQ(Page("/desk", "Authorization: Basic ZGVzazpzZXNhbQ==\r\n").status, 200);  // desk:sesam
  EXPECT_EQ(Upload(Make()).status, 201) << "sending shows nothing and needs no password";
  Serve(std::nullopt);
  EXPECT_EQ(Page("/desk").status, 200);
  EXPECT_EQ(Page("/desk", "Host: evil.example\r\n").status, 403);
}

// Whatever part is asked for, nothing comes that is not in the plain answer: an error, a page and JSON
// come whole, a stored file whole, cut, or not at all. (A library that cut every answer by the request
// gave away 65,536 bytes of memory for the 34 of /healthz.)
TEST_F(DeskTest, NoRangeReadsMoreThanTheAnswer) {
  const bundle::Written written = Make();
  ASSERT_EQ(Upload(written).status, 201);
  const std::string digest = written.manifest_sha256;
  const std::string nobody(64, '0');
  const auto forms = json::Parse(Page("/api/forms").body).value();
  struct Route {
    std::string request;  // METHOD path
    int status;
    std::string headers = {};
  };
  const std::vector<Route> routes{
      {"GET /healthz", 200},
      {"GET /", 200},
      {"GET /index.html", 200},
      {"GET /absent.js", 404},
      {"GET /desk", 200},
      {"GET /desk/", 200},
      {"GET /desk?before=x", 400},
      {"GET /desk/desk.css", 200},
      {"GET /desk/bundles/" + digest, 200},
      {"GET /desk/bundles/" + nobody, 404},
      {"GET /desk/bundles/" + digest + "/attachments/x", 404},
      {"GET /desk", 403, "Host: evil.example\r\n"},
      {"GET /api/bundles", 200},
      {"GET /api/bundles?limit=0", 400},
      {"GET /api/bundles/" + digest, 200},
      {"GET /api/bundles/" + digest + ".psbundle", 200},
      {"GET /api/bundles/" + nobody, 404},
      {"GET /api/forms", 200},
      {"GET /api/forms/" + forms.Find("forms")->items[0].Find("sha256")->text, 200},
      {"GET /api/forms/" + nobody, 404},
      {"DELETE /api/bundles", 405},
      {"POST /elsewhere", 405},
      {"POST /api/bundles", 422},  // an empty body is no bundle
      {"POST /api/bundles", 413, "Content-Length: 99999999999\r\nExpect: 100-continue\r\n"},
  };
  const std::vector<std::string> ranges{"bytes=0-65535",
                                        "bytes=0-0",
                                        "bytes=3-9",
                                        "bytes=10-",
                                        "bytes=-5",
                                        "bytes=-65535",
                                        "bytes=-0",
                                        "bytes=-",
                                        "bytes=65536-131071",
                                        "bytes=5-4",
                                        "bytes=0-9223372036854775807",
                                        "bytes=9223372036854775807-",
                                        "bytes=0-18446744073709551615",
                                        "bytes=99999999999999999999999-",
                                        "bytes=0-3,0-3",
                                        "bytes=0-3,x",
                                        "bytes=0-65535,0-65535,0-65535",
                                        "bytes=a-b",
                                        "bytes=",
                                        "lines=0-9",
                                        "bytes 0-9",
                                        "bytes=" + std::string(7000, '9') + "-"};
  for (const Route& route : routes) {
    const std::size_t space = route.request.find(' ');
    const auto ask = [&](const std::string& range) {
      std::string headers = route.headers;
      if (route.request.starts_with("POST") && headers.find("Content-Length") == std::string::npos)
        headers += "Content-Length: 0\r\n";
      if (!range.empty()) headers += "Range: " + range + "\r\n";
      return Get(server->port(), route.request.substr(space + 1), headers,
                 route.request.substr(0, space));
    };
    const HttpAnswer whole = ask("");
    ASSERT_EQ(whole.status, route.status) << route.request << whole.body;
    ASSERT_FALSE(whole.body.empty()) << route.request;
    for (const std::string& range : ranges) {
      SCOPED_TRACE(route.request + " " + range.substr(0, 60));
      const HttpAnswer part = ask(range);
      ASSERT_NE(part.status, 0) << "the desk must answer";
      if (part.status == 416) {
        EXPECT_EQ(part.body, "");
      } else if (part.status == 206) {
        EXPECT_EQ(whole.status, 200);
        EXPECT_TRUE(whole.headers.contains("accept-ranges"));
        const std::string& place = part.headers.at("content-range");
        const std::string first = place.substr(6, place.find('-') - 6);
        EXPECT_EQ(part.body, whole.body.substr(std::stoul(first), part.body.size()));
        EXPECT_EQ(place, "bytes " + first + "-" +
                             std::to_string(std::stoul(first) + part.body.size() - 1) + "/" +
                             std::to_string(whole.body.size()));
      } else {
        EXPECT_EQ(part.status, whole.status);
        EXPECT_EQ(part.body, whole.body);
      }
      if (part.headers.contains("content-length")) {
        EXPECT_EQ(part.headers.at("content-length"), std::to_string(part.body.size()));
      }
    }
    EXPECT_EQ(ask("bytes=0-0").status == 206, whole.headers.contains("accept-ranges"))
        << route.request << ": files have parts, nothing else";
  }
}

TEST_F(DeskTest, ManySendersAtOnce) {
  std::vector<bundle::Written> written;
  for (int i = 0; i < 6; ++i) written.push_back(Make());
  std::vector<std::thread> senders;
  for (std::size_t i = 0; i < 12; ++i) {
    senders.emplace_back([&, i] {
      // Told to come again: does so, a bounded number of times.
      for (int attempt = 0; attempt < 200; ++attempt) {
        const int status = Upload(written[i % written.size()]).status;
        if (status == 200 || status == 201) return;
        EXPECT_EQ(status, 503);
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
      }
      ADD_FAILURE() << "never taken in";
    });
  }
  for (std::thread& each : senders) each.join();
  EXPECT_EQ(Received(), written.size());
}

}  // namespace
}  // namespace pingshen::commission
