#include "engine/objects/collation/collation.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"

namespace schemadiff {

namespace {

// "de_DE" -> "de-de"; what follows a @ is left out.
std::string language_tag(const std::string& name) {
  std::string out;
  for (const char c : name.substr(0, name.find('@'))) {
    out += c == '_' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return out;
}

std::string without_extension(const std::string& tag) { return tag.substr(0, tag.find("-u-")); }

}  // namespace

bool operator==(const CollationLocale& a, const CollationLocale& b) {
  const bool old_a = a.name.find('@') != std::string::npos;
  const bool old_b = b.name.find('@') != std::string::npos;
  if (old_a && old_b) return a.name == b.name;
  const std::string tag_a = language_tag(a.name);
  const std::string tag_b = language_tag(b.name);
  return old_a || old_b ? without_extension(tag_a) == without_extension(tag_b) : tag_a == tag_b;
}

std::string display(const CollationLocale& locale) { return display(locale.name); }

std::string display(CollationProvider provider) {
  switch (provider) {
    case CollationProvider::libc:
      return "libc";
    case CollationProvider::icu:
      return "icu";
    case CollationProvider::builtin:
      return "builtin";
  }
  return "?";
}

template <>
void Rules<Collation>::expressions(Collation&, const ExpressionVisitor&) {}

template <>
void Rules<Collation>::references(const Collation& object, ReferenceSink& sink) {
  sink.schema(object.id.schema);
}

template <>
void Rules<Collation>::create(const Collation& object, StepBuilder& steps) {
  std::string sql = "CREATE COLLATION " + qualified_name(object.id) + " (";
  if (object.provider == CollationProvider::libc) {
    sql += object.collate == object.ctype ? "LOCALE = " + quote_literal(object.collate)
                                          : "LC_COLLATE = " + quote_literal(object.collate) +
                                                ", LC_CTYPE = " + quote_literal(object.ctype);
  } else {
    sql += "PROVIDER = " + display(object.provider) +
           ", LOCALE = " + quote_literal(object.locale.name);
  }
  if (!object.deterministic) sql += ", DETERMINISTIC = false";
  if (!object.rules.empty()) sql += ", RULES = " + quote_literal(object.rules);
  steps.add(Verb::create, object, sql + ")");
}

// What depends on a collation was sorted by it: it is replaced, or nothing.
template <>
bool Rules<Collation>::alter(const Collation&, const Collation&, const FieldChanges&,
                             StepBuilder&) {
  return false;
}

template <>
void Rules<Collation>::drop(const Collation& object, StepBuilder& steps) {
  steps.add(Verb::drop, object, "DROP COLLATION " + qualified_name(object.id));
}

}  // namespace schemadiff
