#include "engine/introspect/catalog_rows.h"

#include <algorithm>
#include <charconv>

#include "engine/base/check.h"

namespace schemadiff {

std::string in_user_schema(std::string_view namespace_oid) {
  return std::string(namespace_oid) +
         " IN (SELECT oid FROM pg_namespace WHERE left(nspname, 3) <> 'pg_' AND nspname <> "
         "'information_schema')";
}

std::string not_of_extension(Oid catalog, std::string_view oid) {
  return std::string(oid) +
         " NOT IN (SELECT objid FROM pg_depend WHERE refclassid = 3079 AND deptype = 'e' AND "
         "classid = " +
         std::to_string(catalog) + ")";
}

// Aliases that no query around uses.
std::string function_name(const std::string& oid) {
  return "(SELECT ARRAY[named_in.nspname, named.proname] FROM pg_proc named JOIN pg_namespace "
         "named_in ON named_in.oid = named.pronamespace WHERE named.oid = " +
         oid + ")";
}

std::string function_arguments(const std::string& oid) {
  return "(SELECT '(' || coalesce((SELECT string_agg(format_type(given.type, NULL), ', ' ORDER BY "
         "given.number) FROM unnest(named.proargtypes) WITH ORDINALITY given (type, number)), '') "
         "|| ')' FROM pg_proc named WHERE named.oid = " +
         oid + ")";
}

std::string operator_name_of(const std::string& oid) {
  return "(SELECT ARRAY[named_in.nspname, named.oprname] FROM pg_operator named JOIN pg_namespace "
         "named_in ON named_in.oid = named.oprnamespace WHERE named.oid = " +
         oid + ")";
}

QualifiedName without_pg_catalog(QualifiedName name) {
  if (name.schema == Identifier("pg_catalog")) name.schema = {};
  return name;
}

std::string unquoted(std::string_view text, char quote) {
  const bool escapes = text.size() > 1 && text[0] == 'E' && text[1] == quote;
  if (escapes) text.remove_prefix(1);
  if (text.size() < 2 || text.front() != quote) return std::string(text);
  std::string out;
  for (size_t i = 1; i + 1 < text.size(); ++i) {
    const bool doubled = text[i] == quote || (escapes && text[i] == '\\');
    if (doubled && i + 2 < text.size()) ++i;
    out += text[i];
  }
  return out;
}

std::string index_columns(int server_version) {
  // pg_get_indexdef() is asked only where nothing cheaper knows: whether an expression's collation
  // is from a COLLATE behind it. It is not if it is the default, as all within the expression. Only
  // methods beside btree (403) and hash
  // (405) have operator class parameters.
  return std::string(
             "ic.reloptions, CASE WHEN ic.reltablespace <> 0 THEN (SELECT spcname FROM "
             "pg_tablespace s WHERE s.oid = ic.reltablespace) END, (SELECT amname FROM pg_am m "
             "WHERE m.oid = ic.relam), i.indisclustered, i.indnkeyatts, i.indkey, i.indclass, "
             "i.indcollation, i.indoption, CASE WHEN i.indexprs IS NOT NULL THEN "
             "pg_get_expr(i.indexprs, i.indrelid) END, CASE WHEN i.indpred IS NOT NULL THEN "
             "pg_get_expr(i.indpred, i.indrelid) END, CASE WHEN ic.relam NOT IN (403, 405) THEN "
             "(SELECT array_agg(x.attnum || ' ' || x.attoptions::text) FROM pg_attribute x WHERE "
             "x.attrelid = i.indexrelid AND x.attoptions IS NOT NULL) END, CASE WHEN i.indexprs IS "
             "NOT NULL THEN (SELECT array_agg(k) FROM generate_series(1, i.indnkeyatts) k WHERE "
             "i.indkey[k - 1] = 0 AND i.indcollation[k - 1] <> 0 AND (i.indcollation[k - 1] <> 100 "
             "OR i.indexprs::text ~ ' :(\\w*collid|collOid) (?!(0|100)\\M)') AND "
             "strpos(pg_get_indexdef(i.indexrelid), pg_get_indexdef(i.indexrelid, k, false) || ' "
             "COLLATE ') > 0) END, ") +
         (server_version >= 150000 ? "i.indnullsnotdistinct" : "false");
}

IndexRow read_index_columns(const Row& row, int first, const LiveRelation& relation,
                            CatalogBuilder& builder) {
  enum {
    kOptions,
    kTablespace,
    kMethod,
    kClustered,
    kKeys,
    kColumns,
    kClasses,
    kCollations,
    kFlags,
    kExpressions,
    kPredicate,
    kClassOptions,
    kCollated,
    kNullsNotDistinct,
  };
  IndexRow index;
  index.options = parse_options(row.text(first + kOptions));
  index.tablespace = row.text(first + kTablespace);
  index.method = row.text(first + kMethod);
  index.clustered = row.boolean(first + kClustered);
  index.predicate = live_expression(row.text(first + kPredicate));
  index.nulls_not_distinct = row.boolean(first + kNullsNotDistinct);
  const auto columns = parse_numbers(row.text(first + kColumns));
  const auto classes = parse_numbers(row.text(first + kClasses));
  const auto collations = parse_numbers(row.text(first + kCollations));
  const auto flags = parse_numbers(row.text(first + kFlags));
  const auto expressions = split_expressions(row.text(first + kExpressions));
  const auto collated = parse_numbers(row.text(first + kCollated));
  const auto keys = static_cast<size_t>(row.integer(first + kKeys));
  size_t next_expression = 0;
  for (size_t i = 0; i < columns.size(); ++i) {
    if (i >= keys) {
      index.include.push_back(
          CatalogAddresses::column_name(relation, static_cast<int>(columns[i])));
      continue;
    }
    IndexElement element;
    Oid type = 0;
    const Oid collation = static_cast<Oid>(collations[i]);
    if (columns[i] == 0) {
      check(next_expression < expressions.size(), "fewer expressions than the index has");
      element.expression = live_expression(expressions[next_expression++]);
      const auto number = static_cast<int64_t>(i) + 1;
      if (std::find(collated.begin(), collated.end(), number) != collated.end()) {
        element.collation = collation_unless(0, collation, builder);
      }
    } else {
      element.column = CatalogAddresses::column_name(relation, static_cast<int>(columns[i]));
      if (columns[i] > 0 && static_cast<size_t>(columns[i]) <= relation.columns.size()) {
        const LiveColumn& column = relation.columns[columns[i] - 1];
        type = column.type;
        element.collation = collation_unless(column.collation, collation, builder);
      }
    }
    element.operator_class =
        operator_class_unless_default(static_cast<Oid>(classes[i]), type, builder);
    element.descending = (flags[i] & 1) != 0;
    element.nulls_first = (flags[i] & 2) != 0;
    index.elements.push_back(std::move(element));
  }
  for (const std::string& options : parse_array(row.text(first + kClassOptions))) {
    const size_t space = options.find(' ');
    const auto number = parse_numbers(options.substr(0, space));
    if (number.empty() || number[0] < 1 || static_cast<size_t>(number[0]) > index.elements.size()) {
      continue;
    }
    IndexElement& element = index.elements[number[0] - 1];
    element.operator_class_options = parse_options(options.substr(space + 1));
    // Options can't be written without it.
    const SystemOperatorClass* found =
        builder.operator_class(static_cast<Oid>(classes[number[0] - 1]));
    if (found != nullptr) element.operator_class = {found->schema, found->name};
  }
  return index;
}

std::vector<int64_t> parse_numbers(std::string_view text) {
  std::vector<int64_t> out;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at < end) {
    int64_t number = 0;
    const auto [next, error] = std::from_chars(at, end, number);
    if (error == std::errc()) {
      out.push_back(number);
      at = next;
    } else {
      ++at;
    }
  }
  return out;
}

