#include "engine/objects/column/column.h"

#include <algorithm>
#include <cctype>

#include "engine/model/default_names.h"
#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/column/column_definition.h"
#include "engine/objects/column/type_change.h"
#include "engine/objects/constraint/constraint.h"
#include "engine/objects/effects.h"
#include "engine/objects/name_aside.h"
#include "engine/objects/partitions.h"
#include "engine/objects/sequence/follow.h"
#include "engine/objects/table/moves.h"
#include "engine/objects/type_moves.h"
#include "engine/objects/write.h"

namespace schemadiff {

std::string display(const Identity& identity) {
  std::string out = identity.always ? "always" : "by default";
  if (!identity.sequence.empty()) out += ", sequence " + identity.sequence.sql();
  return out + ", " + display(identity.options);
}

std::string display(const GeneratedColumn& generated) {
  return "(" + generated.expression.text + ") " + (generated.stored ? "stored" : "virtual");
}

namespace {

ObjectId table_of(const ObjectId& id) { return id.container(Kind::table); }

// A foreign table holds no rows: nothing is read, written or lost here.
bool is_foreign(const ObjectId& column, const Catalog& catalog) {
  const Table* table = catalog.find<Table>(column.container(Kind::table));
  return table != nullptr && !table->server.empty();
}

// ALTER TYPE … CASCADE adds, drops and changes the columns of tables OF the type.
bool follows_type(const Column& column, const StepBuilder& steps) {
  const Table* live = steps.live.find<Table>(table_of(column.id));
  const Table* desired = steps.desired.find<Table>(table_of(column.id));
  return live != nullptr && desired != nullptr && live->of_type.object.known() &&
         live->of_type.object == desired->of_type.object &&
         !steps.moves.types.contains(live->of_type.object);
}

// So does ALTER TABLE of a parent, below which the table stays.
bool follows_parent(const Column& live, const Column& desired, const StepBuilder& steps) {
  const std::vector<ObjectId> above = steady_ancestors(table_of(desired.id), steps);
  return std::any_of(above.begin(), above.end(), [&](const ObjectId& parent) {
    const ObjectId id = parent.with_sub(Kind::column, desired.id.sub);
    const Column* before = steps.live.find<Column>(id);
    const Column* after = steps.desired.find<Column>(id);
    return before != nullptr && after != nullptr && before->type == live.type &&
           after->type == desired.type && before->collation == live.collation &&
           after->collation == desired.collation;
  });
}

// The column is new in a parent as well, and ADD COLUMN there gives it to this table too.
bool comes_from_parent(const Column& column, const StepBuilder& steps) {
  if (column.inherited) return true;
  const std::vector<ObjectId> above = steady_ancestors(table_of(column.id), steps);
  return std::any_of(above.begin(), above.end(), [&](const ObjectId& parent) {
    const ObjectId id = parent.with_sub(Kind::column, column.id.sub);
    return steps.desired.contains(id) && !steps.live.contains(id);
  });
}

// Appends to `apart` the children's columns that differ from it. `again`: they had it before.
void produce_in_children(const ObjectId& column, bool again, Step& step, const StepBuilder& steps,
                         std::vector<const Column*>& apart) {
  for (const Table* child : steps.desired_members(column).children) {
    if (!stays_under(child->id, table_of(column), steps)) continue;
    const ObjectId below = child->id.with_sub(Kind::column, column.sub);
    if (!again) {
      step.supersedes.push_back(below);
      const Column* own = steps.live.find<Column>(below);
      if (own != nullptr && !own->inherited) {
        // The child's own one, which must be like it by then, becomes that of both.
        step.consumes.push_back(below);
        continue;
      }
      if (find_column(steps.live, below) != nullptr) {  // from another parent
        for (const ObjectId& above : steady_ancestors(child->id, steps)) {
          const ObjectId other = above.with_sub(Kind::column, column.sub);
          if (steps.live.contains(other)) step.consumes.push_back(other);
        }
        continue;
      }
    }
    step.produces.push_back(below);
    const Column* found = steps.desired.find<Column>(below);
    if (found != nullptr && found->inherited) apart.push_back(found);
    produce_in_children(below, again, step, steps, apart);
  }
}

// A table that has the column from a parent, too or alone, will have it as its own only.
bool becomes_own(const ObjectId& column, const StepBuilder& steps) {
  const auto is_in = [&](const Catalog& catalog, const std::vector<ObjectId>& tables) {
    return std::any_of(tables.begin(), tables.end(), [&](const ObjectId& table) {
      return catalog.contains(table.with_sub(Kind::column, column.sub));
    });
  };
  return steps.desired.contains(column) &&
         is_in(steps.live, steady_ancestors(table_of(column), steps)) &&
         !is_in(steps.desired, ancestors_of(steps.desired, table_of(column)));
}

// An inherited column goes with that of its parent, and in no other way.
bool goes_with_parent(const Column& column, const StepBuilder& steps) {
  if (becomes_own(column.id, steps)) return false;
  const std::vector<ObjectId> above = steady_ancestors(table_of(column.id), steps);
  return std::any_of(above.begin(), above.end(), [&](const ObjectId& parent) {
    return steps.live.contains(parent.with_sub(Kind::column, column.id.sub));
  });
}

// What waits until the parents' columns are gone: it belongs to the child then.
void follow_parents(const ObjectId& column, Step& step, const StepBuilder& steps) {
  if (!becomes_own(column, steps)) return;
  for (const ObjectId& above : ancestors_of(steps.live, table_of(column))) {
    step.supersedes.push_back(above.with_sub(Kind::column, column.sub));
  }
}

// The table is to have the column still when that of `parent` is gone for good.
bool keeps(const ObjectId& column, const ObjectId& parent, const StepBuilder& steps) {
  if (steps.desired.contains(parent)) return false;
  if (steps.desired.contains(column)) return true;
  const std::vector<ObjectId> above = ancestors_of(steps.desired, table_of(column));
  return std::any_of(above.begin(), above.end(), [&](const ObjectId& table) {
    return steps.desired.contains(table.with_sub(Kind::column, column.sub));
  });
}

void destroy_in_partitions(const ObjectId& column, Step& step, const StepBuilder& steps) {
  for (const Table* child : steps.live_members(column).children) {
    if (!child->partition_of || leaves(child->id, table_of(column), steps)) continue;
    const ObjectId below = child->id.with_sub(Kind::column, column.sub);
    step.destroys.push_back(below);
    destroy_in_partitions(below, step, steps);
  }
}

// A partition that stays as it is, and is partitioned by the column itself.
const Table* partitioned_by(const ObjectId& column, const StepBuilder& steps) {
  for (const ObjectId& below : tables_below(table_of(column), steps)) {
    const Table* table = steps.live.find<Table>(below);
    if (!table->partition_of || !table->partition_key || steps.moves.anew.contains(below)) continue;
    const std::vector<ObjectId> above = ancestors_of(steps.desired, below);
    if (std::find(above.begin(), above.end(), table_of(column)) == above.end()) continue;
    const auto& elements = table->partition_key->elements;
    if (std::any_of(elements.begin(), elements.end(), [&](const PartitionKeyElement& element) {
          const std::vector<ObjectId>& used = element.expression.references;
          return element.column == column.sub ||
                 std::any_of(used.begin(), used.end(), [&](const ObjectId& each) {
                   return each.kind == Kind::column && each.sub == column.sub;
                 });
        })) {
      return table;
    }
  }
  return nullptr;
}

// From 18 on DROP COLUMN leaves the NOT NULL of children that keep the column as if it were still
// inherited: nobody could drop it then.
bool leaves_not_null_below(const Column& column, const StepBuilder& steps) {
  if (steps.server_version < 180000 || !as_inherited(column).not_null) return false;
  for (const Constraint* key : steps.live_members(column.id).constraints) {
    const auto& columns = key->columns;
    if (key->type == ConstraintType::primary_key &&
        std::find(columns.begin(), columns.end(), column.id.sub) != columns.end()) {
      return false;
    }
  }
  const std::vector<ObjectId> below = tables_below(table_of(column.id), steps);
  return std::any_of(below.begin(), below.end(), [&](const ObjectId& table) {
    return find_column(steps.desired, table.with_sub(Kind::column, column.id.sub)) != nullptr;
  });
}

// Appends the columns below, each behind all that it is inherited from.
void collect_below(const ObjectId& column, const ObjectId& top, std::vector<ObjectId>& out,
                   const StepBuilder& steps) {
  for (const Table* child : steps.live_members(column).children) {
    const ObjectId below = child->id.with_sub(Kind::column, column.sub);
    const bool known = std::find(out.begin(), out.end(), below) != out.end();
    if (known || child->partition_of || !stays_under(child->id, table_of(column), steps)) continue;
    if (!keeps(below, top, steps)) collect_below(below, top, out, steps);
    out.insert(out.begin(), below);
  }
}

// A child may have declared the column itself, or be to keep it: DROP COLUMN of the parent leaves
// it there, and only a statement of its own takes it away. ONLY makes it the child's own.
void drop_below(const Column& column, StepBuilder& steps) {
  std::vector<ObjectId> below;
  collect_below(column.id, column.id, below, steps);
  if (below.empty()) return;
  const auto only = [&](Step& step, const ObjectId& table) {
    if (steps.live_members(table).children.empty()) return;
    leave_out_children(step);
  };
  only(steps.steps().back(), column.id);
  for (const ObjectId& id : below) {
    if (keeps(id, column.id, steps)) continue;
    // Once, when all parents that it has it from have dropped theirs.
    std::vector<ObjectId> others;
    for (const ObjectId& parent : parents_of(steps.live, table_of(id))) {
      const ObjectId other = parent.with_sub(Kind::column, id.sub);
      if (other == column.id || !steps.live.contains(other)) continue;
      if (!steps.desired.contains(other)) others.push_back(other);
    }
    if (std::any_of(others.begin(), others.end(),
                    [&](const ObjectId& other) { return column.id < other; })) {
      continue;
    }
    Step& step = steps.add(Verb::drop, column, alter_table(id, "DROP COLUMN " + quote(id.sub)));
    step.supersedes = std::move(others);
    only(step, id);
    step.destroys = {id};
    take_lock(step, steps, id, Lock::access_exclusive);
    if (is_foreign(id, steps.live) || column.generated) continue;
    add_hazard(step, HazardCode::data_loss,
               "drops the column of " + qualified_name(table_of(id)) + " and its values");
  }
}

// Names that are called like functions in the text; more than there are, never fewer.
bool may_be_volatile(const SqlExpression& expression, const StepBuilder& steps) {
  for (const ObjectId& id : expression.references) {
    const Function* function = steps.desired.find<Function>(id);
    if (function != nullptr && function->volatility == Volatility::volatile_) return true;
  }
  const std::string& text = expression.text;
  for (size_t open = text.find('('); open != std::string::npos; open = text.find('(', open + 1)) {
    size_t begin = open;
    while (begin > 0 && (std::isalnum(static_cast<unsigned char>(text[begin - 1])) != 0 ||
                         text[begin - 1] == '_')) {
      --begin;
    }
    std::string name = text.substr(begin, open - begin);
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const Identifier wanted(name);
    for (const SystemFunction& function : steps.system.functions) {
      if (function.name == wanted && function.volatility == 'v') return true;
    }
  }
  return false;
}

// PostgreSQL writes no values into rows of a table whose rows are stored in columns elsewhere.
bool refuse_where_rows_are_stored(const Column& column, std::vector<ObjectId>& going,
                                  StepBuilder& steps) {
  const ObjectId table = table_of(column.id);
  if (!steps.live.contains(table) || steps.moves.anew.contains(table)) return false;
  const Column* holder = stores_rows_of(table, going, steps);
  if (holder == nullptr) return false;
  steps.refuse(column,
               "PostgreSQL can't write values into the rows of " + qualified_name(table) +
                   " while " + describe(holder->id) + " stores rows of it",
               "take that column away in a plan of its own first");
  return true;
}

// What ADD COLUMN does to a table that has rows.
void add_effects(const Column& column, const ColumnDefault* default_value, bool is_filled,
                 Step& step, const StepBuilder& steps) {
  if (is_foreign(column.id, steps.desired)) return;
  const std::string table = qualified_name(table_of(column.id));
  const bool computed = (column.generated && column.generated->stored) || column.identity;
  if (computed || (default_value != nullptr && may_be_volatile(default_value->expression, steps))) {
    step.rewrites = true;
    add_hazard(step, HazardCode::table_rewrite,
               "writes " + table + " anew: each row gets a value of its own");
  }
  if (column.not_null && !computed && !column.generated && default_value == nullptr && !is_filled) {
    add_hazard(step, HazardCode::breaks_clients,
               "fails if " + table + " has rows: the column is NOT NULL and has no default");
  }
}

// NOT NULL for a column that declared rows give values to, in rows that are there: behind those.
void wait_for_rows(const Column& column, Step& step, const StepBuilder& steps) {
  const auto found = steps.filled.find(column.id);
  if (found == steps.filled.end() || column.identity) return;
  std::erase(step.produces, column.id);
  step.consumes.push_back(column.id);
  step.weakly_consumes.insert(step.weakly_consumes.end(), found->second.begin(),
                              found->second.end());
}

void scan_for_nulls(const Column& column, Step& step) {
  step.scans = true;
  add_hazard(step, HazardCode::full_scan,
             "reads all of " + qualified_name(table_of(column.id)) +
                 " while nobody can use it; fails if there is a NULL");
}

class ColumnAlteration {
 public:
  ColumnAlteration(const Column& live, const Column& desired, const FieldChanges& changes,
                   StepBuilder& steps)
      : live_(live),
        desired_(desired),
        changes_(changes),
        steps_(steps),
        table_(qualified_name(table_of(desired.id))) {}

