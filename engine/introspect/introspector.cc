#include "engine/introspect/introspector.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <set>
#include <thread>
#include <utility>

#include "engine/introspect/catalog_rows.h"
#include "engine/introspect/unmanaged.h"
#include "engine/model/ancestors.h"
#include "engine/model/object.h"
#include "engine/model/rules.h"

namespace schemadiff {

namespace {

Result<void> run(CatalogReader& reader, std::string_view sql) {
  auto done = reader.query(sql);
  if (!done) return fail(std::move(done.error()));
  return {};
}

Result<std::string> text(CatalogReader& reader, std::string_view sql) {
  auto rows = reader.query(sql);
  if (!rows) return fail(std::move(rows.error()));
  if (!(*rows)->next()) return std::string();
  return (*rows)->row().string(0);
}

constexpr std::string_view kBegin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

// Names first: a relation or type can be mentioned before the row that describes it is read.
std::string names_query(int server_version) {
  const bool multiranges = server_version >= 140000;
  return std::string(
             "SELECT t.oid, t.typarray, coalesce(r.typnamespace, t.typnamespace), "
             "coalesce(r.typname, t.typname), t.typtype, t.typrelid, c.relkind, ") +
         not_of_extension(catalog_oid::kType, "t.oid") + " AND " +
         not_of_extension(catalog_oid::kClass, "t.typrelid") +
         " FROM pg_type t LEFT JOIN pg_class c ON c.oid = t.typrelid LEFT JOIN (" +
         (multiranges ? "SELECT g.rngmultitypid AS oid, n.typnamespace, n.typname FROM pg_range g "
                        "JOIN pg_type n ON n.oid = g.rngtypid"
                      : "SELECT 0::oid AS oid, 0::oid AS typnamespace, ''::name AS typname") +
         ") r ON r.oid = t.oid WHERE t.typtype IN ('c', 'd', 'e', 'r', 'm') AND " +
         in_user_schema("t.typnamespace");
}

void read_names(const Row& row, CatalogBuilder& builder) {
  enum { kOid, kArray, kSchema, kName, kType, kRelation, kRelationKind, kOurs };
  Kind kind = Kind::none;
  switch (row.character(kType)) {
    case 'e':
      kind = Kind::enum_type;
      break;
    case 'd':
      kind = Kind::domain;
      break;
    case 'r':
    case 'm':  // under the name of its range
      kind = Kind::range_type;
      break;
    default:
      switch (row.character(kRelationKind)) {
        case 'r':
        case 'p':
        case 'f':
          kind = Kind::table;
          break;
        case 'v':
          kind = Kind::view;
          break;
        case 'm':
          kind = Kind::materialized_view;
          break;
        case 'c':
          kind = Kind::composite_type;
          break;
        default:  // the sequences of 13
          return;
      }
  }
  const ObjectId id = object_id(kind, builder.schema(row.oid(kSchema)), row.text(kName));
  if (const Oid relation = row.oid(kRelation); relation != 0) {
    builder.addresses.add_relation(relation, id).of_extension = !row.boolean(kOurs);
  }
  if (!row.boolean(kOurs)) return;
  builder.alias({catalog_oid::kType, row.oid(kOid), 0}, id);
  if (const Oid array = row.oid(kArray); array != 0) {
    builder.alias({catalog_oid::kType, array, 0}, id);
  }
}

// Turns rows into objects in a thread of its own, in the order in which they come: while one
// result is read, the server works on the next.
class BackgroundReader {
 public:
  explicit BackgroundReader(CatalogBuilder& builder)
      : builder_(builder), thread_([this] { work(); }) {}
  ~BackgroundReader() { static_cast<void>(stop()); }
  BackgroundReader(const BackgroundReader&) = delete;
  BackgroundReader& operator=(const BackgroundReader&) = delete;

  using Read = void (*)(const Row& row, CatalogBuilder& builder);
  void add(std::unique_ptr<RowSet> rows, Read read) {
    {
      const std::lock_guard lock(mutex_);
      tasks_.push_back({std::move(rows), read});
    }
    changed_.notify_one();
  }

