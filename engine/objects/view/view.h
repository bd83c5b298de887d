// CREATE VIEW; pg_class with relkind v, pg_rewrite.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

struct View : ObjectBase {
  SqlExpression query;  // without column list, options and check option
  std::vector<Identifier>
      columns;             // CREATE VIEW v (a, b): names given in front; part of query's meaning
  bool recursive = false;  // CREATE RECURSIVE VIEW; part of query's meaning
  // Names and types of its columns, where they are known: not a field, they follow from the query.
  std::vector<std::pair<Identifier, TypeRef>> output;
  StorageOptions options;  // security_barrier, security_invoker, check_option
  static constexpr auto kFields =
      std::tuple{Field{"query", &View::query}, Field{"options", &View::options}};
};

}  // namespace schemadiff
