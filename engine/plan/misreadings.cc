#include "engine/plan/misreadings.h"

#include <set>

#include "engine/model/ancestors.h"
#include "engine/model/kind_traits.h"
#include "engine/model/text_references.h"

namespace schemadiff {

Misreadings::Misreadings(const Catalog& live, const Catalog& target,
                         const std::map<ObjectId, Change>& changes, MisreadBeside misread_beside)
    : live_(live), target_(target), misread_beside_(std::move(misread_beside)) {
  if (!misread_beside_) return;
  for (const auto& [id, change] : changes) {
    if (change.verb != Verb::drop || id.of != Kind::none) continue;
    if (id.kind == Kind::cast) casts_.push_back(id);
    if (id.schema.empty() && id.kind != Kind::cast) continue;
    const bool is_column = id.kind == Kind::column;
    if (!is_column && traits_of(id.kind).owner != nullptr) continue;
    if (is_column) {
      columns_[id.container(Kind::table)].push_back(id);
    } else if (id.kind != Kind::cast) {
      names_[id.name].push_back(id);
    }
    with_kind(id.kind, [&]<class T>() { going_.add(T(*live_.find<T>(id))); });
  }
}

std::map<ObjectId, std::vector<ObjectId>> Misreadings::among(
    const std::vector<ObjectId>& objects) const {
  std::map<ObjectId, std::vector<ObjectId>> out;
  if (going_.empty()) return out;
  std::map<ObjectId, std::vector<ObjectId>> found;
  std::vector<ObjectId> asked;
  for (const ObjectId& id : objects) {
    std::vector<ObjectId> finds = may_find(id);
    if (finds.empty() || !found.emplace(id, std::move(finds)).second) continue;
    asked.push_back(id);
  }
  if (asked.empty()) return out;
  for (const ObjectId& id : misread_beside_(going_, asked)) out.insert(found.extract(id));
  return out;
}

// Columns of the relations that its texts read, what has the name of something that they use, and
// casts, which have no names.
std::vector<ObjectId> Misreadings::may_find(const ObjectId& id) const {
  std::set<ObjectId> out;
  const auto add = [&](const auto& map, const auto& key) {
    const auto found = map.find(key);
    if (found != map.end()) out.insert(found->second.begin(), found->second.end());
  };
  const std::vector<ObjectId> all_used = used_by_texts(target_, id);
  if (!all_used.empty()) out.insert(casts_.begin(), casts_.end());
  for (const ObjectId& used : all_used) {
    if (traits_of(used.kind).owner == nullptr) add(names_, used.name);
    if (columns_.empty()) continue;
    const ObjectId table = used.container(Kind::table);
    add(columns_, table);
    for (const ObjectId& above : ancestors_of(live_, table)) add(columns_, above);
  }
  return {out.begin(), out.end()};
}

}  // namespace schemadiff
