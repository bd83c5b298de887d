#include "parser/expression/expression_engine.h"

#include <algorithm>
#include <type_traits>

#include "engine/model/rules.h"
#include "parser/expression/analyzer.h"
#include "parser/expression/name_walk.h"
#include "parser/expression/parse_text.h"

namespace schemadiff {
namespace {

// Canonicalises one catalog.
class Canonicaliser {
 public:
  Canonicaliser(Catalog& catalog, const SystemCatalog& system, const Renames* renames)
      : catalog_(catalog), env_(catalog, system, renames) {
    env_.set_view_columns([this](const ObjectId& id, std::vector<ColumnInfo>& columns) {
      return view_columns(id, columns);
    });
  }

  RelationColumns relation_columns() {
    RelationColumns out;
    const auto add = [&](const ObjectId& id) {
      const RelationInfo& info = env_.relation(id);
      if (!info.known) return;
      for (const ColumnInfo& column : info.columns) {
        out[id].emplace_back(column.name, type_ref(column.type));
      }
    };
    for (const auto& [id, table] : catalog_.objects<Table>()) add(id);
    for (const auto& [id, view] : catalog_.objects<View>()) add(id);
    for (const auto& [id, view] : catalog_.objects<MaterializedView>()) add(id);
    return out;
  }

  std::vector<TypedLiteral> literals(const std::function<bool(const std::string&)>& wanted) {
    std::vector<TypedLiteral> found;
    wanted_ = &wanted;
    literals_ = &found;
    for_each_kind([&]<class T>() {
      for (auto& [id, object] : catalog_.objects<T>()) visit_object(object);
    });
    std::sort(found.begin(), found.end(), [](const TypedLiteral& a, const TypedLiteral& b) {
      return std::pair(a.where.file, a.where.offset) < std::pair(b.where.file, b.where.offset);
    });
    return found;
  }

  void run() {
    for_each_kind([&]<class T>() {
      for (auto& [id, object] : catalog_.objects<T>()) visit_object(object);
    });
    drop_null_defaults();
    for (auto& [id, view] : catalog_.objects<View>()) {
      if (!view.output.empty()) continue;
      const RelationInfo& info = env_.relation(id);
      if (!info.known) continue;
      for (const ColumnInfo& column : info.columns) {
        view.output.emplace_back(column.name, type_ref(column.type));
      }
    }
  }

 private:
  struct Known {
    std::string canonical;
    std::vector<ObjectId> references;
    std::vector<UnknownName> unknown;
  };

  TypeRef type_ref(const ModifiedType& type) { return {env_.sql(type), env_.info(type.id).object}; }

  template <class T>
  void visit_object(T& object) {
    Rules<T>::expressions(object, [&](SqlExpression& expression, const ExpressionScope& scope) {
      if (expression.empty()) return;
      if (literals_ != nullptr) {
        if (!expression.source.known() || !(*wanted_)(expression.text)) return;
      }
      if constexpr (std::is_same_v<T, MaterializedView>) current_view_ = object.id;
      if constexpr (std::is_same_v<T, View>) {
        analyse_view(expression, object.id, scope.names, object.recursive);
      } else if constexpr (std::is_same_v<T, ColumnDefault>) {
        ModifiedType target = env_.type_of(scope.target);
        if (target.id == type_id::kNone) target = column_type(object.id);
        analyse(expression, scope, target);
      } else if constexpr (std::is_same_v<T, DomainConstraint>) {
        analyse(expression, scope, {env_.own_type(object.id.container(Kind::domain)), ""});
      } else {
        analyse(expression, scope, env_.type_of(scope.target));
      }
    });
  }

  // DEFAULT NULL is no default, except where it hides a domain's own, and where PostgreSQL keeps
  // it with the call that cuts it to length: NULL::character varying for a varchar(20).
  void drop_null_defaults() {
    std::erase_if(catalog_.objects<ColumnDefault>(), [&](const auto& entry) {
      if (!entry.second.expression.canonical.starts_with("null:")) return false;
      const ModifiedType type = column_type(entry.first);
      const bool cut = !type.modifier.empty() && type.id != type_id::kInterval;
      return env_.info(type.id).type != 'd' && !cut;
    });
    for (auto& [id, domain] : catalog_.objects<Domain>()) {
      const bool over_domain =
          domain.base.object.kind == Kind::domain && !domain.base.sql.ends_with("[]");
      if (!over_domain && domain.default_value &&
          domain.default_value->canonical.starts_with("null:")) {
        domain.default_value.reset();
      }
    }
  }

