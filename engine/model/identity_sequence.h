// The sequence of an identity column is no object: what is about it has an id of kind sequence with
// the column's members.
#pragma once

#include <string>

#include "engine/model/catalog.h"

namespace schemadiff {

inline bool is_identity_sequence(const ObjectId& id) {
  return id.kind == Kind::sequence && !id.sub.empty();
}

// What is about it goes with it: the column, or its identity, will not be there.
bool goes_with_identity(const ObjectId& target, const Catalog& desired);

// "SEQUENCE public.t_id_seq"
std::string identity_sequence_target(const Catalog& catalog, const ObjectId& id);

}  // namespace schemadiff
