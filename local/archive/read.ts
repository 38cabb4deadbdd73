import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extract, type Pack } from 'tar-stream'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { beginEntry, bytesOf, newTar, whole } from './entries.ts'
import { readSums, SUMS, type Sum } from './sums.ts'

/** Takes an entry's bytes, whose hash is to be `sha256`. What it does not read is read past. A refusal ends the reading. */
export type TakePart = (
	name: string,
	bytes: AsyncIterable<Uint8Array>,
	sha256: string,
) => Promise<Result<unknown, string>>

/** Longest list of hashes. Bytes: room for a hundred thousand files. */
const LONGEST_SUMS = 16 * 1024 * 1024

/**
 * Reads an archive made by `writeArchive` from its first byte to its last, and refuses it with a sentence where any byte is
 * not as it was written: each entry has its hash, and the file must be, byte for byte, the one that would be written of
 * its entries. `take` sees an entry before that is known of it: what it makes of it counts only after the whole is granted.
 * Gives the SHA-256 of the whole file.
 */
export async function readArchive(file: string, take: TakePart): Promise<Result<string, string>> {
	if (!(await stat(file).catch(() => undefined))?.isFile()) return refuse(`There is no file ${file}.`)
	const given = createHash('sha256')
	const again = createHash('sha256')
	const tar = newTar()
	const source = createReadStream(file)
	const entries = extract()
	source.on('data', (chunk) => given.update(chunk))
	source.on('error', (error) => entries.destroy(error))
	source.pipe(entries)
	const rewritten = hashed(tar, again)
	// Of a file that is refused before its end, nothing is written anew to the end.
	rewritten.catch(() => {})
	try {
		const read = await readEntries(entries, tar, take)
		if (!read.ok) return refuse(`${file} ${read.reason}`)
		tar.finalize()
		await rewritten
		const sha256 = given.digest('hex')
		if (again.digest('hex') !== sha256) return refuse(`${file} is damaged between its parts.`)
		return ok(sha256)
	} catch (error) {
		// What the tar library says of bytes it cannot read; what the system says of a file it cannot read is another thing.
		const unreadable = error instanceof Error && !('syscall' in error) && /tar|header|end of data/i.test(error.message)
		if (!unreadable) throw error
		return refuse(`${file} is cut short or damaged, or is no such file at all.`)
	} finally {
		source.destroy()
		entries.destroy()
		tar.destroy()
	}
}

async function hashed(tar: Pack, hash: ReturnType<typeof createHash>): Promise<void> {
	for await (const chunk of bytesOf(tar)) hash.update(chunk)
}

async function readEntries(
	entries: ReturnType<typeof extract>,
	tar: Pack,
	take: TakePart,
): Promise<Result<true, string>> {
	let wanted: readonly Sum[] | undefined
	let at = 0
	for await (const { header, ...rest } of entriesOf(entries)) {
		const { name, size = 0 } = header
		const next = wanted?.[at]
		if (wanted === undefined ? name !== SUMS || size > LONGEST_SUMS : next?.name !== name) {
			return refuse(wanted === undefined ? 'is no such file.' : `is damaged: ${name} is not what should come there.`)
		}
		const hash = createHash('sha256')
		const bytes = copied(rest.bytes, hash, tar, name, size)
		if (wanted === undefined) {
			wanted = readSums((await whole(bytes)).toString('utf8'))
			if (wanted === undefined) return refuse('is damaged: its list of hashes cannot be read.')
			continue
		}
		const taken = await take(name, bytes, next?.sha256 ?? '')
		for await (const _unread of bytes);
		if (hash.digest('hex') !== next?.sha256) return refuse(`is damaged: ${name} is not as it was written.`)
		if (!taken.ok) return taken
		at += 1
	}
	if (wanted === undefined || at < wanted.length) return refuse('is cut short.')
	return ok(true)
}

async function* entriesOf(entries: ReturnType<typeof extract>) {
	for await (const entry of entries) yield { header: entry.header, bytes: bytesOf(entry) }
}

/** The bytes as they pass, hashed and written anew. Can be read in several goes. */
function copied(
	bytes: AsyncIterable<Uint8Array>,
	hash: ReturnType<typeof createHash>,
	tar: Pack,
	name: string,
	size: number,
): AsyncIterable<Uint8Array> {
	const iterator = bytes[Symbol.asyncIterator]()
	const entry = beginEntry(tar, name, size)
	let over = false
	const next = async (): Promise<IteratorResult<Uint8Array>> => {
		if (over) return { done: true, value: undefined }
		const found = await iterator.next()
		if (found.done) {
			over = true
			await entry.end()
			return { done: true, value: undefined }
		}
		hash.update(found.value)
		await entry.write(found.value)
		return found
	}
	// Without `return`: leaving a loop early does not end what has not been read.
	return { [Symbol.asyncIterator]: () => ({ next }) }
}
