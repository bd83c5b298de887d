#include "engine/diff/rename_suggestions.h"

#include <map>
#include <set>

#include "engine/model/field.h"
#include "engine/model/kind_traits.h"
#include "engine/model/members.h"

namespace schemadiff {
namespace {

class Suggester {
 public:
  Suggester(const Catalog& live, const Catalog& target, const std::vector<Change>& changes,
            const Renames& renames)
      : live_(live), target_(target), changes_(changes), renames_(renames) {}

  Diagnostics run() {
    for (const Change& change : changes_) {
      if (change.verb == Verb::drop) dropped_.insert(change.id);
      if (change.verb == Verb::create) created_.insert(change.id);
      if (change.verb == Verb::alter) look_inside(change);
    }
    for (const Rename& rename : renames_.list()) {
      if (rename.makes_way) dropped_.erase(rename.to);
    }
    if (dropped_.empty() || created_.empty()) return std::move(out_);
    for_each_kind([&]<class T>() {
      if (traits_of(kind_of<T>).renamable) look_at<T>();
    });
    return std::move(out_);
  }

 private:
  // What goes or comes with something else is not looked at by itself.
  static bool by_itself(const Catalog& catalog, const std::set<ObjectId>& all, const ObjectId& id) {
    if (const Sequence* sequence = catalog.find<Sequence>(id)) {
      if (sequence->owned_by) return false;
    }
    const ObjectId owner = owner_of(catalog, id);
    if (owner.known() && all.contains(owner)) return false;
    return id.schema.empty() || !all.contains(object_id(Kind::schema, {}, id.schema));
  }

  template <class T>
  void look_at() {
    std::map<ObjectId, std::vector<const T*>> dropped;  // by what they are parts of
    std::map<ObjectId, std::vector<const T*>> created;
    for (const ObjectId& id : dropped_) {
      if (id.kind != kind_of<T> || !by_itself(live_, dropped_, id)) continue;
      dropped[owner_of(live_, id)].push_back(live_.find<T>(id));
    }
    for (const ObjectId& id : created_) {
      if (id.kind != kind_of<T> || !by_itself(target_, created_, id)) continue;
      created[owner_of(target_, id)].push_back(target_.find<T>(id));
    }
    for (const auto& [owner, news] : created) {
      const std::vector<const T*>& olds = dropped[owner];
      for (const T* wanted : news) {
        const T* found = only_match(*wanted, olds, news);
        if (found != nullptr) suggest(*found, *wanted);
      }
    }
  }

  // The one that looks like it; nullptr: none, or more than one on either side.
  template <class T>
  const T* only_match(const T& wanted, const std::vector<const T*>& olds,
                      const std::vector<const T*>& news) {
    const bool alone = olds.size() == 1 && news.size() == 1;
    const T* found = nullptr;
    for (const T* old : olds) {
      if (!alike(*old, wanted, alone)) continue;
      if (found != nullptr) return nullptr;
      found = old;
    }
    if (found == nullptr) return nullptr;
    const auto rivals = std::count_if(news.begin(), news.end(),
                                      [&](const T* other) { return alike(*found, *other, alone); });
    return rivals == 1 ? found : nullptr;
  }

  template <class T>
  bool alike(const T& old, const T& wanted, bool) const {
    const bool is_part = traits_of(kind_of<T>).naming != Naming::itself;
    return (is_part || old.id.sub == wanted.id.sub) && compare_fields(old, wanted).empty();
  }
  bool alike(const Publication&, const Publication&, bool) const { return false; }
  bool alike(const Column& old, const Column& wanted, bool alone) {
    if (old.type != wanted.type || old.generated.has_value() != wanted.generated.has_value()) {
      return false;
    }
    return alone || rank(live_members(), old) == rank(target_members(), wanted);
  }
  bool alike(const Table& old, const Table& wanted, bool) {
    const auto shape = [](const MemberIndex& members, const ObjectId& table) {
      std::set<std::pair<Identifier, std::string>> out;
      for (const Column* column : members.of(table).columns) {
        out.emplace(column->id.sub, column->type.sql);
      }
      return out;
    };
    const auto before = shape(live_members(), old.id);
    return !before.empty() && before == shape(target_members(), wanted.id);
  }
  bool alike(const Schema& old, const Schema& wanted, bool) const {
    const auto contents = [](const Catalog& catalog, Identifier schema) {
      std::set<std::pair<Kind, Identifier>> out;
      const auto add = [&](const auto& objects) {
        for (const auto& [id, object] : objects) {
          if (id.schema == schema) out.emplace(id.kind, id.name);
        }
      };
      add(catalog.objects<Table>());
      add(catalog.objects<View>());
      add(catalog.objects<EnumType>());
      add(catalog.objects<Function>());
      return out;
    };
    const auto before = contents(live_, old.id.name);
    return !before.empty() && before == contents(target_, wanted.id.name);
  }

