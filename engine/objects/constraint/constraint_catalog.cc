#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/constraint/constraint.h"

namespace schemadiff {

template <>
std::string Rules<Constraint>::catalog_query(int server_version) {
  const bool at_least_15 = server_version >= 150000;
  const bool at_least_18 = server_version >= 180000;
  return std::string(
             "SELECT c.oid, c.conname, c.contype, c.conrelid, c.conkey, c.condeferrable, "
             "c.condeferred, c.convalidated, ") +
         (at_least_18 ? "c.conenforced" : "true") +
         ", c.connoinherit, CASE WHEN c.contype = 'c' THEN pg_get_expr(c.conbin, c.conrelid) END, "
         "c.confrelid, c.confkey, c.confmatchtype, c.confupdtype, c.confdeltype, " +
         (at_least_15 ? "c.confdelsetcols" : "NULL") + ", " +
         (at_least_18 ? "c.conperiod" : "false") +
         ", CASE WHEN c.conparentid <> 0 THEN (SELECT p.conname FROM pg_constraint p WHERE p.oid = "
         "c.conparentid) END, CASE WHEN c.conparentid <> 0 THEN (SELECT p.conrelid FROM "
         "pg_constraint p WHERE p.oid = c.conparentid) END, c.coninhcount > 0, c.contype = 'c' AND "
         "c.coninhcount > 0 AND c.convalidated AND EXISTS (SELECT FROM pg_inherits h JOIN "
         "pg_constraint p ON p.conrelid = h.inhparent WHERE h.inhrelid = c.conrelid AND p.conname "
         "= c.conname AND NOT p.convalidated" +
         (at_least_18 ? " AND p.conenforced" : "") +
         "), "
         "i.indexrelid, i.indisvalid, CASE WHEN c.conparentid = 0 AND ic.relispartition THEN "
         "(SELECT "
         "p.relnamespace || ' ' || p.relname FROM pg_inherits h JOIN pg_class p ON p.oid = "
         "h.inhparent WHERE h.inhrelid = ic.oid) END, CASE WHEN c.conexclop IS NOT NULL THEN "
         "ARRAY(SELECT n.nspname FROM "
         "unnest(c.conexclop) WITH ORDINALITY AS u (op, k) JOIN pg_operator o ON o.oid = u.op JOIN "
         "pg_namespace n ON n.oid = o.oprnamespace ORDER BY u.k) END, CASE WHEN c.conexclop IS NOT "
         "NULL THEN ARRAY(SELECT o.oprname FROM unnest(c.conexclop) WITH ORDINALITY AS u (op, k) "
         "JOIN pg_operator o ON o.oid = u.op ORDER BY u.k) END, " +
         index_columns(server_version) +
         " FROM pg_constraint c LEFT JOIN pg_index i ON c.contype IN ('p', 'u', 'x') AND "
         "i.indexrelid = c.conindid LEFT JOIN pg_class ic ON ic.oid = i.indexrelid WHERE "
         "c.conrelid "
         "<> 0 AND c.contype IN ('c', 'f', 'p', 'u', 'x') AND " +
         in_user_schema("c.connamespace");
}

namespace {

ForeignKey read_foreign_key(const Row& row, int first, const LiveRelation& relation,
                            const CatalogBuilder& builder) {
  enum { kTable, kColumns, kMatch, kOnUpdate, kOnDelete, kSetColumns, kPeriod };
  ForeignKey key;
  if (const LiveRelation* referenced = builder.addresses.relation(row.oid(first + kTable))) {
    key.referenced_table = referenced->id;
    key.referenced_columns = column_names(row.text(first + kColumns), *referenced);
  }
  key.match = static_cast<ForeignKeyMatch>(row.character(first + kMatch));
  key.on_update = static_cast<ForeignKeyAction>(row.character(first + kOnUpdate));
  key.on_delete = static_cast<ForeignKeyAction>(row.character(first + kOnDelete));
  key.set_columns = column_names(row.text(first + kSetColumns), relation);
  key.period = row.boolean(first + kPeriod);
  return key;
}

}  // namespace

template <>
void Rules<Constraint>::read(const Row& row, CatalogBuilder& builder) {
  enum {
    kOid,
    kName,
    kType,
    kRelation,
    kColumns,
    kDeferrable,
    kDeferred,
    kValidated,
    kEnforced,
    kNoInherit,
    kCheck,
    kForeignKey,
    kParent = kForeignKey + 7,
    kParentRelation,
    kInherited,
    kIsValidHere,
    kIndex,
    kIndexValid,
    kParentIndex,
    kOperatorSchemas,
    kOperatorNames,
    kIndexColumns,
  };
  const LiveRelation* relation = builder.addresses.relation(row.oid(kRelation));
  if (relation == nullptr || relation->of_extension) return;
  Constraint constraint;
  constraint.id = relation->id.with_sub(Kind::constraint, row.text(kName));
  const CatalogAddress address{catalog_oid::kConstraint, row.oid(kOid), 0};
  if (!row.is_null(kIndex)) {
    builder.alias({catalog_oid::kClass, row.oid(kIndex), 0}, constraint.id);
  }
  // A clone that makes a key work on partitions; it is on the partition itself, or on the other
  // table of a foreign key.
  if (!row.is_null(kParent)) {
    builder.alias(address, constraint.id);
    const LiveRelation* above = builder.addresses.relation(row.oid(kParentRelation));
    if (above == nullptr) return;
    constraint.attached_to = above->id.with_sub(Kind::constraint, row.text(kParent));
    builder.addresses.set_derived(constraint.id, *constraint.attached_to);
    if (above == relation) return;
  } else if (!row.is_null(kParentIndex)) {
    const std::string parent = row.string(kParentIndex);
    const size_t space = parent.find(' ');
    constraint.attached_to =
        object_id(Kind::index, builder.schema(static_cast<Oid>(std::stoul(parent))),
                  parent.substr(space + 1));
  }
  // A check that a parent has too; its name is the same there.
  if (row.boolean(kInherited) && row.is_null(kParent)) {
    builder.alias(address, constraint.id);
    if (row.boolean(kIsValidHere)) {
      Table* table = builder.catalog.find<Table>(relation->id);
      if (table != nullptr) table->valid_checks.push_back(constraint.id.sub);
    }
    for (const Oid oid : relation->parents) {
      const LiveRelation* above = builder.addresses.relation(oid);
      if (above == nullptr) continue;
      const ObjectId from = above->id.with_sub(Kind::constraint, constraint.id.sub);
      builder.addresses.set_derived(constraint.id, from);
      if (builder.catalog.contains(from)) break;
    }
    return;
  }
  constraint.type = static_cast<ConstraintType>(row.character(kType));
  constraint.deferrable = row.boolean(kDeferrable);
  constraint.initially_deferred = row.boolean(kDeferred);
  constraint.validated = row.boolean(kValidated);
  constraint.enforced = row.boolean(kEnforced);
  if (constraint.type == ConstraintType::check) {
    constraint.no_inherit = row.boolean(kNoInherit);
    constraint.check = live_expression(row.text(kCheck));
  } else if (constraint.type == ConstraintType::foreign_key) {
    constraint.columns = column_names(row.text(kColumns), *relation);
    constraint.foreign_key = read_foreign_key(row, kForeignKey, *relation, builder);
  } else {
    IndexRow index = read_index_columns(row, kIndexColumns, *relation, builder);
    constraint.include = std::move(index.include);
    constraint.options = std::move(index.options);
    constraint.tablespace = index.tablespace;
    constraint.clustered = index.clustered;
    constraint.index_valid = row.boolean(kIndexValid);
    if (constraint.type == ConstraintType::exclusion) {
      constraint.method = index.method;
      constraint.predicate = std::move(index.predicate);
      const auto schemas = parse_array(row.text(kOperatorSchemas));
      const auto names = parse_array(row.text(kOperatorNames));
      for (size_t i = 0; i < index.elements.size() && i < names.size(); ++i) {
        QualifiedName op{schemas[i], names[i]};
        if (op.schema == Identifier("pg_catalog")) op.schema = {};
        constraint.exclusions.push_back({std::move(index.elements[i]), op});
      }
    } else {
      constraint.columns = column_names(row.text(kColumns), *relation);
      constraint.nulls_not_distinct = index.nulls_not_distinct;
      constraint.without_overlaps = row.boolean(kForeignKey + 6);
    }
  }
  builder.add(address, std::move(constraint));
}

}  // namespace schemadiff
