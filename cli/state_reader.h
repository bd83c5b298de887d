// One side of a comparison, wherever it comes from.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/options.h"
#include "cli/timings.h"
#include "engine/data/declared_rows.h"
#include "engine/introspect/introspector.h"
#include "engine/introspect/pqxx_session.h"
#include "engine/model/renames.h"
#include "engine/render/report.h"
#include "parser/lint_directives.h"

namespace schemadiff {

struct Surroundings;  // parser/parser.h

// What a side holds when it is read.
struct ReadState {
  bool is_text = false;  // declared by files: silent about what every database has
  LiveState state;
  std::set<Identifier> schemas;         // that it mentions
  std::set<Identifier> borrowed;        // that its texts refer to and declare nothing in
  std::set<ObjectId> borrowed_objects;  // that its texts refer to and don't declare
  AccessMentions mentions;
  std::set<ObjectId> exact_partitions;  // by its texts' directives
  std::vector<DeclaredRows> rows;
  Diagnostics row_problems;
  std::vector<RenameHint> renames;  // that its texts ask for
  Diagnostics rename_problems;
  Diagnostics directive_problems;
};

enum class Side { live, desired };

class StateReader {
 public:
  virtual ~StateReader() = default;
  // `system`: of the other side, for texts; nullptr: there is none yet, and the state brings its
  // own. Reads anew each time; expressions are not canonicalised.
  // `around`, for texts: what they may refer to without declaring it (build_catalog()).
  virtual Result<ReadState> read(const SystemCatalog* system,
                                 const Surroundings* around = nullptr) = 0;
  // Its texts may name this schema.
  virtual bool may_name(Identifier) { return false; }
  // For people, without secrets.
  virtual std::string name() const = 0;
  virtual std::optional<Place> place(SourceSpan) const { return std::nullopt; }
  virtual Session* session() { return nullptr; }
  // Texts don't: --target-version does.
  virtual bool says_version() const { return false; }
  // For when the other side can't be opened, and nothing will be read: what is wrong in its texts
  // by the grammar alone. Waits until they are parsed.
  virtual void show_syntax_errors() {}
  // Shows what is wrong in its texts.
  virtual void show(const Diagnostics&) const {}
  // Comments of its texts that switch rules of lint off; mistakes in them go to `problems`.
  virtual std::vector<LintDirective> lint_directives(Diagnostics&) const { return {}; }

  // From what --to takes: files, folders, -, git:REV:path (any number of them), or one database or
  // snapshot. Parsing goes on in the background, databases are connected to.
  // `side`: texts in the place of a live database have all that one would have.
  static Result<std::unique_ptr<StateReader>> open(const std::vector<std::string>& arguments,
                                                   const Options& options, Timings& timings,
                                                   Side side = Side::desired);
  // From --db and its defaults.
  static Result<std::unique_ptr<StateReader>> open_live(const Options& options, Timings& timings);
};

// That --target-version is not asked for what says its version itself.
Result<void> check_target_version(const Options& options, const StateReader& reader);

}  // namespace schemadiff
