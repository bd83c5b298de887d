// CREATE SEQUENCE, and the sequence behind serial; pg_class with relkind 'S', pg_sequence.
// The sequence of an identity column is part of the column (objects/column).
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

struct Sequence : ObjectBase {
  TypeRef data_type{"bigint", {}};
  SequenceOptions options;
  Persistence persistence = Persistence::permanent;
  std::optional<ObjectId> owned_by;  // a column
  static constexpr auto kFields = std::tuple{
      Field{"type", &Sequence::data_type}, Field{"options", &Sequence::options},
      Field{"persistence", &Sequence::persistence}, Field{"owned by", &Sequence::owned_by}};
};

}  // namespace schemadiff
