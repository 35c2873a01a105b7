/** How words are set: their styles, the underlines of the claims over them, and the numbers that lead to the claims. */
export const runs = `
// Between the pieces of a long word a line may be broken; the gap is too small to be seen, and adds no character.
#let words(said) = if type(said) == array { said.join(h(.001pt)) } else { said }

#let verdicts = report.marks.map(mark => mark.label)
#let inks = report.marks.map(mark => rgb(mark.ink))
#let drawings = report.marks.map(mark => bytes(mark.glyph))
// The verdict is always said beside its glyph, so that to a reader of the tags the glyph is nothing.
#let glyph(mark, size: 9pt, lift: .12em) = box(baseline: lift, pdf.artifact(image(drawings.at(mark), format: "svg", width: size, height: size)))

// The first underline lies this far below the line of writing, each further lane so much lower.
#let lane-top = 2.1pt
#let lane-step = 3.2pt

#let wave(paint) = 2.6pt + tiling(size: (4.4pt, 2.6pt), place(curve(
  stroke: .8pt + paint,
  curve.move((0pt, 1.3pt)),
  curve.quad((1.1pt, -.5pt), (2.2pt, 1.3pt)),
  curve.quad((3.3pt, 3.1pt), (4.4pt, 1.3pt)),
)))
#let slashes(paint) = 2.8pt + tiling(size: (3pt, 2.8pt), place(line(start: (.7pt, 2.8pt), end: (2.3pt, 0pt), stroke: .8pt + paint)))
#let ruled(paint, thickness, ..dash) = ((
  thickness / 2,
  stroke(paint: paint, thickness: thickness, dash: if dash.pos().len() > 0 { dash.pos() }),
),)

// For each mark: how far its underlines lie below the lane's top, and how they are drawn.
#let strokes = report.marks.zip(inks).map(((mark, paint)) => (
  "solid": () => ruled(paint, .95pt),
  "thick": () => ruled(paint, 2.3pt),
  "long-dash": () => ruled(paint, 1.1pt, 6pt, 2.6pt),
  "short-dash": () => ruled(paint, 1.1pt, 2.6pt, 2pt),
  "dash-dot": () => ruled(paint, 1.1pt, 5pt, 1.8pt, 1.2pt, 1.8pt),
  "dash-dot-dot": () => ruled(paint, 1.1pt, 5pt, 1.5pt, 1.2pt, 1.5pt, 1.2pt, 1.5pt),
  "dots": () => ((.6pt, stroke(paint: paint, thickness: 1.3pt, cap: "round", dash: (0pt, 2.7pt))),),
  "double": () => ((.35pt, .7pt + paint), (1.9pt, .7pt + paint)),
  "wave": () => ((.9pt, wave(paint)),),
  "slashes": () => ((1.1pt, slashes(paint)),),
  "none": () => ruled(paint, .6pt),
).at(mark.pattern)())

#let marked(body, over) = {
  for (mark, lane) in over.rev() {
    for (below, drawn) in strokes.at(mark) {
      body = underline(stroke: drawn, offset: lane-top + lane * lane-step + below, evade: false, body)
    }
  }
  body
}

#let styled(body, signs) = {
  for sign in signs.clusters().rev() {
    body = if sign == "e" { emph(body) }
      else if sign == "s" { text(weight: 600, body) }
      else if sign == "u" { underline(stroke: .5pt + ink-2, offset: 1.4pt, evade: false, body) }
      else if sign == "x" { strike(stroke: .6pt + ink-2, body) }
      else if sign == "h" { text(size: .68em, baseline: -.45em, top-edge: "baseline", body) }
      else if sign == "l" { text(size: .68em, baseline: .2em, top-edge: "baseline", body) }
      else { text(font: stacks.mono, size: .86em, body) }
  }
  body
}

#let plain-link(address, body) = link(address, underline(stroke: .5pt + ink-3, offset: 1.4pt, evade: false, body))

#let number-styles = inks.map(paint => (
  font: stacks.interface, size: .6em, baseline: -.62em, weight: 600, fill: paint, top-edge: "baseline", bottom-edge: "baseline",
))

#let set-runs(all) = for run in all {
  if type(run) == str { run } else {
    for number in run.at("i", default: ()) [#metadata(none)#label("t" + str(number))]
    if run.t == none { linebreak() } else {
      let body = words(run.t)
      if "s" in run { body = styled(body, run.s) }
      if "l" in run { body = plain-link(run.l, body) }
      if "m" in run { body = marked(body, run.m) }
      body
    }
    for (number, mark) in run.at("r", default: ()) {
      text(..number-styles.at(mark), link(label("c" + str(number)), "\\u{2060}\\u{200a}" + str(number)))
    }
  }
}

// What a person wrote with a little markup: a rationale, a comment.
#let set-rich(it) = {
  if it.k == "paragraph" {
    if "rtl" in it { set text(dir: way(it.rtl)); par(set-runs(it.c)) } else { par(set-runs(it.c)) }
  } else if it.k == "quote" {
    block(inset: (left: 8pt), stroke: (left: 1pt + hair), it.b.map(set-rich).join())
  } else if it.k == "code" {
    block(fill: ground, inset: 5pt, radius: 3pt, width: 100%, text(font: stacks.mono, size: .84em, words(it.t)))
  } else {
    let items = it.items.map(item => item.map(set-rich).join())
    if it.ordered { let first = it.start; enum(start: 0, numbering: n => [#(n + first).], ..items) } else { list(..items) }
  }
}
`;
