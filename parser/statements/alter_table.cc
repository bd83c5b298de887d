// ALTER TABLE, INDEX, VIEW, MATERIALIZED VIEW, SEQUENCE: subcommands fold into the model.
#include <fmt/format.h>

#include <algorithm>

#include "engine/base/text.h"
#include "engine/model/ancestors.h"
#include "parser/catalog_assembly.h"
#include "parser/statements/collation_of.h"
#include "parser/statements/foreign_options.h"
#include "parser/statements/index_parts.h"
#include "parser/statements/partition_bound.h"
#include "parser/statements/statements.h"
#include "parser/statements/table_draft.h"

namespace schemadiff {
namespace {

void set_options(StorageOptions& options, const NodeList& changes) {
  for (auto& [name, value] : storage_options(changes)) options.set(name, value);
}
void reset_options(StorageOptions& options, const NodeList& names) {
  for (const auto& [name, value] : storage_options(names)) options.reset(name);
}

// Takes something away, and so nothing from what is declared further down.
bool takes_away(const Node& command) {
  static constexpr std::string_view kSubtypes[] = {
      "AT_DropConstraint", "AT_DropColumn",         "AT_DropNotNull",        "AT_DropExpression",
      "AT_DropIdentity",   "AT_DisableRowSecurity", "AT_NoForceRowSecurity", "AT_DropInherit",
      "AT_DropOf",         "AT_DropCluster",        "AT_ResetRelOptions",    "AT_ResetOptions",
      "AT_DetachPartition"};
  const std::string_view subtype = command.str("subtype");
  if (subtype == "AT_ColumnDefault") return !command.has("def");
  return std::find(std::begin(kSubtypes), std::end(kSubtypes), subtype) != std::end(kSubtypes);
}

// One subcommand on one object.
class AlterCommand {
 public:
  // `token`: where the subcommand begins.
  AlterCommand(StatementContext& ctx, const ObjectId& id, const Node& command, size_t position)
      : ctx_(ctx),
        id_(id),
        command_(command),
        position_(position),
        subtype_(command.str("subtype")),
        name_(command.str("name")),
        only_(!ctx.statement.child("relation").boolean("inh")) {}

  void run() {
    if (any_object()) return;
    switch (id_.kind) {
      case Kind::table:
        if (table()) return;
        break;
      case Kind::view:
      case Kind::materialized_view:
        if (cluster() || materialized_column() || alter_view_command(ctx_, command_)) return;
        break;
      case Kind::index:
        if (index()) return;
        break;
      case Kind::constraint:
        if (constraint_index()) return;
        break;
      case Kind::sequence:
        if (sequence()) return;
        break;
      default:
        break;
    }
    ctx_.error(fmt::format("{} on {} is not known to this build", words(), describe(id_)));
  }

 private:
  // "AT_SetStatistics" -> "ALTER … (SetStatistics)".
  std::string words() const {
    return fmt::format("ALTER ... ({})",
                       subtype_.starts_with("AT_") ? subtype_.substr(3) : subtype_);
  }

  // Of SET STATISTICS. The tree does not tell -1 from 0 (parser/negative_integers.h).
  int statistics_target() const {
    const Node target = command_.child("def");
    if (!target || ctx_.token_is(ctx_.find_at_depth(token(), {"-", ","}), "-")) return -1;
    return static_cast<int>(target.integer("ival"));
  }

  CatalogAssembly& assembly() { return ctx_.assembly(); }
  Table& table_object() { return *ctx_.catalog.find<Table>(id_); }

  // First token of the subcommand.
  size_t token() const {
    const Node range_var = ctx_.statement.child("relation");
    size_t at = ctx_.token_at(range_var.location()) + 1;
    while (ctx_.token_is(at, ".")) at += 2;
    if (ctx_.token_is(at, ")") || ctx_.token_is(at, "*")) ++at;
    for (size_t i = 0; i < position_; ++i) at = ctx_.find_at_depth(at, {","}) + 1;
    return at;
  }

  bool any_object() {
    if (subtype_ == "AT_ChangeOwner") {
      declare_owner(ctx_, id_, command_.child("newowner"));
      return true;
    }
    return false;
  }

