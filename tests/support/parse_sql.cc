#include "tests/support/parse_sql.h"

#include "engine/model/builtin_system_catalog.h"
#include "parser/parser.h"

namespace schemadiff::testing {
namespace {

const SystemCatalog& built_in() {
  static const SystemCatalog system = builtin_system_catalog();
  return system;
}

}  // namespace

ParsedSql parse_sql(const std::string& sql) {
  ParsedSql out;
  Diagnostics diagnostics;
  SourceSet sources;
  sources.add_text("test.sql", sql, diagnostics);
  const ParsedSources parsed = parse_trees(std::move(sources), 1);
  diagnostics.append(parsed.diagnostics);
  DesiredState state = build_catalog(parsed, built_in(), diagnostics);
  out.catalog = std::move(state.catalog);
  out.mentions = std::move(state.mentions);
  out.rows = std::move(state.rows);
  diagnostics.append(std::move(state.row_problems));
  for (const Diagnostic& diagnostic : diagnostics.list()) {
    const SourcePosition at = parsed.sources.position(diagnostic.where);
    std::string& text = diagnostic.severity == Severity::error ? out.errors : out.warnings;
    text += std::to_string(at.line) + ":" + std::to_string(at.column) + ": " + diagnostic.message +
            "\n";
  }
  return out;
}

}  // namespace schemadiff::testing
