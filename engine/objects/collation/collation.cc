#include "engine/objects/collation/collation.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/base/text.h"
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
  if (out.empty() || out == "root") return "und";
  return out.starts_with("root-u-") ? "und" + out.substr(4) : out;
}

std::string without_extension(const std::string& tag) { return tag.substr(0, tag.find("-u-")); }

std::vector<std::string> pieces(std::string_view text, char separator) {
  std::vector<std::string> out;
  while (true) {
    const size_t end = std::min(text.find(separator), text.size());
    out.emplace_back(text.substr(0, end));
    if (end == text.size()) return out;
    text.remove_prefix(end + 1);
  }
}

using Keywords = std::map<std::string, std::string>;

// How ICU writes "colStrength=secondary" in a language tag: {"ks", "level2"}. False: not known
// here.
bool add_keyword(std::string_view name, std::string value, Keywords& out) {
  static const std::map<std::string_view, std::string_view> keys = {
      {"colstrength", "ks"},  {"colalternate", "ka"},     {"colbackwards", "kb"},
      {"colcasefirst", "kf"}, {"colcaselevel", "kc"},     {"colnumeric", "kn"},
      {"collation", "co"},    {"colnormalization", "kk"}, {"colreorder", "kr"}};
  static const std::map<std::string_view, std::string_view> values = {{"primary", "level1"},
                                                                      {"secondary", "level2"},
                                                                      {"tertiary", "level3"},
                                                                      {"quaternary", "level4"},
                                                                      {"identical", "identic"},
                                                                      {"non-ignorable", "noignore"},
                                                                      {"phonebook", "phonebk"},
                                                                      {"dictionary", "dict"},
                                                                      {"traditional", "trad"},
                                                                      {"gb2312han", "gb2312"},
                                                                      {"yes", ""},
                                                                      {"no", "false"}};
  const auto key = keys.find(name);
  if (key == keys.end()) return false;
  const auto known = values.find(value);
  out[std::string(key->second)] = known == values.end() ? value : std::string(known->second);
  return true;
}

// Those behind the @, or those behind "-u-". nullopt: not all of them are known.
std::optional<Keywords> keywords(const std::string& name) {
  Keywords out;
  std::string text = lowered(name);
  const size_t at = text.find('@');
  if (at == std::string::npos) {
    const size_t extension = text.find("-u-");
    if (extension == std::string::npos) return out;
    std::string* value = nullptr;
    for (const std::string& word : pieces(text.substr(extension + 3), '-')) {
      if (word.size() == 2) {
        value = &out[word];
      } else if (value == nullptr || word.size() < 2) {
        return std::nullopt;
      } else if (word != "true") {
        *value += (value->empty() ? "" : "-") + word;
      }
    }
    return out;
  }
  for (const std::string& word : pieces(text.substr(at + 1), ';')) {
    const size_t equals = word.find('=');
    if (equals == std::string::npos ||
        !add_keyword(std::string_view(word).substr(0, equals), word.substr(equals + 1), out)) {
      return std::nullopt;
    }
  }
  return out;
}

}  // namespace

bool operator==(const CollationLocale& a, const CollationLocale& b) {
  const bool old_a = a.name.find('@') != std::string::npos;
  const bool old_b = b.name.find('@') != std::string::npos;
  if (old_a && old_b) return a.name == b.name;
  const std::string tag_a = language_tag(a.name);
  const std::string tag_b = language_tag(b.name);
  if (without_extension(tag_a) != without_extension(tag_b)) return false;
  const auto words_a = keywords(a.name);
  const auto words_b = keywords(b.name);
  if (words_a && words_b) return *words_a == *words_b;
  return old_a || old_b || tag_a == tag_b;
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