  bool cluster() {
    if (subtype_ == "AT_DropCluster") {
      for (auto& [id, index] : ctx_.catalog.objects<Index>()) {
        if (index.table == id_) index.clustered = false;
      }
      for (auto& [id, constraint] : ctx_.catalog.objects<Constraint>()) {
        if (id.schema == id_.schema && id.name == id_.name) constraint.clustered = false;
      }
      return true;
    }
    if (subtype_ != "AT_ClusterOn") return false;
    const ObjectId target = assembly().relation_or_part(id_.schema, name_);
    Index* index = ctx_.catalog.find<Index>(target);
    Constraint* constraint = ctx_.catalog.find<Constraint>(target);
    if (index == nullptr && constraint == nullptr) {
      ctx_.missing(ctx_.begin(), fmt::format("index {} does not exist", quote(name_)));
      return true;
    }
    for (auto& [id, other] : ctx_.catalog.objects<Index>()) {
      if (other.table == id_) other.clustered = false;
    }
    if (index != nullptr) index->clustered = true;
    if (constraint != nullptr) constraint->clustered = true;
    return true;
  }

  void set_index_statistics(Index& index) const {
    const std::string number = std::to_string(command_.integer("num"));
    std::erase_if(index.statistics, [&](const auto& entry) { return entry.first == number; });
    const int64_t target = statistics_target();
    if (target >= 0) index.statistics.emplace_back(number, std::to_string(target));
    std::sort(index.statistics.begin(), index.statistics.end());
  }

  bool index() {
    Index& index = *ctx_.catalog.find<Index>(id_);
    if (subtype_ == "AT_SetRelOptions") {
      set_options(index.options, command_.list("def"));
    } else if (subtype_ == "AT_ResetRelOptions") {
      reset_options(index.options, command_.list("def"));
    } else if (subtype_ == "AT_SetTableSpace") {
      assembly().parts_below(id_);  // those that are there stay where they are
      index.tablespace = name_ == Identifier("pg_default") ? Identifier() : name_;
    } else if (subtype_ == "AT_AttachPartition") {
      attach_index();
    } else if (subtype_ == "AT_SetStatistics") {
      set_index_statistics(index);
      if (only_) return true;
      for (const ObjectId& part : assembly().parts_below(id_)) {
        if (Index* below = ctx_.catalog.find<Index>(part)) set_index_statistics(*below);
      }
    } else {
      return false;
    }
    return true;
  }

  // The index of a constraint goes by the constraint.
  bool constraint_index() {
    Constraint& constraint = *ctx_.catalog.find<Constraint>(id_);
    if (subtype_ == "AT_SetRelOptions") {
      set_options(constraint.options, command_.list("def"));
    } else if (subtype_ == "AT_ResetRelOptions") {
      reset_options(constraint.options, command_.list("def"));
    } else if (subtype_ == "AT_SetTableSpace") {
      assembly().parts_below(id_);
      constraint.tablespace = name_ == Identifier("pg_default") ? Identifier() : name_;
    } else if (subtype_ == "AT_AttachPartition") {
      attach_index();
    } else {
      return false;
    }
    return true;
  }

  void attach_index() {
    const ObjectId part = ctx_.relation(command_.child("def").child("name"));
    if (!part.known()) return;
    if (part.kind == Kind::index) {
      ctx_.catalog.find<Index>(part)->attached_to = id_;
    } else if (part.kind == Kind::constraint) {
      ctx_.catalog.find<Constraint>(part)->attached_to = id_;
    } else {
      ctx_.error(fmt::format("{} is not an index", describe(part)));
    }
  }

  bool materialized_column() {
    static constexpr std::string_view kSubtypes[] = {"AT_SetStatistics", "AT_SetStorage",
                                                     "AT_SetCompression", "AT_SetOptions",
                                                     "AT_ResetOptions"};
    MaterializedView* view = ctx_.catalog.find<MaterializedView>(id_);
    if (view == nullptr ||
        std::find(std::begin(kSubtypes), std::end(kSubtypes), subtype_) == std::end(kSubtypes)) {
      return false;
    }
    MaterializedViewColumn& column = view->column_settings.of(name_);
    if (subtype_ == "AT_SetStatistics") {
      column.statistics_target = statistics_target();
    } else if (subtype_ == "AT_SetStorage") {
      const std::string storage = uppered(command_.child("def").sval());
      column.storage = storage == "DEFAULT" ? "" : storage;
    } else if (subtype_ == "AT_SetCompression") {
      const std::string_view word = command_.child("def").sval();
      column.compression = word == "default" ? "" : word;
    } else if (subtype_ == "AT_SetOptions") {
      set_options(column.options, command_.list("def"));
    } else {
      reset_options(column.options, command_.list("def"));
    }
    return true;
  }

