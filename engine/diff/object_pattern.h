// Which objects somebody means on the command line or in the configuration: "app_*" is a schema
// with all in it, "public.legacy_*" what has such a name, "index:public.*" that kind alone. *
// stands for any run of characters, ? for one.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "engine/base/result.h"
#include "engine/model/object_id.h"

namespace schemadiff {

class ObjectPattern {
 public:
  // "[KIND:]PATTERN"; kinds as in reports, with - for a blank ("materialized-view"), or *. An Error
  // of code usage: the pattern is empty, or there is no such kind.
  static Result<ObjectPattern> parse(std::string_view text);
  // "*".
  static ObjectPattern everything() { return {"", "*"}; }

  // The object itself, not what it holds; its name as SQL has it, or without quotes and arguments.
  bool matches(const ObjectId& id) const;
  // The same, where a pattern without a dot is a name like any other.
  bool matches_name(const ObjectId& id) const;
  // May name things in the schema, or the schema itself.
  bool reaches_into(Identifier schema) const;
  bool has_wildcards() const { return pattern_.find_first_of("*?") != std::string::npos; }
  bool is_everything() const { return kind_.empty() && pattern_ == "*"; }
  std::string text() const { return kind_.empty() ? pattern_ : kind_ + ":" + pattern_; }
  // Of no kind and without a dot: the schema, and all in it.
  bool is_schema() const;

 private:
  ObjectPattern(std::string kind, std::string pattern)
      : kind_(std::move(kind)), pattern_(std::move(pattern)) {}

  std::string kind_;  // "materialized-view"; empty: any
  std::string pattern_;
};

// A kind as one word: "materialized-view".
std::string pattern_word(Kind kind);
// Whether it is one of those, or "*".
bool is_kind_word(std::string_view word);

// True if `text` matches `pattern`, in which * stands for any run of characters and ? for one.
bool matches_pattern(std::string_view text, std::string_view pattern);

}  // namespace schemadiff
