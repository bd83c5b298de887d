// The product of plan, check and diff on standard output (or -o FILE).
#pragma once

#include "cli/options.h"
#include "cli/timings.h"
#include "engine/render/report.h"

namespace schemadiff {

// Writes the plan in the format asked for; returns `code`, or that of a failure to write.
int show_plan(const Report& report, const Options& options, const Timings& timings, int code);

// The plan for people, on standard error (apply).
std::string plan_text(const Report& report, const Options& options, bool color);

void show_timings(const Options& options, const Timings& timings);

}  // namespace schemadiff
