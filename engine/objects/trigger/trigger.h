// CREATE TRIGGER; pg_trigger without the internal ones. Of the clones in partitions only those that
// are switched otherwise than their parents: see clone.h.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

enum class TriggerTiming : char { before = 'b', after = 'a', instead_of = 'i' };
enum class TriggerState : char { origin = 'O', disabled = 'D', replica = 'R', always = 'A' };
std::string display(TriggerTiming timing);
std::string display(TriggerState state);

struct Trigger : ObjectBase {
  ObjectId relation;  // kind table or view
  TriggerTiming timing = TriggerTiming::after;
  bool on_insert = false;
  bool on_update = false;
  bool on_delete = false;
  bool on_truncate = false;
  std::vector<Identifier> update_columns;
  bool for_each_row = false;
  SqlExpression when;  // empty: none
  QualifiedName function;
  std::vector<std::string> arguments;
  Identifier old_table;  // transition tables
  Identifier new_table;
  bool is_constraint = false;
  bool deferrable = false;
  bool initially_deferred = false;
  std::optional<ObjectId> constraint_table;  // FROM referenced_table
  TriggerState enabled = TriggerState::origin;
  static constexpr auto kFields =
      std::tuple{Field{"timing", &Trigger::timing},
                 Field{"on insert", &Trigger::on_insert},
                 Field{"on update", &Trigger::on_update},
                 Field{"on delete", &Trigger::on_delete},
                 Field{"on truncate", &Trigger::on_truncate},
                 Field{"update columns", &Trigger::update_columns},
                 Field{"for each row", &Trigger::for_each_row},
                 Field{"when", &Trigger::when},
                 Field{"function", &Trigger::function},
                 Field{"arguments", &Trigger::arguments},
                 Field{"old table", &Trigger::old_table},
                 Field{"new table", &Trigger::new_table},
                 Field{"constraint trigger", &Trigger::is_constraint},
                 Field{"deferrable", &Trigger::deferrable},
                 Field{"initially deferred", &Trigger::initially_deferred},
                 Field{"from table", &Trigger::constraint_table},
                 Field{"enabled", &Trigger::enabled}};
};

}  // namespace schemadiff
