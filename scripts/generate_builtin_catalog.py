#!/usr/bin/env python3
"""Writes engine/model/builtin_tables.cc from running servers.

usage: generate_builtin_catalog.py CONNINFO... > engine/model/builtin_tables.cc

Each CONNINFO is that of a fresh server of another major version (anything psql takes). Only what
initdb makes is read; rows are lines of one string, read at start-up when no server is at hand.
"""
import subprocess
import sys

QUERIES = {
    "type": """
        select t.oid, n.nspname, t.typname, format_type(t.oid, null), t.typtype, t.typcategory,
               t.typispreferred::int,
               case when t.typsubscript = 'array_subscript_handler'::regproc then t.typelem else 0 end,
               t.typarray, t.typbasetype, t.typrelid, t.typcollation
        from pg_type t join pg_namespace n on n.oid = t.typnamespace
        where t.oid < 16384 and n.nspname in ('pg_catalog', 'information_schema')
          and t.typtype <> 'c'
          and not exists (select from pg_type e where e.oid = t.typelem and e.typtype = 'c'
                          and e.typrelid <> 0)
        order by t.oid""",
    "cast": """
        select castsource, casttarget, castfunc, castcontext, castmethod
        from pg_cast where oid < 16384 order by castsource, casttarget""",
    "operator": """
        select oid, oprname, oprleft, oprright, oprresult
        from pg_operator where oid < 16384 order by oid""",
    "function": """
        select p.oid, p.proname, p.prokind, array_to_string(p.proargtypes, ','), p.provariadic,
               p.pronargdefaults, p.prorettype, p.proretset::int, p.provolatile,
               coalesce((select string_agg(coalesce(p.proargnames[i], ''), ',' order by i)
                         from generate_series(1, coalesce(array_length(p.proargmodes, 1),
                                                          p.pronargs)) i
                         where p.proargnames is not null
                           and coalesce(p.proargmodes[i], 'i') in ('i', 'b', 'v')), ''),
               coalesce((select string_agg(coalesce(p.proargnames[i], '') || ':'
                                           || p.proallargtypes[i], ',' order by i)
                         from generate_series(1, array_length(p.proargmodes, 1)) i
                         where p.proargmodes[i] in ('o', 'b', 't')), '')
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where p.oid < 16384 and n.nspname = 'pg_catalog'
        order by p.oid""",
    "opclass": """
        select c.opcname, m.amname, c.opcintype, c.opcdefault::int
        from pg_opclass c join pg_am m on m.oid = c.opcmethod
        where c.oid < 16384 order by c.oid""",
    "collation": """
        select c.oid, c.collname from pg_collation c
        where c.oid < 12000 or c.collname = 'ucs_basic' order by c.oid""",
}
# GCC warns of longer string literals.
CHUNK = 60000


def rows(conninfo, query):
    out = subprocess.run(
        ["psql", "-XAtq", "-F", "\t", "-d", conninfo, "-c", "set search_path = pg_catalog", "-c", query],
        check=True, capture_output=True, text=True).stdout
    return [line for line in out.split("\n") if line]


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    versions = {}
    for conninfo in sys.argv[1:]:
        number = int(rows(conninfo, "select current_setting('server_version_num')")[0])
        lines = []
        for table, query in QUERIES.items():
            if number < 140000:
                query = query.replace(
                    "case when t.typsubscript = 'array_subscript_handler'::regproc "
                    "then t.typelem else 0 end",
                    "case when t.typlen = -1 then t.typelem else 0 end")
            found = rows(conninfo, query)
            lines.append(f"={table}")
            lines += found
        versions[number // 10000 * 10000] = lines
    print("// Made by scripts/generate_builtin_catalog.py: do not edit.")
    print('#include "engine/model/builtin_tables.h"\n')
    print("namespace schemadiff::internal {\nnamespace {\n")
    print("// clang-format off")
    for number, lines in sorted(versions.items()):
        print(f"constexpr std::string_view kTables{number}[] = {{")
        chunk, size = [], 0
        for line in lines + [None]:
            if line is None or size + len(line) + 1 > CHUNK:
                print('R"~(' + "\n".join(chunk) + '\n)~",')
                chunk, size = [], 0
            if line is not None:
                chunk.append(line)
                size += len(line) + 1
        print("};")
    print("// clang-format on\n\n}  // namespace\n")
    print("std::vector<BuiltinTables> builtin_tables() {\n  return {")
    for number in sorted(versions):
        print(f"      {{{number}, kTables{number}}},")
    print("  };\n}\n\n}  // namespace schemadiff::internal")


main()
