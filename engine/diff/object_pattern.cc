#include "engine/diff/object_pattern.h"

#include <algorithm>

#include "engine/model/kinds.h"

namespace schemadiff {
namespace {

// Without quotes and arguments.
std::string plain_name(const ObjectId& id) {
  std::string out = id.schema.empty() ? "" : id.schema.str() + ".";
  out += id.name.str();
  const bool has_signature = id.kind == Kind::function || id.kind == Kind::operator_;
  if (!id.sub.empty() && !has_signature) out += "." + id.sub.str();
  return out;
}

}  // namespace

std::string pattern_word(Kind kind) {
  std::string word(kind_word(kind));
  std::replace(word.begin(), word.end(), ' ', '-');
  return word;
}

bool is_kind_word(std::string_view word) {
  bool found = word == "*" || word == kind_word(Kind::rows);
#define X(enumerator, type, text) found = found || pattern_word(Kind::enumerator) == word;
  SCHEMADIFF_KINDS(X)
#undef X
  return found;
}

Result<ObjectPattern> ObjectPattern::parse(std::string_view text) {
  const size_t colon = text.find(':');
  std::string_view kind;
  std::string_view pattern = text;
  if (colon != std::string_view::npos && text.find('"') > colon) {
    kind = text.substr(0, colon);
    pattern = text.substr(colon + 1);
    if (!is_kind_word(kind)) {
      return fail(ErrorCode::usage, "there is no kind of object " + std::string(kind),
                  "kinds are called as in reports, with - for a blank: table, index, "
                  "materialized-view, server");
    }
  }
  if (pattern.empty()) {
    return fail(ErrorCode::usage, "the pattern is empty",
                "app_* means schemas, public.legacy_* names, index:public.* one kind");
  }
  return ObjectPattern(kind == "*" ? "" : std::string(kind), std::string(pattern));
}

bool ObjectPattern::is_schema() const {
  return kind_.empty() && pattern_.find('.') == std::string::npos;
}

bool ObjectPattern::matches(const ObjectId& id) const {
  return (!is_schema() || id.kind == Kind::schema) && matches_name(id);
}

bool ObjectPattern::matches_name(const ObjectId& id) const {
  if (!kind_.empty() && kind_ != pattern_word(id.kind)) return false;
  return matches_pattern(qualified_name(id), pattern_) || matches_pattern(plain_name(id), pattern_);
}

bool ObjectPattern::reaches_into(Identifier schema) const {
  const std::string first = pattern_.substr(0, pattern_.find('.'));
  return matches_pattern(schema.str(), first) || matches_pattern(quote(schema), first);
}

bool matches_pattern(std::string_view text, std::string_view pattern) {
  size_t t = 0;
  size_t p = 0;
  size_t star = std::string_view::npos;
  size_t retry = 0;
  while (t < text.size()) {
    if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t]) && pattern[p] != '*') {
      ++t;
      ++p;
    } else if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      retry = t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++retry;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

}  // namespace schemadiff
