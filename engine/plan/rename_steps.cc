#include "engine/plan/rename_steps.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "engine/model/ancestors.h"
#include "engine/model/default_names.h"
#include "engine/model/kind_traits.h"
#include "engine/model/names_in_schema.h"
#include "engine/objects/effects.h"
#include "engine/objects/index/part.h"

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

bool is_named_in_another(const ObjectId& id) {
  return traits_of(id.kind).naming != Naming::itself || id.kind == Kind::column || is_label(id);
}

// A name on its way from what the database has to what the file says.
struct Thing {
  ObjectId id;                     // in the end
  Identifier schema;               // now
  Identifier name;                 // now, its own
  ObjectId table;                  // that it moves along with to another schema
  const Rename* rename = nullptr;  // none: it only goes along, or stays
  bool is_under_way = false;

  Identifier own_name() const { return is_named_in_another(id) ? id.sub : id.name; }
  bool is_there() const {
    return name == own_name() && (schema == id.schema || is_named_in_another(id));
  }
};

class Writer {
 public:
  Writer(const Renames& renames, StepBuilder& steps) : renames_(renames), steps_(steps) {}

  std::vector<Step> write() {
    collect();
    std::vector<Thing*> list;
    for (Thing& thing : things_) {
      if (thing.rename != nullptr) list.push_back(&thing);
    }
    const auto key = [&](const Thing* thing) { return std::pair(rank(thing->id), thing->id); };
    std::sort(list.begin(), list.end(),
              [&](const Thing* a, const Thing* b) { return key(a) < key(b); });
    for (Thing* thing : list) {
      if (rank(thing->id) > 0) leave_schemas();
      if (rank(thing->id) > 1) tables_are_there_ = true;
      settle(*thing);
    }
    for (Thing& thing : things_) {
      if (thing.rename != nullptr) settle(thing);
    }
    return std::move(out_);
  }

 private:
  // Each is called by the new names of what it is a part of, or what its arguments are of.
  int rank(const ObjectId& id) const {
    if (id.kind == Kind::schema) return 0;
    const bool is_part = object_of(steps_.live, id) != id || is_named_in_another(id);
    if (is_part) return 3;
    return id.kind == Kind::function || id.kind == Kind::index ? 2 : 1;
  }

  // --- who has which name ----------------------------------------------------------------
  void collect() {
    if (renames_.empty()) return;
    std::map<ObjectId, const Rename*> by_target;
    for (const Rename& rename : renames_.list()) by_target.emplace(rename.to, &rename);
    const auto add = [&](const ObjectId& id, const ObjectId& table) {
      Thing thing;
      thing.id = id;
      const ObjectId before = renames_.live(id);
      thing.schema = before.schema;
      thing.name = is_named_in_another(id) ? before.sub : before.name;
      thing.table = table;
      const auto found = by_target.find(id);
      if (found != by_target.end()) {
        thing.rename = found->second;
        by_target.erase(found);
      }
      things_.push_back(thing);
    };
    for_each_kind([&]<class T>() {
      for (const auto& [id, object] : steps_.live.objects<T>()) {
        const bool is_named = !names_in_schema(steps_.live, id).empty();
        if (!is_named && !by_target.contains(id)) continue;
        ObjectId table;
        if constexpr (kind_of<T> == Kind::index) table = object.table;
        if constexpr (kind_of<T> == Kind::constraint) table = id.container(Kind::table);
        if constexpr (kind_of<T> == Kind::sequence) {
          if (object.owned_by) table = object.owned_by->container(Kind::table);
        }
        add(id, table);
      }
    });
    for (const auto& [id, column] : steps_.live.objects<Column>()) {
      if (!column.identity || column.identity->sequence.empty()) continue;
      const auto& [schema, name] = column.identity->sequence;
      add(object_id(Kind::sequence, schema, name), id.container(Kind::table));
    }
    // Labels and the like are no objects.
    while (!by_target.empty()) add(by_target.begin()->first, {});
    for (Thing& thing : things_) hold(thing);
  }

  // Schemas have their new names, and all in them is called by those.
  void leave_schemas() {
    if (std::exchange(has_left_schemas_, true)) return;
    holders_.clear();
    for (Thing& thing : things_) {
      if (!thing.schema.empty()) thing.schema = renames_.desired_schema(thing.schema);
      hold(thing);
    }
  }