  // Waits until all is read; rethrows what went wrong in the thread.
  void finish() {
    if (std::exception_ptr failure = stop()) std::rethrow_exception(failure);
  }

 private:
  struct Task {
    std::unique_ptr<RowSet> rows;
    Read read;
  };

  std::exception_ptr stop() {
    if (thread_.joinable()) {
      {
        const std::lock_guard lock(mutex_);
        closed_ = true;
      }
      changed_.notify_one();
      thread_.join();
    }
    return std::exchange(failure_, nullptr);
  }

  void work() {
    while (true) {
      Task task;
      {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return closed_ || !tasks_.empty(); });
        if (tasks_.empty()) return;
        task = std::move(tasks_.front());
        tasks_.pop_front();
      }
      if (failure_) continue;
      try {
        while (task.rows->next()) task.read(task.rows->row(), builder_);
      } catch (...) {
        failure_ = std::current_exception();
      }
    }
  }

  CatalogBuilder& builder_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Task> tasks_;
  bool closed_ = false;
  std::exception_ptr failure_;
  std::thread thread_;  // last: it uses the others
};

Result<void> read_rows(CatalogReader& reader, std::string_view sql, BackgroundReader::Read read,
                       BackgroundReader& background) {
  if (sql.empty()) return {};
  auto rows = reader.query(sql);
  if (!rows) return fail(std::move(rows.error()));
  background.add(std::move(*rows), read);
  return {};
}

// Each kind after those whose rows its own refer to by oid.
using ReadingOrder =
    TypeList<Role, Membership, Extension, ForeignDataWrapper, ForeignServer, UserMapping, Collation,
             ShellType, BaseType, EnumType, Domain, DomainConstraint, CompositeType, RangeType,
             Function, Language, AccessMethod, Operator, OperatorClass, OperatorFamily, Cast,
             Transform, Conversion, TextSearchParser, TextSearchTemplate, TextSearchDictionary,
             TextSearchConfiguration, View, MaterializedView, Column, Table, Sequence,
             ColumnDefault, Constraint, Index, Statistics, Rule, Trigger, Policy, Publication,
             PublishedTable, PublishedSchema, Subscription, EventTrigger, Comment, SecurityLabel,
             Owner, Privilege, DefaultPrivilege>;

template <class... Ts>
Result<void> read_kinds(TypeList<Ts...>, CatalogReader& reader, BackgroundReader& background) {
  static_assert(sizeof...(Ts) + 1 == static_cast<size_t>(Kind::none),
                "ReadingOrder lists every kind but Schema, which is read before the names");
  Result<void> done;
  ((done = done ? read_rows(reader, Rules<Ts>::catalog_query(reader.server_version()),
                            Rules<Ts>::read, background)
                : std::move(done)),
   ...);
  return done;
}

