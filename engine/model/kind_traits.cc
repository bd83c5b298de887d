#include "engine/model/kind_traits.h"

#include <array>

#include "engine/base/check.h"
#include "engine/model/catalog.h"
#include "engine/model/identity_sequence.h"
#include "engine/objects/privilege/grants.h"

namespace schemadiff {
namespace {

ObjectId relation_of(const Catalog& catalog, const ObjectId& id) {
  return catalog.find_relation(id.schema, id.name);
}

ObjectId column_of(const Catalog& catalog, const ObjectId& id) {
  const ObjectId column = id.with_sub(Kind::column, id.sub);
  return catalog.contains(column) ? column : relation_of(catalog, id);
}

ObjectId domain_of(const Catalog&, const ObjectId& id) { return id.container(Kind::domain); }

// Named in a schema of its own, it says itself which table it is about.
template <class T>
ObjectId table_of(const Catalog& catalog, const ObjectId& id) {
  const T* object = catalog.find<T>(id);
  return object == nullptr ? ObjectId{} : object->table;
}

ObjectId target_of(const Catalog& catalog, const ObjectId& id) {
  // About a view's column: its column is no object, but the view is.
  if (id.of == Kind::column && !catalog.contains(id.target())) return relation_of(catalog, id);
  if (is_identity_sequence(id.target())) return column_of(catalog, id);
  return id.target();
}

// Of all schemas: of nothing.
ObjectId schema_of(const Catalog&, const ObjectId& id) {
  return id.schema.empty() ? ObjectId{} : object_id(Kind::schema, {}, id.schema);
}

ObjectId role_of(const Catalog&, const ObjectId& id) { return object_id(Kind::role, {}, id.name); }

ObjectId publication_of(const Catalog&, const ObjectId& id) {
  return object_id(Kind::publication, {}, id.kind == Kind::published_table ? id.sub : id.name);
}

constexpr KindTraits kTraits[] = {
    {.kind = Kind::role,
     .sql = "ROLE",
     .heading = "Roles",
     .database_wide = true,
     .rebuildable = false,
     .cluster_wide = true},
    {.kind = Kind::membership,
     .heading = "Roles",
     .owner = role_of,
     .database_wide = true,
     .cluster_wide = true,
     .renamable = false},
    {.kind = Kind::schema,
     .sql = "SCHEMA",
     .heading = "Schemas",
     .rebuildable = false,
     .has_owner = true},
    {.kind = Kind::extension,
     .sql = "EXTENSION",
     .heading = "Extensions",
     .database_wide = true,
     .rebuildable = false,
     .renamable = false},
    {.kind = Kind::shell_type,
     .sql = "TYPE",
     .heading = "Types",
     .rebuildable = false,
     .in_pg_type = true,
     .renamable = false},
    {.kind = Kind::base_type,
     .sql = "TYPE",
     .heading = "Types",
     .rebuildable = false,
     .has_owner = true,
     .in_pg_type = true},
    {.kind = Kind::enum_type,
     .sql = "TYPE",
     .heading = "Types",
     .rebuildable = false,
     .has_owner = true,
     .in_pg_type = true},
    {.kind = Kind::domain,
     .sql = "DOMAIN",
     .heading = "Types",
     .rebuildable = false,
     .has_owner = true,
     .in_pg_type = true},
    {.kind = Kind::domain_constraint,
     .sql = "CONSTRAINT",
     .naming = Naming::on_domain,
     .owner = domain_of},
    {.kind = Kind::composite_type,
     .sql = "TYPE",
     .heading = "Types",
     .rebuildable = false,
     .has_owner = true,
     .in_pg_class = true,
     .in_pg_type = true},
    {.kind = Kind::range_type,
     .sql = "TYPE",
     .heading = "Types",
     .rebuildable = false,
     .has_owner = true,
     .in_pg_type = true},
    {.kind = Kind::sequence,
     .sql = "SEQUENCE",
     .heading = "Sequences",
     .rebuildable = false,
     .has_owner = true,
     .in_pg_class = true},
    {.kind = Kind::function,
     .sql = "ROUTINE",
     .heading = "Functions",
     .blocks_displacement = true,
     .absorbable = false,
     .reads_relations = true,
     .has_owner = true},
    {.kind = Kind::table,
     .sql = "TABLE",
     .heading = "Tables",
     .rebuildable = false,
     .absorbable = false,
     .has_owner = true,
     .in_pg_class = true,
     .in_pg_type = true},
    {.kind = Kind::column, .sql = "COLUMN", .owner = relation_of, .rebuildable = false},
    {.kind = Kind::column_default, .owner = column_of, .renamable = false},
    {.kind = Kind::constraint,
     .sql = "CONSTRAINT",
     .naming = Naming::on_relation,
     .owner = relation_of},
    {.kind = Kind::index, .sql = "INDEX", .owner = table_of<Index>, .in_pg_class = true},
    {.kind = Kind::statistics,
     .sql = "STATISTICS",
     .owner = table_of<Statistics>,
     .has_owner = true},
    {.kind = Kind::view,
     .sql = "VIEW",
     .heading = "Views",
     .blocks_displacement = true,
     .absorbable = false,
     .reads_relations = true,
     .has_owner = true,
     .in_pg_class = true,
     .in_pg_type = true},
    {.kind = Kind::materialized_view,
     .sql = "MATERIALIZED VIEW",
     .heading = "Views",
     .blocks_displacement = true,
     .absorbable = false,
     .reads_relations = true,
     .has_owner = true,
     .in_pg_class = true,
     .in_pg_type = true},
    {.kind = Kind::rule,
     .sql = "RULE",
     .naming = Naming::on_relation,
     .owner = relation_of,
     .blocks_displacement = true,
     .reads_relations = true},
    {.kind = Kind::trigger,
     .sql = "TRIGGER",
     .naming = Naming::on_relation,
     .owner = relation_of,
     .blocks_displacement = true,
     .reads_relations = true},
    {.kind = Kind::policy,
     .sql = "POLICY",
     .naming = Naming::on_relation,
     .owner = relation_of,
     .blocks_displacement = true,
     .reads_relations = true},
    {.kind = Kind::comment,
     .owner = target_of,
     .blocks_displacement = true,  // what the planner says depends on a column
     .renamable = false},
    {.kind = Kind::security_label, .owner = target_of, .renamable = false},
    {.kind = Kind::foreign_data_wrapper,
     .sql = "FOREIGN DATA WRAPPER",
     .heading = "Foreign data",
     .database_wide = true,
     .has_owner = true},
    {.kind = Kind::foreign_server,
     .sql = "SERVER",
     .heading = "Foreign data",
     .database_wide = true,
     .has_owner = true},
    {.kind = Kind::user_mapping,
     .heading = "Foreign data",
     .database_wide = true,
     .rebuildable = false,
     .renamable = false},
    {.kind = Kind::language,
     .sql = "LANGUAGE",
     .heading = "Functions",
     .database_wide = true,
     .has_owner = true},
    {.kind = Kind::collation, .sql = "COLLATION", .heading = "Types", .has_owner = true},
    {.kind = Kind::access_method,
     .sql = "ACCESS METHOD",
     .database_wide = true,
     .renamable = false},
    {.kind = Kind::operator_,
     .sql = "OPERATOR",
     .heading = "Operators",
     .has_owner = true,
     .renamable = false},
    {.kind = Kind::operator_family,
     .sql = "OPERATOR FAMILY",
     .heading = "Operators",
     .absorbable = false,
     .has_owner = true},
    {.kind = Kind::operator_class,
     .sql = "OPERATOR CLASS",
     .heading = "Operators",
     .has_owner = true},
    {.kind = Kind::cast,
     .sql = "CAST",
     .heading = "Operators",
     .database_wide = true,
     .renamable = false},
    {.kind = Kind::transform,
     .sql = "TRANSFORM",
     .heading = "Functions",
     .database_wide = true,
     .renamable = false},
    {.kind = Kind::conversion, .sql = "CONVERSION", .has_owner = true},
    {.kind = Kind::text_search_parser, .sql = "TEXT SEARCH PARSER", .heading = "Text search"},
    {.kind = Kind::text_search_template, .sql = "TEXT SEARCH TEMPLATE", .heading = "Text search"},
    {.kind = Kind::text_search_dictionary,
     .sql = "TEXT SEARCH DICTIONARY",
     .heading = "Text search",
     .has_owner = true},
    {.kind = Kind::text_search_configuration,
     .sql = "TEXT SEARCH CONFIGURATION",
     .heading = "Text search",
     .has_owner = true},
    {.kind = Kind::publication,
     .sql = "PUBLICATION",
     .heading = "Publications",
     .database_wide = true,
     .has_owner = true},
    {.kind = Kind::published_table,
     .heading = "Publications",
     .owner = publication_of,
     .database_wide = true,
     .blocks_displacement = true,
     .renamable = false},
    {.kind = Kind::published_schema,
     .heading = "Publications",
     .owner = publication_of,
     .database_wide = true,
     .renamable = false},
    {.kind = Kind::subscription,
     .sql = "SUBSCRIPTION",
     .heading = "Subscriptions",
     .database_wide = true,
     .rebuildable = false,
     .has_owner = true},
    {.kind = Kind::event_trigger,
     .sql = "EVENT TRIGGER",
     .heading = "Event triggers",
     .database_wide = true,
     .has_owner = true},
    {.kind = Kind::owner, .owner = target_of, .renamable = false},
    {.kind = Kind::privilege, .owner = privilege_host, .renamable = false},
    {.kind = Kind::default_privilege,
     .heading = "Default privileges",
     .owner = schema_of,
     .renamable = false},
};

// What is not modelled stands in every way; so do rows.
constexpr KindTraits kNone{.rebuildable = false, .blocks_displacement = true};

// By kind, whatever the order of the rows; a kind without a row does not compile.
constexpr auto kByKind = [] {
  std::array<const KindTraits*, static_cast<size_t>(Kind::none)> by_kind{};
  for (const KindTraits& row : kTraits) by_kind[static_cast<size_t>(row.kind)] = &row;
  return by_kind;
}();
static_assert(
    [] {
      for (const KindTraits* row : kByKind) {
        if (row == nullptr) return false;
      }
      return true;
    }(),
    "every kind of kinds.h has a row in kTraits");

}  // namespace

const KindTraits& traits_of(Kind kind) {
  const auto number = static_cast<size_t>(kind);
  return number < kByKind.size() ? *kByKind[number] : kNone;
}

ObjectId owner_of(const Catalog& catalog, const ObjectId& id) {
  const auto owner = traits_of(id.kind).owner;
  return owner == nullptr ? ObjectId{} : owner(catalog, id);
}

std::string alter_target(const ObjectId& id) {
  const KindTraits& traits = traits_of(id.kind);
  const std::string word = traits.sql;
  check(!word.empty(), "no SQL names a " + describe(id));
  switch (traits.naming) {
    case Naming::on_relation:
      return word + " " + quote(id.sub) + " ON " + qualified_name(id.container(Kind::table));
    case Naming::on_domain:
      return word + " " + quote(id.sub) + " ON DOMAIN " +
             qualified_name(id.container(Kind::domain));
    case Naming::itself:
      break;
  }
  return word + " " + qualified_name(id);
}

std::string sql_target(const Catalog& catalog, const ObjectId& id) {
  const Function* function = catalog.find<Function>(id);
  if (const Table* table = catalog.find<Table>(id); table != nullptr && !table->server.empty()) {
    return "FOREIGN TABLE " + qualified_name(id);
  }
  if (is_identity_sequence(id)) return identity_sequence_target(catalog, id);
  if (id.kind != Kind::function) return alter_target(id);
  if (function != nullptr && function->kind == RoutineKind::aggregate) {
    return "AGGREGATE " + aggregate_name(*function);
  }
  const bool procedure = function != nullptr && function->kind == RoutineKind::procedure;
  return (procedure ? "PROCEDURE " : "FUNCTION ") + qualified_name(id);
}

}  // namespace schemadiff
