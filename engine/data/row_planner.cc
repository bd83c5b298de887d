#include "engine/data/row_planner.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "engine/data/row_comparison.h"
#include "engine/data/row_sets.h"
#include "engine/data/row_steps.h"
#include "engine/objects/table/moves.h"
#include "engine/objects/write.h"

namespace schemadiff {
namespace {

class RowPlanner {
 public:
  RowPlanner(const RowsInput& input, RowServer* server)
      : input_(input),
        server_(server),
        members_(*input.target),
        expressions_(*input.system, *input.target) {}

  Result<RowsPlan> run() {
    collect();
    check_cells();
    if (out_.problems.has_errors() || sets_.empty()) return std::move(out_);
    std::vector<KeyedRows*> order = in_order();
    std::vector<SequenceMove> moves;
    if (server_ != nullptr && input_.impossible.empty()) {
      RowComparison comparison(input_, *server_, expressions_, out_.problems);
      if (auto asked = comparison.run(order, moves); !asked) return fail(std::move(asked.error()));
      if (out_.problems.has_errors()) return std::move(out_);
    } else {
      std::erase_if(order, [&](KeyedRows* set) { return !plan_without_server(*set); });
    }
    out_.steps = write_row_steps(order, moves, input_, expressions_, out_.problems);
    for (const KeyedRows* set : order) note_filled(*set);
    report(order, moves);
    return std::move(out_);
  }

 private:
  void note_filled(const KeyedRows& set) {
    std::set<ObjectId> columns;
    for (const RowOutcome& outcome : set.outcomes) {
      if (outcome.verb != Verb::alter) continue;
      for (const ValueChange& value : outcome.values) {
        columns.insert(set.facts->column(value.column)->id);
      }
    }
    for (const ObjectId& column : columns) {
      std::vector<ObjectId>& rows = out_.filled[column];
      if (rows.empty() || rows.back() != rows_of(set.table())) {
        rows.push_back(rows_of(set.table()));
      }
    }
  }

  // Said to be wrong: values for it would have to be written or passed over.
  bool has_excluded_column(const DeclaredRows& rows) {
    for (const Identifier name : rows.columns) {
      const ObjectId column = rows.table.with_sub(Kind::column, name);
      if (!input_.scope->excludes(*input_.target, column)) continue;
      out_.problems.error(rows.source,
                          "the rows have values for " + describe(column) + ", which is excluded",
                          "leave the column out, or exclude the rows too: --exclude rows:" +
                              qualified_name(rows.table));
      return true;
    }
    return false;
  }

  void collect() {
    for (const DeclaredRows& rows : *input_.rows) {
      const ObjectId id = rows.table.container(Kind::rows);
      const bool in_scope = input_.scope->includes(*input_.target, rows.table) &&
                            !input_.scope->excludes(*input_.target, rows.table) &&
                            !input_.scope->excludes_itself(id);
      if (!in_scope || !input_.target->contains(rows.table)) continue;
      if (has_excluded_column(rows)) continue;
      std::unique_ptr<TableFacts>& facts = facts_[rows.table];
      if (!facts) facts = std::make_unique<TableFacts>(*input_.target, members_, rows.table);
      std::string why;
      auto key = facts->key_for(rows, why);
      if (!key) {
        out_.problems.error(rows.source, why,
                            rows.conflict_columns.empty() && rows.conflict_constraint.empty()
                                ? "give the columns of a primary key or unique constraint; "
                                  "--manage structure,comments leaves rows alone"
                                : "name the columns of one");
        continue;
      }
      add(rows, *facts, std::move(*key));
    }
  }

  static bool has_heirs(const Catalog& catalog, const ObjectId& table) {
    const auto& tables = catalog.objects<Table>();
    return std::any_of(tables.begin(), tables.end(), [&](const auto& entry) {
      const std::vector<ObjectId>& parents = entry.second.inherits;
      return std::find(parents.begin(), parents.end(), table) != parents.end();
    });
  }

  void add(const DeclaredRows& rows, const TableFacts& facts, RowKey key) {
    std::unique_ptr<KeyedRows>& set = sets_[{rows.table, key.name}];
    if (!set) {
      set = std::make_unique<KeyedRows>();
      set->facts = &facts;
      set->key = std::move(key);
      set->temporary = "schemadiff_rows_" + std::to_string(sets_.size());
      set->columns = set->key.columns;
      set->has_heirs = has_heirs(*input_.live, rows.table) || has_heirs(*input_.target, rows.table);
    }
    const auto group = static_cast<uint32_t>(set->groups.size());
    set->groups.push_back(&rows);
    for (const Identifier column : rows.columns) {
      if (std::find(set->columns.begin(), set->columns.end(), column) == set->columns.end()) {
        set->columns.push_back(column);
      }
    }
    for (uint32_t row = 0; row < rows.size(); ++row) set->rows.push_back({group, row});
  }

  // What is wrong already, whatever the database holds.
  void check_cells() {
    for (const auto& [id, set] : sets_) {
      for (const DeclaredRows* group : set->groups) check_cells(*set, *group);
    }
  }

