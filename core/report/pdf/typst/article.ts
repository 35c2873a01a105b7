/** The article, each block with the notes of its claims beside it. */
export const article = `
#let heading-look(level) = if level <= 2 { (size: 15pt, weight: 500, tracking: -.01em) } else { (size: if level == 3 { 12pt } else { 11pt }, weight: 600) }

#let set-block(it) = {
  if it.k == "paragraph" {
    if "rtl" in it { set text(dir: way(it.rtl)); par(set-runs(it.c)) } else { par(set-runs(it.c)) }
  } else if it.k == "heading" {
    set text(dir: way(it.at("rtl", default: none)), ..heading-look(it.look))
    set par(leading: .3em)
    if "depth" in it { heading(level: it.depth, set-runs(it.c)) } else { par(set-runs(it.c)) }
  } else if it.k == "code" {
    set text(font: stacks.mono, size: 8.5pt, dir: way(it.at("rtl", default: none)))
    set par(leading: 3.4pt)
    block(fill: ground, inset: 7pt, radius: 3pt, width: 100%, set-runs(it.c))
  } else if it.k == "caption" {
    ui(size: 8.2pt, fill: ink-2, dir: way(it.at("rtl", default: none)), par(set-runs(it.c)))
  } else if it.k == "quote" {
    set text(style: "italic")
    block(inset: (left: 11pt), stroke: (left: 1.2pt + hair), it.b.map(set-block).join())
  } else if it.k == "figure" {
    it.b.map(set-block).join()
  } else if it.k == "list" {
    let items = it.items.map(item => item.map(set-block).join())
    if it.ordered { let first = it.start; enum(start: 0, numbering: n => [#(n + first).], ..items) } else { list(..items) }
  } else if it.k == "image" {
    block(fill: ground, radius: 3pt, width: 100%, inset: 12pt, align(center, ui(size: 8pt, fill: ink-3, it.alt)))
  } else if it.k == "rule" {
    block(above: 10pt, below: 10pt, line(length: 100%, stroke: .5pt + hair))
  } else {
    let set-cell(one) = {
      let body = one.b.map(set-block).join()
      table.cell(x: one.x, y: one.y, colspan: one.colspan, rowspan: one.rowspan, if one.header { text(weight: 600, body) } else { body })
    }
    let headers = it.headers
    let heads = it.cells.filter(one => one.y < headers)
    set text(size: 9.2pt)
    set par(leading: 4pt, spacing: 4pt)
    table(
      columns: it.columns,
      inset: (left: 0pt, right: 7pt, y: 4pt),
      align: start + top,
      stroke: (_, y) => (bottom: .5pt + if y < headers { ink-3 } else { hair-light }),
      ..if heads.len() > 0 { (table.header(..heads.map(set-cell)),) },
      ..it.cells.filter(one => one.y >= headers).map(set-cell),
    )
    if it.caption != none { block(above: 5pt, set-block(it.caption)) }
  }
}

#let set-note((number, mark, reason)) = block(above: 4pt, below: 4pt, link(label("c" + str(number)), {
  h(-28pt)
  box(width: 13pt, align(right, text(fill: ink-3, features: ("tnum",), str(number))))
  h(3.5pt)
  glyph(mark, size: 8.6pt, lift: .1em)
  h(2.9pt)
  text(weight: 600, fill: inks.at(mark), verdicts.at(mark))
  if reason != "" [ #words(reason)]
}))

#let set-notes(row) = ui(size: 7.2pt, lead: .34em, fill: ink-2, dir: std.ltr, ..own-tongue, {
  if "repeats" in row { block(below: 4pt, text(fill: ink-3, row.repeats)) }
  for note in row.notes { set-note(note) }
})

#let set-row(row) = {
  let body = for it in row.b { set-block(it) }
  if "repeats" in row { body = text(fill: ink-2, body) }
  let is-heading = row.b.len() == 1 and row.b.first().k == "heading"
  let noted = row.notes.len() > 0 or "repeats" in row
  let content = if "wide" in row {
    body
    if noted { block(above: 6pt, width: note-width * 2, inset: (left: 28pt), set-notes(row)) }
  } else if noted {
    grid(columns: (1fr, note-width), column-gutter: note-gap, inset: ((:), (left: 28pt)), body, set-notes(row))
  } else { body }
  block(
    above: if is-heading { 15pt } else { 7pt },
    below: 7pt,
    sticky: is-heading,
    width: 100%,
    inset: if noted { (:) } else { (right: note-width + note-gap) },
    content,
  )
}

#heading(level: 1, labels.article)
#v(6pt)
#{
  set text(dir: article-way, ..article-tongue)
  for row in report.rows { set-row(row) }
}
`;
