#include "engine/data/row_steps.h"

#include <algorithm>
#include <deque>
#include <functional>
#include <set>

#include "engine/base/text.h"
#include "engine/model/ancestors.h"
#include "engine/objects/write.h"

namespace schemadiff {
namespace {

constexpr size_t kBatchRows = 1000;
constexpr size_t kBatchBytes = 512 * 1024;
constexpr size_t kShownRows = 5;

// A value as SQL for a column of that type.
std::string literal(const std::optional<std::string>& value, const std::string& type) {
  if (!value) return "NULL";
  const bool number = type == "integer" || type == "bigint" || type == "smallint" ||
                      type == "boolean" || type.starts_with("numeric");
  const bool plain =
      *value == "true" || *value == "false" ||
      (!value->empty() && value->find_first_not_of("-.0123456789") == std::string::npos);
  return number && plain ? *value : quote_literal(*value);
}

// One INSERT, UPDATE or DELETE while it grows.
struct Statement {
  std::string sql;
  std::string shown;
  size_t rows = 0;

  void both(const std::string& text) {
    sql += text;
    shown += text;
  }
};

class StepWriter {
 public:
  StepWriter(const std::vector<KeyedRows*>& sets, const std::vector<SequenceMove>& moves,
             const RowsInput& input, const ExpressionFacts& expressions, Diagnostics& problems)
      : sets_(sets), moves_(moves), input_(input), expressions_(expressions), problems_(problems) {}

  std::vector<Step> run() {
    for (KeyedRows* set : sets_) by_table_[set->table()].push_back(set);
    find_references();
    for (const KeyedRows* set : sets_) write_given_up_labels(*set);
    for (const std::vector<ObjectId>& circle : circles()) write_circle(circle);
    for (auto& [table, sets] : by_table_) write_deletes(table, sets);
    return std::move(steps_);
  }

 private:
  // ---- who needs whose rows
  void find_references() {
    for (const auto& [table, sets] : by_table_) {
      std::set<ObjectId>& needs = needs_[table];
      for (const Constraint* constraint : sets.front()->facts->constraints()) {
        if (!constraint->foreign_key) continue;
        const ObjectId& other = constraint->foreign_key->referenced_table;
        if (other == table) self_referencing_.insert(table);
        if (other != table && by_table_.contains(other)) needs.insert(other);
      }
    }
    for (const auto& [table, sets] : by_table_) {
      for (const KeyedRows* set : sets) {
        for (const DeclaredRows* group : set->groups) {
          for (const RowExpression& expression : group->expressions) {
            for (const ObjectId& other : expression.relations) {
              if (other == table || !by_table_.contains(other) || reaches(other, table)) continue;
              needs_[table].insert(other);
            }
          }
        }
      }
    }
  }

  bool reaches(const ObjectId& from, const ObjectId& to) const {
    std::set<ObjectId> seen;
    std::vector<ObjectId> open = {from};
    while (!open.empty()) {
      const ObjectId at = open.back();
      open.pop_back();
      if (at == to) return true;
      if (!seen.insert(at).second) continue;
      const auto found = needs_.find(at);
      if (found != needs_.end())
        open.insert(open.end(), found->second.begin(), found->second.end());
    }
    return false;
  }

  // Tables that need each other's rows, together; any order.
  std::vector<std::vector<ObjectId>> circles() const {
    std::vector<std::vector<ObjectId>> out;
    std::set<ObjectId> done;
    for (const auto& [table, sets] : by_table_) {
      if (!done.insert(table).second) continue;
      std::vector<ObjectId>& circle = out.emplace_back();
      circle.push_back(table);
      for (const auto& [other, other_sets] : by_table_) {
        if (done.contains(other) || !reaches(table, other) || !reaches(other, table)) continue;
        circle.push_back(other);
        done.insert(other);
      }
    }
    return out;
  }

  // ---- steps
  Step& add(Verb verb, const KeyedRows& set, Statement statement, SourceSpan source) {
    Step& step = steps_.emplace_back();
    step.verb = verb;
    step.object = rows_of(set.table());
    step.source = source;
    step.sql = std::move(statement.sql);
    if (statement.shown != step.sql) step.shown = std::move(statement.shown);
    step.lock = input_.live->contains(set.table()) ? Lock::row_exclusive : Lock::none;
    step.reason = counted(statement.rows, "row");
    return step;
  }

