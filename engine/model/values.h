// The values that fields of objects are made of.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/base/identifier.h"
#include "engine/model/object_id.h"

namespace schemadiff {

// A name with its schema; the schema is empty where the name could not be resolved.
struct QualifiedName {
  Identifier schema;
  Identifier name;

  bool empty() const { return name.empty(); }
  std::string sql() const {
    return schema.empty() ? quote(name) : quote(schema) + "." + quote(name);
  }
  friend bool operator==(const QualifiedName&, const QualifiedName&) = default;
  friend auto operator<=>(const QualifiedName&, const QualifiedName&) = default;
};

// The schemas along which the unqualified names of a text are resolved, as SQL writes them
// ("app, public"). Empty: only pg_catalog (which, unless named, always comes first): what
// pg_get_*() prints under our pinned session is written for it.
struct SearchPath {
  Identifier sql;
  std::vector<Identifier> schemas() const;
  static SearchPath of(const std::vector<Identifier>& schemas);
  friend bool operator==(const SearchPath&, const SearchPath&) = default;
};

// A resolved type, written as format_type() writes it while only pg_catalog is on the path:
// "character varying(20)", "public.mood[]", "timestamp(3) with time zone".
struct TypeRef {
  std::string sql;
  // The enum, domain, composite, range, table … behind it (the element's, for arrays); of kind
  // none for built-in types and those of extensions.
  ObjectId object;

  bool empty() const { return sql.empty(); }
  friend bool operator==(const TypeRef& a, const TypeRef& b) { return a.sql == b.sql; }
};

// A name in an expression that means nothing in its state: neither the catalog nor the system
// catalog has it. The server may know more (engine/introspect/missing_names.h).
struct UnknownName {
  enum class What : uint8_t { relation, function, column };
  What what = What::relation;
  QualifiedName name;   // schema empty: looked for along the expression's path
  uint32_t offset = 0;  // in the expression's text

  friend bool operator==(const UnknownName&, const UnknownName&) = default;
};

// SQL text whose meaning is compared, not its letters: an expression or a query.
struct SqlExpression {
  std::string text;   // as the user wrote it, or as the server printed it
  SearchPath path;    // for the unqualified names in text
  SourceSpan source;  // where text begins; unknown for live text
  // Set by the canonicalise stage (engine/model/expression_engine.h). Opaque; equal strings mean
  // equal meaning. Empty: this build can't parse or resolve the text, so only letters compare.
  std::string canonical;
  // Objects of the catalog that the expression uses; set together with `canonical`.
  std::vector<ObjectId> references;
  std::vector<UnknownName> unknown;  // likewise

  bool empty() const { return text.empty(); }
  friend bool operator==(const SqlExpression& a, const SqlExpression& b) {
    if (!a.canonical.empty() && !b.canonical.empty()) return a.canonical == b.canonical;
    return a.text == b.text;
  }
};

// Storage parameters and view options ("fillfactor" = "70", "toast.autovacuum_enabled" = "false"),
// lower-case names, in the order they were given; that order is written, but never compared.
struct StorageOptions : std::vector<std::pair<std::string, std::string>> {
  using std::vector<std::pair<std::string, std::string>>::vector;
  friend bool operator==(const StorageOptions& a, const StorageOptions& b) {
    return a.size() == b.size() && std::is_permutation(a.begin(), a.end(), b.begin());
  }
  void reset(std::string_view name) {
    std::erase_if(*this, [&](const auto& option) { return option.first == name; });
  }
  void set(std::string name, std::string value) {
    reset(name);
    emplace_back(std::move(name), std::move(value));
  }
};

enum class Persistence : char { permanent = 'p', unlogged = 'u', temporary = 't' };

// Parameters of a sequence, all of them explicit (defaults filled in for its type and direction).
struct SequenceOptions {
  int64_t start = 1;
  int64_t increment = 1;
  int64_t minimum = 1;
  int64_t maximum = INT64_MAX;
  int64_t cache = 1;
  bool cycle = false;
  friend bool operator==(const SequenceOptions&, const SequenceOptions&) = default;
};

// How NOT NULL is kept; pg_constraint with contype n: of columns since 18, of domains since 17.
struct NotNullConstraint {
  Identifier name;  // empty: a file that gives none, or a server that keeps none
  bool validated = true;
  bool no_inherit = false;
  // The name counts only where both sides know it.
  friend bool operator==(const NotNullConstraint& a, const NotNullConstraint& b) {
    return a.validated == b.validated && a.no_inherit == b.no_inherit &&
           (a.name.empty() || b.name.empty() || a.name == b.name);
  }
};

}  // namespace schemadiff
