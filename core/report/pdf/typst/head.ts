/** The beginning: what this is, of which article, who answers for it. */
export const head = `
#{
  let head = report.head
  ui(size: 8.5pt, {
    text(weight: 600, head.kicker)
    if internal != none { h(8mm); text(fill: danger, weight: 600, internal) }
  })
  let size = if head.length < 90 { 30pt } else if head.length < 200 { 22pt } else { 15pt }
  let title-way = way(head.rtl)
  block(above: 10pt, below: 0pt, width: 88%, {
    set par(leading: .08em)
    show title: it => text(size: size, weight: 500, tracking: -.022em, dir: title-way, ..article-tongue, it.body)
    title(words(head.title))
  })
  ui(size: 8.5pt, fill: ink-2, block(above: 11pt, width: 123mm, {
    let origin = head.origin
    if origin != none {
      words(origin.said)
      if origin.address != none {
        if origin.said != "" [ · ]
        let address = words(origin.address.t)
        if "l" in origin.address { plain-link(origin.address.l, address) } else { address }
      }
      linebreak()
    }
    words(head.credits)
  }))
}
`;