// Columns that are in all as in their parents are no objects.
void drop_inherited_columns(CatalogBuilder& builder) {
  std::vector<ObjectId> inherited;
  std::vector<Column*> repeated;  // their expressions; children of their own compare with them yet
  for (const auto& [oid, relation] : builder.addresses.relations()) {
    if (relation.parents.empty() || relation.id.kind != Kind::table) continue;
    for (const LiveColumn& column : relation.columns) {
      if (column.name.empty()) continue;
      auto* own = builder.catalog.find<Column>(relation.id.with_sub(Kind::column, column.name));
      if (own == nullptr || !own->inherited) continue;
      const Column* above = nullptr;
      bool has_from_above = false;
      Identifier name_above;
      for (const Oid parent_oid : relation.parents) {
        const LiveRelation* parent = builder.addresses.relation(parent_oid);
        if (parent == nullptr) continue;
        const auto* found =
            builder.catalog.find<Column>(parent->id.with_sub(Kind::column, column.name));
        if (found == nullptr) continue;
        if (above == nullptr) above = found;
        if (has_from_above || !found->not_null || found->not_null_constraint.no_inherit) continue;
        has_from_above = true;
        name_above = found->not_null_constraint.name;
      }
      if (above == nullptr) continue;
      const Identifier not_null = own->not_null_constraint.name;
      if (own->not_null && has_from_above && not_null != name_above) {
        auto* table = builder.catalog.find<Table>(relation.id);
        table->own_not_null.emplace(column.name, not_null);
        if (column.not_null_is_own) table->kept_not_null.push_back(column.name);
      }
      const bool is_repeated = own->generated && above->generated &&
                               own->generated->stored == above->generated->stored &&
                               own->generated->expression.text == above->generated->expression.text;
      if (is_repeated) repeated.push_back(own);
      if (own->not_null == has_from_above && own->storage == above->storage &&
          own->compression == above->compression && own->statistics_target == -1 &&
          own->options.empty() && (!own->generated || is_repeated)) {
        inherited.push_back(own->id);
      }
    }
  }
  for (Column* column : repeated) column->generated.reset();
  for (const ObjectId& id : inherited) builder.catalog.erase(id);
}

// Defaults that a child or partition has from its parent are no objects; that it has none where a
// parent has one is.
void drop_inherited_defaults(CatalogBuilder& builder) {
  std::vector<ObjectId> inherited;
  std::vector<ColumnDefault> missing;
  for (const auto& [oid, relation] : builder.addresses.relations()) {
    if (relation.parents.empty() || relation.id.kind != Kind::table) continue;
    for (const LiveColumn& column : relation.columns) {
      if (column.name.empty() || column.generated) continue;
      const ObjectId id = relation.id.with_sub(Kind::column_default, column.name);
      const auto* own = builder.catalog.find<ColumnDefault>(id);
      for (const Oid parent_oid : relation.parents) {
        const LiveRelation* parent = builder.addresses.relation(parent_oid);
        if (parent == nullptr) continue;
        const auto* above = builder.catalog.find<ColumnDefault>(
            parent->id.with_sub(Kind::column_default, column.name));
        if (above == nullptr) continue;
        if (own == nullptr) {
          missing.emplace_back().id = id;
        } else if (above->expression.text == own->expression.text) {
          inherited.push_back(own->id);
          builder.addresses.set_derived(own->id, above->id);
        }
        break;
      }
    }
  }
  for (const ObjectId& id : inherited) builder.catalog.erase(id);
  for (ColumnDefault& none : missing) builder.catalog.add(std::move(none));
}

Result<void> read_facts(CatalogReader& reader, LiveState& live) {
  auto facts = reader.query(
      "SELECT current_database(), current_setting('TimeZone'), "
      "has_database_privilege(current_database(), 'TEMPORARY'), pg_is_in_recovery(), "
      "current_setting('default_transaction_read_only')");
  if (!facts) return fail(std::move(facts.error()));
  (*facts)->next();
  const Row& row = (*facts)->row();
  live.server_version = reader.server_version();
  live.database = row.text(0);
  live.time_zone = row.text(1);
  live.can_create_temporary = row.boolean(2);
  live.standby = row.boolean(3);
  live.read_only = live.standby || row.text(4) == "on";
  auto triggers =
      reader.query("SELECT evtname, evtevent, evtenabled FROM pg_event_trigger ORDER BY evtname");
  if (!triggers) return fail(std::move(triggers.error()));
  while ((*triggers)->next()) {
    const Row& trigger = (*triggers)->row();
    live.event_triggers.push_back({trigger.string(0), trigger.string(1), trigger.character(2)});
  }
  return {};
}

Result<void> read_unmanaged(CatalogReader& reader, LiveState& live) {
  auto rows = reader.query(unmanaged_query(reader.server_version()));
  if (!rows) return fail(std::move(rows.error()));
  while ((*rows)->next()) {
    const Row& row = (*rows)->row();
    live.unmanaged[row.string(0)].push_back(row.string(1));
  }
  return {};
}

