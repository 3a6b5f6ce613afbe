// A form with every item type, three sections, a veto and a band with a reading of ours; 40 points.
#pragma once

#include <memory>
#include <string_view>

#include "core/forms/loader.h"

namespace pingshen::ui {

std::shared_ptr<const forms::LoadedForm> SampleForm();
std::string_view SampleFormJson();

}  // namespace pingshen::ui
