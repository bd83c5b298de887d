#include "engine/diff/access.h"
#include "engine/model/kind_traits.h"

#include <map>
#include <set>

#include "engine/objects/privilege/creation_grants.h"

namespace schemadiff {
namespace {

bool is_default(const ObjectId& privilege, const Grants& grants, int server_version) {
  return grants == default_grants(privilege.target(), privilege.grantee, server_version);
}

// Exists in every new database, which says whose it is.
bool is_public_schema(const ObjectId& id) {
  return id.kind == Kind::schema && id.name == Identifier("public");
}

// What the host of a privilege has its owner from: of a column, its relation.
ObjectId owned_object(const Catalog& catalog, const ObjectId& privilege) {
  const ObjectId host = privilege_host(catalog, privilege);
  if (host.kind != Kind::column) return host;
  return catalog.find_relation(host.schema, host.name);
}

class AccessSettlement {
 public:
  AccessSettlement(Catalog& live, Catalog& desired, const AccessOptions& options,
                   const SystemCatalog& system, int server_version)
      : live_(live),
        desired_(desired),
        options_(options),
        system_(system),
        version_(server_version) {}

  void run() {
    settle_owners();
    settle_default_privileges();
    settle_privileges();
    if (options_.from_text) settle_text_access(desired_, system_.role, version_);
    inherit_from_old_owners();
  }

 private:
  // --- owners ------------------------------------------------------------------------------
  void settle_owners() {
    auto& owners = desired_.objects<Owner>();
    if (options_.owners == Managed::no) owners.clear();
    // Somebody else's is no object of the state.
    std::erase_if(owners,
                  [&](const auto& entry) { return !desired_.contains(entry.first.target()); });
    if (options_.owners == Managed::everywhere && options_.from_text) {
      for_each_kind([&]<class T>() {
        if (!traits_of(kind_of<T>).has_owner) return;
        for (const auto& [id, object] : desired_.objects<T>()) {
          if (!is_public_schema(id)) own(desired_, id, system_.role);
        }
      });
    }
    for (const auto& [id, owner] : live_.objects<Owner>()) {
      if (desired_.contains(id.target())) own(desired_, id.target(), owner.role);
    }
    own_sequences(live_);  // as a database has them already
    own_sequences(desired_);
  }

  // A sequence can only belong to a column of a table with the same owner.
  static void own_sequences(Catalog& catalog) {
    for (const auto& [id, sequence] : catalog.objects<Sequence>()) {
      if (!sequence.owned_by) continue;
      catalog.erase(id.owned());
      const auto* owner = catalog.find<Owner>(sequence.owned_by->container(Kind::table).owned());
      if (owner != nullptr) own(catalog, id, owner->role);
    }
  }

  // Unless the owner has been said.
  static void own(Catalog& catalog, const ObjectId& id, Identifier role) {
    if (role.empty()) return;
    Owner owner;
    owner.id = id.owned();
    owner.role = role;
    catalog.add(std::move(owner));
  }

  // ALTER … OWNER TO makes one of what the old owner and the new one hold.
  void inherit_from_old_owners() {
    std::vector<ObjectId> heirs;
    for (const auto& [id, privilege] : live_.objects<Privilege>()) {
      const ObjectId object = owned_object(live_, id);
      const auto* before = live_.find<Owner>(object.owned());
      const auto* after = desired_.find<Owner>(object.owned());
      if (before == nullptr || after == nullptr || before->role == after->role) continue;
      if (id.grantee == after->role) heirs.push_back(id);
    }
    for (const ObjectId& id : heirs) {
      Privilege inherited = *live_.find<Privilege>(id);
      live_.erase(id);
      inherited.id.grantee = owner_grantee();
      inherited.with_grant_option.clear();
      Privilege* own = live_.find<Privilege>(inherited.id);
      if (own == nullptr) {
        // Of anything but columns an owner who holds all keeps all.
        if (id.of == Kind::column) live_.add(std::move(inherited));
        continue;
      }
      add_words(own->privileges, inherited.privileges,
                all_privileges(grant_class(id.of), version_));
      if (is_default(own->id, *own, version_)) live_.erase(ObjectId(own->id));
    }
  }

