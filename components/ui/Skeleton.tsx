/** Grey lines where text will stand, seen only when it takes longer than 300 ms. `label` says what is being loaded. */
export function Skeleton({ label, lines = 6 }: { label: string; lines?: number }) {
  return (
    <div aria-busy="true">
      <p className="sr" role="status">
        {label}
      </p>
      <div className="skeleton" aria-hidden="true">
        {Array.from({ length: lines }, (_, line) => `line ${line}`).map((line) => (
          <span key={line} className="skeleton__line" />
        ))}
      </div>
    </div>
  );
}
