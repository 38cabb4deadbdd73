type Child = Node | string

type Given<Name extends keyof HTMLElementTagNameMap> = Partial<
	Omit<HTMLElementTagNameMap[Name], 'style' | 'dataset' | 'children'>
> & { readonly attributes?: never; readonly aria?: Readonly<Record<string, string>> }

/** An element with what it holds. `aria`: attributes, by their whole name. */
export function make<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	{ aria = {}, ...properties }: Given<Name> = {},
	...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
	const element = Object.assign(document.createElement(name), properties)
	for (const [attribute, value] of Object.entries(aria)) element.setAttribute(attribute, value)
	element.replaceChildren(...children)
	return element
}

/** Where on the page that stands which opens in front of the text: within what the page is about. */
export const inFront = (): HTMLElement => document.querySelector('main') ?? document.body

/** A button that does one thing. */
export function button(
	label: Child,
	act: () => void,
	look: 'button' | 'button secondary' | 'button danger' = 'button',
) {
	return make('button', { type: 'button', className: look, onclick: act }, label)
}
