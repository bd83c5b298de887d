// Objects that the live state calls by other names than the desired one.
#pragma once

#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/model/catalog.h"

namespace schemadiff {

// What a comment ("-- schemadiff: renamed from old") or an entry of the configuration says.
struct RenameHint {
  // As desired. Of a label the id of its enum with the label as sub; of an attribute, or of a
  // view's column, that of a column.
  ObjectId target;
  Identifier schema;  // before, where it is said
  Identifier name;    // before
  SourceSpan where;   // of the old name
};

// Both in full, as live and as desired.
struct Rename {
  ObjectId from;
  ObjectId to;
  // Only to make way for what gets its name: it is dropped.
  bool makes_way = false;
};

// Which live object is which desired one: those that are renamed, and all that follows them.
class Renames {
 public:
  Renames() = default;
  // What goes along is found in `live`: children's columns, indexes and owned sequences of a table
  // that moves to another schema, functions whose arguments have a renamed type.
  Renames(const Catalog& live, std::vector<Rename> list);

  // Indexes and keys of partitions, whose old names are as `live` has them by the others.
  void add_parts(const std::vector<Rename>& parts);

  bool empty() const { return list_.empty(); }
  const std::vector<Rename>& list() const { return list_; }

  // The desired id of a live object, its own if nothing renames it; and back.
  ObjectId desired(const ObjectId& live) const { return forward_.object(live); }
  ObjectId live(const ObjectId& desired) const { return backward_.object(desired); }
  // The schema as it is called in the end, whatever becomes of the single object.
  Identifier desired_schema(Identifier live) const;
  // Of what is known by kind and name alone.
  QualifiedName desired_name(Kind kind, const QualifiedName& live) const;
  // True if a text that uses the object may have to call it by another name, or a part of it.
  bool touches(const ObjectId& desired) const;

 private:
  struct Map {
    ObjectId object(const ObjectId& id) const;
    ObjectId of_itself(const ObjectId& id) const;
    Identifier role(Identifier name) const;
    void add(const ObjectId& from, const ObjectId& to);

    using Name = std::pair<Identifier, Identifier>;
    struct NameHash {
      size_t operator()(const Name& n) const noexcept {
        return n.first.hash() * 31 + n.second.hash();
      }
    };
    std::unordered_map<ObjectId, ObjectId> exact;
    std::unordered_map<Name, Name, NameHash> relations;
    std::unordered_map<Name, Name, NameHash> domains;
    std::unordered_map<Identifier, Identifier> schemas;
    std::unordered_map<Identifier, Identifier> roles;
  };

  void add(const ObjectId& from, const ObjectId& to);
  void add_children(const Catalog& live, const Rename& rename);
  void add_companions(const Catalog& live, const Rename& rename);
  void add_signatures(const Catalog& live);

  std::vector<Rename> list_;
  Map forward_;
  Map backward_;
};

// Brings the names of a live catalog to those of the desired one; texts stay as they are.
void take_new_names(Catalog& live, const Renames& renames);

}  // namespace schemadiff
