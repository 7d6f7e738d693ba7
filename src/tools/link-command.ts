import { chmodSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'

/**
 * After a build: makes the command executable (the compiler does not) and links it where npx looks
 * first, so that `npx cairn` in this checkout runs at once instead of packing the checkout anew.
 */
chmodSync('dist/src/cli/main.js', 0o755)
mkdirSync('node_modules/.bin', { recursive: true })
rmSync('node_modules/.bin/cairn', { force: true })
symlinkSync('../../dist/src/cli/main.js', 'node_modules/.bin/cairn')
