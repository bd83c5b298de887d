#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/text_search_parser/text_search_parser.h"

namespace schemadiff {

template <>
std::string Rules<TextSearchParser>::catalog_query(int) {
  return "SELECT p.oid, p.prsnamespace, p.prsname, " + function_name("p.prsstart") + ", " +
         function_name("p.prstoken") + ", " + function_name("p.prsend") + ", " +
         function_name("p.prslextype") + ", " + function_name("p.prsheadline") +
         " FROM pg_ts_parser p WHERE " + in_user_schema("p.prsnamespace") + " AND " +
         not_of_extension(catalog_oid::kTsParser, "p.oid");
}

template <>
void Rules<TextSearchParser>::read(const Row& row, CatalogBuilder& builder) {
  TextSearchParser parser;
  parser.id = object_id(Kind::text_search_parser, builder.schema(row.oid(1)), row.text(2));
  parser.start = parse_qualified_name(row.text(3));
  parser.get_token = parse_qualified_name(row.text(4));
  parser.end = parse_qualified_name(row.text(5));
  parser.lex_types = parse_qualified_name(row.text(6));
  parser.headline = parse_qualified_name(row.text(7));
  builder.add({catalog_oid::kTsParser, row.oid(0), 0}, std::move(parser));
}

}  // namespace schemadiff