  bool run() {
    if (needs_replacement()) {
      const bool computes = desired_.generated && desired_.generated->stored;
      if (computes && refuse_where_rows_are_stored(desired_, rows_elsewhere_, steps_)) return true;
      if (!desired_.inherited) return false;
      steps_.refuse(
          desired_, "the column is inherited, and this server can't change its expression alone",
          "take " + table_ + " from its parent in a plan of its own, and put it back in the next");
      return true;
    }
    if (is_refused()) return true;
    if (changes_.has("identity") && !desired_.identity) drop_identity();
    if (changes_.has("generated")) change_generated();
    const bool gets_type = changes_.has("type") || changes_.has("collation");
    const bool loses_not_null = changes_.has("not null") && !desired_.not_null;
    const bool is_kept_below = gets_type && !kept_below().empty();
    if (loses_not_null && is_kept_below) change_not_null();
    const bool follows = follows_type(desired_, steps_) || follows_parent(live_, desired_, steps_);
    if (gets_type && !follows) change_type();
    // ALTER … TYPE brings back the type's own storage, and the usual compression.
    if (changes_.has("storage") || (gets_type && !desired_.storage.empty())) change_storage();
    if (changes_.has("compression") || (gets_type && !desired_.compression.empty())) {
      change_compression();
    }
    if (changes_.has("storage") || gets_type) keep_storage_below(gets_type);
    if (changes_.has("statistics target")) {
      Step& step = alter("SET STATISTICS " + std::to_string(desired_.statistics_target));
      // Each child has its own.
      if (!steps_.desired_members(desired_.id).children.empty()) {
        step.sql.replace(0, std::string("ALTER TABLE ").size(), "ALTER TABLE ONLY ");
      }
      step.lock = Lock::share_update_exclusive;
    }
    if (changes_.has("options")) change_options();
    if (changes_.has("foreign options")) {
      alter(foreign_option_changes(live_.foreign_options, desired_.foreign_options));
    }
    if (changes_.has("not null")) {
      if (!loses_not_null || !is_kept_below) change_not_null();
    } else if (changes_.has("not null constraint")) {
      change_not_null_constraint();
    }
    if (changes_.has("identity") && desired_.identity) change_identity();
    return true;
  }

