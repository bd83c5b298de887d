#include "engine/plan/order.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <queue>
#include <set>

#include "engine/base/check.h"
#include "engine/model/kind_traits.h"
#include "engine/model/names_in_schema.h"
#include "engine/objects/partitions.h"

namespace schemadiff {
namespace {

using Node = uint32_t;

struct Edge {
  Node to;
  bool weak;
};

// Ties: make way first, then build up, then take away what holds data. Rows make way too. Default
// privileges change when all else is done: each new object gets what those that are in force now
// give.
constexpr int kLastPhase = 3;
int phase_of(const Step& step) {
  if (step.object.kind == Kind::default_privilege) return kLastPhase;
  if (step.verb != Verb::drop) return 1;
  return traits_of(step.object.kind).rebuildable || step.object.kind == Kind::rows ? 0 : 2;
}

// New names, and what those wait for: all other statements are written in them.
constexpr int kFirstPhase = -1;

class Orderer {
 public:
  Orderer(std::vector<Step> steps, const OrderInput& input)
      : steps_(std::move(steps)),
        input_(input),
        edges_(steps_.size()),
        is_early_(steps_.size(), false) {}

  std::vector<Step> run() {
    if (steps_.empty()) return {};
    index_effects();
    for (Node node = 0; node < steps_.size(); ++node) add_consumptions(node);
    add_destructions();
    add_displacements();
    add_children();
    add_values_of_types();
    add_deleted_rows();
    add_name_reuse();
    add_overloads();
    add_event_triggers();
    add_chains();
    hasten();
    share_rewrites();
    return sort();
  }

 private:
  void index_effects() {
    for (Node node = 0; node < steps_.size(); ++node) {
      const Step& step = steps_[node];
      // The first step of a creation is what others wait for; what follows it (ownership of a
      // sequence, row security) only waits itself, or cycles could not be broken there.
      const bool creates = step.verb == Verb::create;
      for (const ObjectId& id : step.produces) {
        std::vector<Node>& nodes = producers_[id];
        if (creates && !nodes.empty() && steps_[nodes.front()].verb == Verb::create) {
          chained_.push_back({nodes.front(), node});
          continue;
        }
        nodes.push_back(node);
        if (id.kind == Kind::column) column_steps_[id.container(Kind::table)].push_back(node);
      }
      if (step.verb == Verb::alter) altered_[step.object].push_back(node);
      for (const ObjectId& id : step.destroys) {
        destroyers_[id] = node;
        if (id.kind == Kind::column) column_drops_[id.container(Kind::table)].push_back(node);
      }
      for (const ObjectId& id : step.puts_aside) aside_[id] = node;
    }
  }

  void edge(Node from, Node to, bool weak = false) {
    if (from == to || (weak && to < input_.naming_steps)) return;
    const uint64_t key = (static_cast<uint64_t>(from) << 32) | to;
    const auto [known, is_new] = seen_.emplace(key, weak);
    if (!is_new && (weak || !known->second)) return;
    known->second = weak;
    edges_[from].push_back({to, weak});
  }

  // A query reads a column whatever but its type is altered.
  bool is_no_matter(Node alteration, Node reader) const {
    const Step& step = steps_[alteration];
    return step.verb == Verb::alter && step.object.kind == Kind::column && step.displaces.empty() &&
           traits_of(steps_[reader].object.kind).reads_relations;
  }

  void consume(Node node, const ObjectId& id, bool weak) {
    const auto found = producers_.find(id);
    if (found != producers_.end()) {
      for (const Node producer : found->second) {
        edge(producer, node, weak || is_no_matter(producer, node));
      }
      return;
    }
    // A relation named without knowing its kind.
    if (id.kind == Kind::table) {
      for (const Kind kind :
           {Kind::view, Kind::materialized_view, Kind::sequence, Kind::composite_type}) {
        const auto other = producers_.find(id.container(kind));
        if (other == producers_.end()) continue;
        for (const Node producer : other->second) edge(producer, node, weak);
      }
    }
    // A column that is no object (a view's, an inherited one) is there when its relation is.
    if (id.kind == Kind::column && !input_.target.contains(id)) {
      consume(node, input_.target.find_relation(id.schema, id.name), weak);
    }
  }

  // Columns of its parents are the relation's too.
  void follow_column_drops(const ObjectId& relation, Node node) {
    std::vector<ObjectId> tables = ancestors_of(input_.live, relation);
    tables.push_back(relation);
    for (const ObjectId& table : tables) {
      const auto found = column_drops_.find(table);
      if (found == column_drops_.end()) continue;
      for (const Node drop : found->second) edge(drop, node, true);
    }
  }

