// What stands around the answers: whose they are, what they rest on, who signed.
#pragma once

#include "core/report/pen.h"

namespace pingshen::report {

void DrawHead(Pen& pen);        // title, institution, who and when
void DrawSources(Pen& pen);     // what the form rests on
void DrawSignatures(Pen& pen);  // of a bundle; lines for handwriting
void DrawOrigin(Pen& pen);      // form, bundle, digests

}  // namespace pingshen::report
