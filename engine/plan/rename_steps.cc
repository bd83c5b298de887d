#include "engine/plan/rename_steps.h"

#include <algorithm>
#include <set>
#include <utility>

#include "engine/model/kind_traits.h"
#include "engine/objects/effects.h"

namespace schemadiff {
namespace {

bool is_label(const ObjectId& id) { return id.kind == Kind::enum_type && !id.sub.empty(); }

// The object of the catalog that it is about: of a label its enum, of an attribute its type, of a
// view's column the view.
ObjectId object_of(const Catalog& catalog, const ObjectId& id) {
  if (is_label(id)) return id.container(Kind::enum_type);
  if (id.kind != Kind::column || catalog.contains(id)) return id;
  const ObjectId relation = catalog.find_relation(id.schema, id.name);
  return relation.kind == Kind::table ? id : relation;
}

bool is_named_by_clients(Kind kind) {
  const KindTraits& traits = traits_of(kind);
  if (kind == Kind::schema || kind == Kind::column || kind == Kind::function) return true;
  if (kind == Kind::role) return true;
  return (traits.in_pg_class && kind != Kind::index) || traits.in_pg_type;
}

Lock lock_of(const ObjectId& id) {
  switch (id.kind) {
    case Kind::index:
      return Lock::share_update_exclusive;
    case Kind::table:
    case Kind::view:
    case Kind::materialized_view:
    case Kind::column:
    case Kind::constraint:
    case Kind::trigger:
    case Kind::policy:
    case Kind::rule:
      return Lock::access_exclusive;
    default:
      return Lock::none;
  }
}

class Writer {
 public:
  Writer(const Renames& renames, StepBuilder& steps) : renames_(renames), steps_(steps) {}

  std::vector<Step> write() {
    std::vector<const Rename*> list;
    for (const Rename& rename : renames_.list()) list.push_back(&rename);
    const auto key = [&](const Rename* rename) { return std::pair(rank(rename->to), rename->to); };
    std::sort(list.begin(), list.end(),
              [&](const Rename* a, const Rename* b) { return key(a) < key(b); });
    for (const Rename* rename : list) write_once(*rename);
    return std::move(out_);
  }

 private:
  // Each is called by the new names of what it is a part of, or what its arguments are of.
  int rank(const ObjectId& id) const {
    if (id.kind == Kind::schema) return 0;
    const bool is_part = object_of(steps_.live, id) != id || id.kind == Kind::column ||
                         traits_of(id.kind).naming != Naming::itself;
    if (is_part) return 3;
    return id.kind == Kind::function || id.kind == Kind::index ? 2 : 1;
  }

  // Behind the one that gives up its new name.
  void write_once(const Rename& rename) {
    if (!written_.insert(&rename).second) return;
    for (const Rename& other : renames_.list()) {
      if (&other != &rename && before(other) == rename.to) write_once(other);
    }
    write(rename);
  }

  static bool is_named_in_another(const ObjectId& id) {
    return traits_of(id.kind).naming != Naming::itself || id.kind == Kind::column || is_label(id);
  }

  // What it is called when its turn comes.
  ObjectId before(const Rename& rename) const {
    ObjectId now = rename.to;
    if (is_named_in_another(rename.to)) {
      now.sub = rename.from.sub;
    } else {
      now.schema = renames_.desired_schema(rename.from.schema);
      now.name = rename.from.name;
    }
    return now;
  }

  void write(const Rename& rename) {
    const ObjectId& to = rename.to;
    ObjectId now = before(rename);
    if (is_named_in_another(to)) {
      if (now.sub != to.sub) add(rename, part_sql(now, to));
      return;
    }
    if (goes_with_its_table(to)) {
      // Indexes come behind tables, sequences before.
      if (to.kind == Kind::index) now.schema = to.schema;
      if (now.name != to.name) add(rename, rename_sql(now, to));
      return;
    }
    const bool moves = now.schema != to.schema;
    const bool is_renamed = now.name != to.name;
    ObjectId between = now;
    between.schema = to.schema;
    const bool is_taken = moves && is_renamed && taken(between);
    if (is_taken) between = {now.kind, now.of, now.schema, to.name, now.sub};
    if (moves && !is_taken) add(rename, move_sql(now, to));
    if (is_renamed) add(rename, rename_sql(moves && !is_taken ? between : now, to));
    if (is_taken) add(rename, move_sql(between, to));
  }