  void add_consumptions(Node node) {
    const Step& step = steps_[node];
    // What a clause needs should stand before the table, so that the clause can join it.
    auto host = step.clause ? producers_.find(step.clause->table) : producers_.end();
    if (host != producers_.end() && !steps_[host->second.front()].table) host = producers_.end();
    std::set<ObjectId> relations_with_columns;
    for (const ObjectId& id : step.consumes) {
      if (id.kind == Kind::column) relations_with_columns.insert(id.container(Kind::table));
    }
    // SELECT * must not find columns that are about to go.
    if (traits_of(step.object.kind).reads_relations && step.verb == Verb::create) {
      std::set<ObjectId> relations = relations_with_columns;
      relations.insert(step.consumes.begin(), step.consumes.end());
      for (const ObjectId& id : relations) follow_column_drops(id, node);
    }
    for (const ObjectId& id : step.consumes) {
      consume(node, id, false);
      if (host != producers_.end()) consume(host->second.front(), id, true);
      if (id.kind == Kind::table && traits_of(step.object.kind).reads_relations &&
          !relations_with_columns.contains(id)) {
        const auto found = column_steps_.find(id);
        if (found == column_steps_.end()) continue;
        for (const Node producer : found->second) edge(producer, node, true);
      }
    }
    for (const ObjectId& id : step.weakly_consumes) consume(node, id, true);
  }

  // PostgreSQL refuses much of a table while a column elsewhere is of its row type: one that comes
  // waits. And what a domain or its constraints are to refuse goes with the columns that go.
  void add_values_of_types() {
    std::set<ObjectId> row_types;
    for (const auto& [id, column] : input_.target.objects<Column>()) {
      if (column.type.object.kind == Kind::table) row_types.insert(column.type.object);
    }
    for (const auto& [id, type] : input_.target.objects<CompositeType>()) {
      for (const CompositeAttribute& attribute : type.attributes) {
        if (attribute.type.object.kind == Kind::table) row_types.insert(attribute.type.object);
      }
    }
    for (Node node = 0; node < steps_.size(); ++node) {
      const Step& step = steps_[node];
      const Kind kind = step.object.kind;
      if (kind == Kind::table || kind == Kind::column || kind == Kind::composite_type) {
        if (step.verb != Verb::create) continue;
        for (const ObjectId& id : step.consumes) {
          if (!row_types.contains(id) || id == step.object.container(Kind::table)) continue;
          const auto found = column_steps_.find(id);
          if (found == column_steps_.end()) continue;
          for (const Node change : found->second) edge(change, node, true);
        }
      } else if (kind == Kind::domain || kind == Kind::domain_constraint) {
        if (step.verb != Verb::drop) let_values_go_first(step.object.container(Kind::domain), node);
      }
    }
  }

  // Rows that are deleted, after those that refer to them and go with their table or key.
  void add_deleted_rows() {
    std::unordered_map<ObjectId, std::vector<Node>> keys;  // by referenced table
    for (const auto& [id, constraint] : input_.live.objects<Constraint>()) {
      if (!constraint.foreign_key) continue;
      const auto gone = destroyers_.find(id);
      if (gone != destroyers_.end()) {
        keys[constraint.foreign_key->referenced_table].push_back(gone->second);
      }
    }
    if (keys.empty()) return;
    for (Node node = 0; node < steps_.size(); ++node) {
      const ObjectId& id = steps_[node].object;
      if (id.kind != Kind::rows || steps_[node].verb != Verb::drop) continue;
      const auto found = keys.find(id.container(Kind::table));
      if (found == keys.end()) continue;
      for (const Node key : found->second) edge(key, node, true);
    }
  }

  void let_values_go_first(const ObjectId& domain, Node node) {
    std::vector<ObjectId> types = {domain};
    for (size_t i = 0; i < types.size(); ++i) {
      for (const Dependency* dependency : input_.dependencies.dependents_of(types[i])) {
        const ObjectId& id = dependency->dependent;
        if (id.kind == Kind::domain || id.kind == Kind::composite_type) {
          if (std::find(types.begin(), types.end(), id) == types.end()) types.push_back(id);
          continue;
        }
        if (id.kind != Kind::column) continue;
        const auto gone = destroyers_.find(id);
        if (gone != destroyers_.end()) edge(gone->second, node, true);
        const auto altered = altered_.find(id);
        if (altered == altered_.end()) continue;
        for (const Node change : those_that_let_go(altered->second, types[i])) {
          edge(change, node, true);
        }
      }
    }
  }

