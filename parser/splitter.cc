#include "parser/splitter.h"

#include <fmt/format.h>

#include "parser/lexer.h"

namespace schemadiff {
namespace {

constexpr std::string_view kBlanks = " \t\r\f\v";

// psql commands without a meaning for a desired state.
bool is_harmless_command(std::string_view name) {
  for (const std::string_view harmless :
       {"restrict", "unrestrict", "echo", "qecho", "warn", "timing", "pset", "x", "t", "a", "H",
        "encoding", "errverbose", "conninfo"}) {
    if (name == harmless) return true;
  }
  return false;
}

class Splitter {
 public:
  Splitter(SourceSet& sources, Diagnostics& diagnostics)
      : sources_(sources), diagnostics_(diagnostics) {}

  void run(int32_t file) {
    begins_script_ = true;
    split(file);
  }

  std::vector<RawStatement> take() { return std::move(statements_); }

 private:
  // One statement while it is read.
  struct Open {
    bool any = false;
    uint32_t begin = 0;
    int words = 0;  // of the first words below
    bool is_create = false;
    bool is_routine = false;  // CREATE [OR REPLACE] FUNCTION | PROCEDURE
    bool is_rule = false;     // CREATE [OR REPLACE] RULE
    bool is_copy = false;
    bool from_stdin = false;
    bool after_from = false;
    bool after_begin = false;
    int parentheses = 0;
    int blocks = 0;  // BEGIN ATOMIC and CASE inside of it
  };

  void split(int32_t file) {
    including_.push_back(file);
    const std::string_view text = sources_.file(file).text;
    Lexer lexer(text);
    Open open;
    bool follows = false;
    while (true) {
      const Token token = lexer.next();
      if (token.kind == TokenKind::end) {
        if (open.any) add(file, open, token.end, follows);
        break;
      }
      if (token.kind == TokenKind::unterminated) {
        const char c = text[token.begin];
        diagnostics_.error({file, token.begin}, c == '/'   ? "unterminated comment"
                                                : c == '"' ? "unterminated quoted name"
                                                : c == '$' ? "unterminated dollar-quoted string"
                                                           : "unterminated quoted string");
        break;
      }
      if (token.kind == TokenKind::backslash) {
        if (open.any) {
          diagnostics_.error({file, token.begin}, "a psql command inside of a statement",
                             "end the statement with a semicolon");
        }
        lexer.seek(command(file, text, token.begin));
        follows = false;
        open = Open();
        continue;
      }
      const std::string_view word = text.substr(token.begin, token.end - token.begin);
      if (token.kind == TokenKind::punctuation && word == ";" && ends_statement(open)) {
        if (open.any) {
          const bool data = open.is_copy && open.from_stdin;
          add(file, open, token.begin, follows);
          follows = !data;
          if (data) lexer.seek(copy_data_end(file, text, token.end));
        }
        open = Open();
        continue;
      }
      if (!open.any) {
        open.any = true;
        open.begin = token.begin;
      }
      read(token, word, open);
    }
    including_.pop_back();
  }

  // Only the actions of a rule have semicolons in parentheses. psql would go on elsewhere too, but
  // there a parenthesis was forgotten, and what follows has errors of its own to tell.
  static bool ends_statement(const Open& open) {
    return open.blocks == 0 && (open.parentheses <= 0 || !open.is_rule);
  }

  static void read(const Token& token, std::string_view word, Open& open) {
    if (token.kind == TokenKind::punctuation) {
      if (word == "(") ++open.parentheses;
      if (word == ")") --open.parentheses;
    }
    if (token.kind != TokenKind::word) {
      open.after_begin = false;
      open.after_from = false;
      return;
    }
    ++open.words;
    if (open.words == 1) {
      open.is_create = equals_word(word, "create");
      open.is_copy = equals_word(word, "copy");
    } else if (open.is_create && open.words <= 4 &&
               (equals_word(word, "function") || equals_word(word, "procedure"))) {
      open.is_routine = true;
    } else if (open.is_create && open.words <= 4 && equals_word(word, "rule")) {
      open.is_rule = true;
    }
    if (open.is_copy) {
      if (open.after_from && equals_word(word, "stdin")) open.from_stdin = true;
      open.after_from = equals_word(word, "from");
    }
    if (open.is_routine) {
      if (open.after_begin && equals_word(word, "atomic")) {
        ++open.blocks;
      } else if (open.blocks > 0 && equals_word(word, "case")) {
        ++open.blocks;
      } else if (open.blocks > 0 && equals_word(word, "end")) {
        --open.blocks;
      }
      open.after_begin = equals_word(word, "begin");
    }
  }

