#include "engine/objects/publication/publication.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"
#include "engine/objects/table/moves.h"
#include "engine/objects/write.h"

namespace schemadiff {

namespace {

// What differs from `usual`, for WITH and SET.
std::string options_sql(const Publication& publication, const Publication& usual) {
  std::string out;
  const auto option = [&](bool wanted, const std::string& text) {
    if (wanted) out += (out.empty() ? "" : ", ") + text;
  };
  const auto flag = [](bool on) { return on ? "true" : "false"; };
  option(publication.publish != usual.publish, "publish = " + quote_literal(publication.publish));
  option(publication.via_partition_root != usual.via_partition_root,
         std::string("publish_via_partition_root = ") + flag(publication.via_partition_root));
  option(publication.generated_columns != usual.generated_columns,
         std::string("publish_generated_columns = ") +
             (publication.generated_columns ? "stored" : "none"));
  return out;
}

}  // namespace

template <>
void Rules<Publication>::expressions(Publication&, const ExpressionVisitor&) {}

template <>
void Rules<Publication>::references(const Publication&, ReferenceSink&) {}

template <>
void Rules<Publication>::create(const Publication& object, StepBuilder& steps) {
  Step& step = steps.add(Verb::create, object, "");
  std::string tables;
  for (const PublishedTable* table : steps.desired.sorted<PublishedTable>()) {
    if (table->id.sub != object.id.name || !fits(step, table->where)) continue;
    if (!table->where.empty()) use(step, table->where);
    tables += (tables.empty() ? "TABLE ONLY " : ", ONLY ") + published_sql(*table);
    step.produces.push_back(table->id);
  }
  std::string schemas;
  for (const PublishedSchema* schema : steps.desired.sorted<PublishedSchema>()) {
    if (schema->id.name != object.id.name) continue;
    schemas += (schemas.empty() ? "TABLES IN SCHEMA " : ", ") + quote(schema->id.sub);
    step.produces.push_back(schema->id);
  }
  std::string sql = "CREATE PUBLICATION " + quote(object.id.name);
  if (object.all_tables) sql += " FOR ALL TABLES";
  if (!tables.empty() || !schemas.empty()) {
    sql += "\n    FOR " + tables + (tables.empty() || schemas.empty() ? "" : ", ") + schemas;
  }
  const std::string options = options_sql(object, Publication());
  if (!options.empty()) sql += "\n    WITH (" + options + ")";
  step.sql = std::move(sql);
  const Publication* live = steps.live.find<Publication>(object.id);
  if (live == nullptr || live->all_tables || !object.all_tables) return;
  add_hazard(step, HazardCode::widens_access,
             "subscribers get every column and row of all tables, and of those to come");
}

template <>
bool Rules<Publication>::alter(const Publication& live, const Publication& desired,
                               const FieldChanges& changes, StepBuilder& steps) {
  if (changes.has("all tables")) return false;
  Step& step = steps.add(Verb::alter, desired,
                         alter_statement("PUBLICATION " + quote(desired.id.name),
                                         "SET (" + options_sql(desired, live) + ")"));
  if (!live.generated_columns && desired.generated_columns) {
    add_hazard(step, HazardCode::widens_access,
               "subscribers get generated columns that they did not get");
  }
  if (live.via_partition_root && !desired.via_partition_root) {
    // Those of partitioned tables may have filters only while it is on.
    for (const auto& [id, table] : steps.live.objects<PublishedTable>()) {
      if (id.sub != desired.id.name) continue;
      step.supersedes.push_back(id);
      if (steps.moves.anew.contains(table.table)) step.consumes.push_back(cleared(table.table));
    }
  }
  std::string lost;
  for (const char* what : {"insert", "update", "delete", "truncate"}) {
    const bool goes = live.publish.find(what) != std::string::npos &&
                      desired.publish.find(what) == std::string::npos;
    if (goes) lost += (lost.empty() ? "" : ", ") + std::string(what);
  }
  if (!lost.empty()) {
    add_hazard(step, HazardCode::breaks_clients, "subscribers don't hear of it any more: " + lost);
  }
  return true;
}

template <>
void Rules<Publication>::drop(const Publication& object, StepBuilder& steps) {
  Step& step = steps.add(Verb::drop, object, "DROP PUBLICATION " + quote(object.id.name));
  if (const Publication* after = steps.desired.find<Publication>(object.id)) {
    if (!object.all_tables || after->all_tables) return;
    add_hazard(step, HazardCode::breaks_clients,
               "subscribers get no more changes of the tables that it does not name");
    return;
  }
  add_hazard(step, HazardCode::breaks_clients, "its subscribers fail from here on");
}

}  // namespace schemadiff
