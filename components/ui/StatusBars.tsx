/** How far work has come, 1 to 4, as bars (never a circle: circles are verdicts), with its name in words. */
export function StatusBars({ n, label, bare = false }: { n: 1 | 2 | 3 | 4; label: string; bare?: boolean }) {
  return (
    <span className="status" data-n={n} title={bare ? label : undefined}>
      <span className="status__bars" aria-hidden="true">
        <b />
        <b />
        <b />
        <b />
      </span>
      {bare ? <span className="sr">{label}</span> : label}
    </span>
  );
}