  // What changes in the columns and constraints of a table reaches the tables that inherit from it:
  // one that goes could forbid it, and one that comes would have what goes.
  void add_children() {
    std::unordered_map<ObjectId, std::vector<Node>> changes;
    for (Node node = 0; node < steps_.size(); ++node) {
      const ObjectId& id = steps_[node].object;
      const bool goes = steps_[node].verb == Verb::drop;
      if (id.kind == Kind::column || (id.kind == Kind::constraint && !goes)) {
        changes[id.container(Kind::table)].push_back(node);
      } else if (const Index* index = input_.target.find<Index>(id); index != nullptr && !goes) {
        changes[index->table].push_back(node);
      }
    }
    const auto changes_above = [&](const Catalog& catalog, const ObjectId& table) {
      std::vector<Node> out;
      for (const ObjectId& parent : ancestors_of(catalog, table)) {
        const auto above = changes.find(parent);
        if (above != changes.end())
          out.insert(out.end(), above->second.begin(), above->second.end());
      }
      return out;
    };
    for (Node node = 0; node < steps_.size(); ++node) {
      const Step& step = steps_[node];
      if (step.object.kind != Kind::table) continue;
      if (step.verb == Verb::drop) {
        for (const Node change : changes_above(input_.live, step.object)) edge(node, change, true);
      } else if (step.verb == Verb::create) {
        const Table* table = input_.target.find<Table>(step.object);
        if (table == nullptr || table->partition_of) continue;
        for (const Node change : changes_above(input_.target, step.object)) {
          if (steps_[change].verb == Verb::drop) edge(change, node, true);
        }
      }
    }
  }

  // A generated column that becomes a plain one has let go of its source by then, a column of
  // another table of the row type.
  void add_displacements() {
    std::unordered_map<ObjectId, std::vector<Node>> displacers;
    for (Node node = 0; node < steps_.size(); ++node) {
      for (const ObjectId& id : steps_[node].displaces) {
        displacers[id].push_back(node);
        displacers[id.container(Kind::table)].push_back(node);
      }
    }
    if (displacers.empty()) return;
    for (Node node = 0; node < steps_.size(); ++node) {
      if (steps_[node].object.kind != Kind::column) continue;
      const std::vector<ObjectId>& needed = steps_[node].consumes;
      for (const ObjectId& id : steps_[node].releases) {
        const auto found = displacers.find(id);
        if (found == displacers.end()) continue;
        // Another expression over the same column waits for that.
        if (std::find(needed.begin(), needed.end(), id) != needed.end()) continue;
        for (const Node displacer : found->second) {
          for (const Node change : changes_by(displacer, id)) edge(node, change);
        }
      }
    }
  }

  // The steps that change what `displacer` displaces: itself, or, where it only puts a type aside,
  // those that bring the column over to the new one.
  std::vector<Node> changes_by(Node displacer, const ObjectId& column) const {
    if (steps_[displacer].puts_aside.empty()) return {displacer};
    std::vector<Node> out;
    const auto found = producers_.find(column);
    if (found == producers_.end()) return out;
    for (const Node node : found->second) {
      if (steps_[node].object == steps_[displacer].object) out.push_back(node);
    }
    return out;
  }

  void add_destructions() {
    for (const auto& [id, destroyer] : destroyers_) {
      for (const Dependency* dependency : input_.dependencies.dependents_of(id)) {
        const auto other = destroyers_.find(dependency->dependent);
        if (other != destroyers_.end()) {
          edge(other->second, destroyer);
        } else if (const auto altered = altered_.find(dependency->dependent);
                   altered != altered_.end()) {
          for (const Node node : those_that_let_go(altered->second, id)) edge(node, destroyer);
        }
        follow_again(id, dependency->dependent);
      }
      const auto created = producers_.find(id);
      if (created == producers_.end()) continue;
      for (const Node producer : created->second) {
        if (steps_[producer].verb == Verb::create) edge(name_freed_by(id, destroyer), producer);
      }
    }
    for (const auto& [id, node] : aside_) {
      const auto gone = destroyers_.find(id);
      if (gone == destroyers_.end()) continue;
      if (goes_apart(gone->second, node)) edge(gone->second, node);
    }
    // DROP FUNCTION f(t) names the type.
    for (const auto& [id, node] : aside_) {
      if (id.kind == Kind::table || !traits_of(id.kind).in_pg_type) continue;
      for (const Dependency* dependency : input_.dependencies.dependents_of(id)) {
        const Kind kind = dependency->dependent.kind;
        if (kind == Kind::domain || kind == Kind::composite_type || kind == Kind::range_type)
          continue;
        const auto gone = destroyers_.find(dependency->dependent);
        if (gone != destroyers_.end() && !destroys_what_is_aside(gone->second)) {
          edge(gone->second, node);
        }
      }
    }
    for (Node node = 0; node < steps_.size(); ++node) {
      for (const ObjectId& id : steps_[node].displaces) {
        for (const Dependency* dependency : input_.dependencies.dependents_of(id)) {
          // Sequences that the column owns stay, whatever its type is.
          if (dependency->dependent.kind == Kind::sequence) continue;
          const auto gone = destroyers_.find(dependency->dependent);
          if (gone == destroyers_.end()) continue;
          edge(gone->second, node);
          const auto back = producers_.find(dependency->dependent);
          if (back == producers_.end()) continue;
          for (const Node producer : back->second) {
            if (producer < input_.naming_steps) continue;
            edge(node, producer);
            for (const Node change : changes_by(node, id)) edge(change, producer);
          }
        }
      }
      for (const ObjectId& id : steps_[node].supersedes) {
        const auto gone = destroyers_.find(id);
        if (gone == destroyers_.end()) {
          const auto aside = aside_.find(id);
          if (aside != aside_.end() && aside->second != node) edge(aside->second, node);
          continue;
        }
        edge(name_freed_by(id, gone->second), node);
        follow_successor(id, node);
      }
      for (const ObjectId& id : steps_[node].releases) {
        const auto gone = destroyers_.find(id);
        if (gone != destroyers_.end() && !waits_for(node, gone->second)) edge(node, gone->second);
        // By the name that it still has.
        const auto aside = aside_.find(id);
        if (aside != aside_.end() && (steps_[aside->second].object.kind == Kind::table ||
                                      steps_[node].object.kind == Kind::rows)) {
          edge(node, aside->second);
        }
      }
    }
  }

