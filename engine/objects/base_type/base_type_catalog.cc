#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/base_type/base_type.h"

namespace schemadiff {

template <>
std::string Rules<BaseType>::catalog_query(int server_version) {
  return "SELECT t.oid, t.typarray, t.typnamespace, t.typname, " + function_name("t.typinput") +
         ", " + function_name("t.typoutput") + ", " + function_name("t.typreceive") + ", " +
         function_name("t.typsend") + ", " + function_name("t.typmodin") + ", " +
         function_name("t.typmodout") + ", " + function_name("t.typanalyze") + ", " +
         (server_version >= 140000 ? function_name("t.typsubscript") : "NULL") +
         ", t.typlen, t.typbyval, CASE t.typalign WHEN 'c' THEN 'char' WHEN 's' THEN 'int2' WHEN "
         "'i' THEN 'int4' ELSE 'double' END, CASE t.typstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN "
         "'external' WHEN 'x' THEN 'extended' ELSE 'main' END, t.typcategory, t.typispreferred, "
         "t.typdefault, t.typelem, format_type(nullif(t.typelem, 0), NULL), t.typdelim, "
         "t.typcollation <> 0 FROM pg_type t WHERE t.typtype = 'b' AND t.typcategory <> 'A' AND "
         "t.typisdefined AND " +
         in_user_schema("t.typnamespace") + " AND " + not_of_extension(catalog_oid::kType, "t.oid");
}

template <>
void Rules<BaseType>::read(const Row& row, CatalogBuilder& builder) {
  enum {
    kOid,
    kArray,
    kSchema,
    kName,
    kInput,
    kOutput,
    kReceive,
    kSend,
    kTypmodIn,
    kTypmodOut,
    kAnalyze,
    kSubscript,
    kLength,
    kByValue,
    kAlignment,
    kStorage,
    kCategory,
    kPreferred,
    kDefault,
    kElement,
    kElementText,
    kDelimiter,
    kCollatable,
  };
  BaseType type;
  type.id = object_id(Kind::base_type, builder.schema(row.oid(kSchema)), row.text(kName));
  type.input = parse_qualified_name(row.text(kInput));
  type.output = parse_qualified_name(row.text(kOutput));
  type.receive = parse_qualified_name(row.text(kReceive));
  type.send = parse_qualified_name(row.text(kSend));
  type.typmod_in = parse_qualified_name(row.text(kTypmodIn));
  type.typmod_out = parse_qualified_name(row.text(kTypmodOut));
  type.analyze = parse_qualified_name(row.text(kAnalyze));
  type.subscript = parse_qualified_name(row.text(kSubscript));
  type.length = static_cast<int>(row.integer(kLength));
  type.by_value = row.boolean(kByValue);
  type.alignment = row.string(kAlignment);
  type.storage = row.string(kStorage);
  type.category = row.string(kCategory);
  type.preferred = row.boolean(kPreferred);
  if (!row.is_null(kDefault)) type.default_value = row.string(kDefault);
  if (row.oid(kElement) != 0) {
    type.element = live_type(row.text(kElementText), row.oid(kElement), builder);
  }
  type.delimiter = row.string(kDelimiter);
  type.collatable = row.boolean(kCollatable);
  if (const Oid array = row.oid(kArray); array != 0) {
    builder.alias({catalog_oid::kType, array, 0}, type.id);
  }
  builder.add({catalog_oid::kType, row.oid(kOid), 0}, std::move(type));
}

}  // namespace schemadiff
