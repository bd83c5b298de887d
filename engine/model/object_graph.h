// What leads to what, among objects.
#pragma once

#include <map>
#include <set>
#include <vector>

#include "engine/model/object_id.h"

namespace schemadiff {

class ObjectGraph {
 public:
  void add(const ObjectId& from, const ObjectId& to);
  // Takes out what nothing leads to, or what leads nowhere: it is in no circle.
  void keep_circles();
  // From one to the other, both included; empty: nothing leads there. Of one to itself: a circle.
  std::vector<ObjectId> way(const ObjectId& from, const ObjectId& to) const;
  // What leads somewhere, in order.
  std::vector<ObjectId> starts() const;

 private:
  using Edges = std::map<ObjectId, std::set<ObjectId>>;
  // What `there` leads on from and `back` leads to nothing of.
  static void peel(Edges& there, Edges& back);

  Edges after_;
  Edges before_;
};

}  // namespace schemadiff