  bool sequence() {
    Sequence& sequence = *ctx_.catalog.find<Sequence>(id_);
    if (subtype_ == "AT_SetLogged") {
      sequence.persistence = Persistence::permanent;
    } else if (subtype_ == "AT_SetUnLogged") {
      sequence.persistence = Persistence::unlogged;
    } else {
      return false;
    }
    return true;
  }

  // ---- tables

  bool table() {
    if (cluster() || table_options() || table_columns() || table_constraints() ||
        table_triggers() || table_parents()) {
      return true;
    }
    return false;
  }

  bool table_options() {
    Table& table = table_object();
    if (subtype_ == "AT_SetRelOptions") {
      set_options(table.options, command_.list("def"));
    } else if (subtype_ == "AT_ResetRelOptions") {
      reset_options(table.options, command_.list("def"));
    } else if (subtype_ == "AT_GenericOptions") {
      change_foreign_options(ctx_, command_.list("def"), table.foreign_options);
    } else if (subtype_ == "AT_SetLogged") {
      table.persistence = Persistence::permanent;
    } else if (subtype_ == "AT_SetUnLogged") {
      table.persistence = Persistence::unlogged;
    } else if (subtype_ == "AT_SetAccessMethod") {
      const bool usual = name_ == Identifier("heap") || name_ == Identifier("default");
      table.access_method = usual ? Identifier() : name_;
    } else if (subtype_ == "AT_SetTableSpace") {
      table.tablespace = name_ == Identifier("pg_default") ? Identifier() : name_;
    } else if (subtype_ == "AT_EnableRowSecurity") {
      table.row_security = true;
    } else if (subtype_ == "AT_DisableRowSecurity") {
      table.row_security = false;
    } else if (subtype_ == "AT_ForceRowSecurity") {
      table.force_row_security = true;
    } else if (subtype_ == "AT_NoForceRowSecurity") {
      table.force_row_security = false;
    } else if (subtype_ == "AT_ReplicaIdentity") {
      const Node def = command_.child("def");
      const std::string_view kind = def.str("identity_type");
      ReplicaIdentity identity;
      identity.kind =
          kind.empty() ? ReplicaIdentityKind::default_ : static_cast<ReplicaIdentityKind>(kind[0]);
      if (identity.kind == ReplicaIdentityKind::index) {
        identity.index = def.str("name");
        if (!assembly().relation_or_part(id_.schema, identity.index).known()) {
          ctx_.missing(ctx_.begin(), fmt::format("index {} does not exist", quote(identity.index)));
          return true;
        }
      }
      table.replica_identity = identity;
    } else {
      return false;
    }
    return true;
  }

  // The column that the subcommand names; nullptr: said already, or inherited.
  Column* column() {
    Column* own = ctx_.catalog.find<Column>(id_.with_sub(Kind::column, name_));
    if (own != nullptr) return own;
    if (check_column(ctx_, id_, name_, ctx_.begin())) inherited_ = true;
    return nullptr;
  }
  void say_inherited() {
    if (!inherited_) return;
    ctx_.warning(ctx_.begin(), fmt::format("column {} of {} is inherited: {} on the child alone is "
                                           "not compared by this build yet",
                                           quote(name_), describe(id_), words()));
  }
  // What the child says of a column that it inherits.
  ColumnOverride& own_words(const ObjectId& table) {
    return assembly().shape(table).overrides[name_];
  }
  // The column in all children that are there already; nullptr: merely inherited.
  template <class Visit>
  void for_each_child(Visit visit) {
    for_each_child(name_, visit);
  }
  template <class Visit>
  void for_each_child(Identifier column, Visit visit) {
    for (const ObjectId& child : assembly().descendants(id_)) {
      visit(ctx_.catalog.find<Column>(child.with_sub(Kind::column, column)),
            assembly().shape(child).overrides[column]);
    }
  }
  void drop_not_null_in_children(Identifier column) {
    if (only_) return;
    for_each_child(column, [](Column* own, ColumnOverride& override) {
      if (own != nullptr) {
        own->not_null = false;
        own->not_null_constraint = {};
      }
      override.not_null.reset();
    });
  }

