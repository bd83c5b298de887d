// INSERT and COPY … FROM stdin: rows that are declared to be there.
#include <fmt/format.h>

#include <algorithm>

#include "engine/base/text.h"
#include "parser/catalog_assembly.h"
#include "parser/lexer.h"
#include "parser/row_cells.h"
#include "parser/row_directives.h"
#include "parser/statement_context.h"
#include "parser/statements/statements.h"

namespace schemadiff {
namespace {

const char* const kSelectHint =
    "write VALUES, or SELECT over (VALUES …) AS v(a, b): look other rows up with a sub-select in "
    "the place of a value";

class RowsReader {
 public:
  explicit RowsReader(StatementContext& ctx) : ctx_(ctx), cells_(ctx, problems_) {}

  void insert() {
    const Node& node = ctx_.statement;
    if (!begin(node.child("relation"))) return;
    if (node.has("withClause")) {
      problem(ctx_.begin(), "WITH can't be part of declared rows",
              "write the sub-select in the place of the value");
      return finish();
    }
    std::vector<Identifier> names;
    for (const Node column : node.list("cols")) {
      if (!column.list("indirection").empty()) {
        problem(column.location(), "a part of a column can't be declared alone",
                "give the whole value");
        return finish();
      }
      names.emplace_back(column.str("name"));
    }
    if (!names.empty() && !set_columns(std::move(names), ctx_.begin())) return finish();
    // Behind the name of the table, which may be a key word.
    const size_t name = ctx_.token_at(node.child("relation").location());
    const size_t source = ctx_.find_at_depth(name + 1, {"values", "select", "default"});
    size_t next = ctx_.tokens().size() - 1;
    if (ctx_.token_is(source, "values")) {
      next = values(source);
    } else if (ctx_.token_is(source, "select")) {
      next = select(source);
    } else {
      problem(ctx_.begin(), "this INSERT declares no values", kSelectHint);
      return finish();
    }
    if (node.has("onConflictClause")) conflict(node.child("onConflictClause"), next);
    finish();
  }

  void copy() {
    const Node& node = ctx_.statement;
    if (!begin(node.child("relation"))) return;
    std::vector<Identifier> names = identifiers(node.list("attlist"));
    if (!names.empty() && !set_columns(std::move(names), ctx_.begin())) return finish();
    if (node.has("query") || node.has("filename") || node.boolean("is_program")) {
      problem(ctx_.begin(), "only COPY … FROM stdin can declare rows");
      return finish();
    }
    if (node.has("whereClause")) {
      problem(ctx_.begin(), "COPY … WHERE can't declare rows", "remove the rows that don't count");
      return finish();
    }
    CopyFormat format;
    for (const Node option : node.list("options")) {
      const std::string_view name = option.str("defname");
      const std::string text = option_text(option);
      if (name == "delimiter" && text.size() == 1) {
        format.delimiter = text[0];
      } else if (name == "null") {
        format.null = text;
      } else if (!(name == "format" && text == "text") && name != "encoding") {
        problem(option.location(),
                fmt::format("COPY with {} is not understood in a desired state", name),
                "write the rows as COPY's text format, or with INSERT");
        return finish();
      }
    }
    copied_rows(format);
    finish();
  }

 private:
  struct CopyFormat {
    char delimiter = '\t';
    std::string null = "\\N";
  };

  void problem(int location, std::string message, std::string hint = "") {
    problems_.error(ctx_.span(location < 0 ? ctx_.begin() : location), std::move(message),
                    std::move(hint));
  }