  // What nothing else can have while it is there under that name.
  std::vector<ObjectId> names_of(const Thing& thing, Identifier schema, Identifier name) const {
    std::vector<ObjectId> out;
    ObjectId id = thing.id;
    if (is_named_in_another(id)) {
      id.sub = name;
      out.push_back(id);
      if (is_behind_constraint(thing)) out.push_back(object_id(Kind::none, schema, name));
      return out;
    }
    id.schema = schema;
    id.name = name;
    const KindTraits& traits = traits_of(id.kind);
    if (traits.in_pg_class) out.push_back(object_id(Kind::none, schema, name));
    if (traits.in_pg_type) out.push_back(object_id(Kind::domain, schema, name));
    if (out.empty()) out.push_back(id);
    return out;
  }

  bool is_behind_constraint(const Thing& thing) const {
    return thing.id.kind == Kind::constraint && !names_in_schema(steps_.live, thing.id).empty();
  }

  void hold(Thing& thing) {
    for (const ObjectId& name : names_of(thing, thing.schema, thing.name)) holders_[name] = &thing;
  }

  void change(Thing& thing, Identifier schema, Identifier name) {
    for (const ObjectId& before : names_of(thing, thing.schema, thing.name)) {
      const auto found = holders_.find(before);
      if (found != holders_.end() && found->second == &thing) holders_.erase(found);
    }
    thing.schema = schema;
    thing.name = name;
    hold(thing);
  }

  Thing* holder(const Thing& thing, Identifier schema, Identifier name) const {
    for (const ObjectId& each : names_of(thing, schema, name)) {
      const auto found = holders_.find(each);
      if (found != holders_.end() && found->second != &thing) return found->second;
    }
    return nullptr;
  }

  // --- one after the other ---------------------------------------------------------------
  // Behind those that give up the names it needs.
  void settle(Thing& thing) {
    if (thing.is_there()) return;
    thing.is_under_way = true;
    const bool follows = goes_with_its_table(thing.id) || is_named_in_another(thing.id);
    if (follows) {
      rename(thing, thing.own_name());
    } else if (thing.schema != thing.id.schema) {
      move(thing);
    }
    if (!thing.is_there()) rename(thing, thing.own_name());
    thing.is_under_way = false;
  }

  void move(Thing& thing) {
    const Identifier schema = thing.id.schema;
    for (Thing& companion : things_) {
      if (companion.table != thing.id || companion.schema != thing.schema) continue;
      clear_the_way(companion, schema);
    }
    if (thing.name != thing.own_name() && holder(thing, schema, thing.name) != nullptr) {
      const Thing* other = holder(thing, thing.schema, thing.own_name());
      const bool stays = other != nullptr && other->rename == nullptr;
      rename(thing, stays ? aside(thing) : thing.own_name());
    }
    make_room(thing, schema, thing.name);
    add(*thing.rename, move_sql(called(thing), thing.id));
    const Identifier before = thing.schema;
    change(thing, schema, thing.name);
    for (Thing& companion : things_) {
      if (companion.table == thing.id && companion.schema == before) {
        change(companion, schema, companion.name);
      }
    }
  }

  // What comes along under a name that something has where it comes to.
  void clear_the_way(Thing& companion, Identifier schema) {
    Thing* other = holder(companion, schema, companion.name);
    if (other == nullptr) return;
    if (other->rename != nullptr && !other->is_there() && !other->is_under_way) settle(*other);
    if (holder(companion, schema, companion.name) == nullptr) return;
    const Identifier name = companion.own_name();
    if (companion.rename == nullptr) {
      there_and_back_.push_back({renames_.live(companion.id), companion.id});
      companion.rename = &there_and_back_.back();
    }
    const bool is_free = companion.name != name && companion.rename != nullptr &&
                         holder(companion, schema, name) == nullptr &&
                         holder(companion, companion.schema, name) == nullptr;
    rename(companion, is_free ? name : aside(companion));
  }

