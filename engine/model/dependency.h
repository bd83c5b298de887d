// Live dependencies, as pg_depend and pg_shdepend have them, between objects of the model.
#pragma once

#include <string>

#include "engine/model/object_id.h"

namespace schemadiff {

// `dependent` can't be there without `referenced`.
// An object that this build does not model has Kind::none and pg_describe_object()'s text as name.
struct Dependency {
  ObjectId dependent;
  ObjectId referenced;
  char type =
      'n';  // pg_depend.deptype: n normal, a auto, i internal, P and S partition, x and e extension
};

// What hangs on a live object without being an object of the model, as SQL that puts it back on a
// recreated one.
struct Attachment {
  ObjectId target;
  std::string what;  // kReplicaIdentity, "dependency on an extension"
  std::string sql;   // one statement, no semicolon
};

// The attachment that a table's definition has as well.
inline constexpr const char* kReplicaIdentity = "replica identity";

}  // namespace schemadiff