  void consume_table(Step& step, const KeyedRows& set) const {
    step.consumes.push_back(set.table());
    for (const ObjectId& below : set.facts->below()) step.consumes.push_back(below);
    for (const Identifier name : set.columns) {
      const Column& column = *set.facts->column(name);
      step.consumes.push_back(column.id);
      if (column.type.object.known()) step.consumes.push_back(column.type.object);
    }
  }

  // A new row has no value for a column that goes: where there must be one, that goes first.
  void outlast_columns(Step& step, const ObjectId& table) const {
    if (!input_.live->contains(table)) return;
    for (const Change& change : *input_.changes) {
      const ObjectId& id = change.id;
      const bool goes = change.verb == Verb::drop && id.kind == Kind::column;
      if (!goes || id.container(Kind::table) != table) continue;
      const Column* column = input_.live->find<Column>(id);
      const bool has_value = column->generated || column->identity ||
                             input_.live->contains(table.with_sub(Kind::column_default, id.sub));
      if (column->not_null && !has_value) step.supersedes.push_back(id);
    }
  }

  // The steps of one table, or of some that can only be filled together, one after the other: the
  // last one stands for all.
  void write_circle(const std::vector<ObjectId>& circle) {
    const size_t first = steps_.size();
    if (circle.size() > 1) {
      write_inserts_together(circle);
    } else {
      for (const KeyedRows* set : by_table_[circle.front()]) write_inserts(*set);
    }
    for (const ObjectId& table : circle) {
      for (const KeyedRows* set : by_table_[table]) write_updates(*set);
      for (const SequenceMove& move : moves_) {
        if (move.table == table) write_move(move);
      }
    }
    if (steps_.size() == first) return;
    for (size_t i = first; i < steps_.size(); ++i) {
      Step& step = steps_[i];
      if (i > first) step.consumes.push_back(part(circle.front(), i - first - 1));
      if (i + 1 < steps_.size()) step.produces.push_back(part(circle.front(), i - first));
      for (const ObjectId& table : circle) {
        if (i + 1 == steps_.size()) step.produces.push_back(rows_of(table));
        for (const ObjectId& other : needs_[table]) {
          if (std::find(circle.begin(), circle.end(), other) != circle.end()) continue;
          step.consumes.push_back(rows_of(other));
        }
      }
    }
  }

  static ObjectId part(const ObjectId& table, size_t number) {
    return rows_of(table).with_sub(Kind::rows, "part " + std::to_string(number));
  }

  bool is_always_identity(const KeyedRows& set, const DeclaredRows& group) const {
    return std::any_of(group.columns.begin(), group.columns.end(), [&](Identifier name) {
      const Column* column = set.facts->column(name);
      return column->identity && column->identity->always;
    });
  }

  std::string insert_head(const KeyedRows& set, const DeclaredRows& group) const {
    return "INSERT INTO " + qualified_name(set.table()) + " (" + column_list(group.columns) + ")" +
           (is_always_identity(set, group) ? " OVERRIDING SYSTEM VALUE" : "") + "\nVALUES";
  }

  // True: the row looks something up in its own table, and must come after what it looks for.
  static bool looks_at_itself(const KeyedRows& set, const DeclaredRows& group, uint32_t row) {
    for (size_t i = 0; i < group.columns.size(); ++i) {
      const DeclaredRows::Cell& cell = group.cell(row, i);
      if (cell.kind != CellKind::expression) continue;
      const auto& relations = group.expressions[cell.begin].relations;
      if (std::find(relations.begin(), relations.end(), set.table()) != relations.end())
        return true;
    }
    return false;
  }

  void write_row(const DeclaredRows& group, uint32_t row, Statement& statement) const {
    std::string sql;
    std::string shown;
    for (size_t i = 0; i < group.columns.size(); ++i) {
      const DeclaredRows::Cell& cell = group.cell(row, i);
      std::string value;
      switch (cell.kind) {
        case CellKind::default_value:
          value = "DEFAULT";
          break;
        case CellKind::null:
          value = "NULL";
          break;
        case CellKind::string:
          value = quote_literal(group.text(cell));
          break;
        case CellKind::plain:
          value = group.text(cell);
          break;
        case CellKind::expression:
          value = group.expressions[cell.begin].text;
          if (value.find("--") != std::string::npos) value += "\n";
          break;
      }
      sql += (i == 0 ? "(" : ", ") + value;
      shown +=
          (i == 0 ? "(" : ", ") +
          (holds_secrets(group.columns[i]) && cell.kind != CellKind::null ? "(hidden)" : value);
    }
    const char* separator = statement.rows == 0 ? "\n    " : ",\n    ";
    statement.sql += separator + sql + ")";
    if (statement.rows < kShownRows) statement.shown += separator + shown + ")";
    ++statement.rows;
  }

