#include "engine/plan/planner.h"

#include <algorithm>
#include <map>
#include <set>

#include "engine/base/check.h"
#include "engine/diff/differ.h"
#include "engine/model/ancestors.h"
#include "engine/model/held_by.h"
#include "engine/model/kind_traits.h"
#include "engine/model/names_in_schema.h"
#include "engine/model/object_graph.h"
#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/model/text_references.h"
#include "engine/objects/effects.h"
#include "engine/objects/index_storage.h"
#include "engine/objects/let_go.h"
#include "engine/objects/owner/owner_change.h"
#include "engine/objects/partitions.h"
#include "engine/objects/privilege/creation_grants.h"
#include "engine/objects/privilege/rights.h"
#include "engine/objects/sequence/follow.h"
#include "engine/objects/table/moves.h"
#include "engine/objects/trigger/clone.h"
#include "engine/objects/type_moves.h"
#include "engine/plan/misreadings.h"
#include "engine/plan/order.h"
#include "engine/plan/part_names.h"
#include "engine/plan/rebuild.h"
#include "engine/plan/rename_steps.h"
#include "engine/plan/step_builder.h"
#include "engine/plan/user_code.h"
#include "engine/plan/uses_of_casts.h"

namespace schemadiff {
namespace {

class Planner {
 public:
  // `made_anew`: what can't be altered in place, and keys that can't take over an index.
  Planner(PlanInput input, std::set<ObjectId> made_anew)
      : input_(std::move(input)),
        made_anew_(std::move(made_anew)),
        live_(*input_.live),
        target_(*input_.target),
        builder_(live_, target_, *input_.system, input_.server_version) {
    builder_.build_own_index = made_anew_;
    note_filled_columns();
  }

  Result<Plan> run() {
    for (Change& change : input_.changes) changes_[change.id] = std::move(change);
    write_renames();
    move_extensions();
    note_table_revokes();
    if (auto found = find_moves(); !found) return fail(found.error());
    note_places_of_columns();
    note_defaults_of_domains();
    alter_in_place();
    hold_back_partitions();
    if (auto made = make_way(); !made) return fail(made.error());
    refuse_names_that_stay_taken();
    write_drops();
    write_creations();
    note_rights_of_anew();
    hold_back_what_would_be_misread();
    if (auto restored = restore_attachments(); !restored) return fail(restored.error());
    add_row_steps();
    wait_for_moves();
    wait_for_names_of_parts(steps_, input_.implied_parts, builder_);
    const OrderInput order{live_, target_, *dependencies_, naming_steps_};
    std::vector<Step> ordered = order_steps(std::move(steps_), order);
    give_paths_to_user_code(ordered, live_, target_);
    cut_transactions(std::move(ordered));
    note_renames();
    note_what_is_held_anyway();
    for (auto& [id, change] : changes_) plan_.changes.push_back(std::move(change));
    return std::move(plan_);
  }

 private:
  // --- renames ---------------------------------------------------------------------------
  void write_renames() {
    if (input_.renames == nullptr) return;
    steps_ = rename_steps(*input_.renames, builder_);
  }

  // ALTER EXTENSION … SET SCHEMA gives a name to all that the extension holds.
  void move_extensions() {
    for (const auto& [id, change] : changes_) {
      if (id.kind != Kind::extension || change.verb != Verb::alter) continue;
      if (!change.fields.has("schema")) continue;
      Rules<Extension>::alter(*live_.find<Extension>(id), *target_.find<Extension>(id),
                              change.fields, builder_);
      take_steps(change);
      moved_extensions_.insert(id);
    }
    naming_steps_ = steps_.size();
  }

  // What they change, for people. A part that is no object is a field of its object's.
  void note_renames() {
    if (input_.renames == nullptr) return;
    for (const Rename& rename : input_.renames->list()) {
      ObjectId id = rename.to;
      if (rename.makes_way) continue;  // dropped
      if (!target_.contains(id)) {
        const ObjectId type = id.container(Kind::enum_type);
        id = id.kind == Kind::enum_type ? type : target_.find_relation(id.schema, id.name);
      }
      const ObjectBase* wanted = target_.find_base(id);
      if (wanted == nullptr) continue;
      const auto [found, is_new] = changes_.try_emplace(id);
      Change& change = found->second;
      if (is_new) {
        change.verb = Verb::alter;
        change.id = change.live_id = id;
        change.source = wanted->source;
      }
      if (id == rename.to) {
        change.verb = Verb::rename;
        change.live_id = rename.from;
      } else {
        const char* what = id.kind == Kind::enum_type        ? "label"
                           : id.kind == Kind::composite_type ? "attribute"
                                                             : "column";
        change.fields.add({what, rename.from.sub.str(), rename.to.sub.str()});
      }
    }
  }

  // A privilege is an object where it differs from what is held without a word: for people it has
  // been there, or stays.
  void note_what_is_held_anyway() {
    for (auto& [id, change] : changes_) {
      const bool differs = change.verb == Verb::create || change.verb == Verb::drop;
      if (id.kind != Kind::privilege || !differs) continue;
      Privilege usual;
      static_cast<Grants&>(usual) = default_grants(id.target(), id.grantee, input_.server_version);
      if (usual.privileges.empty() || !live_.contains(privilege_host(live_, id)) ||
          !target_.contains(privilege_host(target_, id))) {
        continue;
      }
      change.fields = change.verb == Verb::create
                          ? compare_fields(usual, *target_.find<Privilege>(id))
                          : compare_fields(*live_.find<Privilege>(id), usual);
      change.verb = Verb::alter;
    }
  }

  // --- rows that move --------------------------------------------------------------------
  Result<void> find_moves() {
    auto moves = schemadiff::find_moves(builder_, input_.has_rows);
    if (!moves) return fail(moves.error());
    builder_.moves = std::move(*moves);
    for (const auto& [id, aside] : builder_.moves.types) {
      if (!target_.contains(id)) continue;  // of another kind: dropped and created
      const Domain* domain = live_.find<Domain>(id);
      const QualifiedName collation = domain != nullptr ? domain->collation : QualifiedName();
      const bool is_first = domain != nullptr &&
                            !builder_.moves.types.contains(domain->base.object) &&
                            !builder_.moves.types.contains(
                                object_id(Kind::collation, collation.schema, collation.name));
      note_rebuild(id, is_first ? "values of it are parts of others, where they can't be checked"
                                : "is made of what is replaced");
    }
    note_keys_of_moved_columns();
    for (const auto& [id, aside] : builder_.moves.anew) {
      replaced_.insert(id);
      const ObjectId root = root_of_move(id, builder_);
      note_rebuild(id, root == id ? "the type of a column that it is partitioned by changes"
                                  : "a partition of " + describe(root) + ", which is made anew");
    }
    refuse_types_of_what_is_left_alone();
    refuse_partitions_that_stay();
    for (const ObjectId& id : builder_.moves.sifted) {
      note_rebuild(id, "rows of it belong to other partitions now");
    }
    // Rows that move are neither new nor gone: no trigger should hear of them.
    disturbed_ = disturbed_by_moves(builder_);
    for (const auto& [id, trigger] : live_.objects<Trigger>()) {
      const bool hears = trigger.on_insert || trigger.on_delete;
      if (!hears || !disturbed_.contains(trigger.relation) || !target_.contains(id)) continue;
      if (is_part_of_anew(id)) continue;
      replaced_.insert(id);
      note_rebuild(id, "must not fire for rows that only change their partition");
    }
    // PostgreSQL lets no partition go that foreign keys point into.
    std::set<ObjectId> parents;
    const Moves& all = builder_.moves;
    const auto note_parents = [&](const ObjectId& id) {
      for (const ObjectId& above : ancestors_of(live_, id)) parents.insert(above);
    };
    for (const auto& [id, aside] : all.anew) note_parents(id);
    for (const auto* set : {&all.dissolved, &all.reattached, &all.sifted}) {
      for (const ObjectId& id : *set) note_parents(id);
    }
    find_clones();
    if (parents.empty()) return {};
    for (const auto& [id, key] : live_.objects<Constraint>()) {
      if (!key.foreign_key || !parents.contains(key.foreign_key->referenced_table)) continue;
      if (!target_.contains(id) || all.anew.contains(id.container(Kind::table))) continue;
      replaced_.insert(id);
      note_rebuild(id, "points to rows of " + describe(key.foreign_key->referenced_table) +
                           ", which change their partition");
    }
    return {};
  }

  // What a partition that becomes a table of its own has of its old parent's foreign keys: it goes
  // with those.
  void find_clones() {
    for (const auto& [id, key] : live_.objects<Constraint>()) {
      const Table* table = live_.find<Table>(id.container(Kind::table));
      if (!key.foreign_key || table == nullptr || !table->partition_of) continue;
      const ObjectId& parent = table->partition_of->parent;
      if (!builder_.moves.anew.contains(parent) || !leaves(table->id, parent, builder_)) continue;
      for (const Constraint* above : builder_.live_members(parent).constraints) {
        if (above->foreign_key != key.foreign_key || above->columns != key.columns) continue;
        clones_.emplace(id, above->id);
        if (!target_.contains(id)) break;
        replaced_.insert(id);
        note_rebuild(id, "goes with that of " + describe(parent));
        break;
      }
    }
  }

  bool is_left_alone(const ObjectId& id) const {
    return input_.left_alone != nullptr && input_.left_alone->contains(id);
  }