  void check_cells(const KeyedRows& set, const DeclaredRows& group) {
    size_t shown = 0;
    for (size_t i = 0; i < group.columns.size(); ++i) {
      const Identifier name = group.columns[i];
      const auto& key = set.key.columns;
      const bool in_key = std::find(key.begin(), key.end(), name) != key.end();
      const Column* column = set.facts->column(name);
      const bool not_null = column->not_null && !set.facts->has_insert_triggers();
      for (size_t row = 0; row < group.size() && shown < 20; ++row) {
        const DeclaredRows::Cell& cell = group.cell(row, i);
        const auto problem = [&](const std::string& message, const std::string& hint) {
          out_.problems.error(group.place(row), message, hint);
          ++shown;
        };
        if (in_key && cell.kind == CellKind::null && !set.key.nulls_not_distinct) {
          problem("the key of this row is NULL (" + quote(name) + ")",
                  "a row without a key can't be found again");
        } else if (in_key && cell.kind == CellKind::default_value) {
          problem("the key of this row is left to the database (" + quote(name) + ")",
                  "give its value, or leave the column out and name another key with ON CONFLICT");
        } else if (in_key && cell.kind == CellKind::expression &&
                   expressions_.of(group.expressions[cell.begin]) == Constancy::moving) {
          problem("the key of this row is another one each time (" + quote(name) + ")",
                  "give its value");
        } else if (not_null && cell.kind == CellKind::null) {
          problem("column " + quote(name) + " of " + qualified_name(set.table()) + " is NOT NULL",
                  "");
        }
      }
    }
    for (const Identifier name : set.key.columns) {
      if (std::find(group.columns.begin(), group.columns.end(), name) == group.columns.end()) {
        out_.problems.error(
            group.source,
            "these rows give no value for " + quote(name) + ", which is part of their key", "");
      }
    }
  }

  // Tables before those whose values look something up in them.
  std::vector<KeyedRows*> in_order() const {
    std::vector<KeyedRows*> out;
    std::map<ObjectId, int> state;
    const auto visit = [&](const auto& self, const ObjectId& table) -> void {
      if (state[table]++ > 0) return;
      for (const auto& [id, set] : sets_) {
        if (id.first != table) continue;
        for (const DeclaredRows* group : set->groups) {
          for (const RowExpression& expression : group->expressions) {
            for (const ObjectId& other : expression.relations) self(self, other);
          }
        }
      }
      for (const auto& [id, set] : sets_) {
        if (id.first == table) out.push_back(set.get());
      }
    };
    for (const auto& [id, set] : sets_) visit(visit, id.first);
    return out;
  }

  // Nobody can be asked: rows of a new table are all new, others can't be decided.
  bool plan_without_server(KeyedRows& set) {
    if (input_.keeps_rows(set.table())) {
      if (input_.impossible.empty()) {
        out_.problems.note(set.groups.front()->source, "rows of " + qualified_name(set.table()) +
                                                           " are only compared with a database");
      } else {
        out_.undecided.push_back(
            {rows_of(set.table()), set.groups.front()->source, input_.impossible, ""});
      }
      return false;
    }
    for (const RowRef ref : set.rows) {
      RowOutcome outcome;
      outcome.ref = ref;
      const DeclaredRows& group = *set.groups[ref.group];
      for (const Identifier name : set.key.columns) {
        const auto at = static_cast<size_t>(
            std::find(group.columns.begin(), group.columns.end(), name) - group.columns.begin());
        const DeclaredRows::Cell& cell = group.cell(ref.row, at);
        outcome.key.emplace_back(cell.kind == CellKind::expression
                                     ? std::string_view(group.expressions[cell.begin].text)
                                     : group.text(cell));
      }
      set.outcomes.push_back(std::move(outcome));
    }
    return true;
  }

  void report(const std::vector<KeyedRows*>& order, const std::vector<SequenceMove>& moves) {
    std::map<ObjectId, TableRows> tables;
    for (const KeyedRows* set : order) {
      TableRows& table = tables[set->table()];
      table.id = rows_of(set->table());
      if (!table.source.known()) table.source = set->groups.front()->source;
      for (const RowOutcome& outcome : set->outcomes) {
        const DeclaredRows& group = *set->groups[outcome.ref.group];
        if (outcome.verb == Verb::alter && outcome.values.empty()) continue;
        RowChange change;
        change.verb = outcome.verb;
        change.key = row_key_text(set->key, outcome.key);
        change.source = group.place(outcome.ref.row);
        change.values = outcome.values;
        for (ValueChange& value : change.values) {
          const bool pending = std::find(outcome.pending.begin(), outcome.pending.end(),
                                         value.column) != outcome.pending.end();
          if (pending) value.desired = "(found when it is done)";
        }
        table.changes.push_back(std::move(change));
      }
      for (const std::vector<std::string>& key : set->surplus) {
        RowChange change;
        change.verb = Verb::drop;
        change.key = row_key_text(set->key, key);
        table.changes.push_back(std::move(change));
      }
    }
    for (const SequenceMove& move : moves) {
      tables[move.table].sequences.push_back(
          (move.sequence.empty() ? "sequence of " + quote(move.column) : move.sequence) + ": " +
          (move.from.empty() ? "" : move.from + " -> ") + move.to);
    }
    for (auto& [id, table] : tables) {
      if (!table.changes.empty() || !table.sequences.empty()) {
        out_.tables.push_back(std::move(table));
      }
    }
  }

  const RowsInput& input_;
  RowServer* server_;
  MemberIndex members_;
  ExpressionFacts expressions_;
  std::map<ObjectId, std::unique_ptr<TableFacts>> facts_;
  std::map<std::pair<ObjectId, std::string>, std::unique_ptr<KeyedRows>> sets_;
  RowsPlan out_;
};

}  // namespace

bool holds_secrets(Identifier column) {
  std::string name = column.str();
  for (char& c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  for (const char* word : {"password", "passwd", "secret", "token", "api_key", "apikey",
                           "private_key", "credential"}) {
    if (name.find(word) != std::string::npos) return true;
  }
  return false;
}

bool RowsInput::keeps_rows(const ObjectId& id) const {
  return live->contains(id) && !becomes_plain(id, *live, *target);
}

Result<RowsPlan> plan_rows(const RowsInput& input, RowServer* server) {
  return RowPlanner(input, server).run();
}

}  // namespace schemadiff
