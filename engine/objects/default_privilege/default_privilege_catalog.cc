#include "engine/model/rules.h"
#include "engine/objects/acl_sources.h"

namespace schemadiff {

template <>
std::string Rules<DefaultPrivilege>::catalog_query(int) {
  return "SELECT pg_get_userbyid(d.defaclrole), n.nspname, d.defaclobjtype, g.grantee, g.has, "
         "g.options FROM pg_default_acl d LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace, "
         "LATERAL " +
         grants_by_grantee("d.defaclacl",
                           "CASE d.defaclnamespace WHEN 0 THEN acldefault(CASE d.defaclobjtype "
                           "WHEN 'S' THEN 's' ELSE d.defaclobjtype END, d.defaclrole) END",
                           "d.defaclrole") +
         " g WHERE d.defaclnamespace = 0 OR " + in_user_schema("d.defaclnamespace");
}

namespace {

GrantClass class_of(char letter) {
  switch (letter) {
    case 'r':
      return GrantClass::relation;
    case 'S':
      return GrantClass::sequence;
    case 'f':
      return GrantClass::function;
    case 'T':
      return GrantClass::type;
    case 'n':
      return GrantClass::schema;
    case 'L':
      return GrantClass::large_object;
    default:
      return GrantClass::none;
  }
}

}  // namespace

template <>
void Rules<DefaultPrivilege>::read(const Row& row, CatalogBuilder& builder) {
  const GrantClass type = class_of(row.character(2));
  if (type == GrantClass::none) return;
  DefaultPrivilege privilege;
  privilege.id = object_id(Kind::default_privilege, row.text(1), row.text(0), default_object(type));
  privilege.id.grantee = row.text(3);
  const auto all = all_privileges(type, builder.server_version);
  add_words(privilege.privileges, parse_array(row.text(4)), all);
  add_words(privilege.with_grant_option, parse_array(row.text(5)), all);
  const Grants usual = default_grants_of_new(privilege.id, builder.server_version);
  if (static_cast<const Grants&>(privilege) == usual) return;
  builder.catalog.add(std::move(privilege));
}

}  // namespace schemadiff
