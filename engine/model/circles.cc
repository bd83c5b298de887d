#include "engine/model/circles.h"

#include <set>

#include "engine/model/object_graph.h"
#include "engine/model/text_references.h"

namespace schemadiff {

Diagnostics find_circles(const Catalog& desired) {
  ObjectGraph uses;
  const auto note_uses = [&]<class T>() {
    for (const auto& [id, object] : desired.objects<T>()) {
      for (const ObjectId& used : used_by_texts(object)) {
        const bool counts = used.kind == Kind::view || used.kind == Kind::function ||
                            used.kind == Kind::materialized_view || used.kind == Kind::cast;
        if (counts && desired.contains(used)) uses.add(id, used);
      }
    }
  };
  note_uses.operator()<View>();
  note_uses.operator()<MaterializedView>();
  note_uses.operator()<Function>();
  for (const auto& [id, cast] : desired.objects<Cast>()) {
    if (desired.contains(called_by(cast))) uses.add(id, called_by(cast));
  }
  uses.keep_circles();
  Diagnostics out;
  std::set<ObjectId> said;
  for (const ObjectId& id : uses.starts()) {
    if (said.contains(id)) continue;
    const std::vector<ObjectId> circle = uses.way(id, id);
    if (circle.empty()) continue;
    said.insert(circle.begin(), circle.end());
    std::string names;
    for (size_t i = 1; i + 1 < circle.size(); ++i) {
      names += (i == 1 ? " uses " : ", which uses ") + describe(circle[i]);
    }
    out.error(desired.find_base(id)->source,
              describe(id) + names + (names.empty() ? " uses itself" : ", which uses it again") +
                  ": none of them can be created");
  }
  return out;
}

}  // namespace schemadiff