  // Of the alterations of an object that uses `id`: those that say so, if any do.
  std::vector<Node> those_that_let_go(const std::vector<Node>& nodes, const ObjectId& id) const {
    std::vector<Node> out;
    std::copy_if(nodes.begin(), nodes.end(), std::back_inserter(out), [&](Node node) {
      const std::vector<ObjectId>& released = steps_[node].releases;
      return std::find(released.begin(), released.end(), id) != released.end();
    });
    return out.empty() ? nodes : out;
  }

  // Until 14 what calls a function is not held to the attributes of the type that it returns: it is
  // altered when that has lost one.
  bool waits_for(Node node, Node other) const {
    const std::vector<ObjectId>& produced = steps_[other].produces;
    const std::vector<ObjectId>& consumed = steps_[node].consumes;
    return std::any_of(produced.begin(), produced.end(), [&](const ObjectId& id) {
      return std::find(consumed.begin(), consumed.end(), id) != consumed.end();
    });
  }

  // Both come back: what used the other does so again, even where its text does not tell.
  void follow_again(const ObjectId& id, const ObjectId& dependent) {
    const auto creation = producers_.find(id);
    const auto back = producers_.find(dependent);
    if (creation == producers_.end() || back == producers_.end()) return;
    if (!destroyers_.contains(dependent)) return;
    const Node first = creation->second.front();
    const Node second = back->second.front();
    if (steps_[first].verb != Verb::create || steps_[second].verb != Verb::create) return;
    edge(first, second, true);
    for (const auto& [start, next] : chained_) {
      if (start == first) edge(next, second, true);
    }
  }

  // What made way for the old owner of a name comes back to the step that gives it to another.
  void follow_successor(const ObjectId& id, Node node) {
    const std::vector<ObjectId>& produced = steps_[node].produces;
    if (std::find(produced.begin(), produced.end(), id) == produced.end()) return;
    for (const Dependency* dependency : input_.dependencies.dependents_of(id)) {
      const auto back = producers_.find(dependency->dependent);
      if (back == producers_.end()) continue;
      for (const Node producer : back->second) {
        if (steps_[producer].verb == Verb::create) edge(node, producer);
      }
    }
  }

  // A step drops a part of what another puts aside, by the name that it has before.
  bool goes_apart(Node destroyer, Node aside) const {
    const ObjectId& dropped = steps_[destroyer].object;
    if (dropped.kind == Kind::table && aside_.contains(dropped)) return false;
    const auto last = destroyers_.find(steps_[aside].object);
    return last != destroyers_.end() && last->second != destroyer;
  }

  // The step after which the name of a live object is free.
  Node name_freed_by(const ObjectId& id, Node destroyer) const {
    const auto aside = aside_.find(id);
    if (aside == aside_.end() || goes_apart(destroyer, aside->second)) return destroyer;
    return aside->second;
  }

  bool destroys_what_is_aside(Node node) const {
    return std::any_of(steps_[node].destroys.begin(), steps_[node].destroys.end(),
                       [&](const ObjectId& id) { return aside_.contains(id); });
  }

  void add_name_reuse() {
    std::map<ObjectId, Node> freed;
    for (const auto& [id, node] : aside_) {
      for (const ObjectId& name : names_in_schema(input_.live, id)) freed.emplace(name, node);
    }
    for (const auto& [id, destroyer] : destroyers_) {
      for (const ObjectId& name : names_in_schema(input_.live, id)) freed.emplace(name, destroyer);
    }
    if (freed.empty()) return;
    for (const auto& [id, nodes] : producers_) {
      for (const ObjectId& name : names_to_be_free(input_.target, id)) {
        const auto found = freed.find(name);
        if (found == freed.end()) continue;
        for (const Node node : nodes) {
          if (steps_[node].verb == Verb::create) edge(found->second, node);
        }
      }
    }
  }

