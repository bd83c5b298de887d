#include "engine/model/object_id.h"

namespace schemadiff {

std::string_view kind_word(Kind kind) {
  switch (kind) {
#define X(enumerator, type, word) \
  case Kind::enumerator:          \
    return word;
    SCHEMADIFF_KINDS(X)
#undef X
    case Kind::rows:
      return "rows";
    case Kind::none:
      break;
  }
  return "object";
}

std::string qualified_name(const ObjectId& id) {
  std::string out;
  if (!id.schema.empty()) out += quote(id.schema) + ".";
  out += quote(id.name);
  if (id.sub.empty()) return out;
  const bool is_function = id.kind == Kind::function || id.of == Kind::function;
  return is_function ? out + id.sub.str() : out + "." + quote(id.sub);
}

std::string grantee_name(Identifier grantee) {
  if (grantee == public_grantee()) return "PUBLIC";
  if (grantee == owner_grantee()) return "the owner";
  return quote(grantee);
}

std::string describe(const ObjectId& id) {
  if (id.kind == Kind::default_privilege) {
    return std::string(kind_word(id.kind)) + " of " + grantee_name(id.grantee) + " on " +
           id.sub.str() + (id.name.empty() ? "" : " of " + quote(id.name)) +
           (id.schema.empty() ? "" : " in schema " + quote(id.schema));
  }
  if (id.kind == Kind::owner) return "owner of " + describe(id.target());
  if (id.kind == Kind::privilege) {
    return std::string(kind_word(id.kind)) + " of " + grantee_name(id.grantee) + " on " +
           describe(id.target());
  }
  if (id.of != Kind::none) {
    return std::string(kind_word(id.kind)) + " on " + describe(id.target());
  }
  return std::string(kind_word(id.kind)) + " " + qualified_name(id);
}

}  // namespace schemadiff
