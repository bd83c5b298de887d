// CREATE OR REPLACE and ALTER make circles of objects that can't be dropped in any order: one of
// them lets go of the others first.
#pragma once

#include "engine/plan/step_builder.h"

namespace schemadiff {

// Writes a step after which an object that is dropped no longer uses what the step releases, and
// keeps its signature, columns or type. Nothing, where its texts use nothing that can be let go.
void let_go(const Function& function, StepBuilder& steps);
void let_go(const View& view, StepBuilder& steps);
void let_go(const Domain& domain, StepBuilder& steps);

// What such a step does: the object uses nothing of the expression but what else it is made of, and
// then goes itself.
inline void release_at_last(Step& step, const SqlExpression& expression,
                            const std::set<ObjectId>& kept) {
  step.produces.clear();
  step.releases = {step.object};
  for (const ObjectId& id : expression.references) {
    if (!kept.contains(id)) step.releases.push_back(id);
  }
}

}  // namespace schemadiff
