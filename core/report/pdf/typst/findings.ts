/** What was found, in a sentence and a chart; and the contents of a long report. */
export const findings = `
#let square(mark, number) = {
  let paint = inks.at(mark)
  link(label("c" + str(number)), block(
    width: 100%, height: 14pt, radius: 1.6pt, fill: color.mix((paint, 14%), (white, 86%)), stroke: .5pt + color.mix((paint, 50%), (white, 50%)),
    align(center + horizon, ui(size: 7pt, weight: 600, fill: paint, str(number))),
  ))
}

#let squares(chart) = grid(
  columns: (1fr,) * chart.columns.len(),
  column-gutter: 4pt,
  row-gutter: 0pt,
  ..chart.columns.map(column => align(bottom, block(width: 100%, stroke: (bottom: .5pt + ink-3), inset: (bottom: 2pt),
    stack(spacing: 2pt, ..column.claims.rev().map(number => square(column.mark, number)))))),
  ..chart.columns.map(column => block(inset: (top: 5pt), {
    ui(size: 7pt, fill: ink-2, {
      glyph(column.mark, size: 9.5pt)
      h(3pt)
      text(size: 8.5pt, weight: 600, fill: ink, str(column.count))
      linebreak()
      words(verdicts.at(column.mark))
    })
  })),
)

#let bars(chart) = grid(
  columns: (auto, 30mm, auto, 1fr),
  column-gutter: 6pt,
  row-gutter: 4pt,
  align: horizon,
  ..chart.columns.map(column => (
    glyph(column.mark, size: 9.5pt, lift: 0pt),
    ui(size: 7.6pt, words(verdicts.at(column.mark))),
    align(right, ui(size: 7.6pt, weight: 600, features: ("tnum",), str(column.count))),
    box(width: column.count / chart.most * 100%, height: 8pt, radius: 1pt, fill: color.mix((inks.at(column.mark), 62%), (white, 38%))),
  )).flatten(),
)

#block(above: 16pt, below: 20pt, width: 100%, breakable: false, inset: (y: 12pt), stroke: (top: 1.4pt + ink, bottom: .5pt + hair), {
  let (before, found, after) = report.findings.lede
  let lede = {
    set par(leading: 4pt)
    text(size: 14pt, tracking: -.006em)[#before#text(weight: 600, found)#after]
  }
  let chart = report.findings.chart
  if chart == none { lede } else {
    grid(
      columns: (1fr, 1.5fr),
      column-gutter: 9mm,
      align: bottom,
      lede,
      {
        if chart.kind == "squares" { squares(chart) } else { bars(chart) }
        if chart.note != "" { block(above: 6pt, ui(size: 7pt, fill: ink-3, chart.note)) }
      },
    )
  }
})

#if labels.contents != none {
  block(below: 8pt, ui(size: 8.5pt, weight: 600, labels.contents))
  set outline.entry(fill: box(width: 1fr, inset: (x: 4pt), repeat(text(fill: ink-3, "."), gap: 2pt)))
  show outline.entry: it => ui(size: 8.5pt, it)
  outline(title: none, depth: 2, indent: 10pt)
}
`;
