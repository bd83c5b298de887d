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
  const std::string schema = id.schema.empty() ? "" : quote(id.schema) + ".";
  switch (id.of == Kind::none ? id.kind : id.of) {
    case Kind::function:
      return schema + quote(id.name) + id.sub.str();
    case Kind::operator_:
      return schema + id.name.str() + id.sub.str();
    case Kind::operator_class:
    case Kind::operator_family:
      return schema + quote(id.name) + " USING " + quote(id.sub);
    case Kind::cast:
      return id.name.str();
    case Kind::transform:
      return "FOR " + id.name.str() + " LANGUAGE " + quote(id.sub);
    case Kind::user_mapping:
      return "FOR " + (id.sub == Identifier("public") ? "PUBLIC" : quote(id.sub)) + " SERVER " +
             quote(id.name);
    case Kind::membership:
      return quote(id.sub) + " in " + quote(id.name);
    case Kind::published_table:
      return schema + quote(id.name) + " in " + quote(id.sub);
    case Kind::published_schema:
      return quote(id.sub) + " in " + quote(id.name);
    default:
      break;
  }
  return schema + quote(id.name) + (id.sub.empty() ? "" : "." + quote(id.sub));
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
