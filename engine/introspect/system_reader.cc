// read_system_catalog(): what exists without being an object of ours.
#include "engine/introspect/catalog_rows.h"
#include "engine/introspect/introspector.h"

namespace schemadiff {

namespace {

using Names = std::unordered_map<Oid, Identifier>;

std::vector<Oid> oids(std::string_view text) {
  std::vector<Oid> out;
  for (const int64_t number : parse_numbers(text)) out.push_back(static_cast<Oid>(number));
  return out;
}

// Members of extensions, of this catalog.
std::string members(Oid catalog) {
  return "(SELECT objid FROM pg_depend WHERE refclassid = 3079 AND deptype = 'e' AND classid = " +
         std::to_string(catalog) + ")";
}

// "oid is of a user's object, and neither built in nor of an extension": of a row of this catalog.
std::string of_user(Oid catalog) {
  std::string column = catalog == catalog_oid::kOpclass ? "o.oid" : "oid";
  return "(" + column + " >= 16384 AND " + column + " NOT IN " + members(catalog) + ")";
}

SystemFunction read_function(const Row& row, const Names& schemas) {
  enum {
    kOid,
    kSchema,
    kName,
    kKind,
    kArguments,
    kVariadic,
    kDefaults,
    kResult,
    kSet,
    kVolatility,
    kNames,
    kAllArguments,
    kModes,
  };
  SystemFunction function;
  function.oid = row.oid(kOid);
  if (const auto schema = schemas.find(row.oid(kSchema)); schema != schemas.end()) {
    function.schema = schema->second;
  }
  function.name = row.text(kName);
  function.kind = row.character(kKind);
  function.arguments = oids(row.text(kArguments));
  function.variadic = row.oid(kVariadic);
  function.default_arguments = static_cast<int>(row.integer(kDefaults));
  function.result = row.oid(kResult);
  function.returns_set = row.boolean(kSet);
  function.volatility = row.character(kVolatility);
  if (row.is_null(kNames)) return function;
  const auto names = parse_array(row.text(kNames));
  const auto modes = parse_array(row.text(kModes));
  const auto types = oids(row.text(kAllArguments));
  for (size_t i = 0; i < names.size(); ++i) {
    const char mode = i < modes.size() ? modes[i][0] : 'i';
    if (mode != 'o' && mode != 't') function.argument_names.emplace_back(names[i]);
    if ((mode == 'o' || mode == 't' || mode == 'b') && i < types.size()) {
      function.outputs.emplace_back(names[i], types[i]);
    }
  }
  return function;
}

}  // namespace

Result<SystemCatalog> read_system_catalog(CatalogReader& reader) {
  SystemCatalog system;
  system.server_version = reader.server_version();
  system.from_server = true;
  Names schemas;
  const auto schema = [&](Oid oid) {
    const auto found = schemas.find(oid);
    return found == schemas.end() ? Identifier() : found->second;
  };
  const auto each = [&](const std::string& sql, auto&& read) -> Result<void> {
    auto rows = reader.query(sql);
    if (!rows) return fail(std::move(rows.error()));
    while ((*rows)->next()) read((*rows)->row());
    return {};
  };
  Result<void> done;
  const auto step = [&](const std::string& sql, auto&& read) {
    if (done) done = each(sql, read);
  };

  step("SELECT oid, nspname, current_setting('TimeZone') FROM pg_namespace", [&](const Row& row) {
    schemas[row.oid(0)] = row.text(1);
    system.time_zone = row.text(2);
  });
  step(
      "WITH own AS MATERIALIZED (SELECT oid, typarray FROM pg_type WHERE oid >= 16384 AND (typtype "
      "= 'b' AND typcategory <> 'A' OR oid IN " +
          members(catalog_oid::kType) +
          ")) SELECT t.oid, t.typnamespace, t.typname, format_type(t.oid, NULL), t.typtype, "
          "t.typcategory, t.typispreferred, CASE WHEN t.typcategory = 'A' THEN t.typelem ELSE 0 "
          "END, t.typarray, t.typbasetype, t.typrelid, t.typcollation, t.typlen, t.typbyval, CASE "
          "t.typalign WHEN 'c' THEN 'char' WHEN 's' THEN 'int2' WHEN 'i' THEN 'int4' ELSE 'double' "
          "END, "
          "CASE t.typstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'x' THEN "
          "'extended' ELSE 'main' END FROM pg_type t WHERE t.oid < "
          "16384 OR t.oid IN (SELECT oid FROM own UNION ALL SELECT typarray FROM own)",
      [&](const Row& row) {
        SystemType type;
        type.oid = row.oid(0);
        type.schema = schema(row.oid(1));
        type.name = row.text(2);
        type.sql = row.text(3);
        type.type = row.character(4);
        type.category = row.character(5);
        type.preferred = row.boolean(6);
        type.element = row.oid(7);
        type.array = row.oid(8);
        type.base = row.oid(9);
        type.relation = row.oid(10);
        type.collation = row.oid(11);
        type.length = static_cast<int>(row.integer(12));
        type.by_value = row.boolean(13);
        type.alignment = row.string(14);
        type.storage = row.string(15);
        system.types.push_back(std::move(type));
      });
  step(
      "SELECT castsource, casttarget, castfunc, castcontext, castmethod, CASE WHEN u THEN "
      "format_type(castsource, NULL) END, CASE WHEN u THEN format_type(casttarget, NULL) END FROM "
      "(SELECT *, " +
          of_user(catalog_oid::kCast) + " AS u FROM pg_cast) c",
      [&](const Row& row) {
        system.casts.push_back({row.oid(0), row.oid(1), row.oid(2), row.character(3),
                                row.character(4), row.string(5), row.string(6)});
      });
  step("SELECT oid, oprnamespace, oprname, oprleft, oprright, oprresult, " +
           of_user(catalog_oid::kOperator) + " FROM pg_operator",
       [&](const Row& row) {
         system.operators.push_back({row.oid(0), schema(row.oid(1)), row.text(2), row.oid(3),
                                     row.oid(4), row.oid(5), row.boolean(6)});
       });
  step(
      "SELECT oid, pronamespace, proname, prokind, proargtypes, provariadic, pronargdefaults, "
      "prorettype, proretset, provolatile, proargnames, proallargtypes, proargmodes FROM pg_proc "
      "WHERE oid < 16384 OR pronamespace = 11 OR oid IN " +
          members(catalog_oid::kProc),
      [&](const Row& row) { system.functions.push_back(read_function(row, schemas)); });
  step(
      "SELECT o.opcnamespace, o.opcname, m.amname, o.opcintype, o.opcdefault, o.oid, " +
          of_user(catalog_oid::kOpclass) + " FROM pg_opclass o JOIN pg_am m ON m.oid = o.opcmethod",
      [&](const Row& row) {
        system.operator_classes.push_back({schema(row.oid(0)), row.text(1), row.text(2), row.oid(3),
                                           row.boolean(4), row.oid(5), row.boolean(6)});
      });
  step(
      "SELECT oid, collnamespace, collname, CASE collprovider WHEN 'c' THEN collcollate END, CASE "
      "collprovider WHEN 'c' THEN collctype END, " +
          of_user(catalog_oid::kCollation) +
          " FROM pg_collation WHERE collencoding IN (-1, "
          "pg_char_to_encoding(getdatabaseencoding()))",
      [&](const Row& row) {
        system.collations.push_back({row.oid(0), schema(row.oid(1)), row.text(2), row.string(3),
                                     row.string(4), row.boolean(5)});
      });
  const auto text_search = [](const char* kind, const char* catalog, const char* prefix, Oid oid) {
    return std::string("SELECT '") + kind + "', " + prefix + "namespace, " + prefix + "name FROM " +
           catalog + " WHERE NOT " + of_user(oid);
  };
  step(text_search("p", "pg_ts_parser", "prs", catalog_oid::kTsParser) + " UNION ALL " +
           text_search("t", "pg_ts_template", "tmpl", catalog_oid::kTsTemplate) + " UNION ALL " +
           text_search("d", "pg_ts_dict", "dict", catalog_oid::kTsDict) + " UNION ALL " +
           text_search("c", "pg_ts_config", "cfg", catalog_oid::kTsConfig),
       [&](const Row& row) {
         const char kind = row.character(0);
         system.text_search.push_back({kind == 'p'   ? Kind::text_search_parser
                                       : kind == 't' ? Kind::text_search_template
                                       : kind == 'd' ? Kind::text_search_dictionary
                                                     : Kind::text_search_configuration,
                                       schema(row.oid(1)), row.text(2)});
       });
  step("SELECT extname, extnamespace FROM pg_extension ORDER BY extname", [&](const Row& row) {
    system.extensions.push_back({row.text(0), schema(row.oid(1))});
  });
  step("SELECT rolname, rolname = current_user FROM pg_roles", [&](const Row& row) {
    system.roles.emplace_back(row.text(0));
    if (row.boolean(1)) system.role = system.roles.back();
  });
  if (!done) return fail(std::move(done.error()));
  return system;
}

}  // namespace schemadiff
