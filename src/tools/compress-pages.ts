import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

/**
 * After the pages were built: writes each asset beside itself as small as Brotli makes it, once, so that the server
 * need not compress it quickly, and worse, for everybody who asks.
 */
const assets = join('dist', 'web', 'assets')
for (const name of readdirSync(assets)) {
  if (!/\.(?:js|css|svg)$/.test(name)) continue
  const plain = readFileSync(join(assets, name))
  const packed = brotliCompressSync(plain, {
    params: { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length }
  })
  if (packed.length < plain.length) writeFileSync(join(assets, `${name}.br`), packed)
}
