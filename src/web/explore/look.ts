/** Colours of the canvas, `#rrggbb`; WebGL does not read style sheets. */
export interface Look {
  readonly ground: string
  readonly surface: string
  readonly line: string
  readonly text: string
  readonly muted: string
  readonly accent: string
  readonly edge: string
}

/** The colours as the style sheet has them now. */
export function readLook(): Look {
  const style = getComputedStyle(document.documentElement)
  const colour = (name: string) => inFull(style.getPropertyValue(`--${name}`).trim())
  const ground = colour('ground')
  const muted = colour('muted')
  return {
    ground,
    surface: colour('surface'),
    line: colour('line'),
    text: colour('text'),
    muted,
    accent: colour('accent'),
    edge: mixed(muted, ground, 0.45)
  }
}

/** `#fff` as `#ffffff`: style sheets are shortened when they are built. */
function inFull(colour: string): string {
  return colour.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3')
}

/** Calls back when the theme changes, by choice or by the system. */
export function onLookChange(changed: () => void): () => void {
  const system = window.matchMedia('(prefers-color-scheme: dark)')
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  system.addEventListener('change', changed)
  return () => {
    observer.disconnect()
    system.removeEventListener('change', changed)
  }
}

export function wantsStillness(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches
}

/** So much of the first colour, the rest of the second. */
function mixed(a: string, b: string, share: number): string {
  const channel = (from: number) => {
    const at = (colour: string) => parseInt(colour.slice(from, from + 2), 16)
    return Math.round(at(a) * share + at(b) * (1 - share))
      .toString(16)
      .padStart(2, '0')
  }
  return `#${channel(1)}${channel(3)}${channel(5)}`
}
