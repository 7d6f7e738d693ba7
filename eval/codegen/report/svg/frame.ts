import { escapeXml } from '../render-html.js'

/** Colours that stay apart for people who see few (Okabe and Ito 2008). */
export const colours = ['#999999', '#56b4e9', '#0072b2', '#009e73', '#d55e00', '#cc79a7', '#e69f00']

export const width = 720
export const height = 320
export const margin = { top: 16, right: 16, bottom: 44, left: 52 }

export function colourOf(at: number): string {
  return colours[at % colours.length] ?? '#000000'
}

export function round(value: number): number {
  return Math.round(value * 100) / 100
}

export function label(
  at: { readonly x: number; readonly y: number; readonly anchor?: string },
  words: string
): string {
  return `<text x="${round(at.x)}" y="${round(at.y)}" text-anchor="${at.anchor ?? 'middle'}">${escapeXml(words)}</text>`
}

/** Where a share from 0 to 1 stands on the y axis. */
export function yOf(share: number): number {
  return margin.top + (1 - share) * (height - margin.top - margin.bottom)
}

/** The picture: axis in tenths of `most`, what is drawn, and what the colours mean. */
export function frame(
  parts: readonly string[],
  axis: { readonly title: string; readonly series: readonly string[]; readonly yTitle: string }
): string {
  const { title, series, yTitle } = axis
  const lines = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const y = round(yOf(share))
    const line = `<line x1="${margin.left}" x2="${width - margin.right}" y1="${y}" y2="${y}" stroke="#d5dae1"/>`
    return `${line}${label({ x: margin.left - 8, y: y + 4, anchor: 'end' }, `${share * 100} %`)}`
  })
  const perRow = 3
  const legend = series.map((name, at) => {
    const x = margin.left + (at % perRow) * 220
    const y = height + 8 + Math.floor(at / perRow) * 18
    return `<rect x="${x}" y="${y - 9}" width="10" height="10" fill="${colourOf(at)}"/>${label({ x: x + 16, y, anchor: 'start' }, name)}`
  })
  const tall = height + 12 + Math.ceil(series.length / perRow) * 18
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${tall}" width="${width}" height="${tall}" role="img" aria-label="${escapeXml(title)}" font-family="system-ui, sans-serif" font-size="12" fill="#1c2128">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="${width}" height="${tall}" fill="#ffffff"/>`,
    ...lines,
    ...parts,
    `<text transform="translate(14 ${round(yOf(0.5))}) rotate(-90)" text-anchor="middle">${escapeXml(yTitle)}</text>`,
    ...legend,
    '</svg>'
  ].join('')
}
