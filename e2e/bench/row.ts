/** One figure: what was measured, what it is held against in the same run, and the goal for their ratio or for itself. */
export interface Row {
  figure: string;
  value: number;
  unit: string;
  peer: string;
  peerValue: number | null;
  ratio: number | null;
  goal: string;
  met: boolean;
}
