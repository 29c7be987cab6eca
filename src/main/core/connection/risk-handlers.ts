import { ok } from '#shared/contract/app-error.ts';
import type { riskCommands } from '#shared/contract/risk-commands.ts';
import { toCsv } from '#shared/rules/csv.ts';
import { riskTable } from '#shared/rules/risk-words/risk-table.ts';
import type { Handler } from './handler.ts';

/** Handlers of the commands about phrases that should not be said. */
export const riskHandlers: { readonly [N in keyof typeof riskCommands]: Handler<N> } = {
  'risk.export': {
    mode: 'read',
    run: ({ settings, transfers }, { language }) => {
      const csv = toCsv(riskTable(settings.slice().risk, language));
      const saved = transfers.saveCatalogue('risk-words', 'csv', Buffer.from(csv, 'utf8'));
      return saved.ok ? ok({ path: saved.value.path }) : saved;
    },
  },
};