  // An event trigger hears of no step but its own: it comes, or is switched on, behind all others,
  // and goes, or is switched off, before them.
  void add_event_triggers() {
    const auto is_about_one = [](const ObjectId& id) {
      return id.kind == Kind::event_trigger || id.of == Kind::event_trigger;
    };
    for (Node node = 0; node < steps_.size(); ++node) {
      if (steps_[node].object.kind != Kind::event_trigger) continue;
      const EventTrigger* wanted = input_.target.find<EventTrigger>(steps_[node].object);
      const bool listens = steps_[node].verb != Verb::drop && wanted != nullptr &&
                           wanted->enabled != TriggerState::disabled;
      for (Node other = 0; other < steps_.size(); ++other) {
        if (is_about_one(steps_[other].object)) continue;
        if (listens) {
          edge(other, node, true);
        } else {
          edge(node, other, true);
        }
      }
    }
  }

  // Of two functions of one name a call may mean either: the old one goes before the new one comes,
  // if it can, and before all that called it comes back.
  void add_overloads() {
    const auto name_of = [](const ObjectId& id) {
      const bool overloaded = !id.sub.empty() && traits_of(id.kind).owner == nullptr;
      return overloaded ? object_id(id.kind, id.schema, id.name) : ObjectId{};
    };
    std::map<ObjectId, std::vector<ObjectId>> going;
    for (const auto& [id, destroyer] : destroyers_) {
      const ObjectId name = name_of(id);
      if (name.known()) going[name].push_back(id);
    }
    if (going.empty()) return;
    for (const auto& [id, nodes] : producers_) {
      const auto found = going.find(name_of(id));
      if (found == going.end() || steps_[nodes.front()].verb != Verb::create) continue;
      for (const ObjectId& old : found->second) {
        const Node destroyer = destroyers_.at(old);
        edge(destroyer, nodes.front(), true);
        for (const Dependency* dependency : input_.dependencies.dependents_of(old)) {
          const auto back = producers_.find(dependency->dependent);
          if (back == producers_.end()) continue;
          for (const Node producer : back->second) {
            if (steps_[producer].verb == Verb::create) edge(destroyer, producer, true);
          }
        }
      }
    }
  }

  // Steps of one change keep the order in which its rule wrote them.
  void add_chains() {
    for (const auto& [first, next] : chained_) edge(first, next);
    for (Node node = 1; node < steps_.size(); ++node) {
      if (steps_[node].object == steps_[node - 1].object &&
          steps_[node].verb == steps_[node - 1].verb) {
        edge(node - 1, node);
      }
    }
  }

  // What gives names waits for little (a schema to move to), which then comes as early. So does
  // what must be committed before it can be used: that the transaction ends there with nothing
  // else begun, above all nothing that is dropped to come back.
  void hasten() {
    std::vector<Node> open;
    for (Node node = 0; node < steps_.size(); ++node) {
      const bool names = node < input_.naming_steps;
      if (names && node > 0) edge(node - 1, node);
      if (!names && steps_[node].transaction != Transaction::commit_before_use) continue;
      is_early_[node] = true;
      open.push_back(node);
    }
    if (open.empty()) return;
    std::vector<std::vector<Node>> before(steps_.size());
    for (Node node = 0; node < steps_.size(); ++node) {
      for (const Edge& e : edges_[node]) before[e.to].push_back(node);
    }
    while (!open.empty()) {
      const Node node = open.back();
      open.pop_back();
      for (const Node earlier : before[node]) {
        if (is_early_[earlier]) continue;
        is_early_[earlier] = true;
        open.push_back(earlier);
      }
    }
  }

  // --- tables that are written anew ---------------------------------------------------------
  // ALTER TABLE writes a table anew once, however many of its actions ask for it.
  void share_rewrites() {
    std::map<ObjectId, std::vector<Node>> by_table;
    for (Node node = 0; node < steps_.size(); ++node) {
      const Step& step = steps_[node];
      const bool shares = step.action && step.puts_aside.empty() && !step.clause && !step.secret &&
                          step.transaction == Transaction::any;
      if (shares) by_table[step.action->table].push_back(node);
    }
    for (auto& [table, nodes] : by_table) {
      std::sort(nodes.begin(), nodes.end(),
                [&](Node a, Node b) { return priority(b) < priority(a); });
      for (const bool with_allowance : {false, true}) share_rewrites_of(nodes, with_allowance);
    }
    if (!hosts_.empty()) contract();
  }

