#include "engine/model/values.h"

#include "engine/model/field.h"

namespace schemadiff {

SearchPath SearchPath::of(const std::vector<Identifier>& schemas) {
  std::string sql;
  for (const Identifier schema : schemas) {
    if (!sql.empty()) sql += ", ";
    sql += quote(schema);
  }
  return {Identifier(sql)};
}

std::vector<Identifier> SearchPath::schemas() const {
  std::vector<Identifier> out;
  const std::string& text = sql.str();
  size_t i = 0;
  while (i < text.size()) {
    std::string name;
    if (text[i] == '"') {
      for (++i; i < text.size(); ++i) {
        if (text[i] == '"') {
          if (i + 1 >= text.size() || text[i + 1] != '"') break;
          ++i;
        }
        name += text[i];
      }
      ++i;
    } else {
      while (i < text.size() && text[i] != ',') name += text[i++];
    }
    out.emplace_back(name);
    while (i < text.size() && (text[i] == ',' || text[i] == ' ')) ++i;
  }
  return out;
}

std::string display(bool value) { return value ? "yes" : "no"; }
std::string display(int64_t value) { return std::to_string(value); }
std::string display(const std::string& value) { return value.empty() ? "none" : value; }
std::string display(Identifier value) { return value.empty() ? "none" : quote(value); }
std::string display(const QualifiedName& value) { return value.empty() ? "none" : value.sql(); }
std::string display(const ObjectId& value) { return qualified_name(value); }
std::string display(const TypeRef& value) { return value.empty() ? "none" : value.sql; }
std::string display(const SqlExpression& value) { return value.empty() ? "none" : value.text; }
std::string display(const std::pair<std::string, std::string>& option) {
  return option.first + "=" + option.second;
}
std::string display(Persistence value) {
  switch (value) {
    case Persistence::permanent:
      return "permanent";
    case Persistence::unlogged:
      return "unlogged";
    case Persistence::temporary:
      return "temporary";
  }
  return "?";
}
std::string display(const SequenceOptions& value) {
  return "start " + std::to_string(value.start) + " increment " + std::to_string(value.increment) +
         " minvalue " + std::to_string(value.minimum) + " maxvalue " +
         std::to_string(value.maximum) + " cache " + std::to_string(value.cache) +
         (value.cycle ? " cycle" : " no cycle");
}

std::string display(const NotNullConstraint& value) {
  std::string out = value.name.empty() ? "of any name" : quote(value.name);
  if (value.no_inherit) out += " NO INHERIT";
  if (!value.validated) out += " NOT VALID";
  return out;
}

}  // namespace schemadiff
