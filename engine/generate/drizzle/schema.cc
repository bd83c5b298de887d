// schema.ts.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "engine/generate/drizzle/defaults.h"
#include "engine/generate/drizzle/indexes.h"
#include "engine/generate/drizzle/model.h"
#include "engine/generate/drizzle/text.h"
#include "engine/generate/drizzle/types.h"
#include "engine/model/default_names.h"
#include "engine/objects/write.h"

namespace schemadiff::drizzle {
namespace {

const char* action_word(ForeignKeyAction action) {
  switch (action) {
    case ForeignKeyAction::no_action:
      return "no action";
    case ForeignKeyAction::restrict:
      return "restrict";
    case ForeignKeyAction::cascade:
      return "cascade";
    case ForeignKeyAction::set_null:
      return "set null";
    case ForeignKeyAction::set_default:
      return "set default";
  }
  return "";
}

const char* command_word(PolicyCommand command) {
  switch (command) {
    case PolicyCommand::all:
      return "all";
    case PolicyCommand::select:
      return "select";
    case PolicyCommand::insert:
      return "insert";
    case PolicyCommand::update:
      return "update";
    case PolicyCommand::delete_:
      return "delete";
  }
  return "";
}

// As a number where JavaScript has it exactly.
std::string number(int64_t value) {
  constexpr int64_t kLargestSafe = 9007199254740991;
  if (value > kLargestSafe || value < -kLargestSafe) return js_string(std::to_string(value));
  return std::to_string(value);
}

std::string without_semicolon(std::string query) {
  while (query.ends_with(";") || query.ends_with("\n") || query.ends_with(" ")) query.pop_back();
  return query;
}

// CREATE VIEW v (a, b) AS query: Drizzle has no place for the names but the query.
std::string named(const std::string& query, const std::vector<Identifier>& names) {
  if (names.empty()) return query;
  return fmt::format("SELECT * FROM ({}\n) AS named ({})", query, column_list(names));
}

// CREATE RECURSIVE VIEW v (a) AS q is WITH RECURSIVE v (a) AS (q) SELECT a FROM v.
std::string view_query(const View& view) {
  const std::string query = without_semicolon(view.query.text);
  if (!view.recursive) return named(query, view.columns);
  const std::string names = column_list(view.columns);
  return fmt::format("WITH RECURSIVE {0} ({1}) AS ({2}\n) SELECT {1} FROM {0}", quote(view.id.name),
                     names, query);
}

class SchemaWriter {
 public:
  explicit SchemaWriter(Model& model)
      : model_(model), catalog_(model.catalog), types_(model.catalog, model.constants) {}

  std::string text() {
    std::string body;
    body += schemas();
    body += enums();
    body += sequences();
    for (const ModelRelation& table : model_.tables) body += "\n" + this->table(table);
    for (const ModelRelation& view : model_.views) body += "\n" + this->view(view);
    std::string customs;
    for (const Types::Custom& custom : types_.customs(model_.scope)) {
      customs += fmt::format("const {} = {};\n", custom.constant, custom.definition);
      for (size_t at = body.find(custom.placeholder); at != std::string::npos;
           at = body.find(custom.placeholder, at + custom.constant.size())) {
        body.replace(at, custom.placeholder.size(), custom.constant);
      }
    }
    const std::string out = imports() + (customs.empty() ? "" : "\n" + customs) + body;
    // Nothing at all to import from: still a module.
    return out.empty() ? "export {};\n" : out;
  }

 private:
  std::string use(const char* name) {
    imports_.insert(name);
    return name;
  }
  std::string sql(const std::string& text) {
    uses_sql_ = true;
    return sql_template(text);
  }
  const std::string& constant(const ObjectId& id) const { return model_.constants.at(id); }

