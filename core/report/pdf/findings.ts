import { lede, verdictColumns } from '../lede';
import type { Reading } from '../reading';
import { standingPlaces } from '../standing-places';

/** Above this many claims of one verdict the chart counts them instead of showing a square for each. */
const SQUARES = 12;
/** More verdicts than this leave no room for their labels side by side. */
const COLUMNS = 8;

/** What was found, as the typesetter reads it: a sentence whose second part is set strong, and a chart. */
export interface Findings {
  lede: [before: string, found: string, after: string];
  chart: Chart | null;
}

export interface Chart {
  note: string;
  /** `squares`: a column of numbered squares for each verdict. `bars`: a line for each, as long as its count. */
  kind: 'squares' | 'bars';
  most: number;
  columns: { mark: number; claims: number[] | null; count: number }[];
}

export function findingsOf(reading: Reading): Findings {
  return { lede: lede(reading), chart: reading.report.claims.length === 0 ? null : chart(reading) };
}

function chart(reading: Reading): Chart {
  const { report, words } = reading;
  // Marks are in the order of these columns.
  const columns = verdictColumns(reading).map(({ numbers }, mark) => ({
    mark,
    claims: numbers,
    count: numbers.length,
  }));
  const most = Math.max(...columns.map(({ count }) => count));
  const kind = most <= SQUARES && columns.length <= COLUMNS ? 'squares' : 'bars';
  const places = report.claims.reduce((sum, claim) => sum + standingPlaces(claim).length, 0);
  const repeated = places > report.claims.length;
  return {
    note:
      kind === 'squares'
        ? words('chartNote', { places: repeated ? places : 1 })
        : repeated
          ? words('chartPlaces', { places })
          : '',
    kind,
    most,
    columns: kind === 'squares' ? columns : columns.map((column) => ({ ...column, claims: null })),
  };
}
