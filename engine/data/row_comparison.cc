#include "engine/data/row_comparison.h"

#include <algorithm>

#include "engine/execute/search_path.h"
#include "engine/model/rules.h"
#include "engine/objects/column/type_change.h"
#include "engine/objects/sequence/follow.h"
#include "engine/objects/write.h"

namespace schemadiff {
namespace {

// Beside the columns of the table: number, statement, and one mark for each column.
constexpr const char* kNumber = "schemadiff_row";
constexpr const char* kGroup = "schemadiff_group";
constexpr const char* kMarks = "schemadiff_marks";

// Marks of a value.
constexpr char kValue = 'v';    // compared
constexpr char kNothing = 'd';  // DEFAULT, or an expression that moves: never compared
constexpr char kPending = 'p';  // nobody knows before other steps are done
constexpr char kOwn = 's';      // NULL, looked up in a table of which nobody knows yet if it grows

constexpr size_t kBatch = 100;

bool says_undefined(const std::string& sqlstate) {
  return sqlstate == "42P01" || sqlstate == "42703" || sqlstate == "42883" || sqlstate == "42704" ||
         sqlstate == "3F000";
}

std::string list_of(const std::vector<size_t>& numbers) {
  std::string out = "'{";
  for (size_t i = 0; i < numbers.size(); ++i) {
    out += (i == 0 ? "" : ",") + std::to_string(numbers[i]);
  }
  return out + "}'::integer[]";
}

// A default that is the same for all rows and costs nothing to evaluate.
bool is_literal(std::string_view text) {
  if (text.empty() || text.find('(') != std::string_view::npos) return false;
  const char c = text[0];
  return c == '\'' || c == '-' || (c >= '0' && c <= '9') || text == "true" || text == "false";
}

// The sentence of a refused row without what the server adds: the row itself, which may hold
// secrets, and the name of our table.
std::string row_sentence(const Error& error) {
  std::string out = error.sentence;
  if (error.sqlstate == "23514") {
    const size_t close = out.find_last_of("\"\xBB", out.find(" (") - 1);
    const size_t open = close == std::string::npos || close == 0
                            ? std::string::npos
                            : out.find_last_of("\"\xAB", close - 1);
    if (open != std::string::npos) {
      return "the row breaks the constraint " + out.substr(open + 1, close - open - 1);
    }
  }
  if (error.sqlstate == "23505") {
    const size_t detail = out.find(" (");
    if (detail != std::string::npos) out = out.substr(detail + 2, out.size() - detail - 3);
    const size_t exists = out.find(") already exists.");
    if (exists != std::string::npos) return out.substr(0, exists + 1) + " is declared twice";
    return out;
  }
  return out.substr(0, out.find(" (Failing row"));
}

std::string_view cell_text(const KeyedRows& set, size_t number, Identifier column) {
  const RowRef ref = set.rows[number];
  const DeclaredRows& group = *set.groups[ref.group];
  for (size_t i = 0; i < group.columns.size(); ++i) {
    const DeclaredRows::Cell& cell = group.cell(ref.row, i);
    if (group.columns[i] != column) continue;
    if (cell.kind == CellKind::expression) return group.expressions[cell.begin].text;
    return group.text(cell);
  }
  return {};
}

// The expression that gives a row its value, for a key that nobody knows yet.
std::string expression_of(const KeyedRows& set, RowRef ref, Identifier column) {
  const DeclaredRows& group = *set.groups[ref.group];
  for (size_t i = 0; i < group.columns.size(); ++i) {
    const DeclaredRows::Cell& cell = group.cell(ref.row, i);
    if (group.columns[i] == column && cell.kind == CellKind::expression) {
      return group.expressions[cell.begin].text;
    }
  }
  return "NULL";
}

}  // namespace

std::string row_key_text(const RowKey& key, const std::vector<std::string>& values) {
  std::string out;
  for (size_t i = 0; i < key.columns.size() && i < values.size(); ++i) {
    out += (i == 0 ? "" : ",") + quote(key.columns[i]) + "=" +
           (holds_secrets(key.columns[i]) ? "(hidden)" : values[i]);
  }
  return out;
}

ExpressionFacts::ExpressionFacts(const SystemCatalog& system, const Catalog& target) {
  const auto add = [&](Identifier schema, Identifier name, char volatility) {
    char& known = volatilities_.emplace(QualifiedName{schema, name}, 'i').first->second;
    if (volatility == 'v' || (volatility == 's' && known == 'i')) known = volatility;
  };
  for (const SystemFunction& function : system.functions) {
    add(function.schema, function.name, function.volatility);
  }
  for (const auto& [id, function] : target.objects<Function>()) {
    add(id.schema, id.name, static_cast<char>(function.volatility));
  }
  // Stable, but the clock's.
  for (const char* name : {"now", "transaction_timestamp", "statement_timestamp", "age",
                           "txid_current", "txid_current_if_assigned", "pg_backend_pid"}) {
    volatilities_[{"pg_catalog", name}] = 'v';
  }
}

Constancy ExpressionFacts::of(const RowExpression& expression) const {
  if (expression.moves) return Constancy::moving;
  for (const QualifiedName& function : expression.functions) {
    const auto known = volatilities_.find(function);
    if (known == volatilities_.end() || known->second == 'v') return Constancy::moving;
  }
  return Constancy::constant;
}

// ---- texts

SourceSpan RowComparison::place(const KeyedRows& set, size_t number) const {
  if (number >= set.rows.size()) return set.groups.front()->source;
  const RowRef ref = set.rows[number];
  return set.groups[ref.group]->place(ref.row);
}

void RowComparison::report(const KeyedRows& set, size_t number, const Error& error) {
  problems_.error(place(set, number),
                  "rows of " + qualified_name(set.table()) + ": " + row_sentence(error));
  if (error.sqlstate != "23505") return;
  for (size_t earlier = 0; earlier < number; ++earlier) {
    bool same = true;
    for (const Identifier column : set.key.columns) {
      same = same && cell_text(set, earlier, column) == cell_text(set, number, column);
    }
    if (!same) continue;
    problems_.note(place(set, earlier), "it is declared here first");
    return;
  }
}

bool RowComparison::is_available(const TypeRef& type) const {
  return !missing_types_.contains(type.sql) && !altered_types_.contains(type.object);
}

std::string RowComparison::type_of(const KeyedRows& set, Identifier column) const {
  const TypeRef& type = set.facts->column(column)->type;
  return is_available(type) ? type.sql : "text";
}

std::string RowComparison::temporary_type(const KeyedRows& set, Identifier column) const {
  TypeRef type = set.facts->column(column)->type;
  if (!is_available(type) || type.object.kind != Kind::domain) return type_of(set, column);
  const bool is_given = std::all_of(set.rows.begin(), set.rows.end(), [&](const RowRef& ref) {
    const DeclaredRows& group = *set.groups[ref.group];
    const auto at = std::find(group.columns.begin(), group.columns.end(), column);
    if (at == group.columns.end()) return false;
    const auto kind = group.cell(ref.row, static_cast<size_t>(at - group.columns.begin())).kind;
    return kind != CellKind::expression && kind != CellKind::default_value;
  });
  if (is_given) return type.sql;
  while (const Domain* domain = input_.target->find<Domain>(type.object)) type = domain->base;
  return type.sql;
}

bool RowComparison::is_text(const KeyedRows& set, Identifier name) const {
  const Column& column = *set.facts->column(name);
  return !is_available(column.type) || unconvertible_.contains(column.id);
}

bool RowComparison::is_comparable(const KeyedRows& set, Identifier name) const {
  const Column& wanted = *set.facts->column(name);
  const Column* live = input_.live->find<Column>(wanted.id);
  if (live == nullptr || live->type == wanted.type || is_text(set, name)) return false;
  const StepBuilder steps(*input_.live, *input_.target, *input_.system, input_.server_version);
  return classify_type_change(live->type, wanted.type, steps).keeps_values &&
         can_compare(live->type, *input_.live, wanted.type, *input_.target);
}

std::string RowComparison::live_value(const KeyedRows& set, Identifier name,
                                      const std::string& table) const {
  const Column& wanted = *set.facts->column(name);
  if (!input_.live->contains(wanted.id)) return value_to_come(set, name);
  const Column& live = *input_.live->find<Column>(wanted.id);
  const std::string column = table + "." + quote(name);
  const std::string text = with_new_labels(live.type, column + "::text");
  if (is_text(set, name)) return text;
  if (live.type == wanted.type) return column;
  const StepBuilder steps(*input_.live, *input_.target, *input_.system, input_.server_version);
  const std::string value =
      text != column + "::text"
          ? text
          : converted(column, classify_type_change(live.type, wanted.type, steps));
  return "CAST(" + value + " AS " + wanted.type.sql + ")";
}

std::string RowComparison::value_to_come(const KeyedRows& set, Identifier name) const {
  const ColumnDefault* value = set.facts->default_of(name);
  if (value == nullptr || !is_literal(value->expression.text)) return "";
  const std::string& text = value->expression.text;
  // A cast to a type that is not there yet can't be asked for.
  if (is_text(set, name) && text.find("::") != std::string::npos) return "";
  return "CAST(" + text + " AS " + type_of(set, name) + ")";
}

std::string RowComparison::live_text(const KeyedRows& set, Identifier name,
                                     const std::string& table) const {
  const std::string value = live_value(set, name, table);
  return value.empty() ? "NULL::text" : value + (is_text(set, name) ? "" : "::text");
}

std::string RowComparison::live_relation(const KeyedRows& set) const {
  const ObjectId& table = set.table();
  if (input_.renames == nullptr || input_.renames->empty()) {
    return set.only() + qualified_name(table);
  }
  std::string columns;
  bool renamed = false;
  for (const Column* column : input_.live->sorted<Column>()) {
    const Identifier name = column->id.sub;
    const Column* wanted = set.facts->column(name);
    const bool own = column->id.container(Kind::table) == table;
    if (!own && (wanted == nullptr || wanted->id != column->id)) continue;
    const Identifier old = input_.renames->live(table.with_sub(Kind::column, name)).sub;
    renamed = renamed || old != name;
    columns += ", " + quote(old) + (old == name ? "" : " AS " + quote(name));
  }
  const std::string live = set.only() + qualified_name(input_.renames->live(table));
  return renamed ? "(SELECT tableoid" + columns + " FROM " + live + ")" : live;
}

std::string RowComparison::with_new_labels(const TypeRef& type, const std::string& text) const {
  if (input_.renames == nullptr) return text;
  std::string cases;
  for (const Rename& rename : input_.renames->list()) {
    const bool is_label = rename.to.kind == Kind::enum_type && !rename.to.sub.empty();
    if (!is_label || rename.to.container(Kind::enum_type) != type.object) continue;
    cases += " WHEN " + quote_literal(rename.from.sub.str()) + " THEN " +
             quote_literal(rename.to.sub.str());
  }
  return cases.empty() ? text : "CASE " + text + cases + " ELSE " + text + " END";
}

std::string RowComparison::match(const KeyedRows& set, const std::string& rows,
                                 const std::string& table) const {
  std::string out;
  for (size_t i = 0; i < set.key.columns.size(); ++i) {
    const std::string column = quote(set.key.columns[i]);
    const std::string left = rows + "." + column;
    const std::string right = is_comparable(set, set.key.columns[i])
                                  ? table + "." + column
                                  : live_value(set, set.key.columns[i], table);
    std::string equal =
        unconvertible_.contains(set.facts->column(set.key.columns[i])->id)
            ? left + "::text = " + right
            : left + set.collations[i] + " " + set.operators[i] + " " + right + set.collations[i];
    if (set.key.nulls_not_distinct) {
      equal = "(" + equal + " OR (" + left + " IS NULL AND " + right + " IS NULL))";
    }
    out += (i == 0 ? "" : " AND ") + equal;
  }
  return out;
}

std::string RowComparison::mark_of(const KeyedRows& set, Identifier column) const {
  const auto at = std::find(set.columns.begin(), set.columns.end(), column);
  return "substr(excluded." + std::string(kMarks) + ", " +
         std::to_string(at - set.columns.begin() + 1) + ", 1)";
}

Result<void> RowComparison::set_path(const SearchPath& path) {
  const std::string wanted = path.sql.empty() ? "pg_catalog" : path.sql.str();
  if (wanted == path_) return {};
  path_ = wanted;
  return server_.runner.run("SET LOCAL search_path = " + wanted);
}

// ---- the run

Result<void> RowComparison::run(std::vector<KeyedRows*> sets, std::vector<SequenceMove>& moves) {
  for (const Change& change : *input_.changes) {
    const ObjectId& id = change.id;
    if (id.kind == Kind::domain_constraint) altered_types_.insert(id.container(Kind::domain));
    if (change.verb == Verb::create) continue;
    if (id.kind == Kind::enum_type || id.kind == Kind::domain || id.kind == Kind::composite_type ||
        id.kind == Kind::range_type || id.kind == Kind::base_type) {
      altered_types_.insert(id);
    }
  }
  if (input_.renames != nullptr) {  // the server knows none of the new labels
    for (const Rename& rename : input_.renames->list()) {
      if (rename.to.kind == Kind::enum_type) {
        altered_types_.insert(rename.to.container(Kind::enum_type));
      }
    }
  }
  auto begun = server_.runner.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ WRITE");
  if (!begun) return begun;
  auto asked = ask(sets, moves);
  auto ended = server_.runner.run("ROLLBACK");
  if (!asked) return asked;
  return ended;
}

Result<void> RowComparison::ask(const std::vector<KeyedRows*>& sets,
                                std::vector<SequenceMove>& moves) {
  if (auto done = find_types(sets); !done) return done;
  for (KeyedRows* set : sets) {
    if (auto done = load(*set); !done) return done;
  }
  if (problems_.has_errors()) return {};
  // From here on nothing that a file says can change anything.
  if (auto done = server_.runner.run("SET TRANSACTION READ ONLY"); !done) return done;
  for (KeyedRows* set : sets) {
    if (auto done = evaluate(*set); !done) return done;
    if (auto done = check_keys(*set); !done) return done;
    if (problems_.has_errors()) continue;
    if (auto done = compare(*set); !done) return done;
    const bool grows =
        std::any_of(set->outcomes.begin(), set->outcomes.end(),
                    [](const RowOutcome& outcome) { return outcome.verb == Verb::create; });
    if (!grows) continue;
    growing_.insert(set->table());
    if (!looks_at_itself_.contains(set)) continue;
    auto done = server_.runner.run("UPDATE " + set->temporary + " SET " + kMarks + " = replace(" +
                                   kMarks + ", '" + kOwn + "', '" + kPending + "')");
    if (!done) return done;
    set->outcomes.clear();
    if (auto again = compare(*set); !again) return again;
  }
  if (problems_.has_errors()) return {};
  if (auto done = set_path({}); !done) return done;
  if (auto done = find_surplus(sets); !done) return done;
  return find_sequences(sets, moves);
}

Result<void> RowComparison::find_types(const std::vector<KeyedRows*>& sets) {
  std::set<std::string> types;
  for (const KeyedRows* set : sets) {
    for (const Identifier column : set->columns) types.insert(set->facts->column(column)->type.sql);
  }
  std::string sql;
  for (const std::string& type : types) {
    sql += (sql.empty() ? "SELECT t FROM unnest(ARRAY[" : ", ") + quote_literal(type);
  }
  if (sql.empty()) return {};
  auto rows = server_.reader.query(sql + "]) t WHERE to_regtype(t) IS NULL");
  if (!rows) return fail(std::move(rows.error()));
  while ((*rows)->next()) missing_types_.insert((*rows)->row().string(0));
  return {};
}

Result<QualifiedName> RowComparison::temporary_collation(const QualifiedName& name) {
  const ObjectId id = object_id(Kind::collation, name.schema, name.name);
  const Collation* wanted = input_.target->find<Collation>(id);
  if (wanted == nullptr) return name;  // of the system
  const Collation* live = input_.live->find<Collation>(id);
  if (live != nullptr && compare_fields(*live, *wanted).empty()) {
    const ObjectId now = input_.renames == nullptr ? id : input_.renames->live(id);
    return QualifiedName{now.schema, now.name};
  }
  const auto found = collations_to_come_.find(name);
  if (found != collations_to_come_.end()) return found->second;
  Collation stand_in = *wanted;
  stand_in.id = object_id(
      Kind::collation, "pg_temp",
      Identifier("schemadiff_collation_" + std::to_string(collations_to_come_.size() + 1)));
  StepBuilder steps(*input_.live, *input_.target, *input_.system, input_.server_version);
  Rules<Collation>::create(stand_in, steps);
  for (const Step& step : steps.take()) {
    if (auto made = server_.runner.run(step.sql); !made) return fail(std::move(made.error()));
  }
  return collations_to_come_[name] = {stand_in.id.schema, stand_in.id.name};
}

Result<void> RowComparison::load(KeyedRows& set) {
  const bool is_live = input_.keeps_rows(set.table());
  std::string columns =
      std::string(kNumber) + " integer, " + kGroup + " integer, " + kMarks + " text";
  std::vector<std::string> names = {kNumber, kGroup, kMarks};
  for (const Identifier name : set.columns) {
    const Column& column = *set.facts->column(name);
    const std::string& type = set.temporary_types[name] = temporary_type(set, name);
    columns += ", " + quote(name) + " " + type;
    if (!column.collation.empty()) {
      auto collation = temporary_collation(column.collation);
      if (!collation) return fail(std::move(collation.error()));
      columns += " COLLATE " + collation->sql();
    }
    names.push_back(name.str());
  }
  auto done = server_.runner.run("CREATE TEMPORARY TABLE " + set.temporary + " (" + columns +
                                 ") ON COMMIT DROP");
  if (!done) return done;
  std::string elements;
  for (IndexElement element : set.key.elements) {
    if (!element.collation.empty()) {
      auto collation = temporary_collation(element.collation);
      if (!collation) return fail(std::move(collation.error()));
      element.collation = std::move(*collation);
    }
    elements += (elements.empty() ? "" : ", ") + index_element_sql(element);
  }
  bool text_key = false;
  for (const Identifier name : set.key.columns) {
    text_key = text_key || !is_available(set.facts->column(name)->type);
  }
  done = server_.runner.run(
      "CREATE UNIQUE INDEX " + set.temporary + "_key ON " + set.temporary + " (" +
      (text_key ? column_list(set.key.columns) : elements) + ")" +
      (set.key.nulls_not_distinct && input_.server_version >= 150000 ? " NULLS NOT DISTINCT" : ""));
  if (!done) return done;
  done = server_.runner.run("CREATE UNIQUE INDEX ON " + set.temporary + " (" + kNumber + ")");
  if (!done) return done;
  if (auto checks = add_checks(set); !checks) return checks;

  size_t number = 0;
  RowCopier::Fields fields;
  const auto next = [&](RowCopier::Fields& out) {
    if (number == set.rows.size()) return false;
    const RowRef ref = set.rows[number];
    const DeclaredRows& group = *set.groups[ref.group];
    out.assign(3 + set.columns.size(), std::nullopt);
    out[0] = std::to_string(number);
    out[1] = std::to_string(ref.group);
    std::string marks(set.columns.size(), kNothing);
    for (size_t i = 0; i < group.columns.size(); ++i) {
      const auto at =
          static_cast<size_t>(std::find(set.columns.begin(), set.columns.end(), group.columns[i]) -
                              set.columns.begin());
      const DeclaredRows::Cell& cell = group.cell(ref.row, i);
      switch (cell.kind) {
        case CellKind::string:
        case CellKind::plain:
          out[3 + at] = std::string(group.text(cell));
          marks[at] = kValue;
          break;
        case CellKind::null:
          marks[at] = kValue;
          break;
        case CellKind::expression:
          if (expressions_.of(group.expressions[cell.begin]) == Constancy::constant) {
            marks[at] = kValue;
          }
          break;
        case CellKind::default_value:
          break;
      }
    }
    out[2] = std::move(marks);
    ++number;
    return true;
  };
  size_t failed = 0;
  done = server_.copier.copy_rows(set.temporary, names, next, failed);
  if (!done) {
    if (failed == 0 || done.error().code == ErrorCode::connection ||
        done.error().code == ErrorCode::interrupted) {
      return done;
    }
    report(set, failed - 1, done.error());
    // The transaction is aborted, and there is nothing left to ask.
    if (auto over = server_.runner.run("ROLLBACK"); !over) return over;
    path_.clear();
    if (auto again = server_.runner.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ WRITE");
        !again) {
      return again;
    }
    return {};
  }
  done = server_.runner.run("ANALYZE " + set.temporary);
  if (!done) return done;
  set.compared = is_live;
  for (const Identifier name : set.key.columns) {
    const bool is_there = input_.live->contains(set.facts->column(name)->id);
    set.compared = set.compared && (is_there || !value_to_come(set, name).empty());
  }
  return read_operators(set);
}

// CHECKs over values that all rows give: a row that breaks one is found before anything is done.
Result<void> RowComparison::add_checks(KeyedRows& set) {
  for (const Constraint* constraint : set.facts->constraints()) {
    if (constraint->type != ConstraintType::check || constraint->check.canonical.empty()) continue;
    const auto is_given = [&](const ObjectId& id) {
      if (id.kind != Kind::column) return id.kind != Kind::function;
      return std::all_of(set.groups.begin(), set.groups.end(), [&](const DeclaredRows* group) {
        const auto at = std::find(group->columns.begin(), group->columns.end(), id.sub);
        if (at == group->columns.end()) return false;
        const auto column = static_cast<size_t>(at - group->columns.begin());
        for (size_t row = 0; row < group->size(); ++row) {
          const CellKind kind = group->cell(row, column).kind;
          if (kind == CellKind::expression || kind == CellKind::default_value) return false;
        }
        return true;
      });
    };
    const std::vector<ObjectId>& used = constraint->check.references;
    if (used.empty() || !std::all_of(used.begin(), used.end(), is_given)) continue;
    if (auto path = set_path(constraint->check.path); !path) return path;
    if (auto saved = server_.runner.run("SAVEPOINT schemadiff_check"); !saved) return saved;
    auto added =
        server_.runner.run("ALTER TABLE " + set.temporary + " ADD CONSTRAINT " +
                           quote(constraint->id.sub) + " CHECK (" + constraint->check.text + "\n)");
    if (!added) {
      if (added.error().code == ErrorCode::connection) return added;
      if (auto back = server_.runner.run("ROLLBACK TO schemadiff_check"); !back) return back;
      path_.clear();
    }
    if (auto over = server_.runner.run("RELEASE schemadiff_check"); !over) return over;
  }
  return set_path({});
}

Result<void> RowComparison::read_operators(KeyedRows& set) {
  auto rows = server_.reader.query(
      "SELECT CASE WHEN n.nspname = 'pg_catalog' THEN o.oprname ELSE format('OPERATOR(%I.%s)', "
      "n.nspname, o.oprname) END, CASE WHEN k.collated <> a.attcollation THEN format(' COLLATE "
      "%I.%I', cn.nspname, c.collname) ELSE '' END FROM pg_index i, unnest(i.indkey, i.indclass, "
      "i.indcollation) WITH ORDINALITY k (attribute, class, collated, position) JOIN pg_attribute "
      "a ON a.attnum = k.attribute AND a.attrelid = to_regclass(" +
      quote_literal("pg_temp." + set.temporary) +
      ") JOIN pg_opclass f ON f.oid = k.class JOIN pg_amop p ON p.amopfamily = f.opcfamily AND "
      "p.amoplefttype = f.opcintype AND p.amoprighttype = f.opcintype AND p.amopstrategy = 3 JOIN "
      "pg_operator o ON o.oid = p.amopopr JOIN pg_namespace n ON n.oid = o.oprnamespace LEFT JOIN "
      "pg_collation c ON c.oid = k.collated LEFT JOIN pg_namespace cn ON cn.oid = c.collnamespace "
      "WHERE i.indexrelid = to_regclass(" +
      quote_literal("pg_temp." + set.temporary + "_key") + ") ORDER BY k.position");
  if (!rows) return fail(std::move(rows.error()));
  while ((*rows)->next()) {
    set.operators.push_back((*rows)->row().string(0));
    set.collations.push_back((*rows)->row().string(1));
  }
  while (set.operators.size() < set.key.columns.size()) {
    set.operators.push_back("=");
    set.collations.emplace_back();
  }
  // Two columns' collations that differ leave it open which is meant.
  for (size_t i = 0; i < set.key.columns.size(); ++i) {
    const Column& wanted = *set.facts->column(set.key.columns[i]);
    const Column* live = input_.live->find<Column>(wanted.id);
    const bool differs = live != nullptr && live->collation != wanted.collation;
    if (!differs || wanted.collation.empty() || !set.collations[i].empty()) continue;
    auto collation = temporary_collation(wanted.collation);
    if (!collation) return fail(std::move(collation.error()));
    set.collations[i] = " COLLATE " + collation->sql();
  }
  return {};
}

// ---- expressions

Result<void> RowComparison::evaluate(KeyedRows& set) {
  struct Question {
    uint32_t group;
    const RowExpression* expression;
    Identifier column;
    std::vector<size_t> rows;
  };
  std::map<std::tuple<std::string, Identifier, std::string>, Question> questions;
  for (size_t number = 0; number < set.rows.size(); ++number) {
    const RowRef ref = set.rows[number];
    const DeclaredRows& group = *set.groups[ref.group];
    if (group.expressions.empty()) continue;
    for (size_t i = 0; i < group.columns.size(); ++i) {
      const DeclaredRows::Cell& cell = group.cell(ref.row, i);
      if (cell.kind != CellKind::expression) continue;
      const RowExpression& expression = group.expressions[cell.begin];
      if (expressions_.of(expression) == Constancy::moving) continue;
      Question& question = questions[{group.path.sql.str(), group.columns[i], expression.text}];
      question.group = ref.group;
      question.expression = &expression;
      question.column = group.columns[i];
      question.rows.push_back(number);
    }
  }
  const auto update = [&](const Question& question) {
    const std::string column = quote(question.column);
    const std::string rows =
        std::string(" WHERE ") + kNumber + " = ANY (" + list_of(question.rows) + ")";
    const std::string type = type_of(set, question.column);
    std::string sql = "UPDATE " + set.temporary + " SET " + column + " = (" +
                      question.expression->text + "\n)" + rows;
    if (set.temporary_types.at(question.column) != type) {
      sql += "; SELECT CAST(" + column + " AS " + type + ") FROM " + set.temporary + rows;
    }
    return sql;
  };
  const auto mark = [&](const Question& question, char with, const std::string& condition) {
    const auto at = std::find(set.columns.begin(), set.columns.end(), question.column);
    return server_.runner.run("UPDATE " + set.temporary + " SET " + kMarks + " = overlay(" +
                              kMarks + " placing '" + with + "' from " +
                              std::to_string(at - set.columns.begin() + 1) + " for 1) WHERE " +
                              kNumber + " = ANY (" + list_of(question.rows) + ")" + condition);
  };
  std::vector<const Question*> open;
  const auto flush = [&]() -> Result<void> {
    if (open.empty()) return {};
    if (auto path = set_path(set.groups[open.front()->group]->path); !path) return path;
    if (auto saved = server_.runner.run("SAVEPOINT schemadiff_values"); !saved) return saved;
    std::string all;
    for (const Question* question : open) all += update(*question) + ";";
    auto done = server_.runner.run(all);
    if (!done) {
      if (done.error().code == ErrorCode::connection) return done;
      if (auto back = server_.runner.run("ROLLBACK TO schemadiff_values"); !back) return back;
      for (const Question* question : open) {
        auto one = server_.runner.run(update(*question));
        if (one) {
          if (auto saved = server_.runner.run("SAVEPOINT schemadiff_values"); !saved) return saved;
          continue;
        }
        const Error& error = one.error();
        if (error.code == ErrorCode::connection || error.code == ErrorCode::interrupted) return one;
        if (auto back = server_.runner.run("ROLLBACK TO schemadiff_values"); !back) return back;
        if (says_undefined(error.sqlstate)) {
          if (auto marked = mark(*question, kPending, ""); !marked) return marked;
        } else if (error.sqlstate == "25006") {
          // It writes something, whatever it calls itself.
          if (auto marked = mark(*question, kNothing, ""); !marked) return marked;
        } else {
          report(set, question->rows.front(), error);
        }
        if (auto saved = server_.runner.run("SAVEPOINT schemadiff_values"); !saved) return saved;
      }
    }
    open.clear();
    return server_.runner.run("RELEASE schemadiff_values");
  };
  for (const auto& [key, question] : questions) {
    const bool other_path =
        !open.empty() && set.groups[open.front()->group]->path != set.groups[question.group]->path;
    if (other_path || open.size() == kBatch) {
      if (auto done = flush(); !done) return done;
    }
    open.push_back(&question);
  }
  if (auto done = flush(); !done) return done;
  if (auto path = set_path({}); !path) return path;
  // A look-up that finds nothing in a table that is about to get rows may find one then.
  for (const auto& [key, question] : questions) {
    const std::vector<ObjectId>& relations = question.expression->relations;
    const bool may_find = std::any_of(relations.begin(), relations.end(),
                                      [&](const ObjectId& id) { return growing_.contains(id); });
    const bool own = std::find(relations.begin(), relations.end(), set.table()) != relations.end();
    if (!may_find && !own) continue;
    if (own) looks_at_itself_.insert(&set);
    const std::string nothing_found = " AND " + quote(question.column) + " IS NULL";
    auto marked = mark(question, may_find ? kPending : kOwn, nothing_found);
    if (!marked) return marked;
  }
  return {};
}

Result<void> RowComparison::check_keys(KeyedRows& set) {
  if (set.key.nulls_not_distinct) return {};
  std::string condition;
  for (const Identifier name : set.key.columns) {
    condition += (condition.empty() ? "" : " OR ") + std::string("(excluded.") + quote(name) +
                 " IS NULL AND " + mark_of(set, name) + " = '" + kValue + "')";
  }
  auto rows = server_.reader.query("SELECT " + std::string(kNumber) + " FROM " + set.temporary +
                                   " AS excluded WHERE " + condition + " ORDER BY 1 LIMIT 20");
  if (!rows) return fail(std::move(rows.error()));
  while ((*rows)->next()) {
    problems_.error(place(set, static_cast<size_t>((*rows)->row().integer(0))),
                    "the key of this row (" + column_list(set.key.columns) + ") is NULL",
                    "a row without a key can't be found again");
  }
  return {};
}

// ---- differences

Result<void> RowComparison::compare(KeyedRows& set) {
  if (auto done = find_unconvertible(set); !done) return done;
  for (uint32_t i = 0; i < set.groups.size(); ++i) {
    if (auto done = compare(set, *set.groups[i], i); !done) return done;
  }
  return {};
}

Result<void> RowComparison::find_unconvertible(const KeyedRows& set) {
  if (!set.compared) return {};
  std::vector<Identifier> columns = set.columns;  // the key's first
  for (const DeclaredRows* group : set.groups) {
    for (const RowUpdate& update : group->updates) {
      if (std::find(columns.begin(), columns.end(), update.column) == columns.end()) {
        columns.push_back(update.column);
      }
    }
  }
  for (size_t i = 0; i < columns.size(); ++i) {
    const Column& wanted = *set.facts->column(columns[i]);
    const Column* live = input_.live->find<Column>(wanted.id);
    if (live == nullptr || live->type == wanted.type || is_text(set, columns[i])) continue;
    if (is_comparable(set, columns[i])) continue;
    if (auto saved = server_.runner.run("SAVEPOINT schemadiff_type"); !saved) return saved;
    std::string sql = "SELECT count(" + live_value(set, columns[i], "live") + ") FROM ";
    if (i >= set.key.columns.size()) sql += set.temporary + " AS excluded JOIN ";
    sql += live_relation(set) + " AS live";
    if (i >= set.key.columns.size()) sql += " ON " + match(set, "excluded", "live");
    if (auto counted = server_.runner.value(sql); !counted) {
      const ErrorCode code = counted.error().code;
      if (code != ErrorCode::statement) return fail(std::move(counted.error()));
      if (auto back = server_.runner.run("ROLLBACK TO schemadiff_type"); !back) return back;
      path_.clear();
      unconvertible_.insert(wanted.id);
    }
    if (auto over = server_.runner.run("RELEASE schemadiff_type"); !over) return over;
  }
  return {};
}

Result<void> RowComparison::compare(KeyedRows& set, const DeclaredRows& group, uint32_t number) {
  // What DO UPDATE says may call the row by the name of its table.
  const bool by_name = std::any_of(group.updates.begin(), group.updates.end(),
                                   [](const RowUpdate& update) { return !update.excluded; });
  const std::string table = by_name ? quote(set.table().name) : "live";
  struct Compared {
    Identifier column;
    std::string desired;  // SQL, text
    std::string live;     // SQL, text
    std::string differs;  // SQL, boolean
    bool may_be_pending = false;
  };
  std::vector<Compared> compared;
  const auto add = [&](Identifier column, const std::string& desired, bool has_marks) {
    Compared entry;
    entry.column = column;
    entry.desired = desired;
    entry.live = live_text(set, column, table);
    // Letter by letter, whatever the column's collation calls equal.
    entry.differs =
        "(" + entry.desired + ") COLLATE pg_catalog.\"C\" IS DISTINCT FROM " + entry.live;
    entry.may_be_pending = has_marks;
    if (has_marks) {
      entry.differs = "CASE " + mark_of(set, column) + " WHEN '" + kValue + "' THEN " +
                      entry.differs + " WHEN '" + kOwn + "' THEN " + entry.differs + " WHEN '" +
                      kPending + "' THEN true ELSE false END";
    }
    compared.push_back(std::move(entry));
  };
  const auto has_marks = [&](size_t column) {
    for (size_t row = 0; row < group.size(); ++row) {
      const CellKind kind = group.cell(row, column).kind;
      if (kind == CellKind::expression || kind == CellKind::default_value) return true;
    }
    return false;
  };
  if (set.compared && group.existing == ExistingRows::keep_equal) {
    for (size_t i = 0; i < group.columns.size(); ++i) {
      add(group.columns[i], "excluded." + quote(group.columns[i]) + "::text", has_marks(i));
    }
  } else if (set.compared && group.existing == ExistingRows::keep_listed) {
    for (const RowUpdate& update : group.updates) {
      if (update.excluded) {
        const auto at = std::find(group.columns.begin(), group.columns.end(), update.column);
        add(update.column, "excluded." + quote(update.column) + "::text",
            has_marks(static_cast<size_t>(at - group.columns.begin())));
      } else if (expressions_.of(update.expression) == Constancy::constant) {
        add(update.column,
            "CAST((" + update.expression.text + "\n) AS " + type_of(set, update.column) + ")::text",
            false);
      }
    }
  }
  std::string key;
  for (const Identifier name : set.key.columns) key += ", excluded." + quote(name) + "::text";
  std::string sql = "SELECT excluded." + std::string(kNumber);
  if (set.compared) {
    sql += ", " + table + ".tableoid IS NULL" + key;
    std::string condition = table + ".tableoid IS NULL";
    for (const Compared& entry : compared) {
      const std::string when =
          "CASE WHEN " + table + ".tableoid IS NOT NULL AND (" + entry.differs + ")";
      sql += ", " + when + " THEN " + (entry.may_be_pending ? mark_of(set, entry.column) : "'v'") +
             " END, " + when + " THEN " + entry.desired + " END, " + when + " THEN " + entry.live +
             " END";
      condition += " OR " + entry.differs;
    }
    sql += " FROM " + set.temporary + " AS excluded LEFT JOIN " + live_relation(set) + " AS " +
           table + " ON " + match(set, "excluded", table) + " WHERE excluded." + kGroup + " = " +
           std::to_string(number) + " AND (" + condition + ")";
  } else {
    sql += ", true" + key + " FROM " + set.temporary + " AS excluded WHERE excluded." + kGroup +
           " = " + std::to_string(number);
  }
  sql += " ORDER BY 1";
  if (auto path = set_path(group.updates.empty() ? SearchPath{} : group.path); !path) return path;
  if (!group.updates.empty()) {
    if (auto point = server_.runner.run("SAVEPOINT do_update"); !point) return point;
  }
  auto rows = server_.reader.query(sql);
  if (!rows) {
    Error error = std::move(rows.error());
    const bool of_update = !group.updates.empty() && error.sqlstate.starts_with("42") &&
                           error.code == ErrorCode::statement;
    if (!of_update) return fail(std::move(error));
    problems_.error(group.source,
                    "DO UPDATE can't be understood as a declaration: " + error.sentence,
                    "set columns to EXCLUDED.column, or to values that don't depend on the row");
    return server_.runner.run("ROLLBACK TO do_update");
  }
  while ((*rows)->next()) {
    const Row& row = (*rows)->row();
    RowOutcome outcome;
    outcome.ref = set.rows[static_cast<size_t>(row.integer(0))];
    outcome.verb = row.boolean(1) ? Verb::create : Verb::alter;
    int at = 2;
    for (const Identifier name : set.key.columns) {
      outcome.key.push_back(row.is_null(at) ? expression_of(set, outcome.ref, name)
                                            : row.string(at));
      ++at;
    }
    if (outcome.verb == Verb::alter) {
      for (const Compared& entry : compared) {
        const bool differs = !row.is_null(at);
        const bool pending = row.text(at) == std::string_view(&kPending, 1);
        ValueChange change;
        change.column = entry.column;
        if (!row.is_null(at + 1)) change.desired = row.string(at + 1);
        if (!row.is_null(at + 2)) change.live = row.string(at + 2);
        at += 3;
        if (!differs) continue;
        if (pending) outcome.pending.push_back(entry.column);
        outcome.values.push_back(std::move(change));
      }
    }
    set.outcomes.push_back(std::move(outcome));
  }
  return {};
}

Result<void> RowComparison::find_surplus(const std::vector<KeyedRows*>& sets) {
  for (KeyedRows* set : sets) {
    if (!set->compared || !set->exact()) continue;
    std::string key;
    for (const Identifier name : set->key.columns) {
      key += (key.empty() ? "" : ", ") + live_text(*set, name, "live");
    }
    std::string sql = "SELECT " + key + " FROM " + live_relation(*set) + " AS live";
    const char* word = " WHERE ";
    for (const KeyedRows* other : sets) {
      if (other->table() != set->table() || !other->compared) continue;
      sql += word + ("NOT EXISTS (SELECT FROM " + other->temporary + " AS excluded WHERE " +
                     match(*other, "excluded", "live") + ")");
      word = " AND ";
    }
    auto rows = server_.reader.query(sql + " ORDER BY " + key);
    if (!rows) return fail(std::move(rows.error()));
    while ((*rows)->next()) {
      std::vector<std::string> values;
      for (int i = 0; i < static_cast<int>(set->key.columns.size()); ++i) {
        if ((*rows)->row().is_null(i)) {
          problems_.error(set->groups.front()->source,
                          qualified_name(set->table()) + " has a row whose key (" +
                              column_list(set->key.columns) + ") is NULL: rows exact can't name it",
                          "delete it by hand, or declare the rows with another key");
          return {};
        }
        values.push_back((*rows)->row().string(i));
      }
      set->surplus.push_back(std::move(values));
    }
  }
  return {};
}

// ---- sequences

Result<void> RowComparison::find_sequences(const std::vector<KeyedRows*>& sets,
                                           std::vector<SequenceMove>& moves) {
  struct Highest {
    int64_t value = 0;
    bool any = false;
  };
  std::map<std::pair<ObjectId, Identifier>, Highest> highest;
  for (const KeyedRows* set : sets) {
    for (const Identifier name : set->columns) {
      const Column& column = *set->facts->column(name);
      const ColumnDefault* value = set->facts->default_of(name);
      const bool numbered =
          column.identity || (value != nullptr && value->expression.text.find("nextval") == 0);
      if (!numbered || !is_available(column.type)) continue;
      auto rows =
          server_.reader.query("SELECT max(" + quote(name) + ")::bigint FROM " + set->temporary);
      if (!rows) return fail(std::move(rows.error()));
      if (!(*rows)->next() || (*rows)->row().is_null(0)) continue;
      Highest& known = highest[{set->table(), name}];
      const int64_t found = (*rows)->row().integer(0);
      known.value = known.any ? std::max(known.value, found) : found;
      known.any = true;
    }
  }
  for (const auto& [where, found] : highest) {
    const auto& [table, name] = where;
    const KeyedRows* set = *std::find_if(sets.begin(), sets.end(),
                                         [&](const KeyedRows* s) { return s->table() == table; });
    const Column& column = *set->facts->column(name);
    SequenceMove move;
    move.table = column.id.container(Kind::table);
    move.column = name;
    move.to = std::to_string(found.value);
    const Column* live = input_.live->find<Column>(column.id);
    SequenceOptions options;
    std::string known_as;  // to the server, now
    const auto before = [&](const ObjectId& id) {
      return qualified_name(input_.renames == nullptr ? id : input_.renames->live(id));
    };
    if (column.identity) {
      options = column.identity->options;
      if (live != nullptr && live->identity) {
        move.sequence = live->identity->sequence.sql();
        known_as = before(object_id(Kind::sequence, live->identity->sequence.schema,
                                    live->identity->sequence.name));
      }
    } else {
      for (const ObjectId& id : set->facts->default_of(name)->expression.references) {
        if (id.kind != Kind::sequence) continue;
        if (const Sequence* sequence = input_.target->find<Sequence>(id)) {
          options = sequence->options;
        }
        if (!input_.live->contains(id)) continue;
        move.sequence = qualified_name(id);
        known_as = before(id);
      }
    }
    if (options.increment < 0 || options.cycle || found.value > options.maximum) continue;
    // A new one goes on where the one before it stands.
    if (known_as.empty() && live != nullptr) {
      const StepBuilder steps(*input_.live, *input_.target, *input_.system, input_.server_version);
      const std::vector<QualifiedName> outgoing = outgoing_sequences(*live, steps);
      if (outgoing.size() == 1) {
        known_as = before(object_id(Kind::sequence, outgoing[0].schema, outgoing[0].name));
      }
    }
    if (!known_as.empty()) {
      auto state = server_.reader.query("SELECT last_value, is_called FROM " + known_as);
      if (!state) return fail(std::move(state.error()));
      (*state)->next();
      const int64_t last = (*state)->row().integer(0);
      if (last > found.value || (last == found.value && (*state)->row().boolean(1))) continue;
      move.from = std::to_string(last);
    } else if (found.value < options.start) {
      continue;
    }
    moves.push_back(std::move(move));
  }
  return {};
}

}  // namespace schemadiff