  static void end_rows(Statement& statement) {
    if (statement.rows > kShownRows) {
      statement.shown += ",\n    … and " + std::to_string(statement.rows - kShownRows) + " more";
    }
  }

  static bool uses_path(const DeclaredRows& group) { return !group.expressions.empty(); }

  void write_inserts(const KeyedRows& set) {
    const bool whole = self_referencing_.contains(set.table());
    Statement statement;
    const DeclaredRows* open = nullptr;
    SourceSpan source;
    const auto flush = [&] {
      if (statement.rows == 0) return;
      end_rows(statement);
      Step& step = add(Verb::create, set, std::exchange(statement, {}), source);
      consume_table(step, set);
      outlast_columns(step, set.table());
      if (uses_path(*open)) step.path = open->path;
    };
    for (const RowOutcome& outcome : set.outcomes) {
      if (outcome.verb != Verb::create) continue;
      const DeclaredRows& group = *set.groups[outcome.ref.group];
      const bool full =
          !whole && (statement.rows >= kBatchRows || statement.sql.size() >= kBatchBytes);
      if (&group != open || full || looks_at_itself(set, group, outcome.ref.row)) flush();
      open = &group;
      if (statement.rows == 0) {
        source = group.place(outcome.ref.row);
        statement.both(insert_head(set, group));
      }
      write_row(group, outcome.ref.row, statement);
    }
    flush();
  }

  // Foreign keys are checked when a statement is over: one statement for rows that refer to each
  // other.
  void write_inserts_together(const std::vector<ObjectId>& circle) {
    std::vector<Statement> parts;
    const KeyedRows* owner = nullptr;
    SourceSpan source;
    Step facts;
    for (const ObjectId& table : circle) {
      for (const KeyedRows* set : by_table_[table]) {
        const DeclaredRows* open = nullptr;
        for (const RowOutcome& outcome : set->outcomes) {
          if (outcome.verb != Verb::create) continue;
          const DeclaredRows& group = *set->groups[outcome.ref.group];
          if (owner == nullptr) {
            owner = set;
            source = group.place(outcome.ref.row);
          }
          if (&group != open) {
            parts.emplace_back();
            parts.back().both(insert_head(*set, group));
            consume_table(facts, *set);
            if (uses_path(group)) facts.path = group.path;
          }
          open = &group;
          write_row(group, outcome.ref.row, parts.back());
        }
      }
    }
    if (owner == nullptr) return;
    Statement statement;
    for (size_t i = 0; i < parts.size(); ++i) {
      end_rows(parts[i]);
      const bool last = i + 1 == parts.size();
      if (!last)
        statement.both((i == 0 ? "WITH part" : ",\npart") + std::to_string(i + 1) + " AS (");
      statement.sql += parts[i].sql;
      statement.shown += parts[i].shown;
      if (!last) statement.both(i + 2 == parts.size() ? ")\n" : ")");
      statement.rows += parts[i].rows;
    }
    Step& step = add(Verb::create, *owner, std::move(statement), source);
    step.consumes = std::move(facts.consumes);
    for (const ObjectId& table : circle) outlast_columns(step, table);
    step.path = facts.path;
  }

  std::string equality(const KeyedRows& set, size_t column, const std::string& left,
                       const std::string& right) const {
    const std::string op = column < set.operators.size() ? set.operators[column] : "=";
    std::string collation;
    if (column < set.key.elements.size()) {
      const IndexElement& element = set.key.elements[column];
      const Column* of = set.facts->column(element.column);
      if (!element.collation.empty() && of != nullptr && element.collation != of->collation) {
        collation = " COLLATE " + element.collation.sql();
      }
    }
    return left + collation + " " + op + " " + right;
  }

  const std::string& type_of(const KeyedRows& set, Identifier column) const {
    return set.facts->column(column)->type.sql;
  }

  using Values = std::vector<std::optional<std::string>>;

