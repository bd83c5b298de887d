#include "engine/objects/privilege/privilege.h"

#include <algorithm>

#include <fmt/format.h>

#include "engine/model/identity_sequence.h"
#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"
#include "engine/objects/privilege/grant_statements.h"
#include "engine/objects/privilege/rights.h"

namespace schemadiff {

std::vector<std::string> grant_statements(const GrantChanges& changes, const GrantWords& words) {
  std::vector<std::string> out;
  const auto write = [&](const std::vector<std::string>& privileges, const char* pattern) {
    if (privileges.empty()) return;
    std::string list;
    const std::string columns = words.column.empty() ? "" : " (" + words.column + ")";
    if (privileges == words.all) {
      list = "ALL" + columns;
    } else {
      for (const std::string& privilege : privileges) {
        list += (list.empty() ? "" : ", ") + privilege + columns;
      }
    }
    out.push_back(fmt::format(fmt::runtime(pattern), list, words.object, words.grantee));
  };
  write(changes.revoke, "REVOKE {} ON {} FROM {}");
  write(changes.revoke_option, "REVOKE GRANT OPTION FOR {} ON {} FROM {}");
  write(changes.grant, "GRANT {} ON {} TO {}");
  write(changes.grant_with_option, "GRANT {} ON {} TO {} WITH GRANT OPTION");
  return out;
}

namespace {

Grants held(const Catalog& catalog, const ObjectId& id, int server_version) {
  const Privilege* privilege = catalog.find<Privilege>(id);
  if (privilege != nullptr) return *privilege;
  return default_grants(id.target(), id.grantee, server_version);
}

// With what everybody has, and of a column with what is granted on its whole relation.
Grants rights_of(const Catalog& catalog, const ObjectId& id, int server_version) {
  Grants out = held(catalog, id, server_version);
  const auto all = all_privileges(grant_class(id.of), server_version);
  const auto add = [&](const ObjectId& other) {
    const Grants more = held(catalog, other, server_version);
    add_words(out.privileges, more.privileges, all);
    if (other.grantee == id.grantee) {
      add_words(out.with_grant_option, more.with_grant_option, all);
    }
  };
  add(id.target().granted_to(public_grantee()));
  if (id.of != Kind::column) return out;
  const ObjectId relation = catalog.find_relation(id.schema, id.name);
  if (!relation.known()) return out;
  add(relation.granted_to(id.grantee));
  add(relation.granted_to(public_grantee()));
  return out;
}

}  // namespace

RightsChange rights_change(const ObjectId& live, const ObjectId& desired,
                           const StepBuilder& steps) {
  GrantChanges changes = grant_changes(rights_of(steps.live, live, steps.server_version),
                                       rights_of(steps.desired, desired, steps.server_version));
  // Of the rest others' privileges say it.
  const Grants before = held(steps.live, live, steps.server_version);
  const Grants after = held(steps.desired, desired, steps.server_version);
  const auto keep = [](std::vector<std::string>& words, const std::vector<std::string>& own) {
    std::erase_if(words, [&](const std::string& word) { return !contains(own, word); });
  };
  keep(changes.revoke, before.privileges);
  keep(changes.revoke_option, before.with_grant_option);
  keep(changes.grant, after.privileges);
  const std::string who = desired.grantee == public_grantee()  ? "everybody"
                          : desired.grantee == owner_grantee() ? "the owner"
                                                               : quote(desired.grantee);
  const bool is_identity = desired.of == Kind::sequence && !desired.sub.empty();
  const std::string on =
      (is_identity ? " on the sequence of " : " on ") + qualified_name(desired.target());
  RightsChange out;
  if (!changes.revoke.empty()) {
    out.loses = {HazardCode::breaks_clients, who + " loses " + display(changes.revoke) + on,
                 desired};
  }
  if (!changes.revoke_option.empty()) {
    out.loses_option = {HazardCode::breaks_clients,
                        who + " can no longer grant " + display(changes.revoke_option) + on,
                        desired};
  }
  if (desired.grantee == public_grantee() && !changes.grant.empty()) {
    out.gets = {HazardCode::widens_access, who + " gets " + display(changes.grant) + on, desired};
  }
  return out;
}

bool has_readers(const ObjectId& relation, const StepBuilder& steps) {
  const auto& privileges = steps.desired.objects<Privilege>();
  const auto* owner = steps.desired.find<Owner>(relation.owned());
  return std::any_of(privileges.begin(), privileges.end(), [&](const auto& entry) {
    const auto& [id, privilege] = entry;
    return id.schema == relation.schema && id.name == relation.name &&
           (id.of == relation.kind || id.of == Kind::column) && !privilege.privileges.empty() &&
           id.grantee != owner_grantee() && (owner == nullptr || id.grantee != owner->role);
  });
}

namespace {

// The privilege of the same grantee on a column's relation.
ObjectId on_relation(const Catalog& catalog, const ObjectId& privilege) {
  const ObjectId relation = catalog.find_relation(privilege.schema, privilege.name);
  return relation.known() ? relation.granted_to(privilege.grantee) : ObjectId{};
}

class Writer {
 public:
  Writer(const Privilege& privilege, StepBuilder& steps)
      : privilege_(privilege), id_(privilege.id), steps_(steps) {}

