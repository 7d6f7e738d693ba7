#!/usr/bin/env node
import { createProgram } from './program.js'

// Whoever reads along may stop reading: `cairn show … | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})
await createProgram().parseAsync()