 private:
  // A generated column holds nothing that can't be computed again. What a plain one holds is lost.
  bool needs_replacement() const {
    if (!changes_.has("generated") || !desired_.generated) return false;
    if (!live_.generated) return true;
    if (live_.generated->stored != desired_.generated->stored) return true;
    return steps_.server_version < 170000 || changes_.has("type") || is_virtual_and_checked();
  }

  // PostgreSQL refuses SET EXPRESSION where a check or a publication would have to be looked at.
  bool is_virtual_and_checked() const {
    if (desired_.generated->stored) return false;
    std::vector<ObjectId> tables = tables_below(table_of(live_.id), steps_);
    tables.push_back(table_of(live_.id));
    for (const ObjectId& above : ancestors_of(steps_.live, table_of(live_.id))) {
      tables.push_back(above);  // whose checks it has
    }
    for (const Catalog* catalog : {&steps_.live, &steps_.desired}) {
      const auto is_one = [&](const ObjectId& table) {
        return std::find(tables.begin(), tables.end(), table) != tables.end();
      };
      for (const auto& [id, constraint] : catalog->objects<Constraint>()) {
        const bool checks = constraint.type == ConstraintType::check;
        if (checks && is_one(id.container(Kind::table))) return true;
      }
      for (const auto& [id, published] : catalog->objects<PublishedTable>()) {
        if (is_one(published.table)) return true;
      }
    }
    return false;
  }

  bool is_refused() {
    if (changes_.has("generated") && live_.generated && !desired_.generated &&
        !live_.generated->stored) {
      steps_.refuse(desired_, "PostgreSQL can't turn a virtual generated column into a plain one",
                    "make it STORED, which writes its values, in a plan of its own; the next one "
                    "can make it plain");
      return true;
    }
    if (live_.identity && desired_.identity && changes_.has("identity") &&
        !(live_.identity->sequence == desired_.identity->sequence) &&
        !desired_.identity->sequence.empty() &&
        live_.identity->sequence.schema != desired_.identity->sequence.schema) {
      steps_.refuse(desired_, "the sequence of an identity column is in the schema of its table");
      return true;
    }
    if (changes_.has("not null") && !desired_.not_null && is_held_by_key_below()) return true;
    const bool is_retyped = changes_.has("type") || changes_.has("collation");
    if (!is_retyped) return false;
    if (!follows_type(desired_, steps_) &&
        refuse_where_rows_are_stored(desired_, rows_elsewhere_, steps_)) {
      return true;
    }
    return is_type_change_refused();
  }