  // Columns that would be carried over to the new type, and other types that are made of it.
  void refuse_types_of_what_is_left_alone() {
    const auto refuse = [&](const ObjectId& type, const ObjectId& user) {
      if (!refused_.insert(type).second) return;
      builder_.refuse(*target_.find_base(successor_of(type, target_)),
                      "another would have to take its place, and " + describe(user) +
                          ", which uses it, is left alone",
                      "take that into the scope (--schema, --exclude)");
    };
    for (const Column* column : columns_moved(builder_)) {
      const bool has_type = builder_.moves.types.contains(column->type.object);
      if (is_left_alone(column->id)) {
        refuse(has_type
                   ? column->type.object
                   : object_id(Kind::collation, column->collation.schema, column->collation.name),
               column->id);
      }
    }
    for (const auto& [type, aside] : builder_.moves.types) {
      if (is_left_alone(type)) refuse(type, type);
    }
  }

  // What the key of the old table uses can only go with that, which waits for the rows in the new
  // one: until then the new key would find it by mistake.
  void refuse_misread_keys() {
    std::vector<ObjectId> keyed;
    for (const auto& [id, aside] : builder_.moves.anew) {
      const Table* wanted = target_.find<Table>(id);
      if (wanted != nullptr && wanted->partition_key) keyed.push_back(id);
    }
    if (keyed.empty()) return;
    const Misreadings misreadings(live_, target_, changes_, input_.misread_beside);
    for (const auto& [id, found] : misreadings.among(keyed)) {
      const std::vector<ObjectId> used = used_by_texts(live_, id);
      const auto mistaken = std::find_if(used.begin(), used.end(), [&](const ObjectId& each) {
        return std::find(found.begin(), found.end(), each) != found.end();
      });
      if (mistaken == used.end()) continue;
      builder_.refuse(*target_.find<Table>(id),
                      "it would have to be made anew while " + describe(*mistaken) +
                          " is still there, and its new partition key would call that",
                      "give the new function a name of its own");
      refused_.insert(id);
    }
  }

  // They would go with the old table, and their rows are not ours to copy.
  void refuse_partitions_that_stay() {
    for (const auto& [id, aside] : builder_.moves.anew) {
      for (const Table* child : builder_.live_members(id).children) {
        const bool left_alone = is_left_alone(child->id);
        const bool foreign = !child->server.empty() && child->partition_of;
        if (!left_alone && !foreign) continue;
        builder_.refuse(*target_.find<Table>(id),
                        "it would have to be made anew, and its partition " +
                            qualified_name(child->id) +
                            (left_alone ? " is left alone" : " is a foreign table"),
                        "take that out of it in a plan of its own first");
        refused_.insert(id);
      }
    }
    refuse_misread_keys();
    refuse_moved_attributes(builder_);
    refuse_foreign_tables(builder_);
    refuse_shared_columns(builder_);
    refuse_typed_tables(builder_);
    refuse_stored_rows(builder_);
    for (const Refusal& refusal : builder_.refusals()) refused_.insert(refusal.object);
    if (!take_refusals()) spread_refusals();
  }

  // A foreign key compares values of both sides: it can't stand while they are of two types.
  void note_keys_of_moved_columns() {
    std::set<ObjectId> moved;
    for (const Column* column : columns_moved(builder_)) moved.insert(column->id);
    if (moved.empty()) return;
    for (const auto& [id, key] : live_.objects<Constraint>()) {
      if (!key.foreign_key || !target_.contains(id)) continue;
      const auto any = [&](const ObjectId& table, const std::vector<Identifier>& columns) {
        return std::any_of(columns.begin(), columns.end(), [&](Identifier column) {
          return moved.contains(table.with_sub(Kind::column, column));
        });
      };
      if (!any(id.container(Kind::table), key.columns) &&
          !any(key.foreign_key->referenced_table, key.foreign_key->referenced_columns)) {
        continue;
      }
      replaced_.insert(id);
      keys_of_moved_.insert(id);
      note_rebuild(id, "compares values of a type that is replaced");
    }
  }

  // PostgreSQL adds a column behind those that are there.
  void note_places_of_columns() {
    for (auto& [id, change] : changes_) {
      if (id.kind != Kind::column || change.verb != Verb::create || !change.reason.empty())
        continue;
      const ObjectId table = id.container(Kind::table);
      if (!live_.contains(table) || builder_.moves.anew.contains(table)) continue;
      const std::vector<const Column*>& columns = builder_.desired_members(table).columns;
      const auto place = std::find_if(columns.begin(), columns.end(),
                                      [&](const Column* column) { return column->id == id; });
      const auto behind = std::find_if(place, columns.end(), [&](const Column* column) {
        return column->source.known() && live_.contains(column->id);
      });
      if (behind == columns.end()) continue;
      change.reason = "goes last, though " + quote((*behind)->id.sub) + " is declared behind it";
    }
  }

  // A domain can't make way for what its default calls; the default can.
  void note_defaults_of_domains() {
    for (const auto& [id, domain] : live_.objects<Domain>()) {
      const Domain* after = target_.find<Domain>(id);
      if (after == nullptr || !domain.default_value || !after->default_value) continue;
      const std::vector<ObjectId>& used = domain.default_value->references;
      const auto function = std::find_if(used.begin(), used.end(), [&](const ObjectId& called) {
        return makes_way(called, live_, target_);
      });
      if (function == used.end()) continue;
      const auto [found, is_new] = changes_.try_emplace(id);
      Change& change = found->second;
      if (is_new) {
        change.verb = Verb::alter;
        change.id = change.live_id = id;
        change.source = after->source;
        change.reason = "its default uses " + describe(*function) + ", which is recreated";
      }
      if (change.verb != Verb::alter || change.fields.has("default")) continue;
      change.fields.add({"default", display(domain.default_value), display(after->default_value)});
    }
  }

  void note_rebuild(const ObjectId& id, std::string reason) {
    if (changes_.contains(id)) return;
    Change& change = changes_[id];
    change.verb = Verb::alter;
    change.id = change.live_id = id;
    change.source = target_.find_base(id)->source;
    change.rebuild = true;
    change.reason = std::move(reason);
  }

  // The table that an object is a part of, or is itself; Kind::none: of none.
  static ObjectId table_around(const Catalog& catalog, ObjectId id) {
    while (id.known() && id.kind != Kind::table) id = owner_of(catalog, id);
    return id;
  }

  bool is_part_of_anew(const ObjectId& id) const {
    return builder_.moves.anew.contains(table_around(target_.contains(id) ? target_ : live_, id));
  }

  // What is refused stays as it is, in all its parts, and so do those it moves with.
  void spread_refusals() {
    const auto type = std::find_if(builder_.moves.types.begin(), builder_.moves.types.end(),
                                   [&](const auto& entry) {
                                     return refused_.contains(entry.first) ||
                                            refused_.contains(successor_of(entry.first, target_));
                                   });
    std::map<ObjectId, Identifier>& anew = builder_.moves.anew;
    const auto refuse = [&](const ObjectId& id, const ObjectId& because) {
      if (!refused_.insert(id).second) return false;
      const ObjectBase* object = target_.find_base(id);
      plan_.refusals.push_back(
          {id, object == nullptr ? SourceSpan{} : object->source,
           "it belongs together with " + describe(because) + ", which is refused", ""});
      return true;
    };
    if (type != builder_.moves.types.end()) {
      for (const auto& [id, aside] : builder_.moves.types) {
        refuse(id, type->first);
        refuse(successor_of(id, target_), type->first);
      }
    }
    for (bool again = true; again;) {
      again = false;
      for (const auto& [id, aside] : anew) {
        for (const auto& [other, name] : anew) {
          if (!refused_.contains(other) ||
              root_of_move(id, builder_) != root_of_move(other, builder_)) {
            continue;
          }
          again = refuse(id, other) || again;
        }
      }
    }
    for (const auto& [id, change] : changes_) {
      for (const Catalog* catalog : {&live_, &target_}) {
        const Table* table = catalog->find<Table>(id);
        if (table == nullptr || !table->partition_of) continue;
        const ObjectId& parent = table->partition_of->parent;
        if (anew.contains(parent) && refused_.contains(parent)) refuse(id, parent);
      }
    }
  }

  bool is_part_of_refused(const ObjectId& id) const {
    const ObjectId table = table_around(target_.contains(id) ? target_ : live_, id);
    return not_anew_.contains(table) ||
           (builder_.moves.anew.contains(table) && refused_.contains(table)) ||
           is_part_of_what_stays(id);
  }

  // Of something that is not to be dropped after all.
  bool is_part_of_what_stays(const ObjectId& id) const {
    if (refused_.empty()) return false;
    for (ObjectId at = held_by(live_, id); at.known(); at = held_by(live_, at)) {
      const auto change = changes_.find(at);
      if (refused_.contains(at) && change != changes_.end() && change->second.verb == Verb::drop) {
        return true;
      }
    }
    return false;
  }

  // Tables that stay and whose policies bind their owner too.
  void write_openings(const std::vector<ObjectId>& moves) {
    for (const ObjectId& table : disturbed_) {
      const Table* before = live_.find<Table>(table);
      const Table* after = target_.find<Table>(table);
      if (before == nullptr || after == nullptr || destroyed_.contains(table)) continue;
      if (!before->force_row_security) continue;
      const char* why = "its policies would hide rows that are moved";
      Step& open = bind_owner(*after, table, false, builder_);
      open.produces = {opened(table)};
      open.reason = why;
      if (after->force_row_security) {
        Step& close = bind_owner(*after, table, true, builder_);
        close.consumes = moves;
        close.reason = why;
      }
      for (Step& step : builder_.take()) steps_.push_back(std::move(step));
    }
  }

  // Partitions that leave a table which is made anew and gets copies of their rows; with that
  // table.
  std::map<ObjectId, ObjectId> copied_partitions() const {
    std::map<ObjectId, ObjectId> out;
    for (const auto& [id, table] : live_.objects<Table>()) {
      if (!table.partition_of || builder_.moves.anew.contains(id) || !target_.contains(id))
        continue;
      const ObjectId& parent = table.partition_of->parent;
      if (!builder_.moves.anew.contains(parent) || is_child(target_, id, parent)) continue;
      out.emplace(id, root_of_move(parent, builder_));
    }
    return out;
  }

