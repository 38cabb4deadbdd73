import './sources.ts'

// npm run bench. What it does is said in docs/BENCHMARKS.md, which it writes.

// Ends with the process that started it, and leaves nothing running: workerd watches this one, and the generator its channel.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130))
process.on('disconnect', () => process.exit(130))

// Only now, when pages and texts can be imported.
const { run } = await import('./run.ts')
await run(process.argv.slice(2))
process.exit()
