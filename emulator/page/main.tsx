import { render } from 'preact'
import { App } from './app.tsx'
import { connectFeed } from './state/feed.ts'

const root = document.getElementById('app')
if (root) render(<App feed={connectFeed()} />, root)