  // What looks at a table's rows, or would do something about each of them, comes when they are
  // where they belong; indexes when the old ones' names are free.
  void wait_for_moves() {
    std::unordered_map<ObjectId, std::vector<ObjectId>> waits;
    const auto wait = [&](const ObjectId& table, const ObjectId& state) {
      waits[table].push_back(state);
      for (const ObjectId& below : partitions_below(table, builder_)) {
        waits[below].push_back(state);
      }
    };
    const Moves& moves = builder_.moves;
    std::vector<ObjectId> all;
    for (const auto& [id, aside] : moves.anew) {
      if (root_of_move(id, builder_) != id) continue;
      all.push_back(moved_rows(id));
      wait(id, all.back());
      for (const ObjectId& above : ancestors_of(target_, id)) wait(above, all.back());
    }
    for (const auto* set : {&moves.dissolved, &moves.sifted, &moves.reattached}) {
      for (const ObjectId& id : *set) {
        const bool stays = set == &moves.reattached;
        all.push_back(stays ? membership_of(id) : moved_rows(id));
        for (const ObjectId& above : ancestors_of(live_, id)) wait(above, all.back());
      }
    }
    if (all.empty()) return;
    write_openings(all);
    std::vector<ObjectId> triggers;
    for (const auto& [id, trigger] : live_.objects<Trigger>()) {
      const ObjectId& table = trigger.relation;
      if (disturbed_.contains(table) && !moves.anew.contains(table)) triggers.push_back(id);
    }
    std::map<ObjectId, std::vector<ObjectId>> keys_into;  // foreign keys that make way
    for (const ObjectId& id : destroyed_) {
      const Constraint* key = live_.find<Constraint>(id);
      if (key != nullptr && key->foreign_key) {
        keys_into[key->foreign_key->referenced_table].push_back(id);
      }
    }
    const std::map<ObjectId, ObjectId> copied = copied_partitions();
    for (Step& step : steps_) {
      if (step.object.kind == Kind::column && step.verb == Verb::drop) {
        const auto found = copied.find(step.object.container(Kind::table));
        if (found != copied.end()) step.consumes.push_back(moved_rows(found->second));
      }
      for (const ObjectId& id : step.produces) {
        const ObjectId parent = id.container(Kind::table);
        if (id == vacated(parent) || id == moved_rows(parent)) {
          step.supersedes.insert(step.supersedes.end(), triggers.begin(), triggers.end());
          for (const ObjectId& table : disturbed_) step.consumes.push_back(opened(table));
        }
        if (id != vacated(parent)) continue;
        for (const auto& [clone, key] : clones_) {
          if (key.container(Kind::table) == parent) step.supersedes.push_back(key);
        }
        std::vector<ObjectId> pointed_to = ancestors_of(live_, parent);
        pointed_to.push_back(parent);
        for (const ObjectId& table : pointed_to) {
          const std::vector<ObjectId>& keys = keys_into[table];
          step.supersedes.insert(step.supersedes.end(), keys.begin(), keys.end());
        }
      }
      if (step.object.kind == Kind::materialized_view && step.verb == Verb::create) {
        step.weakly_consumes.insert(step.weakly_consumes.end(), all.begin(), all.end());
      }
      const bool rows = step.object.kind == Kind::rows;
      if (!rows && step.verb != Verb::create) continue;
      if (rows && !step.releases.empty()) continue;  // they go from the old table
      const ObjectId table =
          rows ? step.object.container(Kind::table) : table_around(target_, step.object);
      const Constraint* constraint = target_.find<Constraint>(step.object);
      const auto consume = [&](const ObjectId& waiting) {
        const auto found = waits.find(waiting);
        if (found == waits.end()) return;
        step.consumes.insert(step.consumes.end(), found->second.begin(), found->second.end());
      };
      if (constraint != nullptr && constraint->foreign_key) {
        consume(constraint->foreign_key->referenced_table);
      }
      switch (step.object.kind) {
        case Kind::table:
        case Kind::column:
        case Kind::column_default:
          continue;
        default:
          break;
      }
      if (constraint != nullptr && constraint->type == ConstraintType::check) continue;
      const Index* index = target_.find<Index>(step.object);
      if ((constraint != nullptr && constraint->attached_to) ||
          (index != nullptr && index->attached_to)) {
        continue;
      }
      consume(table);
      if ((constraint != nullptr && !constraint->foreign_key) || index != nullptr) {
        for (const auto& [id, aside] : moves.anew) {
          if (root_of_move(id, builder_) == root_of_move(table, builder_)) {
            step.consumes.push_back(cleared(id));
          }
        }
      }
    }
  }

  // --- alterations -----------------------------------------------------------------------
  void alter_in_place() {
    for (auto& [id, change] : changes_) {
      if (change.verb != Verb::alter || replaced_.contains(id) || moved_extensions_.contains(id) ||
          builder_.moves.types.contains(id)) {
        continue;
      }
      if (is_part_of_anew(id)) {
        // An index that is on another table by now does not go with the old one.
        if (!builder_.moves.anew.contains(table_around(live_, id))) replaced_.insert(id);
        continue;
      }
      bool in_place = false;
      with_kind(id.kind, [&]<class T>() {
        in_place =
            Rules<T>::alter(*live_.find<T>(id), *target_.find<T>(id), change.fields, builder_);
      });
      if (builder_.moves.sifted.contains(id)) sift(*target_.find<Table>(id), builder_);
      if (!take_refusals()) {
        builder_.take();
        refused_.insert(id);
      } else if (in_place) {
        // None at all: the steps of another change bring it about (a partition's part of an index).
        std::vector<Step>& steps = alterations_[id] = builder_.take();
        for (Step& step : steps) finish(step, change);
      } else {
        check(builder_.steps().empty(), "steps of an alteration that needs a replacement");
        replaced_.insert(id);
      }
    }
    move_types(builder_);
    for (Step& step : builder_.take()) {
      finish(step, changes_.at(step.object));
      if (step.reason.empty()) step.reason = changes_.at(step.object).reason;
      alterations_[step.object].push_back(std::move(step));
    }
  }

  // False if the rules refused something since the last call.
  bool take_refusals() {
    std::vector<Refusal> refusals = builder_.take_refusals();
    if (refusals.empty()) return true;
    for (Refusal& refusal : refusals) plan_.refusals.push_back(std::move(refusal));
    return false;
  }

  // A table whose parent stays as it is can't become its partition.
  void hold_back_partitions() {
    bool again = !refused_.empty();
    while (again) {
      again = false;
      for (const auto& [id, change] : changes_) {
        const Table* table = target_.find<Table>(id);
        if (table == nullptr || !table->partition_of || refused_.contains(id)) continue;
        const ObjectId& parent = table->partition_of->parent;
        const Table* live = live_.find<Table>(id);
        const bool is_one_already =
            live != nullptr && live->partition_of && live->partition_of->parent == parent;
        if (is_one_already || !refused_.contains(parent)) continue;
        plan_.refusals.push_back(
            {id, table->source,
             "it can't be a partition of " + qualified_name(parent) + ", which is refused", ""});
        refused_.insert(id);
        again = true;
      }
    }
  }

  // By something of another kind that is left alone, or that can't be dropped.
  void refuse_names_that_stay_taken() {
    const auto is_new = [](const auto& entry) { return entry.second.verb == Verb::create; };
    if (std::none_of(changes_.begin(), changes_.end(), is_new)) return;
    std::map<ObjectId, ObjectId> holders;
    for_each_kind([&]<class T>() {
      for (const auto& [id, object] : live_.objects<T>()) {
        if (!is_left_alone(id) && !refused_.contains(id)) continue;
        for (const ObjectId& name : names_in_schema(live_, id)) holders.emplace(name, id);
      }
    });
    if (holders.empty()) return;
    for (const auto& [id, change] : changes_) {
      if (change.verb != Verb::create || refused_.contains(id)) continue;
      for (const ObjectId& name : names_to_be_free(target_, id)) {
        const auto holder = holders.find(name);
        if (holder == holders.end()) continue;
        plan_.refusals.push_back(
            {id, change.source,
             "its name is that of " + describe(holder->second) +
                 (refused_.contains(holder->second) ? ", which can't be dropped"
                                                    : ", which is left alone"),
             "rename one of them"});
        refused_.insert(id);
        break;
      }
    }
  }

  bool is_made_anew(const ObjectId& id) const {
    return destroyed_.contains(id) || supplanted_.contains(id);
  }

  // A comment, an owner or a privilege of it.
  bool belongs_to_anew(const ObjectId& id) const {
    const ObjectId target = id.target();
    if (inherited_.contains(target) || (id.of == Kind::column && is_made_anew(target))) return true;
    // What a table has of its parent's constraints goes with either.
    if (id.of == Kind::constraint && !target_.contains(target) &&
        is_made_anew(target.container(Kind::table))) {
      return true;
    }
    if (id.of == Kind::index && indexes_gone_.contains(target)) return true;
    return is_made_anew(owner_of(target_, id));
  }

  // It would be created in what is not.
  bool is_held_back(const ObjectId& id) const {
    if (refused_.contains(id)) return true;
    const ObjectId owner = owner_of(target_, id);
    return owner.known() && owner != id && !live_.contains(owner) && is_held_back(owner);
  }

