#include "engine/plan/undecided.h"

#include "engine/diff/differ.h"
#include "engine/model/rules.h"

namespace schemadiff {
namespace {

std::vector<SqlExpression*> expressions_of(Catalog& catalog, const ObjectId& id) {
  std::vector<SqlExpression*> out;
  with_kind(id.kind, [&]<class T>() {
    Rules<T>::expressions(*catalog.find<T>(id),
                          [&](SqlExpression& expression, const ExpressionScope& scope) {
                            const bool counts = scope.role != ExpressionRole::string_body;
                            if (counts) out.push_back(&expression);
                          });
  });
  return out;
}

}  // namespace

std::vector<Refusal> take_undecided(Catalog& live, Catalog& target, const CertaintyOf& certainty_of,
                                    std::vector<Change>& changes, Diagnostics& notes) {
  std::vector<Refusal> out;
  std::erase_if(changes, [&](Change& change) {
    if (change.verb != Verb::alter) return false;
    const std::vector<SqlExpression*> before = expressions_of(live, change.id);
    const std::vector<SqlExpression*> after = expressions_of(target, change.id);
    if (before.size() != after.size()) return false;
    bool settled = false;
    for (size_t i = 0; i < before.size(); ++i) {
      if (*before[i] == *after[i] || before[i]->empty() || after[i]->empty()) continue;
      const Certainty certainty = certainty_of(*before[i], *after[i]);
      if (certainty == Certainty::texts) {
        notes.note(after[i]->source, describe(change.id) +
                                         ": the texts differ, and only a server could tell whether "
                                         "they mean the same");
      }
      if (certainty != Certainty::literals) continue;
      Refusal refusal;
      refusal.object = change.id;
      refusal.source = after[i]->source;
      refusal.reason =
          "only a server can tell whether its literals mean the same: compare with a database";
      out.push_back(std::move(refusal));
      before[i]->canonical = after[i]->canonical = "not decidable: " + after[i]->text;
      settled = true;
    }
    if (!settled) return false;
    change.fields = changed_fields(live, target, change.id);
    return change.fields.empty();
  });
  return out;
}

}  // namespace schemadiff
