#include "parser/access_assembly.h"
#include "engine/model/kind_traits.h"

#include <algorithm>
#include <tuple>

#include "engine/objects/privilege/creation_grants.h"

namespace schemadiff {
namespace {

// One statement's effect on what one grantee holds.
void apply(const AccessStatement& statement, const std::vector<std::string>& all, Grants& grants) {
  const std::vector<std::string>& words = statement.words.empty() ? all : statement.words;
  if (statement.is_grant) {
    add_words(grants.privileges, words, all);
    if (statement.grant_option) add_words(grants.with_grant_option, words, all);
    return;
  }
  remove_words(grants.with_grant_option, words);
  if (!statement.grant_option) remove_words(grants.privileges, words);
}

// Privileges while the statements are applied in their order.
class Holdings {
 public:
  Holdings(Catalog& catalog, int server_version) : catalog_(catalog), version_(server_version) {}

  void start(const ObjectId& id, const Grants& grants, SourceSpan source) {
    if (!catalog_.contains(id)) held_[held_with(id)].push_back(id);
    Privilege privilege;
    privilege.id = id;
    privilege.source = source;
    static_cast<Grants&>(privilege) = grants;
    catalog_.add(std::move(privilege));
  }

  void change(const ObjectId& target, const AccessStatement& statement) {
    const auto all = all_privileges(grant_class(target.kind), version_);
    for (const Identifier grantee : statement.grantees) {
      Privilege& held = privilege(target.granted_to(grantee), statement.source);
      apply(statement, all, held);
      const std::vector<std::string>& words = statement.words.empty() ? all : statement.words;
      if (statement.is_grant) {
        remove_words(held.revoked, words);
      } else if (!statement.grant_option) {
        add_words(held.revoked, words, all);
      }
      if (statement.is_grant || grant_class(target.kind) != GrantClass::relation) continue;
      // A REVOKE on a table is one on each of its columns too.
      for (const ObjectId& id : columns_[target.granted_to(grantee)]) {
        Privilege& column = *catalog_.find<Privilege>(id);
        const auto of_columns = all_privileges(GrantClass::column, version_);
        apply(statement, of_columns, column);
        if (!statement.grant_option) {
          add_words(column.revoked, statement.words.empty() ? of_columns : words, of_columns);
        }
        column.source = statement.source;
      }
    }
  }

  // As ALTER … OWNER TO does it: the new owner has what the old one held, beside its own. An empty
  // role is one that isn't known without a server.
  void change_owner(const ObjectId& object, Identifier before, Identifier after) {
    if (before == after) return;
    const std::vector<ObjectId> held = held_[object];
    for (const ObjectId& id : held) {
      if (id.grantee == before) leave_to_owner(id);
      // An owner holds what was taken from it when it was none.
      if (id.grantee == after) catalog_.find<Privilege>(id)->revoked.clear();
    }
    // A REVOKE on the table is to reach the owner's columns by the owner's name.
    for (const ObjectId& id : std::vector<ObjectId>(held_[object])) {
      if (id.grantee != owner_grantee() || id.of != Kind::column || after.empty()) continue;
      privilege(id.target().granted_to(after), catalog_.find<Privilege>(id)->source);
    }
  }

 private:
  void leave_to_owner(const ObjectId& id) {
    const Privilege left = *catalog_.find<Privilege>(id);
    catalog_.erase(id);
    std::erase(held_[held_with(id)], id);
    if (id.of == Kind::column) std::erase(columns_[on_relation(id)], id);
    Privilege& own = privilege(id.target().granted_to(owner_grantee()), left.source);
    own.source = left.source;
    add_words(own.privileges, left.privileges, all_privileges(grant_class(id.of), version_));
    remove_words(own.privileges, left.revoked);
  }

  Privilege& privilege(const ObjectId& id, SourceSpan source) {
    if (Privilege* there = catalog_.find<Privilege>(id)) {
      there->source = source;
      return *there;
    }
    start(id, default_grants(id.target(), id.grantee, version_), source);
    if (id.of == Kind::column) columns_[on_relation(id)].push_back(id);
    return *catalog_.find<Privilege>(id);
  }

  // Of a privilege on a column.
  ObjectId on_relation(const ObjectId& id) const {
    return catalog_.find_relation(id.schema, id.name).granted_to(id.grantee);
  }

  // What has the owner that decides on the privilege.
  ObjectId held_with(const ObjectId& id) const {
    const ObjectId host = privilege_host(catalog_, id);
    return host.kind == Kind::column ? catalog_.find_relation(host.schema, host.name) : host;
  }

