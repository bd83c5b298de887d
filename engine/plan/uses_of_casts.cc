#include "engine/plan/uses_of_casts.h"

#include <algorithm>
#include <set>

#include "engine/model/rules.h"

namespace schemadiff {

namespace {

template <class T>
std::vector<SqlExpression> texts_of(T object) {  // expressions() hands out mutable ones
  std::vector<SqlExpression> out;
  Rules<T>::expressions(object, [&](SqlExpression& expression, const ExpressionScope& scope) {
    if (scope.role != ExpressionRole::string_body) out.push_back(expression);
  });
  return out;
}

}  // namespace

std::vector<Dependency> uses_of_casts(const Catalog& live, const Catalog& target,
                                      const std::map<ObjectId, Change>& changes,
                                      const std::vector<Dependency>& dependencies) {
  std::vector<Dependency> out;
  std::set<ObjectId> casts;
  std::map<ObjectId, ObjectId> by_function;
  for (const auto& [id, change] : changes) {
    if (id.kind != Kind::cast || change.verb == Verb::create) continue;
    if (change.verb != Verb::drop && !does_something_else(change.fields)) continue;
    casts.insert(id);
    const ObjectId function = called_by(*live.find<Cast>(id));
    if (function.known()) by_function.emplace(function, id);
  }
  if (casts.empty()) return out;
  std::map<ObjectId, std::set<ObjectId>> callers;
  for (const Dependency& one : dependencies) {
    const auto cast = by_function.find(one.referenced);
    if (cast != by_function.end()) callers[one.dependent].insert(cast->second);
  }
  for_each_kind([&]<class T>() {
    for (const auto& [id, object] : live.objects<T>()) {
      const T* wanted = target.find<T>(id);
      if (wanted == nullptr) continue;
      const std::vector<SqlExpression> before = texts_of(object);
      const std::vector<SqlExpression> after = texts_of(*wanted);
      if (before.size() != after.size()) continue;
      std::set<ObjectId> used;
      if (const auto calls = callers.find(id); calls != callers.end()) used = calls->second;
      bool is_hidden = false;
      for (size_t i = 0; i < before.size(); ++i) {
        const bool is_seen = !before[i].canonical.empty() && !after[i].canonical.empty();
        if (before[i].empty() || is_seen || !(before[i] == after[i])) continue;
        is_hidden = true;
        for (const ObjectId& each : before[i].references) {
          if (casts.contains(each)) used.insert(each);
        }
      }
      if (!is_hidden) continue;
      for (const ObjectId& cast : used) out.push_back({id, cast, 'n'});
    }
  });
  return out;
}

}  // namespace schemadiff
