#include "engine/render/report.h"

#include <map>

#include "engine/model/kind_traits.h"

namespace schemadiff {

std::string place_text(const Report& report, SourceSpan where) {
  if (!where.known() || !report.place) return "";
  const auto place = report.place(where);
  return place ? place->file + ":" + std::to_string(place->line) : "";
}

ObjectId shown_beneath(const Report& report, const ObjectId& id) {
  ObjectId at = id;
  // A comment on a default's … no chain of owners is that long.
  for (int depth = 0; depth < 8; ++depth) {
    ObjectId owner;
    for (const Catalog* catalog : {report.desired, report.live}) {
      if (catalog != nullptr && !owner.known()) owner = owner_of(*catalog, at);
    }
    if (!owner.known() || owner == at) break;
    at = owner;
  }
  return at;
}

RowCounts count_rows(const Plan& plan) {
  RowCounts counts;
  for (const TableRows& table : plan.rows) {
    for (const RowChange& row : table.changes) {
      ++(row.verb == Verb::create  ? counts.added
         : row.verb == Verb::alter ? counts.changed
                                   : counts.deleted);
    }
  }
  return counts;
}

ChangeCounts count_changes(const Report& report) {
  std::map<ObjectId, Verb> groups;
  for (const Change& change : report.plan->changes) {
    const ObjectId root = shown_beneath(report, change.id);
    const bool itself = root == change.id && !change.rebuild;
    const Verb verb = itself && (change.verb == Verb::create || change.verb == Verb::drop)
                          ? change.verb
                          : Verb::alter;
    const auto [found, added] = groups.emplace(root, verb);
    if (!added && itself) found->second = verb;
  }
  ChangeCounts counts;
  for (const auto& [root, verb] : groups) {
    if (verb == Verb::create) {
      ++counts.created;
    } else if (verb == Verb::drop) {
      ++counts.dropped;
    } else {
      ++counts.altered;
    }
  }
  return counts;
}

}  // namespace schemadiff
