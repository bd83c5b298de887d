// CREATE, ALTER and DROP SUBSCRIPTION.
#include <algorithm>

#include "engine/objects/user_mapping/user_mapping.h"
#include "parser/catalog_assembly.h"
#include "parser/statement_context.h"
#include "parser/statements/statements.h"

namespace schemadiff {
namespace {

ConnectionString connection_of(const Node& statement) {
  const std::string text = statement.string("conninfo");
  // A dump hides it.
  return text == kHidden ? ConnectionString{"", false} : ConnectionString{text, true};
}

std::vector<Identifier> sorted(std::vector<Identifier> names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

// As the catalog has it: "off", "on", "parallel".
std::string streaming_of(const Node& option) {
  const std::string text = option_text(option);
  if (text == "parallel") return text;
  return option_boolean(option) ? "on" : "off";
}

// What was said in so many words.
struct Stated {
  bool enabled = false;
  bool create_slot = false;
  bool copy_data = false;
};

// False: said already.
bool read_option(StatementContext& ctx, const Node& option, Subscription& subscription,
                 Stated& stated) {
  struct Flag {
    std::string_view name;
    bool Subscription::*member;
    bool Stated::*stated;
  };
  static constexpr Flag kFlags[] = {
      {"connect", &Subscription::connect, nullptr},
      {"enabled", &Subscription::enabled, &Stated::enabled},
      {"create_slot", &Subscription::create_slot, &Stated::create_slot},
      {"copy_data", &Subscription::copy_data, &Stated::copy_data},
      {"binary", &Subscription::binary, nullptr},
      {"two_phase", &Subscription::two_phase, nullptr},
      {"disable_on_error", &Subscription::disable_on_error, nullptr},
      {"password_required", &Subscription::password_required, nullptr},
      {"run_as_owner", &Subscription::run_as_owner, nullptr},
      {"failover", &Subscription::failover, nullptr},
  };
  const std::string_view name = option.str("defname");
  for (const Flag& flag : kFlags) {
    if (flag.name != name) continue;
    subscription.*flag.member = option_boolean(option);
    if (flag.stated != nullptr) stated.*flag.stated = true;
    return true;
  }
  if (name == "slot_name") {
    const std::string text = option_text(option);
    subscription.slot_name.reset();
    if (text != "none") subscription.slot_name = text;
  } else if (name == "streaming") {
    subscription.streaming = streaming_of(option);
  } else if (name == "origin") {
    subscription.origin = option_text(option);
  } else if (name == "synchronous_commit") {
    subscription.synchronous_commit = option_text(option);
  } else if (name != "refresh" && name != "lsn") {  // what ALTER does, and nothing keeps
    ctx.error(option.location(),
              "subscriptions have no option \"" + std::string(name) + "\" in this build");
    return false;
  }
  return true;
}

Subscription* find_subscription(StatementContext& ctx) {
  const ObjectId id = object_id(Kind::subscription, {}, ctx.statement.str("subname"));
  Subscription* found = ctx.catalog.find<Subscription>(id);
  if (found == nullptr) ctx.missing(ctx.begin(), describe(id) + " does not exist");
  return found;
}

}  // namespace

void create_subscription(StatementContext& ctx) {
  Subscription subscription;
  subscription.id = object_id(Kind::subscription, {}, ctx.statement.str("subname"));
  subscription.source = ctx.span();
  subscription.connection = connection_of(ctx.statement);
  subscription.publications = sorted(identifiers(ctx.statement.list("publication")));
  subscription.slot_name = subscription.id.name;
  subscription.streaming = ctx.names.system().server_version >= 180000 ? "parallel" : "off";
  Stated stated;
  for (const Node option : ctx.statement.list("options")) {
    if (!read_option(ctx, option, subscription, stated)) return;
  }
  if (!subscription.connect) {
    for (const auto& [member, said] : {std::pair{&Subscription::enabled, stated.enabled},
                                       std::pair{&Subscription::create_slot, stated.create_slot},
                                       std::pair{&Subscription::copy_data, stated.copy_data}}) {
      if (said && subscription.*member) {
        ctx.error("connect = false goes with none of enabled, create_slot and copy_data",
                  "leave those out; ALTER SUBSCRIPTION … ENABLE may follow");
        return;
      }
      subscription.*member = false;
    }
  }
  if (!subscription.slot_name) {
    if (subscription.enabled || subscription.create_slot) {
      ctx.error("slot_name = NONE needs enabled = false and create_slot = false",
                "add them, or name the slot");
      return;
    }
  }
  ctx.add(std::move(subscription));
}

void alter_subscription(StatementContext& ctx) {
  Subscription* subscription = find_subscription(ctx);
  if (subscription == nullptr) return;
  const std::string_view kind = ctx.statement.str("kind");
  const std::vector<Identifier> names = identifiers(ctx.statement.list("publication"));
  if (kind == "ALTER_SUBSCRIPTION_CONNECTION") {
    subscription->connection = connection_of(ctx.statement);
  } else if (kind == "ALTER_SUBSCRIPTION_SET_PUBLICATION") {
    subscription->publications = sorted(names);
  } else if (kind == "ALTER_SUBSCRIPTION_ADD_PUBLICATION") {
    std::vector<Identifier> all = subscription->publications;
    all.insert(all.end(), names.begin(), names.end());
    subscription->publications = sorted(std::move(all));
  } else if (kind == "ALTER_SUBSCRIPTION_DROP_PUBLICATION") {
    std::erase_if(subscription->publications, [&](Identifier name) {
      return std::find(names.begin(), names.end(), name) != names.end();
    });
  } else if (kind != "ALTER_SUBSCRIPTION_REFRESH" && kind != "ALTER_SUBSCRIPTION_SKIP") {
    Stated stated;
    for (const Node option : ctx.statement.list("options")) {
      if (!read_option(ctx, option, *subscription, stated)) return;
    }
  }
}

void drop_subscription(StatementContext& ctx) {
  const ObjectId id = object_id(Kind::subscription, {}, ctx.statement.str("subname"));
  if (ctx.catalog.contains(id)) {
    ctx.remove(id);
  } else if (!ctx.statement.boolean("missing_ok")) {
    ctx.warning(ctx.begin(), describe(id) + " does not exist: nothing to do here",
                "write IF EXISTS, or leave it out");
  }
}

}  // namespace schemadiff
