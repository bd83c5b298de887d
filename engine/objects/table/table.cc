#include "engine/objects/table/table.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"

namespace schemadiff {

std::string display(const PartitionKeyElement& element) {
  std::string out =
      element.column.empty() ? "(" + element.expression.text + ")" : quote(element.column);
  if (!element.collation.empty()) out += " COLLATE " + element.collation.sql();
  if (!element.operator_class.empty()) out += " " + element.operator_class.sql();
  return out;
}

std::string display(const PartitionKey& key) {
  std::string out;
  switch (key.strategy) {
    case PartitionStrategy::list:
      out = "LIST (";
      break;
    case PartitionStrategy::range:
      out = "RANGE (";
      break;
    case PartitionStrategy::hash:
      out = "HASH (";
      break;
  }
  return out + display(key.elements) + ")";
}

std::string display(const PartitionOf& partition) {
  return qualified_name(partition.parent) + " " + partition.bound.text;
}

std::string display(const ReplicaIdentity& identity) {
  switch (identity.kind) {
    case ReplicaIdentityKind::default_:
      return "default";
    case ReplicaIdentityKind::nothing:
      return "nothing";
    case ReplicaIdentityKind::full:
      return "full";
    case ReplicaIdentityKind::index:
      return "index " + quote(identity.index);
  }
  return "?";
}

template <>
void Rules<Table>::expressions(Table& object, const ExpressionVisitor& visit) {
  if (object.partition_key) {
    for (PartitionKeyElement& element : object.partition_key->elements) {
      if (element.expression.empty()) continue;
      ExpressionScope scope;
      scope.relation = object.id;
      visit(element.expression, scope);
    }
  }
  if (object.partition_of) {
    ExpressionScope scope;
    scope.role = ExpressionRole::partition_bound;
    scope.relation = object.partition_of->parent;
    visit(object.partition_of->bound, scope);
  }
}

template <>
void Rules<Table>::references(const Table& object, ReferenceSink& sink) {
  sink.schema(object.id.schema);
  for (const ObjectId& parent : object.inherits) sink.object(parent);
  if (object.partition_of) sink.object(object.partition_of->parent);
  sink.type(object.of_type);
}

}  // namespace schemadiff
