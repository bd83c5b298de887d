#include "engine/objects/name_aside.h"

#include "engine/model/default_names.h"

namespace schemadiff {

Identifier name_aside(const Catalog& live, const Catalog& desired, Identifier schema,
                      Identifier name) {
  return Identifier(choose_object_name(name.str(), "", "old", [&](std::string_view candidate) {
    const auto taken = [&](const Catalog& catalog) {
      return catalog.find_type(schema, Identifier(candidate)).known() ||
             catalog.find_relation(schema, Identifier(candidate)).known() ||
             catalog.contains(object_id(Kind::collation, schema, Identifier(candidate)));
    };
    return taken(live) || taken(desired);
  }));
}

}  // namespace schemadiff
