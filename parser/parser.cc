#include "parser/parser.h"

#include <fmt/format.h>
#include <pg_query.h>

#include <algorithm>
#include <atomic>
#include <deque>
#include <numeric>
#include <thread>

#include "engine/base/text.h"
#include "engine/model/default_names.h"
#include "engine/model/kind_traits.h"
#include "parser/catalog_assembly.h"
#include "parser/lexer.h"
#include "parser/literal_settings.h"
#include "parser/negative_integers.h"
#include "parser/row_cells.h"
#include "parser/settings.h"
#include "parser/splitter.h"
#include "parser/statement_context.h"
#include "parser/statement_table.h"
#include "parser/statements/statements.h"
#include "parser/statements/target.h"
#include "parser/tree.h"

namespace schemadiff {

struct ParsedStatement {
  RawStatement raw;
  Node node;                 // absent: a syntax error, said already
  uint32_t text_offset = 0;  // in its file, of the text that was parsed
  uint32_t text_end = 0;
  size_t error_at = 0;  // of a syntax error, in the statement
};

// Statements [first, last) of one text.
struct ParsedChunk {
  size_t first = 0;
  size_t last = 0;
  std::deque<simdjson::dom::document> documents;  // nodes point to them: they must not move
  Diagnostics diagnostics;
};

namespace {

// Neighbouring statements are parsed in one call: a call costs more than a short statement.
constexpr size_t kChunkBytes = 24 * 1024;
// An INSERT of that length has many rows.
constexpr size_t kLongStatement = 8 * 1024;
// Expressions nest deeper in JSON than in SQL.
constexpr size_t kMaxDepth = 60000;

struct NewerSyntax {
  std::string_view words;  // * is any
  int version;
  bool is_old_elsewhere = false;  // new only behind a name, where the error is at its first word
};

// What the grammar of a newer PostgreSQL would have understood.
constexpr NewerSyntax kNewerSyntax[] = {{"nulls not distinct", 15},
                                        {"nulls distinct", 15},
                                        {"is json", 16},
                                        {"is not json", 16},
                                        {"indent", 16, true},
                                        {"no indent", 16, true},
                                        {"create statistics on", 16},
                                        {"create statistics ;", 16},
                                        {"at local", 17},
                                        {"statistics default", 17},
                                        {"access method default", 17},
                                        {"set expression", 17},
                                        {"matched by source", 17},
                                        {"matched by target", 17},
                                        {"without overlaps", 18},
                                        {"not enforced", 18},
                                        {"enforced", 18},
                                        {"virtual", 18},
                                        {"period", 18},
                                        {"large objects", 18},
                                        {"returning with", 18},
                                        {"constraint * inherit", 18},
                                        {"not null", 18, true},
                                        {"no inherit", 18},
                                        {"storage", 16},
                                        {"with inherit", 16},
                                        {"with set", 16},
                                        {"inherit true", 16},
                                        {"inherit false", 16},
                                        {"set true", 16},
                                        {"set false", 16},
                                        {"admin true", 16},
                                        {"admin false", 16},
                                        {"split partition", 19},
                                        {"merge partitions", 19}};

struct NewerCall {
  std::string_view name;
  int version;
};
// What looks like a call, and is syntax with clauses of its own in a newer PostgreSQL.
constexpr NewerCall kNewerCalls[] = {
    {"json_array", 16},  {"json_arrayagg", 16}, {"json_object", 16}, {"json_objectagg", 16},
    {"json_exists", 17}, {"json_query", 17},    {"json_scalar", 17}, {"json_serialize", 17},
    {"json_table", 17},  {"json_value", 17},
};
const NewerCall* newer_call(std::string_view name) {
  for (const NewerCall& call : kNewerCalls) {
    if (call.version > PG_VERSION_NUM / 10000 && equals_word(name, call.name)) return &call;
  }
  return nullptr;
}

// The words of `text` around `at`, in lower case; what is no word is ";".
struct WordsAround {
  std::vector<std::string> words;
  size_t error_word = 0;  // the one that begins at `at`
};
WordsAround words_around(std::string_view text, size_t at) {
  WordsAround out;
  Lexer lexer(text);
  for (Token token = lexer.next(); token.kind != TokenKind::end; token = lexer.next()) {
    if (token.kind == TokenKind::unterminated) break;
    if (token.begin <= at) out.error_word = out.words.size();
    std::string word(text.substr(token.begin, token.end - token.begin));
    if (token.kind != TokenKind::word) word = ";";
    for (char& c : word) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    out.words.push_back(std::move(word));
    if (out.words.size() > out.error_word + 3 && token.begin > at) break;
  }
  const size_t first = out.error_word >= 2 ? out.error_word - 2 : 0;
  out.words.erase(out.words.begin(), out.words.begin() + static_cast<std::ptrdiff_t>(first));
  out.error_word -= first;
  return out;
}

bool may_be_meant(const NewerSyntax& newer, const WordsAround& around) {
  const auto stands_at = [&](size_t first) {
    std::string_view rest = newer.words;
    for (size_t i = first; !rest.empty(); ++i) {
      const std::string_view word = rest.substr(0, rest.find(' '));
      if (i >= around.words.size() || (word != "*" && word != around.words[i])) return false;
      rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    }
    return true;
  };
  if (newer.is_old_elsewhere) {
    const size_t at = around.error_word;
    return at > 0 && around.words[at - 1] != ";" && stands_at(at);
  }
  for (size_t i = 0; i < around.words.size(); ++i) {
    if (stands_at(i)) return true;
  }
  return false;
}

// The innermost one of them that `text` has opened before `at`, and not closed.
const NewerCall* newer_call_around(std::string_view text, size_t at) {
  std::vector<const NewerCall*> open;
  std::string_view before;
  Lexer lexer(text);
  for (Token token = lexer.next(); token.kind != TokenKind::end && token.begin < at;
       token = lexer.next()) {
    if (token.kind == TokenKind::unterminated) return nullptr;
    const std::string_view word = text.substr(token.begin, token.end - token.begin);
    if (word == "(") open.push_back(newer_call(before));
    if (word == ")" && !open.empty()) open.pop_back();
    before = token.kind == TokenKind::word ? word : std::string_view();
  }
  const auto found = std::find_if(open.rbegin(), open.rend(),
                                  [](const NewerCall* call) { return call != nullptr; });
  return found == open.rend() ? nullptr : *found;
}

// 0x1F, 0o17, 0b11, 1_000
bool is_newer_number(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  if (digits == 0 || digits >= text.size()) return false;
  if (text[digits] == '_') return true;
  constexpr std::string_view kBases = "xXoObB";
  return digits == 1 && text[0] == '0' && kBases.find(text[1]) != std::string_view::npos;
}

// GENERATED ALWAYS AS (…), and no STORED behind it: the default is VIRTUAL from 18 on.
bool is_generated_without_word(std::string_view text, size_t at) {
  std::vector<bool> open;  // whether of a generated column
  std::string_view words[3];
  bool closed_just_now = false;
  Lexer lexer(text);
  for (Token token = lexer.next(); token.kind != TokenKind::end && token.begin < at;
       token = lexer.next()) {
    if (token.kind == TokenKind::unterminated) return false;
    const std::string_view word = text.substr(token.begin, token.end - token.begin);
    closed_just_now = false;
    if (word == "(") {
      const bool generated = equals_word(words[0], "generated") &&
                             equals_word(words[1], "always") && equals_word(words[2], "as");
      open.push_back(generated);
    } else if (word == ")" && !open.empty()) {
      closed_just_now = open.back();
      open.pop_back();
    }
    words[0] = words[1];
    words[1] = words[2];
    words[2] = word;
  }
  return closed_just_now;
}

std::string newer_grammar_hint(std::string_view words, int version) {
  return fmt::format(
      "this build speaks the grammar of PostgreSQL {}; if this is syntax of a newer one ({} came "
      "with {}), build schemadiff with a newer libpg_query (cmake -DPGQUERY_ROOT=...)",
      PG_MAJORVERSION, words, version);
}

// Where a newer one might not have said it; else "".
std::string hint_of_newer_grammar(std::string_view text, size_t at, std::string_view error) {
  constexpr int kOwn = PG_VERSION_NUM / 10000;
  if (const NewerCall* call = newer_call_around(text, at)) {
    return newer_grammar_hint(call->name, call->version);
  }
  const WordsAround around = words_around(text, at);
  for (const NewerSyntax& newer : kNewerSyntax) {
    if (newer.version <= kOwn || !may_be_meant(newer, around)) continue;
    std::string words(newer.words.substr(0, newer.words.find(" ;")));
    if (const size_t any = words.find('*'); any != std::string::npos) words.replace(any, 1, "…");
    return newer_grammar_hint(words, newer.version);
  }
  constexpr int kVirtualColumns = 18;
  if (kVirtualColumns > kOwn && is_generated_without_word(text, at)) {
    return newer_grammar_hint("a generated column without STORED", kVirtualColumns);
  }
  constexpr int kWithoutAlias = 16;
  if (kWithoutAlias > kOwn && error.ends_with("in FROM must have an alias")) {
    return newer_grammar_hint("FROM without an alias", kWithoutAlias);
  }
  constexpr int kNumbers = 16;
  if (kNumbers > kOwn && error.starts_with("trailing junk after numeric literal") &&
      at < text.size() && is_newer_number(text.substr(at))) {
    return newer_grammar_hint("numbers like 0x1F and 1_000", kNumbers);
  }
  return "";
}

// Where the innermost parenthesis is that `text` opens and does not close.
std::optional<size_t> open_parenthesis(std::string_view text) {
  std::vector<size_t> open;
  Lexer lexer(text);
  for (Token token = lexer.next(); token.kind != TokenKind::end; token = lexer.next()) {
    if (token.kind == TokenKind::unterminated) break;
    if (token.kind != TokenKind::punctuation) continue;
    if (text[token.begin] == '(') open.push_back(token.begin);
    if (text[token.begin] == ')' && !open.empty()) open.pop_back();
  }
  return open.empty() ? std::nullopt : std::optional<size_t>(open.back());
}

// The cursor counts characters from 1.
size_t error_offset(std::string_view text, const PgQueryError& error) {
  size_t at = 0;
  for (int characters = error.cursorpos - 1; characters > 0 && at < text.size(); --characters) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80) ++at;
  }
  return at;
}

