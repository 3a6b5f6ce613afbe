#include "tests/core/evaluation/test_form.h"

#include <cstdio>
#include <cstdlib>

namespace pingshen::evaluation {
namespace {

// "@T(x)": a text, the same in both languages; "@S": a source.
constexpr const char* kForm = R"json({
"format":"pingshen-form/1","id":"test","version":"1","title":@T(测试表),
"documents":[{"code":"d","title":@T(办法)}],@S,
"sections":[
 {"code":"S1","title":@T(第一章),"items":[
  {"code":"hello","type":"note","label":@T(请注意)},
  {"code":"open","type":"yes_no","label":@T(开放),"required":true,"not_applicable":@T(经同意),"points":10,@S},
  {"code":"why","type":"text","label":@T(原因),"required":true,"relevant":"${open} = 'no'"},
  {"code":"whyelse","type":"text","label":@T(其他原因),"required":true,"relevant":"${why} = 'else'"},
  {"code":"area","type":"decimal","label":@T(面积),"required":true,"unit":{"zh":"平方米","en":"m²"},"minimum":1,"maximum":2000,
   "constraint":". != 13","constraint_message":{"zh":"不能是 13","en":"Not 13"},"points":20,
   "score":{"by":"steps","steps":[{"at_least":60,"points":20},{"more_than":40,"points":7.5}]},@S},
  {"code":"multi","type":"multiple_choice","label":@T(多选),"required":true,"points":10,
   "options":[{"code":"a","label":@T(甲),"points":4},{"code":"b","label":@T(乙),"points":6},{"code":"c","label":@T(丙)}],@S},
  {"code":"ded","type":"deductions","label":@T(扣分),"required":true,"not_applicable":@T(无),"points":10,
   "deductions":[{"code":"x","label":@T(甲类),"points":3},{"code":"y","label":@T(乙类),"points":0.5,"max_count":20,"cap":4}],@S}]},
 {"code":"S2","title":@T(第二章),"items":[
  {"code":"pop","type":"integer","label":@T(人口),"required":true,"minimum":0},
  {"code":"staff","type":"integer","label":@T(人员数),"required":true,"minimum":0,"points":20,
   "score":{"by":"steps","denominator":"pop","per":1000,"steps":[{"at_least":1,"points":20},{"at_least":0.5,"points":10}]},@S}],
  "sections":[{"code":"S2.1","title":@T(第一节),"items":[
   {"code":"people","type":"repeat","label":@T(名册),"required":true,"instance_label":{"zh":"人员","en":"Person"},"max_instances":3,
    "points":30,"score":{"by":"instances","child":"reg","codes":["no"],"points_off":10,"min_instances":1},@S,
    "children":[
     {"code":"name","type":"text","label":@T(姓名),"required":true},
     {"code":"id","type":"identity_number","label":@T(身份证号)},
     {"code":"reg","type":"yes_no","label":@T(已注册),"required":true,"relevant":"${name} != 'guest'"},
     {"code":"certs","type":"repeat","label":@T(证书),"instance_label":{"zh":"证书","en":"Certificate"},"children":[
      {"code":"no","type":"text","label":@T(编号),"required":true,"constraint":"string-length(.) >= 3","constraint_message":@T(太短)},
      {"code":"level","type":"single_choice","label":@T(级别),"options":[{"code":"low","label":@T(低)},{"code":"high","label":@T(高)}],
       "relevant":"${no} != '' and ${reg} = 'yes'"}]}]},
   {"code":"certified","type":"note","label":@T(有证书),"relevant":"count-non-empty(${no}) > 0"},
   {"code":"day","type":"date","label":@T(日期),"required":true,"constraint":". <= today()","constraint_message":@T(不能晚于今天)},
   {"code":"uscc","type":"credit_code","label":@T(代码)},
   {"code":"long","type":"long_text","label":@T(备注)}]}]}],
"scheme":{"kind":"points","total":100,
 "vetoes":[{"code":"tiny","label":@T(面积过小),"when":"${area} <= 5",@S},
           {"code":"unregistered","label":@T(未注册),"when":"${reg} = 'no'",@S}],
 "veto_band":"fail",
 "bands":[{"code":"good","label":@T(甲级),"at_least":90,"tone":"good",@S},
          {"code":"pass","label":@T(乙级),"at_least":70,"below":90,"tone":"middle",@S},
          {"code":"fail","label":@T(不达标),"below":70,"tone":"bad",@S}]}
})json";

}  // namespace

std::string TestFormJson() {
  std::string text = kForm;
  for (std::size_t at = text.find("@S"); at != std::string::npos; at = text.find("@S", at))
    text.replace(at, 2, R"("sources":[{"document":"d","confidence":"our_reading"}])");
  for (std::size_t at = text.find("@T("); at != std::string::npos; at = text.find("@T(", at)) {
    const std::size_t end = text.find(')', at);
    const std::string word = text.substr(at + 3, end - at - 3);
    text.replace(at, end + 1 - at, R"({"zh":")" + word + R"(","en":")" + word + R"("})");
  }
  return text;
}

const forms::LoadedForm& TestForm() {
  static const auto form = [] {
    auto loaded = forms::Load(TestFormJson());
    if (!loaded) {
      std::fprintf(stderr, "test form: %s\n", Sentence(loaded.error(), Language::kEnglish).c_str());
      std::abort();
    }
    return *loaded;
  }();
  return *form;
}

}  // namespace pingshen::evaluation
