// CREATE COLLATION; pg_collation.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

enum class CollationProvider : char { libc = 'c', icu = 'i', builtin = 'b' };
std::string display(CollationProvider provider);

// A locale as it was written or stored; 16 and later store ICU's as language tags.
struct CollationLocale {
  std::string name;
  // de_DE and de-DE are the same; so may be de@collation=phonebook and de-u-co-phonebk, which only
  // ICU could tell: alike in the language is alike then.
  friend bool operator==(const CollationLocale& a, const CollationLocale& b);
};
std::string display(const CollationLocale& locale);

struct Collation : ObjectBase {
  CollationProvider provider = CollationProvider::libc;
  bool deterministic = true;
  std::string collate;     // libc's
  std::string ctype;       // libc's
  CollationLocale locale;  // of the other providers
  std::string rules;       // ICU, 16 and later
  static constexpr auto kFields = std::tuple{
      Field{"provider", &Collation::provider},  Field{"deterministic", &Collation::deterministic},
      Field{"lc_collate", &Collation::collate}, Field{"lc_ctype", &Collation::ctype},
      Field{"locale", &Collation::locale},      Field{"rules", &Collation::rules}};
};

}  // namespace schemadiff