  std::string imports() const {
    std::set<std::string> names = types_.imports();
    names.insert(imports_.begin(), imports_.end());
    std::string out = uses_sql_ ? "import { sql } from \"drizzle-orm\";\n" : "";
    if (names.empty()) return out;
    out += "import {\n";
    for (const std::string& name : names) {
      const bool is_type = name == "PgTableExtraConfigValue";
      out += fmt::format("\t{}{},\n", is_type ? "type " : "", name);
    }
    return out + "} from \"drizzle-orm/pg-core\";\n";
  }

  std::string comment_on(const ObjectId& id, std::string_view indent = "") const {
    const Comment* comment = catalog_.find<Comment>(id.commented());
    return comment == nullptr ? "" : doc_comment(comment->text, indent);
  }

  // pgTable, or that of a schema.
  std::string maker(const ObjectId& id, const char* global, const char* method) {
    if (id.schema == kPublic) return use(global);
    return constant(object_id(Kind::schema, {}, id.schema)) + "." + method;
  }

  std::string schemas() {
    std::string out;
    for (const Identifier name : model_.schemas) {
      const ObjectId id = object_id(Kind::schema, {}, name);
      out += comment_on(id) + fmt::format("export const {} = {}({});\n", constant(id),
                                          use("pgSchema"), js_string(name.str()));
    }
    return out.empty() ? "" : "\n" + out;
  }

  std::string enums() {
    std::string out;
    for (const EnumType* type : model_.enums) {
      std::vector<std::string> labels;
      for (const std::string& label : type->labels) labels.push_back(js_string(label, '\''));
      out += comment_on(type->id) +
             fmt::format("export const {} = {}({}, [{}]);\n", constant(type->id),
                         maker(type->id, "pgEnum", "enum"), js_string(type->id.name.str()),
                         fmt::join(labels, ", "));
    }
    return out.empty() ? "" : "\n" + out;
  }

  std::string sequences() {
    std::string out;
    for (const Sequence* sequence : model_.sequences) {
      const SequenceOptions& options = sequence->options;
      out += comment_on(sequence->id);
      if (sequence->data_type.sql != "bigint") out += remark("AS " + sequence->data_type.sql, "");
      out += fmt::format(
          "export const {} = {}({}, {{ startWith: \"{}\", increment: \"{}\", minValue: \"{}\", "
          "maxValue: \"{}\", cache: \"{}\", cycle: {} }});\n",
          constant(sequence->id), maker(sequence->id, "pgSequence", "sequence"),
          js_string(sequence->id.name.str()), options.start, options.increment, options.minimum,
          options.maximum, options.cache, options.cycle);
    }
    return out.empty() ? "" : "\n" + out;
  }

  // ---- columns
  std::string identity(const Column& column, const ObjectId& table) const {
    const Identity& identity = *column.identity;
    const std::string name = identity.sequence.empty()
                                 ? make_object_name(table.name.str(), column.id.sub.str(), "seq")
                                 : identity.sequence.name.str();
    const SequenceOptions& options = identity.options;
    return fmt::format(
        ".generated{}AsIdentity({{ name: {}, startWith: {}, increment: {}, minValue: {}, "
        "maxValue: {}, cache: {}{} }})",
        identity.always ? "Always" : "ByDefault", js_string(name), number(options.start),
        number(options.increment), number(options.minimum), number(options.maximum),
        number(options.cache), options.cycle ? ", cycle: true" : "");
  }

  // "bigint("id", { mode: "number" }).array()"
  static std::string typed(const ModelColumn& column, const ColumnType& type) {
    std::string out = type.function + "(";
    if (column.key != column.name.str()) {
      out += js_string(column.name.str());
      if (!type.config.empty()) out += ", ";
    }
    return out + type.config + ")" + (type.array ? ".array()" : "");
  }

