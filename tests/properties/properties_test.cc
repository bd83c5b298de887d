// Of generated schemas (see fragments.h), on the server of this run:
//   Fields/<fragment>  each field is changed and changed back. There is something to apply (or not,
//                      where two spellings mean the same), apply does it, the second plan is
//                      empty, the database is what a fresh load gives, no row is lost, and the
//                      comparison of the two files, without a server, says the same.
//   Catalogs/<number>  many fragments at once, all fields by chance: a fresh load, its dump and
//                      any order of its statements plan nothing; then one, some and many fields
//                      change at once, and change back.
//   Pairs/<number>     from many fragments to others, all fields by chance on both sides: apply
//                      does it in one plan or refuses it by name, and then nothing has changed.
// SCHEMADIFF_PROPERTY_PART (1/1): "2/6" is the second sixth of the fields of every fragment. What
// is done to a field is the same in every part: ./test.sh runs one, ./test.sh --long all of them.
// SCHEMADIFF_PROPERTY_COUNT (1): how many alternatives of a field, catalogs times three, pairs
// times four.
// SCHEMADIFF_PROPERTY_SEED (1): the same seed makes the same schemas.
// A failure says how to run it again, and leaves before.sql, after.sql and seed.sql, made as small
// as it stays a failure, in SCHEMADIFF_PROPERTY_FAILURES (a folder beside the test program): the
// form of a golden case.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <set>
#include <stdexcept>

#include "tests/properties/fragments.h"
#include "tests/support/row_counts.h"
#include "tests/support/run_schemadiff.h"
#include "tests/support/throwaway_cluster.h"

namespace schemadiff::testing {
namespace {

namespace fs = std::filesystem;

constexpr int kAnyVersion = 99;
constexpr int kCatalogs = 3;
constexpr int kPairs = 4;
constexpr int kRefused = 3;  // exit codes
constexpr int kDifferent = 2;

unsigned setting(const char* name, unsigned otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : static_cast<unsigned>(std::stoul(text));
}
unsigned seed() { return setting("SCHEMADIFF_PROPERTY_SEED", 1); }
unsigned how_many() { return setting("SCHEMADIFF_PROPERTY_COUNT", 1); }

// A share of the fields: those whose number leaves `remainder` when divided by `of`.
struct Part {
  unsigned remainder = 0;
  unsigned of = 1;
};
Part part() {
  const char* text = std::getenv("SCHEMADIFF_PROPERTY_PART");
  if (text == nullptr) return {};
  unsigned number = 0;
  unsigned of = 0;
  if (std::sscanf(text, "%u/%u", &number, &of) != 2 || number == 0 || number > of) {
    throw std::runtime_error(fmt::format("SCHEMADIFF_PROPERTY_PART is no part: {}", text));
  }
  return {number - 1, of};
}

std::string how_to_run_again() {
  const ::testing::TestInfo& test = *::testing::UnitTest::GetInstance()->current_test_info();
  return fmt::format(
      "SCHEMADIFF_PROPERTY_SEED={} SCHEMADIFF_PROPERTY_COUNT={} property_tests "
      "--gtest_filter={}.{}",
      seed(), how_many(), test.test_suite_name(), test.name());
}

// One run of a test after the other gets the same numbers whatever else runs.
std::mt19937 random_of(const std::string& name) {
  std::seed_seq seeds(name.begin(), name.end());
  std::vector<unsigned> words(1);
  seeds.generate(words.begin(), words.end());
  return std::mt19937(words[0] + seed());
}

const std::vector<Fragment>& fragments() {
  static const std::vector<Fragment> all = [] {
    std::vector<Fragment> out = read_fragments(test_server_version() / 10000);
    const TestDatabase database;
    std::erase_if(out, [&](const Fragment& fragment) {
      return !fragment.extension.empty() &&
             database.scalar("SELECT count(*) FROM pg_available_extensions WHERE name = '" +
                             fragment.extension + "'") == "0";
    });
    return out;
  }();
  return all;
}

// From one schema to another. `same`: they mean the same.
struct Move {
  Schema from;
  Schema to;
  bool same = false;
  bool may_be_refused = false;
  bool with_rows = true;

