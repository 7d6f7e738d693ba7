import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.js'
import { queryClient } from './data/query-client.js'
import { reloadAfterUpgrade } from './data/reload-after-upgrade.js'
import { applyTheme, chosenTheme } from './data/theme.js'
import './styles/tokens.css'
import './styles/base.css'
import './styles/parts.css'
import './styles/shell.css'

applyTheme(chosenTheme())
reloadAfterUpgrade()
const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element with the id root.')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>
  </StrictMode>
)