  void write(Verb verb, const Grants& from, const Grants& to) {
    const GrantChanges changes = grant_changes(from, to);
    for (const std::string& sql : grant_statements(changes, words())) {
      Step& step = steps_.add(verb, privilege_, sql);
      // What is held without a word is there before: PUBLIC may call every new function.
      const bool is_there =
          !default_grants(id_.target(), id_.grantee, steps_.server_version).privileges.empty();
      if (verb != Verb::alter && is_there && from.privileges != to.privileges) {
        step.reason = "privileges: " + display(from.privileges) + " -> " + display(to.privileges);
      }
      depend(step);
      judge(step, sql, changes);
    }
  }

 private:
  const Catalog& catalog() const {
    return steps_.desired.contains(privilege_host(steps_.desired, id_)) ? steps_.desired
                                                                        : steps_.live;
  }

  GrantWords words() const {
    const ObjectId target = id_.target();
    GrantWords out;
    out.all = all_privileges(grant_class(target.kind), steps_.server_version);
    out.grantee = grantee();
    if (target.kind == Kind::column) {
      out.object = "TABLE " + qualified_name(target.container(Kind::table));
      out.column = quote(target.sub);
    } else if (is_identity_sequence(target)) {
      out.object = identity_sequence_target(catalog(), target);
    } else {
      out.object = grant_name(target);
    }
    return out;
  }

  std::string grantee() const {
    if (id_.grantee == public_grantee()) return "PUBLIC";
    if (id_.grantee != owner_grantee()) return quote(id_.grantee);
    const Owner* owner = steps_.desired.find<Owner>(owner_id());
    if (owner != nullptr) return quote(owner->role);
    return steps_.system.role.empty() ? "CURRENT_USER" : quote(steps_.system.role);
  }

  // Of what the target is, or is a part of.
  ObjectId owner_id() const {
    ObjectId host = privilege_host(catalog(), id_);
    if (host.kind == Kind::column) host = catalog().find_relation(host.schema, host.name);
    return host.owned();
  }

  // The new owner is the old one's heir: it takes over before anything is granted or revoked.
  void depend(Step& step) const {
    step.consumes.push_back(privilege_host(catalog(), id_));
    step.consumes.push_back(owner_id());
    if (id_.of != Kind::column) return;
    // REVOKE on a table takes the same privileges on its columns away.
    const ObjectId wider = on_relation(catalog(), id_);
    if (!wider.known()) return;
    step.consumes.push_back(wider);
    step.supersedes.push_back(wider);
  }

  // Nobody used a new object yet.
  void judge(Step& step, const std::string& sql, const GrantChanges& changes) const {
    const ObjectId host = privilege_host(steps_.live, id_);
    if (!host.known() || !steps_.live.contains(host)) return;
    const RightsChange change = rights_change(id_, id_, steps_);
    const auto say = [&](const std::optional<Hazard>& hazard) {
      if (hazard) step.hazards.push_back(*hazard);
    };
    const bool takes = sql.starts_with("REVOKE");
    const bool takes_option = sql.starts_with("REVOKE GRANT OPTION");
    if (takes && comes_to_everybody(changes.revoke)) {
      // Or the grantee would be without it, for good if that GRANT is refused.
      step.consumes.push_back(id_.target().granted_to(public_grantee()));
    }
    if (takes && !takes_option) say(change.loses);
    // Of what everybody may do only the right to grant it goes, with the privilege itself.
    if (takes_option || (takes && changes.revoke_option.empty())) say(change.loses_option);
    if (!takes) say(change.gets);
  }