  Move back() const { return {to, from, same, may_be_refused, with_rows}; }
  // By the parser of this build; else a database that has `to` is the desired state.
  bool is_readable() const {
    return std::all_of(to.fragments.begin(), to.fragments.end(),
                       [](const Fragment* fragment) { return fragment->is_readable(); });
  }
};

// What is wrong, as a sentence and an output; nothing: all is well.
using Complaint = std::optional<std::string>;

Complaint complaint(const std::string& sentence, const ProcessResult& run) {
  return fmt::format("{} (exit {})\n{}{}", sentence, run.exit_code, run.output, run.errors);
}

class Judge {
 public:
  // What a database with the rows of `schema` needs.
  static TestDatabase load(const Schema& schema, bool with_rows) {
    TestDatabase database(schema.sql());
    if (with_rows && !schema.rows().empty()) database.execute(schema.rows());
    return database;
  }

  // In `live`, which is as `move.from` says; afterwards as `move.to`, if all is well, which is what
  // `fresh` is. `refused`, where that is allowed: it is as it was.
  Complaint judge(const Move& move, const TestDatabase& live, const TestDatabase& fresh,
                  bool& refused) const {
    const std::string desired =
        move.is_readable() ? folder_.write("to.sql", move.to.sql()) : fresh.url();
    if (!move.same) {
      if (auto wrong = apply(move, desired, live, refused); wrong || refused) return wrong;
    }
    const ProcessResult plan = schemadiff(
        {"plan", "--to", desired, "--db", live.conninfo(), "--exit-code", "--allow", "empty"});
    if (plan.exit_code != 0) {
      return complaint(move.same ? "a false difference" : "the second plan is not empty", plan);
    }
    if (!move.is_readable()) return std::nullopt;
    const ProcessResult difference = schemadiff({"diff", live.url(), fresh.url(), "--exit-code"});
    if (difference.exit_code != 0) return complaint("not what a fresh load gives", difference);
    return judge_files(move, desired);
  }

  // A fresh load, its dump, and another order of the statements.
  Complaint judge_alone(const Schema& schema, const TestDatabase& live,
                        std::mt19937& random) const {
    const std::string file = folder_.write("schema.sql", schema.sql());
    if (auto wrong = expect_in_sync(file, live, "a fresh load differs")) return wrong;
    const ProcessResult dump = schemadiff({"dump", "--db", live.conninfo()});
    if (dump.exit_code != 0) return complaint("no dump", dump);
    const std::string dumped = folder_.write("dump.sql", dump.output);
    if (auto wrong = expect_in_sync(dumped, live, "the dump differs")) return wrong;
    // Connections of subscriptions are for the user to fill in.
    if (dump.output.find("CONNECTION '(hidden)'") == std::string::npos) {
      const TestDatabase reloaded(dump.output);
      const ProcessResult difference =
          schemadiff({"diff", live.url(), reloaded.url(), "--exit-code"});
      if (difference.exit_code != 0) return complaint("the loaded dump differs", difference);
    }
    // What a file does not say of owners, extensions (a version, a comment) and types that are LIKE
    // others, a dump does.
    const bool says_more = dump.output.find("CREATE EXTENSION") != std::string::npos ||
                           schema.sql().find(", LIKE = ") != std::string::npos;
    const ProcessResult files =
        run_schemadiff({"diff", says_more ? dumped : file, dumped, "--exit-code", "--schema", "*",
                        "--manage", "structure,comments", "--target-version", server_major()});
    if (files.exit_code != 0) return complaint("the dump differs from the file", files);
    const std::string shuffled = folder_.write("shuffled.sql", schema.shuffled(random));
    return expect_in_sync(shuffled, live, "the order of statements makes a difference");
  }

 private:
  static ProcessResult schemadiff(std::vector<std::string> arguments) {
    for (const char* argument : {"--schema", "*", "--manage", "all"}) {
      arguments.emplace_back(argument);
    }
    return run_schemadiff(arguments);
  }

