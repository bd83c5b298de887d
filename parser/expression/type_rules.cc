#include "parser/expression/type_rules.h"

#include <algorithm>

namespace schemadiff {

using namespace type_id;

namespace {

bool is_simple_family(TypeId type) {
  return type == kAnyElement || type == kAnyArray || type == kAnyNonArray || type == kAnyEnum ||
         type == kAnyRange || type == kAnyMultirange;
}

bool is_compatible_family(TypeId type) {
  return type == kAnyCompatible || type == kAnyCompatibleArray || type == kAnyCompatibleNonArray ||
         type == kAnyCompatibleRange || type == kAnyCompatibleMultirange;
}

}  // namespace

bool is_polymorphic(TypeId type) { return is_simple_family(type) || is_compatible_family(type); }

CoercionPath TypeRules::pathway(TypeId target, TypeId source, CoercionContext context,
                                const CastInfo** used) {
  source = base(source);
  target = base(target);
  if (source == target) return CoercionPath::relabel;
  if (const CastInfo* cast = env_.cast(source, target)) {
    const CoercionContext needed = cast->context == 'i'   ? CoercionContext::implicit
                                   : cast->context == 'a' ? CoercionContext::assignment
                                                          : CoercionContext::explicit_;
    if (context < needed) return CoercionPath::none;
    if (used != nullptr) *used = cast;
    if (cast->method == 'i') return CoercionPath::io;
    if (cast->method == 'b') return CoercionPath::relabel;
    return CoercionPath::function;
  }
  if (target != kOidVector && target != kInt2Vector) {
    const TypeId target_element = env_.info(target).element;
    const TypeId source_element = env_.info(source).element;
    if (target_element != kNone && source_element != kNone) {
      const CoercionPath element = pathway(target_element, source_element, context, used);
      if (element != CoercionPath::none) {
        return element == CoercionPath::io ? CoercionPath::io : CoercionPath::array;
      }
    }
  }
  if (context >= CoercionContext::assignment && env_.info(target).category == 'S') {
    return CoercionPath::io;
  }
  if (context >= CoercionContext::explicit_ && env_.info(source).category == 'S') {
    return CoercionPath::io;
  }
  return CoercionPath::none;
}

bool TypeRules::can_coerce(const Types& from, const Types& to, CoercionContext context) {
  bool generics = false;
  for (size_t i = 0; i < from.size(); ++i) {
    const TypeId in = from[i];
    const TypeId target = to[i];
    if (in == target || target == kAny) continue;
    if (is_polymorphic(target)) {
      generics = true;
      continue;
    }
    if (in == kUnknown) continue;
    if (pathway(target, in, context) != CoercionPath::none) continue;
    if (in == kRecord && is_row(target)) continue;
    if (is_row(in) && target == kRecord) continue;
    if (target == kRecordArray && env_.info(env_.element_of(in)).has_row) continue;
    return false;
  }
  return !generics || generics_consistent(from, to);
}

bool TypeRules::generics_consistent(const Types& actual, const Types& declared) {
  Types copy = declared;
  TypeId element = kNone;
  TypeId array = kNone;
  TypeId range = kNone;
  TypeId multirange = kNone;
  bool non_array = false;
  bool any_enum = false;
  Types compatible;
  for (size_t i = 0; i < declared.size(); ++i) {
    const TypeId decl = declared[i];
    TypeId in = actual[i];
    if (!is_polymorphic(decl)) continue;
    if (decl == kAnyNonArray || decl == kAnyCompatibleNonArray) {
      if (in != kUnknown && env_.element_of(in) != kNone) return false;
    }
    if (in == kUnknown) continue;
    const auto same = [](TypeId& slot, TypeId type) {
      if (slot != kNone && slot != type) return false;
      slot = type;
      return true;
    };
    if (decl == kAnyElement || decl == kAnyNonArray || decl == kAnyEnum) {
      non_array = non_array || decl == kAnyNonArray;
      any_enum = any_enum || decl == kAnyEnum;
      if (!same(element, in)) return false;
    } else if (decl == kAnyArray) {
      if (!same(array, base(in))) return false;
    } else if (decl == kAnyRange) {
      if (!same(range, base(in))) return false;
    } else if (decl == kAnyMultirange) {
      if (!same(multirange, base(in))) return false;
    } else if (decl == kAnyCompatible || decl == kAnyCompatibleNonArray) {
      compatible.push_back(in);
    } else if (decl == kAnyCompatibleArray) {
      const TypeId of = env_.element_of(in);
      if (of == kNone) return false;
      compatible.push_back(of);
    } else if (decl == kAnyCompatibleRange) {
      const TypeId of = env_.range_subtype(base(in));
      if (of == kNone) return false;
      compatible.push_back(of);
    } else if (decl == kAnyCompatibleMultirange) {
      if (env_.range_of_multirange(base(in)) == kNone) return false;
    }
  }
  if (array != kNone && array != kAnyArray) {
    const TypeId of = env_.info(array).element;
    if (of == kNone) return false;
    if (element != kNone && of != element) return false;
    element = of;
  }
  if (multirange != kNone) {
    const TypeId of = env_.range_of_multirange(multirange);
    if (of == kNone || (range != kNone && range != of)) return false;
    range = of;
  }
  if (range != kNone) {
    const TypeId of = env_.range_subtype(range);
    if (of == kNone) return false;
    if (element != kNone && of != element) return false;
    element = of;
  }
  if (non_array && element != kNone && env_.info(element).element != kNone) return false;
  if (any_enum && element != kNone && env_.info(element).type != 'e') return false;
  if (!compatible.empty() && common_type(compatible) == kNone) return false;
  return true;
}

TypeId TypeRules::resolve_generics(const Types& actual, Types& declared, TypeId result) {
  TypeId element = kNone;
  TypeId array = kNone;
  TypeId range = kNone;
  TypeId multirange = kNone;
  Types compatible;
  TypeId compatible_range = kNone;
  bool simple = is_simple_family(result);
  bool family = is_compatible_family(result);
  for (size_t i = 0; i < declared.size() && i < actual.size(); ++i) {
    const TypeId decl = declared[i];
    const TypeId in = actual[i];
    simple = simple || is_simple_family(decl);
    family = family || is_compatible_family(decl);
    if (in == kUnknown || in == kNone) {
      if (in == kUnknown && (decl == kAnyCompatible || decl == kAnyCompatibleNonArray)) {
        compatible.push_back(in);
      }
      continue;
    }
    if (decl == kAnyElement || decl == kAnyNonArray || decl == kAnyEnum) element = in;
    if (decl == kAnyArray) array = base(in);
    if (decl == kAnyRange) range = base(in);
    if (decl == kAnyMultirange) multirange = base(in);
    if (decl == kAnyCompatible || decl == kAnyCompatibleNonArray) compatible.push_back(in);
    if (decl == kAnyCompatibleArray) compatible.push_back(env_.element_of(in));
    if (decl == kAnyCompatibleRange) {
      compatible_range = base(in);
      compatible.push_back(env_.range_subtype(compatible_range));
    }
  }
  if (!simple && !family) return result;
  if (multirange != kNone && range == kNone) range = env_.range_of_multirange(multirange);
  if (element == kNone && array != kNone) element = env_.info(array).element;
  if (element == kNone && range != kNone) element = env_.range_subtype(range);
  if (element == kNone && simple) element = kText;  // only literals of unknown type were given
  if (array == kNone && element != kNone) array = env_.info(element).array;
  TypeId common = kNone;
  if (family) common = compatible.empty() ? kText : common_type(compatible);
  const auto concrete = [&](TypeId type) -> TypeId {
    switch (type) {
      case kAnyElement:
      case kAnyNonArray:
      case kAnyEnum:
        return element;
      case kAnyArray:
        return array;
      case kAnyRange:
        return range;
      case kAnyMultirange:
        return multirange;
      case kAnyCompatible:
      case kAnyCompatibleNonArray:
        return common;
      case kAnyCompatibleArray:
        return common == kNone ? kNone : env_.info(common).array;
      case kAnyCompatibleRange:
        return compatible_range;
      case kAnyCompatibleMultirange:
        return kNone;
      default:
        return type;
    }
  };
  for (TypeId& type : declared) type = concrete(type);
  return concrete(result);
}

TypeId TypeRules::common_type(const Types& types) {
  if (types.empty()) return kNone;
  TypeId chosen = types[0];
  if (chosen != kUnknown) {
    bool same = true;
    for (const TypeId type : types) same = same && type == chosen;
    if (same) return chosen;
  }
  chosen = base(chosen);
  for (size_t i = 1; i < types.size(); ++i) {
    const TypeId next = base(types[i]);
    if (next == kUnknown || next == chosen) continue;
    if (next == kNone) return kNone;
    if (chosen == kUnknown) {
      chosen = next;
    } else if (env_.info(next).category != env_.info(chosen).category) {
      return kNone;
    } else if (!env_.info(chosen).preferred &&
               can_coerce(chosen, next, CoercionContext::implicit) &&
               !can_coerce(next, chosen, CoercionContext::implicit)) {
      chosen = next;
    }
  }
  return chosen == kUnknown ? kText : chosen;
}

void TypeRules::match(const Types& input, std::vector<Candidate>& candidates) {
  std::erase_if(candidates, [&](const Candidate& candidate) {
    return !can_coerce(input, candidate.arguments, CoercionContext::implicit);
  });
}

const TypeRules::Candidate* TypeRules::select(const Types& input,
                                              std::vector<Candidate>& candidates) {
  const size_t count = input.size();
  Types bases(count);
  size_t unknowns = 0;
  for (size_t i = 0; i < count; ++i) {
    bases[i] = input[i] == kUnknown ? kUnknown : base(input[i]);
    if (input[i] == kUnknown) ++unknowns;
  }
  const auto keep_best = [&](auto&& score) {
    size_t best = 0;
    for (const Candidate& candidate : candidates) best = std::max(best, score(candidate));
    std::erase_if(candidates, [&](const Candidate& candidate) { return score(candidate) < best; });
  };
  keep_best([&](const Candidate& candidate) {
    size_t score = 0;
    for (size_t i = 0; i < count; ++i) {
      if (bases[i] != kUnknown && candidate.arguments[i] == bases[i]) ++score;
    }
    return score;
  });
  if (candidates.size() == 1) return &candidates[0];
  const auto preferred_in = [&](char category, TypeId type) {
    const TypeInfo& info = env_.info(type);
    return info.category == category && info.preferred;
  };
  keep_best([&](const Candidate& candidate) {
    size_t score = 0;
    for (size_t i = 0; i < count; ++i) {
      if (bases[i] == kUnknown) continue;
      if (candidate.arguments[i] == bases[i] ||
          preferred_in(env_.info(bases[i]).category, candidate.arguments[i])) {
        ++score;
      }
    }
    return score;
  });
  if (candidates.size() == 1) return &candidates[0];
  if (unknowns == 0) return nullptr;
  std::vector<char> categories(count, '\0');
  std::vector<bool> has_preferred(count, false);
  bool resolved = false;
  for (size_t i = 0; i < count; ++i) {
    if (bases[i] != kUnknown) continue;
    resolved = true;
    bool conflict = false;
    for (const Candidate& candidate : candidates) {
      const TypeInfo& info = env_.info(candidate.arguments[i]);
      if (categories[i] == '\0') {
        categories[i] = info.category;
        has_preferred[i] = info.preferred;
      } else if (info.category == categories[i]) {
        has_preferred[i] = has_preferred[i] || info.preferred;
      } else if (info.category == 'S') {
        categories[i] = 'S';
        has_preferred[i] = info.preferred;
      } else {
        conflict = true;
      }
    }
    if (conflict && categories[i] != 'S') {
      resolved = false;
      break;
    }
  }
  if (resolved) {
    std::vector<Candidate> kept;
    for (const Candidate& candidate : candidates) {
      bool keep = true;
      for (size_t i = 0; i < count && keep; ++i) {
        if (bases[i] != kUnknown) continue;
        const TypeInfo& info = env_.info(candidate.arguments[i]);
        keep = info.category == categories[i] && (!has_preferred[i] || info.preferred);
      }
      if (keep) kept.push_back(candidate);
    }
    if (!kept.empty()) candidates = std::move(kept);
    if (candidates.size() == 1) return &candidates[0];
  }
  if (unknowns < count) {
    TypeId known = kUnknown;
    for (const TypeId type : bases) {
      if (type == kUnknown) continue;
      if (known == kUnknown) {
        known = type;
      } else if (known != type) {
        known = kUnknown;
        break;
      }
    }
    if (known != kUnknown) {
      const Types assumed(count, known);
      const Candidate* only = nullptr;
      for (const Candidate& candidate : candidates) {
        if (!can_coerce(assumed, candidate.arguments, CoercionContext::implicit)) continue;
        if (only != nullptr) return nullptr;
        only = &candidate;
      }
      return only;
    }
  }
  return nullptr;
}

ResolvedOperator TypeRules::find_operator(Identifier schema, Identifier name, TypeId left,
                                          TypeId right, const Path& path) {
  ResolvedOperator out;
  const bool prefix = left == kNone;
  std::vector<Candidate> candidates;
  for (const OperatorInfo& op : env_.operators(name)) {
    if ((op.left == kNone) != prefix || op.right == kNone) continue;
    size_t position = 0;
    if (!schema.empty()) {
      if (op.schema != schema) continue;
    } else {
      const auto found = std::find(path.begin(), path.end(), op.schema);
      if (found == path.end()) continue;
      position = static_cast<size_t>(found - path.begin());
    }
    Candidate candidate;
    candidate.op = &op;
    if (!prefix) candidate.arguments.push_back(op.left);
    candidate.arguments.push_back(op.right);
    candidate.path_position = position;
    candidates.push_back(std::move(candidate));
  }
  const auto exact = [&](TypeId l, TypeId r) -> const OperatorInfo* {
    const Candidate* best = nullptr;
    for (const Candidate& candidate : candidates) {
      if (candidate.op->left == l && candidate.op->right == r &&
          (best == nullptr || candidate.path_position < best->path_position)) {
        best = &candidate;
      }
    }
    return best == nullptr ? nullptr : best->op;
  };
  const OperatorInfo* found = nullptr;
  if (prefix) {
    found = exact(kNone, right);
  } else {
    TypeId l = left;
    TypeId r = right;
    bool unknown = false;
    if (l == kUnknown && r != kNone) {
      l = r;
      unknown = true;
    } else if (r == kUnknown) {
      r = l;
      unknown = true;
    }
    found = exact(l, r);
    if (found == nullptr && unknown) {
      const TypeId of = base(l);
      if (of != l) found = exact(of, of);
    }
  }
  Types actual;
  if (!prefix) actual.push_back(left);
  actual.push_back(right);
  if (found == nullptr) {
    // The same argument types in several schemas: the first on the path hides the others.
    std::vector<Candidate> visible;
    for (const Candidate& candidate : candidates) {
      bool hidden = false;
      for (const Candidate& other : candidates) {
        hidden = hidden || (other.path_position < candidate.path_position &&
                            other.arguments == candidate.arguments);
      }
      if (!hidden) visible.push_back(candidate);
    }
    match(actual, visible);
    if (visible.size() == 1) {
      found = visible[0].op;
    } else if (visible.size() > 1) {
      const Candidate* chosen = select(actual, visible);
      if (chosen != nullptr) found = chosen->op;
    }
  }
  if (found == nullptr) return out;
  Types declared;
  if (!prefix) declared.push_back(found->left);
  declared.push_back(found->right);
  out.result = resolve_generics(actual, declared, found->result);
  for (const TypeId type : declared) {
    if (type == kNone) return {};
  }
  if (out.result == kNone) return {};
  out.op = found;
  out.left = prefix ? kNone : declared[0];
  out.right = declared.back();
  return out;
}

ResolvedFunction TypeRules::find_function(Identifier schema, Identifier name,
                                          const Types& arguments,
                                          const std::vector<Identifier>& names, bool variadic,
                                          const Path& path) {
  ResolvedFunction out;
  const size_t count = arguments.size();
  std::vector<Candidate> candidates;
  for (const FunctionInfo* function : env_.functions(name)) {
    size_t position = 0;
    if (!schema.empty()) {
      if (function->schema != schema) continue;
    } else {
      const auto found = std::find(path.begin(), path.end(), function->schema);
      if (found == path.end()) continue;
      position = static_cast<size_t>(found - path.begin());
    }
    // What an unknown type in a signature would do to the choice can't be told.
    if (!function->resolved) return out;
    const size_t parameters = function->arguments.size();
    Candidate candidate;
    candidate.function = function;
    candidate.path_position = position;
    if (!names.empty()) {
      if (parameters < count || function->argument_names.size() != parameters) continue;
      if (variadic != (function->variadic != kNone) && function->variadic != kNone) continue;
      const size_t positional = count - names.size();
      std::vector<size_t> argument_of(parameters, SIZE_MAX);
      for (size_t i = 0; i < positional; ++i) argument_of[i] = i;
      bool fits = true;
      for (size_t i = 0; i < names.size() && fits; ++i) {
        const auto at =
            std::find(function->argument_names.begin(), function->argument_names.end(), names[i]);
        const auto index = static_cast<size_t>(at - function->argument_names.begin());
        fits = at != function->argument_names.end() && argument_of[index] == SIZE_MAX;
        if (fits) argument_of[index] = positional + i;
      }
      if (!fits) continue;
      candidate.arguments.assign(count, kNone);
      const size_t first_default =
          parameters - static_cast<size_t>(std::max(0, function->default_arguments));
      for (size_t i = 0; i < parameters && fits; ++i) {
        if (argument_of[i] == SIZE_MAX) {
          fits = i >= first_default;
        } else {
          candidate.arguments[argument_of[i]] = function->arguments[i];
        }
      }
      if (!fits) continue;
      candidate.defaults_used = static_cast<int>(parameters - count);
    } else if (!variadic && function->variadic != kNone && parameters <= count) {
      candidate.arguments.assign(function->arguments.begin(), function->arguments.end() - 1);
      candidate.arguments.resize(count, function->variadic);
      if (function->variadic != kAny) candidate.first_variadic = static_cast<int>(parameters) - 1;
    } else if (parameters == count) {
      candidate.arguments = function->arguments;
    } else if (parameters > count &&
               count + static_cast<size_t>(function->default_arguments) >= parameters) {
      candidate.arguments.assign(function->arguments.begin(),
                                 function->arguments.begin() + static_cast<int64_t>(count));
      candidate.defaults_used = static_cast<int>(parameters - count);
    } else {
      continue;
    }
    // The same argument types: the first schema on the path wins, then the one that is not
    // variadic, then the one that needs fewer defaults.
    bool drop = false;
    for (size_t i = 0; i < candidates.size(); ++i) {
      const Candidate& other = candidates[i];
      if (other.arguments != candidate.arguments) continue;
      const auto rank = [](const Candidate& c) {
        return std::tuple(c.path_position, c.first_variadic >= 0, c.defaults_used,
                          c.function->object.known() ? 0 : 1);
      };
      if (rank(other) <= rank(candidate)) {
        drop = true;
      } else {
        candidates.erase(candidates.begin() + static_cast<int64_t>(i));
        --i;
      }
    }
    if (!drop) candidates.push_back(std::move(candidate));
  }
  const Candidate* chosen = nullptr;
  for (const Candidate& candidate : candidates) {
    if (candidate.arguments == arguments) chosen = &candidate;
  }
  if (chosen == nullptr && count == 1 && names.empty()) {
    const TypeId target = env_.find_type(schema, name, path);
    if (target != kNone && env_.info(target).type != 'p') {
      const TypeId source = arguments[0];
      bool cast = source == kUnknown;
      if (!cast) {
        const CoercionPath way = pathway(target, source, CoercionContext::explicit_);
        cast = way == CoercionPath::relabel ||
               (way == CoercionPath::io &&
                !((source == kRecord || is_row(source)) && env_.info(target).category == 'S'));
      }
      if (cast) {
        out.cast_target = target;
        out.result = target;
        return out;
      }
    }
  }
  if (chosen == nullptr && !candidates.empty()) {
    match(arguments, candidates);
    if (candidates.size() == 1) {
      chosen = &candidates[0];
    } else if (candidates.size() > 1) {
      chosen = select(arguments, candidates);
    }
  }
  if (chosen == nullptr) return out;
  out.declared = chosen->arguments;
  out.result = resolve_generics(arguments, out.declared, chosen->function->result);
  for (const TypeId type : out.declared) {
    if (type == kNone) return {};
  }
  if (out.result == kNone) return {};
  out.function = chosen->function;
  out.first_variadic = chosen->first_variadic;
  return out;
}

}  // namespace schemadiff
