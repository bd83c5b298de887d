#include "engine/introspect/attachments.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "engine/introspect/catalog_rows.h"
#include "engine/model/kind_traits.h"

namespace schemadiff {

namespace {

// The objects asked for, by what pg_depend and friends call them.
class Targets {
 public:
  Targets(const LiveState& live, const std::vector<ObjectId>& objects) {
    const std::set<ObjectId> wanted(objects.begin(), objects.end());
    for (const auto& [oid, relation] : live.addresses.relations()) {
      // The sequence of an identity column is known by the column's id, and comes with it.
      if (relation.id.kind == Kind::column || relation.id.kind == Kind::composite_type) continue;
      if (wanted.contains(relation.id)) add({catalog_oid::kClass, oid, 0}, relation.id);
      for (size_t i = 0; i < relation.columns.size(); ++i) {
        const ObjectId column = relation.id.with_sub(Kind::column, relation.columns[i].name);
        if (wanted.contains(column)) {
          add({catalog_oid::kClass, oid, static_cast<int32_t>(i) + 1}, column);
        }
      }
    }
    for (const auto& [address, id] : live.addresses.objects()) {
      if (!wanted.contains(id) || id.kind == Kind::table || id.kind == Kind::view ||
          id.kind == Kind::materialized_view) {
        continue;
      }
      add(address, id);
    }
  }

  bool empty() const { return ids_.empty(); }
  const ObjectId* find(const CatalogAddress& address) const {
    const auto found = ids_.find(address);
    return found == ids_.end() ? nullptr : &found->second;
  }
  // The oids in this catalog, as an array literal; those of columns' relations included.
  std::string oids(Oid catalog) const {
    std::set<Oid> unique;
    for (const auto& [address, id] : ids_) {
      if (address.catalog == catalog) unique.insert(address.oid);
    }
    std::string out = "'{";
    for (const Oid oid : unique) out += (out.size() > 2 ? "," : "") + std::to_string(oid);
    return out + "}'::oid[]";
  }

 private:
  void add(const CatalogAddress& address, const ObjectId& id) { ids_[address] = id; }

  std::unordered_map<CatalogAddress, ObjectId> ids_;
};

// "TABLE public.t": how GRANT names it, to which views are tables and domains are types.
std::string grant_name(const ObjectId& id) {
  const KindTraits& traits = traits_of(id.kind);
  std::string word = traits.sql;
  if (id.kind == Kind::foreign_server) word = "FOREIGN SERVER";
  if (traits.in_pg_type) word = "TYPE";
  if (traits.in_pg_class && id.kind != Kind::sequence && id.kind != Kind::composite_type) {
    word = "TABLE";
  }
  return word + " " + qualified_name(id);
}

// A catalog of objects that have an owner, and perhaps privileges.
struct Source {
  Oid catalog;
  const char* table;
  const char* owner;
  const char* acl;       // "" if there are none
  const char* schema;    // expression: the oid that default privileges of a schema go by; "0": none
  const char* acl_type;  // expression: what acldefault() calls it
  const char* default_type;  // expression: what pg_default_acl calls it
  const char* condition;     // leaves out what only stands for the object: row and array types
};
constexpr std::array<Source, 17> kSources{{
    {catalog_oid::kClass, "pg_class", "relowner", "relacl", "relnamespace",
     "CASE relkind WHEN 'S' THEN 's' ELSE 'r' END", "CASE relkind WHEN 'S' THEN 'S' ELSE 'r' END",
     "o.relkind IN ('r', 'p', 'f', 'v', 'm', 'S')"},
    {catalog_oid::kType, "pg_type", "typowner", "typacl", "typnamespace", "'T'", "'T'",
     "o.typcategory <> 'A' AND o.typtype <> 'm'"},
    {catalog_oid::kProc, "pg_proc", "proowner", "proacl", "pronamespace", "'f'", "'f'", "true"},
    {catalog_oid::kNamespace, "pg_namespace", "nspowner", "nspacl", "0", "'n'", "'n'", "true"},
    {catalog_oid::kStatisticExt, "pg_statistic_ext", "stxowner", "", "0", "''", "''", "true"},
    {catalog_oid::kForeignDataWrapper, "pg_foreign_data_wrapper", "fdwowner", "fdwacl", "0", "'F'",
     "''", "true"},
    {catalog_oid::kForeignServer, "pg_foreign_server", "srvowner", "srvacl", "0", "'S'", "''",
     "true"},
    {catalog_oid::kLanguage, "pg_language", "lanowner", "lanacl", "0", "'l'", "''", "true"},
    {catalog_oid::kCollation, "pg_collation", "collowner", "", "0", "''", "''", "true"},
    {catalog_oid::kOperator, "pg_operator", "oprowner", "", "0", "''", "''", "true"},
    {catalog_oid::kOpclass, "pg_opclass", "opcowner", "", "0", "''", "''", "true"},
    {catalog_oid::kOpfamily, "pg_opfamily", "opfowner", "", "0", "''", "''", "true"},
    {catalog_oid::kConversion, "pg_conversion", "conowner", "", "0", "''", "''", "true"},
    {catalog_oid::kTsDict, "pg_ts_dict", "dictowner", "", "0", "''", "''", "true"},
    {catalog_oid::kTsConfig, "pg_ts_config", "cfgowner", "", "0", "''", "''", "true"},
    {catalog_oid::kPublication, "pg_publication", "pubowner", "", "0", "''", "''", "true"},
    {catalog_oid::kEventTrigger, "pg_event_trigger", "evtowner", "", "0", "''", "''", "true"},
}};

class Reader {
 public:
  Reader(CatalogReader& reader, const Targets& targets) : reader_(reader), targets_(targets) {}

