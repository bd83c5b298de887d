// What the command line asked for.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "engine/execute/allowances.h"
#include "engine/plan/planning.h"

namespace schemadiff {

enum class Format { text, sql, json };
enum class ColorMode { automatic, always, never };

struct Options {
  // Where the two states are.
  std::vector<std::string> to;  // file, folder, -, git:REV:path, URL, snapshot JSON
  std::string db;               // URL, keyword string, "embedded"; empty: the environment
  std::string left, right;      // diff A B
  std::string role;
  std::string pg_bin;

  // What is compared.
  std::vector<std::string> schemas;  // patterns; empty: those mentioned, and public
  std::string manage;                // aspects; empty: structure,comments
  ProbeMode probe = ProbeMode::automatic;

  // What may be done, and how.
  Allowances allowances;
  bool auto_approve = false;
  bool skip_refused = false;
  bool exit_code = false;
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

  // db psql -- ARGUMENTS
  std::vector<std::string> arguments;
};

}  // namespace schemadiff
