// CREATE EXTENSION; pg_extension. What belongs to an extension is the extension's: never an object.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

struct Extension : ObjectBase {
  Identifier schema;    // empty in a file that does not say WITH SCHEMA
  SearchPath path;      // where it goes if neither the file nor the extension says: not a field
  std::string version;  // empty in a file that does not say VERSION
  static constexpr auto kFields =
      std::tuple{Field{"schema", &Extension::schema, Compare::when_stated},
                 Field{"version", &Extension::version, Compare::when_stated}};
};

}  // namespace schemadiff