  // --- what must make way ----------------------------------------------------------------
  // Up to 16 ALTER COLUMN … TYPE gives the comment on an index of a partitioned table to the
  // indexes that it makes anew in the partitions: it is off meanwhile.
  void add_comments_that_spread(std::vector<Dependency>& dependencies) const {
    if (input_.server_version >= 170000) return;
    std::vector<Dependency> more;
    for (const Dependency& one : dependencies) {
      if (one.referenced.kind != Kind::column) continue;
      const Index* index = live_.find<Index>(one.dependent);
      if (index == nullptr || !is_partitioned(live_, index->table)) continue;
      const ObjectId comment = index->id.commented();
      if (live_.contains(comment)) more.push_back({comment, one.referenced, 'n'});
    }
    dependencies.insert(dependencies.end(), more.begin(), more.end());
  }

  Result<void> make_way() {
    bool disturbs = !replaced_.empty();
    for (const auto& [id, change] : changes_) disturbs = disturbs || change.verb == Verb::drop;
    for (const auto& [id, steps] : alterations_) {
      for (const Step& step : steps) {
        disturbs =
            disturbs || !step.displaces.empty() || !step.releases.empty() || !step.destroys.empty();
      }
    }
    find_texts_of_before();
    std::vector<Dependency> dependencies;
    if (disturbs && input_.dependencies) {
      auto read = input_.dependencies();
      if (!read) return fail(read.error());
      dependencies = std::move(*read);
      std::erase_if(dependencies, [&](const Dependency& one) { return leaves_schema(one); });
      const auto uses = uses_of_casts(live_, target_, changes_, dependencies);
      dependencies.insert(dependencies.end(), uses.begin(), uses.end());
      add_comments_that_spread(dependencies);
    }
    dependencies_ = std::make_unique<DependencyIndex>(std::move(dependencies));
    for (const ObjectId& id : made_anew_) {
      if (alterations_.erase(id) > 0) replaced_.insert(id);
    }
    replace_what_would_be_misread();
    while (true) {
      RebuildInput input = rebuild_input();
      Rebuild rebuild = find_rebuilds(input);
      if (rebuild.refusals.empty()) {
        for (const auto& [id, root] : input.supplanted) supplanted_.insert(id);
        std::erase_if(builder_.moves.anew, [&](const auto& entry) {
          if (!refused_.contains(entry.first)) return false;
          not_anew_.insert(entry.first);
          return true;
        });
        apply_rebuild(std::move(rebuild));
        return {};
      }
      bool is_new = false;
      for (Refusal& refusal : rebuild.refusals) {
        is_new = refused_.insert(refusal.object).second || is_new;
        plan_.refusals.push_back(std::move(refusal));
      }
      check(is_new, "a refusal of what is no change of the plan");
      spread_refusals();
      hold_back_partitions();
    }
  }

  // An alteration that comes before the drop of what the old text uses, though the new one would
  // find that too; and what can't wait for such a one either.
  void replace_what_would_be_misread() {
    misreadings_ = std::make_unique<Misreadings>(live_, target_, changes_, input_.misread_beside);
    std::set<ObjectId> tied;  // by what is dropped
    for (const auto& [id, change] : changes_) {
      if (change.verb != Verb::drop) continue;
      for (const Dependency* dependency : dependencies_->dependents_of(id)) {
        if (alterations_.contains(dependency->dependent)) tied.insert(dependency->dependent);
      }
    }
    if (tied.empty()) return;
    std::vector<ObjectId> asked;
    for (const auto& [id, change] : changes_) {
      if (change.verb == Verb::create || change.verb == Verb::alter) asked.push_back(id);
    }
    std::set<ObjectId> late;
    for (const auto& [id, found] : misreadings_->among(asked)) late.insert(id);
    // While a function and what comes in its place are both there, calls may fit both.
    std::set<QualifiedName> coming;
    for (const auto& [id, change] : changes_) {
      if (id.kind == Kind::function && change.verb == Verb::create) {
        coming.insert({id.schema, id.name});
      }
    }
    for (const auto& [id, change] : changes_) {
      if (id.kind != Kind::function || change.verb != Verb::drop) continue;
      if (!coming.contains({id.schema, id.name})) continue;
      for (const Dependency* dependency : dependencies_->dependents_of(id)) {
        if (tied.contains(dependency->dependent)) late.insert(dependency->dependent);
      }
    }
    for (bool again = !late.empty(); again;) {
      again = false;
      for (const ObjectId& id : tied) {
        if (replaced_.contains(id) || !can_come_back(live_, target_, id)) continue;
        const std::vector<ObjectId> used = used_by_texts(target_, id);
        const bool waits = std::any_of(used.begin(), used.end(),
                                       [&](const ObjectId& each) { return late.contains(each); });
        if (!waits && !late.contains(id)) continue;
        late.insert(id);
        alterations_.erase(id);
        replaced_.insert(id);
        again = true;
      }
    }
  }

  // They wait until what they would find by mistake is gone.
  void hold_back_what_would_be_misread() {
    // Between files nothing is run, and what depends on what is not known.
    if (!input_.dependencies) return;
    std::vector<ObjectId> made;
    for (const Step& step : steps_) {
      if (step.verb == Verb::drop || step.verb == Verb::rename) continue;
      made.insert(made.end(), step.produces.begin(), step.produces.end());
    }
    const auto late = misreadings_->among(made);
    if (late.empty()) return;
    for (Step& step : steps_) {
      if (step.verb == Verb::drop || step.verb == Verb::rename) continue;
      for (const ObjectId& id : std::vector<ObjectId>(step.produces)) {
        const auto found = late.find(id);
        if (found == late.end()) continue;
        for (const ObjectId& mistaken : found->second) {
          // DROP DEFAULT says no name.
          const auto& released = step.releases;
          const bool goes =
              !step.path && std::find(released.begin(), released.end(), mistaken) != released.end();
          if (!goes) step.supersedes.push_back(mistaken);
        }
      }
    }
  }

  // That an object needs the schema that a hint has it leave.
  bool leaves_schema(const Dependency& dependency) const {
    if (input_.renames == nullptr || dependency.referenced.kind != Kind::schema) return false;
    const ObjectId before = input_.renames->live(dependency.dependent);
    const ObjectId schema = input_.renames->live(dependency.referenced);
    return before.schema == schema.name &&
           dependency.dependent.schema != dependency.referenced.name;
  }

  // What is left alone has its texts as they were read, which may say the old names.
  void find_texts_of_before() {
    if (input_.renames == nullptr || input_.renames->empty()) return;
    for_each_kind([&]<class T>() {
      for (const auto& [id, object] : target_.objects<T>()) {
        if (object.source.known() || !live_.contains(id)) continue;
        T copy = object;  // expressions() hands out mutable ones
        Rules<T>::expressions(copy, [&](SqlExpression& expression, const ExpressionScope&) {
          const auto& used = expression.references;
          if (std::any_of(used.begin(), used.end(), [&](const ObjectId& reference) {
                return input_.renames->touches(reference);
              })) {
            texts_of_before_.insert(id);
          }
        });
      }
    });
  }

  // Another of another kind takes its place.
  bool goes_with_moved_type(const ObjectId& id) const {
    ObjectId type = id.of == Kind::none ? id : id.target();
    if (type.kind == Kind::domain_constraint) type = type.container(Kind::domain);
    return builder_.moves.types.contains(type) && !target_.contains(type);
  }

  RebuildInput rebuild_input() {
    RebuildInput input{live_, target_, *dependencies_, {}, {}, {}, {}, {}, {}, texts_of_before_};
    input.left_alone = input_.left_alone;
    input.server_version = builder_.server_version;
    for (const auto& [id, aside] : builder_.moves.anew) {
      if (!refused_.contains(id)) input.anew.insert(id);
    }
    for (const auto& [id, change] : changes_) {
      if (refused_.contains(id) || is_part_of_refused(id)) continue;
      if (change.verb == Verb::drop && goes_with_moved_type(id)) continue;
      if (change.verb == Verb::drop || replaced_.contains(id)) input.dropped.insert(id);
      const Index* index = change.verb == Verb::drop ? live_.find<Index>(id) : nullptr;
      const Constraint* key = index != nullptr ? constraint_using(*index, builder_) : nullptr;
      if (key != nullptr && !key->deferrable) input.taken_over.insert(id);
    }
    input.altered.insert(moved_extensions_.begin(), moved_extensions_.end());
    for (const auto& [id, steps] : alterations_) {
      if (refused_.contains(id)) continue;
      input.altered.insert(id);
      for (const Step& step : steps) {
        for (const ObjectId& column : step.displaces) input.displaced.emplace(column, id);
        for (const ObjectId& gone : step.destroys) input.supplanted.emplace(gone, id);
      }
    }
    return input;
  }

  void apply_rebuild(Rebuild rebuild) {
    for (const ObjectId& id : rebuild.kept_sequences) {
      const auto change = changes_.find(id);
      if (change != changes_.end() && change->second.fields.has("owned by")) continue;
      renew_ownership(*target_.find<Sequence>(id), builder_);
      for (Step& step : builder_.take()) {
        step.reason = "its table is made anew";
        steps_.push_back(std::move(step));
      }
    }
    destroyed_ = std::move(rebuild.destroyed);
    inherited_ = std::move(rebuild.inherited);
    reasons_ = std::move(rebuild.reasons);
    for (const ObjectId& id : destroyed_) {
      alterations_.erase(id);
      if (changes_.contains(id)) continue;
      const ObjectBase* wanted = target_.find_base(id);
      if (wanted == nullptr || id.of != Kind::none) continue;
      const auto reason = reasons_.find(id);
      if (reason == reasons_.end()) continue;  // a part of what is rebuilt
      Change& change = changes_[id];
      change.verb = Verb::alter;
      change.id = change.live_id = id;
      change.source = wanted->source;
      change.rebuild = true;
      change.reason = reason->second;
    }
  }