  static std::string server_major() { return std::to_string(test_server_version() / 10000); }

  Complaint apply(const Move& move, const std::string& desired, const TestDatabase& live,
                  bool& refused) const {
    const bool has_rows = move.with_rows && !move.from.rows().empty();
    std::map<std::string, long> before;
    if (has_rows) before = row_counts(live);
    const ProcessResult apply =
        schemadiff({"apply", "--to", desired, "--db", live.conninfo(), "--auto-approve", "--allow",
                    "all", "--allow", "empty"});
    refused =
        move.may_be_refused && (apply.exit_code == kRefused ||
                                apply.errors.find("nothing was changed") != std::string::npos);
    if (refused) return unchanged(move, live);
    if (apply.exit_code != 0) return complaint("apply failed", apply);
    if (apply.errors.find("Applied ") == std::string::npos) {
      return complaint("a missed difference", apply);
    }
    if (!has_rows) return std::nullopt;
    const std::string lost = lost_rows(before, row_counts(live));
    if (!lost.empty()) return complaint("rows are lost\n" + lost, apply);
    return std::nullopt;
  }

  // Without a server.
  Complaint judge_files(const Move& move, const std::string& to) const {
    const std::string from = folder_.write("from.sql", move.from.sql());
    const ProcessResult files = schemadiff(
        {"diff", from, to, "--exit-code", "--allow", "empty", "--target-version", server_major()});
    // Of whom an object is that a file gives to nobody, only a server can say.
    const bool owner = move.from.sql().find("OWNER TO") != std::string::npos;
    if (files.exit_code == (move.same ? 0 : kDifferent) || (owner && files.exit_code == 0)) {
      return std::nullopt;
    }
    return complaint(
        move.same ? "a false difference of the files" : "a missed difference of the files", files);
  }

  static Complaint expect_in_sync(const std::string& file, const TestDatabase& live,
                                  const std::string& sentence) {
    const ProcessResult plan = schemadiff(
        {"plan", "--to", file, "--db", live.conninfo(), "--exit-code", "--allow", "empty"});
    if (plan.exit_code == 0) return std::nullopt;
    return complaint(sentence + "\n" + read_file(file), plan);
  }

  Complaint unchanged(const Move& move, const TestDatabase& live) const {
    const TestDatabase fresh = load(move.from, false);
    const ProcessResult difference = schemadiff({"diff", live.url(), fresh.url(), "--exit-code"});
    if (difference.exit_code == 0) return std::nullopt;
    return complaint("a refused apply changed the database", difference);
  }

  TemporaryFolder folder_;
};

constexpr const char* kInvalid = "no valid schema: ";

// What is wrong with a move, tried from nothing.
Complaint try_move(const Move& move) {
  try {
    const TestDatabase live = Judge::load(move.from, move.with_rows);
    const TestDatabase fresh = Judge::load(move.to, false);
    bool refused = false;
    return Judge().judge(move, live, fresh, refused);
  } catch (const std::exception& error) {
    return kInvalid + std::string(error.what());
  }
}

// The smallest move that still goes wrong in the same way (by the first words of the complaint).
class Shrinker {
 public:
  Shrinker(Move move, const std::string& wrong) : move_(std::move(move)), wrong_(first(wrong)) {}

  Move run() {
    if (!fails(move_)) return move_;  // it needs the history of its database
    undo_changes();
    drop_fragments();
    reset_choices();
    Move plain = move_;
    for (Schema* side : {&plain.from, &plain.to}) {
      for (auto& [key, name] : side->names) name = key;
    }
    keep(plain);
    return move_;
  }

 private:
  static std::string first(const std::string& text) { return text.substr(0, text.find('(')); }
  static bool fails_like(const Move& move, const std::string& wrong) {
    if (!move.same && move.from.sql() == move.to.sql()) return false;
    const Complaint complaint = try_move(move);
    return complaint && first(*complaint) == wrong;
  }
  bool fails(const Move& move) const { return fails_like(move, wrong_); }
  void keep(const Move& move) {
    if (fails(move)) move_ = move;
  }

