#include "engine/objects/rule/rule.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"

namespace schemadiff {

std::string display(char state) {
  switch (state) {
    case 'O':
      return "enabled";
    case 'D':
      return "disabled";
    case 'R':
      return "enabled replica";
    case 'A':
      return "enabled always";
    default:
      return std::string(1, state);
  }
}

namespace {

std::string state_sql(const Rule& rule) {
  std::string words = "ENABLE";
  if (rule.enabled == 'D') words = "DISABLE";
  if (rule.enabled == 'R') words = "ENABLE REPLICA";
  if (rule.enabled == 'A') words = "ENABLE ALWAYS";
  return alter_table(rule.relation, words + " RULE " + quote(rule.id.sub));
}

Step& define(const Rule& rule, Verb verb, StepBuilder& steps) {
  Step& step = steps.add(verb, rule, "");
  step.sql = use(step, rule.definition);
  // pg_get_ruledef() ends its text with a semicolon.
  while (!step.sql.empty() && (step.sql.back() == ';' || step.sql.back() == '\n')) {
    step.sql.pop_back();
  }
  take_lock(step, steps, rule.relation, Lock::access_exclusive);
  return step;
}

}  // namespace

template <>
void Rules<Rule>::expressions(Rule& object, const ExpressionVisitor& visit) {
  ExpressionScope scope;
  scope.role = ExpressionRole::rule;
  scope.relation = object.relation;
  visit(object.definition, scope);
}

template <>
void Rules<Rule>::references(const Rule& object, ReferenceSink& sink) {
  sink.object(object.relation);
}

template <>
void Rules<Rule>::create(const Rule& object, StepBuilder& steps) {
  define(object, Verb::create, steps);
  if (object.enabled == 'O') return;
  Step& state = steps.add(Verb::create, object, state_sql(object));
  state.consumes.push_back(object.id);
}

template <>
bool Rules<Rule>::alter(const Rule&, const Rule& desired, const FieldChanges& changes,
                        StepBuilder& steps) {
  if (changes.has("definition")) {
    // "CREATE [OR REPLACE] RULE", unless a comment stands there.
    const std::string& text = desired.definition.text;
    const size_t word = text.find_first_not_of(" \t\r\n", std::string_view("CREATE").size());
    const char begins = word == std::string::npos ? '-' : text[word];
    if (begins != 'O' && begins != 'o' && begins != 'R' && begins != 'r') return false;
    Step& step = define(desired, Verb::alter, steps);
    if (begins == 'R' || begins == 'r') step.sql.insert(word, "OR REPLACE ");
  }
  if (!changes.has("enabled")) return true;
  Step& step = steps.add(Verb::alter, desired, state_sql(desired));
  take_lock(step, steps, desired.relation, Lock::share_row_exclusive);
  return true;
}

template <>
void Rules<Rule>::drop(const Rule& object, StepBuilder& steps) {
  Step& step =
      steps.add(Verb::drop, object,
                "DROP RULE " + quote(object.id.sub) + " ON " + qualified_name(object.relation));
  take_lock(step, steps, object.relation, Lock::access_exclusive);
}

}  // namespace schemadiff
