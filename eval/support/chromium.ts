import { chromium, type Browser } from 'playwright-core'

const quiet = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
]

/** WebGL drawn by the processor. */
const withoutGpu = [
  '--disable-gpu',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader'
]

/** A real Chromium that asks nothing of the network by itself; it draws by the processor unless told to use the GPU. */
export function openChromium(executablePath: string, { gpu = false } = {}): Promise<Browser> {
  return chromium.launch({ executablePath, args: gpu ? quiet : [...quiet, ...withoutGpu] })
}