  void set_storage() {
    const Column* before = assembly().column(id_, name_);
    if (before == nullptr) {
      column();
      return;
    }
    const std::string old = before->storage;
    const std::string storage = storage_unless_default(command_.child("def").sval(), before->type);
    if (Column* found = column()) {
      found->storage = storage;
    } else if (inherited_) {
      own_words(id_).storage = storage;
    }
    for_each_child([&](Column* own, ColumnOverride& override) {
      if (own != nullptr) {
        if (!only_) own->storage = storage;
      } else if (!only_) {
        override.storage = storage;
      } else if (!override.storage) {
        override.storage = old;
      }
    });
  }

  bool table_columns() {
    if (subtype_ == "AT_AddColumn") {
      add_column();
    } else if (subtype_ == "AT_DropColumn") {
      const ObjectId target = id_.with_sub(Kind::column, name_);
      if (ctx_.catalog.find<Column>(target) != nullptr) {
        ctx_.remove(target);
      } else if (!command_.boolean("missing_ok")) {
        check_column(ctx_, id_, name_, ctx_.begin());
      }
    } else if (subtype_ == "AT_ColumnDefault") {
      column_default();
    } else if (subtype_ == "AT_SetNotNull" || subtype_ == "AT_DropNotNull") {
      const bool not_null = subtype_ == "AT_SetNotNull";
      if (Column* found = column()) {
        if (found->not_null != not_null) found->not_null_constraint = {};
        if (!not_null) found->not_null = false;
      } else if (inherited_) {
        own_words(id_).not_null_constraint = {};
        if (!not_null) own_words(id_).not_null = false;
      }
      if (not_null) {
        require_not_null(ctx_, id_, {name_}, false);
      } else {
        drop_not_null_in_children(name_);
      }
    } else if (subtype_ == "AT_AlterColumnType") {
      column_type();
    } else if (subtype_ == "AT_SetStatistics") {
      const int target = statistics_target();
      if (Column* found = column()) {
        found->statistics_target = target;
      } else if (inherited_) {
        own_words(id_).statistics_target = target;
      }
      if (only_) return true;
      for_each_child([&](Column* own, ColumnOverride& override) {
        (own != nullptr ? own->statistics_target : override.statistics_target.emplace()) = target;
      });
    } else if (subtype_ == "AT_AlterColumnGenericOptions") {
      if (Column* found = column()) {
        change_foreign_options(ctx_, command_.list("def"), found->foreign_options);
      }
    } else if (subtype_ == "AT_SetStorage") {
      set_storage();
    } else if (subtype_ == "AT_SetCompression") {
      const std::string_view word = command_.child("def").sval();
      const std::string compression = word == "default" ? "" : std::string(word);
      const Column* before = assembly().column(id_, name_);
      const std::string old = before == nullptr ? "" : before->compression;
      if (Column* found = column()) {
        found->compression = compression;
      } else if (inherited_) {
        own_words(id_).compression = compression;
      }
      // Children that are there already keep what they have.
      for_each_child([&](Column* own, ColumnOverride& override) {
        if (own == nullptr && !override.compression) override.compression = old;
      });
    } else if (subtype_ == "AT_SetOptions" || subtype_ == "AT_ResetOptions") {
      StorageOptions* options = nullptr;
      if (Column* found = column()) {
        options = &found->options;
      } else if (inherited_) {
        std::optional<StorageOptions>& own = own_words(id_).options;
        options = own ? &*own : &own.emplace();
      }
      if (options == nullptr) return true;
      if (subtype_ == "AT_SetOptions") {
        set_options(*options, command_.list("def"));
      } else {
        reset_options(*options, command_.list("def"));
      }
    } else if (subtype_ == "AT_AddIdentity" || subtype_ == "AT_SetIdentity") {
      identity();
    } else if (subtype_ == "AT_DropIdentity") {
      if (Column* found = column()) {
        if (found->identity) assembly().release_relation(found->id);
        found->identity.reset();
      }
    } else if (subtype_ == "AT_DropExpression") {
      if (Column* found = column()) found->generated.reset();
    } else if (subtype_ == "AT_SetExpression") {
      Column* found = column();
      if (found != nullptr && found->generated) {
        found->generated->expression =
            ctx_.parenthesised(static_cast<int>(ctx_.tokens()[token()].begin));
      }
    } else {
      return false;
    }
    return true;
  }

