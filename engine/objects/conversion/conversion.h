// CREATE CONVERSION; pg_conversion.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

struct Conversion : ObjectBase {
  std::string from;  // encodings, as pg_encoding_to_char() names them
  std::string to;
  QualifiedName function;
  bool is_default = false;
  static constexpr auto kFields = std::tuple{
      Field{"from", &Conversion::from}, Field{"to", &Conversion::to},
      Field{"function", &Conversion::function}, Field{"default", &Conversion::is_default}};
};

}  // namespace schemadiff