// Texts that call the operator = without a name for it mean that of an extension or of a user where
// their types have one, which only a path finds. All else in them is found as before: pg_catalog
// comes first, and the others are called by their schemas.
void look_behind_pg_catalog(LiveState& live) {
  static const Identifier kEqual("=");
  static const Identifier kPgCatalog("pg_catalog");
  std::set<std::string> schemas;
  for (const SystemOperator& op : live.system.operators) {
    if (op.name == kEqual && op.schema != kPgCatalog) schemas.insert(quote(op.schema));
  }
  if (schemas.empty()) return;
  std::string path = "pg_catalog";
  for (const std::string& schema : schemas) path += ", " + schema;
  const SearchPath wider{Identifier(path)};
  for_each_kind([&]<class T>() {
    for (auto& [id, object] : live.catalog.objects<T>()) {
      Rules<T>::expressions(object, [&](SqlExpression& expression, const ExpressionScope& scope) {
        if (scope.role == ExpressionRole::string_body) return;
        for (const char* words : {" DISTINCT FROM ", "NULLIF(", "CASE ", " USING (", "NATURAL "}) {
          if (expression.text.find(words) != std::string::npos) expression.path = wider;
        }
      });
    }
  });
}

Result<LiveState> read_all(CatalogReader& reader) {
  LiveState live;
  if (auto done = read_facts(reader, live); !done) return fail(std::move(done.error()));
  auto system = read_system_catalog(reader);
  if (!system) return fail(std::move(system.error()));
  live.system = std::move(*system);
  CatalogBuilder builder(live.catalog, live.addresses, live.system, reader.server_version());
  BackgroundReader background(builder);
  auto done = read_rows(reader, Rules<Schema>::catalog_query(reader.server_version()),
                        Rules<Schema>::read, background);
  if (done) done = read_rows(reader, names_query(reader.server_version()), read_names, background);
  if (done) done = read_kinds(ReadingOrder(), reader, background);
  if (done) done = read_unmanaged(reader, live);
  if (!done) return fail(std::move(done.error()));
  background.finish();
  drop_inherited_columns(builder);
  drop_inherited_defaults(builder);
  look_behind_pg_catalog(live);
  return live;
}

// Who is likely to change the schema: sessions of this database that have written something.
std::string writers(CatalogReader& reader) {
  auto rows = reader.query(
      "SELECT format('pid %s (%s%s)', pid, usename, CASE WHEN application_name <> '' THEN ', ' || "
      "application_name ELSE '' END) FROM pg_stat_activity WHERE datname = current_database() AND "
      "pid <> pg_backend_pid() AND (backend_xid IS NOT NULL OR query ~* "
      "'^\\s*(create|alter|drop|comment|grant|revoke|reindex)\\M') ORDER BY state_change DESC "
      "LIMIT "
      "5");
  std::string out;
  if (!rows) return out;
  while ((*rows)->next()) out += (out.empty() ? "" : ", ") + (*rows)->row().string(0);
  return out;
}

// Who holds locks that a reader of the schema waits behind.
std::string blockers(CatalogReader& reader) {
  auto rows = reader.query(
      "SELECT DISTINCT format('pid %s (%s%s) holds %s', l.pid, coalesce(a.usename, '?'), CASE WHEN "
      "a.application_name <> '' THEN ', ' || a.application_name ELSE '' END, "
      "coalesce(l.relation::regclass::text, l.locktype)) FROM pg_locks l LEFT JOIN "
      "pg_stat_activity a ON a.pid = l.pid WHERE l.granted AND l.mode = 'AccessExclusiveLock' AND "
      "l.locktype = 'relation' AND l.database = (SELECT oid FROM pg_database WHERE datname = "
      "current_database()) AND l.pid <> pg_backend_pid() ORDER BY 1 LIMIT 5");
  std::string out;
  if (!rows) return out;
  while ((*rows)->next()) out += (out.empty() ? "" : ", ") + (*rows)->row().string(0);
  return out;
}

