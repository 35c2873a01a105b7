export interface Point {
  x: number;
  y: number;
}

/** The most that the leader's corners are rounded, in pixels. */
const CORNER = 7;

/**
 * The line from a claim's last words to its card, as SVG path data: across, down or up, across, with round corners. A run too
 * flat for two corners is one straight step.
 */
export function leaderPath(from: Point, to: Point): string {
  const middle = (from.x + to.x) / 2;
  const drop = to.y - from.y;
  const turn = Math.sign(drop) * Math.min(CORNER, Math.abs(drop) / 2);
  const round = Math.min(Math.abs(turn), Math.abs(to.x - from.x) / 2) * Math.sign(to.x - from.x);
  if (turn === 0) return `M${from.x} ${from.y}H${to.x}`;
  return [
    `M${from.x} ${from.y}`,
    `H${middle - round}`,
    `Q${middle} ${from.y} ${middle} ${from.y + turn}`,
    `V${to.y - turn}`,
    `Q${middle} ${to.y} ${middle + round} ${to.y}`,
    `H${to.x}`,
  ].join('');
}