  void add(int32_t file, const Open& open, uint32_t end, bool follows) {
    statements_.push_back({file, open.begin, end, follows, begins_script_});
    begins_script_ = false;
  }

  // Offset behind the line "\.", where psql stops reading rows.
  size_t copy_data_end(int32_t file, std::string_view text, size_t at) {
    size_t line = text.find('\n', at);
    while (line != std::string_view::npos) {
      const size_t begin = line + 1;
      line = text.find('\n', begin);
      std::string_view row =
          text.substr(begin, line == std::string_view::npos ? line : line - begin);
      if (row.ends_with('\r')) row.remove_suffix(1);
      if (row == "\\.") return line == std::string_view::npos ? text.size() : line + 1;
    }
    diagnostics_.error({file, static_cast<uint32_t>(at)},
                       "the rows of COPY … FROM stdin do not end",
                       "they end with a line that is just \\.");
    return text.size();
  }

  // Obeys the command whose backslash is at `at`; the offset behind it.
  size_t command(int32_t file, std::string_view text, size_t at) {
    const SourceSpan where{file, static_cast<uint32_t>(at)};
    const size_t line_end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at + 1, line_end - at - 1);
    while (!line.empty() && kBlanks.find(line.back()) != std::string_view::npos) {
      line.remove_suffix(1);
    }
    const size_t name_end = std::min(line.find_first_of(kBlanks), line.size());
    const std::string_view name = line.substr(0, name_end);
    std::string_view argument = line.substr(name_end);
    while (!argument.empty() && kBlanks.find(argument.front()) != std::string_view::npos) {
      argument.remove_prefix(1);
    }
    if (name == "i" || name == "include" || name == "ir" || name == "include_relative") {
      if (argument.size() >= 2 && argument.front() == '\'' && argument.back() == '\'') {
        argument = argument.substr(1, argument.size() - 2);
      }
      if (argument.empty()) {
        diagnostics_.error(where, fmt::format("\\{} names no file", name));
        return line_end;
      }
      const bool relative = name == "ir" || name == "include_relative";
      const auto included = sources_.include(file, argument, relative, where, diagnostics_);
      if (included) include(*included, where);
    } else if (name == "set") {
      const std::string_view variable = argument.substr(0, argument.find_first_of(kBlanks));
      bool control = false;  // psql's own behaviour; other variables would be put into the SQL
      for (const std::string_view known : {"ON_ERROR_STOP", "ON_ERROR_ROLLBACK", "AUTOCOMMIT",
                                           "QUIET", "ECHO", "VERBOSITY", "SHOW_CONTEXT"}) {
        control = control || variable == known;
      }
      if (!control) {
        diagnostics_.error(where,
                           fmt::format("\\set {}: psql variables are not supported", variable),
                           "write the value where it is used");
      }
    } else if (name == "connect" || name == "c") {
      diagnostics_.error(where, fmt::format("\\{}: a desired state describes one database", name),
                         "remove the line, or dump without --create; the database is the one that "
                         "schemadiff connects to");
    } else if (name == ".") {
      diagnostics_.error(where, "\\. without COPY … FROM stdin");
    } else if (name == "q" || name == "quit") {
      return text.size();
    } else if (!is_harmless_command(name)) {
      diagnostics_.error(
          where, fmt::format("unknown psql command \\{}", name),
          "known are \\i, \\ir, \\restrict, \\unrestrict, \\echo, \\set ON_ERROR_STOP");
    }
    return line_end;
  }

  void include(int32_t file, SourceSpan where) {
    for (const int32_t open : including_) {
      if (sources_.file(open).name != sources_.file(file).name) continue;
      diagnostics_.error(where, fmt::format("{} includes itself", sources_.file(file).name));
      return;
    }
    split(file);
  }

  SourceSet& sources_;
  Diagnostics& diagnostics_;
  std::vector<RawStatement> statements_;
  std::vector<int32_t> including_;
  bool begins_script_ = false;
};

}  // namespace

std::vector<RawStatement> split_statements(SourceSet& sources, Diagnostics& diagnostics) {
  Splitter splitter(sources, diagnostics);
  // A copy: included files are added to `sources` while they are read.
  const std::vector<int32_t> scripts = sources.scripts();
  for (const int32_t script : scripts) splitter.run(script);
  return splitter.take();
}

}  // namespace schemadiff
