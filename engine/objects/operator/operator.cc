#include "engine/objects/operator/operator.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"
#include "engine/objects/write.h"

namespace schemadiff {

namespace {

std::string function_or_none(const QualifiedName& function) {
  return function.empty() ? "NONE" : function.sql();
}

}  // namespace

template <>
void Rules<Operator>::expressions(Operator&, const ExpressionVisitor&) {}

template <>
void Rules<Operator>::references(const Operator& object, ReferenceSink& sink) {
  sink.schema(object.id.schema);
  sink.type(object.left);
  sink.type(object.right);
  sink.function(object.function);
  sink.function(object.restrict_);
  sink.function(object.join);
}

template <>
void Rules<Operator>::create(const Operator& object, StepBuilder& steps) {
  std::string sql = "CREATE OPERATOR " + operator_name(object.id.schema, object.id.name) +
                    " (\n    FUNCTION = " + object.function.sql();
  const auto clause = [&](const char* word, const std::string& value) {
    sql += std::string(",\n    ") + word + (value.empty() ? "" : " = " + value);
  };
  if (!object.left.empty()) clause("LEFTARG", object.left.sql);
  clause("RIGHTARG", object.right.sql);
  // One that is not there yet comes as a shell, which its own CREATE OPERATOR fills in.
  if (!object.commutator.empty()) clause("COMMUTATOR", operator_sql(object.commutator));
  if (!object.negator.empty()) clause("NEGATOR", operator_sql(object.negator));
  if (!object.restrict_.empty()) clause("RESTRICT", object.restrict_.sql());
  if (!object.join.empty()) clause("JOIN", object.join.sql());
  if (object.hashes) clause("HASHES", "");
  if (object.merges) clause("MERGES", "");
  steps.add(Verb::create, object, sql + "\n)");
}

template <>
bool Rules<Operator>::alter(const Operator& live, const Operator& desired,
                            const FieldChanges& changes, StepBuilder& steps) {
  if (changes.has("function")) return false;
  std::string options;
  const auto option = [&](const std::string& text) {
    options += (options.empty() ? "" : ", ") + text;
  };
  // Dropping an operator takes it out of those that named it.
  const auto goes = [&](const QualifiedName& name) {
    for (const auto& [id, other] : steps.live.objects<Operator>()) {
      const bool same = id.name == name.name && id.schema == name.schema;
      if (same && steps.desired.contains(id)) return false;
    }
    return !name.schema.empty();
  };
  // What is not set yet can be set from 17 on.
  const bool can_set = steps.server_version >= 170000;
  if (changes.has("commutator") && !(desired.commutator.empty() && goes(live.commutator))) {
    if (!can_set || !live.commutator.empty()) return false;
    option("COMMUTATOR = " + operator_sql(desired.commutator));
  }
  if (changes.has("negator") && !(desired.negator.empty() && goes(live.negator))) {
    if (!can_set || !live.negator.empty()) return false;
    option("NEGATOR = " + operator_sql(desired.negator));
  }
  if (changes.has("hashes")) {
    if (!can_set || live.hashes) return false;
    option("HASHES");
  }
  if (changes.has("merges")) {
    if (!can_set || live.merges) return false;
    option("MERGES");
  }
  if (changes.has("restrict")) option("RESTRICT = " + function_or_none(desired.restrict_));
  if (changes.has("join")) option("JOIN = " + function_or_none(desired.join));
  if (options.empty()) return true;
  Step& step =
      steps.add(Verb::alter, desired,
                alter_statement("OPERATOR " + qualified_name(desired.id), "SET (" + options + ")"));
  for (const auto& [id, other] : steps.desired.objects<Operator>()) {
    const QualifiedName name{id.schema, id.name};
    if (id == desired.id || steps.live.contains(id)) continue;
    if (name == desired.commutator || name == desired.negator) step.consumes.push_back(id);
  }
  for (const auto& [id, known] : steps.live.objects<Function>()) {
    const QualifiedName name{id.schema, id.name};
    if (name == live.restrict_ || name == live.join) step.releases.push_back(id);
  }
  return true;
}

template <>
void Rules<Operator>::drop(const Operator& object, StepBuilder& steps) {
  steps.add(Verb::drop, object, "DROP OPERATOR " + qualified_name(object.id));
}

}  // namespace schemadiff
