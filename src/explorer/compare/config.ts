import type { ComparisonMessages } from '../../i18n/pages-compare.ts';
import type { CheckedFiles } from '../../query/release.ts';
import type { ExplorerConfig } from '../config.ts';
import type { Weights } from './state.ts';

/** What the page tells its script, in `<script type="application/json" id="compare-config">`. */
export interface CompareConfig
  extends Pick<
    ExplorerConfig,
    'lang' | 'messages' | 'region' | 'offers' | 'options' | 'threshold' | 'minParticipants' | 'schoolPages'
  > {
  /** The tables taken out of the release, with their sums. */
  tables: CheckedFiles;
  words: ComparisonMessages;
  verdicts: Readonly<Record<string, string>>;
  clusters: Readonly<Record<string, string>>;
  /** Words of the categories of a trait: localities and types. */
  categories: Readonly<Record<string, string>>;
  municipalityPages: string;
  /** The methodology's weights of the traits and number of similar schools. */
  weights: Weights;
  similarCount: number;
  fileName: string;
}
