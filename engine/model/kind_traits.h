// What a kind is like, one row a kind (kind_traits.cc). The stages that treat kinds differently ask
// here, so that none of them lists kinds.
#pragma once

#include <string>

#include "engine/model/object_id.h"

namespace schemadiff {

class Catalog;

// How SQL names one behind the kind's words.
enum class Naming : uint8_t {
  itself,       // TABLE public.t
  on_relation,  // TRIGGER x ON public.t
  on_domain,    // CONSTRAINT x ON DOMAIN public.d
};

struct KindTraits {
  Kind kind = Kind::none;
  const char* sql = "";  // as COMMENT ON, ALTER and SECURITY LABEL have it; "": they can't name it
  Naming naming = Naming::itself;
  const char* heading = "Other";  // it stands under, in a dump
  // The object that one is a part of and goes with; nullptr: it stands by itself.
  ObjectId (*owner)(const Catalog& catalog, const ObjectId& id) = nullptr;
  // In no schema: left alone unless the desired state mentions it or the scope is the whole
  // database.
  bool database_wide = false;
  // Holds no data of its own, so that dropping and creating it again loses nothing. What holds data
  // is dropped after all else is done. (Of columns only the generated ones: can_be_rebuilt().)
  bool rebuildable = true;
  // Must make way for ALTER COLUMN … TYPE of what it uses; PostgreSQL takes the others along.
  bool blocks_displacement = false;
  // Needs no DROP of its own when its owner, or what it depends on automatically, is dropped.
  bool absorbable = true;
  // Uses all columns of the relations it reads, unless it says which.
  bool reads_relations = false;
  // Shared by all databases of the server: managed only on demand, never dropped for not being
  // declared.
  bool cluster_wide = false;
  bool has_owner = false;    // of its own, which ALTER can change
  bool in_pg_class = false;  // shares its names with relations
  bool in_pg_type = false;   // shares its names with types
  bool renamable = true;     // ALTER … RENAME knows it
};

const KindTraits& traits_of(Kind kind);

// The object that `id` is a part of and goes with: a column's table, a default's column, an
// index's table, a comment's target. Kind::none: it stands by itself.
ObjectId owner_of(const Catalog& catalog, const ObjectId& id);

// "TABLE public.t", "TRIGGER x ON public.t": how COMMENT ON and SECURITY LABEL name an object of
// `catalog`. An internal error for a kind that they can't name.
std::string sql_target(const Catalog& catalog, const ObjectId& id);
// The same for ALTER, which has one word for functions, procedures and aggregates.
std::string alter_target(const ObjectId& id);

}  // namespace schemadiff
