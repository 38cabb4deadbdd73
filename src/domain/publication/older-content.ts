import { isDate, swedishDate } from '#domain/kernel/calendar.ts'
import type { Instant } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { NOTE_LIMIT, oneLine, optionalText, requiredLine, TITLE_LIMIT } from '#domain/kernel/text.ts'
import type { Block } from '#domain/statement/block.ts'
import { textsOf, validBlock } from '#domain/statement/block-texts.ts'
import { roomFor } from '#domain/statement/whole-text.ts'
import { FIRST_YEAR, OLDER_FILES, type OlderContent } from './older.ts'

/** Checks and trims what is said of an older statement. It has a text or a file, and no day that is still to come. */
export function validOlder(given: OlderContent, now: Instant): Result<OlderContent, Rejection> {
	const title = requiredLine('title', given.title, TITLE_LIMIT)
	if (!title.ok) return title
	const decidedOn = validDay(given.decidedOn.trim(), now)
	if (!decidedOn.ok) return decidedOn
	const line = (field: string, text: string) => optionalText(field, oneLine(text), TITLE_LIMIT)
	const [asked, sender, references] = [
		line('inquiryTitle', given.inquiry.title),
		line('sender', given.inquiry.sender),
		line('references', given.inquiry.references),
	]
	for (const each of [asked, sender, references]) if (!each.ok) return each
	const standsBehind = optionalText('standsBehind', given.standsBehind, NOTE_LIMIT)
	if (!standsBehind.ok) return standsBehind
	const blocks = validBlocks(given.blocks)
	if (!blocks.ok) return blocks
	if (given.files.length > OLDER_FILES)
		return refuse({ code: 'tooLong', field: 'file', limit: OLDER_FILES, length: given.files.length })
	if (blocks.value.length === 0 && given.files.length === 0) return refuse({ code: 'empty', field: 'text' })
	const inquiry = {
		title: asked.ok ? asked.value : '',
		sender: sender.ok ? sender.value : '',
		references: references.ok ? references.value : '',
	}
	const files = given.files.map(({ sha256, name, mediaType, size }) => ({ sha256, name, mediaType, size }))
	const { language, kind } = given
	return ok({
		...{ title: title.value, language, kind, decidedOn: decidedOn.value, inquiry },
		...{ standsBehind: standsBehind.value, files, blocks: blocks.value },
	})
}

/** A year, a month or a day that has come. */
function validDay(day: string, now: Instant): Result<string, Rejection> {
	const wrong = refuse({ code: 'invalid' as const, field: 'decidedOn' })
	const [, year = '', month, date] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(day) ?? []
	if (year === '' || Number(year) < FIRST_YEAR) return wrong
	if (!isDate(`${year}-${month ?? '01'}-${date ?? '01'}`)) return wrong
	return day <= swedishDate(now).slice(0, day.length) ? ok(day) : wrong
}

/** A text of which nothing can be read is none. */
function validBlocks(given: readonly Block[]): Result<Block[], Rejection> {
	const room = roomFor(given.length)
	if (!room.ok) return room
	const blocks: Block[] = []
	for (const block of given) {
		const valid = validBlock(block)
		if (!valid.ok) return valid
		blocks.push(valid.value)
	}
	return ok(blocks.every((block) => textsOf(block).every((text) => text.trim() === '')) ? [] : blocks)
}
