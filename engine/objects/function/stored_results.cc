#include "engine/objects/function/stored_results.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "engine/model/ancestors.h"
#include "engine/model/text_references.h"
#include "engine/objects/effects.h"
#include "engine/objects/write.h"

namespace schemadiff {

namespace {

// Keeps what an expression gave.
bool keeps_results(const Index& index) {
  return !index.predicate.empty() ||
         std::any_of(index.elements.begin(), index.elements.end(),
                     [](const IndexElement& element) { return element.column.empty(); });
}
bool keeps_results(const Constraint& constraint) { return !constraint.foreign_key; }
bool keeps_results(const Column& column) { return column.generated && column.generated->stored; }
bool keeps_results(const Table& table) { return table.partition_key.has_value(); }

// The function, with those that call it as far as their bodies can be read: of bodies in quotes
// only the files tell along which path.
std::set<ObjectId> callers_of(const ObjectId& function, const StepBuilder& steps) {
  std::map<ObjectId, std::vector<ObjectId>> callers;
  for (const Catalog* catalog : {&steps.live, &steps.desired}) {
    for (const auto& [id, other] : catalog->objects<Function>()) {
      const auto note = [&, caller = id](const SqlExpression& expression) {
        for (const ObjectId& used : expression.references) {
          const bool runs = used.kind == Kind::function || used.kind == Kind::operator_;
          if (runs) callers[used].push_back(caller);
        }
      };
      note(other.body_references);
      if (other.sql_body) note(*other.sql_body);
    }
  }
  std::set<ObjectId> out = {function};
  std::vector<ObjectId> open = {function};
  while (!open.empty()) {
    const ObjectId called = open.back();
    open.pop_back();
    const auto found = callers.find(called);
    if (found != callers.end()) {
      for (const ObjectId& caller : found->second) {
        if (out.insert(caller).second) open.push_back(caller);
      }
    }
    for (const auto& [id, op] : steps.live.objects<Operator>()) {
      const bool calls =
          called.kind == Kind::function && op.function == QualifiedName{called.schema, called.name};
      if (calls && out.insert(id).second) open.push_back(id);
    }
  }
  return out;
}

// Operator classes by which the function, or what calls it, puts rows in their places.
class ArrangingClasses {
 public:
  ArrangingClasses(const Catalog& catalog, const std::set<ObjectId>& callers)
      : catalog_(catalog), callers_(callers) {
    for (const auto& [id, family] : catalog.objects<OperatorFamily>()) {
      for (const FamilyMember& member : family.members) {
        if (!arranges(member, id.sub)) continue;
        for (const auto& [class_id, of] : catalog.objects<OperatorClass>()) {
          const bool is_its = class_id.sub == id.sub &&
                              of.family == QualifiedName{id.schema, id.name} &&
                              (of.type.sql == member.left || of.type.sql == member.right);
          if (is_its) classes_.insert(class_id);
        }
      }
    }
  }

  bool arrange(const Index& index) const {
    return any_of(index.elements, index.table, index.method);
  }
  bool arrange(const Constraint& constraint) const {
    if (!has_index(constraint)) return false;
    const ObjectId table = constraint.id.container(Kind::table);
    const Identifier method = constraint.without_overlaps ? "gist" : "btree";
    return std::any_of(constraint.columns.begin(), constraint.columns.end(),
                       [&](Identifier column) { return arrange(table, column, {}, method); }) ||
           std::any_of(constraint.exclusions.begin(), constraint.exclusions.end(),
                       [&](const ExclusionElement& each) {
                         return compares_by(each.op) ||
                                arrange(table, each.element.column, each.element.operator_class,
                                        constraint.method);
                       });
  }
  bool arrange(const Column&) const { return false; }
  bool arrange(const Table& table) const {
    if (!table.partition_key) return false;
    const bool hash = table.partition_key->strategy == PartitionStrategy::hash;
    return any_of(table.partition_key->elements, table.id, hash ? "hash" : "btree");
  }

 private:
  // Of btree and hash only support functions do; others compute what they store by operators too.
  bool arranges(const FamilyMember& member, Identifier method) const {
    if (!member.is_function) {
      static const Identifier kBtree("btree");
      static const Identifier kHash("hash");
      return method != kBtree && method != kHash &&
             callers_.contains(object_id(Kind::operator_, member.name.schema, member.name.name,
                                         "(" + member.left + ", " + member.right + ")"));
    }
    return std::any_of(callers_.begin(), callers_.end(), [&](const ObjectId& caller) {
      return caller.kind == Kind::function && caller.schema == member.name.schema &&
             caller.name == member.name.name &&
             (member.arguments.empty() || caller.sub == member.arguments);
    });
  }

  bool compares_by(const QualifiedName& op) const {
    return std::any_of(callers_.begin(), callers_.end(), [&](const ObjectId& caller) {
      return caller.kind == Kind::operator_ && caller.schema == op.schema && caller.name == op.name;
    });
  }

