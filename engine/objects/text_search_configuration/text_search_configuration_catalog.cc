#include <algorithm>

#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/text_search_configuration/text_search_configuration.h"

namespace schemadiff {

// A row for each dictionary of each type of token; a configuration without has one.
template <>
std::string Rules<TextSearchConfiguration>::catalog_query(int) {
  return "SELECT c.oid, c.cfgnamespace, c.cfgname, (SELECT ARRAY[n.nspname, p.prsname] FROM "
         "pg_ts_parser p JOIN pg_namespace n ON n.oid = p.prsnamespace WHERE p.oid = c.cfgparser), "
         "(SELECT t.alias FROM ts_token_type(c.cfgparser) t WHERE t.tokid = m.maptokentype), "
         "(SELECT ARRAY[n.nspname, d.dictname] FROM pg_ts_dict d JOIN pg_namespace n ON n.oid = "
         "d.dictnamespace WHERE d.oid = m.mapdict) FROM pg_ts_config c LEFT JOIN pg_ts_config_map "
         "m "
         "ON m.mapcfg = c.oid WHERE " +
         in_user_schema("c.cfgnamespace") + " AND " +
         not_of_extension(catalog_oid::kTsConfig, "c.oid") +
         " ORDER BY c.oid, m.maptokentype, m.mapseqno";
}

template <>
void Rules<TextSearchConfiguration>::read(const Row& row, CatalogBuilder& builder) {
  const ObjectId id =
      object_id(Kind::text_search_configuration, builder.schema(row.oid(1)), row.text(2));
  if (!builder.catalog.contains(id)) {
    TextSearchConfiguration configuration;
    configuration.id = id;
    configuration.parser = parse_qualified_name(row.text(3));
    builder.add({catalog_oid::kTsConfig, row.oid(0), 0}, std::move(configuration));
  }
  if (row.is_null(4)) return;
  auto& mappings = builder.catalog.find<TextSearchConfiguration>(id)->mappings;
  const std::string token = row.string(4);
  auto at = std::lower_bound(
      mappings.begin(), mappings.end(), token,
      [](const TextSearchMapping& mapping, const std::string& t) { return mapping.token < t; });
  if (at == mappings.end() || at->token != token) at = mappings.insert(at, {token, {}});
  at->dictionaries.push_back(parse_qualified_name(row.text(5)));
}

}  // namespace schemadiff
