#include "engine/diff/differ.h"

#include "engine/base/check.h"

namespace schemadiff {

std::vector<Change> diff(const Catalog& live, const Catalog& target) {
  std::vector<Change> changes;
  const auto add = [&](Verb verb, const ObjectBase& object, FieldChanges fields) {
    Change& change = changes.emplace_back();
    change.verb = verb;
    change.id = change.live_id = object.id;
    change.source = object.source;
    change.fields = std::move(fields);
  };
  for_each_kind([&]<class T>() {
    for (const auto& [id, wanted] : target.objects<T>()) {
      const T* actual = live.find<T>(id);
      if (actual == nullptr) {
        add(Verb::create, wanted, {});
      } else if (FieldChanges fields = compare_fields(*actual, wanted); !fields.empty()) {
        add(Verb::alter, wanted, std::move(fields));
      }
    }
    for (const auto& [id, actual] : live.objects<T>()) {
      if (target.find<T>(id) == nullptr) add(Verb::drop, actual, {});
    }
  });
  std::sort(changes.begin(), changes.end(),
            [](const Change& a, const Change& b) { return a.id < b.id; });
  return changes;
}

FieldChanges changed_fields(const Catalog& live, const Catalog& target, const ObjectId& id) {
  FieldChanges fields;
  with_kind(id.kind, [&]<class T>() {
    const T* actual = live.find<T>(id);
    const T* wanted = target.find<T>(id);
    check(actual != nullptr && wanted != nullptr, "changed_fields of " + describe(id));
    fields = compare_fields(*actual, *wanted);
  });
  return fields;
}

}  // namespace schemadiff
