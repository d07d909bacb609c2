import type { Briefing, Page } from '../../../../briefing/briefing';
import type { Draft } from '../../../../store/briefings-state';
import type { Fresh } from '../use-fresh';
import type { Finding } from './check-list';

/** What the parts beside the page are about. */
export interface SideProps {
  readonly draft: Draft;
  readonly page: Page | null;
  /** The sentence in hand; null = the page as a whole. */
  readonly sentence: string | null;
  readonly fresh: Fresh;
  readonly findings: readonly Finding[];
  readonly edit: (how: (briefing: Briefing) => Briefing, about?: string) => void;
}
