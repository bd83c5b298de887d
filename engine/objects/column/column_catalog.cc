#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/column/column.h"
#include "engine/objects/view/view.h"

namespace schemadiff {

template <>
std::string Rules<Column>::catalog_query(int server_version) {
  return std::string(
             "SELECT a.attrelid, a.attnum, a.attname, a.atttypid, format_type(a.atttypid, "
             "a.atttypmod), a.attcollation, t.typcollation, a.attnotnull, a.attislocal, "
             "a.attinhcount, a.attidentity, a.attgenerated, CASE WHEN a.attgenerated <> '' THEN "
             "(SELECT pg_get_expr(d.adbin, d.adrelid) FROM pg_attrdef d WHERE d.adrelid = "
             "a.attrelid "
             "AND d.adnum = a.attnum) END, CASE WHEN a.attstorage <> t.typstorage THEN "
             "a.attstorage "
             "END, ") +
         (server_version >= 140000 ? "nullif(a.attcompression, '')" : "NULL") +
         ", nullif(a.attstattarget, -1), a.attoptions, a.attfdwoptions FROM pg_attribute a JOIN "
         "pg_class c ON c.oid "
         "= a.attrelid JOIN pg_type t ON t.oid = a.atttypid WHERE a.attnum > 0 AND NOT "
         "a.attisdropped AND c.relkind IN ('r', 'p', 'f', 'v', 'm', 'c') AND " +
         in_user_schema("c.relnamespace");
}

template <>
void Rules<Column>::read(const Row& row, CatalogBuilder& builder) {
  enum {
    kRelation,
    kNumber,
    kName,
    kType,
    kTypeText,
    kCollation,
    kTypeCollation,
    kNotNull,
    kIsLocal,
    kInherited,
    kIdentity,
    kGenerated,
    kExpression,
    kStorage,
    kCompression,
    kStatistics,
    kOptions,
    kForeignOptions,
  };
  LiveRelation* relation = builder.addresses.relation(row.oid(kRelation));
  if (relation == nullptr) return;
  const Identifier name = row.text(kName);
  const auto number = static_cast<size_t>(row.integer(kNumber));
  LiveColumn known;
  known.name = name;
  known.type = row.oid(kType);
  known.collation = row.oid(kCollation);
  known.generated = !row.text(kGenerated).empty();
  if (relation->columns.size() < number) relation->columns.resize(number);
  relation->columns[number - 1] = known;
  if (relation->id.kind == Kind::view) {
    if (View* view = builder.catalog.find<View>(relation->id)) {
      if (view->output.size() < number) view->output.resize(number);
      view->output[number - 1] = {name, live_type(row.text(kTypeText), known.type, builder)};
    }
    return;
  }
  if (relation->of_extension || relation->id.kind != Kind::table) return;
  Column column;
  // Whether it is declared here as well (a restored dump, ATTACH PARTITION) or not. Those that
  // say nothing that their parent does not say are left out when all are read.
  column.inherited = row.integer(kInherited) > 0;
  column.id = relation->id.with_sub(Kind::column, name);
  column.type = live_type(row.text(kTypeText), known.type, builder);
  column.not_null = row.boolean(kNotNull);
  if (const char identity = row.character(kIdentity); identity != '\0' && !column.inherited) {
    column.identity.emplace();
    column.identity->always = identity == 'a';
  }
  if (known.generated && !column.inherited) {
    column.generated =
        GeneratedColumn{live_expression(row.text(kExpression)), row.character(kGenerated) == 's'};
  }
  column.collation = collation_unless(row.oid(kTypeCollation), known.collation, builder);
  switch (row.character(kStorage)) {
    case 'p':
      column.storage = "PLAIN";
      break;
    case 'e':
      column.storage = "EXTERNAL";
      break;
    case 'm':
      column.storage = "MAIN";
      break;
    case 'x':
      column.storage = "EXTENDED";
      break;
    default:
      break;
  }
  switch (row.character(kCompression)) {
    case 'p':
      column.compression = "pglz";
      break;
    case 'l':
      column.compression = "lz4";
      break;
    default:
      break;
  }
  if (!row.is_null(kStatistics)) {
    column.statistics_target = static_cast<int>(row.integer(kStatistics));
  }
  column.options = parse_options(row.text(kOptions));
  column.foreign_options = parse_options(row.text(kForeignOptions));
  column.position = static_cast<int>(number);
  builder.catalog.add(std::move(column));
}

}  // namespace schemadiff
