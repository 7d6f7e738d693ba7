import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Effect } from '../parts/effect.js'
import { Segments } from '../parts/segments.js'
import {
  colouringNames,
  colourings,
  shadeOf,
  shadesOf,
  type Colouring,
  type Shade
} from './colours.js'
import { effects, type NodeBrief } from './explore-documents.js'
import type { Explore } from './use-explore.js'

const none: ReadonlyMap<string, Effect> = new Map()

/** The colour of each node, by what was chosen. */
export function useShade(by: Colouring): (node: NodeBrief) => Shade | null {
  const measured = useQuery({
    queryKey: ['explore-effects'],
    queryFn: ({ signal }) => effects({ signal }),
    enabled: by === 'effect'
  })
  const known = measured.data ?? none
  return useMemo(() => {
    const now = Date.now()
    return (node: NodeBrief) => shadeOf(node, by, { effects: known, now })
  }, [by, known])
}

/** What the colours tell. */
export function ColourChoice({ explore }: { explore: Explore }) {
  const { view, store } = explore
  return (
    <section className="explore-section">
      <h3>Colour by</h3>
      <Segments
        name="Colour by"
        value={view.colour}
        options={colourings.map((one) => [one, colouringNames[one]] as const)}
        onChange={(colour) => {
          store.change((now) => ({ ...now, colour }))
        }}
      />
    </section>
  )
}

/** The colours and what each means, on the canvas; nothing where the kind tells, for the legend has that. */
export function ColourKey({ explore }: { explore: Explore }) {
  const shades = shadesOf(explore.view.colour)
  if (shades.length === 0 || explore.view.nodes.size === 0) return null
  return (
    <ul className="explore-shades" aria-label="Colours" data-floats>
      {shades.map(({ name, colour }) => (
        <li key={name}>
          <span className="explore-shade" style={{ background: colour }} />
          {name}
        </li>
      ))}
    </ul>
  )
}