  // What a row has in the columns of a key, and will have; nullopt: not known, or without NULLs
  // never equal to another's.
  static std::optional<Values> values_in(const KeyedRows& set, const RowOutcome& row,
                                         const RowKey& key, bool desired) {
    Values out;
    for (const Identifier name : key.columns) {
      const auto changed =
          std::find_if(row.values.begin(), row.values.end(),
                       [&](const ValueChange& value) { return value.column == name; });
      const auto& fixed = set.key.columns;
      const auto at = std::find(fixed.begin(), fixed.end(), name);
      if (changed != row.values.end()) {
        const bool pending =
            std::find(row.pending.begin(), row.pending.end(), name) != row.pending.end();
        const std::optional<std::string>& value = desired ? changed->desired : changed->live;
        if (pending || (!value && !key.nulls_not_distinct)) return std::nullopt;
        out.push_back(value);
      } else if (at != fixed.end()) {
        out.emplace_back(row.key[static_cast<size_t>(at - fixed.begin())]);
      } else {
        return std::nullopt;
      }
    }
    return out;
  }

  // A unique value can only be given to a row when the one that had it has another.
  struct Turns {
    std::map<const RowOutcome*, size_t> turn;  // from 0
    std::vector<RowOutcome> set_aside;         // first of all, those without which none can begin
  };

  Turns find_turns(const KeyedRows& set) {
    Turns out;
    std::map<const RowOutcome*, std::map<const RowOutcome*, const RowKey*>> waits;
    for (const RowKey& key : set.facts->keys()) {
      std::map<Values, const RowOutcome*> holders;
      for (const RowOutcome& row : set.outcomes) {
        if (row.verb != Verb::alter || row.values.empty()) continue;
        if (auto values = values_in(set, row, key, false)) holders.emplace(*values, &row);
      }
      if (holders.empty()) continue;
      for (const RowOutcome& row : set.outcomes) {
        if (row.verb != Verb::alter || row.values.empty()) continue;
        const auto wanted = values_in(set, row, key, true);
        const auto holder = wanted ? holders.find(*wanted) : holders.end();
        if (holder != holders.end() && holder->second != &row) {
          waits[&row].emplace(holder->second, &key);
        }
      }
    }
    std::set<const RowOutcome*> open;
    std::function<size_t(const RowOutcome*)> visit = [&](const RowOutcome* row) -> size_t {
      if (const auto known = out.turn.find(row); known != out.turn.end()) return known->second;
      open.insert(row);
      size_t turn = 0;
      for (const auto& [holder, key] : waits[row]) {
        if (!open.contains(holder)) {
          turn = std::max(turn, visit(holder) + 1);
        } else {
          put_aside(set, *holder, *key, out);
        }
      }
      open.erase(row);
      return out.turn[row] = turn;
    };
    for (const RowOutcome& row : set.outcomes) {
      if (waits.contains(&row)) visit(&row);
    }
    return out;
  }

  // Rows that pass their values on in a circle: one lets go of its own before.
  void put_aside(const KeyedRows& set, const RowOutcome& row, const RowKey& key, Turns& turns) {
    for (const ValueChange& value : row.values) {
      const auto& columns = key.columns;
      if (std::find(columns.begin(), columns.end(), value.column) == columns.end()) continue;
      if (set.facts->column(value.column)->not_null || key.nulls_not_distinct) continue;
      RowOutcome& aside = turns.set_aside.emplace_back();
      aside.ref = row.ref;
      aside.verb = Verb::alter;
      aside.key = row.key;
      aside.values.push_back({value.column, value.live, std::nullopt});
      return;
    }
    const DeclaredRows& group = *set.groups[row.ref.group];
    problems_.error(group.place(row.ref.row),
                    "rows of " + describe(set.table()) + " exchange their values of " +
                        quote(Identifier(key.name)) + ", which no order of UPDATEs can do",
                    "give one of them another value in a plan of its own first");
  }

  void write_set_aside(const KeyedRows& set, const std::vector<RowOutcome>& rows) {
    for (const RowOutcome& row : rows) {
      const DeclaredRows& group = *set.groups[row.ref.group];
      Statement statement = update_one(set, group, row);
      statement.rows = 1;
      Step& step = add(Verb::alter, set, std::move(statement), group.place(row.ref.row));
      step.reason = "another row takes its value, and it that of a row that waits for it";
      consume_table(step, set);
      if (uses_path(group) || !group.updates.empty()) step.path = group.path;
    }
  }

  // Without what is written before the types change.
  const RowOutcome* late_part(const KeyedRows& set, const RowOutcome& outcome) {
    const auto is_early = [&](const ValueChange& value) {
      return gives_up_label(set, outcome, value);
    };
    if (std::none_of(outcome.values.begin(), outcome.values.end(), is_early)) return &outcome;
    RowOutcome& late = late_parts_.emplace_back(outcome);
    std::erase_if(late.values, is_early);
    return &late;
  }