  std::string column_line(const ModelColumn& column, const ModelRelation& table,
                          const ColumnType& type) {
    std::string out = comment_on(table.id.with_sub(Kind::column, column.name), "\t");
    std::string calls;
    const Column* own = column.column;
    const bool generated = own != nullptr && own->generated.has_value();
    if (column.value != nullptr && !column.serial && !generated) {
      const DefaultCall call = default_call(type, column.value->expression, catalog_);
      calls += call.text;
      uses_sql_ = uses_sql_ || call.uses_sql;
    }
    if (column.in_primary_key && key_stands_in_column(table)) calls += ".primaryKey()";
    const bool is_identity = own != nullptr && own->identity.has_value();
    if (((own != nullptr && own->not_null) || column.in_primary_key) && !is_identity) {
      calls += ".notNull()";
    }
    if (is_identity) calls += identity(*own, table.id);
    if (generated) {
      if (!own->generated->stored) out += remark(column.name.str() + ": VIRTUAL", "\t");
      calls += fmt::format(".generatedAlwaysAs({})", sql(own->generated->expression.text));
    }
    return out + fmt::format("\t{}: {}{},\n", property(column.key), typed(column, type), calls);
  }

  // Of one column and with the name that PostgreSQL gives: .primaryKey() behind the column says it.
  static bool key_stands_in_column(const ModelRelation& table) {
    return table.primary_key != nullptr && table.primary_key->columns.size() == 1 &&
           table.primary_key->id.sub.str() == make_object_name(table.id.name.str(), "", "pkey");
  }

  // ---- what stands behind the columns
  std::string columns_list(const std::string& owner, const ModelRelation& table,
                           const std::vector<Identifier>& names) {
    std::vector<std::string> out;
    for (const Identifier name : names) {
      const ModelColumn* column = table.find(name);
      out.push_back(owner + member(column == nullptr ? name.str() : column->key));
    }
    uses_table_ = uses_table_ || owner == "table";
    return fmt::format("{}", fmt::join(out, ", "));
  }

  static std::string constraint_remarks(const Constraint& constraint) {
    std::string out;
    const std::string name = "constraint " + constraint.id.sub.str() + ": ";
    const auto add = [&](bool is_so, const std::string& words) {
      if (is_so) out += remark(name + words, "\t");
    };
    add(constraint.deferrable,
        constraint.initially_deferred ? "DEFERRABLE INITIALLY DEFERRED" : "DEFERRABLE");
    add(!constraint.validated && constraint.enforced, "NOT VALID");
    add(!constraint.enforced, "NOT ENFORCED");
    add(constraint.no_inherit, "NO INHERIT");
    add(!constraint.include.empty(), "INCLUDE " + display(constraint.include));
    add(constraint.without_overlaps, "WITHOUT OVERLAPS");
    if (constraint.foreign_key) {
      add(constraint.foreign_key->match == ForeignKeyMatch::full, "MATCH FULL");
      add(!constraint.foreign_key->set_columns.empty(),
          "ON DELETE sets only " + display(constraint.foreign_key->set_columns));
      add(constraint.foreign_key->period, "PERIOD");
    }
    return out;
  }

  std::string foreign_key(const Constraint& constraint, const ModelRelation& table) {
    const ForeignKey& key = *constraint.foreign_key;
    const ModelRelation* to = model_.find_table(key.referenced_table);
    if (to == nullptr) {
      return remark(fmt::format("constraint {}: refers to {}, which is not in this file",
                                constraint.id.sub.str(), qualified_name(key.referenced_table)),
                    "\t");
    }
    const std::string owner = to == &table ? "table" : to->constant;
    const std::string columns = columns_list("table", table, constraint.columns);
    std::string out = constraint_remarks(constraint);
    out += fmt::format(
        "\t{}({{\n\t\t\tcolumns: [{}],\n\t\t\tforeignColumns: [{}],\n\t\t\tname: {}\n\t\t}})",
        use("foreignKey"), columns, columns_list(owner, *to, key.referenced_columns),
        js_string(constraint.id.sub.str()));
    if (key.on_update != ForeignKeyAction::no_action) {
      out += fmt::format(".onUpdate(\"{}\")", action_word(key.on_update));
    }
    if (key.on_delete != ForeignKeyAction::no_action) {
      out += fmt::format(".onDelete(\"{}\")", action_word(key.on_delete));
    }
    return out + ",\n";
  }

