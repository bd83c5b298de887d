#include <clocale>
#include <cstdio>
#include <new>

#include "cli/arguments.h"
#include "cli/exit_codes.h"
#include "cli/interrupt.h"
#include "cli/version.h"
#include "engine/base/check.h"

namespace {

int our_bug(const char* what, const char* file, unsigned line) {
  std::fprintf(
      stderr,
      "schemadiff: internal error: %s\n"
      "  This is a bug of schemadiff %s (%s:%u). Please report it, with the command and, if you\n"
      "  can, the schema that leads to it. A transaction that was open is rolled back.\n",
      what, kSchemadiffVersion, file, line);
  return schemadiff::kExitInternal;
}

}  // namespace

int main(int argc, char** argv) {
  std::setlocale(LC_CTYPE, "");
  schemadiff::install_interrupt_handler();
  try {
    return schemadiff::run_command_line(argc, argv);
  } catch (const schemadiff::InternalError& error) {
    return our_bug(error.what(), error.where().file_name(), error.where().line());
  } catch (const std::bad_alloc&) {
    std::fputs("schemadiff: out of memory\n", stderr);
    return schemadiff::kExitError;
  } catch (const std::exception& error) {
    return our_bug(error.what(), "unexpected exception", 0);
  }
}
