/** The list of claims: each with its verdict, its words, why, and what it stands on. */
export const claims = `
#let number-width = 26pt

#let set-source(source) = block(above: 0pt, below: 6pt, {
  text(size: 7.4pt, weight: 600, fill: ink-2, source.stance)
  linebreak()
  let title = words(source.title)
  if "l" in source { plain-link(source.l, title) } else { text(weight: 600, title) }
  text(size: 7.2pt, fill: ink-3, {
    linebreak()
    words(source.about)
    linebreak()
    source.consulted
    if "archived" in source [ · #plain-link(source.archived.l, source.archived.words)]
    if "confidential" in source [ · #text(weight: 600, fill: danger, source.confidential)]
    for note in source.at("notes", default: ()) {
      linebreak()
      words(note)
    }
  })
  if "quote" in source {
    block(above: 4pt, below: 0pt, inset: (left: 6pt), stroke: (left: 1pt + hair), text(
      font: stacks.text, size: 9pt, style: "italic", fill: ink-2, dir: way(source.at("rtl", default: false)), words(source.quote),
    ))
  }
})

#let set-thread(thread) = block(above: 5pt, below: 0pt, inset: (left: 7pt), stroke: (left: 1pt + hair), for comment in thread {
  block(above: 4pt, below: 2pt, [#text(weight: 600, words(comment.who)) #h(3pt) #text(fill: ink-3, comment.at)])
  for it in comment.body { set-rich(it) }
  if "resolved" in comment { block(above: 3pt, below: 0pt, text(fill: ink-3, comment.resolved)) }
})

#let set-claim(number, claim) = {
  let tongue-of-words = (dir: way(claim.at("rtl", default: false)), ..article-tongue)
  let body = {
    [#heading(level: 2, outlined: false, bookmarked: true, {
      h(-number-width)
      box(width: number-width, text(size: 15pt, fill: ink-3, str(number)))
      glyph(claim.mark, size: 10pt)
      h(5pt)
      text(font: stacks.interface, size: 9pt, weight: 600, fill: inks.at(claim.mark), verdicts.at(claim.mark))
    })#label("c" + str(number))]
    block(above: 4pt, below: 6pt, {
      set par(leading: 3.4pt)
      let exact = words(claim.exact)
      text(size: 12.5pt, weight: 500, tracking: -.005em, ..tongue-of-words, if claim.stands { link(label("t" + str(number)), exact) } else { exact })
    })
    if "about" in claim or "state" in claim {
      ui(size: 8.4pt, fill: ink-2, block(above: 0pt, below: 6pt, {
        for line in claim.at("about", default: ()) { words(line); linebreak() }
        if "state" in claim { text(weight: 600, words(claim.state)) }
      }))
    }
    for it in claim.at("rationale", default: ()) { set-rich(it) }
    if "correction" in claim {
      block(above: 8pt, below: 3pt, ui(size: 7.6pt, weight: 600, fill: ink-3, labels.correction))
      block(above: 0pt, below: 6pt, text(..tongue-of-words, {
        strike(stroke: .7pt + pencil, text(fill: ink-2, words(claim.exact)))
        " "
        highlight(fill: pencil-tint, extent: 1pt, top-edge: .72em, bottom-edge: -.22em, text(fill: pencil, words(claim.correction)))
      }))
    }
    if "threads" in claim {
      ui(size: 8pt, {
        block(above: 8pt, below: 2pt, text(size: 7.6pt, weight: 600, fill: ink-3, labels.comments))
        for thread in claim.threads { set-thread(thread) }
      })
    }
    ui(size: 7.4pt, fill: ink-3, block(above: 7pt, below: 0pt, claim.signatures))
  }
  let sourced = "sources" in claim
  block(
    above: 0pt, below: 0pt, width: 100%, breakable: not claim.whole, stroke: (bottom: .5pt + hair),
    inset: (y: 10pt, left: number-width, right: if sourced { 0pt } else { 62mm + 7mm }),
    if sourced {
      grid(columns: (1fr, 62mm), column-gutter: 7mm, body, ui(size: 8pt, for source in claim.sources { set-source(source) }))
    } else { body },
  )
}

// In a long report the claims begin a page, as a part of a book does; the typesetter also sets such parts side by side.
#if labels.contents != none { pagebreak(weak: true) }
#heading(level: 1, labels.claims)
#{
  set text(size: 10.2pt)
  set par(leading: 4.6pt, spacing: 5pt)
  if report.entries.len() == 0 { block(above: 10pt, text(fill: ink-2, labels.none)) }
  for (index, claim) in report.entries.enumerate() { set-claim(index + 1, claim) }
}
`;