  std::string policy(const Policy& policy) {
    std::vector<std::string> roles;
    for (const Identifier role : policy.roles) roles.push_back(js_string(role.str()));
    if (roles.empty()) roles.emplace_back("\"public\"");
    std::string out = fmt::format("\t{}({}, {{ as: \"{}\", for: \"{}\", to: [{}]", use("pgPolicy"),
                                  js_string(policy.id.sub.str()),
                                  policy.permissive ? "permissive" : "restrictive",
                                  command_word(policy.command), fmt::join(roles, ", "));
    if (policy.using_) out += ", using: " + sql(policy.using_->text);
    if (policy.with_check) out += ", withCheck: " + sql(policy.with_check->text);
    return out + " }),\n";
  }

  std::string extras(const ModelRelation& table, const std::vector<ColumnType>& types) {
    std::string out;
    for (const Index* index : table.indexes) {
      const IndexText text = index_text(*index, table, types);
      for (const std::string& words : text.remarks) out += remark(words, "\t");
      out += "\t" + text.code + ",\n";
      use(index->unique ? "uniqueIndex" : "index");
      uses_sql_ = uses_sql_ || text.uses_sql;
      uses_table_ = uses_table_ || text.uses_table;
    }
    for (const Constraint* key : table.foreign_keys) out += foreign_key(*key, table);
    if (table.primary_key != nullptr) {
      out += constraint_remarks(*table.primary_key);
      if (!key_stands_in_column(table)) {
        out += fmt::format("\t{}({{ columns: [{}], name: {} }}),\n", use("primaryKey"),
                           columns_list("table", table, table.primary_key->columns),
                           js_string(table.primary_key->id.sub.str()));
      }
    }
    for (const Constraint* key : table.uniques) {
      out += constraint_remarks(*key);
      out += fmt::format("\t{}({}).on({}){},\n", use("unique"), js_string(key->id.sub.str()),
                         columns_list("table", table, key->columns),
                         key->nulls_not_distinct ? ".nullsNotDistinct()" : "");
    }
    for (const Policy* each : table.policies) out += policy(*each);
    for (const Constraint* check : table.checks) {
      out += constraint_remarks(*check);
      out += fmt::format("\t{}({}, {}),\n", use("check"), js_string(check->id.sub.str()),
                         sql(check->check.text));
    }
    return out;
  }

  std::string table_remarks(const ModelRelation& relation) const {
    const Table& table = *relation.table;
    std::string out;
    if (table.persistence == Persistence::unlogged) out += remark("UNLOGGED", "");
    if (table.partition_key) out += remark("PARTITION BY " + display(*table.partition_key), "");
    if (!table.inherits.empty()) out += remark("INHERITS " + display(table.inherits), "");
    if (table.force_row_security) out += remark("FORCE ROW LEVEL SECURITY", "");
    if (!table.row_security && !relation.policies.empty()) {
      out += remark("row level security is off; Drizzle takes it to be on, because of the policies",
                    "");
    }
    for (const Constraint* exclusion : relation.exclusions) {
      out += remark(fmt::format("constraint {}: EXCLUDE USING {} ({})", exclusion->id.sub.str(),
                                exclusion->method.str(), display(exclusion->exclusions)),
                    "");
    }
    return out;
  }

