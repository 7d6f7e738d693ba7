import type { Block } from './block.js'

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#1c2128;background:#fff}
h1{font-size:1.6rem}h2{font-size:1.25rem;margin-top:2.5rem}h3{font-size:1.05rem}
.wide{overflow-x:auto}table{border-collapse:collapse;margin:1rem 0;font-variant-numeric:tabular-nums}
th,td{padding:.3rem .7rem;border-bottom:1px solid #d5dae1;text-align:right;vertical-align:top}
th:first-child,td:first-child{text-align:left}th{border-bottom:2px solid #8a94a3}
figure{margin:1.5rem 0}figcaption{color:#4b5563}svg{max-width:100%;height:auto}
@media(prefers-color-scheme:dark){body{color:#e6e9ee;background:#14171c}th,td{border-color:#39424e}figcaption{color:#a3adba}figure svg{background:#fff;border-radius:4px}}`

/** A report as one HTML file that needs nothing else: no script, no font, no picture from elsewhere. */
export function renderHtml(title: string, blocks: readonly Block[]): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeXml(title)}</title>`,
    `<style>${style}</style>`,
    '<main>',
    ...blocks.map(renderBlock),
    '</main>',
    '</html>',
    ''
  ].join('\n')
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escapeXml(block.text)}</h${block.level}>`
    case 'text':
      return `<p>${escapeXml(block.text)}</p>`
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escapeXml(item)}</li>`).join('')}</ul>`
    case 'table':
      return `<div class="wide"><table><thead>${row('th', block.head)}</thead><tbody>${block.rows
        .map((cells) => row('td', cells))
        .join('\n')}</tbody></table></div>`
    case 'figure':
      return `<figure>${block.svg}<figcaption>${escapeXml(block.title)}</figcaption></figure>`
    case 'times':
      return `<section class="times">\n${block.blocks.map(renderBlock).join('\n')}\n</section>`
  }
}

function row(tag: 'th' | 'td', cells: readonly string[]): string {
  return `<tr>${cells.map((cell) => `<${tag}>${escapeXml(cell)}</${tag}>`).join('')}</tr>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => entities[mark] ?? mark)
}