  Result<std::vector<Attachment>> read() {
    for (const Source& source : kSources) read_owners(source);
    for (const Source& source : kSources) {
      if (source.acl[0] != '\0') read_privileges(source);
    }
    read_column_privileges();
    read_security_labels();
    read_materialized_view_columns();
    read_replica_identities();
    read_extension_dependencies();
    if (!done_) return fail(std::move(done_.error()));
    return std::move(out_);
  }

 private:
  template <class Read>
  void each(const std::string& sql, Read&& read) {
    if (!done_) return;
    auto rows = reader_.query(sql);
    if (!rows) {
      done_ = fail(std::move(rows.error()));
      return;
    }
    while ((*rows)->next()) read((*rows)->row());
  }

  void add(const ObjectId& target, std::string what, std::string sql) {
    out_.push_back({target, std::move(what), std::move(sql)});
  }

  // A fresh object belongs to the role that makes it.
  void read_owners(const Source& source) {
    const std::string owner = std::string("o.") + source.owner;
    each("SELECT o.oid, quote_ident(pg_get_userbyid(" + owner + ")) FROM " + source.table +
             " o WHERE o.oid = ANY (" + targets_.oids(source.catalog) + ") AND " + owner +
             " <> (SELECT oid FROM pg_roles WHERE rolname = current_user) AND " + source.condition,
         [&](const Row& row) {
           const ObjectId* id = targets_.find({source.catalog, row.oid(0), 0});
           if (id == nullptr) return;
           add(*id, "owner", "ALTER " + alter_target(*id) + " OWNER TO " + row.string(1));
         });
  }

  // By grantee and privilege.
  struct Privilege {
    bool live = false;
    bool fresh = false;
    bool live_grantable = false;
    bool fresh_grantable = false;
  };
  using Privileges = std::map<std::pair<std::string, std::string>, Privilege>;

  // What the object has, against what a fresh one gets from acldefault() and the default
  // privileges of the role that makes it, once it belongs to its owner.
  void read_privileges(const Source& source) {
    const std::string owner = std::string("o.") + source.owner;
    const std::string schema =
        source.schema[0] == '0' ? "0::oid" : std::string("o.") + source.schema;
    const std::string defaults =
        "(SELECT d.defaclacl FROM pg_default_acl d WHERE d.defaclrole = me.oid AND "
        "d.defaclobjtype = x.kind AND d.defaclnamespace = ";
    const std::string sql =
        "WITH me AS (SELECT oid FROM pg_roles WHERE rolname = current_user) SELECT o.oid, false, "
        "CASE WHEN e.grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(e.grantee)) END, "
        "e.privilege_type, e.is_grantable FROM " +
        std::string(source.table) + " o, aclexplode(coalesce(o." + source.acl + ", acldefault((" +
        source.acl_type + ")::\"char\", " + owner + "))) e WHERE o.oid = ANY (" +
        targets_.oids(source.catalog) + ") AND " + source.condition +
        " UNION ALL SELECT o.oid, true, CASE WHEN e.grantee = 0 "
        "THEN 'PUBLIC' WHEN e.grantee = me.oid THEN quote_ident(pg_get_userbyid(" +
        owner +
        ")) ELSE quote_ident(pg_get_userbyid(e.grantee)) END, e.privilege_type, e.is_grantable "
        "FROM me, " +
        source.table + " o, LATERAL (SELECT (" + source.default_type +
        ")::\"char\" AS kind) x, LATERAL (SELECT coalesce(" + defaults + "0), acldefault((" +
        source.acl_type + ")::\"char\", me.oid)) || coalesce(" + defaults + schema +
        " AND d.defaclnamespace <> 0), '{}') AS acl) f, aclexplode(f.acl) e WHERE o.oid = "
        "ANY (" +
        targets_.oids(source.catalog) + ") AND " + source.condition;
    std::map<Oid, Privileges> all;
    each(sql, [&](const Row& row) {
      Privilege& privilege = all[row.oid(0)][{row.string(2), row.string(3)}];
      const bool grantable = row.boolean(4);
      if (row.boolean(1)) {
        privilege.fresh = true;
        privilege.fresh_grantable = privilege.fresh_grantable || grantable;
      } else {
        privilege.live = true;
        privilege.live_grantable = privilege.live_grantable || grantable;
      }
    });
    for (const auto& [oid, privileges] : all) {
      const ObjectId* id = targets_.find({source.catalog, oid, 0});
      if (id == nullptr || id->kind == Kind::index || id->kind == Kind::constraint) continue;
      write_privileges(*id, grant_name(*id), "", privileges);
    }
  }

