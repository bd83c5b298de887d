// What goes to the terminal, and what comes from it. Standard output carries only the product.
#pragma once

#include <string>
#include <string_view>

#include "cli/options.h"
#include "engine/base/result.h"

namespace schemadiff {

// Colour on this file descriptor? --color, then NO_COLOR, CLICOLOR_FORCE and FORCE_COLOR, then
// whether it is a terminal that can.
bool wants_color(ColorMode mode, int descriptor);

// Where all output of this process goes; set once, from the options.
class Terminal {
 public:
  static void configure(const Options& options);
  static bool color_on_stdout();
  static bool color_on_stderr();
  static bool quiet();
  static int verbosity();
  // Progress that is rewritten in place is only for people.
  static bool stderr_is_terminal();
};

// Lines on standard error. `note` is silent with --quiet, `detail` needs -v.
void say(std::string_view text);
// What was said of a file once is not said of it again, whoever reads it.
void say_once(const std::string& text);
void note(std::string_view text);
void detail(std::string_view text);
void warn(std::string_view sentence, std::string_view hint = "");
void complain(std::string_view sentence, std::string_view hint = "");

// Writes the product: to the file (whole or not at all), or to standard output.
Result<void> write_output(const std::string& path, std::string_view text);
// Replaces a file with new content: through a temporary file beside it, so never half of it.
Result<void> replace_file(const std::string& path, std::string_view text);

// Can somebody be asked? Not with --no-input, nor when standard input is no terminal.
bool can_ask(const Options& options);
// Asks on the terminal; only "yes" or "y" is yes.
bool confirm(std::string_view question);

}  // namespace schemadiff
