#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/foreign_server/foreign_server.h"

namespace schemadiff {

template <>
std::string Rules<ForeignServer>::catalog_query(int) {
  return "SELECT s.oid, s.srvname, w.fdwname, s.srvtype, s.srvversion, s.srvoptions FROM "
         "pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw WHERE " +
         not_of_extension(catalog_oid::kForeignServer, "s.oid");
}

template <>
void Rules<ForeignServer>::read(const Row& row, CatalogBuilder& builder) {
  ForeignServer server;
  server.id = object_id(Kind::foreign_server, {}, row.text(1));
  server.wrapper = row.text(2);
  server.type = row.string(3);
  server.version = row.string(4);
  server.options = parse_options(row.text(5));
  builder.add({catalog_oid::kForeignServer, row.oid(0), 0}, std::move(server));
}

}  // namespace schemadiff