  // --- drops -----------------------------------------------------------------------------
  void write_drops() {
    for (const ObjectId& id : destroyed_) {
      const ObjectId absorber = absorber_of(id);
      if (absorber.known()) absorbed_[absorber].push_back(id);
    }
    drop_keys_first();
    drop_before_columns_change();
    break_cycles();
    open_circles();
    for (const auto& [clone, key] : clones_) {
      absorbed_[key].push_back(clone);
      explicit_.insert(key);
    }
    for (const ObjectId& id : destroyed_) {
      if (clones_.contains(id) && destroyed_.contains(clones_.at(id))) continue;
      if (absorber_of(id).known() && !explicit_.contains(id)) continue;
      with_kind(id.kind, [&]<class T>() { Rules<T>::drop(*live_.find<T>(id), builder_); });
      take_refusals();
      std::vector<Step> steps = builder_.take();
      for (Step& step : steps) {
        explain(step, id);
        const bool loses = builder_.moves.anew.contains(id) ||
                           (id.kind == Kind::column && !can_come_back(live_, target_, id));
        if (target_.contains(id) && !loses) soften(step);
        // The new table has it in its place.
        const bool comes_with_table =
            id.kind == Kind::column && builder_.moves.anew.contains(id.container(Kind::table));
        if (target_.contains(id) && comes_with_table) step.hazards.clear();
        note_parts(step, id);
        steps_.push_back(std::move(step));
      }
    }
  }

  // What is gone, or under another name, with an object.
  void note_parts(Step& step, const ObjectId& id) {
    const auto names = [&](const std::vector<ObjectId>& ids) {
      return std::find(ids.begin(), ids.end(), id) != ids.end();
    };
    const bool destroys = names(step.destroys);
    const bool puts_aside = names(step.puts_aside);
    if (!destroys && !puts_aside) return;
    for (const ObjectId& part : parts_of(id)) {
      if (destroys && !explicit_.contains(part)) step.destroys.push_back(part);
      // Indexes have names of their own, and keep them.
      const Constraint* constraint = live_.find<Constraint>(part);
      const bool is_key = constraint != nullptr && has_index(*constraint);
      const bool inside = part.schema == id.schema && part.name == id.name && !is_key;
      if (puts_aside && inside) step.puts_aside.push_back(part);
    }
  }

  // Rebuilding loses nothing: the hazards of a plain drop do not hold.
  static void soften(Step& step) {
    std::erase_if(step.hazards, [](const Hazard& hazard) {
      return hazard.code == HazardCode::data_loss || hazard.code == HazardCode::widens_access;
    });
  }

  // The destroyed object that PostgreSQL drops `id` with; Kind::none: it needs its own statement.
  ObjectId absorber_of(const ObjectId& id) {
    if (!traits_of(id.kind).absorbable) return {};
    const auto known = absorbers_.find(id);
    if (known != absorbers_.end()) return known->second;
    absorbers_[id] = {};
    ObjectId absorber;
    const ObjectId owner = owner_of(live_, id);
    if (owner.known() && destroyed_.contains(owner)) absorber = owner;
    // A clone of a trigger goes with that, whatever becomes of the partition.
    if (const Trigger* trigger = live_.find<Trigger>(id);
        trigger != nullptr && is_clone(*trigger)) {
      for (const ObjectId& parent : parents_of(live_, trigger->relation)) {
        const ObjectId whole = parent.with_sub(Kind::trigger, id.sub);
        if (destroyed_.contains(whole)) absorber = whole;
      }
    }
    // A comment on a view's column or another part that is no object itself.
    if (!absorber.known() && id.of != Kind::none) {
      const ObjectId relation = live_.find_relation(id.schema, id.name);
      if (relation.known() && destroyed_.contains(relation)) absorber = relation;
    }
    if (!absorber.known()) absorber = automatic_owner(id);
    absorbers_[id] = absorber;
    return absorber;
  }

  ObjectId automatic_owner(const ObjectId& id) {
    if (automatic_.empty()) {
      for (const Dependency& dependency : dependencies_->all()) {
        if (dependency.type == 'a' || dependency.type == 'i') {
          automatic_[dependency.dependent].push_back(dependency.referenced);
        }
      }
    }
    const auto found = automatic_.find(id);
    if (found == automatic_.end()) return {};
    for (const ObjectId& owner : found->second) {
      // Only for good: what merely makes way keeps an order of its own.
      if (owner != id && destroyed_.contains(owner) && owner.kind != Kind::schema) return owner;
    }
    return {};
  }

  std::vector<ObjectId> parts_of(const ObjectId& id) {
    std::vector<ObjectId> out;
    std::vector<ObjectId> open = {id};
    while (!open.empty()) {
      const ObjectId current = open.back();
      open.pop_back();
      const auto found = absorbed_.find(current);
      if (found == absorbed_.end()) continue;
      for (const ObjectId& part : found->second) {
        out.push_back(part);
        open.push_back(part);
      }
    }
    return out;
  }

  // A foreign key of a partitioned table, or a part of it, to itself is one to each of its
  // partitions: it goes first. So does one of a table that is made anew, if a type that it compares
  // is replaced: it would stand until the old table goes.
  void drop_keys_first() {
    for (const ObjectId& id : destroyed_) {
      const Constraint* constraint = live_.find<Constraint>(id);
      if (constraint == nullptr) continue;
      const ObjectId table = id.container(Kind::table);
      // A check that stays in a child would go with the parent's column there.
      if (constraint->type == ConstraintType::check && !target_.contains(id)) {
        const std::vector<const Table*>& children = builder_.live_members(table).children;
        if (std::any_of(children.begin(), children.end(), [&](const Table* child) {
              return target_.contains(child->id.with_sub(Kind::constraint, id.sub));
            })) {
          explicit_.insert(id);
        }
      }
      if (!constraint->foreign_key) continue;
      const ObjectId& other = constraint->foreign_key->referenced_table;
      const Table* whole = live_.find<Table>(other);
      const bool partitioned = whole != nullptr && whole->partition_key.has_value();
      if ((partitioned && is_part_of(table, other)) ||
          (builder_.moves.anew.contains(table) &&
           (table == other || keys_of_moved_.contains(id)))) {
        explicit_.insert(id);
      }
    }
  }

  bool is_part_of(const ObjectId& table, const ObjectId& whole) const {
    const std::vector<ObjectId> above = ancestors_of(live_, table);
    return table == whole || std::find(above.begin(), above.end(), whole) != above.end();
  }

  // PostgreSQL has a statement that drops it by itself.
  bool can_go_first(const ObjectId& id) const {
    switch (id.kind) {
      case Kind::constraint:
        return !live_.find<Constraint>(id)->attached_to;
      case Kind::index:
        return !live_.find<Index>(id)->attached_to;
      case Kind::column:
        return can_be_rebuilt(live_, id);
      case Kind::column_default:
      case Kind::domain_constraint:
      case Kind::policy:
      case Kind::rule:
      case Kind::statistics:
      case Kind::trigger:
        return true;
      default:
        return false;
    }
  }

  // The destroyed object whose statement takes `id` along, as things stand; itself, if none does.
  ObjectId goes_with(ObjectId id) {
    while (!explicit_.contains(id)) {
      const ObjectId above = absorber_of(id);
      if (!above.known()) break;
      id = above;
    }
    return id;
  }

  // A partition goes when its rows are elsewhere, where columns have their new types already: what
  // forbids the change goes before.
  void drop_before_columns_change() {
    const Moves& moves = builder_.moves;
    if (moves.dissolved.empty() && moves.anew.empty()) return;
    const auto gives_rows = [&](const ObjectId& id) {
      const ObjectId table = table_around(live_, id);
      const std::vector<ObjectId> above = ancestors_of(live_, table);
      return moves.dissolved.contains(table) || moves.anew.contains(table) ||
             std::any_of(above.begin(), above.end(),
                         [&](const ObjectId& parent) { return moves.anew.contains(parent); });
    };
    const auto drop_users_first = [&](const ObjectId& used) {
      for (const Dependency* dependency : dependencies_->dependents_of(used)) {
        const ObjectId& part = dependency->dependent;
        if (!destroyed_.contains(part) || !can_go_first(part)) continue;
        if (gives_rows(goes_with(part))) explicit_.insert(part);
      }
    };
    for (const auto& [id, steps] : alterations_) {
      for (const Step& step : steps) {
        for (const ObjectId& column : step.displaces) {
          drop_users_first(column);
        }
      }
    }
    // What is made of a type that another takes the place of goes before that comes, and with it
    // what uses it.
    for (const auto& [type, aside] : moves.types) {
      for (const Dependency* made : dependencies_->dependents_of(type)) {
        const ObjectId& user = made->dependent;
        if (destroyed_.contains(user) && !gives_rows(goes_with(user))) drop_users_first(user);
      }
    }
  }

  // Of the statements that drop something, those that wait for each other.
  ObjectGraph circles_of_drops() {
    ObjectGraph statements;
    if (destroyed_.empty()) return statements;
    for (const Dependency& dependency : dependencies_->all()) {
      if (!is_between_drops(dependency)) continue;
      const ObjectId first = goes_with(dependency.dependent);
      const ObjectId next = goes_with(dependency.referenced);
      if (first != next) statements.add(first, next);
    }
    statements.keep_circles();
    return statements;
  }

  bool is_between_drops(const Dependency& dependency) const {
    return destroyed_.contains(dependency.dependent) && destroyed_.contains(dependency.referenced);
  }

  // Of views and functions that need each other, one lets go of the other.
  void open_circles() {
    std::set<ObjectId> tried;
    while (true) {
      const ObjectGraph statements = circles_of_drops();
      const std::vector<ObjectId> left = statements.starts();
      const auto next = std::find_if(left.begin(), left.end(),
                                     [&](const ObjectId& id) { return !tried.contains(id); });
      if (next == left.end()) return;
      tried.insert(*next);
      with_kind(next->kind, [&]<class T>() {
        if constexpr (requires(const T& object) { let_go(object, builder_); }) {
          let_go(*live_.find<T>(*next), builder_);
        }
      });
      for (Step& step : builder_.take()) {
        if (!forget_circles(step, statements)) continue;
        step.reason = "needs what needs it: it lets go of that before both are dropped";
        steps_.push_back(std::move(step));
      }
    }
  }