  // --- default privileges ------------------------------------------------------------------
  bool manages_default(Identifier schema, Identifier objects) const {
    if (options_.privileges != Managed::where_mentioned) {
      return options_.privileges == Managed::everywhere;
    }
    return options_.mentions.default_privileges.contains({schema, objects});
  }

  void settle_default_privileges() {
    const auto manages = [&](const ObjectId& id) { return manages_default(id.schema, id.sub); };
    std::erase_if(desired_.objects<DefaultPrivilege>(),
                  [&](const auto& entry) { return !manages(entry.first); });
    for (const auto& [id, privilege] : live_.objects<DefaultPrivilege>()) {
      const bool stays =
          id.schema.empty() || desired_.contains(object_id(Kind::schema, {}, id.schema));
      if (!manages(id) && stays) desired_.add(privilege);
    }
  }

  // --- privileges --------------------------------------------------------------------------
  bool manages(const Catalog& catalog, const ObjectId& privilege) const {
    if (options_.privileges != Managed::where_mentioned) {
      return options_.privileges == Managed::everywhere;
    }
    ObjectId host = privilege_host(catalog, privilege);
    const bool is_new = !live_.contains(host);
    if (host.kind == Kind::column) host.kind = Kind::sequence;
    if (options_.mentions.privileges.contains({schema_of(host), host.kind})) return true;
    // What it gets when it is created is what the default privileges of the desired state say.
    const std::string_view objects = default_object(grant_class(host.kind));
    const Identifier schema = host.kind == Kind::schema ? Identifier() : host.schema;
    return is_new && !objects.empty() &&
           (manages_default(schema, objects) || manages_default({}, objects));
  }

  void settle_privileges() {
    std::erase_if(desired_.objects<Privilege>(), [&](const auto& entry) {
      return !desired_.contains(privilege_host(desired_, entry.first)) ||
             !manages(desired_, entry.first);
    });
    for (const auto& [id, privilege] : live_.objects<Privilege>()) {
      if (!manages(live_, id) && desired_.contains(privilege_host(live_, id))) {
        desired_.add(privilege);
      }
    }
    if (options_.privileges != Managed::everywhere) expect_unmanaged_defaults();
  }

  // What default privileges that we leave alone gave, or will give, is left alone too where the
  // desired state does not name the grantee.
  void expect_unmanaged_defaults() {
    std::map<Identifier, CreationGrants> by_role;
    const auto grants_of = [&](Identifier role) -> const CreationGrants& {
      return by_role.try_emplace(role, live_, role, version_).first->second;
    };
    if (live_.objects<DefaultPrivilege>().empty()) return;
    // `owned`: what the target has its owner from.
    const auto settle = [&](const ObjectId& target, const ObjectId& owned, bool exists) {
      const std::string_view objects = default_object(grant_class(target.kind));
      if (objects.empty()) return;
      const Identifier schema = target.kind == Kind::schema ? Identifier() : target.schema;
      if (manages_default(schema, objects) || manages_default({}, objects)) return;
      const auto* owner = live_.find<Owner>(owned.owned());
      const auto* heir = desired_.find<Owner>(owned.owned());
      const Identifier role = heir != nullptr ? heir->role : system_.role;
      // The sequence of a new identity column is made by its table's owner.
      std::vector<Identifier> makers = {system_.role};
      if (owner != nullptr && exists) makers.push_back(owner->role);
      if (owner != nullptr && !exists) makers = {owner->role};
      for (const Identifier maker : makers) {
        for (const auto& [id, grants] : grants_of(maker).of(target, role)) {
          if (desired_.contains(id)) continue;
          Privilege privilege;
          privilege.id = id;
          static_cast<Grants&>(privilege) = grants;
          if (exists) {
            const auto* held = live_.find<Privilege>(id);
            if (held == nullptr) continue;
            privilege = *held;
          }
          desired_.add(std::move(privilege));
        }
      }
    };
    for_each_kind([&]<class T>() {
      if (grant_class(kind_of<T>) == GrantClass::none || kind_of<T> == Kind::column) return;
      for (const auto& [id, object] : desired_.objects<T>()) settle(id, id, live_.contains(id));
    });
    for (const auto& [id, column] : desired_.objects<Column>()) {
      if (!column.identity) continue;
      const Column* before = live_.find<Column>(id);
      settle(id.with_sub(Kind::sequence, id.sub), desired_.find_relation(id.schema, id.name),
             before != nullptr && before->identity);
    }
  }

