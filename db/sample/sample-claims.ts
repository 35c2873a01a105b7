import type { ClaimStatus, Severity } from '@/core/claim/claim';
import type { CreateSource, Stance } from '@/core/source/source';

/** A claim of the sample: its words (every place where they stand is an anchor), what was found, and on what grounds. */
export interface SampleClaim {
  exact: string;
  verdict: string | null;
  status: ClaimStatus;
  rationale?: string;
  correction?: string;
  severity?: Severity;
  attributedTo?: string;
  citations?: { source: keyof typeof sampleSources; stance: Stance; quote?: string; locator?: string }[];
}

export const sampleSources = {
  framework: {
    kind: 'document',
    tier: 'primary',
    title: 'Framework for securing the supply of critical minerals and rare earths, signed in Tokyo',
    publisher: 'Governments of the United States and Japan',
    publishedAt: '2025-10-28',
  },
  memorandum: {
    kind: 'document',
    tier: 'primary',
    title: 'Memorandum of understanding on strategic investments',
    publisher: 'Governments of the United States and Japan',
    publishedAt: '2025-09-04',
  },
  speech: {
    kind: 'document',
    tier: 'primary',
    title: 'Policy speech to the Diet',
    publisher: 'Prime Minister’s Office of Japan',
    author: 'Sanae Takaichi',
    url: 'https://japan.kantei.go.jp/',
    publishedAt: '2025-10-24',
  },
  gifts: {
    kind: 'web',
    tier: 'secondary',
    title: 'Press pool report from Akasaka Palace: the exchange of gifts',
    publisher: 'White House press pool',
    publishedAt: '2025-10-28',
  },
  itinerary: {
    kind: 'web',
    tier: 'primary',
    title: 'Programme of the President’s journey to Asia',
    publisher: 'The White House',
    url: 'https://www.whitehouse.gov/',
    publishedAt: '2025-10-23',
  },
} satisfies Record<string, CreateSource>;

export const sampleClaims: SampleClaim[] = [
  {
    exact: 'Sanae Takaichi had been Japan’s prime minister for a week',
    verdict: 'true',
    status: 'approved',
    rationale: 'Elected by the Diet on 21 October 2025, seven days before the meeting.',
    severity: 'minor',
    citations: [{ source: 'speech', stance: 'context', locator: 'opening' }],
  },
  {
    exact: 'find projects within six months that would close gaps in the supply chains',
    verdict: 'true',
    status: 'in-review',
    rationale: 'The framework names six months from the signature.',
    citations: [{ source: 'framework', stance: 'supports', locator: 'section on investment' }],
  },
  {
    exact: 'commits Japan to $550 billion of new investment in the United States',
    verdict: 'mostly-false',
    status: 'checking',
    severity: 'critical',
    rationale:
      'The sum was agreed in July and set down in a memorandum in **September**. It is not new, and it is a ceiling that takes in loans and guarantees.',
    correction: 'rests on an earlier pledge of up to $550 billion in investment, loans and guarantees',
    citations: [{ source: 'memorandum', stance: 'refutes', locator: 'paragraph 1' }],
  },
  {
    exact:
      'defense spending would reach 2 percent of Japan’s gross domestic product by March 2026, two years ahead of plan',
    verdict: 'true',
    status: 'in-review',
    severity: 'major',
    attributedTo: 'Sanae Takaichi',
    rationale: 'Said in the policy speech of 24 October: within the fiscal year that ends in March 2026.',
    citations: [{ source: 'speech', stance: 'supports', locator: 'section on defense' }],
  },
  {
    exact: 'He had brought presents that recalled his late friend Shinzo Abe: a golf bag signed by Mr. Abe',
    verdict: 'false',
    status: 'checking',
    severity: 'critical',
    rationale:
      'Direction reversed: Ms. Takaichi gave the presents to Mr. Trump. The putter had been Mr. Abe’s; the bag was signed by the golfer Hideki Matsuyama.',
    correction:
      'She gave him a putter that had belonged to his late friend Shinzo Abe, a golf bag signed by Hideki Matsuyama',
    citations: [{ source: 'gifts', stance: 'refutes' }],
  },
  {
    exact: 'a low figure beside what other large military powers spend',
    verdict: 'opinion',
    status: 'open',
    rationale: 'A judgement. Name the figures, or who sees it so.',
  },
  {
    exact: 'will nominate Mr. Trump for the Nobel Peace Prize',
    verdict: null,
    status: 'awaiting-source',
    attributedTo: 'The White House',
  },
  {
    exact: 'where both will meet China’s president, Xi Jinping',
    verdict: 'half-true',
    status: 'checking',
    rationale: 'Mr. Trump was to meet Mr. Xi on 30 October. Nothing in the programme has Ms. Takaichi at that meeting.',
    citations: [{ source: 'itinerary', stance: 'context' }],
  },
];