  std::set<SlotPlace> changed() const {
    std::set<SlotPlace> out;
    for (const auto& [place, choice] : move_.to.choices) {
      const auto from = move_.from.choices.find(place);
      if ((from == move_.from.choices.end() ? 0 : from->second) != choice) out.insert(place);
    }
    for (const auto& [place, choice] : move_.from.choices) {
      if (choice != 0 && !move_.to.choices.contains(place)) out.insert(place);
    }
    return out;
  }

  static void copy_choice(const Schema& from, Schema& to, const SlotPlace& place) {
    const auto choice = from.choices.find(place);
    to.choices[place] = choice == from.choices.end() ? 0 : choice->second;
  }

  void undo_changes() {
    const std::set<SlotPlace> places = changed();
    if (places.size() < 2) return;
    for (const SlotPlace& place : places) {
      Move smaller = move_;
      copy_choice(smaller.from, smaller.to, place);
      keep(smaller);
    }
  }

  void drop_fragments() {
    for (const std::vector<const Fragment*>& all : {move_.to.fragments, move_.from.fragments}) {
      for (size_t i = all.size(); i-- > 0;) {
        Move smaller = move_;
        for (Schema* side : {&smaller.from, &smaller.to}) {
          if (!is_needed(all[i]->name, side->fragments)) std::erase(side->fragments, all[i]);
        }
        keep(smaller);
      }
    }
  }

  static bool is_needed(const std::string& name, const std::vector<const Fragment*>& fragments) {
    return std::any_of(fragments.begin(), fragments.end(), [&](const Fragment* other) {
      return std::count(other->needs.begin(), other->needs.end(), name) > 0;
    });
  }

  void reset_choices() {
    const std::set<SlotPlace> kept = changed();
    for (const Fragment* fragment : move_.from.fragments) {
      for (size_t i = 0; i < fragment->slots.size(); ++i) {
        const SlotPlace place{fragment->name, i};
        const auto choice = move_.from.choices.find(place);
        if (kept.contains(place) || choice == move_.from.choices.end() || choice->second == 0) {
          continue;
        }
        Move smaller = move_;
        smaller.from.choices[place] = smaller.to.choices[place] = 0;
        keep(smaller);
      }
    }
  }

  Move move_;
  std::string wrong_;
};

fs::path failure_folder(const std::string& name) {
  const char* given = std::getenv("SCHEMADIFF_PROPERTY_FAILURES");
  const fs::path folder =
      (given != nullptr ? fs::path(given) : fs::path(SCHEMADIFF_PROPERTY_FAILURES_FOLDER)) / name;
  fs::create_directories(folder);
  return folder;
}

void report(const Move& move, const std::string& wrong, const std::string& name) {
  const Move small = Shrinker(move, wrong).run();
  const fs::path folder = failure_folder(name);
  const auto write = [&](const char* file, const std::string& text) {
    std::ofstream(folder / file, std::ios::binary) << text;
  };
  write("before.sql", small.from.sql());
  write("after.sql", small.to.sql());
  write("seed.sql", small.from.rows());
  const Complaint of_the_small = try_move(small);
  ADD_FAILURE() << how_to_run_again() << "\n"
                << folder.string() << ":\n"
                << of_the_small.value_or(wrong);
}

void report_alone(const Schema& schema, const std::string& wrong, const std::string& name) {
  const fs::path folder = failure_folder(name);
  std::ofstream(folder / "schema.sql", std::ios::binary) << schema.sql();
  ADD_FAILURE() << how_to_run_again() << "\n" << folder.string() << ":\n" << wrong;
}

// A schema with its rows, for moves to start from, and without, to compare with.
class Loaded {
 public:
  // Does nothing if it is loaded already.
  void load(const Schema& schema) {
    if (sql_ == schema.sql()) return;
    sql_.reset();
    live_.emplace(Judge::load(schema, true));
    fresh_.emplace(Judge::load(schema, false));
    sql_ = schema.sql();
  }
  const TestDatabase& live() const { return *live_; }

