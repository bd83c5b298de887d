// What the hints to renames in a desired state mean for a live one.
#pragma once

#include "engine/base/diagnostic.h"
#include "engine/diff/scope.h"
#include "engine/model/renames.h"

namespace schemadiff {

struct ResolvedHints {
  Renames renames;
  Diagnostics problems;  // errors: what matches nothing, or more than one thing
  Diagnostics notes;     // hints that have done their work
};

// Renames are the hints' own, and those of sequences that serial columns bring along.
ResolvedHints resolve_hints(const std::vector<RenameHint>& hints, const Catalog& live,
                            const Catalog& desired, const Scope& scope);

// Columns of views that have the old name of a renamed column, and are to have its new one, where
// nothing else about their view changes. `live` was canonicalised with `renames`.
std::vector<Rename> view_columns_that_follow(const Renames& renames, const Catalog& live,
                                             const Catalog& desired);

// "table public.users", "label 'old' of enum public.mood".
std::string describe_renamed(const Catalog& catalog, const ObjectId& id);

}  // namespace schemadiff
