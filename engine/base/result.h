#pragma once

#include <tl/expected.hpp>

#include "engine/base/error.h"

namespace schemadiff {

// A value, or the Error that explains its absence. Becomes std::expected when we move to C++23.
template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }
inline tl::unexpected<Error> fail(ErrorCode code, std::string sentence, std::string hint = "") {
  Error error;
  error.code = code;
  error.sentence = std::move(sentence);
  error.hint = std::move(hint);
  return fail(std::move(error));
}

}  // namespace schemadiff
