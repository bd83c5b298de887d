#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/index/index.h"

namespace schemadiff {

template <>
std::string Rules<Index>::catalog_query(int server_version) {
  return "SELECT i.indexrelid, ic.relnamespace, ic.relname, i.indrelid, i.indisunique, "
         "i.indisvalid, p.relnamespace, p.relname, CASE WHEN i.indexprs IS NOT NULL THEN (SELECT "
         "array_agg(a.attnum || ' ' || a.attstattarget ORDER BY a.attnum) FROM pg_attribute a "
         "WHERE "
         "a.attrelid = i.indexrelid AND a.attstattarget >= 0) END, CASE WHEN ic.relispartition AND "
         "i.indexprs IS NOT NULL THEN (SELECT array_agg(a.attname ORDER BY a.attnum) FROM "
         "pg_attribute a WHERE a.attrelid = i.indexrelid AND i.indkey[a.attnum - 1] = 0) END, " +
         index_columns(server_version) +
         " FROM pg_index i JOIN pg_class ic ON ic.oid = i.indexrelid LEFT JOIN pg_inherits h ON "
         "ic.relispartition AND h.inhrelid = i.indexrelid LEFT JOIN pg_class p ON p.oid = "
         "h.inhparent WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = "
         "i.indexrelid "
         "AND k.contype IN ('p', 'u', 'x')) AND " +
         in_user_schema("ic.relnamespace");
}

template <>
void Rules<Index>::read(const Row& row, CatalogBuilder& builder) {
  enum {
    kOid,
    kSchema,
    kName,
    kRelation,
    kUnique,
    kValid,
    kParentSchema,
    kParentName,
    kStatistics,
    kExpressionNames,
    kIndexColumns,
  };
  const LiveRelation* relation = builder.addresses.relation(row.oid(kRelation));
  if (relation == nullptr || relation->of_extension) return;
  Index index;
  index.id = object_id(Kind::index, builder.schema(row.oid(kSchema)), row.text(kName));
  index.table = relation->id;
  index.unique = row.boolean(kUnique);
  index.valid = row.boolean(kValid);
  if (!row.is_null(kParentName)) {
    index.attached_to =
        object_id(Kind::index, builder.schema(row.oid(kParentSchema)), row.text(kParentName));
  }
  for (const std::string& statistics : parse_array(row.text(kStatistics))) {
    const size_t space = statistics.find(' ');
    index.statistics.emplace_back(statistics.substr(0, space), statistics.substr(space + 1));
  }
  for (const std::string& name : parse_array(row.text(kExpressionNames))) {
    index.expression_names.emplace_back(name);
  }
  IndexRow rest = read_index_columns(row, kIndexColumns, *relation, builder);
  index.elements = std::move(rest.elements);
  index.include = std::move(rest.include);
  index.predicate = std::move(rest.predicate);
  index.options = std::move(rest.options);
  index.tablespace = rest.tablespace;
  index.method = rest.method;
  index.clustered = rest.clustered;
  index.nulls_not_distinct = rest.nulls_not_distinct;
  builder.add({catalog_oid::kClass, row.oid(kOid), 0}, std::move(index));
}

}  // namespace schemadiff
