#include "engine/plan/keep_structure.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/text.h"
#include "engine/model/ancestors.h"
#include "engine/model/kind_traits.h"

namespace schemadiff {
namespace {

constexpr bool is_structure(Kind kind) {
  switch (kind) {
    case Kind::role:
    case Kind::membership:
    case Kind::comment:
    case Kind::owner:
    case Kind::privilege:
    case Kind::default_privilege:
      return false;
    default:
      return true;
  }
}

bool is_there(const Catalog& live, const ObjectId& target) {
  if (live.contains(target)) return true;
  if (target.kind != Kind::column) return false;
  // A view's, or one that is inherited, is no object.
  const ObjectId relation = live.find_relation(target.schema, target.name);
  return relation.known() && (relation.kind != Kind::table || find_column(live, target) != nullptr);
}

void check_rows(const Catalog& live, const DeclaredRows& rows, Diagnostics& problems) {
  const auto missing = [&](const ObjectId& id) {
    problems.error(rows.source, describe(id) + " is not there for its declared rows",
                   "the structure is not managed here: add it to --manage");
  };
  if (!live.contains(rows.table)) return missing(rows.table);
  for (const Identifier name : rows.columns) {
    const ObjectId column = rows.table.with_sub(Kind::column, name);
    if (!is_there(live, column)) return missing(column);
  }
}

}  // namespace

void keep_structure(const Catalog& live, Catalog& desired, const std::vector<DeclaredRows>* rows,
                    Diagnostics& problems) {
  if (rows != nullptr) {
    for (const DeclaredRows& declared : *rows) check_rows(live, declared, problems);
  }
  std::vector<ObjectId> astray;
  for_each_kind([&]<class T>() {
    if constexpr (is_structure(kind_of<T>)) {
      desired.objects<T>() = live.objects<T>();
    } else {
      for (const auto& [id, object] : desired.objects<T>()) {
        const bool is_of_object = id.of != Kind::none;
        if (is_of_object && !is_there(live, id.target())) astray.push_back(id);
      }
    }
  });
  for (const ObjectId& id : astray) desired.erase(id);
  if (astray.empty()) return;
  std::sort(astray.begin(), astray.end());
  const std::string more =
      astray.size() == 1 ? " is" : fmt::format(" and {} more are", astray.size() - 1);
  problems.note({}, describe(astray.front()) + more +
                        " of what is not there, and left alone: the structure is not managed here");
}

}  // namespace schemadiff
