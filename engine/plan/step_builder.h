// What a kind's rules see while they write steps.
#pragma once

#include <vector>

#include "engine/model/catalog.h"
#include "engine/model/system_catalog.h"
#include "engine/plan/step.h"

namespace schemadiff {

class StepBuilder {
 public:
  StepBuilder(const Catalog& live, const Catalog& desired, const SystemCatalog& system,
              int server_version)
      : live(live), desired(desired), system(system), server_version(server_version) {}

  const Catalog& live;
  const Catalog& desired;  // after scope and matching: what will be there when all is done
  const SystemCatalog& system;
  const int server_version;

  // Appends a step about `object` that produces it (create, alter) or destroys it (drop). The
  // caller adds what else the step needs to the returned reference, valid until the next call.
  Step& add(Verb verb, const ObjectBase& object, std::string sql);

  std::vector<Step> take() { return std::move(steps_); }
  std::vector<Step>& steps() { return steps_; }

 private:
  std::vector<Step> steps_;
};

// An expression's text as SQL, noting in the step the path its names need.
// Two expressions of different paths in one step are an internal error: write two steps.
const std::string& use(Step& step, const SqlExpression& expression);

}  // namespace schemadiff
