import { chmodSync } from 'node:fs'

// npm links the command from the package's own bin; the compiler does not make files executable.
chmodSync('dist/src/cli/main.js', 0o755)
