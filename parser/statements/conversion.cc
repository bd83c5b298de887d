#include <algorithm>

#include "parser/statement_context.h"
#include "parser/statements/statements.h"

namespace schemadiff {
namespace {

std::string cleaned(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z') out += static_cast<char>(c + 32);
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
  }
  return out;
}

// As pg_encoding_to_char() names it; "": there is none of that name.
std::string encoding_name(std::string_view name) {
  static constexpr std::string_view kNames[] = {
      "SQL_ASCII", "EUC_JP",        "EUC_CN",     "EUC_KR",     "EUC_TW",     "EUC_JIS_2004",
      "UTF8",      "MULE_INTERNAL", "LATIN1",     "LATIN2",     "LATIN3",     "LATIN4",
      "LATIN5",    "LATIN6",        "LATIN7",     "LATIN8",     "LATIN9",     "LATIN10",
      "WIN1256",   "WIN1258",       "WIN866",     "WIN874",     "KOI8R",      "WIN1251",
      "WIN1252",   "ISO_8859_5",    "ISO_8859_6", "ISO_8859_7", "ISO_8859_8", "WIN1250",
      "WIN1253",   "WIN1254",       "WIN1255",    "WIN1257",    "KOI8U",      "SJIS",
      "BIG5",      "GBK",           "UHC",        "GB18030",    "JOHAB",      "SHIFT_JIS_2004"};
  struct Alias {
    std::string_view alias;
    std::string_view name;
  };
  static constexpr Alias kAliases[] = {
      {"unicode", "UTF8"},        {"iso88591", "LATIN1"},     {"iso88592", "LATIN2"},
      {"iso88593", "LATIN3"},     {"iso88594", "LATIN4"},     {"iso88599", "LATIN5"},
      {"iso885910", "LATIN6"},    {"iso885913", "LATIN7"},    {"iso885914", "LATIN8"},
      {"iso885915", "LATIN9"},    {"iso885916", "LATIN10"},   {"windows1250", "WIN1250"},
      {"windows1251", "WIN1251"}, {"windows1252", "WIN1252"}, {"windows1253", "WIN1253"},
      {"windows1254", "WIN1254"}, {"windows1255", "WIN1255"}, {"windows1256", "WIN1256"},
      {"windows1257", "WIN1257"}, {"windows1258", "WIN1258"}, {"windows866", "WIN866"},
      {"windows874", "WIN874"},   {"windows932", "SJIS"},     {"windows936", "GBK"},
      {"windows949", "UHC"},      {"windows950", "BIG5"},     {"mskanji", "SJIS"},
      {"shiftjis", "SJIS"},       {"koi8", "KOI8R"},          {"alt", "WIN866"},
      {"win", "WIN1251"},         {"abc", "WIN1258"},         {"tcvn", "WIN1258"},
      {"tcvn5712", "WIN1258"},    {"vscii", "WIN1258"}};
  const std::string wanted = cleaned(name);
  for (const std::string_view known : kNames) {
    if (cleaned(known) == wanted) return std::string(known);
  }
  for (const Alias& alias : kAliases) {
    if (alias.alias == wanted) return std::string(alias.name);
  }
  return "";
}

}  // namespace

void create_conversion(StatementContext& ctx) {
  const QualifiedName name = ctx.new_name(ctx.statement.list("conversion_name"));
  Conversion conversion;
  conversion.id = object_id(Kind::conversion, name.schema, name.name);
  conversion.source = ctx.span();
  conversion.is_default = ctx.statement.boolean("def");
  conversion.function = ctx.function_name(ctx.statement.list("func_name"));
  for (const char* field : {"for_encoding_name", "to_encoding_name"}) {
    const std::string encoding = encoding_name(ctx.statement.str(field));
    if (encoding.empty()) {
      ctx.error("encoding \"" + ctx.statement.string(field) + "\" does not exist");
      return;
    }
    (field[0] == 'f' ? conversion.from : conversion.to) = encoding;
  }
  ctx.add(std::move(conversion));
}

}  // namespace schemadiff
