#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/column/column.h"
#include "engine/objects/materialized_view/materialized_view.h"
#include "engine/objects/view/output_type.h"
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
         ", nullif(a.attstattarget, -1), a.attoptions, a.attfdwoptions" +
         (server_version >= 180000
              ? ", n.oid, n.conname, n.convalidated, n.connoinherit, n.conislocal"
              : ", NULL, NULL, NULL, NULL, NULL") +
         ", CASE c.relkind WHEN 'm' THEN t.typstorage END" +
         " FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_type t ON t.oid = "
         "a.atttypid" +
         (server_version >= 180000
              ? " LEFT JOIN pg_constraint n ON n.conrelid = a.attrelid AND n.contype = 'n' AND "
                "n.conkey[1] = a.attnum"
              : "") +
         " WHERE a.attnum > 0 AND NOT "
         "a.attisdropped AND c.relkind IN ('r', 'p', 'f', 'v', 'm', 'c') AND " +
         in_user_schema("c.relnamespace");
}

namespace {

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
  kConstraint,
  kConstraintName,
  kConstraintIsValid,
  kConstraintNoInherit,
  kConstraintIsLocal,
  kTypeStorage,
};

std::string storage_word(char storage) {
  switch (storage) {
    case 'p':
      return "PLAIN";
    case 'e':
      return "EXTERNAL";
    case 'm':
      return "MAIN";
    case 'x':
      return "EXTENDED";
    default:
      return "";
  }
}

std::string compression_word(char compression) {
  if (compression == 'p') return "pglz";
  return compression == 'l' ? "lz4" : "";
}

void read_settings(const Row& row, MaterializedView& view) {
  MaterializedViewColumn settings;
  settings.name = row.text(kName);
  if (!row.is_null(kStatistics)) {
    settings.statistics_target = static_cast<int>(row.integer(kStatistics));
  }
  settings.storage = storage_word(row.character(kStorage));
  settings.compression = compression_word(row.character(kCompression));
  settings.options = parse_options(row.text(kOptions));
  settings.type_storage = storage_word(row.character(kTypeStorage));
  view.column_settings.of(settings.name) = std::move(settings);
}

}  // namespace

template <>
void Rules<Column>::read(const Row& row, CatalogBuilder& builder) {
  LiveRelation* relation = builder.addresses.relation(row.oid(kRelation));
  if (relation == nullptr) return;
  const Identifier name = row.text(kName);
  const auto number = static_cast<size_t>(row.integer(kNumber));
  LiveColumn known;
  known.name = name;
  known.type = row.oid(kType);
  known.collation = row.oid(kCollation);
  known.generated = !row.text(kGenerated).empty();
  known.not_null_is_own = !row.is_null(kConstraintIsLocal) && row.boolean(kConstraintIsLocal);
  if (relation->columns.size() < number) relation->columns.resize(number);
  relation->columns[number - 1] = known;
  const auto read_output = [&](auto& view) {
    if (view.output.size() < number) view.output.resize(number);
    const QualifiedName collation =
        collation_unless(row.oid(kTypeCollation), known.collation, builder);
    view.output[number - 1] = {
        name, output_type(live_type(row.text(kTypeText), known.type, builder), collation)};
  };
  if (relation->id.kind == Kind::view) {
    if (View* view = builder.catalog.find<View>(relation->id)) read_output(*view);
    return;
  }
  if (relation->id.kind == Kind::materialized_view) {
    if (auto* view = builder.catalog.find<MaterializedView>(relation->id)) {
      read_output(*view);
      read_settings(row, *view);
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
  if (!row.is_null(kConstraint)) {
    NotNullConstraint& constraint = column.not_null_constraint;
    constraint.name = row.text(kConstraintName);
    constraint.validated = row.boolean(kConstraintIsValid);
    constraint.no_inherit = row.boolean(kConstraintNoInherit);
    builder.alias({catalog_oid::kConstraint, row.oid(kConstraint), 0},
                  relation->id.with_sub(Kind::constraint, constraint.name));
  }
  if (const char identity = row.character(kIdentity); identity != '\0' && !column.inherited) {
    column.identity.emplace();
    column.identity->always = identity == 'a';
  }
  if (known.generated) {
    column.generated =
        GeneratedColumn{live_expression(row.text(kExpression)), row.character(kGenerated) == 's'};
  }
  column.collation = collation_unless(row.oid(kTypeCollation), known.collation, builder);
  column.storage = storage_word(row.character(kStorage));
  column.compression = compression_word(row.character(kCompression));
  if (!row.is_null(kStatistics)) {
    column.statistics_target = static_cast<int>(row.integer(kStatistics));
  }
  column.options = parse_options(row.text(kOptions));
  column.foreign_options = parse_options(row.text(kForeignOptions));
  column.position = static_cast<int>(number);
  builder.catalog.add(std::move(column));
}

}  // namespace schemadiff
