#include "tests/support/run_schemadiff.h"

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace schemadiff::testing {

namespace fs = std::filesystem;

ProcessResult run_schemadiff(const std::vector<std::string>& arguments, ProcessOptions options) {
  std::vector<std::string> command = {SCHEMADIFF_BINARY};
  command.insert(command.end(), arguments.begin(), arguments.end());
  options.unset.insert(options.unset.end(),
                       {"DATABASE_URL", "SCHEMADIFF_DATABASE_URL", "SCHEMADIFF_STATE_DIR", "PGHOST",
                        "PGPORT", "PGUSER", "PGDATABASE", "PGPASSWORD", "PGSERVICE", "PGOPTIONS",
                        "NO_COLOR", "CLICOLOR_FORCE", "FORCE_COLOR"});
  if (options.timeout == std::chrono::milliseconds::max()) {
    options.timeout = std::chrono::seconds(60);
  }
  auto result = run_process(command, options);
  if (!result) throw std::runtime_error(result.error().sentence);
  return std::move(*result);
}

TemporaryFolder::TemporaryFolder() {
  std::string name = (fs::temp_directory_path() / "schemadiff-test-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make " + name);
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string TemporaryFolder::write(const std::string& name, const std::string& text) const {
  const fs::path file = path_ / name;
  fs::create_directories(file.parent_path());
  std::ofstream stream(file, std::ios::binary);
  stream << text;
  if (!stream.flush()) throw std::runtime_error("cannot write " + file.string());
  return file.string();
}

std::string read_file(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw std::runtime_error("cannot read " + file.string());
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

}  // namespace schemadiff::testing