  // False: nothing to do, or not yet.
  bool begin(const Node& relation) {
    const Identifier schema = relation.str("schemaname");
    const Identifier name = relation.str("relname");
    if (ctx_.assembly().is_foreign_table(schema, name, ctx_.path)) {
      ctx_.unmanaged("INSERT", "rows of foreign tables");
      return false;
    }
    if (const Node alias = relation.child("alias")) alias_ = alias.str("aliasname");
    rows_.table = ctx_.find_relation(relation);
    if (!rows_.table.known() && !ctx_.last_try()) {
      ctx_.missing(relation.location(), "");
      return false;
    }
    if (!rows_.table.known() && ctx_.is_unreadable(schema, name)) return false;
    if (rows_.table.kind != Kind::table) {
      problem(relation.location(),
              rows_.table.known()
                  ? fmt::format("{} is not a table: only tables have declared rows",
                                describe(rows_.table))
                  : fmt::format("relation {} does not exist", QualifiedName{schema, name}.sql()));
      finish();
      return false;
    }
    rows_.source = ctx_.span();
    rows_.path = ctx_.path;
    const auto directive =
        row_directive(ctx_.assembly().sources, ctx_.span(), ctx_.span(ctx_.end()),
                      ctx_.assembly().used_directives, problems_);
    if (ctx_.assembly().guarded || directive == RowDirective::initial) {
      rows_.existing = ExistingRows::leave;
    }
    rows_.exact = directive == RowDirective::exact;
    return true;
  }

  // False: not (yet) known.
  bool set_columns(std::vector<Identifier> names, int location) {
    for (const Identifier name : names) {
      const Column* column = ctx_.assembly().column(rows_.table, name);
      if (column == nullptr) {
        if (!ctx_.last_try()) {
          ctx_.missing(location, "");
        } else {
          std::vector<std::string> known;
          for (const Identifier other : ctx_.assembly().columns(rows_.table)) {
            known.push_back(other.str());
          }
          const std::string closest = closest_name(name.str(), known);
          problem(
              location, fmt::format("{} has no column {}", describe(rows_.table), quote(name)),
              closest.empty() ? "" : fmt::format("did you mean {}?", quote_identifier(closest)));
        }
        return false;
      }
      if (column->generated && is_copy()) {
        problem(location, fmt::format("column {} is generated: it can't be given", quote(name)));
        return false;
      }
      if (std::count(names.begin(), names.end(), name) > 1) {
        problem(location, fmt::format("column {} is given twice", quote(name)));
        return false;
      }
      types_.push_back(column->generated ? nullptr : &column->type);
      if (!column->generated) rows_.columns.push_back(name);
    }
    return true;
  }

  bool is_copy() const { return ctx_.statement.tag() == "CopyStmt"; }

  // Without a list the values are those of the first columns.
  bool need_columns(size_t width, int location) {
    if (!types_.empty()) return true;
    std::vector<Identifier> names = ctx_.assembly().columns(rows_.table);
    // COPY has no value for them, INSERT the word DEFAULT.
    std::erase_if(names, [&](Identifier name) {
      const Column* column = ctx_.assembly().column(rows_.table, name);
      return is_copy() && column != nullptr && column->generated.has_value();
    });
    if (names.size() < width) {
      if (!ctx_.last_try()) {
        ctx_.missing(location, "");
      } else {
        problem(location, fmt::format("{} has only {} columns for {} values", describe(rows_.table),
                                      names.size(), width));
      }
      return false;
    }
    names.resize(width);
    return set_columns(std::move(names), location);
  }

  bool fits(size_t values, int location) {
    if (values == types_.size()) return true;
    problem(location, fmt::format("this row has {} values for {} columns", values, types_.size()));
    return false;
  }

  // The value of column number i.
  void read_cell(size_t i, std::string_view text, int location) {
    if (types_[i] != nullptr) {
      cells_.read(text, *types_[i], location, rows_);
    } else if (!equals_word(trimmed(text), "default")) {
      problem(location, "the column of this value is generated: only DEFAULT can be given");
    }
  }

  // Tokens [first, last) of one value.
  std::string_view text_of(size_t first, size_t last) const {
    const std::vector<Token>& tokens = ctx_.tokens();
    if (first >= last) return {};
    return ctx_.text_between(static_cast<int>(tokens[first].begin),
                             static_cast<int>(tokens[last - 1].end));
  }

  // The values in the parentheses that open at token `open`: first and last token of each.
  std::vector<std::pair<size_t, size_t>> split(size_t open, size_t close) const {
    std::vector<std::pair<size_t, size_t>> out;
    size_t first = open + 1;
    while (first < close) {
      const size_t end = std::min(ctx_.find_at_depth(first, {","}), close);
      out.emplace_back(first, end);
      first = end + 1;
    }
    return out;
  }