  // DROP NOT NULL is one of the tables below as well, and a primary key there forbids it.
  bool is_held_by_key_below() {
    const ObjectId table = table_of(live_.id);
    for (const ObjectId& below : tables_below(table, steps_)) {
      const std::vector<ObjectId> above = steady_ancestors(below, steps_);
      if (std::find(above.begin(), above.end(), table) == above.end()) continue;
      for (const Constraint* key : steps_.live_members(below).constraints) {
        const std::vector<Identifier>& columns = key->columns;
        const Constraint* wanted = steps_.desired.find<Constraint>(key->id);
        const bool stays = wanted != nullptr && wanted->type == key->type && !key->attached_to;
        if (key->type != ConstraintType::primary_key || !stays ||
            std::find(columns.begin(), columns.end(), live_.id.sub) == columns.end()) {
          continue;
        }
        steps_.refuse(desired_,
                      "PostgreSQL can't take NOT NULL from the column while the primary key of " +
                          qualified_name(below) + ", which is below " + table_ + ", is over it",
                      "drop that key in a plan of its own, and add it again in the next");
        return true;
      }
    }
    return false;
  }

  // A child below that has the column from another table too, which the change doesn't come from.
  bool is_held_by_another_parent() {
    std::vector<ObjectId> tables = {table_of(live_.id)};
    for (size_t i = 0; i < tables.size(); ++i) {
      for (const Table* child : steps_.live_members(tables[i]).children) {
        if (child->partition_of || !stays_under(child->id, tables[i], steps_)) continue;
        if (std::find(tables.begin(), tables.end(), child->id) == tables.end()) {
          tables.push_back(child->id);
        }
      }
    }
    for (const ObjectId& table : tables) {
      if (table == tables.front()) continue;
      for (const ObjectId& parent : parents_of(steps_.live, table)) {
        const bool is_reached = std::find(tables.begin(), tables.end(), parent) != tables.end();
        if (is_reached || !stays_under(table, parent, steps_)) continue;
        std::vector<ObjectId> above = ancestors_of(steps_.live, parent);
        above.push_back(parent);
        for (const ObjectId& other : above) {
          if (!steps_.live.contains(other.with_sub(Kind::column, live_.id.sub))) continue;
          steps_.refuse(desired_,
                        "PostgreSQL can't change the type of a column that " +
                            qualified_name(table) + " has from " + qualified_name(parent) + " too",
                        "take " + qualified_name(table) + " out of " + qualified_name(parent) +
                            " (NO INHERIT) in a plan of its own, and put it back in the next");
          return true;
        }
      }
    }
    return false;
  }

  bool is_type_change_refused() {
    const Table* table = steps_.live.find<Table>(table_of(live_.id));
    if (table == nullptr) return false;
    if (!live_.inherited && is_held_by_another_parent()) return true;
    if (table->partition_key) {
      for (const PartitionKeyElement& element : table->partition_key->elements) {
        if (is_over(element, live_.id)) {
          steps_.refuse(desired_, "PostgreSQL can't change the type of a column that " + table_ +
                                      " is partitioned by");
          return true;
        }
      }
    }
    return is_kept_below_for_good() || takes_foreign_tables_along();
  }

  std::vector<const Table*> kept_below() const {
    if (!live_.not_null || live_.not_null_constraint.no_inherit) return {};
    return keep_not_null_below(live_.id, steps_.live_index());
  }

  // The type changes while the column is not NOT NULL, which the tables below don't mind.
  bool is_kept_below_for_good() {
    const std::vector<const Table*> kept = kept_below();
    if (kept.empty()) return false;
    const Table* table = kept.front();
    const auto is_below_another = [&](const Table* one) {
      const std::vector<ObjectId> above = ancestors_of(steps_.live, one->id);
      return std::any_of(kept.begin(), kept.end(), [&](const Table* other) {
        return std::find(above.begin(), above.end(), other->id) != above.end();
      });
    };
    const auto deepest = std::find_if(kept.begin(), kept.end(), is_below_another);
    if (deepest != kept.end()) table = *deepest;
    if (deepest == kept.end() && !live_.identity && !is_replica_identity()) return false;
    steps_.refuse(desired_,
                  "PostgreSQL can't change the type of the column while " +
                      qualified_name(table->id) +
                      " keeps it NOT NULL by a constraint of its own, with another name",
                  "take " + qualified_name(table->id) +
                      " from its parent in a plan of its own, and put it back in the next");
    return true;
  }

  bool takes_foreign_tables_along() {
    if (live_.type == desired_.type || !table_is_local()) return false;
    if (classify_type_change(live_.type, desired_.type, steps_).assignable) return false;
    const Table* foreign = foreign_table_below(table_of(live_.id), steps_);
    if (foreign == nullptr) return false;
    steps_.refuse(desired_,
                  "there is no assignment cast from " + live_.type.sql + " to " +
                      desired_.type.sql +
                      ", and PostgreSQL takes no USING while the foreign table " +
                      qualified_name(foreign->id) + " is below " + table_,
                  "take that out of it in a plan of its own first");
    return true;
  }

  bool table_is_local() const { return !is_foreign(live_.id, steps_.live); }

  Step& alter(const std::string& action) {
    return alter_table_of_column("ALTER COLUMN " + quote(desired_.id.sub) + " " + action);
  }

  Step& alter_table_of_column(const std::string& action) {
    Step& step = steps_.add(Verb::alter, desired_, alter_table(desired_.id, action));
    take_lock(step, steps_, desired_.id, Lock::access_exclusive);
    follow_parents(desired_.id, step, steps_);
    step.consumes.push_back(left_type(table_of(desired_.id)));
    if (desired_.inherited) {
      // The parent's change would change this column as well.
      for (const ObjectId& above : ancestors_of(steps_.desired, table_of(desired_.id))) {
        step.consumes.push_back(above.with_sub(Kind::column, desired_.id.sub));
      }
    }
    return step;
  }

