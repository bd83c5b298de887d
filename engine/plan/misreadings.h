// Desired texts that must not be read while something that goes is still there: they would find a
// column, an overload, a relation of an earlier schema that they do not mean.
#pragma once

#include <functional>
#include <map>
#include <unordered_map>
#include <vector>

#include "engine/diff/change.h"
#include "engine/model/catalog.h"

namespace schemadiff {

class Misreadings {
 public:
  using MisreadBeside =
      std::function<std::vector<ObjectId>(const Catalog&, const std::vector<ObjectId>&)>;

  Misreadings(const Catalog& live, const Catalog& target, const std::map<ObjectId, Change>& changes,
              MisreadBeside misread_beside);

  // Those of `objects` of the target that would be misread, with what goes that they might find.
  std::map<ObjectId, std::vector<ObjectId>> among(const std::vector<ObjectId>& objects) const;

 private:
  // Of what goes.
  std::vector<ObjectId> may_find(const ObjectId& id) const;

  const Catalog& live_;
  const Catalog& target_;
  MisreadBeside misread_beside_;
  Catalog going_;
  std::unordered_map<ObjectId, std::vector<ObjectId>> columns_;  // by their table
  std::unordered_map<Identifier, std::vector<ObjectId>> names_;  // of a schema
  std::vector<ObjectId> casts_;
};

}  // namespace schemadiff
