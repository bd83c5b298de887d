// The types in View::output: with a collation where it is not the type's own, as CREATE TABLE
// writes a column. CREATE OR REPLACE VIEW can't change it.
#pragma once

#include "engine/model/values.h"

namespace schemadiff {

// `collation` empty: the type's own.
inline TypeRef output_type(TypeRef type, const QualifiedName& collation) {
  if (!collation.empty()) type.sql += " COLLATE " + collation.sql();
  return type;
}

// The collation's SQL, which is taken out of `type`; empty: the type's own.
inline std::string take_collation(TypeRef& type) {
  constexpr std::string_view kWord = " COLLATE ";
  const size_t at = type.sql.rfind(kWord);
  if (at == std::string::npos) return "";
  std::string out = type.sql.substr(at + kWord.size());
  type.sql.resize(at);
  return out;
}

}  // namespace schemadiff
