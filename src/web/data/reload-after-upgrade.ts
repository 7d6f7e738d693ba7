const key = 'cairn.reloaded'

/** One reload in this time is enough: where the files are still not there, it is told instead. Milliseconds. */
const atMostEvery = 30_000

/**
 * A page that was opened before an upgrade asks for files that are no more when it goes to another place:
 * it is loaded anew then, with the files of today, instead of failing.
 */
export function reloadAfterUpgrade(page: Window = window): void {
  page.addEventListener('vite:preloadError', (event) => {
    const last = Number(page.sessionStorage.getItem(key) ?? 0)
    if (Date.now() - last < atMostEvery) return
    page.sessionStorage.setItem(key, String(Date.now()))
    event.preventDefault()
    page.location.reload()
  })
}
