#include "commission/pages/desk_frame.h"

namespace pingshen::commission {
void OpenPage(HtmlWriter& html, std::string_view title) {
  html.Open("!doctype html").Open("html", {{"lang", "zh-CN"}}).Open("head");
  html.Open("meta", {{"charset", "utf-8"}});
  html.Open("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  html.Element("title", std::string(title) + " · 评审通受理台");
  html.Open("link", {{"rel", "stylesheet"}, {"href", "/desk/desk.css"}});
  html.Close("head").Open("body");
  html.Open("header", {{"class", "top"}}).Open("div").Element("strong", "评审通 · 受理台");
  html.Element("a", "已受理", {{"href", "/desk"}}).Element("a", "打开评审应用", {{"href", "/"}});
  html.Close("div").Close("header").Open("main");
}

void ClosePage(HtmlWriter& html) { html.Close("main").Close("body").Close("html").Text("\n"); }

HttpResponse PageResponse(std::string html) {
  HttpResponse response;
  response.content_type = "text/html; charset=utf-8";
  response.headers = {
      {"Cache-Control", "no-store"},
      {"Content-Security-Policy",
       "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
       "frame-ancestors 'none'"},
      {"Referrer-Policy", "no-referrer"}};
  response.body = std::move(html);
  return response;
}

void BandChip(HtmlWriter& html, std::string_view label, std::string_view tone) {
  if (label.empty()) return;
  html.Element("span", label, {{"class", tone.empty() ? "chip" : "chip " + std::string(tone)}});
}

}  // namespace pingshen::commission
