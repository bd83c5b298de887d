// Where each statement of a script begins and ends, as psql sees it: its backslash commands are
// obeyed (\i, \ir), passed over (\restrict, \echo …) or refused by name.
#pragma once

#include <vector>

#include "parser/source.h"

namespace schemadiff {

struct RawStatement {
  int32_t file = 0;
  uint32_t begin = 0;  // first token
  uint32_t end = 0;    // the semicolon, or the end of the text
  // Nothing but blanks and comments stands between the statement before and this one.
  bool follows = false;
  // The first of a script that was named: what SET set is forgotten here.
  bool begins_script = false;
};

// All statements of all scripts of `sources`, in the order in which psql would run them; loads
// included files into `sources`.
std::vector<RawStatement> split_statements(SourceSet& sources, Diagnostics& diagnostics);

}  // namespace schemadiff
