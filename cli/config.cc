#include "cli/config.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <toml++/toml.h>
#include <cstdlib>
#include <filesystem>
#include <optional>

#include "cli/suggestion.h"
#include "cli/terminal.h"
#include "engine/introspect/pqxx_session.h"
#include "engine/postgres/connection_settings.h"

namespace schemadiff {
namespace {

namespace fs = std::filesystem;

constexpr const char* kName = "schemadiff.toml";

// The nearest, from here upwards.
std::optional<fs::path> find_config() {
  std::error_code error;
  for (fs::path folder = fs::current_path(error); !error; folder = folder.parent_path()) {
    if (fs::exists(folder / kName, error)) return folder / kName;
    if (folder == folder.parent_path()) break;
  }
  return std::nullopt;
}

class ConfigReader {
 public:
  ConfigReader(fs::path file, const ConfigUse& use, Options& options)
      : options_(options), use_(use) {
    std::error_code error;
    const fs::path near = fs::proximate(file, error);
    name_ = error ? file.string() : near.string();
    folder_ = fs::path(name_).parent_path();
  }

  Result<void> read() {
    toml::table root;
    try {
      root = toml::parse_file(name_);
    } catch (const toml::parse_error& wrong) {
      say(fmt::format("{}:{}:{}: error: {}", name_, wrong.source().begin.line,
                      wrong.source().begin.column, std::string(wrong.description())));
      return failed(1);
    }
    only(root, "",
         {"files", "schemas", "exclude", "env", "generators", "lint", "rename", "target_version"});
    std::vector<std::string> files = strings(root, "", "files");
    const std::vector<ObjectPattern> schemas = patterns(root, "schemas");
    const std::vector<ObjectPattern> exclude = patterns(root, "exclude");
    take_generators(root);
    take_environment(root);
    take_lint(root);
    take_renames(root);
    take_target_version(root);
    if (errors_ > 0) return failed(errors_);
    if (options_.to.empty() && (options_.db.empty() || !use_.database_alone)) {
      for (std::string& file : files) options_.to.push_back(resolved(file));
    }
    if (options_.schemas.empty()) options_.schemas = schemas;
    options_.exclude.insert(options_.exclude.end(), exclude.begin(), exclude.end());
    options_.config_file = name_;
    return {};
  }

 private:
  tl::unexpected<Error> failed(size_t count) const { return fail(mistakes_in(count, name_)); }

  void complain_of(const toml::node& node, const std::string& key, const std::string& what,
                   const std::string& hint = "") {
    ++errors_;
    say(fmt::format("{}:{}: error: {}: {}", name_, node.source().begin.line, key, what));
    if (!hint.empty()) say("  hint: " + hint);
  }

  static std::string joined(const std::string& prefix, std::string_view key) {
    return prefix.empty() ? std::string(key) : prefix + "." + std::string(key);
  }

  // Keys that nobody reads are misspelt, or meant for another version.
  void only(const toml::table& table, const std::string& prefix,
            const std::vector<std::string>& known) {
    for (const auto& [key, node] : table) {
      const std::string name(key.str());
      if (std::find(known.begin(), known.end(), name) != known.end()) continue;
      const std::string guess = closest(name, known);
      complain_of(node, joined(prefix, name), "there is no such key",
                  guess.empty() ? fmt::format("keys here: {}", fmt::join(known, ", "))
                                : "did you mean " + guess + "?");
    }
  }

  const toml::table* table_of(const toml::table& table, const std::string& prefix,
                              const std::string& key) {
    const toml::node* node = table.get(key);
    if (node == nullptr || node->is_table()) return node == nullptr ? nullptr : node->as_table();
    complain_of(*node, joined(prefix, key), "must be a table: [" + joined(prefix, key) + "]");
    return nullptr;
  }

  std::string string(const toml::table& table, const std::string& prefix, const std::string& key) {
    const toml::node* node = table.get(key);
    if (node == nullptr) return "";
    if (const auto value = node->value_exact<std::string>()) return *value;
    complain_of(*node, joined(prefix, key), "must be a string");
    return "";
  }

  bool boolean(const toml::table& table, const std::string& prefix, const std::string& key,
               bool otherwise) {
    const toml::node* node = table.get(key);
    if (node == nullptr) return otherwise;
    if (const auto value = node->value_exact<bool>()) return *value;
    complain_of(*node, joined(prefix, key), "must be true or false");
    return otherwise;
  }

