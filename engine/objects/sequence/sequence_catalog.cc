#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/column/column.h"
#include "engine/objects/sequence/sequence.h"

namespace schemadiff {

template <>
std::string Rules<Sequence>::catalog_query(int) {
  return "SELECT c.oid, c.relnamespace, c.relname, c.relpersistence, format_type(s.seqtypid, "
         "NULL), "
         "s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle, d.refobjid, "
         "d.refobjsubid, d.deptype FROM pg_class c JOIN pg_sequence s ON s.seqrelid = c.oid LEFT "
         "JOIN pg_depend d ON d.classid = 1259 AND d.objid = c.oid AND d.objsubid = 0 AND "
         "d.refclassid = 1259 AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i') WHERE c.relkind = "
         "'S' AND " +
         in_user_schema("c.relnamespace") + " AND " +
         not_of_extension(catalog_oid::kClass, "c.oid");
}

template <>
void Rules<Sequence>::read(const Row& row, CatalogBuilder& builder) {
  const Oid oid = row.oid(0);
  SequenceOptions options;
  options.start = row.integer(5);
  options.increment = row.integer(6);
  options.minimum = row.integer(7);
  options.maximum = row.integer(8);
  options.cache = row.integer(9);
  options.cycle = row.boolean(10);
  const Identifier schema = builder.schema(row.oid(1));
  ObjectId owner;
  if (!row.is_null(11)) {
    owner = builder.find({catalog_oid::kClass, row.oid(11), static_cast<int32_t>(row.integer(12))});
  }
  if (row.character(13) == 'i') {  // of an identity column, which it is a part of
    builder.addresses.add_relation(oid, owner);
    Column* column = builder.catalog.find<Column>(owner);
    if (column == nullptr || !column->identity) return;
    column->identity->options = options;
    column->identity->sequence = {schema, row.text(2)};
    column->identity->sequence_type = row.string(4);
    return;
  }
  Sequence sequence;
  sequence.id = object_id(Kind::sequence, schema, row.text(2));
  sequence.persistence = static_cast<Persistence>(row.character(3));
  sequence.data_type.sql = row.text(4);
  sequence.options = options;
  if (owner.known()) sequence.owned_by = owner;
  builder.addresses.add_relation(oid, sequence.id);
  builder.catalog.add(std::move(sequence));
}

}  // namespace schemadiff
