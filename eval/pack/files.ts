/** A program of a user that opens Cairn in its own process, and asks it by the client too. */
export const programText = `import { openCairn } from 'cairn-memory'
import { createClient } from 'cairn-memory/client'
const cairn = await openCairn()
const libraries = (await cairn.libraries()).map(({ name }) => name)
const stranger = createClient({ url: cairn.url, key: 'cairn_${'x'.repeat(43)}' })
const code = await stranger.libraries().then(() => 'nothing', (error) => error.code)
await cairn.close()
console.log(JSON.stringify({ libraries, code }))
`

/** A folder of Markdown to take in: file and text. */
export const documentation = {
  'windows.md': `# Windows\n\nA window collects the readings of a sensor between two tides.\n\n## tidepool.window\n\n\`tidepool.window(hours, late="drop")\` opens a window. Readings that arrive late are dropped; with \`late="keep"\` they are\nput where they belong, and the window is closed an hour later.\n\n\`\`\`python\nimport tidepool\n\nwindow = tidepool.window(6, late="keep")\n\`\`\`\n`,
  'sensors.md': `# Sensors\n\n## tidepool.sensor\n\n\`tidepool.sensor(name)\` names a sensor. A sensor that is silent for a tide is reported by \`tidepool.silent()\`.\n`,
  'export.md': `# Export\n\n## tidepool.export\n\n\`tidepool.export(window, path)\` writes a window as a table, a row for each reading, the oldest first.\n`
}
