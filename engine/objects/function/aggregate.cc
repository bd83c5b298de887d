#include "engine/objects/function/aggregate.h"

#include "engine/base/identifier.h"

namespace schemadiff {
namespace {

const char* word(FinalModify modify) {
  switch (modify) {
    case FinalModify::read_only:
      return "READ_ONLY";
    case FinalModify::shareable:
      return "SHAREABLE";
    case FinalModify::read_write:
      return "READ_WRITE";
  }
  return "?";
}

class OptionList {
 public:
  void add(const std::string& name, const std::string& value) {
    text_ += (text_.empty() ? "    " : ",\n    ") + name + " = " + value;
  }
  void add(const std::string& name, const QualifiedName& function) {
    if (!function.empty()) add(name, function.sql());
  }
  void flag(const std::string& name) { text_ += ",\n    " + name; }

  // PostgreSQL's default depends on the kind of aggregate.
  void state(const std::string& prefix, const AggregateState& state, FinalModify usual) {
    add(prefix + "SFUNC", state.transition);
    add(prefix + "STYPE", state.type.sql);
    if (state.space != 0) add(prefix + "SSPACE", std::to_string(state.space));
    add(prefix + "INVFUNC", state.inverse);
    add(prefix + "FINALFUNC", state.final);
    if (state.final_extra) flag(prefix + "FINALFUNC_EXTRA");
    if (!state.final.empty() && state.final_modify != usual) {
      add(prefix + "FINALFUNC_MODIFY", word(state.final_modify));
    }
    if (state.initial) add(prefix + "INITCOND", quote_literal(*state.initial));
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

}  // namespace

std::string aggregate_options(const Aggregate& aggregate) {
  const FinalModify usual =
      aggregate.kind == AggregateKind::normal ? FinalModify::read_only : FinalModify::read_write;
  OptionList options;
  options.state("", aggregate.plain, usual);
  options.add("COMBINEFUNC", aggregate.combine);
  options.add("SERIALFUNC", aggregate.serialize);
  options.add("DESERIALFUNC", aggregate.deserialize);
  if (!aggregate.moving.transition.empty()) options.state("M", aggregate.moving, usual);
  if (!aggregate.sort_operator.empty()) {
    const QualifiedName& op = aggregate.sort_operator;
    const std::string schema = op.schema.empty() ? "pg_catalog" : quote(op.schema);
    options.add("SORTOP", "OPERATOR(" + schema + "." + op.name.str() + ")");
  }
  if (aggregate.kind == AggregateKind::hypothetical_set) options.flag("HYPOTHETICAL");
  return options.text();
}

std::string display(const Aggregate& aggregate) { return aggregate_options(aggregate); }

}  // namespace schemadiff
