// The product of plan, check, diff and lint on standard output (or -o FILE).
#pragma once

#include "cli/options.h"
#include "cli/timings.h"
#include "engine/render/findings.h"
#include "engine/render/report.h"

namespace schemadiff {

// Writes the plan in the format asked for; returns `code`, or that of a failure to write.
// `which`: what of it is a finding, for the formats that list those. `more`: generated files that
// are not as they should be.
int show_plan(const Report& report, const Options& options, const Timings& timings, int code,
              PlanFindings which = PlanFindings::changes, const std::vector<Finding>& more = {});

// The same for what is no plan.
int show_findings(const Findings& findings, const Options& options, const Timings& timings,
                  int code);

// The plan for people, on standard error (apply).
std::string plan_text(const Report& report, const Options& options, bool color);

void show_timings(const Options& options, const Timings& timings);

}  // namespace schemadiff
