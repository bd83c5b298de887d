#include "engine/objects/privilege/creation_grants.h"

#include <algorithm>

namespace schemadiff {

CreationGrants::CreationGrants(const Catalog& live, Identifier role, int server_version)
    : role_(role), server_version_(server_version) {
  if (role.empty()) return;
  for (const DefaultPrivilege* privilege : live.sorted<DefaultPrivilege>()) {
    const ObjectId& id = privilege->id;
    if (id.name == role) by_class_[{id.schema, grant_class(id.sub.str())}].push_back(privilege);
  }
}

std::vector<std::pair<ObjectId, Grants>> CreationGrants::of(const ObjectId& target,
                                                            Identifier owner) const {
  std::vector<std::pair<ObjectId, Grants>> out;
  const GrantClass type = grant_class(target.kind);
  if (type == GrantClass::none || type == GrantClass::column) return out;
  const auto everywhere = by_class_.find({Identifier(), type});
  const auto in_schema =
      target.kind == Kind::schema ? by_class_.end() : by_class_.find({target.schema, type});
  std::map<Identifier, Grants> by_grantee;
  if (everywhere != by_class_.end()) {
    for (const DefaultPrivilege* privilege : everywhere->second) {
      by_grantee[privilege->id.grantee] = *privilege;
    }
  }
  if (in_schema != by_class_.end()) {
    const auto all = all_privileges(type, server_version_);
    for (const DefaultPrivilege* privilege : in_schema->second) {
      const Identifier grantee = privilege->id.grantee;
      const auto [found, is_new] =
          by_grantee.try_emplace(grantee, default_grants(target, grantee, server_version_));
      add_words(found->second.privileges, privilege->privileges, all);
      add_words(found->second.with_grant_option, privilege->with_grant_option, all);
    }
  }
  if (by_grantee.empty()) return out;
  // PostgreSQL takes a list of nobody for no list (get_user_default_acl).
  const auto has_none = [&](Identifier grantee) {
    const auto found = by_grantee.find(grantee);
    return (found != by_grantee.end() ? found->second
                                      : default_grants(target, grantee, server_version_))
        .privileges.empty();
  };
  const bool is_of_nobody =
      has_none(owner_grantee()) && has_none(public_grantee()) &&
      std::all_of(by_grantee.begin(), by_grantee.end(),
                  [](const auto& entry) { return entry.second.privileges.empty(); });
  if (is_of_nobody) return out;
  for (auto& [grantee, grants] : by_grantee) {
    // The owner to come inherits from the role that makes it.
    if (grantee == owner && owner != role_) continue;
    if (grantee == owner_grantee()) grants.with_grant_option.clear();
    const ObjectId id = target.granted_to(grantee);
    if (grants != default_grants(target, grantee, server_version_))
      out.emplace_back(id, std::move(grants));
  }
  return out;
}

}  // namespace schemadiff