  void add_column() {
    const Node definition = command_.child("def");
    const ObjectId target = id_.with_sub(Kind::column, definition.str("colname"));
    if (const Column* there = ctx_.catalog.find<Column>(target)) {
      if (command_.boolean("missing_ok")) {
        ctx_.note(definition.location(),
                  fmt::format("{} exists already: skipped", describe(target)));
      } else {
        ctx_.error(definition.location(), fmt::format("{} exists already", describe(target)),
                   fmt::format("it is declared at {}", assembly().sources.place(there->source)));
      }
      return;
    }
    TableDraft draft(ctx_, id_, false);
    draft.read_column(definition);
    if (draft.ready()) draft.commit();
  }

  void column_default() {
    const ObjectId target = id_.with_sub(Kind::column_default, name_);
    if (!check_column(ctx_, id_, name_, ctx_.begin())) return;
    const bool is_child = !parents_of(table_object()).empty();
    const auto say_none = [&] {
      ctx_.catalog.erase(target);
      if (is_child) assembly().say_no_default(id_, name_, ctx_.span());
    };
    if (only_) assembly().change_default_only_here(id_, name_, ctx_.span());
    if (!command_.has("def")) return say_none();
    // ALTER [COLUMN] name SET DEFAULT expression
    const size_t keyword = ctx_.find_at_depth(token(), {"default"});
    const size_t end = ctx_.find_at_depth(keyword + 1, {","});
    ColumnDefault value;
    value.id = target;
    value.expression = ctx_.expression_of_tokens(keyword + 1, end);
    value.source = value.expression.source;
    ctx_.catalog.erase(target);
    const Column* column = assembly().column(id_, name_);
    if (column != nullptr && is_no_default(value.expression, column->type)) return say_none();
    ctx_.add(std::move(value));
  }

  void column_type() {
    Column* found = column();
    if (found == nullptr) return say_inherited();
    const Node definition = command_.child("def");
    const Node type_name = definition.child("typeName");
    const TypeName type = ctx_.type(type_name);
    if (type.type.empty()) return;
    QualifiedName collation;
    if (const Node clause = definition.child("collClause")) {
      collation = ctx_.collation(clause);
      if (collation == collation_of_type(ctx_, type_name)) collation = {};
    }
    if (ctx_.must_wait()) return;
    found->type = type.type;
    found->collation = collation;
  }

  void identity() {
    Column* found = column();
    if (found == nullptr) return say_inherited();
    if (subtype_ == "AT_AddIdentity") {
      const Node def = command_.child("def");
      Identity identity;
      identity.always = def.str("generated_when") != "d";
      SequenceDraft sequence = new_sequence(found->type);
      if (!read_sequence_options(ctx_, def.list("options"), true, sequence)) return;
      identity.options = sequence.options;
      identity.sequence = sequence.name;
      const Identifier name = !sequence.name.empty()
                                  ? sequence.name.name
                                  : assembly().choose_relation_name(id_.schema, id_.name.str(),
                                                                    name_.str(), "seq", false);
      const Identifier schema = sequence.name.empty() ? id_.schema : sequence.name.schema;
      assembly().claim_relation(schema, name, found->id);
      found->identity = std::move(identity);
      assembly().access.made_for(found->id.with_sub(Kind::sequence, name_),
                                 ctx_.catalog.find<Owner>(id_.owned()), ctx_.span());
      return;
    }
    if (!found->identity) {
      ctx_.missing(ctx_.begin(), fmt::format("{} is not an identity column", describe(found->id)));
      return;
    }
    // SET GENERATED …, SET sequence_option: by the data type of the sequence, the column's.
    SequenceDraft sequence = new_sequence(found->type);
    sequence.options = found->identity->options;
    bool always = found->identity->always;
    for (const Node option : command_.list("def")) {
      if (option.str("defname") == "generated") {
        always = option.child("arg").integer("ival") == 'a';
      }
    }
    if (!read_sequence_options(ctx_, command_.list("def"), false, sequence)) return;
    found->identity->always = always;
    found->identity->options = sequence.options;
  }

