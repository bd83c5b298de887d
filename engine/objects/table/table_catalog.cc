#include <algorithm>

#include "engine/base/check.h"
#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/table/table.h"

namespace schemadiff {

template <>
std::string Rules<Table>::catalog_query(int) {
  return "SELECT c.oid, c.relpersistence, c.reloptions, toast.reloptions, c.reloftype, CASE WHEN "
         "c.reloftype <> 0 THEN format_type(c.reloftype, NULL) END, c.relrowsecurity, "
         "c.relforcerowsecurity, c.relreplident, CASE WHEN c.relreplident = 'i' THEN (SELECT "
         "x.relname FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid WHERE i.indrelid = "
         "c.oid "
         "AND i.indisreplident) END, am.amname, CASE WHEN c.reltablespace <> 0 THEN (SELECT "
         "spcname "
         "FROM pg_tablespace s WHERE s.oid = c.reltablespace) END, inh.parents, c.relispartition, "
         "CASE WHEN c.relispartition THEN pg_get_expr(c.relpartbound, c.oid) END, p.partstrat, "
         "p.partattrs, p.partclass, p.partcollation, CASE WHEN p.partexprs IS NOT NULL THEN "
         "pg_get_expr(p.partexprs, p.partrelid) END, CASE WHEN p.partexprs IS NOT NULL THEN "
         "pg_get_partkeydef(p.partrelid) END, fs.srvname, ft.ftoptions FROM pg_class c LEFT JOIN "
         "pg_foreign_table ft ON ft.ftrelid = c.oid LEFT JOIN pg_foreign_server fs ON fs.oid = "
         "ft.ftserver LEFT JOIN (SELECT oid, reloptions "
         "FROM "
         "pg_class WHERE relkind = 't' AND reloptions IS NOT NULL) toast ON toast.oid = "
         "c.reltoastrelid LEFT JOIN (SELECT inhrelid, array_agg(inhparent ORDER BY inhseqno) AS "
         "parents FROM pg_inherits GROUP BY inhrelid) inh ON inh.inhrelid = c.oid LEFT JOIN "
         "pg_partitioned_table p ON p.partrelid = c.oid LEFT JOIN pg_am am ON am.oid = c.relam AND "
         "am.amname <> 'heap' WHERE c.relkind IN ('r', 'p', 'f') AND " +
         in_user_schema("c.relnamespace");
}

namespace {

PartitionKey read_partition_key(const Row& row, int first, const LiveRelation& relation,
                                CatalogBuilder& builder) {
  PartitionKey key;
  key.strategy = static_cast<PartitionStrategy>(row.character(first));
  const auto columns = parse_numbers(row.text(first + 1));
  const auto classes = parse_numbers(row.text(first + 2));
  const auto collations = parse_numbers(row.text(first + 3));
  const auto expressions = split_expressions(row.text(first + 4));
  // "RANGE (a, lower(b) COLLATE "C")": whether a collation is written behind an expression.
  std::string_view definition = row.text(first + 5);
  std::vector<std::string> written;
  if (const size_t open = definition.find('('); open != std::string_view::npos) {
    definition.remove_prefix(open + 1);
    definition.remove_suffix(1);
    written = split_expressions(definition);
  }
  size_t next_expression = 0;
  for (size_t i = 0; i < columns.size(); ++i) {
    PartitionKeyElement element;
    Oid type = 0;
    const Oid collation = static_cast<Oid>(collations[i]);
    if (columns[i] == 0) {
      check(next_expression < expressions.size(), "fewer expressions than the partition key has");
      const std::string& text = expressions[next_expression++];
      element.expression = live_expression(text);
      if (i < written.size() && written[i].find(text + " COLLATE ") != std::string::npos) {
        element.collation = collation_unless(0, collation, builder);
      } else if (i < written.size() && written[i].find(text + ") COLLATE ") != std::string::npos) {
        element.collation = collation_unless(0, collation, builder);
      }
    } else {
      element.column = CatalogAddresses::column_name(relation, static_cast<int>(columns[i]));
      if (static_cast<size_t>(columns[i]) <= relation.columns.size()) {
        const LiveColumn& column = relation.columns[columns[i] - 1];
        type = column.type;
        element.collation = collation_unless(column.collation, collation, builder);
      }
    }
    element.operator_class =
        operator_class_unless_default(static_cast<Oid>(classes[i]), type, builder);
    key.elements.push_back(std::move(element));
  }
  return key;
}

}  // namespace

template <>
void Rules<Table>::read(const Row& row, CatalogBuilder& builder) {
  enum {
    kOid,
    kPersistence,
    kOptions,
    kToastOptions,
    kOfType,
    kOfTypeText,
    kRowSecurity,
    kForceRowSecurity,
    kReplicaIdentity,
    kReplicaIndex,
    kMethod,
    kTablespace,
    kParents,
    kIsPartition,
    kBound,
    kPartitionKey,  // and five more
    kServer = kPartitionKey + 6,
    kForeignOptions,
  };
  LiveRelation* relation = builder.addresses.relation(row.oid(kOid));
  if (relation == nullptr || relation->of_extension) return;
  Table table;
  table.id = relation->id;
  table.persistence = static_cast<Persistence>(row.character(kPersistence));
  table.options = parse_options(row.text(kOptions));
  for (auto& option : parse_options(row.text(kToastOptions), "toast.")) {
    table.options.push_back(std::move(option));
  }
  if (!row.is_null(kOfTypeText)) {
    table.of_type = live_type(row.text(kOfTypeText), row.oid(kOfType), builder);
  }
  table.row_security = row.boolean(kRowSecurity);
  table.force_row_security = row.boolean(kForceRowSecurity);
  table.replica_identity.kind = static_cast<ReplicaIdentityKind>(row.character(kReplicaIdentity));
  table.replica_identity.index = row.text(kReplicaIndex);
  table.access_method = row.text(kMethod);
  table.tablespace = row.text(kTablespace);
  table.server = row.text(kServer);
  table.foreign_options = parse_options(row.text(kForeignOptions));
  if (!table.server.empty()) table.replica_identity = {};  // always NOTHING
  const bool is_partition = row.boolean(kIsPartition);
  for (const int64_t oid : parse_numbers(row.text(kParents))) {
    relation->parents.push_back(static_cast<Oid>(oid));
    const LiveRelation* parent = builder.addresses.relation(static_cast<Oid>(oid));
    if (parent == nullptr) continue;
    if (is_partition) {
      table.partition_of = PartitionOf{parent->id, live_expression(row.text(kBound))};
    } else {
      table.inherits.push_back(parent->id);
    }
  }
  if (!row.is_null(kPartitionKey)) {
    table.partition_key = read_partition_key(row, kPartitionKey, *relation, builder);
  }
  builder.catalog.add(std::move(table));
}

}  // namespace schemadiff
