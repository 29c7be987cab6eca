import type { Block } from '#shared/model/run-of-show.ts';

/** The title of a block, behind the word for its role where it does not say that already. */
export function blockName({ title }: Pick<Block, 'title'>, role: string): string {
  return title.toLowerCase().includes(role.toLowerCase()) ? title : `${role} ${title}`;
}
