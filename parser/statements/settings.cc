// SET, RESET, SELECT set_config(…), SELECT setval(…). What they mean for names and tables is
// followed in parser/settings.h, before the handlers run.
#include <fmt/format.h>

#include <algorithm>

#include "parser/catalog_assembly.h"
#include "parser/statement_context.h"
#include "parser/statements/statements.h"

namespace schemadiff {
namespace {

// Settings that would make another text of what follows.
bool changes_meaning(std::string_view name) {
  for (const std::string_view known :
       {"array_nulls", "transform_null_equals", "quote_all_identifiers"}) {
    if (name == known) return true;
  }
  return false;
}

// True if a plain string from here to the end of the file has a backslash, which is an escape while
// standard_conforming_strings is off.
bool has_backslash_strings(StatementContext& ctx) {
  const SourceSpan here = ctx.span(ctx.end());
  const std::string_view text = ctx.assembly().sources.file(here.file).text;
  Lexer lexer(text, here.offset);
  for (Token token = lexer.next(); token.kind != TokenKind::end; token = lexer.next()) {
    if (token.kind == TokenKind::unterminated) return true;
    const std::string_view string = text.substr(token.begin, token.end - token.begin);
    if (token.kind == TokenKind::string && string.starts_with('\'') &&
        string.find('\\') != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

}  // namespace

void set_variable(StatementContext& ctx) {
  const std::string_view name = ctx.statement.str("name");
  const Node value = ctx.statement.list("args").front();
  const std::string_view text = value.child("sval").str("sval");
  if (name == "standard_conforming_strings" && (text == "off" || text == "false" || text == "0")) {
    if (has_backslash_strings(ctx)) {
      ctx.error("standard_conforming_strings = off is not supported",
                "write E'...' where a string has backslash escapes");
    }
  } else if (name == "client_encoding" && !text.empty()) {
    std::string encoding(text);
    std::erase_if(encoding, [](char c) { return c == '-' || c == '_'; });
    if (!equals_word(encoding, "utf8") && !equals_word(encoding, "unicode") &&
        !equals_word(encoding, "sqlascii")) {
      ctx.error(fmt::format("client_encoding {} is not supported", text),
                "save the file as UTF-8 and set client_encoding to UTF8");
    }
  } else if (changes_meaning(name) || (name == "xmloption" && equals_word(text, "document"))) {
    ctx.warning(ctx.begin(), fmt::format("SET {} is ignored", name));
  }
}

void select(StatementContext& ctx) {
  const NodeList targets = ctx.statement.list("targetList");
  bool harmless = !targets.empty() && ctx.statement.list("fromClause").empty();
  for (const Node target : targets) {
    const Node call = target.child("val");
    const std::string_view function =
        call.is("FuncCall") ? call.list("funcname").back().sval() : std::string_view();
    if (function == "setval") {
      ctx.unmanaged("SELECT setval()", "values of sequences");
    } else if (function != "set_config") {
      harmless = false;
    }
  }
  if (harmless) return;
  ctx.error("SELECT can't be part of a desired state",
            "a desired state only declares; run queries elsewhere");
}

}  // namespace schemadiff