  // From the token VALUES; the token behind the last row.
  size_t values(size_t at) {
    do {
      const size_t open = at + 1;
      const int location = static_cast<int>(ctx_.tokens()[open].begin);
      if (!ctx_.token_is(open, "(")) {
        problem(location, "a row in parentheses is missing here");
        return ctx_.tokens().size() - 1;
      }
      const size_t close = closing(open);
      const auto parts = split(open, close);
      if (!need_columns(parts.size(), location)) return ctx_.tokens().size() - 1;
      if (!fits(parts.size(), location)) return ctx_.tokens().size() - 1;
      rows_.begin_row(ctx_.span(location));
      for (size_t i = 0; i < parts.size(); ++i) {
        read_cell(i, text_of(parts[i].first, parts[i].second),
                  static_cast<int>(ctx_.tokens()[parts[i].first].begin));
      }
      at = close + 1;
    } while (ctx_.token_is(at, ","));
    return at;
  }

  size_t closing(size_t open) const { return ctx_.closing(open); }

  // ---- INSERT … SELECT
  struct Value {
    std::string text;
    int location = 0;
  };
  struct Virtual {  // FROM (VALUES …) AS alias (names)
    Identifier alias;
    std::vector<Identifier> names;
    std::vector<std::vector<Value>> rows;
  };

  // From the token SELECT; the token behind. Everything but SELECT over VALUES is refused.
  size_t select(size_t at) {
    const size_t end = ctx_.tokens().size() - 1;
    const auto refuse = [&](size_t token, const char* what) {
      problem(static_cast<int>(ctx_.tokens()[token].begin),
              fmt::format("INSERT … SELECT with {} can't declare rows: they would depend on what "
                          "else is in the database",
                          what),
              kSelectHint);
      return end;
    };
    while (true) {
      if (!ctx_.token_is(at, "select")) return refuse(at, "this");
      const int location = static_cast<int>(ctx_.tokens()[at].begin);
      if (ctx_.token_is(at + 1, "distinct")) return refuse(at + 1, "DISTINCT");
      std::vector<std::pair<size_t, size_t>> items;
      size_t next = at + 1;
      while (true) {
        const size_t stop =
            ctx_.find_at_depth(next, {",", "from", "where", "union", "on", "returning", "group",
                                      "order", "limit", "intersect", "except", "having"});
        items.emplace_back(next, stop);
        next = stop;
        if (!ctx_.token_is(stop, ",")) break;
        next = stop + 1;
      }
      Virtual source;
      source.rows.resize(1);
      if (ctx_.token_is(next, "from")) {
        const auto read = virtual_table(next, source);
        if (!read) return refuse(next, "FROM a table");
        next = *read;
      }
      if (ctx_.token_is(next, "where")) {
        const bool guard = ctx_.token_is(next + 1, "not") && ctx_.token_is(next + 2, "exists") &&
                           ctx_.token_is(next + 3, "(");
        if (!guard) return refuse(next, "WHERE");
        rows_.existing = ExistingRows::leave;
        next = closing(next + 3) + 1;
      }
      if (!select_rows(items, source, location)) return end;
      if (ctx_.token_is(next, "union") && ctx_.token_is(next + 1, "all")) {
        at = next + 2;
        continue;
      }
      if (next == end || ctx_.token_is(next, "on") || ctx_.token_is(next, "returning")) return next;
      return refuse(next, std::string(ctx_.token_text(next)).c_str());
    }
  }