  // From the schema that is loaded there and back again. What is wrong is reported.
  void there_and_back(const Move& move, const std::string& name) {
    try {
      load(move.from);
      const TestDatabase fresh = Judge::load(move.to, false);
      bool refused = false;
      bool is_well = way(move, *live_, fresh, name, refused);
      if (is_well && !refused) {
        is_well = way(move.back(), *live_, *fresh_, name, refused) && !refused;
      } else if (is_well) {
        const TestDatabase there = Judge::load(move.to, true);
        is_well = way(move.back(), there, *fresh_, name, refused);
      }
      if (!is_well) sql_.reset();  // who knows how the database is now
    } catch (const std::exception& error) {
      sql_.reset();
      report(move, kInvalid + std::string(error.what()), name);
    }
  }

 private:
  static bool way(const Move& move, const TestDatabase& live, const TestDatabase& fresh,
                  const std::string& name, bool& refused) {
    const Complaint wrong = Judge().judge(move, live, fresh, refused);
    if (wrong) report(move, *wrong, name);
    return !wrong;
  }

  std::optional<std::string> sql_;  // of what is loaded
  std::optional<TestDatabase> live_;
  std::optional<TestDatabase> fresh_;
};

class FieldsTest : public ::testing::Test {
 public:
  explicit FieldsTest(std::string name) : name_(std::move(name)) {}

  void TestBody() override {
    const auto& all = fragments();
    if (std::none_of(all.begin(), all.end(), [&](const auto& f) { return f.name == name_; })) {
      GTEST_SKIP() << "not on this server";
    }
    std::mt19937 random = random_of(name_);
    Schema schema;
    schema.fragments = with_needs(all, {name_});
    name_everything(schema, random() % 2 == 0 ? Names::plain : Names::wild, random);
    const Fragment& fragment = *schema.fragments.back();
    const Part wanted = part();
    auto number = static_cast<unsigned>(random());  // so that no part has all the first fields
    Loaded loaded;
    for (size_t i = 0; i < fragment.slots.size(); ++i) {
      if (!fragment.slots[i].is_field() || number++ % wanted.of != wanted.remainder) continue;
      const std::string name = fmt::format("{}-{}", name_, i);
      std::mt19937 random_of_field = random_of(name);
      for (unsigned round = 0; round < how_many(); ++round) {
        loaded.there_and_back(some_move(schema, {name_, i}, fragment.slots[i], random_of_field),
                              name);
      }
    }
  }

 private:
  // From the first variant, if that is one of the two: it is what is loaded most of the time.
  static Move some_move(const Schema& schema, const SlotPlace& place, const Slot& slot,
                        std::mt19937& random) {
    size_t first = random() % slot.variants.size();
    size_t second = random() % (slot.variants.size() - 1);
    if (second >= first) ++second;
    if (second == 0) std::swap(first, second);
    Move move{schema, schema, false, slot.may_be_refused};
    move.from.choices[place] = first;
    move.to.choices[place] = second;
    move.same = slot.variants[first].meaning == slot.variants[second].meaning;
    return move;
  }

  std::string name_;
};

// Half of all fragments or more, with all fields by chance; without names.
Schema some_schema(std::mt19937& random) {
  std::vector<std::string> wanted;
  for (const Fragment& fragment : fragments()) {
    if (fragment.is_readable() && random() % 3 > 0) wanted.push_back(fragment.name);
  }
  Schema schema;
  schema.fragments = with_needs(fragments(), wanted);
  for (const Fragment* fragment : schema.fragments) {
    for (size_t i = 0; i < fragment->slots.size(); ++i) {
      schema.choices[{fragment->name, i}] = random() % fragment->slots[i].variants.size();
    }
  }
  return schema;
}

class CatalogTest : public ::testing::Test {
 public:
  explicit CatalogTest(int number) : number_(number) {}