void report_syntax_error(const SourceSet& sources, const ParsedStatement& statement,
                         std::string_view text, const PgQueryError& error,
                         Diagnostics& diagnostics) {
  const size_t at = statement.error_at;
  std::string message = error.message != nullptr ? error.message : "syntax error";
  std::string hint = hint_of_newer_grammar(text, at, message);
  if (at >= text.size()) {
    message += " (the statement ends here)";
    if (const auto open = open_parenthesis(text); open && hint.empty()) {
      const SourcePosition place = sources.position(
          {statement.raw.file, statement.raw.begin + static_cast<uint32_t>(*open)});
      hint = fmt::format("the parenthesis of line {}, column {} is not closed", place.line,
                         place.column);
    }
  }
  diagnostics.error({statement.raw.file, statement.raw.begin + static_cast<uint32_t>(at)},
                    std::move(message), std::move(hint));
}

class ParseWorker {
 public:
  ParseWorker(const SourceSet& sources, std::vector<ParsedStatement>& statements)
      : sources_(sources), statements_(statements) {
    // Out of memory shows when the first document is read.
    [[maybe_unused]] const simdjson::error_code allocated = parser_.allocate(1 << 16, kMaxDepth);
  }

  void run(ParsedChunk& chunk) {
    const RawStatement& first = statements_[chunk.first].raw;
    const RawStatement& last = statements_[chunk.last - 1].raw;
    const bool alone = chunk.last - chunk.first == 1;
    if (parse(chunk, chunk.first, chunk.last, first.begin, last.end, alone) || alone) return;
    for (size_t i = chunk.first; i < chunk.last; ++i) {
      parse(chunk, i, i + 1, statements_[i].raw.begin, statements_[i].raw.end, true);
    }
  }

