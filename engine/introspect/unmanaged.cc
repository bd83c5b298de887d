#include "engine/introspect/unmanaged.h"

#include "engine/introspect/catalog_rows.h"

namespace schemadiff {
namespace {

struct Source {
  const char* word;
  std::string name;
  std::string from;  // FROM and WHERE
  int since = 0;
};

constexpr const char* kThisDatabase =
    "(SELECT oid FROM pg_database WHERE datname = current_database())";

// `own`: a condition on o. Privileges of an object of PostgreSQL's own, or of an extension's, that
// are not as they came.
Source changed_grants(const std::string& name, const std::string& catalog, const std::string& acl,
                      const std::string& own, Oid oid) {
  const std::string number = std::to_string(oid);
  return {"system grant", name,
          catalog + " o LEFT JOIN pg_init_privs i ON i.classoid = " + number +
              " AND i.objoid = o.oid AND i.objsubid = 0 WHERE o." + acl +
              " IS DISTINCT FROM i.initprivs AND (" + own + " OR i.objoid IS NOT NULL OR NOT (" +
              not_of_extension(oid, "o.oid") + "))"};
}

std::vector<Source> sources() {
  const std::string of_user_relation = in_user_schema("c.relnamespace");
  return {
      // Of a family that is no object: its own would hold the operators.
      {"operator class", "format('%I.%I', n.nspname, o.opcname)",
       "pg_opclass o JOIN pg_namespace n ON n.oid = o.opcnamespace WHERE " +
           in_user_schema("o.opcnamespace") +
           " AND o.opcfamily IN (SELECT f.oid FROM pg_opfamily f WHERE f.oid < 16384 OR f.oid IN "
           "(SELECT objid FROM pg_depend WHERE classid = 2753 AND deptype = 'e')) AND " +
           not_of_extension(catalog_oid::kOpclass, "o.oid")},
      {"unreadable connection string", "format('%I', o.subname)",
       std::string("pg_subscription o WHERE o.subdbid = ") + kThisDatabase +
           " AND NOT has_column_privilege('pg_subscription', 'subconninfo', 'SELECT')"},
      {"database setting",
       "s.setting || CASE WHEN s.setrole <> 0 THEN format(' of %I', pg_get_userbyid(s.setrole)) "
       "ELSE '' END",
       std::string("(SELECT setrole, unnest(setconfig) AS setting FROM pg_db_role_setting WHERE "
                   "setdatabase = ") +
           kThisDatabase + " OR setdatabase = 0 AND setrole = 0) s"},
      {"database attribute", "a.name",
       std::string(
           "pg_database d, LATERAL (VALUES ('connection limit', d.datconnlimit <> -1), "
           "('privileges', d.datacl IS NOT NULL), ('template', d.datistemplate), "
           "('no connections', NOT d.datallowconn), ('tablespace', d.dattablespace <> "
           "1663), ('comment', EXISTS (SELECT FROM pg_shdescription x WHERE x.classoid = "
           "1262 AND x.objoid = d.oid AND x.description <> 'default administrative "
           "connection database')), ('security label', EXISTS (SELECT FROM pg_shseclabel "
           "x WHERE x.classoid = 1262 AND x.objoid = d.oid))) a (name, has) WHERE d.oid = ") +
           kThisDatabase + " AND a.has"},
      {"tablespace", "format('%I', o.spcname)", "pg_tablespace o WHERE o.oid >= 16384"},
      {"parameter grant", "o.parname", "pg_parameter_acl o WHERE o.paracl IS NOT NULL", 150000},
      changed_grants("o.oid::regprocedure::text", "pg_proc", "proacl", "o.oid < 16384",
                     catalog_oid::kProc),
      changed_grants("o.oid::regclass::text", "pg_class", "relacl", "o.relnamespace = 11",
                     catalog_oid::kClass),
      changed_grants("format('type %s', o.oid::regtype)", "pg_type", "typacl", "o.oid < 16384",
                     catalog_oid::kType),
      changed_grants("format('language %I', o.lanname)", "pg_language", "lanacl", "o.oid < 16384",
                     catalog_oid::kLanguage),
      changed_grants("format('foreign-data wrapper %I', o.fdwname)", "pg_foreign_data_wrapper",
                     "fdwacl", "false", catalog_oid::kForeignDataWrapper),
      changed_grants("format('server %I', o.srvname)", "pg_foreign_server", "srvacl", "false",
                     catalog_oid::kForeignServer),
      // Those of public are read as any schema's.
      changed_grants("format('schema %I', o.nspname)",
                     "(SELECT * FROM pg_namespace WHERE nspname <> 'public')", "nspacl",
                     "o.nspname = 'pg_catalog'", catalog_oid::kNamespace),
      {"system grant", "format('%s.%I', o.attrelid::regclass, o.attname)",
       "pg_attribute o LEFT JOIN pg_init_privs i ON i.classoid = 1259 AND i.objoid = o.attrelid "
       "AND i.objsubid = o.attnum WHERE o.attrelid < 16384 AND o.attacl IS DISTINCT FROM "
       "i.initprivs"},
      {"row type grant", "o.oid::regtype::text",
       "pg_type o JOIN pg_class c ON c.oid = o.typrelid WHERE c.relkind <> 'c' AND o.typacl IS NOT "
       "NULL AND " +
           of_user_relation},
      {"row type comment", "o.oid::regtype::text",
       "pg_description x JOIN pg_type o ON o.oid = x.objoid LEFT JOIN pg_class c ON c.oid = "
       "o.typrelid WHERE x.classoid = 1247 AND (c.relkind <> 'c' OR o.typcategory = 'A') AND " +
           in_user_schema("o.typnamespace")},
      // Beside those that read_attachments() puts back: nobody declares them.
      {"extension requirement", "pg_describe_object(d.classid, d.objid, d.objsubid)",
       "pg_depend d WHERE d.refclassid = 3079 AND d.deptype = 'x'"},
      // Those of foreign keys. Before 15 only the clones of others have a parent.
      {"switched trigger", "format('%I on %s', o.tgname, o.tgrelid::regclass)",
       "pg_trigger o LEFT JOIN pg_trigger p ON p.oid = o.tgparentid JOIN pg_class c ON c.oid = "
       "o.tgrelid WHERE o.tgisinternal AND (o.tgparentid = 0 OR "
       "current_setting('server_version_num')::int >= 150000) AND o.tgenabled <> "
       "coalesce(p.tgenabled, 'O') AND " +
           of_user_relation},
      {"detached half-partition", "o.inhrelid::regclass::text",
       "pg_inherits o WHERE o.inhdetachpending", 140000},
      {"materialized view replica identity", "c.oid::regclass::text",
       "pg_class c WHERE c.relkind = 'm' AND c.relreplident NOT IN ('d', 'n') AND " +
           of_user_relation},
      // Their numbers are all there is to say of them, and there may be many.
      {"large object", "o.oid::text",
       "(SELECT oid FROM pg_largeobject_metadata ORDER BY oid LIMIT 1000) o"},
  };
}

}  // namespace

std::string unmanaged_query(int server_version) {
  std::string sql;
  for (const Source& source : sources()) {
    if (server_version < source.since) continue;
    if (!sql.empty()) sql += " UNION ALL ";
    sql +=
        "SELECT " + quote_literal(source.word) + "::text, " + source.name + " FROM " + source.from;
  }
  return sql + " ORDER BY 1, 2";
}

}  // namespace schemadiff
