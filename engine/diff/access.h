// Owners and privileges as they will be when all is done: who the owner is decides what a grant
// means, what nobody said is filled in, and what is not ours to manage is left as it is.
#pragma once

#include "engine/base/diagnostic.h"
#include "engine/model/catalog.h"
#include "engine/model/system_catalog.h"

namespace schemadiff {

enum class Managed : uint8_t {
  no,
  where_mentioned,  // privileges: per schema and kind; owners: of each object
  everywhere,       // what the desired state does not mention is as if nobody had said anything
};

struct AccessOptions {
  Managed privileges = Managed::no;
  Managed owners = Managed::no;
  AccessMentions mentions;
  bool from_text = false;  // `desired` is: grantees may be owners, and owners be left unsaid
};

// Of a state read from texts, whose owners are known: grantees that are owners become
// owner_grantee(), and what is as if nobody had said anything goes.
void settle_text_access(Catalog& catalog, Identifier role, int server_version);

// Gives `desired` every owner and privilege of `live` that is not managed, takes its own away
// there, and turns both sides' to what they will be under the owners to come. Afterwards a plain
// diff of the two is right.
void settle_access(Catalog& live, Catalog& desired, const AccessOptions& options,
                   const SystemCatalog& system, int server_version);

// Roles that `target` names and the server does not have.
void check_roles(const Catalog& target, const SystemCatalog& system, Diagnostics& problems);

}  // namespace schemadiff