 private:
  // False: an error, said in chunk.diagnostics if `report`.
  bool parse(ParsedChunk& chunk, size_t first, size_t last, uint32_t begin, uint32_t end,
             bool report) {
    const std::string_view file = sources_.file(statements_[first].raw.file).text;
    const std::string_view text = file.substr(begin, end - begin);
    if (last - first > 1 || text.size() < kLongStatement || !blank_rows(text, buffer_)) {
      buffer_.assign(text);
    }
    const PgQueryParseResult result = pg_query_parse(buffer_.c_str());
    bool good = false;
    if (result.error != nullptr) {
      if (report) {
        statements_[first].error_at = error_offset(text, *result.error);
        report_syntax_error(sources_, statements_[first], text, *result.error, chunk.diagnostics);
      }
    } else {
      const std::string_view json =
          restore_negative_integers(buffer_, result.parse_tree, restored_);
      good = read(chunk, json, first, last, begin, end);
      if (!good && report) {
        chunk.diagnostics.error({statements_[first].raw.file, begin},
                                "the statement is nested too deeply");
      }
    }
    pg_query_free_parse_result(result);
    return good;
  }

  bool read(ParsedChunk& chunk, std::string_view json, size_t first, size_t last, uint32_t begin,
            uint32_t end) {
    simdjson::dom::document& document = chunk.documents.emplace_back();
    simdjson::dom::element root;
    if (parser_.parse_into_document(document, json.data(), json.size()).get(root) !=
        simdjson::SUCCESS) {
      return false;
    }
    const NodeList list = Node(root).list("stmts");
    if (list.size() != last - first) return false;
    size_t i = first;
    for (const Node statement : list) {
      statements_[i].node = statement.child("stmt");
      statements_[i].text_offset = begin;
      statements_[i].text_end = end;
      ++i;
    }
    return true;
  }

