// Of generated schemas (see fragments.h), on the server of this run:
//   Fields/<fragment>  each field is changed and changed back. The plan is not empty (or is, where
//                      two spellings mean the same), apply does it, the second plan is empty, the
//                      database is what a fresh load gives, no row is lost, and the comparison of
//                      the two files, without a server, says the same.
//   Catalogs/<number>  many fragments at once, all fields by chance: a fresh load, its dump and
//                      any order of its statements plan nothing; then one, some and many fields
//                      change at once, and change back.
// SCHEMADIFF_PROPERTY_COUNT (1): how many alternatives of a field, catalogs times three.
// SCHEMADIFF_PROPERTY_SEED (1): the same seed makes the same schemas.
// A failure leaves before.sql, after.sql and rows.sql, made as small as it stays a failure, in
// SCHEMADIFF_PROPERTY_FAILURES (a folder beside the test program): the form of a golden case.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <set>

#include "tests/properties/fragments.h"
#include "tests/support/run_schemadiff.h"
#include "tests/support/throwaway_cluster.h"

namespace schemadiff::testing {
namespace {

namespace fs = std::filesystem;

constexpr int kAnyVersion = 99;
constexpr int kCatalogs = 3;
constexpr int kRefused = 3;  // exit codes
constexpr int kDifferent = 2;

unsigned setting(const char* name, unsigned otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : static_cast<unsigned>(std::stoul(text));
}
unsigned seed() { return setting("SCHEMADIFF_PROPERTY_SEED", 1); }
unsigned how_many() { return setting("SCHEMADIFF_PROPERTY_COUNT", 1); }

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

std::map<std::string, long> row_counts(const TestDatabase& database) {
  std::string counts;
  for (const auto& row :
       database.query("SELECT oid::regclass FROM pg_class WHERE relkind = 'r' AND "
                      "relnamespace::regnamespace::text !~ '^(pg_|information_schema)'")) {
    counts += (counts.empty() ? "" : " UNION ALL ") +
              fmt::format("SELECT $name${0}$name$, count(*) FROM ONLY {0}", *row[0]);
  }
  std::map<std::string, long> out;
  if (counts.empty()) return out;
  for (const auto& row : database.query(counts)) out[*row[0]] = std::stol(*row[1]);
  return out;
}

// From one schema to another. `same`: they mean the same.
struct Move {
  Schema from;
  Schema to;
  bool same = false;
  bool may_be_refused = false;

  Move back() const { return {to, from, same, may_be_refused}; }
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