  // Of those that need an allowance, and of the others: one that is refused must hold back nothing
  // that is not.
  void share_rewrites_of(const std::vector<Node>& nodes, bool with_allowance) {
    std::vector<Node> waiting;
    std::vector<Node> added;  // columns: in their order, or not at all
    for (const Node node : nodes) {
      const Step& step = steps_[node];
      const bool needs =
          std::any_of(step.hazards.begin(), step.hazards.end(),
                      [](const Hazard& hazard) { return needs_allowance(hazard.code); });
      if (needs != with_allowance) continue;
      const bool adds = step.verb == Verb::create && step.object.kind == Kind::column;
      if (adds) {
        added.push_back(node);
      } else if (step.rewrites) {
        waiting.push_back(node);
      }
    }
    while (!waiting.empty()) {
      std::vector<Node> group = {waiting.front()};
      std::vector<Node> others;
      for (size_t i = 1; i < waiting.size(); ++i) {
        (may_join(group, waiting[i]) ? group : others).push_back(waiting[i]);
      }
      waiting = std::move(others);
      add_columns(group, added);
      share(group);
    }
    std::vector<Node> group;
    add_columns(group, added);
    share(group);
  }

  void add_columns(std::vector<Node>& group, std::vector<Node>& added) const {
    if (std::none_of(added.begin(), added.end(),
                     [&](Node node) { return steps_[node].rewrites; })) {
      return;
    }
    std::vector<Node> all = group;
    for (const Node node : added) {
      if (!all.empty() && !may_join(all, node)) return;
      all.push_back(node);
    }
    group = std::move(all);
    added.clear();
  }

  void share(const std::vector<Node>& group) {
    const auto rewrites = [&](Node node) { return steps_[node].rewrites; };
    if (std::count_if(group.begin(), group.end(), rewrites) < 2) return;
    Step& host = steps_[group.front()];
    std::vector<std::string> reasons;
    std::string actions;
    for (const Node node : group) {
      const std::string why = reason_of(steps_[node]);
      const bool is_new = std::find(reasons.begin(), reasons.end(), why) == reasons.end();
      if (is_new && !why.empty()) reasons.push_back(why);
      actions += (actions.empty() ? "" : ",\n    ") + steps_[node].action->sql;
      if (node == group.front()) continue;
      hosts_[node] = group.front();
      guests_[group.front()].push_back(node);
      join(host, steps_[node]);
    }
    host.action->sql = actions;
    host.sql = "ALTER TABLE " + qualified_name(host.action->table) + "\n    " + actions;
    host.reason.clear();
    for (const std::string& why : reasons) host.reason += (host.reason.empty() ? "" : "; ") + why;
  }

  // In a statement about more than its object.
  static std::string reason_of(const Step& step) {
    if (step.object.kind != Kind::column) return step.reason;
    if (!step.reason.empty()) return quote(step.object.sub) + ": " + step.reason;
    return quote(step.object.sub) + (step.verb == Verb::create ? ": new" : ": altered");
  }

  // --- one statement for two steps ---
  // One statement has one path; an empty one goes with any.
  static bool may_share_path(const Step& a, const Step& b) {
    return !a.path || !b.path || *a.path == *b.path || a.path->sql.empty() || b.path->sql.empty();
  }
  static void take_path(Step& host, const Step& step) {
    if (step.path && (!host.path || host.path->sql.empty())) host.path = step.path;
  }
  template <class T>
  static void append(std::vector<T>& to, const std::vector<T>& from) {
    to.insert(to.end(), from.begin(), from.end());
  }

  static void join(Step& host, const Step& step) {
    append(host.produces, step.produces);
    append(host.consumes, step.consumes);
    append(host.weakly_consumes, step.weakly_consumes);
    append(host.destroys, step.destroys);
    append(host.releases, step.releases);
    append(host.supersedes, step.supersedes);
    append(host.displaces, step.displaces);
    take_path(host, step);
    host.lock = std::max(host.lock, step.lock);
    host.rewrites = true;
    host.scans = host.scans || step.scans;
    for (const Hazard& hazard : step.hazards) {
      const auto same =
          std::find_if(host.hazards.begin(), host.hazards.end(), [&](const Hazard& other) {
            if (needs_allowance(hazard.code) || hazard.code != other.code) return false;
            return hazard.code == HazardCode::table_rewrite || hazard.sentence == other.sentence;
          });
      if (same == host.hazards.end()) {
        host.hazards.push_back(hazard);
      } else if (same->object != hazard.object) {
        same->object = host.action->table;
      }
    }
  }

  // All edges of those that joined are those of their hosts.
  void contract() {
    std::vector<std::vector<Edge>> edges(steps_.size());
    for (Node node = 0; node < steps_.size(); ++node) {
      for (const Edge& e : edges_[node]) {
        const Node from = host_of(node);
        const Node to = host_of(e.to);
        if (from != to) edges[from].push_back({to, e.weak});
      }
    }
    edges_ = std::move(edges);
  }

  Node host_of(Node node) const {
    const auto found = hosts_.find(node);
    return found == hosts_.end() ? node : found->second;
  }

