#include "engine/introspect/dependencies.h"

#include <algorithm>
#include <tuple>

namespace schemadiff {

namespace {

struct Edge {
  CatalogAddress dependent;
  CatalogAddress referenced;
  char type;
};

CatalogAddress address_at(const Row& row, int first) {
  return {row.oid(first), row.oid(first + 1), static_cast<int32_t>(row.integer(first + 2))};
}

struct Resolved {
  ObjectId id;          // Kind::none if neither the address nor what it belongs to is modelled
  bool copied = false;  // an inherited or cloned thing: id is what it was copied from
};

// Turns addresses into objects; what is a part of something else stands for that.
class Resolver {
 public:
  explicit Resolver(const LiveState& live) : live_(live) {}

  // `part` exists only as a piece of `owner`, or as its copy on a partition.
  void own(const CatalogAddress& part, const CatalogAddress& owner, bool copied) {
    owners_.emplace(CatalogAddress{part.catalog, part.oid, 0}, Owner{owner, copied});
  }

  Resolved resolve(CatalogAddress address) const {
    Resolved out;
    for (int depth = 0; depth < 16; ++depth) {
      out.id = live_.addresses.find(address);
      if (out.id.known()) break;
      // A column of a sequence, which may be an identity column's.
      out.id = live_.addresses.find({address.catalog, address.oid, 0});
      if (out.id.kind == Kind::sequence || out.id.kind == Kind::column) break;
      out.id = {};
      const auto owner = owners_.find({address.catalog, address.oid, 0});
      if (owner == owners_.end()) break;
      address = owner->second.address;
      out.copied = out.copied || owner->second.copied;
    }
    const auto& derived = live_.addresses.derived();
    for (int depth = 0; depth < 64; ++depth) {
      const auto from = derived.find(out.id);
      if (from == derived.end()) break;
      out.id = from->second;
      out.copied = true;
    }
    return out;
  }

 private:
  struct Owner {
    CatalogAddress address;
    bool copied;
  };

