// How sure it is, without a server, that two expressions differ.
#pragma once

#include "engine/model/values.h"

namespace schemadiff {

enum class Certainty : uint8_t {
  certain,
  literals,  // but for literals that only the input functions of their types can read
  texts,     // one of them could not be read at all
};

}  // namespace schemadiff
