#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/trigger/trigger.h"

namespace schemadiff {

template <>
std::string Rules<Trigger>::catalog_query(int server_version) {
  return "SELECT t.oid, t.tgname, t.tgrelid, t.tgtype, t.tgattr, CASE WHEN t.tgqual IS NOT NULL "
         "THEN "
         "pg_get_triggerdef(t.oid, false) END, n.nspname, p.proname, "
         "encode(t.tgargs, 'hex'), t.tgoldtable, t.tgnewtable, t.tgconstraint, t.tgdeferrable, "
         "t.tginitdeferred, t.tgconstrrelid, t.tgenabled, t.tgparentid <> 0 FROM pg_trigger t JOIN "
         "pg_proc p ON p.oid = t.tgfoid JOIN pg_namespace n ON n.oid = p.pronamespace LEFT JOIN "
         "pg_trigger above ON above.oid = t.tgparentid WHERE CASE WHEN t.tgparentid = 0 THEN NOT "
         "t.tgisinternal ELSE t.tgenabled <> above.tgenabled" +
         // Before 15 all clones are internal, and those of foreign keys are none.
         std::string(server_version >= 150000 ? " AND NOT t.tgisinternal" : "") + " END";
}

namespace {

// The condition of "… FOR EACH ROW WHEN (condition) EXECUTE FUNCTION …": pg_get_expr() can't print
// it, for it speaks of two rows, OLD and NEW.
std::string_view when_of(std::string_view definition) {
  constexpr std::string_view kWhen = " WHEN (";
  size_t at = 0;
  while (at < definition.size()) {
    if (definition[at] == '"' || definition[at] == '\'') {
      at = skip_balanced(definition, at);
    } else if (definition.substr(at).starts_with(kWhen)) {
      const size_t open = at + kWhen.size() - 1;
      const size_t end = skip_balanced(definition, open);
      return definition.substr(open + 1, end - open - 2);
    } else {
      ++at;
    }
  }
  return {};
}

// Bytes of null-terminated strings, as hexadecimal digits.
std::vector<std::string> read_arguments(std::string_view hex) {
  const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  std::vector<std::string> arguments;
  std::string current;
  for (size_t i = 0; i + 1 < hex.size(); i += 2) {
    const char c = static_cast<char>(digit(hex[i]) * 16 + digit(hex[i + 1]));
    if (c == '\0') {
      arguments.push_back(std::move(current));
      current.clear();
    } else {
      current += c;
    }
  }
  return arguments;
}

}  // namespace

template <>
void Rules<Trigger>::read(const Row& row, CatalogBuilder& builder) {
  enum {
    kOid,
    kName,
    kRelation,
    kType,
    kColumns,
    kDefinition,
    kFunctionSchema,
    kFunction,
    kArguments,
    kOldTable,
    kNewTable,
    kConstraint,
    kDeferrable,
    kDeferred,
    kConstraintRelation,
    kEnabled,
    kIsClone,
  };
  const LiveRelation* relation = builder.addresses.relation(row.oid(kRelation));
  if (relation == nullptr || relation->of_extension) return;
  Trigger trigger;
  trigger.id = relation->id.with_sub(Kind::trigger, row.text(kName));
  trigger.relation = relation->id;
  trigger.enabled = static_cast<TriggerState>(row.character(kEnabled));
  if (row.boolean(kIsClone)) {
    builder.add({catalog_oid::kTrigger, row.oid(kOid), 0}, std::move(trigger));
    return;
  }
  const auto type = row.integer(kType);  // TRIGGER_TYPE_… of catalog/pg_trigger.h
  trigger.for_each_row = (type & 1) != 0;
  trigger.timing = (type & 64) != 0  ? TriggerTiming::instead_of
                   : (type & 2) != 0 ? TriggerTiming::before
                                     : TriggerTiming::after;
  trigger.on_insert = (type & 4) != 0;
  trigger.on_delete = (type & 8) != 0;
  trigger.on_update = (type & 16) != 0;
  trigger.on_truncate = (type & 32) != 0;
  trigger.update_columns = column_names(row.text(kColumns), *relation);
  trigger.when = live_expression(when_of(row.text(kDefinition)));
  trigger.function = {row.text(kFunctionSchema), row.text(kFunction)};
  trigger.arguments = read_arguments(row.text(kArguments));
  trigger.old_table = row.text(kOldTable);
  trigger.new_table = row.text(kNewTable);
  trigger.is_constraint = row.oid(kConstraint) != 0;
  trigger.deferrable = row.boolean(kDeferrable);
  trigger.initially_deferred = row.boolean(kDeferred);
  if (const LiveRelation* from = builder.addresses.relation(row.oid(kConstraintRelation))) {
    trigger.constraint_table = from->id;
  }
  if (trigger.is_constraint) {
    builder.alias({catalog_oid::kConstraint, row.oid(kConstraint), 0}, trigger.id);
  }
  builder.add({catalog_oid::kTrigger, row.oid(kOid), 0}, std::move(trigger));
}

}  // namespace schemadiff
