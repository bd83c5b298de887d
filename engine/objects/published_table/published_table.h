// FOR TABLE of a publication; pg_publication_rel.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

struct Step;

struct PublishedTable : ObjectBase {  // id.sub is the publication
  ObjectId table;
  std::vector<Identifier> columns;  // 15 and later, sorted; empty: all
  SqlExpression where;              // 15 and later; empty: all rows
  static constexpr auto kFields = std::tuple{Field{"columns", &PublishedTable::columns},
                                             Field{"where", &PublishedTable::where}};
};

// "public.t (a, b) WHERE (a > 0)": as it stands behind FOR TABLE and ADD TABLE.
std::string published_sql(const PublishedTable& table);

// A hazard, if it has a filter or a column list: the publication has the whole table instead, by
// its schema.
void note_lost_filter(const PublishedTable& table, Step& step);

}  // namespace schemadiff