  // Nothing that comes between the one and the other would have to.
  bool may_join(const std::vector<Node>& group, Node node) const {
    for (const Node member : group) {
      if (!may_share_path(steps_[member], steps_[node])) return false;
    }
    return !leads_to(group, {node}) && !leads_to({node}, group);
  }

  bool leads_to(const std::vector<Node>& from, const std::vector<Node>& to) const {
    const auto is_in = [](const std::vector<Node>& nodes, Node node) {
      return std::find(nodes.begin(), nodes.end(), node) != nodes.end();
    };
    // A column is of its table, and the actions of one object have their order.
    const auto is_harmless = [&](Node a, Node b) {
      return steps_[a].object == steps_[b].object || steps_[a].object.kind == Kind::table ||
             steps_[b].object.kind == Kind::table;
    };
    std::vector<Node> open;
    std::set<Node> seen(from.begin(), from.end());
    for (const Node node : from) {
      for (const Edge& e : edges_[node]) {
        if (is_in(to, e.to)) {
          if (!is_harmless(node, e.to)) return true;
        } else if (seen.insert(host_of(e.to)).second) {
          open.push_back(host_of(e.to));
        }
      }
    }
    while (!open.empty()) {
      const Node node = open.back();
      open.pop_back();
      std::vector<Node> members = {node};
      if (const auto found = guests_.find(node); found != guests_.end()) {
        append(members, found->second);
      }
      for (const Node member : members) {
        for (const Edge& e : edges_[member]) {
          if (is_in(to, e.to)) return true;
          if (seen.insert(host_of(e.to)).second) open.push_back(host_of(e.to));
        }
      }
    }
    return false;
  }

  struct Priority {
    int phase;
    bool reverse;
    ObjectId object;
    int place;  // of a column that is added: they come in the order in which they are declared
    Node node;
    // A priority_queue gives the greatest first: the one to run first is the greatest.
    bool operator<(const Priority& other) const {
      if (phase != other.phase) return phase > other.phase;
      if (object.kind != other.object.kind) {
        return reverse ? object.kind < other.object.kind : object.kind > other.object.kind;
      }
      const bool same_table = object.kind == Kind::column && object.schema == other.object.schema &&
                              object.name == other.object.name;
      if (same_table && place != other.place) return place > other.place;
      if (object != other.object) return object > other.object;
      return node > other.node;
    }
  };

  Priority priority(Node node) const {
    const int phase = is_early_[node] ? kFirstPhase : phase_of(steps_[node]);
    const Step& step = steps_[node];
    const Column* column =
        step.verb == Verb::create ? input_.target.find<Column>(step.object) : nullptr;
    return {phase, phase != 1 && phase != kFirstPhase, step.object,
            column == nullptr ? 0 : column->position, node};
  }

  std::vector<Step> sort() {
    const Node count = static_cast<Node>(steps_.size());
    strong_.assign(count, 0);
    weak_.assign(count, 0);
    for (const auto& out : edges_) {
      for (const Edge& e : out) ++(e.weak ? weak_ : strong_)[e.to];
    }
    done_.assign(count, false);
    for (const auto& [node, host] : hosts_) done_[node] = true;
    merged_ = hosts_.size();
    for (Node node = 0; node < count; ++node) {
      if (steps_[node].clause) clauses_[steps_[node].clause->table].push_back(node);
      offer(node);
    }
    const auto last =
        static_cast<size_t>(std::count_if(steps_.begin(), steps_.end(), [](const Step& step) {
          return phase_of(step) == kLastPhase;
        }));
    while (order_.size() + merged_ < count) {
      const bool only_last_is_ready = ready_.empty() || ready_.top().phase == kLastPhase;
      if (only_last_is_ready && order_.size() + merged_ < count - last) force_one();
      const Node node = ready_.top().node;
      ready_.pop();
      if (!done_[node]) emit(node);
    }
    return assemble();
  }

  void offer(Node node) {
    if (!done_[node] && strong_[node] == 0 && weak_[node] == 0) ready_.push(priority(node));
  }

  // Only cycles through weak edges are left: gives up the weak edges into the first node that has
  // no others.
  void force_one() {
    std::optional<Priority> best;
    for (Node node = 0; node < steps_.size(); ++node) {
      if (done_[node] || strong_[node] != 0 || phase_of(steps_[node]) == kLastPhase) continue;
      const Priority current = priority(node);
      if (!best || *best < current) best = current;
    }
    if (!best && !ready_.empty()) return;
    if (!best) throw_circle();
    weak_[best->node] = 0;
    ready_.push(*best);
  }

  void emit(Node node) {
    done_[node] = true;
    order_.push_back(node);
    release(node);
    if (steps_[node].table) merge_clauses(node);
  }

  void release(Node node) {
    for (const Edge& e : edges_[node]) {
      int& count = (e.weak ? weak_ : strong_)[e.to];
      if (count > 0) --count;
      offer(e.to);
    }
  }