  bool table_constraints() {
    if (subtype_ == "AT_AddConstraint") {
      const Node constraint = command_.child("def");
      if (constraint.has("indexname")) {
        add_constraint_using_index(constraint);
        return true;
      }
      TableDraft draft(ctx_, id_, false);
      draft.read_constraint(constraint);
      if (!draft.ready()) return true;
      const size_t before = assembly().shape(id_).constraints.size();
      draft.commit();
      const std::vector<ObjectId>& all = assembly().shape(id_).constraints;
      for (size_t i = before; only_ && i < all.size(); ++i) assembly().add_only_here(all[i]);
    } else if (subtype_ == "AT_DropConstraint") {
      const ObjectId target = id_.with_sub(Kind::constraint, name_);
      if (ctx_.catalog.find<Constraint>(target) != nullptr) {
        ctx_.remove(target);
      } else if (Column* column = not_null_named(assembly(), id_, name_)) {
        column->not_null = false;
        column->not_null_constraint = {};
        drop_not_null_in_children(column->id.sub);
      } else if (!command_.boolean("missing_ok")) {
        ctx_.missing(ctx_.begin(), fmt::format("{} does not exist", describe(target)));
      }
    } else if (subtype_ == "AT_ValidateConstraint" || subtype_ == "AT_AlterConstraint") {
      const Node def = command_.child("def");
      const Identifier name = subtype_ == "AT_ValidateConstraint" ? name_ : def.str("conname");
      const ObjectId target = id_.with_sub(Kind::constraint, name);
      Constraint* constraint = ctx_.catalog.find<Constraint>(target);
      if (Column* column =
              constraint == nullptr ? not_null_named(assembly(), id_, name) : nullptr) {
        NotNullConstraint& not_null = column->not_null_constraint;
        if (subtype_ == "AT_ValidateConstraint") not_null.validated = true;
        if (def.boolean("alterInheritability")) not_null.no_inherit = def.boolean("noinherit");
      } else if (constraint == nullptr) {
        const bool inherited =
            subtype_ == "AT_ValidateConstraint" && assembly().validate_inherited(id_, name);
        if (!inherited) {
          ctx_.missing(ctx_.begin(), fmt::format("{} does not exist", describe(target)));
        }
      } else if (subtype_ == "AT_ValidateConstraint") {
        constraint->validated = true;
      } else {
        constraint->deferrable = def.boolean("deferrable") || def.boolean("initdeferred");
        constraint->initially_deferred = def.boolean("initdeferred");
      }
    } else {
      return false;
    }
    return true;
  }

  void add_constraint_using_index(const Node& node) {
    const Identifier index_name = node.str("indexname");
    const ObjectId index_id = object_id(Kind::index, id_.schema, index_name);
    const Index* index = ctx_.catalog.find<Index>(index_id);
    if (index == nullptr) {
      ctx_.missing(node.location(), fmt::format("index {} does not exist", quote(index_name)));
      return;
    }
    Constraint constraint;
    const Identifier name = node.str("conname");
    constraint.id = id_.with_sub(Kind::constraint, name.empty() ? index_name : name);
    constraint.source = ctx_.span(node.location());
    constraint.type = node.str("contype") == "CONSTR_PRIMARY" ? ConstraintType::primary_key
                                                              : ConstraintType::unique;
    for (const IndexElement& element : index->elements) {
      if (element.column.empty()) {
        ctx_.error(node.location(), fmt::format("index {} has expressions", quote(index_name)));
        return;
      }
      constraint.columns.push_back(element.column);
    }
    constraint.include = index->include;
    constraint.options = index->options;
    constraint.tablespace = index->tablespace;
    constraint.clustered = index->clustered;
    constraint.nulls_not_distinct = index->nulls_not_distinct;
    constraint.deferrable = node.boolean("deferrable") || node.boolean("initdeferred");
    constraint.initially_deferred = node.boolean("initdeferred");
    const bool primary = constraint.type == ConstraintType::primary_key;
    const std::vector<Identifier> columns = constraint.columns;
    const ObjectId constraint_id = constraint.id;
    ctx_.remove(index_id);
    if (!ctx_.add(std::move(constraint))) return;
    assembly().shape(id_).constraints.push_back(constraint_id);
    assembly().claim_relation(id_.schema, constraint_id.sub, constraint_id);
    if (primary) require_not_null(ctx_, id_, columns, false);
  }