  std::string table(const ModelRelation& table) {
    std::vector<ColumnType> types;
    std::string columns;
    for (const ModelColumn& column : table.columns) {
      types.push_back(types_.of(column.type, column.serial));
      columns += column_line(column, table, types.back());
    }
    uses_table_ = false;
    const std::string extras = this->extras(table, types);
    std::string out = table_remarks(table) + comment_on(table.id);
    out +=
        fmt::format("export const {} = {}({}, {{\n{}", table.constant,
                    maker(table.id, "pgTable", "table"), js_string(table.id.name.str()), columns);
    // Comments alone are no entry: they still need the array to stand in.
    if (extras.empty()) {
      out += "})";
    } else {
      // Without its type, a circle of foreign keys has TypeScript infer each from the other.
      const char* result = table.in_cycle ? ": PgTableExtraConfigValue[]" : "";
      if (table.in_cycle) use("PgTableExtraConfigValue");
      out += fmt::format("}}, ({}){} => [\n{}])", uses_table_ ? "table" : "", result, extras);
    }
    if (table.table->row_security) out += ".enableRLS()";
    return out + ";\n";
  }

  // ---- views
  std::string view_options(const ModelRelation& view, const StorageOptions& options,
                           bool materialized, std::string& remarks) const {
    static const std::map<std::string, std::string> known = {
        {"security_barrier", "securityBarrier"},
        {"security_invoker", "securityInvoker"},
        {"check_option", "checkOption"}};
    std::vector<std::string> out;
    for (const auto& [name, value] : options) {
      const auto found = known.find(name);
      if (materialized && name == "fillfactor") {
        out.push_back("fillfactor: " + value);
      } else if (materialized || found == known.end()) {
        remarks += remark(fmt::format("view {}: {} = {}", view.id.name.str(), name, value), "");
      } else if (name == "check_option") {
        out.push_back("checkOption: " + js_string(value));
      } else {
        const bool on = value == "true" || value == "on" || value == "1" || value == "yes";
        out.push_back(found->second + (on ? ": true" : ": false"));
      }
    }
    return out.empty() ? "" : fmt::format(".with({{ {} }})", fmt::join(out, ", "));
  }

  std::string view(const ModelRelation& view) {
    std::string columns;
    for (const ModelColumn& column : view.columns) {
      const ColumnType type = types_.of(column.type);
      columns += comment_on(view.id.with_sub(Kind::column, column.name), "\t");
      columns += fmt::format("\t{}: {},\n", property(column.key), typed(column, type));
    }
    std::string remarks;
    std::string chain;
    std::string query;
    const bool materialized = view.id.kind == Kind::materialized_view;
    if (materialized) {
      const MaterializedView& object = *catalog_.find<MaterializedView>(view.id);
      query = named(without_semicolon(object.query.text), object.columns);
      chain = view_options(view, object.options, true, remarks);
      if (!object.access_method.empty()) {
        chain += fmt::format(".using({})", js_string(object.access_method.str()));
      }
      if (!object.tablespace.empty()) {
        chain += fmt::format(".tablespace({})", js_string(object.tablespace.str()));
      }
      if (!object.with_data) chain += ".withNoData()";
      for (const Index* index : view.indexes) remarks += remark(describe_index(*index), "");
    } else {
      const View& object = *catalog_.find<View>(view.id);
      query = view_query(object);
      chain = view_options(view, object.options, false, remarks);
    }
    if (view.columns.empty()) {
      remarks +=
          remark("the columns of " + qualified_name(view.id) + " could not be worked out", "");
    }
    const std::string maker = materialized
                                  ? this->maker(view.id, "pgMaterializedView", "materializedView")
                                  : this->maker(view.id, "pgView", "view");
    return remarks + comment_on(view.id) +
           fmt::format("export const {} = {}({}, {{\n{}}}){}.as({});\n", view.constant, maker,
                       js_string(view.id.name.str()), columns, chain, sql(query));
  }

  Model& model_;
  const Catalog& catalog_;
  Types types_;
  std::set<std::string> imports_;
  bool uses_sql_ = false;
  bool uses_table_ = false;
};

}  // namespace

std::string write_schema(Model& model) { return SchemaWriter(model).text(); }

}  // namespace schemadiff::drizzle