  // Right after a CREATE TABLE: clauses that wait for nothing else join it.
  void merge_clauses(Node host) {
    const auto found = clauses_.find(steps_[host].object);
    if (found == clauses_.end()) return;
    bool merged = false;
    bool again = true;
    while (again) {
      again = false;
      for (const Node node : found->second) {
        if (done_[node] || strong_[node] != 0 || !merge(steps_[host], steps_[node])) continue;
        done_[node] = true;
        ++merged_;
        hosts_[node] = host;
        release(node);
        merged = again = true;
      }
    }
    if (merged) steps_[host].sql = steps_[host].table->sql();
  }

  static bool merge(Step& host, Step& step) {
    if (!may_share_path(host, step)) return false;
    TableStatement& table = *host.table;
    if (step.clause->column.empty()) {
      table.elements.push_back({{}, step.clause->sql, "", ""});
    } else {
      const auto element = std::find_if(
          table.elements.begin(), table.elements.end(),
          [&](const TableStatement::Element& e) { return e.column == step.clause->column; });
      if (element == table.elements.end()) return false;
      element->default_sql = step.clause->sql;
    }
    take_path(host, step);
    append(host.produces, step.produces);
    append(host.consumes, step.consumes);
    append(host.hazards, step.hazards);
    return true;
  }

  std::vector<Step> assemble() {
    std::vector<uint32_t> position(steps_.size(), 0);
    for (uint32_t i = 0; i < order_.size(); ++i) position[order_[i]] = i;
    for (const auto& [node, host] : hosts_) position[node] = position[host];
    std::vector<Step> out;
    out.reserve(order_.size());
    for (Node node = 0; node < steps_.size(); ++node) {
      for (const Edge& e : edges_[node]) {
        if (e.weak || position[node] >= position[e.to]) continue;
        const auto host = hosts_.find(e.to);
        steps_[host == hosts_.end() ? e.to : host->second].after.push_back(position[node]);
      }
    }
    for (const auto& [node, guests] : guests_) {
      steps_[node].object = steps_[node].action->table;
      steps_[node].verb = Verb::alter;
    }
    for (const Node node : order_) {
      std::vector<uint32_t>& after = steps_[node].after;
      std::sort(after.begin(), after.end());
      after.erase(std::unique(after.begin(), after.end()), after.end());
      out.push_back(std::move(steps_[node]));
    }
    return out;
  }

  [[noreturn]] void throw_circle() const {
    // Walk backwards along strong edges among the undone until a node repeats.
    std::vector<Node> before(steps_.size(), UINT32_MAX);
    for (Node node = 0; node < steps_.size(); ++node) {
      if (done_[node]) continue;
      for (const Edge& e : edges_[node]) {
        if (!e.weak && !done_[e.to]) before[e.to] = node;
      }
    }
    Node node = 0;
    while (node < steps_.size() && (done_[node] || before[node] == UINT32_MAX)) ++node;
    std::string path;
    std::vector<Node> walked;
    while (node < steps_.size() && std::find(walked.begin(), walked.end(), node) == walked.end()) {
      path +=
          std::string(verb_word(steps_[node].verb)) + " " + describe(steps_[node].object) + " <- ";
      walked.push_back(node);
      node = before[node];
    }
    std::vector<ObjectId> objects;
    for (auto at = std::find(walked.begin(), walked.end(), node); at != walked.end(); ++at) {
      objects.push_back(steps_[*at].object);
    }
    throw StepCircle(path + "…", std::move(objects), std::source_location::current());
  }

  std::vector<Step> steps_;
  const OrderInput& input_;
  std::vector<std::vector<Edge>> edges_;
  std::vector<bool> is_early_;
  std::unordered_map<uint64_t, bool> seen_;  // pair of nodes -> all edges so far are weak
  std::unordered_map<ObjectId, std::vector<Node>> producers_;
  std::unordered_map<ObjectId, Node> destroyers_;
  std::unordered_map<ObjectId, Node> aside_;
  std::unordered_map<ObjectId, std::vector<Node>> altered_;
  std::unordered_map<ObjectId, std::vector<Node>> column_steps_;
  std::unordered_map<ObjectId, std::vector<Node>> column_drops_;  // by table
  std::vector<std::pair<Node, Node>> chained_;
  std::map<ObjectId, std::vector<Node>> clauses_;
  std::vector<int> strong_;
  std::vector<int> weak_;
  std::vector<bool> done_;
  std::priority_queue<Priority> ready_;
  std::vector<Node> order_;
  std::map<Node, Node> hosts_;                // of steps that joined another
  std::map<Node, std::vector<Node>> guests_;  // ALTER TABLEs, and those that joined them
  size_t merged_ = 0;
};

}  // namespace

std::vector<Step> order_steps(std::vector<Step> steps, const OrderInput& input) {
  return Orderer(std::move(steps), input).run();
}

}  // namespace schemadiff