  std::optional<size_t> virtual_table(size_t from, Virtual& source) {
    if (!ctx_.token_is(from + 1, "(") || !ctx_.token_is(from + 2, "values")) return std::nullopt;
    const size_t outer = closing(from + 1);
    size_t at = from + 2;
    source.rows.clear();
    do {
      const size_t open = at + 1;
      if (!ctx_.token_is(open, "(")) return std::nullopt;
      const size_t close = closing(open);
      std::vector<Value>& row = source.rows.emplace_back();
      for (const auto& [first, last] : split(open, close)) {
        row.push_back(
            {std::string(text_of(first, last)), static_cast<int>(ctx_.tokens()[open].begin)});
      }
      at = close + 1;
    } while (at < outer && ctx_.token_is(at, ","));
    if (at != outer) return std::nullopt;
    at = outer + 1;
    if (ctx_.token_is(at, "as")) ++at;
    source.alias = identifier_value(ctx_.token_text(at));
    ++at;
    if (ctx_.token_is(at, "(")) {
      const size_t close = closing(at);
      for (const auto& [first, last] : split(at, close)) {
        source.names.emplace_back(identifier_value(ctx_.token_text(first)));
      }
      at = close + 1;
    }
    for (size_t i = source.names.size(); i < source.rows.front().size(); ++i) {
      source.names.emplace_back("column" + std::to_string(i + 1));
    }
    for (const std::vector<Value>& row : source.rows) {
      if (row.size() != source.names.size()) return std::nullopt;
    }
    return at;
  }

  bool select_rows(const std::vector<std::pair<size_t, size_t>>& items, const Virtual& source,
                   int location) {
    for (const std::vector<Value>& row : source.rows) {
      std::vector<std::string> texts;
      for (const auto& [first, last] : items) {
        const bool all =
            ctx_.token_is(last - 1, "*") &&
            (last - first == 1 || (last - first == 3 && ctx_.token_is(first + 1, ".")));
        if (all) {
          for (const Value& value : row) texts.push_back(value.text);
          continue;
        }
        texts.push_back(substituted(first, last, source, row));
      }
      const int place = row.empty() ? location : row.front().location;
      if (!need_columns(texts.size(), place)) return false;
      if (!fits(texts.size(), place)) return false;
      rows_.begin_row(ctx_.span(place));
      for (size_t i = 0; i < texts.size(); ++i) read_cell(i, texts[i], place);
    }
    return true;
  }

  // The item with the values of the row in the place of the columns of VALUES.
  std::string substituted(size_t first, size_t last, const Virtual& source,
                          const std::vector<Value>& row) {
    if (last - first >= 2 && ctx_.token_is(last - 2, "as")) last -= 2;
    std::string out;
    int depth = 0;
    for (size_t i = first; i < last; ++i) {
      const Token& token = ctx_.tokens()[i];
      const size_t begin = i == first ? token.begin : ctx_.tokens()[i - 1].end;
      if (i != first)
        out += ctx_.text_between(static_cast<int>(begin), static_cast<int>(token.begin));
      if (ctx_.token_is(i, "(")) ++depth;
      if (ctx_.token_is(i, ")")) --depth;
      const bool is_name =
          token.kind == TokenKind::word || token.kind == TokenKind::quoted_identifier;
      const bool qualified = is_name && i + 2 < last && ctx_.token_is(i + 1, ".") &&
                             Identifier(identifier_value(ctx_.token_text(i))) == source.alias;
      const size_t name = qualified ? i + 2 : i;
      const auto found = is_name ? std::find(source.names.begin(), source.names.end(),
                                             Identifier(identifier_value(ctx_.token_text(name))))
                                 : source.names.end();
      const bool plain = !qualified && depth == 0 && !ctx_.token_is(i + 1, "(") &&
                         !ctx_.token_is(i + 1, ".") && (i == first || !ctx_.token_is(i - 1, ".")) &&
                         (i == first || !ctx_.token_is(i - 1, "::"));
      if (found == source.names.end() || !(qualified || plain)) {
        out += ctx_.token_text(i);
        continue;
      }
      const std::string& value = row[static_cast<size_t>(found - source.names.begin())].text;
      const bool alone = first == i && name + 1 == last;
      // 'x' in front of a cast is a literal of that type, as it was in VALUES.
      const bool literal = value.find_first_of(" (-+") == std::string::npos;
      out += alone || literal ? value : "(" + value + ")";
      i = name;
    }
    return out;
  }

