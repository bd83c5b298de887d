// FOR TABLES IN SCHEMA of a publication; pg_publication_namespace, 15 and later.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

struct PublishedSchema : ObjectBase {  // id.name is the publication, id.sub the schema
  static constexpr auto kFields = std::tuple{};
};

}  // namespace schemadiff
