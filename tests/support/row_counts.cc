#include "tests/support/row_counts.h"

#include <fmt/format.h>

namespace schemadiff::testing {

std::map<std::string, long> row_counts(const TestDatabase& database) {
  std::string counts;
  for (const auto& row :
       database.query("SELECT oid::regclass FROM pg_class WHERE relkind = 'r' AND "
                      "relnamespace::regnamespace::text !~ '^(pg_|information_schema)'")) {
    counts += (counts.empty() ? "" : " UNION ALL ") +
              fmt::format("SELECT $name${0}$name$, count(*) FROM ONLY {0}", *row[0]);
  }
  std::map<std::string, long> out;
  if (counts.empty()) return out;
  for (const auto& row : database.query(counts)) out[*row[0]] = std::stol(*row[1]);
  return out;
}

std::string lost_rows(const std::map<std::string, long>& before,
                      const std::map<std::string, long>& after) {
  std::string out;
  for (const auto& [table, count] : before) {
    const auto now = after.find(table);
    if (now != after.end() && now->second < count) {
      out += fmt::format("{} had {} rows and has {}\n", table, count, now->second);
    }
  }
  return out;
}

}  // namespace schemadiff::testing