// Where the log of changes ends: equal before and after means that nothing at all was written.
// Empty where the server won't say.
std::string log_position(CatalogReader& reader) {
  auto position = text(reader,
                       "SELECT CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE "
                       "pg_current_wal_insert_lsn() END");
  return position ? *position : "";
}

// True if the snapshot in force saw no transaction that had written something and was not over:
// one that is just committing has its place in the log already.
bool nobody_was_writing(CatalogReader& reader) {
  const auto quiet = text(reader,
                          "SELECT pg_snapshot_xmin(s) = pg_snapshot_xmax(s) FROM "
                          "pg_current_snapshot() s");
  return quiet && *quiet == "t";
}

}  // namespace

Result<std::string> schema_witness(CatalogReader& reader) {
  // The ids of the transactions that wrote the rows, summed up: any change of a row, new or gone,
  // changes sum or count. pg_class by its contents instead, for TRUNCATE, REFRESH, CLUSTER and the
  // like write there too. What temporary objects do is of no interest.
  struct Source {
    const char* catalog;
    const char* relation;  // column that names its relation
    const char* schema;    // or its schema
  };
  static constexpr Source kSources[] = {
      {"pg_attribute", "attrelid", ""},
      {"pg_attrdef", "adrelid", ""},
      {"pg_constraint", "", "connamespace"},
      {"pg_index", "indrelid", ""},
      {"pg_trigger", "tgrelid", ""},
      {"pg_rewrite", "ev_class", ""},
      {"pg_sequence", "seqrelid", ""},
      {"pg_inherits", "inhrelid", ""},
      {"pg_policy", "", ""},
      {"pg_partitioned_table", "partrelid", ""},
      {"pg_statistic_ext", "", ""},
      {"pg_type", "", "typnamespace"},
      {"pg_enum", "", ""},
      {"pg_range", "", ""},
      {"pg_proc", "", "pronamespace"},
      {"pg_description", "", ""},
      {"pg_extension", "", ""},
      {"pg_operator", "", ""},
      {"pg_cast", "", ""},
      {"pg_opclass", "", ""},
      {"pg_collation", "", ""},
      {"pg_default_acl", "", ""},
      {"pg_opfamily", "", ""},
      {"pg_amop", "", ""},
      {"pg_amproc", "", ""},
      {"pg_am", "", ""},
      {"pg_language", "", ""},
      {"pg_transform", "", ""},
      {"pg_conversion", "", ""},
      {"pg_ts_parser", "", ""},
      {"pg_ts_template", "", ""},
      {"pg_ts_dict", "", ""},
      {"pg_ts_config", "", ""},
      {"pg_ts_config_map", "", ""},
      {"pg_foreign_data_wrapper", "", ""},
      {"pg_foreign_server", "", ""},
      {"pg_foreign_table", "", ""},
      {"pg_event_trigger", "", ""},
      {"pg_publication", "", ""},
      {"pg_publication_rel", "", ""},
      {"pg_seclabel", "", ""},
  };
  std::string sql =
      "WITH temporary AS MATERIALIZED (SELECT oid FROM pg_class WHERE relpersistence = 't'), "
      "temporary_schema AS MATERIALIZED (SELECT oid FROM pg_namespace WHERE nspname ~ "
      "'^pg_(toast_)?temp_'), now AS MATERIALIZED (SELECT age('4'::xid)::bigint + 4 AS xid) SELECT "
      "concat_ws(' ', (SELECT count(*) || ':' || sum((hashname(relname)::int8 + relnamespace::int8 "
      "* "
      "31 + relowner::int8 * 37 + relam::int8 * 41 + reltablespace::int8 * 43 + "
      "relpersistence::int * 47 + relreplident::int * 53 + relrowsecurity::int * 59 + "
      "relforcerowsecurity::int * 61 + CASE WHEN reloptions IS NOT NULL THEN "
      "hash_array(reloptions) ELSE 0 END + CASE WHEN relacl IS NOT NULL THEN hash_array(relacl) "
      "ELSE "
      "0 END) % 2147483647 * oid::int8) FROM pg_class WHERE "
      "relpersistence <> 't'), (SELECT count(*) || ':' || sum((hashname(nspname)::int8 + "
      "nspowner::int8 * "
      "31 + CASE WHEN nspacl IS NOT NULL THEN hash_array(nspacl) ELSE 0 END) % 2147483647 * "
      "oid::int8) FROM "
      "pg_namespace WHERE oid NOT IN (TABLE temporary_schema))";
  for (const Source& source : kSources) {
    sql += std::string(
               ", (SELECT count(*) || ':' || sum(CASE age(xmin) WHEN 2147483647 THEN 0 ELSE "
               "now.xid - age(xmin) END) FROM now, ") +
           source.catalog + " WHERE ";
    if (source.relation[0] != '\0') {
      sql += std::string(source.relation) + " NOT IN (TABLE temporary)";
    } else if (source.schema[0] != '\0') {
      sql += std::string(source.schema) + " NOT IN (TABLE temporary_schema)";
    } else {
      sql += "true";
    }
    if (source.catalog == std::string_view("pg_attribute")) sql += " AND attnum > 0";
    sql += ")";
  }
  return text(reader, sql + ")");
}

