#include "engine/model/text_references.h"

namespace schemadiff {

std::vector<ObjectId> used_by_texts(const Catalog& catalog, const ObjectId& id) {
  std::vector<ObjectId> out;
  with_kind(id.kind, [&]<class T>() {
    if (const T* object = catalog.find<T>(id)) out = used_by_texts(*object);
  });
  return out;
}

}  // namespace schemadiff
