#include "engine/model/names_in_schema.h"

#include "engine/model/kind_traits.h"

namespace schemadiff {

std::vector<ObjectId> names_in_schema(const Catalog& catalog, const ObjectId& id) {
  std::vector<ObjectId> names;
  if (traits_of(id.kind).in_pg_class) names.push_back(object_id(Kind::none, id.schema, id.name));
  if (traits_of(id.kind).in_pg_type) names.push_back(object_id(Kind::domain, id.schema, id.name));
  const Constraint* constraint = catalog.find<Constraint>(id);
  if (constraint != nullptr && (constraint->type == ConstraintType::primary_key ||
                                constraint->type == ConstraintType::unique ||
                                constraint->type == ConstraintType::exclusion)) {
    names.push_back(object_id(Kind::none, id.schema, id.sub));
  }
  if (const Column* column = catalog.find<Column>(id); column != nullptr && column->identity) {
    const QualifiedName& sequence = column->identity->sequence;
    if (!sequence.empty()) names.push_back(object_id(Kind::none, sequence.schema, sequence.name));
  }
  if (const RangeType* range = catalog.find<RangeType>(id)) {
    const QualifiedName& multirange = range->multirange_type;
    if (!multirange.empty()) {
      names.push_back(object_id(Kind::domain, multirange.schema, multirange.name));
    }
  }
  return names;
}

std::vector<ObjectId> names_to_be_free(const Catalog& catalog, const ObjectId& id) {
  std::vector<ObjectId> names = names_in_schema(catalog, id);
  if (id.kind == Kind::sequence) names.push_back(object_id(Kind::domain, id.schema, id.name));
  return names;
}

}  // namespace schemadiff
