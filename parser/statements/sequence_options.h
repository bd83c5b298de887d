#pragma once

#include "parser/statement_context.h"

namespace schemadiff {

// What CREATE SEQUENCE, identity columns and serial say of a sequence.
struct SequenceDraft {
  TypeRef data_type{"bigint", {}};
  SequenceOptions options;
  bool owned_by_none = false;
  NodeList owned_by;   // table.column as written; empty: not said
  QualifiedName name;  // SEQUENCE NAME of an identity column
  bool type_given = false;
};

// With the defaults of a new sequence of `type`.
SequenceDraft new_sequence(const TypeRef& type);
// Applies AS, INCREMENT, MINVALUE … ; `is_new`: what is not given gets the defaults of type and
// direction. False: wrong, said already (or it must wait).
bool read_sequence_options(StatementContext& ctx, const NodeList& options, bool is_new,
                           SequenceDraft& draft);
// The column of OWNED BY table.column; kind none: said already. Waits for the table.
ObjectId owning_column(StatementContext& ctx, const NodeList& names, int location);

}  // namespace schemadiff
