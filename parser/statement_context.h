// What a statement's handler works with: its tree, its text, the names, and the desired catalog.
//
// A handler looks up whatever must be there already FIRST, and returns at once when a lookup gives
// nothing; only then it changes the catalog. The statement may be run again later, when what it
// needs has been declared further down (files are declarative); its diagnostics of a failed try
// are dropped. An error is reported only when no try is left.
#pragma once

#include <functional>
#include <string>

#include "engine/base/diagnostic.h"
#include "parser/lexer.h"
#include "parser/name_resolver.h"
#include "parser/tree.h"

namespace schemadiff {

class CatalogAssembly;  // parser/catalog_assembly.h: what outlives a single statement

// What SET made of the session before a statement.
struct StatementSettings {
  SearchPath path;
  Identifier tablespace;     // default_tablespace; empty: the database's
  Identifier access_method;  // default_table_access_method; empty: heap
  Identifier role;           // SET ROLE; empty: whoever runs the file
};

class StatementContext {
 public:
  // `text` is what was given to libpg_query (maybe many statements), which begins at `origin`;
  // the statement itself is text[begin, end). All locations below are offsets in `text`, as in the
  // tree.
  StatementContext(CatalogAssembly& assembly, Node statement, std::string_view text,
                   SourceSpan origin, int begin, int end, const StatementSettings& settings,
                   bool last_try);
  // A statement within another one (an element of CREATE SCHEMA, what a DO block guards): as if it
  // stood at [begin, end) of the same text.
  StatementContext(StatementContext& outer, Node statement, int begin, int end,
                   const StatementSettings& settings);
  // A statement from a text of its own (the body of a DO block), which begins at `origin`.
  StatementContext(StatementContext& outer, Node statement, std::string_view text,
                   SourceSpan origin);
  StatementContext(const StatementContext&) = delete;
  StatementContext& operator=(const StatementContext&) = delete;
  ~StatementContext();

  // The body of the statement's node: {"CreateStmt": {…}} without the tag.
  const Node statement;
  Catalog& catalog;  // the desired state as far as it is built
  NameResolver& names;
  const StatementSettings settings;
  const SearchPath& path;  // in force at this statement

  // ---- places and messages
  SourceSpan span(int location) const;
  SourceSpan span() const { return span(begin_); }  // the statement's first token
  void error(int location, std::string message, std::string hint = "");
  void error(std::string message, std::string hint = "") {
    error(begin_, std::move(message), std::move(hint));
  }
  void warning(int location, std::string message, std::string hint = "");
  void note(int location, std::string message, std::string hint = "");
  // Something that must exist does not: an error, unless it may still be declared further down.
  // The handler returns after this.
  void missing(int location, std::string message, std::string hint = "");
  // Accepted, not modelled yet: one warning for all statements of that kind ("GRANT",
  // "privileges").
  void unmanaged(std::string_view kind, std::string_view what);
  // Something was missing and may come later: nothing has been done.
  bool must_wait() const { return must_wait_; }
  bool last_try() const { return last_try_; }
  // True if a statement that can't be read would make something of this name: that it is missing
  // is a mistake of that statement alone. Counted.
  bool is_unreadable(Identifier schema, Identifier name);
  Diagnostics& diagnostics() { return diagnostics_; }

  // ---- names
  // The name of something that is created here: qualified by the first schema of the path.
  QualifiedName new_name(const Node& range_var);
  QualifiedName new_name(const NodeList& names);
  // An existing relation of any kind of pg_class; kind none: said already.
  ObjectId relation(const Node& range_var);
  // The same, quietly: kind none if there is none (yet).
  ObjectId find_relation(const Node& range_var) const;
  ObjectId find_relation(Identifier schema, Identifier name) const;  // schema may be empty
  // An existing table (partitioned ones too).
  ObjectId table(const Node& range_var);
  // An existing type of ours (not a table's row type), from a list of names; kind none: said
  // already.
  ObjectId user_type(const NodeList& names, int location = -1);
  // An existing function or procedure, from an ObjectWithArgs; kind none: said already.
  ObjectId function(const Node& object_with_args, int location = -1);
  // The table that must be there at the end, wherever it is declared (a foreign key's).
  ObjectId table_by_the_end(const Node& range_var);
  // Checked when all statements have run: error(location, message, hint) if `id` is not there.
  void expect(const ObjectId& id, int location, std::string message, std::string hint = "");
  // Runs when all statements have run, in their order; this context is gone then.
  void at_the_end(std::function<void(CatalogAssembly&)> action);