  const LiveState& live_;
  std::unordered_map<CatalogAddress, Owner> owners_;
};

// The server's words for objects that are not modelled.
using Descriptions = std::unordered_map<CatalogAddress, Identifier>;

Result<Descriptions> describe_objects(CatalogReader& reader,
                                      const std::vector<CatalogAddress>& addresses) {
  Descriptions out;
  if (addresses.empty()) return out;
  std::string sql =
      "SELECT c, o, s, coalesce(pg_describe_object(c, o, s), 'object ' || o) FROM (VALUES ";
  for (const CatalogAddress& address : addresses) {
    if (sql.back() == ')') sql += ", ";
    sql += "(" + std::to_string(address.catalog) + "::oid, " + std::to_string(address.oid) +
           "::oid, " + std::to_string(address.sub) + ")";
  }
  auto rows = reader.query(sql + ") v (c, o, s)");
  if (!rows) return fail(std::move(rows.error()));
  while ((*rows)->next()) {
    const Row& row = (*rows)->row();
    out[address_at(row, 0)] = row.text(3);
  }
  return out;
}

}  // namespace

Result<std::vector<Dependency>> read_dependencies(CatalogReader& reader, const LiveState& live) {
  // Objects older than 16384 are PostgreSQL's own, but for schema public. The NOT NULL constraints
  // of 18 are their columns', TOAST (in schema 99) its tables'.
  auto rows = reader.query(
      "SELECT classid, objid, objsubid, refclassid, refobjid, refobjsubid, deptype FROM pg_depend "
      "WHERE objid >= 16384 AND (refobjid >= 16384 OR refclassid = 2615) AND NOT (classid = 2606 "
      "AND objid IN (SELECT oid FROM pg_constraint "
      "WHERE contype = 'n')) AND NOT (classid = 1259 AND objid IN (SELECT oid FROM pg_class WHERE "
      "relnamespace = 99))");
  if (!rows) return fail(std::move(rows.error()));
  std::vector<Edge> edges;
  edges.reserve((*rows)->size());
  Resolver resolver(live);
  while ((*rows)->next()) {
    const Row& row = (*rows)->row();
    edges.push_back({address_at(row, 0), address_at(row, 3), row.character(6)});
    const Edge& edge = edges.back();
    // Internal, of a partition's parent, of an extension; operators and functions (2602, 2603) of
    // an operator family; checks of a domain, which may be an extension's.
    const bool of_domain = edge.type == 'a' && edge.dependent.catalog == catalog_oid::kConstraint &&
                           edge.referenced.catalog == catalog_oid::kType;
    const bool of_family = edge.type == 'a' && edge.referenced.catalog == 2753 &&
                           (edge.dependent.catalog == 2602 || edge.dependent.catalog == 2603);
    if (edge.type == 'i' || edge.type == 'P' || edge.type == 'e' || of_domain || of_family) {
      resolver.own(edge.dependent, edge.referenced, edge.type == 'P');
    }
  }
  std::vector<Dependency> dependencies;
  struct Unknown {
    size_t dependency;
    bool is_dependent;
    CatalogAddress address;
  };
  std::vector<Unknown> unknown;
  std::vector<CatalogAddress> to_describe;
  for (const Edge& edge : edges) {
    Resolved dependent = resolver.resolve(edge.dependent);
    // An attribute is a part of its type.
    if (const ObjectId type = dependent.id.container(Kind::composite_type);
        dependent.id.kind == Kind::column && live.catalog.contains(type)) {
      dependent.id = type;
    }
    // A copy needs nothing but its table that the original does not need as well.
    if (dependent.copied) continue;
    Dependency dependency{dependent.id, resolver.resolve(edge.referenced).id, edge.type};
    // What only the index of a constraint uses (an expression, a predicate) does not take the
    // constraint along.
    if (edge.type == 'a' && edge.dependent.catalog == catalog_oid::kClass &&
        dependent.id.kind == Kind::constraint) {
      dependency.type = 'n';
    }
    const bool knows_dependent = dependency.dependent.known();
    const bool knows_referenced = dependency.referenced.known();
    // Among themselves, objects that are not modelled are none of our business.
    if (!knows_dependent && !knows_referenced) continue;
    if (dependency.dependent == dependency.referenced) continue;
    if (!knows_dependent) unknown.push_back({dependencies.size(), true, edge.dependent});
    if (!knows_referenced) unknown.push_back({dependencies.size(), false, edge.referenced});
    if (!knows_dependent || !knows_referenced) to_describe.push_back(unknown.back().address);
    dependencies.push_back(dependency);
    // The sequence of an identity column is no object; what uses it uses a part of the column.
    const LiveRelation* used = live.addresses.relation(edge.referenced.oid);
    if (used != nullptr && used->id.kind == Kind::column) {
      const Column* owner = live.catalog.find<Column>(used->id);
      if (owner != nullptr && owner->identity) {
        const QualifiedName& sequence = owner->identity->sequence;
        const ObjectId id = object_id(Kind::sequence, sequence.schema, sequence.name);
        dependencies.push_back({dependency.dependent, id, edge.type});
      }
    }
    // A column that is no object (a view's, an inherited one) goes with its relation.
    const ObjectId& column = dependency.referenced;
    if (column.kind != Kind::column || live.catalog.contains(column)) continue;
    const LiveRelation* relation = live.addresses.relation(edge.referenced.oid);
    if (relation == nullptr || relation->id == dependency.dependent) continue;
    dependencies.push_back({dependency.dependent, relation->id, edge.type});
  }
  auto descriptions = describe_objects(reader, to_describe);
  if (!descriptions) return fail(std::move(descriptions.error()));
  for (const Unknown& one : unknown) {
    Dependency& dependency = dependencies[one.dependency];
    (one.is_dependent ? dependency.dependent : dependency.referenced).name =
        (*descriptions)[one.address];
  }
  const auto key = [](const Dependency& d) { return std::tie(d.dependent, d.referenced, d.type); };
  std::sort(dependencies.begin(), dependencies.end(),
            [&](const Dependency& a, const Dependency& b) { return key(a) < key(b); });
  dependencies.erase(
      std::unique(dependencies.begin(), dependencies.end(),
                  [&](const Dependency& a, const Dependency& b) { return key(a) == key(b); }),
      dependencies.end());
  return dependencies;
}

}  // namespace schemadiff
