#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/publication/publication.h"

namespace schemadiff {

template <>
std::string Rules<Publication>::catalog_query(int server_version) {
  return std::string(
             "SELECT p.oid, p.pubname, p.puballtables, concat_ws(', ', CASE WHEN p.pubinsert THEN "
             "'insert' END, CASE WHEN p.pubupdate THEN 'update' END, CASE WHEN p.pubdelete THEN "
             "'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END), p.pubviaroot, ") +
         (server_version >= 180000 ? "p.pubgencols = 's'" : "false") +
         " FROM pg_publication p WHERE " + not_of_extension(catalog_oid::kPublication, "p.oid");
}

template <>
void Rules<Publication>::read(const Row& row, CatalogBuilder& builder) {
  Publication publication;
  publication.id = object_id(Kind::publication, {}, row.text(1));
  publication.all_tables = row.boolean(2);
  publication.publish = row.string(3);
  publication.via_partition_root = row.boolean(4);
  publication.generated_columns = row.boolean(5);
  builder.add({catalog_oid::kPublication, row.oid(0), 0}, std::move(publication));
}

}  // namespace schemadiff
