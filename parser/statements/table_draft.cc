#include "parser/statements/table_draft.h"
#include "parser/statements/foreign_options.h"

#include <fmt/format.h>
#include <pg_query.h>

#include <algorithm>

#include "engine/base/text.h"
#include "parser/catalog_assembly.h"
#include "parser/modifiers.h"
#include "parser/statements/collation_of.h"
#include "parser/statements/index_parts.h"
#include "parser/statements/operator_names.h"

namespace schemadiff {
namespace {

constexpr int64_t kLikeComments = 1 << 0, kLikeCompression = 1 << 1, kLikeConstraints = 1 << 2,
                  kLikeDefaults = 1 << 3, kLikeGenerated = 1 << 4, kLikeIdentity = 1 << 5,
                  kLikeIndexes = 1 << 6, kLikeStatistics = 1 << 7, kLikeStorage = 1 << 8;

template <class T>
T character_or(const Node& node, std::string_view key, T missing) {
  const std::string_view text = node.str(key);
  return text.empty() ? missing : static_cast<T>(text[0]);
}

// What a reference means in a table: a column, or (t, t.*) the row by the table's name.
std::string_view referenced_name(const Node& reference) {
  std::string_view last;
  for (const Node field : reference.list("fields")) {
    if (field.is("String")) last = field.sval();
  }
  return last;
}

bool is_system_column(Identifier name) {
  constexpr std::string_view kNames[] = {"tableoid", "ctid", "xmin", "xmax", "cmin", "cmax"};
  return std::find(std::begin(kNames), std::end(kNames), name.str()) != std::end(kNames);
}

void collect_columns(const simdjson::dom::element& value, std::vector<Identifier>& out) {
  if (value.is_array()) {
    for (const auto item : simdjson::dom::array(value)) collect_columns(item, out);
    return;
  }
  if (!value.is_object()) return;
  const Node node(value);
  if (node.is("ColumnRef")) {
    const Identifier name = referenced_name(node);
    if (!name.empty() && std::find(out.begin(), out.end(), name) == out.end()) out.push_back(name);
    return;
  }
  node.for_each_field(
      [&](std::string_view, simdjson::dom::element field) { collect_columns(field, out); });
}

bool makes_index(ConstraintType type) {
  return type == ConstraintType::primary_key || type == ConstraintType::unique ||
         type == ConstraintType::exclusion;
}

// Two constraints whose indexes PostgreSQL takes for one.
bool same_index(const Constraint& a, const Constraint& b) {
  return a.columns == b.columns && a.include == b.include && a.deferrable == b.deferrable &&
         a.initially_deferred == b.initially_deferred && a.type != ConstraintType::exclusion &&
         b.type != ConstraintType::exclusion && a.nulls_not_distinct == b.nulls_not_distinct &&
         a.without_overlaps == b.without_overlaps;
}

}  // namespace

std::vector<Identifier> used_columns(const Node& expression) {
  std::vector<Identifier> out;
  if (expression.is("ColumnRef")) {
    const Identifier name = referenced_name(expression);
    if (!name.empty()) out.push_back(name);
    return out;
  }
  expression.for_each_field(
      [&](std::string_view, simdjson::dom::element field) { collect_columns(field, out); });
  return out;
}

void require_not_null(StatementContext& ctx, const ObjectId& table,
                      const std::vector<Identifier>& columns, bool is_new) {
  TableShape& shape = ctx.assembly().shape(table);
  for (const Identifier name : columns) {
    Column* column = ctx.catalog.find<Column>(table.with_sub(Kind::column, name));
    const bool was_not_null =
        column != nullptr ? column->not_null : shape.overrides[name].not_null.value_or(false);
    if (!is_new && !was_not_null) shape.not_null_later.insert(name);
    if (column != nullptr) {
      column->not_null = true;
    } else {
      shape.overrides[name].not_null = true;
    }
  }
}

Column* not_null_named(CatalogAssembly& assembly, const ObjectId& table, Identifier name) {
  for (const Identifier column : assembly.columns(table)) {
    Column* found = assembly.catalog.find<Column>(table.with_sub(Kind::column, column));
    if (found == nullptr || !found->not_null) continue;
    if (not_null_name(*found) == name) return found;
  }
  return nullptr;
}

bool is_no_default(const SqlExpression& value, const TypeRef& type) {
  if (!equals_word(value.text, "null") || type.object.kind == Kind::domain) return false;
  const bool interval = type.sql.starts_with("interval") && !type.sql.ends_with("[]");
  return interval || type.sql.find('(') == std::string::npos;
}

std::string storage_unless_default(std::string_view storage, const TypeRef& type) {
  const std::string wanted = uppered(storage);
  if (wanted.empty() || wanted == "DEFAULT") return "";
  const std::string base = type.sql.substr(0, type.sql.find('('));
  const bool array = type.sql.ends_with("[]");
  std::string usual = "EXTENDED";
  if (!array) {
    for (const std::string_view main : {"numeric", "inet", "cidr"}) {
      if (base == main) usual = "MAIN";
    }
    for (const std::string_view plain : {"smallint",
                                         "integer",
                                         "bigint",
                                         "real",
                                         "double precision",
                                         "boolean",
                                         "date",
                                         "uuid",
                                         "oid",
                                         "time",
                                         "time without time zone",
                                         "time with time zone",
                                         "timestamp",
                                         "timestamp without time zone",
                                         "timestamp with time zone",
                                         "interval",
                                         "money",
                                         "name",
                                         "macaddr",
                                         "macaddr8",
                                         "point",
                                         "line",
                                         "lseg",
                                         "box",
                                         "circle",
                                         "\"char\"",
                                         "pg_lsn",
                                         "xid",
                                         "tid",
                                         "tsquery",
                                         "regclass"}) {
      if (base == plain) usual = "PLAIN";
    }
  }
  return wanted == usual ? "" : wanted;
}

const Column* TableDraft::known_column(Identifier name) const {
  for (const ColumnDraft& draft : columns) {
    if (draft.column.id.sub == name && !draft.inherited) return &draft.column;
  }
  if (const Column* found = ctx_.assembly().column(table_, name)) return found;
  for (const ObjectId& parent : parents) {
    if (const Column* found = ctx_.assembly().column(parent, name)) return found;
  }
  return nullptr;
}

std::string TableDraft::closest_column(Identifier name) const {
  if (!ctx_.last_try()) return "";
  std::vector<std::string> candidates;
  for (const ColumnDraft& draft : columns) candidates.push_back(draft.column.id.sub.str());
  for (const Identifier column : ctx_.assembly().columns(table_)) {
    candidates.push_back(column.str());
  }
  const std::string closest = closest_name(name.str(), candidates);
  return closest.empty() ? "" : fmt::format("did you mean {}?", quote_identifier(closest));
}

bool TableDraft::read_key_columns(const NodeList& keys, std::vector<Identifier>& out,
                                  int location) {
  bool good = true;
  for (const Identifier name : identifiers(keys)) {
    if (std::find(out.begin(), out.end(), name) != out.end()) {
      ctx_.error(location, fmt::format("column {} appears twice", quote(name)));
      good = false;
      continue;
    }
    out.push_back(name);
    if (is_known_column(name)) continue;
    ctx_.missing(location, fmt::format("column {} named in key does not exist", quote(name)),
                 closest_column(name));
    good = false;
  }
  return good;
}

void TableDraft::check_known_columns(const ConstraintDraft& draft) {
  for (const Identifier name : used_columns(draft.expression)) {
    if (is_known_column(name) || name == table_.name) continue;
    if (is_system_column(name)) continue;
    ctx_.missing(static_cast<int>(draft.constraint.source.offset - ctx_.span(0).offset),
                 fmt::format("column {} does not exist", quote(name)), closest_column(name));
  }
}

bool TableDraft::ready() {
  for (const ConstraintDraft& draft : constraints) {
    if (draft.expression) check_known_columns(draft);
  }
  return !ctx_.must_wait();
}

// ---- reading

void TableDraft::read_column(const Node& definition) {
  ColumnDraft draft;
  const Identifier name = definition.str("colname");
  const int location = definition.location();
  for (const ColumnDraft& other : columns) {
    if (other.column.id.sub != name) continue;
    ctx_.error(
        location, fmt::format("column {} specified more than once", quote(name)),
        fmt::format("it is declared at {}", ctx_.assembly().sources.place(other.column.source)));
    return;
  }
  Column& column = draft.column;
  column.id = table_.with_sub(Kind::column, name);
  column.source = ctx_.span(location);
  const Node type_name = definition.child("typeName");
  if (!type_name) {
    // name WITH OPTIONS … of a typed table, or a column that a partition inherits.
    draft.inherited = true;
    read_column_constraints(definition, draft);
    columns.push_back(std::move(draft));
    return;
  }
  const TypeName type = ctx_.type(type_name);
  column.type = type.type;
  // The column is there for what follows; its type was an error.
  if (column.type.empty()) column.type.sql = dotted(type_name.list("names"));
  draft.serial = type.serial;
  if (type.setof) ctx_.error(location, fmt::format("column {} can't be a set", quote(name)));
  if (type.serial) column.not_null = true;
  if (const Node clause = definition.child("collClause")) {
    const QualifiedName collation = ctx_.collation(clause);
    if (collation != collation_of_type(ctx_, type_name)) column.collation = collation;
  }
  if (!change_foreign_options(ctx_, definition.list("fdwoptions"), column.foreign_options)) return;
  const std::string_view compression = definition.str("compression");
  if (compression != "default") column.compression = compression;
  column.storage = storage_unless_default(definition.str("storage_name"), column.type);
  read_column_constraints(definition, draft);
  columns.push_back(std::move(draft));
}

void TableDraft::merge_options(const Node& definition) {
  const Identifier name = definition.str("colname");
  for (ColumnDraft& draft : columns) {
    if (draft.column.id.sub == name) read_column_constraints(definition, draft);
  }
}

void TableDraft::read_column_constraints(const Node& definition, ColumnDraft& draft) {
  Column& column = draft.column;
  const Identifier name = column.id.sub;
  const NodeList list = definition.list("constraints");
  bool last_is_constraint = false;  // for the attributes that follow one
  for (const Node node : list) {
    const std::string_view type = node.str("contype");
    const int location = node.location();
    if (type == "CONSTR_NOTNULL") {
      if (draft.explicit_null) {
        ctx_.error(location, fmt::format("conflicting NULL/NOT NULL of column {}", quote(name)));
      }
      column.not_null = true;
      column.not_null_constraint.name = node.str("conname");
      column.not_null_constraint.no_inherit = node.boolean("is_no_inherit");
    } else if (type == "CONSTR_NULL") {
      if (column.not_null) {
        ctx_.error(location, fmt::format("conflicting NULL/NOT NULL of column {}", quote(name)));
      }
      draft.explicit_null = true;
    } else if (type == "CONSTR_DEFAULT") {
      if (draft.default_value) {
        ctx_.error(location, fmt::format("multiple default values for column {}", quote(name)));
      }
      // CONSTRAINT name DEFAULT … is allowed, and the name means nothing.
      draft.default_value =
          ctx_.column_default(ctx_.find_at_depth(ctx_.token_at(location), {"default"}));
    } else if (type == "CONSTR_GENERATED") {
      GeneratedColumn generated;
      generated.expression = ctx_.parenthesised(location);
      const std::string_view kind = node.str("generated_kind");
      generated.stored = kind.empty() || kind == "s";
      column.generated = std::move(generated);
    } else if (type == "CONSTR_IDENTITY") {
      Identity identity;
      identity.always = node.str("generated_when") != "d";
      SequenceDraft sequence = new_sequence(column.type);
      if (read_sequence_options(ctx_, node.list("options"), true, sequence)) {
        identity.options = sequence.options;
        identity.sequence = sequence.name;
      }
      column.identity = std::move(identity);
      column.not_null = true;
    } else if (type.starts_with("CONSTR_ATTR_")) {
      if (!last_is_constraint) {
        ctx_.error(location, "misplaced DEFERRABLE, INITIALLY or ENFORCED clause");
        continue;
      }
      Constraint& constraint = constraints.back().constraint;
      if (type == "CONSTR_ATTR_DEFERRABLE") constraint.deferrable = true;
      if (type == "CONSTR_ATTR_DEFERRED") {
        constraint.deferrable = true;
        constraint.initially_deferred = true;
      }
      if (type == "CONSTR_ATTR_NOT_ENFORCED") constraint.enforced = constraint.validated = false;
      continue;
    } else if (auto constraint = constraint_draft(node, name)) {
      constraints.push_back(std::move(*constraint));
      last_is_constraint = true;
      continue;
    }
    last_is_constraint = false;
  }
  if (draft.serial && draft.default_value) {
    ctx_.error(column.source.known() ? definition.location() : -1,
               fmt::format("multiple default values for column {}", quote(name)),
               "serial has a default of its own");
  }
}

void TableDraft::read_constraint(const Node& node) {
  if (node.str("contype") == "CONSTR_NOTNULL") {
    // CONSTRAINT name NOT NULL column: 18 and later.
    NotNullConstraint constraint;
    constraint.name = node.str("conname");
    constraint.no_inherit = node.boolean("is_no_inherit");
    constraint.validated = is_new_ || !node.boolean("skip_validation");
    for (const Identifier name : identifiers(node.list("keys"))) {
      Column* column = ctx_.catalog.find<Column>(table_.with_sub(Kind::column, name));
      for (ColumnDraft& draft : columns) {
        if (draft.column.id.sub == name) column = &draft.column;
      }
      if (column == nullptr) {
        require_not_null(ctx_, table_, {name}, is_new_);
        ctx_.assembly().shape(table_).overrides[name].not_null_constraint = constraint;
        continue;
      }
      column->not_null = true;
      column->not_null_constraint = constraint;
    }
    return;
  }
  if (auto constraint = constraint_draft(node, {})) constraints.push_back(std::move(*constraint));
}

std::optional<ConstraintDraft> TableDraft::constraint_draft(const Node& node, Identifier column) {
  ConstraintDraft draft;
  Constraint& constraint = draft.constraint;
  const std::string_view type = node.str("contype");
  const int location = node.location();
  const Identifier name = node.str("conname");
  constraint.id = table_.with_sub(Kind::constraint, name);
  constraint.name_is_predicted = name.empty();
  constraint.source = ctx_.span(location);
  constraint.deferrable = node.boolean("deferrable") || node.boolean("initdeferred");
  constraint.initially_deferred = node.boolean("initdeferred");
  const bool may_be_unenforced = type == "CONSTR_CHECK" || type == "CONSTR_FOREIGN";
  // A missing field is its default; that it means "not enforced" is 18's.
  if (may_be_unenforced && PG_VERSION_NUM >= 180000) {
    constraint.enforced = node.boolean("is_enforced");
  }
  constraint.validated = constraint.enforced && (is_new_ || !node.boolean("skip_validation"));
  if (type == "CONSTR_CHECK") {
    constraint.type = ConstraintType::check;
    constraint.no_inherit = node.boolean("is_no_inherit");
    constraint.check = ctx_.parenthesised(location);
    draft.expression = node.child("raw_expr");
    return draft;
  }
  if (type == "CONSTR_FOREIGN") {
    constraint.type = ConstraintType::foreign_key;
    if (!column.empty()) {
      constraint.columns = {column};
    } else {
      read_key_columns(node.list("fk_attrs"), constraint.columns, location);
    }
    read_foreign_key(node, constraint);
    return draft;
  }
  if (type == "CONSTR_PRIMARY" || type == "CONSTR_UNIQUE" || type == "CONSTR_EXCLUSION") {
    constraint.type = type == "CONSTR_PRIMARY"  ? ConstraintType::primary_key
                      : type == "CONSTR_UNIQUE" ? ConstraintType::unique
                                                : ConstraintType::exclusion;
    if (type == "CONSTR_EXCLUSION") {
      read_exclusion(node, draft);
    } else if (!column.empty()) {
      constraint.columns = {column};
    } else {
      read_key_columns(node.list("keys"), constraint.columns, location);
    }
    read_key_columns(node.list("including"), constraint.include, location);
    constraint.nulls_not_distinct = node.boolean("nulls_not_distinct");
    constraint.without_overlaps = node.boolean("without_overlaps");
    constraint.options = storage_options(node.list("options"));
    const Identifier tablespace = node.str("indexspace");
    constraint.tablespace = tablespace.empty() ? ctx_.settings.tablespace : tablespace;
    if (constraint.tablespace == Identifier("pg_default")) constraint.tablespace = {};
    return draft;
  }
  ctx_.error(location, fmt::format("a constraint of type {} is not known to this build", type));
  return std::nullopt;
}

void TableDraft::read_foreign_key(const Node& node, Constraint& constraint) {
  ForeignKey key;
  key.referenced_table = ctx_.table_by_the_end(node.child("pktable"));
  key.referenced_columns = identifiers(node.list("pk_attrs"));
  key.match = character_or(node, "fk_matchtype", ForeignKeyMatch::simple);
  key.on_update = character_or(node, "fk_upd_action", ForeignKeyAction::no_action);
  key.on_delete = character_or(node, "fk_del_action", ForeignKeyAction::no_action);
  key.set_columns = identifiers(node.list("fk_del_set_cols"));
  key.period = node.boolean("fk_with_period");
  if (node.str("fk_matchtype") == "p") {
    ctx_.error(node.location(), "MATCH PARTIAL is not implemented by PostgreSQL");
  }
  constraint.foreign_key = std::move(key);
}

void TableDraft::read_exclusion(const Node& node, ConstraintDraft& draft) {
  Constraint& constraint = draft.constraint;
  const std::string_view method = node.str("access_method");
  constraint.method = method.empty() ? "btree" : method;
  const size_t start = ctx_.token_at(node.location());
  size_t open = start;
  while (open + 1 < ctx_.tokens().size() && !ctx_.token_is(open, "(")) ++open;
  std::vector<IndexElement> elements;
  // Columns may be those of this very statement.
  size_t token = open + 1;
  for (const Node pair : node.list("exclusions")) {
    const NodeList items = pair.list("items");
    const Node item = items[0];
    ExclusionElement exclusion;
    IndexElement& element = exclusion.element;
    const int location = static_cast<int>(ctx_.tokens()[token].begin);
    draft.index_columns.push_back(item.has("name") ? item.string("name")
                                                   : index_column_name(item.child("expr")));
    ElementSubject subject = element_subject(ctx_, table_, item, token,
                                             [&](Identifier name) { return known_column(name); });
    element.column = subject.column;
    element.expression = std::move(subject.expression);
    const Column* column = subject.found;
    if (!element.column.empty() && column == nullptr) {
      ctx_.missing(location,
                   fmt::format("column {} named in key does not exist", quote(element.column)));
    }
    element.collation = element_collation(ctx_, subject.collation, location);
    element.operator_class_options = storage_options(item.list("opclassopts"));
    element.operator_class =
        element_operator_class(ctx_, item.list("opclass"), constraint.method, column,
                               !element.operator_class_options.empty());
    element.descending = item.str("ordering") == "SORTBY_DESC";
    const std::string_view nulls = item.str("nulls_ordering");
    element.nulls_first =
        nulls == "SORTBY_NULLS_FIRST" || (nulls != "SORTBY_NULLS_LAST" && element.descending);
    exclusion.op = ctx_.names.operator_name(items[1].list("items"), ctx_.path);
    if (column != nullptr) {
      TypeRef type = without_modifiers(column->type);
      while (const Domain* domain = ctx_.catalog.find<Domain>(type.object)) type = domain->base;
      exclusion.op = find_operator(ctx_.assembly(), ctx_.path, written_name(items[1].list("items")),
                                   operator_arguments(type.sql, type.sql), exclusion.op.schema);
    }
    constraint.exclusions.push_back(std::move(exclusion));
    token = element_end(ctx_, token) + 1;
  }
  if (node.has("where_clause")) {
    const size_t where = ctx_.find_at_depth(ctx_.closing(open) + 1, {"where"});
    constraint.predicate = ctx_.parenthesised(static_cast<int>(ctx_.tokens()[where].begin));
  }
}

void TableDraft::read_composite(const ObjectId& id) {
  const CompositeType* type = ctx_.catalog.find<CompositeType>(id);
  if (type == nullptr) return;
  for (const CompositeAttribute& attribute : type->attributes) {
    ColumnDraft draft;
    draft.column.id = table_.with_sub(Kind::column, attribute.name);
    draft.column.source = ctx_.span();
    draft.column.type = attribute.type;
    draft.column.collation = attribute.collation;
    columns.push_back(std::move(draft));
  }
}

void TableDraft::read_like(const Node& clause) {
  const Node range_var = clause.child("relation");
  const ObjectId source = ctx_.relation(range_var);
  if (!source.known()) return;
  const int64_t options = clause.integer("options");
  if (source.kind == Kind::composite_type) {
    read_composite(source);
    return;
  }
  if (source.kind != Kind::table) {
    ctx_.error(
        range_var.location(),
        fmt::format("LIKE {} is not supported: its columns are not known here", describe(source)),
        "write the columns");
    return;
  }
  CatalogAssembly& assembly = ctx_.assembly();
  for (const Identifier name : assembly.columns(source)) {
    const Column* from = assembly.column(source, name);
    if (from == nullptr) continue;
    ColumnDraft draft;
    Column& column = draft.column;
    column.id = table_.with_sub(Kind::column, name);
    column.source = ctx_.span(range_var.location());
    column.type = from->type;
    column.collation = from->collation;
    column.not_null = from->not_null;
    // 18 and later copy its name, however it got it.
    if (from->not_null) copied_not_null_.emplace(name, not_null_name(*from));
    if (options & kLikeIdentity && from->identity) {
      column.identity = from->identity;
      column.identity->sequence = {};
      column.identity->sequence_type = "bigint";  // as PostgreSQL makes it
    }
    if (options & kLikeGenerated) column.generated = from->generated;
    if (options & kLikeStorage) column.storage = from->storage;
    if (options & kLikeCompression) column.compression = from->compression;
    if (options & kLikeDefaults) {
      const auto* value =
          ctx_.catalog.find<ColumnDefault>(source.with_sub(Kind::column_default, name));
      if (value != nullptr) draft.default_value = value->expression;
    }
    columns.push_back(std::move(draft));
  }
  if (options & kLikeConstraints) {
    if (const TableShape* shape = assembly.find_shape(source)) {
      for (const ObjectId& id : shape->constraints) {
        const Constraint* from = ctx_.catalog.find<Constraint>(id);
        if (from == nullptr || from->type != ConstraintType::check) continue;
        ConstraintDraft draft;
        draft.constraint = *from;
        draft.constraint.id = table_.with_sub(Kind::constraint, id.sub);
        draft.constraint.name_is_predicted = false;  // the copy has the name of its source
        draft.constraint.source = ctx_.span(range_var.location());
        draft.constraint.name_is_predicted = false;  // it keeps its name, however it got it
        constraints.push_back(std::move(draft));
      }
    }
  }
  likes_.push_back({source, options});
}

// ---- making

void TableDraft::commit() {
  if (Table* table = ctx_.catalog.find<Table>(table_)) {
    table->own_not_null.insert(copied_not_null_.begin(), copied_not_null_.end());
  }
  for (ColumnDraft& draft : columns) commit_column(draft);
  for (const ConstraintDraft& draft : constraints) {
    if (draft.constraint.type != ConstraintType::check) continue;
    commit_constraint(draft);
  }
  // The primary key's index comes first; of two equal indexes only one is made.
  std::vector<const ConstraintDraft*> indexes;
  for (const bool primary : {true, false}) {
    for (ConstraintDraft& draft : constraints) {
      Constraint& constraint = draft.constraint;
      if (!makes_index(constraint.type)) continue;
      if ((constraint.type == ConstraintType::primary_key) != primary) continue;
      if (primary) {
        const bool second =
            std::any_of(indexes.begin(), indexes.end(), [](const ConstraintDraft* d) {
              return d->constraint.type == ConstraintType::primary_key;
            });
        // A partition may have one of its own besides its parent's: pg_dump attaches them later.
        const Constraint* other = ctx_.assembly().primary_key(table_);
        if (second || (other != nullptr && other->id.container(Kind::table) == table_)) {
          ctx_.diagnostics().error(constraint.source,
                                   fmt::format("multiple primary keys for {}", describe(table_)));
          continue;
        }
      }
      const auto same = std::find_if(indexes.begin(), indexes.end(), [&](const ConstraintDraft* d) {
        return same_index(d->constraint, constraint);
      });
      if (same != indexes.end()) {
        // The one that is kept takes the other's name if it has none.
        if ((*same)->constraint.name_is_predicted && !constraint.name_is_predicted) {
          for (ConstraintDraft& kept : constraints) {
            if (&kept != *same) continue;
            kept.constraint.id.sub = constraint.id.sub;
            kept.constraint.name_is_predicted = false;
          }
        }
        continue;
      }
      indexes.push_back(&draft);
    }
  }
  for (const ConstraintDraft* draft : indexes) commit_constraint(*draft);
  for (const ConstraintDraft& draft : constraints) {
    if (draft.constraint.type != ConstraintType::foreign_key) continue;
    commit_constraint(draft);
  }
  for (const Like& like : likes_) commit_like_indexes(like);
}

void TableDraft::commit_column(ColumnDraft& draft) {
  CatalogAssembly& assembly = ctx_.assembly();
  Column& column = draft.column;
  const ObjectId id = column.id;
  TypeRef type = column.type;
  if (draft.inherited) {
    // Only what the partition says on top of what it inherits.
    const Column* inherited = assembly.column(table_, id.sub);
    if (inherited == nullptr) {
      ctx_.diagnostics().error(column.source,
                               fmt::format("column {} does not exist", quote(id.sub)));
      return;
    }
    type = inherited->type;
    if (Column* own = ctx_.catalog.find<Column>(id)) {
      own->not_null = own->not_null || column.not_null;
      if (column.not_null) own->not_null_constraint = column.not_null_constraint;
      if (column.generated) own->generated = column.generated;
    } else if (column.not_null || column.generated) {
      ColumnOverride& override = assembly.shape(table_).overrides[id.sub];
      if (column.not_null) override.not_null = true;
      if (column.not_null) override.not_null_constraint = column.not_null_constraint;
      override.generated = column.generated;
    }
  } else {
    const bool unlogged_sequences = ctx_.names.system().server_version >= 150000;
    const Table* table = ctx_.catalog.find<Table>(table_);
    const Persistence persistence =
        unlogged_sequences && table != nullptr ? table->persistence : Persistence::permanent;
    const Owner* owner = ctx_.catalog.find<Owner>(table_.owned());  // ALTER TABLE … ADD COLUMN
    column.position = static_cast<int>(assembly.shape(table_).columns.size()) + 1;
    if (draft.serial) {
      Sequence sequence;
      const Identifier name = assembly.choose_relation_name(table_.schema, table_.name.str(),
                                                            id.sub.str(), "seq", false);
      sequence.id = object_id(Kind::sequence, table_.schema, name);
      sequence.source = column.source;
      sequence.data_type = column.type;
      sequence.options = new_sequence(column.type).options;
      sequence.persistence = persistence;
      sequence.owned_by = id;
      SqlExpression value;
      value.text = "nextval(" + quote_literal(qualified_name(sequence.id)) + "::regclass)";
      value.source = column.source;
      draft.default_value = std::move(value);
      if (owner != nullptr) assembly.access.made_for(sequence.id, owner, column.source);
      ctx_.add(std::move(sequence));
    }
    if (column.identity) {
      const QualifiedName& given = column.identity->sequence;
      const Identifier name = !given.empty()
                                  ? given.name
                                  : assembly.choose_relation_name(table_.schema, table_.name.str(),
                                                                  id.sub.str(), "seq", false);
      assembly.claim_relation(given.empty() ? table_.schema : given.schema, name, id);
      if (owner != nullptr) {
        assembly.access.made_for(id.with_sub(Kind::sequence, id.sub), owner, column.source);
      }
    }
    if (ctx_.add(std::move(column))) assembly.shape(table_).columns.push_back(id.sub);
  }
  if (!draft.default_value) return;
  const ObjectId default_id = id.with_sub(Kind::column_default, id.sub);
  ctx_.catalog.erase(default_id);
  if (is_no_default(*draft.default_value, type)) {
    if (!parents.empty()) {
      ctx_.assembly().say_no_default(table_, id.sub, draft.default_value->source);
    }
    return;
  }
  ColumnDefault value;
  value.id = default_id;
  value.source = draft.default_value->source;
  value.expression = std::move(*draft.default_value);
  ctx_.add(std::move(value));
}

Identifier TableDraft::predicted_name(const ConstraintDraft& draft) const {
  const Constraint& constraint = draft.constraint;
  const CatalogAssembly& assembly = ctx_.assembly();
  const Identifier schema = table_.schema;
  const std::string& table = table_.name.str();
  std::vector<std::string> names;
  for (const Identifier column : constraint.columns) names.push_back(column.str());
  switch (constraint.type) {
    case ConstraintType::check: {
      const std::vector<Identifier> used = used_columns(draft.expression);
      // The whole row counts as one more, which has no name.
      const bool named =
          used.size() == 1 && (is_known_column(used[0]) || is_system_column(used[0]));
      return assembly.choose_constraint_name(schema, table, named ? used[0].str() : "", "check");
    }
    case ConstraintType::foreign_key: {
      // Its names may repeat, and are cut as a whole.
      std::string addition;
      for (const std::string& name : names) {
        if (!addition.empty()) addition += "_";
        addition += name;
        if (addition.size() > kMaxIdentifierBytes) break;
      }
      return assembly.choose_constraint_name(schema, table, addition, "fkey");
    }
    case ConstraintType::primary_key:
    case ConstraintType::unique:
    case ConstraintType::exclusion:
      break;
  }
  Constraint key = constraint;
  key.id = table_.with_sub(Kind::constraint, {});
  return assembly.choose_key_name(key, draft.index_columns);
}

ObjectId TableDraft::commit_constraint(const ConstraintDraft& draft) {
  Constraint constraint = draft.constraint;
  if (constraint.name_is_predicted) {
    // What is there already has its name.
    if (makes_index(constraint.type) && constraint.type != ConstraintType::primary_key) {
      ctx_.assembly().name_parts(table_);
    }
    Identifier name = predicted_name(draft);
    if (makes_index(constraint.type) && ctx_.assembly().name_parts_cut_like(table_.schema, name)) {
      name = predicted_name(draft);
    }
    constraint.id = table_.with_sub(Kind::constraint, name);
  }
  if (!draft.index_columns.empty()) {
    ctx_.assembly().index_columns(constraint.id) = draft.index_columns;
  }
  const ObjectId id = constraint.id;
  add_constraint(std::move(constraint));
  return id;
}

void TableDraft::add_constraint(Constraint constraint) {
  CatalogAssembly& assembly = ctx_.assembly();
  const ObjectId id = constraint.id;
  const ConstraintType type = constraint.type;
  const std::vector<Identifier> key = constraint.columns;
  if (makes_index(type)) {
    const ObjectId other = assembly.relation(id.schema, id.sub);
    if (other.known()) {
      const ObjectBase* first = ctx_.catalog.find_base(other);
      ctx_.diagnostics().error(
          constraint.source,
          fmt::format("the index of {} would have the name of {}", describe(id), describe(other)),
          first != nullptr
              ? fmt::format("that is declared at {}", assembly.sources.place(first->source))
              : "");
      return;
    }
  }
  if (!ctx_.add(std::move(constraint))) return;
  assembly.shape(table_).constraints.push_back(id);
  if (makes_index(type)) assembly.claim_relation(id.schema, id.sub, id);
  if (type == ConstraintType::primary_key) require_not_null(ctx_, table_, key, is_new_);
}

void TableDraft::commit_like_indexes(const Like& like) {
  CatalogAssembly& assembly = ctx_.assembly();
  Catalog& catalog = ctx_.catalog;
  const auto copy_comment = [&](const ObjectId& from, const ObjectId& to) {
    const Comment* comment = catalog.find<Comment>(from.commented());
    if (comment == nullptr || !(like.options & kLikeComments)) return;
    Comment copy = *comment;
    copy.id = to.commented();
    copy.source = ctx_.span();
    ctx_.add(std::move(copy));
  };
  if (like.options & kLikeIndexes) {
    std::vector<Constraint> keys;
    if (const TableShape* shape = assembly.find_shape(like.source)) {
      for (const ObjectId& id : shape->constraints) {
        const Constraint* from = catalog.find<Constraint>(id);
        if (from != nullptr && makes_index(from->type)) keys.push_back(*from);
      }
    }
    for (Constraint& key : keys) {
      ConstraintDraft draft;
      draft.index_columns = assembly.index_columns(key.id);
      const ObjectId from = key.id;
      key.id = table_.with_sub(Kind::constraint, {});
      key.name_is_predicted = true;
      key.clustered = false;
      key.source = ctx_.span();
      draft.constraint = std::move(key);
      const ObjectId copy = commit_constraint(draft);
      copy_comment(object_id(Kind::index, from.schema, from.sub),
                   object_id(Kind::index, copy.schema, copy.sub));
    }
    std::vector<Index> indexes;
    for (const auto& [id, index] : catalog.objects<Index>()) {
      if (index.table == like.source) indexes.push_back(index);
    }
    std::sort(indexes.begin(), indexes.end(),
              [](const Index& a, const Index& b) { return a.source.offset < b.source.offset; });
    for (Index& index : indexes) {
      const std::vector<std::string> names = assembly.index_columns(index.id);
      const ObjectId from = index.id;
      index.table = table_;
      index.clustered = false;
      index.attached_to.reset();
      index.source = ctx_.span();
      index.name_is_predicted = true;
      index.id = object_id(Kind::index, table_.schema,
                           assembly.choose_relation_name(table_.schema, table_.name.str(),
                                                         index_name_addition(names), "idx", false));
      assembly.index_columns(index.id) = names;
      const ObjectId id = index.id;
      copy_comment(from, id);
      if (ctx_.add(std::move(index))) assembly.shape(table_).indexes.push_back(id);
    }
  }
  if (like.options & kLikeStatistics) {
    std::vector<Statistics> all;
    for (const auto& [id, statistics] : catalog.objects<Statistics>()) {
      if (statistics.table == like.source) all.push_back(statistics);
    }
    std::sort(all.begin(), all.end(), [](const Statistics& a, const Statistics& b) {
      return a.source.offset < b.source.offset;
    });
    for (Statistics& statistics : all) {
      std::string columns;
      // In the order of the table's columns.
      for (const Identifier column : assembly.columns(like.source)) {
        if (std::find(statistics.columns.begin(), statistics.columns.end(), column) ==
            statistics.columns.end()) {
          continue;
        }
        columns += (columns.empty() ? "" : "_") + column.str();
      }
      for (size_t i = 0; i < statistics.expressions.size(); ++i) {
        columns += columns.empty() ? "expr" : "_expr";
      }
      std::string name = table_.name.str() + "_" + columns + "_stat";
      name = truncate_identifier(name);
      const ObjectId from = statistics.id;
      statistics.table = table_;
      statistics.id = object_id(Kind::statistics, table_.schema, name);
      statistics.source = ctx_.span();
      statistics.target = -1;
      copy_comment(from, statistics.id);
      ctx_.add(std::move(statistics));
    }
  }
  for (const Identifier name : assembly.columns(like.source)) {
    copy_comment(like.source.with_sub(Kind::column, name), table_.with_sub(Kind::column, name));
  }
  for (const ConstraintDraft& draft : constraints) {
    const Identifier name = draft.constraint.id.sub;
    if (!name.empty()) {
      copy_comment(like.source.with_sub(Kind::constraint, name), draft.constraint.id);
    }
  }
}

}  // namespace schemadiff
