#include <algorithm>

#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/operator_family/operator_family.h"

namespace schemadiff {

// A row for each member; a family without has one with nothing in it.
template <>
std::string Rules<OperatorFamily>::catalog_query(int) {
  const std::string tied = "(SELECT d.refobjid FROM pg_depend d WHERE d.classid = ";
  return "SELECT f.oid, f.opfnamespace, f.opfname, m.amname, x.* FROM pg_opfamily f JOIN pg_am m "
         "ON m.oid = f.opfmethod LEFT JOIN (SELECT p.amopfamily, false, p.amopstrategy, "
         "format_type(p.amoplefttype, NULL), format_type(p.amoprighttype, NULL), " +
         operator_name_of("p.amopopr") +
         ", NULL, (SELECT ARRAY[n.nspname, s.opfname] FROM pg_opfamily s JOIN pg_namespace n ON "
         "n.oid = s.opfnamespace WHERE s.oid = p.amopsortfamily), " +
         tied +
         "2602 AND d.objid = p.oid AND d.refclassid = 2616 AND d.deptype = 'i') FROM pg_amop p "
         "UNION ALL SELECT p.amprocfamily, true, p.amprocnum, format_type(p.amproclefttype, NULL), "
         "format_type(p.amprocrighttype, NULL), " +
         function_name("p.amproc") + ", " + function_arguments("p.amproc") + ", NULL, " + tied +
         "2603 AND d.objid = p.oid AND d.refclassid = 2616 AND d.deptype = 'i') FROM pg_amproc p) "
         "x ON x.amopfamily = f.oid WHERE " +
         in_user_schema("f.opfnamespace") + " AND " +
         not_of_extension(catalog_oid::kOpfamily, "f.oid");
}

template <>
void Rules<OperatorFamily>::read(const Row& row, CatalogBuilder& builder) {
  const ObjectId id =
      object_id(Kind::operator_family, builder.schema(row.oid(1)), row.text(2), row.text(3));
  if (!builder.catalog.contains(id)) {
    OperatorFamily family;
    family.id = id;
    builder.add({catalog_oid::kOpfamily, row.oid(0), 0}, std::move(family));
  }
  if (row.is_null(4)) return;
  FamilyMember member;
  member.is_function = row.boolean(5);
  member.number = static_cast<int>(row.integer(6));
  member.left = row.string(7);
  member.right = row.string(8);
  member.name = parse_qualified_name(row.text(9));
  if (!member.is_function) member.name = without_pg_catalog(member.name);
  member.arguments = row.string(10);
  member.sort_family = parse_qualified_name(row.text(11));
  if (!row.is_null(12)) member.tied_to = builder.find({catalog_oid::kOpclass, row.oid(12), 0});
  std::vector<FamilyMember>& members = builder.catalog.find<OperatorFamily>(id)->members;
  members.insert(std::upper_bound(members.begin(), members.end(), member), std::move(member));
}

}  // namespace schemadiff
