#include "engine/objects/published_schema/published_schema.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"

namespace schemadiff {

namespace {

std::string alter_publication(const PublishedSchema& schema, const std::string& verb) {
  return alter_statement("PUBLICATION " + quote(schema.id.name),
                         verb + " TABLES IN SCHEMA " + quote(schema.id.sub));
}

}  // namespace

template <>
void Rules<PublishedSchema>::expressions(PublishedSchema&, const ExpressionVisitor&) {}

template <>
void Rules<PublishedSchema>::references(const PublishedSchema& object, ReferenceSink& sink) {
  sink.schema(object.id.sub);
  sink.object(object_id(Kind::publication, {}, object.id.name));
}

template <>
void Rules<PublishedSchema>::create(const PublishedSchema& object, StepBuilder& steps) {
  Step& step = steps.add(Verb::create, object, alter_publication(object, "ADD"));
  for (const PublishedTable* table : steps.live.sorted<PublishedTable>()) {
    if (table->id.sub != object.id.name) continue;
    // Beside a column list there can be no schema, the table's or another.
    step.supersedes.push_back(table->id);
    if (table->table.schema != object.id.sub) continue;
    if (steps.desired.contains(table->id)) note_lost_filter(*table, step);
  }
}

template <>
bool Rules<PublishedSchema>::alter(const PublishedSchema&, const PublishedSchema&,
                                   const FieldChanges&, StepBuilder&) {
  return true;  // it has no fields
}

template <>
void Rules<PublishedSchema>::drop(const PublishedSchema& object, StepBuilder& steps) {
  Step& step = steps.add(Verb::drop, object, alter_publication(object, "DROP"));
  add_hazard(step, HazardCode::breaks_clients, "subscribers get no more changes of its tables");
}

}  // namespace schemadiff
