import type { Explore } from './use-explore.js'

/** How long the address is behind the view, in milliseconds. */
const settles = 600

/** Copies the address once it holds the view as it is. */
export function copyLink({ run }: Explore): void {
  run(async () => {
    await new Promise((go) => setTimeout(go, settles))
    return navigator.clipboard.writeText(window.location.href).then(
      () => 'The link is copied: it brings back this view.',
      () => 'This browser lets nothing be copied; the address bar has the link.'
    )
  })
}
