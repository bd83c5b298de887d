// CREATE FOREIGN DATA WRAPPER; pg_foreign_data_wrapper.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

struct ForeignDataWrapper : ObjectBase {
  QualifiedName handler;  // functions; empty: none
  QualifiedName validator;
  StorageOptions options;
  static constexpr auto kFields = std::tuple{Field{"handler", &ForeignDataWrapper::handler},
                                             Field{"validator", &ForeignDataWrapper::validator},
                                             Field{"options", &ForeignDataWrapper::options}};
};

}  // namespace schemadiff