  // ---- ON CONFLICT
  void conflict(const Node& clause, size_t at) {
    const Node infer = clause.child("infer");
    rows_.conflict_constraint = infer.str("conname");
    for (const Node element : infer.list("indexElems")) {
      if (element.str("name").empty()) {
        problem(element.location(), "a conflict target of expressions is not understood",
                "name the columns of a unique key");
        return;
      }
      rows_.conflict_columns.emplace_back(element.str("name"));
    }
    if (infer.has("whereClause")) {
      problem(infer.location(), "a conflict target with WHERE is not understood",
              "name the columns of a unique key that holds for all rows");
      return;
    }
    if (clause.str("action") == "ONCONFLICT_NOTHING") {
      rows_.existing = ExistingRows::leave;
      return;
    }
    if (rows_.existing != ExistingRows::leave) rows_.existing = ExistingRows::keep_listed;
    const size_t set = ctx_.find_at_depth(at, {"set"});
    size_t next = set + 1;
    while (true) {
      std::vector<Identifier> names;
      std::vector<std::pair<size_t, size_t>> parts;
      if (ctx_.token_is(next, "(")) {
        for (const auto& [first, last] : split(next, closing(next))) {
          names.emplace_back(identifier_value(ctx_.token_text(first)));
        }
        next = closing(next) + 2;  // behind =
        if (ctx_.token_is(next, "row")) ++next;
        if (!ctx_.token_is(next, "(") || ctx_.token_is(next + 1, "select")) {
          problem(static_cast<int>(ctx_.tokens()[next].begin),
                  "this SET can't be part of declared rows", "set each column by itself");
          return;
        }
        parts = split(next, closing(next));
        next = closing(next) + 1;
      } else {
        names.emplace_back(identifier_value(ctx_.token_text(next)));
        const size_t end = ctx_.find_at_depth(next + 2, {",", "where", "returning"});
        parts.emplace_back(next + 2, end);
        next = end;
      }
      for (size_t i = 0; i < names.size() && i < parts.size(); ++i) {
        if (!add_update(names[i], parts[i].first, parts[i].second)) return;
      }
      if (!ctx_.token_is(next, ",")) break;
      ++next;
    }
    if (ctx_.token_is(next, "where")) {
      problem(static_cast<int>(ctx_.tokens()[next].begin),
              "DO UPDATE … WHERE can't be part of declared rows",
              "remove it: only values that differ are written anyway");
    }
  }

  bool add_update(Identifier column, size_t first, size_t last) {
    const int location = static_cast<int>(ctx_.tokens()[first].begin);
    if (ctx_.assembly().column(rows_.table, column) == nullptr) {
      problem(location, fmt::format("{} has no column {}", describe(rows_.table), quote(column)));
      return false;
    }
    RowUpdate update;
    update.column = column;
    update.excluded = last - first == 3 && ctx_.token_is(first, "excluded") &&
                      Identifier(identifier_value(ctx_.token_text(first + 2))) == column;
    if (update.excluded) {
      if (std::find(rows_.columns.begin(), rows_.columns.end(), column) == rows_.columns.end()) {
        problem(location,
                fmt::format("EXCLUDED.{}: the INSERT gives no value for it", quote(column)),
                "add the column to the list, or remove it here");
        return false;
      }
    } else {
      for (size_t i = first; i + 1 < last; ++i) {
        const bool is_name = !alias_.empty() && ctx_.token_is(i + 1, ".") &&
                             (i == first || !ctx_.token_is(i - 1, "."));
        if (!is_name || Identifier(identifier_value(ctx_.token_text(i))) != alias_) continue;
        problem(
            static_cast<int>(ctx_.tokens()[i].begin),
            fmt::format("{} is the row that is there already: this can't be part of declared rows",
                        quote(alias_)),
            "set columns to EXCLUDED.column, or to values that don't depend on the row");
        return false;
      }
      auto expression = cells_.expression(text_of(first, last), location);
      if (!expression) return false;
      update.expression = std::move(*expression);
    }
    rows_.updates.push_back(std::move(update));
    return true;
  }