  // GRANT and REVOKE that lead from `fresh` to `live`, one for each grantee.
  void write_privileges(const ObjectId& id, const std::string& object, const std::string& columns,
                        const Privileges& privileges) {
    enum Action { kRevoke, kRevokeOption, kGrant, kGrantWithOption };
    std::map<std::pair<Action, std::string>, std::string> lists;
    for (const auto& [key, privilege] : privileges) {
      const auto& [grantee, word] = key;
      const auto list = [&](Action action) {
        std::string& words = lists[{action, grantee}];
        words += (words.empty() ? "" : ", ") + word + columns;
      };
      if (!privilege.live) {
        list(kRevoke);
      } else if (privilege.live_grantable && !privilege.fresh_grantable) {
        list(kGrantWithOption);
      } else if (!privilege.fresh) {
        list(kGrant);
      } else if (privilege.fresh_grantable && !privilege.live_grantable) {
        list(kRevokeOption);
      }
    }
    for (const auto& [key, words] : lists) {
      const auto& [action, grantee] = key;
      std::string sql;
      switch (action) {
        case kRevoke:
          sql = "REVOKE " + words + " ON " + object + " FROM " + grantee;
          break;
        case kRevokeOption:
          sql = "REVOKE GRANT OPTION FOR " + words + " ON " + object + " FROM " + grantee;
          break;
        case kGrant:
          sql = "GRANT " + words + " ON " + object + " TO " + grantee;
          break;
        case kGrantWithOption:
          sql = "GRANT " + words + " ON " + object + " TO " + grantee + " WITH GRANT OPTION";
          break;
      }
      add(id, "privileges", std::move(sql));
    }
  }

  void read_column_privileges() {
    std::map<std::pair<Oid, int32_t>, std::pair<std::string, Privileges>> all;
    each(
        "SELECT a.attrelid, a.attnum, quote_ident(a.attname), CASE WHEN e.grantee = 0 THEN "
        "'PUBLIC' ELSE quote_ident(pg_get_userbyid(e.grantee)) END, e.privilege_type, "
        "e.is_grantable FROM pg_attribute a, aclexplode(a.attacl) e WHERE a.attrelid = ANY (" +
            targets_.oids(catalog_oid::kClass) + ") AND a.attacl IS NOT NULL AND a.attnum > 0",
        [&](const Row& row) {
          auto& [name, privileges] = all[{row.oid(0), static_cast<int32_t>(row.integer(1))}];
          name = row.text(2);
          Privilege& privilege = privileges[{row.string(3), row.string(4)}];
          privilege.live = true;
          privilege.live_grantable = privilege.live_grantable || row.boolean(5);
        });
    for (const auto& [key, value] : all) {
      const ObjectId* id = targets_.find({catalog_oid::kClass, key.first, key.second});
      if (id == nullptr) id = targets_.find({catalog_oid::kClass, key.first, 0});
      if (id == nullptr) continue;
      const std::string table = "TABLE " + qualified_name(id->container(Kind::table));
      write_privileges(*id, table, " (" + value.first + ")", value.second);
    }
  }

  void read_security_labels() {
    for (const Oid catalog :
         {catalog_oid::kClass, catalog_oid::kType, catalog_oid::kProc, catalog_oid::kNamespace,
          catalog_oid::kLanguage, catalog_oid::kPublication, catalog_oid::kEventTrigger}) {
      each(
          "SELECT l.objoid, l.objsubid, quote_ident(l.provider), quote_literal(l.label), "
          "quote_ident(a.attname) FROM pg_seclabel l LEFT JOIN pg_attribute a ON l.classoid = 1259 "
          "AND l.objsubid > 0 AND a.attrelid = l.objoid AND a.attnum = l.objsubid WHERE l.classoid "
          "= " +
              std::to_string(catalog) + " AND l.objoid = ANY (" + targets_.oids(catalog) + ")",
          [&](const Row& row) {
            const auto sub = static_cast<int32_t>(row.integer(1));
            const ObjectId* id = targets_.find({catalog, row.oid(0), sub});
            std::string name = id != nullptr ? alter_target(*id) : "";
            if (id == nullptr && sub > 0) {
              id = targets_.find({catalog, row.oid(0), 0});
              if (id != nullptr) name = "COLUMN " + qualified_name(*id) + "." + row.string(4);
            }
            if (id == nullptr) return;
            add(*id, "security label",
                "SECURITY LABEL FOR " + row.string(2) + " ON " + name + " IS " + row.string(3));
          });
    }
  }

