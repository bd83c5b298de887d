// Names to objects: what a state declares, then what the server (or the built-in tables) has.
#pragma once

#include <optional>
#include <unordered_map>

#include "engine/model/catalog.h"
#include "engine/model/system_catalog.h"
#include "parser/tree.h"

namespace schemadiff {

// A type without modifiers.
struct ResolvedType {
  std::string sql;  // format_type() without modifiers
  ObjectId object;  // of ours, kind none if it is a system type
  const SystemType* system = nullptr;
};

struct TypeName {
  TypeRef type;
  bool setof = false;
  // serial, bigserial, smallserial: `type` is the integer type behind it.
  bool serial = false;
};

class NameResolver {
 public:
  // `system` must outlive the resolver.
  explicit NameResolver(const SystemCatalog& system);

  // What the state has or will have. Kind: enum_type, domain, composite_type, range_type, table,
  // view, materialized_view.
  void declare_type(Identifier schema, Identifier name, Kind kind);
  // The multirange type that comes with a range type.
  void declare_multirange(const QualifiedName& name, const ObjectId& range);
  void declare_function(Identifier schema, Identifier name);
  void declare_collation(Identifier schema, Identifier name);
  void declare_operator(Identifier schema, Identifier name);
  void declare_operator_class(Identifier schema, Identifier name, Identifier method);
  void declare_text_search(Kind kind, Identifier schema, Identifier name);
  // `schema`: empty where the file does not say.
  void declare_extension(Identifier name, Identifier schema);
  // All of the above from a catalog that is there already (a live one).
  void declare_all(const Catalog& catalog);

  // The state declares a type, a relation with columns or a function there.
  bool declares_in(Identifier schema) const;
  bool declares_type(Identifier schema, Identifier name) const;

  const SystemCatalog& system() const { return system_; }
  // An extension is declared that the server does not have, or has in another schema: names that
  // nobody knows may be its.
  bool unknown_extension() const { return unknown_extension_; }

  // Along the path, pg_catalog first unless the path names it. `schema` may be empty.
  std::optional<ResolvedType> find_type(Identifier schema, Identifier name,
                                        const SearchPath& path) const;
  const SystemType* system_type(Oid oid) const;

  // A TypeName node as format_type() writes it: aliases, modifiers, arrays, qualified names.
  // nullopt: no such type (see closest_type() for a hint). With unknown_extension() an unknown
  // name stays as it was written. %TYPE is resolved by StatementContext, not here.
  std::optional<TypeName> type_name(const Node& type_name, const SearchPath& path) const;

  // With the schema filled in; as written (schema possibly empty) when nobody has it.
  QualifiedName function_name(const NodeList& names, const SearchPath& path) const;
  QualifiedName function_name(const QualifiedName& written, const SearchPath& path) const;
  // Of a COLLATE clause's collname; nullopt: no such collation.
  std::optional<QualifiedName> collation(const NodeList& names, const SearchPath& path) const;
  // Schema empty for those of pg_catalog that are looked up unqualified anyway: opclass names
  // print unqualified there. As written when nobody has it.
  QualifiedName operator_class(const NodeList& names, Identifier method,
                               const SearchPath& path) const;
  QualifiedName operator_name(const NodeList& names, const SearchPath& path) const;

  // A text search parser, template, dictionary or configuration; schema pg_catalog when nobody has
  // it and there is no server to ask, else empty.
  QualifiedName text_search_name(Kind kind, const QualifiedName& written,
                                 const SearchPath& path) const;

  // The most similar declared or system type, for "did you mean"; "" if none comes near.
  std::string closest_type(std::string_view name) const;

 private:
  struct Name {
    Identifier schema;
    Identifier name;
    friend bool operator==(const Name&, const Name&) = default;
  };
  struct NameHash {
    size_t operator()(const Name& n) const noexcept { return n.schema.hash() * 31 + n.name.hash(); }
  };

  const SystemCatalog& system_;
  std::unordered_map<Name, Kind, NameHash> types_;
  std::unordered_map<Name, ObjectId, NameHash> multiranges_;
  std::unordered_map<Name, const SystemType*, NameHash> system_types_;
  std::unordered_map<Oid, const SystemType*> types_by_oid_;
  std::unordered_map<Identifier, std::vector<Identifier>> functions_;  // name -> schemas
  std::unordered_map<Identifier, std::vector<Identifier>> system_functions_;
  std::unordered_map<Identifier, std::vector<Identifier>> collations_;
  struct OperatorClassName {
    Identifier schema;
    Identifier method;
  };
  std::unordered_map<Identifier, std::vector<OperatorClassName>> operator_classes_;
  std::unordered_map<Identifier, std::vector<Identifier>> operators_;
  std::vector<SystemTextSearch> text_search_;
  bool unknown_extension_ = false;
};

// The most similar of `candidates` (edit distance at most a third of the length); "" if none.
std::string closest_name(std::string_view name, const std::vector<std::string>& candidates);

}  // namespace schemadiff
