// What names mean in one state: its own objects first, then those of the system catalog.
#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/model/catalog.h"
#include "engine/model/renames.h"
#include "engine/model/system_catalog.h"
#include "parser/expression/type_ids.h"
#include "parser/tree.h"

namespace schemadiff {

// A type with its modifiers as format_type() writes them between parentheses ("20", "12,2";
// "day to second(3)" for intervals); "" for none.
struct ModifiedType {
  TypeId id = type_id::kNone;
  std::string modifier;
  friend bool operator==(const ModifiedType&, const ModifiedType&) = default;
};

// The collation of a value, and how it came to be (manual, "Collation Support").
struct Collated {
  enum class Strength : uint8_t { none, implicit, conflict, stated };
  Strength strength = Strength::none;
  QualifiedName collation;  // where it is implicit or stated
  bool known = true;        // false: nothing of it is
  static Collated implicit(const QualifiedName& collation) {
    return {collation.empty() ? Strength::none : Strength::implicit, collation};
  }
};

struct TypeInfo {
  TypeId id = type_id::kNone;
  Identifier schema;
  Identifier name;
  std::string sql;  // format_type() without modifiers
  char type = 'b';
  char category = 'U';
  bool preferred = false;
  TypeId element = type_id::kNone;  // of a true array
  TypeId array = type_id::kNone;
  ModifiedType base;        // of a domain
  QualifiedName collation;  // of its values, where nothing else is said; empty: has none
  ObjectId object;          // of the state: enum, domain, …; the element's for arrays
  bool has_row = false;     // composite type, or the row type of a relation
};

struct FunctionInfo {
  Oid oid = 0;  // 0: the state's own
  Identifier schema;
  Identifier name;
  char kind = 'f';  // f a w p
  std::vector<TypeId> arguments;
  TypeId variadic = type_id::kNone;
  int default_arguments = 0;
  TypeId result = type_id::kNone;
  bool returns_set = false;
  std::vector<Identifier> argument_names;
  std::vector<std::pair<Identifier, TypeId>> outputs;
  ObjectId object;       // of the state
  bool resolved = true;  // false: a type in its signature is not known
};

struct OperatorInfo {
  Identifier schema;
  Identifier name;
  TypeId left = type_id::kNone;
  TypeId right = type_id::kNone;
  TypeId result = type_id::kNone;
  ObjectId object;  // of the state
};

struct CastInfo {
  char context = 'e';  // as SystemCast has them
  char method = 'f';
  Oid function = 0;           // of the server's own casts
  const Cast* own = nullptr;  // of the state
};

struct ColumnInfo {
  Identifier name;
  ModifiedType type;
  // The column, where it is one, or the attribute; of the parent if it is merely inherited.
  ObjectId object;
  std::optional<Collated> collated = std::nullopt;  // nullopt: by its type
};

struct RelationInfo {
  ObjectId id;
  bool known = false;  // the columns are
  std::vector<ColumnInfo> columns;
};

class Environment {
 public:
  using ViewColumns = std::function<bool(const ObjectId& view, std::vector<ColumnInfo>& columns)>;

  // Whether the server's casts of users that the catalog lacks are there all the same: they may be
  // left alone.
  enum class OtherCasts : uint8_t { there, gone };

  // All must outlive it and stay as they are, but for canonical forms.
  Environment(const Catalog& catalog, const SystemCatalog& system, const Renames* renames,
              OtherCasts other_casts = OtherCasts::there);

  const Catalog& catalog() const { return catalog_; }
  const SystemCatalog& system() const { return system_; }
  // What canonical forms call an object of the state.
  ObjectId called(const ObjectId& id) const {
    return renames_ == nullptr ? id : renames_->desired(id);
  }
  // The same of a relation's column, or a composite type's attribute.
  Identifier column_called(const ObjectId& relation, Identifier column) const {
    if (renames_ == nullptr || !relation.known()) return column;
    return renames_->desired(relation.with_sub(Kind::column, column)).sub;
  }
  // A value of an enum, or of another type.
  std::string label_called(TypeId type, const std::string& value) {
    if (renames_ == nullptr || info(type).type != 'e') return value;
    const ObjectId& of = info(type).object;
    return renames_->desired({of.kind, Kind::none, of.schema, of.name, value}).sub.str();
  }
  Identifier operator_schema(const OperatorInfo& op) const {
    return op.object.known() ? called(op.object).schema : op.schema;
  }
  // "public.t"
  std::string relation_called(const ObjectId& id) const {
    const ObjectId now = called(id);
    return QualifiedName{now.schema, now.name}.sql();
  }
  // How the columns of a view are found: by analysing its query.
  void set_view_columns(ViewColumns view_columns) { view_columns_ = std::move(view_columns); }

  // Schemas in the order of lookup.
  static std::vector<Identifier> lookup_order(const SearchPath& path);
  using Path = std::vector<Identifier>;