  std::vector<std::string> strings(const toml::table& table, const std::string& prefix,
                                   const std::string& key) {
    std::vector<std::string> out;
    const toml::node* node = table.get(key);
    if (node == nullptr) return out;
    const toml::array* list = node->as_array();
    if (list == nullptr) {
      complain_of(*node, joined(prefix, key), "must be a list of strings: [\"…\"]");
      return out;
    }
    for (const toml::node& element : *list) {
      if (const auto value = element.value_exact<std::string>()) {
        out.push_back(*value);
      } else {
        complain_of(element, joined(prefix, key), "must be a list of strings");
      }
    }
    return out;
  }

  std::vector<ObjectPattern> patterns(const toml::table& table, const std::string& key) {
    std::vector<ObjectPattern> out;
    for (const std::string& text : strings(table, "", key)) {
      auto pattern = ObjectPattern::parse(text);
      if (pattern) {
        out.push_back(std::move(*pattern));
      } else {
        complain_of(*table.get(key), key, text + ": " + pattern.error().sentence,
                    pattern.error().hint);
      }
    }
    return out;
  }

  // Relative to the file itself.
  std::string resolved(const std::string& path) const {
    const bool is_path = path != "-" && !path.starts_with("git:") && !names_database(path);
    if (!is_path || fs::path(path).is_absolute()) return path;
    return (folder_ / path).lexically_normal().string();
  }

  void take_generators(const toml::table& root) {
    const toml::table* generators = table_of(root, "", "generators");
    if (generators == nullptr) return;
    only(*generators, "generators", {"drizzle"});
    const toml::table* drizzle = table_of(*generators, "generators", "drizzle");
    if (drizzle == nullptr) return;
    const std::string prefix = "generators.drizzle";
    only(*drizzle, prefix, {"output", "casing", "relations", "import_extension"});
    GeneratorOptions out;
    const std::string folder = string(*drizzle, prefix, "output");
    out.output = resolved(folder.empty() ? "drizzle" : folder);
    const std::string casing = string(*drizzle, prefix, "casing");
    if (!casing.empty() && casing != "camel" && casing != "preserve") {
      complain_of(*drizzle->get("casing"), prefix + ".casing", "must be \"camel\" or \"preserve\"");
    }
    out.keep_names = casing == "preserve";
    out.relations = boolean(*drizzle, prefix, "relations", true);
    out.import_extension = string(*drizzle, prefix, "import_extension");
    options_.generators.push_back(std::move(out));
  }

  // ${NAME}: only of the environment that is used, so that others may be unset.
  std::string expanded(const std::string& text, const toml::node& node, const std::string& key) {
    std::string out;
    for (size_t i = 0; i < text.size();) {
      const size_t end = text.compare(i, 2, "${") == 0 ? text.find('}', i) : std::string::npos;
      if (end == std::string::npos) {
        out += text[i++];
        continue;
      }
      const std::string name = text.substr(i + 2, end - i - 2);
      const char* value = std::getenv(name.c_str());
      if (value == nullptr || *value == '\0') {
        complain_of(node, key, "the variable " + name + " is not set",
                    "export " + name + "=postgresql://…, or give --db");
      } else {
        out += value;
      }
      i = end + 1;
    }
    return out;
  }

