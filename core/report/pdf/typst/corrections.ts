/** What was put right since the article was published: each with its day, and the words before and after. */
export const corrections = `
#if report.corrections.entries.len() > 0 {
  heading(level: 1, report.corrections.title)
  for entry in report.corrections.entries {
    block(above: 0pt, below: 0pt, width: 100%, stroke: (bottom: .5pt + hair), inset: (y: 8pt), grid(
      columns: (30mm, 1fr),
      column-gutter: 6mm,
      ui(size: 8pt, fill: ink-3, entry.when),
      {
        set text(size: 10.2pt)
        set par(leading: 4.4pt)
        text(dir: way(entry.rtl), words(entry.body))
        if entry.words.len() > 0 {
          block(above: 6pt, below: 0pt, grid(
            columns: (24mm, 1fr),
            column-gutter: 4pt,
            row-gutter: 5pt,
            ..entry.words.map(((label, said)) => (
              ui(size: 7.6pt, fill: ink-3, label),
              text(size: 9.4pt, fill: ink-2, ..article-tongue, words(said)),
            )).flatten(),
          ))
        }
      },
    ))
  }
}
`;
