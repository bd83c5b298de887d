// Collects what an object needs to exist before it.
#pragma once

#include <vector>

#include "engine/model/values.h"

namespace schemadiff {

class ReferenceSink {
 public:
  void object(const ObjectId& id) {
    if (id.known()) list_.push_back(id);
  }
  void schema(Identifier name) {
    if (!name.empty()) list_.push_back(object_id(Kind::schema, {}, name));
  }
  // Where it is created in the same plan.
  void role(Identifier name) {
    if (!name.empty()) list_.push_back(object_id(Kind::role, {}, name));
  }
  void type(const TypeRef& type) { object(type.object); }
  void collation(const QualifiedName& name) {
    if (!name.empty()) list_.push_back(object_id(Kind::collation, name.schema, name.name));
  }
  void operator_class(const QualifiedName& name, Identifier method) {
    if (!name.empty()) {
      list_.push_back(object_id(Kind::operator_class, name.schema, name.name, method));
    }
  }
  // One of the kinds that share pg_class's namespace: resolved by the planner.
  void relation(Identifier schema, Identifier name) {
    list_.push_back(object_id(Kind::table, schema, name));
  }
  // A function by name only (a trigger's): all functions of that name count.
  void function(const QualifiedName& name) {
    if (!name.empty()) functions_.push_back(name);
  }

  const std::vector<ObjectId>& objects() const { return list_; }
  const std::vector<QualifiedName>& functions() const { return functions_; }

 private:
  std::vector<ObjectId> list_;
  std::vector<QualifiedName> functions_;
};

}  // namespace schemadiff
