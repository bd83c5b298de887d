// Parse analysis: from libpg_query's raw tree to a typed one, as PostgreSQL's parser does it.
#pragma once

#include <set>
#include <string_view>
#include <unordered_set>

#include "engine/model/expression_engine.h"
#include "parser/expression/literal.h"
#include "parser/expression/type_rules.h"
#include "parser/expression/typed_tree.h"

namespace schemadiff {

// Analyses one text. What it does not know makes it `failed()`, and it goes on for the references.
class Analyzer {
 public:
  Analyzer(Environment& environment, const SearchPath& path);

  // The surroundings, before analysis.
  void see_relation(const ObjectId& relation);
  void see_old_and_new(const ObjectId& relation);
  void see_arguments(const std::vector<Identifier>& names, const std::vector<TypeRef>& types);
  // Whose columns are those of query(); kind none: nobody's.
  void see_view(const ObjectId& view) { view_ = view; }
  void see_domain_value(const ModifiedType& type) { domain_value_ = type; }

  // A value that is assigned to a column of the type (kNone: of any type).
  std::string scalar(const Node& node, const ModifiedType& target);
  // A query; `names` replace the first names of its columns.
  std::string query(const Node& select, const std::vector<Identifier>& names);
  // RETURN … or BEGIN ATOMIC … END of a CREATE FUNCTION.
  std::string function_body(const Node& statement);
  // CREATE RULE.
  std::string rule(const Node& rule, const ObjectId& relation);
  // FOR VALUES …, a PartitionBoundSpec, for a key of these types.
  std::string partition_bound(const Node& spec, const std::vector<ModifiedType>& key);
  // The type of an expression; kNone: not known.
  ModifiedType type_of(const Node& node);
  // The collation that it has; empty: none. nullopt: not known.
  std::optional<QualifiedName> own_collation(const Node& node);
  // Columns of the last query().
  const std::vector<ColumnInfo>& output() const { return output_; }

  bool failed() const { return failed_; }
  // The surroundings were looked at: the meaning depends on them.
  bool used_scope() const { return used_scope_; }
  const std::vector<ObjectId>& references() const { return references_; }
  // Names that mean nothing here; their offsets are the parser's locations.
  const std::vector<UnknownName>& unknown() const { return unknown_; }
  // Literals that the input function of a type reads, and where they stand.
  struct ReadLiteral {
    TypeId type = type_id::kNone;
    std::string value;
    int location = 0;
  };
  const std::vector<ReadLiteral>& read_literals() const { return read_literals_; }
  void refer(const ObjectId& id);
  void refer_if_there(const ObjectId& id);

 private:
  using Path = Environment::Path;
  using Types = TypeRules::Types;
  using Exprs = std::vector<Expr*>;
  enum class Figure : uint8_t { none, weak, strong };

  // The result of a SELECT, VALUES or set operation.
  struct Select {
    Query* query = nullptr;
    Expr* root = nullptr;
    std::vector<OutputColumn> columns;
  };

  Expr* fail();
  Expr* fail_unknown(UnknownName::What what, QualifiedName name, const Node& node);
  std::string print(const Expr& root);

  // analyze_expression.cc
  Expr* expr(const Node& node);
  Exprs exprs(const NodeList& list);
  Expr* condition(const Node& node);
  Expr* constant(const Node& node);
  Expr* column_ref(const Node& node);
  Expr* indirection(const Node& node);
  Expr* subscripts(Expr* base, const std::vector<Node>& indices);
  Expr* field(Expr* base, Identifier name);
  Expr* array(const Node& node, const ModifiedType* target);
  Expr* type_cast(const Node& node);
  std::optional<QualifiedName> collation_name(const NodeList& names);
  Expr* collate(const Node& node);
  Expr* with_collation(Expr* arg, const QualifiedName& name);
  Expr* a_expr(const Node& node);
  Expr* in_list(const Node& node);
  Expr* between(const Node& node, std::string_view kind);
  Expr* bool_expr(const Node& node);
  Expr* sublink(const Node& node);
  Expr* case_expr(const Node& node);
  Expr* row(const Node& node);
  Expr* common_list(const char* head, const NodeList& list);
  Expr* value_function(const Node& node);
  Expr* null_test(const Node& node);
  Expr* boolean_test(const Node& node);
  Expr* distinct(Expr* left, Expr* right);
  Expr* distinct_values(Expr* left, Expr* right);
  Expr* parameter(size_t number);
  bool contains_columns(const Expr& expr, int depth) const;
  Identifier figure_name(const Node& node, Figure& strength);

  // analyze_call.cc
  Expr* typed_constant(TypeId type, std::string value, bool raw = false);
  Expr* null_constant(TypeId type);
  Expr* literal_as(const Expr& literal, const ModifiedType& target);
  Expr* regclass_literal(const Expr& literal);
  Expr* regtype_literal(const Expr& literal);
  Expr* coerce_type(Expr* expr, const ModifiedType& target, CoercionContext context);
  Expr* coerce_modifier(Expr* expr, const ModifiedType& target, CoercionContext context);
  Expr* coerce(Expr* expr, const ModifiedType& target, CoercionContext context);
  Expr* to_domain(Expr* expr, TypeId domain, CoercionContext context);
  Expr* fold_cast(Expr* expr, TypeId target);
  Expr* to_bool(Expr* expr);
  Expr* known(Expr* expr);  // an unknown literal becomes text
  TypeId common_of(const Exprs& list);
  void to_common(Exprs& list, TypeId type);
  ModifiedType common_modified(const Exprs& list, TypeId type);
  Expr* op(Identifier schema, Identifier name, Expr* left, Expr* right);
  Expr* op(const NodeList& names, Expr* left, Expr* right);
  Expr* row_op(Identifier schema, Identifier name, const Exprs& left, const Exprs& right);
  Expr* array_op(const NodeList& names, bool any, Expr* left, Expr* right);
  Expr* func_call(const Node& node);
  std::string cast_head(const char* how, TypeId source, const ModifiedType& target,
                        const FunctionInfo* function);
  std::string call_head(const FunctionInfo& function);  // "call public.f(integer)"
  Expr* make_call(const ResolvedFunction& resolved, Exprs args,
                  const std::vector<Identifier>& names, bool variadic);
  Expr* window(const Node& over);
  Expr* range_offset(Expr* offset, const Expr& sorted);
  void read_operator_name(const NodeList& names, Identifier& schema, Identifier& name) const;

