// CREATE OPERATOR CLASS; pg_opclass. Its operators and functions are its family's.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

struct OperatorClass : ObjectBase {  // id.sub is the access method
  TypeRef type;
  bool is_default = false;
  QualifiedName family;  // of the same access method
  TypeRef storage;       // empty: `type`
  static constexpr auto kFields = std::tuple{
      Field{"type", &OperatorClass::type}, Field{"default", &OperatorClass::is_default},
      Field{"family", &OperatorClass::family}, Field{"storage", &OperatorClass::storage}};
};

}  // namespace schemadiff
