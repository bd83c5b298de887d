// What hangs on live objects without being an object of the model, read verbatim.
#pragma once

#include <vector>

#include "engine/introspect/introspector.h"
#include "engine/model/dependency.h"

namespace schemadiff {

// The statements that give each of `objects`, and the columns of those that are relations, back
// what a freshly created one would not have: security labels, publication membership, statistics
// targets and options of a materialized view's columns, and whatever else a CREATE statement of
// ours does not say. In the snapshot of introspect(); set-based.
Result<std::vector<Attachment>> read_attachments(CatalogReader& reader, const LiveState& live,
                                                 const std::vector<ObjectId>& objects);

// Recreating the index that identifies rows for replication leaves the table without one.
Attachment replica_identity_attachment(const ObjectId& target, const ObjectId& table,
                                       Identifier index);

}  // namespace schemadiff
