#include "engine/generate/drizzle/indexes.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <unordered_map>

#include "engine/generate/drizzle/text.h"
#include "engine/objects/write.h"

namespace schemadiff::drizzle {
namespace {

// Names of the default operator classes begin with these.
std::string class_prefix(const ColumnType& type) {
  if (type.array) return "array";
  if (type.values == Values::enumeration) return "enum";
  static const std::unordered_map<std::string, std::string> prefixes = {
      {"smallint", "int2"},
      {"integer", "int4"},
      {"bigint", "int8"},
      {"real", "float4"},
      {"double precision", "float8"},
      {"numeric", "numeric"},
      {"boolean", "bool"},
      {"text", "text"},
      {"character varying", "text"},
      {"character", "bpchar"},
      {"uuid", "uuid"},
      {"date", "date"},
      {"interval", "interval"},
      {"timestamp without time zone", "timestamp"},
      {"timestamp with time zone", "timestamptz"},
      {"time without time zone", "time"},
      {"time with time zone", "timetz"},
      {"inet", "inet"},
      {"cidr", "inet"},
      {"macaddr", "macaddr"},
      {"macaddr8", "macaddr8"},
      {"bytea", "bytea"},
      {"json", "json"},
      {"jsonb", "jsonb"},
      {"oid", "oid"},
  };
  const auto found = prefixes.find(type.sql);
  return found == prefixes.end() ? "" : found->second;
}

// The operator class that the column gets unasked, where it is known: drizzle-kit says it too.
std::string default_class(const std::string& method, const ColumnType& type) {
  const std::string prefix = class_prefix(type);
  if (prefix.empty()) return "";
  if (method == "btree" || method == "hash") return prefix + "_ops";
  if (method == "gin" && (prefix == "array" || prefix == "jsonb")) return prefix + "_ops";
  if (method == "brin") {
    return prefix == "inet" ? "inet_inclusion_ops" : prefix + "_minmax_ops";
  }
  return "";
}

std::string order_words(const IndexElement& element) {
  std::string out = element.descending ? " DESC" : "";
  if (element.nulls_first != element.descending) {
    out += element.nulls_first ? " NULLS FIRST" : " NULLS LAST";
  }
  return out;
}

std::string element_sql(const IndexElement& element) {
  std::string out = quote(element.column);
  if (element.column.empty()) {
    const std::string& text = element.expression.text;
    out = is_call(text) || is_parenthesised(text) ? text : "(" + text + ")";
  }
  if (!element.collation.empty()) {
    const bool system = element.collation.schema == Identifier("pg_catalog");
    out += " COLLATE " + (system ? quote(element.collation.name) : element.collation.sql());
  }
  if (!element.operator_class.empty()) {
    const QualifiedName& op = element.operator_class;
    const bool system = op.schema == Identifier("pg_catalog") || op.schema == Identifier("public");
    out += " " + (system ? quote(op.name) : op.sql());
    if (!element.operator_class_options.empty()) {
      std::vector<std::string> options;
      for (const auto& [name, value] : element.operator_class_options) {
        options.push_back(name + " = " + quote_literal(value));
      }
      out += fmt::format(" ({})", fmt::join(options, ", "));
    }
  }
  return out + order_words(element);
}

}  // namespace

IndexText index_text(const Index& index, const ModelRelation& table,
                     const std::vector<ColumnType>& types) {
  IndexText out;
  std::vector<std::string> elements;
  for (const IndexElement& element : index.elements) {
    const ModelColumn* column = element.column.empty() ? nullptr : table.find(element.column);
    // Drizzle's columns have neither collations nor options of operator classes; SQL has.
    if (column == nullptr || !element.collation.empty() ||
        !element.operator_class_options.empty()) {
      elements.push_back(sql_template(element_sql(element)));
      out.uses_sql = true;
      continue;
    }
    const auto number = static_cast<size_t>(column - table.columns.data());
    std::string text = "table" + member(column->key);
    text += element.descending ? ".desc()" : ".asc()";
    text += element.nulls_first ? ".nullsFirst()" : ".nullsLast()";
    const std::string op = element.operator_class.empty()
                               ? default_class(index.method.str(), types[number])
                               : element.operator_class.name.str();
    if (!op.empty()) text += fmt::format(".op({})", js_string(op));
    elements.push_back(text);
    out.uses_table = true;
  }
  out.code = fmt::format("{}({}).using({}, {})", index.unique ? "uniqueIndex" : "index",
                         js_string(index.id.name.str()), js_string(index.method.str()),
                         fmt::join(elements, ", "));
  if (!index.predicate.empty()) {
    out.code += fmt::format(".where({})", sql_template(index.predicate.text));
    out.uses_sql = true;
  }
  if (!index.options.empty()) {
    std::vector<std::string> options;
    for (const auto& [name, value] : index.options) {
      options.push_back(property(name) + ": " + js_string(value));
    }
    out.code += fmt::format(".with({{ {} }})", fmt::join(options, ", "));
  }
  const std::string name = "index " + index.id.name.str() + ": ";
  if (!index.include.empty())
    out.remarks.push_back(name + "INCLUDE (" + column_list(index.include) + ")");
  if (index.nulls_not_distinct) out.remarks.push_back(name + "NULLS NOT DISTINCT");
  return out;
}

std::string describe_index(const Index& index) {
  std::vector<std::string> elements;
  for (const IndexElement& element : index.elements) elements.push_back(element_sql(element));
  std::string out = fmt::format("{}index {} on {} ({})", index.unique ? "unique " : "",
                                index.id.name.str(), index.method.str(), fmt::join(elements, ", "));
  if (!index.predicate.empty()) out += " where " + index.predicate.text;
  return out;
}

}  // namespace schemadiff::drizzle
