// What is made anew under its own name waits under another until its successor has taken over.
#pragma once

#include "engine/model/catalog.h"

namespace schemadiff {

// "name_old", or name_old1 …: no relation and no type of the schema has it on either side.
Identifier name_aside(const Catalog& live, const Catalog& desired, Identifier schema,
                      Identifier name);

}  // namespace schemadiff
