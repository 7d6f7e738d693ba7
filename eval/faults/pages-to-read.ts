import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Pages of the small library, each with two sections. */
const pageCount = 40

export const libraryName = 'station'

/** Writes all pages anew, each with a word that tells this edition. @returns the word, and how many sections there are */
export function writeEdition(folder: string, edition: number): { word: string; sections: number } {
  mkdirSync(folder, { recursive: true })
  const word = `edition-${edition}-of-station`
  for (let i = 0; i < pageCount; i += 1)
    writeFileSync(
      join(folder, `part-${i}.md`),
      `# Part ${i}\n\nThe station keeps part ${i}, as ${word} says.\n\n## Use of part ${i}\n\nCall \`station.use_${i}\`, says ${word}.\n\n\`\`\`python\nimport station\nstation.use_${i}('${word}')\n\`\`\`\n`
    )
  return { word, sections: pageCount * 2 }
}
