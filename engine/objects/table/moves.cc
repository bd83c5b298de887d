#include "engine/objects/table/moves.h"

#include <algorithm>
#include <set>

#include "engine/objects/column/type_change.h"
#include "engine/objects/effects.h"
#include "engine/objects/name_aside.h"
#include "engine/objects/partitions.h"
#include "engine/objects/sequence/follow.h"
#include "engine/objects/table/partition_bound.h"
#include "engine/objects/type_moves.h"
#include "engine/objects/write.h"

namespace schemadiff {

bool becomes_plain(const ObjectId& table, const Catalog& live, const Catalog& desired) {
  const Table* before = live.find<Table>(table);
  const Table* after = desired.find<Table>(table);
  return before != nullptr && after != nullptr && !before->server.empty() && after->server.empty();
}

ObjectId moved_rows(const ObjectId& table) {
  return {Kind::none, Kind::rows, table.schema, table.name, "moved"};
}

ObjectId cleared(const ObjectId& table) {
  return {Kind::none, Kind::rows, table.schema, table.name, "cleared"};
}

ObjectId vacated(const ObjectId& parent) {
  return {Kind::none, Kind::rows, parent.schema, parent.name, "vacated"};
}

ObjectId departed(const ObjectId& partition) {
  return {Kind::none, Kind::rows, partition.schema, partition.name, "departed"};
}

bool is_departure(const Step& step) {
  return step.object.kind == Kind::table && std::find(step.produces.begin(), step.produces.end(),
                                                      departed(step.object)) != step.produces.end();
}

ObjectId opened(const ObjectId& table) {
  return {Kind::none, Kind::rows, table.schema, table.name, "opened"};
}

namespace {

// All columns of a table: those of its parents first.
std::vector<const Column*> columns_of(const Catalog& catalog, const ObjectId& table,
                                      const std::function<const Members&(ObjectId)>& members) {
  std::vector<const Column*> out;
  std::vector<ObjectId> tables = ancestors_of(catalog, table);
  std::reverse(tables.begin(), tables.end());
  tables.push_back(table);
  for (const ObjectId& one : tables) {
    for (const Column* column : members(one).columns) {
      const bool known = std::any_of(out.begin(), out.end(), [&](const Column* other) {
        return other->id.sub == column->id.sub;
      });
      if (!column->inherited && !known) out.push_back(column);
    }
  }
  return out;
}

std::vector<const Column*> desired_columns(const ObjectId& table, const StepBuilder& steps) {
  return columns_of(steps.desired, table,
                    [&](ObjectId id) -> const Members& { return steps.desired_members(id); });
}

std::vector<const Column*> live_columns(const ObjectId& table, const StepBuilder& steps) {
  return columns_of(steps.live, table,
                    [&](ObjectId id) -> const Members& { return steps.live_members(id); });
}

// A partition is there, and in its place.
void consume_partition(const ObjectId& partition, Step& step) {
  step.consumes.push_back(partition);
  step.consumes.push_back(membership_of(partition));
}

class MoveFinder {
 public:
  MoveFinder(const Catalog& live, const Catalog& desired, Moves moves,
             const std::function<Result<bool>(const ObjectId&)>& has_rows)
      : live_(live), desired_(desired), has_rows_(has_rows), moves_(std::move(moves)) {}

  Result<Moves> run() {
    find_new_keys();
    if (auto found = find_new_bounds(); !found) return fail(found.error());
    take_partitions_along();
    return std::move(moves_);
  }

 private:
  void make_anew(const ObjectId& table) {
    moves_.anew.emplace(table, name_aside(live_, desired_, table.schema, table.name));
  }

  void find_new_keys() {
    for (const auto& [id, wanted] : desired_.objects<Table>()) {
      const Table* actual = live_.find<Table>(id);
      if (actual == nullptr || !actual->server.empty() || !wanted.server.empty()) continue;
      if (!(actual->partition_key == wanted.partition_key) || key_changes_type(*actual, wanted)) {
        make_anew(id);
      }
    }
  }