  template <class Elements>
  bool any_of(const Elements& elements, const ObjectId& table, Identifier method) const {
    return std::any_of(elements.begin(), elements.end(), [&](const auto& element) {
      return arrange(table, element.column, element.operator_class, method);
    });
  }

  bool arrange(const ObjectId& table, Identifier column, const QualifiedName& named,
               Identifier method) const {
    if (classes_.empty()) return false;
    if (!named.empty()) return has(named, method);
    const Column* found = find_column(catalog_, table.with_sub(Kind::column, column));
    return found != nullptr && is_arranged(found->type, method);
  }

  bool has(const QualifiedName& name, Identifier method) const {
    return classes_.contains(object_id(Kind::operator_class, name.schema, name.name, method));
  }

  // By its default class, or by that of what it is made of.
  bool is_arranged(TypeRef type, Identifier method) const {
    while (type.sql.ends_with("[]")) type.sql.resize(type.sql.size() - 2);
    const bool by_itself = std::any_of(classes_.begin(), classes_.end(), [&](const ObjectId& id) {
      const OperatorClass* of = catalog_.find<OperatorClass>(id);
      return id.sub == method && of->is_default && of->type == type;
    });
    if (by_itself) return true;
    if (const auto* domain = catalog_.find<Domain>(type.object)) {
      return is_arranged(domain->base, method);
    }
    if (const auto* range = catalog_.find<RangeType>(type.object)) {
      const Identifier btree("btree");
      return range->subtype_operator_class.empty() ? is_arranged(range->subtype, btree)
                                                   : has(range->subtype_operator_class, btree);
    }
    const auto* composite = catalog_.find<CompositeType>(type.object);
    return composite != nullptr &&
           std::any_of(composite->attributes.begin(), composite->attributes.end(),
                       [&](const auto& each) { return is_arranged(each.type, method); });
  }

  const Catalog& catalog_;
  const std::set<ObjectId>& callers_;
  std::set<ObjectId> classes_;
};

// A column whose change makes PostgreSQL compute anew.
std::string base_column(const std::vector<ObjectId>& used) {
  for (const ObjectId& id : used) {
    if (id.kind == Kind::column) return quote(id.sub);
  }
  return "";
}

std::string touch(const ObjectId& table, const std::string& column) {
  return "UPDATE " + qualified_name(table) + " SET " + column + " = " + column;
}

}  // namespace

void add_stale_results(const Function& function, Step& step, const StepBuilder& steps) {
  const std::set<ObjectId> callers = callers_of(function.id, steps);
  const ArrangingClasses classes(steps.live, callers);
  // Calls `say` for what stays as it is and was computed by the function.
  const auto each =
      [&]<class T>(const std::function<void(const T&, const std::vector<ObjectId>&)>& say) {
        std::map<ObjectId, std::vector<ObjectId>> found;
        for (const auto& [id, object] : steps.live.objects<T>()) {
          const bool is_arranged = classes.arrange(object);
          if (!is_arranged && !keeps_results(object)) continue;
          std::vector<ObjectId> used = used_by_texts(object);
          const bool calls = std::any_of(
              used.begin(), used.end(), [&](const ObjectId& one) { return callers.contains(one); });
          const T* wanted = is_arranged || calls ? steps.desired.find<T>(id) : nullptr;
          if (wanted != nullptr && compare_fields(object, *wanted).empty()) {
            found.emplace(id, std::move(used));
          }
        }
        for (const auto& [id, used] : found) say(*steps.live.find<T>(id), used);
      };
  const auto add = [&](std::string sentence) {
    add_hazard(step, HazardCode::stale_results, std::move(sentence));
  };
  each.operator()<Index>([&](const Index& index, const auto&) {
    add(describe(index.id) + " holds what the old body computed, until REINDEX INDEX " +
        qualified_name(index.id));
  });
  each.operator()<Constraint>([&](const Constraint& constraint, const auto&) {
    if (constraint.type == ConstraintType::check) {
      add(describe(constraint.id) +
          " is not checked again for the rows that are there; those that break it: SELECT * FROM " +
          qualified_name(constraint.id.container(Kind::table)) + " WHERE NOT " +
          parenthesised(constraint.check.text));
    } else {
      const ObjectId index = object_id(Kind::index, constraint.id.schema, constraint.id.sub);
      add(describe(constraint.id) + " holds what the old body computed, until REINDEX INDEX " +
          qualified_name(index));
    }
  });
  each.operator()<Column>([&](const Column& column, const std::vector<ObjectId>& used) {
    const std::string base = base_column(used);
    add(describe(column.id) + " keeps the values that the old body computed" +
        (base.empty() ? "" : ", until " + touch(column.id.container(Kind::table), base)));
  });
  each.operator()<Table>([&](const Table& table, const std::vector<ObjectId>& used) {
    std::string base = base_column(used);
    for (const PartitionKeyElement& element : table.partition_key->elements) {
      if (base.empty() && !element.column.empty()) base = quote(element.column);
    }
    add("rows stay in the partitions of " + qualified_name(table.id) + " that the old body chose" +
        (base.empty() ? "" : ", until " + touch(table.id, base)));
  });
}

}  // namespace schemadiff