  void drop_identity() {
    const QualifiedName& sequence = live_.identity->sequence;
    if (!sequence.empty() && incoming_sequence(desired_.id, steps_) != nullptr) {
      // The old one makes room for a new one that goes on from there.
      const QualifiedName aside = aside_sequence(sequence, steps_);
      Step& rename = steps_.add(
          Verb::alter, desired_,
          alter_statement("SEQUENCE " + sequence.sql(), "RENAME TO " + quote(aside.name)));
      rename.produces.clear();
      rename.puts_aside = {object_id(Kind::sequence, sequence.schema, sequence.name)};
      continue_sequence(desired_, aside, steps_);
      alter("DROP IDENTITY").destroys.push_back(identity_sequence(live_));
      return;
    }
    Step& step = alter("DROP IDENTITY");
    step.destroys.push_back(identity_sequence(live_));
    add_hazard(step, HazardCode::data_loss,
               "drops the sequence of the identity column and forgets where it stands");
  }

  void change_generated() {
    if (!desired_.generated) {
      Step& step = alter("DROP EXPRESSION");
      release(step, live_.generated->expression);
      // Its type may be one that another takes the place of.
      step.releases.push_back(live_.id);
      return;
    }
    // A statement of its own: beside ALTER … TYPE PostgreSQL loses sight of constraints ("cache
    // lookup failed for constraint").
    Step& step = alter("");
    step.sql =
        alter_table(desired_.id, "ALTER COLUMN " + quote(desired_.id.sub) + " SET EXPRESSION AS " +
                                     parenthesised(use(step, desired_.generated->expression)));
    release(step, live_.generated->expression);
    if (!desired_.generated->stored) return;
    step.rewrites = true;
    add_hazard(step, HazardCode::table_rewrite, "writes " + table_ + " anew");
  }

  void change_type() {
    TypeChange change = classify_type_change(live_.type, desired_.type, steps_);
    const bool same = live_.type == desired_.type;
    const bool foreign = is_foreign(live_.id, steps_.live);
    const std::string name = qualified_name(desired_.id);  // others may share the statement
    const bool has_no_way = !same && !change.assignable && !desired_.generated;
    const ColumnDefault* restored = has_no_way ? move_default_away() : nullptr;
    if (!has_no_way || foreign) change.using_cast.clear();
    Step& step = alter("");
    share_action(step, desired_.id, retyped(change, step));
    displace(desired_.id, step, steps_);
    step.supersedes.insert(step.supersedes.end(), rows_elsewhere_.begin(), rows_elsewhere_.end());
    if (live_.type.object.known()) step.releases.push_back(live_.type.object);
    if (!live_.collation.empty()) {
      step.releases.push_back(
          object_id(Kind::collation, live_.collation.schema, live_.collation.name));
    }
    if (!same && change.rewrites && !foreign) {
      step.rewrites = true;
      add_hazard(step, HazardCode::table_rewrite,
                 "writes " + table_ + " and its indexes anew while nobody can use it");
    }
    if (!step.rewrites && (changes_.has("collation") || change.reindexes) && is_indexed()) {
      add_hazard(
          step, HazardCode::blocking_index_build,
          "builds the indexes over " + name + " anew; nobody can use " + table_ + " meanwhile");
    }
    if (change.fails_on_rows && !desired_.generated && !foreign) {
      add_hazard(step, HazardCode::data_loss,
                 "fails if " + table_ + " has rows: no " + live_.type.sql + " of " + name +
                     " reads as " + desired_.type.sql + "; add a new column and fill it instead");
    } else if (!same && !change.keeps_values && !desired_.generated && !foreign) {
      add_hazard(step, HazardCode::data_loss,
                 "not every " + live_.type.sql + " of " + name + " is known to keep its value as " +
                     desired_.type.sql);
    }
    if (restored == nullptr) return;
    Step& back = alter("");
    back.sql = alter_table(desired_.id, "ALTER COLUMN " + quote(desired_.id.sub) + " SET DEFAULT " +
                                            use(back, restored->expression));
    consume(back, restored->expression);
    back.produces.push_back(restored->id);
  }

  std::string retyped(const TypeChange& change, Step& step) {
    const std::string action = retype_action(desired_, change);
    if (!desired_.not_null || kept_below().empty()) return action;
    Column again = desired_;
    again.not_null_constraint = live_.not_null_constraint;
    if (!is_partitioned(steps_.live, table_of(live_.id))) scan_for_nulls(again, step);
    return "ALTER COLUMN " + quote(desired_.id.sub) + " DROP NOT NULL,\n    " + action + ",\n    " +
           set_not_null_action(again, steps_.server_version);
  }

  // An index with the column in it stays.
  bool is_indexed() const {
    const Members& members = steps_.live_members(live_.id);
    for (const Index* index : members.indexes) {
      if (!steps_.desired.contains(index->id)) continue;
      for (const IndexElement& element : index->elements) {
        if (is_over(element, live_.id)) return true;
      }
    }
    for (const Constraint* constraint : members.constraints) {
      if (!steps_.desired.contains(constraint->id) || constraint->foreign_key) continue;
      const std::vector<Identifier>& key = constraint->columns;
      if (std::find(key.begin(), key.end(), live_.id.sub) != key.end()) return true;
      for (const ExclusionElement& exclusion : constraint->exclusions) {
        if (is_over(exclusion.element, live_.id)) return true;
      }
    }
    return false;
  }

  // The old default has no way to the new type either. Gives the one to put back afterwards, or
  // none, where another change does that.
  const ColumnDefault* move_default_away() {
    const ObjectId id = desired_.id.with_sub(Kind::column_default, desired_.id.sub);
    const ColumnDefault* old = steps_.live.find<ColumnDefault>(id);
    const ColumnDefault* wanted = steps_.desired.find<ColumnDefault>(id);
    if (old == nullptr || wanted == nullptr) return nullptr;
    release(alter("DROP DEFAULT"), old->expression);
    return old->expression == wanted->expression ? wanted : nullptr;
  }

  Step& change_storage() { return alter("SET STORAGE " + storage_word(desired_, steps_)); }

  void change_compression() {
    alter("SET COMPRESSION " + (desired_.compression.empty() ? "default" : desired_.compression));
  }

  // The column now has the same storage in all children, those that are to keep another too.
  void keep_storage_below(bool gets_type) {
    for (const ObjectId& table : tables_below(table_of(live_.id), steps_)) {
      const ObjectId id = table.with_sub(Kind::column, live_.id.sub);
      const Column* live = steps_.live.find<Column>(id);
      const Column* desired = steps_.desired.find<Column>(id);
      if (live == nullptr || desired == nullptr || !desired->inherited) continue;
      ColumnAlteration below(*live, *desired, changes_, steps_);
      if (live->storage == desired->storage && desired->storage != desired_.storage) {
        Step& step = below.change_storage();
        if (!steps_.desired_members(table).children.empty()) leave_out_children(step);
      }
      const bool is_compressed = live->compression == desired->compression;
      if (gets_type && is_compressed && !desired->compression.empty()) below.change_compression();
    }
  }

