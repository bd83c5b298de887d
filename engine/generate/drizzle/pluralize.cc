// A port of the npm package pluralize 8.0.0 (MIT): the same rules in the same order.
#include <cctype>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "engine/base/text.h"
#include "engine/generate/drizzle/naming.h"

namespace schemadiff::drizzle {
namespace {

struct Rule {
  const char* pattern;
  const char* replacement;
};

constexpr Rule kPluralRules[] = {
    {R"(s?$)", "s"},
    // A name that ends outside of ASCII stays as it is.
    {R"([\x80-\xFF]$)", "$0"},
    {R"(([^aeiou]ese)$)", "$1"},
    {R"((ax|test)is$)", "$1es"},
    {R"((alias|[^aou]us|t[lm]as|gas|ris)$)", "$1es"},
    {R"((e[mn]u)s?$)", "$1s"},
    {R"(([^l]ias|[aeiou]las|[ejzr]as|[iu]am)$)", "$1"},
    {R"((alumn|syllab|vir|radi|nucle|fung|cact|stimul|termin|bacill|foc|uter|loc|strat)(?:us|i)$)",
     "$1i"},
    {R"((alumn|alg|vertebr)(?:a|ae)$)", "$1ae"},
    {R"((seraph|cherub)(?:im)?$)", "$1im"},
    {R"((her|at|gr)o$)", "$1oes"},
    {R"((agend|addend|millenni|dat|extrem|bacteri|desiderat|strat|candelabr|errat|ov|symposi|curricul|automat|quor)(?:a|um)$)",
     "$1a"},
    {R"((apheli|hyperbat|periheli|asyndet|noumen|phenomen|criteri|organ|prolegomen|hedr|automat)(?:a|on)$)",
     "$1a"},
    {R"(sis$)", "ses"},
    {R"((?:(kni|wi|li)fe|(ar|l|ea|eo|oa|hoo)f)$)", "$1$2ves"},
    {R"(([^aeiouy]|qu)y$)", "$1ies"},
    {R"(([^ch][ieo][ln])ey$)", "$1ies"},
    {R"((x|ch|ss|sh|zz)$)", "$1es"},
    {R"((matr|cod|mur|sil|vert|ind|append)(?:ix|ex)$)", "$1ices"},
    {R"(\b((?:tit)?m|l)(?:ice|ouse)$)", "$1ice"},
    {R"((pe)(?:rson|ople)$)", "$1ople"},
    {R"((child)(?:ren)?$)", "$1ren"},
    {R"(eaux$)", "$0"},
    {R"(m[ae]n$)", "men"},
    {R"(^thou$)", "you"},
    {R"(pok(?:e|é)mon$)", "$0"},
    {R"([^aeiou]ese$)", "$0"},
    {R"(deer$)", "$0"},
    {R"(fish$)", "$0"},
    {R"(measles$)", "$0"},
    {R"(o[iu]s$)", "$0"},
    {R"(pox$)", "$0"},
    {R"(sheep$)", "$0"},
};

constexpr Rule kSingularRules[] = {
    {R"(s$)", ""},
    {R"((ss)$)", "$1"},
    {R"((wi|kni|(?:after|half|high|low|mid|non|night|[^\w]|^)li)ves$)", "$1fe"},
    {R"((ar|(?:wo|[ae])l|[eo][ao])ves$)", "$1f"},
    {R"(ies$)", "y"},
    {R"(\b([pl]|zomb|(?:neck|cross)?t|coll|faer|food|gen|goon|group|lass|talk|goal|cut)ies$)",
     "$1ie"},
    {R"(\b(mon|smil)ies$)", "$1ey"},
    {R"(\b((?:tit)?m|l)ice$)", "$1ouse"},
    {R"((seraph|cherub)im$)", "$1"},
    {R"((x|ch|ss|sh|zz|tto|go|cho|alias|[^aou]us|t[lm]as|gas|(?:her|at|gr)o|[aeiou]ris)(?:es)?$)",
     "$1"},
    {R"((analy|diagno|parenthe|progno|synop|the|empha|cri|ne)(?:sis|ses)$)", "$1sis"},
    {R"((movie|twelve|abuse|e[mn]u)s$)", "$1"},
    {R"((test)(?:is|es)$)", "$1is"},
    {R"((alumn|syllab|vir|radi|nucle|fung|cact|stimul|termin|bacill|foc|uter|loc|strat)(?:us|i)$)",
     "$1us"},
    {R"((agend|addend|millenni|dat|extrem|bacteri|desiderat|strat|candelabr|errat|ov|symposi|curricul|quor)a$)",
     "$1um"},
    {R"((apheli|hyperbat|periheli|asyndet|noumen|phenomen|criteri|organ|prolegomen|hedr|automat)a$)",
     "$1on"},
    {R"((alumn|alg|vertebr)ae$)", "$1a"},
    {R"((cod|mur|sil|vert|ind)ices$)", "$1ex"},
    {R"((matr|append)ices$)", "$1ix"},
    {R"((pe)(rson|ople)$)", "$1rson"},
    {R"((child)ren$)", "$1"},
    {R"((eau)x?$)", "$1"},
    {R"(men$)", "man"},
    {R"(pok(?:e|é)mon$)", "$0"},
    {R"([^aeiou]ese$)", "$0"},
    {R"(deer$)", "$0"},
    {R"(fish$)", "$0"},
    {R"(measles$)", "$0"},
    {R"(o[iu]s$)", "$0"},
    {R"(pox$)", "$0"},
    {R"(sheep$)", "$0"},
};

constexpr std::pair<const char*, const char*> kIrregular[] = {
    {"i", "we"},
    {"me", "us"},
    {"he", "they"},
    {"she", "they"},
    {"them", "them"},
    {"myself", "ourselves"},
    {"yourself", "yourselves"},
    {"itself", "themselves"},
    {"herself", "themselves"},
    {"himself", "themselves"},
    {"themself", "themselves"},
    {"is", "are"},
    {"was", "were"},
    {"has", "have"},
    {"this", "these"},
    {"that", "those"},
    {"echo", "echoes"},
    {"dingo", "dingoes"},
    {"volcano", "volcanoes"},
    {"tornado", "tornadoes"},
    {"torpedo", "torpedoes"},
    {"genus", "genera"},
    {"viscus", "viscera"},
    {"stigma", "stigmata"},
    {"stoma", "stomata"},
    {"dogma", "dogmata"},
    {"lemma", "lemmata"},
    {"schema", "schemata"},
    {"anathema", "anathemata"},
    {"ox", "oxen"},
    {"axe", "axes"},
    {"die", "dice"},
    {"yes", "yeses"},
    {"foot", "feet"},
    {"eave", "eaves"},
    {"goose", "geese"},
    {"tooth", "teeth"},
    {"quiz", "quizzes"},
    {"human", "humans"},
    {"proof", "proofs"},
    {"carve", "carves"},
    {"valve", "valves"},
    {"looey", "looies"},
    {"thief", "thieves"},
    {"groove", "grooves"},
    {"pickaxe", "pickaxes"},
    {"passerby", "passersby"},
};

constexpr const char* kUncountable[] = {
    "adulthood", "advice",         "agenda",    "aid",        "aircraft",     "alcohol",
    "ammo",      "analytics",      "anime",     "athletics",  "audio",        "bison",
    "blood",     "bream",          "buffalo",   "butter",     "carp",         "cash",
    "chassis",   "chess",          "clothing",  "cod",        "commerce",     "cooperation",
    "corps",     "debris",         "diabetes",  "digestion",  "elk",          "energy",
    "equipment", "excretion",      "expertise", "firmware",   "flounder",     "fun",
    "gallows",   "garbage",        "graffiti",  "hardware",   "headquarters", "health",
    "herpes",    "highjinks",      "homework",  "housework",  "information",  "jeans",
    "justice",   "kudos",          "labour",    "literature", "machinery",    "mackerel",
    "mail",      "media",          "mews",      "moose",      "music",        "mud",
    "manga",     "news",           "only",      "personnel",  "pike",         "plankton",
    "pliers",    "police",         "pollution", "premises",   "rain",         "research",
    "rice",      "salmon",         "scissors",  "series",     "sewage",       "shambles",
    "shrimp",    "software",       "species",   "staff",      "swine",        "tennis",
    "traffic",   "transportation", "trout",     "tuna",       "wealth",       "welfare",
    "whiting",   "wildebeest",     "wildlife",  "you",
};

std::string upper(std::string text) {
  for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return text;
}

// `token` in the case of `word`.
std::string restore_case(const std::string& word, const std::string& token) {
  if (word == token) return token;
  if (word == lowered(word)) return lowered(token);
  if (word == upper(word)) return upper(token);
  if (!word.empty() && !token.empty() && std::isupper(static_cast<unsigned char>(word[0])) != 0) {
    return upper(token.substr(0, 1)) + lowered(token.substr(1));
  }
  return lowered(token);
}

std::string interpolate(const char* replacement, const std::smatch& match) {
  std::string out;
  for (const char* at = replacement; *at != '\0'; ++at) {
    if (*at == '$') {
      out += match[static_cast<size_t>(*++at - '0')].str();
    } else {
      out += *at;
    }
  }
  return out;
}

class Inflection {
 public:
  Inflection(const Rule* rules, size_t count, bool to_plural) {
    for (size_t i = 0; i < count; ++i) {
      rules_.emplace_back(std::regex(rules[i].pattern, std::regex::ECMAScript | std::regex::icase),
                          rules[i].replacement);
    }
    for (const auto& [single, many] : kIrregular) {
      keep_.insert(to_plural ? many : single);
      replace_.insert_or_assign(to_plural ? single : many, to_plural ? many : single);
    }
    for (const char* word : kUncountable) uncountable_.insert(word);
  }

