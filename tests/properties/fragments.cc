#include "tests/properties/fragments.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <functional>
#include <regex>
#include <set>
#include <sstream>
#include <stdexcept>

#include "engine/base/identifier.h"
#include "parser/parser.h"

namespace schemadiff::testing {
namespace {

namespace fs = std::filesystem;

std::string trimmed(const std::string& text) {
  const size_t begin = text.find_first_not_of(" \n");
  if (begin == std::string::npos) return "";
  return text.substr(begin, text.find_last_not_of(" \n") + 1 - begin);
}

Slot read_slot(std::string text, int major) {
  Slot slot;
  slot.may_be_refused = text.starts_with("!");
  if (slot.may_be_refused) text.erase(0, 1);
  int meaning = 0;
  while (true) {
    const size_t end = text.find("//");
    Variant variant;
    variant.text = trimmed(text.substr(0, end));
    if (variant.text.starts_with("=")) {
      variant.text = trimmed(variant.text.substr(1));
    } else {
      ++meaning;
    }
    variant.meaning = meaning;
    if (variant.text.starts_with("@")) {
      variant.since = std::stoi(variant.text.substr(1));
      variant.text = trimmed(variant.text.substr(variant.text.find(' ')));
    }
    if (variant.since <= major) slot.variants.push_back(std::move(variant));
    if (end == std::string::npos) break;
    text.erase(0, end + 2);
  }
  return slot;
}

void read_text(Fragment& fragment, const std::string& text, int major) {
  size_t done = 0;
  for (size_t at; (at = text.find("{{", done)) != std::string::npos;) {
    const size_t end = text.find("}}", at);
    if (end == std::string::npos) throw std::runtime_error("a slot of " + fragment.name);
    fragment.texts.push_back(text.substr(done, at - done));
    fragment.slots.push_back(read_slot(text.substr(at + 2, end - at - 2), major));
    done = end + 2;
  }
  fragment.texts.push_back(text.substr(done));
}

Fragment read_heading(const std::string& line) {
  std::istringstream words(line.substr(3));
  Fragment fragment;
  words >> fragment.name;
  for (std::string word; words >> word;) {
    if (word == "since") {
      words >> fragment.since;
    } else if (word == "grammar") {
      words >> fragment.grammar;
    } else if (word == "extension") {
      words >> fragment.extension;
    } else if (word != "needs") {
      fragment.needs.push_back(word);
    }
  }
  return fragment;
}

void read_fragment_file(const fs::path& file, int major, std::vector<Fragment>& out) {
  std::ifstream stream(file);
  std::map<std::string, std::string> texts;
  std::vector<Fragment> found;
  std::string* into = nullptr;
  for (std::string line; std::getline(stream, line);) {
    if (line.starts_with("--- rows ")) {
      const std::string name = line.substr(9);
      const auto fragment = std::find_if(found.begin(), found.end(),
                                         [&](const Fragment& f) { return f.name == name; });
      if (fragment == found.end()) throw std::runtime_error("rows of no fragment: " + name);
      into = &fragment->rows;
    } else if (line.starts_with("--- ")) {
      found.push_back(read_heading(line));
      into = &texts[found.back().name];
    } else if (into != nullptr) {
      *into += line + "\n";
    }
  }
  for (Fragment& fragment : found) {
    read_text(fragment, texts[fragment.name], major);
    if (fragment.since <= major) out.push_back(std::move(fragment));
  }
}

// Statements end where a line ends with ';', but not within $$ (or $tag$).
std::vector<std::string> split(const std::string& text) {
  static const std::regex dollars(R"(\$[A-Za-z_]*\$)");
  std::vector<std::string> out(1);
  std::string open;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    out.back() += line + "\n";
    for (std::sregex_iterator at(line.begin(), line.end(), dollars), end; at != end; ++at) {
      if (open.empty()) {
        open = at->str();
      } else if (open == at->str()) {
        open.clear();
      }
    }
    const size_t last = line.find_last_not_of(' ');
    if (open.empty() && last != std::string::npos && line[last] == ';') out.emplace_back();
  }
  std::erase_if(out, [](const std::string& statement) {
    return statement.find_first_not_of(" \n;") == std::string::npos;
  });
  return out;
}

const std::regex& name_pattern() {
  static const std::regex pattern("<('?)([a-z_][a-z0-9_]*)>");
  return pattern;
}

std::string with_names(const std::string& text, const std::map<std::string, std::string>& names) {
  std::string out;
  auto done = text.begin();
  for (std::sregex_iterator at(text.begin(), text.end(), name_pattern()), end; at != end; ++at) {
    out.append(done, (*at)[0].first);
    std::string name = quote_identifier(names.at((*at)[2].str()));
    if ((*at)[1].length() > 0) {  // inside of a string
      for (size_t quote = 0; (quote = name.find('\'', quote)) != std::string::npos; quote += 2) {
        name.insert(quote, 1, '\'');
      }
    }
    out += name;
    done = (*at)[0].second;
  }
  out.append(done, text.end());
  return out;
}

std::set<std::string> names_in(const Fragment& fragment) {
  std::set<std::string> out;
  const auto collect = [&](const std::string& text) {
    for (std::sregex_iterator at(text.begin(), text.end(), name_pattern()), end; at != end; ++at) {
      out.insert((*at)[2].str());
    }
  };
  for (const std::string& text : fragment.texts) collect(text);
  for (const Slot& slot : fragment.slots) {
    for (const Variant& variant : slot.variants) collect(variant.text);
  }
  collect(fragment.rows);
  return out;
}

constexpr size_t kLongestName = 63;

std::string wild_name(const std::string& name, std::mt19937& random,
                      std::vector<std::string>& reserved) {
  switch (random() % 13) {
    case 0: {
      std::string upper = name;
      upper[0] = static_cast<char>(std::toupper(upper[0]));
      return upper;
    }
    case 1:
      return name + " x";
    case 2:
      return name + "\"q";
    case 3:
      return name + "ключ";
    case 4:
      return name + "_" + std::string(kLongestName - name.size() - 1, 'y');
    case 5: {
      if (reserved.empty()) return name;
      std::string word = reserved.back();
      reserved.pop_back();
      return word;
    }
    case 6:
      return name + ".d";
    case 7:
      return name + "$";
    case 8:
      return "1" + name;
    case 9:
      return name + "'a";
    case 10:
      return name + ";--x";
    case 11: {
      // What is named after it is cut, and still unlike what is named after others: of names that
      // are cut alike, which number each gets goes by the order in which they are made.
      std::string accented = name;
      while (accented.size() + 2 <= kLongestName) accented += "é";
      return accented;
    }
    default:
      return name + "/*c*/";
  }
}

}  // namespace