  // ---- COPY
  void copied_rows(const CopyFormat& format) {
    const SourceSpan end = ctx_.span(ctx_.end());
    const std::string_view text = ctx_.assembly().sources.file(end.file).text;
    size_t line = text.find('\n', end.offset);
    if (line == std::string_view::npos) return;  // said by the splitter
    ++line;
    while (line < text.size()) {
      const size_t line_end = std::min(text.find('\n', line), text.size());
      std::string_view row = text.substr(line, line_end - line);
      if (row.ends_with('\r')) row.remove_suffix(1);
      if (row == "\\.") return;
      if (!copied_row(row, {end.file, static_cast<uint32_t>(line)}, format)) return;
      line = line_end + 1;
    }
  }

  bool copied_row(std::string_view row, SourceSpan place, const CopyFormat& format) {
    std::vector<std::string_view> fields;
    size_t begin = 0;
    for (size_t i = 0; i <= row.size(); ++i) {
      if (i < row.size() && row[i] == '\\') {
        ++i;
      } else if (i >= row.size() || row[i] == format.delimiter) {
        fields.push_back(row.substr(begin, std::min(i, row.size()) - begin));
        begin = i + 1;
      }
    }
    if (!need_columns(fields.size(), ctx_.begin())) return false;
    if (fields.size() != rows_.columns.size()) {
      problems_.error(place, fmt::format("this row has {} values for {} columns", fields.size(),
                                         rows_.columns.size()));
      return false;
    }
    rows_.begin_row(place);
    for (const std::string_view field : fields) {
      if (field == format.null) {
        rows_.add(CellKind::null);
      } else {
        rows_.add(CellKind::string, copied_value(field));
      }
    }
    return true;
  }

  static std::string copied_value(std::string_view field) {
    std::string out;
    const auto digit = [&](size_t at, int base) {
      if (at >= field.size()) return -1;
      const char c = field[at];
      int value = 99;
      if (c >= '0' && c <= '9') value = c - '0';
      if (c >= 'a' && c <= 'f') value = c - 'a' + 10;
      if (c >= 'A' && c <= 'F') value = c - 'A' + 10;
      return value < base ? value : -1;
    };
    for (size_t i = 0; i < field.size(); ++i) {
      if (field[i] != '\\' || i + 1 == field.size()) {
        out += field[i];
        continue;
      }
      const char c = field[++i];
      constexpr std::string_view kLetters = "bfnrtv";
      constexpr std::string_view kMeanings = "\b\f\n\r\t\v";
      const size_t letter = kLetters.find(c);
      if (letter != std::string_view::npos) {
        out += kMeanings[letter];
      } else if (const bool hex = c == 'x' && digit(i + 1, 16) >= 0; hex || digit(i, 8) >= 0) {
        int code = 0;
        const int base = hex ? 16 : 8;
        size_t left = hex ? 2 : 3;
        if (hex) ++i;
        for (; left > 0 && digit(i, base) >= 0; --left) code = code * base + digit(i++, base);
        --i;
        out += static_cast<char>(code);
      } else {
        out += c;
      }
    }
    return out;
  }

  // ----
  void finish() {
    if (ctx_.must_wait()) return;
    CatalogAssembly& assembly = ctx_.assembly();
    const bool good = !problems_.has_errors();
    assembly.row_problems.append(std::move(problems_));
    if (good && rows_.size() > 0) assembly.declare_rows(std::move(rows_));
  }

  StatementContext& ctx_;
  Diagnostics problems_;
  CellReader cells_;
  DeclaredRows rows_;
  Identifier alias_;                   // INSERT INTO t AS alias
  std::vector<const TypeRef*> types_;  // of the columns given; nullptr: generated, none of rows_
};

}  // namespace

void insert(StatementContext& ctx) { RowsReader(ctx).insert(); }

void copy(StatementContext& ctx) {
  if (!ctx.statement.boolean("is_from")) {
    ctx.error("COPY ... TO can't be part of a desired state");
    return;
  }
  RowsReader(ctx).copy();
}

}  // namespace schemadiff
