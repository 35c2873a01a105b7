/** What is read, the measures and colours of the page, what stands at its head and foot, and what the file says of itself. */
export const look = `
// Only the document's own lines read this: a function that did would carry the whole report along with it.
#let report = json(bytes(sys.inputs.data))
#let stacks = report.stacks
#let labels = report.labels
#let running = report.running
#let internal = report.internal
#let article-way = if report.rtl { std.rtl } else { std.ltr }

#let ink = rgb("#16181b")
#let ink-2 = rgb("#43474d")
#let ink-3 = rgb("#5f646b")
#let hair = rgb("#cfd2cc")
#let hair-light = rgb("#e2e4df")
#let ground = rgb("#f1f2f0")
#let pencil = rgb("#1b4bcb")
#let pencil-tint = rgb("#e3ebff")
#let danger = rgb("#a91b2b")

#let note-width = 46mm
#let note-gap = 7mm

#let tongue(language) = (
  lang: language.lang,
  region: language.region,
  script: if language.script == none { auto } else { language.script },
)
#let own-tongue = tongue(report.locale)
#let article-tongue = tongue(report.language)
#let way(rtl) = if rtl == none { article-way } else if rtl { std.rtl } else { std.ltr }

// What is said beside the text, in the type of the interface.
#let ui(size: 8pt, lead: .42em, ..style, body) = {
  set par(leading: lead)
  text(font: stacks.interface, size: size, ..style, body)
}

#set document(
  title: report.about.title,
  author: report.about.author,
  date: {
    let (year, month, day, hour, minute, second) = report.about.date
    datetime(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
  },
)
// Lines are as high as their type says, whatever fonts their words had to be taken from.
#set text(font: stacks.text, size: 11pt, fill: ink, top-edge: .75em, bottom-edge: -.25em, ..own-tongue)
#set par(leading: 6pt, spacing: 7pt, linebreaks: "simple")
#set page(
  paper: report.paper,
  margin: (x: 17mm, top: 22mm, bottom: 22mm),
  header-ascent: 8mm,
  footer-descent: 8mm,
  header: context if here().page() > 1 {
    ui(size: 7.4pt, fill: ink-3, grid(columns: (1fr, auto), column-gutter: 8mm, running.title, running.kicker))
  },
  footer: context ui(size: 7.4pt, fill: ink-3, grid(
    columns: (1fr, auto, 1fr),
    column-gutter: 6mm,
    running.newsroom,
    if internal != none { text(fill: danger, weight: 600, internal) },
    align(right, text(features: ("tnum",), [#here().page() / #counter(page).final().first()])),
  )),
)

// A section of the report: the article, the claims, how it was checked.
#show heading.where(level: 1): it => block(
  above: 24pt, below: 0pt, sticky: true, width: 100%, inset: (bottom: 8pt), stroke: (bottom: 1.4pt + ink),
  text(size: 19pt, weight: 500, tracking: -.015em, it.body),
)
// Every other heading looks as what it heads asks for.
#show heading: it => if it.level == 1 { it } else { block(above: 0pt, below: 0pt, sticky: true, it.body) }
`;
