// Many rows into one table at once: COPY. The libpqxx implementation is introspect/pqxx_session.cc.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/result.h"

namespace schemadiff {

class RowCopier {
 public:
  using Fields = std::vector<std::optional<std::string>>;  // nullopt: NULL
  virtual ~RowCopier() = default;
  // `next` fills the fields of the next row; false: there is none. When the server refuses a row,
  // failed_row is its number from 1; else 0.
  virtual Result<void> copy_rows(const std::string& table, const std::vector<std::string>& columns,
                                 const std::function<bool(Fields&)>& next, size_t& failed_row) = 0;
};

}  // namespace schemadiff
