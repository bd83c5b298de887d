#include "engine/objects/operator_class/operator_class.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"
#include "engine/objects/operator_family/recreated_class.h"

namespace schemadiff {

template <>
void Rules<OperatorClass>::expressions(OperatorClass&, const ExpressionVisitor&) {}

template <>
void Rules<OperatorClass>::references(const OperatorClass& object, ReferenceSink& sink) {
  sink.schema(object.id.schema);
  sink.type(object.type);
  sink.type(object.storage);
  sink.object(object_id(Kind::access_method, {}, object.id.sub));
  sink.object(
      object_id(Kind::operator_family, object.family.schema, object.family.name, object.id.sub));
}

template <>
void Rules<OperatorClass>::create(const OperatorClass& object, StepBuilder& steps) {
  const std::vector<FamilyMember> members =
      members_of_recreated(steps.live, steps.desired, object.id);
  std::string sql =
      "CREATE OPERATOR CLASS " + QualifiedName{object.id.schema, object.id.name}.sql();
  if (object.is_default) sql += " DEFAULT";
  sql += " FOR TYPE " + object.type.sql + " USING " + quote(object.id.sub) + " FAMILY " +
         object.family.sql() + " AS";
  std::vector<std::string> items;
  for (const FamilyMember& member : members) items.push_back(member.sql());
  // The grammar wants one item at least.
  if (!object.storage.empty() || items.empty()) {
    items.push_back("STORAGE " + (object.storage.empty() ? object.type : object.storage).sql);
  }
  for (const std::string& item : items) {
    sql += (&item == &items.front() ? "" : ",") + ("\n    " + item);
  }
  Step& step = steps.add(Verb::create, object, std::move(sql));
  consume_members(step, members);
}

template <>
bool Rules<OperatorClass>::alter(const OperatorClass&, const OperatorClass&, const FieldChanges&,
                                 StepBuilder&) {
  return false;
}

template <>
void Rules<OperatorClass>::drop(const OperatorClass& object, StepBuilder& steps) {
  steps.add(Verb::drop, object, "DROP OPERATOR CLASS " + qualified_name(object.id));
  if (!steps.desired.contains(object.id)) return;
  // The class that comes back brings its members: those that do not go with the old one must.
  std::vector<std::string> left;
  for (const FamilyMember& member : members_of_class(steps.live, object.id)) {
    if (!member.tied_to.known()) left.push_back(member.place_sql());
  }
  if (left.empty()) return;
  const ObjectId family =
      object_id(Kind::operator_family, object.family.schema, object.family.name, object.id.sub);
  steps.add(Verb::drop, object, alter_family(family, "DROP", left));
}

}  // namespace schemadiff