  const SourceSet& sources_;
  std::vector<ParsedStatement>& statements_;
  simdjson::dom::parser parser_;
  std::string buffer_;
  std::string restored_;
};

}  // namespace

struct ParsedStatements {
  std::vector<ParsedStatement> list;
  std::deque<ParsedChunk> chunks;  // own what the nodes of `list` point into
};

ParsedSources::ParsedSources() : statements(std::make_unique<ParsedStatements>()) {}
ParsedSources::ParsedSources(ParsedSources&&) noexcept = default;
ParsedSources& ParsedSources::operator=(ParsedSources&&) noexcept = default;
ParsedSources::~ParsedSources() = default;
size_t ParsedSources::statement_count() const { return statements->list.size(); }
std::vector<RawStatement> ParsedSources::raw_statements() const {
  std::vector<RawStatement> out;
  for (const ParsedStatement& statement : statements->list) out.push_back(statement.raw);
  return out;
}

std::string grammar_version() { return PG_MAJORVERSION; }

std::string hint_of_newer_call(std::string_view function) {
  const NewerCall* call = newer_call(function);
  return call == nullptr ? "" : newer_grammar_hint(call->name, call->version);
}

ParsedSources parse_trees(SourceSet&& sources, unsigned threads) {
  ParsedSources parsed;
  parsed.sources = std::move(sources);
  std::vector<ParsedStatement>& list = parsed.statements->list;
  std::deque<ParsedChunk>& chunks = parsed.statements->chunks;
  for (const RawStatement& raw : split_statements(parsed.sources, parsed.diagnostics)) {
    const bool same = !chunks.empty() && raw.follows && list.back().raw.file == raw.file &&
                      raw.end - list[chunks.back().first].raw.begin <= kChunkBytes;
    if (!same) {
      chunks.emplace_back();
      chunks.back().first = list.size();
    }
    ParsedStatement statement;
    statement.raw = raw;
    list.push_back(statement);
    chunks.back().last = list.size();
  }
  if (threads == 0) threads = std::max(1U, std::thread::hardware_concurrency());
  threads = static_cast<unsigned>(std::min<size_t>(threads, std::max<size_t>(1, chunks.size())));
  std::atomic<size_t> next{0};
  const auto work = [&] {
    ParseWorker worker(parsed.sources, list);
    for (size_t i = next++; i < chunks.size(); i = next++) worker.run(chunks[i]);
  };
  std::vector<std::thread> workers;
  for (unsigned i = 1; i < threads; ++i) workers.emplace_back(work);
  work();
  for (std::thread& worker : workers) worker.join();
  for (ParsedChunk& chunk : chunks) parsed.diagnostics.append(std::move(chunk.diagnostics));
  return parsed;
}

