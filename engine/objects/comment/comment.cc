#include "engine/objects/comment/comment.h"

#include "engine/base/check.h"
#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"

namespace schemadiff {

namespace {

// How COMMENT ON spells what it is about.
std::string target_sql(const ObjectId& target, const Catalog& catalog) {
  const auto on_relation = [&](const char* word) {
    return word + (" " + quote(target.sub)) + " ON " +
           qualified_name(target.container(Kind::table));
  };
  switch (target.kind) {
    case Kind::schema:
      return "SCHEMA " + quote(target.name);
    case Kind::extension:
      return "EXTENSION " + quote(target.name);
    case Kind::enum_type:
    case Kind::composite_type:
    case Kind::range_type:
      return "TYPE " + qualified_name(target);
    case Kind::domain:
      return "DOMAIN " + qualified_name(target);
    case Kind::domain_constraint:
      return "CONSTRAINT " + quote(target.sub) + " ON DOMAIN " +
             qualified_name(target.container(Kind::domain));
    case Kind::sequence:
      return "SEQUENCE " + qualified_name(target);
    case Kind::function: {
      const Function* function = catalog.find<Function>(target);
      if (function != nullptr && function->kind == RoutineKind::aggregate) {
        return "AGGREGATE " + aggregate_name(*function);
      }
      const bool procedure = function != nullptr && function->kind == RoutineKind::procedure;
      return (procedure ? "PROCEDURE " : "FUNCTION ") + qualified_name(target);
    }
    case Kind::table:
      return "TABLE " + qualified_name(target);
    case Kind::column:
      return "COLUMN " + qualified_name(target);
    case Kind::constraint:
      return on_relation("CONSTRAINT");
    case Kind::index:
      return "INDEX " + qualified_name(target);
    case Kind::statistics:
      return "STATISTICS " + qualified_name(target);
    case Kind::view:
      return "VIEW " + qualified_name(target);
    case Kind::materialized_view:
      return "MATERIALIZED VIEW " + qualified_name(target);
    case Kind::rule:
      return on_relation("RULE");
    case Kind::trigger:
      return on_relation("TRIGGER");
    case Kind::policy:
      return on_relation("POLICY");
    case Kind::column_default:
    case Kind::comment:
    case Kind::owner:
    case Kind::privilege:
    case Kind::default_privilege:
    case Kind::none:
    case Kind::rows:
      break;
  }
  check(false, "a comment on " + describe(target));
  return "";
}

void write(const Comment& comment, Verb verb, const std::string& text, const Catalog& catalog,
           StepBuilder& steps) {
  const ObjectId target = comment.id.target();
  Step& step =
      steps.add(verb, comment, "COMMENT ON " + target_sql(target, catalog) + " IS " + text);
  const bool on_relation =
      target.kind == Kind::table || target.kind == Kind::column || target.kind == Kind::constraint;
  if (on_relation) take_lock(step, steps, target, Lock::share_update_exclusive);
}

}  // namespace

template <>
void Rules<Comment>::expressions(Comment&, const ExpressionVisitor&) {}

template <>
void Rules<Comment>::references(const Comment& object, ReferenceSink& sink) {
  sink.object(object.id.target());
}

template <>
void Rules<Comment>::create(const Comment& object, StepBuilder& steps) {
  write(object, Verb::create, quote_literal(object.text), steps.desired, steps);
}

template <>
bool Rules<Comment>::alter(const Comment&, const Comment& desired, const FieldChanges&,
                           StepBuilder& steps) {
  write(desired, Verb::alter, quote_literal(desired.text), steps.desired, steps);
  return true;
}

template <>
void Rules<Comment>::drop(const Comment& object, StepBuilder& steps) {
  write(object, Verb::drop, "NULL", steps.live, steps);
}

}  // namespace schemadiff
