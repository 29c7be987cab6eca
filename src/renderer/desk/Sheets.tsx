import type { ReactElement } from 'react';

import { AboutSheet } from '#renderer/features/about/AboutSheet.tsx';
import { loadNotices } from '#renderer/features/about/load-notices.ts';
import { CatalogueSheet } from '#renderer/features/catalogue/CatalogueSheet.tsx';
import { DataSheet } from '#renderer/features/data/DataSheet.tsx';
import { SecondScreens } from '#renderer/features/pairing/SecondScreens.tsx';
import { FiguresSheet } from '#renderer/features/figures/FiguresSheet.tsx';
import { BenefitsSheet } from '#renderer/features/benefits/BenefitsSheet.tsx';
import { ScreeningSheet } from '#renderer/features/screening/ScreeningSheet.tsx';
import { ImportedSheet } from '#renderer/features/imported/ImportedSheet.tsx';
import { HandoverSheet } from '#renderer/features/handover/HandoverSheet.tsx';
import { LibrarySheet } from '#renderer/features/cues/LibrarySheet.tsx';
import { OutletsSheet } from '#renderer/features/outlets/OutletsSheet.tsx';
import { PasteSheet } from '#renderer/features/paste/PasteSheet.tsx';
import { PersonSheet } from '#renderer/features/person/PersonSheet.tsx';
import { PromiseSheet } from '#renderer/features/promises/PromiseSheet.tsx';
import { RiskSheet } from '#renderer/features/risk-words/RiskSheet.tsx';
import { RoomsSheet } from '#renderer/features/rooms/RoomsSheet.tsx';
import { RotationSheet } from '#renderer/features/rotation/RotationSheet.tsx';
import { SearchSheet } from '#renderer/features/search/SearchSheet.tsx';
import { SettingsSheet } from '#renderer/features/settings/SettingsSheet.tsx';
import { SourcesPanel } from '#renderer/features/sources/SourcesPanel.tsx';
import { StageSheet } from '#renderer/features/stage/StageSheet.tsx';
import { ImprovementsSheet } from '#renderer/features/improvements/ImprovementsSheet.tsx';
import { ShowsSheet } from '#renderer/features/shows/ShowsSheet.tsx';
import { ChecksSheet } from '#renderer/features/checks/ChecksSheet.tsx';
import { PlanSheet } from '#renderer/features/run-of-show/PlanSheet.tsx';
import { TargetsSheet } from '#renderer/features/targets/TargetsSheet.tsx';
import { StoreSheet } from '#renderer/features/store/StoreSheet.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useShow } from '#renderer/store/selectors.ts';

export interface SheetsProps {
  /** There is a shelf for pasted products. */
  readonly takesTables: boolean;
}

/** The side sheet that is open in this window. */
export function Sheets({ takesTables }: SheetsProps): ReactElement | null {
  const panel = useDeskStore((desk) => desk.panel);
  const openPanel = useDeskStore((desk) => desk.openPanel);
  const closePanel = useDeskStore((desk) => desk.closePanel);
  const view = useDeskStore((desk) => desk.view);
  const current = useShow()?.id ?? null;
  const showId = view.name === 'review' ? view.showId : current;
  switch (panel) {
    case 'sources':
      return <SourcesPanel />;
    case 'screens':
      return <SecondScreens onClose={closePanel} />;
    case 'store':
      return <StoreSheet onClose={closePanel} />;
    case 'products':
      return takesTables ? <PasteSheet destination="shelf" onClose={closePanel} /> : null;
    case 'import':
      return <PasteSheet destination="catalogue" onClose={() => openPanel('catalogue')} />;
    case 'catalogue':
      return <CatalogueSheet onClose={closePanel} />;
    case 'figures':
      return showId === null ? null : <FiguresSheet showId={showId} onClose={closePanel} />;
    case 'imported':
      return showId === null ? null : <ImportedSheet showId={showId} onClose={closePanel} />;
    case 'screening':
      return <ScreeningSheet onClose={closePanel} />;
    case 'benefits':
      return showId === null ? null : <BenefitsSheet showId={showId} onClose={closePanel} />;
    case 'targets':
      return showId === null ? null : <TargetsSheet showId={showId} onClose={closePanel} />;
    case 'rooms':
      return <RoomsSheet onClose={closePanel} />;
    case 'rotation':
      return <RotationSheet onClose={closePanel} />;
    case 'handover':
      return <HandoverSheet onClose={closePanel} />;
    case 'stage':
      return <StageSheet onClose={closePanel} />;
    case 'shows':
      return <ShowsSheet onClose={closePanel} />;
    case 'library':
      return <LibrarySheet onClose={closePanel} />;
    case 'improvements':
      return <ImprovementsSheet onClose={closePanel} />;
    case 'checks':
      return <ChecksSheet onClose={closePanel} />;
    case 'plan':
      return takesTables ? <PlanSheet onClose={closePanel} /> : null;
    case 'riskWords':
      return <RiskSheet onClose={closePanel} />;
    case 'promises':
      return <PromiseSheet onClose={closePanel} />;
    case 'outlets':
      return <OutletsSheet onClose={closePanel} />;
    case 'data':
      return <DataSheet onClose={closePanel} />;
    case 'settings':
      return <SettingsSheet onClose={closePanel} />;
    case 'person':
      return <PersonSheet onClose={closePanel} />;
    case 'search':
      return <SearchSheet onClose={closePanel} />;
    case 'about':
      return <AboutSheet loadNotices={loadNotices} onClose={closePanel} />;
    case null:
      return null;
  }
}
