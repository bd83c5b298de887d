// Who reads a view reads its tables as itself, or as the view's owner.
#pragma once

#include "engine/plan/step_builder.h"

namespace schemadiff {

// security_invoker.
bool reads_as_caller(const View& view);

// For a view whose readers were asked for rights of their own, where what has its name now, a view
// or a materialized one, reads as its owner. Nothing where nobody but the owner may read it.
void note_readers(const View& live, const ObjectId& desired, Step& step, const StepBuilder& steps);

}  // namespace schemadiff
