import type { Explore } from './use-explore.js'

/** Where a panel is a sheet over the canvas. */
const narrow = '(max-width: 899px)'

/** Draws the best paths between the two nodes that were chosen last, and lists them. */
export function connectChosen({ run, acts, setPaths, setOpen }: Explore): void {
  run(async () => {
    const paths = await acts.connect()
    setPaths(paths)
    // There the sheet would leave the paths no room.
    if (paths.length > 0 && window.matchMedia(narrow).matches) setOpen(null)
    return paths.length === 0 ? 'No path of up to six steps joins them.' : ''
  })
}
