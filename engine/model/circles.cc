#include "engine/model/circles.h"

#include <map>
#include <set>

#include "engine/model/rules.h"

namespace schemadiff {
namespace {

using Uses = std::map<ObjectId, std::set<ObjectId>>;

template <class T>
void collect_uses(Catalog& catalog, Uses& uses) {
  for (auto& [id, object] : catalog.objects<T>()) {
    std::set<ObjectId> used;
    Rules<T>::expressions(object, [&](SqlExpression& expression, const ExpressionScope& scope) {
      if (scope.role == ExpressionRole::string_body) return;
      for (const ObjectId& reference : expression.references) {
        const bool counts = reference.kind == Kind::view || reference.kind == Kind::function ||
                            reference.kind == Kind::materialized_view;
        if (counts && catalog.contains(reference)) used.insert(reference);
      }
    });
    if (!used.empty()) uses.emplace(id, std::move(used));
  }
}

// The way from one to the other, both included; empty: there is none.
std::vector<ObjectId> way(const Uses& uses, const ObjectId& from, const ObjectId& to) {
  std::map<ObjectId, ObjectId> before;
  std::vector<ObjectId> open = {from};
  while (!open.empty()) {
    const ObjectId current = open.back();
    open.pop_back();
    const auto found = uses.find(current);
    if (found == uses.end()) continue;
    for (const ObjectId& next : found->second) {
      if (!before.emplace(next, current).second) continue;
      if (next == to) {
        std::vector<ObjectId> out = {to};
        for (ObjectId at = current; at != from; at = before.at(at)) out.push_back(at);
        out.push_back(from);
        return {out.rbegin(), out.rend()};
      }
      open.push_back(next);
    }
  }
  return {};
}

}  // namespace

Diagnostics find_circles(Catalog& desired) {
  Uses uses;
  collect_uses<View>(desired, uses);
  collect_uses<MaterializedView>(desired, uses);
  collect_uses<Function>(desired, uses);
  // What uses nothing that is left is in no circle.
  for (bool again = true; again;) {
    again = false;
    for (auto entry = uses.begin(); entry != uses.end();) {
      std::erase_if(entry->second, [&](const ObjectId& id) { return !uses.contains(id); });
      const bool done = entry->second.empty();
      again = again || done;
      entry = done ? uses.erase(entry) : std::next(entry);
    }
  }
  Diagnostics out;
  std::set<ObjectId> said;
  for (const auto& [id, used] : uses) {
    if (said.contains(id)) continue;
    const std::vector<ObjectId> circle = way(uses, id, id);
    if (circle.empty()) continue;
    said.insert(circle.begin(), circle.end());
    std::string names;
    for (size_t i = 1; i + 1 < circle.size(); ++i) {
      names += (i == 1 ? " uses " : ", which uses ") + describe(circle[i]);
    }
    out.error(desired.find_base(id)->source,
              describe(id) + names + (names.empty() ? " uses itself" : ", which uses it again") +
                  ": none of them can be created");
  }
  return out;
}

}  // namespace schemadiff
