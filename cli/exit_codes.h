// What the process returns, in one place (also in --help, the man page and docs/).
#pragma once

namespace schemadiff {

enum ExitCode : int {
  kExitOk = 0,             // done, or in sync
  kExitError = 1,          // an error; nothing more was changed than it says
  kExitDifferences = 2,    // check; plan and diff with --exit-code; findings of lint; what apply
                           // could not decide
  kExitRefused = 3,        // a step needs an allowance
  kExitUsage = 64,         // wrong flags
  kExitInternal = 70,      // our bug
  kExitInterrupted = 130,  // Ctrl-C
};

}  // namespace schemadiff