  static size_t rank(const MemberIndex& members, const Column& column) {
    const auto& all = members.of(column.id.container(Kind::table)).columns;
    return static_cast<size_t>(std::find(all.begin(), all.end(), &column) - all.begin());
  }

  const MemberIndex& live_members() {
    if (!live_members_) live_members_.emplace(live_);
    return *live_members_;
  }
  const MemberIndex& target_members() {
    if (!target_members_) target_members_.emplace(target_);
    return *target_members_;
  }

  void suggest(const ObjectBase& old, const ObjectBase& wanted) {
    const bool part =
        traits_of(old.id.kind).naming != Naming::itself || old.id.kind == Kind::column;
    const bool moves = old.id.schema != wanted.id.schema;
    std::string name = quote(part ? old.id.sub : old.id.name);
    // Where it is before anything is renamed.
    if (moves) name = quote(renames_.live(old.id).schema) + "." + name;
    suggest(describe(old.id), describe(wanted.id), name, wanted.source);
  }

  void suggest(const std::string& old, const std::string& wanted, const std::string& name,
               SourceSpan where) {
    out_.note(where, wanted + " is new, and " + old + " looks just like it and is dropped",
              "if that is a rename, write behind it: -- schemadiff: renamed from " + name);
  }

  // Labels and attributes are no objects.
  void look_inside(const Change& change) {
    if (const EnumType* old = live_.find<EnumType>(change.id)) {
      const EnumType& wanted = *target_.find<EnumType>(change.id);
      const auto at = only_difference(old->labels, wanted.labels);
      if (!at) return;
      suggest("label " + quote_literal(old->labels[*at]) + " of " + describe(change.id),
              "label " + quote_literal(wanted.labels[*at]), quote_literal(old->labels[*at]),
              wanted.source);
    } else if (const CompositeType* old = live_.find<CompositeType>(change.id)) {
      const CompositeType& wanted = *target_.find<CompositeType>(change.id);
      const auto at = only_difference(old->attributes, wanted.attributes);
      if (!at) return;
      CompositeAttribute renamed = old->attributes[*at];
      renamed.name = wanted.attributes[*at].name;
      if (!(renamed == wanted.attributes[*at])) return;
      suggest("attribute " + quote(old->attributes[*at].name) + " of " + describe(change.id),
              "attribute " + quote(renamed.name), quote(old->attributes[*at].name), wanted.source);
    }
  }

  template <class V>
  static std::optional<size_t> only_difference(const std::vector<V>& a, const std::vector<V>& b) {
    if (a.size() != b.size()) return std::nullopt;
    std::optional<size_t> out;
    for (size_t i = 0; i < a.size(); ++i) {
      if (a[i] == b[i]) continue;
      const bool elsewhere = std::find(b.begin(), b.end(), a[i]) != b.end() ||
                             std::find(a.begin(), a.end(), b[i]) != a.end();
      if (out || elsewhere) return std::nullopt;
      out = i;
    }
    return out;
  }

  const Catalog& live_;
  const Catalog& target_;
  const std::vector<Change>& changes_;
  const Renames& renames_;
  std::set<ObjectId> dropped_;
  std::set<ObjectId> created_;
  std::optional<MemberIndex> live_members_;
  std::optional<MemberIndex> target_members_;
  Diagnostics out_;
};

}  // namespace

Diagnostics suggest_renames(const Catalog& live, const Catalog& target,
                            const std::vector<Change>& changes, const Renames& renames) {
  return Suggester(live, target, changes, renames).run();
}

}  // namespace schemadiff