namespace {

// The multirange type of a CREATE TYPE … AS RANGE.
void declare_multirange(const Node& range, Identifier creation, NameResolver& names) {
  constexpr int kSinceVersion = 140000;
  const std::vector<Identifier> name = identifiers(range.list("typeName"));
  if (name.empty() || names.system().server_version < kSinceVersion) return;
  const Identifier schema = name.size() > 1 ? name[name.size() - 2] : creation;
  QualifiedName multirange{schema, multirange_name(name.back().str())};
  for (const Node option : range.list("params")) {
    if (option.str("defname") != "multirange_type_name") continue;
    multirange = written_name(option.child("arg").list("names"));
    if (multirange.schema.empty()) multirange.schema = creation;
  }
  names.declare_multirange(multirange, object_id(Kind::range_type, schema, name.back()));
}

// Of a kind whose statements say it by an ObjectType.
void declare_object(std::string_view type, const QualifiedName& name, NameResolver& names) {
  const auto& [schema, own] = name;
  if (type == "OBJECT_FUNCTION" || type == "OBJECT_PROCEDURE" || type == "OBJECT_ROUTINE" ||
      type == "OBJECT_AGGREGATE") {
    names.declare_function(schema, own);
  } else if (type == "OBJECT_OPERATOR") {
    names.declare_operator(schema, own);
  } else if (type == "OBJECT_COLLATION") {
    names.declare_collation(schema, own);
  } else if (type.starts_with("OBJECT_TS")) {
    names.declare_text_search(named_kind(type), schema, own);
  }
}

// ALTER … RENAME TO and ALTER … SET SCHEMA give a name to what has another one.
void declare_new_name(const Node& node, Identifier creation, const SearchPath& path,
                      NameResolver& names) {
  const std::string_view what = node.str(node.tag() == "RenameStmt" ? "renameType" : "objectType");
  const Node relation = node.child("relation");
  const Node object = node.child("object");
  std::vector<Identifier> old;
  if (relation) {
    old = {Identifier(relation.str("schemaname")), Identifier(relation.str("relname"))};
  } else {
    old = identifiers(object.list(object.is("ObjectWithArgs") ? "objname" : "items"));
  }
  Identifier method;
  if (what == "OBJECT_OPCLASS" && !old.empty()) {
    method = old.front();
    old.erase(old.begin());
  }
  if (old.empty() || old.back().empty()) return;
  const Identifier said = old.size() > 1 ? old[old.size() - 2] : Identifier();
  QualifiedName made{said.empty() ? creation : said, old.back()};
  if (node.has("newschema")) {
    made.schema = node.str("newschema");
  } else {
    made.name = node.str("newname");
  }
  if (what == "OBJECT_TABLE" || what == "OBJECT_FOREIGN_TABLE") {
    names.declare_type(made.schema, made.name, Kind::table);
  } else if (what == "OBJECT_VIEW") {
    names.declare_type(made.schema, made.name, Kind::view);
  } else if (what == "OBJECT_MATVIEW") {
    names.declare_type(made.schema, made.name, Kind::materialized_view);
  } else if (what == "OBJECT_TYPE" || what == "OBJECT_DOMAIN") {
    const auto known = names.find_type(said, old.back(), path);
    if (known && known->object.known()) {
      names.declare_type(made.schema, made.name, known->object.kind);
    }
  } else if (what == "OBJECT_OPCLASS") {
    names.declare_operator_class(made.schema, made.name, method);
  } else {
    declare_object(what, made, names);
  }
}

// Names that statements declare, so that they may be used before.
void declare_names(const Node& node, const SearchPath& path, NameResolver& names) {
  const std::string_view tag = node.tag();
  const std::vector<Identifier> schemas = path.schemas();
  const Identifier creation = schemas.empty() ? Identifier("public") : schemas.front();
  const auto of_range_var = [&](const Node& range_var, Kind kind) {
    const Identifier schema = range_var.str("schemaname");
    names.declare_type(schema.empty() ? creation : schema, range_var.str("relname"), kind);
  };
  const auto of_list = [&](const NodeList& parts, Kind kind) {
    const std::vector<Identifier> name = identifiers(parts);
    if (name.empty()) return;
    names.declare_type(name.size() > 1 ? name[name.size() - 2] : creation, name.back(), kind);
  };
  if (tag == "CreateStmt") {
    of_range_var(node.child("relation"), Kind::table);
  } else if (tag == "ViewStmt") {
    of_range_var(node.child("view"), Kind::view);
  } else if (tag == "CreateTableAsStmt") {
    of_range_var(node.child("into").child("rel"), Kind::materialized_view);
  } else if (tag == "CreateForeignTableStmt") {
    of_range_var(node.child("base").child("relation"), Kind::table);
  } else if (tag == "CreateEnumStmt") {
    of_list(node.list("typeName"), Kind::enum_type);
  } else if (tag == "CompositeTypeStmt") {
    of_range_var(node.child("typevar"), Kind::composite_type);
  } else if (tag == "CreateDomainStmt") {
    of_list(node.list("domainname"), Kind::domain);
  } else if (tag == "CreateRangeStmt") {
    of_list(node.list("typeName"), Kind::range_type);
    declare_multirange(node, creation, names);
  } else if (tag == "CreateExtensionStmt") {
    Identifier schema;
    for (const Node option : node.list("options")) {
      if (option.str("defname") == "schema") schema = option_text(option);
    }
    names.declare_extension(node.str("extname"), schema);
  } else if (tag == "CreateFunctionStmt") {
    const std::vector<Identifier> name = identifiers(node.list("funcname"));
    if (name.empty()) return;
    names.declare_function(name.size() > 1 ? name[name.size() - 2] : creation, name.back());
  } else if (tag == "DefineStmt") {
    const std::vector<Identifier> name = identifiers(node.list("defnames"));
    if (name.empty()) return;
    const Identifier schema = name.size() > 1 ? name[name.size() - 2] : creation;
    const std::string_view kind = node.str("kind");
    if (kind == "OBJECT_TYPE") names.declare_type(schema, name.back(), Kind::base_type);
    declare_object(kind, {schema, name.back()}, names);
  } else if (tag == "CreateOpClassStmt") {
    const std::vector<Identifier> name = identifiers(node.list("opclassname"));
    if (name.empty()) return;
    names.declare_operator_class(name.size() > 1 ? name[name.size() - 2] : creation, name.back(),
                                 node.str("amname"));
  } else if (tag == "RenameStmt" || tag == "AlterObjectSchemaStmt") {
    declare_new_name(node, creation, path, names);
  } else if (tag == "CreateSchemaStmt") {
    const Identifier schema = node.str("schemaname");
    const SearchPath inside = SearchPath::of({schema.empty() ? creation : schema});
    for (const Node element : node.list("schemaElts")) declare_names(element, inside, names);
  } else if (tag == "DoStmt") {
    visit_guarded(node, [&](const Node& inner) { declare_names(inner, path, names); });
  }
}

// What a CREATE statement with a syntax error would have made; empty: not known. An error at the
// word for the kind: that is misspelt, and may stand for any.
QualifiedName name_of_unreadable(std::string_view text, size_t error_at) {
  Lexer lexer(text);
  Token token;
  std::string_view word;
  const auto next = [&] {
    token = lexer.next();
    word = text.substr(token.begin, token.end - token.begin);
  };
  const auto is_one_of = [&](std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view other) { return equals_word(word, other); });
  };
  next();
  if (!is_one_of({"create"})) return {};
  do {
    next();
  } while (is_one_of({"or", "replace", "unlogged", "materialized", "foreign", "recursive"}));
  const bool is_misspelt = token.kind == TokenKind::word && token.begin == error_at;
  if (!is_misspelt && !is_one_of({"table", "view", "sequence", "type", "domain"})) return {};
  do {
    next();
  } while (is_one_of({"if", "not", "exists"}));
  QualifiedName name;
  while (token.kind == TokenKind::word || token.kind == TokenKind::quoted_identifier) {
    name = {name.name, Identifier(identifier_value(word))};
    next();
    if (word != ".") break;
    next();
  }
  return name;
}

