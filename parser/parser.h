// A desired state from its texts, in two stages: parse_trees() needs no database and runs while
// the live one is read; build_catalog() knows the types and functions of the server.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/data/declared_rows.h"
#include "engine/model/catalog.h"
#include "engine/model/system_catalog.h"
#include "parser/source.h"
#include "parser/splitter.h"

namespace schemadiff {

struct ParsedStatements;  // trees; parser.cc

class ParsedSources {
 public:
  ParsedSources();
  ParsedSources(ParsedSources&&) noexcept;
  ParsedSources& operator=(ParsedSources&&) noexcept;
  ~ParsedSources();

  SourceSet sources;
  Diagnostics diagnostics;  // of splitting and parsing: syntax errors, all of them
  size_t statement_count() const;
  // Where the statements stand, those of each file in its order.
  std::vector<RawStatement> raw_statements() const;

  std::unique_ptr<ParsedStatements> statements;
};

// What is there, left alone, and no part of the state; keys, types and the like may refer to it.
struct Surroundings {
  Catalog schemas;  // all of them; taken for those in which the texts declare nothing
  Catalog alone;    // tables and types with their parts; for those that the texts don't declare
};

struct DesiredState {
  Catalog catalog;
  // Schemas whose objects are those of the surroundings, and no part of the state.
  std::set<Identifier> borrowed;
  // The objects that are, in other schemas too.
  std::set<ObjectId> borrowed_objects;
  // Those that are declared or have an object: what is compared unless --schema says otherwise.
  std::set<Identifier> schemas;
  AccessMentions mentions;
  // Rows that INSERT and COPY declare, and what is wrong with them: of no matter to those who don't
  // compare rows.
  std::vector<DeclaredRows> rows;
  Diagnostics row_problems;
};

// Never fails as a whole: what is wrong is in `diagnostics` of the result. threads 0: one a core.
ParsedSources parse_trees(SourceSet&& sources, unsigned threads = 0);

// What is wrong with a statement about something in a borrowed schema, or that is borrowed by
// itself.
std::string sentence_of_borrowed(const ObjectId& id, const std::set<Identifier>& schemas);

// What partitions have of their parents' indexes, where the texts say nothing of it: an index of
// PostgreSQL's own making, which is no difference (leave_out), or what a database that the texts
// were loaded into has, to compare others with (name).
enum class UnsaidParts { leave_out, name };

// Errors of meaning go to `diagnostics`; those of `parsed` are not repeated. With errors the state
// is incomplete, and must not be compared.
DesiredState build_catalog(const ParsedSources& parsed, const SystemCatalog& system,
                           Diagnostics& diagnostics,
                           UnsaidParts unsaid_parts = UnsaidParts::leave_out,
                           const Surroundings* around = nullptr);

// "15": of the PostgreSQL whose grammar this build speaks.
std::string grammar_version();

// For a name that is called and that nobody has as a function's: what to do, if a newer grammar has
// it as syntax; else "".
std::string hint_of_newer_call(std::string_view function);

}  // namespace schemadiff
