#include "engine/model/builtin_system_catalog.h"

#include <charconv>
#include <unordered_map>

#include "engine/model/builtin_tables.h"

namespace schemadiff {
namespace {

// Columns of one line, in order.
class Columns {
 public:
  explicit Columns(std::string_view line, char separator = '\t')
      : rest_(line), separator_(separator) {}

  bool done() const { return done_; }
  std::string_view text() {
    const size_t end = rest_.find(separator_);
    const std::string_view out = rest_.substr(0, end);
    done_ = end == std::string_view::npos;
    rest_ = done_ ? std::string_view() : rest_.substr(end + 1);
    return out;
  }
  char character() {
    const std::string_view value = text();
    return value.empty() ? '\0' : value[0];
  }
  bool boolean() { return character() == '1'; }
  Oid oid() { return number(text()); }
  static Oid number(std::string_view value) {
    Oid out = 0;
    std::from_chars(value.data(), value.data() + value.size(), out);
    return out;
  }

 private:
  std::string_view rest_;
  char separator_;
  bool done_ = false;
};

void read_function(Columns columns, Identifier schema, SystemCatalog& out) {
  SystemFunction function;
  function.schema = schema;
  function.oid = columns.oid();
  function.name = Identifier(columns.text());
  function.kind = columns.character();
  const std::string_view arguments = columns.text();
  if (!arguments.empty()) {
    for (Columns list(arguments, ','); !list.done();) function.arguments.push_back(list.oid());
  }
  function.variadic = columns.oid();
  function.default_arguments = static_cast<int>(columns.oid());
  function.result = columns.oid();
  function.returns_set = columns.boolean();
  function.volatility = columns.character();
  const std::string_view names = columns.text();
  if (!names.empty()) {
    for (Columns list(names, ','); !list.done();) {
      function.argument_names.emplace_back(list.text());
    }
  }
  const std::string_view outputs = columns.text();
  if (!outputs.empty()) {
    for (Columns list(outputs, ','); !list.done();) {
      Columns pair(list.text(), ':');
      const Identifier name(pair.text());
      function.outputs.emplace_back(name, pair.oid());
    }
  }
  out.functions.push_back(std::move(function));
}

void read_line(std::string_view table, std::string_view line, SystemCatalog& out) {
  const Identifier pg_catalog("pg_catalog");
  Columns columns(line);
  if (table == "type") {
    SystemType type;
    type.oid = columns.oid();
    type.schema = Identifier(columns.text());
    type.name = Identifier(columns.text());
    type.sql = std::string(columns.text());
    type.type = columns.character();
    type.category = columns.character();
    type.preferred = columns.boolean();
    type.element = columns.oid();
    type.array = columns.oid();
    type.base = columns.oid();
    type.relation = columns.oid();
    type.collation = columns.oid();
    out.types.push_back(std::move(type));
  } else if (table == "cast") {
    SystemCast cast;
    cast.source = columns.oid();
    cast.target = columns.oid();
    cast.function = columns.oid();
    cast.context = columns.character();
    cast.method = columns.character();
    out.casts.push_back(cast);
  } else if (table == "operator") {
    SystemOperator op;
    op.oid = columns.oid();
    op.schema = pg_catalog;
    op.name = Identifier(columns.text());
    op.left = columns.oid();
    op.right = columns.oid();
    op.result = columns.oid();
    out.operators.push_back(op);
  } else if (table == "function") {
    read_function(columns, pg_catalog, out);
  } else if (table == "opclass") {
    SystemOperatorClass opclass;
    opclass.schema = pg_catalog;
    opclass.name = Identifier(columns.text());
    opclass.method = Identifier(columns.text());
    opclass.input = columns.oid();
    opclass.is_default = columns.boolean();
    out.operator_classes.push_back(opclass);
  } else if (table == "collation") {
    SystemCollation collation;
    collation.oid = columns.oid();
    collation.schema = pg_catalog;
    collation.name = Identifier(columns.text());
    out.collations.push_back(collation);
  }
}

}  // namespace

SystemCatalog builtin_system_catalog(int server_version) {
  SystemCatalog out;
  const std::vector<internal::BuiltinTables> versions = internal::builtin_tables();
  if (versions.empty()) return out;
  const internal::BuiltinTables* chosen = &versions.front();
  for (const internal::BuiltinTables& version : versions) {
    if (server_version == 0 || version.server_version <= server_version) chosen = &version;
  }
  out.server_version = chosen->server_version;
  out.extensions.push_back({"plpgsql", "pg_catalog"});
  std::string_view table;
  for (std::string_view chunk : chosen->chunks) {
    while (!chunk.empty()) {
      const size_t end = chunk.find('\n');
      const std::string_view line = chunk.substr(0, end);
      chunk = end == std::string_view::npos ? std::string_view() : chunk.substr(end + 1);
      if (line.size() > 1 && line[0] == '=' && line.find('\t') == std::string_view::npos) {
        table = line.substr(1);
      } else if (!line.empty()) {
        read_line(table, line, out);
      }
    }
  }
  return out;
}

}  // namespace schemadiff
