// The command line: every flag, its help, and what to say when it is wrong.
#pragma once

namespace schemadiff {

// Parses, runs the command, returns the exit code. Exceptions of ours are the caller's.
int run_command_line(int argc, char** argv);

}  // namespace schemadiff
