#include "core/evaluation/proven_form.h"

#include "core/bundle/crypto.h"
#include "core/grading/prove.h"

namespace pingshen::evaluation {

Result<std::shared_ptr<const forms::LoadedForm>> LoadProvenForm(ByteView json) {
  PINGSHEN_TRY(auto form, forms::Load(AsText(json), bundle::Sha256Hex(json)));
  PINGSHEN_CHECK(grading::ProveForm(form->form));
  return form;
}

}  // namespace pingshen::evaluation