  // Types. info() of an unknown id is one without a name.
  const TypeInfo& info(TypeId type);
  std::string sql(const ModifiedType& type);  // as format_type() writes it
  TypeId find_type(Identifier schema, Identifier name, const Path& path);
  TypeId own_type(const ObjectId& object);
  ModifiedType type_of(const TypeRef& type);  // parses format_type()'s text; kNone: not known
  // A TypeName node; `setof` is told. kNone: not known.
  ModifiedType type_name(const Node& node, const Path& path);
  ModifiedType base_of(TypeId type);  // through domains
  TypeId array_of(TypeId element) { return info(element).array; }
  // Of a true array, through domains; kNone: it is none.
  TypeId element_of(TypeId type) { return info(base_of(type).id).element; }
  std::vector<ColumnInfo> row_columns(TypeId type);  // of a composite type or a row type
  TypeId row_type(const ObjectId& relation);
  TypeId range_subtype(TypeId range);
  TypeId range_of_multirange(TypeId multirange);

  // Relations.
  ObjectId find_relation(Identifier schema, Identifier name, const Path& path);
  // Whose sequence that is, where the state says its name; kind none: of no identity column.
  ObjectId identity_column(const ObjectId& sequence);
  // The sequence of an identity column, which is no object, and that column; none: no such.
  std::vector<ObjectId> find_identity_sequence(Identifier schema, Identifier name,
                                               const Path& path);
  const RelationInfo& relation(const ObjectId& id);
  const Constraint* primary_key(const ObjectId& table);  // nullptr: none

  // Functions of that name, own ones first.
  const std::vector<const FunctionInfo*>& functions(Identifier name);
  const FunctionInfo* function(Oid oid);
  const std::vector<OperatorInfo>& operators(Identifier name);
  const CastInfo* cast(TypeId source, TypeId target) const;
  const FunctionInfo* function_of(const CastInfo& cast);  // nullptr: not known
  // A function was there before the casts that call it: its own text does not mean those.
  void leave_out_casts_by(const ObjectId& function) { left_out_ = function; }
  std::optional<Identifier> collation_schema(Identifier schema, Identifier name, const Path& path);

 private:
  TypeId result_of(const Aggregate& aggregate, FunctionInfo& made);
  struct Name {
    Identifier schema;
    Identifier name;
    friend bool operator==(const Name&, const Name&) = default;
  };
  struct NameHash {
    size_t operator()(const Name& n) const noexcept { return n.schema.hash() * 31 + n.name.hash(); }
  };

  void add_casts(OtherCasts other_casts);
  bool is_system_function(const FunctionInfo& function, const ObjectId& id);
  TypeId add_own(TypeInfo info);
  TypeId multirange_in(Identifier schema, Identifier name);
  void add_range_constructors(Identifier name, std::vector<const FunctionInfo*>& out);
  const FunctionInfo* system_function(size_t index);
  TypeId find_type_in(Identifier schema, Identifier name);
  void add_inherited(const ObjectId& table, RelationInfo& out, int depth);

  const Catalog& catalog_;
  const SystemCatalog& system_;
  const Renames* renames_;
  ViewColumns view_columns_;
  std::unordered_map<TypeId, TypeInfo> types_;
  std::unordered_map<Name, TypeId, NameHash> system_types_;
  std::unordered_map<std::string, TypeId> types_by_sql_;
  std::unordered_map<std::string, ModifiedType> parsed_types_;
  std::unordered_map<ObjectId, TypeId> own_types_;
  std::unordered_map<Name, TypeId, NameHash> own_multiranges_;
  TypeId next_own_;
  std::unordered_map<uint64_t, CastInfo> casts_;
  ObjectId left_out_;
  std::unordered_map<Identifier, std::vector<uint32_t>> system_functions_;
  std::unordered_map<Oid, uint32_t> functions_by_oid_;
  std::unordered_map<Identifier, std::vector<const Function*>> own_functions_;
  std::unordered_map<uint32_t, const FunctionInfo*> made_functions_;
  std::unordered_map<Identifier, std::vector<const FunctionInfo*>> functions_;
  std::deque<FunctionInfo> function_store_;
  std::unordered_map<Identifier, std::vector<OperatorInfo>> operators_;
  std::unordered_map<Identifier, std::vector<const Operator*>>
      own_operators_;                                                 // not in operators_ yet
  std::unordered_map<ObjectId, std::vector<const Column*>> columns_;  // by table id
  std::optional<std::unordered_map<ObjectId, const Constraint*>> primary_keys_;  // by table id
  std::unordered_map<ObjectId, RelationInfo> relations_;
  std::unordered_map<Name, ObjectId, NameHash> found_relations_;
  std::optional<std::unordered_map<Name, ObjectId, NameHash>> identities_;
  std::unordered_map<Identifier, std::vector<Identifier>> collations_;
  std::unordered_map<Oid, QualifiedName> system_collations_;
};

}  // namespace schemadiff