  // Dependencies on what the step releases; false: they are in no circle.
  bool forget_circles(const Step& step, const ObjectGraph& statements) {
    const std::set<ObjectId> released(step.releases.begin(), step.releases.end());
    std::vector<Dependency> left = dependencies_->all();
    bool opens = false;
    std::erase_if(left, [&](const Dependency& one) {
      if (one.dependent != step.object || !released.contains(one.referenced)) return false;
      opens = opens || !statements.way(goes_with(one.referenced), step.object).empty();
      return true;
    });
    if (opens) dependencies_ = std::make_unique<DependencyIndex>(std::move(left));
    return opens;
  }

  // Foreign keys of tables that refer to each other, an index over a function of its table's row
  // type, a rule that uses a table which inherits from its own: what goes with a table, and needs
  // what goes before that table, goes by itself first.
  void break_cycles() {
    std::vector<std::pair<ObjectId, ObjectId>> uses;  // a part, and what it needs
    for (const Dependency& dependency : dependencies_->all()) {
      if (!is_between_drops(dependency)) continue;
      const ObjectId& id = dependency.dependent;
      const ObjectId first = goes_with(id);
      const ObjectId next = goes_with(dependency.referenced);
      if (first != next && first != id && can_go_first(id)) uses.emplace_back(id, next);
    }
    if (uses.empty()) return;
    const ObjectGraph statements = circles_of_drops();
    for (const auto& [id, next] : uses) {
      if (!statements.way(next, goes_with(id)).empty()) explicit_.insert(id);
    }
  }

  // --- creations -------------------------------------------------------------------------
  void write_creations() {
    std::set<ObjectId> wanted;
    for (const auto& [id, change] : changes_) {
      if (change.verb == Verb::create && !is_held_back(id) && !is_part_of_refused(id)) {
        wanted.insert(id);
      }
      if (replaced_.contains(id) && !refused_.contains(id)) wanted.insert(id);
    }
    for (const ObjectId& id : destroyed_) {
      if (target_.contains(id)) wanted.insert(id);
    }
    for (const ObjectId& id : defaults_below(wanted)) wanted.insert(id);
    // A constraint takes its index along, whatever has that name then.
    for (const ObjectId& id : destroyed_) {
      if (live_.find<Constraint>(id) != nullptr)
        indexes_gone_.insert(object_id(Kind::index, id.schema, id.sub));
    }
    // Comments, labels, owners and privileges go with what they are about, whatever becomes of it.
    const auto follow = [&]<class T>(const ObjectMap<T>& objects) {
      for (const auto& [id, object] : objects) {
        if (belongs_to_anew(id)) wanted.insert(id);
      }
    };
    follow(target_.objects<Comment>());
    follow(target_.objects<SecurityLabel>());
    follow(target_.objects<Owner>());
    follow(target_.objects<Privilege>());
    note_creation_grants(wanted);
    // What changes on something that is made anew begins anew too.
    std::erase_if(alterations_, [&](const auto& entry) {
      return entry.first.of != Kind::none && belongs_to_anew(entry.first);
    });
    std::set<ObjectId> produced;
    for (const auto& [id, steps] : alterations_) {
      if (refused_.contains(id)) continue;
      for (const Step& step : steps) {
        produced.insert(step.produces.begin(), step.produces.end());
        steps_.push_back(step);
      }
    }
    for (const ObjectId& id : wanted) {  // in the order of kinds
      if (produced.contains(id) || (is_held_back(id) && !destroyed_.contains(id))) continue;
      with_kind(id.kind, [&]<class T>() { Rules<T>::create(*target_.find<T>(id), builder_); });
      if (!take_refusals()) refused_.insert(id);
      std::vector<Step> steps = builder_.take();
      for (Step& step : steps) {
        explain(step, id);
        for (const ObjectId& product : std::vector<ObjectId>(step.produces)) {
          consume_references(step, product);
          produced.insert(product);
        }
        steps_.push_back(std::move(step));
      }
    }
  }

  // What is set in a table is set in those below as well: of the defaults that come back, those
  // that are others there.
  std::vector<ObjectId> defaults_below(const std::set<ObjectId>& wanted) {
    std::vector<ObjectId> out;
    for (const ObjectId& id : wanted) {
      if (id.kind != Kind::column_default || !destroyed_.contains(id)) continue;
      const ObjectId table = id.container(Kind::table);
      if (builder_.moves.anew.contains(table)) continue;
      for (const ObjectId& below : tables_below(table, builder_)) {
        const std::vector<ObjectId> above = steady_ancestors(below, builder_);
        const ObjectId other = below.with_sub(Kind::column_default, id.sub);
        if (std::find(above.begin(), above.end(), table) == above.end()) continue;
        const ColumnDefault* value = target_.find<ColumnDefault>(other);
        if (!live_.contains(other) || value == nullptr || wanted.contains(other)) continue;
        const ColumnDefault* set = target_.find<ColumnDefault>(id);
        if (set != nullptr && set->expression == value->expression) continue;
        note_rebuild(other, "that of " + describe(table) + " is set anew, in all tables below");
        out.push_back(other);
      }
    }
    return out;
  }

  // --- privileges ------------------------------------------------------------------------
  // REVOKE on a table takes the privileges on its columns along: those that stay are granted anew.
  void note_table_revokes() {
    std::map<ObjectId, std::vector<std::string>> revoked;
    for (const auto& [id, change] : changes_) {
      if (id.kind != Kind::privilege || grant_class(id.of) != GrantClass::relation) continue;
      const auto* before = live_.find<Privilege>(id);
      if (before == nullptr) continue;
      const auto* after = target_.find<Privilege>(id);
      const Grants kept = after != nullptr ? static_cast<const Grants&>(*after) : Grants{};
      const GrantChanges changes = grant_changes(*before, kept);
      if (!changes.revoke.empty()) revoked.emplace(id, changes.revoke);
    }
    if (revoked.empty()) return;
    for (const auto& [id, privilege] : target_.objects<Privilege>()) {
      if (id.of != Kind::column || live_.find<Privilege>(id) == nullptr) continue;
      const ObjectId relation = target_.find_relation(id.schema, id.name);
      const auto found = revoked.find(relation.granted_to(id.grantee));
      if (found == revoked.end()) continue;
      builder_.lost_with_table.emplace(id, found->second);
      if (changes_.contains(id)) continue;
      Change& change = changes_[id];
      change.verb = Verb::alter;
      change.id = change.live_id = id;
      change.source = privilege.source;
      change.rebuild = true;
      change.reason = "goes with the " + describe(relation.granted_to(id.grantee));
    }
  }

  // What default privileges give to the objects that are made here is there before our first GRANT:
  // what is too much must go.
  void note_creation_grants(const std::set<ObjectId>& wanted) {
    if (live_.objects<DefaultPrivilege>().empty()) return;
    const Identifier self = input_.system->role;
    std::map<Identifier, CreationGrants> by_maker;
    const auto note = [&](const ObjectId& target, const ObjectId& owned, Identifier maker) {
      const auto* owner = target_.find<Owner>(owned.owned());
      const Identifier role = owner != nullptr ? owner->role : self;
      const CreationGrants& creation =
          by_maker.try_emplace(maker, live_, maker, input_.server_version).first->second;
      for (auto& [id, grants] : creation.of(target, role)) {
        builder_.granted_at_creation.emplace(id, grants);
        if (target_.contains(id)) continue;
        Privilege too_much;
        too_much.id = id;
        static_cast<Grants&>(too_much) = std::move(grants);
        Rules<Privilege>::drop(too_much, builder_);
        for (Step& step : builder_.take()) {
          step.reason = "default privileges give it, and it is not declared";
          step.destroys.clear();  // that of an old object goes with that
          steps_.push_back(std::move(step));
        }
      }
    };
    for (const ObjectId& id : wanted) {
      if (grant_class(id.kind) == GrantClass::none || !target_.contains(id)) continue;
      if (id.kind != Kind::column) note(id, id, self);
    }
    for (const ObjectId& id : supplanted_) note(id, id, self);
    // The sequences of identity columns, which may be new on a column that was there before; those
    // of a table that stays are made by its owner.
    for (const auto& [id, column] : target_.objects<Column>()) {
      if (!column.identity) continue;
      const Column* before = destroyed_.contains(id) ? nullptr : live_.find<Column>(id);
      if (before != nullptr && before->identity) continue;
      const ObjectId table = target_.find_relation(id.schema, id.name);
      const auto* owner = is_made_anew(table) ? nullptr : live_.find<Owner>(table.owned());
      note(id.with_sub(Kind::sequence, id.sub), table, owner != nullptr ? owner->role : self);
    }
  }

