#include "engine/objects/range_type/range_type.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"

namespace schemadiff {

namespace {

// That of the type itself, or of what a domain is over, where no class is named.
const OperatorClass* default_class(const RangeType& range, const Catalog& catalog) {
  if (!range.subtype_operator_class.empty()) return nullptr;
  TypeRef type = range.subtype;
  while (const Domain* domain = catalog.find<Domain>(type.object)) type = domain->base;
  static const Identifier kBtree("btree");
  for (const auto& [id, of] : catalog.objects<OperatorClass>()) {
    if (of.is_default && id.sub == kBtree && of.type == type) return &of;
  }
  return nullptr;
}

}  // namespace

template <>
void Rules<RangeType>::expressions(RangeType&, const ExpressionVisitor&) {}

template <>
void Rules<RangeType>::references(const RangeType& object, ReferenceSink& sink) {
  sink.schema(object.id.schema);
  sink.type(object.subtype);
  sink.collation(object.collation);
  sink.operator_class(object.subtype_operator_class, "btree");
  sink.function(object.canonical);
  sink.function(object.subtype_diff);
}

template <>
void Rules<RangeType>::create(const RangeType& object, StepBuilder& steps) {
  std::string sql = "CREATE TYPE " + qualified_name(object.id) +
                    " AS RANGE (\n    SUBTYPE = " + object.subtype.sql;
  const auto clause = [&](const char* word, const QualifiedName& name) {
    if (!name.empty()) sql += ",\n    " + std::string(word) + " = " + name.sql();
  };
  clause("SUBTYPE_OPCLASS", object.subtype_operator_class);
  clause("COLLATION", object.collation);
  clause("CANONICAL", object.canonical);
  clause("SUBTYPE_DIFF", object.subtype_diff);
  if (steps.server_version >= 140000) clause("MULTIRANGE_TYPE_NAME", object.multirange_type);
  Step& step = steps.add(Verb::create, object, sql + "\n)");
  if (const OperatorClass* of = default_class(object, steps.desired)) {
    step.consumes.push_back(of->id);
  }
}

template <>
bool Rules<RangeType>::alter(const RangeType&, const RangeType& desired,
                             const FieldChanges& changes, StepBuilder& steps) {
  // One without a canonical function is made anew: see type_moves.h.
  steps.refuse(desired, "PostgreSQL can't change the " + changes.list().front().name +
                            " of a range type that has a canonical function");
  return true;
}

template <>
void Rules<RangeType>::drop(const RangeType& object, StepBuilder& steps) {
  steps.add(Verb::drop, object, "DROP TYPE " + qualified_name(object.id));
}

}  // namespace schemadiff
