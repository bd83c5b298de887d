// What pg_depend and the like would hold for a catalog that no server has.
#pragma once

#include <vector>

#include "engine/model/catalog.h"
#include "engine/model/dependency.h"

namespace schemadiff {

// From what the objects of a canonicalised catalog refer to; what is inside a body in quotes, or a
// text that can't be read, does not count.
std::vector<Dependency> declared_dependencies(const Catalog& catalog);
// What read_attachments() would find.
std::vector<Attachment> declared_attachments(const Catalog& catalog,
                                             const std::vector<ObjectId>& objects);

}  // namespace schemadiff