  void change_options() {
    const OptionChanges options = option_changes(live_.options, desired_.options);
    if (!options.set.empty()) {
      alter("SET (" + options_list(options.set) + ")").lock = Lock::share_update_exclusive;
    }
    if (!options.reset.empty()) {
      alter("RESET (" + option_names(options.reset) + ")").lock = Lock::share_update_exclusive;
    }
  }

  // What is done to a parent's column is done to this one as well.
  void wait_for_parents(Step& step) const {
    for (const ObjectId& parent : steady_ancestors(table_of(live_.id), steps_)) {
      const ObjectId above = parent.with_sub(Kind::column, live_.id.sub);
      if (!steps_.live.contains(above)) continue;
      (steps_.desired.contains(above) ? step.consumes : step.supersedes).push_back(above);
    }
  }

  void change_not_null() {
    if (!desired_.not_null) {
      Step& step = alter("DROP NOT NULL");
      if (!live_.not_null_constraint.name.empty()) step.destroys.push_back(not_null_id(live_));
      // What it has from a parent goes with that one's (18).
      wait_for_parents(step);
      // A primary key that goes with a foreign key to it may go late.
      for (const Constraint* constraint : steps_.live_members(live_.id).constraints) {
        const std::vector<Identifier>& key = constraint->columns;
        if (constraint->type == ConstraintType::primary_key &&
            std::find(key.begin(), key.end(), live_.id.sub) != key.end()) {
          step.supersedes.push_back(constraint->id);
        }
      }
      follow_replica_identity(step);
      return;
    }
    set_not_null();
  }

  // An index that tells replicas about rows has no columns with NULLs: another takes over, or it
  // goes.
  void follow_replica_identity(Step& step) const {
    if (!is_replica_identity()) return;
    const ObjectId table = live_.id.container(Kind::table);
    const Identifier name = steps_.live.find<Table>(table)->replica_identity.index;
    step.consumes.push_back(replica_identity_of(table));
    step.supersedes.push_back(object_id(Kind::index, table.schema, name));
    step.supersedes.push_back(table.with_sub(Kind::constraint, name));
  }

  // The index that tells replicas about rows has the column.
  bool is_replica_identity() const {
    const ObjectId table = live_.id.container(Kind::table);
    const Table* before = steps_.live.find<Table>(table);
    if (before == nullptr || before->replica_identity.kind != ReplicaIdentityKind::index) {
      return false;
    }
    const Identifier name = before->replica_identity.index;
    const std::vector<Identifier> columns =
        columns_of_index(steps_.live, object_id(Kind::index, table.schema, name),
                         table.with_sub(Kind::constraint, name));
    return std::find(columns.begin(), columns.end(), live_.id.sub) != columns.end();
  }

  // A NOT NULL that children are to have from here finds theirs, if they are NO INHERIT, in the
  // way.
  void make_heritable_below() {
    for (const Table* child : steps_.live_members(live_.id).children) {
      const auto id = child->id.with_sub(Kind::column, live_.id.sub);
      const Column* own = steps_.live.find<Column>(id);
      if (own == nullptr || !own->not_null_constraint.no_inherit) continue;
      Step& step = steps_.add(
          Verb::alter, desired_,
          alter_table(id, "ALTER CONSTRAINT " + quote(not_null_name(*own)) + " INHERIT"));
      step.produces.clear();
      take_lock(step, steps_, id, Lock::access_exclusive);
    }
  }

  // By the step of a parent, which gets one that is inherited.
  bool is_made_heritable_above() const {
    if (desired_.not_null_constraint.no_inherit) return false;
    const ObjectId table = table_of(live_.id);
    const std::vector<ObjectId> above = parents_of(steps_.desired, table);
    return std::any_of(above.begin(), above.end(), [&](const ObjectId& parent) {
      if (!is_child(steps_.live, table, parent)) return false;
      const ObjectId id = parent.with_sub(Kind::column, live_.id.sub);
      const Column* before = steps_.live.find<Column>(id);
      const Column* after = steps_.desired.find<Column>(id);
      const auto gives = [](const Column* column) {
        return column != nullptr && column->not_null && !column->not_null_constraint.no_inherit;
      };
      return !gives(before) && gives(after);
    });
  }

  void set_not_null() {
    if (!desired_.not_null_constraint.no_inherit) make_heritable_below();
    Step& step = alter_table_of_column(set_not_null_action(desired_, steps_.server_version));
    if (steps_.server_version >= 180000) take_not_null_name(step);
    wait_for_parents(step);
    wait_for_rows(desired_, step, steps_);
    if (!desired_.not_null_constraint.validated || is_foreign(live_.id, steps_.live)) return;
    scan_for_nulls(desired_, step);
  }

  // From this step on, and not before the name is free.
  void take_not_null_name(Step& step) const {
    step.produces.push_back(not_null_id(desired_));
    step.supersedes.push_back(not_null_id(desired_));
  }

  // Two columns may be to change names.
  bool is_taken(Identifier name) const {
    const std::vector<const Column*>& columns = steps_.live_members(live_.id).columns;
    return std::any_of(columns.begin(), columns.end(), [&](const Column* other) {
      return other->not_null && other->not_null_constraint.name == name;
    });
  }

  // PostgreSQL renames by name in all children, where none has it from elsewhere too, and nothing
  // in tables OF a type.
  bool can_be_renamed() const {
    std::vector<ObjectId> tables = {table_of(live_.id)};
    if (!steps_.live.find<Table>(tables.front())->of_type.empty()) return false;
    for (size_t i = 0; i < tables.size(); ++i) {
      for (const Table* child : steps_.live_members(tables[i]).children) {
        if (child->own_not_null.contains(live_.id.sub)) return false;
        tables.push_back(child->id);
      }
    }
    return std::none_of(tables.begin() + 1, tables.end(), [&](const ObjectId& table) {
      const std::vector<ObjectId> parents = parents_of(steps_.live, table);
      return std::any_of(parents.begin(), parents.end(), [&](const ObjectId& parent) {
        if (std::find(tables.begin(), tables.end(), parent) != tables.end()) return false;
        const Column* other = find_column(steps_.live, parent.with_sub(Kind::column, live_.id.sub));
        return other != nullptr && other->not_null;
      });
    });
  }

