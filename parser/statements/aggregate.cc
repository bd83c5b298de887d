// CREATE AGGREGATE, in the new and the old (BASETYPE = …) form.
#include <charconv>

#include "parser/modifiers.h"
#include "parser/statement_context.h"
#include "parser/statements/operator_names.h"
#include "parser/statements/statements.h"

namespace schemadiff {
namespace {

class AggregateReader {
 public:
  explicit AggregateReader(StatementContext& ctx) : ctx_(ctx) {}

  void run() {
    const QualifiedName name = ctx_.new_name(ctx_.statement.list("defnames"));
    function_.source = ctx_.span();
    function_.kind = RoutineKind::aggregate;
    if (!ctx_.statement.boolean("oldstyle") && !read_arguments()) return;
    for (const Node option : ctx_.statement.list("definition")) {
      if (!read_option(option)) return;
    }
    if (!complete(name)) return;
    function_.id =
        object_id(Kind::function, name.schema, name.name, function_signature(function_.arguments));
    function_.aggregate = aggregate_;
    if (!aggregate_.sort_operator.empty()) settle_sort_operator_later(function_.id);
    if (ctx_.statement.boolean("replace")) {
      if (Function* before = ctx_.catalog.find<Function>(function_.id)) {
        *before = std::move(function_);
        return;
      }
    }
    ctx_.add(std::move(function_));
  }

 private:
  bool read_arguments() {
    const NodeList args = ctx_.statement.list("args");
    for (const Node node : args.front().list("items")) {
      FunctionArgument argument;
      if (node.str("mode") == "FUNC_PARAM_VARIADIC") argument.mode = ArgumentMode::variadic;
      argument.name = node.str("name");
      argument.type = without_modifiers(ctx_.type(node.child("argType")).type);
      if (argument.type.empty()) return false;
      function_.arguments.push_back(std::move(argument));
    }
    // The tree writes -1, for no ORDER BY, like 0: the text says which it is.
    const size_t open = ctx_.find_at_depth(0, {"("});
    const size_t order = ctx_.find_at_depth(open + 1, {"order"});
    if (ctx_.token_is(order, "order")) {
      aggregate_.kind = AggregateKind::ordered_set;
      aggregate_.direct_arguments = args[1].integer("ival");
    }
    return true;
  }

  QualifiedName function(const Node& option) const {
    return ctx_.function_name(option_name(option));
  }

  bool read_type(const Node& option, TypeRef& type) {
    type = without_modifiers(ctx_.type(option.child("arg")).type);
    return !type.empty();
  }

  bool read_space(const Node& option, int64_t& space) {
    const std::string text = option_text(option);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), space);
    if (error == std::errc() && end == text.data() + text.size()) return true;
    ctx_.error(option.location(), option.string("defname") + " must be a number of bytes");
    return false;
  }

  bool read_modify(const Node& option, std::optional<FinalModify>& modify) {
    const std::string text = option_text(option);
    if (text == "read_only") modify = FinalModify::read_only;
    if (text == "shareable") modify = FinalModify::shareable;
    if (text == "read_write") modify = FinalModify::read_write;
    if (modify) return true;
    ctx_.error(option.location(),
               option.string("defname") + " must be READ_ONLY, SHAREABLE or READ_WRITE");
    return false;
  }

  bool read_option(const Node& option) {
    std::string_view what = option.str("defname");
    if (what == "basetype") return read_base_type(option);
    if (what == "parallel") return read_parallel(option);
    if (what == "combinefunc") {
      aggregate_.combine = function(option);
    } else if (what == "serialfunc") {
      aggregate_.serialize = function(option);
    } else if (what == "deserialfunc") {
      aggregate_.deserialize = function(option);
    } else if (what == "sortop") {
      aggregate_.sort_operator = written_name(operator_names(option));
    } else if (what == "hypothetical") {
      if (!option.has("arg") || option_boolean(option)) {
        aggregate_.kind = AggregateKind::hypothetical_set;
      }
    } else if (what == "minvfunc") {
      aggregate_.moving.inverse = function(option);
    } else if (what.starts_with("m")) {
      return read_state_option(option, what.substr(1), aggregate_.moving, moving_modify_);
    } else {
      return read_state_option(option, what, aggregate_.plain, plain_modify_);
    }
    return true;
  }

  static NodeList operator_names(const Node& option) {
    const Node arg = option.child("arg");
    return arg.is("TypeName") ? arg.list("names") : arg.list("items");
  }

  bool read_state_option(const Node& option, std::string_view what, AggregateState& state,
                         std::optional<FinalModify>& modify) {
    if (what == "sfunc" || what == "sfunc1") {
      state.transition = function(option);
    } else if (what == "stype" || what == "stype1") {
      return read_type(option, state.type);
    } else if (what == "sspace") {
      return read_space(option, state.space);
    } else if (what == "finalfunc") {
      state.final = function(option);
    } else if (what == "finalfunc_extra") {
      state.final_extra = !option.has("arg") || option_boolean(option);
    } else if (what == "finalfunc_modify") {
      return read_modify(option, modify);
    } else if (what == "initcond" || what == "initcond1") {
      state.initial = option_text(option);
    } else {
      ctx_.error(option.location(),
                 "aggregates have no option \"" + option.string("defname") + "\"");
      return false;
    }
    return true;
  }

  // The old form: BASETYPE = "ANY" is (*).
  bool read_base_type(const Node& option) {
    if (option_text(option) == "any" || option_text(option) == "ANY") return true;
    FunctionArgument argument;
    if (!read_type(option, argument.type)) return false;
    function_.arguments.push_back(std::move(argument));
    return true;
  }

  bool read_parallel(const Node& option) {
    const std::string text = option_text(option);
    if (text != "safe" && text != "restricted" && text != "unsafe") {
      ctx_.error(option.location(), "PARALLEL must be SAFE, RESTRICTED or UNSAFE");
      return false;
    }
    if (text == "safe") function_.parallel = Parallel::safe;
    if (text == "restricted") function_.parallel = Parallel::restricted;
    return true;
  }

  bool complete(const QualifiedName& name) {
    const FinalModify usual =
        aggregate_.kind == AggregateKind::normal ? FinalModify::read_only : FinalModify::read_write;
    aggregate_.plain.final_modify = plain_modify_.value_or(usual);
    aggregate_.moving.final_modify = moving_modify_.value_or(usual);
    if (aggregate_.plain.transition.empty() || aggregate_.plain.type.empty()) {
      ctx_.error("the aggregate " + name.sql() + " has no " +
                     (aggregate_.plain.type.empty() ? "state type" : "transition function"),
                 "add SFUNC = … and STYPE = …");
      return false;
    }
    return true;
  }

  // The operator of its one argument's type, which may be declared further down.
  void settle_sort_operator_later(const ObjectId& id) {
    ctx_.at_the_end([id, path = ctx_.path](CatalogAssembly& assembly) {
      Function* function = assembly.catalog.find<Function>(id);
      if (function == nullptr || !function->aggregate || function->arguments.empty()) return;
      const std::string& type = function->arguments.front().type.sql;
      QualifiedName& op = function->aggregate->sort_operator;
      op = find_operator(assembly, path, op, operator_arguments(type, type), {});
    });
  }

  StatementContext& ctx_;
  Function function_;
  Aggregate aggregate_;
  std::optional<FinalModify> plain_modify_;
  std::optional<FinalModify> moving_modify_;
};

}  // namespace

void create_aggregate(StatementContext& ctx) { AggregateReader(ctx).run(); }

}  // namespace schemadiff