  // Where it is.
  void rename(Thing& thing, Identifier name) {
    if (thing.name == name) return;
    make_room(thing, thing.schema, name);
    if (thing.rename == nullptr) return;
    ObjectId to = called(thing);
    const ObjectId now = to;
    (is_named_in_another(to) ? to.sub : to.name) = name;
    if (is_behind_constraint(thing)) {
      const ObjectId index = object_id(Kind::index, thing.schema, thing.name);
      add(*thing.rename, !tables_are_there_
                             ? alter_statement(alter_target(index), "RENAME TO " + quote(name))
                             : part_sql(now, to));
    } else {
      add(*thing.rename, is_named_in_another(to) ? part_sql(now, to) : rename_sql(now, to));
    }
    change(thing, thing.schema, name);
  }

  void make_room(Thing& thing, Identifier schema, Identifier name) {
    for (Thing* other = holder(thing, schema, name); other != nullptr;
         other = holder(thing, schema, name)) {
      if (other->rename == nullptr) return;  // the server will say it
      if (other->is_under_way) {
        rename(*other, aside(*other));
      } else {
        settle(*other);
      }
      if (holder(thing, schema, name) == other) return;
    }
  }

  // For as long as its own name, or the new one, is in the way.
  Identifier aside(const Thing& thing) const {
    return Identifier(
        choose_object_name(thing.own_name().str(), "", "new", [&](std::string_view candidate) {
          const Identifier name(candidate);
          return name == thing.name || holder(thing, thing.schema, name) != nullptr ||
                 holder(thing, thing.id.schema, name) != nullptr || is_beside(thing.id, name);
        }));
  }

  // Something that keeps its name, and is no thing of ours, has this one.
  bool is_beside(ObjectId id, Identifier name) const {
    if (is_label(id)) {
      const EnumType* type = steps_.live.find<EnumType>(id.container(Kind::enum_type));
      return type != nullptr &&
             std::find(type->labels.begin(), type->labels.end(), name.str()) != type->labels.end();
    }
    (is_named_in_another(id) ? id.sub : id.name) = name;
    if (id.kind != Kind::column) return steps_.live.contains(id);
    const auto* type = steps_.live.find<CompositeType>(id.container(Kind::composite_type));
    if (type == nullptr) return find_column(steps_.live, id) != nullptr;
    return std::any_of(type->attributes.begin(), type->attributes.end(),
                       [&](const CompositeAttribute& attribute) { return attribute.name == name; });
  }

  ObjectId called(const Thing& thing) const {
    ObjectId now = thing.id;
    if (is_named_in_another(now)) {
      now.sub = thing.name;
    } else {
      now.schema = thing.schema;
      now.name = thing.name;
    }
    return now;
  }

  bool goes_with_its_table(const ObjectId& id) const {
    if (id.kind == Kind::index) return true;
    const Sequence* sequence = steps_.live.find<Sequence>(id);
    if (sequence != nullptr) return sequence->owned_by.has_value();
    return id.kind == Kind::sequence;  // of an identity column
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
    if (is_part_with_index(to)) {
      return alter_statement("INDEX " + qualified_name(object_id(Kind::index, to.schema, now.sub)),
                             "RENAME TO " + name);
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

  // A partition's part of a key. ALTER INDEX locks less, and gives the key the name too.
  bool is_part_with_index(const ObjectId& id) const {
    const auto* constraint = steps_.live.find<Constraint>(id);
    return constraint != nullptr && is_part_of_key(*constraint);
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
    step.lock = is_part_with_index(rename.to) ? Lock::share_update_exclusive : lock_of(rename.to);
    step.reason =
        rename.makes_way ? "makes way for what gets its name" : "renamed from " + old_name(rename);
    // Once, if it takes two steps.
    const bool is_other = rename.from != rename.to;  // not where the schema was renamed beneath it
    if (announced_.insert(&rename).second && !rename.makes_way && is_other &&
        is_named_by_clients(rename.to.kind)) {
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
  std::deque<Thing> things_;
  std::unordered_map<ObjectId, Thing*> holders_;
  bool has_left_schemas_ = false;
  bool tables_are_there_ = false;
  std::set<const Rename*> announced_;
  std::deque<Rename> there_and_back_;  // of what only goes along
  std::vector<Step> out_;
};

}  // namespace

std::vector<Step> rename_steps(const Renames& renames, StepBuilder& steps) {
  return Writer(renames, steps).write();
}

}  // namespace schemadiff