  bool table_triggers() {
    struct Enabling {
      std::string_view subtype;
      char state;
    };
    static constexpr Enabling kTriggers[] = {
        {"AT_EnableTrig", 'O'},     {"AT_EnableAlwaysTrig", 'A'}, {"AT_EnableReplicaTrig", 'R'},
        {"AT_DisableTrig", 'D'},    {"AT_EnableTrigAll", 'O'},    {"AT_DisableTrigAll", 'D'},
        {"AT_EnableTrigUser", 'O'}, {"AT_DisableTrigUser", 'D'},
    };
    static constexpr Enabling kRules[] = {{"AT_EnableRule", 'O'},
                                          {"AT_EnableAlwaysRule", 'A'},
                                          {"AT_EnableReplicaRule", 'R'},
                                          {"AT_DisableRule", 'D'}};
    for (const Enabling& enabling : kTriggers) {
      if (enabling.subtype != subtype_) continue;
      const auto state = static_cast<TriggerState>(enabling.state);
      if (subtype_.ends_with("All") || subtype_.ends_with("User")) {
        std::vector<ObjectId> switched;
        for (auto& [id, trigger] : ctx_.catalog.objects<Trigger>()) {
          if (trigger.relation == id_) switched.push_back(id);
          const ObjectId clone = id_.with_sub(Kind::trigger, id.sub);
          if (assembly().clones_trigger(clone)) switched.push_back(clone);
        }
        for (const ObjectId& id : switched)
          assembly().switch_trigger(id, state, only_, ctx_.span());
        return true;
      }
      const ObjectId id = id_.with_sub(Kind::trigger, name_);
      if (ctx_.catalog.contains(id) || assembly().clones_trigger(id)) {
        assembly().switch_trigger(id, state, only_, ctx_.span());
      } else {
        ctx_.missing(ctx_.begin(),
                     fmt::format("trigger {} of {} does not exist", quote(name_), describe(id_)));
      }
      return true;
    }
    for (const Enabling& enabling : kRules) {
      if (enabling.subtype != subtype_) continue;
      Rule* rule = ctx_.catalog.find<Rule>(id_.with_sub(Kind::rule, name_));
      if (rule != nullptr) {
        rule->enabled = enabling.state;
      } else {
        ctx_.missing(ctx_.begin(),
                     fmt::format("rule {} of {} does not exist", quote(name_), describe(id_)));
      }
      return true;
    }
    return false;
  }

  bool table_parents() {
    if (subtype_ == "AT_AttachPartition") {
      const Node def = command_.child("def");
      const ObjectId child = ctx_.table(def.child("name"));
      if (!child.known()) return true;
      Table& partition = *ctx_.catalog.find<Table>(child);
      if (!table_object().partition_key) {
        ctx_.error(fmt::format("{} is not partitioned", describe(id_)));
        return true;
      }
      join(child, id_);
      partition.partition_of = PartitionOf{id_, partition_bound(ctx_, def.child("bound"))};
      assembly().attach_partition(child, ctx_.span());
    } else if (subtype_ == "AT_DetachPartition" || subtype_ == "AT_DetachPartitionFinalize") {
      const ObjectId child = ctx_.table(command_.child("def").child("name"));
      if (!child.known()) return true;
      materialise(child);
      assembly().keep_parts(child);
      ctx_.catalog.find<Table>(child)->partition_of.reset();
    } else if (subtype_ == "AT_AddInherit") {
      const ObjectId parent = ctx_.table(command_.child("def"));
      if (!parent.known()) return true;
      join(id_, parent);
      table_object().inherits.push_back(parent);
      assembly().shape(id_).joined_later = true;
    } else if (subtype_ == "AT_DropInherit") {
      const ObjectId parent = ctx_.table(command_.child("def"));
      if (!parent.known()) return true;
      materialise(id_);
      std::erase(table_object().inherits, parent);
    } else if (subtype_ == "AT_AddOf") {
      const ObjectId type = ctx_.user_type(command_.child("def").list("names"));
      if (type.known()) table_object().of_type = {qualified_name(type), type};
    } else if (subtype_ == "AT_DropOf") {
      table_object().of_type = {};
    } else {
      return false;
    }
    return true;
  }