  void TestBody() override {
    const std::string name = fmt::format("catalog-{}", number_);
    std::mt19937 random = random_of(name);
    for (unsigned round = 0; round < how_many(); ++round) {
      Schema schema = some_schema(random);
      name_everything(schema, random() % 2 == 0 ? Names::plain : Names::wild, random);
      Loaded loaded;
      loaded.load(schema);
      if (auto wrong = Judge().judge_alone(schema, loaded.live(), random)) {
        report_alone(schema, *wrong, name);
        return;
      }
      for (const int changes : {1, 4, 16}) {
        Move move{schema, schema, false, false};
        for (int i = 0; i < changes; ++i) change_one(move, random);
        loaded.there_and_back(move, fmt::format("{}-{}", name, changes));
      }
    }
  }

 private:
  // A field whose change needs nobody's consent.
  static void change_one(Move& move, std::mt19937& random) {
    while (true) {
      const Fragment& fragment = *move.from.fragments[random() % move.from.fragments.size()];
      if (fragment.slots.empty()) continue;
      const size_t slot = random() % fragment.slots.size();
      const SlotPlace place{fragment.name, slot};
      const auto& variants = fragment.slots[slot].variants;
      const size_t now = move.from.choices.at(place);
      const size_t next = random() % variants.size();
      if (fragment.slots[slot].may_be_refused) continue;
      if (variants[now].meaning == variants[next].meaning) continue;
      move.to.choices[place] = next;
      return;
    }
  }

  int number_;
};

class PairTest : public ::testing::Test {
 public:
  explicit PairTest(int number) : number_(number) {}

  void TestBody() override {
    const std::string name = fmt::format("pair-{}", number_);
    std::mt19937 random = random_of(name);
    for (unsigned round = 0; round < how_many(); ++round) {
      const Move move = some_move(random);
      const Complaint wrong = try_move(move);
      // What PostgreSQL derives from names of 63 bytes may collide.
      if (wrong && wrong->starts_with(kInvalid)) continue;
      if (wrong) report(move, *wrong, name);
    }
  }

 private:
  // Every other time without changes that may be refused for themselves, so that all is done.
  static Move some_move(std::mt19937& random) {
    // Rows could be in the way of any plan: of new keys, checks and NOT NULLs.
    Move move{some_schema(random), some_schema(random), false, true, false};
    const bool all_can_be_done = random() % 2 == 0;
    for (const Fragment* fragment : move.to.fragments) {
      for (size_t i = 0; all_can_be_done && i < fragment->slots.size(); ++i) {
        const auto before = move.from.choices.find({fragment->name, i});
        if (before == move.from.choices.end() || !fragment->slots[i].may_be_refused) continue;
        move.to.choices[{fragment->name, i}] = before->second;
      }
    }
    Schema all;
    for (const Fragment& fragment : fragments()) all.fragments.push_back(&fragment);
    name_everything(all, random() % 2 == 0 ? Names::plain : Names::wild, random);
    move.from.names = move.to.names = all.names;
    return move;
  }

  int number_;
};

void register_tests() {
  for (const Fragment& fragment : read_fragments(kAnyVersion)) {
    if (fragment.slots.empty()) continue;
    ::testing::RegisterTest("Fields", fragment.name.c_str(), nullptr, nullptr, __FILE__, __LINE__,
                            [name = fragment.name] { return new FieldsTest(name); });
  }
  for (int number = 1; number <= kCatalogs; ++number) {
    ::testing::RegisterTest("Catalogs", std::to_string(number).c_str(), nullptr, nullptr, __FILE__,
                            __LINE__, [number] { return new CatalogTest(number); });
  }
  for (int number = 1; number <= kPairs; ++number) {
    ::testing::RegisterTest("Pairs", std::to_string(number).c_str(), nullptr, nullptr, __FILE__,
                            __LINE__, [number] { return new PairTest(number); });
  }
}

}  // namespace
}  // namespace schemadiff::testing

int main(int argc, char** argv) {
  ::testing::InitGoogleTest(&argc, argv);
  schemadiff::testing::register_tests();
  return RUN_ALL_TESTS();
}