  Step& rename_not_null(Identifier from, Identifier to) {
    return alter_table_of_column("RENAME CONSTRAINT " + quote(from) + " TO " + quote(to));
  }

  // 18 and later: what keeps the column NOT NULL has a name, may be NOT VALID, and not inherited.
  void change_not_null_constraint() {
    const NotNullConstraint& live = live_.not_null_constraint;
    const NotNullConstraint& wanted = desired_.not_null_constraint;
    Identifier name = not_null_name(live_);
    const bool is_renamed = !wanted.name.empty() && wanted.name != name;
    // Of a foreign table PostgreSQL changes none in place.
    const bool is_fixed = live.no_inherit != wanted.no_inherit && is_foreign(live_.id, steps_.live);
    if ((live.validated && !wanted.validated) || (is_renamed && !can_be_renamed()) || is_fixed) {
      alter("DROP NOT NULL").destroys.push_back(not_null_id(live_));
      set_not_null();
      return;
    }
    if (is_renamed) {
      const bool taken = is_taken(wanted.name);
      const Identifier first =
          taken ? name_aside(steps_.live, steps_.desired, live_.id.schema, name) : wanted.name;
      rename_not_null(name, first).destroys.push_back(not_null_id(live_));
      if (taken) rename_not_null(first, wanted.name);
      take_not_null_name(steps_.steps().back());
      name = wanted.name;
    }
    if (live.no_inherit != wanted.no_inherit && !is_made_heritable_above()) {
      if (!wanted.no_inherit) make_heritable_below();
      alter_table_of_column("ALTER CONSTRAINT " + quote(name) +
                            (wanted.no_inherit ? " NO INHERIT" : " INHERIT"));
    }
    if (!live.validated && wanted.validated) {
      Step& step = alter_table_of_column("VALIDATE CONSTRAINT " + quote(name));
      step.lock = Lock::share_update_exclusive;
      step.scans = true;
      add_hazard(step, HazardCode::full_scan,
                 "reads all of " + table_ + "; fails if there is a NULL");
    }
  }

  // The identity column's sequence goes on where the column's own one stands, and has its name.
  void take_over(const QualifiedName& old) {
    const ObjectId id = object_id(Kind::sequence, old.schema, old.name);
    Identity identity = *desired_.identity;
    const Identifier usual(make_object_name(desired_.id.name.str(), desired_.id.sub.str(), "seq"));
    const QualifiedName wanted =
        identity.sequence.empty() ? QualifiedName{desired_.id.schema, usual} : identity.sequence;
    const bool in_the_way = wanted == old;
    identity.sequence = in_the_way ? aside_sequence(old, steps_) : wanted;
    Step& step = alter("ADD " + identity_sql(identity, desired_.type));
    step.supersedes.push_back(desired_.id.with_sub(Kind::column_default, desired_.id.sub));
    if (!in_the_way) step.supersedes.push_back(identity_sequence(desired_));
    // By its name: the column has two of its own now.
    const std::string to = quote_literal(identity.sequence.sql()) + "::regclass";
    take_position(desired_, to, identity.options, old, steps_).releases.push_back(id);
    if (!in_the_way) return;
    Step& rename = steps_.add(
        Verb::alter, desired_,
        alter_statement("SEQUENCE " + identity.sequence.sql(), "RENAME TO " + quote(wanted.name)));
    rename.supersedes.push_back(id);
    rename.produces.push_back(identity_sequence(desired_));
  }

  void change_identity() {
    const Identity& wanted = *desired_.identity;
    if (!live_.identity) {
      const std::vector<QualifiedName> outgoing = outgoing_sequences(live_, steps_);
      if (outgoing.size() == 1) {
        take_over(outgoing.front());
        return;
      }
      Step& step = alter("ADD " + identity_sql(wanted, desired_.type));
      // PostgreSQL wants the default gone, and the sequence it called may hold the new one's name.
      step.supersedes.push_back(desired_.id.with_sub(Kind::column_default, desired_.id.sub));
      step.supersedes.push_back(identity_sequence(desired_));
      continue_after_rows(desired_,
                          "pg_get_serial_sequence(" + quote_literal(table_) + ", " +
                              quote_literal(desired_.id.sub.str()) + ")",
                          std::to_string(wanted.options.start), wanted.options, desired_.id,
                          steps_);
      return;
    }
    const Identity& old = *live_.identity;
    SequenceOptions before = old.options;
    if (changes_.has("type")) {
      follow_type(before, old.sequence_type.empty() ? live_.type.sql : old.sequence_type,
                  desired_.type.sql);
    }
    if (must_move(before, wanted.options) && !old.sequence.empty()) {
      const SequenceOptions wide = widened(before, wanted.options);
      const std::string limits = sequence_parameter_changes(before, wide, "SET ");
      if (!limits.empty()) alter(limits.substr(1));
      steps_.add(Verb::alter, desired_,
                 move_unused_sequence(old.sequence.sql(), wanted.options.start));
      before = wide;
    }
    std::string action;
    if (old.always != wanted.always) {
      action = wanted.always ? " SET GENERATED ALWAYS" : " SET GENERATED BY DEFAULT";
    }
    action += sequence_parameter_changes(before, wanted.options, "SET ");
    if (!action.empty()) alter(action.substr(1));
    if (old.sequence.empty() || wanted.sequence.empty() || old.sequence == wanted.sequence) return;
    QualifiedName from = old.sequence;
    if (breaks_circle()) {
      from = aside_sequence(old.sequence, steps_);
      rename_sequence(old.sequence, from.name).puts_aside.push_back(identity_sequence(live_));
    }
    Step& step = rename_sequence(from, wanted.sequence.name);
    step.supersedes.push_back(identity_sequence(desired_));
    free_identity_sequence(desired_, step, steps_);
    if (from == old.sequence) step.puts_aside.push_back(identity_sequence(live_));
  }

