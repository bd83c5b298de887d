// The names of drizzle-kit: vectors taken from the npm packages themselves.
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <sstream>

#include "engine/generate/drizzle/naming.h"
#include "tests/support/run_schemadiff.h"

namespace schemadiff::drizzle {
namespace {

std::vector<std::vector<std::string>> rows_of(const std::string& name) {
  std::istringstream lines(
      testing::read_file(std::string(SCHEMADIFF_SOURCE_DIR) + "/tests/drizzle/" + name));
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("#") || line.empty()) continue;
    std::vector<std::string>& row = rows.emplace_back();
    std::istringstream cells(line);
    for (std::string cell; std::getline(cells, cell, '\t');) row.push_back(cell);
  }
  return rows;
}

TEST(DrizzleNaming, CamelCaseIsThatOfThePackage) {
  const auto rows = rows_of("camelcase_vectors.tsv");
  EXPECT_EQ(rows.size(), 83U);
  for (const auto& row : rows) {
    const std::string name = nlohmann::json::parse(row[0]);
    const std::string key = nlohmann::json::parse(row[1]);
    EXPECT_EQ(camel_case(name), key) << "of " << row[0];
  }
}

TEST(DrizzleNaming, NumbersAreThoseOfThePackage) {
  const auto rows = rows_of("pluralize_vectors.tsv");
  EXPECT_GT(rows.size(), 100U);
  for (const auto& row : rows) {
    EXPECT_EQ(singular(row[0]), row[1]) << "of " << row[0];
    EXPECT_EQ(plural(row[0]), row[2]) << "of " << row[0];
  }
}

TEST(DrizzleNaming, EachNameIsClaimedOnce) {
  NameScope scope = module_scope();
  EXPECT_EQ(scope.claim("users"), "users");
  EXPECT_EQ(scope.claim("users"), "users_");
  EXPECT_EQ(scope.claim("users"), "users_2");
  EXPECT_EQ(scope.claim("users"), "users_3");
  EXPECT_EQ(scope.claim("class"), "class_");
  EXPECT_EQ(scope.claim("text"), "text_");
  EXPECT_EQ(scope.claim("2Fast"), "_2Fast");
  EXPECT_EQ(scope.claim("weird name!"), "weird_name_");
  EXPECT_EQ(scope.claim(""), "_");
  EXPECT_EQ(scope.claim("日本"), "日本");
}

TEST(DrizzleNaming, KeysWithoutQuotes) {
  EXPECT_TRUE(is_identifier("userId"));
  EXPECT_TRUE(is_identifier("$a_1"));
  EXPECT_TRUE(is_identifier("default"));
  EXPECT_FALSE(is_identifier("2fa"));
  EXPECT_FALSE(is_identifier("日本"));
  EXPECT_FALSE(is_identifier("a-b"));
  EXPECT_FALSE(is_identifier(""));
}

}  // namespace
}  // namespace schemadiff::drizzle
