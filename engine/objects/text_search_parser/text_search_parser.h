// CREATE TEXT SEARCH PARSER; pg_ts_parser.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

struct TextSearchParser : ObjectBase {
  QualifiedName start;  // functions
  QualifiedName get_token;
  QualifiedName end;
  QualifiedName lex_types;
  QualifiedName headline;  // empty: none
  static constexpr auto kFields = std::tuple{
      Field{"start", &TextSearchParser::start}, Field{"gettoken", &TextSearchParser::get_token},
      Field{"end", &TextSearchParser::end}, Field{"lextypes", &TextSearchParser::lex_types},
      Field{"headline", &TextSearchParser::headline}};
};

}  // namespace schemadiff
