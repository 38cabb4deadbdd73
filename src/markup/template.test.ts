import { expect, test } from 'vitest'
import type { Block } from '#domain/statement/block.ts'
import { textsOf } from '#domain/statement/block-texts.ts'
import letterEn from '#templates/letter.en.md'
import letterSv from '#templates/letter.sv.md'
import noCommentEn from '#templates/no-comment.en.md'
import noCommentSv from '#templates/no-comment.sv.md'
import responseEn from '#templates/response.en.md'
import responseSv from '#templates/response.sv.md'
import { blocksFromTemplate, type TemplateValues } from './template.ts'

const values: TemplateValues = {
	coalitionName: 'NSPH Stockholms län',
	inquiryTitle: 'SOU 2022:1 Rätt stöd',
	sender: 'Socialdepartementet',
	references: 'S2022/00123',
}
const templates = { letterEn, letterSv, noCommentEn, noCommentSv, responseEn, responseSv }
const kinds = (blocks: readonly Block[]): string[] => blocks.map((block) => block.kind)

test.each(Object.entries(templates))('%s is filled and ends in a signature', (_, template) => {
	const blocks = blocksFromTemplate(template, values)
	expect(blocks.flatMap(textsOf).join('\n')).not.toMatch(/[{}]/)
	expect(blocks.at(-1)).toMatchObject({ kind: 'signature' })
	expect(blocks.flatMap(textsOf).join('\n')).toContain('NSPH Stockholms län')
})

test.each([
	['responseSv', responseSv],
	['responseEn', responseEn],
	['letterSv', letterSv],
	['letterEn', letterEn],
])('%s has six parts: a frame, and five with a heading', (_, template) => {
	const blocks = blocksFromTemplate(template, values)
	expect(blocks.filter((block) => block.kind === 'heading')).toHaveLength(5)
	expect(blocks[0]?.kind).toBe('paragraph')
	expect(kinds(blocks).filter((kind) => kind === 'position')).toHaveLength(2)
})

test('Swedish and English templates have the same blocks', () => {
	expect(kinds(blocksFromTemplate(responseEn, values))).toEqual(kinds(blocksFromTemplate(responseSv, values)))
	expect(kinds(blocksFromTemplate(letterEn, values))).toEqual(kinds(blocksFromTemplate(letterSv, values)))
	expect(kinds(blocksFromTemplate(noCommentEn, values))).toEqual(kinds(blocksFromTemplate(noCommentSv, values)))
})

test('a line whose value is missing is left out', () => {
	expect(blocksFromTemplate(noCommentSv, { ...values, references: ' ', sender: undefined }).slice(0, 2)).toEqual([
		{ kind: 'paragraph', text: 'NSPH Stockholms län har inga synpunkter på ”SOU 2022:1 Rätt stöd”.' },
		{ kind: 'paragraph', text: '[Skriv en mening om varför, om ni vill. Annars tar ni bort raden.]' },
	])
	expect(blocksFromTemplate(noCommentSv, {})).toHaveLength(1)
})

test('a value is text in one line, and never a form or a name of its own', () => {
	expect(
		blocksFromTemplate('{{inquiryTitle}}\n\n- {{sender}}\n\n## {{references}}', {
			inquiryTitle: '# Rubrik\n\n1. punkt',
			sender: '{{references}} $& <b>',
			references: 'a | b',
		}),
	).toEqual([
		{ kind: 'paragraph', text: '# Rubrik 1. punkt' },
		{ kind: 'list', items: ['{{references}} $& <b>'] },
		{ kind: 'heading', text: 'a | b' },
	])
})