  void write_updates(const KeyedRows& set) {
    const Turns turns = find_turns(set);
    write_set_aside(set, turns.set_aside);
    // Rows that change the same columns go together.
    struct Batch {
      std::vector<Identifier> columns;
      std::vector<const RowOutcome*> rows;
      const DeclaredRows* group = nullptr;
      size_t turn = 0;
    };
    std::vector<Batch> batches;
    std::map<std::string, size_t> open;
    for (const RowOutcome& outcome : set.outcomes) {
      if (outcome.verb != Verb::alter) continue;
      const RowOutcome* late = late_part(set, outcome);
      if (late->values.empty()) continue;
      Batch batch;
      std::string likeness = std::to_string(outcome.ref.group);
      for (const ValueChange& value : late->values) {
        batch.columns.push_back(value.column);
        likeness += "\n" + value.column.str();
      }
      batch.group = set.groups[outcome.ref.group];
      if (const auto found = turns.turn.find(&outcome); found != turns.turn.end()) {
        batch.turn = found->second;
        likeness += "\nturn " + std::to_string(batch.turn);
      }
      if (!outcome.pending.empty()) likeness += "\nalone " + std::to_string(outcome.ref.row);
      const auto known = open.find(likeness);
      if (known != open.end() && batches[known->second].rows.size() < kBatchRows) {
        batches[known->second].rows.push_back(late);
        continue;
      }
      open[likeness] = batches.size();
      batch.rows.push_back(late);
      batches.push_back(std::move(batch));
    }
    std::stable_sort(batches.begin(), batches.end(),
                     [](const Batch& a, const Batch& b) { return a.turn < b.turn; });
    for (const Batch& batch : batches) {
      Statement statement = batch.rows.size() == 1
                                ? update_one(set, *batch.group, *batch.rows.front())
                                : update_many(set, *batch.group, batch.columns, batch.rows);
      statement.rows = batch.rows.size();
      const SourceSpan source = batch.group->place(batch.rows.front()->ref.row);
      Step& step = add(Verb::alter, set, std::move(statement), source);
      consume_table(step, set);
      if (uses_path(*batch.group) || !batch.group->updates.empty()) step.path = batch.group->path;
      add_overwrites(step, set, batch.rows);
    }
  }

  // "updated_at = now()": written along when something else changes.
  std::vector<const RowUpdate*> moving_updates(const DeclaredRows& group) const {
    std::vector<const RowUpdate*> out;
    for (const RowUpdate& update : group.updates) {
      if (!update.excluded && expressions_.of(update.expression) == Constancy::moving) {
        out.push_back(&update);
      }
    }
    return out;
  }

  std::string pending_text(const DeclaredRows& group, const RowOutcome& outcome,
                           Identifier column) const {
    for (size_t i = 0; i < group.columns.size(); ++i) {
      const DeclaredRows::Cell& cell = group.cell(outcome.ref.row, i);
      if (group.columns[i] == column && cell.kind == CellKind::expression) {
        return group.expressions[cell.begin].text;
      }
    }
    return "NULL";
  }

  Statement update_one(const KeyedRows& set, const DeclaredRows& group,
                       const RowOutcome& outcome) const {
    Statement statement;
    statement.both(std::string("UPDATE ") + set.only() + qualified_name(set.table()) + "\nSET ");
    bool first = true;
    const auto assign = [&](Identifier column, const std::string& value) {
      statement.both((first ? "" : ", ") + quote(column) + " = ");
      statement.sql += value;
      statement.shown += holds_secrets(column) ? "(hidden)" : value;
      first = false;
    };
    for (const ValueChange& value : outcome.values) {
      const bool pending = std::find(outcome.pending.begin(), outcome.pending.end(),
                                     value.column) != outcome.pending.end();
      assign(value.column, pending ? pending_text(group, outcome, value.column)
                                   : literal(value.desired, type_of(set, value.column)));
    }
    for (const RowUpdate* update : moving_updates(group)) {
      assign(update->column, update->expression.text);
    }
    statement.both("\nWHERE ");
    for (size_t i = 0; i < set.key.columns.size(); ++i) {
      const Identifier column = set.key.columns[i];
      const std::string value = literal(outcome.key[i], type_of(set, column));
      statement.both((i == 0 ? "" : " AND ") + equality(set, i, quote(column), value));
    }
    return statement;
  }