  Step& rename_sequence(const QualifiedName& from, Identifier to) {
    Step& step = steps_.add(Verb::alter, desired_,
                            alter_statement("SEQUENCE " + from.sql(), "RENAME TO " + quote(to)));
    step.lock = Lock::access_exclusive;
    return step;
  }

  // Of columns whose sequences pass their names around, one has to let go first.
  bool breaks_circle() const {
    const Column* wanted = &desired_;
    for (int length = 0; length < 1000; ++length) {
      const Column* holder = steps_.live_identity(wanted->identity->sequence);
      if (holder == nullptr) return false;
      if (holder->id == live_.id) return length > 0;
      if (holder->id < live_.id) return false;  // that one does, if there is a circle
      wanted = steps_.desired.find<Column>(holder->id);
      const bool is_renamed = wanted != nullptr && wanted->identity &&
                              wanted->identity->sequence != holder->identity->sequence;
      if (!is_renamed) return false;
    }
    return false;
  }

  const Column& live_;
  const Column& desired_;
  const FieldChanges& changes_;
  StepBuilder& steps_;
  const std::string table_;
  std::vector<ObjectId> rows_elsewhere_;  // columns that store rows of the table, and go
};

}  // namespace

template <>
void Rules<Column>::expressions(Column& object, const ExpressionVisitor& visit) {
  if (!object.generated) return;
  ExpressionScope scope;
  scope.relation = object.id.container(Kind::table);
  scope.target = object.type;
  visit(object.generated->expression, scope);
}

template <>
void Rules<Column>::references(const Column& object, ReferenceSink& sink) {
  sink.object(object.id.container(Kind::table));
  sink.type(object.type);
  sink.collation(object.collation);
}

template <>
void Rules<Column>::create(const Column& object, StepBuilder& steps) {
  if (comes_from_parent(object, steps) || follows_type(object, steps)) return;
  const ObjectId table = object.id.container(Kind::table);
  const bool has_default =
      steps.desired.contains(object.id.with_sub(Kind::column_default, object.id.sub));
  const bool writes_values =
      object.identity || has_default || (object.generated && object.generated->stored);
  std::vector<ObjectId> going;
  const bool is_new = !steps.live.contains(object.id);  // else alter() has asked
  if (writes_values && is_new && refuse_where_rows_are_stored(object, going, steps)) return;
  Step& step = steps.add(Verb::create, object, "");
  step.supersedes = std::move(going);
  // A partition gets none of its own.
  if (const Table* live = steps.live.find<Table>(table); live != nullptr && live->partition_of) {
    if (leaves(table, live->partition_of->parent, steps)) step.consumes.push_back(departed(table));
  }
  const TableStatement::Element element = column_element(object, step, steps.server_version);
  free_identity_sequence(object, step, steps);
  std::string action = "ADD COLUMN " + element.sql;
  const ObjectId default_id = object.id.with_sub(Kind::column_default, object.id.sub);
  const ColumnDefault* default_value = steps.desired.find<ColumnDefault>(default_id);
  if (default_value != nullptr && fits(step, default_value->expression)) {
    action += " DEFAULT " + default_sql(use(step, default_value->expression));
    step.produces.push_back(default_id);
  } else {
    default_value = nullptr;
  }
  const bool is_filled = object.not_null && !object.identity && !object.generated &&
                         default_value == nullptr && steps.filled.contains(object.id);
  if (!element.suffix.empty() && !is_filled) action += " " + element.suffix;
  share_action(step, table, action);
  if (object.not_null && !object.not_null_constraint.name.empty() && !is_filled) {
    step.produces.push_back(not_null_id(object));
    step.supersedes.push_back(not_null_id(object));
  }
  std::vector<const Column*> apart;
  produce_in_children(object.id, steps.live.contains(object.id), step, steps, apart);
  if (take_lock(step, steps, table, Lock::access_exclusive)) {
    add_effects(object, default_value, is_filled, step, steps);
  }
  add_column_settings(object, steps);
  for (const Column* below : apart) set_apart(*below, false, steps);
  if (!is_filled) return;
  Step& set = steps.add(Verb::alter, object,
                        alter_table(table, set_not_null_action(object, steps.server_version)));
  if (!object.not_null_constraint.name.empty()) set.produces.push_back(not_null_id(object));
  set.reason = "when the declared rows have given it values";
  wait_for_rows(object, set, steps);
  take_lock(set, steps, table, Lock::access_exclusive);
  scan_for_nulls(object, set);
}

template <>
bool Rules<Column>::alter(const Column& live, const Column& desired, const FieldChanges& changes,
                          StepBuilder& steps) {
  return ColumnAlteration(live, desired, changes, steps).run();
}

template <>
void Rules<Column>::drop(const Column& object, StepBuilder& steps) {
  if (goes_with_parent(object, steps) || follows_type(object, steps)) return;
  if (const Table* part = partitioned_by(object.id, steps)) {
    steps.refuse(object,
                 "the partition " + qualified_name(part->id) + " is partitioned by it in turn",
                 "declare that partition as it is to be, or drop it in a plan of its own first");
    return;
  }
  const std::string name = quote(object.id.sub);
  const std::string first =
      leaves_not_null_below(object, steps) ? "ALTER COLUMN " + name + " DROP NOT NULL, " : "";
  Step& step = steps.add(Verb::drop, object, alter_table(object.id, first + "DROP COLUMN " + name));
  take_lock(step, steps, object.id, Lock::access_exclusive);
  destroy_in_partitions(object.id, step, steps);
  follow_parents(object.id, step, steps);
  if (!object.not_null_constraint.name.empty()) step.destroys.push_back(not_null_id(object));
  const Column* again = steps.desired.find<Column>(object.id);
  const bool derived = object.generated && again != nullptr && again->generated;
  if (derived) {
    step.rewrites = object.generated->stored;
    add_hazard(step, HazardCode::breaks_clients, "the column comes back at the end of the row");
  } else if (object.generated && !object.generated->stored) {
    add_hazard(step, HazardCode::breaks_clients,
               "drops the column, whose values are computed when they are read");
  } else if (!is_foreign(object.id, steps.live)) {
    add_hazard(step, HazardCode::data_loss, "drops the column and its values");
  }
  drop_below(object, steps);
}

}  // namespace schemadiff
