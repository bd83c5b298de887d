#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/language/language.h"

namespace schemadiff {

template <>
std::string Rules<Language>::catalog_query(int) {
  return "SELECT l.oid, l.lanname, l.lanpltrusted, " + function_name("l.lanplcallfoid") + ", " +
         function_name("l.laninline") + ", " + function_name("l.lanvalidator") +
         " FROM pg_language l WHERE l.lanispl AND " +
         not_of_extension(catalog_oid::kLanguage, "l.oid");
}

template <>
void Rules<Language>::read(const Row& row, CatalogBuilder& builder) {
  Language language;
  language.id = object_id(Kind::language, {}, row.text(1));
  language.trusted = row.boolean(2);
  language.handler = parse_qualified_name(row.text(3));
  language.inline_ = parse_qualified_name(row.text(4));
  language.validator = parse_qualified_name(row.text(5));
  builder.add({catalog_oid::kLanguage, row.oid(0), 0}, std::move(language));
}

}  // namespace schemadiff
