import { barriers, open, overflow } from './browser.js'
import { waiting, type PagesWorld } from './pages-world.js'
import { question } from './review-tests.js'

const schemes = ['light', 'dark'] as const

/** What holds for every page with something in it. */
export function everyPageTests(at: () => PagesWorld): void {
  const everyPage = async () => {
    const { id } = await waiting(at())
    return [
      '/overview',
      '/overview?range=year',
      '/ask',
      `/ask?q=${encodeURIComponent(question)}&source=1`,
      '/explore',
      `/explore?node=${id}`,
      '/review',
      `/review?insight=${id}`,
      '/insights',
      `/insights/${id}`,
      '/epochs',
      '/gaps',
      '/graph-health',
      '/libraries',
      '/libraries?add=yes',
      '/jobs',
      '/libraries?add=npm:thimble',
      '/keys',
      '/no/such/page'
    ]
  }

  // The system's choice is followed at once, so that a page need not be opened anew for the other.
  test.each([1280, 390])(
    'at %i px, in light and in dark, each page fits its window, complains of nothing, and axe finds nothing serious',
    async (width) => {
      const { page, complaints, close } = await at().visit('admin', { width, still: true })
      const found: string[] = []
      for (const path of await everyPage()) {
        await page.emulateMedia({ colorScheme: 'light' })
        await open(page, path)
        for (const scheme of schemes) {
          await page.emulateMedia({ colorScheme: scheme })
          const wider = await overflow(page)
          if (wider > 0) found.push(`${path} in ${scheme} is ${String(wider)} px too wide`)
          found.push(...(await barriers(page)).map((said) => `${path} in ${scheme} ${said}`))
        }
        found.push(...complaints.splice(0).map((complaint) => `${path} ${complaint}`))
      }
      expect(found).toEqual([])
      await close()
    }
  )
}