  Catalog& catalog_;
  int version_;
  // Of a relation's privilege: those of the same grantee on columns.
  std::unordered_map<ObjectId, std::vector<ObjectId>> columns_;
  std::unordered_map<ObjectId, std::vector<ObjectId>> held_;  // by what has an owner
};

}  // namespace

void AccessAssembly::set_places(std::vector<Place> places) {
  places_ = std::move(places);
  std::sort(places_.begin(), places_.end(), [](const Place& a, const Place& b) {
    return std::tie(a.file, a.begin) < std::tie(b.file, b.begin);
  });
  sets_role_ = std::any_of(places_.begin(), places_.end(),
                           [](const Place& place) { return !place.role.empty(); });
}

const AccessAssembly::Place* AccessAssembly::place(SourceSpan span) const {
  if (!span.known()) return nullptr;
  const auto after = std::upper_bound(
      places_.begin(), places_.end(), span, [](const SourceSpan& at, const Place& place) {
        return std::tie(at.file, at.offset) < std::tie(place.file, place.begin);
      });
  return after == places_.begin() ? nullptr : &*std::prev(after);
}

AccessAssembly::Time AccessAssembly::time(SourceSpan span) const {
  const Place* found = place(span);
  return found == nullptr ? Time{0, 0} : Time{found->number + 1, span.offset};
}

void AccessAssembly::forget(const ObjectId& target) {
  const auto is_gone = [&](const ObjectId& id) {
    return id == target || (target.kind == Kind::column && id.sub == target.sub &&
                            id.name == target.name && id.schema == target.schema);
  };
  for (AccessStatement& statement : statements_) std::erase_if(statement.targets, is_gone);
  std::erase_if(made_for_, [&](const auto& made) { return is_gone(made.first); });
  std::erase_if(owner_changes_, [&](const OwnerChange& change) { return change.object == target; });
}

void AccessAssembly::rename(const std::function<ObjectId(const ObjectId&)>& map) {
  for (AccessStatement& statement : statements_) {
    for (ObjectId& id : statement.targets) id = map(id);
  }
  std::unordered_map<ObjectId, MadeFor> made_for;
  for (const auto& [id, made] : made_for_) made_for.emplace(map(id), made);
  made_for_ = std::move(made_for);
  for (OwnerChange& change : owner_changes_) change.object = map(change.object);
}

Identifier AccessAssembly::maker(const ObjectId& object, SourceSpan source,
                                 const SystemCatalog& system) const {
  const auto owned = made_for_.find(object);
  if (owned != made_for_.end()) {
    if (!owned->second.role.empty()) return owned->second.role;
    source = owned->second.source;
  }
  // Schema public was there before; until 15 it is the superuser's that initdb made.
  const bool is_public = object == object_id(Kind::schema, {}, "public") && !source.known();
  if (is_public && system.server_version >= 150000) return "pg_database_owner";
  const Place* found = place(source);
  return found != nullptr && !found->role.empty() ? found->role : system.role;
}

std::vector<AccessAssembly::Made> AccessAssembly::made_objects(const Catalog& catalog,
                                                               const SystemCatalog& system) const {
  std::vector<Made> out;
  const auto add = [&](const ObjectId& target, SourceSpan source) {
    const auto owned = made_for_.find(target);
    if (owned != made_for_.end()) source = owned->second.source;
    out.push_back({time(source), target, maker(target, source, system), source});
  };
  for_each_kind([&]<class T>() {
    if (grant_class(kind_of<T>) == GrantClass::none || kind_of<T> == Kind::column) return;
    for (const auto& [id, object] : catalog.objects<T>()) add(id, object.source);
  });
  for (const auto& [id, column] : catalog.objects<Column>()) {
    if (column.identity) add(id.with_sub(Kind::sequence, id.sub), column.source);
  }
  std::sort(out.begin(), out.end(), [](const Made& a, const Made& b) {
    return std::tie(a.when, a.target) < std::tie(b.when, b.target);
  });
  return out;
}

void AccessAssembly::own_by_set_role(Catalog& catalog) const {
  if (!sets_role_) return;
  for_each_kind([&]<class T>() {
    if (!traits_of(kind_of<T>).has_owner) return;
    for (const auto& [id, object] : catalog.objects<T>()) {
      const Place* found = place(object.source);
      if (found == nullptr || found->role.empty()) continue;
      Owner owner;
      owner.id = id.owned();
      owner.source = object.source;
      owner.role = found->role;
      catalog.add(std::move(owner));  // unless OWNER TO said something else
    }
  });
}

void AccessAssembly::mention(const Catalog& catalog, const AccessStatement& statement) {
  for (const ObjectId& target : statement.targets) {
    ObjectId host = privilege_host(catalog, target.granted_to(public_grantee()));
    if (host.kind == Kind::column) host.kind = Kind::sequence;
    mentions_.privileges.insert({schema_of(host), host.kind});
  }
  mentions_.privileges.insert(statement.all_in.begin(), statement.all_in.end());
  for (const ObjectId& id : statement.defaults) {
    mentions_.default_privileges.insert({id.schema, id.sub});
  }
}

void AccessAssembly::change_defaults(Catalog& catalog, const AccessStatement& statement,
                                     int server_version) {
  for (ObjectId id : statement.defaults) {
    for (const Identifier grantee : statement.grantees) {
      id.grantee = grantee == id.name ? owner_grantee() : grantee;
      DefaultPrivilege changed;
      changed.id = id;
      const Grants usual = default_grants_of_new(id, server_version);
      static_cast<Grants&>(changed) = usual;
      if (const auto* there = catalog.find<DefaultPrivilege>(id)) changed = *there;
      changed.source = statement.source;
      apply(statement, all_privileges(grant_class(id.sub.str()), server_version), changed);
      if (id.grantee == owner_grantee()) changed.with_grant_option.clear();
      catalog.erase(id);
      if (static_cast<const Grants&>(changed) != usual) catalog.add(std::move(changed));
    }
  }
}

std::vector<AccessAssembly::OwnerChange> AccessAssembly::owner_changes_in_order(
    const Catalog& catalog) const {
  std::vector<OwnerChange> changes = owner_changes_;
  std::stable_sort(changes.begin(), changes.end(),
                   [this](const OwnerChange& a, const OwnerChange& b) {
                     return time(a.source) < time(b.source);
                   });
  std::unordered_map<ObjectId, std::vector<ObjectId>> sequences;
  for (const auto& [id, sequence] : catalog.objects<Sequence>()) {
    if (sequence.owned_by) sequences[sequence.owned_by->container(Kind::table)].push_back(id);
  }
  if (sequences.empty()) return changes;
  // One that has had an owner of its own belonged to no table until then.
  std::unordered_map<ObjectId, Time> free_until;
  for (const OwnerChange& change : changes) {
    if (change.object.kind == Kind::sequence) free_until[change.object] = time(change.source);
  }
  std::vector<OwnerChange> out;
  for (const OwnerChange& change : changes) {
    out.push_back(change);
    const auto found = sequences.find(change.object);
    if (found == sequences.end()) continue;
    for (const ObjectId& sequence : found->second) {
      const auto own = free_until.find(sequence);
      if (own != free_until.end() && time(change.source) < own->second) continue;
      out.push_back({sequence, change.role, change.source});
    }
  }
  return out;
}

void AccessAssembly::finish(Catalog& catalog, const SystemCatalog& system) {
  own_by_set_role(catalog);
  if (statements_.empty()) return;
  const int version = system.server_version;
  std::stable_sort(statements_.begin(), statements_.end(),
                   [this](const AccessStatement& a, const AccessStatement& b) {
                     return time(a.source) < time(b.source);
                   });
  bool needs_times = false;
  for (const AccessStatement& statement : statements_) {
    mention(catalog, statement);
    needs_times = needs_times || !statement.defaults.empty() || !statement.all_in.empty();
  }
  const std::vector<Made> made = needs_times ? made_objects(catalog, system) : std::vector<Made>();

  // First what objects are created with.
  Holdings holdings(catalog, version);
  auto object = made.begin();
  const auto create_until = [&](Time when) {
    std::map<Identifier, CreationGrants> by_role;
    for (; object != made.end() && object->when < when; ++object) {
      if (catalog.objects<DefaultPrivilege>().empty()) continue;
      const CreationGrants& creation =
          by_role.try_emplace(object->role, catalog, object->role, version).first->second;
      for (const auto& [id, grants] : creation.of(object->target, object->role)) {
        holdings.start(id, grants, object->source);
      }
    }
  };
  for (const AccessStatement& statement : statements_) {
    if (statement.defaults.empty()) continue;
    create_until(time(statement.source));
    change_defaults(catalog, statement, version);
  }
  create_until({SIZE_MAX, 0});

  const std::vector<OwnerChange> owner_changes = owner_changes_in_order(catalog);
  std::unordered_map<ObjectId, Identifier> owners;
  auto change = owner_changes.begin();
  const auto change_owners_until = [&](Time when) {
    for (; change != owner_changes.end() && time(change->source) < when; ++change) {
      const ObjectBase* owned = catalog.find_base(change->object);
      if (owned == nullptr) continue;
      const auto [owner, is_first] = owners.try_emplace(change->object);
      if (is_first) owner->second = maker(change->object, owned->source, system);
      holdings.change_owner(change->object, owner->second, change->role);
      owner->second = change->role;
    }
  };
  for (const AccessStatement& statement : statements_) {
    change_owners_until(time(statement.source));
    for (const ObjectId& target : statement.targets) holdings.change(target, statement);
    if (statement.all_in.empty()) continue;
    const Time now = time(statement.source);
    for (const Made& one : made) {
      if (!(one.when < now)) break;
      const std::pair<Identifier, Kind> key{one.target.schema, one.target.kind};
      const auto& wanted = statement.all_in;
      if (std::find(wanted.begin(), wanted.end(), key) == wanted.end()) continue;
      if (statement.filter && !statement.filter(catalog, one.target)) continue;
      holdings.change(one.target, statement);
    }
  }
  change_owners_until({SIZE_MAX, 0});
}

}  // namespace schemadiff
