#include "engine/objects/comment/comment.h"

#include "engine/model/identity_sequence.h"
#include "engine/model/kind_traits.h"
#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"
#include "engine/objects/partitions.h"

namespace schemadiff {

namespace {

// The index of a key goes by its own name, but is there with the key.
void consume_key_of(const ObjectId& index, const Catalog& catalog, Step& step) {
  if (index.kind != Kind::index || catalog.contains(index)) return;
  for (const auto& [id, constraint] : catalog.objects<Constraint>()) {
    if (id.schema == index.schema && id.sub == index.name) step.consumes.push_back(id);
  }
}

void write(const Comment& comment, Verb verb, const std::string& text, const Catalog& catalog,
           StepBuilder& steps) {
  const ObjectId target = comment.id.target();
  Step& step =
      steps.add(verb, comment, "COMMENT ON " + sql_target(catalog, target) + " IS " + text);
  const bool on_relation =
      target.kind == Kind::table || target.kind == Kind::column || target.kind == Kind::constraint;
  // What a table has of its parent's constraints comes with those, or with its place.
  if (target.kind == Kind::constraint && verb != Verb::drop && !catalog.contains(target)) {
    step.consumes.push_back(membership_of(target.container(Kind::table)));
    for (const ObjectId& above : ancestors_of(catalog, target)) {
      const ObjectId original = above.with_sub(Kind::constraint, target.sub);
      step.consumes.push_back(original);
      const Constraint* constraint = catalog.find<Constraint>(original);
      if (constraint == nullptr) continue;
      consume(step, constraint->check);
      for (const Identifier column : constraint->columns) {
        step.consumes.push_back(above.with_sub(Kind::column, column));
      }
    }
  }
  if (verb != Verb::drop) consume_key_of(target, catalog, step);
  if (on_relation) take_lock(step, steps, target, Lock::share_update_exclusive);
}

}  // namespace

template <>
void Rules<Comment>::expressions(Comment&, const ExpressionVisitor&) {}

template <>
void Rules<Comment>::references(const Comment& object, ReferenceSink& sink) {
  const ObjectId target = object.id.target();
  sink.object(is_identity_sequence(target) ? target.with_sub(Kind::column, target.sub) : target);
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
  if (goes_with_identity(object.id.target(), steps.desired)) return;
  write(object, Verb::drop, "NULL", steps.live, steps);
}

}  // namespace schemadiff
