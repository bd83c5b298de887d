// Oids of the built-in types that the rules of type resolution name: fixed in every version.
#pragma once

#include "engine/model/system_catalog.h"

namespace schemadiff {

// The oid of a system type, or a number above all oids for a type of the state itself.
using TypeId = Oid;

namespace type_id {
inline constexpr TypeId kNone = 0;  // not resolved
inline constexpr TypeId kBool = 16, kBytea = 17, kChar = 18, kName = 19, kInt8 = 20, kInt2 = 21,
                        kInt2Vector = 22, kInt4 = 23, kText = 25, kOid = 26, kTid = 27, kXid = 28,
                        kCid = 29, kOidVector = 30, kJson = 114, kXml = 142, kFloat4 = 700,
                        kFloat8 = 701, kUnknown = 705, kInet = 869, kBpchar = 1042, kVarchar = 1043,
                        kDate = 1082, kTime = 1083, kTimestamp = 1114, kTimestamptz = 1184,
                        kInterval = 1186, kTimetz = 1266, kBit = 1560, kVarbit = 1562,
                        kNumeric = 1700, kCidr = 650, kMacaddr = 829, kMacaddr8 = 774,
                        kTsvector = 3614, kTsquery = 3615, kPgLsn = 3220, kRegclass = 2205,
                        kRegtype = 2206, kRecord = 2249, kVoid = 2278, kRecordArray = 2287,
                        kUuid = 2950, kJsonb = 3802;
inline constexpr TypeId kAny = 2276, kAnyArray = 2277, kAnyElement = 2283, kAnyNonArray = 2776,
                        kAnyEnum = 3500, kAnyRange = 3831, kAnyMultirange = 4537,
                        kAnyCompatible = 5077, kAnyCompatibleArray = 5078,
                        kAnyCompatibleNonArray = 5079, kAnyCompatibleRange = 5080,
                        kAnyCompatibleMultirange = 4538;
}  // namespace type_id

}  // namespace schemadiff
