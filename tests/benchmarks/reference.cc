#include "tests/benchmarks/reference.h"

#include <pg_query.h>

#include <stdexcept>

#include "engine/postgres/libpq_session.h"

namespace schemadiff::testing {
namespace {

using Clock = std::chrono::steady_clock;

constexpr const char* kNaiveQueries[] = {
    R"(SELECT c.oid, n.nspname, c.relname, c.relkind, c.relpersistence, c.reloptions,
              c.relrowsecurity, c.relforcerowsecurity, c.relreplident, am.amname,
              pg_get_partkeydef(c.oid), pg_get_expr(c.relpartbound, c.oid)
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       LEFT JOIN pg_am am ON am.oid = c.relam
       WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema')",
    R"(SELECT a.attrelid, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
              pg_get_expr(d.adbin, d.adrelid), a.attidentity, a.attgenerated, co.collname, a.attstorage
       FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
       JOIN pg_namespace n ON n.oid = c.relnamespace
       LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
       LEFT JOIN pg_collation co ON co.oid = a.attcollation
       WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm', 'c', 'f')
         AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema')",
    R"(SELECT o.conrelid, o.conname, o.contype, pg_get_constraintdef(o.oid)
       FROM pg_constraint o JOIN pg_namespace n ON n.oid = o.connamespace
       WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema')",
    R"(SELECT i.indrelid, i.indexrelid, pg_get_indexdef(i.indexrelid), i.indisvalid
       FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
       JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema')",
    R"(SELECT c.oid, pg_get_viewdef(c.oid) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('v', 'm') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema')",
    R"(SELECT p.oid, pg_get_functiondef(p.oid) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
       WHERE p.prokind IN ('f', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema')",
    "SELECT oid, tgrelid, pg_get_triggerdef(oid), tgenabled FROM pg_trigger WHERE NOT tgisinternal",
    R"(SELECT r.oid, pg_get_ruledef(r.oid) FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
       JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema')",
    R"(SELECT oid, polname, pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)
       FROM pg_policy)",
    "SELECT oid, pg_get_statisticsobjdef(oid) FROM pg_statistic_ext",
    R"(SELECT s.*, d.refobjid, d.refobjsubid FROM pg_sequence s
       LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = s.seqrelid
         AND d.deptype IN ('a', 'i'))",
    R"(SELECT t.oid, t.typname, t.typtype, e.enumlabel FROM pg_type t
       JOIN pg_namespace n ON n.oid = t.typnamespace LEFT JOIN pg_enum e ON e.enumtypid = t.oid
       WHERE t.typtype IN ('e', 'd', 'r') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema')",
    "SELECT classoid, objoid, objsubid, description FROM pg_description WHERE objoid >= 16384"};

}  // namespace

Reference measure_reference(const std::string& schema_text, const std::string& conninfo) {
  Reference reference;
  auto start = Clock::now();
  const PgQueryParseResult tree = pg_query_parse(schema_text.c_str());
  reference.parse = Clock::now() - start;
  const bool parsed = tree.error == nullptr;
  pg_query_free_parse_result(tree);
  if (!parsed) throw std::runtime_error("the synthetic schema does not parse");

  auto session = LibpqSession::open(conninfo);
  if (!session) throw std::runtime_error(session.error().sentence);
  start = Clock::now();
  for (const char* query : kNaiveQueries) {
    const auto rows = session->execute(query);
    if (!rows) throw std::runtime_error(rows.error().sentence);
  }
  reference.read = Clock::now() - start;
  return reference;
}

}  // namespace schemadiff::testing