  // In `live`, which is as `move.from` says; afterwards as `move.to`, if all is well.
  // `refused`, where that is allowed: it is as it was.
  Complaint judge(const Move& move, const TestDatabase& live, bool& refused) const {
    const std::string file = folder_.write("to.sql", move.to.sql());
    const ProcessResult plan = schemadiff({"plan", "--to", file, "--db", live.conninfo(),
                                           "--exit-code", "--allow", "all", "--allow", "empty"});
    const int wanted = move.same ? 0 : kDifferent;
    if (plan.exit_code != wanted) {
      return complaint(move.same ? "a false difference" : "a missed difference", plan);
    }
    if (!move.same) {
      const auto before = row_counts(live);
      const ProcessResult apply =
          schemadiff({"apply", "--to", file, "--db", live.conninfo(), "--auto-approve", "--allow",
                      "all", "--allow", "empty"});
      refused = apply.exit_code == kRefused && move.may_be_refused;
      if (refused) return unchanged(move, live);
      if (apply.exit_code != 0) return complaint("apply failed", apply);
      const ProcessResult again = schemadiff(
          {"plan", "--to", file, "--db", live.conninfo(), "--exit-code", "--allow", "empty"});
      if (again.exit_code != 0) return complaint("the second plan is not empty", again);
      const auto after = row_counts(live);
      for (const auto& [table, count] : before) {
        const auto now = after.find(table);
        if (now != after.end() && now->second < count) {
          return complaint("rows of " + table + " are lost", plan);
        }
      }
    }
    const TestDatabase fresh = load(move.to, false);
    const ProcessResult difference = schemadiff({"diff", live.url(), fresh.url(), "--exit-code"});
    if (difference.exit_code != 0) return complaint("not what a fresh load gives", difference);
    const std::string other = folder_.write("from.sql", move.from.sql());
    const ProcessResult files =
        schemadiff({"diff", other, file, "--exit-code", "--allow", "empty"});
    // Of whom an object is that a file gives to nobody, only a server can say.
    const bool owner = move.from.sql().find("OWNER TO") != std::string::npos;
    if (files.exit_code != wanted && !(owner && files.exit_code == 0)) {
      return complaint(
          move.same ? "a false difference of the files" : "a missed difference of the files",
          files);
    }
    return std::nullopt;
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
    const TestDatabase reloaded(dump.output);
    const ProcessResult difference =
        schemadiff({"diff", live.url(), reloaded.url(), "--exit-code"});
    if (difference.exit_code != 0) return complaint("the loaded dump differs", difference);
    // What a file does not say of owners and extensions (a version, a comment), a dump does.
    const bool extensions = dump.output.find("CREATE EXTENSION") != std::string::npos;
    const ProcessResult files =
        run_schemadiff({"diff", extensions ? dumped : file, dumped, "--exit-code", "--schema", "*",
                        "--manage", "structure,comments"});
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

  static Complaint expect_in_sync(const std::string& file, const TestDatabase& live,
                                  const std::string& sentence) {
    const ProcessResult plan = schemadiff(
        {"plan", "--to", file, "--db", live.conninfo(), "--exit-code", "--allow", "empty"});
    if (plan.exit_code == 0) return std::nullopt;
    return complaint(sentence + "\n" + read_file(file), plan);
  }

  Complaint unchanged(const Move& move, const TestDatabase& live) const {
    return expect_in_sync(folder_.write("from.sql", move.from.sql()), live,
                          "a refused apply changed the database");
  }

  TemporaryFolder folder_;
};

// What is wrong with a move, tried from nothing.
Complaint try_move(const Move& move) {
  try {
    const TestDatabase live = Judge::load(move.from, true);
    bool refused = false;
    return Judge().judge(move, live, refused);
  } catch (const std::exception& error) {
    return std::string("no valid schema: ") + error.what();
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
    for (size_t i = move_.from.fragments.size(); i-- > 0;) {
      const std::string& name = move_.from.fragments[i]->name;
      const auto& rest = move_.from.fragments;
      const bool needed = std::any_of(rest.begin(), rest.end(), [&](const Fragment* other) {
        return std::count(other->needs.begin(), other->needs.end(), name) > 0;
      });
      if (needed) continue;
      Move smaller = move_;
      for (Schema* side : {&smaller.from, &smaller.to}) {
        side->fragments.erase(side->fragments.begin() + static_cast<std::ptrdiff_t>(i));
      }
      keep(smaller);
    }
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
  ADD_FAILURE() << "SCHEMADIFF_PROPERTY_SEED=" << seed() << ", " << folder.string() << ":\n"
                << of_the_small.value_or(wrong);
}

void report_alone(const Schema& schema, const std::string& wrong, const std::string& name) {
  const fs::path folder = failure_folder(name);
  std::ofstream(folder / "schema.sql", std::ios::binary) << schema.sql();
  ADD_FAILURE() << "SCHEMADIFF_PROPERTY_SEED=" << seed() << ", " << folder.string() << ":\n"
                << wrong;
}

// There and back again. False, if something was wrong: who knows how the database is then.
bool there_and_back(const Move& move, const TestDatabase& live, const std::string& name) {
  const Judge judge;
  std::optional<TestDatabase> there;  // where the way there was refused
  for (const Move& way : {move, move.back()}) {
    Complaint wrong;
    bool refused = false;
    try {
      wrong = judge.judge(way, there ? *there : live, refused);
      if (refused) there.emplace(Judge::load(move.to, true));
    } catch (const std::exception& error) {
      wrong = std::string("no valid schema: ") + error.what();
    }
    if (!wrong) continue;
    report(way, *wrong, name);
    return false;
  }
  return true;
}

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
    std::optional<TestDatabase> live;
    for (size_t i = 0; i < fragment.slots.size(); ++i) {
      const Slot& slot = fragment.slots[i];
      if (!slot.is_field()) continue;
      const SlotPlace place{name_, i};
      for (unsigned round = 0; round < how_many(); ++round) {
        const size_t first = random() % slot.variants.size();
        size_t second = random() % (slot.variants.size() - 1);
        if (second >= first) ++second;
        Move move{schema, schema, false, slot.may_be_refused};
        move.from.choices[place] = first;
        move.to.choices[place] = second;
        move.same = slot.variants[first].meaning == slot.variants[second].meaning;
        live.emplace(Judge::load(move.from, true));
        there_and_back(move, *live, fmt::format("{}-{}", name_, i));
      }
    }
  }

 private:
  std::string name_;
};

class CatalogTest : public ::testing::Test {
 public:
  explicit CatalogTest(int number) : number_(number) {}

  void TestBody() override {
    const std::string name = fmt::format("catalog-{}", number_);
    std::mt19937 random = random_of(name);
    for (unsigned round = 0; round < how_many(); ++round) {
      const Schema schema = some_schema(random);
      std::optional<TestDatabase> live(Judge::load(schema, true));
      if (auto wrong = Judge().judge_alone(schema, *live, random)) {
        report_alone(schema, *wrong, name);
        return;
      }
      for (const int changes : {1, 4, 16}) {
        Move move{schema, schema, false, false};
        for (int i = 0; i < changes; ++i) change_one(move, random);
        if (!there_and_back(move, *live, fmt::format("{}-{}", name, changes))) {
          live.emplace(Judge::load(schema, true));
        }
      }
    }
  }

 private:
  static Schema some_schema(std::mt19937& random) {
    std::vector<std::string> wanted;
    for (const Fragment& fragment : fragments()) {
      if (random() % 3 > 0) wanted.push_back(fragment.name);
    }
    Schema schema;
    schema.fragments = with_needs(fragments(), wanted);
    name_everything(schema, random() % 2 == 0 ? Names::plain : Names::wild, random);
    for (const Fragment* fragment : schema.fragments) {
      for (size_t i = 0; i < fragment->slots.size(); ++i) {
        schema.choices[{fragment->name, i}] = random() % fragment->slots[i].variants.size();
      }
    }
    return schema;
  }

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
}

}  // namespace
}  // namespace schemadiff::testing

int main(int argc, char** argv) {
  ::testing::InitGoogleTest(&argc, argv);
  schemadiff::testing::register_tests();
  return RUN_ALL_TESTS();
}
