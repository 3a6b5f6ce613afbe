#include "web/ui/io/page_request.h"

#include "core/evaluation/attachment_rules.h"

namespace pingshen::ui {

PageRequest RequestFor(PageService service, const model::Item& item, const model::FieldPath& path,
                       std::string_view title, std::size_t count) {
  PageRequest request;
  request.service = service;
  request.path = path;
  request.title = title;
  if (service != PageService::kFiles && service != PageService::kCamera) return request;
  const evaluation::AttachmentRule rule = evaluation::RuleOf(item, path.field);
  request.accept = evaluation::AcceptOf(rule);
  request.max_bytes = rule.max_bytes;
  request.multiple = service == PageService::kFiles && rule.max_count > count + 1;
  request.shrink = rule.shrink_pictures;
  return request;
}

}  // namespace pingshen::ui
