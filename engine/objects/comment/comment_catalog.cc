#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/comment/comment.h"
#include "engine/objects/comment/commented_object.h"

namespace schemadiff {

template <>
std::string Rules<Comment>::catalog_query(int) {
  // 16384 is the first oid of an object that initdb did not make; schema public and the extension
  // plpgsql are older.
  return "SELECT classoid, objoid, objsubid, description FROM pg_description WHERE objoid >= 16384 "
         "OR classoid IN (2615, 3079) UNION ALL SELECT classoid, objoid, 0, description FROM "
         "pg_shdescription WHERE classoid = 1260";
}

ObjectId commented_object(const CatalogAddress& address, const CatalogBuilder& builder) {
  ObjectId id = builder.find(address);
  switch (address.catalog) {
    case catalog_oid::kClass:
      // The sequence of an identity column goes by the column.
      if (address.sub == 0 && id.kind == Kind::column) return id.with_sub(Kind::sequence, id.sub);
      if (address.sub > 0 || id.kind != Kind::constraint) {
        return (id.kind == Kind::column) == (address.sub > 0) ? id : ObjectId{};
      }
      // COMMENT ON INDEX of a constraint's index, which has the constraint's name.
      return object_id(Kind::index, id.schema, id.sub);
    case catalog_oid::kType:
      switch (id.kind) {
        case Kind::table:
        case Kind::view:
        case Kind::materialized_view:
          return {};
        default:
          return id;
      }
    case catalog_oid::kConstraint:
      return id.kind == Kind::constraint || id.kind == Kind::domain_constraint ? id : ObjectId{};
    case catalog_oid::kRewrite:
      return id.kind == Kind::rule ? id : ObjectId{};
    default:
      return id;
  }
}

template <>
void Rules<Comment>::read(const Row& row, CatalogBuilder& builder) {
  const CatalogAddress address{row.oid(0), row.oid(1), static_cast<int32_t>(row.integer(2))};
  const ObjectId target = commented_object(address, builder);
  if (!target.known()) return;
  Comment comment;
  comment.id = target.commented();
  comment.text = row.text(3);
  builder.catalog.add(std::move(comment));
}

}  // namespace schemadiff
