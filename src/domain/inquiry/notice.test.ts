import { expect, test } from 'vitest'
import type { FileId } from '#domain/kernel/id.ts'
import { codeOf, granted } from '#test/support/result.ts'
import {
	contextAt,
	delegateOf,
	eventOf,
	guardsOf,
	incomingNotice,
	inquiry,
	inquiryFacts,
	SHEDO,
	secretary,
} from '#test/support/rules.ts'
import { receiveInquiry } from './handling.ts'
import { attachFiles, removeFile } from './inquiry-files.ts'
import { NOTICE_TEXT_LIMIT, textsOf } from './notice.ts'
import { discardNotice, takeNotice } from './take-notice.ts'

const pasted = { how: 'paste', title: '', text: 'Remiss av God vård', files: [], leftOut: [] } as const
const file = {
	sha256: 'a'.repeat(64),
	name: 'missiv.pdf',
	mediaType: 'application/pdf',
	size: 1000,
	text: 'Missiv',
	gap: null,
} as const

test('what came in waits under a title of its own: a subject, how its text begins, or a file’s name', () => {
	const titleOf = (given: Partial<Parameters<typeof takeNotice>[1]>) =>
		eventOf('noticeTaken', takeNotice(secretary, { ...pasted, ...given }, contextAt())).title
	expect(titleOf({ title: ' Ett\tämne ' })).toBe('Ett ämne')
	expect(titleOf({ text: '\n---\n# Remiss av God vård\nmer' })).toBe('Remiss av God vård')
	expect(titleOf({ text: '', files: [file] })).toBe('missiv.pdf')
	expect(titleOf({ text: 'å'.repeat(1000) })).toHaveLength(300)
})

test('each file gets an id; who may take things in is chair or secretary', () => {
	const taken = takeNotice(secretary, { ...pasted, files: [file, file] }, contextAt())
	const { files } = eventOf('noticeTaken', taken)
	expect(new Set(files.map(({ id }) => id)).size).toBe(2)
	expect(guardsOf(taken)).toEqual(['seated'])
	expect(codeOf(takeNotice(delegateOf(SHEDO), pasted, contextAt()))).toBe('notAllowed')
})

test('nothing is not taken, and a file that was refused says why', () => {
	expect(takeNotice(secretary, { ...pasted, text: ' \n' }, contextAt())).toEqual({
		ok: false,
		reason: { code: 'empty', field: 'text' },
	})
	const leftOut = [{ name: 'x.docm', why: 'macros' }] as const
	expect(takeNotice(secretary, { ...pasted, text: '', leftOut }, contextAt())).toEqual({
		ok: false,
		reason: { code: 'fileRefused', field: 'file', name: 'x.docm', why: 'macros' },
	})
	expect(codeOf(takeNotice(secretary, { ...pasted, leftOut }, contextAt()))).toBe('granted')
	expect(codeOf(takeNotice(secretary, { ...pasted, text: 'x'.repeat(NOTICE_TEXT_LIMIT + 1) }, contextAt()))).toBe(
		'tooLong',
	)
	expect(codeOf(takeNotice(secretary, { ...pasted, files: Array(21).fill(file) }, contextAt()))).toBe('tooLong')
})

test('a notice is confirmed by the inquiry that comes of it, and once', () => {
	const received = receiveInquiry(secretary, inquiryFacts, contextAt(), incomingNotice())
	const { inquiryId } = granted(received).value
	expect(eventOf('inquiryReceived', received)).toMatchObject({ inquiryId, noticeId: 'notice' })
	expect(eventOf('noticeConfirmed', received)).toEqual({ noticeId: 'notice', inquiryId })
	for (const status of ['confirmed', 'discarded'] as const) {
		const handled = incomingNotice({ status })
		expect(codeOf(receiveInquiry(secretary, inquiryFacts, contextAt(), handled))).toBe('noticeHandled')
		expect(codeOf(discardNotice(secretary, handled, contextAt()))).toBe('noticeHandled')
	}
	expect(eventOf('noticeDiscarded', discardNotice(secretary, incomingNotice(), contextAt()))).toEqual({
		noticeId: 'notice',
	})
})

test('the texts of a notice are what was written, then what was read in its files', () => {
	const files = [
		{ ...file, id: 'one' as FileId },
		{ ...file, id: 'two' as FileId, text: '' },
	]
	expect(textsOf(incomingNotice({ text: 'Hej', files }))).toEqual(['Hej', 'Missiv'])
})

test('files are laid with an inquiry, and only those that lie there are taken away', () => {
	const attached = attachFiles(secretary, inquiry({ status: 'answered' }), [file], contextAt())
	const [{ id } = { id: '' as FileId }] = eventOf('inquiryFilesAttached', attached).files
	expect(codeOf(attachFiles(secretary, inquiry(), [], contextAt()))).toBe('empty')
	expect(codeOf(attachFiles(secretary, inquiry(), Array(21).fill(file), contextAt()))).toBe('tooLong')
	expect(eventOf('inquiryFileRemoved', removeFile(secretary, inquiry(), [id], id, contextAt()))).toEqual({
		inquiryId: 'inquiry',
		fileId: id,
	})
	expect(codeOf(removeFile(secretary, inquiry(), [], id, contextAt()))).toBe('notFound')
})
