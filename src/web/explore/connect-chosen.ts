import type { Explore } from './use-explore.js'

/** Draws the best paths between the two nodes that were chosen last, and lists them. */
export function connectChosen({ run, acts, setPaths }: Explore): void {
  run(async () => {
    const paths = await acts.connect()
    setPaths(paths)
    return paths.length === 0 ? 'No path of up to six steps joins them.' : ''
  })
}
