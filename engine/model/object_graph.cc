#include "engine/model/object_graph.h"

namespace schemadiff {

void ObjectGraph::add(const ObjectId& from, const ObjectId& to) {
  after_[from].insert(to);
  before_[to].insert(from);
}

void ObjectGraph::keep_circles() {
  peel(after_, before_);
  peel(before_, after_);
}

void ObjectGraph::peel(Edges& there, Edges& back) {
  std::vector<ObjectId> open;
  for (const auto& [id, others] : there) {
    if (!back.contains(id)) open.push_back(id);
  }
  while (!open.empty()) {
    const ObjectId id = open.back();
    open.pop_back();
    const auto found = there.find(id);
    if (found == there.end()) continue;
    for (const ObjectId& other : found->second) {
      const auto its = back.find(other);
      if (its == back.end() || its->second.erase(id) == 0 || !its->second.empty()) continue;
      back.erase(its);
      open.push_back(other);
    }
    there.erase(found);
  }
}

std::vector<ObjectId> ObjectGraph::way(const ObjectId& from, const ObjectId& to) const {
  std::map<ObjectId, ObjectId> before;
  std::vector<ObjectId> open = {from};
  while (!open.empty()) {
    const ObjectId current = open.back();
    open.pop_back();
    const auto found = after_.find(current);
    if (found == after_.end()) continue;
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

std::vector<ObjectId> ObjectGraph::starts() const {
  std::vector<ObjectId> out;
  for (const auto& [id, others] : after_) out.push_back(id);
  return out;
}

}  // namespace schemadiff