  // Rights that go with an old object, or come with the one in its place, without a GRANT or
  // REVOKE, and what kept people from something and does not come back: the step that makes it says
  // so.
  void note_rights_of_anew() {
    if (destroyed_.empty() && supplanted_.empty()) return;
    std::vector<std::pair<ObjectId, Hazard>> hazards;  // with what is made anew
    const auto note = [&](const ObjectId& about, const std::optional<Hazard>& hazard) {
      if (hazard && !is_said(*hazard)) hazards.emplace_back(about, *hazard);
    };
    for (const Privilege* privilege : live_.sorted<Privilege>()) {
      const ObjectId& id = privilege->id;
      const ObjectId after = successor_of_privilege(id);
      if (after.known()) note_rights(id, after, note);
    }
    for (const Privilege* privilege : target_.sorted<Privilege>()) {
      const ObjectId& id = privilege->id;
      if (!live_.contains(id) && successor_of_privilege(id) == id) note_rights(id, id, note);
    }
    for (const Owner* owner : live_.sorted<Owner>()) {
      const ObjectId target = owner->id.target();
      if (is_made_anew(target)) note(target, owner_change(owner->id, builder_));
    }
    for (const ObjectId& id : destroyed_) {
      const bool may_open = id.kind == Kind::policy || id.kind == Kind::security_label;
      if (!may_open || target_.contains(id)) continue;
      if (explicit_.contains(id) || !absorber_of(id).known()) continue;
      const ObjectId whole = goes_with(id);
      if (!target_.contains(whole)) continue;
      with_kind(id.kind, [&]<class T>() { Rules<T>::drop(*live_.find<T>(id), builder_); });
      builder_.take_refusals();
      for (const Step& step : builder_.take()) {
        for (const Hazard& hazard : step.hazards) {
          if (hazard.code == HazardCode::widens_access) note(whole, hazard);
        }
      }
    }
    for (auto& [about, hazard] : hazards) {
      if (Step* step = maker_of(about)) step->hazards.push_back(std::move(hazard));
    }
  }

  template <class Note>
  void note_rights(const ObjectId& before, const ObjectId& after, const Note& note) const {
    const RightsChange change = rights_change(before, after, builder_);
    const ObjectId about =
        target_.contains(after.target()) ? after.target() : privilege_host(target_, after);
    note(about, change.loses);
    note(about, change.loses_option);
    note(about, change.gets);
  }

  // The same privilege on what comes in the place of its object; Kind::none: that stays, or goes
  // for good.
  ObjectId successor_of_privilege(const ObjectId& id) const {
    const ObjectId host = privilege_host(live_, id);
    if (!live_.contains(host)) return {};
    const bool anew = is_made_anew(host) || is_made_anew(id.target());
    if (!anew) return {};
    if (const ObjectId other = successor_in_name(host); other.known()) return id.about(other);
    const ObjectId relation = target_.find_relation(id.schema, id.name);
    if (id.of == Kind::column) {
      if (!relation.known()) return {};
      return relation.kind == Kind::table && find_column(target_, id.target()) == nullptr
                 ? ObjectId{}
                 : id;
    }
    if (target_.contains(privilege_host(target_, id))) return id;
    if (grant_class(id.of) == GrantClass::relation && relation.known() &&
        grant_class(relation.kind) == GrantClass::relation) {
      return id.about(relation);
    }
    if (grant_class(id.of) != GrantClass::type) return {};
    const ObjectId type = successor_of(id.target(), target_);
    return type.known() ? id.about(type) : ObjectId{};
  }

  // Of what goes for good: the new function of the same name, with other arguments; the sequence of
  // the identity column that it served. Kind::none: there is none.
  ObjectId successor_in_name(const ObjectId& gone) const {
    if (target_.contains(gone)) return {};
    if (const Sequence* sequence = live_.find<Sequence>(gone)) {
      const Column* column =
          sequence->owned_by ? target_.find<Column>(*sequence->owned_by) : nullptr;
      const bool serves = column != nullptr && column->identity;
      return serves ? column->id.with_sub(Kind::sequence, column->id.sub) : ObjectId{};
    }
    if (gone.kind != Kind::function) return {};
    for (const auto& [id, change] : changes_) {
      const bool is_new = change.verb == Verb::create && id.kind == Kind::function;
      if (is_new && id.schema == gone.schema && id.name == gone.name) return id;
    }
    return {};
  }

  bool is_said(const Hazard& hazard) const {
    return std::any_of(steps_.begin(), steps_.end(), [&](const Step& step) {
      return std::any_of(step.hazards.begin(), step.hazards.end(), [&](const Hazard& said) {
        return said.code == hazard.code && said.object == hazard.object &&
               said.sentence == hazard.sentence;
      });
    });
  }

  Step* maker_of(const ObjectId& id) {
    const auto found = std::find_if(steps_.begin(), steps_.end(), [&](const Step& step) {
      const auto& made = step.produces;
      return step.verb != Verb::drop && step.verb != Verb::rename && !is_departure(step) &&
             std::find(made.begin(), made.end(), id) != made.end();
    });
    return found == steps_.end() ? nullptr : &*found;
  }

  void take_steps(const Change& change) {
    for (Step& step : builder_.take()) {
      finish(step, change);
      steps_.push_back(std::move(step));
    }
  }

  void finish(Step& step, const Change& change) {
    if (!is_departure(step)) {
      for (const ObjectId& product : std::vector<ObjectId>(step.produces)) {
        consume_references(step, product);
      }
    }
    if (!step.reason.empty()) return;
    for (const FieldChange& field : change.fields.list()) {
      if (!step.reason.empty()) step.reason += "; ";
      step.reason += field.name + ": " + field.live + " -> " + field.desired;
    }
  }

  void explain(Step& step, const ObjectId& id) const {
    if (!step.reason.empty()) return;
    const auto found = changes_.find(id);
    if (found == changes_.end()) {
      const auto reason = reasons_.find(id);
      if (reason != reasons_.end()) step.reason = reason->second;
      return;
    }
    const Change& change = found->second;
    if (change.rebuild) {
      step.reason = change.reason;
      return;
    }
    for (const FieldChange& field : change.fields.list()) {
      if (!step.reason.empty()) step.reason += "; ";
      step.reason += field.name + ": " + field.live + " -> " + field.desired;
    }
  }

  // What the desired object refers to must stand before the step that makes it.
  void consume_references(Step& step, const ObjectId& id) {
    with_kind(id.kind, [&]<class T>() {
      const T* object = target_.find<T>(id);
      if (object == nullptr) return;
      ReferenceSink sink;
      Rules<T>::references(*object, sink);
      for (const ObjectId& reference : sink.objects()) step.consumes.push_back(reference);
      for (const QualifiedName& name : sink.functions()) consume_function(step, name);
      // Rules<T>::expressions hands out mutable expressions: the planner only reads a copy.
      T copy = *object;
      Rules<T>::expressions(copy, [&](SqlExpression& expression, const ExpressionScope& scope) {
        std::vector<ObjectId>& into =
            scope.role == ExpressionRole::string_body ? step.weakly_consumes : step.consumes;
        for (const ObjectId& reference : expression.references) {
          if (reference != id) into.push_back(reference);
        }
      });
    });
  }

  void consume_function(Step& step, const QualifiedName& name) {
    if (functions_.empty()) {
      for (const auto& [id, function] : target_.objects<Function>()) {
        functions_[{id.schema, id.name}].push_back(id);
      }
    }
    const auto found = functions_.find(name);
    if (found == functions_.end()) return;
    step.consumes.insert(step.consumes.end(), found->second.begin(), found->second.end());
  }

  // --- labels ----------------------------------------------------------------
  // The table's own step says what identifies its rows from now on.
  bool is_identified_otherwise(const ObjectId& id) const {
    const Table* before = live_.find<Table>(id);
    const Table* after = target_.find<Table>(id);
    return before != nullptr && after != nullptr &&
           before->replica_identity != after->replica_identity;
  }

  Result<void> restore_attachments() {
    std::vector<ObjectId> rebuilt;
    for (const ObjectId& id : destroyed_) {
      if (target_.contains(id) && id.of == Kind::none) rebuilt.push_back(id);
    }
    rebuilt.insert(rebuilt.end(), supplanted_.begin(), supplanted_.end());
    if (rebuilt.empty() || !input_.attachments) return {};
    auto attachments = input_.attachments(rebuilt);
    if (!attachments) return fail(attachments.error());
    for (const Attachment& attachment : *attachments) {
      const ObjectBase* object = target_.find_base(attachment.target);
      if (object == nullptr) continue;
      const bool is_defined = attachment.what == kReplicaIdentity;
      if (is_defined && (is_part_of_anew(attachment.target) ||
                         is_identified_otherwise(owner_of(target_, attachment.target)))) {
        continue;
      }
      Step step;
      step.verb = Verb::alter;
      step.object = attachment.target;
      step.source = object->source;
      step.sql = attachment.sql;
      step.consumes.push_back(attachment.target);
      step.reason = attachment.what + " of the recreated " + describe(attachment.target);
      steps_.push_back(std::move(step));
    }
    return {};
  }

  // --- declared rows ---------------------------------------------------------------------
  void add_row_steps() {
    std::set<ObjectId> filled;
    for (const Step& step : input_.row_steps) {
      for (const ObjectId& id : step.produces) {
        if (id.sub.empty()) filled.insert(id);
      }
    }
    if (input_.row_steps.empty()) return;
    // What looks at all rows of a table should see those that are declared.
    for (Step& step : steps_) {
      if (step.verb != Verb::create) continue;
      if (step.object.kind == Kind::materialized_view) {
        step.weakly_consumes.insert(step.weakly_consumes.end(), filled.begin(), filled.end());
      }
      wait_for_changed_rows(step);
      const Constraint* constraint = target_.find<Constraint>(step.object);
      if (constraint == nullptr || has_index(*constraint)) continue;
      step.weakly_consumes.push_back(rows_of(step.object));
      if (constraint->foreign_key) {
        step.weakly_consumes.push_back(rows_of(constraint->foreign_key->referenced_table));
      }
    }
    for (Step& step : input_.row_steps) steps_.push_back(std::move(step));
  }

  // Tables that can't be altered once rows of them were written: something about those rows is put
  // off to the end of the transaction.
  void find_deferred() {
    if (input_.row_steps.empty()) return;
    for (const Catalog* catalog : {&live_, &target_}) {
      for (const auto& [id, constraint] : catalog->objects<Constraint>()) {
        if (!constraint.initially_deferred) continue;
        deferred_.insert(id.container(Kind::table));
        if (constraint.foreign_key) deferred_.insert(constraint.foreign_key->referenced_table);
      }
      for (const auto& [id, trigger] : catalog->objects<Trigger>()) {
        if (trigger.initially_deferred) deferred_.insert(trigger.relation);
      }
    }
  }

