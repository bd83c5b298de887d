// Literals of dates and times whose value hangs on a setting of the session, or on the moment.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/model/catalog.h"
#include "engine/model/system_catalog.h"
#include "parser/splitter.h"
#include "parser/tree.h"

namespace schemadiff {

// What SET, RESET and set_config() say of such literals, statement by statement.
class LiteralSettings {
 public:
  // `begins_script`: a new session begins with the statement.
  void follow(const Node& statement, const RawStatement& raw);

  struct Values {
    std::string time_zone;       // empty: the database's
    std::string interval_style;  // empty: as we have it
    bool empty() const { return time_zone.empty() && interval_style.empty(); }
  };
  // In force at a place of a file.
  const Values& at(SourceSpan place) const;
  // Whether any statement says something.
  bool any() const { return any_; }

 private:
  void set(std::string_view name, const std::string& value);

  struct Since {
    SourceSpan place;
    size_t values;
  };
  std::deque<Values> values_{Values()};
  std::vector<Since> since_;  // in the order of the statements
  bool any_ = false;
};

// Errors for those that mean something else elsewhere, or at another time.
void check_literals(Catalog& catalog, const SystemCatalog& system, const LiteralSettings& settings,
                    Diagnostics& diagnostics);

}  // namespace schemadiff
