#include "engine/execute/verdict.h"

#include <algorithm>
#include <set>

namespace schemadiff {
namespace {

// The relation, domain or schema that goes together with what is in it.
bool contains(const ObjectId& outer, const ObjectId& inner) {
  if (outer.kind == Kind::schema) return inner.kind != Kind::schema && inner.schema == outer.name;
  return outer.sub.empty() && !inner.sub.empty() && outer.schema == inner.schema &&
         outer.name == inner.name && inner.kind != Kind::function;
}

// What the steps that will not run leave as it is.
struct Undone {
  std::set<ObjectId> not_produced;
  std::set<ObjectId> still_there;
  std::set<ObjectId> not_released;

  void add(const Step& step) {
    not_produced.insert(step.produces.begin(), step.produces.end());
    still_there.insert(step.destroys.begin(), step.destroys.end());
    not_released.insert(step.releases.begin(), step.releases.end());
  }

  bool blocks(const Step& step) const {
    for (const ObjectId& id : step.consumes) {
      if (not_produced.contains(id)) return true;
    }
    for (const ObjectId& id : step.produces) {
      if (still_there.contains(id) || not_produced.contains(id)) return true;
    }
    for (const ObjectId& id : step.destroys) {
      if (not_released.contains(id)) return true;
      for (const ObjectId& there : still_there) {
        if (contains(id, there)) return true;
      }
    }
    for (const ObjectId& id : step.displaces) {
      if (not_released.contains(id)) return true;
    }
    return false;
  }
};

}  // namespace

size_t Verdict::count(StepState state) const {
  return static_cast<size_t>(std::count(states.begin(), states.end(), state));
}

Verdict judge(const Plan& plan, const Allowances& allowances) {
  Verdict verdict;
  std::vector<const Step*> steps;
  for (const StepGroup& group : plan.groups) {
    for (const Step& step : group.steps) {
      steps.push_back(&step);
      verdict.states.push_back(StepState::ready);
      for (const Hazard& hazard : step.hazards) {
        if (!allowances.permits(hazard)) {
          verdict.states.back() = StepState::refused;
          verdict.missing.push_back(&hazard);
        } else if (allowances.permits_only_broadly(hazard)) {
          verdict.broadly.push_back(&hazard);
        }
      }
    }
  }
  if (!verdict.refuses()) return verdict;
  const auto idle = [&](size_t i) { return verdict.states[i] != StepState::ready; };
  for (bool changed = true; changed;) {
    changed = false;
    const auto hold_back = [&](size_t i) {
      verdict.states[i] = StepState::held_back;
      changed = true;
    };
    Undone undone;
    for (size_t i = 0; i < steps.size(); ++i) {
      const bool waits =
          std::any_of(steps[i]->after.begin(), steps[i]->after.end(),
                      [&](uint32_t before) { return before < steps.size() && idle(before); });
      if (!idle(i) && (waits || undone.blocks(*steps[i]))) hold_back(i);
      if (idle(i)) undone.add(*steps[i]);
    }
    // What makes way for a refused step must not go when it would not come back.
    std::set<ObjectId> not_coming;
    for (size_t i = steps.size(); i-- > 0;) {
      const auto any = [&](const std::vector<ObjectId>& ids) {
        return std::any_of(ids.begin(), ids.end(),
                           [&](const ObjectId& id) { return not_coming.contains(id); });
      };
      const Step& step = *steps[i];
      const bool loses = any(step.destroys) || any(step.puts_aside) ||
                         (!step.puts_aside.empty() && any(step.displaces));
      if (!idle(i) && loses) hold_back(i);
      if (idle(i)) not_coming.insert(steps[i]->produces.begin(), steps[i]->produces.end());
    }
  }
  return verdict;
}

}  // namespace schemadiff
