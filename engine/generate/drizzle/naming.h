// How drizzle-kit turns names of the database into names of TypeScript: ports of the npm packages
// camelcase 7.0.1 and pluralize 8.0.0, both MIT.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace schemadiff::drizzle {

// "user_exchanges" -> "userExchanges", "sha256sum" -> "sha256Sum"
std::string camel_case(std::string_view name);

// Of the last word of a camel-case name: "userExchanges" -> "userExchange".
std::string singular(std::string_view name);
std::string plural(std::string_view name);

// The first letter in upper case.
std::string capitalize(std::string_view name);

// Can stand behind a dot and as a key without quotes.
bool is_identifier(std::string_view name);

// Gives each thing of a scope a name of its own that TypeScript takes.
class NameScope {
 public:
  // Nobody gets this one.
  void reserve(std::string_view name) { taken_.insert(std::string(name)); }
  // `wanted`, made an identifier, with `_`, `_2`, `_3` … behind it if it is taken.
  std::string claim(std::string_view wanted);

 private:
  std::set<std::string> taken_;
};

// For the constants of a module: key words, and what schema.ts may import, are taken already.
NameScope module_scope();

}  // namespace schemadiff::drizzle
