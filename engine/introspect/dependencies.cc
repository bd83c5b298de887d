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

// Turns addresses into objects; what is a part of something else stands for that.
class Resolver {
 public:
  explicit Resolver(const LiveState& live) : live_(live) {}

  // `part` exists only as a piece of `owner`.
  void own(const CatalogAddress& part, const CatalogAddress& owner) {
    owners_.emplace(CatalogAddress{part.catalog, part.oid, 0}, owner);
  }

  // Kind::none if neither the address nor what it belongs to is modelled.
  ObjectId resolve(CatalogAddress address) const {
    for (int depth = 0; depth < 16; ++depth) {
      ObjectId id = live_.addresses.find(address);
      if (id.known()) return original(id);
      const auto owner = owners_.find({address.catalog, address.oid, 0});
      if (owner == owners_.end()) break;
      address = owner->second;
    }
    return {};
  }

 private:
  // An inherited constraint or default is its parent's.
  ObjectId original(ObjectId id) const {
    const auto& derived = live_.addresses.derived();
    for (int depth = 0; depth < 64; ++depth) {
      const auto from = derived.find(id);
      if (from == derived.end()) break;
      id = from->second;
    }
    return id;
  }

  const LiveState& live_;
  std::unordered_map<CatalogAddress, CatalogAddress> owners_;
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
  // Objects older than 16384 are PostgreSQL's own, but for schema public. A table's membership in a
  // publication (6106) is an attachment; a publication's column list is not, and stays.
  auto rows = reader.query(
      "SELECT classid, objid, objsubid, refclassid, refobjid, refobjsubid, deptype FROM pg_depend "
      "WHERE objid >= 16384 AND (refobjid >= 16384 OR refclassid = 2615) AND NOT (classid = 6106 "
      "AND refobjsubid = 0) AND NOT (classid = 2606 AND objid IN (SELECT oid FROM pg_constraint "
      "WHERE contype = 'n'))");
  if (!rows) return fail(std::move(rows.error()));
  std::vector<Edge> edges;
  edges.reserve((*rows)->size());
  Resolver resolver(live);
  while ((*rows)->next()) {
    const Row& row = (*rows)->row();
    edges.push_back({address_at(row, 0), address_at(row, 3), row.character(6)});
    const char type = edges.back().type;
    // Internal, of a partition's parent, of an extension.
    if (type == 'i' || type == 'P' || type == 'e') {
      resolver.own(edges.back().dependent, edges.back().referenced);
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
    Dependency dependency{resolver.resolve(edge.dependent), resolver.resolve(edge.referenced),
                          edge.type};
    const bool knows_dependent = dependency.dependent.known();
    const bool knows_referenced = dependency.referenced.known();
    // Among themselves, objects that are not modelled are none of our business.
    if (!knows_dependent && !knows_referenced) continue;
    if (dependency.dependent == dependency.referenced) continue;
    if (!knows_dependent) unknown.push_back({dependencies.size(), true, edge.dependent});
    if (!knows_referenced) unknown.push_back({dependencies.size(), false, edge.referenced});
    if (!knows_dependent || !knows_referenced) to_describe.push_back(unknown.back().address);
    dependencies.push_back(dependency);
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
