// CREATE TEXT SEARCH DICTIONARY; pg_ts_dict.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

struct TextSearchDictionary : ObjectBase {
  QualifiedName base;      // its TEMPLATE
  StorageOptions options;  // as the template understands them
  static constexpr auto kFields = std::tuple{Field{"template", &TextSearchDictionary::base},
                                             Field{"options", &TextSearchDictionary::options}};
};

}  // namespace schemadiff
