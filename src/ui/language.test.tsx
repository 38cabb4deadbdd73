import { expect, it } from 'vitest'
import type { Language } from '#i18n/index.ts'
import { blankForm, type FormState } from '#ui/form-state.ts'
import { useLanguage } from '#ui/language.ts'
import { Page } from '#ui/layout.tsx'
import { TextField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'

/** A part that has to wait for something before it knows what it shows. */
async function Slow({ turns }: { readonly turns: number }) {
	const before = useLanguage()
	for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0))
	return (
		<p>
			slow {before} {useLanguage()} <Said />
		</p>
	)
}

function Said() {
	return <em>{useLanguage()}</em>
}

const typedBy = (name: string): FormState => ({
	...blankForm(`key-${name}`),
	typed: { title: [`typed by ${name}`] },
	errors: { title: `wrong for ${name}` },
})

async function pageOf(lang: Language, turns: number): Promise<string> {
	const page = (
		<Page lang={lang} title="Remisser">
			<Slow turns={turns} />
			<Form action="/" form={typedBy(lang)}>
				<TextField name="title" label="Rubrik" optional />
			</Form>
			<Slow turns={turns + 2} />
			<Said />
		</Page>
	)
	return String(await page.toString())
}

it('keeps the languages and the forms of pages apart that wait while others are drawn', async () => {
	const asked = Array.from({ length: 12 }, (_, index) => [index % 2 === 0 ? 'sv' : 'en', (index * 7) % 5] as const)
	const drawn = await Promise.all(asked.map(([lang, turns]) => pageOf(lang, turns)))
	const alone = { sv: await pageOf('sv', 1), en: await pageOf('en', 1) }
	for (const [index, [lang]] of asked.entries()) expect(drawn[index]).toBe(alone[lang])
	expect(alone.sv).toContain('slow sv sv <em>sv</em>')
	expect(alone.sv).toContain('value="typed by sv"')
	expect(alone.sv).toContain('</span>wrong for sv')
	expect(alone.en).not.toMatch(/slow sv|<em>sv|by sv|for sv/)
})

it('draws no form whose parts wait, for the rest of the page would stand in it meanwhile', () => {
	const waiting = (
		<Page lang="sv" title="Remisser">
			<Form action="/" form={typedBy('sv')}>
				<Slow turns={0} />
			</Form>
			<TextField name="title" label="Rubrik" />
		</Page>
	)
	expect(() => String(waiting)).toThrow('a part of a form waits')
})

it('leaves nothing behind when a page cannot be drawn', async () => {
	const Broken = () => {
		throw new Error('broken')
	}
	const broken = (
		<Page lang="en" title="Remisser">
			<Form action="/" form={typedBy('en')}>
				<Broken />
			</Form>
		</Page>
	)
	expect(() => String(broken)).toThrow('broken')
	expect(await pageOf('sv', 0)).not.toMatch(/by en|for en/)
	expect(() => String(<Said />)).toThrow('drawn outside a page')
})