  bool comes_to_everybody(const std::vector<std::string>& words) const {
    const ObjectId everybody = id_.target().granted_to(public_grantee());
    if (id_.grantee == public_grantee()) return false;
    const Grants before = held(steps_.live, everybody, steps_.server_version);
    const Grants after = held(steps_.desired, everybody, steps_.server_version);
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
      return contains(after.privileges, word) && !contains(before.privileges, word);
    });
  }

  const Privilege& privilege_;
  const ObjectId& id_;
  StepBuilder& steps_;
};

// Somebody else who holds `word` on the same object, and not from the owner; nullptr: nobody.
const Privilege* granted_on(const Privilege& live, const std::string& word,
                            const StepBuilder& steps) {
  const Privilege* found = nullptr;
  for (const auto& [id, other] : steps.live.objects<Privilege>()) {
    if (!contains(other.granted_by_others, word)) continue;
    if (id.grantee == live.id.grantee || id.target() != live.id.target()) continue;
    if (found == nullptr || id < found->id) found = &other;
  }
  return found;
}

// PostgreSQL grants and revokes nothing on an untrusted language.
bool is_untrusted(const Privilege& privilege, StepBuilder& steps) {
  const Language* before = steps.live.find<Language>(privilege.id.target());
  const Language* after = steps.desired.find<Language>(privilege.id.target());
  if (after == nullptr || after->trusted || (before != nullptr && before->trusted)) return false;
  steps.refuse(privilege,
               "the language is untrusted, and PostgreSQL lets nobody grant or revoke anything on "
               "such a one",
               "make it trusted, change its privileges, and make it untrusted again");
  return true;
}

// A REVOKE of ours speaks for the owner, and leaves what others granted.
bool others_granted(const Privilege& live, const Grants& desired, StepBuilder& steps) {
  const GrantChanges changes = grant_changes(live, desired);
  for (const auto* gone : {&changes.revoke, &changes.revoke_option}) {
    for (const std::string& word : *gone) {
      if (contains(live.granted_by_others, word)) {
        steps.refuse(live,
                     word +
                         " was granted by a role that is not the owner, and only that role can "
                         "take it back",
                     "revoke it as that role, or declare it");
        return true;
      }
      // PostgreSQL takes no grant option away that somebody else's privilege hangs on.
      if (!contains(live.with_grant_option, word)) continue;
      const Privilege* other = granted_on(live, word, steps);
      if (other == nullptr) continue;
      const std::string whom =
          other->id.grantee == public_grantee() ? "everybody" : quote(other->id.grantee);
      steps.refuse(live,
                   word + " can't be taken back while " + whom +
                       " holds it from a role that is not the owner",
                   "revoke it from " + whom +
                       " as that role first; if it is declared, the next plan grants it anew");
      return true;
    }
  }
  return false;
}

}  // namespace

template <>
void Rules<Privilege>::expressions(Privilege&, const ExpressionVisitor&) {}

template <>
void Rules<Privilege>::references(const Privilege& object, ReferenceSink& sink) {
  sink.object(object.id.target());
  sink.role(object.id.grantee);
}

template <>
void Rules<Privilege>::create(const Privilege& object, StepBuilder& steps) {
  if (is_untrusted(object, steps)) return;
  const auto fresh = steps.granted_at_creation.find(object.id);
  const Grants from =
      fresh != steps.granted_at_creation.end()
          ? fresh->second
          : default_grants(object.id.target(), object.id.grantee, steps.server_version);
  Writer(object, steps).write(Verb::create, from, object);
}

template <>
bool Rules<Privilege>::alter(const Privilege& live, const Privilege& desired, const FieldChanges&,
                             StepBuilder& steps) {
  if (is_untrusted(desired, steps) || others_granted(live, desired, steps)) return true;
  Grants from = live;
  if (const auto lost = steps.lost_with_table.find(live.id); lost != steps.lost_with_table.end()) {
    remove_words(from.privileges, lost->second);
    remove_words(from.with_grant_option, lost->second);
  }
  Writer(desired, steps).write(Verb::alter, from, desired);
  return true;
}

template <>
void Rules<Privilege>::drop(const Privilege& object, StepBuilder& steps) {
  if (goes_with_identity(object.id.target(), steps.desired)) return;
  const Grants to = default_grants(object.id.target(), object.id.grantee, steps.server_version);
  if (is_untrusted(object, steps) || others_granted(object, to, steps)) return;
  Writer(object, steps).write(Verb::drop, object, to);
}

}  // namespace schemadiff
