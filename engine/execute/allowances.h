// What the user allows by name: --allow CODE[:kind:pattern], "all", "empty".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/diff/object_pattern.h"
#include "engine/plan/step.h"

namespace schemadiff {

class Allowances {
 public:
  // Adds one argument: "data-loss", "data-loss:table:public.foo", "data-loss:public.*", "all",
  // "empty". A word that is none of these is an Error of code usage that lists what there is.
  Result<void> add(std::string_view argument);

  bool permits(const Hazard& hazard) const;
  // Permitted only by a bare code: what it covers is shown before the first step.
  bool permits_only_broadly(const Hazard& hazard) const;
  // --allow empty: a desired state without any object is meant so.
  bool empty_state() const { return empty_state_; }

 private:
  struct Rule {
    HazardCode code;
    std::optional<ObjectPattern> pattern;  // nullopt: a bare code
  };
  static bool matches(const Rule& rule, const Hazard& hazard);

  std::vector<Rule> rules_;
  bool all_ = false;
  bool empty_state_ = false;
};

// The argument of --allow that permits exactly this hazard: "data-loss:table:public.foo".
std::string allowance_for(const Hazard& hazard);

}  // namespace schemadiff
