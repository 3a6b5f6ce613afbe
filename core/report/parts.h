// The parts of a printed report, each written where the pen stands. For the sources of this room.
#pragma once

#include "core/report/pen.h"

namespace pingshen::report {

// ---- frame of the document
// The rules of the pages: paper, margins, page numbers, and what stands at the edge of each.
std::string PageStyle(const Report& report, const PrintOptions& options);
void DrawHead(Pen& pen);        // title, institution, who and when
void DrawSources(Pen& pen);     // what the form rests on
void DrawSignatures(Pen& pen);  // of a bundle; lines for handwriting
void DrawOrigin(Pen& pen);      // form, bundle, digests

// ---- result
void DrawResult(Pen& pen);
// Of one scheme; `scheme` is what `result` came from.
void DrawLadder(Pen& pen, const model::Scheme& scheme, const model::SchemeResult& result);
void DrawDemands(Pen& pen, const model::Scheme& scheme, const model::SchemeResult& result);
void DrawGap(Pen& pen, const model::Scheme& scheme, const model::SchemeResult& result);
void DrawMeasures(Pen& pen, const model::Scheme& scheme, const model::SchemeResult& result);
void DrawFigureFindings(Pen& pen);

// ---- items
void DrawAttributes(Pen& pen);
void DrawSections(Pen& pen);
// Rows of a table with `columns` columns: one for each item, and what needs the full width below.
void DrawRows(Pen& pen, const std::vector<Entry>& entries, std::size_t columns);
// A whole table of items, with its heading.
void DrawItemTable(Pen& pen, const std::vector<Entry>& entries);
// Tables and repeats: a grid where the children fit beside each other, else one block each.
void DrawInstances(Pen& pen, const Entry& entry);

// The answer itself, in a cell.
void DrawAnswer(Pen& pen, const Entry& entry);
// Room for it, on a form to be filled in by hand.
void DrawBlank(Pen& pen, const model::Item& item);
// What needs the full width of the page: sub-points, files, pictures, long texts, instances.
bool HasWide(const Pen& pen, const Entry& entry);
void DrawWide(Pen& pen, const Entry& entry);

// The value of a field; empty when there is none.
const model::Value& FieldOf(const Entry& entry, std::string_view field);
// "350 / 583 = 60.03%"; without a share where the denominator is 0.
std::string FractionText(const model::Fraction& fraction);
// An expression for readers: "VC-02 为“否”" for ${VC-02} = 'no'; others as they are, without ${}.
std::string ConditionText(const Pen& pen, std::string_view expression);
// Whether it stands in a printed report at all: texts without words and hidden results do not.
bool IsShown(const model::Item& item);

}  // namespace pingshen::report
