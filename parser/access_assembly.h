// GRANT, REVOKE, ALTER DEFAULT PRIVILEGES and OWNER TO of the files, gathered until all statements
// have run. Here the order of the statements means something, as it does to PostgreSQL: the last
// word counts, ON ALL TABLES IN SCHEMA and default privileges are about what is declared before and
// after them, and a new owner has what was left to the old one.
#pragma once

#include <functional>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/model/catalog.h"
#include "engine/model/system_catalog.h"

namespace schemadiff {

struct AccessStatement {
  SourceSpan source;
  bool is_grant = true;
  bool grant_option = false;       // WITH GRANT OPTION; REVOKE GRANT OPTION FOR
  std::vector<std::string> words;  // "SELECT"; empty: ALL
  std::vector<Identifier> grantees;
  // What it is about, one of the three:
  std::vector<ObjectId> targets;
  std::vector<std::pair<Identifier, Kind>> all_in;              // ON ALL … IN SCHEMA
  std::function<bool(const Catalog&, const ObjectId&)> filter;  // of all_in; empty: all
  std::vector<ObjectId> defaults;  // default privileges without their grantee
};

class AccessAssembly {
 public:
  // Where each statement begins, in the order in which they run, and the role that SET ROLE set
  // (empty: whoever runs them).
  struct Place {
    int32_t file;
    uint32_t begin;
    size_t number;
    Identifier role;
  };
  void set_places(std::vector<Place> places);

  void add(AccessStatement statement) { statements_.push_back(std::move(statement)); }
  // `source` makes the object for its owner to be (CREATE SCHEMA … AUTHORIZATION, and sequences
  // that ALTER TABLE makes for columns): the default privileges of that role are in force.
  void made_for(const ObjectId& object, const Owner* owner, SourceSpan source) {
    made_for_[object] = {owner == nullptr ? Identifier() : owner->role, source};
  }
  void change_owner(const ObjectId& object, Identifier role, SourceSpan source) {
    owner_changes_.push_back({object, role, source});
  }
  // The object is dropped: what was said about it is void.
  void forget(const ObjectId& target);
  void rename(const std::function<ObjectId(const ObjectId&)>& map);

  // Puts owners, privileges and default privileges into the catalog, which is complete.
  void finish(Catalog& catalog, const SystemCatalog& system);
  const AccessMentions& mentions() const { return mentions_; }

 private:
  using Time = std::pair<size_t, uint32_t>;
  struct Made {
    Time when;
    ObjectId target;
    Identifier role;
    SourceSpan source;
  };

  struct OwnerChange {
    ObjectId object;
    Identifier role;
    SourceSpan source;
  };

  const Place* place(SourceSpan span) const;
  // Who made the object that stands there; empty: not known without a server.
  Identifier maker(const ObjectId& object, SourceSpan source, const SystemCatalog& system) const;
  std::vector<OwnerChange> owner_changes_in_order(const Catalog& catalog) const;
  Time time(SourceSpan span) const;
  std::vector<Made> made_objects(const Catalog& catalog, const SystemCatalog& system) const;
  void own_by_set_role(Catalog& catalog) const;
  void mention(const Catalog& catalog, const AccessStatement& statement);
  void change_defaults(Catalog& catalog, const AccessStatement& statement, int server_version);

  std::vector<Place> places_;  // by file and begin
  bool sets_role_ = false;
  std::vector<AccessStatement> statements_;
  struct MadeFor {
    Identifier role;  // empty: whoever runs the statement
    SourceSpan source;
  };
  std::vector<OwnerChange> owner_changes_;
  std::unordered_map<ObjectId, MadeFor> made_for_;
  AccessMentions mentions_;
};

}  // namespace schemadiff
