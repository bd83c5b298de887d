// Which part of a file a comment is about, by where it stands.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include "parser/splitter.h"

namespace schemadiff {

class ParsedSources;

// [begin, end) of a text.
struct TextRange {
  uint32_t begin = 0;
  uint32_t end = 0;
};

// "-- schemadiff: words" or "/* schemadiff: words */": a comment that is about something.
struct Directive {
  uint32_t comment = 0;  // where "--" stands
  uint32_t mark = 0;     // where "schemadiff:" does
  uint32_t end = 0;      // of the line, or the comment
  std::string_view words;
  const RawStatement* inside = nullptr;  // the statement around it
  // What it is about: of a statement around it a line, else all of the statement above which or at
  // the end of which it stands. nullopt: neither.
  std::optional<TextRange> range;
};

// Those of all files whose words begin with `verb` (all, if it is empty), in their order.
void for_each_directive(const ParsedSources& parsed, std::string_view verb,
                        const std::function<void(int32_t file, const Directive&)>& visit);

}  // namespace schemadiff
