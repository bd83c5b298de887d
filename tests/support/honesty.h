// Is what we read from a file what a server makes of it? parse(file) against
// introspect(load(file)).
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace schemadiff::testing {

struct Honesty {
  enum class Outcome {
    compared,
    not_loadable,  // psql stopped at an error: nothing to compare
    not_parsed,    // we refuse what the server took
  };
  Outcome outcome = Outcome::compared;
  std::string message;                   // of psql, or our errors
  std::vector<std::string> differences;  // in anything but the meaning of expressions
  std::vector<std::string> undecided;    // expressions that only the probe found to be equal
  std::vector<std::string> expressions;  // expressions that differ even for the probe
};

// What is read: the file, or what pg_dump makes of the database that it was loaded into.
enum class Reading { file, pg_dump };

// In a database of its own on the test server. Roles that the file only mentions are created.
Honesty check_honesty(const std::filesystem::path& file, Reading reading = Reading::file);

}  // namespace schemadiff::testing
