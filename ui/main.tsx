import './styles/tokens.css'
import './styles/base.css'
import 'virtual:uno.css'
import { render } from 'solid-js/web'
import { AppRouter } from './router.tsx'
import { reloadWhenOutdated } from './shell/outdated-page.ts'

reloadWhenOutdated()
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
render(() => <AppRouter />, root)
