// CREATE TEXT SEARCH CONFIGURATION; pg_ts_config, pg_ts_config_map.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

struct TextSearchMapping {
  std::string token;  // "asciiword", …: a type of token of the parser
  std::vector<QualifiedName> dictionaries;
  friend bool operator==(const TextSearchMapping&, const TextSearchMapping&) = default;
};
std::string display(const TextSearchMapping& mapping);

struct TextSearchConfiguration : ObjectBase {
  QualifiedName parser;
  std::vector<TextSearchMapping> mappings;  // by token, sorted
  static constexpr auto kFields = std::tuple{Field{"parser", &TextSearchConfiguration::parser},
                                             Field{"mappings", &TextSearchConfiguration::mappings}};
};

}  // namespace schemadiff
