#include "engine/introspect/missing_names.h"

#include <set>

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

std::vector<NameQuestion> questions_of(Catalog& desired) {
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
  std::set<QualifiedName> functions;
  for (const auto& [id, function] : desired.objects<Function>()) {
    functions.insert({id.schema, id.name});
  }
  for (const auto& [id, trigger] : desired.objects<Trigger>()) {
    if (is_clone(trigger) || functions.contains(trigger.function)) continue;
    out.push_back({What::function, trigger.function, {}, trigger.source});
  }
  std::sort(out.begin(), out.end(), [](const NameQuestion& a, const NameQuestion& b) {
    return std::pair(a.where.file, a.where.offset) < std::pair(b.where.file, b.where.offset);
  });
  return out;
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

Result<Diagnostics> find_missing_names(CatalogReader& reader, Catalog& desired) {
  Diagnostics out;
  const std::vector<NameQuestion> questions = questions_of(desired);
  auto relations = having_names(reader, names_of(questions, What::relation), "pg_class", "rel");
  if (!relations) return fail(std::move(relations.error()));
  const std::set<Identifier> functions_asked = names_of(questions, What::function);
  auto functions = having_names(reader, functions_asked, "pg_proc", "pro");
  if (!functions) return fail(std::move(functions.error()));
  // mytype(x) is a cast.
  auto types = having_names(reader, functions_asked, "pg_type", "typ");
  if (!types) return fail(std::move(types.error()));
  functions->insert(types->begin(), types->end());

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
