// A form with an item of every type, in Chinese and English, with long texts among them.
#pragma once

#include <memory>

#include "core/forms/loader.h"

namespace pingshen::ui {

// Sections: G grades and rates, C choices, T texts, F files and places, S structures, N texts only.
std::shared_ptr<const forms::LoadedForm> EverythingForm();

}  // namespace pingshen::ui
