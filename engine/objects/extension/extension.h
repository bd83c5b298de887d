// CREATE EXTENSION; pg_extension. What belongs to an extension is the extension's: never an object.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

struct Extension : ObjectBase {
  Identifier schema;     // empty in a file that does not say WITH SCHEMA
  SearchPath path;       // where it goes if neither the file nor the extension says: not a field
  std::string version;   // empty in a file that does not say VERSION
  bool cascade = false;  // brings what it requires; not a field
  // The extensions that must be there before it, as far as the server was asked; not a field.
  std::vector<Identifier> required;
  static constexpr auto kFields =
      std::tuple{Field{"schema", &Extension::schema, Compare::when_stated},
                 Field{"version", &Extension::version, Compare::when_stated}};
};

}  // namespace schemadiff
