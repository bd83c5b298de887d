// A desired state from a text, without a server.
#pragma once

#include <string>
#include <vector>

#include "engine/data/declared_rows.h"
#include "engine/model/catalog.h"

namespace schemadiff::testing {

struct ParsedSql {
  Catalog catalog;
  std::vector<DeclaredRows> rows;
  AccessMentions mentions;
  std::string errors;    // "2:1: message\n" each, line and column
  std::string warnings;  // the same
};

ParsedSql parse_sql(const std::string& sql);

}  // namespace schemadiff::testing