bool Fragment::is_readable() const { return grammar <= std::stoi(grammar_version()); }

std::vector<Fragment> read_fragments(int major) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(SCHEMADIFF_FRAGMENTS)) {
    if (entry.path().extension() == ".sql") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<Fragment> out;
  for (const fs::path& file : files) read_fragment_file(file, major, out);
  return out;
}

std::vector<const Fragment*> with_needs(const std::vector<Fragment>& all,
                                        const std::vector<std::string>& wanted) {
  std::set<std::string> names;
  const std::function<void(const std::string&)> add = [&](const std::string& name) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Fragment& f) { return f.name == name; });
    if (found == all.end()) throw std::runtime_error("there is no fragment " + name);
    if (!names.insert(name).second) return;
    for (const std::string& needed : found->needs) add(needed);
  };
  for (const std::string& name : wanted) add(name);
  std::vector<const Fragment*> out;
  for (const Fragment& fragment : all) {
    if (names.contains(fragment.name)) out.push_back(&fragment);
  }
  return out;
}

void name_everything(Schema& schema, Names names, std::mt19937& random) {
  std::vector<std::string> reserved = {"order", "user",  "table",   "select", "group", "where",
                                       "end",   "check", "default", "limit",  "desc",  "from"};
  std::shuffle(reserved.begin(), reserved.end(), random);
  std::set<std::string> keys;
  for (const Fragment* fragment : schema.fragments) keys.merge(names_in(*fragment));
  for (const std::string& key : keys) {
    const bool plain = names == Names::plain || random() % 2 == 0;
    schema.names[key] = plain ? key : wild_name(key, random, reserved);
  }
}

const Variant& Schema::variant(const SlotPlace& place, const Slot& slot) const {
  const auto choice = choices.find(place);
  return slot.variants[choice == choices.end() ? 0 : choice->second];
}

std::vector<std::string> Schema::statements() const {
  std::vector<std::string> out;
  for (const Fragment* fragment : fragments) {
    std::string text = fragment->texts[0];
    for (size_t i = 0; i < fragment->slots.size(); ++i) {
      text += " " + variant({fragment->name, i}, fragment->slots[i]).text + " ";
      text += fragment->texts[i + 1];
    }
    for (std::string& statement : split(with_names(text, names))) {
      out.push_back(std::move(statement));
    }
  }
  return out;
}

std::string Schema::sql() const {
  std::string out;
  for (const std::string& statement : statements()) out += statement;
  return out;
}

std::string Schema::rows() const {
  std::string out;
  for (const Fragment* fragment : fragments) out += with_names(fragment->rows, names);
  return out;
}

std::string Schema::shuffled(std::mt19937& random) const {
  std::vector<std::string> list = statements();
  const auto last = std::stable_partition(list.begin(), list.end(), [](const std::string& s) {
    return trimmed(s).starts_with("CREATE");
  });
  std::shuffle(list.begin(), last, random);
  std::string out;
  for (const std::string& statement : list) out += statement;
  return out;
}

}  // namespace schemadiff::testing