  ModifiedType column_type(const ObjectId& column_default) {
    for (const Kind kind : {Kind::table, Kind::view}) {
      const RelationInfo& relation = env_.relation(column_default.container(kind));
      for (const ColumnInfo& column : relation.columns) {
        if (column.name == column_default.sub) return column.type;
      }
    }
    return {};
  }

  // `before`: how much was parsed in front of the text.
  void finish(SqlExpression& expression, std::string canonical, const Analyzer& analyzer,
              size_t before) {
    if (literals_ != nullptr) {
      for (const Analyzer::ReadLiteral& literal : analyzer.read_literals()) {
        SourceSpan where = expression.source;
        const auto at = static_cast<size_t>(literal.location);
        if (at > before) where.offset += static_cast<uint32_t>(at - before);
        literals_->push_back({literal.type, literal.value, where});
      }
    }
    expression.canonical = analyzer.failed() ? "" : std::move(canonical);
    expression.references = analyzer.references();
    expression.unknown = analyzer.unknown();
    for (UnknownName& name : expression.unknown) {
      name.offset -= std::min(name.offset, static_cast<uint32_t>(before));
    }
  }

  void analyse_view(SqlExpression& expression, const ObjectId& view,
                    const std::vector<Identifier>& names, bool recursive) {
    std::string text = expression.text;
    size_t before = 0;
    if (recursive) {
      text = recursive_query(view.name, names, text);
      before = text.find(expression.text);
    }
    const auto node = parser_.parse(text, ExpressionRole::query);
    if (!node) return;
    Analyzer analyzer(env_, expression.path);
    analyzer.see_view(view);
    std::string canonical = analyzer.query(*node, names);
    finish(expression, std::move(canonical), analyzer, before);
    std::erase(expression.references, view);
  }

  // CREATE RECURSIVE VIEW v (a, b) AS q is WITH RECURSIVE v (a, b) AS (q) SELECT a, b FROM v.
  static std::string recursive_query(Identifier name, const std::vector<Identifier>& columns,
                                     const std::string& query) {
    std::string list;
    for (const Identifier column : columns) list += (list.empty() ? "" : ", ") + quote(column);
    return "WITH RECURSIVE " + quote(name) + " (" + list + ") AS (" + query + "\n) SELECT " + list +
           " FROM " + quote(name);
  }

  bool view_columns(const ObjectId& id, std::vector<ColumnInfo>& columns) {
    const SqlExpression* query = nullptr;
    std::vector<Identifier> names;
    std::string text;
    if (const View* view = catalog_.find<View>(id)) {
      query = &view->query;
      names = view->columns;
      text = view->recursive ? recursive_query(id.name, names, query->text) : query->text;
    } else if (const MaterializedView* view = catalog_.find<MaterializedView>(id)) {
      query = &view->query;
      names = view->columns;
      text = query->text;
    }
    if (query == nullptr) return false;
    TextParser parser;  // the other one's nodes are in use
    const auto node = parser.parse(text, ExpressionRole::query);
    if (!node) return false;
    Analyzer analyzer(env_, query->path);
    analyzer.query(*node, names);
    columns = analyzer.output();
    return !columns.empty();
  }

