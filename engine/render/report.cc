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

namespace {

// As the first of the catalogs has it that has it.
std::string title_in(const Catalog* first, const Catalog* second, const ObjectId& id) {
  for (const Catalog* catalog : {first, second}) {
    const Function* function = catalog == nullptr ? nullptr : catalog->find<Function>(id);
    if (function == nullptr) continue;
    if (function->kind == RoutineKind::procedure) return "procedure " + qualified_name(id);
    if (function->kind == RoutineKind::aggregate) return "aggregate " + qualified_name(id);
    break;
  }
  return describe(id);
}

}  // namespace

std::string title_of(const Report& report, const ObjectId& id) {
  return title_in(report.desired, report.live, id);
}

std::string title_of(const Report& report, const Step& step) {
  const ObjectId& id = step.object;
  // What is held without a word is there before anybody grants or revokes.
  const bool is_there =
      id.kind == Kind::privilege &&
      !default_grants(id.target(), id.grantee, report.server_version).privileges.empty();
  return std::string(verb_word(is_there ? Verb::alter : step.verb)) + " " +
         (step.verb == Verb::drop ? title_in(report.live, report.desired, id)
                                  : title_of(report, id));
}

}  // namespace schemadiff
