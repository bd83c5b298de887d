// What differs between live and desired: one entry for each object.
#pragma once

#include <vector>

#include "engine/model/field.h"
#include "engine/plan/step.h"

namespace schemadiff {

struct Change {
  Verb verb = Verb::create;
  ObjectId id;          // as desired calls it (drop: as live does)
  ObjectId live_id;     // rename: the old name; else the same as id
  SourceSpan source;    // of the desired object
  FieldChanges fields;  // alter
  // Not wanted for itself: the object must make way for another change and comes back as it was.
  bool rebuild = false;
  std::string reason;  // "uses column public.users.email, which changes its type"
};

}  // namespace schemadiff
