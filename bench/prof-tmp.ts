import './sources.ts'
const { HEAVY_LETTERS } = await import('./heavy-letters.ts')
const { readFile } = await import('#intake/file/read.ts')
const { readParts } = await import('#intake/read-parts.ts')
const cpu = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000 }
for (const make of HEAVY_LETTERS) {
	const l = make()
	const t0 = cpu()
	const texts: string[] = 'text' in l ? [l.text] : []
	const per: number[] = []
	if ('files' in l) for (const f of l.files.slice(0, 4)) { const a = cpu(); const r = await readFile(f.name, f.bytes); per.push(Math.round(cpu() - a)); if (r.ok) texts.push(r.value.text); else per.push(-1) }
	const t1 = cpu()
	if ('files' in l && l.files.length === 20) while (texts.length < 20) texts.push(texts[texts.length % 4] + ' ' + texts.length)
	readParts(texts)
	console.log(l.about, 'files', per.join(','), 'read', Math.round(cpu() - t1), texts.map((t) => t.length).slice(0, 2))
}
process.exit()