  // Columns whose new NOT NULL may wait for the rows that are declared.
  void note_filled_columns() {
    find_deferred();
    for (const auto& [column, rows] : input_.filled) {
      const bool waits = std::none_of(rows.begin(), rows.end(), [&](const ObjectId& each) {
        return deferred_.contains(each.container(Kind::table));
      });
      if (waits && !deferred_.contains(column.container(Kind::table))) {
        builder_.filled.emplace(column, rows);
      }
    }
  }

  // Declared rows that change, or go, may be what a new key or a domain's new check asks for.
  void wait_for_changed_rows(Step& step) const {
    const auto wait = [&](const std::vector<ObjectId>& rows) {
      step.weakly_consumes.insert(step.weakly_consumes.end(), rows.begin(), rows.end());
    };
    if (step.object.kind == Kind::domain_constraint) {
      for (const auto& [id, rows] : builder_.filled) {
        const Column* column = target_.find<Column>(id);
        const ObjectId domain = step.object.container(Kind::domain);
        if (column != nullptr && column->type.object == domain) wait(rows);
      }
      return;
    }
    const Index* index = target_.find<Index>(step.object);
    const Constraint* key = target_.find<Constraint>(step.object);
    if (key == nullptr && (index == nullptr || !index->unique)) return;
    const ObjectId table = key != nullptr ? step.object.container(Kind::table) : index->table;
    if (deferred_.contains(table)) return;
    for (const Step& rows : input_.row_steps) {
      if (rows.verb == Verb::drop && rows.object.container(Kind::table) == table) {
        wait(rows.produces);
      }
    }
    const ObjectId rows = rows_of(table);
    const auto uses = [&](const ObjectId& column) {
      if (key != nullptr) {
        return std::find(key->columns.begin(), key->columns.end(), column.sub) !=
               key->columns.end();
      }
      return std::any_of(index->elements.begin(), index->elements.end(),
                         [&](const IndexElement& element) { return is_over(element, column); });
    };
    for (const auto& [column, changed] : builder_.filled) {
      const bool is_here = std::find(changed.begin(), changed.end(), rows) != changed.end();
      if (is_here && uses(column)) wait({rows});
    }
  }

  // --- transactions ----------------------------------------------------------------------
  // Locks that one step leaves behind until COMMIT: each new table brings its indexes, its TOAST
  // table and that one's index.
  static int64_t locks_of(const Step& step) {
    if (step.table) return 4 + static_cast<int64_t>(step.produces.size()) / 4;
    return 2;
  }

  // Behind the last step whose effect is of use to a later one only when it is committed; 0: there
  // is none.
  static size_t first_to_wait(const std::vector<Step>& steps) {
    std::map<ObjectId, size_t> made;
    size_t out = 0;
    for (size_t i = 0; i < steps.size(); ++i) {
      if (steps[i].transaction == Transaction::commit_before_use) {
        for (const ObjectId& id : steps[i].produces) made[id] = i + 1;
        continue;
      }
      for (const ObjectId& id : steps[i].consumes) {
        if (const auto found = made.find(id); found != made.end())
          out = std::max(out, found->second);
      }
    }
    return out;
  }

  void cut_transactions(std::vector<Step> steps) {
    const size_t cut = first_to_wait(steps);
    size_t place = 0;
    std::set<ObjectId> unusable;  // produced, but of no use before a COMMIT
    int64_t locks = 0;
    std::set<ObjectId> aside;  // no COMMIT while rows are on their way …
    size_t set_out = 0;        // … which they are from this step of the last group on
    const int64_t limit = input_.lock_table_size * 6 / 10;
    bool cut_for_locks = false;
    for (Step& step : steps) {
      const bool alone = step.transaction == Transaction::forbidden;
      const bool committed = cut != 0 && place++ == cut;
      const bool waits =
          committed || std::any_of(step.consumes.begin(), step.consumes.end(),
                                   [&](const ObjectId& id) { return unusable.contains(id); });
      const bool full = limit > 0 && locks + locks_of(step) > limit && aside.empty();
      if (plan_.groups.empty() || alone || !plan_.groups.back().transactional || full ||
          (waits && step.transaction != Transaction::commit_before_use)) {
        cut_for_locks = cut_for_locks || (full && !plan_.groups.empty());
        std::vector<Step> begun;
        if (!aside.empty() && alone) {
          plan_.notes.warning({},
                              "what is made anew is committed half-way, because of a statement "
                              "that takes no transaction: " +
                                  step.sql,
                              "change " + describe(step.object) + " in a plan of its own");
        } else if (!aside.empty()) {
          std::vector<Step>& last = plan_.groups.back().steps;
          const auto first = last.begin() + static_cast<std::ptrdiff_t>(set_out);
          begun.assign(std::make_move_iterator(first), std::make_move_iterator(last.end()));
          last.erase(first, last.end());
          if (last.empty()) plan_.groups.pop_back();
        }
        plan_.groups.emplace_back().transactional = !alone;
        plan_.groups.back().steps = std::move(begun);
        set_out = 0;
        unusable.clear();
        locks = 0;
      }
      if (step.transaction == Transaction::commit_before_use) {
        unusable.insert(step.produces.begin(), step.produces.end());
      }
      locks += locks_of(step);
      if (aside.empty()) set_out = plan_.groups.back().steps.size();
      for (const ObjectId& id : step.puts_aside) {
        if (id.kind == step.object.kind || id.kind == Kind::none) aside.insert(id);
      }
      for (const ObjectId& id : step.destroys) aside.erase(id);
      for (const ObjectId& id : step.produces) {
        if (id.kind == Kind::none) aside.erase(id);
      }
      plan_.groups.back().steps.push_back(std::move(step));
    }
    if (cut_for_locks) {
      plan_.notes.warning(
          {},
          "the plan is cut into " + std::to_string(plan_.groups.size()) +
              " transactions: one alone would need more locks than the server's lock table holds",
          "raise max_locks_per_transaction to have it in one");
    }
  }

  PlanInput input_;
  std::set<ObjectId> made_anew_;
  const Catalog& live_;
  const Catalog& target_;
  StepBuilder builder_;
  Plan plan_;
  std::map<ObjectId, Change> changes_;
  std::map<ObjectId, std::vector<Step>> alterations_;
  std::set<ObjectId> replaced_;
  std::set<ObjectId> refused_;
  std::set<ObjectId> not_anew_;  // of these, tables that would have to be made anew
  std::set<ObjectId> destroyed_;
  std::set<ObjectId> inherited_;  // parts of children that go with those of their parents
  std::set<ObjectId> supplanted_;
  std::map<ObjectId, std::string> reasons_;  // why they are among destroyed_
  std::set<ObjectId> explicit_;
  std::set<ObjectId> keys_of_moved_;  // foreign keys that compare values of types that are replaced
  std::set<ObjectId> indexes_gone_;   // those of constraints that are dropped
  std::map<ObjectId, ObjectId> clones_;  // a foreign key -> the one that it goes with
  std::set<ObjectId> disturbed_;         // tables that rows are moved in or out of
  std::set<ObjectId> texts_of_before_;
  std::set<ObjectId> deferred_;
  std::map<ObjectId, ObjectId> absorbers_;
  std::map<ObjectId, std::vector<ObjectId>> absorbed_;
  std::unordered_map<ObjectId, std::vector<ObjectId>> automatic_;
  std::map<QualifiedName, std::vector<ObjectId>> functions_;
  std::unique_ptr<DependencyIndex> dependencies_;
  std::unique_ptr<Misreadings> misreadings_;
  std::vector<Step> steps_;
  size_t naming_steps_ = 0;
  std::set<ObjectId> moved_extensions_;
};

Error no_order(const std::vector<ObjectId>& circle) {
  std::string list;
  std::set<ObjectId> seen;
  for (const ObjectId& id : circle) {
    if (seen.insert(id).second) list += (list.empty() ? "" : ", ") + describe(id);
  }
  Error error;
  error.code = ErrorCode::unsupported;
  error.sentence =
      "this build finds no order for the changes of " + list + ": each waits for another";
  error.nothing_done = true;
  error.hint = "make them in two plans: leave one of them as it is, apply, and change it then";
  return error;
}

}  // namespace

Result<Plan> make_plan(PlanInput input) {
  // What is altered may have to come before one step, as its old text uses something that goes, and
  // after another, as its new text uses something that comes. Dropped and made anew it does both.
  // So does a key that takes over an index, if it gets one of its own.
  std::set<ObjectId> altered;
  for (const Change& change : input.changes) {
    const bool is_key = change.verb == Verb::create && change.id.kind == Kind::constraint &&
                        input.live->contains(change.id.container(Kind::table));
    const bool is_alteration =
        change.verb == Verb::alter && can_come_back(*input.live, *input.target, change.id);
    if (is_key || is_alteration) altered.insert(change.id);
  }
  std::set<ObjectId> made_anew;
  while (made_anew.size() < altered.size()) {
    try {
      return Planner(input, made_anew).run();
    } catch (const StepCircle& circle) {
      const auto found = std::find_if(
          circle.objects.begin(), circle.objects.end(),
          [&](const ObjectId& id) { return altered.contains(id) && !made_anew.contains(id); });
      if (found == circle.objects.end()) return fail(no_order(circle.objects));
      made_anew.insert(*found);
    }
  }
  try {
    return Planner(std::move(input), std::move(made_anew)).run();
  } catch (const StepCircle& circle) {
    return fail(no_order(circle.objects));
  }
}

}  // namespace schemadiff
