#include <algorithm>

#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/owner/owner.h"
#include "engine/objects/subscription/subscription.h"

namespace schemadiff {

namespace {

// What only those see who may read all of pg_subscription. A query that names such a column fails
// for others before it runs: this one is not looked at unless it may run.
std::string restricted_columns() {
  return "CASE WHEN has_column_privilege('pg_subscription', 'subconninfo', 'SELECT') THEN "
         "string_to_array(substring(query_to_xml(format('SELECT oid || '':'' || subsynccommit || "
         "'':'' || encode(convert_to(subconninfo, ''UTF8''), ''hex'') AS x FROM pg_subscription "
         "WHERE subdbid = %s AND subname = %L', s.subdbid, s.subname), true, false, '')::text FROM "
         "'<x>(.*)</x>'), ':') END AS restricted";
}

}  // namespace

template <>
std::string Rules<Subscription>::catalog_query(int server_version) {
  const auto since = [&](int version, const char* column, const char* usual) {
    return std::string(server_version >= version ? column : usual) + ", ";
  };
  std::string streaming = "'off'";
  if (server_version >= 140000) streaming = "CASE WHEN s.substream THEN 'on' ELSE 'off' END";
  if (server_version >= 160000) {
    streaming = "CASE s.substream WHEN 't' THEN 'on' WHEN 'p' THEN 'parallel' ELSE 'off' END";
  }
  return "SELECT coalesce(r.restricted[1], r.oid), r.subname, pg_get_userbyid(r.subowner), "
         "r.subenabled, r.subpublications, r.subslotname, r.restricted IS NOT NULL, "
         "convert_from(decode(r.restricted[3], 'hex'), 'UTF8'), r.restricted[2], r.binary, "
         "r.streaming, r.two_phase, r.disable_on_error, r.password_required, r.run_as_owner, "
         "r.origin, r.failover FROM (SELECT s.subname, s.subowner, s.subenabled, "
         "s.subpublications, s.subslotname, " +
         since(140000, "s.oid::text AS oid", "NULL AS oid") +
         since(140000, "s.subbinary AS binary", "false AS binary") + streaming + " AS streaming, " +
         since(150000, "s.subtwophasestate <> 'd' AS two_phase", "false AS two_phase") +
         since(150000, "s.subdisableonerr AS disable_on_error", "false AS disable_on_error") +
         since(160000, "s.subpasswordrequired AS password_required", "true AS password_required") +
         since(160000, "s.subrunasowner AS run_as_owner", "false AS run_as_owner") +
         since(160000, "s.suborigin AS origin", "'any' AS origin") +
         since(170000, "s.subfailover AS failover", "false AS failover") + restricted_columns() +
         " FROM pg_subscription s WHERE s.subdbid = (SELECT oid FROM pg_database WHERE datname = "
         "current_database()) OFFSET 0) r";
}

template <>
void Rules<Subscription>::read(const Row& row, CatalogBuilder& builder) {
  enum {
    kOid,
    kName,
    kOwner,
    kEnabled,
    kPublications,
    kSlot,
    kReadable,
    kConnection,
    kSynchronousCommit,
    kBinary,
    kStreaming,
    kTwoPhase,
    kDisableOnError,
    kPasswordRequired,
    kRunAsOwner,
    kOrigin,
    kFailover,
  };
  Subscription subscription;
  subscription.id = object_id(Kind::subscription, {}, row.text(kName));
  subscription.enabled = row.boolean(kEnabled);
  for (const std::string& name : parse_array(row.text(kPublications))) {
    subscription.publications.emplace_back(name);
  }
  std::sort(subscription.publications.begin(), subscription.publications.end());
  if (!row.is_null(kSlot)) subscription.slot_name = row.text(kSlot);
  subscription.connection = {row.string(kConnection), row.boolean(kReadable)};
  if (row.boolean(kReadable)) subscription.synchronous_commit = row.string(kSynchronousCommit);
  subscription.binary = row.boolean(kBinary);
  subscription.streaming = row.string(kStreaming);
  subscription.two_phase = row.boolean(kTwoPhase);
  subscription.disable_on_error = row.boolean(kDisableOnError);
  subscription.password_required = row.boolean(kPasswordRequired);
  subscription.run_as_owner = row.boolean(kRunAsOwner);
  subscription.origin = row.string(kOrigin);
  subscription.failover = row.boolean(kFailover);
  // Made again elsewhere, it must not take over what the slot holds for this one.
  subscription.connect = subscription.create_slot = subscription.copy_data = false;
  Owner owner;
  owner.id = subscription.id.owned();
  owner.role = row.text(kOwner);
  builder.catalog.add(std::move(owner));
  // Without oid (13 tells superusers only) nobody says anything about it.
  const Oid oid = row.is_null(kOid) ? 0 : row.oid(kOid);
  builder.add({catalog_oid::kSubscription, oid, 0}, std::move(subscription));
}

}  // namespace schemadiff
