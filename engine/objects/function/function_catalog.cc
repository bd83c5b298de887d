#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/function/function.h"

namespace schemadiff {

namespace {

// pg_aggregate as one text array; the order is read_aggregate()'s.
std::string aggregate_columns() {
  const auto named = [](const std::string& table, const std::string& prefix,
                        const std::string& column) {
    const std::string row = " FROM " + table + " s JOIN pg_namespace n ON n.oid = s." + prefix +
                            "namespace WHERE s.oid = a." + column + "), '')";
    return "coalesce((SELECT n.nspname::text" + row + ", coalesce((SELECT s." + prefix +
           "name::text" + row;
  };
  std::string sql = "ARRAY[a.aggkind::text, a.aggnumdirectargs::text";
  for (const char* column : {"aggcombinefn", "aggserialfn", "aggdeserialfn"}) {
    sql += ", " + named("pg_proc", "pro", column);
  }
  sql += ", " + named("pg_operator", "opr", "aggsortop");
  for (const std::string moving : {"", "m"}) {
    sql += ", " + named("pg_proc", "pro", "agg" + moving + "transfn");
    sql += moving.empty() ? ", '', ''" : ", " + named("pg_proc", "pro", "aggminvtransfn");
    sql += ", " + named("pg_proc", "pro", "agg" + moving + "finalfn");
    sql += ", a.agg" + moving + "transtype::text, format_type(a.agg" + moving +
           "transtype, NULL), a.agg" + moving + "transspace::text, a.agg" + moving +
           "finalextra::text, a.agg" + moving + "finalmodify::text, (a.agg" + moving +
           "initval IS NOT NULL)::text, coalesce(a.agg" + moving + "initval, '')";
  }
  return sql + "]";
}

Aggregate read_aggregate(std::string_view array, CatalogBuilder& builder) {
  const std::vector<std::string> values = parse_array(array);
  size_t at = 0;
  const auto next = [&] { return values[at++]; };
  const auto name = [&] {
    const std::string schema = next();
    return QualifiedName{schema, next()};
  };
  Aggregate aggregate;
  aggregate.kind = static_cast<AggregateKind>(next()[0]);
  aggregate.direct_arguments = std::stoll(next());
  aggregate.combine = name();
  aggregate.serialize = name();
  aggregate.deserialize = name();
  aggregate.sort_operator = name();
  if (aggregate.sort_operator.schema == Identifier("pg_catalog"))
    aggregate.sort_operator.schema = {};
  for (AggregateState* state : {&aggregate.plain, &aggregate.moving}) {
    state->transition = name();
    state->inverse = name();
    state->final = name();
    const Oid type = static_cast<Oid>(std::stoul(next()));
    const std::string text = next();
    if (type != 0) state->type = live_type(text, type, builder);
    state->space = std::stoll(next());
    state->final_extra = next() == "true";
    state->final_modify = static_cast<FinalModify>(next()[0]);
    const bool has_initial = next() == "true";
    const std::string initial = next();
    if (has_initial) state->initial = initial;
  }
  return aggregate;
}

}  // namespace

template <>
std::string Rules<Function>::catalog_query(int server_version) {
  return std::string(
             "SELECT p.oid, p.pronamespace, p.proname, p.prokind, array_to_string(t.types, ' '), "
             "ARRAY(SELECT format_type(u.type, NULL) FROM unnest(t.types) WITH ORDINALITY AS u "
             "(type, k) ORDER BY k), p.proargmodes, p.proargnames, CASE WHEN p.pronargdefaults > 0 "
             "THEN ARRAY(SELECT coalesce(pg_get_function_arg_default(p.oid, k), '') FROM "
             "generate_series(1, cardinality(t.types)) k ORDER BY k) END, p.prorettype, CASE WHEN "
             "p.prokind <> 'p' THEN format_type(p.prorettype, NULL) END, p.proretset, (SELECT "
             "lanname FROM pg_language l WHERE l.oid = p.prolang), p.prosrc, p.probin, ") +
         (server_version >= 140000
              ? "CASE WHEN p.prosqlbody IS NOT NULL THEN pg_get_function_sqlbody(p.oid) END"
              : "NULL") +
         ", p.provolatile, p.proparallel, p.proisstrict, p.prosecdef, p.proleakproof, p.procost, "
         "p.prorows, CASE WHEN p.prosupport <> 0 THEN (SELECT ARRAY[n.nspname, s.proname] FROM "
         "pg_proc s JOIN pg_namespace n ON n.oid = s.pronamespace WHERE s.oid = p.prosupport) END, "
         "p.proconfig, CASE WHEN p.protrftypes IS NOT NULL THEN ARRAY(SELECT format_type(u.type, "
         "NULL) FROM unnest(p.protrftypes) WITH ORDINALITY AS u (type, k) ORDER BY k) END, "
         "p.protrftypes, CASE WHEN p.prokind = 'a' THEN (SELECT " +
         aggregate_columns() +
         " FROM pg_aggregate a WHERE a.aggfnoid = p.oid) END FROM pg_proc p CROSS JOIN LATERAL "
         "(SELECT coalesce(p.proallargtypes, "
         "p.proargtypes::oid[]) AS types) t WHERE " +
         in_user_schema("p.pronamespace") + " AND " +
         not_of_extension(catalog_oid::kProc, "p.oid") +
         // The constructors of range types.
         " AND p.oid NOT IN (SELECT objid FROM pg_depend WHERE classid = 1255 AND deptype = 'i')";
}

template <>
void Rules<Function>::read(const Row& row, CatalogBuilder& builder) {
  enum {
    kOid,
    kSchema,
    kName,
    kKind,
    kTypes,
    kTypeTexts,
    kModes,
    kNames,
    kDefaults,
    kResult,
    kResultText,
    kSet,
    kLanguage,
    kSource,
    kBinary,
    kSqlBody,
    kVolatility,
    kParallel,
    kStrict,
    kDefiner,
    kLeakproof,
    kCost,
    kRows,
    kSupport,
    kSettings,
    kTransformTexts,
    kTransforms,
    kAggregate,
  };
  Function function;
  function.kind = static_cast<RoutineKind>(row.character(kKind));
  const auto types = parse_numbers(row.text(kTypes));
  const auto texts = parse_array(row.text(kTypeTexts));
  const auto modes = parse_array(row.text(kModes));
  const auto names = parse_array(row.text(kNames));
  const auto defaults = parse_array(row.text(kDefaults));
  for (size_t i = 0; i < texts.size(); ++i) {
    FunctionArgument argument;
    if (i < modes.size()) argument.mode = static_cast<ArgumentMode>(modes[i][0]);
    if (i < names.size()) argument.name = names[i];
    argument.type = live_type(texts[i], static_cast<Oid>(types[i]), builder);
    if (i < defaults.size() && !defaults[i].empty()) {
      argument.default_value = live_expression(defaults[i]);
    }
    function.arguments.push_back(std::move(argument));
  }
  function.id = object_id(Kind::function, builder.schema(row.oid(kSchema)), row.text(kName),
                          function_signature(function.arguments));
  if (!row.is_null(kResultText)) {
    function.returns = live_type(row.text(kResultText), row.oid(kResult), builder);
  }
  function.returns_set = row.boolean(kSet);
  function.language = row.text(kLanguage);
  if (row.is_null(kSqlBody)) {
    function.body = row.text(kSource);
  } else {
    function.sql_body = live_expression(row.text(kSqlBody));
  }
  function.object_file = row.text(kBinary);
  function.volatility = static_cast<Volatility>(row.character(kVolatility));
  function.parallel = static_cast<Parallel>(row.character(kParallel));
  function.strict = row.boolean(kStrict);
  function.security_definer = row.boolean(kDefiner);
  function.leakproof = row.boolean(kLeakproof);
  function.cost = row.text(kCost);
  function.rows = row.text(kRows);
  function.support = parse_qualified_name(row.text(kSupport));
  function.settings = parse_array(row.text(kSettings));
  const auto transforms = parse_numbers(row.text(kTransforms));
  const auto transform_texts = parse_array(row.text(kTransformTexts));
  for (size_t i = 0; i < transforms.size(); ++i) {
    function.transforms.push_back(
        live_type(transform_texts[i], static_cast<Oid>(transforms[i]), builder));
  }
  if (!row.is_null(kAggregate)) {
    function.aggregate = read_aggregate(row.text(kAggregate), builder);
    // These say nothing of an aggregate.
    function.language = {};
    function.body.clear();
    function.cost.clear();
    function.rows.clear();
    function.volatility = Volatility::volatile_;
  }
  builder.add({catalog_oid::kProc, row.oid(kOid), 0}, std::move(function));
}

}  // namespace schemadiff
