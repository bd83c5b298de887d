#include "engine/introspect/attachments.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "engine/introspect/catalog_rows.h"
#include "engine/model/kind_traits.h"

namespace schemadiff {

namespace {

// The objects asked for, by what pg_depend and friends call them.
class Targets {
 public:
  Targets(const LiveState& live, const std::vector<ObjectId>& objects) {
    const std::set<ObjectId> wanted(objects.begin(), objects.end());
    for (const auto& [oid, relation] : live.addresses.relations()) {
      // The sequence of an identity column is known by the column's id, and comes with it.
      if (relation.id.kind == Kind::column || relation.id.kind == Kind::composite_type) continue;
      if (wanted.contains(relation.id)) add({catalog_oid::kClass, oid, 0}, relation.id);
      for (size_t i = 0; i < relation.columns.size(); ++i) {
        const ObjectId column = relation.id.with_sub(Kind::column, relation.columns[i].name);
        if (wanted.contains(column)) {
          add({catalog_oid::kClass, oid, static_cast<int32_t>(i) + 1}, column);
        }
      }
    }
    for (const auto& [address, id] : live.addresses.objects()) {
      if (!wanted.contains(id) || id.kind == Kind::table || id.kind == Kind::view ||
          id.kind == Kind::materialized_view) {
        continue;
      }
      add(address, id);
    }
  }

  bool empty() const { return ids_.empty(); }
  const ObjectId* find(const CatalogAddress& address) const {
    const auto found = ids_.find(address);
    return found == ids_.end() ? nullptr : &found->second;
  }
  // The oids in this catalog, as an array literal; those of columns' relations included.
  std::string oids(Oid catalog) const {
    std::set<Oid> unique;
    for (const auto& [address, id] : ids_) {
      if (address.catalog == catalog) unique.insert(address.oid);
    }
    std::string out = "'{";
    for (const Oid oid : unique) out += (out.size() > 2 ? "," : "") + std::to_string(oid);
    return out + "}'::oid[]";
  }

 private:
  void add(const CatalogAddress& address, const ObjectId& id) { ids_[address] = id; }

  std::unordered_map<CatalogAddress, ObjectId> ids_;
};

class Reader {
 public:
  Reader(CatalogReader& reader, const LiveState& live, const Targets& targets)
      : reader_(reader), live_(live), targets_(targets) {}

  Result<std::vector<Attachment>> read() {
    read_replica_identities();
    read_extension_dependencies();
    if (!done_) return fail(std::move(done_.error()));
    return std::move(out_);
  }

 private:
  template <class Read>
  void each(const std::string& sql, Read&& read) {
    if (!done_) return;
    auto rows = reader_.query(sql);
    if (!rows) {
      done_ = fail(std::move(rows.error()));
      return;
    }
    while ((*rows)->next()) read((*rows)->row());
  }

  void add(const ObjectId& target, std::string what, std::string sql) {
    out_.push_back({target, std::move(what), std::move(sql)});
  }

  void read_replica_identities() {
    each("SELECT indexrelid, indrelid FROM pg_index WHERE indisreplident AND indexrelid = ANY (" +
             targets_.oids(catalog_oid::kClass) + ")",
         [&](const Row& row) {
           const ObjectId* id = targets_.find({catalog_oid::kClass, row.oid(0), 0});
           const LiveRelation* table = live_.addresses.relation(row.oid(1));
           if (id == nullptr || table == nullptr) return;
           const Identifier index = id->kind == Kind::constraint ? id->sub : id->name;
           out_.push_back(replica_identity_attachment(*id, table->id, index));
         });
  }

  // ALTER … DEPENDS ON EXTENSION.
  void read_extension_dependencies() {
    for (const Oid catalog : {catalog_oid::kClass, catalog_oid::kProc, catalog_oid::kTrigger}) {
      each(
          "SELECT d.objid, quote_ident(e.extname) FROM pg_depend d JOIN pg_extension e ON e.oid = "
          "d.refobjid WHERE d.refclassid = 3079 AND d.deptype = 'x' AND d.classid = " +
              std::to_string(catalog) + " AND d.objid = ANY (" + targets_.oids(catalog) +
              ") ORDER BY e.extname",
          [&](const Row& row) {
            const ObjectId* id = targets_.find({catalog, row.oid(0), 0});
            if (id == nullptr) return;
            const std::string name =
                id->kind == Kind::constraint  // the index behind it
                    ? "INDEX " + qualified_name(object_id(Kind::index, id->schema, id->sub))
                    : alter_target(*id);
            add(*id, "dependency on an extension",
                "ALTER " + name + " DEPENDS ON EXTENSION " + row.string(1));
          });
    }
  }

  CatalogReader& reader_;
  const LiveState& live_;
  const Targets& targets_;
  Result<void> done_;
  std::vector<Attachment> out_;
};

}  // namespace

Attachment replica_identity_attachment(const ObjectId& target, const ObjectId& table,
                                       Identifier index) {
  return {target, kReplicaIdentity,
          "ALTER TABLE ONLY " + qualified_name(table) + " REPLICA IDENTITY USING INDEX " +
              quote(index)};
}

Result<std::vector<Attachment>> read_attachments(CatalogReader& reader, const LiveState& live,
                                                 const std::vector<ObjectId>& objects) {
  const Targets targets(live, objects);
  if (targets.empty()) return std::vector<Attachment>();
  auto attachments = Reader(reader, live, targets).read();
  if (!attachments) return attachments;
  std::stable_sort(attachments->begin(), attachments->end(),
                   [](const Attachment& a, const Attachment& b) { return a.target < b.target; });
  return attachments;
}

}  // namespace schemadiff
