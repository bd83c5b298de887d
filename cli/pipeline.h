// From two states to a plan: the only place that joins parser and engine.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "cli/options.h"
#include "cli/timings.h"
#include "engine/base/result.h"
#include "engine/introspect/extension_preview.h"
#include "engine/introspect/pqxx_session.h"
#include "engine/plan/planning.h"
#include "engine/render/report.h"

namespace schemadiff {

struct Surroundings;  // parser/parser.h

class StateReader;  // one side: files, a database or a snapshot

// A plan with all that a report of it needs. Stays valid as long as its Pipeline.
struct Comparison {
  Planning planning;
  Verdict verdict;
  int server_version = 0;

  const Plan& plan() const { return planning.plan; }
};

struct ReadState;

class Pipeline {
 public:
  // `live`: empty is --db and its defaults; else as --to takes it. Loads and parses files and
  // connects to databases at once. An Error of code input: what is wrong has been shown already.
  static Result<std::unique_ptr<Pipeline>> open(const std::string& live,
                                                const std::vector<std::string>& desired,
                                                const Options& options, Timings& timings);
  // The same, from several files or folders.
  static Result<std::unique_ptr<Pipeline>> open_files(const std::vector<std::string>& live,
                                                      const std::vector<std::string>& desired,
                                                      const Options& options, Timings& timings);
  ~Pipeline();

  // Reads both sides anew (files are parsed only once), compares and plans.
  Result<std::unique_ptr<Comparison>> compare();
  Report report(const Comparison& comparison) const;

  // The session on the live side; nullptr if that is no database.
  Session* session();
  // For people, without secrets.
  std::string live_name() const;
  std::string desired_name() const;

 private:
  Pipeline(const Options& options, Timings& timings);

  Surroundings surroundings(const Catalog& live, const ScopeOptions& scope);
  // `preview`: what extensions bring, where that is known better than by reading.
  Result<void> read_sides(ReadState& live, ReadState& desired, const ScopeOptions& scope,
                          std::optional<ExtensionPreview> preview);

  const Options& options_;
  Timings& timings_;
  std::unique_ptr<StateReader> live_;
  std::unique_ptr<StateReader> desired_;
};

// One state alone, canonicalised and reduced to the scope: what `dump` writes.
struct SingleState {
  LiveState state;
  std::string name;
  std::vector<DeclaredRows> rows;  // none if they are not managed
  Diagnostics rename_problems;
};
Result<SingleState> read_single_state(const Options& options, Timings& timings);
// From another side; `before_scope` sees the whole state first.
Result<SingleState> read_single_state(
    StateReader& reader, const Options& options, Timings& timings,
    const std::function<void(LiveState&)>& before_scope = nullptr);

// The plan that builds `catalog` in an empty database; `catalog` has been canonicalised.
Result<Planning> plan_from_nothing(const LiveState& state);

}  // namespace schemadiff
