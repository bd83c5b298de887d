#include "parser/statements/sequence_options.h"

#include <fmt/format.h>

#include <charconv>
#include <limits>

#include "parser/catalog_assembly.h"

namespace schemadiff {
namespace {

struct Limits {
  int64_t minimum;
  int64_t maximum;
};

Limits limits_of(std::string_view type) {
  if (type == "smallint") return {INT16_MIN, INT16_MAX};
  if (type == "integer") return {INT32_MIN, INT32_MAX};
  return {INT64_MIN, INT64_MAX};
}

std::optional<int64_t> number(const Node& option) {
  const std::string text = option_text(option);
  int64_t value = 0;
  const char* begin = text.data();
  const char* end = begin + text.size();
  const auto [stop, error] = std::from_chars(begin, end, value);
  if (error != std::errc() || stop != end) return std::nullopt;
  return value;
}

}  // namespace

SequenceDraft new_sequence(const TypeRef& type) {
  SequenceDraft draft;
  draft.data_type = type;
  draft.options.maximum = limits_of(type.sql).maximum;
  return draft;
}

bool read_sequence_options(StatementContext& ctx, const NodeList& list, bool is_new,
                           SequenceDraft& draft) {
  struct Given {
    Node minimum, maximum, start;
  } given;
  const Limits before = limits_of(draft.data_type.sql);
  SequenceOptions& options = draft.options;
  for (const Node option : list) {
    const std::string_view name = option.str("defname");
    const int location = option.has_location() ? option.location() : ctx.begin();
    const bool has_value = static_cast<bool>(option.child("arg"));
    if (name == "as") {
      const TypeName type = ctx.type(option.child("arg"));
      if (type.type.empty()) return false;
      draft.data_type = type.type;
      draft.type_given = true;
      if (type.type.sql != "smallint" && type.type.sql != "integer" && type.type.sql != "bigint") {
        ctx.error(location, "sequence type must be smallint, integer, or bigint");
        return false;
      }
    } else if (name == "minvalue") {
      given.minimum = option;
    } else if (name == "maxvalue") {
      given.maximum = option;
    } else if (name == "start") {
      given.start = option;
    } else if (name == "increment" || name == "cache") {
      const auto value = number(option);
      if (!value || *value == 0 || (name == "cache" && *value < 0)) {
        ctx.error(location, fmt::format("{} must be {}", name == "cache" ? "CACHE" : "INCREMENT",
                                        name == "cache" ? "greater than zero" : "a number, not 0"));
        return false;
      }
      (name == "cache" ? options.cache : options.increment) = *value;
    } else if (name == "cycle") {
      options.cycle = option_boolean(option);
    } else if (name == "owned_by") {
      const NodeList names = option.list("arg");
      if (names.size() == 1 && names.front().sval() == "none") {
        draft.owned_by_none = true;
      } else {
        draft.owned_by = names;
      }
    } else if (name == "sequence_name") {
      draft.name = ctx.new_name(option.list("arg"));
    } else if (name == "restart" || name == "logged" || name == "unlogged") {
      // RESTART sets the sequence's data, which is not compared.
      (void)has_value;
    } else if (name == "generated") {
      // Of the identity column, beside options of its sequence.
    } else {
      ctx.error(location, fmt::format("unknown option {} of a sequence", name));
      return false;
    }
  }
  const Limits limits = limits_of(draft.data_type.sql);
  const bool ascending = options.increment > 0;
  const bool type_changed = draft.type_given && !is_new;
  const auto bound = [&](const Node& option, int64_t& value, int64_t fallback, bool reset,
                         const char* word) {
    if (option && option.child("arg")) {
      const auto stated = number(option);
      if (!stated) {
        ctx.error(option.location(), fmt::format("{} is not a number of 64 bits", word));
        return false;
      }
      value = *stated;
    } else if (option || reset) {
      value = fallback;
    }
    return true;
  };
  // A bound that was the old type's limit becomes the new type's.
  const bool reset_maximum = is_new || (type_changed && options.maximum == before.maximum);
  const bool reset_minimum = is_new || (type_changed && options.minimum == before.minimum);
  if (!bound(given.maximum, options.maximum, ascending ? limits.maximum : -1, reset_maximum,
             "MAXVALUE") ||
      !bound(given.minimum, options.minimum, ascending ? 1 : limits.minimum, reset_minimum,
             "MINVALUE") ||
      !bound(given.start, options.start, ascending ? options.minimum : options.maximum, is_new,
             "START")) {
    return false;
  }
  if (options.minimum >= options.maximum) {
    ctx.error(fmt::format("MINVALUE ({}) must be less than MAXVALUE ({})", options.minimum,
                          options.maximum));
    return false;
  }
  if (options.minimum < limits.minimum || options.maximum > limits.maximum) {
    ctx.error(fmt::format("MINVALUE or MAXVALUE is out of range for sequence data type {}",
                          draft.data_type.sql));
    return false;
  }
  if (options.start < options.minimum || options.start > options.maximum) {
    ctx.error(
        fmt::format("START value ({}) must lie between MINVALUE and MAXVALUE", options.start));
    return false;
  }
  return true;
}

ObjectId owning_column(StatementContext& ctx, const NodeList& names, int location) {
  const std::vector<Identifier> parts = identifiers(names);
  if (parts.size() < 2) {
    ctx.error(location, "OWNED BY needs table.column, or NONE");
    return {};
  }
  const Identifier schema = parts.size() > 2 ? parts[parts.size() - 3] : Identifier();
  const ObjectId table = ctx.find_relation(schema, parts[parts.size() - 2]);
  if (!table.known() || !ctx.has_column(table, parts.back())) {
    ctx.missing(location, fmt::format("column {} does not exist", dotted(names)));
    return {};
  }
  return table.with_sub(Kind::column, parts.back());
}

}  // namespace schemadiff
