#include "engine/objects/composite_type/composite_type.h"

#include <algorithm>

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"

namespace schemadiff {

std::string display(const CompositeAttribute& attribute) {
  std::string out = quote(attribute.name) + " " + attribute.type.sql;
  if (!attribute.collation.empty()) out += " COLLATE " + attribute.collation.sql();
  return out;
}

namespace {

// A column that stores values of the type, as a sentence names it; "" if there is none.
std::string user_of(const Catalog& catalog, const ObjectId& type) {
  std::optional<ObjectId> user;
  for (const auto& [id, column] : catalog.objects<Column>()) {
    if (column.type.object == type && (!user || id < *user)) user = id;
  }
  return user ? describe(*user) : "";
}

}  // namespace

template <>
void Rules<CompositeType>::expressions(CompositeType&, const ExpressionVisitor&) {}

template <>
void Rules<CompositeType>::references(const CompositeType& object, ReferenceSink& sink) {
  sink.schema(object.id.schema);
  for (const CompositeAttribute& attribute : object.attributes) {
    sink.type(attribute.type);
    sink.collation(attribute.collation);
  }
}

template <>
void Rules<CompositeType>::create(const CompositeType& object, StepBuilder& steps) {
  std::string sql = "CREATE TYPE " + qualified_name(object.id) + " AS (";
  for (size_t i = 0; i < object.attributes.size(); ++i) {
    sql += (i == 0 ? "\n    " : ",\n    ") + display(object.attributes[i]);
  }
  sql += object.attributes.empty() ? ")" : "\n)";
  steps.add(Verb::create, object, std::move(sql));
}

template <>
bool Rules<CompositeType>::alter(const CompositeType& live, const CompositeType& desired,
                                 const FieldChanges&, StepBuilder& steps) {
  const auto find = [](const CompositeType& type, Identifier name) {
    return std::find_if(type.attributes.begin(), type.attributes.end(),
                        [&](const CompositeAttribute& a) { return a.name == name; });
  };
  // What is left after the drops, in its order, and then what is added, is what PostgreSQL makes.
  std::vector<Identifier> result;
  for (const CompositeAttribute& attribute : live.attributes) {
    if (find(desired, attribute.name) != desired.attributes.end()) result.push_back(attribute.name);
  }
  for (const CompositeAttribute& attribute : desired.attributes) {
    if (find(live, attribute.name) == live.attributes.end()) result.push_back(attribute.name);
  }
  for (size_t i = 0; i < result.size(); ++i) {
    if (result[i] == desired.attributes[i].name) continue;
    steps.refuse(desired,
                 "PostgreSQL can't put the attribute " + quote(desired.attributes[i].name) +
                     " where it is wanted: new attributes go last",
                 "move it to the end of the type");
    return true;
  }
  const std::string user = user_of(steps.live, live.id);
  const std::string target = "TYPE " + qualified_name(desired.id);
  for (const CompositeAttribute& attribute : live.attributes) {
    if (find(desired, attribute.name) != desired.attributes.end()) continue;
    Step& step = steps.add(Verb::alter, desired,
                           alter_statement(target, "DROP ATTRIBUTE " + quote(attribute.name)));
    if (!user.empty()) {
      add_hazard(step, HazardCode::data_loss,
                 "drops the attribute " + quote(attribute.name) + " and its values in " + user);
    }
    if (attribute.type.object.known()) step.releases.push_back(attribute.type.object);
  }
  for (const CompositeAttribute& attribute : desired.attributes) {
    const auto old = find(live, attribute.name);
    if (old == live.attributes.end()) {
      steps.add(Verb::alter, desired,
                alter_statement(target, "ADD ATTRIBUTE " + display(attribute)));
      continue;
    }
    if (*old == attribute) continue;
    if (!user.empty()) {
      steps.steps().clear();
      steps.refuse(desired, "PostgreSQL can't change the type of the attribute " +
                                quote(attribute.name) + " while " + user + " uses it");
      return true;
    }
    std::string action = "ALTER ATTRIBUTE " + quote(attribute.name) + " TYPE " + attribute.type.sql;
    if (!attribute.collation.empty()) action += " COLLATE " + attribute.collation.sql();
    Step& step = steps.add(Verb::alter, desired, alter_statement(target, action));
    if (old->type.object.known()) step.releases.push_back(old->type.object);
  }
  return true;
}

template <>
void Rules<CompositeType>::drop(const CompositeType& object, StepBuilder& steps) {
  steps.add(Verb::drop, object, "DROP TYPE " + qualified_name(object.id));
}

}  // namespace schemadiff