  Statement update_many(const KeyedRows& set, const DeclaredRows& group,
                        const std::vector<Identifier>& columns,
                        const std::vector<const RowOutcome*>& rows) const {
    Statement statement;
    std::string names;
    std::string condition;
    for (size_t i = 0; i < set.key.columns.size(); ++i) {
      const std::string name = "k" + std::to_string(i + 1);
      names += (i == 0 ? "" : ", ") + name;
      condition += (i == 0 ? "" : " AND ") +
                   equality(set, i, "live." + quote(set.key.columns[i]), "wanted." + name);
    }
    statement.both(std::string("UPDATE ") + set.only() + qualified_name(set.table()) +
                   " AS live\nSET ");
    for (size_t i = 0; i < columns.size(); ++i) {
      const std::string name = "v" + std::to_string(i + 1);
      names += ", " + name;
      statement.both((i == 0 ? "" : ", ") + quote(columns[i]) + " = wanted." + name);
    }
    for (const RowUpdate* update : moving_updates(group)) {
      statement.both(", " + quote(update->column) + " = " + update->expression.text);
    }
    statement.both("\nFROM (VALUES");
    for (const RowOutcome* row : rows) {
      // The first row says of which types they all are.
      std::string sql;
      std::string shown;
      const auto value = [&](Identifier column, const std::optional<std::string>& text) {
        const std::string& type = type_of(set, column);
        const std::string written = statement.rows == 0
                                        ? "CAST(" + literal(text, type) + " AS " + type + ")"
                                        : literal(text, type);
        sql += (sql.empty() ? "(" : ", ") + written;
        shown += (shown.empty() ? "(" : ", ") +
                 (holds_secrets(column) ? std::string("(hidden)") : written);
      };
      for (size_t i = 0; i < set.key.columns.size(); ++i) value(set.key.columns[i], row->key[i]);
      for (const ValueChange& change : row->values) value(change.column, change.desired);
      const char* separator = statement.rows == 0 ? "\n    " : ",\n    ";
      statement.sql += separator + sql + ")";
      if (statement.rows < kShownRows) statement.shown += separator + shown + ")";
      ++statement.rows;
    }
    end_rows(statement);
    statement.both(") AS wanted (" + names + ")\nWHERE " + condition);
    return statement;
  }

  void add_overwrites(Step& step, const KeyedRows& set,
                      const std::vector<const RowOutcome*>& rows) const {
    size_t values = 0;
    std::string list;
    constexpr size_t kListed = 3;
    for (const RowOutcome* row : rows) {
      for (const ValueChange& value : row->values) {
        // Nobody has put anything into a column that is new.
        if (!input_.live->contains(set.facts->column(value.column)->id)) continue;
        if (++values > kListed) continue;
        const bool hidden = holds_secrets(value.column);
        list += (list.empty() ? "" : "; ") + quote(set.table().name) + "[" +
                row_key_text(set.key, row->key) + "]." + quote(value.column) +
                (hidden ? "" : ": was " + shown_value(value.live));
      }
    }
    if (values > kListed) list += "; and " + std::to_string(values - kListed) + " more";
    if (values == 0) return;
    Hazard hazard;
    hazard.code = HazardCode::overwrites_rows;
    hazard.object = step.object;
    hazard.sentence = counted(values, "value") + " that somebody may have put there on purpose " +
                      (values == 1 ? "is" : "are") + " overwritten: " + list;
    step.hazards.push_back(std::move(hazard));
  }

  void write_move(const SequenceMove& move) {
    const KeyedRows& set = *by_table_[move.table].front();
    Statement statement;
    if (move.sequence.empty()) {
      statement.both("SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence(" +
                     quote_literal(qualified_name(move.table)) + ", " +
                     quote_literal(move.column.str()) + "), " + move.to + ")");
    } else {
      // Somebody may have drawn from it meanwhile: it never goes back.
      statement.both("SELECT pg_catalog.setval(" + quote_literal(move.sequence) + ", " + move.to +
                     ") FROM " + move.sequence + "\nWHERE last_value < " + move.to +
                     " OR (last_value = " + move.to + " AND NOT is_called)");
    }
    Step& step = add(Verb::alter, set, std::move(statement), set.groups.front()->source);
    step.reason = "the sequence of " + quote(move.column) +
                  " goes on behind the highest declared key, " + move.to;
    consume_table(step, set);
    const ColumnDefault* value = set.facts->default_of(move.column);
    if (value != nullptr) {
      step.consumes.push_back(value->id);
      for (const ObjectId& id : value->expression.references) step.consumes.push_back(id);
    }
  }

  // ---- rows exact
  static ObjectId deleted(const ObjectId& table) {
    return rows_of(table).with_sub(Kind::rows, "deleted");
  }