// The role that makes what stands inside of CREATE SCHEMA … AUTHORIZATION; empty: the current one.
Identifier maker_of_elements(const Node& statement) {
  if (!statement.is("CreateSchemaStmt") || statement.list("schemaElts").empty()) return {};
  return statement.child("authrole").str("rolename");
}

// CREATE TABLE … INHERITS or PARTITION OF, ALTER TABLE … INHERIT, ATTACH PARTITION.
bool makes_child(const Node& statement) {
  if (statement.is("CreateStmt")) return !statement.list("inhRelations").empty();
  if (!statement.is("AlterTableStmt")) return false;
  for (const Node command : statement.list("cmds")) {
    const std::string_view subtype = command.str("subtype");
    if (subtype == "AT_AddInherit" || subtype == "AT_AttachPartition") return true;
  }
  return false;
}

// What it says goes for the children that are there already, and for no others.
bool reaches_children(const Node& statement) {
  if (statement.is("CreatePublicationStmt") || statement.is("AlterPublicationStmt")) return true;
  if (!statement.is("AlterTableStmt")) return false;
  static constexpr std::string_view kSubtypes[] = {"AT_ColumnDefault", "AT_SetStatistics",
                                                   "AT_SetStorage",    "AT_SetCompression",
                                                   "AT_SetNotNull",    "AT_DropNotNull"};
  for (const Node command : statement.list("cmds")) {
    if (std::find(std::begin(kSubtypes), std::end(kSubtypes), command.str("subtype")) ==
        std::end(kSubtypes)) {
      return false;
    }
  }
  return true;
}