  std::string of(const std::string& word) const {
    const std::string token = lowered(word);
    if (keep_.contains(token)) return restore_case(word, token);
    const auto replaced = replace_.find(token);
    if (replaced != replace_.end()) return restore_case(word, replaced->second);
    if (token.empty() || uncountable_.contains(token)) return word;
    for (auto rule = rules_.rbegin(); rule != rules_.rend(); ++rule) {
      std::smatch match;
      if (!std::regex_search(word, match, rule->first)) continue;
      const std::string found = match.str();
      const auto at = static_cast<size_t>(match.position());
      const std::string model = found.empty() && at > 0 ? word.substr(at - 1, 1) : found;
      return word.substr(0, at) + restore_case(model, interpolate(rule->second, match)) +
             match.suffix().str();
    }
    return word;
  }

 private:
  std::vector<std::pair<std::regex, const char*>> rules_;
  std::set<std::string> keep_;
  std::map<std::string, std::string> replace_;
  std::set<std::string> uncountable_;
};

}  // namespace

std::string singular(std::string_view name) {
  static const Inflection inflection(kSingularRules, std::size(kSingularRules), false);
  return inflection.of(std::string(name));
}

std::string plural(std::string_view name) {
  static const Inflection inflection(kPluralRules, std::size(kPluralRules), true);
  return inflection.of(std::string(name));
}

}  // namespace schemadiff::drizzle