  void wait_for_deletes(const ObjectId& table) {
    for (Step& step : steps_) {
      if (step.object == rows_of(table) && step.verb != Verb::drop) {
        step.consumes.push_back(deleted(table));
      }
    }
  }

  // It is new, or gets another value, in a key that is not the one by which it is found.
  static bool comes_to_another_key(const KeyedRows& set, const RowOutcome& row) {
    const std::vector<RowKey>& keys = set.facts->keys();
    if (row.verb == Verb::create) return keys.size() > 1;
    return std::any_of(keys.begin(), keys.end(), [&](const RowKey& key) {
      const std::vector<Identifier>& columns = key.columns;
      return std::any_of(row.values.begin(), row.values.end(), [&](const ValueChange& value) {
        return std::find(columns.begin(), columns.end(), value.column) != columns.end();
      });
    });
  }

  // Nothing refers to its rows, and one that comes may have a value that only one row can have:
  // those that nobody declares make way.
  bool deletes_first(const KeyedRows& set) const {
    const auto refers = [&](const auto& entry) {
      const auto& key = entry.second.foreign_key;
      return key && (key->referenced_table == set.table() ||
                     is_child(*input_.target, set.table(), key->referenced_table));
    };
    const auto& constraints = input_.target->objects<Constraint>();
    return std::any_of(set.outcomes.begin(), set.outcomes.end(),
                       [&](const RowOutcome& row) { return comes_to_another_key(set, row); }) &&
           std::none_of(constraints.begin(), constraints.end(), refers);
  }

  void write_deletes(const ObjectId& table, const std::vector<KeyedRows*>& sets) {
    for (const KeyedRows* set : sets) {
      for (size_t begin = 0; begin < set->surplus.size(); begin += kBatchRows) {
        const size_t end = std::min(begin + kBatchRows, set->surplus.size());
        Statement statement;
        std::string names;
        std::string condition;
        for (size_t i = 0; i < set->key.columns.size(); ++i) {
          const std::string name = "k" + std::to_string(i + 1);
          names += (i == 0 ? "" : ", ") + name;
          condition += (i == 0 ? "" : " AND ") +
                       equality(*set, i, "live." + quote(set->key.columns[i]), "surplus." + name);
        }
        statement.both(std::string("DELETE FROM ") + set->only() + qualified_name(table) +
                       " AS live\nUSING (VALUES");
        std::string list;
        for (size_t row = begin; row < end; ++row) {
          std::string values;
          for (size_t i = 0; i < set->key.columns.size(); ++i) {
            const std::string& type = type_of(*set, set->key.columns[i]);
            const std::string value = literal(set->surplus[row][i], type);
            values += (i == 0 ? "(" : ", ") +
                      (row == begin ? "CAST(" + value + " AS " + type + ")" : value);
          }
          const char* separator = row == begin ? "\n    " : ",\n    ";
          statement.sql += separator + values + ")";
          if (row - begin < kShownRows) {
            statement.shown += separator + values + ")";
            list += (list.empty() ? "" : ", ") + quote(table.name) + "[" +
                    row_key_text(set->key, set->surplus[row]) + "]";
          }
          ++statement.rows;
        }
        end_rows(statement);
        if (statement.rows > kShownRows) {
          list += " and " + std::to_string(statement.rows - kShownRows) + " more";
        }
        statement.both(") AS surplus (" + names + ")\nWHERE " + condition);
        Step& step = add(Verb::drop, *set, std::move(statement), set->groups.front()->source);
        step.releases = types_that_lose(*set, begin, end);
        const bool early = !step.releases.empty();
        if (early) {
          step.releases.push_back(table);
        } else {
          consume_table(step, *set);
          if (deletes_first(*set)) {
            wait_for_deletes(table);
          } else {
            for (const auto& [other, rows] : by_table_) step.consumes.push_back(rows_of(other));
          }
        }
        step.produces.push_back(deleted(table));
        Hazard hazard;
        hazard.code = HazardCode::data_loss;
        hazard.object = step.object;
        hazard.sentence = counted(end - begin, "row") + " that nobody declares " +
                          (end - begin == 1 ? "is" : "are") + " deleted: " + list;
        add_references_to(table, step, hazard);
        if (early) std::swap(step.consumes, step.weakly_consumes);
        step.hazards.push_back(std::move(hazard));
      }
    }
  }

