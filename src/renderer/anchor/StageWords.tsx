import type { ReactElement } from 'react';

import type { SentCue } from '#shared/model/cue.ts';
import type { ShelfItem } from '#shared/model/product.ts';
import type { Show } from '#shared/model/show.ts';
import type { AnchorView } from '#shared/model/stage.ts';

import { CountdownView } from './CountdownView.tsx';
import { CueView } from './CueView.tsx';
import { IdleView } from './IdleView.tsx';
import { PlaceForm } from './PlaceForm.tsx';
import { ProductSide } from './ProductSide.tsx';
import { PrompterView } from './PrompterView.tsx';
import { QuestionsView } from './QuestionsView.tsx';
import styles from './StageWords.module.css';
import type { TalkPoint } from './talk-points.ts';
import type { PageTurner } from './use-pages.ts';
import type { PrompterControl } from './use-prompter.ts';
import type { ViewingAnswers } from './viewing-place.ts';

interface StageWordsProps {
  readonly view: AnchorView;
  readonly isMirrored: boolean;
  readonly cue: SentCue | null;
  readonly pages: PageTurner;
  /** What the device is asked about its place; null: it is not asked. */
  readonly asked: ViewingAnswers | null;
  readonly show: Show | null;
  readonly last: SentCue | null;
  readonly points: readonly TalkPoint[];
  readonly product: ShelfItem | null;
  readonly prompter: PrompterControl;
  onKeepPlace(answers: ViewingAnswers): void;
}

/** The part that changes with the view: a cue comes before all of it, beside the prompter alone. */
export function StageWords(props: StageWordsProps): ReactElement {
  const { view, cue, pages, asked } = props;
  if (view === 'prompter' && asked === null && props.show?.state !== 'ended') {
    return (
      <div className={styles.prompted} data-cue={cue !== null}>
        {cue !== null && <CueView cue={cue} pages={pages} />}
        <PrompterView control={props.prompter} isMirrored={props.isMirrored} />
      </div>
    );
  }
  if (cue !== null) return <CueView cue={cue} pages={pages} />;
  // The question never covers a cue: it waits until there is none.
  if (asked !== null) return <PlaceForm initial={asked} onKeep={props.onKeepPlace} />;
  switch (view) {
    case 'product':
      return <ProductSide item={props.product} withSay isWhole />;
    case 'countdown':
      return <CountdownView />;
    case 'questions':
      return <QuestionsView />;
    case 'cue':
    case 'prompter':
      return <IdleView show={props.show} last={props.last} points={props.points} pages={pages} />;
  }
}
