// Which object a row of pg_description or pg_seclabel is about.
#pragma once

#include "engine/introspect/catalog_builder.h"

namespace schemadiff {

// What the address is about when COMMENT ON or SECURITY LABEL names it; none if nobody can name it
// so: the comment of a row type, array type, identity sequence or _RETURN rule is not that of its
// owner.
ObjectId commented_object(const CatalogAddress& address, const CatalogBuilder& builder);

}  // namespace schemadiff
