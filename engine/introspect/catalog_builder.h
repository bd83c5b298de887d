// Where catalog rows become objects; remembers which oid is which object, for comments, pg_depend
// and references by oid.
#pragma once

#include <set>
#include <unordered_map>
#include <vector>

#include "engine/model/catalog.h"
#include "engine/model/system_catalog.h"

namespace schemadiff {

// A row of a system catalog: ('pg_class'::regclass, oid, column number or 0).
struct CatalogAddress {
  Oid catalog = 0;
  Oid oid = 0;
  int32_t sub = 0;
  friend bool operator==(const CatalogAddress&, const CatalogAddress&) = default;
};

// Oids of the system catalogs: fixed in every version.
namespace catalog_oid {
inline constexpr Oid kType = 1247, kAttribute = 1249, kProc = 1255, kClass = 1259, kAttrdef = 2604,
                     kConstraint = 2606, kNamespace = 2615, kExtension = 3079, kRewrite = 2618,
                     kTrigger = 2620, kPolicy = 3256, kStatisticExt = 3381, kOperator = 2617,
                     kOpclass = 2616, kOpfamily = 2753, kCollation = 3456, kLanguage = 2612,
                     kCast = 2605, kConversion = 2607, kEventTrigger = 3466, kForeignServer = 1417,
                     kForeignDataWrapper = 2328, kPublication = 6104, kPublicationRel = 6106,
                     kPublicationNamespace = 6237, kDefaultAcl = 826, kUserMapping = 1418,
                     kTsConfig = 3602, kTsDict = 3600, kTsParser = 3601, kTsTemplate = 3764,
                     kTransform = 3576, kAccessMethod = 2601, kAuthId = 1260, kSubscription = 6100;
}  // namespace catalog_oid

}  // namespace schemadiff

template <>
struct std::hash<schemadiff::CatalogAddress> {
  size_t operator()(const schemadiff::CatalogAddress& a) const noexcept {
    return (static_cast<size_t>(a.catalog) << 40) ^ (static_cast<size_t>(a.oid) << 11) ^
           static_cast<size_t>(a.sub);
  }
};

namespace schemadiff {

// A column of any relation, also one that is no object: inherited, of a view or composite type.
struct LiveColumn {
  Identifier name;  // empty: dropped
  Oid type = 0;
  Oid collation = 0;
  bool generated = false;
  bool not_null_is_own = false;  // its constraint would stay without the parents' (18 and later)
};

struct LiveRelation {
  ObjectId id;
  bool of_extension = false;        // known by name, but neither it nor its parts are objects
  std::vector<LiveColumn> columns;  // attnum - 1
  std::vector<Oid> parents;         // that it inherits from or is a partition of
};

// Which row of the catalogs is which object.
class CatalogAddresses {
 public:
  void set(const CatalogAddress& address, const ObjectId& id) { objects_[address] = id; }
  // Kind::none if nothing was read under the address. Columns are found by their relation and
  // number, whether they are objects or not.
  ObjectId find(const CatalogAddress& address) const {
    if (address.catalog == catalog_oid::kClass) {
      const LiveRelation* found = relation(address.oid);
      if (found != nullptr && address.sub == 0) return found->id;
      if (found != nullptr && address.sub > 0) {
        const Identifier name = column_name(*found, address.sub);
        return name.empty() ? ObjectId{} : found->id.with_sub(Kind::column, name);
      }
    }
    const auto found = objects_.find(address);
    return found == objects_.end() ? ObjectId{} : found->second;
  }
  const std::unordered_map<CatalogAddress, ObjectId>& objects() const { return objects_; }

  LiveRelation& add_relation(Oid oid, const ObjectId& id) {
    LiveRelation& added = relations_[oid];
    added.id = id;
    return added;
  }
  const LiveRelation* relation(Oid oid) const {
    const auto found = relations_.find(oid);
    return found == relations_.end() ? nullptr : &found->second;
  }
  LiveRelation* relation(Oid oid) {
    const auto found = relations_.find(oid);
    return found == relations_.end() ? nullptr : &found->second;
  }
  const std::unordered_map<Oid, LiveRelation>& relations() const { return relations_; }
  // An inherited constraint or default, or a clone of one, that is no object itself: stands for the
  // one it comes from.
  void set_derived(const ObjectId& id, const ObjectId& from) { derived_[id] = from; }
  void set_own(const ObjectId& id) { derived_.erase(id); }
  const std::unordered_map<ObjectId, ObjectId>& derived() const { return derived_; }
  static Identifier column_name(const LiveRelation& relation, int number) {
    if (number < 1 || static_cast<size_t>(number) > relation.columns.size()) return {};
    return relation.columns[number - 1].name;
  }

 private:
  std::unordered_map<CatalogAddress, ObjectId> objects_;
  std::unordered_map<Oid, LiveRelation> relations_;  // tables, views, composite types …
  std::unordered_map<ObjectId, ObjectId> derived_;
};

class CatalogBuilder {
 public:
  CatalogBuilder(Catalog& catalog, CatalogAddresses& addresses, const SystemCatalog& system,
                 int server_version)
      : catalog(catalog), addresses(addresses), system(system), server_version(server_version) {
    for (const SystemOperatorClass& found : system.operator_classes) {
      operator_classes_[found.oid] = &found;
      if (found.is_default) default_classes_.emplace(found.method, found.input);
    }
    for (const SystemCollation& found : system.collations) collations_[found.oid] = &found;
  }

  Catalog& catalog;
  CatalogAddresses& addresses;
  const SystemCatalog& system;
  const int server_version;

  template <class T>
  void add(const CatalogAddress& address, T object) {
    addresses.set(address, object.id);
    catalog.add(std::move(object));
  }
  // Also known under this address (a view's rewrite rule, a table's row type, a constraint's
  // index).
  void alias(const CatalogAddress& address, const ObjectId& id) { addresses.set(address, id); }
  // Kind::none if nothing was read under the address.
  ObjectId find(const CatalogAddress& address) const { return addresses.find(address); }
  ObjectId find_type(Oid type) const { return addresses.find({catalog_oid::kType, type, 0}); }
  Identifier schema(Oid oid) const {
    return addresses.find({catalog_oid::kNamespace, oid, 0}).name;
  }

  // nullptr if there is none of this oid.
  const SystemOperatorClass* operator_class(Oid oid) const {
    const auto found = operator_classes_.find(oid);
    return found == operator_classes_.end() ? nullptr : found->second;
  }
  bool has_default_operator_class(Identifier method, Oid type) const {
    return default_classes_.contains({method, type});
  }
  const SystemCollation* collation(Oid oid) const {
    const auto found = collations_.find(oid);
    return found == collations_.end() ? nullptr : found->second;
  }

 private:
  std::unordered_map<Oid, const SystemOperatorClass*> operator_classes_;
  std::set<std::pair<Identifier, Oid>> default_classes_;
  std::unordered_map<Oid, const SystemCollation*> collations_;
};

}  // namespace schemadiff
