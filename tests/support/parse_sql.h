// A desired state from a text, without a server.
#pragma once

#include <string>

#include "engine/model/catalog.h"

namespace schemadiff::testing {

struct ParsedSql {
  Catalog catalog;
  std::string errors;    // "2:1: message\n" each, line and column
  std::string warnings;  // the same
};

ParsedSql parse_sql(const std::string& sql);

}  // namespace schemadiff::testing
