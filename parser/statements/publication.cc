// CREATE and ALTER PUBLICATION. What is published stands in objects of its own.
#include <algorithm>

#include "parser/catalog_assembly.h"
#include "parser/statement_context.h"
#include "parser/statements/statements.h"

namespace schemadiff {
namespace {

class PublicationReader {
 public:
  PublicationReader(StatementContext& ctx, Identifier publication)
      : ctx_(ctx), publication_(publication) {}

  // False: said already.
  bool read_options(Publication& publication) {
    for (const Node option : ctx_.statement.list("options")) {
      const std::string_view name = option.str("defname");
      if (name == "publish") {
        if (!read_publish(option, publication.publish)) return false;
      } else if (name == "publish_via_partition_root") {
        publication.via_partition_root = option_boolean(option);
      } else if (name == "publish_generated_columns") {
        publication.generated_columns = option_text(option) == "stored";
      } else {
        ctx_.error(option.location(),
                   "publications have no option \"" + std::string(name) + "\" in this build");
        return false;
      }
    }
    return true;
  }

  // The tables and schemas that the statement lists. False: said already.
  bool read_objects() {
    for (const Node object : ctx_.statement.list("pubobjects")) {
      const std::string_view type = object.str("pubobjtype");
      if (type == "PUBLICATIONOBJ_TABLES_IN_SCHEMA") {
        schemas_.emplace_back(object.str("name"));
      } else if (type == "PUBLICATIONOBJ_TABLES_IN_CUR_SCHEMA") {
        const std::vector<Identifier> path = ctx_.path.schemas();
        if (path.empty()) {
          ctx_.error(object.location(), "no schema has been selected for CURRENT_SCHEMA");
          return false;
        }
        schemas_.push_back(path.front());
      } else if (!read_table(object.child("pubtable"))) {
        return false;
      }
    }
    // Up to the grammar of 14.
    for (const Node table : ctx_.statement.list("tables")) {
      if (!read_table(table)) return false;
    }
    return true;
  }

  void add() {
    for (PublishedTable& table : tables_) {
      if (!ctx_.catalog.contains(table.id)) ctx_.add(std::move(table));
    }
    for (const Identifier name : schemas_) {
      PublishedSchema schema;
      schema.id = object_id(Kind::published_schema, {}, publication_, name);
      schema.source = ctx_.span();
      if (!ctx_.catalog.contains(schema.id)) ctx_.add(std::move(schema));
    }
  }

  void drop() {
    for (const PublishedTable& table : tables_) ctx_.catalog.erase(table.id);
    for (const Identifier name : schemas_) {
      ctx_.catalog.erase(object_id(Kind::published_schema, {}, publication_, name));
    }
  }

  void drop_all() {
    std::erase_if(ctx_.catalog.objects<PublishedTable>(),
                  [&](const auto& entry) { return entry.first.sub == publication_; });
    std::erase_if(ctx_.catalog.objects<PublishedSchema>(),
                  [&](const auto& entry) { return entry.first.name == publication_; });
  }

 private:
  bool read_publish(const Node& option, std::string& publish) {
    const std::string text = option_text(option);
    bool on[4] = {};
    static constexpr std::string_view kEvents[] = {"insert", "update", "delete", "truncate"};
    size_t begin = 0;
    while (begin < text.size()) {
      size_t end = std::min(text.find(',', begin), text.size());
      std::string word;
      for (const char c : text.substr(begin, end - begin)) {
        if (c != ' ') word += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      }
      const auto found = std::find(std::begin(kEvents), std::end(kEvents), word);
      if (found == std::end(kEvents)) {
        ctx_.error(option.location(), "publications publish no \"" + word + "\"",
                   "there are insert, update, delete and truncate");
        return false;
      }
      on[found - std::begin(kEvents)] = true;
      begin = end + 1;
    }
    publish.clear();
    for (size_t i = 0; i < 4; ++i) {
      if (on[i]) publish += (publish.empty() ? "" : ", ") + std::string(kEvents[i]);
    }
    return true;
  }

  bool read_table(const Node& node) {
    const Node relation = node.has("relation") ? node.child("relation") : node;
    const ObjectId table = ctx_.table(relation);
    if (!table.known()) return false;
    PublishedTable published;
    published.id = table.with_sub(Kind::published_table, publication_);
    published.source = ctx_.span(relation.location());
    published.table = table;
    published.columns = identifiers(node.list("columns"));
    std::sort(published.columns.begin(), published.columns.end());
    if (node.has("whereClause")) {
      const size_t where = ctx_.find_at_depth(ctx_.token_at(relation.location()), {"where"});
      published.where = ctx_.parenthesised(static_cast<int>(ctx_.tokens()[where].begin));
    }
    const Table* object = ctx_.catalog.find<Table>(table);
    tables_.push_back(published);
    // What inherits from it comes along, but for partitions.
    if (!relation.boolean("inh") || object->partition_key) return true;
    for (const ObjectId& child : ctx_.assembly().descendants(table)) {
      published.id = child.with_sub(Kind::published_table, publication_);
      published.table = child;
      tables_.push_back(published);
    }
    return true;
  }

  StatementContext& ctx_;
  Identifier publication_;
  std::vector<PublishedTable> tables_;
  std::vector<Identifier> schemas_;
};

}  // namespace

void create_publication(StatementContext& ctx) {
  Publication publication;
  publication.id = object_id(Kind::publication, {}, ctx.statement.str("pubname"));
  publication.source = ctx.span();
  publication.all_tables = ctx.statement.boolean("for_all_tables");
  PublicationReader reader(ctx, publication.id.name);
  if (!reader.read_options(publication) || !reader.read_objects()) return;
  ctx.add(std::move(publication));
  reader.add();
}

void alter_publication(StatementContext& ctx) {
  const ObjectId id = object_id(Kind::publication, {}, ctx.statement.str("pubname"));
  Publication* publication = ctx.catalog.find<Publication>(id);
  if (publication == nullptr) {
    ctx.missing(ctx.begin(), describe(id) + " does not exist");
    return;
  }
  PublicationReader reader(ctx, id.name);
  if (!reader.read_objects() || !reader.read_options(*publication)) return;
  if (!ctx.statement.list("options").empty()) return;
  std::string_view action = ctx.statement.str("action");
  if (action.empty()) action = ctx.statement.str("tableAction");
  if (action.ends_with("SetObjects") || action.ends_with("SET")) reader.drop_all();
  if (action.ends_with("DropObjects") || action.ends_with("DROP")) {
    reader.drop();
  } else {
    reader.add();
  }
}

}  // namespace schemadiff