  void analyse(SqlExpression& expression, const ExpressionScope& scope,
               const ModifiedType& target) {
    std::string key;
    const bool memoised = scope.role == ExpressionRole::scalar && literals_ == nullptr;
    if (memoised) {
      key = expression.text + '\0' + expression.path.sql.str() + '\0' + std::to_string(target.id) +
            ':' + target.modifier;
      const auto known = memo_.find(key);
      if (known != memo_.end()) {
        expression.canonical = known->second.canonical;
        expression.references = known->second.references;
        expression.unknown = known->second.unknown;
        return;
      }
    }
    const auto node = parser_.parse(expression.text, scope.role);
    if (!node) {
      if (memoised) memo_.emplace(std::move(key), Known());
      return;
    }
    Analyzer analyzer(env_, expression.path);
    std::string canonical;
    switch (scope.role) {
      case ExpressionRole::scalar:
        analyzer.see_relation(scope.relation);
        analyzer.see_arguments(scope.names, scope.types);
        canonical = analyzer.scalar(*node, target);
        break;
      case ExpressionRole::trigger_when:
        analyzer.see_old_and_new(scope.relation);
        canonical = analyzer.scalar(*node, {type_id::kBool, ""});
        break;
      case ExpressionRole::domain_check:
        analyzer.see_domain_value(env_.base_of(target.id));
        canonical = analyzer.scalar(*node, {type_id::kBool, ""});
        break;
      case ExpressionRole::query:
        analyzer.see_view(current_view_);
        canonical = analyzer.query(*node, scope.names);
        break;
      case ExpressionRole::partition_bound:
        canonical = analyzer.partition_bound(*node, partition_key(scope.relation));
        break;
      case ExpressionRole::rule:
        canonical = analyzer.rule(*node, scope.relation);
        break;
      case ExpressionRole::function_body:
        analyzer.see_arguments(scope.names, scope.types);
        canonical = analyzer.function_body(*node);
        break;
      case ExpressionRole::string_body:
        expression.references = names_used(*node, env_, expression.path);
        return;
    }
    size_t before = TextParser::prefix(scope.role).size();
    // The parser writes the first words of a bound.
    constexpr std::string_view kBound = "FOR VALUES ";
    if (scope.role == ExpressionRole::partition_bound) before += kBound.size();
    finish(expression, std::move(canonical), analyzer, before);
    if (memoised && !analyzer.used_scope()) {
      memo_.emplace(std::move(key),
                    Known{expression.canonical, expression.references, expression.unknown});
    }
  }

  // The types of a partitioned table's key; an element of unknown type has kNone.
  std::vector<ModifiedType> partition_key(const ObjectId& parent) {
    std::vector<ModifiedType> out;
    const Table* table = catalog_.find<Table>(parent);
    if (table == nullptr || !table->partition_key) return out;
    const RelationInfo& relation = env_.relation(parent);
    for (const PartitionKeyElement& element : table->partition_key->elements) {
      ModifiedType type;
      if (element.column.empty()) {
        if (const auto node = key_parser_.parse(element.expression.text, ExpressionRole::scalar)) {
          Analyzer analyzer(env_, element.expression.path);
          analyzer.see_relation(parent);
          type = analyzer.type_of(*node);
        }
      } else {
        for (const ColumnInfo& column : relation.columns) {
          if (column.name == element.column) type = column.type;
        }
      }
      out.push_back(type);
    }
    return out;
  }

  Catalog& catalog_;
  Environment env_;
  TextParser parser_;
  TextParser key_parser_;
  ObjectId current_view_;
  // Set while literals are looked for.
  const std::function<bool(const std::string&)>* wanted_ = nullptr;
  std::vector<TypedLiteral>* literals_ = nullptr;
  std::unordered_map<std::string, Known> memo_;
};

class PgExpressionEngine : public ExpressionEngine {
 public:
  void canonicalise(Catalog& catalog, const SystemCatalog& system) const override {
    Canonicaliser(catalog, system, nullptr).run();
  }
};

}  // namespace

RelationColumns relation_columns(Catalog& catalog, const SystemCatalog& system) {
  return Canonicaliser(catalog, system, nullptr).relation_columns();
}

std::vector<TypedLiteral> typed_literals(Catalog& catalog, const SystemCatalog& system,
                                         const std::function<bool(const std::string&)>& wanted) {
  // The tables of types and functions are only made where there is something to look at.
  bool any = false;
  for_each_kind([&]<class T>() {
    for (auto& [id, object] : catalog.objects<T>()) {
      Rules<T>::expressions(object, [&](SqlExpression& expression, const ExpressionScope&) {
        any = any || (!expression.empty() && expression.source.known() && wanted(expression.text));
      });
    }
  });
  if (!any) return {};
  return Canonicaliser(catalog, system, nullptr).literals(wanted);
}

void canonicalise_renamed(Catalog& live, const SystemCatalog& system, const Renames& renames) {
  Canonicaliser(live, system, &renames).run();
}

std::unique_ptr<ExpressionEngine> make_expression_engine() {
  return std::make_unique<PgExpressionEngine>();
}

}  // namespace schemadiff