Result<void> finish_snapshot(CatalogReader& reader) { return run(reader, "COMMIT"); }

Result<LiveState> introspect_in_transaction(CatalogReader& reader) {
  if (auto set = run(reader, "SET LOCAL search_path = pg_catalog"); !set) return fail(set.error());
  return read_all(reader);
}

Result<LiveState> introspect(CatalogReader& reader, const IntrospectOptions& options) {
  const auto give_up = [&](Error error) {
    static_cast<void>(run(reader, "ROLLBACK"));  // the error that led here is the one to report
    return fail(std::move(error));
  };
  for (int attempt = 0; attempt < options.attempts; ++attempt) {
    const std::string position = log_position(reader);
    if (auto begun = run(reader, kBegin); !begun) return fail(std::move(begun.error()));
    const bool quiet = nobody_was_writing(reader);
    auto live = read_all(reader);
    if (!live) {
      Error error = std::move(live.error());
      // "cache lookup failed for …": what a row of the snapshot refers to was dropped meanwhile.
      // 40001, 40P01: conflict with the recovery of a standby.
      const bool moved = error.sqlstate == "XX000" || error.sqlstate == "42704" ||
                         error.sqlstate == "40001" || error.sqlstate == "42P01";
      if (moved && attempt + 1 < options.attempts) {
        static_cast<void>(run(reader, "ROLLBACK"));
        continue;
      }
      if (error.code == ErrorCode::lock_timeout) {
        static_cast<void>(run(reader, "ROLLBACK"));
        const std::string who = blockers(reader);
        error.sentence = "reading the schema waits for a lock" + (who.empty() ? "" : ": " + who);
        error.hint = "wait for that session to end, or end it, and run again";
        return fail(std::move(error));
      }
      return give_up(std::move(error));
    }
    if (quiet && !position.empty() && position == log_position(reader)) return live;
    auto witness = schema_witness(reader);
    if (!witness) return give_up(std::move(witness.error()));
    live->witness = std::move(*witness);
    // A transaction in whose snapshot the schema looks just the same takes over.
    if (auto done = run(reader, "COMMIT"); !done) return fail(std::move(done.error()));
    if (auto begun = run(reader, kBegin); !begun) return fail(std::move(begun.error()));
    auto after = schema_witness(reader);
    if (!after) return give_up(std::move(after.error()));
    if (live->witness == *after) return live;
    static_cast<void>(run(reader, "ROLLBACK"));
  }
  const std::string who = writers(reader);
  return fail(ErrorCode::catalog_moved,
              "the schema changes while it is read" + (who.empty() ? "" : ": " + who),
              "run again when no other session runs DDL");
}

}  // namespace schemadiff
