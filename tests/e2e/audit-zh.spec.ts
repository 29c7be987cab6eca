import { auditGroups } from '#tests/screens/audit/audited-groups.ts';

auditGroups('zh-CN');
