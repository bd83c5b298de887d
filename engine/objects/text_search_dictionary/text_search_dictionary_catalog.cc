#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/text_search_dictionary/text_search_dictionary.h"

namespace schemadiff {

template <>
std::string Rules<TextSearchDictionary>::catalog_query(int) {
  return "SELECT d.oid, d.dictnamespace, d.dictname, (SELECT ARRAY[n.nspname, t.tmplname] FROM "
         "pg_ts_template t JOIN pg_namespace n ON n.oid = t.tmplnamespace WHERE t.oid = "
         "d.dicttemplate), d.dictinitoption FROM pg_ts_dict d WHERE " +
         in_user_schema("d.dictnamespace") + " AND " +
         not_of_extension(catalog_oid::kTsDict, "d.oid");
}

namespace {

// "stopwords = 'english', accept = 'false'", as serialize_deflist() writes it: names perhaps
// quoted, values as literals or numbers.
StorageOptions parse_dictionary_options(std::string_view text) {
  StorageOptions options;
  for (const std::string& option : split_expressions(text)) {
    size_t equals = option.starts_with('"') ? skip_balanced(option, 0) : 0;
    equals = option.find('=', equals);
    if (equals == std::string::npos) continue;
    std::string name = option.substr(0, equals);
    while (name.ends_with(' ')) name.pop_back();
    std::string value = option.substr(equals + 1);
    value.erase(0, value.find_first_not_of(' '));
    options.emplace_back(unquoted(name, '"'), unquoted(value, '\''));
  }
  return options;
}

}  // namespace

template <>
void Rules<TextSearchDictionary>::read(const Row& row, CatalogBuilder& builder) {
  TextSearchDictionary dictionary;
  dictionary.id = object_id(Kind::text_search_dictionary, builder.schema(row.oid(1)), row.text(2));
  dictionary.base = parse_qualified_name(row.text(3));
  dictionary.options = parse_dictionary_options(row.text(4));
  builder.add({catalog_oid::kTsDict, row.oid(0), 0}, std::move(dictionary));
}

}  // namespace schemadiff
