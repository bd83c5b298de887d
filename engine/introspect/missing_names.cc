#include "engine/introspect/missing_names.h"

#include <map>
#include <set>

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/trigger/clone.h"

namespace schemadiff {
namespace {

using What = UnknownName::What;

struct NameQuestion {
  What what;
  QualifiedName name;
  SearchPath path;
  SourceSpan where;
};

// What is in no schema, and where the server has it.
struct Named {
  Kind kind;
  const char* word;
  const char* catalog;
  const char* column;
};
constexpr Named kNamed[] = {
    {Kind::schema, "schema", "pg_namespace", "nspname"},
    {Kind::language, "language", "pg_language", "lanname"},
    {Kind::access_method, "access method", "pg_am", "amname"},
    {Kind::foreign_data_wrapper, "foreign-data wrapper", "pg_foreign_data_wrapper", "fdwname"},
    {Kind::foreign_server, "server", "pg_foreign_server", "srvname"},
    {Kind::none, "tablespace", "pg_tablespace", "spcname"},  // no object of ours
};
// What objects of the file need besides their texts, and the file does not declare.
struct NeededNames {
  std::map<std::pair<std::string_view, Identifier>, SourceSpan> named;  // by word; the first place
  std::vector<std::pair<QualifiedName, SourceSpan>> functions;
  std::map<ObjectId, SourceSpan> operator_classes;
};

NeededNames needed_beside(const Catalog& desired) {
  NeededNames out;
  const auto need = [&](Kind kind, Identifier name, SourceSpan source) {
    const auto* named = std::find_if(std::begin(kNamed), std::end(kNamed),
                                     [&](const Named& one) { return one.kind == kind; });
    if (named == std::end(kNamed) || name.empty()) return;
    SourceSpan& where = out.named.emplace(std::pair(named->word, name), source).first->second;
    if (comes_before(source, where)) where = source;
  };
  std::set<QualifiedName> functions;
  for (const auto& [id, function] : desired.objects<Function>()) {
    functions.insert({id.schema, id.name});
  }
  for_each_kind([&]<class T>() {
    for (const auto& [id, object] : desired.objects<T>()) {
      if (!object.source.known()) continue;
      ReferenceSink sink;
      Rules<T>::references(object, sink);
      for (const ObjectId& used : sink.objects()) {
        if (!used.known() || desired.contains(used)) continue;
        need(used.kind, used.name, object.source);
        if (used.kind == Kind::operator_class) out.operator_classes.emplace(used, object.source);
      }
      if constexpr (requires { object.tablespace; }) {
        need(Kind::none, object.tablespace, object.source);
      }
      if constexpr (kind_of<T> == Kind::trigger) {
        if (is_clone(object)) continue;
      }
      for (const QualifiedName& name : sink.functions()) {
        if (!functions.contains(name)) out.functions.emplace_back(name, object.source);
      }
    }
  });
  return out;
}

std::vector<NameQuestion> questions_of(Catalog& desired, const NeededNames& needed) {
  std::vector<NameQuestion> out;
  for_each_kind([&]<class T>() {
    for (auto& [id, object] : desired.objects<T>()) {
      const SourceSpan whole = object.source;
      Rules<T>::expressions(object, [&](SqlExpression& expression, const ExpressionScope&) {
        for (const UnknownName& unknown : expression.unknown) {
          SourceSpan where = expression.source.known() ? expression.source : whole;
          if (expression.source.known()) where.offset += unknown.offset;
          out.push_back({unknown.what, unknown.name, expression.path, where});
        }
      });
    }
  });
  for (const auto& [name, where] : needed.functions) {
    out.push_back({What::function, name, {}, where});
  }
  std::sort(out.begin(), out.end(), [](const NameQuestion& a, const NameQuestion& b) {
    return comes_before(a.where, b.where);
  });
  return out;
}

Result<void> check_named(CatalogReader& reader, const SystemCatalog& system, NeededNames needed,
                         Diagnostics& out) {
  auto& missing = needed.named;
  for (const Named& named : kNamed) {
    for (const auto& [kind, name] : system.coming.named) {
      if (kind == named.kind) missing.erase({named.word, name});
    }
  }
  if (missing.empty()) return {};
  std::string sql;
  for (size_t i = 0; i < std::size(kNamed); ++i) {
    const Named& named = kNamed[i];
    sql += std::string(i == 0 ? "" : " UNION ALL ") + "SELECT " + std::to_string(i) + ", " +
           named.column + "::text FROM " + named.catalog;
  }
  auto rows = reader.query(sql);
  if (!rows) return fail(std::move(rows.error()));
  while ((*rows)->next()) {
    const Row& row = (*rows)->row();
    missing.erase({kNamed[row.integer(0)].word, Identifier(row.text(1))});
  }
  for (const auto& [name, where] : missing) {
    const std::string quoted = quote(name.second);
    out.error(where, std::string(name.first) + " " + quoted + " does not exist",
              name.first == "schema" ? "declare it: CREATE SCHEMA " + quoted : "");
  }
  return {};
}

// Extensions that are to be created may bring any.
void check_operator_classes(const SystemCatalog& system, const Catalog& desired,
                            const std::map<ObjectId, SourceSpan>& needed, Diagnostics& out) {
  if (needed.empty()) return;
  for (const auto& [id, extension] : desired.objects<Extension>()) {
    if (system.extension(id.name) == nullptr) return;
  }
  static const Identifier kPgCatalog("pg_catalog");
  for (const auto& [id, where] : needed) {
    const Identifier schema = id.schema.empty() ? kPgCatalog : id.schema;
    const bool is_there =
        std::any_of(system.operator_classes.begin(), system.operator_classes.end(),
                    [&, wanted = &id](const SystemOperatorClass& known) {
                      return known.name == wanted->name && known.method == wanted->sub &&
                             known.schema == schema;
                    });
    if (is_there) continue;
    out.error(where,
              "operator class " + QualifiedName{id.schema, id.name}.sql() +
                  " does not exist for access method " + quote(id.sub),
              "if an extension brings it, declare that: CREATE EXTENSION");
  }
}

// What of a catalog has one of the names, by schema.
Result<std::set<QualifiedName>> having_names(CatalogReader& reader,
                                             const std::set<Identifier>& names,
                                             const std::string& catalog,
                                             const std::string& prefix) {
  std::set<QualifiedName> out;
  if (names.empty()) return out;
  std::string list;
  for (const Identifier name : names) {
    list += (list.empty() ? "" : ", ") + quote_literal(name.str());
  }
  auto rows = reader.query("SELECT n.nspname, c." + prefix + "name FROM " + catalog +
                           " c JOIN pg_namespace n ON n.oid = c." + prefix + "namespace WHERE c." +
                           prefix + "name IN (" + list + ")");
  if (!rows) return fail(std::move(rows.error()));
  while ((*rows)->next()) {
    out.insert({Identifier((*rows)->row().text(0)), Identifier((*rows)->row().text(1))});
  }
  return out;
}

std::set<Identifier> names_of(const std::vector<NameQuestion>& questions, What what) {
  std::set<Identifier> out;
  for (const NameQuestion& question : questions) {
    if (question.what == what) out.insert(question.name.name);
  }
  return out;
}

bool is_relation_there(const NameQuestion& question, const std::set<QualifiedName>& relations) {
  if (!question.name.schema.empty()) return relations.contains(question.name);
  static const Identifier kPgCatalog("pg_catalog");
  if (relations.contains({kPgCatalog, question.name.name})) return true;
  const std::vector<Identifier> path = question.path.schemas();
  return std::any_of(path.begin(), path.end(), [&](Identifier schema) {
    return relations.contains({schema, question.name.name});
  });
}

bool is_function_there(const NameQuestion& question, const std::set<QualifiedName>& functions) {
  return std::any_of(functions.begin(), functions.end(), [&](const QualifiedName& function) {
    const bool schema_fits =
        question.name.schema.empty() || question.name.schema == function.schema;
    return function.name == question.name.name && schema_fits;
  });
}

std::string elsewhere(const NameQuestion& question, const std::set<QualifiedName>& known) {
  for (const QualifiedName& other : known) {
    if (other.name == question.name.name) {
      return "there is " + other.sql() + "; the search_path here is \"" + question.path.sql.str() +
             "\"";
    }
  }
  return "";
}

}  // namespace

Result<Diagnostics> find_missing_names(CatalogReader& reader, const SystemCatalog& system,
                                       Catalog& desired, const HintOfSyntax& hint_of_syntax) {
  Diagnostics out;
  NeededNames needed = needed_beside(desired);
  const std::vector<NameQuestion> questions = questions_of(desired, needed);
  check_operator_classes(system, desired, needed.operator_classes, out);
  if (auto done = check_named(reader, system, std::move(needed), out); !done) {
    return fail(std::move(done.error()));
  }
  auto relations = having_names(reader, names_of(questions, What::relation), "pg_class", "rel");
  if (!relations) return fail(std::move(relations.error()));
  const std::set<Identifier> functions_asked = names_of(questions, What::function);
  auto functions = having_names(reader, functions_asked, "pg_proc", "pro");
  if (!functions) return fail(std::move(functions.error()));
  // mytype(x) is a cast.
  auto types = having_names(reader, functions_asked, "pg_type", "typ");
  if (!types) return fail(std::move(types.error()));
  functions->insert(types->begin(), types->end());
  relations->insert(system.coming.relations.begin(), system.coming.relations.end());
  functions->insert(system.coming.functions.begin(), system.coming.functions.end());

  for (const NameQuestion& question : questions) {
    const std::string name = question.name.sql();
    switch (question.what) {
      case What::relation:
        if (is_relation_there(question, *relations)) break;
        out.error(question.where, "relation " + name + " does not exist",
                  elsewhere(question, *relations));
        break;
      case What::function:
        if (is_function_there(question, *functions)) break;
        if (const std::string hint = hint_of_syntax(question.name.name.str());
            !hint.empty() && question.name.schema.empty()) {
          out.error(question.where, question.name.name.str() + "(…) is no function", hint);
          break;
        }
        out.error(question.where, "function " + name + " does not exist",
                  elsewhere(question, *functions));
        break;
      case What::column:
        out.error(question.where, "column " + name + " does not exist");
        break;
    }
  }
  return out;
}

}  // namespace schemadiff