  // Columns of a table as far as they are declared yet, those of its parents included.
  bool has_column(const ObjectId& table, Identifier column) const;

  // A TypeName node. An unknown type is an error (said here), and then `type` is empty.
  TypeName type(const Node& type_name);
  QualifiedName collation(const Node& collate_clause);  // said here when unknown
  QualifiedName function_name(const NodeList& names) const {
    return this->names.function_name(names, path);
  }
  QualifiedName function_name(const QualifiedName& written) const {
    return this->names.function_name(written, path);
  }
  QualifiedName operator_class(const NodeList& names, Identifier method) const {
    return this->names.operator_class(names, method, path);
  }

  // ---- objects
  // Adds an object whose `source` is set; false: it is there already (an error that names both
  // places). Relations, types and indexes share their namespaces as in PostgreSQL.
  template <class T>
  bool add(T object) {
    if (!may_add(object)) return false;
    return catalog.add(std::move(object));
  }
  // True if CREATE … IF NOT EXISTS must do nothing: it is there. Says so in a note.
  bool already_there(const ObjectId& id);
  // Removes an object and what belongs to it (columns, constraints, indexes, triggers, comments …).
  void remove(const ObjectId& id);
  // Gives it another name or schema, and what belongs to it, and all references to it.
  // Relations, types, functions, and sub-objects (columns, constraints, triggers, policies).
  bool rename(const ObjectId& from, const ObjectId& to, int location);

  // ---- source text
  std::string_view text() const { return text_; }  // coordinates of locations
  std::string_view statement_text() const { return text_between(begin_, end_); }
  int begin() const { return begin_; }
  int end() const { return end_; }
  std::string_view text_between(int begin, int end) const {
    return text_.substr(begin, end - begin);
  }
  // The tokens of the statement, positions as locations; ends with a token of kind end at end().
  const std::vector<Token>& tokens() const;
  // Index of the first token that begins at `location` or after.
  size_t token_at(int location) const;
  std::string_view token_text(size_t index) const;
  bool token_is(size_t index, std::string_view lower_case_word_or_symbol) const;
  // Index of the parenthesis (or bracket) that closes the one at `open`; the end token if none.
  size_t closing(size_t open) const;
  // First token at or after `index`, outside of parentheses and CASE … END, that is one of
  // `words` (key words in lower case, or symbols); also stops before a parenthesis that closes an
  // outer one, at the end token.
  size_t find_at_depth(size_t index, std::initializer_list<std::string_view> words) const;

  // The expression written in text[begin, end), trimmed of blanks and comments around it.
  SqlExpression expression(int begin, int end) const;
  // Tokens [first, last).
  SqlExpression expression_of_tokens(size_t first, size_t last) const;
  // What stands in the first parentheses at or after `location` (CHECK at its key word; USING …).
  SqlExpression parenthesised(int location) const;
  // After the key word at token `keyword`: DEFAULT b_expr of a column or domain, which ends at the
  // next constraint, comma, closing parenthesis or the end.
  SqlExpression column_default(size_t keyword) const;
  // From token `first` to the end of the statement.
  SqlExpression rest(size_t first) const {
    return expression_of_tokens(first, tokens().size() - 1);
  }

  CatalogAssembly& assembly() { return assembly_; }

 private:
  template <class T>
  bool may_add(const T& object) {
    return may_add(object.id, object.source);
  }
  bool may_add(const ObjectId& id, SourceSpan source);

  CatalogAssembly& assembly_;
  std::string_view text_;
  SourceSpan origin_;
  int begin_;
  int end_;
  bool last_try_;
  bool must_wait_ = false;
  StatementContext* outer_ = nullptr;
  Diagnostics diagnostics_;
  mutable std::vector<Token> tokens_;
};

// ---- small things that many handlers read
// The unquoted names of a list of String nodes.
std::vector<Identifier> identifiers(const NodeList& names);
// "a.b.c" as written, for messages.
std::string dotted(const NodeList& names);
// "name" or "schema.name" as written; the schema is empty where it is not said.
QualifiedName written_name(const NodeList& names);
// A DefElem's argument as a name: words, reserved ones too, or a string (defGetQualifiedName).
QualifiedName option_name(const Node& def_elem);
// A DefElem's argument as text: names, numbers, strings, booleans ("true" when there is none).
std::string option_text(const Node& def_elem);
bool option_boolean(const Node& def_elem);
// WITH (…) of tables, indexes, views as reloptions stores it: lower-case names, sorted.
StorageOptions storage_options(const NodeList& def_elems);

}  // namespace schemadiff