  bool key_changes_type(const Table& actual, const Table& wanted) const {
    if (!wanted.partition_key) return false;
    const auto differs = [&](Identifier name) {
      const Column* before = find_column(live_, actual.id.with_sub(Kind::column, name));
      const Column* after = find_column(desired_, wanted.id.with_sub(Kind::column, name));
      return before != nullptr && after != nullptr &&
             (moves_.types.contains(before->type.object) || !(before->type == after->type) ||
              before->collation != after->collation || is_replaced(before->collation));
    };
    for (const PartitionKeyElement& element : wanted.partition_key->elements) {
      if (is_replaced(element.collation)) return true;
      if (!element.column.empty() && differs(element.column)) return true;
      for (const ObjectId& used : element.expression.references) {
        if (used.kind == Kind::column && differs(used.sub)) return true;
      }
    }
    return false;
  }

  bool is_replaced(const QualifiedName& collation) const {
    return moves_.types.contains(object_id(Kind::collation, collation.schema, collation.name));
  }

  static const PartitionOf* place_of(const Catalog& catalog, const ObjectId& table) {
    const Table* found = catalog.find<Table>(table);
    return found == nullptr || !found->partition_of ? nullptr : &*found->partition_of;
  }

  bool is_anew(const ObjectId& table) const { return moves_.anew.contains(table); }

  Result<bool> may_have_rows(const ObjectId& table) const {
    // Policies may hide them.
    if (!has_rows_ || live_.find<Table>(table)->row_security) return true;
    return has_rows_(table);
  }

  // Partitions that are new in their places, by parent.
  using Places = std::map<ObjectId, std::vector<const PartitionOf*>>;

  Result<void> find_new_bounds() {
    Places places;
    for (const Table* table : desired_.sorted<Table>()) {
      if (!table->partition_of) continue;
      const ObjectId& parent = table->partition_of->parent;
      const Table* before = live_.find<Table>(parent);
      if (before == nullptr || !before->partition_key || is_anew(parent)) continue;
      const PartitionOf* old = place_of(live_, table->id);
      const bool was_here = old != nullptr && old->parent == parent;
      if (was_here && old->bound == table->partition_of->bound) continue;
      places[parent].push_back(&*table->partition_of);
      if (!was_here || is_anew(table->id) || becomes_plain(table->id, live_, desired_)) {
        continue;
      }
      // Nobody checks what rows a foreign table has.
      bool fits =
          !table->server.empty() || is_within(old->bound.text, table->partition_of->bound.text);
      if (!fits) {
        auto filled = may_have_rows(table->id);
        if (!filled) return fail(filled.error());
        fits = !*filled;
      }
      if (fits) {
        moves_.reattached.insert(table->id);
      } else {
        make_anew(table->id);
      }
    }
    if (places.empty()) return {};
    for (const Table* table : live_.sorted<Table>()) {
      if (!table->partition_of || is_anew(table->id) || !table->server.empty()) continue;
      const auto found = places.find(table->partition_of->parent);
      if (found == places.end()) continue;
      const std::string& bound = table->partition_of->bound.text;
      const PartitionOf* now = place_of(desired_, table->id);
      const bool goes = !desired_.contains(table->id);
      const bool stays = now != nullptr && now->parent == table->partition_of->parent &&
                         now->bound == table->partition_of->bound;
      const bool gives = stays && is_default_bound(bound);
      const bool meets = goes && std::any_of(found->second.begin(), found->second.end(),
                                             [&](const PartitionOf* place) {
                                               return may_overlap(bound, place->bound.text);
                                             });
      if (!gives && !meets) continue;
      auto filled = may_have_rows(table->id);
      if (!filled) return fail(filled.error());
      if (*filled) (gives ? moves_.sifted : moves_.dissolved).insert(table->id);
    }
    return {};
  }