void warn_unmanaged(const CatalogAssembly& assembly, Diagnostics& diagnostics) {
  for (const auto& [kind, entry] : assembly.unmanaged) {
    diagnostics.warning(
        entry.first, fmt::format("{}: {} are not compared by this build yet ({} statement{})", kind,
                                 entry.what, entry.count, entry.count == 1 ? "" : "s"));
  }
}

// What statements have made of something that is only borrowed; Kind::none: all is as it was.
ObjectId changed_borrowed(const CatalogAssembly& assembly, const Surroundings& around) {
  ObjectId out;
  for (const Catalog* catalog : {&around.schemas, &around.alone}) {
    for_each_kind([&]<class T>() {
      for (const auto& [id, object] : catalog->objects<T>()) {
        if (kind_of<T> == Kind::schema || !assembly.borrowed.contains(id)) continue;
        const T* now = assembly.catalog.find<T>(id);
        if (now != nullptr && compare_fields(object, *now).empty()) continue;
        const ObjectId owner = owner_of(*catalog, id);
        const bool is_part = owner.known() && owner.kind != Kind::schema;
        out = is_part && now == nullptr && !assembly.catalog.contains(owner) ? owner : id;
      }
    });
  }
  return out;
}

// Whether a statement changes what is only borrowed. Which one is looked for when it is known that
// there is one.
struct BorrowedWatch {
  bool looks_at_each = false;
  bool found = false;
};

