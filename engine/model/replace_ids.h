// Other ids for the objects of a catalog, wherever they are named.
#pragma once

#include <functional>

#include "engine/model/catalog.h"

namespace schemadiff {

struct IdReplacement {
  // The new id of an object. Asked for columns that are no objects as well (inherited ones, those
  // of views), for the attributes of a composite type as for columns, and for the labels of an enum
  // with the label as sub.
  std::function<ObjectId(const ObjectId&)> object;
  // The new name of what is known by its kind and name alone (a function, whatever its arguments).
  std::function<QualifiedName(Kind, const QualifiedName&)> name;
};

// Gives every object, and every reference to one that is not a text, its new id; types that are
// written by the name of one are written by the new name.
void replace_ids(Catalog& catalog, const IdReplacement& replacement);

// The type as it is written with the new ids.
TypeRef replaced(const TypeRef& type, const std::function<ObjectId(const ObjectId&)>& object);

}  // namespace schemadiff