  // A table that gets a parent keeps the defaults that it has, and gets no others.
  void join(const ObjectId& child, const ObjectId& parent) {
    assembly().has_child(parent);
    for (const Identifier name : assembly().columns(child)) {
      if (assembly().default_of(child, name) != nullptr) continue;
      assembly().say_no_default(child, name, ctx_.span());
    }
  }

  // A table that leaves its parents keeps the columns that it had from them.
  void materialise(const ObjectId& child) {
    TableShape& shape = assembly().shape(child);
    const std::vector<Identifier> all = assembly().columns(child);
    for (const Identifier name : all) {
      const ObjectId own = child.with_sub(Kind::column, name);
      if (ctx_.catalog.find<Column>(own) != nullptr) continue;
      const Column* inherited = assembly().column(child, name);
      if (inherited == nullptr) continue;
      Column copy = *inherited;
      const ObjectId from = copy.id.with_sub(Kind::column_default, name);
      copy.id = own;
      copy.source = ctx_.span();
      copy.statistics_target = -1;
      copy.options.clear();
      const ColumnOverride& said = shape.overrides[name];
      copy.not_null = copy.not_null || said.not_null.value_or(false);
      copy.storage = said.storage.value_or(copy.storage);
      copy.compression = said.compression.value_or(copy.compression);
      copy.statistics_target = said.statistics_target.value_or(-1);
      copy.options = said.options.value_or(StorageOptions());
      ctx_.add(std::move(copy));
      const ColumnDefault* value = ctx_.catalog.find<ColumnDefault>(from);
      const ObjectId default_id = own.with_sub(Kind::column_default, name);
      if (value != nullptr && !ctx_.catalog.contains(default_id)) {
        ColumnDefault default_copy = *value;
        default_copy.id = default_id;
        ctx_.add(std::move(default_copy));
      }
    }
    shape.columns = all;
    shape.overrides.clear();
    for (size_t i = 0; i < all.size(); ++i) {
      Column* column = ctx_.catalog.find<Column>(child.with_sub(Kind::column, all[i]));
      if (column != nullptr) column->position = static_cast<int>(i) + 1;
    }
  }

  StatementContext& ctx_;
  const ObjectId id_;
  const Node command_;
  const size_t position_;
  const std::string_view subtype_;
  const Identifier name_;
  const bool only_;  // ALTER TABLE ONLY
  bool inherited_ = false;
};

}  // namespace

void alter_table(StatementContext& ctx) {
  const std::string_view type = ctx.statement.str("objtype");
  if (type == "OBJECT_TYPE") {
    alter_composite_type(ctx);
    return;
  }
  const Node range_var = ctx.statement.child("relation");
  ObjectId id = ctx.find_relation(range_var);
  if (!id.known()) {
    if (ctx.statement.boolean("missing_ok") && ctx.last_try()) {
      ctx.note(range_var.location(), fmt::format("{} does not exist: skipped",
                                                 quote_identifier(range_var.str("relname"))));
      return;
    }
    ctx.relation(range_var);
    return;
  }
  const ObjectBase* object = ctx.catalog.find_base(id);
  const bool is_above =
      object != nullptr && object->source.known() && comes_before(ctx.span(), object->source);
  // Subcommands are done one by one: those before one that must wait are not done again.
  size_t& done = ctx.assembly().done_commands(ctx.span());
  size_t position = 0;
  for (const Node command : ctx.statement.list("cmds")) {
    if (position >= done && is_above && takes_away(command)) {
      if (!ctx.statement.boolean("missing_ok")) {
        ctx.warning(range_var.location(), describe(id) + " is declared further down: nothing to do",
                    "write IF EXISTS, or leave it out");
      }
      done = position + 1;
    } else if (position >= done) {
      StatementContext step(ctx, ctx.statement, ctx.begin(), ctx.end(), ctx.settings);
      AlterCommand(step, id, command, position).run();
      if (step.must_wait()) return;
      ctx.assembly().diagnostics.append(std::move(step.diagnostics()));
      step.diagnostics() = Diagnostics();
      done = position + 1;
    }
    ++position;
  }
}

}  // namespace schemadiff
