#include "parser/statement_context.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/text.h"
#include "parser/catalog_assembly.h"

namespace schemadiff {
namespace {

// The extension that people mean by a type that is not there; "" if it could be anybody's.
std::string_view extension_of_type(std::string_view type) {
  for (const std::string_view same : {"citext", "hstore", "ltree", "cube", "vector", "seg"}) {
    if (type == same) return same;
  }
  if (type == "geometry" || type == "geography") return "postgis";
  if (type == "lquery" || type == "ltxtquery") return "ltree";
  if (type == "halfvec" || type == "sparsevec") return "vector";
  return "";
}

std::string hint_of_extension(Identifier extension, const QualifiedName& type,
                              const SystemCatalog& system, const Catalog& catalog) {
  const InstalledExtension* installed = system.extension(extension);
  if (installed == nullptr) {
    return fmt::format("CREATE EXTENSION {} brings it", quote(extension));
  }
  const Extension* wanted = catalog.find<Extension>(object_id(Kind::extension, {}, extension));
  if (wanted != nullptr && type.schema.empty() && wanted->schema == installed->schema) {
    return fmt::format("write {}.{}: the search_path here does not name that schema",
                       quote(installed->schema), quote(type.name));
  }
  if (wanted == nullptr || wanted->schema.empty()) {
    return fmt::format("the server has extension {}, in another schema", quote(extension));
  }
  return fmt::format(
      "extension {} is in another schema now; move it by itself first, which keeps all values: "
      "ALTER EXTENSION {} SET SCHEMA {}",
      quote(extension), quote(extension), quote(wanted->schema));
}

}  // namespace

StatementContext::StatementContext(CatalogAssembly& assembly, Node statement, std::string_view text,
                                   SourceSpan origin, int begin, int end,
                                   const StatementSettings& settings, bool last_try)
    : statement(statement),
      catalog(assembly.catalog),
      names(assembly.names),
      settings(settings),
      path(this->settings.path),
      assembly_(assembly),
      text_(text),
      origin_(origin),
      begin_(begin),
      end_(end),
      last_try_(last_try) {}

StatementContext::StatementContext(StatementContext& outer, Node statement, int begin, int end,
                                   const StatementSettings& settings)
    : StatementContext(outer.assembly_, statement, outer.text_, outer.origin_, begin, end, settings,
                       outer.last_try_) {
  outer_ = &outer;
}

StatementContext::StatementContext(StatementContext& outer, Node statement, std::string_view text,
                                   SourceSpan origin)
    : StatementContext(outer.assembly_, statement, text, origin, 0, static_cast<int>(text.size()),
                       outer.settings, outer.last_try_) {
  outer_ = &outer;
}

StatementContext::~StatementContext() {
  if (outer_ == nullptr) return;
  outer_->diagnostics_.append(std::move(diagnostics_));
  outer_->must_wait_ = outer_->must_wait_ || must_wait_;
}

// ---- places and messages

SourceSpan StatementContext::span(int location) const {
  return {origin_.file, origin_.offset + static_cast<uint32_t>(std::max(location, 0))};
}

void StatementContext::error(int location, std::string message, std::string hint) {
  diagnostics_.error(span(location < 0 ? begin_ : location), std::move(message), std::move(hint));
}
void StatementContext::warning(int location, std::string message, std::string hint) {
  diagnostics_.warning(span(location < 0 ? begin_ : location), std::move(message), std::move(hint));
}
void StatementContext::note(int location, std::string message, std::string hint) {
  diagnostics_.note(span(location < 0 ? begin_ : location), std::move(message), std::move(hint));
}

void StatementContext::missing(int location, std::string message, std::string hint) {
  if (last_try_) {
    error(location, std::move(message), std::move(hint));
  } else {
    must_wait_ = true;
  }
}

bool StatementContext::is_unreadable(Identifier schema, Identifier name) {
  const auto may_be = [&](const QualifiedName& other) {
    return other.name == name && (schema.empty() || other.schema.empty() || other.schema == schema);
  };
  const std::vector<QualifiedName>& all = assembly_.unreadable;
  if (!last_try_ || std::none_of(all.begin(), all.end(), may_be)) return false;
  ++assembly_.uses_of_unreadable;
  return true;
}

void StatementContext::unmanaged(std::string_view kind, std::string_view what) {
  Unmanaged& entry = assembly_.unmanaged[std::string(kind)];
  if (entry.count++ == 0) {
    entry.what = what;
    entry.first = span();
  }
}

// ---- names

QualifiedName StatementContext::new_name(const Node& range_var) {
  Identifier schema = range_var.str("schemaname");
  if (schema.empty()) {
    const std::vector<Identifier> schemas = path.schemas();
    if (schemas.empty()) {
      error(range_var.location(), "no schema has been selected to create in",
            "qualify the name, or SET search_path");
      return {Identifier("public"), range_var.str("relname")};
    }
    schema = schemas.front();
  }
  return {schema, range_var.str("relname")};
}

QualifiedName StatementContext::new_name(const NodeList& names) {
  const std::vector<Identifier> parts = identifiers(names);
  if (parts.size() > 1) return {parts[parts.size() - 2], parts.back()};
  const std::vector<Identifier> schemas = path.schemas();
  const Identifier name = parts.empty() ? Identifier() : parts[0];
  if (schemas.empty()) {
    error("no schema has been selected to create in", "qualify the name, or SET search_path");
    return {Identifier("public"), name};
  }
  return {schemas.front(), name};
}

ObjectId StatementContext::find_relation(Identifier schema, Identifier name) const {
  if (!schema.empty()) return assembly_.relation_or_part(schema, name);
  for (const Identifier where : path.schemas()) {
    const ObjectId found = assembly_.relation_or_part(where, name);
    if (found.known()) return found;
  }
  return {};
}

ObjectId StatementContext::find_relation(const Node& range_var) const {
  return find_relation(range_var.str("schemaname"), range_var.str("relname"));
}

ObjectId StatementContext::relation(const Node& range_var) {
  const ObjectId found = find_relation(range_var);
  if (found.known()) return found;
  if (!last_try_) {
    must_wait_ = true;
    return {};
  }
  const Identifier schema = range_var.str("schemaname");
  const Identifier name = range_var.str("relname");
  if (is_unreadable(schema, name)) return {};
  std::vector<std::string> candidates;
  std::string hint;
  const auto look = [&](const ObjectId& id) {
    if (id.name == name && id.schema != schema) {
      hint = fmt::format("there is {}; the search_path here is \"{}\"", qualified_name(id),
                         path.sql.str());
    }
    candidates.push_back(id.name.str());
  };
  for (const auto& [id, object] : catalog.objects<Table>()) look(id);
  for (const auto& [id, object] : catalog.objects<View>()) look(id);
  for (const auto& [id, object] : catalog.objects<Sequence>()) look(id);
  for (const auto& [id, object] : catalog.objects<MaterializedView>()) look(id);
  if (hint.empty()) {
    const std::string closest = closest_name(name.str(), candidates);
    if (!closest.empty()) hint = fmt::format("did you mean {}?", quote_identifier(closest));
  }
  error(range_var.location(),
        fmt::format("relation {} does not exist", QualifiedName{schema, name}.sql()),
        std::move(hint));
  return {};
}

ObjectId StatementContext::table(const Node& range_var) {
  const ObjectId found = relation(range_var);
  if (!found.known() || found.kind == Kind::table) return found;
  error(range_var.location(), fmt::format("{} is not a table", describe(found)));
  return {};
}

ObjectId StatementContext::user_type(const NodeList& names, int location) {
  const std::vector<Identifier> parts = identifiers(names);
  if (parts.empty()) return {};
  const Identifier name = parts.back();
  ObjectId found;
  if (parts.size() > 1) {
    found = assembly_.type(parts[parts.size() - 2], name);
  } else {
    for (const Identifier where : path.schemas()) {
      found = assembly_.type(where, name);
      if (found.known()) break;
    }
  }
  const bool is_row = found.kind == Kind::table || found.kind == Kind::view ||
                      found.kind == Kind::materialized_view;
  if (found.known() && !is_row) return found;
  const Identifier schema = parts.size() > 1 ? parts[parts.size() - 2] : Identifier();
  if (!found.known() && is_unreadable(schema, name)) return {};
  if (is_row) {
    error(location, fmt::format("{} is a {}", dotted(names), kind_word(found.kind)));
    return {};
  }
  const std::string closest = last_try_ ? this->names.closest_type(name.str()) : "";
  missing(location, fmt::format("type {} does not exist", dotted(names)),
          closest.empty() ? "" : fmt::format("did you mean {}?", closest));
  return {};
}

ObjectId StatementContext::function(const Node& object_with_args, int location) {
  const NodeList names = object_with_args.list("objname");
  const std::vector<Identifier> parts = identifiers(names);
  if (parts.empty()) return {};
  std::vector<Identifier> schemas = path.schemas();
  if (parts.size() > 1) schemas = {parts[parts.size() - 2]};
  const Identifier name = parts.back();
  const bool unspecified = object_with_args.boolean("args_unspecified");
  std::string signature;
  if (!unspecified) {
    for (const Node argument : object_with_args.list("objargs")) {
      // A DROP PROCEDURE or COMMENT ON FUNCTION may list OUT arguments; objfuncargs says which.
      const TypeName type = this->type(argument);
      if (type.type.empty()) return {};
      signature += (signature.empty() ? "" : ", ") + type.type.sql;
    }
    signature = "(" + signature + ")";
  }
  for (const Identifier schema : schemas) {
    if (!unspecified) {
      const ObjectId id = object_id(Kind::function, schema, name, signature);
      if (catalog.contains(id)) return id;
      continue;
    }
    ObjectId only;
    int count = 0;
    for (const auto& [id, function] : catalog.objects<Function>()) {
      if (id.schema != schema || id.name != name) continue;
      only = id;
      ++count;
    }
    if (count == 1) return only;
    if (count > 1) {
      error(location, fmt::format("function name {} is not unique", dotted(names)),
            "write its argument types: f(integer, text)");
      return {};
    }
  }
  missing(location,
          fmt::format("function {}{} does not exist", dotted(names), unspecified ? "" : signature));
  return {};
}

ObjectId StatementContext::table_by_the_end(const Node& range_var) {
  const ObjectId found = find_relation(range_var);
  if (found.known()) {
    if (found.kind == Kind::table) return found;
    error(range_var.location(), fmt::format("{} is not a table", describe(found)));
    return {};
  }
  // Declared further down: two tables may refer to each other.
  const auto declared =
      names.find_type(range_var.str("schemaname"), range_var.str("relname"), path);
  if (!declared || declared->object.kind != Kind::table) return relation(range_var);
  assembly_.expect(declared->object, span(range_var.location()),
                   fmt::format("{} does not exist", describe(declared->object)), "");
  return declared->object;
}

void StatementContext::expect(const ObjectId& id, int location, std::string message,
                              std::string hint) {
  assembly_.expect(id, span(location < 0 ? begin_ : location), std::move(message), std::move(hint));
}

void StatementContext::at_the_end(std::function<void(CatalogAssembly&)> action) {
  assembly_.at_the_end(std::move(action));
}

bool StatementContext::has_column(const ObjectId& table, Identifier column) const {
  return assembly_.column(table, column) != nullptr;
}

TypeName StatementContext::type(const Node& node) {
  if (node.boolean("pct_type")) {
    // relation.column%TYPE: the type that the column has.
    std::vector<Identifier> parts = identifiers(node.list("names"));
    TypeName out;
    if (parts.size() >= 2) {
      const Identifier column_name = parts.back();
      const Identifier schema = parts.size() > 2 ? parts[parts.size() - 3] : Identifier();
      const ObjectId table = find_relation(schema, parts[parts.size() - 2]);
      const Column* column = table.known() ? assembly_.column(table, column_name) : nullptr;
      if (column != nullptr) {
        out.type = column->type;
        out.setof = node.boolean("setof");
        // A function's argument keeps no modifiers: numeric(4,2) is numeric.
        const size_t open = out.type.sql.find('(');
        const size_t close = out.type.sql.find(')');
        if (open != std::string::npos && close != std::string::npos) {
          const bool quoted = out.type.sql.find('"') != std::string::npos;
          if (!quoted) out.type.sql.erase(open, close + 1 - open);
        }
        return out;
      }
    }
    missing(node.location(), fmt::format("column {} does not exist", dotted(node.list("names"))));
    return out;
  }
  if (std::optional<TypeName> found = names.type_name(node, path)) return *found;
  const NodeList parts = node.list("names");
  if (last_try_) {
    const QualifiedName written = written_name(parts);
    if (!written.empty() && is_unreadable(written.schema, written.name)) return {};
    const std::string_view extension = extension_of_type(parts.back().sval());
    const std::string closest = names.closest_type(parts.back().sval());
    std::string hint = "declare it with CREATE TYPE, CREATE DOMAIN or CREATE EXTENSION";
    if (!extension.empty()) {
      hint = hint_of_extension(Identifier(extension), written, names.system(), catalog);
    } else if (!closest.empty()) {
      hint = fmt::format("did you mean {}?", closest);
    }
    error(node.location(), fmt::format("type {} does not exist", dotted(parts)), std::move(hint));
  } else {
    must_wait_ = true;
  }
  return {};
}

QualifiedName StatementContext::collation(const Node& clause) {
  const NodeList parts = clause.list("collname");
  if (auto found = names.collation(parts, path)) return *found;
  missing(clause.location(), fmt::format("collation {} does not exist", dotted(parts)),
          "SELECT collname FROM pg_collation lists those of the server");
  return {};
}

// ---- objects

bool StatementContext::may_add(const ObjectId& id, SourceSpan source) {
  ObjectId other;
  if (assembly_.claim(id, other)) return true;
  const ObjectBase* first = catalog.find_base(other);
  const std::string place = first != nullptr ? assembly_.sources.place(first->source) : "";
  diagnostics_.error(source.known() ? source : span(),
                     fmt::format("{} exists already", describe(other)),
                     place.empty() ? "" : fmt::format("it is declared at {}", place));
  return false;
}

bool StatementContext::already_there(const ObjectId& id) {
  ObjectId other = id;
  if (!catalog.contains(id)) {
    other = assembly_.relation(id.schema, id.name);
    const bool relation = id.kind == Kind::table || id.kind == Kind::sequence ||
                          id.kind == Kind::index || id.kind == Kind::view ||
                          id.kind == Kind::materialized_view;
    if (!relation || !other.known()) return false;
  }
  const ObjectBase* first = catalog.find_base(other);
  diagnostics_.note(
      span(), fmt::format("{} exists already: skipped", describe(other)),
      first != nullptr && first->source.known()
          ? fmt::format("it is declared at {}", assembly_.sources.place(first->source))
          : "");
  return true;
}

void StatementContext::remove(const ObjectId& id) { assembly_.remove(id); }

bool StatementContext::rename(const ObjectId& from, const ObjectId& to, int location) {
  if (assembly_.rename(from, to)) return true;
  error(location, fmt::format("{} exists already", describe(to)));
  return false;
}

// ---- source text

const std::vector<Token>& StatementContext::tokens() const {
  if (!tokens_.empty()) return tokens_;
  Lexer lexer(text_.substr(0, static_cast<size_t>(end_)), static_cast<size_t>(begin_));
  while (true) {
    tokens_.push_back(lexer.next());
    if (tokens_.back().kind == TokenKind::end) break;
  }
  return tokens_;
}

size_t StatementContext::token_at(int location) const {
  const std::vector<Token>& all = tokens();
  const auto found =
      std::lower_bound(all.begin(), all.end() - 1, static_cast<uint32_t>(std::max(location, 0)),
                       [](const Token& token, uint32_t offset) { return token.begin < offset; });
  return static_cast<size_t>(found - all.begin());
}

std::string_view StatementContext::token_text(size_t index) const {
  const std::vector<Token>& all = tokens();
  if (index >= all.size()) return {};
  return text_.substr(all[index].begin, all[index].end - all[index].begin);
}

bool StatementContext::token_is(size_t index, std::string_view word) const {
  const std::vector<Token>& all = tokens();
  if (index >= all.size()) return false;
  const TokenKind kind = all[index].kind;
  if (kind == TokenKind::quoted_identifier || kind == TokenKind::string) return false;
  return equals_word(token_text(index), word);
}

size_t StatementContext::closing(size_t open) const {
  const size_t end = tokens().size() - 1;
  int depth = 0;
  for (size_t i = open; i < end; ++i) {
    if (tokens_[i].kind != TokenKind::punctuation) continue;
    const char c = text_[tokens_[i].begin];
    if (c == '(' || c == '[') ++depth;
    if ((c == ')' || c == ']') && --depth == 0) return i;
  }
  return end;
}

size_t StatementContext::find_at_depth(size_t index,
                                       std::initializer_list<std::string_view> words) const {
  const size_t end = tokens().size() - 1;
  int cases = 0;
  for (size_t i = index; i < end; ++i) {
    const Token& token = tokens_[i];
    if (token.kind == TokenKind::string || token.kind == TokenKind::quoted_identifier) continue;
    const std::string_view text = token_text(i);
    if (cases == 0) {
      for (const std::string_view word : words) {
        if (equals_word(text, word)) return i;
      }
    }
    if (token.kind == TokenKind::punctuation) {
      if (text == "(" || text == "[") i = closing(i);
      if (text == ")" || text == "]") return i;
    } else if (token.kind == TokenKind::word) {
      if (equals_word(text, "case")) ++cases;
      if (equals_word(text, "end") && cases > 0) --cases;
    }
  }
  return end;
}

SqlExpression StatementContext::expression(int begin, int end) const {
  while (begin < end && is_space(text_[static_cast<size_t>(begin)])) ++begin;
  while (end > begin && is_space(text_[static_cast<size_t>(end) - 1])) --end;
  SqlExpression out;
  out.text = text_between(begin, end);
  out.path = path;
  out.source = span(begin);
  return out;
}

SqlExpression StatementContext::expression_of_tokens(size_t first, size_t last) const {
  const std::vector<Token>& all = tokens();
  last = std::min(last, all.size() - 1);
  if (first >= last) return expression(end_, end_);
  return expression(static_cast<int>(all[first].begin), static_cast<int>(all[last - 1].end));
}

SqlExpression StatementContext::parenthesised(int location) const {
  const size_t end = tokens().size() - 1;
  size_t open = token_at(location);
  while (open < end && !token_is(open, "(")) ++open;
  if (open == end) return expression(end_, end_);
  return expression_of_tokens(open + 1, closing(open));
}

SqlExpression StatementContext::column_default(size_t keyword) const {
  const size_t end = tokens().size() - 1;
  const size_t first = keyword + 1;
  size_t last = first;
  int cases = 0;
  while (last < end) {
    const Token& token = tokens_[last];
    const std::string_view text = token_text(last);
    if (token.kind == TokenKind::punctuation) {
      if (text == "," || text == ")" || text == "]" || text == ";") break;
      if (text == "(" || text == "[") last = closing(last);
    } else if (token.kind == TokenKind::word) {
      if (equals_word(text, "case")) ++cases;
      if (equals_word(text, "end") && cases > 0) --cases;
      // A constraint's first key word; but IS NOT DISTINCT FROM, IS NOT DOCUMENT, and names after
      // a point, are the expression's.
      const bool inside = cases > 0 || last == first || token_is(last - 1, "is") ||
                          token_is(last - 1, ".") || token_is(last - 1, "operator");
      if (!inside) {
        bool stop = false;
        for (const std::string_view word :
             {"not", "null", "constraint", "check", "unique", "primary", "references", "collate",
              "deferrable", "initially", "generated", "default", "enforced"}) {
          stop = stop || equals_word(text, word);
        }
        if (stop) break;
      }
    }
    ++last;
  }
  return expression_of_tokens(first, std::min(last, end));
}

// ---- small things

std::vector<Identifier> identifiers(const NodeList& names) {
  std::vector<Identifier> out;
  for (const Node name : names) out.emplace_back(name.sval());
  return out;
}

QualifiedName written_name(const NodeList& names) {
  const std::vector<Identifier> parts = identifiers(names);
  if (parts.empty()) return {};
  return {parts.size() > 1 ? parts[parts.size() - 2] : Identifier(), parts.back()};
}

QualifiedName option_name(const Node& def_elem) {
  const Node argument = def_elem.child("arg");
  if (argument.is("String")) return {Identifier(), Identifier(argument.sval())};
  return written_name(argument.is("TypeName") ? argument.list("names") : argument.list("items"));
}

std::string dotted(const NodeList& names) {
  std::string out;
  for (const Node name : names) {
    if (!out.empty()) out += ".";
    out += quote_identifier(name.sval());
  }
  return out;
}

std::string option_text(const Node& def_elem) {
  const Node argument = def_elem.child("arg");
  if (!argument) return "true";
  if (argument.is("String")) return std::string(argument.sval());
  if (argument.is("Integer")) return std::to_string(argument.integer("ival"));
  if (argument.is("Float")) return std::string(argument.str("fval"));
  if (argument.is("Boolean")) return argument.boolean("boolval") ? "true" : "false";
  if (argument.is("TypeName")) return std::string(argument.list("names").back().sval());
  if (argument.is("List")) {
    std::string out;
    for (const Node item : argument.list("items")) {
      if (!out.empty()) out += ".";
      out += item.sval();
    }
    return out;
  }
  if (argument.is("A_Star")) return "*";
  return "";
}

bool option_boolean(const Node& def_elem) {
  const std::string text = lowered(option_text(def_elem));
  return text == "true" || text == "on" || text == "yes" || text == "1";
}

StorageOptions storage_options(const NodeList& def_elems) {
  StorageOptions out;
  for (const Node option : def_elems) {
    std::string name = lowered(option.str("defname"));
    const std::string_view space = option.str("defnamespace");
    if (!space.empty()) name = lowered(space) + "." + name;
    out.emplace_back(std::move(name), option_text(option));
  }
  return out;
}

}  // namespace schemadiff
