#include "engine/objects/enum_type/enum_type.h"

#include <algorithm>

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"

namespace schemadiff {

template <>
void Rules<EnumType>::expressions(EnumType&, const ExpressionVisitor&) {}

template <>
void Rules<EnumType>::references(const EnumType& object, ReferenceSink& sink) {
  sink.schema(object.id.schema);
}

namespace {

std::string create_sql(const EnumType& type) {
  std::string sql = "CREATE TYPE " + qualified_name(type.id) + " AS ENUM (";
  for (size_t i = 0; i < type.labels.size(); ++i) {
    sql += (i == 0 ? "\n    " : ",\n    ") + quote_literal(type.labels[i]);
  }
  return sql + (type.labels.empty() ? ")" : "\n)");
}

bool has(const EnumType& type, const std::string& label) {
  return std::find(type.labels.begin(), type.labels.end(), label) != type.labels.end();
}

}  // namespace

template <>
void Rules<EnumType>::create(const EnumType& object, StepBuilder& steps) {
  steps.add(Verb::create, object, create_sql(object));
}

template <>
bool Rules<EnumType>::alter(const EnumType& live, const EnumType& desired, const FieldChanges&,
                            StepBuilder& steps) {
  const std::string target = "TYPE " + qualified_name(desired.id);
  for (size_t i = 0; i < desired.labels.size(); ++i) {
    if (has(live, desired.labels[i])) continue;
    // What stands before it is there by now; at the end no position need be said.
    const auto next =
        std::find_if(desired.labels.begin() + static_cast<std::ptrdiff_t>(i), desired.labels.end(),
                     [&](const std::string& label) { return has(live, label); });
    std::string action = "ADD VALUE " + quote_literal(desired.labels[i]);
    if (next != desired.labels.end()) {
      action += i > 0 ? " AFTER " + quote_literal(desired.labels[i - 1])
                      : " BEFORE " + quote_literal(*next);
    }
    Step& step = steps.add(Verb::alter, desired, alter_statement(target, action));
    step.transaction = Transaction::commit_before_use;
  }
  return true;
}

template <>
void Rules<EnumType>::drop(const EnumType& object, StepBuilder& steps) {
  steps.add(Verb::drop, object, "DROP TYPE " + qualified_name(object.id));
}

}  // namespace schemadiff