  // Enums that are replaced by others without a label that one of these keys has: while the rows
  // are there their columns can't go over, and the new type can't name them.
  std::vector<ObjectId> types_that_lose(const KeyedRows& set, size_t begin, size_t end) const {
    std::vector<ObjectId> out;
    for (size_t i = 0; i < set.key.columns.size(); ++i) {
      const ObjectId& type = set.facts->column(set.key.columns[i])->type.object;
      for (size_t row = begin; row < end; ++row) {
        const std::string& value = set.surplus[row][i];
        if (!is_label(*input_.live, type, value) || is_left(type, value)) continue;
        out.push_back(type);
        break;
      }
    }
    return out;
  }

  static bool is_label(const Catalog& catalog, const ObjectId& type, const std::string& value) {
    const EnumType* found = catalog.find<EnumType>(type);
    return found != nullptr &&
           std::find(found->labels.begin(), found->labels.end(), value) != found->labels.end();
  }

  // The value is one of the new type's, or that is no enum.
  bool is_left(const ObjectId& type, const std::string& value) const {
    return !input_.target->find<EnumType>(type) || is_label(*input_.target, type, value);
  }

  // It gives up a label that the new type does not have, for one that both have: while it is there
  // the column can't go over.
  bool gives_up_label(const KeyedRows& set, const RowOutcome& row, const ValueChange& value) const {
    const ObjectId& type = set.facts->column(value.column)->type.object;
    const auto& pending = row.pending;
    return value.live && is_label(*input_.live, type, *value.live) && !is_left(type, *value.live) &&
           (!value.desired || is_label(*input_.live, type, *value.desired)) &&
           std::find(pending.begin(), pending.end(), value.column) == pending.end();
  }

  void write_given_up_labels(const KeyedRows& set) {
    for (const RowOutcome& outcome : set.outcomes) {
      if (outcome.verb != Verb::alter) continue;
      RowOutcome early = outcome;
      early.pending.clear();
      std::erase_if(early.values,
                    [&](const ValueChange& value) { return !gives_up_label(set, outcome, value); });
      if (early.values.empty()) continue;
      const DeclaredRows& group = *set.groups[outcome.ref.group];
      Statement statement = update_one(set, group, early);
      statement.rows = 1;
      Step& step = add(Verb::alter, set, std::move(statement), group.place(outcome.ref.row));
      for (const ValueChange& value : early.values) {
        step.releases.push_back(set.facts->column(value.column)->type.object);
      }
      step.releases.push_back(set.table());
      add_overwrites(step, set, {&early});
    }
  }

  // Rows that refer to the deleted ones.
  void add_references_to(const ObjectId& table, Step& step, Hazard& hazard) const {
    for (const auto& [id, constraint] : input_.target->objects<Constraint>()) {
      if (!constraint.foreign_key || constraint.foreign_key->referenced_table != table) continue;
      const ObjectId other = id.container(Kind::table);
      if (other != table && by_table_.contains(other) && !reaches(table, other)) {
        step.consumes.push_back(deleted(other));
      }
      if (constraint.foreign_key->on_delete == ForeignKeyAction::cascade) {
        hazard.sentence += "; rows of " + qualified_name(other) + " that refer to them go too (" +
                           quote(id.sub) + " says ON DELETE CASCADE)";
      } else if (constraint.foreign_key->on_delete == ForeignKeyAction::set_null) {
        hazard.sentence += "; rows of " + qualified_name(other) + " lose their reference";
      }
    }
  }

  static std::string shown_value(const std::optional<std::string>& value) {
    if (!value) return "NULL";
    constexpr size_t kLongest = 60;
    std::string text = *value;
    std::replace(text.begin(), text.end(), '\n', ' ');
    if (text.size() <= kLongest) return text;
    size_t end = kLongest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end) + "…";
  }

  const std::vector<KeyedRows*>& sets_;
  const std::vector<SequenceMove>& moves_;
  std::deque<RowOutcome> late_parts_;  // of those that change in two steps
  const RowsInput& input_;
  const ExpressionFacts& expressions_;
  Diagnostics& problems_;
  std::map<ObjectId, std::vector<KeyedRows*>> by_table_;
  std::map<ObjectId, std::set<ObjectId>> needs_;
  std::set<ObjectId> self_referencing_;
  std::vector<Step> steps_;
};

}  // namespace

std::vector<Step> write_row_steps(const std::vector<KeyedRows*>& sets,
                                  const std::vector<SequenceMove>& moves, const RowsInput& input,
                                  const ExpressionFacts& expressions, Diagnostics& problems) {
  return StepWriter(sets, moves, input, expressions, problems).run();
}

}  // namespace schemadiff