DesiredState build_once(const ParsedSources& parsed, const SystemCatalog& system,
                        Diagnostics& diagnostics, UnsaidParts unsaid_parts,
                        const Surroundings* around, BorrowedWatch& watch) {
  const std::vector<ParsedStatement>& list = parsed.statements->list;
  CatalogAssembly assembly(system, parsed.sources, diagnostics);

  // Every database begins with it.
  Schema public_schema;
  public_schema.id = object_id(Kind::schema, {}, "public");
  assembly.catalog.add(public_schema);

  SettingsTracker tracker;
  LiteralSettings literal_settings;
  std::deque<StatementSettings> settings;
  std::vector<const StatementSettings*> settings_of;
  settings_of.reserve(list.size());
  for (const ParsedStatement& statement : list) {
    if (statement.raw.begins_script) tracker.reset();
    literal_settings.follow(statement.node, statement.raw);
    if (tracker.follow(statement.node) || settings.empty() || statement.raw.begins_script) {
      settings.push_back(tracker.current());
    }
    settings_of.push_back(&settings.back());
    declare_names(statement.node, settings.back().path, assembly.names);
  }

  DesiredState state;
  if (around != nullptr) {
    for (const auto& [id, schema] : around->schemas.objects<Schema>())
      state.borrowed.insert(id.name);
    for (const ParsedStatement& statement : list) {
      if (!statement.node || !statement.node.is("CreateSchemaStmt")) continue;
      state.borrowed.erase(Identifier(statement.node.str("schemaname")));
    }
    std::erase_if(state.borrowed,
                  [&](Identifier schema) { return assembly.names.declares_in(schema); });
    assembly.borrow(around->schemas, around->alone, state.borrowed);
  }

  std::vector<AccessAssembly::Place> places;
  places.reserve(list.size());
  for (size_t i = 0; i < list.size(); ++i) {
    const Identifier role = maker_of_elements(list[i].node);
    places.push_back({list[i].raw.file, list[i].raw.begin, i,
                      role.empty() ? Identifier(settings_of[i]->role) : role});
  }
  assembly.access.set_places(std::move(places));

  const auto run = [&](size_t i, bool last_try) {
    const ParsedStatement& statement = list[i];
    if (!statement.node) return true;
    const std::string_view file = parsed.sources.file(statement.raw.file).text;
    const std::string_view text =
        file.substr(statement.text_offset, statement.text_end - statement.text_offset);
    StatementContext context(
        assembly, statement.node, text, {statement.raw.file, statement.text_offset},
        static_cast<int>(statement.raw.begin - statement.text_offset),
        static_cast<int>(statement.raw.end - statement.text_offset), *settings_of[i], last_try);
    run_statement(context);
    if (context.must_wait()) return false;
    diagnostics.append(std::move(context.diagnostics()));
    if (watch.looks_at_each && !watch.found) {
      const ObjectId changed = changed_borrowed(assembly, *around);
      watch.found = changed.known();
      if (watch.found) {
        diagnostics.error({statement.raw.file, statement.raw.begin},
                          sentence_of_borrowed(changed, state.borrowed), "declare what is there");
      }
    }
    return true;
  };
  SourceSpan first_unreadable;
  for (const ParsedStatement& statement : list) {
    if (statement.node) continue;
    const std::string_view file = parsed.sources.file(statement.raw.file).text;
    const QualifiedName name = name_of_unreadable(
        file.substr(statement.raw.begin, statement.raw.end - statement.raw.begin),
        statement.error_at);
    if (name.empty()) continue;
    if (assembly.unreadable.empty()) first_unreadable = {statement.raw.file, statement.raw.begin};
    assembly.unreadable.push_back(name);
  }
  // In the order of the file; those that can't be run yet are tried again behind the others.
  bool waits_for_children = true;
  const auto run_all = [&](const std::vector<size_t>& statements) {
    std::vector<size_t> left;
    bool children_missing = false;
    for (const size_t i : statements) {
      if ((waits_for_children && children_missing && reaches_children(list[i].node)) ||
          !run(i, false)) {
        left.push_back(i);
        children_missing = children_missing || makes_child(list[i].node);
      }
    }
    return left;
  };
  std::vector<size_t> waiting(list.size());
  std::iota(waiting.begin(), waiting.end(), size_t{0});
  while (!waiting.empty()) {
    std::vector<size_t> left = run_all(waiting);
    const bool is_stuck = left.size() == waiting.size();
    waiting = std::move(left);
    if (is_stuck && !waits_for_children) break;
    if (is_stuck) waits_for_children = false;
  }
  for (const size_t i : waiting) run(i, true);
  if (const size_t count = assembly.uses_of_unreadable; count > 0) {
    std::string names;
    for (const QualifiedName& name : assembly.unreadable) {
      names += (names.empty() ? "" : ", ") + name.sql();
    }
    diagnostics.note(first_unreadable, fmt::format("not said again: {} of {}, which can't be read",
                                                   counted(count, "use"), names));
  }
  if (!assembly.borrowed.empty() && !watch.looks_at_each) {
    watch.found = changed_borrowed(assembly, *around).known();
  }
  if (!parsed.diagnostics.has_errors()) {
    assembly.finish(unsaid_parts == UnsaidParts::name);
    assembly.access.finish(assembly.catalog, system);
    check_literals(assembly.catalog, system, literal_settings, diagnostics);
  }
  warn_unmanaged(assembly, diagnostics);

  state.mentions = assembly.access.mentions();
  report_unused_row_directives(parsed, assembly.used_directives, assembly.row_problems);
  state.rows = std::move(assembly.rows);
  state.row_problems = std::move(assembly.row_problems);
  for_each_kind([&]<class T>() {
    for (const auto& [id, object] : assembly.catalog.objects<T>()) {
      const Identifier schema = schema_of(id);
      if (schema.empty() || state.borrowed.contains(schema)) continue;
      if (!assembly.borrowed.contains(id)) state.schemas.insert(schema);
    }
  });
  state.borrowed_objects = std::move(assembly.borrowed);
  state.catalog = std::move(assembly.catalog);
  return state;
}

}  // namespace

std::string sentence_of_borrowed(const ObjectId& id, const std::set<Identifier>& schemas) {
  if (!schemas.contains(schema_of(id))) {
    return describe(id) + " is left alone by --schema or --exclude, and not declared";
  }
  return fmt::format("{} is in schema {}, in which nothing is declared, and which is left alone",
                     describe(id), quote(id.schema));
}

DesiredState build_catalog(const ParsedSources& parsed, const SystemCatalog& system,
                           Diagnostics& diagnostics, UnsaidParts unsaid_parts,
                           const Surroundings* around) {
  BorrowedWatch watch;
  Diagnostics found;
  DesiredState state = build_once(parsed, system, found, unsaid_parts, around, watch);
  if (watch.found) {
    watch = {true, false};
    found = {};
    state = build_once(parsed, system, found, unsaid_parts, around, watch);
  }
  diagnostics.append(std::move(found));
  return state;
}

}  // namespace schemadiff
