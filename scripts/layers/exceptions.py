"""What the checks let pass, each with its reason. An entry that is not needed any more is an error;
rewrite_exceptions.py takes such entries out.
"""

# Header (or source) -> (reason, the sources that define functions which it declares). Sources of the
# same folder without it; "nowhere": no C++ file of the repository.
DEFINED_ELSEWHERE = {
    "core/bundle/bundle.h": ("to be split", "bundle_verifier.cc bundle_writer.cc"),
    "core/expression/evaluator.h": ("to be split", "comparison.cc path_walker.cc"),
    "core/expression/expression.h": ("to be split", "compiler.cc"),
    "core/expression/functions.h": ("to be split", """
        choice_functions.cc core_functions.cc date_functions.cc geo_functions.cc
        node_functions.cc number_functions.cc own_functions.cc string_functions.cc
        world_functions.cc"""),
    "core/expression/number.h": ("to be split", "date.cc"),
    "core/expression/syntax.h": ("to be split", "parser.cc printer.cc"),
    "core/forms/engine.h": ("to be split", "engine_frames.cc engine_recalculation.cc"),
    "core/forms/xlsform/draft.h": ("to be split", "choices_reader.cc"),
    "core/forms/xlsform/table.h": ("to be split", "columns.cc"),
    "core/grading/attainable.h": ("to be split", "item_values.cc"),
    "core/grading/item_score.h": ("to be split", "deduction.cc"),
    "core/grading/ladder_gap.h": ("to be split", "ladder_plan.cc"),
    "core/grading/points.h": ("to be split", "prove_points.cc"),
    "core/grading/prove.h": ("to be split", "prove_form.cc prove_ladder.cc prove_points.cc"),
    "core/json/json.h": ("to be split", "parse.cc writer.cc"),
    "core/report/report.h": ("to be split", "blank_part.cc"),
    "core/session/session.h": ("to be split", "session_start.cc"),
    "core/session/session_core.h": ("to be split", """
        session.cc session_attachments.cc session_export.cc session_forms.cc
        session_print.cc session_start.cc"""),
    "forms/built_in.h": ("forms/embed.cmake makes its source when it is built", "nowhere"),
    "web/platform/frame_pump.h": ("the scheduler of the browser; a test brings its own", """
        browser_scheduler.cc"""),
}

# Circle of includes: its files, or its two sources -> reason.
CIRCLES = {
    "core/report/instances_part.cc core/report/wide_part.cc": "to be split",
    "web/ui/item/item_answer.cc web/ui/item/item_table.cc": "to be split",
    "web/ui/result/result_demands.cc web/ui/result/result_parts.cc": "to be split",
    "web/ui/result/result_demands.cc web/ui/result/result_verdict.cc": "to be split",
    "web/ui/result/result_facts.cc web/ui/result/screen_items.cc": "to be split",
}

# File or folder over its limit -> (lines or file pairs that it may have, reason).
LARGE = {
    "core/expression": (29, "to be split"),
    "core/expression/compiler.cc": (510, "to be split"),
    "core/expression/evaluator.h": (150, "to be split"),
    "core/expression/expression.h": (145, "to be split"),
    "core/expression/syntax.h": (145, "to be split"),
    "core/forms": (38, "to be split"),
    "core/forms/engine.h": (204, "to be split"),
    "core/forms/plan.h": (141, "to be split"),
    "core/forms/xlsform": (34, "to be split"),
    "core/model": (26, "to be split"),
    "core/model/grading_result.h": (157, "to be split"),
    "core/model/scheme.h": (183, "to be split"),
    "core/session/session.h": (146, "to be split"),
    "web/page/boot.js": (166, "to be split"),
    "web/page/mirror.js": (194, "to be split"),
    "web/ui/io/screen_output.h": (133, "to be split"),
    "web/ui/item/item_attachments.cc": (405, "to be split"),
    "web/ui/words/form_strings.h": (127, "to be split"),
    "web/ui/words/result_strings.h": (133, "to be split"),
    "web/ui/words/strings.h": (281, "to be split"),
    "web/ui/words/strings_items.h": (152, "to be split"),
}
