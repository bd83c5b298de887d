// What the rules of several kinds say alike about the steps they write.
#pragma once

#include <string>

#include "engine/plan/step_builder.h"

namespace schemadiff {

// "ALTER TABLE public.t SET LOGGED": the action on a line of its own where one would be too long.
std::string alter_statement(const std::string& target, const std::string& action);
inline std::string alter_table(const ObjectId& table, const std::string& action) {
  return alter_statement("TABLE " + qualified_name(table.container(Kind::table)), action);
}

// Makes the step that ALTER TABLE, which may share its statement.
void share_action(Step& step, const ObjectId& table, std::string action);

// ALTER TABLE … [NO] FORCE ROW LEVEL SECURITY in a step about `object`, for what must see all rows
// of a table whose owner its policies bind. It brings no object into its desired form.
Step& bind_owner(const ObjectBase& object, const ObjectId& table, bool binds, StepBuilder& steps);

// "TABLE public.t": how GRANT names it, to which views are tables and domains are types.
std::string grant_name(const ObjectId& id);

void add_hazard(Step& step, HazardCode code, std::string sentence);

// Takes `lock`, if the relation is one that exists already: a new one is nobody's but ours.
// True if it exists.
bool take_lock(Step& step, const StepBuilder& steps, const ObjectId& relation, Lock lock);

// The step needs what a desired expression uses.
void consume(Step& step, const SqlExpression& expression);
// The step ends the use of what a live expression uses.
void release(Step& step, const SqlExpression& expression);

// True if the expression may stand in the step: one step has one search path.
bool fits(const Step& step, const SqlExpression& expression);

}  // namespace schemadiff
