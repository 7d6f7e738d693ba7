import { createClient } from '../client.js'
import { ensureServer } from '../background.js'
import type { CommandContext } from '../run.js'

/** Prints a link that logs a browser in, once, within ten minutes. */
export async function openPages({ config, terminal }: CommandContext): Promise<void> {
  const server = await ensureServer(config, (step) => {
    terminal.note(`  ${step} …`)
  })
  const ask = createClient(server.url, config)
  const { makeLoginLink } = await ask<{ makeLoginLink: { path: string; expiresAt: string } }>(
    'mutation { makeLoginLink { path expiresAt } }'
  )
  const url = `${config.publicUrl ?? server.url}${makeLoginLink.path}`
  terminal.answer(url, { url, expiresAt: makeLoginLink.expiresAt })
  terminal.note('Opens the pages in a browser, once, within ten minutes.')
}