  Catalog& live_;
  Catalog& desired_;
  const AccessOptions& options_;
  const SystemCatalog& system_;
  int version_;
};

}  // namespace

void settle_text_access(Catalog& catalog, Identifier role, int server_version) {
  const auto owner_of_object = [&](const ObjectId& privilege) {
    const auto* owner = catalog.find<Owner>(owned_object(catalog, privilege).owned());
    return owner != nullptr ? owner->role : role;
  };
  std::vector<ObjectId> of_owners;
  for (const auto& [id, privilege] : catalog.objects<Privilege>()) {
    if (!id.grantee.empty() && id.grantee == owner_of_object(id)) of_owners.push_back(id);
  }
  for (const ObjectId& id : of_owners) {
    Privilege privilege = *catalog.find<Privilege>(id);
    catalog.erase(id);
    privilege.id.grantee = owner_grantee();
    privilege.with_grant_option.clear();
    // An owner holds everything but what was taken away by name, or by default privileges.
    const auto* own = catalog.find<Privilege>(privilege.id);
    const Grants usual = default_grants(id.target(), owner_grantee(), server_version);
    add_words(privilege.privileges, own != nullptr ? own->privileges : usual.privileges,
              all_privileges(grant_class(id.of), server_version));
    remove_words(privilege.privileges, privilege.revoked);
    catalog.erase(privilege.id);
    catalog.add(std::move(privilege));
  }
  std::erase_if(catalog.objects<Privilege>(), [&](const auto& entry) {
    return is_default(entry.first, entry.second, server_version);
  });
}

void settle_access(Catalog& live, Catalog& desired, const AccessOptions& options,
                   const SystemCatalog& system, int server_version) {
  AccessSettlement(live, desired, options, system, server_version).run();
}

void check_roles(const Catalog& target, const SystemCatalog& system, Diagnostics& problems) {
  if (system.roles.empty()) return;
  const std::set<Identifier> known(system.roles.begin(), system.roles.end());
  std::set<Identifier> said;
  const auto look = [&](const ObjectBase& object, Identifier role) {
    if (role.empty() || role == public_grantee() || role == owner_grantee()) return;
    if (known.contains(role) || !said.insert(role).second) return;
    if (target.contains(object_id(Kind::role, {}, role))) return;  // to be created
    problems.error(
        object.source,
        "role " + quote(role) + " does not exist on the server (" + describe(object.id) + ")",
        "CREATE ROLE " + quote(role) +
            ", or leave roles out of it: --manage structure,comments,data");
  };
  for (const Owner* owner : target.sorted<Owner>()) look(*owner, owner->role);
  for (const Membership* membership : target.sorted<Membership>()) {
    look(*membership, membership->id.name);
    look(*membership, membership->id.sub);
  }
  for (const Privilege* privilege : target.sorted<Privilege>()) {
    look(*privilege, privilege->id.grantee);
  }
  for (const DefaultPrivilege* privilege : target.sorted<DefaultPrivilege>()) {
    look(*privilege, privilege->id.name);
    look(*privilege, privilege->id.grantee);
  }
}

}  // namespace schemadiff
