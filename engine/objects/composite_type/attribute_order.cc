#include "engine/objects/composite_type/attribute_order.h"

namespace schemadiff {

const CompositeAttribute* find_attribute(const CompositeType& type, Identifier name) {
  for (const CompositeAttribute& attribute : type.attributes) {
    if (attribute.name == name) return &attribute;
  }
  return nullptr;
}

std::vector<Identifier> order_after_alter(const CompositeType& live, const CompositeType& desired) {
  std::vector<Identifier> out;
  for (const CompositeAttribute& attribute : live.attributes) {
    if (find_attribute(desired, attribute.name) != nullptr) out.push_back(attribute.name);
  }
  for (const CompositeAttribute& attribute : desired.attributes) {
    if (find_attribute(live, attribute.name) == nullptr) out.push_back(attribute.name);
  }
  return out;
}

std::vector<Identifier> attribute_names(const CompositeType& type) {
  std::vector<Identifier> out;
  for (const CompositeAttribute& attribute : type.attributes) out.push_back(attribute.name);
  return out;
}

}  // namespace schemadiff
