import type { ReactElement } from 'react';

import type { Review } from '#shared/model/review.ts';

import { AiringsTable } from '../AiringsTable.tsx';
import { FunnelTable } from '../commerce/FunnelTable.tsx';
import { ProductsTable } from '../ProductsTable.tsx';
import { PushesTable } from '../PushesTable.tsx';
import { ReviewSection } from './ReviewSection.tsx';

interface ProductsSectionProps {
  readonly review: Review;
  /** Questions around airings are still being counted. */
  readonly isCounting: boolean;
}

/** What each product got and brought. */
export function ProductsSection({ review, isCounting }: ProductsSectionProps): ReactElement {
  return (
    <ReviewSection id="products">
      <ProductsTable products={review.products} />
      <FunnelTable review={review} />
      <PushesTable pushes={review.pushes} />
      <AiringsTable pushes={review.pushes} isCounting={isCounting} />
    </ReviewSection>
  );
}
