// What the command line asked for.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "engine/diff/object_pattern.h"
#include "engine/execute/allowances.h"
#include "engine/lint/lint.h"
#include "engine/plan/planning.h"

namespace schemadiff {

enum class Format { text, sql, json, markdown, github, sarif, junit };
enum class ReportFormat { html, svg, dot, mermaid };
enum class ColorMode { automatic, always, never };

// `schemadiff generate drizzle` and [generators.drizzle].
struct GeneratorOptions {
  std::string name = "drizzle";
  std::string output;  // folder; empty: "drizzle"
  bool keep_names = false;
  bool relations = true;
  std::string import_extension;
};

// [[rename]] of schemadiff.toml.
struct ConfiguredRename {
  std::string kind, from, to;
  uint32_t line = 1;  // in config_file
};

struct Options {
  // Where the two states are.
  std::vector<std::string> to;  // file, folder, -, git:REV:path, URL, snapshot JSON
  std::string db;               // URL, keyword string, "embedded"; empty: the environment
  std::string left, right;      // diff A B
  std::string role;
  std::string pg_bin;
  int target_version = 0;      // --target-version: 13 to 18; 0: not given
  int configured_version = 0;  // target_version of schemadiff.toml

  // What is compared.
  std::vector<ObjectPattern> schemas;  // --schema; empty: those mentioned, and public
  std::vector<ObjectPattern> exclude;  // --exclude
  std::string manage;                  // aspects; empty: see docs/plan.md
  ProbeMode probe = ProbeMode::automatic;

  // What may be done, and how.
  Allowances allowances;
  bool auto_approve = false;
  bool skip_refused = false;
  bool exit_code = false;
  bool explain = false;
  std::chrono::milliseconds lock_timeout{3000};
  std::chrono::milliseconds statement_timeout{0};  // 0: none

  // What is shown, and where.
  Format format = Format::text;
  ColorMode color = ColorMode::automatic;
  bool quiet = false;
  int verbose = 0;
  bool no_input = false;
  bool timings = false;
  std::string output;  // -o FILE; empty: standard output
  std::string split;   // dump --split DIR
  ReportFormat report_format = ReportFormat::html;
  std::string around;  // report --around TABLE

  // schemadiff.toml
  std::string config;       // empty: looked for from here upwards
  std::string environment;  // --env
  std::string config_file;  // the one that was read
  std::vector<ConfiguredRename> renames;
  std::vector<GeneratorOptions> generators;
  LintSettings lint;

  // generate, sync, init
  GeneratorOptions generator;  // what flags say
  bool check_only = false;
  bool force = false;

  // check, lint
  bool generated_only = false;  // --generated
  std::string since;            // --since REVISION
  bool strict = false;
  bool list_rules = false;

  // db psql -- ARGUMENTS
  std::vector<std::string> arguments;
};

}  // namespace schemadiff