StorageOptions parse_options(std::string_view array, std::string_view prefix) {
  StorageOptions options;
  for (const std::string& option : parse_array(array)) {
    const size_t equals = option.find('=');
    if (equals == std::string::npos) continue;
    // The server's own (pg_attver, since the minor releases of November 2026): nobody can set it.
    if (option.starts_with("pg_")) continue;
    options.emplace_back(std::string(prefix) + option.substr(0, equals), option.substr(equals + 1));
  }
  return options;
}

QualifiedName parse_qualified_name(std::string_view array) {
  const std::vector<std::string> parts = parse_array(array);
  if (parts.size() != 2) return {};
  return {parts[0], parts[1]};
}

SqlExpression live_expression(std::string_view text) {
  SqlExpression expression;
  expression.text = text;
  return expression;
}

SqlExpression live_query(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ';' || text.back() == '\n')) text.remove_suffix(1);
  return live_expression(text);
}

TypeRef live_type(std::string_view sql, Oid type, const CatalogBuilder& builder) {
  return {std::string(sql), builder.find_type(type)};
}

std::vector<Identifier> column_names(std::string_view numbers, const LiveRelation& relation) {
  std::vector<Identifier> names;
  for (const int64_t number : parse_numbers(numbers)) {
    names.push_back(CatalogAddresses::column_name(relation, static_cast<int>(number)));
  }
  return names;
}

size_t skip_balanced(std::string_view text, size_t at) {
  const char open = text[at];
  if (open == '\'' || open == '"') {
    // A backslash escapes only in E'…'.
    const bool escapes = open == '\'' && at > 0 && (text[at - 1] == 'E' || text[at - 1] == 'e');
    for (++at; at < text.size(); ++at) {
      if (escapes && text[at] == '\\') {
        ++at;
      } else if (text[at] == open) {
        if (at + 1 >= text.size() || text[at + 1] != open) return at + 1;
        ++at;
      }
    }
    return text.size();
  }
  const char close = open == '(' ? ')' : ']';
  ++at;
  while (at < text.size()) {
    const char c = text[at];
    if (c == close) return at + 1;
    if (c == '\'' || c == '"' || c == '(' || c == '[') {
      at = skip_balanced(text, at);
    } else {
      ++at;
    }
  }
  return text.size();
}

std::vector<std::string> split_expressions(std::string_view list) {
  std::vector<std::string> out;
  if (list.empty()) return out;
  size_t start = 0;
  size_t at = 0;
  while (at <= list.size()) {
    if (at == list.size() || list[at] == ',') {
      std::string_view part = list.substr(start, at - start);
      while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
      while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
      out.emplace_back(part);
      start = ++at;
    } else if (list[at] == '\'' || list[at] == '"' || list[at] == '(' || list[at] == '[') {
      at = skip_balanced(list, at);
    } else {
      ++at;
    }
  }
  return out;
}

QualifiedName operator_class_unless_default(Oid operator_class, Oid type,
                                            const CatalogBuilder& builder) {
  const SystemOperatorClass* found = builder.operator_class(operator_class);
  if (found == nullptr) return {};
  // A default class serves other types too (text's serves varchar), unless they have their own.
  const bool is_default =
      found->is_default &&
      (found->input == type || !builder.has_default_operator_class(found->method, type));
  if (is_default) return {};
  return {found->schema, found->name};
}

QualifiedName collation_unless(Oid usual, Oid collation, const CatalogBuilder& builder) {
  if (collation == 0 || collation == usual) return {};
  const SystemCollation* found = builder.collation(collation);
  if (found == nullptr) return {};
  return {found->schema, found->name};
}

}  // namespace schemadiff
