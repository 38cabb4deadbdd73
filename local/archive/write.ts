import { createHash } from 'node:crypto'
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { unfinishedAt } from '#local/unfinished.ts'
import { beginEntry, bytesOf, newTar } from './entries.ts'
import { SUMS, type Sum, sumsText } from './sums.ts'

/** One entry of an archive. `bytes` gives the same bytes each time: they are read once to be counted, once to be written. */
export type Part = {
	readonly name: string
	readonly bytes: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>
	/** Where that is known beforehand, and they are read once; other bytes are refused. */
	readonly known?: { readonly sha256: string; readonly size: number }
}

export const textPart = (name: string, text: string): Part => ({ name, bytes: () => [new TextEncoder().encode(text)] })

type Counted = Sum & { readonly size: number; readonly part: Part }

/**
 * Writes a tar file (POSIX ustar) of the parts, preceded by their SHA-256. The same parts give the same bytes. Nothing
 * stands under its name until all of it is on the disk, and what stands there already is never replaced. Gives the
 * SHA-256 of the whole file.
 */
export async function writeArchive(file: string, parts: readonly Part[]): Promise<Result<string, string>> {
	const path = resolve(file)
	const unfinished = await unfinishedAt(path)
	const taken = () =>
		stat(path).then(
			() => true,
			() => false,
		)
	if (await taken()) return refuse(`${path} is there already. It is not replaced.`)
	const folder = dirname(path)
	if (!(await stat(folder).catch(() => undefined))?.isDirectory()) return refuse(`There is no directory ${folder}.`)
	const counted: Counted[] = []
	for (const part of parts) counted.push(part.known ? { name: part.name, ...part.known, part } : await count(part))
	try {
		const written = await write(unfinished, counted)
		if (!written.ok) return written
		if (await taken()) return refuse(`${path} is there already. It is not replaced.`)
		await rename(unfinished, path)
		await syncDirectory(folder)
		return written
	} finally {
		await rm(unfinished, { force: true })
	}
}

async function count(part: Part): Promise<Counted> {
	const hash = createHash('sha256')
	let size = 0
	for await (const chunk of part.bytes()) {
		hash.update(chunk)
		size += chunk.length
	}
	return { name: part.name, sha256: hash.digest('hex'), size, part }
}

/** Gives the SHA-256 of what was written. */
async function write(file: string, counted: readonly Counted[]): Promise<Result<string, string>> {
	const tar = newTar()
	const whole = createHash('sha256')
	// Only the operator's own eyes: an archive holds names, addresses and drafts.
	const handle = await open(file, 'w', 0o600)
	const written = pipeline(
		async function* () {
			for await (const chunk of bytesOf(tar)) {
				whole.update(chunk)
				yield chunk
			}
		},
		handle.createWriteStream({ flush: true }),
	)
	const broken = written.then(() => ok(true))
	try {
		// A full disk is told by `written`; whoever waits to add the next bytes would wait for ever.
		const added = await Promise.race([addAll(tar, counted), broken])
		if (added.ok) {
			await written
			return ok(whole.digest('hex'))
		}
		return added
	} finally {
		tar.destroy()
		await broken.catch(() => {})
	}
}

async function addAll(tar: ReturnType<typeof newTar>, counted: readonly Counted[]): Promise<Result<true, string>> {
	const sums = new TextEncoder().encode(sumsText(counted))
	await addEntry(tar, SUMS, sums.length, [sums])
	for (const { name, size, sha256, part } of counted) {
		const hash = createHash('sha256')
		await addEntry(tar, name, size, part.bytes(), hash)
		if (hash.digest('hex') === sha256) continue
		if (part.known) return refuse(`${name} is damaged: its bytes are not those that its name says.`)
		throw new Error(`${name} is not what it was`)
	}
	tar.finalize()
	return ok(true)
}

async function addEntry(
	tar: ReturnType<typeof newTar>,
	name: string,
	size: number,
	bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
	hash = createHash('sha256'),
): Promise<void> {
	const entry = beginEntry(tar, name, size)
	for await (const chunk of bytes) {
		hash.update(chunk)
		await entry.write(chunk)
	}
	await entry.end()
}

/** The rename itself survives the loss of power only then. Windows has no such thing. */
export async function syncDirectory(folder: string): Promise<void> {
	if (process.platform === 'win32') return
	const handle = await open(folder)
	try {
		await handle.sync()
	} finally {
		await handle.close()
	}
}
