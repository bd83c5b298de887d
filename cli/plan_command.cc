#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/pipeline.h"
#include "cli/show.h"

namespace schemadiff {

int run_plan(const Options& options) {
  Timings timings;
  auto pipeline = Pipeline::open("", options.to, options, timings);
  if (!pipeline) return report(pipeline.error());
  auto comparison = (*pipeline)->compare();
  if (!comparison) return report(comparison.error());
  const bool differs = !(*comparison)->plan().empty();
  const int code = differs && options.exit_code ? kExitDifferences : kExitOk;
  return show_plan((*pipeline)->report(**comparison), options, timings, code);
}

int run_diff(const Options& options) {
  Timings timings;
  auto pipeline = Pipeline::open(options.left, {options.right}, options, timings);
  if (!pipeline) return report(pipeline.error());
  auto comparison = (*pipeline)->compare();
  if (!comparison) return report(comparison.error());
  const bool differs = !(*comparison)->plan().empty();
  const int code = differs && options.exit_code ? kExitDifferences : kExitOk;
  return show_plan((*pipeline)->report(**comparison), options, timings, code);
}

}  // namespace schemadiff
