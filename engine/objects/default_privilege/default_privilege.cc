#include "engine/objects/default_privilege/default_privilege.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"
#include "engine/objects/privilege/grant_statements.h"

namespace schemadiff {
namespace {

void write(const DefaultPrivilege& object, Verb verb, const Grants& from, const Grants& to,
           StepBuilder& steps) {
  const ObjectId& id = object.id;
  std::string head = "ALTER DEFAULT PRIVILEGES";
  if (!id.name.empty()) head += " FOR ROLE " + quote(id.name);
  if (!id.schema.empty()) head += " IN SCHEMA " + quote(id.schema);
  GrantWords words;
  words.all = all_privileges(grant_class(id.sub.str()), steps.server_version);
  words.object = id.sub.str();
  words.grantee = id.grantee == public_grantee()  ? "PUBLIC"
                  : id.grantee != owner_grantee() ? quote(id.grantee)
                  : id.name.empty()               ? "CURRENT_USER"
                                                  : quote(id.name);
  const GrantChanges changes = grant_changes(from, to);
  for (const std::string& sql : grant_statements(changes, words)) {
    Step& step = steps.add(verb, object, head + " " + sql);
    if (!id.schema.empty()) step.consumes.push_back(object_id(Kind::schema, {}, id.schema));
    if (id.grantee == public_grantee() && sql.starts_with("GRANT")) {
      add_hazard(step, HazardCode::widens_access,
                 "everybody gets " + display(changes.grant) + " on new " + id.sub.str());
    }
  }
}

}  // namespace

template <>
void Rules<DefaultPrivilege>::expressions(DefaultPrivilege&, const ExpressionVisitor&) {}

template <>
void Rules<DefaultPrivilege>::references(const DefaultPrivilege& object, ReferenceSink& sink) {
  sink.schema(object.id.schema);
  sink.role(object.id.name);
  sink.role(object.id.grantee);
}

template <>
void Rules<DefaultPrivilege>::create(const DefaultPrivilege& object, StepBuilder& steps) {
  write(object, Verb::create, default_grants_of_new(object.id, steps.server_version), object,
        steps);
}

template <>
bool Rules<DefaultPrivilege>::alter(const DefaultPrivilege& live, const DefaultPrivilege& desired,
                                    const FieldChanges&, StepBuilder& steps) {
  write(desired, Verb::alter, live, desired, steps);
  return true;
}

template <>
void Rules<DefaultPrivilege>::drop(const DefaultPrivilege& object, StepBuilder& steps) {
  write(object, Verb::drop, object, default_grants_of_new(object.id, steps.server_version), steps);
}

}  // namespace schemadiff