  bool taken(const ObjectId& id) const {
    return steps_.live.contains(id) || steps_.live.find_relation(id.schema, id.name).known() ||
           steps_.live.find_type(id.schema, id.name).known();
  }

  bool goes_with_its_table(const ObjectId& id) const {
    if (id.kind == Kind::index) return true;
    const Sequence* sequence = steps_.live.find<Sequence>(id);
    return sequence != nullptr && sequence->owned_by;
  }

  static std::string rename_sql(const ObjectId& now, const ObjectId& to) {
    return alter_statement(alter_target(now), "RENAME TO " + quote(to.name));
  }
  static std::string move_sql(const ObjectId& now, const ObjectId& to) {
    return alter_statement(alter_target(now), "SET SCHEMA " + quote(to.schema));
  }

  std::string part_sql(const ObjectId& now, const ObjectId& to) const {
    const std::string name = quote(to.sub);
    if (is_label(to)) {
      return alter_statement(
          "TYPE " + qualified_name(now.container(Kind::enum_type)),
          "RENAME VALUE " + quote_literal(now.sub.str()) + " TO " + quote_literal(to.sub.str()));
    }
    if (to.kind == Kind::column) {
      const ObjectId relation = steps_.live.find_relation(to.schema, to.name);
      const bool attribute = relation.kind == Kind::composite_type;
      return alter_statement(alter_target(relation.container(relation.kind)),
                             std::string(attribute ? "RENAME ATTRIBUTE " : "RENAME COLUMN ") +
                                 quote(now.sub) + " TO " + name +
                                 (attribute && is_table_type(relation) ? " CASCADE" : ""));
    }
    if (to.kind == Kind::constraint) {
      return alter_statement("TABLE " + qualified_name(to.container(Kind::table)),
                             "RENAME CONSTRAINT " + quote(now.sub) + " TO " + name);
    }
    if (to.kind == Kind::domain_constraint) {
      return alter_statement("DOMAIN " + qualified_name(to.container(Kind::domain)),
                             "RENAME CONSTRAINT " + quote(now.sub) + " TO " + name);
    }
    return alter_statement(alter_target(now), "RENAME TO " + name);
  }

  // CREATE TABLE … OF it: PostgreSQL wants the word then; nothing is dropped by it.
  bool is_table_type(const ObjectId& type) const {
    const auto& tables = steps_.live.objects<Table>();
    return std::any_of(tables.begin(), tables.end(),
                       [&](const auto& entry) { return entry.second.of_type.object == type; });
  }

  void add(const Rename& rename, std::string sql) {
    const ObjectId object = object_of(steps_.live, rename.to);
    Step step;
    step.verb = Verb::rename;
    step.object = object;
    if (const ObjectBase* wanted = steps_.desired.find_base(object)) step.source = wanted->source;
    step.sql = std::move(sql);
    step.produces.push_back(object);
    if (object != rename.to) step.produces.push_back(rename.to);
    if (!rename.to.schema.empty()) {
      step.consumes.push_back(object_id(Kind::schema, {}, rename.to.schema));
    }
    step.lock = lock_of(rename.to);
    step.reason = "renamed from " + old_name(rename);
    // Once, if it takes two steps.
    if (std::exchange(last_, &rename) != &rename && is_named_by_clients(rename.to.kind)) {
      add_hazard(step, HazardCode::breaks_clients,
                 rename.to.kind == Kind::role
                     ? "whoever connects as " + old_name(rename) +
                           " fails from here on; a password stored as MD5 is cleared"
                     : "whoever says " + old_name(rename) + " fails from here on");
    }
    out_.push_back(std::move(step));
  }

  static std::string old_name(const Rename& rename) {
    if (is_label(rename.from)) return quote_literal(rename.from.sub.str());
    const bool part =
        traits_of(rename.from.kind).naming != Naming::itself || rename.from.kind == Kind::column;
    return part ? quote(rename.from.sub) : qualified_name(rename.from);
  }

  const Renames& renames_;
  StepBuilder& steps_;
  std::set<const Rename*> written_;
  const Rename* last_ = nullptr;
  std::vector<Step> out_;
};

}  // namespace

std::vector<Step> rename_steps(const Renames& renames, StepBuilder& steps) {
  return Writer(renames, steps).write();
}

}  // namespace schemadiff
