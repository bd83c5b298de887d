#include "parser/expression/expression_engine.h"

#include <algorithm>
#include <type_traits>

#include "engine/model/rules.h"
#include "engine/objects/view/output_type.h"
#include "parser/expression/analyzer.h"
#include "parser/expression/name_walk.h"
#include "parser/expression/parse_text.h"

namespace schemadiff {
namespace {

// Canonicalises one catalog.
class Canonicaliser {
 public:
  Canonicaliser(Catalog& catalog, const SystemCatalog& system, const Renames* renames,
                Environment::OtherCasts other_casts = Environment::OtherCasts::there)
      : catalog_(catalog), env_(catalog, system, renames, other_casts) {
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
    drop_usual_collations();
    for (auto& [id, view] : catalog_.objects<View>()) fill_output(view);
    for (auto& [id, view] : catalog_.objects<MaterializedView>()) fill_output(view);
  }

  // Of each of its expressions, in their order.
  std::vector<std::string> canonical_forms(const ObjectId& id) {
    std::vector<std::string> forms;
    with_kind(id.kind, [&]<class T>() {
      T* object = catalog_.find<T>(id);
      if (object == nullptr) return;
      visit_object(*object);
      Rules<T>::expressions(*object, [&](SqlExpression& expression, const ExpressionScope&) {
        forms.push_back(expression.canonical);
      });
    });
    return forms;
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
      env_.leave_out_casts_by(scope.role == ExpressionRole::function_body ? object.id : ObjectId{});
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

  template <class V>
  void fill_output(V& view) {
    if (!view.output.empty()) return;
    const RelationInfo& info = env_.relation(view.id);
    if (!info.known) return;
    for (const ColumnInfo& column : info.columns) {
      QualifiedName collation = collation_of(column).value_or(QualifiedName());
      if (collation == env_.info(column.type.id).collation) collation = {};
      view.output.emplace_back(column.name, output_type(type_ref(column.type), collation));
    }
  }

  // Empty: it has none. nullopt: not known.
  std::optional<QualifiedName> collation_of(const ColumnInfo& column) {
    if (!column.collated) return env_.info(column.type.id).collation;
    if (!column.collated->known) return std::nullopt;
    return column.collated->collation;
  }

  // Of an element of an index or a partition key, without the COLLATE that is stated.
  template <class Element>
  std::optional<QualifiedName> usual_collation(const Element& element, const ObjectId& relation) {
    if (element.column.empty()) {
      const auto node = parser_.parse(element.expression.text, ExpressionRole::scalar);
      if (!node) return std::nullopt;
      Analyzer analyzer(env_, element.expression.path);
      analyzer.see_relation(relation);
      return analyzer.own_collation(*node);
    }
    for (const ColumnInfo& column : env_.relation(relation).columns) {
      if (column.name == element.column) return collation_of(column);
    }
    return std::nullopt;
  }

  // An index stores its collations, whether they were written or are those of the columns.
  void drop_usual_collations() {
    const auto drop = [this](auto& element, const ObjectId& relation) {
      if (element.collation.empty()) return;
      if (usual_collation(element, relation) == element.collation) element.collation = {};
    };
    for (auto& [id, index] : catalog_.objects<Index>()) {
      for (IndexElement& element : index.elements) drop(element, index.table);
    }
    for (auto& [id, constraint] : catalog_.objects<Constraint>()) {
      for (ExclusionElement& element : constraint.exclusions) {
        drop(element.element, id.container(Kind::table));
      }
    }
    for (auto& [id, table] : catalog_.objects<Table>()) {
      if (!table.partition_key) continue;
      for (PartitionKeyElement& element : table.partition_key->elements) drop(element, id);
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
              const Node& node, size_t before) {
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
    if (analyzer.failed()) add_names_behind_the_failure(expression, node);
    expression.unknown = analyzer.unknown();
    for (UnknownName& name : expression.unknown) {
      name.offset -= std::min(name.offset, static_cast<uint32_t>(before));
    }
  }

  // The analysis ended where it met what it does not know (MERGE in a body).
  void add_names_behind_the_failure(SqlExpression& expression, const Node& node) {
    std::vector<ObjectId>& known = expression.references;
    for (const ObjectId& id : names_used(node, env_, expression.path)) {
      if (std::find(known.begin(), known.end(), id) == known.end()) known.push_back(id);
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
    if (!node) {
      expression.references = names_in(expression.text, env_, expression.path);
      std::erase(expression.references, view);
      return;
    }
    Analyzer analyzer(env_, expression.path);
    analyzer.see_view(view);
    std::string canonical = analyzer.query(*node, names);
    finish(expression, std::move(canonical), analyzer, *node, before);
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
      expression.references = names_in(expression.text, env_, expression.path);
      if (memoised) memo_.emplace(std::move(key), Known{"", expression.references, {}});
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
    finish(expression, std::move(canonical), analyzer, *node, before);
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

// Steps through a canonical form: literals, and what stands between them.
class Pieces {
 public:
  explicit Pieces(std::string_view form) : rest_(form) {}

  struct Piece {
    std::string_view text;
    bool literal = false;
    bool raw = false;
  };
  bool done() const { return rest_.empty(); }
  Piece next() {
    Piece out;
    size_t at = 0;
    while (at < rest_.size() && rest_[at] != '\'') {
      // Names may have anything within their quotes.
      at = rest_[at] == '"' ? behind_quotes(at) : at + 1;
    }
    if (at > 0) {
      out.text = rest_.substr(0, at);
      // The mark is the literal's.
      raw_ = at < rest_.size() && out.text.back() == 'r' &&
             (at == 1 || std::string_view(" (,").find(out.text[at - 2]) != std::string_view::npos);
      if (raw_) out.text.remove_suffix(1);
      rest_.remove_prefix(at);
      return out;
    }
    const size_t end = behind_quotes(0);
    out = {rest_.substr(0, end), true, raw_};
    raw_ = false;
    rest_.remove_prefix(end);
    return out;
  }

 private:
  // Behind the quoted text that begins at `at`; quotes within are doubled.
  size_t behind_quotes(size_t at) const {
    const char quote = rest_[at];
    for (++at; at < rest_.size(); ++at) {
      if (rest_[at] != quote) continue;
      if (at + 1 >= rest_.size() || rest_[at + 1] != quote) return at + 1;
      ++at;
    }
    return at;
  }

  std::string_view rest_;
  bool raw_ = false;
};

}  // namespace

Certainty certainty_of(const SqlExpression& a, const SqlExpression& b) {
  if (a.canonical.empty() || b.canonical.empty()) return Certainty::texts;
  Pieces left(a.canonical);
  Pieces right(b.canonical);
  while (!left.done() && !right.done()) {
    const Pieces::Piece one = left.next();
    const Pieces::Piece other = right.next();
    if (one.literal != other.literal) return Certainty::certain;
    const bool open = one.raw || other.raw;
    if (one.text != other.text && !open) return Certainty::certain;
  }
  return left.done() && right.done() ? Certainty::literals : Certainty::certain;
}

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

std::vector<ObjectId> misread_beside(Catalog catalog, const Catalog& others,
                                     const SystemCatalog& system,
                                     const std::vector<ObjectId>& objects) {
  std::vector<std::vector<std::string>> alone;
  {
    Canonicaliser canonicaliser(catalog, system, nullptr, Environment::OtherCasts::gone);
    for (const ObjectId& id : objects) alone.push_back(canonicaliser.canonical_forms(id));
  }
  for_each_kind([&]<class T>() {
    for (const auto& [id, object] : others.objects<T>()) catalog.add(object);
  });
  Canonicaliser canonicaliser(catalog, system, nullptr, Environment::OtherCasts::gone);
  std::vector<ObjectId> out;
  for (size_t i = 0; i < objects.size(); ++i) {
    const std::vector<std::string> beside = canonicaliser.canonical_forms(objects[i]);
    for (size_t j = 0; j < beside.size(); ++j) {
      if (alone[i][j].empty() || alone[i][j] == beside[j]) continue;
      out.push_back(objects[i]);
      break;
    }
  }
  return out;
}

std::unique_ptr<ExpressionEngine> make_expression_engine() {
  return std::make_unique<PgExpressionEngine>();
}

}  // namespace schemadiff
