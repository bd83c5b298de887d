#include "parser/statement_table.h"

#include <algorithm>

#include "parser/statement_context.h"
#include "parser/statements/statements.h"

namespace schemadiff {
namespace {

constexpr StatementHandler kHandlers[] = {
    {"CreateSchemaStmt", create_schema},
    {"CreateExtensionStmt", create_extension},
    {"AlterExtensionStmt", alter_extension},
    {"CreateEnumStmt", create_enum},
    {"AlterEnumStmt", alter_enum},
    {"CompositeTypeStmt", create_composite_type},
    {"CreateRangeStmt", create_range_type},
    {"CreateDomainStmt", create_domain},
    {"AlterDomainStmt", alter_domain},
    {"CreateFunctionStmt", create_function},
    {"AlterFunctionStmt", alter_function},
    {"ViewStmt", create_view},
    {"CreateTableAsStmt", create_table_as},
    {"CreateTrigStmt", create_trigger},
    {"CreatePolicyStmt", create_policy},
    {"AlterPolicyStmt", alter_policy},
    {"RuleStmt", create_rule},
    {"CreateStatsStmt", create_statistics},
    {"AlterStatsStmt", alter_statistics},
    {"CommentStmt", comment_on},
    {"AlterDefaultPrivilegesStmt", alter_default_privileges},
    {"AlterOwnerStmt", alter_owner},
    {"GrantStmt", grant},
    {"CreateStmt", create_table},
    {"AlterTableStmt", alter_table},
    {"IndexStmt", create_index},
    {"CreateSeqStmt", create_sequence},
    {"AlterSeqStmt", alter_sequence},
    {"DropStmt", drop_objects},
    {"RenameStmt", rename_object},
    {"AlterObjectSchemaStmt", set_object_schema},
    {"VariableSetStmt", set_variable},
    {"SelectStmt", select},
    {"DoStmt", do_block},
    {"DefineStmt", define_object},
    {"CreateEventTrigStmt", create_event_trigger},
    {"AlterEventTrigStmt", alter_event_trigger},
    {"CreatePublicationStmt", create_publication},
    {"AlterPublicationStmt", alter_publication},
    {"AlterOperatorStmt", alter_operator},
    {"CreateOpClassStmt", create_operator_class},
    {"CreateOpFamilyStmt", create_operator_family},
    {"AlterOpFamilyStmt", alter_operator_family},
    {"CreateCastStmt", create_cast},
    {"AlterTSDictionaryStmt", alter_text_search_dictionary},
    {"AlterTSConfigurationStmt", alter_text_search_configuration},
    {"CreateFdwStmt", create_foreign_data_wrapper},
    {"AlterFdwStmt", alter_foreign_data_wrapper},
    {"CreateForeignServerStmt", create_foreign_server},
    {"AlterForeignServerStmt", alter_foreign_server},
    {"CreateUserMappingStmt", create_user_mapping},
    {"AlterUserMappingStmt", alter_user_mapping},
    {"DropUserMappingStmt", drop_user_mapping},
    {"CreateForeignTableStmt", create_foreign_table},
    {"CreateConversionStmt", create_conversion},
    {"CreatePLangStmt", create_language},
    {"CreateTransformStmt", create_transform},
    {"CreateAmStmt", create_access_method},
    {"CreateRoleStmt", create_role},
    {"AlterRoleStmt", alter_role},
    {"AlterRoleSetStmt", alter_role_set},
    {"DropRoleStmt", drop_role},
    {"GrantRoleStmt", grant_role},
    {"CreateSubscriptionStmt", create_subscription},
    {"AlterSubscriptionStmt", alter_subscription},
    {"DropSubscriptionStmt", drop_subscription},
    {"SecLabelStmt", security_label},
    {"AlterTypeStmt", alter_base_type},

    {"AlterDatabaseSetStmt", unmanaged_statement},
    {"AlterDatabaseStmt", unmanaged_statement},
    {"AlterExtensionContentsStmt", unmanaged_statement},
    {"AlterObjectDependsStmt", unmanaged_statement},
    {"CopyStmt", copy},
    {"InsertStmt", insert},

    {"CheckPointStmt", ignored_statement},
    {"ConstraintsSetStmt", ignored_statement},
    {"DiscardStmt", ignored_statement},
    {"LockStmt", ignored_statement},
    {"RefreshMatViewStmt", ignored_statement},
    {"TransactionStmt", ignored_statement},
    {"VacuumStmt", ignored_statement},

    {"AlterSystemStmt", refused_statement},
    {"CallStmt", refused_statement},
    {"ClusterStmt", refused_statement},
    {"CreateTableSpaceStmt", refused_statement},
    {"CreatedbStmt", unmanaged_statement},
    {"DeclareCursorStmt", refused_statement},
    {"DeleteStmt", refused_statement},
    {"DropTableSpaceStmt", refused_statement},
    {"DropdbStmt", unmanaged_statement},
    {"ExecuteStmt", refused_statement},
    {"ExplainStmt", refused_statement},
    {"FetchStmt", refused_statement},
    {"ImportForeignSchemaStmt", refused_statement},
    {"ListenStmt", refused_statement},
    {"LoadStmt", refused_statement},
    {"MergeStmt", refused_statement},
    {"NotifyStmt", refused_statement},
    {"PrepareStmt", refused_statement},
    {"ReindexStmt", refused_statement},
    {"TruncateStmt", refused_statement},
    {"UpdateStmt", refused_statement},
    {"VariableShowStmt", refused_statement},
};

}  // namespace

const StatementHandler* find_handler(std::string_view tag) {
  const auto found = std::find_if(std::begin(kHandlers), std::end(kHandlers),
                                  [&](const StatementHandler& entry) { return entry.tag == tag; });
  return found == std::end(kHandlers) ? nullptr : found;
}

void run_statement(StatementContext& context) {
  const StatementHandler* handler = find_handler(context.statement.tag());
  if (handler == nullptr) {
    context.error(
        "this statement (" + std::string(context.statement.tag()) + ") is not known to this build",
        "remove it from the desired state, or report it");
    return;
  }
  handler->run(context);
}

}  // namespace schemadiff
