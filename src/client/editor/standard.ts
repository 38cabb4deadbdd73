import type { Block } from '#domain/statement/block.ts'
import { nodeOf } from '#writing/blocks.ts'
import { opened } from './dialogs.ts'
import { button, make } from './dom.ts'
import type { Given } from './given.ts'
import { ownId } from './ids.ts'
import type { Keeping } from './saving.ts'

type Listed = { readonly id: string; readonly name: string; readonly begins: string }

async function told<Value>(path: string, name: string): Promise<Value | null> {
	try {
		const answer: unknown = await (await fetch(path, { headers: { accept: 'application/json' } })).json()
		return typeof answer === 'object' && answer !== null && name in answer
			? ((answer as Record<string, Value>)[name] ?? null)
			: null
	} catch {
		return null
	}
}

/** Asks which standard text is wanted, and hands on its blocks, to be put in where the cursor is. */
export function openStandard(
	{ standard: { list, words }, cancel }: Pick<Given, 'standard'> & { readonly cancel: string },
	insert: (nodes: readonly ReturnType<typeof nodeOf>[]) => void,
): void {
	const status = make('p', { className: 'hint', aria: { role: 'status' } })
	const texts = make('ul', { className: 'bank' })
	const put = async ({ id }: Listed) => {
		const blocks = await told<readonly Block[]>(`${list}/${id}`, 'blocks')
		if (blocks === null || blocks.length === 0) {
			status.textContent = words.failed
			return
		}
		dialog.close()
		insert(blocks.map((block) => nodeOf(block, ownId())))
	}
	const dialog = opened(
		words.title,
		status,
		texts,
		make(
			'div',
			{ className: 'row' },
			button(cancel, () => dialog.close(), 'button secondary'),
		),
	)
	dialog.classList.add('wide')
	void told<readonly Listed[]>(list, 'texts').then((found) => {
		status.textContent = found === null ? words.failed : found.length === 0 ? words.none : ''
		texts.replaceChildren(
			...(found ?? []).map((text) => {
				const press = button(words.insert, () => void put(text))
				press.setAttribute('aria-label', `${words.insert}: ${text.name}`)
				return make(
					'li',
					{},
					make('p', {}, make('strong', {}, text.name)),
					make('p', { className: 'hint about' }, text.begins),
					press,
				)
			}),
		)
		texts.querySelector('button')?.focus()
	})
}

/** Opens the page where a part is kept to be used again, in a tab of its own, once the record has it. False: it does not come to have it. */
export async function keepPart(keep: string, keeping: Keeping, name: string): Promise<boolean> {
	const tab = window.open('', '_blank')
	await keeping.now()
	const id = keeping.recordId(name)
	if (tab && id) tab.location.href = `${keep}&part=${encodeURIComponent(id)}`
	else tab?.close()
	return id !== null
}
