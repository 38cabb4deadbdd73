import type { Node as Written } from 'prosemirror-model'
import { looksLikeSignature, memberFromLine } from '#domain/statement/block-shape.ts'
import { inlineFrom } from '#writing/inline.ts'
import { schema } from '#writing/schema.ts'
import { withoutSign } from './paste-lists.ts'

const { nodes } = schema

const NUMBERED = /^(\d{1,2})[.)]\s+\S/
const BULLETED = /^[•·●▪–]\s+\S/

/** Paragraphs that were numbered by hand are positions, where their numbers go on from 1. */
function withPositions(blocks: readonly Written[]): Written[] {
	const isNumbered = (block: Written) => block.type === nodes.paragraph && NUMBERED.test(block.textContent)
	const numbers = blocks.filter(isNumbered).map((block) => Number(NUMBERED.exec(block.textContent)?.[1]))
	if (numbers.length < 2 || numbers.some((number, at) => number !== at + 1)) return [...blocks]
	return blocks.map((block) =>
		isNumbered(block) ? nodes.position.create(null, withoutSign(block.content.content)) : block,
	)
}

/** Paragraphs that each begin with a bullet are a list. */
function withLists(blocks: readonly Written[]): Written[] {
	const out: Written[] = []
	let open = false
	for (const block of blocks) {
		if (block.type !== nodes.paragraph || !BULLETED.test(block.textContent)) {
			out.push(block)
			open = false
			continue
		}
		const item = nodes.listItem.create(null, withoutSign(block.content.content))
		const last = out.at(-1)
		if (open && last) out.splice(-1, 1, last.copy(last.content.addToEnd(item)))
		else out.push(nodes.list.create(null, item))
		open = true
	}
	return out
}

/** A list of which every line is `Name (Area)`, with the heading above it. */
function withMembers(blocks: readonly Written[]): Written[] {
	const out: Written[] = []
	for (const block of blocks) {
		const members =
			block.type === nodes.list ? block.content.content.map((item) => memberFromLine(item.textContent)) : []
		const heading = out.at(-1)
		if (members.length < 2 || members.includes(null) || heading?.type !== nodes.heading) {
			out.push(block)
			continue
		}
		const listed = members.flatMap((member) =>
			member === null
				? []
				: [
						nodes.member.create(null, [
							nodes.memberName.create(null, inlineFrom(member.name)),
							nodes.memberArea.create(null, inlineFrom(member.area)),
						]),
					],
		)
		out.splice(-1, 1, nodes.memberList.create(null, [nodes.memberHeading.create(null, heading.content), ...listed]))
	}
	return out
}

const lines = (block: Written) => block.textBetween(0, block.content.size, '\n', '\n')

/** Who wrote a text stands last in it. */
function withSignature(blocks: readonly Written[]): Written[] {
	const at = blocks.findLastIndex(({ type }) => type !== nodes.footnote)
	const last = blocks[at]
	if (blocks.length < 3 || last?.type !== nodes.paragraph || !looksLikeSignature(lines(last))) return [...blocks]
	return blocks.with(at, nodes.signature.create(null, last.content))
}

/** Footnotes stand last, as they are read. */
function withNotesLast(blocks: readonly Written[]): Written[] {
	const isNote = ({ type }: Written) => type === nodes.footnote
	return [...blocks.filter((block) => !isNote(block)), ...blocks.filter(isNote)]
}

/** What is seen only when all of it is there. */
export function tidiedBlocks(blocks: readonly Written[]): Written[] {
	return withSignature(withMembers(withLists(withPositions(withNotesLast(blocks)))))
}