  void take_partitions_along() {
    for (bool again = !moves_.anew.empty(); again;) {
      again = false;
      for (const auto& [id, wanted] : desired_.objects<Table>()) {
        if (!wanted.partition_of || is_anew(id) || !wanted.server.empty()) continue;
        if (becomes_plain(id, live_, desired_)) continue;
        const PartitionOf* old = place_of(live_, id);
        const ObjectId& parent = wanted.partition_of->parent;
        if (old == nullptr || old->parent != parent || !is_anew(parent)) continue;
        make_anew(id);
        again = true;
      }
    }
  }

  const Catalog& live_;
  const Catalog& desired_;
  const std::function<Result<bool>(const ObjectId&)>& has_rows_;
  Moves moves_;
};

// Inside of a literal.
std::string doubled_quotes(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '\'' ? "''" : std::string(1, c);
  return out;
}

// In the format of RAISE as well.
std::string raised(const std::string& text) {
  std::string out;
  for (const char c : doubled_quotes(text)) out += c == '%' ? "%%" : std::string(1, c);
  return out;
}

std::string aside(const ObjectId& table, const StepBuilder& steps) {
  return QualifiedName{table.schema, steps.moves.anew.at(table)}.sql();
}

// It has the same place under a parent that is not made anew.
bool keeps_place(const ObjectId& table, const StepBuilder& steps) {
  const Table* before = steps.live.find<Table>(table);
  const Table* after = steps.desired.find<Table>(table);
  return before != nullptr && after != nullptr && before->partition_of && after->partition_of &&
         before->partition_of->parent == after->partition_of->parent &&
         !steps.moves.anew.contains(after->partition_of->parent);
}

bool keeps_type(const Column& live, const Column& desired, const StepBuilder& steps) {
  return live.type == desired.type && !steps.moves.types.contains(live.type.object);
}

// What `target` will not have of the values of `source`.
std::vector<Hazard> losses(const ObjectId& source, const ObjectId& target,
                           const StepBuilder& steps) {
  std::vector<Hazard> out;
  for (const Column* old : live_columns(source, steps)) {
    if (old->generated) continue;
    const Column* column = find_column(steps.desired, target.with_sub(Kind::column, old->id.sub));
    if (column == nullptr || column->generated) {
      out.push_back({HazardCode::data_loss,
                     "the values of " + qualified_name(old->id) + " are gone", old->id});
    } else if (!keeps_type(*old, *column, steps) &&
               !classify_type_change(old->type, column->type, steps).keeps_values) {
      out.push_back({HazardCode::data_loss,
                     "not every " + old->type.sql + " of " + qualified_name(old->id) +
                         " is known to keep its value as " + column->type.sql,
                     column->id});
    }
  }
  return out;
}

// Statements around those that move rows in or out of tables, for a DO block.
struct Safeguards {
  std::string before;
  std::string after;
};

// What might hide rows, or leave something to be done about them while tables are to be altered.
Safeguards safeguards(const std::vector<ObjectId>& tables, const StepBuilder& steps) {
  std::set<ObjectId> all;
  for (const ObjectId& table : tables) {
    all.insert(table);
    for (const ObjectId& above : ancestors_of(steps.live, table)) all.insert(above);
    for (const ObjectId& below : partitions_below(table, steps)) all.insert(below);
  }
  bool secured = false;
  bool deferrable = false;
  for (const ObjectId& table : all) {
    for (const Catalog* catalog : {&steps.live, &steps.desired}) {
      const Table* found = catalog->find<Table>(table);
      secured = secured || (found != nullptr && found->row_security);
    }
    for (const Constraint* constraint : steps.live_members(table).constraints) {
      deferrable = deferrable || constraint->deferrable;
    }
  }
  Safeguards out;
  if (secured) {
    out.before = "    SET LOCAL row_security = off;  -- a row that is hidden is an error\n";
    out.after = "    SET LOCAL row_security TO DEFAULT;\n";
  }
  if (deferrable) out.before += "    SET CONSTRAINTS ALL IMMEDIATE;\n";
  return out;
}

// INSERT … SELECT, and a look that it took all rows.
void write_move(const ObjectBase& object, const std::string& from, const ObjectId& source,
                const ObjectId& target, StepBuilder& steps) {
  const std::vector<const Column*> columns = desired_columns(target, steps);
  const std::string to = qualified_name(target);
  std::string into;
  std::string values;
  bool overrides = false;
  for (const Column* column : columns) {
    const Column* old = find_column(steps.live, source.with_sub(Kind::column, column->id.sub));
    if (old == nullptr || column->generated) continue;
    const TypeChange change = classify_type_change(old->type, column->type, steps);
    const std::string name = quote(column->id.sub);
    into += (into.empty() ? "" : ", ") + name;
    values += values.empty() ? "" : ", ";
    values += keeps_type(*old, *column, steps) ? name : converted(quote(column->id.sub), change);
    overrides = overrides || column->identity.has_value();
  }
  if (!into.empty()) {
    into = " (" + into + ")";
    values = " " + values;
  }
  const Safeguards around = safeguards({source, target}, steps);
  const bool is_ambiguous =
      find_column(steps.live, source.with_sub(Kind::column, Identifier("moved"))) != nullptr;
  const std::string body =
      std::string(is_ambiguous ? "\n#variable_conflict use_column" : "") +
      "\nDECLARE\n    moved bigint;\nBEGIN\n" + around.before + "    INSERT INTO " + to + into +
      (overrides ? " OVERRIDING SYSTEM VALUE" : "") + "\n        SELECT" + values + " FROM " +
      from + ";\n    GET DIAGNOSTICS moved = ROW_COUNT;\n    IF moved <> (SELECT count(*) FROM " +
      from + ") THEN\n        RAISE EXCEPTION 'only % rows of " + raised(from) + " went over to " +
      raised(to) + "', moved;\n    END IF;\n" + around.after + "END\n";
  Step& step = steps.add(Verb::alter, object, "DO " + dollar_quoted(body));
  step.produces = {moved_rows(object.id)};
  for (const Column* column : columns) {
    step.consumes.push_back(column->id);
    if (column->type.object.known()) step.consumes.push_back(column->type.object);
  }
  step.consumes.push_back(target);
  for (const ObjectId& below : partitions_below(target, steps)) consume_partition(below, step);
  step.lock = Lock::access_exclusive;
  step.rewrites = true;
  const bool partitioned = steps.desired.find<Table>(target)->partition_key.has_value();
  add_hazard(
      step, HazardCode::table_rewrite,
      "copies all rows of " + qualified_name(source) + " while nobody can use it" +
          (partitioned ? "; fails, and nothing is changed, if a row fits no partition" : ""));
}

// Partitions of a live table that stay as tables of their own. Those that will inherit from it keep
// their rows; of those of the others it gets copies.
std::vector<ObjectId> partitions_that_leave(const ObjectId& table, const StepBuilder& steps) {
  std::vector<ObjectId> out;
  for (const Table* child : steps.live_members(table).children) {
    if (!child->partition_of || steps.moves.anew.contains(child->id)) continue;
    const bool stays = steps.desired.contains(child->id);
    if (stays && !is_child(steps.desired, child->id, table)) out.push_back(child->id);
  }
  return out;
}

}  // namespace

Result<Moves> find_moves(const StepBuilder& steps,
                         const std::function<Result<bool>(const ObjectId&)>& has_rows) {
  Moves moves;
  moves.types = find_type_moves(steps);
  return MoveFinder(steps.live, steps.desired, std::move(moves), has_rows).run();
}

ObjectId root_of_move(const ObjectId& table, const StepBuilder& steps) {
  ObjectId root = table;
  while (true) {
    const Table* before = steps.live.find<Table>(root);
    const Table* after = steps.desired.find<Table>(root);
    if (before == nullptr || !before->partition_of || after == nullptr || !after->partition_of) {
      return root;
    }
    const ObjectId& parent = before->partition_of->parent;
    if (parent != after->partition_of->parent || !steps.moves.anew.contains(parent)) return root;
    root = parent;
  }
}

std::vector<ObjectId> partitions_below(const ObjectId& table, const StepBuilder& steps) {
  std::vector<ObjectId> out;
  for (const Table* child : steps.desired_members(table).children) {
    if (!child->partition_of) continue;
    out.push_back(child->id);
    for (const ObjectId& below : partitions_below(child->id, steps)) out.push_back(below);
  }
  return out;
}

std::set<ObjectId> disturbed_by_moves(const StepBuilder& steps) {
  std::set<ObjectId> out;
  const auto note = [&](const ObjectId& table) {
    std::vector<ObjectId> tables = ancestors_of(steps.live, table);
    tables.push_back(table);
    for (const ObjectId& one : tables) {
      out.insert(one);
      for (const ObjectId& below : partitions_below(one, steps)) out.insert(below);
    }
  };
  for (const auto& [table, aside] : steps.moves.anew) note(table);
  for (const ObjectId& table : steps.moves.dissolved) note(table);
  for (const ObjectId& table : steps.moves.sifted) note(table);
  return out;
}

void wait_for_place(const Table& desired, Step& step, const StepBuilder& steps) {
  const PartitionOf& place = *desired.partition_of;
  if (steps.moves.anew.contains(place.parent)) return;  // the new one has no partitions yet
  step.weakly_consumes.push_back(vacated(place.parent));
  for (const Table* other : steps.live_members(place.parent).children) {
    if (other->id == desired.id || !other->partition_of) continue;
    if (!may_overlap(other->partition_of->bound.text, place.bound.text)) continue;
    step.consumes.push_back(departed(other->id));
  }
}

void leave_place(const Table& live, Step& step) {
  step.produces.push_back(vacated(live.partition_of->parent));
  step.produces.push_back(departed(live.id));
}

void settle(const ObjectId& table, Step& step, const StepBuilder& steps) {
  for (const ObjectId& above : ancestors_of(steps.desired, table)) {
    const Members& members = steps.desired_members(above);
    for (const Column* column : members.columns) step.consumes.push_back(column->id);
    for (const ColumnDefault* value : members.defaults) step.consumes.push_back(value->id);
    for (const Constraint* constraint : members.constraints) {
      if (constraint->type == ConstraintType::check) step.consumes.push_back(constraint->id);
    }
  }
  for (const ObjectId& above : ancestors_of(steps.live, table)) {
    const Members& members = steps.live_members(above);
    for (const Column* column : members.columns) step.supersedes.push_back(column->id);
    for (const ColumnDefault* value : members.defaults) step.supersedes.push_back(value->id);
    for (const Constraint* constraint : members.constraints) {
      if (constraint->type == ConstraintType::check) step.supersedes.push_back(constraint->id);
    }
  }
}

namespace {

// Those of a live table, and of its partitions that are made anew, have other names after the step.
void note_indexes(const ObjectId& table, Step& step, const StepBuilder& steps) {
  const Members& members = steps.live_members(table);
  for (const Index* index : members.indexes) step.puts_aside.push_back(index->id);
  for (const Constraint* constraint : members.constraints) {
    if (has_index(*constraint)) step.puts_aside.push_back(constraint->id);
  }
  for (const Table* child : members.children) {
    if (steps.moves.anew.contains(child->id)) note_indexes(child->id, step, steps);
  }
}

}  // namespace

void put_aside(const Table& live, StepBuilder& steps) {
  const ObjectId& table = live.id;
  const size_t first = steps.steps().size();
  const auto add = [&](const std::string& sql) -> Step& {
    Step& step = steps.add(Verb::alter, live, sql);
    step.produces.clear();
    // Its rows too are out of sight until they are in their new place.
    step.puts_aside = {table, moved_rows(root_of_move(table, steps))};
    step.lock = Lock::access_exclusive;
    return step;
  };
  const std::string old = aside(table, steps);
  const bool detaches = keeps_place(table, steps);
  if (detaches) {
    const ObjectId& parent = live.partition_of->parent;
    Step& leave = add(alter_table(parent, "DETACH PARTITION " + qualified_name(table)));
    leave_place(live, leave);
    // What changes there must not reach the old one, which can't change so.
    leave.produces.push_back(parent);
    for (const ObjectId& above : ancestors_of(steps.live, parent)) leave.produces.push_back(above);
  }
  // A policy would hide rows from whoever is not its table's owner, or is and is not exempt.
  if (live.force_row_security) add(alter_table(table, "NO FORCE ROW LEVEL SECURITY"));
  for (const Column* column : steps.live_members(table).columns) {
    for (const QualifiedName& sequence : outgoing_sequences(*column, steps)) {
      Step& step = add(alter_statement("SEQUENCE " + sequence.sql(),
                                       "RENAME TO " + quote(aside_sequence(sequence, steps).name)));
      step.puts_aside.push_back(object_id(Kind::sequence, sequence.schema, sequence.name));
    }
  }
  add(alter_table(table, "RENAME TO " + quote(steps.moves.anew.at(table))));
  if (detaches) {
    // The new partition gets its indexes when it is made, under the names that these have.
    const std::string name = quote_literal(old) + "::regclass";
    Step& rename =
        add("DO " +
            dollar_quoted("\nDECLARE\n    index record;\nBEGIN\n    FOR index IN SELECT "
                          "indexrelid AS number, indexrelid::regclass AS name FROM pg_index\n"
                          "            WHERE indrelid = " +
                          name + " OR indrelid IN (SELECT relid FROM pg_partition_tree(" + name +
                          ")) LOOP\n        EXECUTE format('ALTER INDEX %s RENAME TO "
                          "schemadiff_%s', index.name, index.number);\n    END LOOP;\nEND\n"));
    note_indexes(table, rename, steps);
  }
  // Said before anything is done, or it would be done by half.
  if (root_of_move(table, steps) == table) {
    steps.steps()[first].hazards = losses(table, table, steps);
  }
  Step& drop = steps.add(Verb::drop, live, "DROP TABLE " + old);
  drop.supersedes = keys_to_partition(live, steps);
  drop.produces = {cleared(table)};
  drop.consumes = {moved_rows(root_of_move(table, steps))};
  for (const ObjectId& above : ancestors_of(steps.live, table)) {
    if (steps.moves.anew.contains(above)) {
      drop.consumes.push_back(moved_rows(root_of_move(above, steps)));
    }
  }
  drop.lock = Lock::access_exclusive;
}

void move_rows(const Table& desired, StepBuilder& steps) {
  const ObjectId& table = desired.id;
  if (root_of_move(table, steps) != table) return;
  const Table& live = *steps.live.find<Table>(table);
  const bool other_place =
      keeps_place(table, steps) && !(live.partition_of->bound == desired.partition_of->bound);
  const bool has_children = !steps.live_members(table).children.empty();
  // Those that inherit from a plain table keep their rows; a partitioned one has no others.
  if (!live.partition_key || has_children) {
    const std::string only = has_children && !live.partition_key ? "ONLY " : "";
    const ObjectId& into = other_place ? desired.partition_of->parent : table;
    write_move(desired, only + aside(table, steps), table, into, steps);
    for (const ObjectId& partition : partitions_that_leave(table, steps)) {
      write_move(desired, qualified_name(partition), partition, into, steps);
    }
  }
  for (const Column* column : steps.live_members(table).columns) {
    const Column* wanted = steps.desired.find<Column>(column->id);
    if (wanted == nullptr) continue;
    for (const QualifiedName& sequence : outgoing_sequences(*column, steps)) {
      Step* step = continue_sequence(*wanted, aside_sequence(sequence, steps), steps);
      if (step != nullptr) step->produces = {moved_rows(table)};
    }
  }
}

void dissolve(const Table& live, StepBuilder& steps) {
  const ObjectId& parent = live.partition_of->parent;
  const std::string name = qualified_name(live.id);
  Step& leave = steps.add(Verb::alter, live, alter_table(parent, "DETACH PARTITION " + name));
  leave.produces.clear();
  leave_place(live, leave);
  leave.puts_aside = {moved_rows(live.id)};  // until then they are out of sight
  leave.lock = Lock::access_exclusive;
  leave.hazards = losses(live.id, parent, steps);
  // A policy would hide rows from whoever owns the table.
  if (live.force_row_security) {
    Step& open = steps.add(Verb::alter, live, alter_table(live.id, "NO FORCE ROW LEVEL SECURITY"));
    open.produces.clear();
    open.lock = Lock::access_exclusive;
  }
  write_move(live, name, live.id, parent, steps);
  Step& drop = steps.add(Verb::drop, live, "DROP TABLE " + name);
  drop.supersedes = keys_to_partition(live, steps);
  drop.consumes = {moved_rows(live.id)};
  drop.lock = Lock::access_exclusive;
}

void sift(const Table& desired, StepBuilder& steps) {
  const ObjectId& parent = desired.partition_of->parent;
  const std::string name = qualified_name(desired.id);
  const auto add = [&](const std::string& sql) -> Step& {
    Step& step = steps.add(Verb::alter, desired, sql);
    step.produces.clear();
    step.lock = Lock::access_exclusive;
    return step;
  };
  Step& leave = add(alter_table(parent, "DETACH PARTITION " + name));
  leave_place(*steps.live.find<Table>(desired.id), leave);
  leave.puts_aside = {membership_of(desired.id)};
  settle(desired.id, leave, steps);
  std::string columns;
  std::string overriding;
  for (const Column* column : desired_columns(parent, steps)) {
    if (column->generated) continue;
    columns += (columns.empty() ? "" : ", ") + quote(column->id.sub);
    if (column->identity) overriding = " OVERRIDING SYSTEM VALUE";
  }
  std::string list;
  std::vector<ObjectId> others;
  for (const Table* child : steps.desired_members(parent).children) {
    if (child->id == desired.id) continue;
    others.push_back(child->id);
    const PartitionOf* before = nullptr;
    if (const Table* old = steps.live.find<Table>(child->id); old != nullptr && old->partition_of) {
      before = &*old->partition_of;
    }
    if (before != nullptr && *before == *child->partition_of) continue;
    list += (list.empty() ? "" : ", ") + quote_literal(qualified_name(child->id));
  }
  // What belongs to a partition only the server can say, and only when it is one.
  const Safeguards around = safeguards({desired.id, parent}, steps);
  const std::string to = qualified_name(parent) + " (" + columns + ")" + overriding;
  const std::string body =
      "\nDECLARE\n    place regclass;\n    complete boolean;\nBEGIN\n" + around.before +
      "    FOREACH place IN ARRAY ARRAY[" + list +
      "]::regclass[] LOOP\n        EXECUTE 'WITH moved AS (DELETE FROM " + doubled_quotes(name) +
      " WHERE ' ||\n            pg_get_partition_constraintdef(place) || ' RETURNING *),\n"
      "            placed AS (INSERT INTO " +
      doubled_quotes(to) + "\n                SELECT " + doubled_quotes(columns) +
      " FROM moved RETURNING 1)\n            SELECT (SELECT count(*) FROM moved) = (SELECT "
      "count(*) "
      "FROM placed)' INTO complete;\n        IF NOT complete THEN\n            RAISE EXCEPTION "
      "'not all rows of " +
      raised(name) + " went over to %', place;\n        END IF;\n    END LOOP;\n" + around.after +
      "END\n";
  Step& step = add("DO " + dollar_quoted(body));
  for (const ObjectId& other : others) {
    consume_partition(other, step);
    for (const ObjectId& below : partitions_below(other, steps)) consume_partition(below, step);
  }
  add_hazard(step, HazardCode::full_scan,
             "moves the rows of " + name + " that belong to new partitions, while nobody can use " +
                 qualified_name(parent));
  Step& back = add(alter_table(parent, "ATTACH PARTITION " + name + " DEFAULT"));
  back.produces = {membership_of(desired.id), moved_rows(desired.id)};
  back.scans = true;
}

}  // namespace schemadiff
