import { readFile as readBytes, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { createInterface } from 'node:readline'
import { FILE_LIMIT, type FileRefusal } from '#domain/inquiry/file.ts'
import { isDate } from '#domain/kernel/calendar.ts'
import type { SwedishDate } from '#domain/kernel/id.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { doubtSentence } from '#i18n/doubts.ts'
import { refusalSentence } from '#i18n/refusals.ts'
import { freshEffort } from '#intake/effort.ts'
import { readFile } from '#intake/file/read.ts'
import { readMail } from '#intake/mail.ts'
import type { Found, NoticeReading } from '#intake/notice.ts'
import { readNotice } from '#intake/read-notice.ts'
import { readParts } from '#intake/read-parts.ts'
import { type AdminCommand, misused } from '#local/admin-command.ts'
import { codeOf } from '#local/error-code.ts'

const REASONS: Readonly<Record<string, string>> = {
	ENOENT: 'There is no file',
	EACCES: 'This user may not read',
}

/** A notice's name often begins with the day or month it was published: `2020-04-remiss-….md`. */
function publishedOn(file: string): SwedishDate | undefined {
	const [, month, day] = /^(\d{4}-\d{2})(-\d{2})?(?!\d)/.exec(basename(file)) ?? []
	const date = `${month}${day ?? '-01'}`
	return isDate(date) ? date : undefined
}

/** The bytes of a file of the size that is taken. What is no file (a folder, a device, a pipe) is not even opened. */
async function bytesOf(file: string): Promise<Result<Uint8Array<ArrayBuffer>, FileRefusal | 'noFile'>> {
	const about = await stat(file)
	if (!about.isFile()) return refuse('noFile')
	if (about.size > FILE_LIMIT) return refuse('tooLarge')
	return ok(new Uint8Array(await readBytes(file)))
}

/** What came in one file: its texts, the letter's own first, and the names of what could not be read, or not wholly. */
type CameIn = {
	readonly texts: readonly string[]
	readonly leftOut: readonly string[]
	readonly onlyBeginning: boolean
}

/** What was read in a file, or why nothing was, as a sentence. */
async function opened(file: string): Promise<Result<CameIn, string>> {
	const refused = (why: FileRefusal) =>
		refuse(refusalSentence('en', { code: 'fileRefused', field: 'file', name: file, why }))
	try {
		const bytes = await bytesOf(file)
		if (!bytes.ok) return bytes.reason === 'noFile' ? refuse(`That is no file: ${file}`) : refused(bytes.reason)
		if (/\.eml$/i.test(file)) {
			const mail = await openMail(bytes.value)
			return mail === null ? refused('broken') : ok(mail)
		}
		const reading = await readFile(basename(file), bytes.value)
		if (!reading.ok) return refused(reading.reason)
		const { text, gap } = reading.value
		return ok({ texts: [text], leftOut: [], onlyBeginning: gap === 'onlyBeginning' })
	} catch (error) {
		return refuse(`${REASONS[codeOf(error)] ?? 'Cannot read'} ${file}`)
	}
}

/** A mail with its attachments, as they would be read if it had been sent here. */
async function openMail(raw: Uint8Array<ArrayBuffer>): Promise<CameIn | null> {
	const mail = await readMail(raw)
	if (mail === null) return null
	const texts = [mail.text]
	const leftOut: string[] = []
	const effort = freshEffort()
	for (const { name, bytes } of mail.files) {
		const read = await readFile(name, bytes, effort)
		if (read.ok) texts.push(read.value.text)
		if (!read.ok || read.value.gap !== null) leftOut.push(name)
	}
	return { texts, leftOut, onlyBeginning: false }
}

const values = <Value>(all: readonly Found<Value>[]) => all.map(({ value }) => value)

function line(file: string, reading: NoticeReading, { texts, leftOut }: CameIn): string {
	return JSON.stringify({
		file,
		title: reading.title?.value ?? null,
		kind: reading.kind?.value ?? 'other',
		sender: reading.sender?.value ?? null,
		references: values(reading.references),
		dueOn: reading.dueOn?.value ?? null,
		extendedFrom: reading.extendedFrom?.value ?? null,
		sendTo: values(reading.sendTo),
		copyTo: values(reading.copyTo),
		formats: values(reading.formats),
		invited: values(reading.invited),
		doubts: reading.doubts.map((doubt) => doubtSentence('en', doubt)),
		text: texts[0] ?? '',
		leftOut,
	})
}

/** The files to read; `-` stands for the lines of the standard input, since a shell passes on only so many names. */
async function* named(args: readonly string[]): AsyncGenerator<string> {
	for (const arg of args) {
		if (arg !== '-') yield arg
		else for await (const name of createInterface({ input: process.stdin })) if (name !== '') yield name
	}
}

export const command: AdminCommand = {
	usage: 'FILE… | -',
	summary:
		'prints what each notice states, a line of JSON per file; - reads the names of files from the standard input',
	data: 'none',
	run: async ({ args, print, say }) => {
		if (args.length === 0) return misused(say, 'Name the notices to read: intake FILE…')
		let complete = true
		for await (const file of named(args)) {
			const read = await opened(file)
			if (!read.ok) {
				say(read.reason)
				complete = false
				continue
			}
			const { texts, leftOut, onlyBeginning } = read.value
			const [only = '', ...others] = texts.filter((text) => text !== '')
			if (only === '') say(`No text can be read in ${file}`)
			else {
				const reading = others.length > 0 ? await readParts([only, ...others]) : readNotice(only, publishedOn(file))
				print(line(file, reading, read.value))
			}
			if (onlyBeginning) say(`Only the beginning was read of ${file}`)
			for (const name of leftOut) say(`Not read, or not wholly, in ${file}: ${name}`)
			complete &&= only !== '' && leftOut.length === 0 && !onlyBeginning
		}
		return complete ? 0 : 1
	},
}
