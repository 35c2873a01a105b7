/** How it was checked: the way, the scale, and of which text all of this is said. */
export const method = `
#heading(level: 1, report.method.title)
#block(above: 10pt, below: 14pt, {
  set text(size: 9.6pt)
  set par(leading: 4.2pt)
  grid(columns: (1fr, 1fr), column-gutter: 8mm, report.method.claims, report.method.text)
})
#if report.method.definitions.len() > 0 {
  block(below: 6pt, sticky: true, ui(size: 8pt, weight: 600, report.method.scale))
  ui(size: 7.6pt, fill: ink-2, grid(
    columns: (1fr, 1fr, 1fr),
    column-gutter: 6mm,
    row-gutter: 7pt,
    ..report.method.definitions.enumerate().map(((mark, definition)) => grid(
      columns: (11pt, 1fr),
      column-gutter: 4pt,
      glyph(mark, size: 10pt, lift: .1em),
      [#text(weight: 600, fill: inks.at(mark), verdicts.at(mark))#linebreak()#words(definition)],
    )),
  ))
}
#block(above: 14pt, width: 100%, breakable: false, fill: ground, radius: 4pt, inset: 11pt, ui(size: 7.8pt, {
  grid(
    columns: (auto, 1fr),
    column-gutter: 10pt,
    row-gutter: 5pt,
    ..report.method.facts.map(((label, value)) => (text(fill: ink-3, label), words(value))).flatten(),
    ..report.method.fingerprints.map(it => (
      text(fill: ink-3, it.label),
      text(font: stacks.mono, size: 7.2pt, it.sha256),
    )).flatten(),
  )
}))
`;