  void read_materialized_view_columns() {
    const bool has_compression = reader_.server_version() >= 140000;
    each(std::string("SELECT a.attrelid, quote_ident(a.attname), nullif(a.attstattarget, -1), "
                     "(SELECT string_agg(o, ', ') FROM unnest(a.attoptions) o WHERE o NOT LIKE "
                     "'pg\\_%'), CASE WHEN a.attstorage <> t.typstorage "
                     "THEN CASE a.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN "
                     "'m' THEN 'MAIN' ELSE 'EXTENDED' END END, ") +
             (has_compression ? "CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END"
                              : "NULL") +
             " FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_type t ON t.oid = "
             "a.atttypid WHERE c.relkind = 'm' AND a.attnum > 0 AND a.attrelid = ANY (" +
             targets_.oids(catalog_oid::kClass) + ") ORDER BY a.attnum",
         [&](const Row& row) {
           const ObjectId* id = targets_.find({catalog_oid::kClass, row.oid(0), 0});
           if (id == nullptr) return;
           const std::string alter =
               "ALTER " + alter_target(*id) + " ALTER COLUMN " + row.string(1) + " SET ";
           if (!row.is_null(2))
             add(*id, "statistics target", alter + "STATISTICS " + row.string(2));
           if (!row.is_null(3)) add(*id, "column options", alter + "(" + row.string(3) + ")");
           if (!row.is_null(4)) add(*id, "storage", alter + "STORAGE " + row.string(4));
           if (!row.is_null(5)) add(*id, "compression", alter + "COMPRESSION " + row.string(5));
         });
  }

  // Recreating the index that identifies rows for replication leaves the table without one.
  void read_replica_identities() {
    each(
        "SELECT i.indexrelid, format('ALTER TABLE ONLY %I.%I REPLICA IDENTITY USING INDEX %I', "
        "n.nspname, t.relname, x.relname) FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid "
        "JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace WHERE "
        "i.indisreplident AND i.indexrelid = ANY (" +
            targets_.oids(catalog_oid::kClass) + ")",
        [&](const Row& row) {
          const ObjectId* id = targets_.find({catalog_oid::kClass, row.oid(0), 0});
          if (id != nullptr) add(*id, "replica identity", row.string(1));
        });
  }

  // ALTER … DEPENDS ON EXTENSION.
  void read_extension_dependencies() {
    for (const Oid catalog : {catalog_oid::kClass, catalog_oid::kProc, catalog_oid::kTrigger}) {
      each(
          "SELECT d.objid, quote_ident(e.extname) FROM pg_depend d JOIN pg_extension e ON e.oid = "
          "d.refobjid WHERE d.refclassid = 3079 AND d.deptype = 'x' AND d.classid = " +
              std::to_string(catalog) + " AND d.objid = ANY (" + targets_.oids(catalog) +
              ") ORDER BY e.extname",
          [&](const Row& row) {
            const ObjectId* id = targets_.find({catalog, row.oid(0), 0});
            if (id == nullptr) return;
            const std::string name =
                id->kind == Kind::constraint  // the index behind it
                    ? "INDEX " + qualified_name(object_id(Kind::index, id->schema, id->sub))
                    : alter_target(*id);
            add(*id, "dependency on an extension",
                "ALTER " + name + " DEPENDS ON EXTENSION " + row.string(1));
          });
    }
  }

  CatalogReader& reader_;
  const Targets& targets_;
  Result<void> done_;
  std::vector<Attachment> out_;
};

}  // namespace

Result<std::vector<Attachment>> read_attachments(CatalogReader& reader, const LiveState& live,
                                                 const std::vector<ObjectId>& objects) {
  const Targets targets(live, objects);
  if (targets.empty()) return std::vector<Attachment>();
  auto attachments = Reader(reader, targets).read();
  if (!attachments) return attachments;
  std::stable_sort(attachments->begin(), attachments->end(),
                   [](const Attachment& a, const Attachment& b) { return a.target < b.target; });
  return attachments;
}

}  // namespace schemadiff
