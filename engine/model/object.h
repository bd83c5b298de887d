// Every kind's struct, and the things said over all of them. Heavy: include one kind's header
// where that is enough.
#pragma once

#include <tuple>

#include "engine/model/kinds.h"
#include "engine/objects/access_method/access_method.h"
#include "engine/objects/base_type/base_type.h"
#include "engine/objects/cast/cast.h"
#include "engine/objects/collation/collation.h"
#include "engine/objects/column/column.h"
#include "engine/objects/column_default/column_default.h"
#include "engine/objects/comment/comment.h"
#include "engine/objects/composite_type/composite_type.h"
#include "engine/objects/constraint/constraint.h"
#include "engine/objects/conversion/conversion.h"
#include "engine/objects/default_privilege/default_privilege.h"
#include "engine/objects/domain/domain.h"
#include "engine/objects/domain_constraint/domain_constraint.h"
#include "engine/objects/enum_type/enum_type.h"
#include "engine/objects/event_trigger/event_trigger.h"
#include "engine/objects/extension/extension.h"
#include "engine/objects/foreign_data_wrapper/foreign_data_wrapper.h"
#include "engine/objects/foreign_server/foreign_server.h"
#include "engine/objects/function/function.h"
#include "engine/objects/index/index.h"
#include "engine/objects/language/language.h"
#include "engine/objects/materialized_view/materialized_view.h"
#include "engine/objects/membership/membership.h"
#include "engine/objects/operator/operator.h"
#include "engine/objects/operator_class/operator_class.h"
#include "engine/objects/operator_family/operator_family.h"
#include "engine/objects/owner/owner.h"
#include "engine/objects/policy/policy.h"
#include "engine/objects/privilege/privilege.h"
#include "engine/objects/publication/publication.h"
#include "engine/objects/published_schema/published_schema.h"
#include "engine/objects/published_table/published_table.h"
#include "engine/objects/range_type/range_type.h"
#include "engine/objects/role/role.h"
#include "engine/objects/rule/rule.h"
#include "engine/objects/schema/schema.h"
#include "engine/objects/security_label/security_label.h"
#include "engine/objects/sequence/sequence.h"
#include "engine/objects/shell_type/shell_type.h"
#include "engine/objects/statistics/statistics.h"
#include "engine/objects/subscription/subscription.h"
#include "engine/objects/table/table.h"
#include "engine/objects/text_search_configuration/text_search_configuration.h"
#include "engine/objects/text_search_dictionary/text_search_dictionary.h"
#include "engine/objects/text_search_parser/text_search_parser.h"
#include "engine/objects/text_search_template/text_search_template.h"
#include "engine/objects/transform/transform.h"
#include "engine/objects/trigger/trigger.h"
#include "engine/objects/user_mapping/user_mapping.h"
#include "engine/objects/view/view.h"

namespace schemadiff {

template <class... Ts>
struct TypeList {};

namespace internal {
template <class First, class... Ts>
TypeList<Ts...> drop_first(TypeList<First, Ts...>);
}  // namespace internal

// TypeList<Schema, Extension, …> in the order of kinds.h.
#define X(enumerator, type, word) , type
using AllObjects = decltype(internal::drop_first(TypeList<void SCHEMADIFF_KINDS(X)>()));
#undef X

// Calls visit.template operator()<T>() for each kind's struct, in the order of kinds.h.
template <class Visit>
void for_each_kind(Visit&& visit) {
  [&]<class... Ts>(TypeList<Ts...>) { (visit.template operator()<Ts>(), ...); }(AllObjects());
}

// Calls visit.template operator()<T>() for the struct of `kind`; not at all for Kind::none.
template <class Visit>
void with_kind(Kind kind, Visit&& visit) {
  for_each_kind([&]<class T>() {
    if (kind_of<T> == kind) visit.template operator()<T>();
  });
}

}  // namespace schemadiff
