// Schemas made of choices. tests/properties/fragments/*.sql holds fragments, pieces of SQL with
// slots:
//
//   --- sequence since 13 grammar 18 needs schema
//   CREATE SEQUENCE <s>.<seq>{{ // INCREMENT 2 // =INCREMENT BY 2 // @15 …}};
//   --- rows sequence
//   INSERT …                  what is put into its tables where rows are to be kept
//
// A slot is one field; its variants stand between //. "=": means the same as the one before it;
// "@15": since PostgreSQL 15; a slot that begins with "!" may be refused at plan time. <s> is the
// identifier that a schema gives the name s, <'s> the same inside of a string. A statement ends
// where a line ends with ';' outside of $$.
#pragma once

#include <compare>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace schemadiff::testing {

struct Variant {
  std::string text;
  int since = 0;    // major version
  int meaning = 0;  // equal within a slot: spellings of the same
};

struct Slot {
  std::vector<Variant> variants;  // those that the server understands
  bool may_be_refused = false;

  bool is_field() const { return variants.size() > 1; }
};

struct Fragment {
  std::string name;
  int since = 0;
  int grammar = 0;  // that reads it: "grammar 18"; older ones only see it in a database
  std::vector<std::string> needs;
  std::string extension;           // that the server must have; "": none
  std::vector<std::string> texts;  // slots.size() + 1 of them, around the slots
  std::vector<Slot> slots;
  std::string rows;

  bool is_readable() const;  // by the grammar of this build
};

// All fragments that a server of that major version understands, in an order that loads.
std::vector<Fragment> read_fragments(int major);

struct SlotPlace {
  std::string fragment;
  size_t slot = 0;
  friend auto operator<=>(const SlotPlace&, const SlotPlace&) = default;
};

// One choice for everything that can be chosen.
struct Schema {
  std::vector<const Fragment*> fragments;
  std::map<SlotPlace, size_t> choices;       // of variants; absent: the first
  std::map<std::string, std::string> names;  // not quoted

  const Variant& variant(const SlotPlace& place, const Slot& slot) const;
  std::vector<std::string> statements() const;
  std::string sql() const;
  std::string rows() const;
  // The same statements in another order, but for those that only mean something after others
  // (ALTER, GRANT, COMMENT): they stay last.
  std::string shuffled(std::mt19937& random) const;
};

// `wanted` and what they need, in order.
std::vector<const Fragment*> with_needs(const std::vector<Fragment>& all,
                                        const std::vector<std::string>& wanted);

enum class Names { plain, wild };  // wild: quoted, reserved, unicode, 63 bytes …
void name_everything(Schema& schema, Names names, std::mt19937& random);

}  // namespace schemadiff::testing