  void take_environment(const toml::table& root) {
    const toml::table* environments = table_of(root, "", "env");
    std::vector<std::string> names;
    if (environments != nullptr) {
      for (const auto& [key, node] : *environments) {
        const std::string name(key.str());
        names.push_back(name);
        const toml::table* table = table_of(*environments, "env", name);
        if (table == nullptr) continue;
        only(*table, "env." + name, {"url", "role"});
        string(*table, "env." + name, "url");
        string(*table, "env." + name, "role");
      }
    }
    std::string name = options_.environment;
    if (name.empty()) {
      const bool has_local = std::find(names.begin(), names.end(), "local") != names.end();
      name = has_local ? "local" : names.size() == 1 ? names.front() : "";
    } else if (std::find(names.begin(), names.end(), name) == names.end()) {
      ++errors_;
      const std::string guess = closest(name, names);
      say(fmt::format("{}: error: there is no [env.{}]", name_, name));
      say(!guess.empty()  ? "  hint: did you mean " + guess + "?"
          : names.empty() ? "  hint: it has none at all"
                          : fmt::format("  hint: it has {}", fmt::join(names, ", ")));
      return;
    }
    if (!options_.db.empty() || !use_.environment) return;
    if (name.empty() && names.size() > 1 && url_variable() == nullptr) {
      ++errors_;
      say(fmt::format("{}: error: which of its databases is meant?", name_));
      say(fmt::format("  hint: --env {} (one that is called local is meant without --env)",
                      fmt::join(names, ", or --env ")));
    }
    if (name.empty()) return;
    const toml::table* table = (*environments)[name].as_table();
    if (table == nullptr || errors_ > 0) return;
    const std::string url = string(*table, "env." + name, "url");
    if (!url.empty()) options_.db = expanded(url, *table->get("url"), "env." + name + ".url");
    if (options_.role.empty()) options_.role = string(*table, "env." + name, "role");
  }

  // [lint]: codes that are off, or have another level than their own.
  void take_lint(const toml::table& root) {
    const toml::table* table = table_of(root, "", "lint");
    if (table == nullptr) return;
    const std::pair<const char*, std::optional<Severity>> kLists[] = {
        {"off", std::nullopt},
        {"error", Severity::error},
        {"warning", Severity::warning},
        {"info", Severity::note}};
    only(*table, "lint", {"off", "error", "warning", "info"});
    for (const auto& [key, level] : kLists) {
      const std::string name = joined("lint", key);
      for (const std::string& code : strings(*table, "lint", key)) {
        if (find_lint_rule(code) == nullptr) {
          complain_of(*table->get(key), name, "there is no rule " + code, hint_for_rule(code));
        } else if (!options_.lint.emplace(code, level).second) {
          complain_of(*table->get(key), name, code + " is in two lists");
        }
      }
    }
  }

  void take_target_version(const toml::table& root) {
    const toml::node* node = root.get("target_version");
    if (node == nullptr) return;
    constexpr int64_t kOldest = kOldestServer / 10000;
    constexpr int64_t kNewest = kNewestServer / 10000;
    const auto value = node->value_exact<int64_t>();
    if (!value || *value < kOldest || *value > kNewest) {
      return complain_of(*node, "target_version",
                         fmt::format("must be a number from {} to {}", kOldest, kNewest));
    }
    options_.configured_version = static_cast<int>(*value);
  }

  // [[rename]]: what a comment in the files could say as well.
  void take_renames(const toml::table& root) {
    const toml::node* node = root.get("rename");
    if (node == nullptr) return;
    const toml::array* list = node->as_array();
    if (list == nullptr || !list->is_array_of_tables()) {
      return complain_of(*node, "rename", "must be a list of tables: [[rename]]");
    }
    for (const toml::node& element : *list) {
      const toml::table& table = *element.as_table();
      only(table, "rename", {"kind", "from", "to"});
      ConfiguredRename rename{string(table, "rename", "kind"), string(table, "rename", "from"),
                              string(table, "rename", "to"), table.source().begin.line};
      for (const auto& [key, value] :
           {std::pair("kind", &rename.kind), std::pair("from", &rename.from),
            std::pair("to", &rename.to)}) {
        if (value->empty()) complain_of(element, joined("rename", key), "is missing");
      }
      options_.renames.push_back(std::move(rename));
    }
  }

  Options& options_;
  ConfigUse use_;
  std::string name_;
  fs::path folder_;
  size_t errors_ = 0;
};

}  // namespace

Result<void> take_from_config(Options& options, const ConfigUse& use) {
  const bool asked = !options.config.empty() || !options.environment.empty();
  if (!options.to.empty() && !asked && !use.always) return {};
  std::optional<fs::path> file;
  if (!options.config.empty()) {
    file = options.config;
    std::error_code error;
    if (!fs::is_regular_file(*file, error)) {
      return fail(ErrorCode::file, "there is no file " + options.config);
    }
  } else {
    file = find_config();
  }
  if (!file && !options.environment.empty()) {
    return fail(ErrorCode::file, "--env needs a schemadiff.toml, here or in a folder above",
                "'schemadiff init' writes one");
  }
  if (!file) return {};
  return ConfigReader(*file, use, options).read();
}

}  // namespace schemadiff