  // analyze_query.cc
  // `leaf`: of a set operation, where literals wait for the column's type.
  Select select(const Node& node, Query* parent, bool leaf = false);
  Select simple_select(const Node& node, Query* parent);
  Select values(const Node& node, Query* parent);
  Select set_operation(const Node& node, Query* parent);
  Select set_operation_tree(const Node& node, Query* top);
  Select combine(const Node& node, const Select& left, const Select& right, Query* top);
  void finish_unknowns(Select& select);
  void finish_output(Select& select);
  Exprs with_clause(const Node& with);
  Expr* from_item(const Node& node);
  Expr* from_relation(const Node& node);
  Expr* from_subselect(const Node& node);
  Expr* from_join(const Node& node);
  void add_item(RangeTable* range, const Node& alias, Identifier name, Identifier schema);
  std::vector<OutputColumn> targets(const NodeList& list);
  void expand_star(const Node& column_ref, std::vector<OutputColumn>& out);
  void refer_to_grouped_keys(const Exprs& keys);
  void group_items(const NodeList& list, const std::vector<OutputColumn>& targets, Exprs& out);
  Expr* group_item(const Node& node, const std::vector<OutputColumn>& targets);
  static bool is_row_of_group(const Node& node);
  bool same(const Expr& a, const Expr& b);
  Expr* sort_list(const NodeList& list, const std::vector<OutputColumn>& targets, const char* head);
  Expr* sort_item(const Node& sort_by, Expr* value);
  Expr* sort_by_operator(const Node& sort_by, Expr* value);
  Expr* sort_key(const Node& node, const std::vector<OutputColumn>& targets, bool grouping);
  Expr* limit(const Node& node);
  void tail_clauses(const Node& node, Exprs& parts);
  const NamespaceItem* find_item(Identifier schema, Identifier name);
  Expr* item_column(const NamespaceItem& item, size_t index);
  size_t item_size(const NamespaceItem& item) const;
  Identifier item_column_name(const NamespaceItem& item, size_t index) const;
  Expr* item_find(const NamespaceItem& item, Identifier column);
  Expr* find_column(Identifier name, bool& ambiguous);
  Expr* column(RangeTable* range, size_t index);
  // A column that a join or an alias list passes on: used only when somebody looks at it.
  Expr* passed_on(RangeTable* range, size_t index);
  void use(const Expr& expr);
  Expr* whole_row(RangeTable* range);
  const CommonTable* find_common_table(Identifier name);
  RangeTable* relation_range(Query* owner, const ObjectId& relation);

  // analyze_from.cc
  bool column_definitions(const NodeList& list, std::vector<ColumnInfo>& columns,
                          std::string& head);
  const FunctionInfo* called_function(const Node& call_node, const Expr& call);
  bool function_columns(const Node& call_node, const Expr& call, Identifier alias, bool only,
                        std::vector<ColumnInfo>& columns);
  Expr* from_function(const Node& node);
  Expr* unnest(const Node& array);
  Expr* from_sample(const Node& node);
  Expr* from_xml_table(const Node& node);
  void search_and_cycle(const Node& table, std::vector<ColumnInfo>& columns, Exprs& parts);

  // analyze_xml.cc
  Expr* xml_expr(const Node& node);
  Expr* xml_serialize(const Node& node);

  // analyze_statement.cc
  Expr* dml(const Node& node);
  void insert_row(const NodeList& row, std::vector<const ColumnInfo*>& columns, bool named,
                  Exprs& values);
  Expr* on_conflict(const Node& clause, RangeTable* range);
  Expr* conflict_element(const Node& element, RangeTable* range);
  void insert_parts(const Node& node, Exprs& parts);
  Expr* assigned(const Node& node, const ModifiedType& type);
  RangeTable* target_relation(const Node& range_var);
  const ColumnInfo* target_column(const RangeTable& range, Identifier name);
  void set_clauses(const NodeList& list, const RangeTable& range, Exprs& parts);
  void returning(const NodeList& list, Exprs& parts);

  Environment& env_;
  TypeRules rules_;
  TypedTree tree_;
  Path path_;
  LiteralContext literals_;
  Query* root_;
  Query* current_;
  bool failed_ = false;
  bool used_scope_ = false;
  std::vector<ObjectId> references_;
  std::unordered_set<ObjectId> seen_;
  std::vector<UnknownName> unknown_;
  std::vector<ReadLiteral> read_literals_;
  std::vector<Identifier> argument_names_;
  std::vector<ModifiedType> arguments_;
  ModifiedType domain_value_;
  ObjectId view_;
  std::vector<ColumnInfo> output_;
  std::vector<std::pair<Identifier, Node>> windows_;
};

}  // namespace schemadiff
