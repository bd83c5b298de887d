// What an operator class brings that takes the place of one in the database.
#pragma once

#include <vector>

#include "engine/objects/operator_family/operator_family.h"

namespace schemadiff {

// The members that CREATE OPERATOR CLASS of `id` declares, and those of other types that stay in
// its family but go with the live class: some access methods tie them to it (before 14, all do).
std::vector<FamilyMember> members_of_recreated(const Catalog& live, const Catalog& desired,
                                               const ObjectId& id);

}  // namespace schemadiff
